//! Days told by their place in a month: "the first Tuesday of November 2024", "the last day of October 2015".

use super::{Open, Reading, days, word};
use crate::extract::Sentence;
use crate::value::Holiday;

/// Which of several days: -1 is the last.
pub(super) type Rank = i8;

/// The day whose rank ends at `end`; one without its year is a rule for every year: "on the first Monday in November".
pub(super) fn day(sentence: &Sentence<'_, '_>, at: usize, end: usize, rank: Rank) -> Option<Reading> {
    if !(-1..=5).contains(&rank) || rank == 0 {
        return None;
    }
    let weekday = word::weekday(sentence, end);
    let is_day = sentence.is_word(end, "day");
    let of = word::end(sentence, end);
    let links = sentence.is_word(of, "of") || sentence.is_word(of, "in");
    let month = word::month(sentence, of + 1).filter(|_| links && (weekday.is_some() || is_day))?;
    let (year, end) = days::year_after(sentence, word::end(sentence, of + 1))?;
    let open = match weekday {
        Some(weekday) => Open::Holiday(Holiday::Weekday(month, weekday, rank)),
        None => Open::Day { month, day: if rank > 0 { rank } else { last_of(year, month)? }, weekday: None },
    };
    Reading::in_year(word::with_the(sentence, at), end, open, year)
}

/// The last day of a month.
fn last_of(year: i16, month: i8) -> Option<i8> {
    Some(jiff::civil::Date::new(year, month, 1).ok()?.days_in_month())
}
