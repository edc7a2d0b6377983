//! Comparing dates, clock times, ages and the time that has run since something began.

use jiff::civil;

use super::admitted::{Figure, admitted};
use super::outcome::{Agreement, Arithmetic, Conflict, Edge, Judged, Outcome, Period, Rounding, Setting};
use super::values;
use crate::claim::{Claim, ClaimKind, Value};
use crate::reference::Entry;
use crate::value::{ClockTime, Date, DateSpan, Dimension, Exact, Hedge, Interval, Quantity, Unit};

/// The entries before a time, and those in force on some day of it.
pub(super) fn in_force(entries: &[Entry], at: Period) -> (&[Entry], &[Entry]) {
    let begun = |day: civil::Date| {
        entries.iter().take_while(|entry| Period::of(entry.from).is_some_and(|from| from.first <= day)).count()
    };
    let (first, end) = (begun(at.first).saturating_sub(1), begun(at.last));
    let is_over = |entry: &Entry| entry.until.and_then(Period::of).is_some_and(|until| until.last < at.first);
    let start = first + usize::from(entries[first..end].first().is_some_and(is_over));
    (&entries[..start], &entries[start..end])
}

/// Compares dates at the coarser precision of the two; none where they share no part of a date.
pub(super) fn dates<'f>(
    claim: DateSpan,
    hedge: Hedge,
    (fact, year): (DateSpan, Option<i16>),
    setting: Setting,
) -> Option<Outcome<'f>> {
    let fact = DateSpan { from: in_year(fact.from, year), to: fact.to.map(|to| in_year(to, year)), ..fact };
    let fact = if claim.to.is_none() { at_edge(fact, setting.edge) } else { fact };
    let agree = match (claim.from, fact.from) {
        (Date::DayOfYear(..), _) | (_, Date::DayOfYear(..)) => same_day_of_year(claim.from, fact.from)?,
        _ if years_ago(claim, setting).is_some_and(|years| has_run(fact, years, setting)) => true,
        _ => match (claim.to, fact.to) {
            (Some(end), Some(other)) if !is_era(claim) && !is_era(fact) => {
                Period::of(claim.from)?.meets(Period::of(fact.from)?) && Period::of(end)?.meets(Period::of(other)?)
            }
            (_, _) => reach(Period::spanning(claim)?, claim.from, hedge).meets(Period::spanning(fact)?),
        },
    };
    let fiscal = |span: DateSpan| matches!(span.from, Date::FiscalYear(_));
    if !agree && (claim.relative && !is_recent(fact, setting.at) || fiscal(claim) != fiscal(fact)) {
        return None;
    }
    Some(values::agree_or(agree, Conflict::Date))
}

/// The end of a time that a date is said of: "began in September" is held against its first day.
fn at_edge(span: DateSpan, edge: Edge) -> DateSpan {
    match (edge, span.to) {
        (_, Some(_)) if is_era(span) => span,
        (Edge::Start, Some(_)) => DateSpan { to: None, ..span },
        (Edge::End, Some(to)) => DateSpan { from: to, to: None, ..span },
        (Edge::Unsaid | Edge::Whole, _) | (_, None) => span,
    }
}

/// Whether a date is within a year: "on Tuesday" is not said, not even wrongly, of one long past.
fn is_recent(fact: DateSpan, at: Period) -> bool {
    let year = jiff::Span::new().years(1);
    let near = Period { first: at.first.saturating_sub(year), last: at.last.saturating_add(year) };
    Period::spanning(fact).is_none_or(|fact| fact.meets(near))
}

/// A date without a year, in the year that the fact tells.
fn in_year(date: Date, year: Option<i16>) -> Date {
    match (date, year) {
        (Date::DayOfYear(month, day), Some(year)) => civil::Date::new(year, month, day).map_or(date, Date::Day),
        (date, _) => date,
    }
}

