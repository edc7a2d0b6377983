//! Lengths up to a day: "in 1964, 61 years ago", "the 56th anniversary of the 1969 landing", "ten
//! years after the 2008 crash, in 2018", "the three-year war that began in 2022".
//!
//! What is told up to the draft's date is judged only where somebody says what that is, and in
//! sentences of that time.

use super::super::age::years_between;
use super::super::passage::{Passage, gap, tokens};
use super::super::spread::value;
use super::{absolute, marriage};
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::{Finding, Rule, Sum, in_words};
use crate::lexicon::Sense;
use crate::value::{Date, DateSpan, Exact, Hedge};

/// Farther off, in years, the draft is not of the date it is taken to be.
const FAR: i64 = 12;
/// How many words may stand between "of" and the date of an event.
const REACH: usize = 6;

/// Holds one figure against the years up to a day.
pub(super) fn find(passage: &Passage<'_>, at: usize) -> Option<Finding> {
    let claim = passage.figures[at];
    let elapsed = match claim.kind {
        ClaimKind::Ordinal => anniversary(passage, at).or_else(|| nth_year(passage, at)),
        ClaimKind::Duration => ago(passage, at)
            .or_else(|| after(passage, at))
            .or_else(|| going_on(passage, at))
            .or_else(|| married(passage, at)),
        _ => None,
    }?;
    let said = match &claim.value {
        Value::Rank(rank) => i64::from(*rank),
        _ => years(claim)?,
    };
    let slack = if claim.value.hedge() == Hedge::Exact { 0 } else { (said / 10).max(1) };
    let fits = (elapsed.least - slack..=elapsed.most + slack).contains(&said);
    if fits || elapsed.least < 1 || (elapsed.least - said).abs() > FAR {
        return None;
    }
    let Elapsed { given, least, most, wording } = elapsed;
    let range = match most - least {
        0 => least.to_string(),
        1 => format!("{least} or {most}"),
        _ => format!("{least} to {most}"),
    };
    let follows = match wording {
        Wording::Ago => format!("{range} {} ago", if most == 1 { "year" } else { "years" }),
        Wording::Length => format!("{range} {}", if most == 1 { "year" } else { "years" }),
        Wording::Rank => format!("year {range}"),
    };
    Some(passage.report(Rule::DurationMismatch, claim, Sum::Is { given, follows }))
}

/// The years from one day to another, by every way of counting them.
struct Elapsed {
    /// The two, as they are read.
    given: String,
    least: i64,
    most: i64,
    wording: Wording,
}

/// How elapsed years are told.
#[derive(Clone, Copy)]
enum Wording {
    /// "61 years ago".
    Ago,
    /// "61 years".
    Length,
    /// "its fourth year".
    Rank,
}

/// The whole years a length is of.
fn years(length: &Claim<'_>) -> Option<i64> {
    let times = match length.value.quantity()?.unit?.id() {
        "year" => 1,
        "decade" => 10,
        "century" => 100,
        _ => return None,
    };
    let said = value(length)?.checked_mul(Exact::from(times))?;
    if said.is_integer() { i64::try_from(said.floor()).ok() } else { None }
}

/// A date with its year that is no stretch.
fn event(claim: &Claim<'_>) -> Option<Date> {
    absolute(claim).filter(|span| span.to.is_none() && span.from.year().is_some()).map(|span| span.from)
}

/// "in 1964, 61 years ago".
fn ago(passage: &Passage<'_>, at: usize) -> Option<Elapsed> {
    let (date, length) = (passage.figures.get(at.checked_sub(1)?)?, passage.figures[at]);
    let said = passage.reads_any(&gap(date, length), &[&[","], &["("], &["—"], &["–"], &[",", "some"]]);
    let end = tokens(length).end;
    let closes = matches!(passage.word(end + 1), "" | "." | "," | ";" | ")" | "—" | "–");
    if !said || !passage.is(end, "ago") || !closes {
        return None;
    }
    let (from, now) = (event(date)?, passage.now.known()?);
    let (least, most) = years_between(from, Date::Day(now))?;
    // "61 years ago" is counted by the day or by the year.
    let most = most.max(i64::from(now.year()) - i64::from(from.year()?));
    Some(Elapsed { given: passage.said(date).to_owned(), least, most, wording: Wording::Ago })
}

/// "the 50th anniversary of the 1969 landing", "founded in 1905, marks its 120th anniversary".
fn anniversary(passage: &Passage<'_>, at: usize) -> Option<Elapsed> {
    let claim = passage.figures[at];
    let end = tokens(claim).end;
    if !passage.is(end.checked_sub(1)?, "anniversary") {
        return None;
    }
    let dates = || passage.figures.iter().filter(|figure| figure.kind == ClaimKind::Date);
    let of = dates().find(|date| {
        let start = tokens(date).start;
        passage.is(end, "of")
            && (end + 1..=end + 1 + REACH).contains(&start)
            && !(end + 1..start).any(|at| passage.is_any(at, &[",", "and", "in"]) && at + 1 != start)
    });
    let begun = || dates().find(|date| begins(passage, date) && tokens(date).start < tokens(claim).start);
    let first = of.or_else(begun)?;
    let from = event(first)?;
    let mut others = dates().filter(|date| date.span != first.span);
    let other = others.next();
    if others.next().is_some() {
        return None;
    }
    let on = i64::from(from.year()?);
    let occasion = match other.map(|date| &date.value) {
        Some(Value::Date(DateSpan { from, to: None, relative }, Hedge::Exact)) => {
            let known = !relative || passage.now.known().is_some();
            i64::from(from.year().filter(|_| known)?)
        }
        Some(_) => return None,
        None => {
            let now = passage.now.known().filter(|_| is_present(passage))?;
            // It may be prepared in the year before.
            let passed = i64::from(now.year()) - on;
            let given = format!("{} to {}", in_words(from), now.year());
            return Some(Elapsed { given, least: passed, most: passed + 1, wording: Wording::Length });
        }
    };
    let given = format!("{} to {occasion}", in_words(from));
    Some(Elapsed { given, least: occasion - on, most: occasion - on, wording: Wording::Length })
}

