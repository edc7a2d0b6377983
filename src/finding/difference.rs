//! How far a draft and the reference are apart, and what may have gone wrong.

use std::fmt;

use super::{Level, Rule};
use crate::value::{Date, Exact, Unit};

/// What a draft and the reference say of one thing, ready to be put into words.
#[derive(Clone, Debug)]
pub(crate) struct Difference<'a> {
    /// What it is.
    pub(crate) rule: Rule,
    /// How grave it is by its nature.
    pub(crate) level: Level,
    /// What there is to say of the two sides.
    pub(crate) remark: Remark,
    /// The reference's side in words: "1.4 million".
    pub(crate) states: &'a str,
    /// The draft's side in normal form.
    pub(crate) draft: String,
    /// The reference's side in normal form, in the draft's unit.
    pub(crate) reference: String,
    /// The unit of both.
    pub(crate) unit: Option<Unit>,
    /// How far apart they are.
    pub(crate) gap: Option<Gap>,
    /// What may have gone wrong.
    pub(crate) slip: Option<Slip>,
    /// What to write instead of the claim's core.
    pub(crate) replacement: Option<String>,
}

/// What there is to say of a draft's and the reference's side, beyond how far they are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Remark {
    /// They differ.
    Differs,
    /// "up to 50" where it is 60.
    AboveTheBound,
    /// "nearly 50" where it is 60.
    AlreadyPast,
    /// "fell" where it rose.
    OtherDirection,
    /// Dollars and euros.
    OtherCurrency,
    /// Per cent and percentage points.
    ShareOrPoints,
    /// Right by an earlier entry.
    Outdated {
        /// When that ended.
        ended: Date,
        /// When the one in force began.
        since: Date,
    },
    /// Right when rounded.
    Rounded,
    /// Just outside what the hedge admits.
    Borderline,
    /// True, but far more.
    FarMore,
    /// True, but far less.
    FarLess,
}

/// How far a draft's value is from the reference's; above zero where the draft's is the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// A share of the reference's value: "-14.3%".
    Share(Exact),
    /// So many times, from ten up: "×1000"; below one, "÷1000".
    Times(Exact),
    /// A small count: "-1".
    Count(Exact),
    /// Of two percentages: "+27 points".
    Points(Exact),
    /// Of two ages or lengths of time: "3 years".
    Length(Exact, Unit),
    /// Of two dates, by the largest part in which they differ: "9 years".
    Years(i64),
    /// "2 months".
    Months(i64),
    /// "1 day".
    Days(i64),
    /// Of two clock times: "12 hours".
    Minutes(i64),
}

/// What may have gone wrong, where a difference has the marks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Million for billion.
    Thousandfold,
    /// A lost decimal point, a zero too many.
    Tenfold,
    /// 86 for 68.
    TransposedDigits,
    /// 1,234 for 12,345.
    DroppedDigit,
    /// 12,345 for 1,234.
    AddedDigit,
    /// 12,345 for 12,445.
    OneDigit,
    /// 2021 for 2022.
    OneYear,
    /// Sept. 14 for Sept. 15.
    OneDay,
    /// 4 March for 3 April.
    DayAndMonth,
    /// 6 p.m. for 6 a.m.
    HalfADay,
    /// Per cent for percentage points, or the reverse.
    PercentForPoints,
    /// The amount is right, the currency is not.
    Currency,
    /// The figure is right in this unit.
    Unit(Unit),
    /// "more than 500" where it is a little less.
    Hedge,
    /// "rose" for "fell".
    Direction,
    /// The figure holds only from this later date.
    Later(Date),
}

impl fmt::Display for Gap {
    /// In short: "-14.3%", "×1000", "9 years".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Share(share) => write!(f, "{}%", signed(percent(share))),
            Self::Times(times) if times < Exact::ONE => {
                let parts = Exact::ONE.checked_div(times).unwrap_or(Exact::ONE);
                write!(f, "÷{}", short(parts))
            }
            Self::Times(times) => write!(f, "×{}", short(times)),
            Self::Count(count) => f.write_str(&signed(count)),
            Self::Points(points) => write!(f, "{} points", signed(points)),
            Self::Length(..) | Self::Years(_) | Self::Months(_) | Self::Days(_) | Self::Minutes(_) => {
                f.write_str(&self.size())
            }
        }
    }
}

impl Gap {
    /// Without its sign: "14.3%", "9 years".
    pub(super) fn size(&self) -> String {
        let times = |count: i64, one: &str, many: &str| {
            format!("{} {}", count.abs(), if count.abs() == 1 { one } else { many })
        };
        match *self {
            Self::Share(share) => format!("{}%", short(percent(share.abs()))),
            Self::Times(times) if times < Exact::ONE => {
                format!("{} times", short(Exact::ONE.checked_div(times).unwrap_or(Exact::ONE)))
            }
            Self::Times(times) => format!("{} times", short(times)),
            Self::Count(count) => short(count.abs()),
            Self::Points(points) => format!("{} points", short(points.abs())),
            Self::Length(length, unit) => {
                let (one, many) = unit.names();
                let length = length.abs();
                format!("{} {}", short(length), if length == Exact::ONE { one } else { many })
            }
            Self::Years(years) => times(years, "year", "years"),
            Self::Months(months) => times(months, "month", "months"),
            Self::Days(days) => times(days, "day", "days"),
            Self::Minutes(minutes) if minutes % 60 == 0 => times(minutes / 60, "hour", "hours"),
            Self::Minutes(minutes) => times(minutes, "minute", "minutes"),
        }
    }

    /// Whether the draft's value is the smaller one.
    pub(super) fn is_short(&self) -> bool {
        match *self {
            Self::Times(times) => times < Exact::ONE,
            Self::Share(value) | Self::Count(value) | Self::Points(value) | Self::Length(value, _) => {
                value.is_negative()
            }
            Self::Years(count) | Self::Months(count) | Self::Days(count) | Self::Minutes(count) => count < 0,
        }
    }
}

fn percent(share: Exact) -> Exact {
    share.checked_mul(Exact::from(100)).unwrap_or(share)
}

fn signed(value: Exact) -> String {
    let sign = if value.is_negative() { "-" } else { "+" };
    format!("{sign}{}", short(value.abs()))
}

/// To one decimal; smaller values to their first digit.
fn short(value: Exact) -> String {
    let tenth = Exact::constant(1, 10);
    let rounded = if value < tenth { value.to_digits(1) } else { value.rounded_to(tenth) };
    rounded.unwrap_or(value).to_string()
}
