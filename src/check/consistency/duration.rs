//! `duration-mismatch`: "from 2014 to 2020, five years", "a three-day fair from June 3 to June 10",
//! "in 1964, 51 years ago".
//!
//! Days and years may be counted with both their ends: "the three-day fair runs from June 3 to
//! June 5". Left alone: lengths of a part ("from 2014 to 2020, three years as chairman").

use jiff::Unit;

use super::any_of;
use super::passage::{Passage, gap, tokens};
use super::spread::{Spread, value};
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::{Finding, Rule, Sum};
use crate::value::{Date, DateSpan, Exact, Hedge};

/// How many words may stand between a length and its dates.
const REACH: usize = 7;
/// Farther off, in years, the draft is not of the date it is taken to be.
const FAR: i64 = 12;

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    any_of(figures, ClaimKind::Duration) && any_of(figures, ClaimKind::Date)
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    for (at, pair) in passage.figures.windows(2).enumerate() {
        let (length, date) = match (pair[0].kind, pair[1].kind) {
            (ClaimKind::Duration, ClaimKind::Date) => (pair[0], pair[1]),
            (ClaimKind::Date, ClaimKind::Duration) => (pair[1], pair[0]),
            _ => continue,
        };
        let behind = length.span > date.span;
        let Some(span) = absolute(date) else { continue };
        let to = span.to.or_else(|| until(passage, date, passage.figures.get(at + 2).filter(|_| !behind)?));
        let found = match to {
            Some(to) if behind => said_behind(passage, date, length).then(|| lasting(span.from, to)).flatten(),
            Some(to) => said_before(passage, length, date).then(|| lasting(span.from, to)).flatten(),
            None => ago(passage, span, date, length),
        };
        let Some(lasting) = found else { continue };
        let last = if span.to.is_none() && to.is_some() { passage.figures[at + 2] } else { date };
        let given = passage.text(tokens(date).start..tokens(last).end);
        findings.extend(judge(passage, given, length, &lasting));
    }
}

fn absolute(date: &Claim<'_>) -> Option<DateSpan> {
    match &date.value {
        Value::Date(span, Hedge::Exact) if !span.relative => Some(*span),
        _ => None,
    }
}

/// The end of a stretch whose two dates are apart: "from May 2, 2025, until May 20, 2025".
fn until(passage: &Passage<'_>, date: &Claim<'_>, end: &Claim<'_>) -> Option<Date> {
    let between = gap(date, end);
    let opened = ["from", "between"].iter().any(|word| passage.before(date).eq_ignore_ascii_case(word));
    let joined = passage.reads_any(
        &between,
        &[&["to"], &[",", "to"], &["until"], &[",", "until"], &["through"], &[",", "through"], &["and"]],
    );
    absolute(end).filter(|span| opened && joined && span.to.is_none()).map(|span| span.from)
}

/// How long it is from one date to another.
#[derive(Clone, Copy)]
struct Lasting {
    /// The unit it is counted in.
    unit: &'static str,
    /// The least it may be called, and the most.
    least: i64,
    most: i64,
    /// How it is read: "2014 to 2020", "1964, in 2025".
    ago: bool,
}

fn judge(passage: &Passage<'_>, given: &str, length: &Claim<'_>, lasting: &Lasting) -> Option<Finding> {
    let quantity = length.value.quantity()?;
    let unit = quantity.unit?;
    let factor = match (unit.id(), lasting.unit) {
        (own, other) if own == other => 1,
        ("decade", "year") => 10,
        ("century", "year") => 100,
        ("week", "day") => 7,
        _ => return None,
    };
    let said = value(length)?.checked_mul(Exact::from(factor))?;
    let exact = quantity.hedge == Hedge::Exact && factor == 1;
    let fits = if exact {
        said.is_integer()
            .then_some(said.floor())
            .is_none_or(|said| (i128::from(lasting.least)..=i128::from(lasting.most)).contains(&said))
    } else {
        let slack = factor.max(2) / 2;
        let spread = Spread::of(length)?.converted(Exact::from(factor), Exact::ZERO)?;
        let around =
            Spread { low: Some(Exact::from(lasting.least - slack)), high: Some(Exact::from(lasting.most + slack)) };
        spread.meets(around)
    };
    let apart = i128::from(lasting.least) - said.floor();
    if fits || lasting.least < 1 || (lasting.ago && apart.abs() > i128::from(FAR)) {
        return None;
    }
    let (one, many) = crate::lexicon::unit(lasting.unit)?.names();
    let name = |count: i64| if count == 1 { one } else { many };
    let follows = if lasting.ago && lasting.least < lasting.most {
        format!("{} or {} {} ago", lasting.least, lasting.most, name(lasting.most))
    } else if lasting.ago {
        format!("{} {} ago", lasting.least, name(lasting.least))
    } else if lasting.unit == "day" {
        // Whether the last day counts, only the writer knows.
        format!("{} or {} days", lasting.least, lasting.most)
    } else {
        format!("{} {}", lasting.least, name(lasting.least))
    };
    Some(passage.report(Rule::DurationMismatch, length, Sum::Is { given: given.to_owned(), follows }))
}

