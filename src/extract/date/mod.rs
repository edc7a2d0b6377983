//! Dates: "1867", "Feb. 24, 2022", "the 1990s", "2014-2020", "last month".
//!
//! Left alone: counts ("1867 people"), names ("the Sept. 11 attacks", "Black Friday"), habits ("every Friday",
//! "Monday to Friday"), and lengths of time ("the past decade", "two weeks ago"), which are durations.

mod calendar;
mod days;
mod digits;
mod name;
mod nth;
mod period;
mod relative;
mod resolve;
mod stretch;
mod under;
mod word;
mod year;

#[cfg(test)]
mod tests;

pub(super) use under::{Above, Under};

use super::{Candidate, Sentence, hedge};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::{Begins, Sense};
use crate::source::BlockKind;
use crate::text::TokenKind;
use crate::value::{Date, DateSpan, Hedge, Holiday};

/// Proposes the dates of a sentence.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    if is_entry(sentence) {
        return;
    }
    let mut next = sentence.range.start;
    for at in sentence.spots.iter().map(|&at| at as usize) {
        if at < next || !may_begin(sentence, at) {
            continue;
        }
        let Some(first) = read(sentence, at) else { continue };
        let joined = stretch::join(sentence, first);
        let reading = joined.map_or(first, |(whole, _)| whole);
        let span = joined.map_or_else(|| resolve::resolve(sentence, first), |(_, span)| Some(span));
        candidates.extend(span.map(|span| candidate(sentence, reading, span)));
        next = reading.end;
    }
}

/// "expires: 2031-01-01" over a line drawn across the page: an entry of front matter that stands in the text.
fn is_entry(sentence: &Sentence<'_, '_>) -> bool {
    let start = sentence.range.start;
    let key = |at: usize| sentence.tokens[at].kind == TokenKind::Word && !sentence.is_capitalised(at);
    matches!(sentence.block.kind, BlockKind::Heading(_))
        && sentence.range.len() == 7
        && sentence.word(start + 1) == ":"
        && key(start)
        && (start + 2..sentence.range.end).step_by(2).all(|at| sentence.is_number(at))
}

/// A date as its words give it, from its first token to one past its last.
#[derive(Clone, Copy)]
struct Reading {
    start: usize,
    end: usize,
    stated: Stated,
}

/// What the words of a date tell by themselves.
#[derive(Clone, Copy)]
enum Stated {
    /// All of it.
    Full(DateSpan),
    /// "June 14", "Friday": the draft's date tells the rest.
    Open(Open),
}

/// A date that leaves out its year.
#[derive(Clone, Copy)]
enum Open {
    /// "January".
    Month(i8),
    /// "June 14", with the weekday where one stands before it.
    Day { month: i8, day: i8, weekday: Option<i8> },
    /// "second-quarter profit".
    Quarter(i8),
    /// "on Christmas Day".
    Holiday(Holiday),
    /// "Friday".
    Weekday(i8),
}

impl Open {
    /// The date in a year; none for a weekday, and none where the day does not exist in it.
    fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::Month(month) => Some(Date::Month(year, month)),
            Self::Day { month, day, .. } => jiff::civil::Date::new(year, month, day).ok().map(Date::Day),
            Self::Quarter(quarter) => Some(Date::Quarter(year, quarter)),
            Self::Holiday(holiday) => holiday.in_year(year).map(Date::Day),
            Self::Weekday(_) => None,
        }
    }

    /// The month and day that stay when there is no such day in the year, or no year.
    fn without_year(self) -> Option<Date> {
        match self {
            Self::Day { month, day, .. } => Some(Date::DayOfYear(month, day)),
            Self::Month(_) | Self::Quarter(_) | Self::Holiday(_) | Self::Weekday(_) => None,
        }
    }
}

impl Reading {
    /// A date that is all there.
    fn full(start: usize, end: usize, date: Date) -> Self {
        Self { start, end, stated: Stated::Full(DateSpan::on(date)) }
    }

    /// A stretch between two dates that are all there.
    fn between(start: usize, end: usize, from: Date, to: Date) -> Self {
        Self { start, end, stated: Stated::Full(DateSpan { from, to: Some(to), relative: false }) }
    }

    /// A date without its year.
    fn open(start: usize, end: usize, open: Open) -> Self {
        Self { start, end, stated: Stated::Open(open) }
    }

    /// An open date with its year; "June 31, 2025" stays a month and a day for whoever checks that days exist.
    fn in_year(start: usize, end: usize, open: Open, year: i16) -> Option<Self> {
        open.in_year(year).or(open.without_year()).map(|date| Self::full(start, end, date))
    }
}

