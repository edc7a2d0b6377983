//! Figures of any sort, for the shapes that hold them: "$5 million", "25%", "3 points", "50-52 percent", "40".

use std::ops::Range;

use super::measured::{self, Measured, Stated};
use super::numeral::{Numeral, NumeralForm};
use super::{Sentence, duration, hedge, measurement, money, percent, range, unit};
use crate::lexicon::{self, Begins, Sense};
use crate::value::{Amount, Dimension, Exact, Hedge, Number, Quantity};

/// A figure with its sign or unit, where it has one.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub(super) quantity: Quantity,
    /// The figure with its sign or unit.
    pub(super) core: Range<usize>,
    /// With its hedge.
    pub(super) whole: Range<usize>,
}

/// The figure that begins with the numeral at `index`; none where it is an order or reads as a year.
pub(super) fn of(sentence: &Sentence<'_, '_>, index: usize) -> Option<Figure> {
    let found = measured::figure(sentence, index, |numeral| read(sentence, numeral));
    if let Some(Stated { quantity, core, whole }) = found {
        if !parts(sentence, &core, whole.start) && !by_and_to(sentence, quantity.amount, whole.start) {
            return Some(Figure { quantity, core, whole });
        }
        let first = read(sentence, sentence.numerals.get(index)?);
        if let Some(Stated { quantity, core, whole }) = first.map(|first| measured::stated(sentence, first)) {
            return Some(Figure { quantity, core, whole });
        }
    } else if let Some(bounds) = range::plain(sentence, index).filter(|b| !parts(sentence, &b.core, b.whole.start)) {
        let amount = Amount::Range(bounds.low, bounds.high);
        if !by_and_to(sentence, amount, bounds.whole.start) {
            let quantity = Quantity { amount, unit: None, hedge: Hedge::Range };
            return Some(Figure { quantity, core: bounds.core, whole: bounds.whole });
        }
    }
    let numeral = sentence.numerals.get(index).filter(|numeral| numeral.form != NumeralForm::Ordinal)?;
    if is_year(sentence, numeral) {
        return None;
    }
    let hedged = hedge::around(sentence, &numeral.tokens);
    let hedge = if numeral.form == NumeralForm::Vague { Hedge::Vague } else { hedged.hedge };
    let quantity = Quantity { amount: numeral.amount, unit: None, hedge };
    Some(Figure { quantity, core: numeral.tokens.clone(), whole: hedged.whole })
}

/// Whether the two figures of a range are the two ends of a movement: "from $5 to $7", "rose 5% to 7%".
fn parts(sentence: &Sentence<'_, '_>, core: &Range<usize>, start: usize) -> bool {
    let to = core.clone().find(|&at| sentence.is_word(at, "to"));
    let unit = |at: usize| sentence.sense(at, |sense| is_unit(sense).then_some(())).is_some();
    let whole = to.is_some_and(|to| (core.start..to).any(unit) && (to..core.end).any(unit));
    whole || to.is_some() && sentence.is_word(start, "from")
}

/// Whether the two figures of a range are how far and how much: "fell by 2,000 to 14,500"; "by 2,000 to 3,000" is a range.
fn by_and_to(sentence: &Sentence<'_, '_>, amount: Amount, start: usize) -> bool {
    let Amount::Range(low, high) = amount else { return false };
    let by = sentence.before(start).is_some_and(|by| sentence.is_word(by, "by"));
    by && low.value().checked_mul(Exact::constant(4, 1)).is_some_and(|far| far <= high.value())
}

fn is_unit(sense: Sense) -> bool {
    matches!(sense, Sense::Unit(..) | Sense::Currency(..))
}

/// The number with whatever sign or unit it has.
fn read(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Measured> {
    // Beside a movement, "3 points" are no goals; "320 points" are an index's.
    let market = || sentence.range.clone().any(|at| sentence.has(at, Sense::Market));
    let few = |number: Number| number.value() <= Exact::constant(100, 1) && !market();
    let points = || {
        numeral
            .number()
            .filter(|&number| few(number))
            .and_then(|_| unit::after(sentence, numeral, |unit| unit.dimension() == Dimension::Points))
    };
    let holds = |shape| Some(()).filter(|()| sentence.begins.any(shape));
    holds(Begins::MONEY)
        .and_then(|()| money::read(sentence, numeral))
        .or_else(|| holds(Begins::SHARE).and_then(|()| percent::read(sentence, numeral).or_else(points)))
        .or_else(|| measurement::read(sentence, numeral))
        .or_else(|| holds(Begins::LASTING).and_then(|()| duration::read(sentence, numeral)))
}

/// Whether a plain number reads as a year.
fn is_year(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let digits = sentence.word(numeral.tokens.end - 1);
    digits.len() == 4 && numeral.whole().is_some_and(|value| (1500..2100).contains(&value))
}

/// A part of a whole in per cent: what "doubled" adds is all of it, 100 per cent.
pub(super) fn share(part: Exact) -> Option<Quantity> {
    let number = Number::new(part.checked_mul(Exact::constant(100, 1))?, Exact::ZERO);
    Some(Quantity { unit: Some(lexicon::unit("percent")?), ..Quantity::exact(number) })
}
