//! What stands behind a figure: nothing, a time, or what narrows it ("in Norway").

use std::ops::Range;

use crate::lexicon::{Sense, Word};

/// The longest narrowing, in words.
const LONGEST: usize = 6;

/// What narrows a figure behind it, in small letters and without its time: "on her campaign"; empty
/// where its clause ends, none where it goes on in another way. The dates are bytes of the rest; `counts`
/// tells whether another count may follow.
pub(super) fn tail(rest: &str, dates: &[Range<usize>], counts: Counts) -> Option<String> {
    let mut kept: Vec<String> = Vec::new();
    let whole = rest;
    let mut rest = without_aside(rest);
    for _ in 0..=LONGEST {
        if ends(rest, counts) {
            return Some(kept.join(" "));
        }
        rest = rest.strip_prefix([' ', '\n'])?.trim_start();
        let length = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'))).unwrap_or(rest.len());
        let (text, behind) = rest.split_at(length);
        let word = Word::find(text);
        let is = |sense| word.is_some_and(|word: Word| word.is(sense));
        // "a year", "per pupil", "each".
        let at = whole.len() - rest.len();
        let is_time = dates.iter().any(|date| date.contains(&at));
        let opens = is(Sense::Preposition) || is_time || word.is_some_and(|word| word.senses().any(tells_time));
        if text.is_empty() || is(Sense::Partial) || (kept.is_empty() && !opens) {
            return None;
        }
        if is_time {
            // "on Monday", "in 2024": the dates of the sentence say so.
            if kept.last().and_then(|last| Word::find(last)).is_some_and(|word| word.is(Sense::Preposition)) {
                kept.pop();
            }
        } else if !is(Sense::Article) {
            kept.push(text.to_lowercase());
        }
        rest = behind;
    }
    None
}

/// Whether a clause may end with another count of the same verb: "640 pupils and 38 teachers".
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    /// It is said of each.
    Apart,
    /// The two may be one sum.
    Together,
}

/// Without a conversion or another aside in brackets: "(15.4 km) long".
pub(super) fn without_aside(rest: &str) -> &str {
    let inner = rest.strip_prefix(" (").and_then(|inner| Some((inner, inner.find([')', '\n'])?)));
    inner.map_or(rest, |(inner, close)| inner[close..].strip_prefix(')').unwrap_or(rest))
}

fn ends(rest: &str, counts: Counts) -> bool {
    if rest.is_empty() || rest.starts_with(['.', ',', ';', '\n', ')', '"', '”', '<', '|', ']', '?', '!', ':']) {
        return true;
    }
    if rest.starts_with([' ', '\n']) && rest.trim_start().starts_with(['—', '–', '(']) {
        return true;
    }
    let joined = rest.strip_prefix(' ').and_then(|rest| rest.split_once(' '));
    let Some((_, next)) = joined.filter(|(and, _)| Word::find(and).is_some_and(|word| word.is(Sense::Opens))) else {
        return false;
    };
    let word = next.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let article = senses(word).any(|sense| sense == Sense::Indefinite);
    let another = article
        || next.starts_with(|c: char| c.is_ascii_digit())
        || senses(word).any(|s| matches!(s, Sense::Cardinal(_)));
    let acts = senses(word).any(|sense| {
        matches!(sense, Sense::Gives(_) | Sense::Auxiliary | Sense::PastTense | Sense::Holds | Sense::Acts)
    });
    (another && counts == Counts::Apart) || acts || (word.len() > 4 && word.ends_with("ed"))
}

/// "last", "yesterday".
fn tells_time(sense: Sense) -> bool {
    matches!(sense, Sense::Turn(_) | Sense::Day(_))
}

fn senses(word: &str) -> impl Iterator<Item = Sense> {
    Word::find(word).into_iter().flat_map(Word::senses)
}
