//! Dates told from the draft's own: "yesterday", "last week", "this summer", "next Friday".

use jiff::ToSpan;
use jiff::civil;

use super::{Reading, Stated, word, year};
use crate::extract::{Sentence, quote};
use crate::lexicon::{Period, Sense};
use crate::value::{Date, DateSpan, Season};

/// "yesterday", "tonight".
pub(super) fn day(sentence: &Sentence<'_, '_>, at: usize, end: usize, days: i8) -> Option<Reading> {
    // "USA Today".
    let name = sentence.is_capitalised(at) && sentence.before(at).is_some_and(|at| sentence.is_capitalised(at));
    // "The jobs of tomorrow" are no day's, unlike what is so "as of today".
    let of = sentence.before(at).filter(|&of| sentence.is_word(of, "of"));
    let figurative = of.is_some_and(|of| !sentence.before(of).is_some_and(|at| sentence.is_word(at, "as")));
    // A speaker's "today" is the day of the speech.
    if name || figurative || quote::around(sentence.quotations, &(at..end)).is_some() {
        return None;
    }
    let day = sentence.now?.checked_add(i32::from(days).days()).ok()?;
    Some(told(at, end, Date::Day(day), None))
}

/// "last month", "this year", "next Friday"; not "the last week", which is a length of time.
pub(super) fn turn(sentence: &Sentence<'_, '_>, at: usize, end: usize, turn: i8) -> Option<Reading> {
    let now = sentence.now?;
    let (next, noun) = sentence.sense(end, |sense| match sense {
        Sense::Period(_) | Sense::Month(_) | Sense::Weekday(_) | Sense::Season(_) => Some(sense),
        _ => None,
    })?;
    let the = sentence.before(at).is_some_and(|the| sentence.is_word(the, "the"));
    // "last week of December 2016", "the last Friday in October": counted from a date that is told.
    if (sentence.is_word(next, "of") || sentence.is_word(next, "in")) && is_dated(sentence, next + 1) {
        return None;
    }
    let (from, to) = match noun {
        // "this July 2015" says its year.
        Sense::Month(_) | Sense::Season(_) if year::number(sentence, word::end(sentence, end)).is_some() => {
            return None;
        }
        Sense::Period(_) if the && turn != 0 => return None,
        // "next year, 1943, we shall build more": the year that is meant is told.
        Sense::Period(Period::Year) if apposed(sentence, next).is_some() => {
            return apposed(sentence, next).map(|year| Reading::full(at, next, Date::Year(year)));
        }
        Sense::Period(period) => period_from(now, period, turn)?,
        Sense::Month(month) if sentence.is_capitalised(end) || is_small_month(sentence, next, month) => {
            let from = month_from(now, month, turn);
            let (day, end) = day_of(sentence, next, from).unwrap_or((from, next));
            return Some(told(at, end, day, None));
        }
        Sense::Weekday(weekday) if sentence.is_capitalised(end) || word::ends_phrase(sentence, end + 1) => {
            return Some(told(at, word::end(sentence, end), Date::Day(weekday_from(now, weekday, turn)?), None));
        }
        Sense::Season(season) => (Date::Season(season_from(now, season, turn)?, season), None),
        _ => return None,
    };
    Some(told(at, next, from, to))
}

/// The day after "last June" in "last June 6", and one past it; not in "last June 6 men".
fn day_of(sentence: &Sentence<'_, '_>, at: usize, month: Date) -> Option<(Date, usize)> {
    let (day, end) = word::day(sentence, at)?;
    let Date::Month(year, month) = month else { return None };
    let counts = year::counts(sentence, end) || word::is_measured(sentence, end);
    let day = civil::Date::new(year, month, day).ok().filter(|_| !counts)?;
    Some((Date::Day(day), end))
}

/// "last october", but not "this august delegation".
fn is_small_month(sentence: &Sentence<'_, '_>, end: usize, month: i8) -> bool {
    !word::is_word_too(month) && word::ends_phrase(sentence, end)
}

/// The year between commas or in brackets after the token before `at`.
fn apposed(sentence: &Sentence<'_, '_>, at: usize) -> Option<i16> {
    let enclosed = matches!((sentence.word(at), sentence.word(at + 2)), ("," | "(", "," | ")" | "." | ";"));
    year::number(sentence, at + 1).filter(|_| enclosed && at + 2 < sentence.range.end)
}

