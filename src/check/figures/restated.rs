//! Figures that say the one before again in another unit: "187 millimetres (7.4 inches)", "€640 million (£563
//! million)". What the first is not of, the second is not of either.

use super::assign::{Pair, Reserve};
use crate::check::compare::outcome::{Conflict, Outcome};
use crate::check::reading::scene::Mark;
use crate::text::Token;

/// The figures of a sentence, in order.
#[derive(Clone, Copy)]
pub(super) struct Restated<'s> {
    pub(super) prose: &'s str,
    pub(super) tokens: &'s [Token],
    pub(super) marks: &'s [Mark],
}

impl Restated<'_> {
    /// "187 millimetres (7.4 inches)", "16 km/s, or 36,000 mph": whether both say the same of a fact.
    pub(super) fn is(&self, one: usize, other: usize) -> bool {
        let (first, second) = (&self.marks[one.min(other)], &self.marks[one.max(other)]);
        let between = self.tokens.get(first.whole.end..second.whole.start).unwrap_or_default();
        let words = between.iter().map(|token| token.text(self.prose));
        first.kind == second.kind && (words.clone().eq(["("]) || words.eq([",", "or"]))
    }

    /// Whether a figure that differs may be reported by what the draft asserts of it and of the figure it says again.
    /// A sum in another currency may not: no fact tells at which rate it was changed.
    pub(super) fn may_differ<'a, 'r>(
        &self,
        pair: &Pair<'a, 'r>,
        pairs: &[Pair<'a, 'r>],
        asserts: impl Fn(&Pair<'a, 'r>) -> Result<(), Reserve>,
    ) -> Result<(), Reserve> {
        let Some(first) = pair.claim.checked_sub(1).filter(|&before| self.is(before, pair.claim)) else {
            return asserts(pair);
        };
        let exchanged = matches!(pair.comparison.outcome, Outcome::Contradicted(Conflict::Currency));
        let said = pairs.iter().find(|other| other.claim == first && other.profile.fact == pair.profile.fact);
        let Some(said) = said.filter(|_| !exchanged) else { return Err(Reserve::SomethingElse) };
        if !said.comparison.outcome.is_supported() {
            asserts(said)?;
        }
        asserts(pair)
    }
}
