//! What a claim says, apart from the words it is said in: exact arithmetic, no text.

mod date;
mod exact;
mod hedge;
mod holiday;
mod interval;
mod number;
mod tenure;
mod unit;

pub use date::{ClockTime, Date, DateSpan, Season};
pub use exact::Exact;
pub use hedge::Hedge;
pub use holiday::Holiday;
pub use interval::{End, Interval};
pub use number::Number;
pub use tenure::Tenure;
pub use unit::{Dimension, Unit, UnitDefinition};

/// How much: a figure as it was written, its unit and how firmly it is stated.
///
/// "nearly three-hour" is 3, `hour`, [`Hedge::Nearly`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The figure.
    pub amount: Amount,
    /// None for a plain count or ratio.
    pub unit: Option<Unit>,
    /// How firmly it is stated.
    pub hedge: Hedge,
}

/// The figure of a [`Quantity`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// "1.5 million".
    Point(Number),
    /// "$5-7 million"; the low end is not above the high one.
    Range(Number, Number),
    /// "scores of": from the first up to, not including, the second.
    Vague(Exact, Exact),
    /// "17.3 per 100,000": so many, per so many.
    Rate(Number, Exact),
}

impl Quantity {
    /// A figure stated as it is, without a unit.
    pub const fn exact(number: Number) -> Self {
        Self { amount: Amount::Point(number), unit: None, hedge: Hedge::Exact }
    }

    /// The one number it gives; none for a range or a vague word.
    pub fn point(&self) -> Option<Number> {
        match self.amount {
            Amount::Point(number) => Some(number),
            Amount::Rate(number, per) => number.scaled(Exact::ONE.checked_div(per)?),
            Amount::Range(..) | Amount::Vague(..) => None,
        }
    }
}

/// Counts for and against: "220-212", "won 3-1"; in chess and golf of half points too, "12½-8½".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The side named first.
    pub first: Exact,
    /// The side named second.
    pub second: Exact,
}

/// Movement: "fell from 80 to 60", "rose 25%", "doubled".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// By how much, signed by its direction; none where only the ends are given.
    pub by: Option<Quantity>,
    /// Where it started.
    pub from: Option<Quantity>,
    /// Where it ended.
    pub to: Option<Quantity>,
}