/// Compares month and day, where both give a month and one gives no year.
fn same_day_of_year(one: Date, other: Date) -> Option<bool> {
    let parts = |date: Date| match date {
        Date::DayOfYear(month, day) => Some((month, Some(day))),
        Date::Day(day) => Some((day.month(), Some(day.day()))),
        Date::Month(_, month) => Some((month, None)),
        Date::Year(_) | Date::FiscalYear(_) | Date::Season(..) | Date::Quarter(..) => None,
    };
    let ((month, day), (other_month, other_day)) = (parts(one)?, parts(other)?);
    Some(month == other_month && day.zip(other_day).is_none_or(|(day, other)| day == other))
}

/// Whether a stretch is a decade or a century, which holds a date rather than equals a stretch.
fn is_era(span: DateSpan) -> bool {
    let (Date::Year(from), Some(Date::Year(to))) = (span.from, span.to) else { return false };
    matches!((from.rem_euclid(10), i32::from(to) - i32::from(from)), (0 | 1, 9 | 99))
}

/// "61 years ago", which is a year only roughly: how many years; none for "last year", which is one.
fn years_ago(claim: DateSpan, setting: Setting) -> Option<i16> {
    let (Date::Year(year), true) = (claim.from, claim.relative && claim.to.is_none()) else { return None };
    Some(setting.at.last.year() - year).filter(|years| *years > 1)
}

fn has_run(fact: DateSpan, years: i16, setting: Setting) -> bool {
    let years = Exact::from(i64::from(years));
    let lengths = Period::spanning(fact).and_then(|since| lengths(since, setting.at, Count::Years(Exact::ONE)));
    lengths.is_some_and(|lengths| counts_as(years, lengths))
}

/// The days that a hedged date admits.
fn reach(period: Period, date: Date, hedge: Hedge) -> Period {
    let Period { first, last } = period;
    let before = first.yesterday().unwrap_or(first);
    let after = last.tomorrow().unwrap_or(last);
    match hedge {
        Hedge::Exact | Hedge::Range | Hedge::Vague => period,
        Hedge::About | Hedge::Nearly | Hedge::JustOver => {
            let slack = match date {
                Date::Year(year) if year % 10 == 0 => jiff::Span::new().years(5),
                Date::Year(_) | Date::FiscalYear(_) => jiff::Span::new().years(1),
                Date::Season(..) | Date::Quarter(..) | Date::Month(..) => jiff::Span::new().months(1),
                Date::Day(_) | Date::DayOfYear(..) => jiff::Span::new().days(3),
            };
            Period { first: first.saturating_sub(slack), last: last.saturating_add(slack) }
        }
        Hedge::Over => Period { first: after, last: civil::Date::MAX },
        Hedge::AtLeast => Period { first, last: civil::Date::MAX },
        Hedge::Under => Period { first: civil::Date::MIN, last: before },
        Hedge::AtMost | Hedge::UpTo => Period { first: civil::Date::MIN, last },
    }
}

/// Compares clock times by the minute; none where they are of different zones.
pub(super) fn clock<'f>(claim: ClockTime, hedge: Hedge, fact: ClockTime) -> Option<Outcome<'f>> {
    if claim.zone.zip(fact.zone).is_some_and(|(one, other)| one != other) {
        return None;
    }
    let minutes = |time: ClockTime| i32::from(time.hour) * 60 + i32::from(time.minute);
    let (claimed, held) = (minutes(claim), minutes(fact));
    let slack = if claim.minute == 0 { 30 } else { 15 };
    let agree = match hedge {
        Hedge::Exact | Hedge::Range | Hedge::Vague => {
            claimed == held && claim.second.zip(fact.second).is_none_or(|(one, other)| one == other)
        }
        Hedge::About => (claimed - held).abs() <= slack,
        Hedge::Nearly => (claimed - slack..=claimed).contains(&held),
        Hedge::JustOver => (claimed..=claimed + slack).contains(&held),
        Hedge::Over => held > claimed,
        Hedge::AtLeast => held >= claimed,
        Hedge::Under => held < claimed,
        Hedge::AtMost | Hedge::UpTo => held <= claimed,
    };
    Some(values::agree_or(agree, Conflict::Value))
}

