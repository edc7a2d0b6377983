//! `list-count-mismatch` of lists on the page: "and pays for three projects:" over four items.
//!
//! Left alone: lists that only include some, instructions, and lists whose items hold more than
//! one paragraph.

use std::ops::Range;

use super::listing::count;
use super::passage::{Passage, block_claims, tokens};
use super::spread::value;
use super::{apportioned, numbered};
use crate::check::Now;
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::{Adding, Sense};
use crate::source::{Block, BlockKind, Document};
use crate::span::offset;
use crate::text::{Pages, Token, TokenKind};

/// How many words may stand between the count and the colon.
const REACH: usize = 8;
/// How many where what is listed are names.
const SENTENCE: usize = 16;

pub(super) fn find(pages: &Pages<'_>, claims: &[Claim<'_>], now: Now, findings: &mut Vec<Finding>) {
    let document = pages.document;
    let mut at = 0;
    while at < document.blocks.len() {
        let Some(lead) = lead(&document.blocks[at]) else {
            at += 1;
            continue;
        };
        let end =
            at + document.blocks[at..].iter().take_while(|block| matches!(block.kind, BlockKind::Item { .. })).count();
        findings.extend(
            judge(pages, claims, (lead, at..end), now).or_else(|| numbered::judge(pages, claims, (lead, at..end), now)),
        );
        findings.extend(apportioned::judge(pages, claims, (lead, at..end), now));
        at = end;
    }
}

fn lead(block: &Block) -> Option<u32> {
    match block.kind {
        BlockKind::Item { lead } => lead,
        _ => None,
    }
}

fn judge(pages: &Pages<'_>, claims: &[Claim<'_>], (lead_in, items): (u32, Range<usize>), now: Now) -> Option<Finding> {
    let document = pages.document;
    let block = &document.blocks[lead_in as usize];
    let own = block_claims(claims, lead_in as usize);
    if block.kind != BlockKind::Paragraph
        || !document.text(block).trim_end().ends_with(':')
        || !own.iter().any(|claim| count(claim).is_some())
    {
        return None;
    }
    let listed_blocks = || items.clone().filter(|&at| lead(&document.blocks[at]).is_some_and(|lead| lead == lead_in));
    if !listed_blocks().all(|at| begins_item(document, &document.blocks[at])) {
        return None;
    }
    // "two systems:" over "Two ways to write", "Two teams": each item counts anew.
    let anew = |at: usize| {
        let first = block_claims(claims, at).first().filter(|claim| claim.place.tokens.start == 0);
        first.is_some_and(|first| own.iter().any(|claim| count(claim).is_some() && count(claim) == count(first)))
    };
    if listed_blocks().any(anew) {
        return None;
    }
    let listed = listed_blocks().count();
    let words = pages.block(lead_in);
    let last = words.sentences.len().checked_sub(1)?;
    let figures: Vec<&Claim<'_>> =
        own.iter().filter(|claim| claim.place.sentence as usize == last && claim.is_figure()).collect();
    let passage = Passage::alone(document, words, last, &figures, now);
    let colon = passage.sentence.end.checked_sub(1).filter(|&at| passage.is(at, ":"))?;
    let named = || {
        let items = || listed_blocks().map(|at| (is_named(pages, at), block_claims(claims, at)));
        let others = items().filter(|(named, _)| !named).count();
        // "250 new cameras" among "the lower limit" and "a fine"
        let apart =
            items().all(|(named, item)| if named { !has_several(own, item) } else { counts_another(own, item) });
        2 * others < listed && apart
    };
    let claim = introduced(&passage, colon, named)?;
    let counted = count(claim).filter(|counted| *counted != listed)?;
    // Off by more than half, the list is of something else.
    let alike = counted.abs_diff(listed) <= 1 + counted.max(listed) / 3;
    if !alike || listed < 2 {
        return None;
    }
    let sum = Sum::Listed { count: listed };
    Some(passage.report_own(Rule::ListCountMismatch, claim, sum))
}

/// The count of what a list names, in the sentence that leads in to it.
pub(super) fn introduced<'a>(passage: &Passage<'a>, colon: usize, named: impl Fn() -> bool) -> Option<&'a Claim<'a>> {
    // "this year" points to no list.
    let dated =
        |at: usize| passage.figures.iter().any(|figure| count(figure).is_none() && tokens(figure).contains(&at));
    let partial = |claim: &Claim<'_>| {
        let before = tokens(claim).start.saturating_sub(2);
        passage.has(passage.sentence.clone(), Sense::Adding(Adding::SomeOnly))
            || passage.has(before..tokens(claim).start, Sense::Adding(Adding::PartlyCounted))
            || (before..colon).any(|at| !dated(at) && passage.means(at, Sense::Adding(Adding::OtherList)))
    };
    let last = passage.figures.last().filter(|claim| tokens(claim).end == colon && count(claim).is_some());
    let found = match last {
        // "and pays for three projects:"
        Some(claim) => claim,
        None => there_are(passage, colon).or_else(|| told_of(passage, colon).filter(|_| named()))?,
    };
    (!partial(found)).then_some(found)
}

