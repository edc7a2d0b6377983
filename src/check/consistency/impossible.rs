//! `impossible-value`: "June 31", "Feb. 29, 2023", "110% of voters"; the clock has a file of its own.
//!
//! Left alone: more than 100 per cent of what can grow or be exceeded ("110% of the target").

use std::ops::Range;

use jiff::civil;

use super::passage::{Passage, gap, tokens};
use super::spread;
use crate::check::reading::outline::is_past_tense;
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::{Adding, Sense};
use crate::text::TokenKind;
use crate::value::{Date, Exact, Hedge};

/// No share of people is greater.
const ALL: Exact = Exact::constant(100, 1);
/// How many words a part and those before its whole may be: "six of the harbour board's".
const NEAR: usize = 7;

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    figures.iter().any(|claim| day_of_year(claim).is_some() || exceeds_all(claim) || day_past_all(claim).is_some())
        || figures.windows(2).any(|pair| outnumbers(pair[0], pair[1]))
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    for (at, claim) in passage.figures.iter().enumerate() {
        let impossible = day_of_year(claim).and_then(|day| no_such_day(passage, claim, day));
        let impossible = impossible.or_else(|| too_many(passage, claim)).or_else(|| no_month_has(passage, claim));
        if let Some(sum) = impossible.or_else(|| more_than_them(passage, at)) {
            findings.push(passage.report(Rule::ImpossibleValue, claim, sum));
        } else if let Some(sum) = more_than_there_are(passage, at) {
            findings.push(passage.report_own(Rule::ImpossibleValue, claim, sum));
        }
    }
}

/// A month and a day that were not read as a day of any year.
fn day_of_year(claim: &Claim<'_>) -> Option<(i8, i8)> {
    match &claim.value {
        Value::Date(span, _) => match span.from {
            Date::DayOfYear(month, day) if day > 28 => Some((month, day)),
            _ => None,
        },
        _ => None,
    }
}

fn no_such_day(passage: &Passage<'_>, claim: &Claim<'_>, (month, day): (i8, i8)) -> Option<Sum<'static>> {
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let name = month_name(month)?;
    if day > days {
        let only = if month == 2 { "28 days, or 29".to_owned() } else { format!("only {days} days") };
        let because = format!("{name} has {only}");
        return Some(Sum::Impossible { because, follows: Some(format!("{name} {days}")) });
    }
    let mut years = passage.said(claim).rsplit(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let year: i16 = years.next()?.parse().ok()?;
    let is_leap = civil::Date::new(year, 1, 1).is_ok_and(civil::Date::in_leap_year);
    (month == 2 && day == 29 && !is_leap).then(|| Sum::Impossible {
        because: format!("{year} is no leap year, so February has only 28 days"),
        follows: Some("February 28".to_owned()),
    })
}

/// Whether two counts stand so close that the first may be a part of the second, and greater.
fn outnumbers(part: &Claim<'_>, whole: &Claim<'_>) -> bool {
    let near = (3..=NEAR).contains(&tokens(whole).start.saturating_sub(tokens(part).start));
    let counts =
        [part, whole].iter().all(|claim| claim.kind == ClaimKind::Count && claim.value.hedge() == Hedge::Exact);
    // "six of the board's four seats" counts seats that are counted again.
    let bare = part.of.is_none() || tokens(part).end == tokens(whole).end;
    near && counts && whole.of.is_some() && bare && spread::value(part) > spread::value(whole)
}

/// "12 of the 10 members", "six of the board's four seats": a part that is greater than its whole.
fn more_than_there_are(passage: &Passage<'_>, at: usize) -> Option<Sum<'static>> {
    let (part, whole) = (passage.figures[at], *passage.figures.get(at + 1)?);
    if !outnumbers(part, whole) {
        return None;
    }
    let end = tokens(part).find(|&at| passage.is(at, "of")).unwrap_or(tokens(part).end);
    let between = end..tokens(whole).start;
    let of = passage.reads_any(&between, &[&["of", "the"], &["of", "its"], &["of", "their"], &["out", "of", "the"]]);
    // "six of Marl's four schools' buses" are of the buses.
    let owned = is_of_owner(passage, between) && !is_owner(passage, tokens(whole).end);
    (of || owned)
        .then(|| Sum::Impossible { because: format!("there are only {}", passage.figure(whole)), follows: None })
}

/// "of the board's": whether the words between a part and its whole only tell whose the whole is.
fn is_of_owner(passage: &Passage<'_>, between: Range<usize>) -> bool {
    let last = between.end.saturating_sub(1);
    let named = (between.start + 1..last).all(|at| passage.tokens[at].kind == TokenKind::Word);
    passage.is(between.start, "of") && last > between.start + 1 && named && is_owner(passage, last)
}

fn is_owner(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, &["'s", "’s", "'", "’"])
}

