//! Quotations: words between marks or set off as a block, and who says them.

mod marks;
mod speaker;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

pub(super) use speaker::Persons;

use super::name::Name;
use super::{Candidate, Sentence};
use crate::claim::{ClaimKind, Value};
use crate::source::{Block, BlockKind, Document};
use crate::text::{Token, TokenKind, Tokens};

/// Words that stand between quotation marks, or make up a block set off as a quotation.
#[derive(Clone, Debug)]
pub(super) struct Quotation<'t> {
    /// The words, marks left out, as tokens of the block.
    words: Range<usize>,
    /// With the marks.
    whole: Range<usize>,
    /// Who says them, titles left out: "Trump", "a senior official".
    pub(super) speaker: Option<&'t str>,
    /// Whether the text says that somebody says them.
    attribution: Attribution,
}

/// How the text says who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Attribution {
    /// It does not.
    None,
    /// By a verb of saying somewhere in the clause: "he said it was “hard work”".
    Clause,
    /// By a verb of saying right beside it, by the quotation before it, or by a line of its own.
    Beside,
}

/// A quotation of fewer words is a claim only where somebody says it; others are scare quotes.
const SHORTEST: usize = 4;

/// The quotations of a block, with their speakers, in the order of the text.
pub(super) fn read<'t>(
    document: &'t Document<'_>,
    index: usize,
    tokens: &Tokens,
    names: &[Name],
    persons: &mut Persons<'t>,
) -> Vec<Quotation<'t>> {
    let block = &document.blocks[index];
    let text = Text { prose: &document.prose, tokens: &tokens.tokens, sentences: &tokens.sentences, names };
    let mut quotations = marks::read(&document.prose, tokens, continues(document, index));
    if quotations.is_empty() && block.kind == BlockKind::Quote {
        quotations.extend(set_off(&text));
    }
    speaker::attribute(&text, block, next_line(document, index), &mut quotations, persons);
    quotations
}

/// A block as the readers of quotations see it.
struct Text<'a, 't> {
    prose: &'t str,
    tokens: &'a [Token],
    sentences: &'a [Range<usize>],
    names: &'a [Name],
}

impl<'t> Text<'_, 't> {
    /// The text of one token; empty past the end.
    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.text(self.prose))
    }

    fn text(&self, range: &Range<usize>) -> &'t str {
        super::text_of(self.prose, self.tokens, range)
    }

    /// The sentence that holds a token.
    fn sentence_at(&self, at: usize) -> Range<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.end <= at);
        self.sentences.get(index).cloned().unwrap_or(at..self.tokens.len())
    }
}

/// Whether the next paragraph takes the quotation up again with an opening mark of its own.
fn continues(document: &Document<'_>, index: usize) -> bool {
    document
        .blocks
        .get(index + 1)
        .is_some_and(|next| document.text(next).trim_start().starts_with(['“', '"', '‘', '«']))
}

/// The line that names the source of a block quotation, where it is the next paragraph of the block.
fn next_line<'t>(document: &'t Document<'_>, index: usize) -> Option<&'t str> {
    let next = document.blocks.get(index + 1).filter(|next| next.kind == BlockKind::Quote)?;
    let text = document.text(next).trim_start();
    text.starts_with(['—', '–', '-', '―']).then(|| text.trim_start_matches(['—', '–', '-', '―']).trim())
}

/// The quotation of a block that is set off as one, its line of attribution left out.
fn set_off<'t>(text: &Text<'_, 't>) -> Option<Quotation<'t>> {
    let dash = speaker::line_of_attribution(text);
    let words = 0..dash.unwrap_or(text.tokens.len());
    (!words.is_empty()).then(|| Quotation {
        whole: words.clone(),
        words,
        speaker: None,
        attribution: Attribution::None,
    })
}

/// Proposes the quotations that begin in a sentence and that somebody says.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    for quotation in sentence.quotations.iter().filter(|quotation| sentence.range.contains(&quotation.words.start)) {
        if is_said(sentence, quotation) {
            candidates.push(Candidate {
                kind: ClaimKind::Quote,
                core: quotation.words.clone(),
                whole: quotation.words.clone(),
                value: Value::Quote(Cow::Borrowed(sentence.text(&quotation.words))),
                of: None,
                figures: Vec::new(),
            });
        }
    }
}

/// Whether the words are somebody's and no name, title or scare quote.
fn is_said(sentence: &Sentence<'_, '_>, quotation: &Quotation<'_>) -> bool {
    let words = || sentence.tokens[quotation.words.clone()].iter().filter(|token| token.kind != TokenKind::Symbol);
    let count = words().count();
    let is_title = || count > 1 && words().all(|token| token.text(sentence.prose).len() < 4 || token.is_capitalised());
    match quotation.attribution {
        Attribution::Beside => count > 0,
        Attribution::Clause => count > 1 && !is_title(),
        Attribution::None => count >= SHORTEST && unhyphened(sentence, &quotation.words) >= SHORTEST && !is_title(),
    }
}

/// How many words there are, those that hyphens or the signs of an address tie counted once: "no-budget-needed".
fn unhyphened(sentence: &Sentence<'_, '_>, words: &Range<usize>) -> usize {
    let tied = |at: usize| {
        let sign = at > words.start + 1 && sentence.is_glued(at) && sentence.is_glued(at - 1);
        sign && matches!(sentence.word(at - 1), "-" | "‑" | "." | "/" | "@" | "_" | "=" | ":")
    };
    words.clone().filter(|&at| sentence.tokens[at].kind != TokenKind::Symbol && !tied(at)).count()
}

/// The quotation that holds a stretch of tokens.
pub(super) fn around<'q, 't>(quotations: &'q [Quotation<'t>], tokens: &Range<usize>) -> Option<&'q Quotation<'t>> {
    let after = quotations.partition_point(|quotation| quotation.whole.start <= tokens.start);
    let before = after.checked_sub(1).map(|index| &quotations[index])?;
    (before.whole.end >= tokens.end).then_some(before)
}

/// The kinds of block whose first words may go on with the quotation of the block before.
fn is_running_text(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Item { .. })
}
