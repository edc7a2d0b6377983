//! "Revenue rose to €486 million. Together with the €468 million of the first quarter, that makes a total of €954 million":
//! "raise the dividend to 9.4p. Together with the 4.7p paid in May it makes 14.1p": a total of a figure with the one that the sentence before tells.
//!
//! Left alone: totals that any figure of that sentence fits, sentences before with several it may be of, figures of other
//! nouns, and totals of more than the two: those that something narrows ("80 since June"), and those far off the sum that
//! are not called "a total of" the two.

use std::ops::Range;

use super::super::passage::{Passage, amount, gap, is_of_one_noun, tokens, unit};
use super::super::spread::{Spread, value};
use super::super::table::is_one_digit_off;
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::{Finding, Rule, Sum};
use crate::value::{Exact, Number, Quantity};

/// How the words right before a total begin and end, with what may stand between.
const TELLS: [(&[&str], &[&str]); 7] = [
    (&["makes", "make", "made", "gives", "gave"], &[]),
    (&["makes", "make", "made", "gives", "gave"], &["a", "total", "of"]),
    (&["comes", "come", "came", "amounts", "amount", "adds"], &["to"]),
    (&["adds", "add"], &["up", "to"]),
    (&["brings", "bring", "brought", "takes", "take", "took"], &["the", "total", "to"]),
    (&["brings", "bring", "brought", "takes", "take", "took"], &["the", "sum", "to"]),
    (&["brings", "bring", "brought", "takes", "take", "took"], &["it", "to"]),
];

/// Whether the last of two figures or more may be told as a total.
pub(super) fn concerns(file: &str, figures: &[&Claim<'_>]) -> bool {
    let ends = ["makes", "make", "made", "gives", "gave", " to", "total of"];
    figures.windows(2).any(|pair| {
        let between = file.get(pair[0].span.end() as usize..pair[1].span.start() as usize);
        between.is_some_and(|between| ends.iter().any(|end| between.trim_end().ends_with(end)))
    })
}

/// A total at `at` that is not that of the figure before it and the one of the sentence before.
pub(super) fn find(passage: &Passage<'_>, at: usize) -> Option<Finding> {
    let total = passage.figures[at];
    let others = || passage.figures[..at].iter().filter(|claim| claim.kind == total.kind);
    let other = *others().next().filter(|_| others().count() == 1)?;
    let (start, end) = (passage.sentence.start, tokens(total).start);
    let opens = [["together", "with"], ["added", "to"], ["along", "with"], ["combined", "with"]]
        .iter()
        .any(|words| passage.reads(start..start + 2, words));
    let words = gap(other, total).start..end;
    if !opens || !closes(passage, total) || !tells(passage, words.clone()) || unit(other) != unit(total) {
        return None;
    }
    let (one, counted, known) = figure_before(passage, total)?;
    if [other, counted].into_iter().any(|part| !is_of_one_noun(part, total)) || !is_of_one_noun(counted, other) {
        return None;
    }
    let (other_figure, stated) = (*other.value.quantity()?, Spread::of(total)?);
    let fits = |quantity: &Quantity| {
        let sum = Spread::of_quantity(total.kind, quantity)?.plus(Spread::of(other)?)?;
        Some(sum.meets(stated))
    };
    if known.iter().any(|quantity| fits(quantity) == Some(true)) {
        return None;
    }
    let point = |quantity: &Quantity| quantity.point().map(Number::value);
    let sum = point(&one)?.checked_add(point(&other_figure)?)?;
    // "that brings the total to €20 million" may be of the whole year.
    let of_two = passage.reads(words.end.saturating_sub(3)..words.end, &["a", "total", "of"]);
    if !of_two && !is_near(value(total)?, sum)? {
        return None;
    }
    let given = format!("{} + {}", amount(point(&one)?, one.unit), passage.figure(other));
    Some(passage.report(Rule::SumMismatch, total, Sum::Is { given, follows: amount(sum, one.unit) }))
}

/// ", that makes a total of", "paid in September it makes": whether a total is told at the end of some words.
fn tells(passage: &Passage<'_>, words: Range<usize>) -> bool {
    TELLS.iter().any(|(verbs, tail)| {
        let verb = words.end.checked_sub(tail.len() + 1).filter(|at| words.contains(at));
        let subject = |at: usize| passage.is_any(at, &["it", "that", "this", "they", "these", "which"]);
        verb.is_some_and(|verb| {
            passage.is_any(verb, verbs)
                && passage.reads(verb + 1..words.end, tail)
                && verb.checked_sub(1).is_some_and(subject)
        })
    })
}

/// Whether the clause ends right behind a total: "32.", "12.8p for the year"; not "80 since June".
fn closes(passage: &Passage<'_>, total: &Claim<'_>) -> bool {
    let end = tokens(total).end;
    let end = end + if passage.reads(end..end + 3, &["for", "the", "year"]) { 3 } else { 0 };
    let quoted = passage.is(end, ",") && matches!(passage.word(end + 1), "\"" | "”");
    matches!(passage.word(end), "" | "." | ";" | "!" | "\"" | "”") || quoted
}

/// Whether a total is within a fifth of a sum, or differs from it in one digit.
fn is_near(total: Exact, sum: Exact) -> Option<bool> {
    let apart = total.checked_sub(sum)?.abs().checked_mul(Exact::from(5))?;
    Some(apart <= sum.abs() || is_one_digit_off(total, sum))
}

/// The figure that the sentence before tells, where it has but one or where a change ended, with its claim, and all
/// figures that it has.
fn figure_before<'a>(passage: &Passage<'a>, total: &Claim<'_>) -> Option<(Quantity, &'a Claim<'a>, Vec<Quantity>)> {
    let own = |quantity: &Quantity| quantity.unit == unit(total);
    let (mut told, mut known) = (Vec::new(), Vec::new());
    for claim in passage.before {
        match &claim.value {
            Value::Change(change) => {
                told.extend(change.to.filter(own).map(|to| (to, claim)));
                known.extend([change.from, change.to].into_iter().flatten().filter(own));
            }
            // "40 died, and three in Oste": what is not named may be of anything.
            Value::Quantity(_) if claim.kind == ClaimKind::Count && claim.of.is_none() => return None,
            Value::Quantity(quantity) if claim.kind == total.kind && own(quantity) => {
                told.push((*quantity, claim));
                known.push(*quantity);
            }
            _ => {}
        }
    }
    match told.as_slice() {
        [(one, claim)] => Some((*one, claim, known)),
        _ => None,
    }
}
