//! `duration-mismatch`: "from 2014 to 2020, five years", "a three-day fair from June 3 to June 10",
//! "in 1964, 51 years ago".
//!
//! Days and years may be counted with both their ends: "the three-day fair runs from June 3 to
//! June 5". Left alone: lengths of a part ("from 2014 to 2020, three years as chairman").

mod elapsed;
mod later;
mod marriage;

use jiff::Unit;

use super::passage::{Passage, gap, tokens};
use super::spread::{Spread, value};
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::Sense;
use crate::text::TokenKind;
use crate::value::{ClockTime, Date, DateSpan, Exact, Hedge};

/// How many words may stand between a length and its dates.
const REACH: usize = 7;

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    figures.iter().any(|claim| matches!(claim.kind, ClaimKind::Duration | ClaimKind::Ordinal))
        && figures.iter().any(|claim| matches!(claim.kind, ClaimKind::Date | ClaimKind::Time))
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    for (at, length) in passage.figures.iter().enumerate() {
        if length.kind == ClaimKind::Duration {
            let found = between(passage, at).and_then(|(given, lasting)| judge(passage, given, length, lasting));
            findings.extend(found);
        }
        findings.extend(elapsed::find(passage, at));
    }
}

/// The stretch that a length is said of, as it reads, and how long it is.
fn between<'a>(passage: &Passage<'a>, at: usize) -> Option<(&'a str, Lasting)> {
    let length = passage.figures[at];
    let behind = stretch_before(passage, at).filter(|stretch| said_behind(passage, stretch, length));
    let ahead = || stretch(passage, at + 1).filter(|stretch| said_before(passage, length, stretch.first));
    let ahead = || ahead().or_else(|| later::stretch(passage, at));
    let Stretch { first, last, lasting } = behind.or_else(ahead)?;
    Some((passage.text(tokens(first).start..tokens(last).end), lasting))
}

fn absolute(date: &Claim<'_>) -> Option<DateSpan> {
    match &date.value {
        Value::Date(span, Hedge::Exact) if !span.relative => Some(*span),
        _ => None,
    }
}

/// A beginning and an end, in one claim or two.
struct Stretch<'a> {
    first: &'a Claim<'a>,
    last: &'a Claim<'a>,
    lasting: Lasting,
}

/// The stretch that begins with a figure: "2014 to 2020", "May 2, 2025, until May 20, 2025", "9 a.m. to noon".
fn stretch<'a>(passage: &Passage<'a>, at: usize) -> Option<Stretch<'a>> {
    let first = *passage.figures.get(at)?;
    if let Some(DateSpan { from, to: Some(to), .. }) = absolute(first) {
        return Some(Stretch { first, last: first, lasting: lasting(from, to)? });
    }
    let last = *passage.figures.get(at + 1)?;
    let between = gap(first, last);
    let opened = ["from", "between"].iter().any(|word| passage.before(first).eq_ignore_ascii_case(word));
    let joined = passage.reads_any(
        &between,
        &[&["to"], &[",", "to"], &["until"], &[",", "until"], &["through"], &[",", "through"], &["and"], &["till"]],
    );
    // "began on March 1 and ended on March 15"
    let began = tokens(first)
        .start
        .checked_sub(2)
        .is_some_and(|at| passage.is_any(at, &["began", "started", "opened"]) && passage.is_any(at + 1, &["on", "in"]));
    let ended = passage.reads_any(
        &between,
        &[&["and", "ended", "on"], &["and", "ended", "in"], &["and", "closed", "on"], &["and", "closed", "in"]],
    );
    if !(opened && joined || began && ended) {
        return None;
    }
    let lasting = if let (Value::Time(from, Hedge::Exact), Value::Time(to, Hedge::Exact)) = (&first.value, &last.value)
    {
        hours(*from, *to)?
    } else {
        let end = absolute(last).filter(|span| span.to.is_none())?;
        lasting(absolute(first)?.from, end.from)?
    };
    Some(Stretch { first, last, lasting })
}

/// The stretch that ends right before a figure.
fn stretch_before<'a>(passage: &Passage<'a>, at: usize) -> Option<Stretch<'a>> {
    let last = *passage.figures.get(at.checked_sub(1)?)?;
    let ends = |stretch: &Stretch<'_>| stretch.last.span == last.span;
    let whole = stretch(passage, at - 1).filter(ends);
    whole.or_else(|| stretch(passage, at.checked_sub(2)?).filter(ends))
}

/// How long it is from one time to another.
#[derive(Clone, Copy)]
struct Lasting {
    /// The unit it is counted in.
    unit: Counted,
    /// The least it may be called, and the most.
    least: i64,
    most: i64,
}

/// What lengths are counted in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    Years,
    Months,
    Days,
    Minutes,
}

impl Counted {
    const fn unit(self) -> &'static str {
        match self {
            Self::Years => "year",
            Self::Months => "month",
            Self::Days => "day",
            Self::Minutes => "minute",
        }
    }

    /// How many of it a unit is; none for a unit that lengths so counted are not told in.
    fn parts(self, unit: &str) -> Option<i64> {
        match (self, unit) {
            (Self::Years, "decade") => Some(10),
            (Self::Years, "century") => Some(100),
            (Self::Days, "week") => Some(7),
            (Self::Minutes, "hour") => Some(60),
            (_, own) if own == self.unit() => Some(1),
            (_, _) => None,
        }
    }
}

