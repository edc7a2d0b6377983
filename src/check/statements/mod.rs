//! Clauses of the draft × statements of the reference: asserted, denied, or neither.

mod assertion;
mod opposite;
mod passage;
mod subject;
#[cfg(test)]
mod tests;
mod whole;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use jiff::civil;

use super::names::People;
use super::{Judged, Verdict};
use crate::check::index::lists::Lists;
use crate::check::reading::antecedent::{self, Antecedent};
use crate::check::reading::term::{Term, Terms, Vocabulary};
use crate::claim::{Claim, ClaimKind, Place, Polarity, Value};
use crate::finding::{Finding, Spot, Wrong};
use crate::lexicon::{Sense, Word};
use crate::reference::{Fact, Form, Reference};
use crate::source::{self, Document, Format};
use crate::span::offset;
use crate::text::{Pages, Token, TokenKind, Tokens};
use crate::value::Date;
use passage::Text;
use subject::Refers;

/// The statements of a reference, by the words of their subjects.
#[derive(Debug, Default)]
pub(super) struct Statements {
    all: Vec<Statement>,
    /// By the first word of each subject.
    by_subject: Lists,
    /// Those with a pronoun among their subjects.
    by_pronoun: Vec<u32>,
}

/// A statement, ready to be looked for.
#[derive(Debug)]
struct Statement {
    fact: usize,
    holds: bool,
    /// Whether its own clause denies: "The harbour has never been dredged."
    polarity: Polarity,
    mood: Mood,
    /// Whether it says what is done to its subject: "Reay has been charged."
    passive: bool,
    of: Time,
    whom: Whom,
    /// Alternatives, each its words of content in order.
    subjects: Vec<Vec<Term>>,
    /// The subjects that are pronouns: "she".
    pronouns: Vec<String>,
    measures: Vec<Vec<Term>>,
    /// A clause with the words of one of them is of something else.
    not: Vec<Vec<Term>>,
    /// The words of the clause that are in no subject or measure.
    others: HashSet<Term>,
    /// All words of the clause.
    words: HashSet<Term>,
    /// The words behind its subject.
    told: Vec<Term>,
    /// The words of its measures that take back what it says: "deny manslaughter" of those who have admitted it.
    contrary: Vec<Term>,
}

/// Of whom a statement tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whom {
    /// "Somebody was killed in the flood."
    Anybody,
    /// Somebody of whom the reference has a fact.
    Known,
    /// Of others or of things.
    Others,
}

/// Of when a statement tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    /// "The harbour has never been dredged."
    Any,
    /// "The district closed a school this year."
    Now,
}

impl Time {
    fn of(clause: &str) -> Self {
        let means = |word: &str, fits: fn(Sense) -> bool| Word::find(word).is_some_and(|word| word.senses().any(fits));
        let words: Vec<&str> = clause.split([' ', ',', '.']).collect();
        let now = words.windows(2).any(|pair| {
            means(pair[0], |sense| sense == Sense::Turn(0)) && means(pair[1], |sense| matches!(sense, Sense::Period(_)))
        });
        if now { Self::Now } else { Self::Any }
    }
}

/// Whether a statement tells what is, or more than that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    /// "Webb orbits the sun."
    Is,
    /// "Webb can be serviced": what is able to be.
    Can,
    /// "Webb will run out of fuel": what is to come.
    Will,
}

impl Mood {
    fn of(clause: &str) -> Self {
        let has = |word| clause.split(' ').any(|own| own == word);
        match (has("can") || has("cannot"), has("will")) {
            (true, _) => Self::Can,
            (false, true) => Self::Will,
            (false, false) => Self::Is,
        }
    }
}

