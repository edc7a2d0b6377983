//! "She married Tor Nes in 1961. He died in 2009 after 48 years of marriage": the years of a marriage, from one sentence
//! to the next.
//!
//! Left alone: sentences with another date, of which either may be of something else.

use super::super::age::years_between;
use super::super::passage::{Passage, tokens};
use super::absolute;
use crate::claim::{Claim, ClaimKind};
use crate::value::Date;

/// How many words may stand between the verb and the day: "married the cellist Tor Nes, her second cousin, in".
const REACH: usize = 12;

/// The day of the wedding, the day that the marriage ended and the years between, for the length at `at`.
pub(super) fn years(passage: &Passage<'_>, at: usize) -> Option<(Date, Date, (i64, i64))> {
    let length = tokens(passage.figures[at]);
    let told = passage.reads(length.end..length.end + 2, &["of", "marriage"])
        && passage.is(length.start.checked_sub(1)?, "after");
    // "Her brother died in 2009 after 41 years of marriage" is of another.
    let taken_up = passage.is_any(passage.sentence.start, &["he", "she", "they"]) && !passage.is(length.end + 2, "to");
    let ends = only_date(&passage.figures[..at]).filter(|_| told && taken_up)?;
    let died =
        (passage.sentence.start..tokens(ends).start).any(|at| passage.is_any(at, &["died", "divorced", "parted"]));
    let before: Vec<&Claim<'_>> = passage.before.iter().collect();
    let begins = only_date(&before)?;
    let first = tokens(begins).start;
    let word = |at: usize| passage.tokens[at].text(&passage.document.prose);
    let married = (first.saturating_sub(REACH)..first).any(|at| word(at) == "married");
    let (from, to) = (absolute(begins)?, absolute(ends)?);
    (died && married && from.to.is_none() && to.to.is_none())
        .then(|| Some((from.from, to.from, years_between(from.from, to.from)?)))?
}

/// The date among some claims, where they have one.
fn only_date<'c, 't>(claims: &[&'c Claim<'t>]) -> Option<&'c Claim<'t>> {
    let mut dates = claims.iter().filter(|claim| claim.kind == ClaimKind::Date);
    dates.next().filter(|_| dates.next().is_none()).copied()
}
