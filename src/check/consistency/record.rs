//! `sum-mismatch` of a record: "won 15 of their 22 games, drawn three and lost five".

use super::passage::{Passage, gap, tokens};
use super::spread::value;
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::{Adding, Sense};
use crate::value::{Exact, Hedge};

/// How many words may stand between the games of one outcome and those of the next.
const REACH: usize = 4;

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    figures.windows(4).any(is_record)
}

/// Four plain counts, of which the second is all there are.
fn is_record(figures: &[&Claim<'_>]) -> bool {
    let plain = figures.iter().all(|claim| claim.kind == ClaimKind::Count && claim.value.hedge() == Hedge::Exact);
    plain && figures[1].of.is_some() && figures[2].of.is_none() && figures[3].of.is_none()
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    for figures in passage.figures.windows(4).filter(|figures| is_record(figures)) {
        findings.extend(judge(passage, figures));
    }
}

fn judge(passage: &Passage<'_>, figures: &[&Claim<'_>]) -> Option<Finding> {
    let [won, all, drawn, lost] = *figures else { return None };
    let outcome = |claim: &&&Claim<'_>| {
        tokens(claim).start.checked_sub(1).is_some_and(|at| passage.means(at, Sense::Adding(Adding::Outcome)))
    };
    let whole = gap(won, all);
    let of = passage.is(whole.start, "of") && whole.len() <= 3;
    let near = [(all, drawn), (drawn, lost)].iter().all(|(one, other)| gap(one, other).len() <= REACH);
    if !of || !near || ![won, drawn, lost].iter().all(|claim| outcome(&claim)) {
        return None;
    }
    let sum = [won, drawn, lost].iter().try_fold(Exact::ZERO, |sum, part| sum.checked_add(value(part)?))?;
    let figure = |claim: &Claim<'_>| value(claim).map_or_else(String::new, |value| value.to_string());
    let given = format!("{} + {} + {}", figure(won), figure(drawn), figure(lost));
    (Some(sum) != value(all))
        .then(|| passage.report(Rule::SumMismatch, all, Sum::Is { given, follows: sum.to_string() }))
}
