//! Figures that leave out what they count because the first of their list says it: 23 of "Labour won 41 seats and the
//! Civic Union 23".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::counted::{self, Grammar};
use super::numeral::{Numeral, NumeralForm};
use super::{Sentence, hedge};
use crate::lexicon::{Adding, Sense};

/// How many figures a list may have.
const LONGEST_LIST: usize = 12;
/// How many words a name may have: "Democratic Party of Sudland".
const LONGEST_NAME: usize = 6;

/// What the first figure of the list counts, where the one at `start` is a further one.
pub(super) fn counted(sentence: &Sentence<'_, '_>, start: usize) -> Option<Range<usize>> {
    let (first, seam) = first(sentence, start)?;
    let of = counted::after(sentence, hedge::around(sentence, &first.tokens).whole.end, Grammar::Plural)?;
    // "seats", "votes": several have shares of them.
    let shared = sentence.has(of.end - 1, Sense::Adding(Adding::SharedOut));
    (of.end == seam.end && (seam.named || shared)).then_some(of)
}

/// The first figure of the list of likes that the one at `start` is a further one of, whose verb may be left out of the
/// others, and how its further parts begin.
pub(super) fn first<'a>(sentence: &Sentence<'a, '_>, start: usize) -> Option<(&'a Numeral, Seam)> {
    let index = sentence.numerals.binary_search_by_key(&start, |numeral| numeral.tokens.start).ok()?;
    let mut seam = seam(sentence, &sentence.numerals[index])?;
    for before in sentence.numerals[..index].iter().rev().take(LONGEST_LIST) {
        if before.tokens.end < seam.end {
            return is_told(sentence, before).then_some((before, seam));
        }
        let further = self::seam(sentence, before).filter(|_| before.tokens.end == seam.end)?;
        seam = Seam { named: seam.named && further.named, ..further };
    }
    None
}

/// Where the part of a list before a figure begins.
pub(super) struct Seam {
    /// One past what stands before the "and" or the comma.
    pub(super) end: usize,
    /// Whether nothing but a name stands before the figure: after "the" it may belong to the name, "the Indy 500".
    named: bool,
}

/// ", Marsh 14", "and the Civic Union 23": a seam, a name and a figure that closes its clause.
fn seam(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Seam> {
    if !closes(sentence, numeral) {
        return None;
    }
    let figure = hedge::around(sentence, &numeral.tokens).whole.start;
    let part = |at: usize| sentence.is_capitalised(at) && !sentence.has(at, Sense::Function);
    let floor = sentence.range.start.max(figure.saturating_sub(LONGEST_NAME));
    let name = (floor..figure).rev().take_while(|&at| part(at)).last()?;
    let the = sentence.before(name).filter(|&at| sentence.word(at) == "the");
    let joint = sentence.before(the.unwrap_or(name))?;
    let comma = sentence.before(joint).filter(|&at| matches!(sentence.word(at), "," | ";"));
    let end = match sentence.word(joint) {
        "," | ";" => joint,
        "and" | "while" | "but" => comma.unwrap_or(joint),
        _ => return None,
    };
    Some(Seam { end, named: the.is_none() })
}

/// Whether nothing of its clause follows a figure, and it is no year.
fn closes(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let plain = matches!(numeral.form, NumeralForm::Digits | NumeralForm::Words | NumeralForm::Scaled);
    let year = sentence.word(numeral.tokens.start).len() == 4
        && numeral.whole().is_some_and(|value| (1500..2100).contains(&value));
    let end = numeral.tokens.end;
    let goes_on = end + 1 < sentence.range.end && sentence.is_glued(end + 1);
    plain
        && !year
        && (end >= sentence.range.end || matches!(sentence.word(end), "." | "," | ";" | "and" | ")") && !goes_on)
}

/// Whether a figure has a verb that may be left out of others: "Labour won 41 seats".
fn is_told(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let verb = sentence.before(hedge::around(sentence, &numeral.tokens).whole.start);
    let told = verb.filter(|&verb| sentence.has(verb, Sense::Gapped)).and_then(|verb| sentence.before(verb));
    told.is_some_and(|at| sentence.is_capitalised(at) || sentence.word(at) == ",")
}
