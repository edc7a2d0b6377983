//! Dates with a month in them: "Feb. 24, 2022", "24th of February", "Thursday, January 19, 2006".

use super::{Open, Reading, Stated, days, digits, name, word, year};
use crate::extract::Sentence;
use crate::extract::measured::numeral_at;
use crate::extract::numeral::NumeralForm;
use crate::lexicon::Sense;
use crate::text::TokenKind;

/// "February 24, 2022", "February 24", "June 3-5, 2024", "February 2022", "in January".
pub(super) fn month_first(sentence: &Sentence<'_, '_>, at: usize, month: i8) -> Option<Reading> {
    let end = word::end(sentence, at);
    if let Some(year) = hyphened_year(sentence, end) {
        return Reading::in_year(at, end + 2, Open::Month(month), year);
    }
    if let Some((day, end)) = day_after(sentence, at, end) {
        if let Some(stretch) = days::days_after_month(sentence, at, end, (month, day)) {
            return Some(stretch);
        }
        let open = Open::Day { month, day, weekday: None };
        return match days::year_after(sentence, end) {
            Some((year, end)) => Reading::in_year(at, end, open, year),
            None => days::year_of_list(sentence, end)
                .map_or_else(|| Some(Reading::open(at, end, open)), |year| Reading::in_year(at, end, open, year)),
        };
    }
    if sentence.word(end + 1) == ","
        && let Some(day) = impossible_day(sentence, end)
        && let Some((year, end)) = days::year_after(sentence, end + 1)
    {
        return Reading::in_year(at, end, Open::Day { month, day, weekday: None }, year);
    }
    match days::year_after(sentence, end) {
        Some((year, end)) if sentence.is_capitalised(at) || !word::is_word_too(month) => {
            Reading::in_year(at, end, Open::Month(month), year)
        }
        _ => name::is_month(sentence, at, month).then(|| Reading::open(at, at + 1, Open::Month(month))),
    }
}

/// "24 February 2022", "24th of February", "the third of March", "3-5 June 2024".
pub(super) fn day_first(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    if sentence.is_number(at) && sentence.is_glued(at) && sentence.before(at).is_some_and(|at| is_joint(sentence, at)) {
        return None;
    }
    if let Some(day) = impossible_day(sentence, at).filter(|_| at > 0 && sentence.is_word(at - 1, "on")) {
        let month = word::month(sentence, at + 1).filter(|_| sentence.is_capitalised(at + 1))?;
        let (year, end) = days::year_after(sentence, at + 2)?;
        return Reading::in_year(at, end, Open::Day { month, day, weekday: None }, year);
    }
    let (day, end) = word::day(sentence, at)?;
    if let Some(stretch) = days::days_before_month(sentence, at, end, day) {
        return Some(stretch);
    }
    // "the 1st day of July".
    let end = end + usize::from(sentence.is_word(end, "day") && sentence.is_word(end + 1, "of"));
    if let Some(day) = hyphened(sentence, at, end, day) {
        return Some(day);
    }
    let month_at = end + usize::from(sentence.is_word(end, "of"));
    let month = word::month(sentence, month_at)?;
    let certain = sentence.is_capitalised(month_at) || month_at > end || !word::is_word_too(month);
    // "14april 2015"
    let tied = month_at == at + 1 && sentence.is_glued(month_at) && year::number(sentence, month_at + 1).is_some();
    if !certain || !tied && word::is_measured(sentence, month_at) {
        return None;
    }
    let open = Open::Day { month, day, weekday: None };
    match days::year_after(sentence, word::end(sentence, month_at)) {
        Some((year, end)) => Reading::in_year(at, end, open, year),
        None => Some(Reading::open(at, month_at + 1, open)),
    }
}

/// The year of "Dec-2018".
fn hyphened_year(sentence: &Sentence<'_, '_>, end: usize) -> Option<i16> {
    let tied = sentence.word(end) == "-" && sentence.is_glued(end) && sentence.is_glued(end + 1);
    year::number(sentence, end + 1).filter(|_| tied)
}

/// A number of two digits that would be a day but for its size: "July 51, 1973", where 15 was meant. Only where nothing
/// but a day can stand is it one, so that it is held against the day of the reference.
fn impossible_day(sentence: &Sentence<'_, '_>, at: usize) -> Option<i8> {
    let digits = sentence.is_number(at).then(|| sentence.word(at)).filter(|digits| digits.len() == 2)?;
    digits.parse().ok().filter(|&day: &i8| day > 31)
}

/// "24-Feb-2022".
fn hyphened(sentence: &Sentence<'_, '_>, at: usize, end: usize, day: i8) -> Option<Reading> {
    let tied = (end..end + 4).all(|part| sentence.is_glued(part));
    let signs = [end, end + 2].iter().all(|&sign| matches!(sentence.word(sign), "-" | "/"));
    let month = word::month(sentence, end + 1).filter(|_| tied && signs)?;
    let year = year::number(sentence, end + 3)?;
    Reading::in_year(at, end + 4, Open::Day { month, day, weekday: None }, year)
}

