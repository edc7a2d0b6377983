//! The text of HTML: tags are skipped, entities are read, blocks and tables are kept apart.

use std::ops::Range;

use jiff::civil;
use memchr::memchr;

use super::builder::{Builder, LINE_END, OBJECT};
use super::tags::{Piece, Side, attribute, entity, piece};
use super::{BlockKind, Document, date, text_start};

/// Reads a page of HTML.
pub(super) fn read(file: &str) -> Document<'_> {
    let mut builder = Builder::new(file);
    block(&mut builder, file, text_start(file)..file.len(), BlockKind::Paragraph);
    builder.finish()
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
            | "textarea" | "nav" | "del" | "s" | "strike" => {
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

/// Reads HTML that stands between blocks of Markdown; text that no tag says more of is of `kind`.
/// Tags are read in `shape`, which is the file with its templates overwritten.
pub(super) fn block(builder: &mut Builder<'_>, shape: &str, range: Range<usize>, kind: BlockKind) {
    let mut page = Page {
        inline: Inline::default(),
        open: Vec::new(),
        kind,
        leads: Vec::new(),
        table: 0,
        row: 0,
        column: 0,
        cells: 0,
    };
    let mut at = range.start;
    while at < range.end {
        let (piece, end) = piece(shape, at, range.end);
        match piece {
            Piece::Text => page.text(builder, shape, at..end),
            Piece::Tag(name, side) => {
                let name = shape[name].to_ascii_lowercase();
                if builder.date.is_none() && (name == "meta" || name == "time") {
                    builder.date = published(&shape[at..end]);
                }
                page.tag(builder, &name, side, at..end);
                if side == Side::Opening && (name == "script" || name == "style") {
                    at = raw_end(&shape[..range.end], end, &name);
                    continue;
                }
            }
            Piece::Comment(text) => builder.comment(&builder.file[text], at..end),
            Piece::Other => {}
        }
        at = end;
    }
    builder.close();
}

/// Where the tag stands that ends a script or style begun before `at`: nothing else within means
/// anything.
fn raw_end(shape: &str, at: usize, name: &str) -> usize {
    let mut closes = memchr::memmem::find_iter(&shape.as_bytes()[at..], "</").map(|close| at + close);
    let is_it = |close: &usize| {
        shape.get(close + 2..close + 2 + name.len()).is_some_and(|closed| closed.eq_ignore_ascii_case(name))
    };
    closes.find(is_it).unwrap_or(shape.len())
}

/// The day of publication that a tag tells of: `<meta property="article:published_time"
/// content="2025-03-12T08:00">`, `<time datetime="2025-03-12">`.
fn published(tag: &str) -> Option<civil::Date> {
    const NAMES: [&str; 8] = [
        "date",
        "article:published_time",
        "datepublished",
        "publish_date",
        "publishdate",
        "pubdate",
        "dc.date",
        "dcterms.created",
    ];
    let name = ["name", "property", "itemprop"].into_iter().find_map(|key| attribute(tag, key));
    let dated = name.is_some_and(|name| NAMES.iter().any(|known| known.eq_ignore_ascii_case(name)));
    date::day(attribute(tag, "datetime").or_else(|| attribute(tag, "content").filter(|_| dated))?)
}

/// Elements nested deeper are of the kind of those around them: no page is written so.
const DEEPEST: usize = 256;

/// What the reader knows at one tag.
struct Page {
    inline: Inline,
    /// Elements that make blocks of a kind of their own, outermost first.
    open: Vec<(String, BlockKind)>,
    kind: BlockKind,
    /// The block that leads into each list that is open.
    leads: Vec<Option<u32>>,
    table: u16,
    row: u16,
    column: u16,
    /// Cells of the table so far.
    cells: usize,
}

impl Page {
    fn text(&mut self, builder: &mut Builder<'_>, shape: &str, range: Range<usize>) {
        if !self.inline.drops() && !shape[range.clone()].trim().is_empty() {
            builder.open_if_none(self.current());
        }
        self.inline.text_with_entities(builder, range);
    }

    fn tag(&mut self, builder: &mut Builder<'_>, name: &str, side: Side, range: Range<usize>) {
        if self.inline.drops() {
            return self.inline.named(builder, name, side, range);
        }
        match name {
            "p" | "div" | "section" | "article" | "header" | "footer" | "aside" | "main" | "figure" | "details"
            | "summary" | "address" | "dl" | "dt" | "dd" | "center" | "hr" | "form" | "fieldset" | "head" | "body"
            | "html" | "tbody" | "thead" | "tfoot" => builder.close(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes()[1] - b'0';
                self.turn(builder, name, side, BlockKind::Heading(level));
            }
            "blockquote" => self.turn(builder, name, side, BlockKind::Quote),
            "title" => self.turn(builder, name, side, BlockKind::Title),
            "figcaption" | "caption" => self.turn(builder, name, side, BlockKind::Caption),
            "li" => {
                let lead = self.leads.last().copied().flatten();
                self.turn(builder, name, side, BlockKind::Item { lead });
            }
            "ul" | "ol" => {
                self.turn(builder, name, side, self.current());
                match side {
                    Side::Opening => self.leads.push(builder.lead(self.current())),
                    Side::Closing => drop(self.leads.pop()),
                }
            }
            "table" => {
                self.turn(builder, name, side, self.current());
                if side == Side::Opening {
                    (self.table, self.row, self.cells) = (builder.next_table(), 0, 0);
                }
            }
            "tr" => {
                builder.close();
                self.open.pop_if(|(last, _)| last == "td" || last == "th");
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

    /// What text is by what it stands in.
    fn current(&self) -> BlockKind {
        self.open.last().map_or(self.kind, |(_, kind)| *kind)
    }

    /// Begins or ends an element whose text is of a kind of its own.
    fn turn(&mut self, builder: &mut Builder<'_>, name: &str, side: Side, kind: BlockKind) {
        builder.close();
        match side {
            Side::Opening => {
                // "<li>one<li>two": the end of the first is left out.
                let leaves_out = |last: &str| matches!((last, name), ("li", "li") | ("td" | "th", "td" | "th"));
                self.open.pop_if(|(last, _)| leaves_out(last));
                if self.open.len() < DEEPEST {
                    self.open.push((name.to_owned(), kind));
                }
            }
            Side::Closing => {
                if let Some(index) = self.open.iter().rposition(|(open, _)| open == name) {
                    self.open.truncate(index);
                }
            }
        }
    }
}
