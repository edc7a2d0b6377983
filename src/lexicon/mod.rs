//! What the house knows of words: numbers, units, currencies, hedges, months, titles, traps.
//!
//! The knowledge is data, one YAML folder a language beside this file; the build script compiles
//! it into static tables. A word is looked up once, when it is read; everything later asks its
//! [`Word`] for the senses it needs.

mod hash;
mod plain;
mod split;
mod trap;
mod detail;
mod gender;
mod sense;
mod adding;
mod usage;

use std::collections::BTreeSet;
use std::mem;
use std::num::NonZeroU16;

pub use adding::Adding;
pub use detail::{
    Affiliation, CurrencyForm, DayHalf, Direction, Era, Handover, Movement, OfficeClass, Period, Side, UnitForm,
};
pub(crate) use gender::Gender;
pub(crate) use plain::{next_piece, plain_piece};
pub use sense::Sense;
pub use split::PieceKind;
pub(crate) use split::{piece, skip_space};
pub use trap::Trap;
pub use usage::{DateOrder, Locale, Usage, locale, locales};

use crate::value::Unit;
use tables::{
    ALONE, BEGINS, BEGINS_OF, ENTRIES, EXAMPLES, FIRST, GOVERNING, HOLDING, IN_PHRASES, LAST, LEADING, LENGTHS,
    READINGS, SLOTS, STATES, SYNONYMS, UNITS,
};

/// The shapes that can begin with a word, or that a sentence may hold: those that can begin with some word of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Begins(u32);

impl Begins {
    /// As most words do.
    pub(crate) const NOTHING: Self = Self(0);
    /// "seven", "a" as in "a dozen".
    pub(crate) const NUMERAL: Self = Self(1);
    /// "one" as in "one of the".
    pub(crate) const TRAP: Self = Self(1 << 1);
    /// "rose", "go" as in "go up".
    pub(crate) const MOVEMENT: Self = Self(1 << 2);
    /// "president", "secretary" as in "secretary of state".
    pub(crate) const TITLE: Self = Self(1 << 3);
    /// "Monday", "noon", "the day after".
    pub(crate) const DATE: Self = Self(1 << 4);
    /// "twice", "doubled".
    pub(crate) const MULTIPLE: Self = Self(1 << 5);
    /// "hours", "square" as in "square miles", "dollars", "more" as in "more hours".
    pub(crate) const UNIT: Self = Self(1 << 6);
    /// "about", "in" as in "in excess of".
    pub(crate) const HEDGE: Self = Self(1 << 7);
    /// "1867".
    pub(crate) const DIGITS: Self = Self(1 << 8);
    /// "noon", "o'clock", "half" as in "half past five".
    pub(crate) const CLOCK: Self = Self(1 << 9);
    /// "dollars", "$".
    pub(crate) const MONEY: Self = Self(1 << 10);
    /// "percent", "basis" as in "basis points".
    pub(crate) const SHARE: Self = Self(1 << 11);
    /// "hours", "light" as in "light years".
    pub(crate) const LASTING: Self = Self(1 << 12);
    /// "or" as in "or so": the hedge of a figure before it.
    pub(crate) const HEDGED: Self = Self(1 << 13);
    /// "sixties".
    pub(crate) const DECADE: Self = Self(1 << 14);
    /// Of a sentence: a number, or an article that may stand for one.
    pub(crate) const FIGURE: Self = Self(1 << 15);
    /// Of a sentence: a name.
    pub(crate) const NAME: Self = Self(1 << 16);
    /// Of a sentence: a quotation stands in its block.
    pub(crate) const QUOTATION: Self = Self(1 << 17);
    /// Of a token that begins no shape by what it is: a capital, a rarer sign, or a gap before it that may end a line.
    pub(crate) const SIGHT: Self = Self(1 << 18);
    /// "aged", "turned": the age of a figure near it.
    pub(crate) const AGE: Self = Self(1 << 19);
    /// Every shape.
    pub(crate) const ANY: Self = Self(u32::MAX);

    /// Whether the two have a shape in common.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// These shapes where they are there, else none; told without a branch, for it is asked of every word.
    pub(crate) const fn only_if(self, are_there: bool) -> Self {
        Self(self.0 & (are_there as u32).wrapping_neg())
    }

