//! Holidays that have a date in every year.

#[cfg(test)]
mod tests;

use jiff::civil;

/// A holiday, by the rule that gives its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// "Christmas Day": month and day.
    Fixed(i8, i8),
    /// "Thanksgiving": the month, a weekday from 1 for Monday, and which of them it is; -1 is the last.
    Weekday(i8, i8, i8),
    /// "Good Friday": days after Easter Sunday.
    Easter(i16),
}

impl Holiday {
    /// Its date in a year.
    pub fn in_year(self, year: i16) -> Option<civil::Date> {
        match self {
            Self::Fixed(month, day) => civil::Date::new(year, month, day).ok(),
            Self::Weekday(month, weekday, nth) => {
                let weekday = civil::Weekday::from_monday_one_offset(weekday).ok()?;
                civil::Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            Self::Easter(days) => easter(year)?.checked_add(jiff::Span::new().days(days)).ok(),
        }
    }
}

/// Easter Sunday of the western churches, by the anonymous Gregorian algorithm (J. Meeus,
/// "Astronomical Algorithms", 1991, chapter 8).
fn easter(year: i16) -> Option<civil::Date> {
    if year < 1583 {
        return None;
    }
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let moved = (century - (century + 8) / 25 + 1) / 3;
    let full_moon = (19 * golden + century - century / 4 - moved + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - full_moon - rest % 4) % 7;
    let late = (golden + 11 * full_moon + 22 * sunday) / 451;
    let days = full_moon + sunday - 7 * late + 114;
    civil::Date::new(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()
}
