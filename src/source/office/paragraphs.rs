//! Paragraphs in the order they are read, however they nest in the file.

use std::ops::Range;

use super::Outline;
use crate::source::BlockKind;
use crate::source::builder::{LINE_END, RAISED};

/// Text boxes in text boxes are not nested deeper.
const DEEPEST: usize = 64;

/// The paragraphs of a document so far.
#[derive(Default)]
pub(super) struct Paragraphs {
    text: String,
    outline: Vec<(BlockKind, Range<usize>)>,
    /// The paragraphs that are being written, the innermost last.
    open: Vec<String>,
    /// What goes below the text, by what it is.
    below: Vec<(BlockKind, String)>,
    /// The tables that are open.
    tables_open: usize,
    tables: u16,
    row: u16,
    column: u16,
}

impl Paragraphs {
    pub(super) fn begin(&mut self) {
        if self.open.len() < DEEPEST {
            self.open.push(String::new());
        }
    }

    /// Whether text is of a paragraph now.
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    pub(super) fn push(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut() {
            // A line end would make two paragraphs of one.
            open.extend(text.chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c }));
        }
    }

    /// Digits set above the line: "km²", "5,000³".
    pub(super) fn push_raised(&mut self, text: &str) {
        for c in text.chars() {
            match c.to_digit(10) {
                Some(digit) => self.push(RAISED[digit as usize]),
                None => self.push(c.encode_utf8(&mut [0; 4])),
            }
        }
    }

    pub(super) fn end_line(&mut self) {
        self.push(LINE_END);
    }

    /// Ends the innermost paragraph, as text of this kind where it stands in no table.
    pub(super) fn end(&mut self, kind: BlockKind) {
        let Some(text) = self.open.pop() else { return };
        let kind = match kind {
            BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Heading(_) if self.tables_open > 0 => {
                let (table, row) = (self.tables, self.row.saturating_sub(1));
                BlockKind::Cell { table, row, column: self.column.saturating_sub(1) }
            }
            kind => kind,
        };
        self.write(kind, &text);
    }

    /// Ends the innermost paragraph, to be written below the text.
    pub(super) fn end_below(&mut self, kind: BlockKind) {
        if let Some(text) = self.open.pop() {
            self.below.push((kind, text));
        }
    }

    /// Forgets the innermost paragraph.
    pub(super) fn forget(&mut self) {
        self.open.pop();
    }

    /// Text below a picture, or in its place.
    pub(super) fn caption(&mut self, text: &str) {
        if text.contains(char::is_whitespace) {
            self.begin();
            self.push(text);
            match self.tables_open {
                0 => self.end(BlockKind::Caption),
                _ => self.end_below(BlockKind::Caption),
            }
        }
    }

    fn write(&mut self, kind: BlockKind, text: &str) {
        let start = self.text.len();
        self.text.push_str(text.trim_end());
        let end = self.text.len();
        self.text.push('\n');
        if !self.text[start..end].trim().is_empty() {
            self.outline.push((kind, start..end));
        }
    }

    pub(super) fn begin_table(&mut self) {
        self.tables_open += 1;
        if self.tables_open == 1 {
            self.tables = self.tables.saturating_add(1);
            (self.row, self.column) = (0, 0);
        }
    }

    pub(super) fn end_table(&mut self) {
        self.tables_open = self.tables_open.saturating_sub(1);
    }

    /// Begins a row; tables inside cells are text of the cell.
    pub(super) fn begin_row(&mut self) {
        if self.tables_open == 1 {
            self.row = self.row.saturating_add(1);
            self.column = 0;
        }
    }

    /// Begins a cell that is so many columns wide.
    pub(super) fn begin_cell(&mut self) {
        if self.tables_open == 1 {
            self.column = self.column.saturating_add(1);
        }
    }

    /// Leaves out columns that the last cell covers, or that have nothing in them.
    pub(super) fn skip_columns(&mut self, columns: u16) {
        if self.tables_open == 1 {
            self.column = self.column.saturating_add(columns);
        }
    }

    pub(super) fn finish(mut self) -> (String, Outline) {
        while !self.open.is_empty() {
            self.end(BlockKind::Paragraph);
        }
        for (kind, text) in std::mem::take(&mut self.below) {
            self.write(kind, &text);
        }
        (self.text, Outline { paragraphs: self.outline })
    }
}
