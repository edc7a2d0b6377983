//! Whether a sentence of the draft tells a sentence fact again, in its words or in others.

use super::fit::{Clarity, Fit, Found, Misfit, points};
use super::telling::Telling;
use crate::check::reading::phrase::Alternative;
use crate::check::reading::scene::{Level, Mark, Standing, gap};
use crate::check::reading::term::Term;
use crate::check::reading::wording::{Beside, HALF_TOLD, stands_alone, work_after};
use crate::claim::ClaimKind;

/// A figure of a sentence fact beside a figure of the draft.
struct Told<'t> {
    fact: &'t Telling<'t>,
    /// What the fact says of its own figure.
    beside: &'t Beside,
}

/// How well a sentence fact fits a figure, or why it is not about it. `value` says which of the fact's figures is meant.
pub(super) fn fit(fact: &Telling<'_>, value: usize) -> Result<Fit, Misfit> {
    let beside = fact.wording.beside.get(value).ok_or(Misfit::FewWords)?;
    Told { fact, beside }.fit()
}

impl Told<'_> {
    fn fit(&self) -> Result<Fit, Misfit> {
        let Beside { head, counted, near, .. } = self.beside;
        let Mark { figure, whole, .. } = self.fact.mark;
        let happened = self.happened_once();
        if let Some(rival) = self.fact.rival() {
            return Err(rival);
        }
        if self.fact.measure.is_none() {
            // "9,000 employees" are the people that a firm employs.
            let counts_other =
                whole.end > figure.end && self.fact.said(counted) < counted.len() && !self.counts_as_told();
            let nothing_near = self.fact.said(counted) + self.fact.said(near) + self.fact.said(head) == 0 && !happened;
            if self.fact.said(head) < head.len() || counts_other || nothing_near {
                return Err(Misfit::FewWords);
            }
        }
        let of_subject = self.is_told_of_subject(happened);
        let nameless = self.fact.is_told_without_names();
        if self.fact.subject.is_none() && !self.fact.wording.names.is_empty() && !nameless && !of_subject {
            let governed = self.fact.governing.iter().flatten().count();
            if governed == 0 || 2 * self.fact.named() < self.fact.wording.names.len() {
                return Err(self.fact.misplaced());
            }
        }
        let clarity = self.clarity(of_subject || nameless).ok_or(Misfit::FewWords)?;
        let measure = self.fact.measure.map(|found| found.standing);
        let near = measure.or(self.nearest()).map_or(0, |standing| points(self.fact.scene, figure, standing));
        let names = self.fact.governing.iter().flatten().map(|standing| points(self.fact.scene, figure, *standing));
        let far = names.max().unwrap_or(30);
        let subject = self.fact.subject.map_or(far, |standing| points(self.fact.scene, figure, standing));
        let score = near + subject / 2 + i32::try_from(self.fact.share()).unwrap_or(0) / 10;
        let about = self.fact.opening().or(self.fact.subject).and_then(|standing| standing.at);
        Ok(Fit { score, clarity, subject: None, measure: None, about })
    }

    /// Whether what is counted is a word of the fact, where the fact counts people.
    fn counts_as_told(&self) -> bool {
        let Mark { figure, whole, .. } = self.fact.mark;
        self.beside.counts_people && (figure.end..whole.end).any(|at| self.fact.scene.is_own(at, self.fact.profile))
    }

    /// How clearly the sentence tells the fact; none where too little of it is there.
    fn clarity(&self, told: bool) -> Option<Clarity> {
        let names = self.fact.wording.names.len();
        let share = self.fact.share();
        let spoken = self.fact.named();
        // Without its names, only a count of what the fact counts proves that it is spoken of.
        let counts = !self.beside.counted.is_empty() && !self.beside.counts_people;
        Some(match share {
            _ if self.is_remote()
                || self.did_other()
                || self.fact.spent_otherwise()
                || (names > 0 && spoken == 0 && !counts) =>
            {
                Clarity::Faint
            }
            100.. => Clarity::Verbatim,
            70.. => Clarity::Clear,
            60.. if names > 0 && spoken == names => Clarity::Clear,
            60.. if names == 0 && self.says_what_is_told() => Clarity::Clear,
            // A measure of its own says what the sentence need not.
            25.. if self.fact.measure.is_some() && 2 * spoken >= names && self.says_of_what() => Clarity::Clear,
            // "…, formed in 2004": of a long sentence, its subject and the figure's own clause.
            _ if told => Clarity::Clear,
            HALF_TOLD.. => Clarity::Faint,
            _ => return None,
        })
    }

    /// Whether all is said without which the fact is not told, and that is more than one word.
    fn says_what_is_told(&self) -> bool {
        let telling = &self.beside.telling;
        telling.len() > 1 && self.fact.said(telling) == telling.len()
    }

    /// Whether the figure is said of the name that the fact says its own of.
    fn has_subject(&self) -> bool {
        self.beside.of.map_or_else(|| self.fact.opening(), |name| self.fact.governing[name]).is_some()
    }

    /// Whether the fact's subject is spoken of, and what happened to it once; or nearly all that the
    /// fact's clause says beside the figure.
    fn is_told_of_subject(&self, happened: bool) -> bool {
        let Beside { near, names, .. } = self.beside;
        let said = self.fact.said(near);
        let clause = names.iter().all(|name| self.fact.is_mentioned(*name)) && said > 0 && 3 * said >= 2 * near.len();
        self.has_subject() && (clause || (happened && !self.fact.does_to_other()))
    }

    /// "was founded in 1997", "a 2018 comedy": whether the draft says what happened once on the date.
    fn happened_once(&self) -> bool {
        let Telling { scene, mark: Mark { figure, kind, .. }, .. } = self.fact;
        let once = &self.beside.once;
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

    /// "140 people were rescued" tells of other people than those killed.
    fn did_other(&self) -> bool {
        let Beside { counts_people, near, .. } = self.beside;
        *counts_people && self.fact.measure.is_none() && !near.is_empty() && self.fact.said(near) == 0
    }

    /// A measure says nothing of what is measured: another word or name of the sentence must.
    fn says_of_what(&self) -> bool {
        let Telling { scene, mark, profile, wording, .. } = self.fact;
        let phrase = |found: Found| profile.measure.iter().find(|known| known.phrase == found.phrase);
        let measures = |term: &Term| profile.measure.iter().any(|alternative| alternative.terms.contains(term));
        let others: Vec<Term> = wording.words.iter().copied().filter(|term| !measures(term)).collect();
        // "rain fell" says of what, too.
        // "Nine passengers have not been found", where passengers are what the fact counts.
        let counted: Vec<Term> = self.beside.counted.iter().copied().filter(|term| !measures(term)).collect();
        self.fact.named() > 0
            || !counted.is_empty() && !self.beside.counts_people && self.fact.said(&counted) == counted.len()
            || self.fact.measure.is_some_and(|found| {
                // "paid off: they received…, a 45% increase" is no pay rise.
                let together = |phrase: &Alternative| {
                    phrase.terms.len() > 1 && scene.has_together(&phrase.terms, found.standing, &mark.figure)
                };
                phrase(found).is_some_and(together)
            })
            || self.fact.said(&others) > 1 && 2 * self.fact.said(&others) >= others.len()
    }

    /// The nearest of the words that say what the figure is of.
    fn nearest(&self) -> Option<Standing> {
        let Beside { head, counted, near, once, .. } = self.beside;
        let words = head.iter().chain(counted).chain(near).chain(once);
        let standings = words.filter_map(|term| self.fact.present(*term));
        standings.min_by_key(|standing| (standing.level, standing.at.map_or(99, |at| gap(at, &self.fact.mark.figure))))
    }

    /// Names from the sentences before, or words from elsewhere in this one, prove little.
    fn is_remote(&self) -> bool {
        let measure = self.fact.measure.map(|found| found.standing);
        (measure.is_none() && self.fact.is_nowhere())
            || measure.or(self.nearest()).is_none_or(|standing| standing.level >= Level::Sentence)
    }
}
