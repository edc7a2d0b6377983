//! "17,846 watched the league games, 83% of the 21,400 that the ground holds", "Wages came to £31.4m, which was 82% of a
//! turnover of £38.2m": a share told of the figure of its clause.
//!
//! Left alone: clauses with another figure that it may be of, other nouns, and shares that are far off.

use super::super::passage::{Passage, gap, is_time, noun, tokens};
use super::super::spread::value;
use super::{Counts, HUNDRED, is_of};
use crate::claim::Claim;
use crate::lexicon::{Adding, Sense};
use crate::text::TokenKind;
use crate::value::Exact;

/// How many words may stand between a figure and its share.
const REACH: usize = 12;
/// A share that is more than one and a half times what follows, or less than two thirds, is of something else.
const FAR: Exact = Exact::constant(3, 2);

/// "An average of 17,846 watched the games, 83% of the 21,400 that": the only figure of the clause.
pub(super) fn of_clause<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let share = passage.figures[at];
    let whole = *passage.figures.get(at + 1)?;
    let part = alone(passage, at)?;
    let between = gap(part, share);
    let sign = between.end.checked_sub(1).filter(|&at| passage.is_any(at, &[",", "—", "–"]))?;
    let plain = |at: usize| {
        passage.tokens[at].kind == TokenKind::Word
            && !passage.means(at, Sense::Adding(Adding::NoPart))
            && !passage.means(at, Sense::Opens)
    };
    let clause = between.len() <= REACH && (between.start..sign).all(|at| is_dated(passage, at) || plain(at));
    let leads = (passage.sentence.start..tokens(part).start).all(|at| {
        is_dated(passage, at)
            || passage.is_any(at, &["in", "on", "an", "a", "average", "of", "total", "record", "the", ","])
    });
    (clause && leads && is_of_one(part, whole) && is_of(passage, gap(share, whole)))
        .then_some((part, whole))
        .filter(|(part, whole)| is_near(share, part, whole) == Some(true))
}

/// "came to £31.4m, which was 82% of a turnover of £38.2m", "Its 340 buses are 12% of the 2,800 in the county".
pub(super) fn of_subject<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let share = passage.figures[at];
    let whole = *passage.figures.get(at + 1)?;
    let part = alone(passage, at)?;
    let mut verb = gap(part, share);
    verb.start += if passage.reads(verb.start..(verb.start + 2).min(verb.end), &[",", "which"]) { 2 } else { 0 };
    let verbs: [&[&str]; 9] = [
        &["is"],
        &["was"],
        &["are"],
        &["were"],
        &["represents"],
        &["represented"],
        &["equals"],
        &["accounts", "for"],
        &["accounted", "for"],
    ];
    let told = passage.reads_any(&verb, &verbs);
    let named = || {
        let between = gap(share, whole);
        let (first, last) = (between.start, between.end.saturating_sub(1));
        (first + 2..=first + 4).contains(&last)
            && passage.is(first, "of")
            && passage.is(last, "of")
            && (first + 1..last).all(|at| passage.tokens[at].kind == TokenKind::Word)
    };
    (told && is_of_one(part, whole) && (is_of(passage, gap(share, whole)) || named()))
        .then_some((part, whole))
        .filter(|(part, whole)| is_near(share, part, whole) == Some(true))
}

/// The only figure before a share that is no time.
fn alone<'a>(passage: &Passage<'a>, at: usize) -> Option<&'a Claim<'a>> {
    let mut figures = passage.figures[..at].iter().filter(|claim| !is_time(claim));
    let part = *figures.next()?;
    figures.next().is_none().then_some(part)
}

fn is_dated(passage: &Passage<'_>, at: usize) -> bool {
    passage.figures.iter().any(|claim| is_time(claim) && tokens(claim).contains(&at))
}

fn is_of_one(part: &Claim<'_>, whole: &Claim<'_>) -> bool {
    noun(part).is_none() || noun(whole).is_none() || noun(part) == noun(whole)
}

/// Whether a share is about that of one figure in another.
pub(super) fn is_near(share: &Claim<'_>, part: &Claim<'_>, whole: &Claim<'_>) -> Option<bool> {
    let said = value(share)?;
    let follows = value(part)?.checked_mul(HUNDRED)?.checked_div(value(whole)?)?;
    Some(said <= follows.checked_mul(FAR)? && follows <= said.checked_mul(FAR)?)
}