/// "30,912 of them, or 107 percent,": a share that is said again of a part, and greater than all of them.
fn more_than_them(passage: &Passage<'_>, at: usize) -> Option<Sum<'static>> {
    let share = *passage.figures.get(at).filter(|share| exceeds_all(share))?;
    let part = *passage.figures.get(at.checked_sub(1)?)?;
    let counted = |claim: &Claim<'_>| claim.kind == ClaimKind::Count && claim.value.hedge() == Hedge::Exact;
    let between = gap(part, share);
    let them =
        part.of.is_none() && passage.is(between.start, "of") && passage.is_any(between.start + 1, &["them", "those"]);
    let (first, last) = (tokens(part).start, tokens(part).end - 1);
    let named = passage.is(first + 1, "of") && passage.means(last, Sense::Adding(Adding::Electorate));
    let again = if them { between.start + 2..between.end } else { between };
    let restated =
        passage.reads_any(&again, &[&[",", "or"], &["("], &[",", "or", "about"], &["—", "or"], &["–", "or"]]);
    let end = tokens(share).end;
    let closed = matches!(passage.word(end), "," | ")" | "." | ";" | "—" | "–")
        && !passage.is_any(end + 1, &["of", "over", "above", "more"]);
    // With a whole beside it the share does not fit that.
    let whole = passage.figures[..at - 1].iter().any(|claim| counted(claim) && claim.of.is_some());
    (counted(part) && (them || named) && restated && closed && !whole)
        .then(|| Sum::Impossible { because: "it is more than all of them".to_owned(), follows: None })
}

/// A bare number that could be a day but for its size.
fn day_past_all(claim: &Claim<'_>) -> Option<Exact> {
    let bare = claim.kind == ClaimKind::Count && claim.of.is_none() && claim.value.hedge() == Hedge::Exact;
    spread::value(claim).filter(|value| bare && *value > Exact::from(31) && *value < ALL && value.is_integer())
}

/// "on June 35": no month has so many days.
fn no_month_has(passage: &Passage<'_>, claim: &Claim<'_>) -> Option<Sum<'static>> {
    day_past_all(claim)?;
    let at = tokens(claim).start.checked_sub(1)?;
    let name = month(passage, at)?;
    let cued = at.checked_sub(1).is_some_and(|at| passage.is_any(at, &["on", "until", "by", "since"]));
    // "Sunday, April 36,"
    let weekday = at.checked_sub(2).filter(|&day| passage.is(day + 1, ",") && is_weekday(passage, day));
    let ends = matches!(passage.after(claim), "" | "." | "," | ";" | ")")
        || passage.is_any(tokens(claim).end, &["at", "in", "and", "after"]);
    ((cued || weekday.is_some()) && ends)
        .then(|| Sum::Impossible { because: format!("{name} has no such day"), follows: None })
}

/// The month that a token names with a capital.
fn month(passage: &Passage<'_>, at: usize) -> Option<String> {
    let token = passage.tokens.get(at).filter(|token| token.is_capitalised())?;
    let month =
        token.word?.senses().find_map(|sense| if let Sense::Month(month) = sense { Some(month) } else { None })?;
    month_name(month)
}

fn is_weekday(passage: &Passage<'_>, at: usize) -> bool {
    let weekday = |sense| matches!(sense, Sense::Weekday(_));
    passage.tokens[at].is_capitalised() && passage.tokens[at].word.is_some_and(|word| word.senses().any(weekday))
}

/// "June", for 6.
fn month_name(month: i8) -> Option<String> {
    civil::Date::new(2000, month, 1).ok().map(|first| first.strftime("%B").to_string())
}

fn exceeds_all(claim: &Claim<'_>) -> bool {
    claim.kind == ClaimKind::Percent && spread::value(claim).is_some_and(|value| value > ALL)
}

/// "110% of voters": a share of people that is greater than all of them.
fn too_many(passage: &Passage<'_>, claim: &Claim<'_>) -> Option<Sum<'static>> {
    let bounded =
        matches!(claim.value.hedge(), Hedge::Exact | Hedge::About | Hedge::Nearly | Hedge::Over | Hedge::AtLeast);
    if !exceeds_all(claim) || !bounded {
        return None;
    }
    let Range { start, end } = tokens(claim);
    let because = || Sum::Impossible { because: "it is more than all of them".to_owned(), follows: None };
    let before = |back: usize, words: &[&str]| start.checked_sub(back).is_some_and(|at| passage.is_any(at, words));
    if before(1, &["of", "was", "is", "reached", "hit", "topped", "at"]) && before(2, &["turnout"]) {
        return Some(because());
    }
    if !passage.is(end, "of") || before(1, &["to", "by"]) {
        return None;
    }
    let start = end + 1 + usize::from(passage.is_any(end + 1, &["the", "all", "its", "their", "our"]));
    let noun = if passage.means(start, Sense::Adding(Adding::Eligible)) { start + 1 } else { start };
    let after = passage.word(noun + 1);
    let acts = after.is_empty()
        || matches!(after, "." | "," | ";")
        || passage.means(noun + 1, Sense::Adding(Adding::Answers))
        || passage.tokens.get(noun + 1).is_some_and(|token| is_past_tense(&passage.document.prose, token));
    (passage.means(noun, Sense::Adding(Adding::Electorate)) && acts).then(because)
}
