//! The arguments of `factdiff learn`.

use std::path::PathBuf;

use clap::Args;

use super::input::InputOptions;

const NOTES: &str = "Every fact stands under the sentence it was taken from: put its source for TODO, and see that subject and \
                           measure say what it is. Figures in quotations, plans, guesses and counts that point back (\"the two \
                           leaders\") are left out, and so is what a sentence alone does not place. Exit status: 0 done, 2 the run \
                           itself failed (bad reference file, unreadable draft).";

#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(in crate::command) struct LearnOptions {
    #[command(flatten)]
    pub(in crate::command) input: InputOptions,
    /// Add the facts to this reference file, whose comments and order stay, or begin it; what it covers already is left
    /// out [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(in crate::command) to: Option<PathBuf>,
    /// Reference file, or folder with *.yaml files below it, whose facts are known already; may be repeated [default:
    /// that of factdiff.yaml, else claims/ where that exists]
    #[arg(long, value_name = "PATH")]
    pub(in crate::command) claims: Vec<PathBuf>,
}
