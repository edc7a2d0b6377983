//! The people of a reference, by the words of their names.

use serde::{Deserialize, Serialize};

use super::person_of;
use crate::check::term::unaccented;
use crate::check::texts::ByText;
use crate::lexicon::{Sense, Word};
use crate::reference::Reference;
use crate::span::offset;

/// The people of a reference, by their names; cases, accents and initials make no difference.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(in crate::check) struct People {
    /// By full name or alias, folded; none where two people share it.
    by_name: ByText<Option<u32>>,
    /// Full names of two words or more.
    known: Vec<Known>,
    /// By the first or last word of such a name, folded.
    by_word: ByText<Vec<u32>>,
    /// By a listed misspelling, folded: the fact and the spelling meant.
    misspelled: ByText<(u32, String)>,
}

/// A full name of two words or more, as far as near-misses need it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Known {
    pub(super) fact: u32,
    /// The first and last word, folded.
    pub(super) first: String,
    pub(super) last: String,
    /// As the house writes it.
    pub(super) name: String,
}

impl People {
    /// Reads the people of a reference once.
    pub(in crate::check) fn of(reference: &Reference) -> Self {
        let mut people = Self::default();
        for (fact, person) in
            (0_u32..).zip(reference.facts.iter()).filter_map(|(at, fact)| Some((at, person_of(fact)?)))
        {
            for name in std::iter::once(&person.name).chain(&person.aliases) {
                let entry = people.by_name.or_insert(&folded(name), Some(fact));
                if *entry != Some(fact) {
                    *entry = None;
                }
                people.by_name.or_insert(&short(name), Some(fact));
                people.know(fact, name);
            }
            for slip in &person.misspellings {
                let right = std::iter::once(&person.name).chain(&person.aliases);
                let words = slip.split_whitespace().count();
                let meant = right.min_by_key(|name| name.split_whitespace().count().abs_diff(words));
                people.misspelled.insert(&folded(slip), (fact, meant.unwrap_or(&person.name).clone()));
            }
        }
        people
    }

    fn know(&mut self, fact: u32, name: &str) {
        let words = name_words(name);
        let (Some(first), Some(last)) = (words.first(), words.last().filter(|_| words.len() > 1)) else { return };
        let known = Known { fact, first: folded(first), last: folded(last), name: name.to_owned() };
        let number = offset(self.known.len());
        for word in [&known.first, &known.last] {
            self.by_word.or_insert(word, Vec::new()).push(number);
        }
        self.known.push(known);
    }

    /// Whether the reference knows nobody.
    pub(in crate::check) fn is_empty(&self) -> bool {
        self.by_name.is_empty()
    }

    /// The one person of this name.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let fact = self.by_name.get(&folded(name)).or_else(|| self.by_name.get(&short(name))).copied().flatten();
        fact.map(|fact| fact as usize)
    }

    /// Whether somebody is called this.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.by_name.get(&folded(name)).is_some() || self.by_name.get(&short(name)).is_some()
    }

    /// Those with this word first or last in their name.
    pub(super) fn with_word(&self, word: &str) -> impl Iterator<Item = &Known> {
        self.by_word.get(word).into_iter().flatten().filter_map(|&number| self.known.get(number as usize))
    }

    /// Whose misspelling this is, and what is meant.
    pub(super) fn misspelling(&self, name: &str) -> Option<(usize, &str)> {
        self.misspelled.get(&folded(name)).map(|(fact, right)| (*fact as usize, right.as_str()))
    }
}

/// The words of a name without initials and suffixes: "George", "Bush" of "George W. Bush Jr."
pub(super) fn name_words(name: &str) -> Vec<&str> {
    let is_word = |word: &&str| {
        let bare = word.trim_end_matches(['.', ',']);
        let suffix = Word::find(bare).is_some_and(|word| word.is(Sense::NameSuffix));
        bare.chars().count() > 1 && !suffix && !word.contains('.')
    };
    name.split_whitespace().filter(is_word).collect()
}

/// The first and last word of a name, folded.
fn short(name: &str) -> String {
    let words = name_words(name);
    match (words.first(), words.last()) {
        (Some(first), Some(last)) if words.len() > 1 => format!("{} {}", folded(first), folded(last)),
        _ => folded(name),
    }
}

/// In lower case, without accents, with plain apostrophes and single blanks.
pub(in crate::check) fn folded(name: &str) -> String {
    let plain = |c: char| if c == '\u{2019}' { Some('\'') } else { Some(unaccented(c).unwrap_or(c)) };
    let words = name
        .split_whitespace()
        .map(|word| word.chars().flat_map(char::to_lowercase).filter_map(plain).collect::<String>());
    words.collect::<Vec<_>>().join(" ")
}
