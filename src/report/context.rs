//! The words around a claim, as a report quotes them.

use std::borrow::Cow;

use crate::claim::Claim;
use crate::source::{Block, BlockKind, Document};
use crate::text::Tokens;

/// A sentence longer than this is quoted only around the claim: text without full stops (a table
/// pasted as one line) would otherwise be repeated for every figure in it.
const LONGEST_SENTENCE: usize = 2000;

/// Looks up the sentences of claims; claims asked for in document order cost one pass.
pub(super) struct Sentences<'d> {
    document: &'d Document<'d>,
    tokens: Tokens,
    block: Option<u32>,
}

impl<'d> Sentences<'d> {
    pub(super) fn of(document: &'d Document<'d>) -> Self {
        Self { document, tokens: Tokens::default(), block: None }
    }

    /// The sentence that holds the claim, its white space collapsed.
    pub(super) fn sentence(&mut self, claim: &Claim<'_>) -> String {
        if self.block != Some(claim.place.block) {
            let Some(block) = self.document.blocks.get(claim.place.block as usize) else { return String::new() };
            self.tokens.read(self.document, block);
            self.block = Some(claim.place.block);
        }
        let tokens = &self.tokens.tokens;
        let sentence = self.tokens.sentences.get(claim.place.sentence as usize);
        let Some(stretch) = sentence.and_then(|range| tokens.get(range.clone())) else { return String::new() };
        let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { return String::new() };
        let (start, end) = (first.start as usize, last.end as usize);
        if end - start <= LONGEST_SENTENCE {
            return collapse(&self.document.prose[start..end]).into_owned();
        }
        let claimed = &claim.place.tokens;
        let at = tokens.get(claimed.start as usize).map_or(start, |token| token.start as usize);
        let half = LONGEST_SENTENCE / 2;
        let from = floor(&self.document.prose, at.saturating_sub(half).max(start));
        let to = floor(&self.document.prose, (at + half).min(end));
        collapse(&self.document.prose[from..to]).into_owned()
    }
}

/// The heading, the headers of the table cell, or the lead-in of the list that a claim leans on.
pub(super) fn context(document: &Document<'_>, claim: &Claim<'_>) -> Option<String> {
    let block = document.blocks.get(claim.place.block as usize)?;
    let text =
        |index: u32| document.blocks.get(index as usize).map(|block| collapse(document.text(block)).into_owned());
    match block.kind {
        BlockKind::Cell { table, row, column } => {
            let cell = |at_row, at_column| {
                let wanted = BlockKind::Cell { table, row: at_row, column: at_column };
                cells(document, claim.place.block).find(|cell| cell.kind == wanted)
            };
            let side = (column > 0).then(|| cell(row, 0)).flatten();
            let above = (row > 0).then(|| cell(0, column)).flatten();
            let headers: Vec<_> = [side, above].into_iter().flatten().map(|cell| document.text(cell)).collect();
            (!headers.is_empty()).then(|| collapse(&headers.join(" | ")).into_owned())
        }
        BlockKind::Item { lead: Some(lead) } => text(lead),
        BlockKind::Title
        | BlockKind::Heading(_)
        | BlockKind::Paragraph
        | BlockKind::Item { lead: None }
        | BlockKind::Quote
        | BlockKind::Caption
        | BlockKind::Footnote => block.heading.and_then(text),
    }
}

/// The cells before and at a block of a table, from it back to the table's first.
fn cells<'d>(document: &'d Document<'_>, block: u32) -> impl Iterator<Item = &'d Block> {
    let before = document.blocks.get(..=block as usize).unwrap_or_default();
    before.iter().rev().take_while(|block| matches!(block.kind, BlockKind::Cell { .. }))
}

/// `text` with every run of white space as one blank, and cut where it is very long.
pub(super) fn collapse(text: &str) -> Cow<'_, str> {
    let is_blank = |byte: u8| byte.is_ascii_whitespace();
    let bytes = text.as_bytes();
    let wide = bytes.windows(2).any(|pair| is_blank(pair[0]) && is_blank(pair[1]));
    let ends = [bytes.first(), bytes.last()].into_iter().flatten().any(|&byte| is_blank(byte));
    if text.len() <= LONGEST_SENTENCE && !wide && !ends && !bytes.iter().any(|&byte| is_blank(byte) && byte != b' ') {
        return Cow::Borrowed(text);
    }
    let mut collapsed = String::with_capacity(text.len().min(LONGEST_SENTENCE));
    for word in text.split_whitespace() {
        if collapsed.len() + word.len() > LONGEST_SENTENCE {
            collapsed.push('…');
            break;
        }
        if !collapsed.is_empty() {
            collapsed.push(' ');
        }
        collapsed.push_str(word);
    }
    Cow::Owned(collapsed)
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&index| text.is_char_boundary(index)).unwrap_or(0)
}