/// Whether a month or a year in digits stands at a token, "the" left out.
fn is_dated(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let at = at + usize::from(sentence.is_word(at, "the"));
    word::month(sentence, at).is_some() || sentence.is_number(at) && sentence.word(at).len() == 4
}

/// "last year" after a month or a quarter: the year, and one past it.
pub(super) fn year(sentence: &Sentence<'_, '_>, at: usize) -> Option<(i16, usize)> {
    let now = sentence.now?;
    let (end, turn) = sentence.sense(at, |sense| if let Sense::Turn(turn) = sense { Some(turn) } else { None })?;
    sentence.is_word(end, "year").then(|| (now.year() + i16::from(turn), end + 1))
}

fn told(start: usize, end: usize, from: Date, to: Option<Date>) -> Reading {
    Reading { start, end, stated: Stated::Full(DateSpan { from, to, relative: true }) }
}

/// The period of the calendar before, around or after a day.
fn period_from(now: civil::Date, period: Period, turn: i8) -> Option<(Date, Option<Date>)> {
    let step = i32::from(turn);
    let year = now.year() + i16::from(turn);
    let monday = now.checked_add((step * 7 - i32::from(now.weekday().to_monday_zero_offset())).days()).ok()?;
    let day = |offset: i32| monday.checked_add(offset.days()).ok().map(Date::Day);
    let years = |length: i16, first: i16| {
        let start = (now.year() - first).div_euclid(length) * length + first + length * i16::from(turn);
        (Date::Year(start), Some(Date::Year(start + length - 1)))
    };
    Some(match period {
        Period::Week => (day(0)?, day(6)),
        Period::Weekend => (day(5)?, day(6)),
        Period::Month => {
            let month = now.first_of_month().checked_add(step.months()).ok()?;
            (Date::Month(month.year(), month.month()), None)
        }
        Period::Quarter => {
            let month = now.first_of_month().checked_add((step * 3).months()).ok()?;
            (Date::Quarter(month.year(), (month.month() + 2) / 3), None)
        }
        Period::Year => (Date::Year(year), None),
        Period::Decade => years(10, 0),
        Period::Century => years(100, 1),
        // When a fiscal year begins depends on whose it is; a half is half of anything.
        Period::FiscalYear | Period::Half => return None,
    })
}

/// "last June": before this month, "next June": after it.
fn month_from(now: civil::Date, month: i8, turn: i8) -> Date {
    let year = match turn {
        ..=-1 if month >= now.month() => now.year() - 1,
        1.. if month <= now.month() => now.year() + 1,
        _ => now.year(),
    };
    Date::Month(year, month)
}

/// "last Friday": before today; "this Friday": in this week; "next Friday": in the next.
fn weekday_from(now: civil::Date, weekday: i8, turn: i8) -> Option<civil::Date> {
    let ahead = i32::from(weekday) - i32::from(now.weekday().to_monday_one_offset());
    let days = match turn {
        ..=-1 if ahead >= 0 => ahead - 7,
        1.. => ahead + 7,
        _ => ahead,
    };
    now.checked_add(days.days()).ok()
}

/// For how many months after it ended a winter is still this one.
const LATELY: i32 = 3;

/// "last summer": the last one that is over; "this summer": this year's, and "this winter" in January or March the one
/// that began before; "next summer": after this one.
fn season_from(now: civil::Date, season: Season, turn: i8) -> Option<i16> {
    let year = now.year();
    let days = |year: &i16| Date::Season(*year, season).days();
    let over = |year: &i16| days(year).is_some_and(|(_, last)| last < now);
    let ahead = |year: &i16| days(year).is_some_and(|(first, _)| first > now);
    let just_over =
        |year: &i16| days(year).is_some_and(|(_, last)| over(year) && last.saturating_add(LATELY.months()) >= now);
    match turn {
        ..=-1 => (year - 2..=year).rev().find(over),
        1.. => (year - 1..=year + 1).find(ahead),
        _ => (year - 1..=year).find(|year| !over(year) && !ahead(year) || just_over(year)).or(Some(year)),
    }
}
