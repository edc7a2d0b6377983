//! A number as it was written, with the precision it was written to.

use super::Exact;

/// A value and the place value of its last significant digit: "1.5 million" is 1,500,000 to the
/// nearest 100,000, "34" is 34 to the nearest 1. Ratios in words ("a third") have no last digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    value: Exact,
    place: Exact,
}

impl Number {
    /// `value`, written to the nearest `place`; zero where it has no last digit.
    pub const fn new(value: Exact, place: Exact) -> Self {
        Self { value, place }
    }

    /// `digits × 10^exponent` as written: zeros at the end of a whole number are not significant,
    /// those after a decimal point are.
    pub fn written(digits: i128, exponent: i32) -> Option<Self> {
        let value = Exact::decimal(digits, exponent)?;
        let place = if exponent >= 0 && digits != 0 { exponent + zeros_behind(digits) } else { exponent };
        Some(Self { value, place: Exact::decimal(1, place)? })
    }

    /// A whole number, written in full.
    pub fn whole(value: i64) -> Self {
        Self::written(i128::from(value), 0).unwrap_or(Self { value: Exact::from(value), place: Exact::ONE })
    }

    /// The value.
    pub const fn value(self) -> Exact {
        self.value
    }

    /// The place value of the last significant digit, called r in the rules of rounding.
    pub const fn place(self) -> Exact {
        self.place
    }

    /// Value and place times `factor`: a magnitude ("1.5" "million") or a unit's size.
    pub fn scaled(self, factor: Exact) -> Option<Self> {
        Some(Self { value: self.value.checked_mul(factor)?, place: self.place.checked_mul(factor.abs())? })
    }

    /// With the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { value: self.value.negated(), place: self.place }
    }
}

/// How many zeros a number other than zero ends with.
fn zeros_behind(digits: i128) -> i32 {
    // 64-bit division is several times faster, and nearly every figure fits.
    match i64::try_from(digits) {
        Ok(mut digits) => {
            let mut zeros = 0;
            while digits % 10 == 0 {
                digits /= 10;
                zeros += 1;
            }
            zeros
        }
        Err(_) if digits % 10 == 0 => 1 + zeros_behind(digits / 10),
        Err(_) => 0,
    }
}
