//! `factdiff facts`: what a research desk does with the facts themselves.

mod fmt;
mod lint;
mod list;

use std::path::PathBuf;

use factdiff::reference::{File, Reference};
use jiff::civil;

use super::cli::facts::{AgeOptions, FactsCommand, FactsOptions};
use super::cli::input::ClaimsOptions;
use super::house::House;
use super::{Failure, Status, claims, date, import};

pub(super) fn run(options: &FactsOptions) -> Result<Status, Failure> {
    match &options.command {
        None => lint::run(&options.lint),
        Some(FactsCommand::Lint(options)) => lint::run(options),
        Some(FactsCommand::List(options)) => list::run(options),
        Some(FactsCommand::Show(options)) => list::show(options),
        Some(FactsCommand::Stale(options)) => list::stale(options),
        Some(FactsCommand::Fmt(options)) => fmt::run(options),
        Some(FactsCommand::Import(options)) => import::run(options),
    }
}

impl ClaimsOptions {
    /// The house that says which facts drafts of the current folder are checked with.
    fn house(&self) -> Result<House, Failure> {
        House::of(&[PathBuf::from(".")], &self.named)
    }

    /// All of those facts, and the files that they stand in.
    fn load(&self) -> Result<(Reference, Vec<File<'static>>), Failure> {
        claims::all(&self.house()?)
    }
}

impl AgeOptions {
    /// The first day that is not too long ago.
    fn first_day(&self) -> civil::Date {
        let today = self.date.unwrap_or_else(date::today);
        // An age that reaches back before all calendars leaves nothing stale.
        today.checked_sub(self.older_than).unwrap_or(civil::Date::MIN)
    }
}
