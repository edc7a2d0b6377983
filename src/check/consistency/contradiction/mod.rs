//! `self-contradiction`: one measure of one thing with two figures in one draft.
//!
//! Wherever the two stand: in sentences that give the measure in like words ("the Orrin bridge
//! repair will cost $4.2 million", "the $6.8 million Orrin bridge repair"), in a headline, a
//! standfirst or a caption and the text, in a row of a table and a sentence. Left alone: figures
//! that are said to have changed, of another date, of a part, or in somebody's words.

mod cells;
mod display;
mod measure;
mod subject;

use std::collections::HashMap;

use super::passage::block_claims;
use super::spread::{Spread, value};
use crate::check::outline::has_sense;
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::{Finding, Mismatch, Other, Rule, Spot, Sum, Voice};
use crate::lexicon::Sense;
use crate::source::{BlockKind, Document};
use crate::span::Span;
use crate::text::{Token, Tokens};
use crate::value::{Date, Exact, Hedge};
use measure::{Manner, Measure};
use subject::Subject;

/// How many tellings of one measure are held against a later one.
const KEPT: usize = 8;

/// A figure that a sentence gives of a subject.
struct Told<'c, 't> {
    claim: &'c Claim<'t>,
    measure: Measure,
    manner: Manner,
    subject: Subject,
    days: Vec<Date>,
}

pub(super) fn find(document: &Document<'_>, claims: &[Claim<'_>], findings: &mut Vec<Finding>) {
    let told = told(document, claims);
    in_like_words(document, &told, findings);
    cells::find(document, claims, &told, findings);
    display::find(document, claims, findings);
}

