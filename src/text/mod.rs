//! The prose of a block → sentences → tokens.

mod context;
mod pages;
mod sentence;
mod token;

use std::ops::Range;

pub(crate) use context::corner;
pub use context::{Context, ContextKind, context};
pub use pages::Pages;
pub(crate) use token::ends_in_past;
pub use token::{Token, TokenKind};

use crate::lexicon::{Begins, Phrase, Word};
use crate::source::{Block, Document};
use crate::span::offset;

/// The tokens of one block and where its sentences part. Reused from block to block: reading the
/// next block allocates nothing.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// In order; positions are bytes of the document's prose.
    pub tokens: Vec<Token>,
    /// The sentences, as ranges of tokens; together they are all tokens.
    pub sentences: Vec<Range<usize>>,
    /// The tokens that something can begin with, in order: words that begin a shape, capitals, numbers and rarer signs.
    /// Most words are none, and nobody who looks for a shape or a sentence need look at them.
    pub(crate) spots: Vec<u32>,
    /// The place among the spots where each sentence begins.
    first_spots: Vec<usize>,
}

impl Tokens {
    /// Reads a block of a document.
    pub fn read(&mut self, document: &Document<'_>, block: &Block) {
        self.read_stretch(document, block.start, block.end);
    }

    /// The bytes of the prose to quote a stretch of a sentence with: the sentence, or so much of a very long one as
    /// stands around the stretch. A table pasted as one line would otherwise be repeated for every figure in it.
    pub fn excerpt(&self, prose: &str, sentence: &Range<usize>, stretch: &Range<usize>) -> Range<u32> {
        let within = |tokens: &Range<usize>| {
            let tokens = self.tokens.get(tokens.clone()).unwrap_or_default();
            tokens.first().map_or(0, |first| first.start)..tokens.last().map_or(0, |last| last.end)
        };
        let all = within(sentence);
        if all.len() <= LONGEST_EXCERPT {
            return all;
        }
        let (at, half) = (within(stretch).start, offset(AROUND));
        let boundary = |at: u32| (0..=at).rev().find(|&at| prose.is_char_boundary(at as usize)).unwrap_or(0);
        boundary(at.saturating_sub(half).max(all.start))..boundary((at + half).min(all.end))
    }

    /// Reads a stretch of a document's prose that begins and ends where a sentence does.
    pub fn read_stretch(&mut self, document: &Document<'_>, start: u32, end: u32) {
        self.tokens.clear();
        self.sentences.clear();
        self.spots.clear();
        self.first_spots.clear();
        let prose = &document.prose[..end as usize];
        token::split(prose, start as usize, &mut self.tokens);
        self.spots.resize(self.tokens.len(), 0);
        let mut count = 0;
        for (at, token) in (0..).zip(&self.tokens) {
            // Kept or written over by the next, without a branch that the words of prose would mislead.
            self.spots[count] = at;
            count += usize::from(token.begins != Begins::NOTHING);
        }
        self.spots.truncate(count);
        sentence::split(prose, &self.tokens, &self.spots, &mut self.sentences, &mut self.first_spots);
    }

    /// The tokens of a sentence that something can begin with.
    pub(crate) fn spots_of(&self, sentence: usize) -> &[u32] {
        let start = |sentence: usize| self.first_spots.get(sentence).copied().unwrap_or(self.spots.len());
        &self.spots[start(sentence)..start(sentence + 1)]
    }
}

/// How the readers of formats write the end of a line that the writer wants to end.
const LINE_END: char = '\u{2028}';

/// How many bytes of a sentence are quoted.
const LONGEST_EXCERPT: usize = 2000;
/// How many bytes are quoted before and after a figure of a longer one.
const AROUND: usize = 200;

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
    let next = tokens.get(at + 1);
    let known = next.and_then(|next| next.word);
    let letter = next.map_or(0, |next| prose.as_bytes()[next.start as usize].to_ascii_lowercase());
    word.phrases().iter().find_map(|phrase| {
        // Most phrases end here; only apostrophes have two ways to be written.
        let follows = match (phrase.next, phrase.rest.first()) {
            (Some(next), _) => known == Some(next),
            (None, Some(word)) => word.as_bytes()[0] == letter || !letter.is_ascii(),
            (None, None) => true,
        };
        if !follows {
            return None;
        }
        let end = at + 1 + phrase.rest.len();
        let stretch = tokens.get(at..end)?;
        let mut rest = stretch[1..].iter().zip(phrase.rest).skip(usize::from(phrase.next.is_some()));
        let same = rest.all(|(token, word)| same_word(prose, token, word));
        let exact = phrase.exact.is_none_or(|exact| {
            let start = stretch[0].start as usize;
            prose[start..].starts_with(exact)
        });
        if same && exact { wanted(phrase).map(|found| (end - at, found)) } else { None }
    })
}

/// Whether a draft's word is this one of the lexicon's, whatever its ASCII case and apostrophe; most are not as long.
#[inline]
fn same_word(prose: &str, token: &Token, word: &str) -> bool {
    // The curly apostrophe takes two bytes more than the straight one.
    let longer = token.length().wrapping_sub(word.len());
    let curly = |text: &str| {
        let (text, word) = (text.split_once('\u{2019}')?, word.split_once('\'')?);
        Some(text.0.eq_ignore_ascii_case(word.0) && text.1.eq_ignore_ascii_case(word.1))
    };
    match longer {
        0 => token.text(prose).eq_ignore_ascii_case(word),
        2 if !token.text(prose).is_ascii() => curly(token.text(prose)).unwrap_or(false),
        _ => false,
    }
}