impl Statements {
    /// Reads once the statements that these facts of a reference are, and no other fact.
    pub(super) fn of(reference: &Reference, people: &People, facts: &[u32], vocabulary: &mut impl Terms) -> Self {
        let mut statements = Self::default();
        let mut by_subject = Vec::new();
        for (index, fact) in facts.iter().map(|&fact| (fact as usize, &reference.facts[fact as usize])) {
            let Form::Statement { clause, holds } = &fact.form else { continue };
            let mut all = |texts: &[String]| -> Vec<Vec<Term>> {
                texts.iter().map(|text| terms(text, vocabulary)).filter(|terms| !terms.is_empty()).collect()
            };
            let (subjects, measures, not) = (all(&fact.subject), all(&fact.measure), all(&fact.not));
            let ordered = terms(clause, vocabulary);
            let words: HashSet<Term> = ordered.iter().copied().collect();
            let told = whole::behind(&ordered, &subjects);
            let placed = |term: &Term| subjects.iter().chain(&measures).any(|own| own.contains(term));
            let others = words.iter().filter(|term| !placed(term)).copied().collect();
            let number = offset(statements.all.len());
            by_subject.extend(subjects.iter().map(|subject| (subject[0].number(), number)));
            let pronouns: Vec<String> = fact.subject.iter().filter(|text| is_pronoun(text)).cloned().collect();
            let anybody = fact.subject.iter().any(|subject| subject::stands_for_anybody(subject));
            if anybody || !pronouns.is_empty() {
                statements.by_pronoun.push(number);
            }
            let known = || fact.subject.iter().any(|subject| people.is_exact(subject));
            let contrary = opposite::of(clause, &words, &fact.measure, vocabulary);
            let polarity = Polarity::Affirmed;
            let passive = clause.split(' ').any(assertion::is_be);
            let statement = Statement {
                fact: index,
                holds: *holds,
                polarity,
                mood: Mood::of(clause),
                passive,
                of: Time::of(clause),
                whom: if anybody {
                    Whom::Anybody
                } else if known() {
                    Whom::Known
                } else {
                    Whom::Others
                },
                subjects,
                pronouns,
                measures,
                not,
                others,
                words,
                told,
                contrary,
            };
            let polarity = own_polarity(clause, &statement, vocabulary);
            statements.all.push(Statement { polarity, ..statement });
        }
        statements.by_subject = Lists::of(by_subject.into_iter());
        statements
    }
}

/// The years among some tokens.
fn years(prose: &str, tokens: &[Token]) -> impl Iterator<Item = i16> {
    let digits = tokens.iter().filter(|token| token.kind == TokenKind::Number).map(|token| token.text(prose));
    digits.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse().ok())
}

fn is_pronoun(text: &str) -> bool {
    Word::find(text).is_some_and(|word| word.is(Sense::Pronoun))
}

/// The words of content of a fact's text, a phrase that is one term once.
fn terms(text: &str, vocabulary: &mut impl Terms) -> Vec<Term> {
    let document = source::read(text, Format::Plain);
    let mut tokens = Tokens::default();
    let mut terms = Vec::new();
    for block in &document.blocks {
        tokens.read(&document, block);
        terms.extend(vocabulary.terms_of(&document.prose, &tokens.tokens).into_iter().flatten());
    }
    terms.dedup();
    terms
}

/// Whether a statement's clause denies what its subject and measure say.
fn own_polarity(clause: &str, statement: &Statement, vocabulary: &mut impl Terms) -> Polarity {
    let asserted = read(clause, vocabulary, |text, sentences| {
        sentences.iter().find_map(|sentence| assertion::find(text, sentence, statement))
    });
    asserted.into_iter().flatten().next().map_or(Polarity::Affirmed, |asserted| asserted.polarity)
}

