//! Exact fractions: what a user wrote is never rounded by us.

use std::cmp::Ordering;
use std::fmt;

/// A fraction of two 128-bit integers in lowest terms. Arithmetic that would overflow gives none.
///
/// ```
/// use factdiff::value::Exact;
/// let third = Exact::ratio(1, 3).expect("3 is not zero");
/// assert_eq!(third.to_string(), "1/3");
/// assert_eq!(third.checked_mul(Exact::from(6)), Some(Exact::from(2)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exact {
    numerator: i128,
    denominator: i128,
}

impl Exact {
    /// 0.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };
    /// 1.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// `numerator / denominator`; none when the denominator is zero.
    pub const fn ratio(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 || numerator == i128::MIN || denominator == i128::MIN {
            return None;
        }
        // Nearly every figure is whole, and 128-bit division is slow.
        if denominator == 1 {
            return Some(Self { numerator, denominator });
        }
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs()).cast_signed();
        let sign = if denominator < 0 { -1 } else { 1 };
        Some(Self { numerator: sign * numerator / divisor, denominator: sign * denominator / divisor })
    }

    /// `digits × 10^exponent`; none when it does not fit.
    pub const fn decimal(digits: i128, exponent: i32) -> Option<Self> {
        if exponent == 0 {
            return Self::ratio(digits, 1);
        }
        let Some(power) = 10_i128.checked_pow(exponent.unsigned_abs()) else { return None };
        if exponent < 0 {
            return Self::ratio(digits, power);
        }
        match digits.checked_mul(power) {
            Some(numerator) => Self::ratio(numerator, 1),
            None => None,
        }
    }

    /// A fraction known when the house is compiled: a line of the lexicon.
    pub(crate) const fn constant(numerator: i128, denominator: i128) -> Self {
        match Self::ratio(numerator, denominator) {
            Some(value) => value,
            None => panic!("a constant has a zero below the line"),
        }
    }

    /// The upper number of the fraction in lowest terms; carries the sign.
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The lower number of the fraction in lowest terms; above zero.
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// Whether it is a whole number.
    pub const fn is_integer(self) -> bool {
        self.denominator == 1
    }

    /// Whether it is below zero.
    pub const fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// Whether it is zero.
    pub const fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// Without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self { numerator: self.numerator.abs(), denominator: self.denominator }
    }

    /// With the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { numerator: -self.numerator, denominator: self.denominator }
    }

    /// The sum, where it fits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.denominator == other.denominator {
            return Self::ratio(self.numerator.checked_add(other.numerator)?, self.denominator);
        }
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::ratio(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// The difference, where it fits.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.negated())
    }

    /// The product, where it fits.
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        if self.is_integer() && other.is_integer() {
            return Self::ratio(self.numerator.checked_mul(other.numerator)?, 1);
        }
        // Cancelling across first keeps the products small.
        let left = Self::ratio(self.numerator, other.denominator)?;
        let right = Self::ratio(other.numerator, self.denominator)?;
        // What is left has nothing to cancel.
        let numerator = left.numerator.checked_mul(right.numerator).filter(|product| *product != i128::MIN)?;
        Some(Self { numerator, denominator: left.denominator.checked_mul(right.denominator)? })
    }

    /// The quotient, where it fits and `other` is not zero.
    pub fn checked_div(self, other: Self) -> Option<Self> {
        self.checked_mul(Self::ratio(other.denominator, other.numerator)?)
    }

    /// The whole number at or below it.
    pub const fn floor(self) -> i128 {
        self.numerator.div_euclid(self.denominator)
    }

    /// The nearest multiple of `step`, which is above zero; a tie goes away from zero.
    pub fn rounded_to(self, step: Self) -> Option<Self> {
        let steps = self.abs().checked_div(step)?.checked_add(Self::constant(1, 2))?.floor();
        let size = Self::ratio(steps, 1)?.checked_mul(step)?;
        Some(if self.is_negative() { size.negated() } else { size })
    }

    /// The power of ten of its first significant digit: 3 for 1,500, −2 for 0.015; none for zero.
    pub fn magnitude(self) -> Option<i32> {
        let size = Some(self.abs()).filter(|size| !size.is_zero())?;
        let digits = |whole: i128| i32::try_from(whole.checked_ilog10().unwrap_or_default()).ok();
        // The whole part tells for sizes above one, the inverse, up to one step, for those below.
        if size >= Self::ONE {
            return digits(size.floor());
        }
        let guess = -digits(Self::ONE.checked_div(size)?.floor())?;
        Some(if size < Self::decimal(1, guess)? { guess - 1 } else { guess })
    }

    /// Rounded to so many significant digits, one or more.
    pub fn to_digits(self, digits: u8) -> Option<Self> {
        let Some(magnitude) = self.magnitude() else { return Some(self) };
        self.rounded_to(Self::decimal(1, magnitude + 1 - i32::from(digits))?)
    }

    /// For display and rates of difference only, never for a decision.
    #[expect(clippy::cast_precision_loss, reason = "an approximation is what is asked for")]
    pub fn approximate(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    /// How many decimals its decimal form has; none when it does not end.
    fn decimals(self) -> Option<u32> {
        let twos = self.denominator.trailing_zeros();
        let rest = self.denominator >> twos;
        let (fives, rest) = factor(rest, 5);
        (rest == 1).then_some(twos.max(fives))
    }
}

