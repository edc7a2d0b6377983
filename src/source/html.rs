//! The text of HTML: tags are skipped, entities are read, blocks and tables are kept apart.

use std::ops::Range;

use jiff::civil;
use memchr::memchr;

use super::builder::{Builder, LINE_END, OBJECT};
use super::tags::{Piece, Side, attribute, attribute_at, entity, piece};
use super::{BlockKind, Document, date, text_start};

/// Reads a page of HTML: its title, and the article where the page says which part of it that is.
pub(super) fn read(file: &str) -> Document<'_> {
    let mut builder = Builder::new(file);
    let whole = text_start(file)..file.len();
    match main(file) {
        Some(main) => {
            block(&mut builder, file, whole.start..head_end(file, main.start), BlockKind::Paragraph);
            block(&mut builder, file, main, BlockKind::Paragraph);
        }
        None => block(&mut builder, file, whole, BlockKind::Paragraph),
    }
    builder.finish()
}

/// The part of a page that is its article: `<main>`, else the only `<article>`.
fn main(file: &str) -> Option<Range<usize>> {
    let tags = |open: &'static str| {
        let found = memchr::memmem::find_iter(file.as_bytes(), open);
        let after =
            move |at: &usize| file.as_bytes().get(at + open.len()).is_some_and(|byte| !byte.is_ascii_alphanumeric());
        found.filter(after)
    };
    let (start, close) = match (tags("<main").next(), tags("<article").next()) {
        (Some(main), _) => (main, "</main"),
        (None, Some(article)) if tags("<article").nth(1).is_none() => (article, "</article"),
        (None, _) => return None,
    };
    let end = memchr::memmem::rfind(&file.as_bytes()[start..], close.as_bytes()).map_or(file.len(), |end| start + end);
    Some(start..end)
}

/// Where the head of a page ends, before `end`.
fn head_end(file: &str, end: usize) -> usize {
    memchr::memmem::find(&file.as_bytes()[..end], b"<body").unwrap_or(end)
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

    /// Reads nothing until this element, which opens, is closed.
    fn drop(&mut self, name: &str) {
        self.dropped = Some((name.to_owned(), 1));
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
            | "textarea" | "nav" | "del" | "s" | "strike" | "button" | "audio" | "video" | "canvas" | "dialog" => {
                self.dropped = (side == Side::Opening).then(|| (name.to_owned(), 1));
            }
            "code" | "kbd" | "samp" | "var" if side == Side::Opening => {
                builder.replace(OBJECT, range);
                self.drop(name);
            }
            // Browsers set the marks.
            "q" => builder.replace(if side == Side::Opening { "“" } else { "”" }, range),
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
        builder.raised(range);
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
        reaching: Vec::new(),
        shown: Vec::new(),
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
                let tag = &shape[at..end];
                if side == Side::Opening && !page.inline.drops() && is_hidden(tag) && !is_void(&name) {
                    page.inline.drop(&name);
                } else {
                    page.tag(builder, &name, side, at..end);
                }
                if side == Side::Opening && (name == "script" || name == "style") {
                    let script = end..raw_end(&shape[..range.end], end, &name);
                    if builder.date.is_none() && tag.contains("ld+json") {
                        builder.date = in_linked_data(&shape[script.clone()]);
                    }
                    at = script.end;
                    continue;
                }
            }
            Piece::Comment(text) => builder.comment(&builder.file[text], at..end),
            Piece::Other => {}
        }
        at = end;
    }
    page.close(builder);
}

/// Whether a tag says that what it opens is not to be seen.
fn is_hidden(tag: &str) -> bool {
    // Few tags say anything of the kind.
    if !tag.contains("hidden") && !tag.contains("none") && !tag.contains("navigation") {
        return false;
    }
    let is = |name: &str, value: &str| attribute(tag, name).is_some_and(|own| own.trim().eq_ignore_ascii_case(value));
    let style = attribute(tag, "style").unwrap_or_default().replace(' ', "");
    let alone = tag
        .split(['"', '\''])
        .step_by(2)
        .flat_map(|part| part.split(|c: char| c.is_whitespace() || c == '>' || c == '/'));
    is("aria-hidden", "true")
        || is("role", "navigation")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || is("hidden", "")
        || is("hidden", "hidden")
        || alone.skip(1).any(|word| word.eq_ignore_ascii_case("hidden"))
}

