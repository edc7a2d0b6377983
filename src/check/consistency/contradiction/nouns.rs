//! How often and by which descriptions a draft speaks of a noun.

use std::collections::HashMap;

use crate::lexicon::{Sense, Word};
use crate::source::Document;

/// The longest draft, in bytes, of which a noun without a name may stand for one thing throughout.
const SHORT: usize = 60_000;
/// For how many nouns a draft is read again.
const MOST: usize = 64;
/// How many words of a description are read.
const REACH: usize = 3;

/// What a draft says of the nouns asked for, each read once.
pub(super) struct Nouns<'d> {
    prose: &'d str,
    /// The words of the draft; empty until one is asked for.
    words: Vec<(usize, &'d str)>,
    known: HashMap<String, Option<Kind<'d>>>,
}

/// A thing of which a draft has only one.
#[derive(Clone, Debug)]
struct Kind<'d> {
    /// The words that tell it from others, nearest first; empty where it is nowhere described.
    described: Vec<&'d str>,
}

impl<'d> Nouns<'d> {
    pub(super) fn of(document: &'d Document<'_>) -> Self {
        Self { prose: &document.prose, words: Vec::new(), known: HashMap::new() }
    }

    /// Whether the draft tells of one thing only by this noun.
    pub(super) fn is_one(&mut self, noun: &[String]) -> bool {
        // "The school budget" is another than the budget of both; the Orrin bridge is the bridge.
        let name = |word: &&str| word.starts_with(char::is_uppercase);
        self.kind(noun).is_some_and(|kind| kind.described.iter().all(name))
    }

    /// Whether the draft tells of one thing only by this noun, and describes it by these words.
    pub(super) fn is_one_by(&mut self, noun: &[String], description: &[String]) -> bool {
        self.kind(noun).is_some_and(|kind| {
            let own = kind.described.iter().rev().zip(description).all(|(one, own)| own.eq_ignore_ascii_case(one));
            own && kind.described.len() == description.len()
        })
    }

    fn kind(&mut self, noun: &[String]) -> Option<&Kind<'d>> {
        let head = noun.last()?;
        let vague = Word::find(head).is_some_and(|word| word.is(Sense::Interchangeable)) && noun.len() == 1;
        if self.prose.len() > SHORT || head.len() < 4 || vague {
            return None;
        }
        let key = noun.join(" ");
        if self.known.len() >= MOST && !self.known.contains_key(&key) {
            return None;
        }
        if self.words.is_empty() {
            self.words = words(self.prose);
        }
        let (prose, words) = (self.prose, &self.words);
        self.known.entry(key).or_insert_with(|| survey(prose, words, noun)).as_ref()
    }
}

/// What a draft says of a noun; none where it tells of several, of another, of one by two
/// descriptions, or of whichever was named last.
fn survey<'d>(prose: &'d str, words: &[(usize, &'d str)], noun: &[String]) -> Option<Kind<'d>> {
    let mut described: Option<Vec<&str>> = None;
    let mut introduced = 0;
    for at in 0..words.len() {
        let Some(end) = reads(words, at, noun) else { continue };
        let (start, last) = (words[at].0, words[end - 1]);
        // "Bridges", "bridges'".
        if last.1.len() > noun[noun.len() - 1].len() {
            return None;
        }
        let behind = words.get(end).filter(|next| beside(prose, last, next.0));
        if behind.is_some_and(|(_, next)| is(next, Sense::Situates)) {
            return None;
        }
        let before = description(prose, &words[at.saturating_sub(REACH + 1)..at], start);
        let (description, opener) = before?;
        introduced += usize::from(opener.is_some_and(|opener| is(opener, Sense::Indefinite)));
        // "Bridge" at the head of a line is undescribed; so is "the bridge".
        if !description.is_empty() {
            let same = |before: &Vec<&str>| {
                before.len() == description.len()
                    && before.iter().zip(&description).all(|(one, other)| one.eq_ignore_ascii_case(other))
            };
            if described.as_ref().is_some_and(|before| !same(before)) {
                return None;
            }
            described = Some(description);
        }
    }
    (introduced < 2).then(|| Kind { described: described.unwrap_or_default() })
}

/// The end of the noun's words where they begin at a word, the last of them perhaps in the plural.
fn reads(words: &[(usize, &str)], at: usize, noun: &[String]) -> Option<usize> {
    let stretch = words.get(at..at + noun.len())?;
    let (last, before) = (noun.last()?, &noun[..noun.len() - 1]);
    let same = stretch.iter().zip(before).all(|((_, word), noun)| word.eq_ignore_ascii_case(noun));
    let head = stretch.last()?.1;
    let tail = head.get(..last.len()).filter(|start| start.eq_ignore_ascii_case(last)).map(|_| &head[last.len()..])?;
    (same && matches!(tail, "" | "s" | "es")).then_some(at + noun.len())
}

/// The words that describe a noun, nearest first, and the word before them; none where they tell one
/// of several.
fn description<'d>(
    prose: &'d str,
    before: &[(usize, &'d str)],
    start: usize,
) -> Option<(Vec<&'d str>, Option<&'d str>)> {
    let mut described: Vec<&str> = Vec::new();
    let (mut next, mut figured) = (start, false);
    for (at, word) in before.iter().rev() {
        if !beside(prose, (*at, word), next) {
            break;
        }
        if [Sense::Past, Sense::Partial, Sense::Increment, Sense::Another].into_iter().any(|sense| is(word, sense)) {
            return None;
        }
        next = *at;
        if word.ends_with(|c: char| c.is_ascii_digit()) {
            // "The 11-member council" is not told from another by its members.
            if !figured {
                described.pop();
            }
            figured = true;
        } else if Word::find(word).is_some_and(|word| word.senses().any(measures)) {
            figured = true;
        } else if figured || links(word) {
            return Some((described, Some(word)));
        } else {
            described.push(*word);
        }
    }
    Some((described, None))
}

/// Whether a word before a noun is none that describes it.
fn links(word: &str) -> bool {
    let link = |sense| {
        matches!(
            sense,
            Sense::Determiner
                | Sense::Indefinite
                | Sense::Function
                | Sense::Preposition
                | Sense::Opens
                | Sense::Saying
                | Sense::Auxiliary
                | Sense::Modal
                | Sense::Title
                | Sense::Honorific
                | Sense::PastTense
                | Sense::Gives(_)
        )
    };
    let verb = word.starts_with(char::is_lowercase) && word.len() > 4 && word.ends_with("ed");
    // The "s" of an owner: "the city's bridge".
    verb || word == "s" || Word::find(word).is_some_and(|word| word.senses().any(link))
}

/// "million", "metre", "members" of a figure.
fn measures(sense: Sense) -> bool {
    matches!(sense, Sense::Unit(..) | Sense::Scale(_) | Sense::Currency(..))
}

/// Whether only white space or a hyphen parts a word from what begins at a byte.
fn beside(prose: &str, (at, word): (usize, &str), next: usize) -> bool {
    let between = &prose[at + word.len()..next];
    between.chars().count() <= 2 && between.chars().all(|c| matches!(c, ' ' | '\n' | '-' | '$' | '£' | '€'))
}

fn is(word: &str, sense: Sense) -> bool {
    Word::find(word).is_some_and(|word| word.is(sense))
}

/// The words of a text, each with its first byte.
fn words(prose: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(start) = prose[at..].find(char::is_alphanumeric).map(|gap| at + gap) {
        at = prose[start..].find(|c: char| !c.is_alphanumeric()).map_or(prose.len(), |length| start + length);
        words.push((start, &prose[start..at]));
    }
    words
}
