//! What in a wrong figure tells which fact it was meant to give: 84 written 48. Such a figure is held against the fact
//! even where other words than the fact's stand beside it.

use crate::check::compare::outcome::{Against, Comparison};
use crate::check::compare::slip;
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::Slip;
use crate::value::{Hedge, Quantity};

/// How surely a figure that differs tells which fact it was meant to give, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::check) enum Telltale {
    /// It may be any figure.
    Nothing,
    /// It is the fact's but for a slip of two digits, which chance makes once in a hundred figures.
    Slip,
    /// It is the fact's but for a slip of three digits or more, of thousands, or of the currency alone.
    LongSlip,
    /// It is that of another fact, whose own figure stands where this one should.
    Exchange,
}

/// From so many digits on a slip is long.
const LONG: usize = 3;

/// The power of ten of a thousand.
const LARGE: i32 = 3;

/// From so many digits on one digit that differs is no chance.
const MANY: usize = 4;

/// How many digits a time of day has.
const CLOCK: usize = 4;

/// Whether a figure that differs is a fact's but for a slip: its digits swapped, a billion for a million, per cent
/// for points. Of bounds too many figures are true.
pub(super) fn of_figure(claim: &Claim<'_>, comparison: &Comparison<'_>) -> Telltale {
    let bound = |hedge: Hedge| hedge.is_bound();
    let held = match comparison.against {
        Against::Value(held) => Some(held.claim.value.hedge()),
        Against::History(_) | Against::Since { .. } | Against::Life { .. } => None,
    };
    if bound(claim.value.hedge()) || held.is_some_and(bound) {
        return Telltale::Nothing;
    }
    let count = if claim.kind == ClaimKind::Time { CLOCK } else { digits(claim) };
    let arithmetic = comparison.arithmetic;
    let anagram = || arithmetic.is_some_and(|arithmetic| slip::is_anagram(&arithmetic));
    let same_digits = || arithmetic.is_some_and(|arithmetic| slip::has_same_digits(&arithmetic));
    // "dropped 24%" is no other direction than "rose 12%".
    let same_size = || arithmetic.is_some_and(|arithmetic| arithmetic.admitted.meets(arithmetic.held));
    let slip = slip::of_value(claim, comparison);
    let is_slip = match slip {
        Some(Slip::TransposedDigits | Slip::PercentForPoints | Slip::Currency | Slip::Unit(_)) => count > 1,
        Some(Slip::Direction) => count > 1 && same_size(),
        // "£1.2 million" and "£1.2 billion" stand in many a story, of different things.
        Some(Slip::Tenfold | Slip::Thousandfold) => count >= LONG && same_digits(),
        Some(Slip::OneDigit | Slip::DroppedDigit | Slip::AddedDigit) => count >= MANY || anagram(),
        Some(_) | None => anagram(),
    };
    // The same sum in another currency is no chance.
    let in_currency = matches!(slip, Some(Slip::Currency));
    let long = count >= LONG || count > 1 && (is_large(claim) || in_currency);
    match is_slip {
        true if long => Telltale::LongSlip,
        true => Telltale::Slip,
        false => Telltale::Nothing,
    }
}

/// Whether a figure is one of thousands or more, of which fewer are told than of tens. Sums mostly are.
fn is_large(claim: &Claim<'_>) -> bool {
    let amount = claim.value.quantity().filter(|_| claim.kind != ClaimKind::Money).and_then(Quantity::point);
    amount.and_then(|number| number.value().magnitude()).is_some_and(|magnitude| magnitude >= LARGE)
}

/// How many significant digits a figure has: two of 84,000.
fn digits(claim: &Claim<'_>) -> usize {
    let amount = match &claim.value {
        Value::Change(change) => change.by,
        other => other.quantity().copied(),
    };
    let amount = amount.and_then(|quantity| quantity.point());
    amount.and_then(|number| slip::significant(number.value())).map_or(0, |digits| digits.len())
}
