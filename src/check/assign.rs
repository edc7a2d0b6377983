//! One figure to one fact, one fact to one figure of a sentence.

use super::matching::{Clarity, Fit};
use super::outcome::{Agreement, Comparison, Outcome};
use super::profile::Profile;

/// A figure and a value of a fact that is about it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'a, 'r> {
    /// Which of the sentence's claims.
    pub(super) claim: usize,
    pub(super) profile: &'a Profile,
    /// Which of the fact's values.
    pub(super) value: usize,
    pub(super) fit: Fit,
    pub(super) comparison: Comparison<'r>,
}

/// What agreement weighs against a better fit that disagrees: as much as a few words' distance.
const AGREEMENT: i32 = 10;

/// Fits so close that nothing tells which is meant.
const TIE: i32 = 1;

/// A claim's fact, and whether another fact fits as well and says otherwise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice<'a, 'r> {
    pub(super) pair: Pair<'a, 'r>,
    /// A fact that fits as well and disagrees.
    pub(super) rival: Option<usize>,
}

/// Settles the pairs of one sentence, best fits first.
///
/// `asserts` tells whether a pair that differs may be reported at all: where it may not, the fact
/// has found its figure and says nothing, while the figure may be another fact's. `restated` tells
/// of two claims whether one says the other again in another unit: a value may be stated by both.
pub(super) fn assign<'a, 'r>(
    mut pairs: Vec<Pair<'a, 'r>>,
    asserts: &dyn Fn(&Pair<'a, 'r>) -> bool,
    restated: &dyn Fn(usize, usize) -> bool,
) -> Vec<Choice<'a, 'r>> {
    pairs.retain(|pair| !matches!(pair.comparison.outcome, Outcome::Silent));
    pairs.sort_by_key(|pair| (std::cmp::Reverse(weight(pair)), pair.profile.fact, pair.value, pair.claim));
    let mut chosen: Vec<Choice<'a, 'r>> = Vec::new();
    let mut spent: Vec<(usize, usize)> = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let value = (pair.profile.fact, pair.value);
        let taken = chosen.iter().any(|choice| {
            let other = &choice.pair;
            let same_value = (other.profile.fact, other.value) == value;
            other.claim == pair.claim || (same_value && !restated(other.claim, pair.claim))
        });
        if taken || spent.contains(&value) {
            continue;
        }
        let reported = || asserts(pair) && is_same_event(pair, &pairs);
        if !pair.comparison.outcome.is_supported() && !reported() {
            spent.push(value);
            continue;
        }
        let rival = pairs[at + 1..].iter().find(|other| {
            let same_claim = other.claim == pair.claim && other.profile.fact != pair.profile.fact;
            same_claim && other.fit.score + TIE >= pair.fit.score && disagree(pair, other)
        });
        chosen.push(Choice { pair: *pair, rival: rival.map(|other| other.profile.fact) });
    }
    chosen
}

fn weight(pair: &Pair<'_, '_>) -> i32 {
    // "more than $23 million" is true of too many figures to tell which is meant.
    let telling = match pair.comparison.outcome {
        Outcome::Supported(Agreement::Plain | Agreement::Rounded | Agreement::Borderline) => true,
        Outcome::Supported(Agreement::Understated | Agreement::Overstated)
        | Outcome::Contradicted(_)
        | Outcome::Outdated { .. }
        | Outcome::Silent => false,
    };
    match (pair.fit.clarity, telling) {
        (Clarity::Faint, _) => pair.fit.score - AGREEMENT,
        (Clarity::Clear | Clarity::Verbatim, true) => pair.fit.score + AGREEMENT,
        (Clarity::Clear | Clarity::Verbatim, false) => pair.fit.score,
    }
}

/// Whether one of the two facts supports the claim and the other does not, or neither does.
fn disagree(left: &Pair<'_, '_>, right: &Pair<'_, '_>) -> bool {
    !(left.comparison.outcome.is_supported() && right.comparison.outcome.is_supported())
}

/// The values of a sentence fact belong to one event: where the draft gives another of them and
/// that differs too, it speaks of another event, unless every word of the fact is there.
fn is_same_event(pair: &Pair<'_, '_>, pairs: &[Pair<'_, '_>]) -> bool {
    let fact = pair.profile.fact;
    let agrees = |value: usize| {
        pairs
            .iter()
            .any(|other| other.profile.fact == fact && other.value == value && other.comparison.outcome.is_supported())
    };
    let mut beside = pairs.iter().filter(|other| other.profile.fact == fact && other.value != pair.value);
    pair.profile.wording.is_none() || pair.fit.clarity == Clarity::Verbatim || beside.all(|other| agrees(other.value))
}
