//! How words stand beside each other where nothing is known of the facts: a name behind a preposition of place, a verb
//! right before its date, a work behind its year.

use std::ops::Range;

use super::outline::has_sense;
use crate::lexicon::{Sense, Word};
use crate::text::Token;

/// "near the Orlen Tower", "outside Dunmore": whether the name that begins at a token only says where something else is.
pub(super) fn is_landmark(prose: &str, tokens: &[Token], name: usize, start: usize) -> bool {
    let article = |at: usize| tokens[at].word.is_some_and(|word| word.is(Sense::Article));
    let end = if name > start && article(name - 1) { name - 1 } else { name };
    let from = end.saturating_sub(3).max(start);
    (from..end).any(|at| has_sense(prose, tokens, at, Sense::Locates) == Some(end - at))
}

/// Whether no other thing stands between a verb and the date it happened on: "was formed in",
/// "Paramore formed.", but not "opened a plant in".
pub(in crate::check) fn stands_alone(tokens: &[Token], at: usize, date: &Range<usize>) -> bool {
    let closes = |word: Word| word.is(Sense::Preposition) || word.is(Sense::Opens);
    let ends = |next: &Token| next.is_symbol() || next.word.is_some_and(closes);
    !date.contains(&at) && (date.contains(&(at + 1)) || tokens.get(at + 1).is_none_or(ends))
}

/// "2017 British comedy drama film": the works named right after a date.
pub(in crate::check) fn work_after<'a>(
    prose: &'a str,
    tokens: &'a [Token],
    after: Range<usize>,
) -> impl Iterator<Item = usize> + 'a {
    let goes_on = move |at: &usize| {
        let closes = |word: Word| word.is(Sense::Preposition) || word.is(Sense::Opens) || word.is(Sense::Function);
        !tokens[*at].word.is_some_and(closes) && (!tokens[*at].is_symbol() || tokens[*at].is_sign(prose, '-'))
    };
    after.take(8).take_while(goes_on).filter(|&at| tokens[at].word.is_some_and(|word| word.is(Sense::Work)))
}
