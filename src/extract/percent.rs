//! Shares in per cent and differences in points: "25%", "25 to 30 percent", "half a percentage
//! point", "50 basis points".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::numeral::{Numeral, NumeralForm};
use super::range::{self, Bound};
use super::{Candidate, Sentence, counted, hedge};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::Sense;
use crate::text::phrase_at;
use crate::value::{Amount, Dimension, Hedge, Quantity, Unit};

/// Proposes numerals with "percent" or points after them, and ranges of two.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    let mut index = 0;
    while let Some(numeral) = sentence.numerals.get(index) {
        index += 1;
        if let Some((bounds, unit)) = ranged(sentence, index - 1) {
            index += 1;
            let amount = Amount::Range(bounds.low, bounds.high);
            let value = Value::Quantity(Quantity { amount, unit: Some(unit), hedge: Hedge::Range });
            let (core, whole) = (bounds.core, bounds.whole);
            let of = share_of(sentence, whole.end);
            candidates.push(Candidate { kind: ClaimKind::Percent, core, whole, value, of });
            continue;
        }
        let Some((core, unit)) = share(sentence, numeral) else { continue };
        let hedged = hedge::around(sentence, &core);
        let hedge = if numeral.form == NumeralForm::Vague { Hedge::Vague } else { hedged.hedge };
        let value = Value::Quantity(Quantity { amount: numeral.amount, unit: Some(unit), hedge });
        let of = share_of(sentence, hedged.whole.end);
        candidates.push(Candidate { kind: ClaimKind::Percent, core, whole: hedged.whole, value, of });
    }
}

/// What the share is one of: "voters" in "40% of voters".
fn share_of(sentence: &Sentence<'_, '_>, at: usize) -> Option<Range<usize>> {
    if sentence.word(at).eq_ignore_ascii_case("of") { counted::whole(sentence, at) } else { None }
}

/// The tokens of a numeral with the unit after it.
fn share(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<(Range<usize>, Unit)> {
    if numeral.form == NumeralForm::Ordinal {
        return None;
    }
    let (end, unit) = unit_after(sentence, numeral)?;
    Some((numeral.tokens.start..end, unit))
}

/// The unit after a numeral: right after it, after a hyphen, or for a fraction after "a" or "of a".
fn unit_after(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<(usize, Unit)> {
    let mut at = numeral.tokens.end;
    if numeral.form == NumeralForm::Fraction {
        at += usize::from(sentence.word(at).eq_ignore_ascii_case("of"));
        let article = ["a", "an", "one", "1"].iter().any(|word| sentence.word(at).eq_ignore_ascii_case(word));
        at += usize::from(article);
    }
    let hyphen = matches!(sentence.word(at), "-" | "‑") && sentence.tokens[at].glued;
    at += usize::from(hyphen);
    let (taken, unit) = unit_at(sentence, at)?;
    Some((at + taken, unit))
}

/// A unit of shares or of their differences at `at`, and how many tokens it takes.
fn unit_at(sentence: &Sentence<'_, '_>, at: usize) -> Option<(usize, Unit)> {
    let tokens = &sentence.tokens[..sentence.range.end];
    phrase_at(sentence.prose, tokens, at, |phrase| {
        // "points" alone are more often goals or marks.
        let bare = phrase.rest.is_empty() && sentence.word(at).to_ascii_lowercase().starts_with("point");
        phrase.senses.iter().find_map(|&sense| match sense {
            Sense::Unit(unit, _) if is_share(unit) && !bare => Some(unit),
            _ => None,
        })
    })
}

fn is_share(unit: Unit) -> bool {
    matches!(unit.dimension(), Dimension::Percent | Dimension::Points)
}

/// The range that the numeral at `index` begins, in per cent at its end or at both ends.
fn ranged(sentence: &Sentence<'_, '_>, index: usize) -> Option<(range::Bounds, Unit)> {
    let (first, second) = (sentence.numerals.get(index)?, sentence.numerals.get(index + 1)?);
    // Two figures apart are no range; most are settled here.
    if second.tokens.start > first.tokens.end + 4 {
        return None;
    }
    let (second_core, unit) = share(sentence, second)?;
    let first_core = match share(sentence, first) {
        Some((core, own)) => (own == unit).then_some(core)?,
        None => first.tokens.clone(),
    };
    let bounds = range::join(
        sentence,
        &Bound { numeral: first, core: first_core },
        &Bound { numeral: second, core: second_core },
    )?;
    Some((bounds, unit))
}
