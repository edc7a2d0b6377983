//! "31,870 runners set off from the market, up 12 percent from 28,400": the only figure of a clause, whose change closes
//! it.
//!
//! Left alone: a figure of less than half or more than twice the other, one that is known already ("its 300 shops"), and
//! clauses that move or tell of something else.

use std::ops::Range;

use super::super::passage::{Passage, gap, is_time, tokens};
use super::amount::times;
use super::ends::Ends;
use crate::claim::{Claim, ClaimKind, Value};
use crate::lexicon::{Movement, Sense};
use crate::text::TokenKind;
use crate::value::{Amount, Exact, Quantity};

/// How many words may stand between a figure and its change.
const REACH: usize = 14;

/// The ends of the change at `at`, where its own words tell only from what.
pub(super) fn ends(passage: &Passage<'_>, at: usize) -> Option<Ends> {
    let claim = passage.figures[at];
    let Value::Change(change) = &claim.value else { return None };
    let from = change.from.filter(|_| change.to.is_none())?;
    let mut others = passage.figures[..at].iter().filter(|claim| !is_time(claim));
    let figure = *others.next()?;
    let to = *figure.value.quantity().filter(|to| matches!(to.amount, Amount::Point(_)))?;
    let amount = matches!(figure.kind, ClaimKind::Count | ClaimKind::Money | ClaimKind::Measurement);
    let told = passage.is_any(tokens(claim).start, &["up", "down"]) && runs_to_change(passage, gap(figure, claim));
    let alone =
        others.next().is_none() && amount && to.unit == from.unit && !is_of_another(passage, figure, tokens(claim).end);
    if !alone || !told || !is_news(passage, figure) || !is_near(&from, &to)? {
        return None;
    }
    Some(Ends { from, to, tokens: tokens(figure).start..tokens(claim).end, next: at + 1 })
}

/// "300 schools …, up 12 percent from 250 cases": whether a noun behind the change is not that of the figure.
fn is_of_another(passage: &Passage<'_>, figure: &Claim<'_>, behind: usize) -> bool {
    let word = passage.word(behind);
    let told = passage.means(behind, Sense::Function) || passage.means(behind, Sense::Preposition);
    let own = figure.of.as_deref().is_some_and(|of| of.split(' ').any(|noun| noun.eq_ignore_ascii_case(word)));
    word.starts_with(char::is_alphabetic) && !told && !own
}

/// Whether nothing but the rest of its clause stands between a figure and its change: "set off from the market,".
fn runs_to_change(passage: &Passage<'_>, between: Range<usize>) -> bool {
    let Some(sign) = between.end.checked_sub(1).filter(|_| !between.is_empty()) else { return false };
    let dated = |at: usize| passage.figures.iter().any(|claim| is_time(claim) && tokens(claim).contains(&at));
    let plain = |at: usize| {
        passage.tokens[at].kind == TokenKind::Word
            && !parts(passage, at)
            && !passage.is(at, "with")
            && times(passage, at).is_none()
            && !moves(passage, at)
    };
    matches!(passage.word(sign), "," | "—" | "–")
        && between.len() <= REACH
        && (between.start..sign).all(|at| dated(at) || plain(at))
}

/// Whether a figure is told of, and not only named beside what is: "300 shops", not "sales in the 300 shops".
fn is_news(passage: &Passage<'_>, figure: &Claim<'_>) -> bool {
    let first = tokens(figure).start;
    let before =
        if passage.is(first.wrapping_sub(1), "record") { first.wrapping_sub(2) } else { first.wrapping_sub(1) };
    let known =
        passage.means(before, Sense::Pronoun) || passage.is_any(before, &["the", "our", "all", "every", "each"]);
    // "a turnover of €24 million", "a total of 300 people"
    let sort = passage.is_any(before.wrapping_sub(2), &["a", "an"])
        && (figure.kind != ClaimKind::Count || passage.is(before.wrapping_sub(1), "total"));
    let sized = passage.is(before, "of") && sort;
    let beside = passage.means(before, Sense::Preposition) && !sized && !passage.is(before, "to");
    // "a 300-bed hospital"
    let joined = passage.said(figure).contains('-');
    !known
        && !beside
        && !joined
        && !(passage.sentence.start..first).any(|at| parts(passage, at) || times(passage, at).is_some())
}

/// Whether another clause may begin at a token.
fn parts(passage: &Passage<'_>, at: usize) -> bool {
    passage.means(at, Sense::Opens) || passage.means(at, Sense::Relative)
}

/// "rose": whether a verb of movement stands at a token.
fn moves(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.tokens[at].word;
    word.is_some_and(|word| {
        word.senses().any(|sense| matches!(sense, Sense::Movement(_, Movement::Moves | Movement::Moved)))
    })
}

/// Whether neither is more than twice the other.
fn is_near(from: &Quantity, to: &Quantity) -> Option<bool> {
    let (from, to) = (from.point()?.value(), to.point()?.value());
    let twice = |value: Exact| value.checked_mul(Exact::from(2));
    Some(from > Exact::ZERO && to <= twice(from)? && from <= twice(to)?)
}
