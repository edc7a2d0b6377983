//! A surname alone with a letter wrong, where the draft has the right one at least twice near it: "The fee for Brandson"
//! or "Brandson said", where Brandsen is on record.
//!
//! Left alone: names that may be somebody else's or a place's: with another name beside them, behind a preposition or an
//! article ("from Brandson"), at the head of a sentence unless they speak, told apart from the right one ("Brandsen and
//! Brandson", "Brandson (SV)"), or in a headline.

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
    right: Vec<Right<'d>>,
}

/// A surname on record.
#[derive(Debug)]
struct Right<'d> {
    /// As the draft has it.
    written: &'d str,
    folded: String,
}

impl<'d> Lone<'d> {
    pub(super) fn of(prose: &'d str, people: &People) -> Self {
        if people.is_empty() {
            return Self::default();
        }
        let mut counted: HashMap<&str, usize> = HashMap::new();
        let words = prose.split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|word| word.starts_with(char::is_uppercase)) {
            *counted.entry(word).or_default() += 1;
        }
        let often = counted.iter().filter(|(_, count)| **count >= OFTEN).map(|(word, _)| *word);
        let right = often.map(|written| Right { written, folded: folded(written) });
        let right = right.filter(|right| people.is_surname(&right.folded)).collect();
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
        let mut near = self.right.iter().filter(|right| spelling::is_slip(&word, &right.folded));
        let Right { written: right, folded: last } = near.next().filter(|_| near.next().is_none())?;
        let mut whose = people.with_word(last).filter(|known| known.last.word == *last);
        let fact = whose.next()?.fact;
        let count = *self.counted.get(written)?;
        let here = tokens.tokens[at].start as usize;
        let often = places(prose, right).filter(|(start, _)| start.abs_diff(here) < NEAR).count();
        // "Sterne" beside "Stern", "the Brandsens"
        let another =
            word.starts_with(last.as_str()) || last.starts_with(&word) || whose.any(|known| known.fact != fact);
        let is_bare = |place| is_alone(prose, place) && !is_told_apart(prose, place, right);
        let alone = !is_placed(prose, tokens, at) && places(prose, written).all(is_bare);
        let named = alone && places(prose, &written.to_lowercase()).next().is_none();
        (!another && named && count * OFTEN <= often).then(|| Slip {
            written: 0..offset(written.len()),
            right: (*right).to_owned(),
            fact: fact as usize,
            kind: Kind::Letters,
            likelihood: Likelihood::Beside,
        })
    }
}

/// "from Brandson", "the Brandson", "Brandson is": whether a place or a thing may be meant, or a word that begins a sentence.
/// "The fee for Brandson" and "his brother with Brandson" are of somebody.
fn is_placed(prose: &str, tokens: &Tokens, at: usize) -> bool {
    let means = |at: usize, sense| tokens.tokens[at].word.is_some_and(|word| word.is(sense));
    let opens = tokens.sentences.iter().any(|sentence| sentence.start == at);
    let speaks = at + 1 < tokens.tokens.len() && means(at + 1, Sense::Saying);
    let Some(before) = at.checked_sub(1) else { return !speaks };
    let word = |at: usize| tokens.tokens[at].text(prose);
    let leads = means(before, Sense::Article)
        || means(before, Sense::Preposition)
        || matches!(word(before), "past" | "toward" | "towards");
    let of_somebody = before.checked_sub(1).is_some_and(|noun| {
        let paid = means(noun, Sense::Charge) || means(noun, Sense::Pay) || word(noun) == "contract";
        let own = paid || means(noun, Sense::Kin);
        // "The mayor of Brandson", "residents of Brandson"
        let beside = own || [Sense::Person, Sense::Someone, Sense::People].into_iter().any(|sense| means(noun, sense));
        own && matches!(word(before), "of" | "for") || beside && matches!(word(before), "by" | "with")
    });
    opens && !speaks || leads && !of_somebody
}

/// "Brandsen (KP) and Brandson", "Brandson (SV)": whether a text tells a word apart from the right one, or says whose it is.
fn is_told_apart(prose: &str, (start, end): (usize, usize), right: &str) -> bool {
    let after = prose[end..].trim_start();
    let joined = |text: &str| ["and", "or"].contains(&text);
    // What stands between brackets says who the right one is.
    let before = prose[..start].trim_end();
    let first = before.rsplit_once(char::is_whitespace).filter(|(_, word)| joined(word)).map(|(first, _)| {
        let first = first.trim_end_matches(',').trim_end();
        first.strip_suffix(')').and_then(|open| open.rsplit_once('(')).map_or(first, |(first, _)| first.trim_end())
    });
    let second = after.split_once(char::is_whitespace).filter(|(word, _)| joined(word)).map(|(_, second)| second);
    after.starts_with('(')
        || first.is_some_and(|first| first.ends_with(right))
        || second.is_some_and(|second| second.trim_start().starts_with(right))
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
