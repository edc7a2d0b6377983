//! Figures that fit no fact and are the slip of one that the draft gives nowhere: "a gap of £24.3 million" beside a
//! fact's "shortfall of £23.4 million". So rare a likeness tells more than the words. So does the story, where the draft
//! tells it and the words tell part.

use jiff::civil;

use super::assertion::{self, dated};
use super::assign::{Decision, Pair, Proof};
use super::story::{Meant, Stories};
use super::telltale::Telltale;
use crate::check::compare::outcome::Comparison;
use crate::check::compare::slip;
use crate::check::figures::matching::fit::Misfit;
use crate::check::reading::outline::{Name, Seam};
use crate::check::reading::phrase::Alternative;
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Mark, Scene};
use crate::claim::{Claim, ClaimKind};
use crate::finding::Slip;
use crate::reference::Fact;
use crate::value::Date;

/// The figures of a draft that may be slips of facts which they do not fit.
#[derive(Default)]
pub(super) struct Strays<'a, 'r>(Vec<Decision<'a, 'r>>);

impl<'a, 'r> Strays<'a, 'r> {
    /// Notes a figure that does not fit a fact, if it is a slip of the fact's own.
    pub(super) fn note(
        &mut self,
        (scene, mark, claim): (&Scene<'_>, &Mark, &Claim<'_>),
        (fact, now): (&Fact, civil::Date),
        pair: &Pair<'a, 'r>,
        misfit: &Misfit,
    ) {
        let Pair { profile, comparison, telltale, .. } = *pair;
        let digits = telltale == Telltale::LongSlip && !is_of_scale(claim, &comparison);
        let alone = digits && may_be(claim, misfit) && is_beside(scene, mark, profile);
        let timely = || scene.dates.is_empty() || dated::is_dated_alike(scene, fact);
        if alone && timely() && assertion::may_stray(scene, mark, pair, fact) {
            self.push(pair, Proof::Slip(telltale));
        } else if (Meant { scene, mark, claim, pair, fact, now }).may_stray(misfit) {
            self.push(pair, Proof::Story);
        }
    }

    /// Notes a figure that differs from a fact which it fits, where only the story proves that it is meant.
    pub(super) fn note_told(&mut self, pair: &Pair<'a, 'r>) {
        self.push(pair, Proof::Story);
    }

    fn push(&mut self, pair: &Pair<'a, 'r>, proof: Proof) {
        let Pair { claim, profile, value, comparison, .. } = *pair;
        self.0.push(Decision { claim, profile, value, comparison, rival: None, proof });
    }

    /// Moves what was noted of a sentence to its place among all claims.
    pub(super) fn append(&mut self, sentence: Self, offset: usize) {
        self.0.extend(sentence.0.into_iter().map(|stray| Decision { claim: stray.claim + offset, ..stray }));
    }

    /// Those of which the decisions of a draft leave over both the figure and the fact, and where nothing else is a slip
    /// of either.
    pub(super) fn left_by(
        self,
        decisions: &[Decision<'a, 'r>],
        claims: &[Claim<'_>],
        stories: &Stories,
    ) -> Vec<Decision<'a, 'r>> {
        let stated = |decision: &Decision<'_, '_>| (decision.profile.fact, decision.value);
        let touches =
            |one: &Decision<'_, '_>, other: &Decision<'_, '_>| one.claim == other.claim || stated(one) == stated(other);
        let is_same =
            |one: &Decision<'_, '_>, other: &Decision<'_, '_>| one.claim == other.claim && stated(one) == stated(other);
        let over = |stray: &&Decision<'_, '_>| {
            !decisions.iter().any(|decision| touches(decision, stray))
                && (stray.proof != Proof::Story || stories.have(stray.profile.fact))
        };
        let over: Vec<Decision<'a, 'r>> = self.0.iter().filter(over).copied().collect();
        // Where two values of a fact differ, it is another event.
        let of_event = |one: &Decision<'_, '_>, other: &Decision<'_, '_>| {
            one.proof == Proof::Story && other.proof == Proof::Story && one.profile.fact == other.profile.fact
        };
        let alone = |stray: &&Decision<'_, '_>| {
            let near = over.iter().filter(|other| touches(other, stray) || of_event(other, stray));
            near.into_iter().all(|other| is_same(other, stray))
        };
        let mut alone: Vec<Decision<'a, 'r>> = over.iter().filter(alone).copied().collect();
        alone.dedup_by_key(|stray| stray.claim);
        // "the low point, in 2014. In 2015 it began": a day or year that is right elsewhere is told, whatever words stand by.
        let day = |claim: &Claim<'_>| claim.value.date().map(|date| date.from);
        let given = |held: Date| claims.iter().any(|claim| day(claim) == Some(held));
        let dated = |stray: &Decision<'_, '_>| day(&claims[stray.claim]).and(stray.comparison.date());
        alone.retain(|stray| !dated(stray).is_some_and(given));
        alone
    }
}

/// Whether a figure that does not fit can be a slip at all: it says how much, and words of the fact stand by.
pub(super) fn may_be(claim: &Claim<'_>, misfit: &Misfit) -> bool {
    let counts = matches!(
        claim.kind,
        ClaimKind::Count | ClaimKind::Money | ClaimKind::Measurement | ClaimKind::Percent | ClaimKind::Change
    );
    counts && matches!(misfit, Misfit::FewWords | Misfit::Apart | Misfit::NoMeasure)
}

/// Whether a word of the fact stands with the figure, and nothing says that it is of another.
pub(super) fn is_beside(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    is_near(scene, mark, profile) && !is_of_another(scene, mark, profile)
}

/// Whether only the scale, the unit or the direction differs: a part of a thing is often a tenth of it, and sums of other
/// things are in dollars.
fn is_of_scale(claim: &Claim<'_>, comparison: &Comparison<'_>) -> bool {
    let scale = |slip: &Slip| {
        matches!(
            slip,
            Slip::Tenfold
                | Slip::Thousandfold
                | Slip::Currency
                | Slip::Unit(_)
                | Slip::Direction
                | Slip::PercentForPoints
        )
    };
    slip::of_value(claim, comparison).as_ref().is_some_and(scale)
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

/// Whether a word of the fact stands in the sentence.
fn is_near(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    scene.sentence.clone().any(|at| scene.is_own(at, profile) && !mark.figure.contains(&at))
}
