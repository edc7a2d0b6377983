//! A fact as the matcher sees it: the words that place it, and the values it states.

use std::ops::Range;

use super::outcome::{Against, Reading};
use super::outline;
use super::term::{Term, Vocabulary, is_content};
use crate::claim::ClaimKind;
use crate::lexicon::Sense;
use crate::reference::{Fact, Form};
use crate::source::{self, Format};
use crate::text::{self, TokenKind, Tokens};

/// The words that place a fact.
#[derive(Debug)]
pub(super) struct Profile {
    /// Index of the fact.
    pub(super) fact: usize,
    /// Any one of them must be in scope.
    pub(super) subject: Vec<Alternative>,
    /// Any one of them must be near the figure.
    pub(super) measure: Vec<Alternative>,
    /// Any one of them in the figure's clause rules the fact out.
    pub(super) not: Vec<Alternative>,
    /// For a sentence fact: its own words, and those beside each of its figures.
    pub(super) wording: Option<Wording>,
    /// What ties a figure to the subject.
    pub(super) tie: Tie,
    /// Which of the fact's values it places.
    values: Range<usize>,
    /// What its figures say of a change.
    pub(super) reading: Reading,
    /// Every word of the fact, sorted: a name made of them is the fact's own.
    pub(super) words: Vec<Term>,
    /// The names in its subject and measure: a longer name that ends with one is its own too, as
    /// a full name is the surname's.
    pub(super) names: Vec<Vec<Term>>,
}

/// What ties a figure to the subject of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// The words of its measure, or of its sentence.
    Words,
    /// "Putin, 72,": an age stands beside the name.
    Age,
    /// "has been chief executive for five years".
    Tenure,
}

/// One way of naming a subject or a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alternative {
    /// Its words of content, in order.
    pub(super) terms: Vec<Term>,
    pub(super) shape: Shape,
    /// Which of the fact's phrases it is.
    pub(super) phrase: usize,
}

/// How the words of an alternative hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Every word is capitalised: they stand side by side.
    Name,
    /// Some word is capitalised.
    Naming,
    /// No word is.
    Words,
}

/// The words of a sentence fact.
#[derive(Debug)]
pub(super) struct Wording {
    /// The names in it.
    pub(super) names: Vec<Alternative>,
    /// Its other words of content, figures left out.
    pub(super) words: Vec<Term>,
    /// For each of its claims, the words that say what the figure is of.
    pub(super) beside: Vec<Beside>,
    /// The name that the sentence begins with, its subject.
    pub(super) opens_with: Option<usize>,
}

/// The words that stand with a figure of a sentence fact.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// "a population of 39.4 million": what the figure is of must be said again.
    pub(super) head: Vec<Term>,
    /// What is counted: it may be left out, but not be something else.
    pub(super) counted: Vec<Term>,
    /// Whether those are people, of whom any figure may be told.
    pub(super) counts_people: bool,
    /// The other words of its clause: one of them must be said again.
    pub(super) near: Vec<Term>,
    /// The names in its clause, as indices of the wording's.
    pub(super) names: Vec<usize>,
}

impl Profile {
    /// Reads the words of a fact into the vocabulary: a profile for each group of values that the
    /// same words place. None for quotations and statements, which are matched by other means.
    pub(super) fn all(fact: usize, of: &Fact, vocabulary: &mut Vocabulary) -> Vec<Self> {
        match &of.form {
            Form::Quote { .. } | Form::Transcript { .. } | Form::Statement { .. } => Vec::new(),
            Form::Sentence { claims, .. } => {
                let wording = Some(wording(of, vocabulary));
                vec![Self::new(
                    (fact, of),
                    (&of.subject, &of.measure),
                    wording,
                    (Tie::Words, 0..claims.len()),
                    vocabulary,
                )]
            }
            Form::Value(_) | Form::Values(_) | Form::Date(_) | Form::Since { .. } => {
                vec![Self::new((fact, of), (&of.subject, &of.measure), None, (Tie::Words, 0..1), vocabulary)]
            }
            Form::Person(person) => {
                let names: Vec<String> = std::iter::once(&person.name).chain(&person.aliases).cloned().collect();
                let mut profiles = Vec::new();
                for (value, against) in Against::all(of).into_iter().enumerate() {
                    let (tie, measure) = match against {
                        Against::Since { since, .. } => {
                            let held = person.roles.iter().filter(|held| held.from == Some(since));
                            (Tie::Tenure, held.flat_map(|held| held.role.iter().cloned()).collect())
                        }
                        Against::Value(_) | Against::History(_) | Against::Life { .. } => (Tie::Age, Vec::new()),
                    };
                    profiles.push(Self::new((fact, of), (&names, &measure), None, (tie, value..value + 1), vocabulary));
                }
                profiles
            }
        }
    }

