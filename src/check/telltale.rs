//! What in a wrong figure tells which fact it was meant to give: 84 written 48. Such a figure is held against the fact
//! even where other words than the fact's stand beside it.

use super::outcome::Comparison;
use super::slip;
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::Slip;

/// How a figure that differs tells which fact it was meant to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Telltale {
    /// It may be any figure.
    Nothing,
    /// It is the fact's but for a slip.
    Slip,
    /// It is that of another fact, whose own figure stands where this one should.
    Exchange,
}

/// Whether a figure that differs is a fact's but for a slip: its digits swapped, a billion for a million, per cent
/// for points. Figures of two digits are so alike by chance about once in a hundred times.
pub(super) fn of_figure(claim: &Claim<'_>, comparison: &Comparison<'_>) -> Telltale {
    let digits = if claim.kind == ClaimKind::Time { 4 } else { digits(claim) };
    let anagram = || comparison.arithmetic.is_some_and(|arithmetic| slip::is_anagram(&arithmetic));
    let is_slip = match slip::of_value(claim, comparison) {
        Some(
            Slip::TransposedDigits
            | Slip::Tenfold
            | Slip::PercentForPoints
            | Slip::Currency
            | Slip::Unit(_)
            | Slip::Direction,
        ) => digits > 1,
        Some(Slip::Thousandfold) => digits > 1 || claim.kind == ClaimKind::Money,
        Some(Slip::OneDigit | Slip::DroppedDigit | Slip::AddedDigit) => digits > 3 || anagram(),
        Some(_) | None => anagram(),
    };
    if is_slip { Telltale::Slip } else { Telltale::Nothing }
}

/// How many significant digits a figure has: two of 84,000.
pub(super) fn digits(claim: &Claim<'_>) -> usize {
    let amount = match &claim.value {
        Value::Quantity(quantity) => quantity.point(),
        Value::Change(change) => change.by.and_then(|by| by.point()),
        Value::Date(..)
        | Value::Time(..)
        | Value::Rank(_)
        | Value::Score(_)
        | Value::Role(_)
        | Value::Quote(_)
        | Value::Statement(..) => None,
    };
    amount.and_then(|number| slip::significant(number.value())).map_or(0, |digits| digits.len())
}
