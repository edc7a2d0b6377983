//! The text of HTML: tags are skipped, entities are read, blocks and tables are kept apart.

use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{Event, Parser};

use super::BlockKind;
use super::builder::{Builder, LINE_END, OBJECT};

/// A tag, comment or stretch of text.
enum Piece {
    Text,
    /// The name, in lower case as far as it was written so, and whether the tag closes.
    Tag(Range<usize>, Side),
    /// The text within.
    Comment(Range<usize>),
    /// "<!DOCTYPE html>", "<?xml …?>".
    Other,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opening,
    Closing,
}

/// The piece that begins at `at`, before `end`; a tag that does not end takes all that is left.
fn piece(shape: &str, at: usize, end: usize) -> (Piece, usize) {
    let bytes = &shape.as_bytes()[..end];
    let Some(next) = memchr(b'<', &bytes[at..]).map(|next| at + next) else { return (Piece::Text, end) };
    if next > at {
        return (Piece::Text, next);
    }
    let (side, name) = match bytes.get(at + 1) {
        Some(b'/') => (Side::Closing, at + 2),
        Some(b'!') if bytes[at..].starts_with(b"<!--") => {
            let close = memchr::memmem::find(&bytes[at + 4..], b"-->").map(|close| at + 4 + close);
            return (Piece::Comment(at + 4..close.unwrap_or(end)), close.map_or(end, |close| close + 3));
        }
        Some(b'!' | b'?') => return (Piece::Other, memchr(b'>', &bytes[at..]).map_or(end, |close| at + close + 1)),
        _ => (Side::Opening, at + 1),
    };
    if !bytes.get(name).is_some_and(u8::is_ascii_alphabetic) {
        return (Piece::Text, at + 1);
    }
    let length = bytes[name..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
    (Piece::Tag(name..name + length, side), tag_end(bytes, name + length))
}

/// One past the ">" of a tag, those in quoted attributes not counted.
fn tag_end(bytes: &[u8], mut at: usize) -> usize {
    let mut quote = None;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match (quote, byte) {
            (None, b'>') => break,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    at
}

/// What the tags so far mean for the text that follows in the same block.
#[derive(Default)]
pub(super) struct Inline {
    /// The element without text that is open, and how many of its name.
    dropped: Option<(String, usize)>,
    superscript: bool,
}

impl Inline {
    /// Whether the text that follows is none to be read.
    pub(super) fn drops(&self) -> bool {
        self.dropped.is_some()
    }

    /// Reads one tag or comment that stands within a block.
    pub(super) fn tag(&mut self, builder: &mut Builder<'_>, shape: &str, range: Range<usize>) {
        match piece(shape, range.start, range.end).0 {
            Piece::Tag(name, side) => {
                let name = shape[name].to_ascii_lowercase();
                self.named(builder, &name, side, range);
            }
            Piece::Comment(text) => builder.comment(&builder.file[text], range),
            Piece::Text | Piece::Other => {}
        }
    }

    fn named(&mut self, builder: &mut Builder<'_>, name: &str, side: Side, range: Range<usize>) {
        if let Some((dropped, open)) = &mut self.dropped {
            if dropped == name {
                match side {
                    Side::Opening => *open += 1,
                    Side::Closing => *open -= 1,
                }
                if *open == 0 {
                    self.dropped = None;
                }
            }
            return;
        }
        match name {
            "script" | "style" | "pre" | "svg" | "math" | "template" | "noscript" | "iframe" | "object" | "select"
            | "textarea" | "head" | "del" | "s" | "strike" => {
                self.dropped = (side == Side::Opening).then(|| (name.to_owned(), 1));
            }
            "code" | "kbd" | "samp" | "var" if side == Side::Opening => {
                builder.replace(OBJECT, range);
                self.dropped = Some((name.to_owned(), 1));
            }
            "sup" => self.superscript = side == Side::Opening,
            "wbr" => builder.replace("\u{200b}", range),
            "br" | "p" | "div" | "li" | "td" | "th" | "tr" | "img" => builder.replace(LINE_END, range),
            _ => {}
        }
    }

    /// Writes text as it stands in the file, without entities.
    pub(super) fn text(&self, builder: &mut Builder<'_>, range: Range<usize>) {
        if self.dropped.is_some() {
            return;
        }
        if !self.superscript {
            return builder.text(range);
        }
        // "km<sup>2</sup>" is not "km2", nor is "5,000<sup>3</sup>" a larger number.
        for (at, c) in builder.file[range.clone()].char_indices() {
            let at = range.start + at;
            match c.to_digit(10) {
                Some(digit) => builder.replace(SUPERSCRIPTS[digit as usize], at..at + 1),
                None => builder.text(at..at + c.len_utf8()),
            }
        }
    }

    /// Writes text with its entities read.
    pub(super) fn text_with_entities(&self, builder: &mut Builder<'_>, range: Range<usize>) {
        let file = builder.file;
        let mut at = range.start;
        while let Some(next) = memchr(b'&', &file.as_bytes()[at..range.end]).map(|next| at + next) {
            let (entity, end) = entity(file, next, range.end);
            self.text(builder, at..if entity.is_some() { next } else { end });
            if let Some(entity) = entity.filter(|_| !self.drops()) {
                builder.replace(&entity, next..end);
            }
            at = end;
        }
        self.text(builder, at..range.end);
    }
}

const SUPERSCRIPTS: [&str; 10] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

/// The longest name of an entity, "&CounterClockwiseContourIntegral;".
const LONGEST_ENTITY: usize = 33;

/// What the entity at `at` stands for, if it is one, and where the text after it begins.
fn entity(file: &str, at: usize, end: usize) -> (Option<String>, usize) {
    let bytes = &file.as_bytes()[at..end.min(at + LONGEST_ENTITY)];
    let Some(length) = memchr(b';', bytes).map(|close| close + 1) else { return (None, at + 1) };
    let written = &file[at..at + length];
    // The Markdown reader knows the names of all entities.
    let mut decoded = String::new();
    for event in Parser::new(written) {
        if let Event::Text(text) = event {
            decoded.push_str(&text);
        }
    }
    if decoded == written || decoded.is_empty() { (None, at + 1) } else { (Some(decoded), at + length) }
}

/// Reads HTML that stands between blocks of Markdown; text that no tag says more of is of `kind`.
/// Tags are read in `shape`, which is the file with its templates overwritten.
pub(super) fn block(builder: &mut Builder<'_>, shape: &str, range: Range<usize>, kind: BlockKind) {
    let mut page = Page { inline: Inline::default(), open: Vec::new(), kind, table: 0, row: 0, column: 0, cells: 0 };
    let mut at = range.start;
    while at < range.end {
        let (piece, end) = piece(shape, at, range.end);
        match piece {
            Piece::Text => page.text(builder, shape, at..end),
            Piece::Tag(name, side) => {
                let name = shape[name].to_ascii_lowercase();
                page.tag(builder, &name, side, at..end);
            }
            Piece::Comment(text) => builder.comment(&builder.file[text], at..end),
            Piece::Other => {}
        }
        at = end;
    }
    builder.close();
}

/// What the reader knows at one tag.
struct Page {
    inline: Inline,
    /// Elements that make blocks of a kind of their own, outermost first.
    open: Vec<(String, BlockKind)>,
    kind: BlockKind,
    table: u16,
    row: u16,
    column: u16,
    /// Cells of the table so far.
    cells: usize,
}

impl Page {
    fn text(&mut self, builder: &mut Builder<'_>, shape: &str, range: Range<usize>) {
        if !self.inline.drops() && !shape[range.clone()].trim().is_empty() {
            builder.open_if_none(self.open.last().map_or(self.kind, |(_, kind)| *kind));
        }
        self.inline.text_with_entities(builder, range);
    }

    fn tag(&mut self, builder: &mut Builder<'_>, name: &str, side: Side, range: Range<usize>) {
        if self.inline.drops() {
            return self.inline.named(builder, name, side, range);
        }
        match name {
            "p" | "div" | "section" | "article" | "header" | "footer" | "aside" | "main" | "nav" | "figure"
            | "details" | "summary" | "address" | "dl" | "dt" | "dd" | "center" | "hr" | "form" | "fieldset" | "ul"
            | "ol" | "body" | "html" | "tbody" | "thead" | "tfoot" => builder.close(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes()[1] - b'0';
                self.turn(builder, name, side, BlockKind::Heading(level));
            }
            "blockquote" => self.turn(builder, name, side, BlockKind::Quote),
            "figcaption" | "caption" => self.turn(builder, name, side, BlockKind::Caption),
            "li" => {
                builder.close();
                let lead = builder.lead(None);
                self.turn(builder, name, side, BlockKind::Item { lead });
            }
            "table" => {
                builder.close();
                self.open.retain(|(name, _)| name != "td" && name != "th");
                (self.table, self.row, self.cells) = (builder.next_table(), 0, 0);
            }
            "tr" => {
                builder.close();
                if side == Side::Opening && self.cells > 0 {
                    self.row = self.row.saturating_add(1);
                }
                self.column = 0;
            }
            "td" | "th" => self.cell(builder, name, side),
            _ => self.inline.named(builder, name, side, range),
        }
    }

    fn cell(&mut self, builder: &mut Builder<'_>, name: &str, side: Side) {
        if side == Side::Opening {
            if self.cells == 0 && name == "td" {
                // A table without a row of headers.
                self.row = 1;
            }
            self.cells += 1;
        }
        self.turn(builder, name, side, BlockKind::Cell { table: self.table, row: self.row, column: self.column });
        if side == Side::Opening {
            self.column = self.column.saturating_add(1);
        }
    }

    /// Begins or ends an element whose text is of a kind of its own.
    fn turn(&mut self, builder: &mut Builder<'_>, name: &str, side: Side, kind: BlockKind) {
        builder.close();
        match side {
            Side::Opening => {
                // "<li>one<li>two": the end of the first is left out.
                self.open.pop_if(|(last, _)| last == name && name != "blockquote");
                self.open.push((name.to_owned(), kind));
            }
            Side::Closing => {
                if let Some(index) = self.open.iter().rposition(|(open, _)| open == name) {
                    self.open.truncate(index);
                }
            }
        }
    }
}
