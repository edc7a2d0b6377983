//! The people a draft has named so far, and which of them "he" or "she" is.

use std::collections::HashMap;
use std::ops::Range;

use super::super::{Quotation, Text};
use super::subject;
use crate::extract::name::{Name, Title, within};
use crate::text::TokenKind;

/// The people a draft has named so far. It grows from block to block, in the order of the text.
#[derive(Debug, Default)]
pub(in crate::extract) struct Persons<'t> {
    /// By surname, the fullest name given: "Moor" → "Tess Moor".
    named: HashMap<&'t str, &'t str>,
    /// Whom a pronoun means: the subject or speaker named last.
    last: Option<&'t str>,
    /// Who was speaking when the block before ended inside a quotation.
    speaking: Option<&'t str>,
}

impl<'t> Persons<'t> {
    /// Notes the names in a stretch of a block, those inside quotations left out of the subjects.
    pub(super) fn note(&mut self, text: &Text<'_, 't>, stretch: &Range<usize>, quotations: &[Quotation<'t>]) {
        let mut sentence_end = 0;
        for name in within(text.names, stretch) {
            let full = text.text(&name.tokens);
            if !self.is_person(text, name) {
                continue;
            }
            let last_word = name.tokens.clone().rev().find(|&at| text.tokens[at].kind == TokenKind::Word);
            let surname = last_word.map_or(full, |at| text.word(at));
            let known = self.named.entry(surname).or_insert(full);
            if full.len() > known.len() {
                *known = full;
            }
            let quoted = super::super::around(quotations, &name.tokens).is_some();
            // The first of a sentence is its subject; the others are what it speaks of.
            if !quoted && name.tokens.start >= sentence_end && subject::can_be(text, name) {
                self.last = Some(full);
                sentence_end = text.sentence_at(name.tokens.start).end;
            }
        }
    }

    /// Whether a name is a person's, by what stands with it or by what came before.
    pub(super) fn is_person(&self, text: &Text<'_, 't>, name: &Name) -> bool {
        let titled = matches!(name.title, Some(Title::Office(_) | Title::Offices(_) | Title::Honorific));
        let words = name.tokens.clone().filter(|&at| text.tokens[at].kind == TokenKind::Word).count();
        titled || words > 1 || self.named.contains_key(text.text(&name.tokens))
    }

    /// Notes who spoke last.
    pub(super) fn speaks(&mut self, speaker: &'t str) {
        self.last = Some(speaker);
    }

    /// Whom "he" or "she" means.
    pub(super) fn last(&self) -> Option<&'t str> {
        self.last
    }

    /// Who goes on speaking from the block before.
    pub(super) fn still_speaking(&self) -> Option<&'t str> {
        self.speaking
    }

    /// Ends a block, inside a quotation of `speaking` or of nobody.
    pub(super) fn end_block(&mut self, speaking: Option<&'t str>) {
        self.speaking = speaking;
    }
}
