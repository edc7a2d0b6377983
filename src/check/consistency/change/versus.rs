//! "64,700 people, 16.4 percent more than the 60,800 of April": a figure beside the one it is compared with.
//!
//! Left alone: figures of other things, by their nouns or a clause between, and a share that another figure of the
//! sentence fits.

use super::super::passage::{self, Passage, gap, is_time, noun, tokens};
use super::amount::{Amounted, Moved, signed};
use super::ends::Ends;
use super::{HUNDRED, spread};
use crate::claim::{Claim, ClaimKind};
use crate::lexicon::{Adding, Direction, Sense};
use crate::value::{Amount, Dimension, Exact, Hedge, Number, Quantity, Unit};

/// How many words may stand between a figure and the share by which it is more.
const REACH: usize = 14;
/// How many times as much as is said something may have moved, and how small a part of it.
const FAR: i64 = 4;

/// Whether a share stands before a figure that it may be compared with.
pub(super) fn concerns(figures: &[&Claim<'_>]) -> bool {
    figures.windows(3).any(|near| near.iter().any(|claim| is_share(claim)) && is_amount(near[2]))
}

fn is_share(claim: &Claim<'_>) -> bool {
    claim.kind == ClaimKind::Percent && passage::unit(claim).map(Unit::dimension) == Some(Dimension::Percent)
}

pub(super) fn is_amount(claim: &Claim<'_>) -> bool {
    matches!(claim.kind, ClaimKind::Count | ClaimKind::Money | ClaimKind::Measurement)
}

/// What the share at `at` compares, how much more that is said to be, and the two figures in the order of the change.
pub(super) fn compared<'a>(passage: &Passage<'a>, at: usize) -> Option<(Ends, Amounted<'a>, String)> {
    let share = *passage.figures.get(at).filter(|share| is_share(share))?;
    let base = *passage.figures.get(at + 1).filter(|base| is_amount(base))?;
    let (way, first) = than(passage, tokens(share).end)?;
    let figure = *passage.figures[..at].iter().rev().find(|claim| !is_time(claim))?;
    let rated = |claim: &Claim<'_>| passage.is_any(tokens(claim).end, &["a", "an", "per", "each", "apiece"]);
    if !tokens(base).contains(&first)
        || !is_one_clause(passage, figure, share)
        || !alike(figure, base)
        || rated(figure)
        || rated(base)
    {
        return None;
    }
    let by = signed(*share.value.quantity()?, way == Direction::Down);
    let (from, to) = (exact(base)?, exact(figure)?);
    let others = passage.figures.iter().filter(|other| other.span != figure.span && alike(other, base));
    if others.filter_map(|other| exact(other)).any(|other| fits(&from, &other, &by)) || !is_near(&from, &to, &by)? {
        return None;
    }
    let given = format!("from {} to {}", passage.figure(base), passage.figure(figure));
    let ends = Ends { from, to, tokens: tokens(figure).start..tokens(base).end, next: at + 1 };
    Some((ends, Amounted { by: Moved::By(by), claim: Some(share), words: tokens(share) }, given))
}

/// "fewer than the": which way a comparison at a token goes, and the token behind it.
pub(super) fn than(passage: &Passage<'_>, at: usize) -> Option<(Direction, usize)> {
    let way = if passage.is_any(at, &["fewer", "less", "lower", "smaller"]) {
        Direction::Down
    } else if passage.is_any(at, &["more", "higher", "larger", "greater"]) {
        Direction::Up
    } else {
        return None;
    };
    let first = at + 2 + usize::from(passage.is_any(at + 2, &["the", "its", "their"]));
    passage.is(at + 1, "than").then_some((way, first))
}

/// Whether nothing but the rest of its clause stands between a figure and the share: "people were waiting,".
pub(super) fn is_one_clause(passage: &Passage<'_>, figure: &Claim<'_>, share: &Claim<'_>) -> bool {
    let between = gap(figure, share);
    let dated =
        |at: usize| passage.figures.iter().any(|claim| claim.kind == ClaimKind::Date && tokens(claim).contains(&at));
    let parts = |at: usize| {
        matches!(passage.word(at), "," | ";" | ":" | "(" | ")" | "—" | "–" | "\u{201c}" | "\u{201d}" | "\"")
            || passage.is_any(at, &["and", "with", "whose"])
            || passage.means(at, Sense::Adding(Adding::NoPart)) && !passage.is_any(at, &["to", "from", "up", "down"])
    };
    let Some(sign) = between.end.checked_sub(1).filter(|_| !between.is_empty()) else { return false };
    let opens = matches!(passage.word(sign), "," | "—" | "–" | "(");
    opens && between.len() <= REACH && (between.start..sign).all(|at| dated(at) || !parts(at))
}

/// Whether two figures may be of one thing: of a kind, in a unit, and of no two nouns.
pub(super) fn alike(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let nouns = || noun(one).is_none() || noun(other).is_none() || noun(one) == noun(other);
    passage::alike(one, other) && nouns()
}

/// A figure without the "more than" before it; none for a range or a vague word.
pub(super) fn exact(claim: &Claim<'_>) -> Option<Quantity> {
    let quantity = claim.value.quantity()?;
    matches!(quantity.amount, Amount::Point(_)).then_some(Quantity { hedge: Hedge::Exact, ..*quantity })
}

fn fits(from: &Quantity, to: &Quantity, by: &Quantity) -> bool {
    let grown = || spread(to)?.over(spread(from)?)?.converted(HUNDRED, HUNDRED.negated());
    grown().zip(spread(by)).is_some_and(|(grown, by)| grown.meets(by) || grown.meets(by.negated()))
}

/// Whether the one figure is as much above or below the other as a slip would leave it, and not another's.
fn is_near(from: &Quantity, to: &Quantity, by: &Quantity) -> Option<bool> {
    let value = |quantity: &Quantity| quantity.point().map(Number::value);
    let (moved, said) = (value(to)?.checked_sub(value(from)?)?.checked_mul(HUNDRED)?, value(by)?);
    let moved = moved.checked_div(value(from)?)?;
    let far = Exact::from(FAR);
    let same_way = moved.is_negative() == said.is_negative();
    let (moved, said) = (moved.abs(), said.abs());
    Some(same_way && moved <= said.checked_mul(far)? && said <= moved.checked_mul(far)?)
}
