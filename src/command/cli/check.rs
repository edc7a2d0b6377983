//! The arguments of `factdiff check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use factdiff::finding::Level;

use super::input::InputOptions;

const STATUS: &str = "Exit status: 0 nothing at or above --fail-on was found, 1 something was, 2 the run itself \
                      failed (bad option, bad factdiff.yaml or reference file, a draft that cannot be read or has \
                      500,000 claims and more); what could be read is reported all the same.";

#[derive(Debug, Args)]
#[command(after_help = STATUS)]
pub(in crate::command) struct CheckOptions {
    #[command(flatten)]
    pub(in crate::command) input: InputOptions,
    /// Reference file, or folder with *.yaml files below it; may be repeated [default: that of
    /// factdiff.yaml, else claims/ where that exists, else the facts that come with factdiff]
    #[arg(long, value_name = "PATH")]
    pub(in crate::command) claims: Vec<PathBuf>,
    #[command(flatten)]
    pub(in crate::command) selection: SelectionOptions,
    #[command(flatten)]
    pub(in crate::command) scope: ScopeOptions,
    #[command(flatten)]
    pub(in crate::command) mending: MendingOptions,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(in crate::command) format: CheckFormat,
    /// The mildest finding that makes the exit status 1
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "LEVEL")]
    pub(in crate::command) fail_on: FailOn,
    /// What text, json and jsonl list
    #[arg(long, value_enum, default_value_t = ShowOption::Differences)]
    pub(in crate::command) show: ShowOption,
    /// Write the report to this file [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(in crate::command) output: Option<PathBuf>,
    /// Say on standard error how each draft is saved, what its date was taken from and how long the run
    /// took
    #[arg(long)]
    pub(in crate::command) stats: bool,
    /// Leave out notes, the summary line and remarks on standard error
    #[arg(short, long)]
    pub(in crate::command) quiet: bool,
    /// Show the figures too that are right when rounded, and what --stats says of each draft
    #[arg(short, long, conflicts_with = "quiet")]
    pub(in crate::command) verbose: bool,
}

/// Which findings are reported.
#[derive(Debug, Args)]
pub(in crate::command) struct SelectionOptions {
    /// Report findings of these rules alone, those that are off by default too; `factdiff rules` lists
    /// them [default: every rule that is on]
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(in crate::command) select: Vec<String>,
    /// Report no findings of these rules [default: none is left out]
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(in crate::command) ignore: Vec<String>,
    /// Report on these facts alone [default: all facts]
    #[arg(long, value_name = "FACT-ID", value_delimiter = ',')]
    pub(in crate::command) only: Vec<String>,
}

/// Which of those are known, or not new.
#[derive(Debug, Args)]
pub(in crate::command) struct ScopeOptions {
    /// Report only what can have come since this git revision (a branch, tag or commit): findings on
    /// lines that are new since this branch left it, and those by facts that changed, in every draft
    /// that states them [default: all that is found]
    #[arg(long, value_name = "REV")]
    pub(in crate::command) changed: Option<String>,
    /// Leave out the findings that this file lists, and name those that are no longer found
    /// [default: none is left out]
    #[arg(long, value_name = "FILE")]
    pub(in crate::command) baseline: Option<PathBuf>,
    /// Write all that is found to a baseline instead of reporting it, without what is no longer found
    /// [default file: the one of --baseline, else factdiff-baseline.json]
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true, conflicts_with_all = ["changed", "only", "fix", "diff"])]
    #[expect(clippy::option_option, reason = "the option may stand without a file")]
    pub(in crate::command) write_baseline: Option<Option<PathBuf>>,
}

/// What is done about findings that carry a replacement.
#[derive(Debug, Args)]
pub(in crate::command) struct MendingOptions {
    /// Write the replacements into the drafts where one reading is possible, and report what is left [default: drafts
    /// stay as they are]
    #[arg(long, conflicts_with = "diff")]
    pub(in crate::command) fix: bool,
    /// Print what --fix would change as a patch instead of the report; `git apply` takes it [default: the
    /// report]
    #[arg(long, conflicts_with_all = ["format", "show"])]
    pub(in crate::command) diff: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum CheckFormat {
    /// For people: a block a difference, and a line that sums up
    Text,
    /// One object: the drafts with their findings, and the summary
    Json,
    /// One object a finding, each on its line, then the summary
    Jsonl,
    /// Annotations for GitHub Actions, ten a level; the rest in the summary of the job
    Github,
    /// A Code Quality report for GitLab's merge requests
    Gitlab,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// XML as test runners write it, for CI servers
    Junit,
    /// The Reviewdog Diagnostic Format
    Rdjson,
    /// A table, for a comment or a page
    Markdown,
    /// One page for a browser: each draft with its claims coloured by verdict, the facts on hover, a filter and a chart
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum FailOn {
    /// What the reference or arithmetic proves wrong
    Error,
    /// That, and what is probably wrong
    Warning,
    /// Whatever is found
    Note,
    /// Nothing: the exit status is 0 unless the run fails
    Never,
}

impl FailOn {
    /// The mildest level that fails a run.
    pub(in crate::command) const fn level(self) -> Option<Level> {
        match self {
            Self::Error => Some(Level::Error),
            Self::Warning => Some(Level::Warning),
            Self::Note => Some(Level::Note),
            Self::Never => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum ShowOption {
    /// Every claim with its verdict, and the findings
    All,
    /// The findings alone
    Differences,
}
