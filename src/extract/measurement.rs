//! Measurements: "1,500 kilometres", "a 3-inch gap", "6 feet 2 inches", "−229 °C", "between 3 and 4
//! watts".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::measured::{self, Measured, Stated, is_measure};
use super::numeral::{Numeral, NumeralForm};
use super::{Candidate, Sentence, unit};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::{self, Sense};
use crate::text::TokenKind;
use crate::value::{Amount, Dimension, Exact, Number, Unit};

/// Proposes every figure with a unit that is neither time, money nor a share.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    let mut propose = |stated: Stated| {
        candidates.push(Candidate {
            kind: ClaimKind::Measurement,
            of: measured::material(sentence, stated.core.end),
            figures: Vec::new(),
            core: stated.core,
            whole: stated.whole,
            value: Value::Quantity(stated.quantity),
        });
    };
    measured::find(sentence, |numeral| read(sentence, numeral), &mut propose);
    for article in sentence.articles {
        if let Some(figure) = read(sentence, article).filter(|figure| is_measure(sentence, figure)) {
            propose(measured::stated(sentence, figure));
        }
    }
}

/// The measurement that a number begins.
pub(super) fn read(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Measured> {
    let part = |numeral: &Numeral| unit::after(sentence, numeral, measures);
    let figure = part(numeral)
        .or_else(|| feet_and_inches(sentence, numeral))
        .or_else(|| inches(sentence, numeral))
        .or_else(|| letter(sentence, numeral))
        .or_else(|| bare_degrees(sentence, numeral))?;
    let figure = measured::compound(sentence, figure, part);
    Some(below_zero(sentence, &figure).unwrap_or(figure))
}

fn measures(unit: Unit) -> bool {
    let other = [Dimension::Duration, Dimension::Percent, Dimension::Points, Dimension::Currency];
    !other.contains(&unit.dimension())
}

/// "5'10\"", in inches.
fn feet_and_inches(sentence: &Sentence<'_, '_>, feet: &Numeral) -> Option<Measured> {
    let end = feet.tokens.end;
    let is = |at: usize, signs: &[&str]| {
        sentence.tokens.get(at).is_some_and(|t| t.glued) && signs.contains(&sentence.word(at))
    };
    if !is(end, &["'", "’", "′"]) || !is(end + 2, &["\"", "”", "″"]) {
        return None;
    }
    let inches = measured::numeral_at(sentence, end + 1).filter(|inches| inches.tokens.end == end + 2)?.number()?;
    let dozen = Exact::constant(12, 1);
    if inches.value() >= dozen {
        return None;
    }
    let value = feet.number()?.value().checked_mul(dozen)?.checked_add(inches.value())?;
    let numeral = Numeral { amount: Amount::Point(Number::new(value, inches.place())), ..feet.clone() };
    Some(Measured { numeral, unit: lexicon::unit("inch")?, core: feet.tokens.start..end + 3 })
}

/// `a 9" plate`: a quotation mark that closes no quotation.
fn inches(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Measured> {
    let sign = numeral.tokens.end;
    // `10 " long`, typed with blanks.
    let extends = sentence.has(sign + 1, Sense::Extent);
    if sentence.word(sign) != "\"" || !(sentence.is_glued(sign) || extends) || sentence.is_glued(sign + 1) {
        return None;
    }
    let digits = matches!(numeral.form, NumeralForm::Digits | NumeralForm::Fraction);
    let quoted =
        sentence.tokens[sentence.range.start..sign].iter().filter(|token| token.is_sign(sentence.prose, '"')).count()
            % 2
            == 1;
    let inch = lexicon::unit("inch").filter(|_| digits && !quoted)?;
    Some(Measured { numeral: numeral.clone(), unit: inch, core: numeral.tokens.start..sign + 1 })
}

/// "20 below zero": degrees that are not named.
fn bare_degrees(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Measured> {
    let end = numeral.tokens.end;
    if !matches!(numeral.form, NumeralForm::Digits | NumeralForm::Words) || sentence.word(end) != "below" {
        return None;
    }
    let unit = lexicon::unit("degree").filter(|_| sentence.word(end + 1) == "zero")?;
    Some(Measured { numeral: numeral.clone(), unit, core: numeral.tokens.clone() })
}

/// "8m wide", "the 100m sprint": the letter is a unit where an extent follows, a million elsewhere;
/// "573 °F (573K)": a thousand, unless the sentence speaks of warmth.
fn letter(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Measured> {
    let plain = numeral.without_suffix()?;
    let letter = plain.tokens.end;
    if sentence.word(letter) == "K" && unit::is_warm(sentence, &(letter..letter + 1)) {
        return Some(Measured { numeral: plain, unit: lexicon::unit("kelvin")?, core: numeral.tokens.clone() });
    }
    let next = sentence.tokens[..sentence.range.end].get(numeral.tokens.end);
    let extends =
        next.is_some_and(|next| next.kind == TokenKind::Word && next.word.is_some_and(|word| word.is(Sense::Extent)));
    if sentence.word(letter) != "m" || !(extends || is_race(sentence, numeral)) {
        return None;
    }
    Some(Measured { numeral: plain, unit: lexicon::unit("meter")?, core: numeral.tokens.clone() })
}

/// "ran the 100m in 9.58 seconds": hundreds after "the" that count nothing.
fn is_race(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let Range { start, end } = numeral.tokens;
    let the = sentence.before(start).is_some_and(|the| sentence.is_word(the, "the"));
    let hundreds = sentence.word(start).len() >= 3 && sentence.word(start).ends_with("00");
    the && hundreds && (end >= sentence.range.end || !measured::is_noun(sentence, end))
}

/// "20 degrees below zero".
fn below_zero(sentence: &Sentence<'_, '_>, figure: &Measured) -> Option<Measured> {
    let end = figure.core.end;
    let scale = [Dimension::Temperature, Dimension::Angle].contains(&figure.unit.dimension());
    if !scale || sentence.word(end) != "below" || sentence.word(end + 1) != "zero" {
        return None;
    }
    let numeral = Numeral { amount: Amount::Point(figure.numeral.number()?.negated()), ..figure.numeral.clone() };
    Some(Measured { numeral, core: figure.core.start..end + 2, ..*figure })
}
