//! "Revenue rose to €486 million. Together with the €468 million of the first quarter, that makes a total of €954 million":
//! a total of a figure with the one that the sentence before tells.
//!
//! Left alone: totals that any figure of that sentence fits, and sentences before with several it may be of.

use super::super::passage::{Passage, amount, gap, tokens, unit};
use super::super::spread::Spread;
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::{Finding, Rule, Sum};
use crate::value::{Number, Quantity};

/// How many tokens tell a total of a figure and of the one before: ", that makes a total of".
const TELLS: usize = 6;

/// Whether the second of two figures may be told as a total.
pub(super) fn concerns(file: &str, figures: &[&Claim<'_>]) -> bool {
    figures.windows(2).any(|pair| {
        let between = file.get(pair[0].span.end() as usize..pair[1].span.start() as usize);
        between.is_some_and(|between| between.trim_end().ends_with("total of"))
    })
}

/// A total at `at` that is not that of the figure before it and the one of the sentence before.
pub(super) fn find(passage: &Passage<'_>, at: usize) -> Option<Finding> {
    let total = passage.figures[at];
    let others = || passage.figures[..at].iter().filter(|claim| claim.kind == total.kind);
    let other = *others().next().filter(|_| others().count() == 1)?;
    let (start, end) = (passage.sentence.start, tokens(total).start);
    let opens = passage.reads(start..start + 2, &["together", "with"]);
    let told = end.checked_sub(TELLS).filter(|&at| at >= gap(other, total).start)?;
    let tells = passage.is(told, ",")
        && passage.is_any(told + 1, &["that", "this"])
        && passage.reads(told + 3..end, &["a", "total", "of"]);
    if !opens || !tells || unit(other) != unit(total) {
        return None;
    }
    let (one, known) = figure_before(passage, total)?;
    let (other_figure, stated) = (*other.value.quantity()?, Spread::of(total)?);
    let fits = |quantity: &Quantity| {
        let sum = Spread::of_quantity(total.kind, quantity)?.plus(Spread::of(other)?)?;
        Some(sum.meets(stated))
    };
    if known.iter().any(|quantity| fits(quantity) == Some(true)) {
        return None;
    }
    let value = |quantity: &Quantity| quantity.point().map(Number::value);
    let sum = value(&one)?.checked_add(value(&other_figure)?)?;
    let given = format!("{} + {}", amount(value(&one)?, one.unit), passage.figure(other));
    Some(passage.report(Rule::SumMismatch, total, Sum::Is { given, follows: amount(sum, one.unit) }))
}

/// The figure that the sentence before tells, where it has but one or where a change ended, and all that it has.
fn figure_before(passage: &Passage<'_>, total: &Claim<'_>) -> Option<(Quantity, Vec<Quantity>)> {
    let own = |quantity: &Quantity| quantity.unit == unit(total);
    let (mut told, mut known) = (Vec::new(), Vec::new());
    for claim in passage.before {
        match &claim.value {
            Value::Change(change) => {
                told.extend(change.to.filter(own));
                known.extend([change.from, change.to].into_iter().flatten().filter(own));
            }
            Value::Quantity(quantity) if claim.kind == total.kind && own(quantity) => {
                told.push(*quantity);
                known.push(*quantity);
            }
            _ => {}
        }
    }
    match told.as_slice() {
        [one] if total.kind == ClaimKind::Money || unit(total).is_some() => Some((*one, known)),
        _ => None,
    }
}
