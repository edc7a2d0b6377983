//! Whether a sentence of the draft tells a sentence fact again, in its words or in others.

use super::fit::{Clarity, Fit, Found, Misfit, governs, points};
use crate::check::reading::outline::{Certainty, Name, Part, is_past_tense};
use crate::check::reading::phrase::Alternative;
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Level, Mark, Scene, Standing, gap};
use crate::check::reading::term::Term;
use crate::check::reading::wording::{Beside, HALF_TOLD, Wording, stands_alone, work_after};
use crate::claim::ClaimKind;
use crate::lexicon::Sense;

/// A figure of the draft beside a sentence fact.
struct Telling<'s> {
    scene: &'s Scene<'s>,
    mark: &'s Mark,
    profile: &'s Profile,
    wording: &'s Wording,
    /// What the fact says of its own figure.
    beside: &'s Beside,
    /// Where the fact's names stand, if the figure is said of them.
    governing: Vec<Option<Standing>>,
    subject: Option<Standing>,
    measure: Option<Found>,
}

/// How well a sentence fact fits a figure, or why it is not about it. `value` says which of the
/// fact's figures is meant; `subject` and `measure` where the fact's own were found.
pub(super) fn fit(
    (scene, mark): (&Scene<'_>, &Mark),
    (profile, wording, value): (&Profile, &Wording, usize),
    subject: Option<Found>,
    measure: Option<Found>,
) -> Result<Fit, Misfit> {
    let beside = wording.beside.get(value).ok_or(Misfit::FewWords)?;
    let figure = &mark.figure;
    let governed = |name: &Alternative| {
        scene.find(name, figure).filter(|standing| governs(scene, figure, profile, name.shape, *standing).is_ok())
    };
    let governing = wording.names.iter().map(governed).collect();
    let subject = subject.map(|found| found.standing);
    Telling { scene, mark, profile, wording, beside, governing, subject, measure }.fit()
}

impl Telling<'_> {
    fn fit(&self) -> Result<Fit, Misfit> {
        let Beside { head, counted, near, .. } = self.beside;
        let Mark { figure, whole, .. } = self.mark;
        let happened = self.happened_once();
        if let Some(name) = self.rival_of_nameless() {
            return Err(Misfit::Rival(name.tokens.clone()));
        }
        if let Some(name) = self.other_name() {
            return Err(Misfit::Rival(name.tokens.clone()));
        }
        if self.measure.is_none() {
            // "9,000 employees" are the people that a firm employs.
            let counts_other = whole.end > figure.end && self.said(counted) < counted.len() && !self.counts_as_told();
            let nothing_near = self.said(counted) + self.said(near) + self.said(head) == 0 && !happened;
            if self.said(head) < head.len() || counts_other || nothing_near {
                return Err(Misfit::FewWords);
            }
        }
        let of_subject = self.is_told_of_subject(happened);
        let nameless = self.is_told_without_names();
        if self.subject.is_none() && !self.wording.names.is_empty() && !nameless && !of_subject {
            let governed = self.governing.iter().flatten().count();
            if governed == 0 || 2 * self.named() < self.wording.names.len() {
                return Err(self.misplaced());
            }
        }
        let clarity = self.clarity(of_subject || nameless).ok_or(Misfit::FewWords)?;
        let measure = self.measure.map(|found| found.standing);
        let near = measure.or(self.nearest()).map_or(0, |standing| points(self.scene, figure, standing));
        let names = self.governing.iter().flatten().map(|standing| points(self.scene, figure, *standing));
        let far = names.max().unwrap_or(30);
        let subject = self.subject.map_or(far, |standing| points(self.scene, figure, standing));
        let score = near + subject / 2 + i32::try_from(self.share()).unwrap_or(0) / 10;
        let about = self.opening().or(self.subject).and_then(|standing| standing.at);
        Ok(Fit { score, clarity, subject: None, measure: None, about })
    }

    /// "Pellan is the third-largest city; Orvelle is the fifth": the name that a figure is said of, where the one the
    /// fact begins with stands there and has no say over the figure.
    fn other_name(&self) -> Option<&Name> {
        let Self { scene, profile, wording, .. } = self;
        let clauses = scene.clauses_of_subject(&self.mark.figure);
        let opening = wording.opens_with?;
        let elsewhere = self.governing[opening].is_none() && self.is_here(&wording.names[opening]);
        let before = |name: &&Name| name.tokens.start < self.mark.figure.start && !scene.is_place(name);
        clauses.filter(|_| elsewhere).flat_map(|clause| scene.rivals_in(clause, profile)).find(before)
    }

    /// "The Sava flood", where the fact is of a flood without a name: the foreign name that a word of
    /// the fact closes.
    fn rival_of_nameless(&self) -> Option<&Name> {
        let Self { scene, profile, .. } = self;
        // "Eiffage laid the first stone" tells who did it.
        let acts = |at: usize| is_past_tense(scene.prose, &scene.tokens[at]);
        let own = |at: usize| at < scene.sentence.end && scene.is_own(at, profile) && !acts(at);
        let closed = |name: &&Name| own(name.tokens.end);
        let foreign = |name: &&Name| name.certainty == Certainty::Sure && !scene.owns(profile, name);
        let nameless = self.wording.names.is_empty() && self.subject.is_none();
        let clause = scene.outline.clause_of(self.mark.figure.start);
        scene.outline.names_in(clause).filter(|_| nameless).filter(foreign).find(closed)
    }

    /// Whether what is counted is a word of the fact, where the fact counts people.
    fn counts_as_told(&self) -> bool {
        let Mark { figure, whole, .. } = self.mark;
        self.beside.counts_people && (figure.end..whole.end).any(|at| self.scene.is_own(at, self.profile))
    }

    /// How clearly the sentence tells the fact; none where too little of it is there.
    fn clarity(&self, told: bool) -> Option<Clarity> {
        let names = self.wording.names.len();
        let share = self.share();
        let spoken = self.named();
        // Without its names, only a count of what the fact counts proves that it is spoken of.
        let counts = !self.beside.counted.is_empty() && !self.beside.counts_people;
        Some(match share {
            _ if self.is_remote()
                || self.did_other()
                || self.spent_otherwise()
                || (names > 0 && spoken == 0 && !counts) =>
            {
                Clarity::Faint
            }
            100.. => Clarity::Verbatim,
            70.. => Clarity::Clear,
            60.. if names > 0 && spoken == names => Clarity::Clear,
            60.. if names == 0 && self.says_what_is_told() => Clarity::Clear,
            // A measure of its own says what the sentence need not.
            25.. if self.measure.is_some() && 2 * spoken >= names && self.says_of_what() => Clarity::Clear,
            // "…, formed in 2004": of a long sentence, its subject and the figure's own clause.
            _ if told => Clarity::Clear,
            HALF_TOLD.. => Clarity::Faint,
            _ => return None,
        })
    }

    /// Whether all is said without which the fact is not told, and that is more than one word.
    fn says_what_is_told(&self) -> bool {
        let telling = &self.beside.telling;
        telling.len() > 1 && self.said(telling) == telling.len()
    }

    /// How many of a hundred of the fact's words are said; a name counts for two.
    fn share(&self) -> usize {
        let Wording { names, words, unsaid, .. } = self.wording;
        let dated = self.scene.dates.iter().any(|(_, period)| self.wording.dates.contains(period));
        let left_out = if dated { unsaid.len() - self.said(unsaid) } else { 0 };
        let total = 2 * names.len() + words.len().saturating_sub(left_out);
        (2 * self.named() + self.said(words)) * 100 / total.max(1)
    }

    /// How many of the fact's names are spoken of. One of an earlier sentence counts only where
    /// this one is about it.
    fn named(&self) -> usize {
        let spoken = |(name, governing): (&Alternative, &Option<Standing>)| governing.is_some() || self.is_here(name);
        self.wording.names.iter().zip(&self.governing).filter(|pair| spoken(*pair)).count()
    }

    /// Whether a name stands in the sentence, and not for comparison only.
    fn is_here(&self, name: &Alternative) -> bool {
        let here = |standing: Standing| standing.at.is_some() && standing.level != Level::Compared;
        self.scene.find(name, &self.mark.figure).is_some_and(here)
    }

    fn is_mentioned(&self, name: usize) -> bool {
        let spoken = |standing: Standing| standing.level != Level::Compared;
        self.scene.find(&self.wording.names[name], &self.mark.figure).is_some_and(spoken)
    }

    /// How many of some words are said.
    fn said(&self, terms: &[Term]) -> usize {
        terms.iter().filter(|term| self.present(**term).is_some()).count()
    }

    /// Where a word stands in the sentence, or in the headers of its cell or list.
    fn present(&self, term: Term) -> Option<Standing> {
        let Self { scene, mark: Mark { figure, .. }, .. } = self;
        let here = scene.sentence.clone().filter(|&at| scene.terms[at] == Some(term));
        let standings = here.map(|at| Standing { level: scene.level(at, figure), at: Some(at) });
        let header = scene.layers.iter().any(|layer| layer.level == Level::Header && layer.terms.contains(&Some(term)));
        let nearest = standings
            .chain(header.then_some(Standing { level: Level::Header, at: None }))
            .min_by_key(|standing| (standing.level, standing.at.map_or(99, |at| gap(at, figure))));
        nearest.filter(|standing| standing.level != Level::Compared)
    }

    /// Where the name that the fact begins with stands, if the figure is said of it.
    fn opening(&self) -> Option<Standing> {
        self.wording.opens_with.and_then(|subject| self.governing[subject])
    }

    /// Whether the figure is said of the name that the fact says its own of.
    fn has_subject(&self) -> bool {
        self.beside.of.map_or_else(|| self.opening(), |name| self.governing[name]).is_some()
    }

    /// Whether the fact's subject is spoken of, and what happened to it once; or nearly all that the
    /// fact's clause says beside the figure.
    fn is_told_of_subject(&self, happened: bool) -> bool {
        let Beside { near, names, .. } = self.beside;
        let said = self.said(near);
        let clause = names.iter().all(|name| self.is_mentioned(*name)) && said > 0 && 3 * said >= 2 * near.len();
        self.has_subject() && (clause || (happened && !self.does_to_other()))
    }

    /// Without its names, a fact is told again only where nearly all its other words are.
    fn is_told_without_names(&self) -> bool {
        let Wording { names, words, .. } = self.wording;
        let said = self.said(words);
        let clause = self.scene.outline.clause_of(self.mark.figure.start);
        self.subject.is_none()
            && !names.is_empty()
            && self.wording.is_told_by(said)
            && self.scene.rivals_in(clause, self.profile).next().is_none()
    }

    /// "was founded in 1997", "a 2018 comedy": whether the draft says what happened once on the date.
    fn happened_once(&self) -> bool {
        let Self { scene, mark: Mark { figure, kind, .. }, beside: Beside { once, .. }, .. } = self;
        let clause = &scene.clause(figure).tokens;
        let said = |at: usize| scene.terms[at].is_some_and(|term| once.contains(&term));
        if *kind == ClaimKind::Duration && scene.is_of_history(figure) {
            return self.beside.history.is_some();
        }
        *kind == ClaimKind::Date
            && !once.is_empty()
            && (clause.clone().any(|at| said(at) && stands_alone(scene.tokens, at, figure))
                || work_after(scene.prose, scene.tokens, figure.end..clause.end).any(said))
    }

    /// "Caledon founded Lorne Ferries": whether the figure's clause has a foreign name that is not
    /// only where, when or with whom.
    fn does_to_other(&self) -> bool {
        let Self { scene, profile, .. } = self;
        let clause = scene.outline.clause_of(self.mark.figure.start);
        let article = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Article));
        let placed = |name: &Name| {
            let before = (scene.sentence.start..name.tokens.start).rev().find(|&at| !article(at));
            let leads = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Preposition));
            before.is_some_and(|at| leads(at) || scene.tokens[at].is_symbol())
        };
        let foreign = |name: &&Name| name.certainty == Certainty::Sure && name.part == Part::Spoken;
        scene.outline.names_in(clause).filter(foreign).any(|name| !scene.owns(profile, name) && !placed(name))
    }

    /// "140 people were rescued" tells of other people than those killed.
    fn did_other(&self) -> bool {
        let Beside { counts_people, near, .. } = self.beside;
        *counts_people && self.measure.is_none() && !near.is_empty() && self.said(near) == 0
    }

    /// "invested €30 million in the shipyard" tells of another sum than what it was bought for.
    fn spent_otherwise(&self) -> bool {
        let Self { scene, mark: Mark { figure, kind, .. }, profile, .. } = self;
        let before = figure.start.checked_sub(1).filter(|&at| at >= scene.sentence.start);
        let verb = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Outlay));
        *kind == ClaimKind::Money && before.is_some_and(|at| verb(at) && !scene.is_own(at, profile))
    }

    /// A measure says nothing of what is measured: another word or name of the sentence must.
    fn says_of_what(&self) -> bool {
        let Self { profile, wording, .. } = self;
        let phrase = |found: Found| profile.measure.iter().find(|known| known.phrase == found.phrase);
        let measures = |term: &Term| profile.measure.iter().any(|alternative| alternative.terms.contains(term));
        let others: Vec<Term> = wording.words.iter().copied().filter(|term| !measures(term)).collect();
        // "rain fell" says of what, too.
        // "Nine passengers have not been found", where passengers are what the fact counts.
        let counted: Vec<Term> = self.beside.counted.iter().copied().filter(|term| !measures(term)).collect();
        self.named() > 0
            || !counted.is_empty() && !self.beside.counts_people && self.said(&counted) == counted.len()
            || self.measure.is_some_and(|found| {
                // "paid off: they received…, a 45% increase" is no pay rise.
                let together = |phrase: &Alternative| {
                    phrase.terms.len() > 1 && self.scene.has_together(&phrase.terms, found.standing, &self.mark.figure)
                };
                phrase(found).is_some_and(together)
            })
            || self.said(&others) > 1 && 2 * self.said(&others) >= others.len()
    }

    /// The nearest of the words that say what the figure is of.
    fn nearest(&self) -> Option<Standing> {
        let Beside { head, counted, near, once, .. } = self.beside;
        let words = head.iter().chain(counted).chain(near).chain(once);
        let standings = words.filter_map(|term| self.present(*term));
        standings.min_by_key(|standing| (standing.level, standing.at.map_or(99, |at| gap(at, &self.mark.figure))))
    }

    /// Names from the sentences before, or words from elsewhere in this one, prove little.
    fn is_remote(&self) -> bool {
        let in_sentence =
            |name: &Alternative| self.scene.find(name, &self.mark.figure).is_some_and(|standing| standing.at.is_some());
        let names = &self.wording.names;
        let measure = self.measure.map(|found| found.standing);
        (measure.is_none() && names.len() > 1 && !names.iter().any(in_sentence))
            || measure.or(self.nearest()).is_none_or(|standing| standing.level >= Level::Sentence)
    }

    /// Why the figure is not said of the fact's names.
    fn misplaced(&self) -> Misfit {
        let Self { scene, profile, mark: Mark { figure, .. }, .. } = self;
        let mut misfits = self.wording.names.iter().filter_map(|name| {
            let standing = scene.find(name, figure)?;
            governs(scene, figure, profile, name.shape, standing).err()
        });
        misfits.next().unwrap_or(Misfit::NoSubject)
    }
}
