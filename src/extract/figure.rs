//! A figure with its sign or unit, for the shapes that hold figures of any sort.

use std::ops::Range;

use super::numeral::{Numeral, NumeralForm};
use super::{Sentence, hedge};
use crate::lexicon::{self, CurrencyForm, Sense};
use crate::text::phrase_at;
use crate::value::{Amount, Exact, Hedge, Quantity, Unit};

/// A numeral with the unit it stands in.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub(super) quantity: Quantity,
    /// The numeral with its sign or unit.
    pub(super) core: Range<usize>,
    /// With its hedge.
    pub(super) whole: Range<usize>,
}

/// The figure of a numeral: "$5 million", "25%", "3 points", "40"; none where it is an order or
/// reads as a year.
pub(super) fn of(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Figure> {
    if numeral.form == NumeralForm::Ordinal {
        return None;
    }
    let Range { start, end } = numeral.tokens;
    let (core, unit, factor) = if let Some((at, currency)) = sign_before(sentence, start) {
        (at..end, Some(currency), Exact::ONE)
    } else if let Some((after, unit, factor)) = unit_after(sentence, end) {
        (start..after, Some(unit), factor)
    } else {
        (start..end, None, Exact::ONE)
    };
    if unit.is_none() && is_year(sentence, numeral) {
        return None;
    }
    let amount = match numeral.amount {
        Amount::Point(number) => Amount::Point(number.scaled(factor)?),
        Amount::Vague(low, high) => Amount::Vague(low.checked_mul(factor)?, high.checked_mul(factor)?),
        Amount::Range(..) | Amount::Rate(..) => return None,
    };
    let hedged = hedge::around(sentence, &core);
    let hedge = if numeral.form == NumeralForm::Vague { Hedge::Vague } else { hedged.hedge };
    Some(Figure { quantity: Quantity { amount, unit, hedge }, core, whole: hedged.whole })
}

/// The currency sign that ends before a number, and where it begins: "US$".
fn sign_before(sentence: &Sentence<'_, '_>, end: usize) -> Option<(usize, Unit)> {
    let first = sentence.range.start.max(end.saturating_sub(3));
    (first..end).find_map(|at| {
        let (_, unit) = phrase_at(sentence.prose, &sentence.tokens[..end], at, |phrase| {
            let ends = at + 1 + phrase.rest.len() == end;
            phrase.senses.iter().find_map(|&sense| match sense {
                Sense::Currency(unit, CurrencyForm::Symbol | CurrencyForm::Code) if ends => Some(unit),
                _ => None,
            })
        })?;
        Some((at, unit))
    })
}

/// The unit or currency word after a number, and where it ends; cents are hundredths.
fn unit_after(sentence: &Sentence<'_, '_>, at: usize) -> Option<(usize, Unit, Exact)> {
    let hyphen = matches!(sentence.word(at), "-" | "‑") && sentence.tokens[at].glued;
    let at = at + usize::from(hyphen);
    let (taken, (unit, factor)) = phrase_at(sentence.prose, &sentence.tokens[..sentence.range.end], at, |phrase| {
        phrase.senses.iter().find_map(|&sense| match sense {
            Sense::Unit(unit, _) | Sense::Currency(unit, CurrencyForm::Word | CurrencyForm::Code) => {
                Some((unit, Exact::ONE))
            }
            Sense::Currency(unit, CurrencyForm::Minor) => Some((unit, Exact::constant(1, 100))),
            _ => None,
        })
    })?;
    Some((at + taken, unit, factor))
}

/// Whether a plain number reads as a year.
fn is_year(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let digits = sentence.word(numeral.tokens.end - 1);
    digits.len() == 4 && numeral.whole().is_some_and(|value| (1500..2100).contains(&value))
}

/// A share of a whole as a quantity: what "doubled" adds is 100 per cent.
pub(super) fn percent(value: i64) -> Option<Quantity> {
    let number = crate::value::Number::new(Exact::from(value), Exact::ZERO);
    Some(Quantity { unit: Some(lexicon::unit("percent")?), ..Quantity::exact(number) })
}
