//! What a figure may be said of, in its own sentence.

use std::ops::Range;

use super::telling::Telling;
use super::words::{Words, tells};
use crate::check::reading::outline::{Certainty, Name, Seam};
use crate::lexicon::Sense;
use crate::text::TokenKind;

/// How a clause refers to what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refers {
    /// "He met…", "Its budget…".
    Pronoun,
    /// "The territory…", "both men".
    Definite,
    None,
}

/// A name that a fact may be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) name: String,
    /// Its tokens, where it stands in the sentence.
    pub(super) at: Option<Range<usize>>,
}

impl Telling<'_> {
    /// The names in the sentence that the figure may be said of, the likeliest first.
    /// `known` are names for sure, even where a capital may be that of the sentence.
    pub(super) fn named(&self, known: &[String]) -> Vec<Subject> {
        let own = self.outline.clause_of(self.figure.start);
        let clause = self.clause();
        let sure = |name: &Name| {
            name.certainty == Certainty::Sure || known.iter().any(|known| *known == self.written(name.tokens.clone()))
        };
        let usable = |name: &&Name| !overlap(&name.tokens, &self.whole) && sure(name);
        let names = |clause: usize| self.outline.names_in(clause).filter(usable);
        // "NASA's New Horizons left": the one that it owns.
        let owns_next = |name: &Name| {
            let next = name.tokens.end + 1;
            name.possessive && self.outline.names.iter().any(|other| (next..next + 2).contains(&other.tokens.start))
        };
        let free = |name: &&Name| !self.is_led(name) && !owns_next(name);
        let mut found: Vec<&Name> = Vec::new();
        // "Ostrel, the capital of 212,000 people", "William Taylor, who was ambassador for three years"
        let comma = |at: usize| self.tokens[at].is_sign(self.prose, ',');
        let beside = |name: &&Name| {
            name.tokens.end == clause.tokens.start
                || (name.tokens.end + 1 == clause.tokens.start && comma(name.tokens.end))
        };
        let relative = clause.seam == Seam::Subordinate && self.means(clause.tokens.start, &[Sense::Relative]);
        if relative || self.means(clause.tokens.start, &[Sense::Article]) {
            found.extend(self.outline.names.iter().filter(usable).rfind(beside));
        }
        // "Russia's three-year war": the one it belongs to.
        let owner = |name: &&Name| {
            name.possessive && name.tokens.end <= self.figure.start && self.figure.start - name.tokens.end <= 4
        };
        found.extend(self.outline.names.iter().filter(usable).filter(owner));
        found.extend(names(own).filter(free).filter(|name| name.tokens.end <= self.figure.start));
        // "Before declaring its independence in 1991, Ukraine was…"
        if self.is_opening(own) && own + 1 < self.outline.clauses.len() {
            found.extend(names(own + 1).filter(free).take(1));
        }
        // A dash or colon begins a sentence of its own.
        let whole = (0..=own).rev().find(|&clause| self.outline.clauses[clause].seam == Seam::Break).unwrap_or(0);
        let told = |clause: &usize| !matches!(self.outline.clauses[*clause].seam, Seam::Compared | Seam::Supposed);
        for earlier in (whole..own).rev().filter(told) {
            found.extend(names(earlier).filter(free).take(1));
        }
        found.extend(names(own).filter(|name| name.tokens.end <= self.figure.start));
        found.extend(names(own));
        found.extend(self.outline.names.iter().filter(usable));
        let mut subjects: Vec<Subject> = Vec::new();
        subjects.extend(self.label());
        for name in found {
            let tokens = self.in_full(&name.tokens);
            let subject = Subject { name: self.written(tokens.clone()), at: Some(tokens) };
            if !subjects.iter().any(|known| known.name == subject.name) {
                subjects.push(subject);
            }
        }
        subjects
    }

    /// "Austria: 85 rescuers": what stands before a colon at the head of a sentence.
    fn label(&self) -> Option<Subject> {
        let start = self.sentence.start;
        let colon = (start..self.sentence.end.min(start + 6)).find(|&at| self.tokens[at].is_sign(self.prose, ':'))?;
        let plain = (start..colon).all(|at| self.tokens[at].kind == TokenKind::Word);
        let fits = plain && colon > start && colon < self.figure.start && self.tokens[start].is_capitalised();
        fits.then(|| Subject { name: self.written(start..colon), at: Some(start..colon) })
    }

    /// A name with the capitals right before it and what it is the name of: "New Horizons", "Orsa dam".
    fn in_full(&self, name: &Range<usize>) -> Range<usize> {
        let belongs = |at: &usize| {
            let token = &self.tokens[*at];
            token.kind == TokenKind::Word && token.is_capitalised() && tells(self.prose, token) && !self.is_office(*at)
        };
        let before = (self.sentence.start..name.start).rev().take_while(belongs).last();
        let thing = name.end < self.sentence.end && self.means(name.end, &[Sense::Landmark, Sense::Institution]);
        before.unwrap_or(name.start)
            ..name.end + usize::from(thing && !self.figures.iter().any(|figure| figure.contains(&name.end)))
    }

    /// "President", "Democrat", "Friday": capitals that belong to no name.
    fn is_office(&self, at: usize) -> bool {
        let other = |sense| {
            matches!(sense, Sense::Title | Sense::Trade | Sense::Titles | Sense::Honorific | Sense::Nationality)
                || matches!(sense, Sense::Month(_) | Sense::Weekday(_) | Sense::Saying)
        };
        self.tokens[at].word.is_some_and(|word| word.senses().any(other))
    }

    /// Whose age it is: the name right before it, else right behind it.
    pub(super) fn aged(&self) -> Option<Subject> {
        let names = self.outline.names.iter().filter(|name| name.certainty == Certainty::Sure);
        let before = |name: &&Name| name.tokens.end <= self.whole.start && self.whole.start - name.tokens.end <= 4;
        let after = |name: &&Name| name.tokens.start >= self.whole.end && name.tokens.start - self.whole.end <= 2;
        let name = names.clone().rfind(before).or_else(|| names.clone().find(after))?;
        let tokens = self.in_full(&name.tokens);
        Some(Subject { name: self.written(tokens.clone()), at: Some(tokens) })
    }

    /// "a quartet of F-35 jets took part": what is counted, where the clause is about it.
    pub(super) fn counted_subject(&self) -> Option<Subject> {
        let words = self.counted().trimmed(self.prose, self.tokens);
        let none = |words: Words| words.content(self.prose, self.tokens) == 0;
        let first = none(self.before(None)) && !words.is_empty() && !none(self.after());
        first.then(|| Subject { name: self.phrase(&words), at: Some(words.range()) })
    }

    /// How the figure's clause refers to what stands before it.
    pub(super) fn reference(&self) -> Refers {
        let own = self.outline.clause_of(self.figure.start);
        let next = own + usize::from(self.is_opening(own) && own + 1 < self.outline.clauses.len());
        let clause = self.outline.clauses[next].tokens.clone();
        let first = clause.into_iter().map(|at| self.text(at)).find(|text| text.starts_with(char::is_alphabetic));
        let is_one_of =
            |words: &[&str]| first.is_some_and(|first| words.iter().any(|word| first.eq_ignore_ascii_case(word)));
        if is_one_of(&["he", "she", "it", "they", "his", "her", "its", "their"]) {
            Refers::Pronoun
        } else if is_one_of(&["the", "this", "that", "these", "those", "both"]) {
            Refers::Definite
        } else {
            Refers::None
        }
    }

    /// What the figure's clause begins with, where that is no name: "both men", "the river".
    pub(super) fn opening(&self) -> Option<Subject> {
        let clause = self.clause().tokens.clone();
        let mut head = self.head(clause.start)?.range();
        if self.dated(&head).is_some() || head.end > self.figure.start {
            return None;
        }
        // "The mayor has", "the owner of"; but "state law caps the growth", whose last word is the verb.
        let closes = self.text(head.end).eq_ignore_ascii_case("of") || self.text(head.end) == "will";
        let links = self.means(head.end, &[Sense::Function, Sense::Modal])
            && !self.means(head.end, &[Sense::Preposition, Sense::Article]);
        let both = head.start > clause.start && self.text(head.start - 1).eq_ignore_ascii_case("both");
        if !closes && !links {
            head.end -= 1;
        }
        let tokens = head.start - usize::from(both)..head.end;
        (!head.is_empty()).then(|| Subject { name: self.uncapitalised(tokens.clone()), at: Some(tokens) })
    }

    /// "the flood of 1954": what the figure's clause begins with, told from others by its year.
    pub(super) fn dated_opening(&self) -> Option<Subject> {
        let tokens = self.dated(&self.head(self.clause().tokens.start)?.range())?;
        Some(Subject { name: self.uncapitalised(tokens.clone()), at: Some(tokens) })
    }

    /// Some words with the date behind them: "flood" with "of 1954".
    fn dated(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let of = self.text(words.end).eq_ignore_ascii_case("of");
        let date = self.dates.iter().find(|(date, _)| of && date.start == words.end + 1 && *date != self.figure)?;
        Some(words.start..date.0.end)
    }

    /// Words of the sentence, without the capital that it begins with.
    fn uncapitalised(&self, tokens: Range<usize>) -> String {
        let written = self.written(tokens.clone());
        let mut letters = written.chars();
        match letters.next().filter(|_| tokens.start == self.sentence.start) {
            Some(first) => first.to_lowercase().chain(letters).collect(),
            None => written,
        }
    }

    /// Whether a preposition stands before a name, an article between them: "in Alaska", "of the Senate".
    fn is_led(&self, name: &Name) -> bool {
        let article = |at: &usize| !self.means(*at, &[Sense::Article]);
        let before = (self.sentence.start..name.tokens.start).rev().find(article);
        before.is_some_and(|at| self.means(at, &[Sense::Preposition]))
    }
}

fn overlap(left: &Range<usize>, right: &Range<usize>) -> bool {
    left.start < right.end && right.start < left.end
}
