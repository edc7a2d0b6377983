//! Stretches of the calendar that go by a name or number: decades, centuries, quarters, halves, seasons, fiscal years,
//! eras, holidays.

use super::{Open, Reading, nth, relative, word, year};
use crate::extract::Sentence;
use crate::lexicon::{Era, Period, Sense};
use crate::value::{Date, Holiday, Season};

/// "the 19th century", "third-quarter profit", "the first half of 2025".
pub(super) fn ordinal_first(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    let (rank, end) = word::ordinal(sentence, at)?;
    let noun = end + usize::from(sentence.word(end) == "-" && sentence.is_glued(end));
    match word::period_at(sentence, noun) {
        Some((end, Period::Century)) => century(sentence, at, end, (rank, rank)),
        Some((end, Period::Quarter)) => quarter(sentence, at, end, rank),
        Some((end, Period::Half)) => half(sentence, at, end, rank),
        Some((
            _,
            Period::Week | Period::Weekend | Period::Month | Period::Year | Period::FiscalYear | Period::Decade,
        )) => None,
        None if word::weekday(sentence, end).is_some() || sentence.is_word(end, "day") => {
            nth::day(sentence, at, end, i8::try_from(rank).ok()?)
        }
        // "the 18th and 19th centuries".
        None => {
            let and = ["and", "to", "through", "or"].iter().any(|word| sentence.is_word(end, word))
                || word::is_dash(sentence, end);
            let the = end + 1 + usize::from(sentence.is_word(end + 1, "the"));
            let (last, end) = word::ordinal(sentence, the).filter(|(last, _)| and && *last > rank)?;
            let (end, period) = word::period_at(sentence, end + usize::from(sentence.word(end) == "-"))?;
            if period == Period::Century { century(sentence, at, end, (rank, last)) } else { None }
        }
    }
}

/// The 19th century is 1801 to 1900, the first century BC is -99 to 0 as ISO 8601 counts years.
fn century(sentence: &Sentence<'_, '_>, at: usize, end: usize, (first, last): (u32, u32)) -> Option<Reading> {
    // "20th Century Fox".
    let name = sentence.is_capitalised(end - 1) && sentence.is_capitalised(end);
    let (first, last) = (i16::try_from(first).ok()?, i16::try_from(last).ok()?);
    // "our third century of independence" is counted from one's own beginning.
    let owns = |at: usize| sentence.has(at, Sense::Owner) || sentence.is_word(at, "its");
    let owned = first < 15 && sentence.before(at).is_some_and(owns);
    if name || owned || last > 30 || first < 1 || is_turn(sentence, at) {
        return None;
    }
    let start = word::with_the(sentence, at);
    if let Some((end, Era::Before)) = word::era_at(sentence, end) {
        return Some(Reading::between(start, end, Date::Year(1 - first * 100), Date::Year(100 - last * 100)));
    }
    Some(Reading::between(start, end, Date::Year(first * 100 - 99), Date::Year(last * 100)))
}

/// "the turn of the 20th century" is where it begins, not the hundred years.
fn is_turn(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let of = sentence.before(word::with_the(sentence, at)).filter(|&of| sentence.is_word(of, "of"));
    of.and_then(|of| sentence.before(of)).is_some_and(|turn| sentence.is_word(turn, "turn"))
}

fn quarter(sentence: &Sentence<'_, '_>, at: usize, end: usize, rank: u32) -> Option<Reading> {
    let quarter = i8::try_from(rank).ok().filter(|quarter| (1..=4).contains(quarter))?;
    let figure = end + usize::from(sentence.word(end) == "-");
    match year_of(sentence, end) {
        Some((year, end)) => Some(Reading::full(at, end, Date::Quarter(year, quarter))),
        None => sentence.means(figure, Sense::QuarterFigure).then(|| Reading::open(at, end, Open::Quarter(quarter))),
    }
}

fn half(sentence: &Sentence<'_, '_>, at: usize, end: usize, rank: u32) -> Option<Reading> {
    let half = i8::try_from(rank).ok().filter(|half| (1..=2).contains(half))?;
    let (year, end) = year_of(sentence, end)?;
    Some(Reading::between(at, end, Date::Month(year, half * 6 - 5), Date::Month(year, half * 6)))
}

