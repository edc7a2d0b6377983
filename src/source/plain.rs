//! Plain text: paragraphs between blank lines where lines are hard-wrapped, else one a line.

use std::borrow::Cow;

use memchr::memchr_iter;

use super::{Block, BlockKind, Document, Map};
use crate::span::offset;

/// Lines longer than this are paragraphs by themselves: nobody wraps by hand beyond it.
const LONGEST_WRAPPED: usize = 160;

pub(super) fn read(file: &str) -> Document<'_> {
    let wrapped = lines(file).all(|(start, end)| end - start <= LONGEST_WRAPPED);
    let mut blocks = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (start, end) in lines(file) {
        let blank = file[start..end].trim().is_empty();
        open = match open {
            Some((first, _)) if wrapped && !blank => Some((first, end)),
            before => {
                blocks.extend(before.map(|(first, last)| block(first, last)));
                (!blank).then_some((start, end))
            }
        };
    }
    blocks.extend(open.map(|(first, last)| block(first, last)));
    Document { file, prose: Cow::Borrowed(file), map: Map::default(), blocks, date: None, silences: Vec::new() }
}

fn block(start: usize, end: usize) -> Block {
    Block { kind: BlockKind::Paragraph, start: offset(start), end: offset(end), heading: None }
}

/// The lines of a text as byte ranges, form feeds ending a line too.
fn lines(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let ends = memchr_iter(b'\n', text.as_bytes()).chain(std::iter::once(text.len()));
    let mut start = 0;
    ends.map(move |end| {
        let line = (start, end);
        start = end + 1;
        line
    })
}
