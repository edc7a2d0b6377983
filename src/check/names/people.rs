//! The people of a reference, by the words of their names.

use serde::{Deserialize, Serialize};

use super::person_of;
use super::sound::{skeleton, sound};
use crate::check::reading::term::unaccented;
use crate::check::reading::texts::ByText;
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
    /// By the sounds of the last word, vowels left out.
    by_skeleton: ByText<Vec<u32>>,
    /// By a listed misspelling, folded: the fact and the spelling meant.
    misspelled: ByText<(u32, String)>,
    /// Every stretch of letters in a name or a misspelling, folded: a text without any names nobody.
    letters: ByText<()>,
}

/// A full name of two words or more, as far as near-misses need it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Known {
    pub(super) fact: u32,
    /// The first and last word.
    pub(super) first: Part,
    pub(super) last: Part,
    /// As the house writes it.
    pub(super) name: String,
}

/// A word of a name, as it is compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Part {
    /// Folded.
    pub(super) word: String,
    /// How it sounds.
    pub(super) sound: String,
}

impl Part {
    pub(super) fn of(word: &str) -> Self {
        let word = folded(word);
        let sound = sound(&word);
        Self { word, sound }
    }
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
                people.spell(name);
            }
            for slip in &person.misspellings {
                people.spell(slip);
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
        let known = Known { fact, first: Part::of(first), last: Part::of(last), name: name.to_owned() };
        let number = offset(self.known.len());
        for word in [&known.first.word, &known.last.word] {
            self.by_word.or_insert(word, Vec::new()).push(number);
        }
        self.by_skeleton.or_insert(&skeleton(&known.last.word), Vec::new()).push(number);
        self.known.push(known);
    }

    fn spell(&mut self, name: &str) {
        let folded = folded(name);
        for part in folded.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty()) {
            self.letters.insert(part, ());
        }
    }

    /// Whether a stretch of letters that begins with a capital, or that follows an abbreviation in small
    /// letters ("sen. chris"), stands in somebody's name: in a text without one nothing comes near a name.
    pub(super) fn may_stand_in(&self, text: &str) -> bool {
        let mut folded = String::new();
        let mut knows = |word: &str| {
            folded.clear();
            fold_onto(&mut folded, word);
            self.letters.get(&folded).is_some()
        };
        let bytes = text.as_bytes();
        let mut at = 0;
        let begins = |at: usize| {
            bytes[at].is_ascii_uppercase()
                || bytes[at] >= 0x80
                || (bytes[at].is_ascii_lowercase() && at > 1 && bytes[at - 2] == b'.' && bytes[at - 1] == b' ')
        };
        while let Some(start) = (at..bytes.len()).find(|&at| begins(at)) {
            let inside = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80;
            at = start + bytes[start..].iter().take_while(|byte| inside(byte)).count();
            let run = &text[start..at];
            // Quotation marks and dashes are no letters either.
            let found =
                if run.is_ascii() { knows(run) } else { run.split(|c: char| !c.is_alphabetic()).any(&mut knows) };
            if found {
                return true;
            }
        }
        false
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

    /// Whether somebody is called this to the last word.
    pub(in crate::check) fn is_exact(&self, name: &str) -> bool {
        self.by_name.get(&folded(name)).is_some()
    }

    /// Those with this word first or last in their name.
    pub(super) fn with_word(&self, word: &str) -> impl Iterator<Item = &Known> {
        self.by_word.get(word).into_iter().flatten().filter_map(|&number| self.known.get(number as usize))
    }

    /// Whether it is the last word of somebody's name.
    pub(super) fn is_surname(&self, word: &str) -> bool {
        self.with_word(word).any(|known| known.last.word == word)
    }

    /// Those whose last word sounds like this one but for its vowels.
    pub(super) fn sounding_like(&self, word: &str) -> impl Iterator<Item = &Known> {
        let numbers = self.by_skeleton.get(&skeleton(word)).into_iter().flatten();
        numbers.filter_map(|&number| self.known.get(number as usize))
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
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        fold_onto(&mut folded, word);
    }
    folded
}

/// Appends a word in lower case, without accents, with plain apostrophes.
pub(in crate::check) fn fold_onto(folded: &mut String, word: &str) {
    if word.is_ascii() {
        let start = folded.len();
        folded.push_str(word);
        folded[start..].make_ascii_lowercase();
        return;
    }
    let plain = |c: char| if c == '\u{2019}' { '\'' } else { unaccented(c).unwrap_or(c) };
    folded.extend(word.chars().flat_map(char::to_lowercase).map(plain));
}
