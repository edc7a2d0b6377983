//! What a figure admits by its hedge and its last digit, and what a fact allows.
//!
//! v is the value a claim gives and r the place value of its last significant digit: 1.5 million is
//! v = 1,500,000 with r = 100,000.

#[cfg(test)]
mod tests;

use super::outcome::Rounding;
use crate::claim::ClaimKind;
use crate::reference::Tolerance;
use crate::value::{Amount, End, Exact, Hedge, Interval, Number, Quantity, Unit};

/// Counts up to this are meant exactly, in digits or in words.
const SMALL_COUNT: Exact = Exact::constant(20, 1);

/// A share of the whole.
pub(super) const fn per_cent(share: i128) -> Exact {
    Exact::constant(share, 100)
}

/// A quantity and what sort of claim it is.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Figure {
    /// "34 people" and "34 years old" are not rounded alike.
    pub(in crate::check) kind: ClaimKind,
    /// How much.
    pub(in crate::check) quantity: Quantity,
}

/// The values with which a figure agrees, by its hedge; none where they do not fit the arithmetic.
pub(in crate::check) fn admitted(figure: Figure, rounding: Rounding) -> Option<Interval> {
    let Figure { kind, quantity } = figure;
    let around = |number: Number, hedge| {
        let precision = Precision::of(kind, &quantity.amount, number);
        // "fell more than 5%" lies below -5.
        let falls = kind == ClaimKind::Change && number.value().is_negative();
        let hedge = if falls { mirrored(hedge) } else { hedge };
        around(number, (precision, rounding), hedge)
    };
    match quantity.amount {
        Amount::Point(_) | Amount::Rate(..) => around(quantity.point()?, quantity.hedge),
        Amount::Range(low, high) => {
            let ends = if quantity.hedge == Hedge::About { Hedge::About } else { Hedge::Exact };
            Some(Interval { low: around(low, ends)?.low, high: around(high, ends)?.high })
        }
        Amount::Vague(low, high) => {
            let open = matches!(quantity.hedge, Hedge::Over | Hedge::AtLeast);
            Some(Interval { low: End::Closed(low), high: if open { End::Infinite } else { End::Open(high) } })
        }
    }
}

/// The hedge of a figure that bounds it from the other side.
const fn mirrored(hedge: Hedge) -> Hedge {
    match hedge {
        Hedge::Over => Hedge::Under,
        Hedge::Under => Hedge::Over,
        Hedge::AtLeast => Hedge::AtMost,
        Hedge::AtMost | Hedge::UpTo => Hedge::AtLeast,
        Hedge::Exact | Hedge::About | Hedge::Nearly | Hedge::JustOver | Hedge::Range | Hedge::Vague => hedge,
    }
}

fn around(number: Number, (precision, rounding): (Precision, Rounding), hedge: Hedge) -> Option<Interval> {
    let value = number.value();
    let tight = || precision.tight(number, rounding);
    let loose = || precision.loose(number);
    // "nearly −40" falls short of it on the way from zero.
    let past = || loose().map(|loose| if value.is_negative() { loose.negated() } else { loose });
    let up_to = |other: Exact| {
        let end = |bound: Exact| if bound == value { End::Open(bound) } else { End::Closed(bound) };
        Interval { low: end(value.min(other)), high: end(value.max(other)) }
    };
    match hedge {
        Hedge::Exact | Hedge::Range | Hedge::Vague => Interval::around(value, tight()?),
        Hedge::About => Interval::around(value, loose()?.max(tight()?)),
        Hedge::Nearly => Some(up_to(value.checked_sub(past()?)?)),
        Hedge::JustOver => Some(up_to(value.checked_add(past()?)?)),
        Hedge::Over => Some(Interval { low: End::Open(value), high: End::Infinite }),
        Hedge::AtLeast => Some(Interval { low: End::Closed(value), high: End::Infinite }),
        Hedge::Under => Some(Interval { low: End::Infinite, high: End::Open(value) }),
        Hedge::AtMost | Hedge::UpTo => Some(Interval { low: End::Infinite, high: End::Closed(value) }),
    }
}

/// The figure as stated, a point or a range; none for a vague word.
pub(super) fn stated(quantity: &Quantity) -> Option<Interval> {
    match quantity.amount {
        Amount::Point(_) | Amount::Rate(..) => quantity.point().map(|number| Interval::point(number.value())),
        Amount::Range(low, high) => Some(Interval::closed(low.value(), high.value())),
        Amount::Vague(..) => None,
    }
}

