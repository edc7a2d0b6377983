//! Shares in per cent and differences in points: "25%", "25 to 30 percent", "half a percentage
//! point", "50 basis points".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::measured::{self, Measured, Stated};
use super::numeral::{Numeral, NumeralForm};
use super::{Candidate, Sentence, counted};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::Sense;
use crate::text::phrase_at;
use crate::value::{Dimension, Unit};

/// Proposes numerals with "percent" or points after them, and ranges of two.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    let propose = |stated: Stated| {
        candidates.push(Candidate {
            kind: ClaimKind::Percent,
            of: share_of(sentence, stated.whole.end),
            figures: Vec::new(),
            core: stated.core,
            whole: stated.whole,
            value: Value::Quantity(stated.quantity),
        });
    };
    measured::find(sentence, |numeral| read(sentence, numeral), propose);
}

/// What the share is one of: "voters" in "40% of voters".
fn share_of(sentence: &Sentence<'_, '_>, at: usize) -> Option<Range<usize>> {
    if sentence.word(at).eq_ignore_ascii_case("of") { counted::whole(sentence, at) } else { None }
}

/// The share that a number makes with the unit after it.
pub(super) fn read(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Measured> {
    if numeral.form == NumeralForm::Ordinal {
        return None;
    }
    let (end, unit) = unit_after(sentence, numeral)?;
    Some(Measured { numeral: numeral.clone(), unit, core: numeral.tokens.start..end })
}

/// The unit after a numeral: right after it, after a hyphen, or for a fraction after "a" or "of a".
fn unit_after(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<(usize, Unit)> {
    let mut at = numeral.tokens.end;
    if numeral.form == NumeralForm::Fraction {
        at += usize::from(sentence.word(at).eq_ignore_ascii_case("of"));
        let article = ["a", "an", "one", "1"].iter().any(|word| sentence.word(at).eq_ignore_ascii_case(word));
        at += usize::from(article);
    }
    // "60-percent", "60+ percent"
    let joined = matches!(sentence.word(at), "-" | "‑" | "+") && sentence.tokens[at].glued;
    at += usize::from(joined);
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
