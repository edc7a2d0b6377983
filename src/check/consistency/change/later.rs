//! "fell 12 percent to £31 million in the three months to June, from £40 million a year earlier": where a change started,
//! told behind when it was.
//!
//! Left alone: figures in another unit, those with more than their time behind them, changes within a month, of which the
//! size may be that of the month, and sizes that are far off: "rose 0.3 percent to $4.10 in June, from $3.70 a year earlier".

use super::super::passage::{Passage, is_time, tokens};
use super::ends::{Ends, is_brief, tells_time};
use crate::claim::Value;
use crate::value::{Amount, Dimension, Exact, Hedge, Number, Quantity, Unit};

/// Beyond so many times what is said, or below such a part of it, the size of a change is of something else.
const FAR: i64 = 2;

/// The ends of the change at `at`, whose own words tell only to what, and how to tell of them.
pub(super) fn ends(passage: &Passage<'_>, at: usize) -> Option<(Ends, String)> {
    let claim = passage.figures[at];
    let Value::Change(change) = &claim.value else { return None };
    let to = change.to.filter(|_| change.from.is_none())?;
    let times = passage.figures[at + 1..].iter().take_while(|figure| is_time(figure)).count();
    let next = at + 1 + times;
    let base = *passage.figures.get(next).filter(|_| times > 0)?;
    let from = *base.value.quantity()?;
    // "rose 2 percent to 312 on Monday, from 250 a year ago"
    let brief = passage.figures[at + 1..next].iter().all(|time| is_brief(time));
    let plain = from.unit == to.unit && matches!(from.amount, Amount::Point(_)) && from.hedge == Hedge::Exact;
    let between = tokens(claim).end..tokens(base).start;
    let sign = between.end.checked_sub(1).filter(|&at| passage.is(at, "from"))?;
    let near = is_near(&from, &to, change.by.as_ref()?)?;
    if !plain || brief || !near || !tells_time(passage, between.start..sign) || !is_closed(passage, next) {
        return None;
    }
    let end = tokens(claim).rev().find(|&at| passage.is(at, "to"))? + 1;
    let given = format!("from {} to {}", passage.figure(base), passage.text(end..tokens(claim).end));
    Some((Ends { from, to, tokens: tokens(claim).start..tokens(base).end, next: next + 1 }, given))
}

/// Whether a share moved, either way, about as much as is said.
fn is_near(from: &Quantity, to: &Quantity, by: &Quantity) -> Option<bool> {
    let value = |quantity: &Quantity| quantity.point().map(Number::value);
    let moved = value(to)?.checked_sub(value(from)?)?.checked_mul(Exact::from(100))?.checked_div(value(from)?)?.abs();
    let said = value(by)?.abs();
    let share = by.unit.map(Unit::dimension) == Some(Dimension::Percent);
    let far = Exact::from(FAR);
    Some(share && moved <= said.checked_mul(far)? && said <= moved.checked_mul(far)?)
}

/// Whether nothing but a time stands between a figure and the end of its clause: "£40 million a year earlier."
fn is_closed(passage: &Passage<'_>, at: usize) -> bool {
    let end = tokens(passage.figures[at]).end;
    let sign = |at: usize| matches!(passage.word(at), "" | "." | "," | ";" | ")" | "—" | "–");
    let time = passage.figures.get(at + 1).filter(|next| is_time(next) && tokens(next).start <= end + 2);
    sign(end) || time.is_some_and(|time| (tokens(time).end..tokens(time).end + 3).any(sign))
}
