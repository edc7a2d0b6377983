//! `sum-mismatch` of shares: "60% said yes, 30% said no and 20% were undecided".
//!
//! Left alone: shares that need not be parts of one whole: those of different wholes or times, of
//! people who may give several answers, and any without words that make them parts of one.

use super::passage::{Passage, gap, tokens};
use super::spread::{Spread, value};
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::{Adding, Sense};
use crate::text::Token;
use crate::value::{Dimension, Exact, Hedge};

const ALL: Exact = Exact::constant(100, 1);
/// How many words may stand between two shares.
const REACH: usize = 12;

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    let sum = figures
        .iter()
        .filter(|claim| is_share(claim))
        .try_fold(Exact::ZERO, |sum, claim| sum.checked_add(value(claim)?));
    sum.is_some_and(|sum| sum > ALL)
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    findings.extend(judge(passage));
}

fn judge(passage: &Passage<'_>) -> Option<Finding> {
    // Any other figure may say what the shares are of, or when.
    if !passage.figures.iter().all(|claim| is_share(claim)) || passage.figures.len() < 2 {
        return None;
    }
    let (first, last) = (passage.figures.first()?, passage.figures.last()?);
    let parts = passage.figures.windows(2).all(|pair| joined(passage, pair[0], pair[1]));
    let sentence = passage.sentence.clone();
    // "56 percent of the vote in Sund and 48 percent in Lom": of two wholes.
    let places = (sentence.start..sentence.end).filter(|&at| {
        passage.means(at, Sense::Situates) && passage.tokens.get(at + 1).is_some_and(Token::is_capitalised)
    });
    if places.count() > 1 {
        return None;
    }
    if !parts
        || !passage.has(sentence.clone(), Sense::Adding(Adding::OneWhole))
        || passage.has(sentence, Sense::Adding(Adding::Overlaps))
    {
        return None;
    }
    // "60% of men and 55% of women": of two wholes, unless it is the same one again.
    let wholes = passage.figures.iter().filter_map(|claim| whole(passage, claim));
    let mut wholes: Vec<&str> = wholes.collect();
    wholes.dedup();
    if wholes.len() > 1 {
        return None;
    }
    let (mut spread, mut others) = (Spread::point(Exact::ZERO), Exact::ZERO);
    for share in passage.figures {
        spread = spread.plus(Spread::of(share)?)?;
        if share.span != last.span {
            others = others.checked_add(value(share)?)?;
        }
    }
    let given = passage.figures.iter().map(|claim| passage.figure(claim)).collect::<Vec<_>>().join(" + ");
    let total = others.checked_add(value(last)?)?;
    let left = ALL.checked_sub(others).filter(|left| *left > Exact::ZERO && first.span != last.span);
    (spread.low? > ALL).then(|| {
        let sum = Sum::PastAll { given, total: format!("{total}%"), follows: left.map(|left| format!("{left}%")) };
        passage.report(Rule::SumMismatch, last, sum)
    })
}

/// A plain percentage.
fn is_share(claim: &Claim<'_>) -> bool {
    let percent = claim.value.quantity().and_then(|quantity| quantity.unit).map(crate::value::Unit::dimension);
    claim.kind == ClaimKind::Percent
        && percent == Some(Dimension::Percent)
        && matches!(claim.value.hedge(), Hedge::Exact | Hedge::About)
        && value(claim).is_some_and(|value| value > Exact::ZERO && value < ALL)
}

/// Whether two shares stand side by side in a list.
fn joined(passage: &Passage<'_>, one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let between = gap(one, other);
    let joins = |at| passage.is_any(at, &[",", ";", "and", "while", "to", "against", "with"]);
    let parts = |at| matches!(passage.word(at), "(" | ")" | ":" | "\u{201c}" | "\u{201d}" | "\"");
    between.len() <= REACH && between.clone().any(joins) && !between.clone().any(parts)
}

/// What a share is said to be of.
fn whole<'a>(passage: &Passage<'a>, share: &Claim<'_>) -> Option<&'a str> {
    let end = tokens(share).end;
    if !passage.is(end, "of") {
        return None;
    }
    let noun = end + 1 + usize::from(passage.is_any(end + 1, &["the", "its", "their", "all"]));
    Some(passage.word(noun))
}
