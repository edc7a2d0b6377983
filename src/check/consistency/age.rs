//! `age-mismatch`: "Maria Lopez, 54, who was born in 1980", "(1901-1978) died at the age of 67".
//!
//! Left alone: ages of another time than the sentence dates, and what is so far off that the text
//! must be of another time itself.

use std::ops::Range;

use jiff::Unit;
use jiff::civil;

use super::any_of;
use super::passage::{Passage, gap, tokens};
use super::spread::value;
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::{Finding, Rule, Spot, Sum, in_words};
use crate::lexicon::Sense;
use crate::value::{Date, DateSpan, Exact, Hedge};

/// Farther off, in years, it is no slip: the draft is not of the date it is taken to be.
const FAR: i64 = 25;

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    any_of(figures, ClaimKind::Date)
        && figures.iter().any(|claim| matches!(claim.kind, ClaimKind::Age | ClaimKind::Count))
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    let mut ages = passage.figures.iter().filter(|claim| is_age(passage, claim));
    // Two ages are of two people.
    let (Some(age), None) = (ages.next(), ages.next()) else { return };
    let Some((birth, at, dated)) = life(passage, age) else { return };
    let Some((youngest, oldest)) = years_between(birth, at) else { return };
    let Some(said) = value(age).filter(|said| said.is_integer()).and_then(|said| i64::try_from(said.floor()).ok())
    else {
        return;
    };
    let slack = i64::from(age.value.hedge() != Hedge::Exact);
    let fits = (youngest - slack..=oldest + slack).contains(&said);
    if fits || youngest < 0 || (said - youngest).abs() > FAR {
        return;
    }
    let follows = if youngest == oldest { oldest.to_string() } else { format!("{youngest} or {oldest}") };
    let sum = Sum::Is { given: format!("{dated} someone born {}", on(birth)), follows };
    let spot = Spot { span: age.span, text: passage.figure(age), quoted: age.quoted };
    findings.push(passage.report_at(Rule::AgeMismatch, spot, sum, Vec::new()));
}

/// A date with the word before it.
fn on(date: Date) -> String {
    match date {
        Date::Day(_) => format!("on {}", in_words(date)),
        _ => format!("in {}", in_words(date)),
    }
}

/// "54", "aged 54", "at the age of 54"; behind "died" also "at 54".
fn is_age(passage: &Passage<'_>, claim: &Claim<'_>) -> bool {
    let range = tokens(claim);
    let bare = claim.kind == ClaimKind::Count && claim.of.is_none() && range.len() == 1;
    let commas = bare && passage.is(range.start.wrapping_sub(1), ",") && matches!(passage.after(claim), "," | "." | "");
    let born = has(passage, &["born"]);
    // "(born 1980), 45,", "Maria Lopez, 45 (born in 1980)", "who was born in 1980, is 45".
    let closed = (commas && passage.is(range.start.wrapping_sub(2), ")"))
        || (bare
            && born
            && passage.is(range.start.wrapping_sub(1), ",")
            && passage.is(range.end, "(")
            && passage.is(range.end + 1, "born"))
        || (bare && born && passage.is(range.start.wrapping_sub(1), "is") && matches!(passage.after(claim), "." | ""));
    let died = bare
        && passage.is(range.start.wrapping_sub(1), "at")
        && matches!(passage.after(claim), "," | "." | "" | ";")
        && has(passage, &DEATHS);
    // "was 60 when she retired in 2015".
    let told = bare && passage.is_any(range.start.wrapping_sub(1), &["was", "is"]) && passage.is(range.end, "when");
    let plausible = value(claim).is_some_and(|age| age <= Exact::from(115) && age > Exact::ZERO);
    plausible && (claim.kind == ClaimKind::Age || closed || died || told)
}

const DEATHS: [&str; 3] = ["died", "death", "dies"];

fn has(passage: &Passage<'_>, words: &[&str]) -> bool {
    passage.sentence.clone().any(|at| passage.is_any(at, words))
}

