//! What a written figure may stand for, carried through sums: a rule speaks only where no values
//! inside the rounding of the figures written satisfy the arithmetic.

use crate::check::Rounding;
use crate::check::compare::admitted::{Figure, admitted};
use crate::claim::{Claim, ClaimKind};
use crate::value::{Exact, Hedge, Interval, Quantity};

/// Whole counts below this are meant exactly.
const EXACT_BELOW: Exact = Exact::constant(1000, 1);

/// The values between two ends that both belong to it; a missing end leaves that side free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spread {
    pub(super) low: Option<Exact>,
    pub(super) high: Option<Exact>,
}

impl Spread {
    /// One value.
    pub(super) const fn point(value: Exact) -> Self {
        Self { low: Some(value), high: Some(value) }
    }

    /// A value give or take a margin.
    pub(super) fn around(value: Exact, margin: Exact) -> Option<Self> {
        Some(Self { low: Some(value.checked_sub(margin)?), high: Some(value.checked_add(margin)?) })
    }

    /// What the figure of a claim may stand for, in its own unit; none for what is no figure.
    pub(super) fn of(claim: &Claim<'_>) -> Option<Self> {
        Self::of_quantity(claim.kind, claim.value.quantity()?)
    }

    /// What a figure may stand for: "30" of a count is exact, "40%" is half a point either way,
    /// "$1.2 million" half of its last digit.
    pub(super) fn of_quantity(kind: ClaimKind, quantity: &Quantity) -> Option<Self> {
        if let (Some(number), Hedge::Exact) = (quantity.point(), quantity.hedge)
            && !number.place().is_zero()
        {
            let value = number.value();
            if kind == ClaimKind::Count && value.is_integer() && value.abs() < EXACT_BELOW {
                return Some(Self::point(value));
            }
            if kind == ClaimKind::Percent {
                return Self::around(value, number.place().min(Exact::ONE).checked_mul(Exact::constant(1, 2))?);
            }
        }
        admitted(Figure { kind, quantity: *quantity }, Rounding::Text).map(Self::from)
    }

    /// Each value of one with each of the other.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let add = |one: Option<Exact>, two: Option<Exact>| match one.zip(two) {
            Some((one, two)) => one.checked_add(two).map(Some),
            None => Some(None),
        };
        Some(Self { low: add(self.low, other.low)?, high: add(self.high, other.high)? })
    }

    /// Each value of one less each of the other.
    pub(super) fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    /// Every value with the other sign.
    pub(super) fn negated(self) -> Self {
        Self { low: self.high.map(Exact::negated), high: self.low.map(Exact::negated) }
    }

    /// Every value times a factor above zero, plus a shift.
    pub(super) fn converted(self, factor: Exact, shift: Exact) -> Option<Self> {
        let convert = |end: Option<Exact>| match end {
            Some(end) => end.checked_mul(factor)?.checked_add(shift).map(Some),
            None => Some(None),
        };
        Some(Self { low: convert(self.low)?, high: convert(self.high)? })
    }

    /// Each value of one by each of the other; none where a figure is not above zero.
    pub(super) fn over(self, other: Self) -> Option<Self> {
        let above = |spread: Self| spread.low.is_none_or(|low| low > Exact::ZERO);
        if !above(self) || !above(other) {
            return None;
        }
        let divide = |one: Option<Exact>, two: Option<Exact>| match one.zip(two) {
            Some((one, two)) => one.checked_div(two).map(Some),
            None => Some(None),
        };
        Some(Self { low: divide(self.low, other.high)?, high: divide(self.high, other.low)? })
    }

    /// The same with ends this share of themselves farther out.
    pub(super) fn widened(self, share: Exact) -> Option<Self> {
        let out = |end: Exact| end.abs().checked_mul(share);
        let low = self.low.map_or(Some(None), |low| low.checked_sub(out(low)?).map(Some))?;
        let high = self.high.map_or(Some(None), |high| high.checked_add(out(high)?).map(Some))?;
        Some(Self { low, high })
    }

    /// Whether some value lies in both.
    pub(super) fn meets(self, other: Self) -> bool {
        let reaches = |high: Option<Exact>, low: Option<Exact>| high.zip(low).is_none_or(|(high, low)| high >= low);
        reaches(self.high, other.low) && reaches(other.high, self.low)
    }
}

impl From<Interval> for Spread {
    fn from(interval: Interval) -> Self {
        Self { low: interval.low.value(), high: interval.high.value() }
    }
}

/// The figure itself, without its rounding; none for a range or a vague word.
pub(super) fn value(claim: &Claim<'_>) -> Option<Exact> {
    Some(claim.value.quantity()?.point()?.value())
}
