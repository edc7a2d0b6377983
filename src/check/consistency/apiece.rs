//! `sum-mismatch` of a price for each: "60 buses for $54 million, or $800,000 each".
//!
//! Left alone: prices of some of what is counted, and of more than one thing.

use super::passage::{Passage, amount, gap, tokens};
use super::spread::{Spread, value};
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::Sense;

/// How many words may stand between what is counted and its price.
const REACH: usize = 5;

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    figures.windows(3).any(|figures| is_price(figures).is_some())
}

/// A count, what all cost and what each does.
fn is_price<'a, 'c>(figures: &[&'c Claim<'a>]) -> Option<(&'c Claim<'a>, &'c Claim<'a>, &'c Claim<'a>)> {
    let [count, all, each] = *figures else { return None };
    let money = all.kind == ClaimKind::Money && each.kind == ClaimKind::Money;
    let unit = all.value.quantity()?.unit == each.value.quantity()?.unit;
    (count.kind == ClaimKind::Count && count.of.is_some() && money && unit).then_some((count, all, each))
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    for figures in passage.figures.windows(3) {
        findings.extend(is_price(figures).and_then(|(count, all, each)| judge(passage, count, all, each)));
    }
}

fn judge(passage: &Passage<'_>, count: &Claim<'_>, all: &Claim<'_>, each: &Claim<'_>) -> Option<Finding> {
    let words = gap(count, all);
    let for_all = words
        .clone()
        .any(|at| passage.is(at, "for") || passage.is(at, "at") || passage.means(at, Sense::Gives("cost")));
    let seam = |at: usize| passage.means(at, Sense::Opens) || matches!(passage.word(at), "," | ";" | ":");
    let again = passage.reads_any(&gap(all, each), &[&[",", "or"], &["or"], &["("], &[",", "or", "about"]]);
    let end = tokens(each).end;
    let closes = matches!(passage.word(end + 1), "" | "." | "," | ";" | ")");
    let apiece = passage.is_any(end, &["each", "apiece"]) && closes;
    if words.len() > REACH || !for_all || words.clone().any(seam) || !again || !apiece {
        return None;
    }
    let follows = Spread::of(all)?.over(Spread::of(count)?)?;
    let one = value(all)?.checked_div(value(count)?)?.to_digits(3)?;
    let given = format!("{} for {}", passage.said(all), passage.said(count));
    let sum = Sum::Is { given, follows: format!("{} each", amount(one, all.value.quantity()?.unit)) };
    (!follows.meets(Spread::of(each)?)).then(|| passage.report(Rule::SumMismatch, each, sum))
}
