//! What a fact is, once it has been read.

use std::fmt;

use jiff::civil;

use crate::claim::{Claim, ClaimKind};
use crate::severity::Severity;
use crate::value::{Date, Exact, Unit};

/// An established fact.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Unique over all files, kebab-case.
    pub id: String,
    /// What it states.
    pub form: Form,
    /// Alternatives: the words that say what it is about. Empty where a sentence says it itself.
    pub subject: Vec<String>,
    /// Alternatives: the words that say what of the subject is measured.
    pub measure: Vec<String>,
    /// Words whose presence rules the fact out.
    pub not: Vec<String>,
    /// The first day it holds, where it says so.
    pub from: Option<Date>,
    /// The last day it holds, where it says so.
    pub until: Option<Date>,
    /// The day its figure is of.
    pub as_of: Option<Date>,
    /// Where it comes from.
    pub source: Option<String>,
    /// When someone last looked.
    pub checked: Option<civil::Date>,
    /// What to tell the writer when a draft differs.
    pub note: Option<String>,
    /// The level of a contradiction, where it is not the rule's own.
    pub severity: Option<Severity>,
    /// For picking facts by theme.
    pub tags: Vec<String>,
    /// Where it is written.
    pub origin: Origin,
}

/// Where a fact is written, for messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file as it was named.
    pub file: String,
    /// 1-based.
    pub line: u32,
    /// 1-based, in Unicode scalar values.
    pub column: u32,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// What a fact states, by the key it is written under.
#[derive(Clone, Debug)]
pub enum Form {
    /// `fact:` — a sentence, with the claims found in it.
    Sentence {
        /// The sentence as written.
        text: String,
        /// Its claims; their places and spans are those of `text` read as a plain document.
        claims: Vec<Claim<'static>>,
        /// Replaces the rounding rule for its figures.
        tolerance: Option<Tolerance>,
    },
    /// `value:`.
    Value(Stated),
    /// `values:` — in order of `from`.
    Values(Vec<Entry>),
    /// `date:`.
    Date(Stated),
    /// `since:` and `until:`.
    Since {
        /// When it began.
        since: Date,
        /// When it ended; none while it lasts.
        until: Option<Date>,
    },
    /// `person:`.
    Person(Person),
    /// `quote:` and `by:`.
    Quote {
        /// The words.
        words: String,
        /// Who said them: alternative names.
        by: Vec<String>,
    },
    /// `transcript:` and `by:`.
    Transcript {
        /// The whole text.
        text: String,
        /// Who speaks in it.
        by: Vec<String>,
    },
    /// `statement:` and `holds:`.
    Statement {
        /// The clause as written.
        clause: String,
        /// Whether it is so.
        holds: bool,
    },
}

/// A value as an author wrote it, read by the extractor.
#[derive(Clone, Debug)]
pub struct Stated {
    /// As written: "1.4 million".
    pub text: String,
    /// The claim found in it.
    pub claim: Claim<'static>,
    /// Replaces the rounding rule.
    pub tolerance: Option<Tolerance>,
}

/// How far a draft may be off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// `exact`.
    None,
    /// `10%`: that share of the fact's value, as a fraction.
    Share(Exact),
    /// `50,000`: that much, in the fact's own unit where none is given.
    Absolute(Exact, Option<Unit>),
}

/// One entry of `values:`.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The first day it holds.
    pub from: Date,
    /// The last day, where it is not the day before the next entry.
    pub until: Option<Date>,
    /// The value.
    pub value: Stated,
    /// Where it comes from, if not where the fact does.
    pub source: Option<String>,
}

/// A person: spelling, roles in time, birth.
#[derive(Clone, Debug)]
pub struct Person {
    /// The full name as the house writes it.
    pub name: String,
    /// Other right names: "Lavrov".
    pub aliases: Vec<String>,
    /// Wrong ones that the house has met.
    pub misspellings: Vec<String>,
    /// For ages.
    pub born: Option<civil::Date>,
    /// For ages.
    pub died: Option<civil::Date>,
    /// In the order written.
    pub roles: Vec<RoleHeld>,
}

/// An office and when it was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleHeld {
    /// Alternatives: "Foreign Minister", "Russian foreign minister".
    pub role: Vec<String>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day; none while it lasts.
    pub until: Option<Date>,
    /// "D".
    pub party: Option<String>,
    /// "Conn.".
    pub place: Option<String>,
}

impl Form {
    /// The key that it is written under.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Sentence { .. } => "fact",
            Self::Value(_) => "value",
            Self::Values(_) => "values",
            Self::Date(_) => "date",
            Self::Since { .. } => "since",
            Self::Person(_) => "person",
            Self::Quote { .. } => "quote",
            Self::Transcript { .. } => "transcript",
            Self::Statement { .. } => "statement",
        }
    }
}

impl Fact {
    /// The kind of claim it can speak to, where its form or its value settles that.
    pub fn kind(&self) -> Option<ClaimKind> {
        match &self.form {
            Form::Value(stated) | Form::Date(stated) => Some(stated.claim.kind),
            Form::Values(entries) => entries.first().map(|entry| entry.value.claim.kind),
            Form::Person(_) => Some(ClaimKind::Role),
            Form::Quote { .. } | Form::Transcript { .. } => Some(ClaimKind::Quote),
            Form::Statement { .. } => Some(ClaimKind::Statement),
            Form::Sentence { .. } | Form::Since { .. } => None,
        }
    }
}
