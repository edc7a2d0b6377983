//! The people a draft has named so far, and which of them "he" or "she" is.

use std::collections::HashMap;
use std::ops::Range;

use super::super::{Quotation, Text};
use super::subject;
use crate::extract::name::{Name, Title, has, is_given, within};
use crate::lexicon::{Gender, Sense, Word};
use crate::text::TokenKind;

/// How many blocks back a pronoun may mean somebody.
const REACH: u32 = 3;
/// How many people a pronoun may mean are kept.
const KEPT: usize = 4;

/// Somebody named as a subject or speaker.
#[derive(Clone, Copy, Debug)]
struct Named<'t> {
    name: &'t str,
    gender: Gender,
    /// In which block.
    block: u32,
}

/// The people a draft has named so far. It grows from block to block, in the order of the text.
#[derive(Debug, Default)]
pub(in crate::extract) struct Persons<'t> {
    /// By surname, the fullest name given: "Moor" → "Tess Moor".
    named: HashMap<&'t str, &'t str>,
    /// Whom a pronoun may mean: the subjects and speakers named last, the latest at the end.
    last: Vec<Named<'t>>,
    /// The last that a sentence speaks of besides its subject, where a name tells a man from a woman.
    besides: Option<Named<'t>>,
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
            if titled || is_given(&text.tokens[name.tokens.start]) {
                let known = self.named.entry(surname).or_insert(full);
                if full.len() > known.len() {
                    *known = full;
                }
            }
            let quoted = super::super::around(quotations, &name.tokens).is_some();
            // The first of a sentence is its subject; the others are what it speaks of.
            if !quoted
                && name.tokens.start >= sentence_end
                && (subject::can_be(text, name) || subject::is_source(text, name))
            {
                self.name(full, self.gender(text, name));
                sentence_end = text.sentence_at(name.tokens.start).end;
            } else if !quoted && words_of(text, name) > 1 {
                let gender = self.gender(text, name);
                let named = Named { name: full, gender, block: self.blocks };
                self.besides = Some(named).filter(|_| gender != Gender::Unknown).or(self.besides);
            }
        }
    }

    /// Whether a name is a person's, by what stands with it or by what came before.
    pub(super) fn is_person(&self, text: &Text<'_, 't>, name: &Name) -> bool {
        let titled = matches!(name.title, Some(Title::Office(_) | Title::Offices(_) | Title::Honorific));
        let words = words_of(text, name);
        // "His mom, Janet, wrote"; "since June 2023" names nobody.
        let first = &text.tokens[name.tokens.start];
        let dated = text.tokens.get(name.tokens.end).is_some_and(|next| next.kind == TokenKind::Number);
        let given = is_given(first) && !has(first, Sense::Landmark) && !dated;
        titled || words > 1 || given || self.named.contains_key(text.text(&name.tokens))
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
            self.name(speaker, self.gender_of(speaker));
        }
    }

    /// Keeps somebody as the one named last.
    fn name(&mut self, name: &'t str, gender: Gender) {
        if self.last.len() == KEPT {
            self.last.remove(0);
        }
        self.last.push(Named { name, gender, block: self.blocks });
    }

    /// Whether a name is a man's or a woman's: by what stands before it or by the first name, which may
    /// have been given before.
    pub(super) fn gender(&self, text: &Text<'_, 't>, name: &Name) -> Gender {
        let before = (1..=2).filter_map(|back| name.tokens.start.checked_sub(back));
        let title = before.filter_map(|at| text.tokens[at].word).find_map(Gender::of_word);
        title.unwrap_or_else(|| self.gender_of(text.text(&name.tokens)))
    }

    fn gender_of(&self, name: &str) -> Gender {
        Gender::of(self.named.get(name).unwrap_or(&name))
    }

    /// Whom "he" or "she" means.
    pub(super) fn last(&self, gender: Gender) -> Option<&'t str> {
        let near = |named: &&Named<'_>| self.blocks - named.block <= REACH && gender.may_be(named.gender);
        let besides = self.besides.as_ref().filter(near).filter(|named| named.gender == gender);
        self.last.iter().rev().find(near).or(besides).map(|named| named.name)
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

/// How many words a name has.
fn words_of(text: &Text<'_, '_>, name: &Name) -> usize {
    name.tokens.clone().filter(|&at| text.tokens[at].kind == TokenKind::Word).count()
}
