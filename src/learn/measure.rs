//! What a sentence says of a subject that a figure is: the measures that a fact on it may be placed by, the likeliest
//! first.

use std::ops::Range;

use super::subject::Subject;
use super::telling::Telling;
use super::words::{Words, tells};
use crate::check::reading::outline::{Certainty, Seam};
use crate::claim::ClaimKind;
use crate::lexicon::Sense;

/// How many words of content a measure has at most.
const WORDS: usize = 4;

impl Telling<'_> {
    /// What says of a subject what the figure is: "purchased the territory", "death toll", "homes destroyed".
    pub(super) fn measures(&self, subject: &Subject) -> Vec<String> {
        let counted = self.counted();
        let trimmed = |words: Words| words.trimmed(self.prose, self.tokens);
        let before = trimmed(self.before(subject.at.as_ref()));
        let after = trimmed(self.after());
        let head = self.head(self.clause().tokens.start).filter(|head| {
            head.end() <= self.figure.start && subject.at.as_ref().is_none_or(|name| head.end() <= name.start)
        });
        // "a capital of 212,000 people": what it is of says enough.
        let of = self.figure.start > self.sentence.start && self.text(self.figure.start - 1) == "of";
        let counted = if of && self.counts_people() { Words::default() } else { counted };
        let with = |words: &Words, more: &Words| self.phrase(&words.and(more));
        let mut found = Vec::new();
        match (&before, &head) {
            // "a nearly three-hour meeting"
            _ if self.describes() => found.push(self.phrase(&self.noun())),
            // "About 1,900 homes were destroyed"
            (before, _) if before.is_empty() => {
                found.push(with(&counted, &after));
                found.extend(head.as_ref().map(|head| with(head, &counted)));
            }
            // "The death toll from the flood on the Maren rose to 41"
            (before, Some(head))
                if subject
                    .at
                    .as_ref()
                    .is_some_and(|name| head.end() <= name.start && name.end <= self.figure.start) =>
            {
                found.push(with(head, &counted));
                found.push(with(before, &counted));
            }
            // "one trip around the Sun lasts 248 years"
            (before, Some(head)) if head.end() < before.range().start => {
                let gap = Words::from(head.end()..before.range().start);
                if self.is_plain(head.end()..before.range().start) {
                    found.push(with(&head.and(&gap).and(before), &counted));
                }
                found.push(with(before, &counted));
                found.push(with(head, &counted));
            }
            (before, _) => {
                found.push(with(before, &counted));
                found.extend(head.as_ref().map(|head| with(head, &counted)));
            }
        }
        found.extend([&before, &counted, &after].map(|words| self.phrase(words)));
        found.extend(head.iter().map(|head| self.phrase(head)));
        let mut measures: Vec<String> = Vec::new();
        // What the subject says already.
        if subject.at.as_ref().is_some_and(|name| name.start >= self.figure.end && name.end <= self.counted_end()) {
            found.insert(0, self.phrase(&after));
        }
        for measure in found {
            if !measure.is_empty() && measure != subject.name && !measures.contains(&measure) {
                measures.push(measure);
            }
        }
        measures
    }

    /// Some words as the draft has them, without the small ones at their ends.
    pub(super) fn phrase(&self, words: &Words) -> String {
        let trimmed = words.trimmed(self.prose, self.tokens);
        trimmed.runs().map(|run| self.written(run)).collect::<Vec<_>>().join(" ")
    }

    /// Whether some words may stand inside a phrase: few, no signs, no figures.
    fn is_plain(&self, tokens: Range<usize>) -> bool {
        tokens.len() <= WORDS && !tokens.into_iter().any(|at| self.tokens[at].is_symbol() || self.is_figure(at))
    }

    /// "three-hour meeting", "a $412 million budget": whether the figure describes the noun behind it.
    fn describes(&self) -> bool {
        let hyphened = self.figure.clone().any(|at| self.tokens[at].is_sign(self.prose, '-'));
        let article = self.figure.start > self.sentence.start
            && self.means(self.figure.start - 1, &[Sense::Article])
            && self.kind != ClaimKind::Count;
        self.whole.end == self.figure.end && (hyphened || article) && !self.noun().is_empty()
    }

    /// What the figure describes: "meeting on the Ukraine war".
    fn noun(&self) -> Words {
        let end = self.clause().tokens.end;
        let tells = |at: &usize| tells(self.prose, &self.tokens[*at]) && !self.is_figure(*at);
        let stretch =
            |from: usize| (from..end.min(from + WORDS - 1)).take_while(tells).last().map(|last| from..last + 1);
        let Some(noun) = stretch(self.whole.end) else { return Words::default() };
        let joins = noun.end < end && ["on", "with", "for", "of"].contains(&self.text(noun.end));
        let article = noun.end + 1 + usize::from(self.means(noun.end + 1, &[Sense::Article]));
        match stretch(article).filter(|_| joins) {
            Some(more) => Words::from(noun.start..more.end),
            None => Words::from(noun),
        }
    }

    /// What is counted: "officials" of "two officials", "railway line" of "74 kilometres of railway line".
    pub(super) fn counted(&self) -> Words {
        let mut words = Words::default();
        for at in self.figure.end..self.counted_end() {
            if words.content(self.prose, self.tokens) == WORDS - 1 {
                break;
            }
            words.push(at);
        }
        words
    }

    /// One past what is counted or measured.
    pub(super) fn counted_end(&self) -> usize {
        let of = self.whole.end == self.figure.end && self.text(self.figure.end).eq_ignore_ascii_case("of");
        let limit = self.clause().tokens.end.min(self.figure.end + WORDS - 1);
        let tells = |at: &usize| tells(self.prose, &self.tokens[*at]);
        let noun = (self.figure.end + 1..limit).take_while(tells).last();
        noun.filter(|_| of).map_or(self.whole.end, |last| last + 1)
    }

    /// Whether those are only people.
    fn counts_people(&self) -> bool {
        let words = self.figure.end..self.whole.end;
        let person = |at: usize| self.means(at, &[Sense::Person, Sense::Plural]);
        words.len() == 1 && words.into_iter().all(person)
    }

    /// The words before the figure, back to the subject: "purchased the territory" before "in 1867".
    pub(super) fn before(&self, subject: Option<&Range<usize>>) -> Words {
        let clause = self.clause();
        let mut from = clause.tokens.start;
        // "a conflict that started in 2022"
        let goes_on =
            |at: usize| !self.means(at, &[Sense::Article, Sense::Pronoun]) && !self.tokens[at].is_capitalised();
        if clause.seam == Seam::Subordinate && self.means(from, &[Sense::Relative]) && goes_on(from + 1) {
            from = self.sentence.start;
        }
        let mut words = Words::default();
        let mut at = self.figure.start;
        while at > from {
            at -= 1;
            if let Some(other) = self.figures.iter().find(|other| other.contains(&at)) {
                at = other.start;
                // "approved the package [on Tuesday] by a vote"
                at -= usize::from(at > from && self.means(at - 1, &[Sense::Preposition]));
                continue;
            }
            let content = words.content(self.prose, self.tokens);
            let token = &self.tokens[at];
            let joins = token.glued && matches!(self.text(at), "-" | "." | "&");
            let leads = self.means(at, &[Sense::Article, Sense::Preposition, Sense::Pronoun, Sense::Relative]);
            let ends = subject.is_some_and(|name| name.contains(&at))
                || (token.is_symbol() && !joins)
                || (content >= 2 && leads)
                || (content >= 1 && at < clause.tokens.start && leads)
                || content == WORDS;
            if ends {
                // "swung by Jupiter at a distance": the verb that the preposition belongs to.
                let verb = at.checked_sub(1).filter(|&verb| verb >= from && self.means(at, &[Sense::Preposition]));
                if let Some(verb) = verb.filter(|&verb| content == 2 && self.is_verb(verb, from, subject)) {
                    words.push(at);
                    words.push(verb);
                }
                break;
            }
            words.push(at);
        }
        words
    }

    /// Whether a word right behind the subject, a pronoun or the clause's beginning is its verb.
    fn is_verb(&self, at: usize, from: usize, subject: Option<&Range<usize>>) -> bool {
        let opens = at == from
            || subject.is_some_and(|name| name.end == at)
            || self.means(at - 1, &[Sense::Pronoun, Sense::Function]);
        opens && tells(self.prose, &self.tokens[at]) && !self.tokens[at].is_capitalised()
    }

    /// The words behind the figure and what is counted: "were destroyed".
    pub(super) fn after(&self) -> Words {
        let clause = self.clause().tokens.clone();
        let mut words = Words::default();
        for at in self.counted_end()..clause.end {
            let content = words.content(self.prose, self.tokens);
            let token = &self.tokens[at];
            let joins = token.glued && self.tokens[at].is_sign(self.prose, '-');
            let leads = self.means(at, &[Sense::Preposition]) && content >= 1;
            if (token.is_symbol() && !joins) || leads || content == WORDS - 1 || self.is_figure(at) {
                break;
            }
            words.push(at);
        }
        words
    }

    /// The words that a clause begins with, up to the first small one, name or figure: "death toll".
    pub(super) fn head(&self, start: usize) -> Option<Words> {
        let end = self.outline.clauses[self.outline.clause_of(start)].tokens.end;
        let mut words = Words::default();
        for at in start..end {
            let token = &self.tokens[at];
            let joins = token.glued && token.is_sign(self.prose, '-') && !words.is_empty();
            let small = !tells(self.prose, token) && !joins;
            let name =
                self.outline.names.iter().any(|name| name.certainty == Certainty::Sure && name.tokens.contains(&at));
            if words.is_empty() && small && !token.is_symbol() && !self.is_figure(at) {
                continue;
            }
            if small || name || self.is_figure(at) || words.content(self.prose, self.tokens) == WORDS - 1 {
                break;
            }
            words.push(at);
        }
        (!words.is_empty()).then_some(words)
    }
}
