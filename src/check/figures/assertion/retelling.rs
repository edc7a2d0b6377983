//! Whether a sentence tells enough of a sentence fact again for a difference to be its error: "the ferry was
//! built in 1972" says nothing of "the ferry sank in 1987", nor "310 pupils get free meals" of how many there are.
//!
//! Agreement needs less: a right figure is no false alarm.

use std::ops::{Range, RangeBounds};

use crate::check::figures::assign::Pair;
use crate::check::reading::outline::{Name, Seam, is_past_tense, leaves_open};
use crate::check::reading::scene::{Level, Mark, Scene};
use crate::check::reading::term::Term;
use crate::check::reading::wording::Beside;
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::reference::Fact;
use crate::text::TokenKind;

/// A figure and the sentence fact that it is held against.
struct Retelling<'s> {
    scene: &'s Scene<'s>,
    mark: &'s Mark,
    pair: &'s Pair<'s, 's>,
    /// What the fact says of its own figure.
    beside: &'s Beside,
}

/// Whether a figure is told of something else than the figure of a sentence fact.
pub(super) fn is_of_another_deed(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let wording = pair.profile.wording.as_ref();
    let Some(beside) = wording.and_then(|wording| wording.beside.get(pair.value)) else { return false };
    let retelling = Retelling { scene, mark, pair, beside };
    retelling.leaves_out()
        || retelling.is_of_another_noun()
        || retelling.is_of_others_too()
        || retelling.is_done_otherwise()
        || retelling.is_dated_otherwise()
        || retelling.did_something()
}

