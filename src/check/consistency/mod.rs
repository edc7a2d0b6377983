//! The draft against itself: one file a rule, none of which needs a reference.
//!
//! Most rules look at one sentence with its figures. A rule is asked first whether the claims
//! alone can concern it; only then are the words of the sentence read.

mod age;
mod apiece;
mod apportioned;
mod bullets;
mod change;
mod clock;
mod contradiction;
mod conversion;
mod derived;
mod duration;
mod impossible;
mod listing;
mod numbered;
mod passage;
mod percentage;
mod record;
mod rows;
mod shares;
mod spelling;
mod spread;
mod sum;
mod table;
mod weekday;

use jiff::civil;

use crate::check::Now;
use crate::claim::{Claim, ClaimKind, Place};
use crate::finding::Finding;
use crate::source::BlockKind;
use crate::span::Span;
use crate::text::Pages;
use passage::Passage;

/// A rule over the figures of one sentence.
struct Check {
    /// Whether the figures alone can concern it; `file` is the text their spans point into.
    concerns: fn(file: &str, figures: &[&Claim<'_>]) -> bool,
    /// Appends what it finds.
    find: fn(passage: &Passage<'_>, findings: &mut Vec<Finding>),
}

/// The rules over one sentence, in no order that matters.
const CHECKS: &[Check] = &[
    Check { concerns: weekday::concerns, find: weekday::find },
    Check { concerns: impossible::concerns, find: impossible::find },
    Check { concerns: conversion::concerns, find: conversion::find },
    Check { concerns: percentage::concerns, find: percentage::find },
    Check { concerns: change::concerns, find: change::find },
    Check { concerns: sum::concerns, find: sum::find },
    Check { concerns: shares::concerns, find: shares::find },
    Check { concerns: apiece::concerns, find: apiece::find },
    Check { concerns: record::concerns, find: record::find },
    Check { concerns: listing::concerns, find: listing::find },
    Check { concerns: age::concerns, find: age::find },
    Check { concerns: duration::concerns, find: duration::find },
];

/// What does not fit in a draft of this date, whatever the reference says.
///
/// `days` are those that dates of the draft are of by the reference.
pub(super) fn find(pages: &Pages<'_>, claims: &[Claim<'_>], now: Now, days: &[(Span, civil::Date)]) -> Vec<Finding> {
    let document = pages.document;
    let mut findings = Vec::new();
    let mut figures: Vec<&Claim<'_>> = Vec::new();
    let mut told: [&[Claim<'_>]; 2] = [&[], &[]];
    for sentence in claims.chunk_by(|one, next| same_sentence(one, next)) {
        let earlier = told;
        told = [earlier[1], sentence];
        figures.clear();
        figures.extend(sentence.iter().filter(|claim| claim.is_figure()));
        if !CHECKS.iter().any(|check| (check.concerns)(document.file, &figures)) {
            continue;
        }
        let place = &sentence[0].place;
        let tokens = pages.block(place.block);
        let sentence = tokens.sentences[place.sentence as usize].clone();
        let earlier_claims = running(pages, earlier, place);
        let told_in = earlier_claims[1].first().map(|claim| pages.block(claim.place.block));
        let passage = Passage {
            document,
            tokens: &tokens.tokens,
            sentence,
            figures: &figures,
            before: adjacent(earlier[1], place),
            earlier: earlier_claims,
            told_in: told_in.map_or(&[], |told| &told.tokens),
            now,
            days,
        };
        for check in CHECKS {
            if (check.concerns)(document.file, &figures) {
                (check.find)(&passage, &mut findings);
            }
        }
    }
    clock::find(document, &mut findings);
    table::find(document, claims, &mut findings);
    derived::find(document, claims, &mut findings);
    bullets::find(pages, claims, now, &mut findings);
    rows::find(pages, claims, now, &mut findings);
    contradiction::find(pages, claims, &mut findings);
    spelling::find(document, claims, &mut findings);
    // The title of the front matter and the headline may say the same.
    findings.sort_by_key(|finding| (finding.span, finding.rule));
    findings.dedup_by_key(|finding| (finding.span, finding.rule));
    findings
}

fn same_sentence(one: &Claim<'_>, next: &Claim<'_>) -> bool {
    one.place.block == next.place.block && one.place.sentence == next.place.sentence
}

/// The claims of a sentence where it is the one right before a place, in its block.
fn adjacent<'c, 't>(claims: &'c [Claim<'t>], place: &Place) -> &'c [Claim<'t>] {
    let next = |before: &Place| before.block == place.block && before.sentence + 1 == place.sentence;
    if claims.first().is_some_and(|claim| next(&claim.place)) { claims } else { &[] }
}

/// The claims of the last two sentences before one, where these follow each other; the first sentence of a paragraph
/// follows the last of the paragraph before.
fn running<'c, 't>(pages: &Pages<'_>, told: [&'c [Claim<'t>]; 2], place: &Place) -> [&'c [Claim<'t>]; 2] {
    let follows = |claims: &[Claim<'_>], next: &Place| {
        claims.first().is_some_and(|claim| {
            let before = &claim.place;
            let last = || pages.block(before.block).sentences.len() == before.sentence as usize + 1;
            let paragraph = || pages.document.blocks[before.block as usize].kind == BlockKind::Paragraph;
            let one = before.block == next.block && before.sentence + 1 == next.sentence;
            one || before.block + 1 == next.block && next.sentence == 0 && last() && paragraph()
        })
    };
    let [one, other] = told;
    let next = other.first().filter(|_| follows(other, place));
    if next.is_some_and(|next| follows(one, &next.place)) { told } else { [&[], &[]] }
}

/// Whether a claim of this kind is among them.
fn any_of(figures: &[&Claim<'_>], kind: ClaimKind) -> bool {
    figures.iter().any(|claim| claim.kind == kind)
}
