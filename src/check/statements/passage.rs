//! The words of a block among which a statement is looked for.

use std::ops::Range;

use crate::check::reading::term::Term;
use crate::text::Token;

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