/// Whether an element never has an end.
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "img" | "br" | "hr" | "input" | "meta" | "link" | "source" | "col" | "wbr" | "embed" | "area" | "track"
    )
}

/// The day of publication in a page's linked data: {"datePublished": "2025-03-12T08:00"}.
fn in_linked_data(script: &str) -> Option<civil::Date> {
    let (_, value) = script.split_once("\"datePublished\"")?;
    date::day(value.trim_start().strip_prefix(':')?)
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

/// Cells do not reach further.
const WIDEST: u16 = 1000;

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
    /// For each column, how many of the next rows a cell above reaches into.
    reaching: Vec<u16>,
    /// The text of pictures, to be written where a block ends that is no cell.
    shown: Vec<Range<usize>>,
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
        if name == "img" && side == Side::Opening {
            self.show(builder, &range);
        }
        match name {
            "p" | "div" | "section" | "article" | "header" | "footer" | "aside" | "main" | "figure" | "details"
            | "summary" | "address" | "dl" | "dt" | "dd" | "center" | "hr" | "form" | "fieldset" | "head" | "body"
            | "html" | "tbody" | "thead" | "tfoot" => self.close(builder),
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
                    self.reaching.clear();
                }
            }
            "tr" => {
                builder.close();
                self.open.pop_if(|(last, _)| last == "td" || last == "th");
                if side == Side::Opening {
                    if self.cells > 0 {
                        self.row = self.row.saturating_add(1);
                    }
                    self.reaching.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
                }
                self.column = 0;
            }
            "q" => {
                builder.open_if_none(self.current());
                self.inline.named(builder, name, side, range);
            }
            "td" | "th" => self.cell(builder, name, side, range),
            _ => self.inline.named(builder, name, side, range),
        }
    }

    fn cell(&mut self, builder: &mut Builder<'_>, name: &str, side: Side, range: Range<usize>) {
        if side == Side::Closing {
            return self.turn(builder, name, side, self.kind);
        }
        if self.cells == 0 && name == "td" {
            // A table without a row of headers.
            self.row = 1;
        }
        self.cells += 1;
        while self.reaching.get(usize::from(self.column)).is_some_and(|rows| *rows > 0) {
            self.column = self.column.saturating_add(1);
        }
        self.turn(builder, name, side, BlockKind::Cell { table: self.table, row: self.row, column: self.column });
        let tag = &builder.file[range];
        let span = |key| {
            attribute(tag, key).and_then(|span| span.trim().parse().ok()).map_or(1, |span: u16| span.clamp(1, WIDEST))
        };
        let (columns, rows) = (span("colspan"), span("rowspan"));
        let end = self.column.saturating_add(columns);
        if rows > 1 && end <= WIDEST {
            self.reaching.resize(self.reaching.len().max(usize::from(end)), 0);
            // Its own row is the first.
            self.reaching[usize::from(self.column)..usize::from(end)].fill(rows);
        }
        self.column = end;
    }

    /// Keeps the text that a picture has for those who do not see it.
    fn show(&mut self, builder: &Builder<'_>, range: &Range<usize>) {
        let tag = &builder.file[range.clone()];
        let Some(shown) = attribute_at(tag, "alt") else { return };
        // One word is a file's name more often than a text.
        if tag[shown.clone()].trim().contains(char::is_whitespace) {
            self.shown.push(range.start + shown.start..range.start + shown.end);
        }
    }

    /// Ends a block and writes what its pictures show.
    fn close(&mut self, builder: &mut Builder<'_>) {
        builder.close();
        if self.open.iter().any(|(name, _)| name == "td" || name == "th") {
            // The cells of a table stand together.
            return;
        }
        for shown in std::mem::take(&mut self.shown) {
            builder.open(BlockKind::Caption);
            Inline::default().text_with_entities(builder, shown);
            builder.close();
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
