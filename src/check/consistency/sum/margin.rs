//! "The vote was 52 to 48, a margin of four": by how much one side of a vote had more.
//!
//! Left alone: a majority of seats, which is one over all others, and a margin in what no score counts ("four minutes").

use super::super::passage::{Passage, gap, grouped, noun, tokens};
use super::super::spread::{Spread, value};
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::{Adding, Sense};
use crate::value::Hedge;

/// Whether a count stands behind a score.
pub(super) fn concerns(figures: &[&Claim<'_>]) -> bool {
    figures.windows(2).any(|pair| pair[0].kind == ClaimKind::Score && pair[1].kind == ClaimKind::Count)
}

/// The count at `at`, where it is said to be how much one side had more and is not.
pub(super) fn find(passage: &Passage<'_>, at: usize) -> Option<Finding> {
    let apart = *passage.figures.get(at).filter(|apart| apart.kind == ClaimKind::Count)?;
    let vote = *passage.figures.get(at.checked_sub(1)?)?;
    let Value::Score(score) = &vote.value else { return None };
    let between = gap(vote, apart);
    let margins: [&[&str]; 3] =
        [&[",", "a", "margin", "of"], &[",", "a", "difference", "of"], &[",", "a", "lead", "of"]];
    let any = |words: &[&str]| passage.sentence.clone().any(|at| passage.is_any(at, words));
    let majority = passage.reads(between.clone(), &[",", "a", "majority", "of"])
        && any(&["vote", "votes", "voted", "ballot"])
        && !any(&["seat", "seats"]);
    let told = majority || passage.reads_any(&between, &margins);
    let closed = matches!(passage.word(tokens(apart).end), "." | "" | ";" | "," | ")");
    let last = tokens(apart).end - 1;
    let own = noun(apart).is_none() || passage.means(last, Sense::Adding(Adding::Scored));
    if !told || !own || !closed || vote.value.hedge() != Hedge::Exact {
        return None;
    }
    let follows = score.first.checked_sub(score.second)?.abs();
    if Spread::of(apart)?.meets(Spread::point(follows)) || value(apart)?.is_zero() {
        return None;
    }
    let sum = Sum::Is { given: passage.figure(vote).to_owned(), follows: format!("a margin of {}", grouped(follows)) };
    Some(passage.report(Rule::SumMismatch, apart, sum))
}