/// The year after a quarter, half or season: "2025", "of 2025", "of the year 2025", "of last year".
fn year_of(sentence: &Sentence<'_, '_>, end: usize) -> Option<(i16, usize)> {
    let of = end + usize::from(sentence.is_word(end, "of") || sentence.is_word(end, "in") || sentence.word(end) == ",");
    let fiscal = sentence.sense(of, |sense| (sense == Sense::Period(Period::FiscalYear)).then_some(()));
    if fiscal.is_some() {
        return None;
    }
    match year::number(sentence, of) {
        Some(year) if !word::is_measured(sentence, of + 1) && !year::counts(sentence, of + 1) => Some((year, of + 1)),
        Some(_) => None,
        None => relative::year(sentence, of),
    }
}

/// "Q2 2025", "H1 2025", "fiscal 2026", "FY26".
pub(super) fn numbered(sentence: &Sentence<'_, '_>, at: usize, end: usize, period: Period) -> Option<Reading> {
    match period {
        Period::Quarter | Period::Half if sentence.word(at).len() == 1 && sentence.is_glued(end) => {
            let rank = sentence.word(end).parse().ok()?;
            // "q3 2019", but "q3" alone may be any code.
            let named = sentence.is_capitalised(at) || year_of(sentence, end + 1).is_some();
            let known = named && sentence.is_number(end);
            match (known, period) {
                (true, Period::Half) => half(sentence, at, end + 1, rank),
                (true, _) => quarter(sentence, at, end + 1, rank).or_else(|| {
                    if sentence.is_word(end + 1, "of") {
                        return None;
                    }
                    let quarter = i8::try_from(rank).ok().filter(|quarter| (1..=4).contains(quarter))?;
                    // "Q1 2023 sales": the year counts nothing.
                    Some(match year::number(sentence, end + 1) {
                        Some(year) => Reading::full(at, end + 2, Date::Quarter(year, quarter)),
                        None => Reading::open(at, end + 1, Open::Quarter(quarter)),
                    })
                }),
                (false, _) => None,
            }
        }
        Period::FiscalYear => fiscal(sentence, at, end),
        // "the year nineteen hundred"
        Period::Year => {
            let (year, end) = year::in_words(sentence, end)?;
            Some(Reading::full(at, end, Date::Year(year)))
        }
        Period::Quarter
        | Period::Half
        | Period::Week
        | Period::Weekend
        | Period::Month
        | Period::Decade
        | Period::Century => None,
    }
}

/// "fiscal year 2026", "FY26"; "fiscal 2025-26" goes by the year it ends in.
fn fiscal(sentence: &Sentence<'_, '_>, at: usize, end: usize) -> Option<Reading> {
    if let Some(year) = year::number(sentence, end) {
        return Some(match word::short_year(sentence, end + 1, year) {
            Some((last, end)) => Reading::full(at, end, Date::FiscalYear(last)),
            None => Reading::full(at, end + 1, Date::FiscalYear(year)),
        });
    }
    // "FY26", "FY '80"
    let end = end + usize::from(matches!(sentence.word(end), "'" | "\u{2019}") && sentence.is_glued(end + 1));
    let short: i16 = sentence.word(end).parse().ok()?;
    let short_form = sentence.is_word(at, "FY") && sentence.word(end).len() == 2;
    let century = if short < 60 { 2000 } else { 1900 };
    short_form.then(|| Reading::full(at, end + 1, Date::FiscalYear(century + short)))
}

/// What a year begins: "2025 Q1", "the 2026 fiscal year".
pub(super) fn after_year(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    let year = year::number(sentence, at)?;
    let dash = at + 1 + usize::from(sentence.word(at + 1) == "-");
    match word::period_at(sentence, dash)? {
        (end, Period::Quarter) if sentence.is_word(dash, "Q") && sentence.is_glued(end) => {
            let quarter = sentence.word(end).parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
            Some(Reading::full(at, end + 1, Date::Quarter(year, quarter)))
        }
        (end, Period::FiscalYear) if sentence.is_word(end - 1, "year") => {
            Some(Reading::full(at, end, Date::FiscalYear(year)))
        }
        _ => None,
    }
}

/// "1990s", "the 1800s": ten years, or a hundred for the turn of a century before 2000.
pub(super) fn decade(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    let year = year::number(sentence, at).filter(|year| year % 10 == 0)?;
    let possessive = sentence.word(at + 1).len() > 1;
    let start = word::with_the(sentence, at);
    let plural = sentence.word(at + 1).trim_start_matches(['\'', '\u{2019}']).eq_ignore_ascii_case("s");
    if !sentence.is_glued(at + 1)
        || !plural
        || (possessive && start == at)
        || sentence.is_glued(at) && sentence.word(at - 1) != "-"
    {
        return None;
    }
    let length = if year % 100 == 0 && year < 2000 { 99 } else { 9 };
    Some(Reading::between(start, at + 2, Date::Year(year), Date::Year(year + length)))
}

