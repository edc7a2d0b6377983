//! Whether a clause says a fact and hardly more: "The collapse killed 90 people", "Today the firm employs 900".

use std::ops::Range;

use crate::check::figures::assign::Pair;
use crate::check::figures::matching::fit::{Clarity, Found};
use crate::check::reading::outline::has_sense;
use crate::check::reading::people::{is_of_people, singular};
use crate::check::reading::scene::{Level, Mark, Scene, Standing};
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::reference::{Fact, Form};
use crate::text::TokenKind;

/// Within how many words behind a figure with a hyphen its subject stands.
const NEXT: usize = 3;

/// Whether the words beside the figure are the fact's, or tell of nothing else.
pub(super) fn is_told(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let standing = |found: Option<Found>| found.map(|found| found.standing);
    let (subject, measure) = (standing(pair.fit.subject), standing(pair.fit.measure));
    // "| Webb | 6.5 |" under "Mirror (metres)"
    let heads = |standing: Option<Standing>| standing.is_some_and(|own| own.level == Level::Header && own.at.is_none());
    if heads(subject) && heads(measure) {
        return true;
    }
    let subject = subject.and_then(|standing| standing.at);
    // "The 600-metre Castor Bridge was closed"
    if scene.is_hyphened(mark.whole.clone())
        && subject.is_some_and(|at| at >= mark.whole.end && at - mark.whole.end <= NEXT)
    {
        return true;
    }
    let named = pair.profile.wording.is_some() || subject.is_some_and(|at| scene.sentence.contains(&at));
    // On any day something else may have happened to it.
    pair.fit.clarity == Clarity::Verbatim && mark.kind != ClaimKind::Date
        || named && Beside { scene, mark, pair, fact }.is_plain()
}

/// The words beside a figure in its clause.
struct Beside<'s> {
    scene: &'s Scene<'s>,
    mark: &'s Mark,
    pair: &'s Pair<'s, 's>,
    fact: &'s Fact,
}

impl Beside<'_> {
    fn is_plain(&self) -> bool {
        // ", since 1992," says nothing.
        let counted = self.mark.figure.end..self.mark.whole.end;
        let own = |at: usize| self.scene.is_own(at, self.pair.profile);
        let said = self.words().chain(counted.clone()).any(own);
        // "in 14 countries" of what the lifts number.
        let counts_other = self.mark.kind == ClaimKind::Count
            && !counted.is_empty()
            && !counted.clone().any(|at| own(at) || is_of_people(singular(self.scene.text(at..at + 1))));
        said && !counts_other && self.words().all(|at| self.is_told(at) || self.is_class(at))
    }

    /// The clause without its figure, and without by whom something was done: "opened in 1987 by the king".
    fn words(&self) -> impl Iterator<Item = usize> {
        let Range { start, end } = self.scene.clause(&self.mark.figure).tokens;
        let whole = self.mark.whole.clone();
        let by = |at: usize| self.scene.tokens[at].text(self.scene.prose) == "by";
        let end = if whole.end < end && by(whole.end) { whole.end } else { end };
        (start..end).filter(move |at| !whole.contains(at))
    }

    /// Whether a word is the fact's, or one of those that hold a clause together.
    fn is_told(&self, at: usize) -> bool {
        let Self { scene, pair, .. } = *self;
        let token = &scene.tokens[at];
        let binding = [
            Sense::Function,
            Sense::Determiner,
            Sense::Article,
            Sense::Relative,
            Sense::Be,
            Sense::Auxiliary,
            Sense::Holds,
        ];
        let binds = |word: Word| binding.into_iter().any(|sense| word.is(sense));
        token.kind == TokenKind::Symbol
            || scene.is_own(at, pair.profile)
            || token.word.is_some_and(binds)
            || has_sense(scene.prose, scene.tokens, at, Sense::Neutral).is_some()
            || self.is_of_fact(at)
    }

    /// "An earthquake of magnitude 7.4 struck in 1957": whether a number is another of the fact's.
    fn is_of_fact(&self, at: usize) -> bool {
        let Form::Sentence { text, .. } = &self.fact.form else { return false };
        let number = self.scene.tokens[at].text(self.scene.prose);
        self.scene.tokens[at].kind == TokenKind::Number
            && text.split(' ').any(|word| word.trim_end_matches([',', '.', ';']) == number)
    }

    /// "the town of Marlowe", "a town of 19,000", "the painter Elsa Quint": whether a word says what the subject is.
    fn is_class(&self, at: usize) -> bool {
        let Self { scene, pair, .. } = *self;
        let class = |word: Word| [Sense::Generic, Sense::Trade, Sense::Title].into_iter().any(|sense| word.is(sense));
        let next = scene.tokens.get(at + 1).filter(|_| at + 1 < scene.sentence.end);
        let names = next.is_some_and(|next| next.is_capitalised() && scene.is_own(at + 1, pair.profile));
        let of = next.is_some_and(|next| next.text(scene.prose) == "of");
        scene.tokens[at].word.is_some_and(class) && (names || of)
    }
}
