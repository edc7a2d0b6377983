//! The arguments of `factdiff where`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;
use jiff::civil;

use super::input::{ClaimsOptions, ListFormat};
use crate::command::date;

const STATUS: &str = "Exit status: 0 whether places are found or not, 2 the run itself failed (no fact has the id, bad \
                            reference file, unreadable draft).";

#[derive(Debug, Args)]
#[command(after_help = STATUS)]
pub(in crate::command) struct WhereOptions {
    /// The ids of facts; behind them drafts, as for check [default drafts: as for check]
    #[arg(value_name = "ID… [PATH…]", required = true)]
    pub(in crate::command) ids_and_paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(in crate::command) claims: ClaimsOptions,
    /// The day the drafts are of, as YYYY-MM-DD [default: as for check]
    #[arg(long, value_parser = date::read)]
    pub(in crate::command) date: Option<civil::Date>,
    /// How many drafts are read at a time [default: as many as the machine has cores]
    #[arg(long, value_name = "N")]
    pub(in crate::command) jobs: Option<NonZeroUsize>,
    /// How the places are written: aligned columns of place, verdict, fact and words, or the objects of
    /// check --format jsonl
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub(in crate::command) format: ListFormat,
}