    /// The shapes of both.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A word that stands first in at least one phrase of the lexicon.
struct Entry {
    /// In lower case.
    word: &'static str,
    /// What it means by itself, whatever its case.
    alone: &'static [Sense],
    /// Longest first.
    phrases: &'static [Phrase],
}

/// One or more words and what they mean together.
pub struct Phrase {
    /// The words after the first, in lower case; hyphens count as words.
    pub rest: &'static [&'static str],
    /// The first of them, where the lexicon has an entry for it: most phrases are told apart by it at once.
    pub(crate) next: Option<Word>,
    /// Where case tells ("MW" is not "mW"): the whole phrase as it must stand.
    pub exact: Option<&'static str>,
    /// What it means; a phrase may mean several things.
    pub senses: &'static [Sense],
}

/// What the build script wrote: a table for each kind of knowledge, and `kind`, the bit of a sense's kind.
#[expect(
    clippy::unreadable_literal,
    clippy::unnested_or_patterns,
    reason = "written by the build script for the compiler, not for readers"
)]
mod tables {
    use super::{
        Adding, Affiliation, Begins, CurrencyForm, DateOrder, DayHalf, Direction, Entry, Era, Handover, Locale,
        Movement, OfficeClass, Period, Phrase, Sense, Side, Trap, UnitForm, Word,
    };
    use crate::value::{Dimension, Exact, Hedge, Holiday, Season, Tenure, Unit, UnitDefinition};

    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}

/// A word the lexicon knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(NonZeroU16);

impl Sense {
    /// Whether it is a word that people are called by.
    pub(crate) fn is_of_a_name(self) -> bool {
        matches!(self, Self::GivenName | Self::Feminine | Self::Masculine | Self::Surname | Self::FamilyName)
    }
}

impl Word {
    /// How many words the lexicon knows.
    pub(crate) const COUNT: usize = ENTRIES.len();

    /// Looks a word up, whatever its ASCII case.
    pub fn find(word: &str) -> Option<Self> {
        Self::at(word, 0, word.len())
    }

    /// Looks up the word `[start, end)` of a text.
    pub(crate) fn at(text: &str, start: usize, end: usize) -> Option<Self> {
        let (key, length) = (hash::key(text.as_bytes(), start, end), end - start);
        let is_it = |known: Self| {
            let at = known.index();
            let same = (FIRST[at], LAST[at]) == key && usize::from(LENGTHS[at]) == length;
            same && (length <= 16 || known.entry().word.eq_ignore_ascii_case(&text[start..end]))
        };
        Self::with(hash::hash(key, length), is_it)
    }

    /// Looks up a word of fewer than eight letters or a sign, which is its own key.
    fn short(word: u64, length: usize) -> Option<Self> {
        Self::with(hash::hash((word, 0), length), |known| FIRST[known.index()] == word)
    }

    /// Looks up a word of up to sixteen letters, which its key and length tell from every other.
    fn medium(key: hash::Key, length: usize) -> Option<Self> {
        let is_it = |known: Self| {
            let at = known.index();
            (FIRST[at], LAST[at]) == key && usize::from(LENGTHS[at]) == length
        };
        Self::with(hash::hash(key, length), is_it)
    }

    /// The word of this number in the tables, from 1; none for 0.
    const fn numbered(number: u16) -> Option<Self> {
        match NonZeroU16::new(number) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    /// The word with this hash that is the right one.
    #[inline]
    fn with(hash: u32, is_it: impl Fn(Self) -> bool) -> Option<Self> {
        let mut slot = hash as usize;
        loop {
            let known = Self::numbered(SLOTS[slot & (SLOTS.len() - 1)])?;
            if is_it(known) {
                return Some(known);
            }
            slot += 1;
        }
    }

    /// The phrases that begin with it, longest first.
    pub fn phrases(self) -> &'static [Phrase] {
        self.entry().phrases
    }

    /// What can begin with it before a word of this first byte, zero at the end of a text; settles most words at once:
    /// "the" before "war" begins no date, as it may before "day".
    pub(crate) fn begins_before(self, next: u8) -> Begins {
        BEGINS[usize::from(BEGINS_OF[self.index()])][hash::follower(next)]
    }

    /// Whether one of these can begin with it, before some word.
    pub(crate) fn may_begin(self, shapes: Begins) -> bool {
        BEGINS[usize::from(BEGINS_OF[self.index()])][hash::WIDE_FOLLOWER].any(shapes)
    }

    /// What the word means by itself, whatever its case.
    pub fn senses(self) -> impl Iterator<Item = Sense> {
        self.entry().alone.iter().copied()
    }

