//! The arguments of `factdiff coverage`.

use clap::{Args, ValueEnum};

use super::input::{ClaimsOptions, InputOptions, ListFormat};

const STATUS: &str = "Exit status: 0 done, 1 fewer of a hundred claims are covered than --fail-under asks, 2 the run \
                               itself failed (bad reference file, unreadable draft).";

#[derive(Debug, Args)]
#[command(after_help = STATUS)]
pub(in crate::command) struct CoverageOptions {
    #[command(flatten)]
    pub(in crate::command) input: InputOptions,
    #[command(flatten)]
    pub(in crate::command) claims: ClaimsOptions,
    /// How the coverage is written
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub(in crate::command) format: ListFormat,
    /// What is listed of each draft before its count
    #[arg(long, value_enum, default_value_t = CoverageShow::All)]
    pub(in crate::command) show: CoverageShow,
    /// Exit with 1 where fewer of a hundred claims of all drafts are covered [default: 0]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=100))]
    pub(in crate::command) fail_under: Option<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum CoverageShow {
    /// Every claim with the fact that covers it, and every number that is no claim, with the reason
    All,
    /// Claims that no fact covers
    Uncovered,
    /// Nothing but the counts
    Summary,
}