/// How often `prime` divides `number`, and what is left.
fn factor(mut number: i128, prime: i128) -> (u32, i128) {
    let mut times = 0;
    while number % prime == 0 {
        number /= prime;
        times += 1;
    }
    (times, number)
}

const fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        // 64-bit division is several times faster, and nearly every figure fits.
        if a <= u64::MAX as u128 && b <= u64::MAX as u128 {
            #[expect(clippy::cast_possible_truncation, reason = "both were just found to fit")]
            return gcd_u64(a as u64, b as u64) as u128;
        }
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

const fn gcd_u64(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Self { numerator: i128::from(whole), denominator: 1 }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        let products = (self.numerator.checked_mul(other.denominator), other.numerator.checked_mul(self.denominator));
        match products {
            (Some(left), Some(right)) => left.cmp(&right),
            // Too large to cross-multiply: compare whole parts, then what remains, upside down.
            _ => self.floor().cmp(&other.floor()).then_with(|| {
                let rest =
                    |x: &Self| Self::ratio(x.numerator.rem_euclid(x.denominator), x.denominator).unwrap_or(Self::ZERO);
                let (left, right) = (rest(self), rest(other));
                match (left.is_zero(), right.is_zero()) {
                    (true, true) => Ordering::Equal,
                    (true, false) => Ordering::Less,
                    (false, true) => Ordering::Greater,
                    (false, false) => {
                        let turn = |x: Self| Self { numerator: x.denominator, denominator: x.numerator };
                        turn(right).cmp(&turn(left))
                    }
                }
            }),
        }
    }
}

impl fmt::Display for Exact {
    /// As a plain decimal where it ends, `1/3` where it does not.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Ok(whole), true) = (i64::try_from(self.numerator), self.is_integer()) {
            return write!(f, "{whole}");
        }
        let scaled = self.decimals().and_then(|decimals| {
            let factor = 10_i128.checked_pow(decimals)? / self.denominator;
            Some((decimals, self.numerator.checked_mul(factor)?))
        });
        match scaled {
            Some((0, digits)) => write!(f, "{digits}"),
            Some((decimals, digits)) => {
                let sign = if digits < 0 { "-" } else { "" };
                let power = 10_u128.pow(decimals);
                let (whole, fraction) = (digits.unsigned_abs() / power, digits.unsigned_abs() % power);
                write!(f, "{sign}{whole}.{fraction:0width$}", width = decimals as usize)
            }
            None => write!(f, "{}/{}", self.numerator, self.denominator),
        }
    }
}
