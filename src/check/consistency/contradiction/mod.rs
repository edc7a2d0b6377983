//! `self-contradiction`: one measure of one thing with two figures in one draft.
//!
//! Wherever the two stand: in sentences that give the measure in like words ("the Orrin bridge
//! repair will cost $4.2 million", "the $6.8 million Orrin bridge repair", "the cost of the Orrin
//! bridge repair is"), in a headline, a standfirst or a caption and the text, in a row of a table and
//! a sentence. Left alone: figures that are said to have changed, of another time, of a part, or in
//! somebody's words.

mod ages;
mod cells;
mod display;
mod headline;
mod measure;
mod nouns;
mod phrase;
mod scene;
mod subject;
mod tail;

use std::collections::HashMap;

use super::passage::{amount, tokens as claim_tokens};
use super::spread::{Spread, value};
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Mismatch, Other, Rule, Spot, Sum, Voice};
use crate::source::{Block, BlockKind, Document};
use crate::span::Span;
use crate::text::Pages;
use crate::value::{Date, Exact, Hedge};
use measure::{Given, Measure, Stand};
use nouns::Nouns;
use phrase::Phrase;
use scene::{Scene, sentence_claims};
use subject::Subject;

/// How far into a paragraph, in letters, the place it opens with is closed.
const LEAD: usize = 50;
/// How many tokens behind the clause of a figure its date may stand.
const ASIDE: usize = 3;
/// How many tellings of one measure are held against a later one.
const KEPT: usize = 8;

/// A figure that a sentence gives of a subject.
struct Told<'c, 't> {
    claim: &'c Claim<'t>,
    given: Given,
    subject: Subject,
    dates: Vec<Date>,
}

pub(super) fn find(pages: &Pages<'_>, claims: &[Claim<'_>], findings: &mut Vec<Finding>) {
    let document = pages.document;
    let told = told(pages, claims);
    in_like_words(document, &told, findings);
    cells::find(document, claims, &told, findings);
    display::find(pages, claims, findings);
    ages::find(document, claims, findings);
    headline::find(document, claims, findings);
}

