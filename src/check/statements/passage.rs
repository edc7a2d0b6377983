//! The words of a block among which a statement is looked for.

use std::ops::Range;

use crate::check::reading::term::Term;
use crate::lexicon::Sense;
use crate::text::{Token, TokenKind, phrase_at};

/// The words of a block.
pub(super) struct Text<'a> {
    pub(super) prose: &'a str,
    pub(super) tokens: &'a [Token],
    /// One a token.
    pub(super) terms: &'a [Option<Term>],
    /// The sentences of the block before the one that is read.
    pub(super) before: &'a [Range<usize>],
    /// The words of the name, in an earlier block, that the pronouns of the block stand for.
    pub(super) above: &'a [Term],
    /// Whether a word stands somewhere in the draft.
    pub(super) mentions: &'a dyn Fn(Term) -> bool,
}

/// The shortest stretch, from its first word on, in which all words of an alternative stand.
pub(super) fn stands(text: &Text<'_>, within: &Range<usize>, words: &[Term]) -> Option<Range<usize>> {
    let start = within.clone().find(|&at| text.terms[at].is_some_and(|term| words.contains(&term)))?;
    let reach = within.end.min(start + words.len() * 3 + 2);
    let mut end = start;
    for word in words {
        let at = (start..reach).find(|&at| text.terms[at] == Some(*word))?;
        end = end.max(at + 1);
    }
    // A phrase that is one term has it at each of its words.
    while end < within.end && text.terms[end].is_some() && text.terms[end] == text.terms[end - 1] {
        end += 1;
    }
    Some(start..end)
}

/// "not", "never", "doesn't", "refused", "is yet to".
pub(super) fn negates(text: &Text<'_>, at: usize) -> bool {
    let Some(token) = text.tokens.get(at) else { return false };
    let word = token.text(text.prose);
    let contracted = word.ends_with("n't") || word.ends_with("n’t");
    let means = |at: usize, sense| text.tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.is(sense));
    let adds = at + 1 < text.tokens.len() && has_phrase(text, at + 1..at + 2, Sense::Adds);
    // "Neither Dahl nor his wife" denies once.
    if word.eq_ignore_ascii_case("nor") {
        return false;
    }
    contracted
        || word.eq_ignore_ascii_case("neither")
        || (means(at, Sense::Negation) && !adds)
        || has_phrase(text, at..at + 1, Sense::Denies)
}

/// Whether a phrase of this sense begins in a stretch.
pub(super) fn has_phrase(text: &Text<'_>, mut stretch: Range<usize>, sense: Sense) -> bool {
    stretch.any(|at| phrase_length(text, at, sense).is_some())
}

/// How many tokens a phrase of this sense takes that begins here.
pub(super) fn phrase_length(text: &Text<'_>, at: usize, sense: Sense) -> Option<usize> {
    let found = phrase_at(text.prose, text.tokens, at, |phrase| phrase.senses.contains(&sense).then_some(()));
    found.map(|(length, ())| length)
}

/// "by the end of May": whether a time stands behind a "by". "By the flood" tells what did it.
pub(super) fn is_by_then(text: &Text<'_>, mut stretch: Range<usize>) -> bool {
    let word = |at: usize| text.tokens[at].text(text.prose);
    let leads = |sense| {
        matches!(sense, Sense::Article | Sense::Determiner | Sense::DatePart | Sense::DateEdge | Sense::Turn(_))
    };
    let means = |at: usize, own: fn(Sense) -> bool| text.tokens[at].word.is_some_and(|word| word.senses().any(own));
    let dates = |at: usize| {
        matches!(word(at), "then" | "day" | "time")
            || means(at, |sense| {
                matches!(sense, Sense::Month(_) | Sense::Weekday(_) | Sense::Season(_) | Sense::Day(_))
            })
            || means(at, |sense| {
                matches!(sense, Sense::Period(_) | Sense::Decade(_) | Sense::Holiday(_) | Sense::Hour(_))
            })
    };
    let by = stretch.next().is_some_and(|at| word(at) == "by");
    let number = |at: usize| text.tokens[at].kind == TokenKind::Number;
    let year = |at: usize| number(at) && word(at).len() == 4;
    let hour = |at: usize| means(at, |sense| matches!(sense, Sense::DayHalf(_) | Sense::Clock));
    let next = stretch.find(|&at| dates(at) || word(at) != "of" && !means(at, leads)).filter(|_| by);
    next.is_some_and(|at| dates(at) || year(at) || number(at) && stretch.next().is_some_and(|at| dates(at) || hour(at)))
}
