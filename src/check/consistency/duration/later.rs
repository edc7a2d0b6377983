//! "was arrested on March 3 and freed on March 21, 18 days later": a length told behind two dates of one clause.

use super::super::passage::{Passage, gap, tokens};
use super::{Counted, Lasting, Stretch, absolute, lasting};
use crate::text::TokenKind;

/// How many words may stand between two dates: "and freed, to everyone's surprise, on".
const BETWEEN: usize = 6;

/// The stretch between the two dates before the length at `at`.
pub(super) fn stretch<'a>(passage: &Passage<'a>, at: usize) -> Option<Stretch<'a>> {
    let length = passage.figures[at];
    let [first, last] = *passage.figures.get(at.checked_sub(2)?..at)? else { return None };
    let between = gap(first, last);
    let plain = |at: usize| passage.tokens[at].kind == TokenKind::Word && !passage.is_any(at, &["or", "but"]);
    let joined = between.len() <= BETWEEN && passage.is(between.start, "and") && between.into_iter().all(plain);
    let end = tokens(length).end;
    // "two hours later than planned"
    let later = passage.is(end, "later") && matches!(passage.word(end + 1), "." | "" | ";" | ",");
    // "a year and 12 days later" is told by other means.
    let mixed = tokens(length).any(|at| passage.is(at, "and"));
    if mixed || !joined || !later || !passage.reads(gap(last, length), &[","]) {
        return None;
    }
    let (from, to) = (absolute(first)?, absolute(last)?);
    let lasting = lasting(from.from, to.from).filter(|_| from.to.is_none() && to.to.is_none())?;
    // From December 2009 to January 2021 it is eleven years.
    let fewer = i64::from(lasting.unit != Counted::Days);
    Some(Stretch { first, last, lasting: Lasting { least: lasting.least - fewer, ..lasting } })
}
