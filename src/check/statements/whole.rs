//! Whether a clause that leaves its subject to a pronoun says the whole of a statement, and nothing that makes another
//! of it: "She never served in the army", not "She did not serve in the navy" or "He was arrested once, as a student".

use std::ops::Range;

use super::Statement;
use super::passage::{Text, has_phrase, negates};
use crate::check::reading::outline::is_past_tense;
use crate::check::reading::term::Term;
use crate::claim::Polarity;
use crate::lexicon::{Sense, Word};
use crate::text::TokenKind;

/// The words of a statement behind the one of its subjects that it has.
pub(super) fn behind(words: &[Term], subjects: &[Vec<Term>]) -> Vec<Term> {
    let ends = |subject: &Vec<Term>| {
        let last = subject.iter().map(|word| words.iter().position(|own| own == word)).max()?;
        last.filter(|_| subject.iter().all(|word| words.contains(word)))
    };
    let end = subjects.iter().filter_map(ends).max().map_or(0, |last| last + 1);
    words[end..].to_vec()
}

/// Whether all words of the statement stand in a clause, and no others but when it was.
pub(super) fn is_said(text: &Text<'_>, clause: &Range<usize>, polarity: Polarity, statement: &Statement) -> bool {
    let clause = clause.start + 1..end(text, clause);
    let says = |word: &Term| text.terms[clause.clone()].contains(&Some(*word));
    let measured = |word: &Term| statement.measures.iter().any(|measure| measure.contains(word));
    // "is guilty of fraud" for "was convicted of fraud": the rest of the statement beside a measure of other words.
    let whole = |measure: &Vec<Term>| {
        let own = measure.iter().all(|word| statement.told.contains(word));
        measure.iter().all(says) && statement.told.iter().all(|word| says(word) || !own && measured(word))
    };
    let Some(last) = clause.clone().rev().find(|&at| is_own(text, at, statement)) else { return false };
    let denied_behind = || {
        let first = clause.clone().find(|&at| is_own(text, at, statement)).unwrap_or(last);
        (first + 1..clause.end).any(|at| negates(text, at) && !is_own(text, at, statement))
    };
    // "was found guilty of fraud in 2019": what is never so is not so in a year, where nothing else can be meant.
    let dated = polarity == Polarity::Affirmed && !statement.holds && !statement.others.is_empty();
    statement.measures.iter().any(whole)
        && !has_phrase(text, clause.clone(), Sense::Another)
        && !denied_behind()
        && clause.clone().all(|at| is_own(text, at, statement) || is_mere(text, at, last, dated))
}

/// Where the source of a clause begins behind it: ", her lawyer said".
pub(super) fn source(text: &Text<'_>, clause: &Range<usize>) -> Option<usize> {
    let comma = clause.clone().rev().find(|&at| text.tokens[at].is_sign(text.prose, ','));
    comma.filter(|&comma| has_phrase(text, comma..clause.end, Sense::Saying))
}

/// Where a clause ends before its source or before a second verb, "and did not mind".
fn end(text: &Text<'_>, clause: &Range<usize>) -> usize {
    let verb = |at: usize| {
        let senses = [Sense::Becomes, Sense::Holds, Sense::Inverts, Sense::Modal, Sense::Saying];
        is_past_tense(text.prose, &text.tokens[at])
            || senses.iter().any(|&sense| text.tokens[at].word.is_some_and(|word| word.is(sense)))
    };
    let joins = |at: &usize| matches!(text.tokens[*at].text(text.prose), "and" | "but");
    let second = clause.clone().find(|at| joins(at) && clause.contains(&(at + 1)) && verb(at + 1));
    source(text, clause).into_iter().chain(second).min().unwrap_or(clause.end)
}

/// A word of the statement or its measures.
fn is_own(text: &Text<'_>, at: usize, statement: &Statement) -> bool {
    let own =
        |term: Term| statement.words.contains(&term) || statement.measures.iter().flatten().any(|&word| word == term);
    text.terms[at].is_some_and(own)
}

/// Whether a word adds nothing to a statement but when it was: "has", "never", "on Friday", "that evening".
fn is_mere(text: &Text<'_>, at: usize, last: usize, dated: bool) -> bool {
    let token = &text.tokens[at];
    let means = |sense| token.word.is_some_and(|word| word.is(sense));
    let senses = || token.word.into_iter().flat_map(Word::senses);
    let linking = [Sense::Article, Sense::Pronoun, Sense::Negation, Sense::Be, Sense::Becomes, Sense::Holds];
    let joint = means(Sense::Function) || at < last && linking.into_iter().any(means) || negates(text, at);
    let day = |sense| matches!(sense, Sense::Weekday(_) | Sense::Month(_) | Sense::Day(_) | Sense::DayHalf(_));
    let year = dated && token.kind == TokenKind::Number;
    let points = |at: usize| at > last && matches!(text.tokens[at].text(text.prose), "that" | "this" | "last");
    let period = || means(Sense::Commonplace) || senses().any(|sense| matches!(sense, Sense::Period(_)));
    let when = senses().any(day) || year || points(at) || points(at - 1) && period();
    token.kind == TokenKind::Symbol || joint || when
}
