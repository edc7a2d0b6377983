//! The prose of a block → sentences → tokens.

mod context;
mod sentence;
mod token;

use std::ops::Range;

pub use context::{Context, ContextKind, context};
pub use token::{Token, TokenKind};

use crate::lexicon::{Phrase, Word};
use crate::source::{Block, Document};

/// The tokens of one block and where its sentences part. Reused from block to block: reading the
/// next block allocates nothing.
#[derive(Debug, Default)]
pub struct Tokens {
    /// In order; positions are bytes of the document's prose.
    pub tokens: Vec<Token>,
    /// The sentences, as ranges of tokens; together they are all tokens.
    pub sentences: Vec<Range<usize>>,
}

impl Tokens {
    /// Reads a block of a document.
    pub fn read(&mut self, document: &Document<'_>, block: &Block) {
        self.read_stretch(document, block.start, block.end);
    }

    /// Reads a stretch of a document's prose that begins and ends where a sentence does.
    pub fn read_stretch(&mut self, document: &Document<'_>, start: u32, end: u32) {
        self.tokens.clear();
        self.sentences.clear();
        let prose = &document.prose[..end as usize];
        token::split(prose, start as usize, &mut self.tokens);
        sentence::split(prose, &self.tokens, &mut self.sentences);
    }
}

/// The longest phrase of the lexicon that stands at `tokens[at]` and that `wanted` accepts, with
/// how many tokens it takes.
///
/// ```text
/// "in excess of 40" at "in" → (3, HedgeBefore(Over))
/// ```
pub fn phrase_at<T>(
    prose: &str,
    tokens: &[Token],
    at: usize,
    wanted: impl Fn(&'static Phrase) -> Option<T>,
) -> Option<(usize, T)> {
    let word: Word = tokens.get(at)?.word?;
    word.phrases().iter().find_map(|phrase| {
        let end = at + 1 + phrase.rest.len();
        let stretch = tokens.get(at..end)?;
        let same = stretch[1..].iter().zip(phrase.rest).all(|(token, word)| same_word(token.text(prose), word));
        let exact = phrase.exact.is_none_or(|exact| {
            let start = stretch[0].start as usize;
            prose[start..].starts_with(exact)
        });
        if same && exact { wanted(phrase).map(|found| (end - at, found)) } else { None }
    })
}

/// Whether a draft's word is this one of the lexicon's, whatever its ASCII case and apostrophe.
fn same_word(text: &str, word: &str) -> bool {
    // The curly apostrophe takes two bytes more than the straight one.
    let curly = || {
        let (text, word) = (text.split_once('\u{2019}')?, word.split_once('\'')?);
        Some(text.0.eq_ignore_ascii_case(word.0) && text.1.eq_ignore_ascii_case(word.1))
    };
    text.eq_ignore_ascii_case(word) || (text.len() == word.len() + 2 && curly().unwrap_or(false))
}
