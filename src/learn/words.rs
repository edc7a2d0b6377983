//! Words picked out of a sentence, in its own order.

use std::ops::Range;

use crate::check::is_content;
use crate::lexicon::Sense;
use crate::text::{Token, TokenKind};

/// Some tokens of a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words(Vec<usize>);

impl From<Range<usize>> for Words {
    fn from(tokens: Range<usize>) -> Self {
        Self(tokens.collect())
    }
}

impl Words {
    pub(super) fn push(&mut self, at: usize) {
        self.0.push(at);
        self.0.sort_unstable();
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One past the last of them; 0 where there is none.
    pub(super) fn end(&self) -> usize {
        self.0.last().map_or(0, |last| last + 1)
    }

    /// From the first to the last.
    pub(super) fn range(&self) -> Range<usize> {
        self.0.first().copied().unwrap_or_default()..self.end()
    }

    /// These and others.
    pub(super) fn and(&self, more: &Self) -> Self {
        let mut all = [&self.0[..], &more.0].concat();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// How many of them tell something.
    pub(super) fn content(&self, prose: &str, tokens: &[Token]) -> usize {
        self.0.iter().filter(|&&at| tells(prose, &tokens[at])).count()
    }

    /// Without the words at either end that tell nothing.
    pub(super) fn trimmed(&self, prose: &str, tokens: &[Token]) -> Self {
        let tells = |at: &usize| tells(prose, &tokens[*at]);
        let first = self.0.iter().position(tells).unwrap_or(self.0.len());
        let end = self.0.iter().rposition(tells).map_or(first, |last| last + 1);
        Self(self.0[first..end].to_vec())
    }

    /// The stretches of tokens that stand side by side.
    pub(super) fn runs(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.0.chunk_by(|one, next| one + 1 == *next).filter_map(|run| Some(*run.first()?..run.last()? + 1))
    }
}

/// Whether a word tells what a figure is of: no small word, no hedge, no verb that stands with any figure.
pub(super) fn tells(prose: &str, token: &Token) -> bool {
    const SMALL: [Sense; 8] = [
        Sense::Preposition,
        Sense::Opens,
        Sense::Article,
        Sense::Pronoun,
        Sense::Totaling,
        Sense::LooseHedge,
        Sense::Relative,
        Sense::Commonplace,
    ];
    let hedge = |sense| matches!(sense, Sense::HedgeBefore(_));
    token.kind == TokenKind::Word
        && is_content(prose, token)
        && !is_any(token, &SMALL)
        && !token.word.is_some_and(|word| word.senses().any(hedge))
}

pub(super) fn is_any(token: &Token, senses: &[Sense]) -> bool {
    token.word.is_some_and(|word| senses.iter().any(|&sense| word.is(sense)))
}
