//! `sum-mismatch` of lists on the page: "The €314 million went three ways:" over amounts that are not all of it.
//!
//! Left alone: lead-ins that do not say that the list is all there is, items without an amount of their own, and sums
//! so far off that the items cannot be the parts.

use std::ops::Range;

use super::passage::{self, Passage, amount, block_claims, core, noun, tokens};
use super::spread::{Spread, value};
use crate::check::Now;
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::{Adding, Sense};
use crate::source::BlockKind;
use crate::text::Pages;
use crate::value::Exact;

/// Holds the amount in the sentence that leads in to a list against those that its items begin with.
pub(super) fn judge(
    pages: &Pages<'_>,
    claims: &[Claim<'_>],
    (lead_in, items): (u32, Range<usize>),
    now: Now,
) -> Option<Finding> {
    let document = pages.document;
    let flat = |at: usize| matches!(document.blocks[at].kind, BlockKind::Item { lead } if lead == Some(lead_in));
    if document.blocks[lead_in as usize].kind != BlockKind::Paragraph || items.len() < 2 || !items.clone().all(flat) {
        return None;
    }
    let parts: Vec<&Claim<'_>> = items.map(|at| leading(block_claims(claims, at))).collect::<Option<_>>()?;
    let words = pages.block(lead_in);
    let last = words.sentences.len().checked_sub(1)?;
    let own = block_claims(claims, lead_in as usize).iter();
    let figures: Vec<&Claim<'_>> =
        own.filter(|claim| claim.place.sentence as usize == last && claim.is_figure()).collect();
    let passage = Passage::alone(document, words, last, &figures, now);
    let total = whole(&passage, &parts)?;
    let spread = parts.iter().try_fold(Spread::point(Exact::ZERO), |sum, part| sum.plus(Spread::of(part)?))?;
    let sum = parts.iter().try_fold(Exact::ZERO, |sum, part| sum.checked_add(value(part)?))?;
    let apart = sum.checked_sub(value(total)?)?.abs();
    if spread.meets(Spread::of(total)?) || apart.checked_mul(Exact::from(4))? > value(total)? {
        return None;
    }
    let given = parts.iter().map(|part| core(document, part)).collect::<Vec<_>>().join(" + ");
    let follows = amount(sum, total.value.quantity()?.unit);
    Some(passage.report_own(Rule::SumMismatch, total, Sum::Is { given, follows }))
}

/// The amount that an item begins with, where it is the only one.
fn leading<'c, 't>(claims: &'c [Claim<'t>]) -> Option<&'c Claim<'t>> {
    let mut amounts = claims.iter().filter(|claim| matches!(claim.kind, ClaimKind::Count | ClaimKind::Money));
    let first = amounts.next().filter(|first| first.place.tokens.start == 0)?;
    (!amounts.any(|other| alike(first, other))).then_some(first)
}

/// What the items are parts of: the one amount before the colon that is like theirs, said to be divided among them.
fn whole<'a>(passage: &Passage<'a>, parts: &[&Claim<'_>]) -> Option<&'a Claim<'a>> {
    let first = parts.first()?;
    let sentence = passage.sentence.clone();
    let colon = sentence.end.checked_sub(1).filter(|&at| passage.is(at, ":"))?;
    let mut wholes = passage.figures.iter().filter(|claim| alike(claim, first));
    let total = wholes.next().filter(|_| parts.iter().all(|part| alike(first, part)) && wholes.next().is_none())?;
    let divided = passage.has(tokens(total).end..colon, Sense::Adding(Adding::Divided));
    let some = [Adding::SomeOnly, Adding::OtherList]
        .into_iter()
        .any(|part| passage.has(sentence.clone(), Sense::Adding(part)));
    let each = sentence.clone().any(|at| passage.is_any(at, &["each", "per", "apiece"]));
    let parted = parts.iter().all(|part| value(part) < value(total));
    (divided && !some && !each && parted).then_some(*total)
}

/// Whether two amounts are of a kind and a unit, and counts of one noun.
fn alike(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let counted = || one.kind == ClaimKind::Money || noun(one).is_some() && noun(one) == noun(other);
    passage::alike(one, other) && counted()
}
