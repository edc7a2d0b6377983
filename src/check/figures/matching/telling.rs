//! A sentence fact beside a figure of the draft: where its words and names stand, whichever of its own figures is meant.

use std::cell::OnceCell;

use super::fit::{Found, Misfit, governs};
use crate::check::reading::outline::{Certainty, Name, Part, is_past_tense};
use crate::check::reading::phrase::Alternative;
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Level, Mark, Scene, Standing, gap};
use crate::check::reading::term::Term;
use crate::check::reading::wording::Wording;
use crate::claim::ClaimKind;
use crate::lexicon::Sense;

/// A sentence fact beside a figure. What is asked for each of the fact's figures is looked for once: a sentence may give
/// eighty, and so may the draft's.
pub(in crate::check::figures) struct Telling<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) mark: &'s Mark,
    pub(super) profile: &'s Profile,
    pub(super) wording: &'s Wording,
    /// Where the fact's names stand, if the figure is said of them.
    pub(super) governing: Vec<Option<Standing>>,
    pub(super) subject: Option<Standing>,
    pub(super) measure: Option<Found>,
    rival: OnceCell<Option<Misfit>>,
    misplaced: OnceCell<Misfit>,
    named: OnceCell<usize>,
    share: OnceCell<usize>,
    nameless: OnceCell<bool>,
    nowhere: OnceCell<bool>,
}

impl<'s> Telling<'s> {
    /// `subject` and `measure` say where the fact's own were found.
    pub(super) fn of(
        (scene, mark): (&'s Scene<'s>, &'s Mark),
        (profile, wording): (&'s Profile, &'s Wording),
        subject: Option<Found>,
        measure: Option<Found>,
    ) -> Self {
        let figure = &mark.figure;
        let governed = |name: &Alternative| {
            scene.find(name, figure).filter(|standing| governs(scene, figure, profile, name.shape, *standing).is_ok())
        };
        Self {
            scene,
            mark,
            profile,
            wording,
            governing: wording.names.iter().map(governed).collect(),
            subject: subject.map(|found| found.standing),
            measure,
            rival: OnceCell::new(),
            misplaced: OnceCell::new(),
            named: OnceCell::new(),
            share: OnceCell::new(),
            nameless: OnceCell::new(),
            nowhere: OnceCell::new(),
        }
    }

    /// The foreign name that the figure is said of.
    pub(super) fn rival(&self) -> Option<Misfit> {
        let find = || self.rival_of_nameless().or_else(|| self.other_name());
        self.rival.get_or_init(|| find().map(|name| Misfit::Rival(name.tokens.clone()))).clone()
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

    /// How many of a hundred of the fact's words are said; a name counts for two.
    pub(super) fn share(&self) -> usize {
        *self.share.get_or_init(|| {
            let Wording { names, words, unsaid, .. } = self.wording;
            let dated = self.scene.dates.iter().any(|(_, period)| self.wording.dates.contains(period));
            let left_out = if dated { unsaid.len() - self.said(unsaid) } else { 0 };
            let total = 2 * names.len() + words.len().saturating_sub(left_out);
            (2 * self.named() + self.said(words)) * 100 / total.max(1)
        })
    }

    /// How many of the fact's names are spoken of. One of an earlier sentence counts only where
    /// this one is about it.
    pub(super) fn named(&self) -> usize {
        let spoken = |(name, governing): (&Alternative, &Option<Standing>)| governing.is_some() || self.is_here(name);
        let names = || self.wording.names.iter().zip(&self.governing);
        *self.named.get_or_init(|| names().filter(|pair| spoken(*pair)).count())
    }

    /// Whether a name stands in the sentence, and not for comparison only.
    fn is_here(&self, name: &Alternative) -> bool {
        let here = |standing: Standing| standing.at.is_some() && standing.level != Level::Compared;
        self.scene.find(name, &self.mark.figure).is_some_and(here)
    }

    pub(super) fn is_mentioned(&self, name: usize) -> bool {
        let spoken = |standing: Standing| standing.level != Level::Compared;
        self.scene.find(&self.wording.names[name], &self.mark.figure).is_some_and(spoken)
    }

    /// How many of some words are said.
    pub(super) fn said(&self, terms: &[Term]) -> usize {
        terms.iter().filter(|term| self.present(**term).is_some()).count()
    }

    /// Where a word stands in the sentence, or in the headers of its cell or list.
    pub(super) fn present(&self, term: Term) -> Option<Standing> {
        let Self { scene, mark: Mark { figure, .. }, .. } = self;
        let here = scene.find_here(term, figure);
        let header = scene.layers.iter().any(|layer| layer.level == Level::Header && layer.terms.contains(&Some(term)));
        let nearest = here
            .into_iter()
            .chain(header.then_some(Standing { level: Level::Header, at: None }))
            .min_by_key(|standing| (standing.level, standing.at.map_or(99, |at| gap(at, figure))));
        nearest.filter(|standing| standing.level != Level::Compared)
    }

    /// Where the name that the fact begins with stands, if the figure is said of it.
    pub(super) fn opening(&self) -> Option<Standing> {
        self.wording.opens_with.and_then(|subject| self.governing[subject])
    }

    /// Without its names, a fact is told again only where nearly all its other words are.
    pub(super) fn is_told_without_names(&self) -> bool {
        let Wording { names, words, .. } = self.wording;
        let clause = self.scene.outline.clause_of(self.mark.figure.start);
        let is_told = || {
            self.subject.is_none()
                && !names.is_empty()
                && self.wording.is_told_by(self.said(words))
                && self.scene.rivals_in(clause, self.profile).next().is_none()
        };
        *self.nameless.get_or_init(is_told)
    }

    /// Whether the fact has several names, and none of them is in the sentence.
    pub(super) fn is_nowhere(&self) -> bool {
        let names = &self.wording.names;
        let in_sentence =
            |name: &Alternative| self.scene.find(name, &self.mark.figure).is_some_and(|standing| standing.at.is_some());
        *self.nowhere.get_or_init(|| names.len() > 1 && !names.iter().any(in_sentence))
    }

    /// "Caledon founded Lorne Ferries": whether the figure's clause has a foreign name that is not
    /// only where, when or with whom.
    pub(super) fn does_to_other(&self) -> bool {
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

    /// "invested €30 million in the shipyard" tells of another sum than what it was bought for.
    pub(super) fn spent_otherwise(&self) -> bool {
        let Self { scene, mark: Mark { figure, kind, .. }, profile, .. } = self;
        let before = figure.start.checked_sub(1).filter(|&at| at >= scene.sentence.start);
        let verb = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Outlay));
        *kind == ClaimKind::Money && before.is_some_and(|at| verb(at) && !scene.is_own(at, profile))
    }

    /// Why the figure is not said of the fact's names.
    pub(super) fn misplaced(&self) -> Misfit {
        let Self { scene, profile, mark: Mark { figure, .. }, .. } = self;
        let misfit = || {
            let mut misfits = self.wording.names.iter().filter_map(|name| {
                let standing = scene.find(name, figure)?;
                governs(scene, figure, profile, name.shape, standing).err()
            });
            misfits.next().unwrap_or(Misfit::NoSubject)
        };
        self.misplaced.get_or_init(misfit).clone()
    }
}