/// What is read in each block of a fact's words, a passage of its own.
fn read<R>(words: &str, vocabulary: &mut impl Terms, in_block: impl Fn(&Text<'_>, &[Range<usize>]) -> R) -> Vec<R> {
    let document = source::read(words, Format::Plain);
    let mut tokens = Tokens::default();
    let read = |block| {
        tokens.read(&document, block);
        let terms = vocabulary.terms_of(&document.prose, &tokens.tokens);
        let text = Text {
            prose: &document.prose,
            tokens: &tokens.tokens,
            terms: &terms,
            before: &[],
            above: &[],
            mentions: &|_| false,
        };
        in_block(&text, &tokens.sentences)
    };
    document.blocks.iter().map(read).collect()
}

/// Looks for the statements of a reference in a draft.
pub(super) fn judge(
    pages: &Pages<'_>,
    claims: &[Claim<'_>],
    (reference, statements, vocabulary): (&Reference, &Statements, &Vocabulary),
    now: civil::Date,
    judged: &mut Judged<'_>,
) {
    if statements.all.is_empty() {
        return;
    }
    let document = pages.document;
    let prose = &document.prose;
    let words = OnceCell::new();
    let mentions = |term: Term| words.get_or_init(|| mentioned(pages, vocabulary)).contains(&term);
    for index in 0..offset(document.blocks.len()) {
        let tokens = pages.block(index);
        let terms = vocabulary.terms(prose, &tokens.tokens);
        let refers =
            |sentence: &Range<usize>| sentence.clone().next().and_then(|at| Refers::of(tokens.tokens[at].text(prose)));
        let persons = tokens.sentences.iter().any(|sentence| refers(sentence) == Some(Refers::ToPerson));
        let above = if persons { above(pages, index, vocabulary) } else { Vec::new() };
        for (ordinal, sentence) in tokens.sentences.iter().enumerate() {
            let back = tokens.sentences[ordinal.saturating_sub(subject::BACK)].start;
            let taken_up = refers(sentence).map_or(sentence.start, |_| back)..sentence.end;
            let mut near: Vec<u32> = terms[taken_up]
                .iter()
                .flatten()
                .chain(refers(sentence).map_or(&[][..], |_| &above))
                .flat_map(|term| statements.by_subject.get(term.number()))
                .chain(&statements.by_pronoun)
                .copied()
                .collect();
            near.sort_unstable();
            near.dedup();
            for statement in near.into_iter().filter_map(|number| statements.all.get(number as usize)) {
                let fact = &reference.facts[statement.fact];
                // "in 2012 the district closed four schools", of what it did this year.
                let elsewhen = || years(prose, &tokens.tokens[sentence.clone()]).any(|year| year != now.year());
                if !speaks_at(fact, now) || statement.of == Time::Now && elsewhen() {
                    continue;
                }
                let before = &tokens.sentences[..ordinal];
                let text =
                    Text { prose, tokens: &tokens.tokens, terms: &terms, before, above: &above, mentions: &mentions };
                let Some(asserted) = assertion::find(&text, sentence, statement) else { continue };
                let place = Place {
                    block: index,
                    sentence: offset(ordinal),
                    tokens: offset(asserted.clause.start)..offset(asserted.clause.end),
                    excerpt: tokens.excerpt(prose, sentence, &asserted.clause),
                };
                add(document, claims, (tokens, place), (statement, fact), asserted.polarity, judged);
            }
        }
    }
}

/// The words of a draft.
fn mentioned(pages: &Pages<'_>, vocabulary: &Vocabulary) -> HashSet<Term> {
    let blocks = 0..offset(pages.document.blocks.len());
    let terms = blocks.flat_map(|block| vocabulary.terms(&pages.document.prose, &pages.block(block).tokens));
    terms.flatten().collect()
}

/// The words of the name, in an earlier block, that the pronouns of a block stand for.
fn above(pages: &Pages<'_>, block: u32, vocabulary: &Vocabulary) -> Vec<Term> {
    let Some(Antecedent { name, .. }) = antecedent::of(pages, block) else { return Vec::new() };
    let mut tokens = Tokens::default();
    tokens.read_stretch(pages.document, name.start, name.end);
    vocabulary.terms(&pages.document.prose, &tokens.tokens).into_iter().flatten().collect()
}

/// Notes a clause that a statement covers, unless it is part of a quotation.
fn add(
    document: &Document<'_>,
    claims: &[Claim<'_>],
    (tokens, place): (&Tokens, Place),
    (statement, fact): (&Statement, &Fact),
    polarity: Polarity,
    judged: &mut Judged<'_>,
) {
    let clause = place.tokens.start as usize..place.tokens.end as usize;
    let range = prose_of(tokens, &clause);
    let Some(span) = document.map.to_file(offset(range.start), offset(range.end)) else { return };
    if claims.iter().any(|claim| claim.kind == ClaimKind::Quote && claim.span.overlaps(span)) {
        return;
    }
    let text = document.prose[range].to_owned();
    let agrees = (polarity == statement.polarity) == statement.holds;
    let verdict = if agrees { Verdict::Supported(statement.fact) } else { Verdict::Contradicted(statement.fact) };
    if !agrees {
        let Form::Statement { clause, .. } = &fact.form else { return };
        let so = if statement.holds {
            clause.clone()
        } else {
            format!("it is not so that {}", clause.trim_end_matches('.'))
        };
        let spot = Spot { span, text: &text, quoted: false };
        judged.findings.push(Finding::of_words(spot, fact, Wrong::Denied { said: &text, so: &so }));
    }
    let claim = Claim {
        kind: ClaimKind::Statement,
        span,
        core: span,
        value: Value::Statement(Cow::Owned(text.clone()), polarity),
        of: None,
        speaker: None,
        quoted: false,
        place,
    };
    judged.statements.push((claim, verdict));
}

fn prose_of(tokens: &Tokens, range: &Range<usize>) -> Range<usize> {
    tokens.tokens[range.start].start as usize..tokens.tokens[range.end - 1].end as usize
}

/// Whether a fact speaks of the draft's day.
fn speaks_at(fact: &Fact, now: civil::Date) -> bool {
    let begins = fact.from.and_then(Date::days).is_none_or(|(first, _)| first <= now);
    let lasts = fact.until.and_then(Date::days).is_none_or(|(_, last)| last >= now);
    begins && lasts
}