/// The birth that a sentence tells, the time of the age, and that time in words.
fn life(passage: &Passage<'_>, age: &Claim<'_>) -> Option<(Date, Date, String)> {
    let dates: Vec<(&Claim<'_>, DateSpan)> =
        passage.figures.iter().filter_map(|claim| Some((*claim, absolute(claim)?))).collect();
    let died = has(passage, &DEATHS);
    // "(1901-1978)".
    if let [(claim, DateSpan { from, to: Some(to), .. })] = dates[..] {
        let bracketed = passage.before(claim) == "(" && passage.after(claim) == ")";
        let at_death = died
            && !passage.has(passage.sentence.clone(), Sense::Kin)
            && (!has(passage, &["when", "before", "after", "until"]) || when_died(passage, age));
        return (bracketed && at_death).then(|| (from, to, format!("at death {}", on(to))));
    }
    if passage.has(passage.sentence.clone(), Sense::Kin) {
        return None;
    }
    let born = dates.iter().find(|(claim, span)| span.to.is_none() && follows(passage, claim, &["born", "b."]))?;
    match dates[..] {
        [_] if !died => {
            let today = passage.now.known()?;
            // "turned 50 this year", whatever day it was.
            if turns_this_year(passage, age) {
                let year = Date::Year(today.year());
                return Some((born.1.from, year, format!("in {}", in_words(year))));
            }
            let stated = !passage.has(passage.sentence.clone(), Sense::OtherAge);
            let now = Date::Day(today);
            stated.then(|| (born.1.from, now, on(now)))
        }
        [_, _] if died => {
            let death = dates.iter().find(|(claim, span)| {
                span.to.is_none() && claim.span != born.0.span && follows(passage, claim, &DEATHS)
            })?;
            let own = tokens(age).start > tokens(death.0).start || passage.means(tokens(age).start, Sense::Ageing);
            own.then(|| (born.1.from, death.1.from, format!("at death {}", on(death.1.from))))
        }
        // "In 1990, at age 30, Roe, born in 1960, moved", "he was 30 in 1990".
        [_, _] => {
            let (other, span) = dates.iter().find(|(claim, span)| span.to.is_none() && claim.span != born.0.span)?;
            if has(passage, &["turn", "turns", "turning", "will", "would"]) {
                return None;
            }
            let when = passage.is(tokens(age).end, "when")
                && passage.is_any(tokens(other).start.wrapping_sub(1), &["in", "on"]);
            let plain = gap(age, other).len() <= 8 && !gap(age, other).any(|at| passage.is_any(at, &[",", "and", ";"]));
            let said = (when && plain)
                || passage.reads_any(&gap(age, other), &[&["in"], &["on"]])
                || passage.reads_any(&gap(other, age), &[&[",", "at"], &[",", "at", "the"], &[",", "aged"]]);
            said.then(|| (born.1.from, span.from, on(span.from)))
        }
        _ => None,
    }
}

/// "turned 50 this year", "turns 50 this year".
fn turns_this_year(passage: &Passage<'_>, age: &Claim<'_>) -> bool {
    let Range { start, end } = tokens(age);
    let turns = [start, start.wrapping_sub(1)].into_iter().any(|at| passage.is_any(at, &["turned", "turns"]));
    turns && passage.reads(end..end + 2, &["this", "year"])
}

/// "was 70 when she died".
fn when_died(passage: &Passage<'_>, age: &Claim<'_>) -> bool {
    let end = tokens(age).end;
    let own = passage.is_any(end + 1, &["he", "she", "they"]) && passage.is_any(end + 2, &DEATHS);
    passage.is(end, "when") && own
}

/// A date that is stated, not told from the draft's.
fn absolute(claim: &Claim<'_>) -> Option<DateSpan> {
    match &claim.value {
        Value::Date(span, Hedge::Exact) if !span.relative && span.from.year().is_some() => Some(*span),
        _ => None,
    }
}

/// Whether one of the words stands right before a date: "born in", "died on".
fn follows(passage: &Passage<'_>, claim: &Claim<'_>, words: &[&str]) -> bool {
    let start = tokens(claim).start;
    (1..=3).any(|back| start.checked_sub(back).is_some_and(|at| passage.is_any(at, words)))
}

/// The whole years from a date to another, at least and at most.
pub(super) fn years_between(from: Date, to: Date) -> Option<(i64, i64)> {
    let (first, last) = from.days()?;
    let (start, end) = to.days()?;
    let years = |from: civil::Date, to: civil::Date| Some(i64::from(from.until((Unit::Year, to)).ok()?.get_years()));
    Some((years(last, start)?, years(first, end)?))
}
