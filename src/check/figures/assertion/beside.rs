//! Whether a figure is that of a thing which only stands beside the subject: "a studio with sales of $90 million",
//! "Larder, which employs 5,100 people".

use super::otherwise::Otherwise;
use crate::check::reading::outline::{Certainty, Name, is_past_tense};
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::text::TokenKind;

impl Otherwise<'_> {
    /// "A ship 290 meters long struck the Halvard Bridge".
    pub(super) fn opens_with_another(&self) -> bool {
        let scene = self.scene;
        let start = scene.clause(&self.mark.figure).tokens.start;
        let opens =
            ["a", "an"].iter().any(|article| scene.tokens[start].text(scene.prose).eq_ignore_ascii_case(article));
        let described = start + 1..self.mark.figure.start;
        let subject = self.pair.fit.subject.and_then(|found| found.standing.at);
        opens
            && !described.is_empty()
            && described.into_iter().all(|at| self.is_thing(at) && !self.is_own(at))
            && subject.is_some_and(|at| at > self.mark.figure.end)
    }

    /// "paid $400 million for a studio with sales of $90 million": a thing without a name stands
    /// between, and the measure is its own.
    pub(super) fn belongs_to_another(&self) -> bool {
        let scene = self.scene;
        let clause = scene.clause(&self.mark.figure).tokens.start;
        let measure = self.pair.fit.measure.and_then(|found| found.standing.at);
        let limit = measure.map_or(self.mark.figure.start, |at| at.min(self.mark.figure.start));
        let subject = self.pair.fit.about.filter(|&at| at >= clause).map_or(clause, |at| at + 1);
        let has = (subject..limit).rev().find(|&at| {
            let text = scene.tokens[at].text(scene.prose);
            ["with", "whose", "worth"].contains(&text)
        });
        let Some(has) = has else { return false };
        let article =
            (subject..has).rev().take(5).find(|&at| ["a", "an"].contains(&scene.tokens[at].text(scene.prose)));
        let Some(article) = article.filter(|&article| article > subject) else { return false };
        let before = &scene.tokens[article - 1];
        let tells = before.word.is_some_and(|word| word.is(Sense::Becomes));
        let leads = before.word.is_some_and(|word| word.is(Sense::Preposition)) || is_past_tense(scene.prose, before);
        leads && !tells && article + 1 < has && (article + 1..has).all(|at| !self.is_own(at))
    }

    /// "Fenwick Foods bought Larder & Co., which employs 5,100 people": what a relative clause tells, it
    /// tells of the name right before it.
    pub(super) fn is_of_name_before(&self) -> bool {
        let scene = self.scene;
        // "that will cost €120 million and employ 450 people"
        let own = scene.outline.clause_of(self.mark.figure.start);
        let clauses = &scene.outline.clauses;
        let first = scene.outline.joined_from(own);
        let clause = clauses[first].tokens.start..clauses[own].tokens.end;
        let relative = scene.tokens[clause.start].word.is_some_and(|word| word.is(Sense::Relative));
        let here = self.pair.fit.about.is_some_and(|at| clause.contains(&at));
        if !relative || here {
            return false;
        }
        let sign = |at: &usize| scene.tokens[*at].kind == TokenKind::Symbol;
        let Some(last) = (scene.sentence.start..clause.start).rev().find(|at| !sign(at)) else { return false };
        // "a factory in Porto that will employ 450 people"
        let article = |at: &usize| ["a", "an"].contains(&scene.tokens[*at].text(scene.prose));
        let thing = (clause.start.saturating_sub(5).max(scene.sentence.start)..clause.start).rev().find(article);
        // "Castellan, a Democrat who took office": what stands beside a name is the name's.
        let beside = |thing: usize| thing > scene.sentence.start && scene.tokens[thing - 1].is_sign(scene.prose, ',');
        // "Kestrel is a firm that employs 450": nor is what it is said to be.
        let is_it = |thing: usize| {
            let becomes = |word: Word| word.is(Sense::Becomes);
            thing > scene.sentence.start && scene.tokens[thing - 1].word.is_some_and(becomes)
        };
        let foreign =
            |thing: usize| !beside(thing) && !is_it(thing) && !(thing..clause.start).any(|at| self.is_own(at));
        if last + 1 == clause.start && thing.is_some_and(foreign) {
            return true;
        }
        let stands = |name: &&Name| name.tokens.end == last + 1 && name.certainty == Certainty::Sure;
        scene.outline.names.iter().filter(stands).any(|name| !scene.owns(self.pair.profile, name))
    }

    /// "The Norrin clinic, with 90 beds, takes patients from": whether the figure stands in an aside to a noun that is none
    /// of the fact's, nor what stands for it.
    pub(super) fn is_with_another(&self) -> bool {
        let scene = self.scene;
        let own = scene.outline.clause_of(self.mark.figure.start);
        let clause = scene.outline.clauses[own].tokens.clone();
        let with = scene.tokens[clause.start].text(scene.prose) == "with" && self.mark.whole.end == clause.end;
        let closes = |at: usize| scene.tokens.get(at).is_some_and(|token| token.is_sign(scene.prose, ','));
        let Some(before) = own.checked_sub(1).filter(|_| with && closes(clause.start - 1) && closes(clause.end)) else {
            return false;
        };
        let noun = scene.outline.clauses[before].tokens.clone();
        let stands = |word: Word| word.is(Sense::Generic) || word.is(Sense::Pronoun);
        let last = clause.start - 2;
        self.is_thing(last)
            && !scene.tokens[last].word.is_some_and(stands)
            && !noun.clone().any(|at| self.is_own(at) || scene.is_finite(at))
    }

    /// "recalled an earlier drug, sefolimab, which cut attacks by 38 percent": whether the figure stands in a clause with
    /// "which" behind a thing that is none of the fact's.
    pub(super) fn is_of_antecedent(&self) -> bool {
        let scene = self.scene;
        let clause = scene.outline.clause_of(self.mark.figure.start);
        let start = scene.outline.clauses[clause].tokens.start;
        // "Islanders, who pay a toll of £1.80 on the Skerry Bridge, want it scrapped"
        let named = |at: usize| scene.tokens[at].is_capitalised() && self.is_own(at) && at >= start;
        if self.pair.fit.about.is_some_and(named) {
            return false;
        }
        let relative = scene.tokens[start].word.is_some_and(|word| word.is(Sense::Relative));
        let sign = |at: usize| scene.tokens[at].is_symbol();
        let last = (scene.sentence.start..start).rev().find(|&at| !sign(at)).filter(|_| relative);
        let Some(last) = last.filter(|&at| self.is_thing(at)) else { return false };
        // "The study, which": what is told of before may go by many names.
        let begins = scene.outline.clauses[scene.outline.clause_of(last)].tokens.start;
        let definite = |at: usize| {
            let text = scene.tokens[at].text(scene.prose);
            ["the", "this", "that", "its", "their", "his", "her", "our"]
                .iter()
                .any(|word| text.eq_ignore_ascii_case(word))
        };
        let own = |at: usize| definite(at) || self.is_own(at);
        !(begins..=last).any(own) && !(scene.sentence.start..begins).any(|at| self.is_own(at))
    }

    /// "Today it has 11,400 employees", of revenue in a quarter: whether nothing in a date's clause is what the fact's
    /// sentence says of its own date.
    pub(super) fn dates_another_deed(&self) -> bool {
        let scene = self.scene;
        let own = scene.outline.clause_of(self.mark.figure.start);
        let clause = scene.outline.clauses[own].tokens.clone();
        let verb = clause.clone().find(|&at| scene.is_finite(at));
        // ", was made on May 29, 1953", "1998 was the year": what is dated stands elsewhere.
        let subject = |at: &usize| !scene.tokens[*at].is_symbol() && !self.mark.figure.contains(at);
        let acts = verb.is_some_and(|verb| (clause.start..verb).any(|at| subject(&at)));
        let told = |at: usize| self.is_own(at) && !self.mark.figure.contains(&at);
        // "It was on November 12 that the ferry sank"
        let next = scene.tokens.get(clause.end).map_or("", |token| token.text(scene.prose));
        let cleft = clause.end < scene.sentence.end && matches!(next, "that" | "when");
        self.mark.kind == ClaimKind::Date
            && !cleft
            && self.pair.profile.wording.is_some()
            && self.pair.fit.measure.is_none()
            && acts
            && !clause.clone().any(told)
    }

    /// "Heart attacks kill close to 18 million people", of those that cancer kills: whether the clause has a subject before
    /// its verb of which the fact says nothing.
    pub(super) fn has_another_subject(&self) -> bool {
        let scene = self.scene;
        let clause = scene.outline.clause_of(self.mark.figure.start);
        let clause = scene.outline.clauses[scene.subject_clause_of(clause)].tokens.clone();
        let Some(verb) = clause.clone().find(|&at| scene.is_finite(at) || self.is_verb(at)) else { return false };
        let stands_for = [Sense::Pronoun, Sense::Generic, Sense::Relative];
        let stands = |word: Word| stands_for.iter().any(|&sense| word.is(sense));
        let thing = |at: usize| self.is_thing(at) && !scene.tokens[at].word.is_some_and(stands);
        // "The hospital at Highfold treated"
        let place = |&at: &usize| ["at", "in", "near", "on"].contains(&scene.tokens[at].text(scene.prose));
        let subject = clause.start..(clause.start + 1..verb).find(place).unwrap_or(verb);
        !subject.contains(&self.mark.figure.start)
            && subject.clone().any(thing)
            && !subject.clone().any(|at| self.is_own(at) || scene.tokens[at].word.is_some_and(stands))
    }
}
