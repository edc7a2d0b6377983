//! Dates and clock times in the draft's style: "Feb. 24, 2022", "24 February 2022", "6:30 p.m."

use std::ops::Range;

use jiff::civil;

use super::written::{cased, digits, ordinal_ending, sense, words};
use crate::lexicon::Sense;
use crate::value::{ClockTime, Date, DateSpan};

/// A single date, each of its parts in its place; none where the reference is less precise, or
/// where the draft leaves out what is wrong.
pub(super) fn date(core: &str, claim: DateSpan, fact: DateSpan) -> Option<String> {
    if claim.relative || claim.to.is_some() || fact.to.is_some() {
        return None;
    }
    let (year, month, day) = parts(claim.from)?;
    let (new_year, new_month, new_day) = parts(fact.from)?;
    let iso = core.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && core.contains('-');
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    let numbers = core_numbers(core);
    if iso {
        let wanted = [new_year.map(i32::from), new_month.map(i32::from), new_day.map(i32::from)];
        for (range, wanted) in numbers.into_iter().zip(wanted) {
            let width = range.len();
            changes.push((range, format!("{:0width$}", wanted?)));
        }
        return Some(apply(core, changes));
    }
    let written = |value: i32| {
        let mut places = numbers.iter().filter(|range| core[(*range).clone()].parse() == Ok(value));
        places.next().filter(|_| places.next().is_none()).cloned()
    };
    if let Some(month) = month.filter(|_| month != new_month) {
        let name = full_name(month)?.to_lowercase();
        // "Feb", "Sept" and the like are the beginning of the name.
        let is_name = |word: &str| word.len() >= 3 && name.starts_with(&word.to_lowercase());
        let (range, word) = words(core).find(|(_, word)| is_name(word))?;
        changes.push(month_name(core, range, word, new_month?)?);
    }
    if let Some(day) = day.filter(|_| day != new_day) {
        let range = written(i32::from(day))?;
        let (old, new) = (u32::try_from(day).ok()?, u32::try_from(new_day?).ok()?);
        let ending = ordinal_ending(old);
        changes.push(if core[range.end..].starts_with(ending) {
            (range.start..range.end + ending.len(), format!("{new}{}", ordinal_ending(new)))
        } else {
            (range, new.to_string())
        });
    }
    if let Some(year) = year.filter(|_| year != new_year) {
        changes.push((written(i32::from(year))?, new_year?.to_string()));
    }
    if changes.is_empty() {
        return None;
    }
    let is_weekday = |word: &str| sense(word, |sense| matches!(sense, Sense::Weekday(_))).is_some();
    if let Some((range, word)) = words(core).find(|(_, word)| is_weekday(word)) {
        changes.push((range, weekday(word, fact.from)?));
    }
    Some(apply(core, changes))
}

/// The day of the week of another date, where the draft writes its own out.
fn weekday(word: &str, date: Date) -> Option<String> {
    let Date::Day(day) = date else { return None };
    let name = day.strftime("%A").to_string();
    let is_short = word.len() < "Monday".len();
    let right = if is_short { name.starts_with(&cased(word.to_lowercase(), &name)) } else { true };
    right.then(|| if is_short { word.to_owned() } else { name })
}

/// Year, month and day, as far as a date gives them; none for quarters and the like.
fn parts(date: Date) -> Option<(Option<i16>, Option<i8>, Option<i8>)> {
    match date {
        Date::Year(year) => Some((Some(year), None, None)),
        Date::Month(year, month) => Some((Some(year), Some(month), None)),
        Date::Day(day) => Some((Some(day.year()), Some(day.month()), Some(day.day()))),
        Date::DayOfYear(month, day) => Some((None, Some(month), Some(day))),
        Date::FiscalYear(_) | Date::Season(..) | Date::Quarter(..) => None,
    }
}

/// The runs of digits in a core.
fn core_numbers(core: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in core.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            Some(_) | None => runs.push(at..at + 1),
        }
    }
    runs
}

/// "February".
fn full_name(month: i8) -> Option<String> {
    Some(civil::Date::new(2000, month, 1).ok()?.strftime("%B").to_string())
}

/// Another month in the manner of one: "Feb." → "March", "Feb" → "Mar", "February" → "March".
fn month_name(core: &str, range: Range<usize>, word: &str, month: i8) -> Option<(Range<usize>, String)> {
    let full = full_name(month)?;
    if word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let dotted = core[range.end..].starts_with('.');
    let short = dotted || (word.len() == 3 && !word.eq_ignore_ascii_case("may"));
    let range = range.start..range.end + usize::from(dotted);
    let new = match (short, dotted) {
        (false, _) => full,
        // The months that a newspaper's style writes out.
        (true, true) if full.len() <= 5 => full,
        (true, true) if month == 9 => "Sept.".to_owned(),
        (true, true) => format!("{}.", &full[..3]),
        (true, false) => full[..3].to_owned(),
    };
    Some((range, new))
}

/// A clock time; in twelve hours with its "a.m." or "p.m.".
pub(super) fn time(core: &str, claim: ClockTime, fact: ClockTime) -> Option<String> {
    let runs = core_numbers(core);
    let (first, last) = (runs.first()?, runs.last()?);
    let lower = core.to_ascii_lowercase();
    let half = ["a.m.", "p.m.", "am", "pm"].iter().find_map(|half| lower.find(half).filter(|at| *at >= last.end));
    let minutes = runs.len() == 2 || fact.minute != 0;
    // "7.30pm" keeps its point.
    let mark =
        core.get(first.end..runs.get(1).map_or(first.end, |second| second.start)).filter(|mark| !mark.is_empty());
    let mark = mark.unwrap_or(":");
    let written = |hour: u8| if minutes { format!("{hour}{mark}{:02}", fact.minute) } else { hour.to_string() };
    let range = first.start..last.end;
    let same_half = (claim.hour < 12) == (fact.hour < 12);
    match half {
        Some(at) if runs.len() <= 2 => {
            let hour = if fact.hour.is_multiple_of(12) { 12 } else { fact.hour % 12 };
            let mut changes = vec![(range, written(hour))];
            if !same_half {
                let upper = core.as_bytes()[at].is_ascii_uppercase();
                let letter = if fact.hour < 12 { 'a' } else { 'p' };
                changes.push((at..at + 1, if upper { letter.to_ascii_uppercase() } else { letter }.to_string()));
            }
            Some(apply(core, changes))
        }
        None if runs.len() == 2 && digits(core).is_some() => {
            let width = first.len();
            let clear = claim.hour > 12 || width == 2 || (same_half && fact.hour < 12);
            clear.then(|| apply(core, vec![(range, format!("{:0width$}{mark}{:02}", fact.hour, fact.minute))]))
        }
        Some(_) | None => None,
    }
}

/// The core with some of its bytes replaced.
fn apply(core: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut new = core.to_owned();
    for (range, text) in changes {
        new.replace_range(range, &text);
    }
    new
}
