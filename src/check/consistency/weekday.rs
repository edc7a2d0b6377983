//! `weekday-mismatch`: "Friday, Aug. 14, 2025", which was a Thursday.
//!
//! Left alone: days before the calendar in use, and dates without a year that may be of another
//! one than the draft's.

use jiff::ToSpan;
use jiff::civil;

use super::passage::{Passage, tokens, unit};
use crate::check::reading::outline::is_past_tense;
use crate::claim::{Claim, Value};
use crate::finding::{Finding, Rule, Spot, Sum, in_words};
use crate::lexicon::{Phrase, Sense};
use crate::text::phrase_at;
use crate::value::{Date, DateSpan};

/// The year from which English dates are of the calendar in use.
const FIRST_YEAR: i16 = 1753;
/// How far, in days, a date without a year may be from the draft's to be of that year for sure.
const NEAR: i32 = 60;
/// The same of a day that is said to be still to come.
const AHEAD: i32 = 80;
/// How far from a date its weekday can stand, in bytes: "14 August 2025, which was a Friday".
const BEHIND: usize = 24;
/// How many words before a year tell that it only bounds something: "since 12 February".
const BOUND: usize = 3;

/// How the short names of weekdays begin.
const SHORT: [&[u8]; 7] = [b"Mon", b"Tue", b"Wed", b"Thu", b"Fri", b"Sat", b"Sun"];

pub(super) fn concerns(file: &str, figures: &[&Claim<'_>]) -> bool {
    figures.iter().any(|claim| {
        let range = claim.span.range();
        let end = (range.end + BEHIND).min(file.len());
        let start = range.start.saturating_sub(BEHIND);
        let named = || file.as_bytes()[start..end].windows(3).any(|word| word == b"day" || SHORT.contains(&word));
        days(claim).is_some() && named()
    })
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    for claim in passage.figures {
        let Some((first, last)) = days(claim) else { continue };
        match last {
            None => {
                let Some(named) = weekday(passage, claim) else { continue };
                let known = known(passage, claim);
                let sure = known.or_else(|| Some(first).filter(|&day| is_certain(passage, claim, day, named.1)));
                findings.extend(sure.and_then(|day| judge(passage, claim, day, named)));
            }
            Some(last) => {
                let joint = tokens(claim).find(|&at| passage.is_any(at, &["to", "through", "until", "and", "-", "–"]));
                let Some(joint) = joint else { continue };
                // "Friday to Sunday, 7-9 March": both weekdays stand before both dates.
                let before = tokens(claim).start;
                if (before.saturating_sub(3)..before).any(|at| named(passage, at).is_some()) {
                    continue;
                }
                for (day, mut part) in [(first, tokens(claim).start..joint), (last, joint..tokens(claim).end)] {
                    let named = part.find_map(|at| named(passage, at));
                    let named = named.filter(|&(_, said)| is_certain(passage, claim, day, said));
                    findings.extend(named.and_then(|named| judge(passage, claim, day, named)));
                }
            }
        }
    }
}

/// The day that a date is of by the reference: one to come, or one that the draft tells of as past, as "shut down on
/// Friday, May 8" of what did so in the year before.
fn known(passage: &Passage<'_>, claim: &Claim<'_>) -> Option<civil::Date> {
    let known = passage.days.iter().find(|(span, _)| *span == claim.span).map(|&(_, day)| day)?;
    let past = |at: usize| is_past_tense(&passage.document.prose, &passage.tokens[at]);
    // "May 8" is no "may".
    let projects = |at: usize| {
        !tokens(claim).contains(&at) && (passage.means(at, Sense::Projects) || passage.is_any(at, &["will", "would"]))
    };
    let told = || {
        let sentence = || passage.sentence.clone();
        sentence().any(past) && !sentence().any(projects)
    };
    // "A year before it opened, on Thursday, February 6", "Back in 2020 it was hit on Tuesday, January 21"
    let turned = |other: &&Claim<'_>| {
        let years = unit(other).is_some_and(|unit| unit.id() == "year");
        let year = other.value.date().filter(|_| other.span != claim.span).and_then(|date| date.from.year());
        years || year.is_some_and(|year| year != known.year())
    };
    if passage.figures.iter().any(turned) {
        return None;
    }
    (known >= passage.now.date() || told()).then_some(known)
}

/// Holds a weekday that stands at a token against the day it is said of.
fn judge(passage: &Passage<'_>, claim: &Claim<'_>, day: civil::Date, (at, said): (usize, i8)) -> Option<Finding> {
    let right = day.weekday().to_monday_one_offset() == said;
    if right || day.year() < FIRST_YEAR {
        return None;
    }
    let other = nearest(day, said)?;
    // "Sat." reads better as "a Saturday".
    let weekday = other.strftime("%A").to_string();
    let name = format!("a {weekday}");
    let spot = Spot { span: passage.span(&(at..at + 1))?, text: &name, quoted: claim.quoted };
    let sum = Sum::Is { given: in_words(Date::Day(day)), follows: format!("a {}", day.strftime("%A")) };
    let hint = format!("the nearest {weekday} is {}", in_words(Date::Day(other)));
    Some(passage.report_at(Rule::WeekdayMismatch, spot, sum, vec![hint]))
}

/// The day or the two days that a claim states.
fn days(claim: &Claim<'_>) -> Option<(civil::Date, Option<civil::Date>)> {
    match &claim.value {
        Value::Date(DateSpan { from: Date::Day(day), to: None, relative: false }, _) => Some((*day, None)),
        Value::Date(DateSpan { from: Date::Day(first), to: Some(Date::Day(last)), relative: false }, _) => {
            Some((*first, Some(*last)))
        }
        _ => None,
    }
}