impl Lasting {
    /// "6 years", "7 or 8 days", "2 hours 30 minutes".
    fn in_words(self) -> String {
        let count = |count: i64, unit: &str| {
            let plural = if count == 1 { "" } else { "s" };
            format!("{count} {unit}{plural}")
        };
        match self.unit {
            Counted::Minutes if self.least < 60 => count(self.least, "minute"),
            Counted::Minutes if self.least % 60 == 0 => count(self.least / 60, "hour"),
            Counted::Minutes => format!("{} {}", count(self.least / 60, "hour"), count(self.least % 60, "minute")),
            // Whether the last day counts, only the writer knows.
            Counted::Days => format!("{} or {}", self.least, count(self.most, "day")),
            Counted::Years | Counted::Months => count(self.least, self.unit.unit()),
        }
    }

    /// Whether a length in so many parts of a unit may be said of it.
    fn admits(self, length: &Claim<'_>) -> Option<bool> {
        let quantity = length.value.quantity()?;
        let parts = self.unit.parts(quantity.unit?.id())?;
        let said = value(length)?.checked_mul(Exact::from(parts))?;
        if self.unit != Counted::Minutes && quantity.hedge == Hedge::Exact && parts == 1 {
            let whole = said.is_integer();
            return Some(whole && (i128::from(self.least)..=i128::from(self.most)).contains(&said.floor()));
        }
        let slack = match (self.unit, parts) {
            (Counted::Minutes, 1) => 5,
            (Counted::Minutes, _) => 15,
            (_, parts) => parts.max(2) / 2,
        };
        let spread = Spread::of(length)?.converted(Exact::from(parts), Exact::ZERO)?;
        let (low, high) = (Exact::from(self.least - slack), Exact::from(self.most + slack));
        Some(spread.meets(Spread { low: Some(low), high: Some(high) }))
    }
}

fn judge(passage: &Passage<'_>, given: &str, length: &Claim<'_>, lasting: Lasting) -> Option<Finding> {
    if lasting.least < 1 || lasting.admits(length)? {
        return None;
    }
    let sum = Sum::Is { given: given.to_owned(), follows: lasting.in_words() };
    Some(passage.report(Rule::DurationMismatch, length, sum))
}

/// "from 2014 to 2020, five years in which": a length right behind its dates.
fn said_behind(passage: &Passage<'_>, stretch: &Stretch<'_>, length: &Claim<'_>) -> bool {
    let between = gap(stretch.last, length);
    let end = tokens(length).end;
    // "from 9 a.m. to noon, a three-hour session."
    if passage.reads_any(&between, &[&[",", "a"], &[",", "an"], &["—", "a"], &["–", "a"]]) {
        let nouns = (end..passage.sentence.end).take_while(|&at| is_plain(passage, at)).count();
        let later = tokens(stretch.first).start > passage.sentence.start + 2;
        return later && passage.said(length).contains('-') && nouns <= 3 && ends(passage, end + nouns);
    }
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
    let closes = ends(passage, end)
        || (passage.is(end, ",") && passage.is(between.end.wrapping_sub(1), "of"))
        || passage.is(end, "altogether");
    // "began on May 1 and ended on May 15, after two weeks", but "from 2014 to 2020, after nine years in which".
    let ended = gap(stretch.first, stretch.last).any(|at| passage.is_any(at, &["ended", "closed"]));
    (opens || ended && passage.reads(between, &[",", "after"])) && closes
}

/// Whether a clause ends at a token, or is closed by "in which".
fn ends(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.word(at), "" | "." | ")" | ";" | "—" | "–")
        || (passage.is(at, ",") && matches!(passage.word(at + 1), "\"" | "”"))
        || passage.means(at, Sense::Spent)
        || (passage.is_any(at, &["in", "during"]) && passage.is_any(at + 1, &["which", "all", "total"]))
}

/// Whether a token is a word that leaves dates behind it those of a length before it.
fn is_plain(passage: &Passage<'_>, at: usize) -> bool {
    passage.tokens[at].kind == TokenKind::Word
        && !passage.means(at, Sense::Unspanned)
        && !passage.means(at, Sense::Preposition)
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
    let spanned = |at: usize| passage.tokens[at].kind == TokenKind::Word && !passage.means(at, Sense::Unspanned);
    let plain = words.clone().all(spanned);
    if joined {
        return opened && words.len() <= REACH && plain;
    }
    opened && (lasting || passage.is(last, "(")) && (words.is_empty() || passage.reads(words, &[","]))
}

/// The length of a stretch of dates, in the unit of its ends.
fn lasting(from: Date, to: Date) -> Option<Lasting> {
    let (unit, length) = match (from, to) {
        (Date::Year(from), Date::Year(to)) => (Counted::Years, i64::from(to) - i64::from(from)),
        (Date::Day(from), Date::Day(to)) => (Counted::Days, i64::from(from.until((Unit::Day, to)).ok()?.get_days())),
        (Date::Month(year, month), Date::Month(other, last)) => {
            let years = i64::from(other) - i64::from(year);
            (Counted::Months, years * 12 + i64::from(last) - i64::from(month))
        }
        (_, _) => return None,
    };
    Some(Lasting { unit, least: length, most: length + 1 })
}

/// The length of a stretch of one day, or of a night: "9 p.m. to 1 a.m.".
fn hours(from: ClockTime, to: ClockTime) -> Option<Lasting> {
    let minutes = |time: ClockTime| i64::from(time.hour) * 60 + i64::from(time.minute);
    let length = (minutes(to) - minutes(from)).rem_euclid(24 * 60);
    let same_zone = from.zone.is_none() || from.zone == to.zone;
    (same_zone && length > 0).then_some(Lasting { unit: Counted::Minutes, least: length, most: length })
}
