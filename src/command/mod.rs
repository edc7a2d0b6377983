//! One file a subcommand. These and `main` alone read files, print and set the exit status.

mod baseline;
mod cache;
mod changed;
mod check;
mod claims;
mod cli;
mod coverage;
mod date;
mod drafts;
mod explain;
mod extract;
mod facts;
mod fix;
mod git;
mod house;
mod import;
mod init;
mod learn;
mod manual;
mod output;
mod pages;
mod progress;
mod replace;
mod rules;
mod schema;
mod scope;
mod selection;
mod series;
mod stream;
mod target;
mod unreadable;
mod r#where;

use std::fmt;
use std::process::ExitCode;

use clap::Parser;
use factdiff::finding::Rule;

use baseline::BaselineError;
use cli::{Arguments, Color, Command};
use git::GitError;
use replace::ReplaceError;

/// Reads the command line, does what it asks for, and says how that went.
pub(crate) fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.color {
        Color::Auto => {}
        Color::Always => colored::control::set_override(true),
        Color::Never => colored::control::set_override(false),
    }
    let status = match arguments.command {
        Command::Check(mut options) => options.input.settle().and_then(|()| check::run(&options)),
        Command::Extract(mut options) => options.input.settle().and_then(|()| extract::run(&options)),
        Command::Facts(options) => facts::run(&options),
        Command::Rules(options) => rules::run(&options),
        Command::Explain(options) => explain::run(&options),
        Command::Where(options) => r#where::run(&options),
        Command::Coverage(mut options) => options.input.settle().and_then(|()| coverage::run(&options)),
        Command::Learn(mut options) => options.input.settle().and_then(|()| learn::run(&options)),
        Command::Init(options) => init::run(&options),
        Command::Schema(options) => schema::run(&options),
        Command::Completions(options) => manual::completions(&options),
        Command::Man(options) => manual::man(&options),
    };
    status
        .unwrap_or_else(|failure| {
            output::complain(&failure.to_string());
            if matches!(failure, Failure::Interrupted) { Status::Interrupted } else { Status::Failed }
        })
        .into()
}

/// How a run ended, as the shell sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// 0: nothing at or above the level that fails.
    Clean,
    /// 1: something was.
    Found,
    /// 2: the run itself failed.
    Failed,
    /// 130: somebody pressed ctrl-C.
    Interrupted,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Clean => Self::SUCCESS,
            Status::Found => Self::from(1),
            Status::Failed => Self::from(2),
            Status::Interrupted => Self::from(progress::INTERRUPTED),
        }
    }
}

/// Why a run stops before its end.
#[derive(Debug)]
enum Failure {
    /// The report cannot be written.
    Output { to: String, error: std::io::Error },
    /// The threads that drafts are read in cannot be had.
    Threads(rayon::ThreadPoolBuildError),
    /// No command has this name; these do.
    NoCommand { name: String, names: Vec<String> },
    /// Somebody pressed ctrl-C.
    Interrupted,
    /// A configuration file cannot be read; what is wrong has been told.
    Config { file: String },
    /// Drafts that were named have their facts in several places.
    TwoHouses,
    /// The reference cannot be read; what is wrong has been told.
    Reference { faults: usize },
    /// Records cannot be imported; what is wrong has been told.
    Import { faults: usize },
    /// A file keeps the content it has.
    NotWritten { file: String, error: ReplaceError },
    /// No rule has this name.
    NoRule { name: String },
    /// No fact has this id; another one may be meant.
    NoFact { id: String, nearest: Option<String> },
    /// The draft ends before this line.
    NoLine { line: u32, lines: usize },
    /// Git cannot say what changed.
    Git(GitError),
    /// What changed was asked of text that has no past.
    NoPast,
    /// The baseline cannot be read or written.
    Baseline(BaselineError),
    /// Fixes were asked for where no file can take them.
    NothingToFix,
    /// A patch was asked for where there is no file that it could be of.
    NothingToPatch,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Output { to, error } => write!(f, "cannot write to {to}: {error}"),
            Self::NoLine { line, lines } => write!(f, "there is no line {line}: the draft has {lines}"),
            Self::Threads(error) => write!(f, "cannot read several drafts at a time: {error}; try --jobs 1"),
            Self::NoCommand { name, names } => write!(f, "{name} is no command; there are {}", names.join(", ")),
            Self::Interrupted => f.write_str("interrupted"),
            Self::Config { file } => write!(f, "{file} has faults; no draft was judged by it"),
            Self::TwoHouses => f.write_str(
                "these drafts have their facts in different places; check them one after another, or name the facts \
                 with --claims",
            ),
            Self::Reference { faults: 1 } => write!(f, "the reference has a fault; no draft was judged by it"),
            Self::Reference { faults } => write!(f, "the reference has {faults} faults; no draft was judged by it"),
            Self::Import { faults: 1 } => f.write_str("the import has a fault; nothing was written"),
            Self::Import { faults } => write!(f, "the import has {faults} faults; nothing was written"),
            Self::NotWritten { file, error } => write!(f, "{file}: {error}"),
            Self::Git(error) => error.fmt(f),
            Self::NoPast => f.write_str("--changed compares files with their past; standard input has none"),
            Self::Baseline(error) => error.fmt(f),
            Self::NothingToFix => {
                f.write_str("--fix writes to files; for standard input, --diff prints what it would change")
            }
            Self::NothingToPatch => f.write_str("--diff takes files and standard input, not a stream of documents"),
            Self::NoRule { name } => match Rule::nearest(name) {
                Some(rule) => write!(f, "{name} is no rule; did you mean {}?", rule.name()),
                None => write!(f, "{name} is no rule; `factdiff rules` lists them"),
            },
            Self::NoFact { id, nearest: Some(nearest) } => {
                write!(f, "no fact has the id {id}; did you mean {nearest}?")
            }
            Self::NoFact { id, nearest: None } => write!(f, "no fact has the id {id}"),
        }
    }
}

impl From<GitError> for Failure {
    fn from(error: GitError) -> Self {
        Self::Git(error)
    }
}

impl From<BaselineError> for Failure {
    fn from(error: BaselineError) -> Self {
        Self::Baseline(error)
    }
}