/// "from 2014 to 2020, five years in which": a length right behind its dates.
fn said_behind(passage: &Passage<'_>, date: &Claim<'_>, length: &Claim<'_>) -> bool {
    let between = gap(date, length);
    let end = tokens(length).end;
    let opens = passage.reads_any(
        &between,
        &[
            &[","],
            &["("],
            &["—"],
            &["–"],
            &[",", "or"],
            &[",", "a", "period", "of"],
            &[",", "a", "span", "of"],
            &[",", "a", "total", "of"],
            &["lasted"],
            &[",", "lasted"],
        ],
    );
    let ends = matches!(passage.word(end), "" | "." | ")" | ";" | "—" | "–")
        || (passage.is_any(end, &["in", "during"]) && passage.is_any(end + 1, &["which", "all", "total"]))
        || (passage.is(end, ",") && passage.is(between.end.wrapping_sub(1), "of"))
        || passage.is(end, "altogether");
    opens && ends
}

/// "a three-day fair from June 3 to June 5", "six years, from 2014 to 2020", "the six-year war (2014-2020)".
fn said_before(passage: &Passage<'_>, length: &Claim<'_>, date: &Claim<'_>) -> bool {
    let between = gap(length, date);
    let Some(last) = between.end.checked_sub(1).filter(|last| between.contains(last)) else { return false };
    let opened = passage.is_any(last, &["from", "between", "("]) || (passage.is(last, ",") && between.len() <= 3);
    let joined = passage.said(length).contains('-');
    let lasting = ["lasted", "for", "spent", "ran", "over", "the"]
        .iter()
        .any(|word| passage.before(length).eq_ignore_ascii_case(word));
    let words = between.start..last;
    let plain = words
        .clone()
        .all(|at| passage.tokens[at].kind == crate::text::TokenKind::Word && !passage.is_any(at, &NO_LENGTH));
    if joined {
        return opened && words.len() <= REACH && plain;
    }
    opened && (lasting || passage.is(last, "(")) && (words.is_empty() || passage.reads(words, &[","]))
}

/// Words after which dates are not those of the length before them: "a three-day pass valid from".
const NO_LENGTH: [&str; 17] = [
    "valid", "pass", "ticket", "tickets", "that", "which", "who", "after", "before", "by", "within", "any", "ending",
    "data", "average", "or", "and",
];

/// The length of a stretch of dates, in the unit of its ends.
fn lasting(from: Date, to: Date) -> Option<Lasting> {
    let (unit, length) = match (from, to) {
        (Date::Year(from), Date::Year(to)) => ("year", i64::from(to) - i64::from(from)),
        (Date::Day(from), Date::Day(to)) => ("day", i64::from(from.until((Unit::Day, to)).ok()?.get_days())),
        (Date::Month(year, month), Date::Month(other, last)) => {
            ("month", (i64::from(other) - i64::from(year)) * 12 + i64::from(last) - i64::from(month))
        }
        (_, _) => return None,
    };
    Some(Lasting { unit, least: length, most: length + 1, ago: false })
}

/// "in 1964, 61 years ago": how long ago it is at the draft's date.
fn ago(passage: &Passage<'_>, span: DateSpan, date: &Claim<'_>, length: &Claim<'_>) -> Option<Lasting> {
    let between = gap(date, length);
    let said = length.span > date.span && passage.reads_any(&between, &[&[","], &["("], &["—"], &["–"]]);
    let year = match span.from {
        Date::Year(year) | Date::Month(year, _) if !span.relative => year,
        Date::Day(day) if !span.relative => day.year(),
        _ => return None,
    };
    let (first, final_day) = span.from.days()?;
    let years = |from: jiff::civil::Date| Some(i64::from(from.until((Unit::Year, passage.now)).ok()?.get_years()));
    // "61 years ago" is counted by the day or by the year.
    let (fewest, most) = (years(final_day)?, years(first)?.max(i64::from(passage.now.year()) - i64::from(year)));
    let ago = tokens(length).end;
    let ends = matches!(passage.word(ago + 1), "" | "." | "," | ";" | ")" | "—" | "–");
    (said && passage.is(ago, "ago") && ends).then_some(Lasting { unit: "year", least: fewest, most, ago: true })
}
