//! A fact told in few words beside another of its own values: "was fined $84,000 in March 2024", of a fine of $48,000
//! in March 2024.

use super::assign::Pair;
use super::telltale::{self, Telltale};
use crate::check::compare::outcome::{Against, Agreement, Outcome};
use crate::check::figures::matching::fit::{Clarity, Fit};
use crate::claim::{Claim, ClaimKind};
use crate::value::Date;

/// From so many digits on a figure that is right is no chance.
const TELLING: usize = 2;

/// Makes the match of a figure clear, and the figure tell that it is meant for the fact, where another figure of the sentence gives another value of the same fact rightly.
/// An event is told by its sum or its day as well as by its words.
pub(super) fn clear(pairs: &mut [Pair<'_, '_>], claims: &[Claim<'_>]) {
    let right = |pair: &&Pair<'_, '_>| {
        let plainly = matches!(pair.comparison.outcome, Outcome::Supported(Agreement::Plain | Agreement::Rounded));
        let held = if let Against::Value(held) = pair.comparison.against { Some(held.claim) } else { None };
        let telling = is_telling(&claims[pair.claim]) && held.is_some_and(is_telling);
        plainly && telling && pair.profile.wording.is_some()
    };
    let given: Vec<(usize, usize, usize)> =
        pairs.iter().filter(right).map(|pair| (pair.profile.fact, pair.value, pair.claim)).collect();
    // Of two counts either may be of something else.
    let alone = |claim: usize| claims.iter().filter(|other| other.kind == claims[claim].kind).count() == 1;
    let accompanied = |pair: &Pair<'_, '_>| {
        let beside = |&(fact, value, claim): &(usize, usize, usize)| {
            fact == pair.profile.fact && value != pair.value && claim != pair.claim
        };
        alone(pair.claim) && given.iter().any(beside)
    };
    for pair in pairs.iter_mut().filter(|pair| accompanied(pair)) {
        pair.fit = Fit { clarity: pair.fit.clarity.max(Clarity::Clear), ..pair.fit };
        if matches!(pair.comparison.outcome, Outcome::Contradicted(_)) {
            pair.telltale = pair.telltale.max(Telltale::Company);
        }
    }
}

/// Whether a figure stands in few stories: a sum or measure of two digits, a day of a year.
fn is_telling(claim: &Claim<'_>) -> bool {
    match claim.kind {
        ClaimKind::Date => claim.value.date().is_some_and(|date| matches!(date.from, Date::Day(_))),
        ClaimKind::Money | ClaimKind::Measurement | ClaimKind::Percent | ClaimKind::Change | ClaimKind::Count => {
            telltale::digits(claim) >= TELLING
        }
        _ => false,
    }
}
