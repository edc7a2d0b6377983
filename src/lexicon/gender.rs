//! Whether somebody is a man or a woman, as far as a first name, a title or a pronoun tells.

use super::{Sense, Word};

/// Whether somebody is a man or a woman, as far as the text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Man,
    Woman,
    Unknown,
}

impl Gender {
    /// Whether somebody of one may be of the other.
    pub(crate) fn may_be(self, other: Self) -> bool {
        self == other || self == Self::Unknown || other == Self::Unknown
    }

    /// By the first name.
    pub(crate) fn of(name: &str) -> Self {
        let first = name.split_whitespace().next().and_then(Word::find);
        first.and_then(Self::of_word).unwrap_or(Self::Unknown)
    }

    /// By a first name or a title.
    pub(crate) fn of_word(word: Word) -> Option<Self> {
        match (word.is(Sense::Feminine), word.is(Sense::Masculine)) {
            (true, false) => Some(Self::Woman),
            (false, true) => Some(Self::Man),
            (_, _) => None,
        }
    }
}
