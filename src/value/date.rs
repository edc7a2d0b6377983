//! Calendar dates at the precision they are stated, and clock times.

use std::fmt;

use jiff::civil;

/// A date as precise as it was written: "1867", "February 2022", "Feb. 24, 2022".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Date {
    /// "1867".
    Year(i16),
    /// "fiscal 2026": which months that is depends on whose year it is.
    FiscalYear(i16),
    /// "summer 2025", by the northern calendar.
    Season(i16, Season),
    /// "the second quarter of 2025": year and quarter, 1 to 4.
    Quarter(i16, i8),
    /// "February 2022": year and month.
    Month(i16, i8),
    /// "Feb. 24, 2022".
    Day(civil::Date),
    /// "Feb. 24" where nothing tells the year: month and day.
    DayOfYear(i8, i8),
}

/// The seasons of the northern hemisphere, by whole months; winter runs into the next year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

impl Date {
    /// The first and the last day it may mean; none for a date without a year.
    pub fn days(self) -> Option<(civil::Date, civil::Date)> {
        let months = |year: i16, first: i8, count: i8| {
            let start = civil::Date::new(year, first, 1).ok()?;
            let end = start.checked_add(jiff::Span::new().months(count - 1)).ok()?;
            Some((start, end.last_of_month()))
        };
        match self {
            Self::Year(year) => months(year, 1, 12),
            // Fiscal years in use begin between April of the year before and January.
            Self::FiscalYear(year) => months(year - 1, 4, 21),
            Self::Season(year, Season::Spring) => months(year, 3, 3),
            Self::Season(year, Season::Summer) => months(year, 6, 3),
            Self::Season(year, Season::Autumn) => months(year, 9, 3),
            Self::Season(year, Season::Winter) => months(year, 12, 3),
            Self::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Self::Month(year, month) => months(year, month, 1),
            Self::Day(day) => Some((day, day)),
            Self::DayOfYear(..) => None,
        }
    }

    /// The year, where it has one.
    pub fn year(self) -> Option<i16> {
        match self {
            Self::Year(year)
            | Self::FiscalYear(year)
            | Self::Season(year, _)
            | Self::Quarter(year, _)
            | Self::Month(year, _) => Some(year),
            Self::Day(day) => Some(day.year()),
            Self::DayOfYear(..) => None,
        }
    }
}

impl fmt::Display for Date {
    /// ISO 8601 at the precision stated, with `2025-Q2`, `2025-summer` and `FY2026` beside it; the
    /// year before 1 is 0, so that 44 BC is `-0043`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::FiscalYear(_) = self {
            f.write_str("FY")?;
        }
        if let Some(year) = self.year() {
            write!(f, "{}{:04}", if year < 0 { "-" } else { "" }, year.unsigned_abs())?;
        }
        match *self {
            Self::Year(_) | Self::FiscalYear(_) => Ok(()),
            Self::Season(_, season) => f.write_str(match season {
                Season::Spring => "-spring",
                Season::Summer => "-summer",
                Season::Autumn => "-autumn",
                Season::Winter => "-winter",
            }),
            Self::Quarter(_, quarter) => write!(f, "-Q{quarter}"),
            Self::Month(_, month) => write!(f, "-{month:02}"),
            Self::Day(day) => write!(f, "-{:02}-{:02}", day.month(), day.day()),
            Self::DayOfYear(month, day) => write!(f, "--{month:02}-{day:02}"),
        }
    }
}

/// A date or a stretch between two: "2014-2020", "the 1990s".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateSpan {
    /// The date, or the first of the two.
    pub from: Date,
    /// The last of the two.
    pub to: Option<Date>,
    /// Whether it was worked out from the draft's date: "last month", "Friday".
    pub relative: bool,
}

impl DateSpan {
    /// A single date, stated in full.
    pub const fn on(date: Date) -> Self {
        Self { from: date, to: None, relative: false }
    }

    /// The first and the last day it may mean; none for dates without a year.
    pub fn days(self) -> Option<(civil::Date, civil::Date)> {
        let (first, last) = self.from.days()?;
        match self.to {
            Some(to) => Some((first, to.days()?.1)),
            None => Some((first, last)),
        }
    }
}

impl fmt::Display for DateSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{}/{to}", self.from),
            None => self.from.fmt(f),
        }
    }
}

/// A time of day: "6:30 p.m.", "noon".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockTime {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// Where it was stated.
    pub second: Option<u8>,
    /// The zone as the lexicon names it ("GMT", "EST").
    pub zone: Option<&'static str>,
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        self.second.map_or(Ok(()), |second| write!(f, ":{second:02}"))
    }
}