/// "Thursday, January 19, 2006", "Friday, Aug. 14", "Friday".
pub(super) fn weekday_first(sentence: &Sentence<'_, '_>, at: usize, weekday: i8) -> Option<Reading> {
    let end = word::end(sentence, at);
    let comma = end + usize::from(sentence.word(end) == ",");
    let next = comma + usize::from(sentence.is_word(comma, "the"));
    let dated = match sentence.tokens.get(next).map(|token| token.kind) {
        Some(TokenKind::Number) => digits::read(sentence, next).or_else(|| day_first(sentence, next)),
        Some(TokenKind::Word) => match word::month(sentence, next) {
            Some(month) => month_first(sentence, next, month).filter(|date| date.end > next + 1),
            None => day_first(sentence, next),
        },
        Some(TokenKind::Symbol) | None => None,
    };
    let Some(mut reading) = dated else {
        return name::is_weekday(sentence, at).then(|| Reading::open(at, at + 1, Open::Weekday(weekday)));
    };
    reading.start = at;
    if let Stated::Open(Open::Day { weekday: stated, .. }) = &mut reading.stated {
        *stated = Some(weekday);
    }
    Some(reading)
}

/// The day after the name of a month that ends at `end`: "24" in "February 24".
fn day_after(sentence: &Sentence<'_, '_>, at: usize, end: usize) -> Option<(i8, usize)> {
    // "October, 1st"
    let comma = sentence.word(end) == "," && sentence.is_number(end + 1) && sentence.is_glued(end + 2);
    // "June, 30, 1885"
    if comma && sentence.word(end + 2) == "," && year::number(sentence, end + 3).is_some() {
        return word::day(sentence, end + 1);
    }
    let start = end + usize::from(sentence.is_word(end, "the") || comma);
    if comma && !word::ordinal(sentence, start).is_some_and(|(_, end)| word::ends_phrase(sentence, end)) {
        return None;
    }
    let Some((day, end)) = word::day(sentence, start) else { return spoken_day(sentence, at, start) };
    let capital = sentence.is_capitalised(at);
    let clear = word::month(sentence, at).is_some_and(|month| !word::is_word_too(month));
    let belongs = match sentence.tokens[start].kind {
        // "in March third parties …": a word is a day only where no noun follows it.
        TokenKind::Word | TokenKind::Symbol => {
            (capital || clear) && (word::ends_phrase(sentence, end) || word::joint(sentence, at, end).is_some())
        }
        TokenKind::Number if end > start + 1 => true,
        TokenKind::Number => {
            // "Aug. 15: talks", not "March 7:30".
            let colon = sentence.word(end) == ":" && !(sentence.is_glued(end + 1) && sentence.is_number(end + 1));
            let part = is_joint(sentence, end) && sentence.is_glued(end) && !word::is_dash(sentence, end) && !colon;
            // "in June 20 people died", but "on June 20 people died".
            let month_only = sentence.before(at).is_some_and(|at| sentence.is_word(at, "in"));
            let certain = capital || clear || is_told(sentence, at) && word::ends_phrase(sentence, end);
            let counted = month_only && year::counts(sentence, end);
            certain && !(part || counted || word::is_measured(sentence, end))
        }
    };
    belongs.then_some((day, end))
}

/// "May twenty-nine": a day as it is spoken, where nothing can be counted by it.
fn spoken_day(sentence: &Sentence<'_, '_>, at: usize, start: usize) -> Option<(i8, usize)> {
    let numeral = numeral_at(sentence, start).filter(|numeral| numeral.form == NumeralForm::Words)?;
    let day = numeral.whole().filter(|day| (1..=31).contains(day)).and_then(|day| i8::try_from(day).ok())?;
    let end = numeral.tokens.end;
    let month_only = sentence.before(at).is_some_and(|at| sentence.is_word(at, "in"));
    let closes = end >= sentence.range.end || matches!(sentence.word(end), "." | "," | ";" | ")" | "?" | "!");
    (sentence.is_capitalised(at) && closes && !month_only).then_some((day, end))
}

/// Whether "march" or "may" in small letters stands where a date would: at the head, after "on" or a weekday.
fn is_told(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let Some(before) = sentence.before(at) else { return true };
    let comma = usize::from(sentence.word(before) == ",");
    let weekday = before.checked_sub(comma).is_some_and(|at| word::weekday(sentence, at).is_some());
    weekday || sentence.means(before, Sense::MonthCue) || sentence.is_word(before, "on")
}

/// Whether a sign ties the figures beside it together, as in "3/4", "3:16", "3-5", "$3".
fn is_joint(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    match sentence.word(at) {
        "/" | ":" | "-" | "\u{2013}" | "$" | "\u{20ac}" | "\u{a3}" | "#" => true,
        "." => sentence.is_glued(at + 1) && sentence.is_number(at + 1),
        _ => false,
    }
}