    /// Whether it is known as part of people's names alone: "Smyth", "Fatima".
    pub(crate) fn is_only_a_name(self) -> bool {
        self.senses().next().is_some() && self.senses().all(Sense::is_of_a_name)
    }

    /// The word in lower case.
    pub(crate) fn text(self) -> &'static str {
        self.entry().word
    }

    fn entry(self) -> &'static Entry {
        &ENTRIES[self.index()]
    }

    /// Its number among the words of the lexicon, below [`Word::COUNT`].
    pub(crate) fn index(self) -> usize {
        usize::from(self.0.get()) - 1
    }

    /// Whether the word by itself has exactly this sense.
    #[inline]
    pub fn is(self, sense: Sense) -> bool {
        // Most words end at the first: none of their senses is of this kind. A variant is one byte.
        let variant = mem::discriminant(&sense);
        ALONE[self.index()] & tables::kind(sense) != 0
            && self.entry().alone.iter().any(|own| mem::discriminant(own) == variant && *own == sense)
    }

    /// Whether the word by itself has one of these senses.
    #[inline]
    pub(crate) fn is_one_of<const COUNT: usize>(self, senses: [Sense; COUNT]) -> bool {
        // Their kinds are known when the house is compiled: most words end at a single comparison.
        let kinds = senses.iter().fold(0, |kinds, sense| kinds | tables::kind(*sense));
        ALONE[self.index()] & kinds != 0 && senses.into_iter().any(|sense| self.is(sense))
    }

    /// Whether a phrase of this sense may begin with it; settles most words at once.
    #[inline]
    pub(crate) fn may_mean(self, sense: Sense) -> bool {
        IN_PHRASES[self.index()] & tables::kind(sense) != 0
    }
}

/// Whether a measure says that its years are somebody's age: "age", "aged".
pub(crate) fn tells_age(measure: &str) -> bool {
    Word::find(measure).is_some_and(|word| word.is(Sense::Ageing))
}

/// The unit with this CLDR identifier or ISO 4217 code.
///
/// ```
/// let mile = factdiff::lexicon::unit("mile").expect("a known unit");
/// assert_eq!(mile.factor().to_string(), "1609.344");
/// ```
pub fn unit(id: &str) -> Option<Unit> {
    UNITS.iter().find(|unit| unit.id == id).map(Unit::new)
}

/// Every unit and currency the lexicon knows.
pub fn units() -> impl Iterator<Item = Unit> {
    UNITS.iter().map(Unit::new)
}

/// Words and phrases that say the same of a fact, one group a meaning.
pub fn synonyms() -> &'static [&'static [&'static str]] {
    SYNONYMS
}

/// How articles shorten a state or territory of the United States, by its postal code: "Conn." for "CT".
pub fn state(code: &str) -> Option<&'static str> {
    STATES.iter().find(|(own, _)| *own == code).map(|(_, name)| *name)
}

/// Units that are also written for another: the unit, and two units of which the first is as many of
/// the second as the other reading is of the own: "mile" at sea.
pub(crate) fn readings() -> &'static [(&'static str, &'static str, &'static str)] {
    READINGS
}

/// What is said of whoever governs, whatever the office is: "in power".
pub(crate) fn governing() -> &'static [&'static str] {
    GOVERNING
}

/// What is said of whoever holds any one office, in place of its name: "held the job".
pub(crate) fn holding() -> &'static [&'static str] {
    HOLDING
}

/// What whoever holds an office does, by its verb: "chaired" for "chairwoman of the board".
pub(crate) fn leading(office: &str) -> impl Iterator<Item = &'static str> {
    let named = |word: &str| office.split(' ').any(|own| own.eq_ignore_ascii_case(word));
    LEADING.iter().filter(move |(word, _)| named(word)).flat_map(|(_, deeds)| deeds.iter().copied())
}

/// The single words that mean this, in the order of the alphabet: "trio" and "threesome" for a
/// group of three.
pub fn words_for(sense: Sense) -> impl Iterator<Item = &'static str> {
    let means = |phrase: &Phrase| phrase.rest.is_empty() && phrase.senses.contains(&sense);
    let words = ENTRIES.iter().filter(|entry| entry.phrases.iter().any(means)).map(|entry| entry.word);
    words.collect::<BTreeSet<_>>().into_iter()
}

/// Texts from the lexicon's own data, each with its locale and the kind and value that must be found in it.
#[doc(hidden)]
pub fn examples() -> &'static [(&'static str, &'static str, &'static str)] {
    EXAMPLES
}
