//! The sentence that a figure stands in, and what it is said of: the subjects and the measures that a fact on it may
//! be placed by, the likeliest first, in the sentence's own words.

use std::ops::Range;

use super::words::{Words, is_any, tells};
use crate::check::figure_tokens;
use crate::check::outline::{Certainty, Clause, Name, Outline, Seam, has_sense};
use crate::claim::{Claim, ClaimKind};
use crate::lexicon::Sense;
use crate::source::Document;
use crate::text::{Token, TokenKind, Tokens};
use crate::value::DateSpan;

/// How many words of content a measure has at most.
const WORDS: usize = 4;

/// The sentence of one claim.
pub(super) struct Telling<'p> {
    pub(super) prose: &'p str,
    /// All tokens of the block.
    pub(super) tokens: &'p [Token],
    pub(super) sentence: Range<usize>,
    pub(super) outline: Outline,
    /// Every figure of the sentence, in order.
    pub(super) figures: Vec<Range<usize>>,
    /// The dates among them.
    pub(super) dates: Vec<(Range<usize>, DateSpan)>,
    /// The figure with its hedge.
    pub(super) figure: Range<usize>,
    /// The figure without its hedge.
    pub(super) core: Range<usize>,
    /// The figure with its hedge and what is counted.
    pub(super) whole: Range<usize>,
    pub(super) kind: ClaimKind,
}

/// How a clause refers to what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
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

impl<'p> Telling<'p> {
    /// Reads the sentence of a claim, one of `claims`, in the block whose tokens these are.
    pub(super) fn of(document: &'p Document<'_>, tokens: &'p Tokens, claim: &Claim<'_>, claims: &[Claim<'_>]) -> Self {
        let place = &claim.place;
        let here = |other: &&Claim<'_>| {
            (other.place.block, other.place.sentence) == (place.block, place.sentence)
                && !matches!(other.kind, ClaimKind::Role | ClaimKind::Quote | ClaimKind::Statement)
        };
        let figures: Vec<_> = claims.iter().filter(here).map(|other| figure_tokens(other, document, tokens)).collect();
        let dates = claims.iter().filter(here).zip(&figures);
        let dates = dates.filter_map(|(other, figure)| Some((figure.clone(), other.value.date()?))).collect();
        let sentence = tokens.sentences[place.sentence as usize].clone();
        let outline = Outline::of(&document.prose, &tokens.tokens, sentence.clone(), &figures);
        let figure = figure_tokens(claim, document, tokens);
        let in_core = |at: &usize| {
            let token = &tokens.tokens[*at];
            document.map.to_file(token.start, token.end).is_some_and(|span| span.overlaps(claim.core))
        };
        Self {
            prose: &document.prose,
            tokens: &tokens.tokens,
            sentence,
            outline,
            figures,
            dates,
            core: figure.clone().find(in_core).unwrap_or(figure.start)..figure.end,
            figure,
            whole: place.tokens.start as usize..place.tokens.end as usize,
            kind: claim.kind,
        }
    }

    /// The clause of the figure.
    pub(super) fn clause(&self) -> &Clause {
        &self.outline.clauses[self.outline.clause_of(self.figure.start)]
    }

    pub(super) fn text(&self, at: usize) -> &'p str {
        self.tokens.get(at).map_or("", |token| token.text(self.prose))
    }

    pub(super) fn means(&self, at: usize, senses: &[Sense]) -> bool {
        self.tokens.get(at).is_some_and(|token| is_any(token, senses))
    }

    /// Whether a phrase with this sense begins at a token.
    pub(super) fn begins(&self, at: usize, sense: Sense) -> bool {
        has_sense(self.prose, self.tokens, at, sense).is_some()
    }

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
            found.extend(self.outline.names.iter().filter(usable).filter(beside).next_back());
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
    pub(super) fn reference(&self) -> Reference {
        let own = self.outline.clause_of(self.figure.start);
        let next = own + usize::from(self.is_opening(own) && own + 1 < self.outline.clauses.len());
        let clause = self.outline.clauses[next].tokens.clone();
        let first = clause.into_iter().map(|at| self.text(at)).find(|text| text.starts_with(char::is_alphabetic));
        let is_one_of =
            |words: &[&str]| first.is_some_and(|first| words.iter().any(|word| first.eq_ignore_ascii_case(word)));
        if is_one_of(&["he", "she", "it", "they", "his", "her", "its", "their"]) {
            Reference::Pronoun
        } else if is_one_of(&["the", "this", "that", "these", "those", "both"]) {
            Reference::Definite
        } else {
            Reference::None
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

    /// The day or year that the sentence tells the figure of: "in 1997, …".
    pub(super) fn told_on(&self) -> Option<DateSpan> {
        let own = self.outline.clause_of(self.figure.start);
        let beside = |date: &Range<usize>| {
            let clause = self.outline.clause_of(date.start);
            clause == own || (clause + 1 == own && self.is_opening(clause))
        };
        let led = |date: &Range<usize>| {
            let before = date.start.checked_sub(1).map_or("", |at| self.text(at));
            ["since", "until", "of", "than", "from"].iter().any(|word| before.eq_ignore_ascii_case(word))
        };
        let dates = self.dates.iter().filter(|(date, _)| *date != self.figure && beside(date) && !led(date));
        dates.map(|(_, date)| *date).next()
    }

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
    fn phrase(&self, words: &Words) -> String {
        let trimmed = words.trimmed(self.prose, self.tokens);
        trimmed.runs().map(|run| self.written(run)).collect::<Vec<_>>().join(" ")
    }

    /// A stretch of the sentence on one line.
    pub(super) fn written(&self, tokens: Range<usize>) -> String {
        let (first, last) = (&self.tokens[tokens.start], &self.tokens[tokens.end - 1]);
        let text = &self.prose[first.start as usize..last.end as usize];
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether a preposition stands before a name, an article between them: "in Alaska", "of the Senate".
    fn is_led(&self, name: &Name) -> bool {
        let article = |at: &usize| !self.means(*at, &[Sense::Article]);
        let before = (self.sentence.start..name.tokens.start).rev().find(article);
        before.is_some_and(|at| self.means(at, &[Sense::Preposition]))
    }

    /// "In 1997, …", "Before declaring its independence in 1991, …": a clause that the next one leans on.
    pub(super) fn is_opening(&self, clause: usize) -> bool {
        let Clause { tokens, seam } = &self.outline.clauses[clause];
        let opens = self.means(tokens.start, &[Sense::Preposition, Sense::Opens]);
        opens && matches!(seam, Seam::Start | Seam::Break | Seam::Subordinate)
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
    fn counted(&self) -> Words {
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
    fn counted_end(&self) -> usize {
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
    fn before(&self, subject: Option<&Range<usize>>) -> Words {
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
    fn after(&self) -> Words {
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
    fn head(&self, start: usize) -> Option<Words> {
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

    fn is_figure(&self, at: usize) -> bool {
        self.figures.iter().any(|figure| figure.contains(&at))
    }

    /// Whether a word of saying is what happens in the figure's clause, or in the one that it only dates.
    pub(super) fn is_said(&self) -> bool {
        let own = self.outline.clause_of(self.figure.start);
        let last = own + usize::from(self.is_opening(own));
        let mut clauses = self.outline.clauses.iter().take(last + 1).skip(own);
        clauses.any(|clause| {
            let mut words = clause.tokens.clone();
            words.any(|at| self.means(at, &[Sense::Saying]) && !self.tokens[at].is_capitalised())
        })
    }
}

fn overlap(left: &Range<usize>, right: &Range<usize>) -> bool {
    left.start < right.end && right.start < left.end
}
