//! Whether a sentence of the draft tells a sentence fact again, in its words or in others.

use std::ops::Range;

use super::fit::{Clarity, Fit, Found, Misfit, points};
use super::telling::Telling;
use crate::check::compare::outcome::Period;
use crate::check::reading::nearby::{stands_alone, work_after};
use crate::check::reading::phrase::Alternative;
use crate::check::reading::scene::{Level, Mark, Standing, gap};
use crate::check::reading::term::Term;
use crate::check::reading::wording::{Beside, HALF_TOLD, TOLD_AGAIN};
use crate::claim::ClaimKind;
use crate::text::TokenKind;

/// So many words of a clause beside its figure are told again by no chance.
const CLAUSE_WORDS: usize = 4;

/// How many days no month has.
const MONTH: i32 = 32;

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
        let mark_is_date = self.fact.mark.kind == ClaimKind::Date;
        if let Some(rival) = self.fact.rival() {
            return Err(rival);
        }
        if self.fact.measure.is_none() {
            // "9,000 employees" are the people that a firm employs.
            let counts_other =
                whole.end > figure.end && self.fact.said(counted) < counted.len() && !self.counts_as_told();
            if self.beside.changed.len() > 1 && !self.says_what_changed() {
                return Err(Misfit::FewWords);
            }
            if mark_is_date && !self.dates_its_change() {
                return Err(Misfit::FewWords);
            }
            let said = self.fact.said(counted) + self.fact.said(near) + self.fact.said(head);
            let nothing_near = said == 0 && !happened && !self.has_changed() && !self.is_of_same_match();
            let unsaid = self.fact.said(head) < head.len() && !self.is_dated_alike();
            if unsaid || counts_other || nothing_near {
                return Err(Misfit::FewWords);
            }
        }
        let of_subject = self.is_told_of_subject(happened);
        let nameless = self.fact.is_told_without_names();
        let whole = self.tells_whole_clause();
        let told = of_subject || nameless || whole || self.tells_clause() || self.is_of_same_match();
        if self.fact.subject.is_none() && !self.fact.wording.names.is_empty() && !told {
            let governed = self.fact.governing.iter().flatten().count();
            if governed == 0 || 2 * self.fact.named() < self.fact.wording.names.len() {
                return Err(self.fact.misplaced());
            }
        }
        let clarity = self.clarity(told, whole).ok_or(Misfit::FewWords)?;
        let measure = self.fact.measure.map(|found| found.standing);
        let near = measure.or(self.nearest()).map_or(0, |standing| points(self.fact.scene, figure, standing));
        let names = self.fact.governing.iter().flatten().map(|standing| points(self.fact.scene, figure, *standing));
        let far = names.max().unwrap_or(30);
        let subject = self.fact.subject.map_or(far, |standing| points(self.fact.scene, figure, standing));
        let score = near + subject / 2 + i32::try_from(self.fact.share()).unwrap_or(0) / 10;
        let about = self.fact.opening().or(self.fact.subject).and_then(|standing| standing.at);
        Ok(Fit { score, clarity, subject: None, measure: None, about })
    }

    /// "cut its key rate by 0.52 points": whether the figure tells in the fact's words what changed, and how.
    fn has_changed(&self) -> bool {
        let Telling { scene, mark, .. } = self.fact;
        let changed = &self.beside.changed;
        let verb = || changed.iter().any(|term| scene.terms[mark.whole.clone()].contains(&Some(*term)));
        mark.kind == ClaimKind::Change && changed.len() > 1 && verb() && self.says_what_changed()
    }

    /// "cut its key rate by 0.25 points on 15 June": whether a date beside a change that the fact tells is the only one here,
    /// and the change is told with it as the fact has it. What was cut may have been cut on other days.
    fn dates_its_change(&self) -> bool {
        let Telling { scene, wording, .. } = self.fact;
        let text = |at: usize| scene.tokens[at].text(scene.prose);
        let told = |beside: &Beside| {
            scene.figures.iter().filter(|(kind, _)| *kind == ClaimKind::Change).any(|(_, change)| {
                let said = |term: &Term| scene.terms[change.clone()].contains(&Some(*term));
                let given = |amount: &String| change.clone().any(|at| text(at) == amount);
                beside.changed.iter().all(said) && beside.amounts.iter().all(given)
            })
        };
        let mut changes = wording.beside.iter().filter(|beside| beside.changed.len() > 1).peekable();
        changes.peek().is_none() || scene.dates.len() == 1 && changes.any(told)
    }

    /// Whether the figure's clause says what changed, and how.
    fn says_what_changed(&self) -> bool {
        let Telling { scene, mark, .. } = self.fact;
        let clause = &scene.terms[scene.clause(&mark.figure).tokens.clone()];
        self.beside.changed.iter().all(|term| clause.contains(&Some(*term)))
    }

    /// "the 3.1 billion that the council approved in May 2016", of a fact on the budget that it approved then: whether two
    /// words of the fact stand with a month or day of it in the figure's clause, so that the thing need not be named.
    fn is_dated_alike(&self) -> bool {
        let Telling { scene, mark, wording, .. } = self.fact;
        let clause = scene.clause(&mark.figure).tokens.clone();
        let told = |(date, period): &(Range<usize>, Period)| {
            let month = period.first.until(period.last).is_ok_and(|span| span.get_days() < MONTH);
            month && clause.contains(&date.start) && wording.dates.contains(period)
        };
        scene.dates.iter().any(told) && self.fact.said(&self.beside.near) > 1
    }

    /// Whether what is counted is a word of the fact, or "people", where the fact counts people.
    fn counts_as_told(&self) -> bool {
        let Mark { figure, whole, .. } = self.fact.mark;
        let scene = self.fact.scene;
        let told = |at: usize| scene.is_own(at, self.fact.profile) || scene.tokens[at].text(scene.prose) == "people";
        self.beside.counts_people && (figure.end..whole.end).any(told)
    }

    /// How clearly the sentence tells the fact; none where too little of it is there. `whole` says whether all of the
    /// figure's clause is, so that names of other clauses may be left out.
    fn clarity(&self, told: bool, whole: bool) -> Option<Clarity> {
        let names = self.fact.wording.names.len();
        let share = self.fact.share();
        let spoken = self.fact.named();
        // Without its names, only a count of what the fact counts proves that it is spoken of.
        let counts = !self.beside.counted.is_empty() && !self.beside.counts_people;
        Some(match share {
            _ if self.is_remote()
                || self.did_other()
                || self.fact.spent_otherwise()
                || (names > 0 && spoken == 0 && !counts && !whole) =>
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

    /// "The probe was launched on 3 March 2022", of a fact that goes on with when it reached Mars: whether the fact's subject
    /// and hardly less than all of the figure's own clause are said.
    fn tells_whole_clause(&self) -> bool {
        let Telling { wording, .. } = self.fact;
        let Beside { head, counted, near, names, depends, .. } = self.beside;
        let words = [head, counted, near];
        let all: usize = words.iter().map(|words| words.len()).sum();
        let said: usize = words.iter().map(|words| self.fact.said(words)).sum();
        let governs = |name: usize| self.fact.governing[name].is_some();
        let subject = match (wording.opens_with, wording.first) {
            (Some(name), _) => governs(name),
            (None, Some(first)) => self.fact.present(first).is_some(),
            (None, None) => false,
        };
        // "In the Old Town, where rents rose, tenants envy those in the Lakeside district."
        let said_of = names.is_empty() || names.iter().any(|&name| governs(name));
        let spoken = said_of && names.iter().all(|&name| self.fact.is_mentioned(name));
        !depends && subject && spoken && said + names.len() > 1 && said * 100 >= TOLD_AGAIN * all
    }

    /// "The Blues lost 3-1 to the Reds": whether a result names both of the two that the fact tells of.
    fn is_of_same_match(&self) -> bool {
        let names = &self.beside.names;
        self.fact.mark.kind == ClaimKind::Score
            && names.len() == 2
            && names.iter().all(|&name| self.fact.is_mentioned(name))
    }

    /// "In 1956 a new siding was provided for the mill at Woodhall, followed by…": whether all is said without which the
    /// figure is not told, most of its clause, and a name of it.
    fn tells_clause(&self) -> bool {
        let Beside { near, names, acts, telling, .. } = self.beside;
        let spoken = names.iter().filter(|&&name| self.fact.is_mentioned(name)).count();
        let said = self.fact.said(near);
        let most = 2 * (spoken + said) >= names.len() + near.len();
        // "Brandt was jailed for eight years", of a fact on the judge who did it.
        let Telling { scene, mark, governing, .. } = self.fact;
        let first = scene.outline.names_in(scene.outline.clause_of(mark.figure.start)).next();
        let leads = |at: usize| first.is_some_and(|first| first.tokens.contains(&at));
        let done_to = names.iter().any(|&name| governing[name].and_then(|standing| standing.at).is_some_and(leads));
        let done = !acts.is_empty() && self.fact.said(acts) == acts.len() && self.fact.said(telling) == telling.len();
        let deed = done && done_to;
        spoken > 0 && most && (said >= CLAUSE_WORDS && self.says_what_is_told() || said > 1 && deed)
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
        let own = scene.outline.clause_of(figure.start);
        let clause = &scene.outline.clauses[own].tokens;
        let said = |at: usize| scene.terms[at].is_some_and(|term| once.contains(&term));
        if *kind == ClaimKind::Duration && scene.is_of_history(figure) {
            return self.beside.history.is_some();
        }
        // "On 3 March 2025, Anna Vale died."
        let fronted = scene.outline.clauses.get(own + 1).filter(|_| scene.is_adverbial(own));
        let mut words = clause.clone().chain(fronted.into_iter().flat_map(|next| next.tokens.clone()));
        *kind == ClaimKind::Date
            && !once.is_empty()
            && (words.any(|at| said(at) && stands_alone(scene.tokens, at, figure))
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
        let Beside { head, counted, near, once, changed, .. } = self.beside;
        let changed = if self.has_changed() { changed.as_slice() } else { &[] };
        let words = head.iter().chain(counted).chain(near).chain(once).chain(changed);
        let standings = words.filter_map(|term| self.fact.present(*term));
        standings.min_by_key(|standing| (standing.level, standing.at.map_or(99, |at| gap(at, &self.fact.mark.figure))))
    }

    /// "a siphon, to be ready in 2027" in a list that a sentence about a vote leads into: whether a date stands with other
    /// words than the fact's.
    fn is_listed_alone(&self) -> bool {
        let Telling { scene, mark, profile, .. } = self.fact;
        let word = |at: &usize| scene.tokens[*at].kind == TokenKind::Word && scene.terms[*at].is_some();
        let words = || scene.sentence.clone().filter(|at| !mark.figure.contains(at)).filter(word);
        mark.kind == ClaimKind::Date
            && scene.is_listed()
            && words().count() > 1
            && !words().any(|at| scene.is_own(at, profile))
    }

    /// Names from the sentences before, or words from elsewhere in this one, prove little.
    fn is_remote(&self) -> bool {
        let measure = self.fact.measure.map(|found| found.standing);
        (measure.is_none() && self.fact.is_nowhere())
            || self.is_listed_alone()
            || measure.or(self.nearest()).is_none_or(|standing| standing.level >= Level::Sentence)
    }
}