    fn new(
        (fact, of): (usize, &Fact),
        (subject, measure): (&[String], &[String]),
        wording: Option<Wording>,
        (tie, values): (Tie, Range<usize>),
        vocabulary: &mut Vocabulary,
    ) -> Self {
        let mut names: Vec<Vec<Term>> = Vec::new();
        let mut read = |phrases: &[String]| -> Vec<Alternative> { alternatives(phrases, vocabulary, &mut names) };
        let (subject, measure) = (read(subject), read(measure));
        let not = alternatives(&of.not, vocabulary, &mut Vec::new());
        names.extend(wording.iter().flat_map(|wording| &wording.names).map(|name| name.terms.clone()));
        let alternatives = subject.iter().chain(&measure).chain(wording.iter().flat_map(|wording| &wording.names));
        let mut words: Vec<Term> = alternatives.flat_map(|alternative| alternative.terms.iter().copied()).collect();
        words.extend(wording.iter().flat_map(|wording| wording.words.iter().copied()));
        words.sort_unstable();
        words.dedup();
        let moves = of.measure.iter().any(|phrase| speaks_of_movement(phrase));
        let reading = if moves { Reading::Movement } else { Reading::Level };
        Self { fact, subject, measure, not, wording, tie, values, reading, words, names }
    }

    /// Whether some way of naming its subject has a name in it.
    pub(super) fn is_named(&self) -> bool {
        self.subject.iter().any(|alternative| alternative.shape != Shape::Words)
    }

    /// The values of its fact that it places, each with its number among all of them.
    pub(super) fn values<'r>(&self, fact: &'r Fact) -> impl Iterator<Item = (usize, Against<'r>)> {
        let wanted = self.values.clone();
        Against::all(fact).into_iter().enumerate().filter(move |(number, _)| wanted.contains(number))
    }

    /// The terms of which at least one stands with a figure that the fact is about: words of its
    /// measure or its sentence, or of its subject where it has no measure.
    pub(super) fn measures(&self) -> impl Iterator<Item = Term> {
        let placed_by = if self.measure.is_empty() { &self.subject } else { &self.measure };
        let worded = self.wording.iter().flat_map(|wording| &wording.beside);
        let worded = worded.flat_map(|beside| beside.head.iter().chain(&beside.counted).chain(&beside.near));
        placed_by.iter().flat_map(|alternative| &alternative.terms).chain(worded).copied()
    }

    /// The terms of which at least one is in scope wherever the fact is about a claim.
    pub(super) fn keys(&self) -> Vec<Term> {
        let rarest = |alternative: &Alternative| alternative.terms.iter().max().copied();
        match &self.wording {
            Some(wording) if self.subject.is_empty() => {
                let names = wording.names.iter().flat_map(|name| name.terms.iter());
                let counted = wording.beside.iter().flat_map(|beside| beside.counted.iter().chain(&beside.head));
                if wording.names.is_empty() { wording.words.clone() } else { names.chain(counted).copied().collect() }
            }
            _ => self.subject.iter().filter_map(rarest).collect(),
        }
    }
}

/// The phrases that have words of content, and the names in them.
fn alternatives(phrases: &[String], vocabulary: &mut Vocabulary, names: &mut Vec<Vec<Term>>) -> Vec<Alternative> {
    let numbered = phrases.iter().enumerate();
    let read = |(number, phrase): (usize, &String)| {
        Some(Alternative { phrase: number, ..alternative(phrase, vocabulary, names)? })
    };
    numbered.filter_map(read).collect()
}

/// The words of content of a phrase, and the names in it; none where it has none.
fn alternative(phrase: &str, vocabulary: &mut Vocabulary, names: &mut Vec<Vec<Term>>) -> Option<Alternative> {
    let document = source::read(phrase, Format::Plain);
    let mut tokens = Tokens::default();
    let mut terms = Vec::new();
    let (mut capitals, mut small) = (0, 0);
    for block in &document.blocks {
        tokens.read(&document, block);
        let here = vocabulary.add_all(&document.prose, &tokens.tokens);
        for name in outline::names(&document.prose, &tokens.tokens, 0..tokens.tokens.len()) {
            let mut terms: Vec<Term> = here[name.tokens].iter().flatten().copied().collect();
            terms.dedup();
            names.push(terms);
        }
        terms.extend(here.into_iter().flatten());
        for token in &tokens.tokens {
            match token.kind {
                TokenKind::Word if token.is_capitalised(&document.prose) => capitals += 1,
                TokenKind::Number if !terms.is_empty() => {}
                TokenKind::Word | TokenKind::Number if is_content(&document.prose, token) => small += 1,
                TokenKind::Word | TokenKind::Number | TokenKind::Symbol => {}
            }
        }
    }
    let shape = match (capitals, small) {
        (0, _) => Shape::Words,
        (_, 0) => Shape::Name,
        (_, _) => Shape::Naming,
    };
    terms.dedup();
    (!terms.is_empty()).then_some(Alternative { terms, shape, phrase: 0 })
}

/// "growth of spending", "annual bill go up": whether a word of a measure is a movement.
fn speaks_of_movement(phrase: &str) -> bool {
    let document = source::read(phrase, Format::Plain);
    let mut tokens = Tokens::default();
    document.blocks.iter().any(|block| {
        tokens.read(&document, block);
        let moves = |at: usize| {
            text::phrase_at(&document.prose, &tokens.tokens, at, |phrase| {
                phrase.senses.iter().any(|sense| matches!(sense, Sense::Movement(..))).then_some(())
            })
        };
        (0..tokens.tokens.len()).any(|at| moves(at).is_some())
    })
}

