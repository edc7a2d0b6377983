//! "412 people, 27 more than the 385 of 2024, a rise of 7 percent": a figure, how much more than another it is, and the
//! share that this is.
//!
//! Left alone: figures that are not so far apart as is said, which may be of other things.

use super::super::passage::{Passage, is_time, tokens};
use super::amount::signed;
use super::ends::Ends;
use super::versus::{alike, exact, is_amount, is_one_clause, than};
use crate::claim::{Claim, ClaimKind};
use crate::lexicon::Direction;
use crate::value::{Exact, Number, Quantity};

/// Whether three amounts stand before a share of one of them.
pub(super) fn concerns(figures: &[&Claim<'_>]) -> bool {
    figures.len() > 3 && figures[3..].iter().any(|claim| claim.kind == ClaimKind::Percent)
}

/// The ends of a change whose size is the figure at `at`, and how to tell of them.
pub(super) fn ends(passage: &Passage<'_>, at: usize) -> Option<(Ends, String)> {
    let apart = *passage.figures.get(at).filter(|apart| is_amount(apart))?;
    let base = *passage.figures.get(at + 1).filter(|base| is_amount(base))?;
    let (way, first) = than(passage, tokens(apart).end)?;
    let figure = *passage.figures[..at].iter().rev().find(|claim| !is_time(claim))?;
    if tokens(base).start != first
        || !is_one_clause(passage, figure, apart)
        || !alike(figure, base)
        || !alike(figure, apart)
    {
        return None;
    }
    let (from, to, by) = (exact(base)?, exact(figure)?, signed(exact(apart)?, way == Direction::Down));
    let value = |quantity: &Quantity| quantity.point().map(Number::value);
    let fits = value(&from)?.checked_add(value(&by)?)? == value(&to)? && value(&from)? > Exact::ZERO;
    let given = || format!("from {} to {}", passage.figure(base), passage.figure(figure));
    fits.then(|| (Ends { from, to, tokens: tokens(figure).start..tokens(base).end, next: at + 2 }, given()))
}