/// What a fact says: its figure, or what the hedge it was written with admits.
pub(super) fn nominal(fact: Figure) -> Option<Interval> {
    let firm = matches!(fact.quantity.hedge, Hedge::Exact | Hedge::Range);
    match stated(&fact.quantity) {
        Some(figure) if firm => Some(figure),
        Some(_) | None => admitted(fact, Rounding::Text),
    }
}

/// What a fact without a tolerance allows: its figure, rounded to its last digit. The ends are
/// open, for 34 and 35 do not meet at 34.5.
pub(super) fn rounded(fact: Figure) -> Option<Interval> {
    let Some(number) = fact.quantity.point().filter(|_| fact.quantity.hedge == Hedge::Exact) else {
        return nominal(fact);
    };
    let value = number.value();
    let margin = Precision::of(fact.kind, &fact.quantity.amount, number).tight(number, Rounding::Text)?;
    if margin.is_zero() {
        return Some(Interval::point(value));
    }
    Some(Interval { low: End::Open(value.checked_sub(margin)?), high: End::Open(value.checked_add(margin)?) })
}

/// What a fact with a tolerance allows.
pub(super) fn widened(nominal: Interval, tolerance: Tolerance, unit: Option<Unit>) -> Option<Interval> {
    let margin = |value: Exact| match tolerance {
        Tolerance::None => Some(Exact::ZERO),
        Tolerance::Share(share) => value.abs().checked_mul(share),
        Tolerance::Absolute(amount, given) => match given.zip(unit).filter(|(given, unit)| given.comparable(*unit)) {
            Some((given, unit)) => amount.checked_mul(given.factor())?.checked_div(unit.factor()),
            None => Some(amount),
        },
    };
    Some(Interval {
        low: nominal.low.map(|low| low.checked_sub(margin(low)?))?,
        high: nominal.high.map(|high| high.checked_add(margin(high)?))?,
    })
}

/// To what a figure is precise.
#[derive(Clone, Copy)]
enum Precision {
    /// Exact by nature, whatever its zeros: small counts, ages, money with cents.
    Whole,
    /// To its last significant digit.
    Digit,
    /// A fraction or odds, which have no last digit: "a third", "1 in 4".
    Fraction,
    /// Without a last digit, but no fraction of a whole: "half a million", "doubled".
    Words,
}

impl Precision {
    fn of(kind: ClaimKind, amount: &Amount, number: Number) -> Self {
        let (value, place) = (number.value().abs(), number.place());
        let is_rate = matches!(amount, Amount::Rate(..));
        let is_whole = match kind {
            ClaimKind::Age => true,
            ClaimKind::Count => value.is_integer() && value <= SMALL_COUNT,
            ClaimKind::Money => !place.is_zero() && place <= per_cent(1),
            ClaimKind::Percent
            | ClaimKind::Ratio
            | ClaimKind::Date
            | ClaimKind::Time
            | ClaimKind::Duration
            | ClaimKind::Measurement
            | ClaimKind::Ordinal
            | ClaimKind::Change
            | ClaimKind::Score
            | ClaimKind::Role
            | ClaimKind::Quote
            | ClaimKind::Statement => false,
        };
        if is_whole {
            Self::Whole
        } else if kind == ClaimKind::Ratio && value <= Exact::ONE && !is_rate {
            Self::Fraction
        } else if place.is_zero() {
            Self::Words
        } else {
            Self::Digit
        }
    }

    /// What "1.5 million" admits on either side.
    fn tight(self, number: Number, rounding: Rounding) -> Option<Exact> {
        let value = number.value().abs();
        let cap = match rounding {
            Rounding::Text => per_cent(5),
            Rounding::Heading => per_cent(10),
        };
        match self {
            Self::Whole => Some(Exact::ZERO),
            Self::Digit => Some(number.place().checked_mul(Exact::constant(1, 2))?.min(value.checked_mul(cap)?)),
            Self::Fraction => Some(per_cent(2).min(value.checked_mul(per_cent(8))?)),
            Self::Words => value.checked_mul(cap),
        }
    }

    /// How far "about", "nearly" and "just over" reach.
    fn loose(self, number: Number) -> Option<Exact> {
        let value = number.value().abs();
        let tenth = value.checked_mul(per_cent(10))?;
        match self {
            Self::Whole | Self::Digit => Some(number.place().min(tenth)),
            Self::Fraction => Some(per_cent(5).min(value.checked_mul(per_cent(20))?)),
            Self::Words => Some(tenth),
        }
    }
}