/// The figures outside tables of which a sentence says what they measure, and of what; only where
/// another figure could be of the same.
fn told<'c, 't>(pages: &Pages<'_>, claims: &'c [Claim<'t>]) -> Vec<Told<'c, 't>> {
    let document = pages.document;
    let tables = document.blocks.iter().any(|block| matches!(block.kind, BlockKind::Cell { .. }));
    let mut measures: HashMap<Measure, (Option<Exact>, bool)> = HashMap::new();
    let mut figures = Vec::new();
    for (at, claim) in claims.iter().enumerate().filter(|(_, claim)| is_plain(claim) || is_share(claim)) {
        let kind = document.blocks[claim.place.block as usize].kind;
        if matches!(kind, BlockKind::Cell { .. } | BlockKind::Quote) {
            continue;
        }
        let Some(given) = Given::of(document.file, &claims[at..]) else { continue };
        let seen = measures.entry(given.measure.clone()).or_insert((value(claim), false));
        seen.1 |= seen.0 != value(claim);
        figures.push((claim, given));
    }
    let mut told = Vec::new();
    for (claim, given) in figures {
        let varies = measures.get(&given.measure).is_some_and(|(_, varies)| *varies);
        if !varies && !tables {
            continue;
        }
        let block = document.blocks[claim.place.block as usize];
        let tokens = pages.block(claim.place.block);
        let Some(sentence) = tokens.sentences.get(claim.place.sentence as usize).cloned() else { continue };
        let phrase = Phrase { document, tokens, sentence: sentence.clone(), block };
        let figure = claim_tokens(claim);
        let Some((subject, from)) = phrase.subject(given.stand, &figure) else { continue };
        let scene = Scene::of(&document.prose, &tokens.tokens, sentence, sentence_claims(claims, claim));
        // "The 14,000-seat stadium opened in 1988" seats as many today; "in 1988 the stadium seated" is of then.
        let stays = given.measure.lasts() || (given.stand == Stand::Behind && !given.measure.is_price());
        let end = scene.clause_end(&document.prose, &tokens.tokens, &figure);
        let dates = scene.dates_before(if stays { from } else { end + ASIDE });
        let whole = scene.is_whole(&document.prose, &tokens.tokens, from);
        if whole && scene.states(&document.prose, &tokens.tokens, from, &figure) {
            told.push(Told { claim, given, subject, dates });
        }
    }
    told
}

/// Holds each telling against those before it of the same measure and head word.
fn in_like_words(document: &Document<'_>, told: &[Told<'_, '_>], findings: &mut Vec<Finding>) {
    let mut nouns = Nouns::of(document);
    let sections = sections(document);
    let section = |claim: &Claim<'_>| sections.get(claim.place.block as usize);
    let mut before: HashMap<(&Measure, &str), Vec<&Told<'_, '_>>> = HashMap::new();
    for later in told {
        let earlier = before.entry((&later.given.measure, later.subject.head())).or_default();
        let other = earlier.iter().find(|earlier| {
            (section(earlier.claim) == section(later.claim) || later.subject.is_named())
                && is_of_one(earlier, later, &mut nouns)
        });
        findings.extend(other.and_then(|other| differing(document, other.claim, later.claim)));
        if earlier.len() < KEPT {
            earlier.push(later);
        }
    }
}

/// Whether two figures are of one thing, measured one way at one time.
fn is_of_one(earlier: &Told<'_, '_>, later: &Told<'_, '_>, nouns: &mut Nouns<'_>) -> bool {
    !same_sentence(earlier.claim, later.claim)
        && earlier.given.manner.agrees(later.given.manner, based(earlier.claim), based(later.claim))
        && earlier.given.tense.agrees(later.given.tense)
        && is_of_one_time(earlier, later)
        && based(earlier.claim) != based(later.claim)
        && earlier.subject.is_same(&later.subject, nouns)
}

/// How many paragraphs that open with a place, "SUND --", stand above each block: what one tells of
/// is not what the next does. One alone opens the whole draft.
fn sections(document: &Document<'_>) -> Vec<u32> {
    let dateline = |text: &str| {
        let place = text.split_once([' ', ',', '(']).map_or(text, |(place, _)| place);
        let capitals = place.len() > 2 && place.bytes().all(|byte| byte.is_ascii_uppercase());
        let lead = text.char_indices().nth(LEAD).map_or(text, |(end, _)| &text[..end]);
        capitals && (lead.contains(['—', '–']) || lead.contains(" -- "))
    };
    let mut count = 0;
    let opened = |block: &Block| {
        count += u32::from(block.kind == BlockKind::Paragraph && dateline(document.text(block)));
        count
    };
    document.blocks.iter().map(opened).collect()
}

/// Whether the dates beside two figures are the same, or those beside one a single day.
fn is_of_one_time(earlier: &Told<'_, '_>, later: &Told<'_, '_>) -> bool {
    let day = |dates: &[Date]| dates.iter().all(|date| matches!(date, Date::Day(_)));
    match (&earlier.dates[..], &later.dates[..]) {
        (one, other) if one == other => true,
        (dates, []) | ([], dates) => day(dates) && !earlier.given.measure.grows() && !earlier.given.measure.recurs(),
        (_, _) => false,
    }
}

/// The value in the base unit of its dimension.
fn based(claim: &Claim<'_>) -> Option<Exact> {
    let unit = claim.value.quantity()?.unit;
    let value = value(claim)?;
    unit.map_or(Some(value), |unit| value.checked_mul(unit.factor())?.checked_add(unit.offset()))
}

fn same_sentence(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    one.place.block == other.place.block && one.place.sentence == other.place.sentence
}

/// Whether a figure is stated plainly, in the draft's own words.
fn is_plain(claim: &Claim<'_>) -> bool {
    let kind = matches!(claim.kind, ClaimKind::Money | ClaimKind::Count | ClaimKind::Measurement);
    kind && is_stated(claim)
}

/// The same of a share of votes.
fn is_share(claim: &Claim<'_>) -> bool {
    claim.kind == ClaimKind::Percent && claim.of.is_some() && is_stated(claim)
}

fn is_stated(claim: &Claim<'_>) -> bool {
    !claim.quoted && matches!(claim.value.hedge(), Hedge::Exact | Hedge::About) && value(claim).is_some()
}

/// The finding on the later of two figures that cannot both be right.
fn differing(document: &Document<'_>, earlier: &Claim<'_>, later: &Claim<'_>) -> Option<Finding> {
    let (unit, own) = (earlier.value.quantity()?.unit, later.value.quantity()?.unit);
    let (one, other) = (Spread::of(earlier)?, Spread::of(later)?);
    let fits = match (unit, own) {
        (Some(unit), Some(own)) if unit != own && unit.comparable(own) => {
            let (one, other) =
                (one.converted(unit.factor(), unit.offset()), other.converted(own.factor(), own.offset()));
            one?.widened(TURNED)?.meets(other?.widened(TURNED)?)
        }
        (unit, own) if unit == own => one.meets(other) || is_rounded(earlier, later)? || is_rounded(later, earlier)?,
        (_, _) => true,
    };
    // "84 metres" is said as the later figure would say it: "276 feet".
    let turned = own.filter(|own| Some(*own) != unit).and_then(|own| {
        let base = based(earlier)?.checked_sub(own.offset())?;
        Some(amount(base.checked_div(own.factor())?.to_digits(3)?, Some(own)))
    });
    (!fits).then(|| contrary(document, earlier, later, turned))
}

/// The finding on a figure that is not that of another place.
fn contrary(document: &Document<'_>, earlier: &Claim<'_>, later: &Claim<'_>, turned: Option<String>) -> Finding {
    let text = |span: Span| document.file.get(span.range()).unwrap_or_default().to_owned();
    let (before, here) = (text(earlier.span), text(later.span));
    let spot = Spot { span: later.span, text: &here, quoted: later.quoted };
    let other = Some(Other { span: earlier.span, text: before.clone() });
    let sum = Sum::Said { before: &before, turned };
    let mismatch = Mismatch { rule: Rule::SelfContradiction, spot, other, sum, voice: Voice::Asserts };
    Finding::of_mismatch(mismatch, Vec::new())
}

/// How far figures in two units may be apart for one to be the other, turned and rounded again.
const TURNED: Exact = Exact::constant(5, 100);

/// Whether one figure only rounds the other, by up to a tenth.
fn is_rounded(short: &Claim<'_>, full: &Claim<'_>) -> Option<bool> {
    let tens = short.value.quantity()?.point()?.place() > full.value.quantity()?.point()?.place();
    let (short, full) = (value(short)?, value(full)?);
    let apart = short.checked_sub(full)?.abs();
    Some(tens && apart <= full.abs().checked_mul(Exact::constant(1, 10))?)
}
