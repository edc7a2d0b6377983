//! Two figures that bound one amount: "20–30", "between 3,000 and 4,000", "$5-7 million", "five or
//! six".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::numeral::{Numeral, NumeralForm};
use super::{Sentence, hedge};
use crate::lexicon::Sense;
use crate::text::TokenKind;
use crate::value::{Exact, Hedge, Number};

/// A figure as a finder has it: its numeral, and its tokens with sign and unit.
#[derive(Clone, Debug)]
pub(super) struct Bound<'a> {
    pub(super) numeral: &'a Numeral,
    pub(super) core: Range<usize>,
}

impl Bound<'_> {
    /// Whether a sign or unit stands with the number.
    fn has_unit(&self) -> bool {
        self.core != self.numeral.tokens
    }
}

/// The two ends of a range; magnitudes are distributed ("$5-7 million" begins at 5,000,000).
#[derive(Clone, Debug)]
pub(super) struct Bounds {
    pub(super) low: Number,
    pub(super) high: Number,
    /// From the first figure to the last.
    pub(super) core: Range<usize>,
    /// With "between", "from" and hedges.
    pub(super) whole: Range<usize>,
}

/// What stands between the two figures of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    Dash,
    To,
    And,
    Or,
}

/// The range of two figures that follow each other, where the words between and before them make
/// one. Finders of figures with a unit call it with the cores they have read; a shared unit
/// belongs to the second: ("44", "50 mg"), ("$5", "7 million").
pub(super) fn join(sentence: &Sentence<'_, '_>, first: &Bound<'_>, second: &Bound<'_>) -> Option<Bounds> {
    let Some(link) = link(sentence, first, second) else { return bounded(sentence, first, second) };
    let (low, high) = distributed(first.numeral, second.numeral)?;
    let fits = match link {
        Link::Dash | Link::To | Link::And => low.value() < high.value(),
        // "five or six", "40 or 50"; not "2 or 200".
        Link::Or => low.value() < high.value() && high.value() <= low.value().checked_mul(Exact::constant(3, 1))?,
    };
    if !fits {
        return None;
    }
    let core = first.core.start..second.core.end;
    let mut whole = hedge::around(sentence, &core).whole;
    let opener = if link == Link::And { "between" } else { "from" };
    // "from 30 celsius and 40 celsius" can mean nothing else.
    let measured = || first.has_unit() && second.has_unit();
    let slip = || opens(sentence, whole.start, "from").filter(|_| measured());
    let ages = || between_ages(sentence, whole.start).filter(|_| link == Link::And);
    match opens(sentence, whole.start, opener).or_else(slip).or_else(ages) {
        Some(at) => whole.start = at,
        None if link == Link::And => return None,
        None => {}
    }
    Some(Bounds { low, high, core, whole })
}

/// "more than 100 and fewer than 300", "over 40 but under 60".
fn bounded(sentence: &Sentence<'_, '_>, first: &Bound<'_>, second: &Bound<'_>) -> Option<Bounds> {
    let joint = second.core.start.checked_sub(LONGEST_BOUND).map_or(first.core.end, |at| at.max(first.core.end));
    let joint = (joint..second.core.start).find(|&at| ["and", "but", ","].contains(&sentence.word(at)))?;
    let lower = hedge::around(sentence, &first.core);
    if lower.whole.end != joint || !matches!(lower.hedge, Hedge::Over | Hedge::AtLeast) {
        return None;
    }
    let upper = hedge::around(sentence, &second.core);
    let opposed = matches!(upper.hedge, Hedge::Under | Hedge::AtMost | Hedge::UpTo);
    let (low, high) = (first.numeral.number()?, second.numeral.number()?);
    let close = upper.whole.start == joint + 1;
    let core = first.core.start..second.core.end;
    let whole = lower.whole.start..upper.whole.end;
    (opposed && close && low.value() < high.value()).then_some(Bounds { low, high, core, whole })
}

/// How many tokens a hedge and the joint before it may take.
const LONGEST_BOUND: usize = 7;

/// The range that the numeral at `index` begins together with the next one: "40 to 50".
pub(super) fn plain<'a>(sentence: &Sentence<'a, '_>, index: usize) -> Option<Bounds> {
    let (first, second) = (sentence.numerals.get(index)?, sentence.numerals.get(index + 1)?);
    // "from 2.6 million in 1977 to 3.1 million": the year begins no range.
    if is_dated(sentence, first) && second.whole().is_none_or(|value| value > 2_200) {
        return None;
    }
    let bound = |numeral: &'a Numeral| Bound { core: numeral.tokens.clone(), numeral };
    join(sentence, &bound(first), &bound(second))
}

