//! Exact intervals: what a hedged or rounded figure admits.

use super::Exact;

/// One end of an [`Interval`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The value itself belongs to it.
    Closed(Exact),
    /// Everything up to the value, but not the value.
    Open(Exact),
    /// No bound on this side.
    Infinite,
}

impl End {
    /// The bound; none on an infinite side.
    pub const fn value(self) -> Option<Exact> {
        match self {
            Self::Closed(value) | Self::Open(value) => Some(value),
            Self::Infinite => None,
        }
    }

    /// With another bound, as closed or open as before; none where `f` gives none.
    pub(crate) fn map(self, f: impl FnOnce(Exact) -> Option<Exact>) -> Option<Self> {
        Some(match self {
            Self::Closed(value) => Self::Closed(f(value)?),
            Self::Open(value) => Self::Open(f(value)?),
            Self::Infinite => Self::Infinite,
        })
    }
}

/// The values between two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: End,
    /// The upper end.
    pub high: End,
}

impl Interval {
    /// From `low` to `high`, both included.
    pub const fn closed(low: Exact, high: Exact) -> Self {
        Self { low: End::Closed(low), high: End::Closed(high) }
    }

    /// One value.
    pub const fn point(value: Exact) -> Self {
        Self::closed(value, value)
    }

    /// `value` give or take `margin`; none when that does not fit the arithmetic.
    pub fn around(value: Exact, margin: Exact) -> Option<Self> {
        Some(Self::closed(value.checked_sub(margin)?, value.checked_add(margin)?))
    }

    /// Whether the value lies in it.
    pub fn contains(self, value: Exact) -> bool {
        self.meets(Self::point(value))
    }

    /// Whether some value lies in both.
    pub fn meets(self, other: Self) -> bool {
        reaches(self.high, other.low) && reaches(other.high, self.low)
    }

    /// How far apart the two are, 0 where they meet or touch; none where that does not fit the arithmetic.
    pub(crate) fn distance(self, other: Self) -> Option<Exact> {
        let below = |high: End, low: End| match (high.value(), low.value()) {
            (Some(high), Some(low)) => low.checked_sub(high),
            (None, _) | (_, None) => Some(Exact::ZERO),
        };
        Some(below(self.high, other.low)?.max(below(other.high, self.low)?).max(Exact::ZERO))
    }

    /// The only value in it; none where there are more.
    pub(crate) fn only(self) -> Option<Exact> {
        match (self.low, self.high) {
            (End::Closed(low), End::Closed(high)) if low == high => Some(low),
            (End::Closed(_) | End::Open(_) | End::Infinite, _) => None,
        }
    }

    /// Every value times `factor`, which is above zero, plus `shift`: a change of unit.
    pub fn converted(self, factor: Exact, shift: Exact) -> Option<Self> {
        let convert = |value: Exact| value.checked_mul(factor)?.checked_add(shift);
        Some(Self { low: self.low.map(convert)?, high: self.high.map(convert)? })
    }
}

/// Whether an upper end is not below a lower end.
fn reaches(high: End, low: End) -> bool {
    match (high, low) {
        (End::Infinite, _) | (_, End::Infinite) => true,
        (End::Closed(high), End::Closed(low)) => high >= low,
        (End::Closed(high) | End::Open(high), End::Closed(low) | End::Open(low)) => high > low,
    }
}
