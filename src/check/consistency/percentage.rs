//! `percentage-mismatch`: "30 of 120, or 40%".
//!
//! Left alone: a percentage of something else than the two counts before it ("30 of 120 (40%
//! women)").

use super::any_of;
use super::passage::{Passage, gap, tokens};
use super::spread::{Spread, value};
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Rule, Sum};
use crate::value::Exact;

const HUNDRED: Exact = Exact::constant(100, 1);

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    figures.len() > 1
        && any_of(figures, ClaimKind::Percent)
        && (any_of(figures, ClaimKind::Ratio)
            || figures.iter().filter(|claim| claim.kind == ClaimKind::Count).count() > 1)
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    let figures = passage.figures;
    for (at, share) in figures.iter().enumerate().filter(|(_, claim)| claim.kind == ClaimKind::Percent) {
        let odds = odds(passage, at)
            .and_then(|claim| Some((Spread::of(claim)?, passage.said(claim).to_owned(), value(claim)?)));
        let found = odds.or_else(|| counted(passage, at));
        let Some((given, said, nominal)) = found else { continue };
        let Some((spread, stated)) = given.converted(HUNDRED, Exact::ZERO).zip(Spread::of(share)) else { continue };
        if spread.meets(stated) {
            continue;
        }
        let Some(follows) = nominal.checked_mul(HUNDRED).and_then(|percent| percent.rounded_to(Exact::constant(1, 10)))
        else {
            continue;
        };
        let sum = Sum::Is { given: said, follows: format!("{follows}%") };
        findings.push(passage.report(Rule::PercentageMismatch, share, sum));
    }
}

/// "three out of four (75%)", "75%, or three out of four": odds beside a percentage.
fn odds<'a>(passage: &Passage<'a>, at: usize) -> Option<&'a Claim<'a>> {
    let share = passage.figures[at];
    let is_odds = |claim: &&&Claim<'_>| {
        claim.kind == ClaimKind::Ratio
            && passage.said(claim).contains([' ', '/'])
            && !passage.said(claim).contains("times")
    };
    let before = at.checked_sub(1).and_then(|before| passage.figures.get(before)).filter(is_odds);
    if let Some(odds) = before.filter(|odds| restates(passage, odds, share)) {
        return whole_part(passage, odds);
    }
    let after = passage.figures.get(at + 1).filter(is_odds)?;
    if restates(passage, share, after) { whole_part(passage, after) } else { None }
}

/// Odds in figures: "3 of 4", not "a third".
fn whole_part<'a>(passage: &Passage<'a>, odds: &'a Claim<'a>) -> Option<&'a Claim<'a>> {
    let words = tokens(odds);
    words.clone().any(|at| passage.is_any(at, &["of", "in"])).then_some(odds)
}

/// The two counts that a percentage says again, as their quotient.
fn counted(passage: &Passage<'_>, at: usize) -> Option<(Spread, String, Exact)> {
    let (part, whole) = before(passage, at).or_else(|| around(passage, at)).or_else(|| behind(passage, at))?;
    let (some, all) = (value(part)?, value(whole)?);
    let counts = part.kind == ClaimKind::Count && whole.kind == ClaimKind::Count;
    if !counts || some > all || all <= Exact::ZERO || some <= Exact::ZERO {
        return None;
    }
    let said = format!("{} of {}", passage.figure(part), passage.figure(whole));
    Some((Spread::of(part)?.over(Spread::of(whole)?)?, said, some.checked_div(all)?))
}

type Counts<'a> = Option<(&'a Claim<'a>, &'a Claim<'a>)>;

/// "30 of 120 (25%)", "eight carriages, of which three, or 37.5%", "Of 120 tested, 30 (25%)".
fn before<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let share = passage.figures[at];
    let [one, other] = [passage.figures.get(at.checked_sub(2)?)?, passage.figures.get(at - 1)?];
    let between = gap(one, other);
    if !restates(passage, other, share) {
        return None;
    }
    if is_of(passage, between.clone()) {
        return Some((one, other));
    }
    if passage.reads_any(&between, &[&[",", "of", "which"], &[",", "of", "whom"], &["of", "which"], &["of", "whom"]]) {
        return Some((other, one));
    }
    let start = tokens(one).start;
    let opener = if passage.is_any(start.wrapping_sub(1), &["the", "all", "its", "their"]) {
        start.wrapping_sub(2)
    } else {
        start.wrapping_sub(1)
    };
    let opens = passage.is(opener, "of")
        && (opener == passage.sentence.start
            || (passage.is(opener.wrapping_sub(1), "out") && opener == passage.sentence.start + 1));
    let plain = between.len() <= 8
        && between.clone().filter(|&at| passage.word(at) == ",").count() == 1
        && passage.word(between.end - 1) == ",";
    (opens && plain).then_some((other, one))
}

/// "30 (25%) of 120", "30, or 25%, of the 120".
fn around<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let share = passage.figures[at];
    let [part, whole] = [passage.figures.get(at.checked_sub(1)?)?, passage.figures.get(at + 1)?];
    let mut behind = gap(share, whole);
    let closes = matches!(passage.word(behind.start), ")" | ",");
    behind.start += usize::from(closes);
    let brackets = passage.reads_any(&gap(part, share), &[&["("], &[",", "or"], &["or"], &[",", "or", "about"]]);
    (closes && brackets && is_of(passage, behind)).then_some((part, whole))
}

/// "25% (30 of 120)", "25 percent, or 30 of 120".
fn behind<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let share = passage.figures[at];
    let [part, whole] = [passage.figures.get(at + 1)?, passage.figures.get(at + 2)?];
    let restated = passage.reads_any(&gap(share, part), &[&["("], &[",", "or"]]);
    let closed = matches!(passage.after(whole), ")" | "," | "." | "" | ";");
    (restated && closed && is_of(passage, gap(part, whole))).then_some((part, whole))
}

/// "of", "out of the": a part of what follows.
fn is_of(passage: &Passage<'_>, mut between: std::ops::Range<usize>) -> bool {
    between.start += usize::from(passage.is(between.start, "out"));
    if !passage.is(between.start, "of") || between.is_empty() {
        return false;
    }
    between.start += 1;
    between.is_empty()
        || passage.reads_any(
            &between,
            &[
                &["the"],
                &["its"],
                &["their"],
                &["our"],
                &["all"],
                &["these"],
                &["those"],
                &["a", "total", "of"],
                &["a", "possible"],
            ],
        )
}

/// Whether a percentage right behind a figure says it again and nothing else: "(40%)", ", or 40%,".
fn restates(passage: &Passage<'_>, figure: &Claim<'_>, share: &Claim<'_>) -> bool {
    let between = gap(figure, share);
    let end = tokens(share).end;
    let of_them = passage.is(end, "of")
        && (passage.is_any(end + 1, &["them", "those"])
            || (passage.is(end + 1, "the") && passage.is_any(end + 2, &["total", "whole"])));
    let bracket = passage.reads_any(&between, &[&["("], &["(", "or"], &["["], &["(", "about"]]);
    if bracket {
        return matches!(passage.word(end), ")" | "]" | ";") || of_them;
    }
    let joined = passage.reads_any(
        &between,
        &[
            &[",", "or"],
            &["or"],
            &["—", "or"],
            &["–", "or"],
            &[",", "that", "is", ","],
            &[",", "i.e.", ","],
            &["="],
            &["—"],
        ],
    );
    joined && (of_them || !passage.is_any(end, &["of", "more", "less", "fewer", "higher", "lower"]))
}
