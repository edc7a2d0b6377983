//! Days of one month together, and the year after a day or a month: "June 3-5, 2024", "the 13th to the 15th of July".

use super::resolve::resolve;
use super::{Open, Reading, relative, word, year};
use crate::extract::Sentence;
use crate::value::Date;

/// "3-5, 2024" and "3 to 5" after the name of a month.
pub(super) fn days_after_month(
    sentence: &Sentence<'_, '_>,
    at: usize,
    end: usize,
    (month, first): (i8, i8),
) -> Option<Reading> {
    let joint = word::joint(sentence, at, end)?;
    let (last, end) = word::day(sentence, joint).filter(|&(last, _)| last > first)?;
    let months =
        word::month(sentence, end).is_some() || sentence.is_word(end, "of") && word::month(sentence, end + 1).is_some();
    if months || word::is_measured(sentence, end) {
        return None;
    }
    days(sentence, at, year_after(sentence, end).ok_or(end), (month, first, last))
}

/// "3-5 June 2024", "from the 13th to the 15th of July".
pub(super) fn days_before_month(sentence: &Sentence<'_, '_>, at: usize, end: usize, first: i8) -> Option<Reading> {
    let joint = word::joint(sentence, at, end)?;
    let (last, end) = word::day(sentence, joint).filter(|&(last, _)| last > first)?;
    let month_at = end + usize::from(sentence.is_word(end, "of"));
    let month = word::month(sentence, month_at)?;
    let end = word::end(sentence, month_at);
    days(sentence, at, year_after(sentence, end).ok_or(month_at + 1), (month, first, last))
}

/// A stretch of days in one month, with its year and end, or its end alone.
fn days(
    sentence: &Sentence<'_, '_>,
    at: usize,
    year: Result<(i16, usize), usize>,
    (month, first, last): (i8, i8, i8),
) -> Option<Reading> {
    let day = |day: i8| Open::Day { month, day, weekday: None };
    let date = |open: Open, year: i16| open.in_year(year).or(open.without_year());
    match year {
        Ok((year, end)) => Some(Reading::between(at, end, date(day(first), year)?, date(day(last), year)?)),
        Err(end) => {
            let from = resolve(sentence, Reading::open(at, end, day(first)))?;
            let to = match from.from.year() {
                Some(year) => date(day(last), year)?,
                None => Date::DayOfYear(month, last),
            };
            Some(Reading::between(at, end, from.from, to))
        }
    }
}

/// The year after a day or a month, and one past it: ", 2022", "2022", "of 2022", "of last year".
pub(super) fn year_after(sentence: &Sentence<'_, '_>, end: usize) -> Option<(i16, usize)> {
    let comma = end + usize::from(sentence.word(end) == ",");
    let of = comma == end && (sentence.is_word(end, "of") || sentence.is_word(end, "in"));
    let start = comma + usize::from(of);
    match year::number(sentence, start) {
        Some(_) if word::is_measured(sentence, start + 1) => None,
        Some(year) => Some(word::with_era(sentence, year, start + 1)),
        None if comma == end => relative::year(sentence, start).or_else(|| year::in_words(sentence, start)),
        None => None,
    }
}