/// Whether a date can begin with this token; turns most tokens away.
fn may_begin(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    match token.kind {
        TokenKind::Word | TokenKind::Number => token.begins.any(Begins::DATE.with(Begins::DIGITS)),
        TokenKind::Symbol => sentence.is_number(at + 1) && sentence.is_glued(at + 1),
    }
}

/// The single date that begins with this token.
fn read(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    match sentence.tokens.get(at)?.kind {
        TokenKind::Number => digits::read(sentence, at)
            .or_else(|| calendar::day_first(sentence, at))
            .or_else(|| days::further(sentence, at))
            .or_else(|| period::decade(sentence, at))
            .or_else(|| period::bare_decade(sentence, at))
            .or_else(|| period::ordinal_first(sentence, at))
            .or_else(|| period::era_last(sentence, at))
            .or_else(|| period::after_year(sentence, at))
            .or_else(|| year::read(sentence, at)),
        TokenKind::Symbol => period::short_decade(sentence, at).or_else(|| year::cut(sentence, at)),
        TokenKind::Word => word_first(sentence, at),
    }
}

fn word_first(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    Some(&sentence.tokens[at]).filter(|token| token.begins.any(Begins::DATE))?;
    let begins = |sense| match sense {
        Sense::Month(month) => calendar::month_first(sentence, at, month),
        Sense::Weekday(weekday) => calendar::weekday_first(sentence, at, weekday),
        Sense::Season(season) => period::season(sentence, at, season),
        Sense::Decade(years) => period::named_decade(sentence, at, years),
        Sense::Ordinal(_) | Sense::Cardinal(20 | 30) => {
            calendar::day_first(sentence, at).or_else(|| period::ordinal_first(sentence, at))
        }
        _ => None,
    };
    // Phrases first: "Easter Monday" is no Monday, "Black Friday" no day at all.
    let (end, sense) = sentence.sense(at, |sense| match sense {
        Sense::Trap(_)
        | Sense::Day(_)
        | Sense::Turn(_)
        | Sense::Holiday(_)
        | Sense::Period(_)
        | Sense::Era(_)
        | Sense::Month(_)
        | Sense::Weekday(_)
        | Sense::Season(_)
        | Sense::Decade(_)
        | Sense::Ordinal(_)
        | Sense::Cardinal(20 | 30) => Some(sense),
        _ => None,
    })?;
    match sense {
        Sense::Day(days) => relative::day(sentence, at, end, days),
        // "the last Friday in October 2014"
        Sense::Turn(turn) => nth::day(sentence, at, end, turn).or_else(|| relative::turn(sentence, at, end, turn)),
        Sense::Holiday(holiday) => period::holiday(sentence, at, end, holiday),
        Sense::Period(period) => period::numbered(sentence, at, end, period),
        Sense::Era(era) => period::era_first(sentence, at, end, era),
        other => begins(other),
    }
}

/// The claim of a date, with the words before it that belong to it.
fn candidate<'t>(sentence: &Sentence<'_, 't>, reading: Reading, span: DateSpan) -> Candidate<'t> {
    let part = lead(sentence, reading.start);
    let (start, hedge) = hedge::before_time(sentence, part).unwrap_or((part, Hedge::Exact));
    Candidate {
        kind: ClaimKind::Date,
        core: reading.start..reading.end,
        whole: start..reading.end,
        value: Value::Date(span, hedge),
        of: None,
        figures: Vec::new(),
    }
}

/// Where the words before a date begin that narrow it: "mid-", "early", "the end of".
fn lead(sentence: &Sentence<'_, '_>, start: usize) -> usize {
    let dash = sentence.before(start).filter(|&dash| sentence.is_glued(start) && sentence.word(dash) == "-");
    let the = |at: usize| sentence.before(at).filter(|&the| sentence.is_word(the, "the")).unwrap_or(at);
    let part = sentence.before(dash.unwrap_or(start));
    if let Some(part) = part.filter(|&part| sentence.means(part, Sense::DatePart)) {
        return the(part);
    }
    let of = sentence.before(the(start)).filter(|&of| sentence.is_word(of, "of"));
    let edge = of.and_then(|of| sentence.before(of)).filter(|&edge| sentence.means(edge, Sense::DateEdge));
    match edge {
        // "the early part of 2019", but "is part of this month's theme".
        Some(edge) if sentence.is_word(edge, "part") => {
            let which = sentence.before(edge).filter(|&which| {
                let part = sentence.means(which, Sense::DatePart) || sentence.has(which, Sense::ToldApart);
                part && !sentence.is_word(which, "in")
            });
            which.map_or(start, the)
        }
        Some(edge) => the(edge),
        None => start,
    }
}