/// Whether something begins on a date: "founded in 1905", "that began in February 2022".
fn begins(passage: &Passage<'_>, date: &Claim<'_>) -> bool {
    let start = tokens(date).start;
    (1..=3)
        .filter_map(|back| start.checked_sub(back))
        .any(|at| passage.means(at, Sense::Begins) || (passage.means(at, Sense::Once) && !passage.is(at, "died")))
}

/// Whether a sentence speaks of the draft's own time and of no other.
fn is_present(passage: &Passage<'_>) -> bool {
    let other = [Sense::Told, Sense::Ends, Sense::Past, Sense::Supposes];
    passage.has(passage.sentence.clone(), Sense::Present)
        && !other.into_iter().any(|sense| passage.has(passage.sentence.clone(), sense))
}

/// "ten years after the 2008 crash, in 2018", "in 2018, ten years after the 2008 crash"; at the head
/// of a sentence also at the draft's date.
fn after(passage: &Passage<'_>, at: usize) -> Option<Elapsed> {
    let (length, date) = (passage.figures[at], passage.figures.get(at + 1)?);
    let between = gap(length, date);
    let follows = passage.is(between.start, "after") && between.len() <= 2;
    if !follows || (between.len() == 2 && !passage.is_any(between.start + 1, &["the", "its", "his", "her", "their"])) {
        return None;
    }
    let from = event(date)?;
    // The noun of the event.
    let end = tokens(date).end;
    let nouns = (end..passage.sentence.end).take_while(|&at| !matches!(passage.word(at), "," | "." | ";")).count();
    let comma = end + nouns;
    if nouns > REACH || (nouns == 0 && between.len() == 2) {
        return None;
    }
    let behind = passage.figures.get(at + 2).filter(|other| {
        passage.reads_any(&(comma..tokens(other).start), &[&[",", "in"], &[",", "on"]])
            && matches!(passage.after(other), "," | "." | "" | ";")
    });
    let before = at.checked_sub(1).map(|before| passage.figures[before]).filter(|other| {
        passage.reads_any(&gap(other, length), &[&[","]])
            && passage.is_any(tokens(other).start.wrapping_sub(1), &["in", "on"])
    });
    if let Some(other) = behind.copied().or(before) {
        let to = event(other)?;
        let (least, most) = years_between(from, to)?;
        let given = format!("{} to {}", in_words(from), in_words(to));
        return Some(Elapsed { given, least, most, wording: Wording::Length });
    }
    let opens = tokens(length).start == passage.sentence.start && passage.is(comma, ",");
    let alone = passage.figures.iter().filter(|figure| figure.kind == ClaimKind::Date).count() == 1;
    if !opens || !alone || !is_present(passage) {
        return None;
    }
    until_now(passage, from)
}

/// "She married in 1961. He died in 2009 after 48 years of marriage".
fn married(passage: &Passage<'_>, at: usize) -> Option<Elapsed> {
    let (from, to, (least, most)) = marriage::years(passage, at)?;
    let given = format!("{} to {}", in_words(from), in_words(to));
    Some(Elapsed { given, least, most, wording: Wording::Length })
}

/// The years from a day to the draft's.
fn until_now(passage: &Passage<'_>, from: Date) -> Option<Elapsed> {
    let now = Date::Day(passage.now.known()?);
    let (least, most) = years_between(from, now)?;
    let given = format!("{} to {}", in_words(from), in_words(now));
    Some(Elapsed { given, least, most: most + 1, wording: Wording::Length })
}

/// "the three-year war that began in February 2022", "closed for five years, since 2020".
fn going_on(passage: &Passage<'_>, at: usize) -> Option<Elapsed> {
    let (length, date) = (passage.figures[at], passage.figures.get(at + 1)?);
    let between = gap(length, date);
    let relative = passage.said(length).contains('-')
        && between.len() <= REACH
        && between.clone().any(|at| passage.is_any(at, &["that", "which"]))
        && begins(passage, date);
    let since = passage.reads_any(&between, &[&["since"], &[",", "since"], &["—", "since"]])
        && passage.before(length).eq_ignore_ascii_case("for")
        && (passage.sentence.start..tokens(length).start).any(|at| passage.is_any(at, &["has", "have"]));
    let alone = passage.figures.iter().filter(|figure| figure.kind == ClaimKind::Date).count() == 1;
    if !(relative || since) || !alone || !is_present(passage) {
        return None;
    }
    until_now(passage, event(date)?)
}

/// "the war, which began in February 2022 and is in its fourth year".
fn nth_year(passage: &Passage<'_>, at: usize) -> Option<Elapsed> {
    let claim = passage.figures[at];
    let range = tokens(claim);
    let running = passage.is(range.end.checked_sub(1)?, "year")
        && passage.is_any(range.start.wrapping_sub(1), &["its", "their"])
        && passage.is_any(range.start.wrapping_sub(2), &["in", "into", "entering", "enters"]);
    let mut dates = passage.figures.iter().filter(|figure| figure.kind == ClaimKind::Date);
    let (Some(date), None) = (dates.next(), dates.next()) else { return None };
    if !running || !begins(passage, date) || !is_present(passage) {
        return None;
    }
    let elapsed = until_now(passage, event(date)?)?;
    Some(Elapsed { least: elapsed.least + 1, most: elapsed.most, wording: Wording::Rank, ..elapsed })
}