/// "the '90s": the last century's, from the thirties on.
pub(super) fn short_decade(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    let quote = matches!(sentence.word(at), "'" | "\u{2019}" | "\u{2018}");
    let years: i16 = sentence.word(at + 1).parse().ok().filter(|years| (30..=90).contains(years) && years % 10 == 0)?;
    let plural = sentence.is_glued(at + 1) && sentence.is_glued(at + 2) && sentence.is_word(at + 2, "s");
    let start = word::with_the(sentence, at);
    (quote && plural).then(|| Reading::between(start, at + 3, Date::Year(1900 + years), Date::Year(1909 + years)))
}

/// "the 60's", "the late 60s": as the last century wrote its own; not "in her 60s", "highs in the 60s".
pub(super) fn bare_decade(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    let mark = sentence.word(at + 1);
    if !(sentence.is_glued(at + 1) && matches!(mark, "s" | "'s" | "\u{2019}s")) {
        return None;
    }
    let years: i16 = sentence.word(at).parse().ok().filter(|years| (30..=90).contains(years) && years % 10 == 0)?;
    let dash = sentence.before(at).filter(|&dash| sentence.is_glued(at) && sentence.word(dash) == "-");
    let part = sentence.before(dash.unwrap_or(at)).filter(|&part| sentence.means(part, Sense::DatePart));
    let the = |at: usize| sentence.before(at).is_some_and(|the| sentence.is_word(the, "the"));
    // "the 80's and 90's"
    let and = || {
        sentence
            .before(at)
            .is_some_and(|and| sentence.is_word(and, "and") && and > 0 && sentence.is_word(and - 1, mark))
    };
    let stands = match part {
        Some(part) => the(part),
        None => mark.len() > 1 && (the(at) || and()),
    };
    let start = if part.is_none() { word::with_the(sentence, at) } else { at };
    stands.then(|| Reading::between(start, at + 2, Date::Year(1900 + years), Date::Year(1909 + years)))
}

/// "the nineties", "the nineteen-nineties"; not "his nineties", "temperatures in the nineties".
pub(super) fn named_decade(sentence: &Sentence<'_, '_>, at: usize, years: i8) -> Option<Reading> {
    let start = word::with_the(sentence, at);
    let edge = sentence.before(at).filter(|&part| sentence.means(part, Sense::DatePart));
    let first = 1900 + i16::from(years);
    (start < at || edge.is_some()).then(|| Reading::between(start, at + 1, Date::Year(first), Date::Year(first + 9)))
}

/// "summer 2025", "the winter of 1978-79": by the year it begins in.
pub(super) fn season(sentence: &Sentence<'_, '_>, at: usize, season: Season) -> Option<Reading> {
    let (year, end) = year_of(sentence, at + 1)?;
    let end = word::short_year(sentence, end, year).map_or(end, |(_, end)| end);
    Some(Reading::full(at, end, Date::Season(year, season)))
}

/// "New Year's Day 2019", "on Christmas Day"; a holiday that no preposition makes a date is left alone.
pub(super) fn holiday(sentence: &Sentence<'_, '_>, at: usize, end: usize, holiday: Holiday) -> Option<Reading> {
    if let Some((year, end)) = year_of(sentence, end) {
        return Reading::in_year(at, end, Open::Holiday(holiday), year);
    }
    let on = sentence.before(at).is_some_and(|on| sentence.is_word(on, "on"));
    (on && !sentence.is_capitalised(end)).then(|| Reading::open(at, end, Open::Holiday(holiday)))
}

/// "AD 79".
pub(super) fn era_first(sentence: &Sentence<'_, '_>, at: usize, end: usize, era: Era) -> Option<Reading> {
    let year = sentence.word(end).parse().ok().filter(|year| era == Era::After && (1..=2199).contains(year))?;
    sentence.is_number(end).then(|| Reading::full(at, end + 1, Date::Year(year)))
}

/// "44 BC", "10,000 BC", "79 AD".
pub(super) fn era_last(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    let (end, era) = word::era_at(sentence, at + 1)?;
    let mut digits = sentence.word(at).bytes().filter(|&byte| byte != b',');
    let year = digits.try_fold(0_i16, |year, digit| {
        let digit = char::from(digit).to_digit(10)?;
        year.checked_mul(10)?.checked_add(i16::try_from(digit).ok()?)
    })?;
    (1..=9999).contains(&year).then(|| Reading::full(at, end, Date::Year(word::in_era(year, era))))
}
