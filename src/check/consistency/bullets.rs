//! `list-count-mismatch` of lists on the page: "and pays for three projects:" over four items.
//!
//! Left alone: lists that only include some, instructions, and lists whose items hold more than
//! one paragraph.

use std::ops::Range;

use super::listing::count;
use super::passage::{Passage, block_claims, tokens};
use crate::check::Now;
use crate::claim::Claim;
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::Sense;
use crate::source::{Block, BlockKind, Document};
use crate::text::Pages;

/// How many words may stand between the count and the colon.
const REACH: usize = 8;

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
        findings.extend(judge(pages, claims, (lead, at..end), now));
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
    let listed = items.clone().filter(|&at| lead(&document.blocks[at]).is_some_and(|lead| lead == lead_in));
    if !listed.clone().all(|at| begins_item(document, &document.blocks[at])) {
        return None;
    }
    // "two systems:" over "Two ways to write", "Two teams": each item counts anew.
    let anew = |at: usize| {
        let first = block_claims(claims, at).first().filter(|claim| claim.place.tokens.start == 0);
        first.is_some_and(|first| own.iter().any(|claim| count(claim).is_some() && count(claim) == count(first)))
    };
    if listed.clone().any(anew) {
        return None;
    }
    let listed = listed.count();
    let words = pages.block(lead_in);
    let last = words.sentences.len().checked_sub(1)?;
    let figures: Vec<&Claim<'_>> =
        own.iter().filter(|claim| claim.place.sentence as usize == last && claim.is_figure()).collect();
    let passage =
        Passage { document, tokens: &words.tokens, sentence: words.sentences[last].clone(), figures: &figures, now };
    let (claim, others) = figures.split_last()?;
    let counted = count(claim).filter(|counted| *counted != listed)?;
    let range = tokens(claim);
    let colon = passage.sentence.end.checked_sub(1).filter(|&at| passage.is(at, ":"))?;
    let between = range.end..colon;
    let first = passage.sentence.start;
    let there = range.start == first + 2 && passage.is(first, "there") && passage.is_any(first + 1, &["are", "were"]);
    let subject = (range.start == first || there) && between.len() <= REACH;
    let near = range.start.saturating_sub(2)..passage.sentence.end;
    let partial = passage.has(passage.sentence.clone(), Sense::SomeOnly) || passage.has(near, Sense::OtherList);
    let whole = between.is_empty() || (subject && others.is_empty());
    // Off by more than half, the list is of something else.
    let alike = counted.abs_diff(listed) <= 1 + counted.max(listed) / 3;
    if !whole || partial || !alike || listed < 2 {
        return None;
    }
    let sum = Sum::Listed { count: listed };
    Some(passage.report(Rule::ListCountMismatch, claim, sum))
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
