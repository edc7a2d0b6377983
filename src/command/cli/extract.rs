//! The arguments of `factdiff extract`.

use clap::{Args, ValueEnum};

use super::input::InputOptions;

const STATUS: &str = "Exit status: 0 the claims are printed, 2 the run itself failed (bad option, bad factdiff.yaml, a \
                      draft that cannot be read or has 500,000 claims and more).";

#[derive(Debug, Args)]
#[command(after_help = STATUS)]
pub(in crate::command) struct ExtractOptions {
    #[command(flatten)]
    pub(in crate::command) input: InputOptions,
    /// How the claims are written
    #[arg(long, value_enum, default_value_t = ExtractFormat::Table)]
    pub(in crate::command) format: ExtractFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum ExtractFormat {
    /// Aligned columns: place, kind, value, unit, hedge, words
    Table,
    /// One object a claim, each on its line
    Jsonl,
    /// A table for a spreadsheet: a row a claim, with a comma between its cells
    Csv,
    /// A reference file with a fact for each claim that is one by itself, as learn writes it
    Yaml,
}