/// Holds a duration, an age or an ordinal ("61-year history", "in its seventh week") against a date
/// of a fact. Without words that say so ([`Edge::Unsaid`]) it need not be counted from that date.
pub(super) fn with_date<'f>(claim: &Claim<'_>, date: DateSpan, setting: Setting) -> Option<Judged<'f>> {
    let since = Period::of(date.from)?;
    let until = match date.to {
        Some(to) => Period::of(to)?,
        None => setting.at,
    };
    // "the vote is three weeks away": time still to run is counted the same way.
    let (since, until) = if since.first > until.last { (until, since) } else { (since, until) };
    // "gave seven hours of warning": a calendar counts no hours from a day.
    let count = claim.value.quantity().and_then(|quantity| quantity.unit).and_then(Count::of);
    if matches!(count, Some(Count::Hours(_))) {
        return None;
    }
    let judged = elapsed(claim, since, until)?;
    (judged.0.is_supported() || setting.edge != Edge::Unsaid).then_some(judged)
}

/// Holds a date or a duration against a time that runs, or an office.
pub(super) fn with_since<'f>(
    claim: &Claim<'_>,
    since: Date,
    until: Option<Date>,
    setting: Setting,
) -> Option<Judged<'f>> {
    if let Value::Date(date, hedge) = claim.value {
        let part = |part, edge| dates(part, hedge, (DateSpan::on(edge), None), setting);
        let (start, end) = match date.to.filter(|_| setting.edge == Edge::Whole) {
            Some(to) => (DateSpan { to: None, ..date }, DateSpan { from: to, to: None, ..date }),
            None => (date, date),
        };
        let end = until.and_then(|until| part(end, until));
        return with_edges(setting.edge, part(start, since), end).map(|outcome| (outcome, None));
    }
    let began = Period::of(since)?;
    let ended = until.and_then(Period::of).filter(|ended| ended.last <= setting.at.last);
    if began.first > setting.at.last {
        return elapsed(claim, setting.at, began).map(|_| (Outcome::Silent, None));
    }
    match (setting.edge, ended) {
        (Edge::Start, _) | (Edge::Unsaid | Edge::Whole, None) => elapsed(claim, began, setting.at),
        (Edge::End, None) => None,
        // "The 22-year rule ended in a coup": its length, or how long ago it ended.
        (Edge::Unsaid | Edge::Whole | Edge::End, Some(ended)) => {
            let lasted = elapsed(claim, began, ended)?;
            let ago = [began, ended].into_iter().filter_map(|edge| elapsed(claim, edge, setting.at));
            let agrees = ago.chain([lasted]).find(|judged| judged.0.is_supported());
            Some(if lasted.0.is_supported() { lasted } else { agrees.unwrap_or(lasted) })
        }
    }
}

/// Holds an age or a date against a life.
pub(super) fn with_life<'f>(
    claim: &Claim<'_>,
    born: civil::Date,
    died: Option<civil::Date>,
    setting: Setting,
) -> Option<Judged<'f>> {
    match &claim.value {
        Value::Date(date, hedge) => {
            let with = |day| dates(*date, *hedge, (DateSpan::on(Date::Day(day)), None), setting);
            with_edges(setting.edge, with(born), died.and_then(with)).map(|outcome| (outcome, None))
        }
        Value::Quantity(quantity) if claim.kind == ClaimKind::Age => age(*quantity, born, died, setting.at),
        Value::Rank(rank) => {
            let of = claim.of.as_deref().is_some_and(|of| last_word(of).eq_ignore_ascii_case("birthday"));
            let turns = i64::from(setting.at.last.year()) - i64::from(born.year());
            of.then(|| (values::agree_or(i64::from(*rank) == turns, Conflict::Value), None))
        }
        Value::Quantity(_)
        | Value::Time(..)
        | Value::Score(_)
        | Value::Change(_)
        | Value::Role(_)
        | Value::Quote(_)
        | Value::Statement(..) => None,
    }
}

