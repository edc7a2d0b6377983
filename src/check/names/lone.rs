//! A surname alone with a letter wrong, where the draft has the right one throughout: "The fee for Brandson".
//!
//! Left alone: names that may be somebody else's or a place's: with another name beside them, where something is, at the
//! head of a sentence, or in a headline.

use std::collections::HashMap;

use super::people::{People, folded};
use super::spelling::{self, Kind, Likelihood, Slip};
use crate::extract::name::Name;
use crate::lexicon::{Sense, Word};
use crate::source::{BlockKind, Document};
use crate::span::offset;
use crate::text::Tokens;

/// How often the right name stands in a draft for one that is wrong.
const OFTEN: usize = 2;

/// A shorter surname may well be another's.
const SHORTEST: usize = 6;
/// How far from it, in bytes, the right ones stand: a longer draft tells of many people.
const NEAR: usize = 20_000;

/// The surnames of a reference that stand in a draft more than once.
#[derive(Debug, Default)]
pub(super) struct Lone<'d> {
    /// How often the draft has each word that begins with a capital.
    counted: HashMap<&'d str, usize>,
    /// Those that are a surname of somebody on record and stand often.
    right: Vec<&'d str>,
}

impl<'d> Lone<'d> {
    pub(super) fn of(prose: &'d str, people: &People) -> Self {
        let mut counted: HashMap<&str, usize> = HashMap::new();
        let words = prose.split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|word| word.starts_with(char::is_uppercase)) {
            *counted.entry(word).or_default() += 1;
        }
        let often = counted.iter().filter(|(_, count)| **count >= OFTEN).map(|(word, _)| *word);
        let right = often.filter(|word| people.is_surname(&folded(word))).collect();
        Self { counted, right }
    }

    /// Whether no surname on record stands often: none can be misspelled beside it.
    pub(super) fn is_empty(&self) -> bool {
        self.right.is_empty()
    }

    /// The slip in a surname alone.
    pub(super) fn judge(
        &self,
        document: &Document<'_>,
        tokens: &Tokens,
        (name, block): (&Name, u32),
        people: &People,
    ) -> Option<Slip> {
        let prose = &*document.prose;
        let at = name.tokens.start;
        let runs = matches!(
            document.blocks[block as usize].kind,
            BlockKind::Paragraph | BlockKind::Quote | BlockKind::Item { .. }
        );
        if self.is_empty() || name.tokens.len() != 1 || name.title.is_some() || !runs {
            return None;
        }
        let written = tokens.tokens[at].text(prose);
        let word = folded(written);
        if word.len() < SHORTEST
            || Word::find(written).is_some()
            || people.knows(written)
            || people.with_word(&word).next().is_some()
        {
            return None;
        }
        let mut near = self.right.iter().filter(|right| spelling::is_slip(&word, &folded(right)));
        let right = near.next().filter(|_| near.next().is_none())?;
        let last = folded(right);
        let mut whose = people.with_word(&last).filter(|known| known.last.word == last);
        let fact = whose.next()?.fact;
        let count = *self.counted.get(written)?;
        let here = tokens.tokens[at].start as usize;
        let often = places(prose, right).filter(|(start, _)| start.abs_diff(here) < NEAR).count();
        // "Sterne" beside "Stern", "the Brandsens"
        let another = word.starts_with(&last) || last.starts_with(&word) || whose.any(|known| known.fact != fact);
        let alone = !is_placed(prose, tokens, at) && places(prose, written).all(|place| is_alone(prose, place));
        let named = alone && places(prose, &written.to_lowercase()).next().is_none();
        (!another && named && count * OFTEN <= often).then(|| Slip {
            written: 0..offset(written.len()),
            right: (*right).to_owned(),
            fact: fact as usize,
            kind: Kind::Letters,
            likelihood: Likelihood::Sure,
        })
    }
}

/// "in Brandson", "the Brandson", "Brandson is": whether a place or a thing may be meant, or a word that begins a sentence.
fn is_placed(prose: &str, tokens: &Tokens, at: usize) -> bool {
    let word = |at: usize| tokens.tokens.get(at).map_or("", |token| token.text(prose));
    let opens = tokens.sentences.iter().any(|sentence| sentence.start == at);
    let speaks = tokens.tokens.get(at + 1).and_then(|next| next.word).is_some_and(|next| next.is(Sense::Saying));
    let placed = ["in", "at", "near", "from", "around", "outside", "the", "The"];
    opens && !speaks || at.checked_sub(1).is_some_and(|before| placed.contains(&word(before)))
}

/// Whether a word is no part of another name: neither "Brandson Street" nor "Lise Brandson".
fn is_alone(prose: &str, (start, end): (usize, usize)) -> bool {
    let named = |word: &str| word.starts_with(char::is_uppercase) && Word::find(word).is_none_or(Word::is_only_a_name);
    let joined = [' ', '-'];
    let before = prose[..start].strip_suffix(joined).map(|text| text.rsplit(|c: char| !c.is_alphanumeric()).next());
    let after = prose[end..].strip_prefix(joined).map(|text| text.split(|c: char| !c.is_alphanumeric()).next());
    !before.flatten().is_some_and(named) && !after.flatten().is_some_and(named)
}

/// Where a word stands in a text.
fn places<'a>(prose: &'a str, word: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    let parts = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let found = prose.match_indices(word).map(|(at, word)| (at, at + word.len()));
    found.filter(move |&(start, end)| parts(prose[..start].chars().next_back()) && parts(prose[end..].chars().next()))
}
