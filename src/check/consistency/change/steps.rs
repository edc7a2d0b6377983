//! "won 61 seats, up eleven from 50": a count, by how many it went up or down, and what it was.
//!
//! Left alone: places and points of a table, and figures that are far apart.

use super::super::passage::{Passage, amount, gap, noun, tokens};
use super::super::spread::{Spread, value};
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Rule, Sum};
use crate::value::{Exact, Hedge};

/// Beyond so many times what is said, or below such a part of it, the figures are of other things.
const FAR: i64 = 3;

/// Whether three counts stand in a row.
pub(super) fn concerns(figures: &[&Claim<'_>]) -> bool {
    figures.windows(3).any(|three| three.iter().all(|claim| claim.kind == ClaimKind::Count))
}

/// The count at `at`, where it is said to be how many more or fewer there are and is not.
pub(super) fn find(passage: &Passage<'_>, at: usize) -> Option<Finding> {
    let step = passage.figures[at];
    let (to, from) = (*passage.figures.get(at.checked_sub(1)?)?, *passage.figures.get(at + 1)?);
    let way = gap(to, step);
    let down = passage.reads(way.clone(), &[",", "down"]);
    let bare = |claim: &Claim<'_>| {
        claim.kind == ClaimKind::Count && claim.value.hedge() == Hedge::Exact && claim.value.quantity().is_some()
    };
    let closed = matches!(passage.word(tokens(from).end), "." | "" | ";" | "," | ")");
    let own = |claim: &Claim<'_>| claim.of.is_none() || noun(claim) == noun(to);
    let joined = (down || passage.reads(way, &[",", "up"])) && passage.reads(gap(step, from), &["from"]);
    if !joined || !closed || ![to, step, from].into_iter().all(bare) || !own(step) || !own(from) {
        return None;
    }
    let (more, less) = if down { (from, to) } else { (to, from) };
    let moved = value(more)?.checked_sub(value(less)?)?;
    let far = |one: Exact, other: Exact| one.checked_mul(Exact::from(FAR)).is_none_or(|most| other > most);
    if moved <= Exact::ZERO || far(moved, value(step)?) || far(value(step)?, moved) {
        return None;
    }
    if Spread::of(more)?.minus(Spread::of(less)?)?.meets(Spread::of(step)?) {
        return None;
    }
    let given = format!("from {} to {}", passage.figure(from), passage.figure(to));
    let follows = format!("{} {}", if down { "down" } else { "up" }, amount(moved, None));
    Some(passage.report(Rule::ChangeMismatch, step, Sum::Is { given, follows }))
}
