//! The words around a claim, as a report quotes them.

use std::borrow::Cow;

use crate::claim::Claim;
use crate::source::{Block, BlockKind, Document};

/// Text longer than this is cut.
const LONGEST: usize = 2000;

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
    let bytes = text.as_bytes();
    if text.len() <= LONGEST && stands_single(bytes) {
        let broken = bytes.iter().fold(false, |broken, byte| broken | is_break(*byte));
        if !broken && (text.is_ascii() || !text.contains('\u{2028}')) {
            return Cow::Borrowed(text);
        }
        // A sentence over several lines of a draft that was wrapped by hand.
        if broken && text.is_ascii() {
            let blanks = bytes.iter().map(|byte| if is_break(*byte) { b' ' } else { *byte }).collect();
            return Cow::Owned(String::from_utf8(blanks).expect("ASCII with blanks is ASCII"));
        }
    }
    let mut collapsed = String::with_capacity(text.len().min(LONGEST));
    for word in text.split_whitespace() {
        if collapsed.len() + word.len() > LONGEST {
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

/// Whether every white space of a text is a single one between words. It looks at every byte without a branch, which
/// the blanks of prose would mislead.
fn stands_single(text: &[u8]) -> bool {
    let is_space = |byte: u8| byte == b' ' || is_break(byte);
    let pairs = text.iter().zip(text.iter().skip(1));
    let doubled = pairs.fold(false, |doubled, (byte, next)| doubled | (is_space(*byte) & is_space(*next)));
    let outside = [text.first(), text.last()].into_iter().flatten().any(|byte| is_space(*byte));
    !doubled && !outside
}

/// Whether a byte is white space other than a blank.
fn is_break(byte: u8) -> bool {
    (b'\t'..=b'\r').contains(&byte)
}
