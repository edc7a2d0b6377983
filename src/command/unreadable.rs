//! Why a path that was named gives no draft, or no facts.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use factdiff::source::{self, ReadError};

/// Why a path gives nothing.
#[derive(Debug)]
pub(super) enum Unreadable {
    Missing,
    /// A folder without drafts.
    NoDrafts,
    /// A folder with nothing but the reference.
    OnlyReference,
    /// A folder without reference files.
    NoFacts,
    Walk(ignore::Error),
    Io(io::Error),
    Text(ReadError),
    /// Nothing but white space.
    Blank,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("no such file or folder"),
            Self::NoDrafts => f.write_str("no drafts in this folder (files that end in .md, .txt, .html, .adoc, .rst, .tex, .docx or .odt)"),
            Self::OnlyReference => f.write_str(
                "no drafts in this folder, only the reference, which is not checked (drafts end in .md, .txt, .html, .adoc, .rst, .tex, .docx or .odt)",
            ),
            Self::NoFacts => f.write_str("no reference files (*.yaml, *.yml) in this folder"),
            Self::Walk(error) => error.fmt(f),
            Self::Io(error) => error.fmt(f),
            Self::Text(error) => error.fmt(f),
            Self::Blank => {
                f.write_str("line 1, column 1: there is nothing in this draft; write it, or take the file away")
            }
        }
    }
}

/// The text of a file of the house's own.
pub(super) fn text_of(path: &Path) -> Result<String, Unreadable> {
    let bytes = fs::read(path)?;
    source::decode(&bytes).map(str::to_owned).map_err(Unreadable::Text)
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Io(error),
        }
    }
}
