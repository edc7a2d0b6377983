//! A finding as plain data, the table of rules, and every sentence the tool says to its users.

mod difference;
mod message;
mod rule;
mod words;

pub(crate) use difference::{Difference, Remark};
pub use difference::{Gap, Slip};
pub(crate) use message::in_words;
pub use rule::Rule;
pub(crate) use words::{Spot, Wrong};

use crate::span::Span;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing; never fails a run by itself.
    Note,
    /// Probably wrong, or wrong but said by somebody else.
    Warning,
    /// Wrong by the reference.
    Error,
}

impl Level {
    /// The name in output and options.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The level of this name, as files and options spell it.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Note, Self::Warning, Self::Error].into_iter().find(|level| level.name() == name)
    }

    /// One level less grave; a note stays a note.
    #[must_use]
    pub const fn milder(self) -> Self {
        match self {
            Self::Error => Self::Warning,
            Self::Warning | Self::Note => Self::Note,
        }
    }
}

/// A difference, or something else worth saying about a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub rule: Rule,
    /// How grave it is here.
    pub level: Level,
    /// Where, in bytes of the draft's file.
    pub span: Span,
    /// The span's text.
    pub text: String,
    /// One sentence that says it all.
    pub message: String,
    /// The fact it is held against; none for a rule that needs no reference.
    pub fact: Option<FactNote>,
    /// What the draft says, in normal form.
    pub draft: Option<String>,
    /// What the reference says, in normal form.
    pub reference: Option<String>,
    /// By how much they differ: "-14.3%", "9 years".
    pub difference: Option<String>,
    /// The unit of both.
    pub unit: Option<&'static str>,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
    /// What else helps: the likely slip, the house's note.
    pub hints: Vec<String>,
    /// The replacement, where one reading is possible.
    pub fix: Option<Fix>,
}

/// What a finding tells of the fact behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactNote {
    /// The fact's id.
    pub id: String,
    /// What it says, in words a reader understands.
    pub states: String,
    /// Where it comes from.
    pub source: Option<String>,
    /// When it was last checked, or the day its figure is of.
    pub dated: Option<String>,
}

/// A replacement of bytes of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What to replace.
    pub span: Span,
    /// With what.
    pub replacement: String,
}