impl Retelling<'_> {
    /// Whether a word is left out without which the fact is not told: what was done, what it is like, at what event.
    fn leaves_out(&self) -> bool {
        let Beside { once, telling, .. } = self.beside;
        let measured = self.pair.fit.measure.is_some();
        // Of what happens once any word will do: "a 2016 film", "released in 2016".
        let told = if self.mark.kind == ClaimKind::Duration && self.scene.is_of_history(&self.mark.figure) {
            self.beside.history.is_some()
        } else if self.mark.kind == ClaimKind::Date && !once.is_empty() {
            once.iter().any(|term| self.is_said(*term)) && !self.is_of_another_in_place()
        } else {
            telling.iter().all(|term| self.is_said(*term))
        };
        !measured && !told && !self.describes_own() && !self.is_headed()
    }

    /// Whether a term stands in the sentence, in a header over it, or in the sentences before that it leans on.
    fn is_said(&self, term: Term) -> bool {
        let Self { scene, mark, .. } = self;
        let own = scene.outline.clause_of(mark.figure.start);
        // "The marrow weighed 62 kilos, while the pumpkin weighed 445": what a later clause tells of its own figure.
        let later = |at: usize| {
            let clause = scene.outline.clause_of(at);
            clause > own
                && scene.outline.clauses[clause].seam != Seam::Aside
                && scene.has_figure(clause, mark.kind)
                && !scene.shares_verb(own, clause)
        };
        let spoken = |at: usize| scene.level(at, &mark.figure) != Level::Compared && !later(at);
        let here = |at: usize| scene.terms[at] == Some(term) && spoken(at);
        // "the foundation gave it €21 million"
        let pronoun = |at: usize| ["it", "them", "him", "her"].contains(&scene.tokens[at].text(scene.prose));
        let leans = scene.sentence.clone().any(pronoun);
        let stands = |level: Level| level == Level::Header || level == Level::Earlier && leans;
        let over = || scene.layers.iter().any(|layer| stands(layer.level) && layer.terms.contains(&Some(term)));
        scene.sentence.clone().any(here) || over()
    }

    /// "The railway station in Ardle was opened", where the fact's is the Ardle footbridge.
    fn is_of_another_in_place(&self) -> bool {
        let Self { scene, pair, .. } = self;
        let Some(wording) = pair.profile.wording.as_ref() else { return false };
        let placed = |name: &Name| scene.is_place(name) && scene.owns(pair.profile, name);
        wording.opens_noun.is_some_and(|noun| !self.is_said(noun)) && scene.outline.names.iter().any(placed)
    }

    /// "| Ramesh Balwani | 155 |" under "Sentence (months)": whether a header says what the figures below it are of.
    fn is_headed(&self) -> bool {
        let headers = || self.scene.layers.iter().filter(|layer| layer.level == Level::Header);
        let over = |term: &Term| headers().any(|layer| layer.terms.contains(&Some(*term)));
        !self.beside.head.is_empty() && self.beside.head.iter().all(over)
    }

    /// "the 421-kilometer river Senn", "the £6 million pool", "At 221 meters, the tower is": whether the figure stands
    /// with what it is of, and no verb between.
    fn describes_own(&self) -> bool {
        let Self { scene, mark, .. } = self;
        let clause = &scene.clause(&mark.figure).tokens;
        let before = mark.figure.start.checked_sub(1).filter(|&at| at >= clause.start);
        let text = |at: usize| scene.tokens[at].text(scene.prose);
        let leads = before.is_some_and(|at| at == clause.start && text(at) == "At");
        let article = before.is_some_and(|at| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Determiner)));
        let next = (mark.whole.end..scene.sentence.end).find(|&at| text(at) != "-");
        leads || article && next.is_some_and(|at| self.is_own(at))
    }

    /// "reserves of 40 million tonnes": whether a noun before "of" that is none of the fact's says what is measured.
    fn is_of_another_noun(&self) -> bool {
        let Self { scene, mark, .. } = self;
        let start = mark.figure.start;
        let clause = scene.clause(&mark.figure).tokens.start;
        let Some(noun) = start.checked_sub(2).filter(|&at| at >= clause) else { return false };
        let level = |word: Word| {
            let all = [Sense::Tally, Sense::Whole, Sense::Adjective, Sense::Generic, Sense::Preposition, Sense::Opens];
            all.iter().any(|&sense| word.is(sense))
                || word.senses().any(|sense| matches!(sense, Sense::Movement(..) | Sense::Gives(_) | Sense::Extends(_)))
        };
        let token = &scene.tokens[noun];
        scene.tokens[start - 1].text(scene.prose) == "of"
            && token.kind == TokenKind::Word
            && !token.is_capitalised()
            && !self.is_own(noun)
            && !token.word.is_some_and(level)
            && self.pair.fit.measure.is_none()
    }

    /// "killed 27 people, among them 19 children", of a fact that counts children: whether what the fact counts has a
    /// figure of its own in the sentence.
    fn is_of_others_too(&self) -> bool {
        let Self { scene, mark, .. } = self;
        let counted = |at: usize| scene.terms[at].is_some_and(|term| self.beside.counted.contains(&term));
        let mut things = mark.figure.end..mark.whole.end;
        let others = !things.is_empty() && !things.any(counted);
        let other = |(kind, figure): &(ClaimKind, Range<usize>)| {
            *kind == ClaimKind::Count
                && *figure != mark.figure
                && figure.end < scene.sentence.end
                && counted(figure.end)
        };
        mark.kind == ClaimKind::Count && others && scene.figures.iter().any(other)
    }

    /// "lost 300,000 passengers", "was built for 900 pupils": whether the verb of which the figure is the object is
    /// none of the fact's, and does not say what a thing has.
    fn is_done_otherwise(&self) -> bool {
        let Self { scene, mark, .. } = self;
        let counts = mark.is_amount();
        let near = mark.figure.start.saturating_sub(3).max(scene.sentence.start);
        let passed = |at: usize| {
            let text = scene.tokens[at].text(scene.prose);
            text == "for" || text.ends_with("ly") || ["only", "just", "also"].contains(&text)
        };
        let Some(verb) = (near..mark.figure.start).rev().find(|&at| !passed(at)) else { return false };
        let token = &scene.tokens[verb];
        let text = token.text(scene.prose);
        let beside = verb + 1 == mark.figure.start;
        let purpose = scene.tokens[mark.figure.start - 1].text(scene.prose) == "for";
        let acts = is_past_tense(scene.prose, token)
            || beside && text.len() > 2 && text.ends_with('s') && !text.ends_with("ss");
        let gives = |word: Word| word.senses().any(|sense| matches!(sense, Sense::Gives(_)));
        let neutral = |word: Word| leaves_open(word) || gives(word);
        // "left nine dead": what befell them is said with them.
        let befell = (mark.figure.end..mark.whole.end)
            .any(|at| scene.terms[at].is_some_and(|term| self.beside.telling.contains(&term)));
        counts
            && acts
            && !befell
            && token.kind == TokenKind::Word
            && !token.is_capitalised()
            && !self.is_own(verb)
            && (purpose || self.acts_apart(..) || !token.word.is_some_and(neutral))
    }

    /// "moved to the Swan in 1961 and lost to the Hartwell club, founded in 1958": whether the date's clause has a deed
    /// of its own, and what the fact tells is told further on.
    fn is_dated_otherwise(&self) -> bool {
        let Self { scene, mark, .. } = self;
        let clause = scene.clause(&mark.figure).tokens.clone();
        let acts = |at: usize| is_past_tense(scene.prose, &scene.tokens[at]) && !self.is_own(at);
        // "Then came the flood of 2007, which left": the date is the flood's, whatever the flood did.
        let of_own = mark.figure.start >= scene.sentence.start + 2
            && scene.tokens[mark.figure.start - 1].text(scene.prose) == "of"
            && self.is_own(mark.figure.start - 2);
        mark.kind == ClaimKind::Date && !of_own && self.acts_apart(clause.end..) && clause.into_iter().any(acts)
    }

    /// "built 97,000 vans but delivered 88,000": whether what the fact tells is done there, in another clause than the
    /// figure's.
    fn acts_apart(&self, there: impl RangeBounds<usize>) -> bool {
        let Self { scene, mark, beside, .. } = self;
        let clause = &scene.clause(&mark.figure).tokens;
        let mut acts =
            scene.sentence.clone().filter(|&at| scene.terms[at].is_some_and(|act| beside.acts.contains(&act)));
        let mut apart = acts.clone().filter(|at| !clause.contains(at) && there.contains(at));
        apart.next().is_some() && !acts.any(|at| clause.contains(&at))
    }

    /// "310 pupils get free meals", "nine members of the council voted": whether those that are counted do something
    /// that the fact, which only tells how many there are, does not tell.
    fn did_something(&self) -> bool {
        let Self { scene, mark, beside, .. } = self;
        let clause = scene.clause(&mark.figure).tokens.clone();
        let opens = mark.figure.start <= clause.start + 1;
        // "a 230-bed clinic"
        let opens = opens && !scene.is_hyphened(mark.figure.end..mark.whole.end);
        if mark.kind != ClaimKind::Count || !beside.acts.is_empty() || !opens {
            return false;
        }
        let text = |at: usize| scene.tokens[at].text(scene.prose);
        let article = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Article));
        let mut at = mark.whole.end;
        if at < clause.end && ["of", "at", "in"].contains(&text(at)) {
            at += 1;
            while at < clause.end && (self.is_own(at) || article(at) || scene.tokens[at].glued) {
                at += 1;
            }
        }
        let stays = |word: Word| {
            [Sense::Belongs, Sense::Preposition, Sense::Opens, Sense::Relative].iter().any(|&sense| word.is(sense))
        };
        // "421 bridges are in Halden"
        let becomes = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Becomes));
        at += usize::from(at < clause.end && becomes(at));
        at < clause.end
            && scene.tokens[at].kind == TokenKind::Word
            && !self.is_own(at)
            && !scene.tokens[at].word.is_some_and(stays)
    }

    fn is_own(&self, at: usize) -> bool {
        self.scene.is_own(at, self.pair.profile)
    }
}

/// "revised the gain to 3,100 jobs", of 212,000 jobs that were lost: whether both the way and the size of a movement
/// are others than the fact's.
pub(super) fn moves_otherwise(scene: &Scene<'_>, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let way = |word: Word| {
        word.senses().find_map(|sense| if let Sense::Movement(direction, _) = sense { Some(direction) } else { None })
    };
    let found = pair.fit.measure.and_then(|found| Some((found.phrase, found.standing.at?)));
    let Some((phrase, at)) = found else { return false };
    let held = fact.measure.get(phrase).and_then(|measure| measure.split(' ').filter_map(Word::find).find_map(way));
    let told = scene.tokens[at].word.and_then(way);
    let same_size = pair.comparison.arithmetic.is_some_and(|arithmetic| arithmetic.admitted.meets(arithmetic.held));
    !same_size && held.zip(told).is_some_and(|(held, told)| held != told)
}
