//! The arguments of `factdiff explain`.

use std::path::PathBuf;
use std::str::FromStr;

use clap::Args;
use jiff::civil;

use super::input::ClaimsOptions;
use crate::command::date;

#[derive(Debug, Args)]
pub(in crate::command) struct ExplainOptions {
    /// The draft and the number of a line in it: draft.md:12
    #[arg(value_name = "FILE:LINE", allow_hyphen_values = true)]
    pub(in crate::command) line: Line,
    #[command(flatten)]
    pub(in crate::command) claims: ClaimsOptions,
    /// The day the draft is of, as YYYY-MM-DD [default: as for check]
    #[arg(long, value_parser = date::read)]
    pub(in crate::command) date: Option<civil::Date>,
}

/// A line of a draft.
#[derive(Clone, Debug)]
pub(in crate::command) struct Line {
    pub(in crate::command) file: PathBuf,
    /// From 1.
    pub(in crate::command) number: u32,
}

impl FromStr for Line {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (file, number) = text.rsplit_once(':').ok_or("a line is named by its file and its number: draft.md:12")?;
        let number = number.parse().ok().filter(|number| *number > 0);
        let number = number.ok_or("behind the colon stands the number of a line, from 1: draft.md:12")?;
        Ok(Self { file: file.into(), number })
    }
}