/// The weekday that stands with a date, and where: "Friday, Aug. 14", "Aug. 14 (Friday)", "Aug. 14, a Friday".
fn weekday(passage: &Passage<'_>, claim: &Claim<'_>) -> Option<(usize, i8)> {
    let range = tokens(claim);
    let behind = match (passage.word(range.end), passage.word(range.end + 1)) {
        ("(", _) if passage.word(range.end + 2) == ")" => named(passage, range.end + 1),
        (",", "a") if passage.word(range.end + 3) != "in" => named(passage, range.end + 2),
        (",", "which") if passage.is_any(range.end + 2, &["is", "was"]) && passage.is(range.end + 3, "a") => {
            named(passage, range.end + 4)
        }
        // "on Friday (Aug. 14, 2025)".
        (")", _) if passage.is(range.start.wrapping_sub(1), "(") => named(passage, range.start.wrapping_sub(2)),
        (_, _) => None,
    };
    range.clone().find_map(|at| named(passage, at)).or(behind)
}

/// The weekday that a token names, from 1 for Monday.
fn named(passage: &Passage<'_>, at: usize) -> Option<(usize, i8)> {
    let weekday = |phrase: &'static Phrase| {
        phrase.senses.iter().find_map(|sense| if let Sense::Weekday(day) = sense { Some(*day) } else { None })
    };
    let (_, day) = phrase_at(&passage.document.prose, passage.tokens, at, weekday)?;
    is_day(passage, at).then_some((at, day))
}

/// Whether a word that may name a weekday does: "Fri" and "Sun.", but not "fri" or the "Sun" of "The
/// Baltimore Sun, Aug. 14, 2025".
fn is_day(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.word(at);
    let full = word.to_ascii_lowercase().ends_with("day");
    let stopped = word.ends_with('.') || passage.is(at + 1, ".");
    full || (word.starts_with(char::is_uppercase) && (stopped || !passage.means(at, Sense::OtherWord)))
}

/// Whether a date is surely of the year it was read with.
fn is_certain(passage: &Passage<'_>, claim: &Claim<'_>, day: civil::Date, said: i8) -> bool {
    let years = |text: &str| text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    if years(passage.said(claim)) {
        return true;
    }
    let turned = passage
        .sentence
        .clone()
        .any(|at| passage.is_any(at, &["last", "next", "previous", "following"]) && passage.is(at + 1, "year"));
    let apart = passage.now.date().until(day).map_or(i32::MAX, |gap| gap.get_days());
    let near = !turned && (apart.abs() <= NEAR || (0..=AHEAD).contains(&apart) && is_to_come(passage, claim));
    // A day to come is of a sentence that tells of no other time; in one that is over the weekday may fit.
    let other_year =
        scenes(passage).any(|year| year != day.year() && (day < passage.now.date() || fits(day, year, said)));
    near && !other_year
}

/// "is to be sworn in on Tuesday, Jan. 5", "will open on Monday, March 2": whether the clause of a day says that it is
/// still to come.
fn is_to_come(passage: &Passage<'_>, claim: &Claim<'_>) -> bool {
    let start = tokens(claim).start;
    let parts = |at: &usize| !matches!(passage.word(*at), "," | ";" | ":" | "\u{201c}" | "\u{201d}" | "\"");
    let before = || (passage.sentence.start..start).rev().take_while(parts);
    let past = |at: usize| passage.is_any(at, &["was", "were", "had", "been"]);
    let coming = |at: usize| {
        passage.is_any(at, &["will", "shall"])
            || passage.is_any(at, &["is", "are"]) && passage.is(at + 1, "to")
            || passage.is_any(at, &["has", "have"]) && passage.is(at + 1, "until")
    };
    before().any(coming) && !before().any(past)
}

/// The years that the block has named so far as when something happened: "In 1940", not "since 2009".
fn scenes<'p>(passage: &'p Passage<'_>) -> impl Iterator<Item = i16> + 'p {
    let year = |at: usize| {
        let word = passage.tokens[at].text(&passage.document.prose);
        let years = word.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
        years.filter_map(|digits| digits.parse().ok()).find(|year| (1500..2100).contains(year))
    };
    (0..passage.sentence.end).filter(|&at| !is_bound(passage, at)).filter_map(year)
}

/// Whether a year only bounds a stretch that reaches to the day of the draft, or is compared with it: "since
/// February 2024", "than in 2019", "by 2030".
fn is_bound(passage: &Passage<'_>, year: usize) -> bool {
    let word = |at: usize| passage.tokens[at].text(&passage.document.prose).to_ascii_lowercase();
    let bounds = |at: usize| matches!(word(at).as_str(), "since" | "until" | "till" | "by" | "than");
    (year.saturating_sub(BOUND)..year).any(bounds)
}

/// Whether a day of the month has this weekday in another year.
fn fits(day: civil::Date, year: i16, weekday: i8) -> bool {
    civil::Date::new(year, day.month(), day.day()).is_ok_and(|day| day.weekday().to_monday_one_offset() == weekday)
}

/// The day of this weekday that is nearest to a date.
fn nearest(day: civil::Date, weekday: i8) -> Option<civil::Date> {
    let ahead = (weekday - day.weekday().to_monday_one_offset()).rem_euclid(7);
    day.checked_add((if ahead > 3 { ahead - 7 } else { ahead }).days()).ok()
}
