//! Whether a clause says a fact and nothing more: "The collapse killed 90 people".

use crate::check::figures::assign::Pair;
use crate::check::figures::matching::fit::{Clarity, Found};
use crate::check::reading::scene::{Level, Mark, Scene, Standing};
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::text::TokenKind;

/// Whether every word beside the figure is the fact's, or one of those that hold a clause together.
pub(super) fn is_told(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let holds = |word: Word| {
        [Sense::Function, Sense::Determiner, Sense::Article, Sense::Relative, Sense::Be, Sense::Auxiliary, Sense::Holds]
            .into_iter()
            .any(|sense| word.is(sense))
    };
    let told = |at: usize| {
        let token = &scene.tokens[at];
        mark.whole.contains(&at)
            || scene.is_own(at, pair.profile)
            || token.kind == TokenKind::Symbol
            || token.word.is_some_and(holds)
    };
    let standing = |found: Option<Found>| found.map(|found| found.standing);
    let (subject, measure) = (standing(pair.fit.subject), standing(pair.fit.measure));
    // "| Webb | 6.5 |" under "Mirror (metres)"
    let heads = |standing: Option<Standing>| standing.is_some_and(|own| own.level == Level::Header && own.at.is_none());
    if heads(subject) && heads(measure) {
        return true;
    }
    let subject = subject.and_then(|standing| standing.at);
    let mut clause = scene.clause(&mark.figure).tokens.clone();
    let named = pair.profile.wording.is_some() || subject.is_some_and(|at| scene.sentence.contains(&at));
    // On any day something else may have happened to it.
    pair.fit.clarity == Clarity::Verbatim && mark.kind != ClaimKind::Date || named && clause.all(told)
}