/// A date against the ends of something: against one of them where the words say which, else only
/// in agreement.
fn with_edges<'f>(edge: Edge, start: Option<Outcome<'f>>, end: Option<Outcome<'f>>) -> Option<Outcome<'f>> {
    match edge {
        Edge::Start => start,
        Edge::End => end,
        Edge::Whole => start.filter(|start| !start.is_supported()).or(end).or(start),
        Edge::Unsaid => [start, end].into_iter().flatten().find(Outcome::is_supported),
    }
}

/// An age in completed years, months, weeks or days; at death, for the dead.
fn age<'f>(quantity: Quantity, born: civil::Date, died: Option<civil::Date>, at: Period) -> Option<Judged<'f>> {
    if at.last < born {
        return Some((Outcome::Silent, None));
    }
    let alive = |day: civil::Date| died.map_or(day, |died| day.min(died)).max(born);
    let lived = Period { first: alive(at.first), last: alive(at.last) };
    let (low, high) = lengths(Period::day(born), lived, Count::of(quantity.unit?)?)?;
    let whole = |length: Exact| Exact::ratio(length.floor(), 1);
    let high = if quantity.hedge == Hedge::Exact { whole(high)? } else { high };
    let held = Interval::closed(whole(low)?, high);
    let admitted = admitted(Figure { kind: ClaimKind::Age, quantity }, Rounding::Text)?;
    let arithmetic = Arithmetic { claimed: quantity, admitted, held, nominal: held };
    let outcome = if admitted.meets(held) {
        Outcome::Supported(values::inside(&quantity, admitted, held)?)
    } else {
        values::outside(&quantity, &arithmetic)?
    };
    Some((outcome, Some(arithmetic)))
}

/// How a length of time is counted.
#[derive(Clone, Copy)]
enum Count {
    /// By the calendar, in units of so many years.
    Years(Exact),
    /// By the calendar.
    Months,
    /// In units of so many days, one or more.
    Days(Exact),
    /// In units of so many days, less than one: a calendar tells them only to the day.
    Hours(Exact),
}

impl Count {
    fn of(unit: Unit) -> Option<Self> {
        if unit.dimension() != Dimension::Duration {
            return None;
        }
        let day = Exact::from(86_400);
        let year = Exact::from(31_556_952);
        let years = unit.factor().checked_div(year)?;
        let days = unit.factor().checked_div(day)?;
        Some(if years.is_integer() {
            Self::Years(years)
        } else if unit.factor().checked_mul(Exact::from(12))? == year {
            Self::Months
        } else if days < Exact::ONE {
            Self::Hours(days)
        } else {
            Self::Days(days)
        })
    }
}

/// The shortest and the longest time from a day of one period to a day of the other.
fn lengths(since: Period, until: Period, count: Count) -> Option<(Exact, Exact)> {
    let shortest = if since.last < until.first { length(since.last, until.first, count)? } else { Exact::ZERO };
    Some((shortest, length(since.first, until.last, count)?))
}

fn length(since: civil::Date, until: civil::Date, count: Count) -> Option<Exact> {
    let days = |one: civil::Date, other: civil::Date| Some(Exact::from(i64::from(one.until(other).ok()?.get_days())));
    // Whole calendar units, and the share of the next one that has run.
    let calendar = |unit: jiff::Unit, whole: fn(&jiff::Span) -> i32, step: fn(i32) -> Option<jiff::Span>| {
        let completed = whole(&since.until((unit, until)).ok()?);
        let last = since.checked_add(step(completed)?).ok()?;
        let next = since.checked_add(step(completed + 1)?).ok()?;
        let share = days(last, until)?.checked_div(days(last, next)?)?;
        Exact::from(i64::from(completed)).checked_add(share)
    };
    match count {
        Count::Years(years) => {
            let step = |years| jiff::Span::new().try_years(years).ok();
            calendar(jiff::Unit::Year, |span| i32::from(span.get_years()), step)?.checked_div(years)
        }
        Count::Months => {
            calendar(jiff::Unit::Month, jiff::Span::get_months, |months| jiff::Span::new().try_months(months).ok())
        }
        Count::Days(size) | Count::Hours(size) => days(since, until)?.checked_div(size),
    }
}

