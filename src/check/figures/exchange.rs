//! Figures of two facts that changed places: "Kerry paid €7.9 million; Cork paid €4.6 million", where it was the
//! reverse.

use super::assign::Pair;
use super::telltale::Telltale;
use crate::check::compare::compare;
use crate::check::compare::outcome::{Agreement, Comparison, Outcome};
use crate::claim::Claim;

/// Marks the pairs of figures of a sentence that each differ from their own fact and agree with the other's. A figure
/// that is right is no slip for another fact's.
pub(super) fn mark(pairs: &mut [Pair<'_, '_>], claims: &[Claim<'_>]) {
    let right: Vec<usize> = pairs.iter().filter(|pair| agrees(&pair.comparison)).map(|pair| pair.claim).collect();
    let is_right = |pair: &Pair<'_, '_>| right.contains(&pair.claim);
    let wrong: Vec<Pair<'_, '_>> = pairs.iter().filter(|pair| differs(pair) && !is_right(pair)).copied().collect();
    for pair in pairs {
        if is_right(pair) {
            pair.telltale = Telltale::Nothing;
        } else if differs(pair) && wrong.iter().any(|other| is_exchanged(pair, other, claims)) {
            pair.telltale = Telltale::Exchange;
        }
    }
}

/// Whether each of two figures gives the other's fact.
fn is_exchanged(pair: &Pair<'_, '_>, other: &Pair<'_, '_>, claims: &[Claim<'_>]) -> bool {
    other.claim != pair.claim
        && other.profile.fact != pair.profile.fact
        && gives(&claims[pair.claim], other)
        && gives(&claims[other.claim], pair)
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
