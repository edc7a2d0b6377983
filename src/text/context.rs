//! What a sentence leans on: the words around it that may say what its figures are of.

use std::iter;

use super::Tokens;
use crate::claim::Place;
use crate::source::{Block, BlockKind, Document};
use crate::span::offset;

/// A stretch of prose that stands before a claim and may place it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// How the claim leans on it.
    pub kind: ContextKind,
    /// The block it stands in, as an index of the document's.
    pub block: u32,
    /// Its first byte in the prose.
    pub start: u32,
    /// One past its last byte in the prose.
    pub end: u32,
}

/// How a claim leans on words outside its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContextKind {
    /// An earlier sentence of the same block.
    Sentence,
    /// The first cell with a word or a year of the same row of a table, else the first of all: "Brandeck".
    Row,
    /// The header of the same column: "Homes destroyed".
    Column,
    /// What leads into the list: "Three countries have sent crews:".
    Lead,
    /// The paragraph before, under the same heading.
    Paragraph,
    /// A heading that the block stands under, the nearest first.
    Heading,
    /// The title of the draft.
    Title,
}

/// What a claim at `place` leans on, the nearest first; `tokens` are those of its block. Nothing
/// is read or collected before it is asked for.
///
/// ```
/// use factdiff::claim::Place;
/// use factdiff::source::{self, Format};
/// use factdiff::text::{self, ContextKind, Tokens};
///
/// let draft = source::read("# Alaska\n\nIt was Russian. The U.S. bought it in 1867.", Format::Markdown);
/// let mut tokens = Tokens::default();
/// tokens.read(&draft, &draft.blocks[1]);
/// let place = Place { block: 1, sentence: 1, tokens: 8..9, excerpt: 0..0 };
/// let context: Vec<_> = text::context(&draft, &tokens, &place)
///     .map(|context| (context.kind, &draft.prose[context.start as usize..context.end as usize]))
///     .collect();
/// assert_eq!(context, [(ContextKind::Sentence, "It was Russian."), (ContextKind::Heading, "Alaska")]);
/// ```
pub fn context<'a>(
    document: &'a Document<'_>,
    tokens: &'a Tokens,
    place: &Place,
) -> impl Iterator<Item = Context> + use<'a> {
    let blocks = &document.blocks;
    let (index, sentence) = (place.block as usize, place.sentence as usize);
    let block = &blocks[index];
    let whole = move |kind: ContextKind| {
        move |index: u32| {
            let Block { start, end, .. } = blocks[index as usize];
            Context { kind, block: index, start, end }
        }
    };
    let earlier = tokens.sentences.iter().take(sentence).rev().filter_map(move |range| {
        let (first, last) = (tokens.tokens.get(range.start)?, tokens.tokens.get(range.end.checked_sub(1)?)?);
        Some(Context { kind: ContextKind::Sentence, block: offset(index), start: first.start, end: last.end })
    });
    let (row, column) = headers(document, index);
    let leads = iter::successors(lead(block), |&index| lead(&blocks[index as usize]));
    let headings = iter::successors(block.heading, |&index| blocks[index as usize].heading);
    earlier
        .chain(row.map(whole(ContextKind::Row)))
        .chain(column.map(whole(ContextKind::Column)))
        .chain(leads.map(whole(ContextKind::Lead)))
        .chain(paragraph_before(blocks, index).map(whole(ContextKind::Paragraph)))
        .chain(headings.map(whole(ContextKind::Heading)))
        .chain(title(blocks, index).map(whole(ContextKind::Title)))
}

/// The cells that head a cell's row and column. A rank says nothing of the row: "3 | Jonas Petersson | 2 min 5 s".
fn headers(document: &Document<'_>, index: usize) -> (Option<u32>, Option<u32>) {
    let blocks = &document.blocks;
    let BlockKind::Cell { table, row, column } = blocks[index].kind else { return (None, None) };
    let place = |block: &Block| place_in(block, table);
    // The cells of a table stand in order, up to this one.
    let first = first_cell(blocks, index);
    let before = &blocks[..index];
    let at = |wanted: (u16, u16)| first + before[first..].partition_point(|block| place(block) < Some(wanted));
    if row == 0 {
        return (None, None);
    }
    let says = |at: &usize| {
        let text = document.text(&blocks[*at]).trim();
        text.contains(char::is_alphabetic) || is_year(text)
    };
    let mut cells = (at((row, 0))..index).take(HEADS);
    let leftmost = cells.clone().next();
    let top = Some(at((0, column))).filter(|&top| top < index && place(&blocks[top]) == Some((0, column)));
    (cells.find(says).or(leftmost).map(offset), top.map(offset))
}

/// The cell at the top left of the table that a cell stands in: "€ million".
pub(crate) fn corner<'d>(document: &'d Document<'_>, index: usize) -> Option<&'d Block> {
    let first = first_cell(&document.blocks, index);
    let block = document.blocks.get(first).filter(|_| first < index)?;
    matches!(block.kind, BlockKind::Cell { row: 0, column: 0, .. }).then_some(block)
}

/// The first cell of the table that a cell stands in: the cells of a table stand together.
fn first_cell(blocks: &[Block], index: usize) -> usize {
    let BlockKind::Cell { table, .. } = blocks[index].kind else { return index };
    blocks[..index].partition_point(|block| place_in(block, table).is_none())
}

/// The row and the column of a cell of this table.
fn place_in(block: &Block, table: u16) -> Option<(u16, u16)> {
    match block.kind {
        BlockKind::Cell { table: other, row, column } => (other == table).then_some((row, column)),
        BlockKind::Title
        | BlockKind::Heading(_)
        | BlockKind::Paragraph
        | BlockKind::Item { .. }
        | BlockKind::Quote
        | BlockKind::Caption
        | BlockKind::Footnote => None,
    }
}

/// In how many cells of a row its head is looked for.
const HEADS: usize = 3;

/// "1998" says which row; "41,200" does not, and "4120" hardly.
fn is_year(text: &str) -> bool {
    text.len() == 4 && matches!(text.as_bytes(), [b'1' | b'2', rest @ ..] if rest.iter().all(u8::is_ascii_digit))
}

/// What leads into the list that a block is an item of.
fn lead(block: &Block) -> Option<u32> {
    match block.kind {
        BlockKind::Item { lead } => lead,
        BlockKind::Title
        | BlockKind::Heading(_)
        | BlockKind::Paragraph
        | BlockKind::Cell { .. }
        | BlockKind::Quote
        | BlockKind::Caption
        | BlockKind::Footnote => None,
    }
}

/// The running text before running text, under the same heading.
fn paragraph_before(blocks: &[Block], index: usize) -> Option<u32> {
    let runs = |block: &Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote);
    let before = blocks[..index].iter().rposition(|block| block.kind != BlockKind::Caption)?;
    let same = blocks[before].heading == blocks[index].heading;
    (runs(&blocks[index]) && runs(&blocks[before]) && same).then(|| offset(before))
}

/// How many blocks may stand before the title.
const TITLE_WITHIN: usize = 4;

fn title(blocks: &[Block], index: usize) -> Option<u32> {
    let found = blocks.iter().take(TITLE_WITHIN).position(|block| block.kind == BlockKind::Title)?;
    (found < index).then(|| offset(found))
}

#[cfg(test)]
mod tests;
