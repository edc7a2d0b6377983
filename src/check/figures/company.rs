//! A figure beside another that gives a value of the same fact rightly: "lasted 19 days and cost £5.8 million", of a
//! strike that lasted nine days and cost as much.

use super::assign::Pair;
use super::telltale::{self, Telltale};
use crate::check::compare::outcome::{Against, Agreement, Outcome};
use crate::check::figures::matching::fit::Clarity;
use crate::claim::{Claim, ClaimKind};

/// From so many digits on a figure that is right is no chance.
const TELLING: usize = 2;

/// Notes of a figure that it is meant for the fact of which another figure of the sentence gives another value rightly: an
/// event is told by its sum as well as by its words.
pub(super) fn mark(pairs: &mut [Pair<'_, '_>], claims: &[Claim<'_>]) {
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
        given.iter().any(beside) && alone(pair.claim)
    };
    let differs = |pair: &Pair<'_, '_>| {
        let told = pair.fit.clarity >= Clarity::Clear && claims[pair.claim].kind != ClaimKind::Date;
        told && matches!(pair.comparison.outcome, Outcome::Contradicted(_))
    };
    for pair in pairs.iter_mut().filter(|pair| differs(pair) && accompanied(pair)) {
        pair.telltale = pair.telltale.max(Telltale::Company);
    }
}

/// Whether a figure stands in few stories: a sum or measure of two digits. Much else happens on a day.
fn is_telling(claim: &Claim<'_>) -> bool {
    let measures = matches!(
        claim.kind,
        ClaimKind::Money | ClaimKind::Measurement | ClaimKind::Percent | ClaimKind::Change | ClaimKind::Count
    );
    measures && telltale::digits(claim) >= TELLING
}
