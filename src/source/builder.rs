//! A document as a reader of a format writes it: block by block, each piece of prose with its
//! place in the file.

use std::borrow::Cow;
use std::ops::Range;

use jiff::civil;

use super::mark::Marks;
use super::{Block, BlockKind, Document, Encoding, Map, shortcode};
use crate::lexicon::Usage;
use crate::span::offset;

/// What stands for text that is none ("`v2.1`"): it keeps the words around it apart and means
/// nothing.
pub(super) const OBJECT: &str = "\u{fffc}";

/// The end of a line that the writer wants to end: no sentence goes on after it.
pub(super) const LINE_END: &str = "\u{2028}";

/// Digits set above the line: "km²" is not "km2", nor is "5,000³" a larger number.
pub(super) const RAISED: [&str; 10] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

/// A document in the making.
pub(super) struct Builder<'f> {
    pub(super) file: &'f str,
    pub(super) date: Option<civil::Date>,
    /// Stretches of the file that are no text wherever they stand, in order.
    pub(super) templates: Vec<Range<usize>>,
    prose: String,
    map: Map,
    blocks: Vec<Block>,
    /// Kind and first byte of the block that is being written.
    open: Option<(BlockKind, u32)>,
    /// The headings that the next block stands under, outermost first, with their levels.
    headings: Vec<(u8, u32)>,
    tables: u16,
    marks: Marks,
}

impl<'f> Builder<'f> {
    pub(super) fn new(file: &'f str) -> Self {
        Self {
            file,
            date: None,
            templates: Vec::new(),
            prose: String::with_capacity(file.len()),
            map: Map::default(),
            blocks: Vec::new(),
            open: None,
            headings: Vec::new(),
            tables: 0,
            marks: Marks::default(),
        }
    }

    /// Begins a block, ending the one before it.
    pub(super) fn open(&mut self, kind: BlockKind) {
        self.close();
        self.open = Some((kind, offset(self.prose.len())));
    }

    /// Whether a block is being written.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Begins a block where none is open.
    pub(super) fn open_if_none(&mut self, kind: BlockKind) {
        if self.open.is_none() {
            self.open(kind);
        }
    }

    /// Ends the block that is open; one without text leaves no trace.
    pub(super) fn close(&mut self) {
        let Some((kind, start)) = self.open.take() else { return };
        let text = &self.prose[start as usize..];
        if text.trim().is_empty() {
            self.prose.truncate(start as usize);
            self.map.truncate(start);
            return;
        }
        let end = start + offset(text.trim_end().len());
        if let Some(span) = self.map.to_file(start, end) {
            self.silence_waiting(&span.range());
        }
        if let BlockKind::Heading(level) = kind {
            self.headings.retain(|&(above, _)| above < level);
        }
        let heading = self.headings.last().map(|&(_, index)| index);
        if let BlockKind::Heading(level) = kind {
            self.headings.push((level, offset(self.blocks.len())));
        }
        self.blocks.push(Block { kind, start, end, heading });
        self.prose.push('\n');
    }

    /// Appends the bytes of the file as they stand, without templates; text outside a block is
    /// not written.
    pub(super) fn text(&mut self, range: Range<usize>) {
        let first = self.templates.partition_point(|template| template.end <= range.start);
        let mut at = range.start;
        for index in first..self.templates.len() {
            let template = self.templates[index].clone();
            if template.start >= range.end {
                break;
            }
            self.piece(at..template.start);
            at = template.end;
            self.template(template);
        }
        self.piece(at..range.end);
    }

    /// A template keeps the words apart that touch it, but for what names classes: "{: .note }".
    fn template(&mut self, range: Range<usize>) {
        let template = &self.file[range.clone()];
        self.comment(shortcode::comment(template), range.clone());
        let bytes = self.file.as_bytes();
        let before = range.start.checked_sub(1).and_then(|before| bytes.get(before));
        let touches = |byte: &u8| !byte.is_ascii_whitespace() && !b"()[]\"'<>".contains(byte);
        let names_class = template.as_bytes().get(1).is_some_and(|byte| b".:#".contains(byte));
        if !names_class && (before.is_some_and(touches) || bytes.get(range.end).is_some_and(touches)) {
            self.replace(OBJECT, range);
        }
    }

    /// Appends text of which the digits are set above the line.
    pub(super) fn raised(&mut self, range: Range<usize>) {
        let file = self.file;
        for (at, c) in file[range.clone()].char_indices() {
            let at = range.start + at;
            match c.to_digit(10) {
                Some(digit) => self.replace(RAISED[digit as usize], at..at + 1),
                None => self.text(at..at + c.len_utf8()),
            }
        }
    }

    fn piece(&mut self, range: Range<usize>) {
        if self.open.is_some() && range.start < range.end {
            self.map.add_text(offset(self.prose.len()), offset(range.start), offset(range.len()));
            self.prose.push_str(&self.file[range]);
        }
    }

    /// Appends `text` where the file has something else in its place.
    pub(super) fn replace(&mut self, text: &str, range: Range<usize>) {
        if self.open.is_some() && !text.is_empty() && !range.is_empty() {
            self.map.add_replacement(offset(self.prose.len()), offset(range.start), offset(range.len()));
            self.prose.push_str(text);
        }
    }

    /// The number of the table that begins.
    pub(super) fn next_table(&mut self) -> u16 {
        self.tables = self.tables.saturating_add(1);
        self.tables
    }

    /// The last block that was ended, if it can lead into a list: running text or, where the list
    /// stands `inside` an item, that item.
    pub(super) fn lead(&self, inside: BlockKind) -> Option<u32> {
        let index = self.blocks.len().checked_sub(1)?;
        let leads = match self.blocks[index].kind {
            BlockKind::Paragraph | BlockKind::Quote | BlockKind::Footnote => true,
            BlockKind::Item { .. } => matches!(inside, BlockKind::Item { .. }),
            BlockKind::Title | BlockKind::Heading(_) | BlockKind::Cell { .. } | BlockKind::Caption => false,
        };
        leads.then(|| offset(index))
    }

    /// Notes a comment of the draft, which may be a mark to this tool.
    pub(super) fn comment(&mut self, text: &str, range: Range<usize>) {
        self.marks.comment(self.file, text, &range);
    }

    /// Lets the marks that wait for a block speak for this stretch of the file.
    pub(super) fn silence_waiting(&mut self, reach: &Range<usize>) {
        self.marks.speak_for(reach);
    }

    /// The document, complete.
    pub(super) fn finish(mut self) -> Document<'f> {
        self.close();
        Document {
            file: self.file,
            encoding: Encoding::UTF_8,
            prose: Cow::Owned(self.prose),
            map: self.map,
            blocks: self.blocks,
            date: self.date,
            silences: self.marks.finish(),
            usage: Usage::default(),
        }
    }
}
