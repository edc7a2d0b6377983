//! The sentences of findings on names, offices, quotations and statements.

use super::{FactNote, Finding, Fix, Level, Rule, level};
use crate::reference::Fact;
use crate::span::Span;

/// A stretch of the draft that a finding is on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot<'a> {
    pub(crate) span: Span,
    pub(crate) text: &'a str,
    /// Whether it stands inside quotation marks.
    pub(crate) quoted: bool,
}

/// What is to be said of words that were held against a fact.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wrong<'a> {
    /// "Marko Rubio" for this name.
    Spelling(&'a str),
    /// "Lucia Reyes" for "Lucía Reyes".
    Accents(&'a str),
    /// "chris Murphy" for "Chris Murphy".
    Capitals(&'a str),
    /// Another office of the class that the person holds.
    Office { said: &'a str, held: &'a str, fix: Option<&'a Fix> },
    /// Another party or place than the person's.
    Stands { said: &'a str, held: &'a str, fix: Option<&'a Fix> },
    /// An office held at another time.
    Time { said: &'a str, held: &'a str },
    /// Words that were not said like this; `changes` as "before → until".
    Words { said: &'a str, changes: &'a str, fix: Option<&'a Fix> },
    /// Words of somebody else.
    Speaker { named: &'a str, by: &'a str },
    /// The opposite of what is so.
    Denied { said: &'a str, so: &'a str },
}

impl Wrong<'_> {
    fn rule(&self) -> Rule {
        match self {
            Self::Spelling(_) | Self::Accents(_) | Self::Capitals(_) => Rule::NameMisspelled,
            Self::Office { .. } | Self::Stands { .. } => Rule::RoleDiffers,
            Self::Time { .. } => Rule::RoleOutdated,
            Self::Words { .. } => Rule::QuoteAltered,
            Self::Speaker { .. } => Rule::QuoteMisattributed,
            Self::Denied { .. } => Rule::StatementDenied,
        }
    }

    fn message(&self, text: &str) -> String {
        match self {
            Self::Spelling(name) => format!("the reference spells this name {name}"),
            Self::Accents(name) => format!("the reference writes this name with its accents: {name}"),
            Self::Capitals(name) => format!("the reference writes this name with its capitals: {name}"),
            Self::Office { said, held, .. } => format!("the draft says {said}, the reference {held}"),
            Self::Stands { said, held, .. } => format!("the draft says {said} of {text}, the reference {held}"),
            Self::Time { said, held } => format!("the draft says {said}; by the reference, {held}"),
            Self::Words { changes, .. } => format!("the words differ from those on record: {changes}"),
            Self::Speaker { named, by } => format!("the draft has {named} say this, the reference {by}"),
            Self::Denied { so, .. } => format!("the draft says the opposite of the reference: {so}"),
        }
    }

    /// The draft's side and the reference's.
    fn sides<'a>(&'a self, text: &'a str) -> (&'a str, &'a str) {
        match self {
            Self::Spelling(name) | Self::Accents(name) | Self::Capitals(name) => (text, name),
            Self::Office { said, held, .. } | Self::Stands { said, held, .. } | Self::Time { said, held } => {
                (said, held)
            }
            Self::Words { said, .. } => (text, said),
            Self::Speaker { named, by } => (named, by),
            Self::Denied { said, so } => (said, so),
        }
    }

    /// What to write instead, where one reading is possible.
    fn fix(&self, span: Span) -> Option<Fix> {
        match self {
            Self::Spelling(name) | Self::Accents(name) | Self::Capitals(name) => {
                Some(Fix { span, replacement: (*name).to_owned() })
            }
            Self::Words { fix, .. } | Self::Office { fix, .. } | Self::Stands { fix, .. } => fix.cloned(),
            Self::Time { .. } | Self::Speaker { .. } | Self::Denied { .. } => None,
        }
    }
}

impl Finding {
    /// What is to be said of words that were held against a fact.
    pub(crate) fn of_words(spot: Spot<'_>, fact: &Fact, wrong: Wrong<'_>) -> Self {
        let rule = wrong.rule();
        let marks_only = matches!(wrong, Wrong::Accents(_) | Wrong::Capitals(_));
        let natural = rule.level().filter(|_| !marks_only).unwrap_or(Level::Note);
        let (draft, reference) = wrong.sides(spot.text);
        let difference = if let Wrong::Words { changes, .. } = wrong { Some(changes.to_owned()) } else { None };
        Self {
            rule,
            level: level(natural, fact, spot.quoted),
            span: spot.span,
            text: spot.text.to_owned(),
            message: wrong.message(spot.text),
            fact: Some(FactNote::new(fact, None, reference)),
            draft: Some(draft.to_owned()),
            reference: Some(reference.to_owned()),
            difference,
            unit: None,
            quoted: spot.quoted,
            hints: fact.note.clone().into_iter().collect(),
            fix: wrong.fix(spot.span),
            other: None,
        }
    }
}
