//! Days of one month together, and the year after a day or a month: "June 3-5, 2024", "the 13th to the 15th of July".

use super::resolve::resolve;
use super::{Open, Reading, relative, word, year};
use crate::extract::Sentence;
use crate::lexicon::Sense;
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

/// The year of a list of days in one month, the first of which ends at `end`: "April 22 and 26, 1898".
pub(super) fn year_of_list(sentence: &Sentence<'_, '_>, mut end: usize) -> Option<i16> {
    while let Some(next) = next_of_list(sentence, end) {
        if let Some((year, _)) = year_after(sentence, next) {
            return Some(year);
        }
        end = next;
    }
    None
}

/// Where the day ends that follows one of the same month, which ends at `end`: "and 26".
fn next_of_list(sentence: &Sentence<'_, '_>, end: usize) -> Option<usize> {
    let comma = usize::from(sentence.word(end) == ",");
    let joint = comma + usize::from(matches!(sentence.word(end + comma), "and" | "or" | "&"));
    let at = end + joint;
    let (_, next) = word::day(sentence, at).filter(|_| joint > 0 && sentence.is_number(at))?;
    let clock = |sense| matches!(sense, Sense::DayHalf(_) | Sense::Clock).then_some(());
    let counts = word::is_measured(sentence, next)
        || year::counts(sentence, next)
        || sentence.sense(next, clock).is_some()
        || (sentence.is_glued(next) && !matches!(sentence.word(next), "," | "." | ";" | ")"));
    // "June 3, 12 people": a comma alone joins only what goes on as a list.
    let goes_on = joint > comma || matches!(sentence.word(next), "," | "and" | "or" | "&");
    (!counts && goes_on).then_some(next)
}

/// A day that leaves its month to one before it: "26, 1898" after "April 22 and".
pub(super) fn further(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    let (day, end) = word::day(sentence, at)?;
    let open = Open::Day { month: month_of_list(sentence, at)?, day, weekday: None };
    match year_after(sentence, end) {
        Some((year, end)) => Reading::in_year(at, end, open, year),
        None => Some(Reading::open(at, end, open)),
    }
}

/// The month of the list of days that goes on at `at`: April of "April 22, 24 and 26".
fn month_of_list(sentence: &Sentence<'_, '_>, at: usize) -> Option<i8> {
    let mut days = std::iter::successors(Some(at), |&at| day_before(sentence, at)).skip(1).take(LONGEST_LIST);
    days.find_map(|day| {
        let stop = usize::from(day > 1 && sentence.word(day - 1) == ".");
        let named = day.checked_sub(1 + stop).filter(|&at| at >= sentence.range.start);
        named.and_then(|at| word::month(sentence, at))
    })
}

/// No month has more days: what goes on longer is no list of them, and must not cost the square of its length.
const LONGEST_LIST: usize = 31;

/// Where the day begins that the one at `at` follows in a list: 22 of "22 and 26".
fn day_before(sentence: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let joined = (1..=2).find_map(|back| {
        let before = at.checked_sub(back + 1).filter(|&before| before > sentence.range.start)?;
        let follows = next_of_list(sentence, before + 1) == Some(word::day(sentence, at)?.1);
        // "June 1st and 2nd"
        let suffix = usize::from(sentence.is_glued(before) && sentence.is_number(before - 1));
        follows.then(|| before - suffix)
    });
    joined.filter(|&before| sentence.is_number(before) && word::day(sentence, before).is_some())
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