/// Whether so many units are a fair way to count a length: completed, rounded, or to the half.
fn counts_as(value: Exact, (low, high): (Exact, Exact)) -> bool {
    let half = Exact::constant(1, 2);
    let nearest = |length: Exact| length.checked_add(half).map(Exact::floor);
    let Some(last) = nearest(high) else { return false };
    if value.is_integer() {
        return (low.floor()..=last.max(high.floor())).contains(&value.numerator());
    }
    let quarter = Exact::constant(1, 4);
    let to_the_half = value.denominator() == 2;
    to_the_half && Interval::around(value, quarter).is_some_and(|near| near.meets(Interval::closed(low, high)))
}

/// Holds a duration or an ordinal against the time from one period to another; none for figures of
/// other kinds, and for ones so short that they must be about something else.
fn elapsed<'f>(claim: &Claim<'_>, since: Period, until: Period) -> Option<Judged<'f>> {
    match &claim.value {
        Value::Quantity(quantity) => duration(claim.kind, *quantity, since, until),
        Value::Rank(rank) => nth(*rank, claim.of.as_deref()?, since, until),
        Value::Date(..)
        | Value::Time(..)
        | Value::Score(_)
        | Value::Change(_)
        | Value::Role(_)
        | Value::Quote(_)
        | Value::Statement(..) => None,
    }
}

fn duration<'f>(kind: ClaimKind, quantity: Quantity, since: Period, until: Period) -> Option<Judged<'f>> {
    let count = Count::of(quantity.unit?)?;
    let (low, high) = lengths(since, until, count)?;
    // Days count from the first or from the second; a calendar tells nothing finer than a day.
    let (low, high) = match count {
        Count::Years(_) | Count::Months => (low, high),
        Count::Days(size) => (low, high.checked_add(Exact::ONE.checked_div(size)?)?),
        Count::Hours(size) => {
            let day = Exact::ONE.checked_div(size)?;
            (low.checked_sub(day)?, high.checked_add(day)?)
        }
    };
    let held = Interval::closed(low, high);
    let admitted = admitted(Figure { kind, quantity }, Rounding::Text)?;
    let arithmetic = Arithmetic { claimed: quantity, admitted, held, nominal: held };
    let point = quantity.point().map(crate::value::Number::value);
    let counted = quantity.hedge == Hedge::Exact && point.is_some_and(|value| counts_as(value, (low, high)));
    if counted {
        return Some((Outcome::Supported(Agreement::Plain), Some(arithmetic)));
    }
    if admitted.meets(held) {
        return Some((Outcome::Supported(values::inside(&quantity, admitted, held)?), Some(arithmetic)));
    }
    let stray = admitted
        .high
        .value()
        .is_some_and(|longest| longest.checked_mul(Exact::from(SHORTER)).is_some_and(|longest| longest < low));
    if stray { None } else { Some((values::outside(&quantity, &arithmetic)?, Some(arithmetic))) }
}

/// A duration this many times shorter than what has run is that of something else: "a two-hour
/// raid" in a year of war.
const SHORTER: i64 = 12;

/// "day 1,268", "in its seventh week", "the 10th anniversary".
fn nth<'f>(rank: u32, of: &str, since: Period, until: Period) -> Option<Judged<'f>> {
    let word = last_word(of).to_ascii_lowercase();
    let count = match word.as_str() {
        "anniversary" | "birthday" => Count::Years(Exact::ONE),
        unit => Count::of(crate::lexicon::unit(unit)?)?,
    };
    let (low, high) = lengths(since, until, count)?;
    let last = if word == "anniversary" { high.checked_add(Exact::constant(1, 2))?.floor() } else { high.floor() + 1 };
    let agree = (low.floor()..=last).contains(&i128::from(rank));
    Some((values::agree_or(agree, Conflict::Value), None))
}

fn last_word(words: &str) -> &str {
    words.split_whitespace().next_back().unwrap_or_default()
}
