//! The sentences of findings that hold a draft against itself.

use super::{Finding, Level, Other, Rule, Spot};

/// A place of the draft that does not fit another.
#[derive(Clone, Debug)]
pub(crate) struct Mismatch<'a> {
    pub(crate) rule: Rule,
    /// What does not fit.
    pub(crate) spot: Spot<'a>,
    /// What it does not fit with, where that stands apart.
    pub(crate) other: Option<Other>,
    /// What follows from the rest.
    pub(crate) sum: Sum<'a>,
    pub(crate) voice: Voice,
}

/// What follows from the rest of the draft, as the words of an editor who does the sum.
#[derive(Clone, Debug)]
pub(crate) enum Sum<'a> {
    /// "10 miles is 16.1 kilometers".
    Is { given: String, follows: String },
    /// "60% + 30% + 20%" is more than all, and what would be left for the last.
    PastAll { given: String, total: String, follows: Option<String> },
    /// "3 are named: Ana Ruiz, Tom Lee, Iris Vogel".
    Named { count: usize, names: String },
    /// Four items under "three projects:".
    Listed { count: usize },
    /// Three rows under "four sources:".
    Tabled { count: usize },
    /// "June has only 30 days".
    Impossible { because: String, follows: Option<String> },
    /// "$4.2 million", said of the same before; "84 metres" also in the unit of the figure here.
    Said { before: &'a str, turned: Option<String> },
    /// "Okafor", as the name is spelt elsewhere.
    Spelt { elsewhere: &'a str, times: usize },
}

/// Who does the sum, and of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The draft itself, of what is so.
    Asserts,
    /// Somebody the draft tells of, or of what is only supposed: a level milder.
    Reports,
}

impl Sum<'_> {
    fn message(&self, said: &str) -> String {
        match self {
            Self::Is { given, follows } => format!("{given} is {follows}, not {said}"),
            Self::PastAll { given, total, .. } => format!("{given} is {total}, more than the whole"),
            Self::Named { count, names } => format!("{said}, but {count} are named: {names}"),
            Self::Listed { count } => format!("{said}, but the list has {count} items"),
            Self::Tabled { count } => format!("{said}, but the table has {count} rows"),
            Self::Impossible { because, .. } => format!("{said} cannot be: {because}"),
            Self::Said { before, turned: None } => format!("the draft says {said} here and {before} elsewhere"),
            Self::Said { before, turned: Some(turned) } => {
                format!("the draft says {said} here and {before}, which is {turned}, elsewhere")
            }
            Self::Spelt { elsewhere, times: 1 } => format!("this name is spelt {said} here and {elsewhere} elsewhere"),
            Self::Spelt { elsewhere, times } => {
                format!("this name is spelt {said} here and {elsewhere} in {times} other places")
            }
        }
    }

    /// The figure or words that would fit.
    fn fitting(&self) -> Option<String> {
        match self {
            Self::Is { follows, .. } => Some(follows.clone()),
            Self::Named { count, .. } | Self::Listed { count } | Self::Tabled { count } => Some(count.to_string()),
            Self::Impossible { follows, .. } | Self::PastAll { follows, .. } => follows.clone(),
            Self::Said { before, turned } => Some(turned.clone().unwrap_or_else(|| (*before).to_owned())),
            Self::Spelt { elsewhere, .. } => Some((*elsewhere).to_owned()),
        }
    }
}

impl Finding {
    /// What is to be said of a place of the draft that does not fit another.
    pub(crate) fn of_mismatch(mismatch: Mismatch<'_>, hints: Vec<String>) -> Self {
        let Mismatch { rule, spot, other, sum, voice } = mismatch;
        let natural = rule.level().unwrap_or(Level::Warning);
        let milder = spot.quoted || voice == Voice::Reports;
        Self {
            rule,
            level: if milder { natural.milder() } else { natural },
            span: spot.span,
            text: spot.text.to_owned(),
            message: sum.message(spot.text),
            fact: None,
            draft: Some(spot.text.to_owned()),
            reference: sum.fitting(),
            difference: None,
            unit: None,
            quoted: spot.quoted,
            hints,
            fix: None,
            other,
        }
    }
}
