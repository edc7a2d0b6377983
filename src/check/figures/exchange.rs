//! Figures of two facts that changed places: "Kerry paid €7.9 million; Cork paid €4.6 million", where it was the
//! reverse.

use std::collections::{BTreeMap, HashSet};

use super::assign::Pair;
use super::telltale::Telltale;
use crate::check::compare::compare;
use crate::check::compare::outcome::{Agreement, Comparison, Outcome};
use crate::claim::Claim;

/// Marks the pairs of figures of a sentence that each differ from their own fact and agree with the other's. A figure
/// that is right is no slip for another fact's.
pub(super) fn mark(pairs: &mut [Pair<'_, '_>], claims: &[Claim<'_>]) {
    let right: HashSet<usize> = pairs.iter().filter(|pair| agrees(&pair.comparison)).map(|pair| pair.claim).collect();
    let (right, wrong): (Vec<_>, Vec<_>) = pairs
        .iter_mut()
        .filter(|pair| differs(pair) || right.contains(&pair.claim))
        .partition(|pair| right.contains(&pair.claim));
    for pair in right {
        // What is far off stays so.
        pair.telltale = pair.telltale.min(Telltale::Nothing);
    }
    let exchanged = exchanged(&wrong, claims);
    for (pair, _) in wrong.into_iter().zip(exchanged).filter(|(_, is_exchanged)| *is_exchanged) {
        pair.telltale = Telltale::Exchange;
    }
}

/// For each of the pairs that differ, in the order of their claims, whether its figure and that of a pair of another fact
/// give each other's value.
fn exchanged(wrong: &[&mut Pair<'_, '_>], claims: &[Claim<'_>]) -> Vec<bool> {
    let is_of_another = |one: &Pair<'_, '_>, other: &Pair<'_, '_>| one.profile.fact != other.profile.fact;
    if !wrong.iter().any(|pair| is_of_another(pair, wrong[0])) {
        return vec![false; wrong.len()];
    }
    let mut figures: Vec<usize> = wrong.iter().map(|pair| pair.claim).collect();
    figures.dedup();
    // For each claim the pairs of others that it is right for; they are few, though the pairs may be thousands.
    let mut fits: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &figure in &figures {
        let others = wrong.iter().enumerate().filter(|(_, other)| other.claim != figure);
        fits.insert(figure, others.filter(|(_, other)| gives(&claims[figure], other)).map(|(at, _)| at).collect());
    }
    let fits_back = |claim: usize, pair: usize| fits[&claim].binary_search(&pair).is_ok();
    let is_exchanged = |(number, pair): (usize, &&mut Pair<'_, '_>)| {
        let mut others = fits[&pair.claim].iter().map(|&at| &wrong[at]);
        others.any(|other| is_of_another(pair, other) && fits_back(other.claim, number))
    };
    wrong.iter().enumerate().map(is_exchanged).collect()
}

fn differs(pair: &Pair<'_, '_>) -> bool {
    matches!(pair.comparison.outcome, Outcome::Contradicted(_))
}

/// Whether a claim gives the value that another one differs from.
fn gives(claim: &Claim<'_>, of: &Pair<'_, '_>) -> bool {
    compare(claim, of.comparison.against, of.comparison.setting).is_some_and(|comparison| agrees(&comparison))
}

/// Whether a comparison agrees closely enough to tell whose figure it is: "up to 5,000" agrees with too many.
fn agrees(comparison: &Comparison<'_>) -> bool {
    matches!(comparison.outcome, Outcome::Supported(Agreement::Plain | Agreement::Rounded))
}
