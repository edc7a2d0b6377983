//! "fell 12 percent to £31 million in the three months to June, from £40 million a year earlier": where a change started,
//! told behind when it was.
//!
//! Left alone: figures in another unit, and those with more than their time behind them.

use super::super::passage::{Passage, is_time, tokens};
use super::ends::{Ends, tells_time};
use crate::claim::Value;
use crate::value::{Amount, Hedge};

/// The ends of the change at `at`, whose own words tell only to what, and how to tell of them.
pub(super) fn ends(passage: &Passage<'_>, at: usize) -> Option<(Ends, String)> {
    let claim = passage.figures[at];
    let Value::Change(change) = &claim.value else { return None };
    let to = change.to.filter(|_| change.from.is_none())?;
    let times = passage.figures[at + 1..].iter().take_while(|figure| is_time(figure)).count();
    let next = at + 1 + times;
    let base = *passage.figures.get(next).filter(|_| times > 0)?;
    let from = *base.value.quantity()?;
    let plain = from.unit == to.unit && matches!(from.amount, Amount::Point(_)) && from.hedge == Hedge::Exact;
    let between = tokens(claim).end..tokens(base).start;
    let sign = between.end.checked_sub(1).filter(|&at| passage.is(at, "from"))?;
    if !plain || !tells_time(passage, between.start..sign) || !is_closed(passage, next) {
        return None;
    }
    let end = tokens(claim).rev().find(|&at| passage.is(at, "to"))? + 1;
    let given = format!("from {} to {}", passage.figure(base), passage.text(end..tokens(claim).end));
    Some((Ends { from, to, tokens: tokens(claim).start..tokens(base).end, next: next + 1 }, given))
}

/// Whether nothing but a time stands between a figure and the end of its clause: "£40 million a year earlier."
fn is_closed(passage: &Passage<'_>, at: usize) -> bool {
    let end = tokens(passage.figures[at]).end;
    let sign = |at: usize| matches!(passage.word(at), "" | "." | "," | ";" | ")" | "—" | "–");
    let time = passage.figures.get(at + 1).filter(|next| is_time(next) && tokens(next).start <= end + 2);
    sign(end) || time.is_some_and(|time| (tokens(time).end..tokens(time).end + 3).any(sign))
}
