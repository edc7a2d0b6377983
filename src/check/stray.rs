//! Figures that fit no fact and are the slip of one that the draft gives nowhere: "a gap of £24.3 million" beside a
//! fact's "shortfall of £23.4 million". So rare a likeness tells more than the words.

use super::assign::{Decision, Pair};
use super::fit::Misfit;
use super::outline::{Name, Seam};
use super::phrase::Alternative;
use super::profile::Profile;
use super::scene::{Mark, Scene};
use super::telltale::{self, Telltale};
use super::{assertion, otherwise};
use crate::claim::{Claim, ClaimKind};
use crate::reference::Fact;

/// From so many digits on a slip is no chance, whatever else is said of the figure.
const MANY: usize = 3;

/// The figures of a draft that may be slips of facts which they do not fit.
#[derive(Default)]
pub(super) struct Strays<'a, 'r>(Vec<Decision<'a, 'r>>);

impl<'a, 'r> Strays<'a, 'r> {
    /// Notes a figure that does not fit a fact, if it is a slip of the fact's own.
    pub(super) fn note(
        &mut self,
        (scene, mark, claim): (&Scene<'_>, &Mark, &Claim<'_>),
        fact: &Fact,
        pair: &Pair<'a, 'r>,
        misfit: &Misfit,
    ) {
        let Pair { claim: number, profile, comparison, telltale, .. } = *pair;
        let slips = telltale == Telltale::Slip && may_be(claim, misfit) && is_near(scene, mark, claim, profile);
        let asserted = || assertion::may_stray(scene, mark, pair, fact) && !otherwise::is_otherwise(scene, mark, pair);
        if slips && !is_of_another(scene, mark, profile) && asserted() {
            self.0.push(Decision { claim: number, profile, comparison, rival: None });
        }
    }

    /// Moves what was noted of a sentence to its place among all claims.
    pub(super) fn append(&mut self, sentence: Self, offset: usize) {
        self.0.extend(sentence.0.into_iter().map(|stray| Decision { claim: stray.claim + offset, ..stray }));
    }

    /// Those of which the decisions of a draft leave over both the figure and the fact, and where nothing else is a slip
    /// of either.
    pub(super) fn left_by(self, decisions: &[Decision<'a, 'r>]) -> Vec<Decision<'a, 'r>> {
        let touches = |one: &Decision<'_, '_>, other: &Decision<'_, '_>| {
            one.claim == other.claim || one.profile.fact == other.profile.fact
        };
        let is_same = |one: &Decision<'_, '_>, other: &Decision<'_, '_>| {
            one.claim == other.claim && one.profile.fact == other.profile.fact
        };
        let over = |stray: &&Decision<'_, '_>| !decisions.iter().any(|decision| touches(decision, stray));
        let over: Vec<Decision<'a, 'r>> = self.0.iter().filter(over).copied().collect();
        let alone = |stray: &&Decision<'_, '_>| {
            over.iter().filter(|other| touches(other, stray)).all(|other| is_same(other, stray))
        };
        let mut alone: Vec<Decision<'a, 'r>> = over.iter().filter(alone).copied().collect();
        alone.dedup_by_key(|stray| stray.claim);
        alone
    }
}

/// Whether a figure that does not fit can be a slip at all: it says how much, in two digits or more, and words of the
/// fact stand by.
pub(super) fn may_be(claim: &Claim<'_>, misfit: &Misfit) -> bool {
    let counts = matches!(
        claim.kind,
        ClaimKind::Count | ClaimKind::Money | ClaimKind::Measurement | ClaimKind::Percent | ClaimKind::Change
    );
    counts && matches!(misfit, Misfit::FewWords | Misfit::Apart | Misfit::NoMeasure) && telltale::digits(claim) > 1
}

/// "Limpopo, which borders Gauteng, has recorded 231 cases": whether the clause has a subject that is none of the fact's,
/// or names the fact's only for comparison.
fn is_of_another(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let clauses = scene.clauses_of_subject(&mark.figure);
    let before = |name: &&Name| name.tokens.start < mark.figure.start;
    let likened = |at: usize| scene.outline.clauses[scene.outline.clause_of(at)].seam == Seam::Compared;
    let compared =
        |named: &Alternative| scene.find(named, &mark.figure).and_then(|found| found.at).is_some_and(likened);
    let names = profile.wording.iter().flat_map(|wording| &wording.names).chain(&profile.subject);
    clauses.flat_map(|clause| scene.rivals_in(clause, profile)).any(|name| before(&name))
        || names.into_iter().any(compared)
}

/// Whether the sentence has enough of the fact's words for a slip: what is counted and another, or one beside a figure
/// of many digits.
fn is_near(scene: &Scene<'_>, mark: &Mark, claim: &Claim<'_>, profile: &Profile) -> bool {
    let own = |at: &usize| scene.is_own(*at, profile) && !mark.figure.contains(at);
    let words = scene.sentence.clone().filter(own).count();
    let counted = (mark.figure.end..mark.whole.end).any(|at| own(&at));
    words > 0 && telltale::digits(claim) >= MANY || counted && words > 1
}
