//! The arguments of `factdiff facts`.

use clap::{Args, Subcommand};
use jiff::civil;

use super::check::FailOn;
use super::import::ImportOptions;
use super::input::{ClaimsOptions, ListFormat};
use crate::command::date;

const LINT_STATUS: &str = "Exit status: 0 nothing at or above --fail-on was found, 1 something was (all that lint finds in \
                           facts it can read are warnings: --fail-on warning makes them fail), 2 a reference file \
                           cannot be read.";

const FMT_STATUS: &str = "Exit status: 0 every file is in order now, 1 with --check: a file would be rewritten, 2 a file \
                          cannot be read or written.";

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, after_help = LINT_STATUS)]
pub(in crate::command) struct FactsOptions {
    #[command(subcommand)]
    pub(in crate::command) command: Option<FactsCommand>,
    #[command(flatten)]
    pub(in crate::command) lint: LintOptions,
}

#[derive(Debug, Subcommand)]
pub(in crate::command) enum FactsCommand {
    /// Say what is wrong with the facts: written twice, contradicting each other, without a source, not
    /// looked at for long, never matching, matching too much [default]
    #[command(after_help = LINT_STATUS)]
    Lint(LintOptions),
    /// Print a line for each fact: its id, its form, what it is about, what it says, where it is written
    List(ListOptions),
    /// Print all that is known of a fact, and how its value is read
    Show(ShowFactOptions),
    /// Print the facts that somebody should look at again, the oldest first
    Stale(StaleOptions),
    /// Write the reference files in one hand: keys in their order, two spaces a step, a blank line between
    /// facts; comments stay, and so does what the facts say
    #[command(after_help = FMT_STATUS)]
    Fmt(FmtOptions),
    /// Turn records of others into facts: a spreadsheet, fact checks, entities of Wikidata, lists of legislators
    Import(ImportOptions),
}

/// Which facts have not been looked at for long.
#[derive(Debug, Args)]
pub(in crate::command) struct AgeOptions {
    /// How long ago a fact may have been checked: 180d, 26w, 6mo, 2y
    #[arg(long, value_name = "AGE", default_value = "1y", value_parser = date::age)]
    pub(in crate::command) older_than: jiff::Span,
    /// The day from which --older-than is counted back, as YYYY-MM-DD [default: today]
    #[arg(long, value_parser = date::read)]
    pub(in crate::command) date: Option<civil::Date>,
}

#[derive(Debug, Args)]
pub(in crate::command) struct LintOptions {
    #[command(flatten)]
    pub(in crate::command) claims: ClaimsOptions,
    #[command(flatten)]
    pub(in crate::command) age: AgeOptions,
    /// The mildest finding that makes the exit status 1
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "LEVEL")]
    pub(in crate::command) fail_on: FailOn,
}

#[derive(Debug, Args)]
pub(in crate::command) struct ListOptions {
    #[command(flatten)]
    pub(in crate::command) claims: ClaimsOptions,
    /// How the facts are written
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub(in crate::command) format: ListFormat,
    /// List only facts with one of these tags [default: all facts]
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    pub(in crate::command) tag: Vec<String>,
}

#[derive(Debug, Args)]
pub(in crate::command) struct ShowFactOptions {
    /// The id of the fact
    pub(in crate::command) id: String,
    #[command(flatten)]
    pub(in crate::command) claims: ClaimsOptions,
}

#[derive(Debug, Args)]
pub(in crate::command) struct StaleOptions {
    #[command(flatten)]
    pub(in crate::command) claims: ClaimsOptions,
    #[command(flatten)]
    pub(in crate::command) age: AgeOptions,
}

#[derive(Debug, Args)]
pub(in crate::command) struct FmtOptions {
    #[command(flatten)]
    pub(in crate::command) claims: ClaimsOptions,
    /// Change nothing: name the files that would be rewritten, and exit with 1 if there are any
    #[arg(long)]
    pub(in crate::command) check: bool,
}