/// Whether a number is the year in which something was: "in 1977".
fn is_dated(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let start = numeral.tokens.start;
    let year = numeral.form == NumeralForm::Digits && sentence.word(start).len() == 4 && numeral.tokens.len() == 1;
    year && numeral.whole().is_some_and(|year| (1500..2100).contains(&year))
        && sentence.before(start).is_some_and(|at| matches!(sentence.word(at), "in" | "since" | "during"))
}

/// Where the word that opens a range stands, right before `at`.
fn opens(sentence: &Sentence<'_, '_>, at: usize, opener: &str) -> Option<usize> {
    let before = at.checked_sub(1).filter(|before| sentence.range.contains(before))?;
    sentence.word(before).eq_ignore_ascii_case(opener).then_some(before)
}

/// Where "between the ages of" begins that ends before `at`.
fn between_ages(sentence: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let ages = at.checked_sub(2).filter(|&ages| sentence.is_word(at - 1, "of") && sentence.has(ages, Sense::Ageing))?;
    let the = ages - usize::from(sentence.before(ages).is_some_and(|the| sentence.is_word(the, "the")));
    opens(sentence, the, "between")
}

fn link(sentence: &Sentence<'_, '_>, lower: &Bound<'_>, upper: &Bound<'_>) -> Option<Link> {
    let (first, second) = (&lower.core, &upper.core);
    if second.start <= first.end || second.start > first.end + 4 {
        return None;
    }
    // "between 2 and about 7 litres".
    let about = second.start > first.end + 1 && is_about(sentence, second.start - 1);
    let between = first.end..second.start - usize::from(about);
    let mut words = between.clone().map(|at| sentence.word(at)).filter(|word| !matches!(*word, "-" | "‑" | "–" | "−"));
    let Some(word) = words.next() else { return dash(sentence, lower, upper) };
    if words.next().is_some() {
        return None;
    }
    // "three-to-five", "three to five", "three- to five-year".
    let hyphens = between.len() - 1;
    let paired = hyphens != 1 || sentence.word(first.end) != word;
    match word {
        "to" | "through" if paired => Some(Link::To),
        "and" if hyphens == 0 => Some(Link::And),
        "or" if paired => Some(Link::Or),
        _ => None,
    }
}

/// Whether a word at `at` makes the figure after it a round one.
fn is_about(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    sentence.tokens[at].word.is_some_and(|word| word.is(Sense::HedgeBefore(Hedge::About)))
}

/// A single dash between two figures, which is a range unless more dashes make it a date, a phone
/// number or a code.
fn dash(sentence: &Sentence<'_, '_>, lower: &Bound<'_>, upper: &Bound<'_>) -> Option<Link> {
    let (first, second) = (&lower.core, &upper.core);
    let about = second.start == first.end + 2 && is_about(sentence, first.end + 1);
    if second.start != first.end + 1 + usize::from(about) {
        return None;
    }
    let sign = &sentence.tokens[first.end];
    let opening = &sentence.tokens[first.end + 1];
    let tight = sign.glued && opening.glued;
    // "100 - 1000 litres", "2 -7 g": a hyphen for a dash, where the figures share a unit.
    let shared = upper.has_unit() && [lower, upper].iter().all(|bound| bound.numeral.form == NumeralForm::Digits);
    let free = !sign.glued && (shared || sentence.word(first.end) == "–");
    let joined_before = sentence.tokens[first.start].glued && !is_open(sentence, first.start);
    let after = sentence.tokens.get(second.end).filter(|next| next.glued);
    let joined_after = after.is_some_and(|next| {
        let digits_follow =
            sentence.tokens.get(second.end + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Number);
        next.kind == TokenKind::Symbol && digits_follow
    });
    let padded = [first, second].iter().any(|figure| {
        let digits = sentence.word(figure.end - 1);
        digits.len() > 1 && digits.starts_with('0') && !digits.contains('.')
    });
    ((tight || free) && !joined_before && !joined_after && !padded).then_some(Link::Dash)
}

/// Whether the token at `at` follows an opening sign or a currency sign.
fn is_open(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| sentence.word(before));
    before.chars().all(|c| !c.is_alphanumeric() && !matches!(c, '-' | '‑' | '–' | '.' | '/' | ':' | ','))
}

/// The values of two figures, the first with the magnitude of the second where it has none and
/// would be smaller: "3-4 billion", but "500 to 1 million".
fn distributed(first: &Numeral, second: &Numeral) -> Option<(Number, Number)> {
    let ordered = |form| form == NumeralForm::Ordinal;
    if ordered(first.form) || ordered(second.form) {
        return None;
    }
    let (low, high) = (first.number()?, second.number()?);
    if first.scale > 0 || second.scale == 0 {
        return Some((low, high));
    }
    let factor = Exact::decimal(1, i32::from(second.scale))?;
    let shares = low.value() < high.value().checked_div(factor)?;
    Some((if shares { low.scaled(factor)? } else { low }, high))
}