fn wording(fact: &Fact, vocabulary: &mut Vocabulary) -> Wording {
    let mut wording = Wording { names: Vec::new(), words: Vec::new(), beside: Vec::new(), opens_with: None };
    let Form::Sentence { text, claims, .. } = &fact.form else { return wording };
    let document = source::read(text, Format::Plain);
    let mut tokens = Tokens::default();
    wording.beside.resize_with(claims.len(), Beside::default);
    for (block_index, block) in document.blocks.iter().enumerate() {
        tokens.read(&document, block);
        let terms = vocabulary.add_all(&document.prose, &tokens.tokens);
        for (sentence_index, sentence) in tokens.sentences.iter().enumerate() {
            let here = |place: &crate::claim::Place| {
                place.block as usize == block_index && place.sentence as usize == sentence_index
            };
            let figures: Vec<_> = claims
                .iter()
                .enumerate()
                .filter(|(_, claim)| {
                    here(&claim.place) && claim.kind != ClaimKind::Role && claim.kind != ClaimKind::Quote
                })
                .map(|(index, claim)| (index, figure_tokens(claim, &document, &tokens)))
                .collect();
            let ranges: Vec<_> = figures.iter().map(|(_, range)| range.clone()).collect();
            let outline = outline::Outline::of(&document.prose, &tokens.tokens, sentence.clone(), &ranges);
            let in_figure = |at: usize| ranges.iter().any(|range| range.contains(&at));
            let in_name = |at: usize| {
                outline.names.iter().any(|name| name.tokens.contains(&at) && name.certainty == outline::Certainty::Sure)
            };
            let mut starts = Vec::new();
            for name in &outline.names {
                let mut of_name: Vec<Term> =
                    name.tokens.clone().filter(|&at| !in_figure(at)).filter_map(|at| terms[at]).collect();
                of_name.dedup();
                if name.certainty == outline::Certainty::Sure && !of_name.is_empty() {
                    if name.tokens.start <= sentence.start + 2 {
                        wording.opens_with.get_or_insert(wording.names.len());
                    }
                    starts.push((name.tokens.start, wording.names.len()));
                    wording.names.push(Alternative { terms: of_name, shape: Shape::Name, phrase: wording.names.len() });
                }
            }
            let word = |at: usize| {
                terms[at].filter(|_| !in_figure(at) && !in_name(at) && !is_light(&document.prose, &tokens.tokens[at]))
            };
            wording.words.extend(sentence.clone().filter_map(word));
            for (claim, range) in &figures {
                let clause = outline.clauses[outline.clause_of(range.start)].tokens.clone();
                let whole = claims[*claim].place.tokens.clone();
                let counted = (range.end..whole.end as usize)
                    .filter_map(|at| terms.get(at).copied().flatten().filter(|_| !in_name(at)));
                let counted: Vec<Term> = counted.collect();
                let people = |word: crate::lexicon::Word| word.is(Sense::Person) || word.is(Sense::Plural);
                let counts_people =
                    (range.end..whole.end as usize).any(|at| tokens.tokens[at].word.is_some_and(people));
                let mut head = Vec::new();
                if let Some(at) = (whole.start as usize).checked_sub(2).filter(|&at| at >= sentence.start)
                    && tokens.tokens[at + 1].text(&document.prose).eq_ignore_ascii_case("of")
                {
                    head.extend(word(at));
                }
                let near = clause
                    .clone()
                    .filter_map(word)
                    .filter(|term| !head.contains(term) && !counted.contains(term))
                    .collect();
                let names = starts.iter().filter(|(start, _)| clause.contains(start)).map(|(_, name)| *name).collect();
                wording.beside[*claim] = Beside { head, counted, counts_people, near, names };
            }
        }
    }
    wording.words.sort_unstable();
    wording.words.dedup();
    wording
}

/// The tokens of a claim's figure without what is counted.
pub(super) fn figure_tokens(
    claim: &crate::claim::Claim<'_>,
    document: &source::Document<'_>,
    tokens: &Tokens,
) -> Range<usize> {
    let whole = claim.place.tokens.start as usize..claim.place.tokens.end as usize;
    let end = whole.clone().rev().find(|&at| {
        let token = &tokens.tokens[at];
        document.map.to_file(token.start, token.end).is_some_and(|span| span.overlaps(claim.core))
    });
    whole.start..end.map_or(whole.end, |end| end + 1)
}

/// Verbs that stand with any figure: they do not tell one fact from another.
fn is_light(prose: &str, token: &crate::text::Token) -> bool {
    let text = token.text(prose);
    ["has", "have", "had", "having", "said", "says", "say", "reported", "report", "became", "become", "made", "make"]
        .iter()
        .any(|light| text.eq_ignore_ascii_case(light))
}
