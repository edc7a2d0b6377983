//! The people a draft has named so far, and which of them "he" or "she" is.

use std::collections::HashMap;
use std::ops::Range;

use super::super::{Quotation, Text};
use super::subject;
use crate::extract::name::{Name, Title, has, within};
use crate::lexicon::{Sense, Word};
use crate::text::TokenKind;

/// How many blocks back a pronoun may mean somebody.
const REACH: u32 = 3;

/// The people a draft has named so far. It grows from block to block, in the order of the text.
#[derive(Debug, Default)]
pub(in crate::extract) struct Persons<'t> {
    /// By surname, the fullest name given: "Moor" → "Tess Moor".
    named: HashMap<&'t str, &'t str>,
    /// Whom a pronoun means: the subject or speaker named last, and in which block.
    last: Option<(&'t str, u32)>,
    /// How many blocks have been read.
    blocks: u32,
    /// Who was speaking when the block before ended inside a quotation.
    speaking: Option<&'t str>,
}

impl<'t> Persons<'t> {
    /// Notes the names in a stretch of a block, those inside quotations left out of the subjects.
    pub(super) fn note(&mut self, text: &Text<'_, 't>, stretch: &Range<usize>, quotations: &[Quotation<'t>]) {
        let mut sentence_end = 0;
        for name in within(text.names, stretch) {
            let full = text.text(&name.tokens);
            if !self.is_person(text, name) || subject::is_common(text, name) {
                continue;
            }
            let last_word = name.tokens.clone().rev().find(|&at| text.tokens[at].kind == TokenKind::Word);
            let surname = last_word.map_or(full, |at| text.word(at));
            // Capitals alone may be those of anything: "Virtual Reality".
            let titled = matches!(name.title, Some(Title::Office(_) | Title::Offices(_) | Title::Honorific));
            if titled || has(&text.tokens[name.tokens.start], Sense::GivenName) {
                let known = self.named.entry(surname).or_insert(full);
                if full.len() > known.len() {
                    *known = full;
                }
            }
            let quoted = super::super::around(quotations, &name.tokens).is_some();
            // The first of a sentence is its subject; the others are what it speaks of.
            if !quoted && name.tokens.start >= sentence_end && subject::can_be(text, name) {
                self.last = Some((full, self.blocks));
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
        // "he" is nobody whom only an office or a paper names.
        let first = speaker.split_whitespace().next().unwrap_or_default();
        let described = |sense| {
            matches!(sense, Sense::Article | Sense::Function | Sense::Cardinal(_) | Sense::Pronoun | Sense::Institution)
        };
        let described = Word::find(first).is_some_and(|word| word.senses().any(described));
        if speaker.starts_with(char::is_uppercase) && !described {
            let surname = speaker.rsplit(char::is_whitespace).next().unwrap_or(speaker);
            self.named.entry(surname).or_insert(speaker);
            self.last = Some((speaker, self.blocks));
        }
    }

    /// Whom "he" or "she" means.
    pub(super) fn last(&self) -> Option<&'t str> {
        self.last.filter(|(_, block)| self.blocks - block <= REACH).map(|(name, _)| name)
    }

    /// Who goes on speaking from the block before.
    pub(super) fn still_speaking(&self) -> Option<&'t str> {
        self.speaking
    }

    /// Ends a block, inside a quotation of `speaking` or of nobody.
    pub(super) fn end_block(&mut self, speaking: Option<&'t str>) {
        self.speaking = speaking;
        self.blocks += 1;
    }
}
