//! Dates in digits alone: "2022-02-24", "02/24/2022", "24.02.2022", "2022-02".

use super::{Open, Reading};
use crate::extract::Sentence;
use crate::lexicon::DateOrder;
use crate::value::Date;

/// The date in digits that begins with this token.
pub(super) fn read(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    let begins_word = sentence.is_glued(at)
        && match sentence.word(at.checked_sub(1)?) {
            "(" | "[" | "\"" | "\u{201c}" | "\u{2014}" | "\u{2013}" => false,
            // "10/1/2018-10/7/2018".
            "-" => !(at >= 3 && sentence.word(at - 3) == "/"),
            _ => true,
        };
    if begins_word {
        return None;
    }
    if let Some((end, parts)) = three(sentence, at) {
        return free(sentence, end).then(|| from_parts(at, end, parts, sentence.usage.locale().dates)).flatten();
    }
    month_of_year(sentence, at)
}

/// Three figures with the same sign between them, glued: one past them, and their texts.
fn three<'t>(sentence: &Sentence<'_, 't>, at: usize) -> Option<(usize, [&'t str; 3])> {
    let text = sentence.word(at);
    if let Some((day, rest)) = text.split_once('.') {
        let (month, year) = rest.split_once('.')?;
        return Some((at + 1, [day, month, year]));
    }
    let sign = sentence.word(at + 1);
    let same = matches!(sign, "-" | "/") && sentence.word(at + 3) == sign;
    let glued = (at + 1..at + 5).all(|part| sentence.is_glued(part));
    let figures = sentence.is_number(at + 2) && sentence.is_number(at + 4);
    (same && glued && figures).then(|| (at + 5, [text, sentence.word(at + 2), sentence.word(at + 4)]))
}

/// "2022-02-24"; "02/24/2022" in the order of the house, "24/02/2022" where it cannot be that;
/// "24.02.2022" day first. Where no order is settled, "03/04/2024" says its year alone.
fn from_parts(at: usize, end: usize, parts: [&str; 3], order: DateOrder) -> Option<Reading> {
    let [first, second, third] = parts.map(|part| part.parse::<i16>().ok());
    let (first, second, third) = (first?, second?, third?);
    let lengths = parts.map(str::len);
    let dotted = end == at + 1;
    let year = match lengths {
        [4, 1..=2, 1..=2] => first,
        [1..=2, 1..=2, 4] => third,
        // "10/7/23", but not the version "1.2.23".
        [1..=2, 1..=2, 2] if !dotted => third + if third < 70 { 2000 } else { 1900 },
        _ => return None,
    };
    let (month, day) = match (lengths[0], order) {
        (4, _) => (second, third),
        (_, DateOrder::Unsettled) if !dotted && first <= 12 && second <= 12 && first != second => {
            return (1000..=2199).contains(&year).then(|| Reading::full(at, end, Date::Year(year)));
        }
        (_, DateOrder::DayFirst) if second <= 12 => (second, first),
        (_, DateOrder::MonthFirst | DateOrder::DayFirst | DateOrder::Unsettled)
            if dotted || (first > 12 && lengths[2] == 4) =>
        {
            (second, first)
        }
        (_, DateOrder::MonthFirst | DateOrder::DayFirst | DateOrder::Unsettled) => (first, second),
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let possible = (1000..=2199).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    possible.then(|| Reading::in_year(at, end, Open::Day { month, day, weekday: None }, year)).flatten()
}

/// "2022-02", "2022/02", "02/2022", "12-2015"; "2022-23" is a stretch of two years.
fn month_of_year(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    let (first, sign, second) = (sentence.word(at), sentence.word(at + 1), sentence.word(at + 2));
    let glued = sentence.is_glued(at + 1) && sentence.is_glued(at + 2) && sentence.is_number(at + 2);
    let (year, month) = match (first.len(), sign, second.len()) {
        (4, "-" | "/", 2) => (first, second),
        (1..=2, "/" | "-", 4) => (second, first),
        _ => return None,
    };
    let (year, month) = (year.parse::<i16>().ok()?, month.parse::<i8>().ok()?);
    let stretch = first.len() == 4 && i16::from(month) > year % 100 && !second.starts_with('0');
    let possible = glued && (1000..=2199).contains(&year) && (1..=12).contains(&month) && !stretch;
    (possible && free(sentence, at + 3)).then(|| Reading::full(at, at + 3, Date::Month(year, month)))
}

/// Whether the figures end here and do not go on as a path, a number or a code.
fn free(sentence: &Sentence<'_, '_>, end: usize) -> bool {
    !sentence.is_glued(end)
        || match sentence.word(end) {
            // "10/1/2018-10/7/2018".
            "-" => end >= 2 && sentence.word(end - 2) == "/" && sentence.is_number(end + 1),
            "/" | "_" | "%" | "@" => false,
            "." | "," | ":" => !(sentence.is_glued(end + 1) && sentence.is_number(end + 1)),
            _ => !sentence.is_number(end),
        }
}