/// The figures outside tables of which a sentence says what they measure, and of what; only where
/// another figure could be of the same.
fn told<'c, 't>(document: &Document<'_>, claims: &'c [Claim<'t>]) -> Vec<Told<'c, 't>> {
    let tables = document.blocks.iter().any(|block| matches!(block.kind, BlockKind::Cell { .. }));
    let mut measures: HashMap<Measure, (Option<Exact>, bool)> = HashMap::new();
    let mut figures = Vec::new();
    for claim in claims.iter().filter(|claim| is_plain(claim)) {
        let kind = document.blocks[claim.place.block as usize].kind;
        let Some((measure, manner)) = Measure::of(document.file, claim) else { continue };
        if !matches!(kind, BlockKind::Cell { .. } | BlockKind::Quote) {
            let seen = measures.entry(measure.clone()).or_insert((value(claim), false));
            seen.1 |= seen.0 != value(claim);
            figures.push((claim, measure, manner));
        }
    }
    let mut tokens = Tokens::default();
    let mut told = Vec::new();
    let mut open = None;
    for (claim, measure, manner) in figures {
        let varies = measures.get(&measure).is_some_and(|(_, varies)| *varies);
        if !varies && !tables {
            continue;
        }
        if open != Some(claim.place.block) {
            tokens.read(document, &document.blocks[claim.place.block as usize]);
            open = Some(claim.place.block);
        }
        let Some(subject) = Subject::of(document, &tokens, claim, manner) else { continue };
        if measure.lasts() || !is_dated(claims, claim) {
            let days = if measure.lasts() { Vec::new() } else { dates(claims, claim).collect() };
            told.push(Told { claim, measure, manner, subject, days });
        }
    }
    told
}

/// Holds each telling against those before it of the same measure and head word.
fn in_like_words(document: &Document<'_>, told: &[Told<'_, '_>], findings: &mut Vec<Finding>) {
    let mut before: HashMap<(&Measure, &str), Vec<&Told<'_, '_>>> = HashMap::new();
    for later in told {
        let earlier = before.entry((&later.measure, later.subject.head())).or_default();
        let other = earlier.iter().find(|earlier| is_of_one(document, earlier, later));
        findings.extend(other.and_then(|other| differing(document, other.claim, later.claim)));
        if earlier.len() < KEPT {
            earlier.push(later);
        }
    }
}

/// Whether two figures are of one thing, measured one way at one time.
fn is_of_one(document: &Document<'_>, earlier: &Told<'_, '_>, later: &Told<'_, '_>) -> bool {
    !same_sentence(earlier.claim, later.claim)
        && earlier.manner.agrees(later.manner, value(earlier.claim), value(later.claim))
        && (earlier.days.is_empty() || later.days.is_empty() || earlier.days == later.days)
        && value(earlier.claim) != value(later.claim)
        && earlier.subject.is_same(&later.subject, document)
}

fn same_sentence(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    one.place.block == other.place.block && one.place.sentence == other.place.sentence
}

/// Whether a figure is stated plainly, in the draft's own words.
fn is_plain(claim: &Claim<'_>) -> bool {
    let kind = matches!(claim.kind, ClaimKind::Money | ClaimKind::Count | ClaimKind::Measurement);
    kind && !claim.quoted && matches!(claim.value.hedge(), Hedge::Exact | Hedge::About) && value(claim).is_some()
}

/// The dates in the sentence of a figure.
fn dates(claims: &[Claim<'_>], claim: &Claim<'_>) -> impl Iterator<Item = Date> {
    let block = block_claims(claims, claim.place.block as usize).iter();
    let sentence = block.filter(|other| same_sentence(other, claim));
    sentence.filter_map(|other| if let Value::Date(span, _) = &other.value { Some(span.from) } else { None })
}

/// Whether the sentence of a figure dates it to a year or a month.
fn is_dated(claims: &[Claim<'_>], claim: &Claim<'_>) -> bool {
    dates(claims, claim).any(|date| !matches!(date, Date::Day(_)))
}

/// Whether a word says that a figure has changed, is of another time, of a part, or not so.
fn moves(prose: &str, tokens: &[Token], at: usize) -> bool {
    let senses = [
        Sense::Past,
        Sense::Partial,
        Sense::Compares,
        Sense::Supposes,
        Sense::Projects,
        Sense::Corrects,
        Sense::Disclaims,
        Sense::Another,
        Sense::Provisional,
        Sense::Negation,
    ];
    // "in May" is no "may".
    let month = tokens[at].text(prose) == "May";
    tokens[at].word.is_some() && !month && senses.into_iter().any(|sense| has_sense(prose, tokens, at, sense).is_some())
}

/// The finding on the later of two figures that cannot both be right.
fn differing(document: &Document<'_>, earlier: &Claim<'_>, later: &Claim<'_>) -> Option<Finding> {
    let (one, other) = (Spread::of(earlier)?, Spread::of(later)?);
    let units = earlier.value.quantity()?.unit == later.value.quantity()?.unit;
    if one.meets(other) || !units || is_rounded(earlier, later)? || is_rounded(later, earlier)? {
        return None;
    }
    let text = |span: Span| document.file.get(span.range()).unwrap_or_default().to_owned();
    let (before, here) = (text(earlier.span), text(later.span));
    let spot = Spot { span: later.span, text: &here, quoted: later.quoted };
    let other = Some(Other { span: earlier.span, text: before.clone() });
    let sum = Sum::Said { before: &before };
    let mismatch = Mismatch { rule: Rule::SelfContradiction, spot, other, sum, voice: Voice::Asserts };
    Some(Finding::of_mismatch(mismatch, Vec::new()))
}

/// Whether one figure only rounds the other, by up to a tenth.
fn is_rounded(short: &Claim<'_>, full: &Claim<'_>) -> Option<bool> {
    let tens = short.value.quantity()?.point()?.place() > full.value.quantity()?.point()?.place();
    let (short, full) = (value(short)?, value(full)?);
    let apart = short.checked_sub(full)?.abs();
    Some(tens && apart <= full.abs().checked_mul(Exact::constant(1, 10))?)
}