/// "There are three reasons for the delay:".
fn there_are<'a>(passage: &Passage<'a>, colon: usize) -> Option<&'a Claim<'a>> {
    let first = passage.sentence.start;
    let &[claim] = passage.figures else { return None };
    let there = passage.is(first, "there") && passage.is_any(first + 1, &["are", "were"]);
    let range = tokens(claim);
    let opens = (there && range.start == first + 2) || (range.start == first && is_verbless(passage, range.end..colon));
    (opens && colon - range.end <= REACH).then_some(claim)
}

/// "Two firms shared most of the work:", "moved to four schools, none of them far away:": of whom the
/// sentence tells, where nothing else in it may be what is listed.
fn told_of<'a>(passage: &Passage<'a>, colon: usize) -> Option<&'a Claim<'a>> {
    let mut counts = passage.figures.iter().filter(|claim| count(claim).is_some());
    let claim = counts.next_back()?;
    let end = tokens(claim).end;
    let subject = tokens(claim).start == passage.sentence.start && counts.next().is_none();
    let apposed = passage.is(end, ",")
        && passage.is_any(end + 1, &["all", "each", "none", "most", "some", "many", "both", "neither", "few"])
        && passage.is_any(end + 2, &["of", "in", "with", "at", "on", "within"]);
    // "Two parties chose candidates:" may list these.
    let figures = || passage.figures.iter().map(|claim| tokens(claim));
    let others = (end..colon).filter(|&at| !figures().any(|figure| figure.contains(&at)));
    let rival = others.clone().any(|at| is_plural(passage, at));
    ((subject || apposed) && !rival && colon - end <= SENTENCE).then_some(claim)
}

/// "for the delay": what is counted has only something added to it.
fn is_verbless(passage: &Passage<'_>, mut between: Range<usize>) -> bool {
    let verb = |at: usize| {
        let senses = [Sense::Becomes, Sense::Holds, Sense::Modal, Sense::PastTense];
        passage.word(at).ends_with("ed") || senses.into_iter().any(|sense| passage.means(at, sense))
    };
    passage.means(between.start, Sense::Preposition) && !between.any(verb)
}

/// Whether a token reads like a noun in the plural.
fn is_plural(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.word(at);
    if passage.tokens[at].is_capitalised() {
        return false;
    }
    let ending =
        word.len() > 3 && word.ends_with('s') && !["ss", "us", "'s", "selves"].iter().any(|end| word.ends_with(end));
    passage.means(at, Sense::Plural) || (ending && !passage.means(at, Sense::Function))
}

/// Whether an item begins with a count of something else than its list, and no part of that: "250 new cameras" of "Four
/// measures", not "two men" of "Four people".
fn counts_another(list: &[Claim<'_>], item: &[Claim<'_>]) -> bool {
    let noun = |claim: &Claim<'_>| claim.of.as_deref().and_then(|of| of.rsplit(' ').next()).map(str::to_lowercase);
    let first = item.first().filter(|first| first.place.tokens.start == 0 && first.kind == ClaimKind::Count);
    let other = |first: &Claim<'_>, claim: &Claim<'_>| noun(claim) != noun(first) && value(claim) < value(first);
    let mut counts = list.iter().filter(|claim| count(claim).is_some());
    first.is_some_and(|first| first.of.is_some() && counts.all(|claim| other(first, claim)))
}

/// Whether an item behind its first word counts what may be several of its list: "his two sons" of "Four people".
fn has_several(list: &[Claim<'_>], item: &[Claim<'_>]) -> bool {
    let counts = |claim: &&Claim<'_>| claim.place.tokens.start == 1 && count(claim).is_some();
    let most = list.iter().filter_map(count).max();
    item.first().filter(counts).is_some_and(|first| count(first) < most)
}

/// Whether an item begins with a name or a noun: "Chile: 60 firefighters", "Orme Steel made the pipes", "a chapel".
fn is_named(pages: &Pages<'_>, block: usize) -> bool {
    let prose = &pages.document.prose;
    let words = &pages.block(offset(block)).tokens;
    let joint = |at: usize| matches!(words[at].text(prose), "of" | "the" | "de" | "and" | "&" | "-" | "'s" | "’s");
    let inner = |at: &usize| {
        words[*at].is_capitalised() || (joint(*at) && words.get(at + 1).is_some_and(Token::is_capitalised))
    };
    let first = words.first().filter(|first| !first.is_capitalised()).and_then(|first| first.word);
    if first.is_some_and(|word| word.is(Sense::Article)) {
        return true;
    }
    let end = (0..words.len()).find(|at| !inner(at)).unwrap_or(words.len());
    let verb =
        |token: &Token| token.text(prose).ends_with("ed") || token.word.is_some_and(|word| word.is(Sense::PastTense));
    let closed = words.get(end).is_none_or(|next| next.kind == TokenKind::Symbol || verb(next));
    end > 1 || (end == 1 && closed)
}

/// Whether a bullet, a number or a tag of an item stands before a block: a second paragraph of an
/// item has none.
fn begins_item(document: &Document<'_>, block: &Block) -> bool {
    let Some(span) = document.map.to_file(block.start, block.start + 1) else { return false };
    let before = &document.file[..span.start() as usize];
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start_matches([' ', '\t', '>']);
    let numbered = line.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).starts_with(['.', ')']);
    line.starts_with(['-', '*', '+', '•']) || (numbered && !line.starts_with(['.', ')'])) || line.contains("<li")
}
