//! Findings and claims → bytes. One file an output format.

pub mod jsonl;
pub mod table;
pub mod text;

mod context;
mod normal;

use std::fmt;

use serde::Serialize;

use crate::check::{Checked, Verdict};
use crate::finding::Level;

/// What a draft is called in a report.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Name<'a> {
    /// The file as it was given: "drafts/summit.md".
    Path(&'a str),
    /// What an engine calls the document that it sent.
    Id(&'a serde_json::Value),
}

/// How much of a draft a report tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Every claim, supported ones too.
    All,
    /// What differs.
    Differences,
}

/// What was read and how it stands with the reference, for one draft or for many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Drafts that were read.
    pub files: usize,
    /// Their bytes.
    pub bytes: usize,
    /// Claims found in them.
    pub claims: usize,
    /// Claims that agree with a fact.
    pub supported: usize,
    /// Claims that contradict one.
    pub contradicted: usize,
    /// Claims that were right once.
    pub outdated: usize,
    /// Claims that no fact is about.
    pub unverified: usize,
    /// The gravest finding.
    pub worst: Option<Level>,
}

impl Tally {
    /// Of one draft of so many bytes.
    pub fn of(bytes: usize, checked: &Checked<'_>) -> Self {
        let mut tally = Self { files: 1, bytes, claims: checked.claims.len(), ..Self::default() };
        for (_, verdict) in &checked.claims {
            match verdict {
                Verdict::Supported(_) => tally.supported += 1,
                Verdict::Contradicted(_) => tally.contradicted += 1,
                Verdict::Outdated(_) => tally.outdated += 1,
                Verdict::Unverified => tally.unverified += 1,
            }
        }
        tally.worst = checked.findings.iter().map(|finding| finding.level).max();
        tally
    }

    /// Adds another draft's.
    pub fn add(&mut self, other: Self) {
        self.files += other.files;
        self.bytes += other.bytes;
        self.claims += other.claims;
        self.supported += other.supported;
        self.contradicted += other.contradicted;
        self.outdated += other.outdated;
        self.unverified += other.unverified;
        self.worst = self.worst.max(other.worst);
    }
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => f.write_str(path),
            Self::Id(serde_json::Value::String(id)) => f.write_str(id),
            Self::Id(id) => write!(f, "{id}"),
        }
    }
}
