//! The arguments of `factdiff init`.

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(in crate::command) struct InitOptions {
    /// Write what this service runs too [default: none]
    #[arg(long, value_enum, value_name = "SERVICE")]
    pub(in crate::command) ci: Option<CiService>,
}

/// Where drafts are checked by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum CiService {
    /// .github/workflows/facts.yml: annotations beside the lines of a pull request
    Github,
    /// .gitlab-ci.yml: a Code Quality report beside a merge request
    Gitlab,
    /// .pre-commit-config.yaml: the drafts of a commit, before it is made
    PreCommit,
}
