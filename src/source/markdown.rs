//! Markdown with tables, footnotes, front matter, shortcodes and HTML inside.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::builder::{Builder, LINE_END, OBJECT};
use super::html::{self, Inline};
use super::{BlockKind, Document, front, shortcode};

pub(super) fn read(file: &str) -> Document<'_> {
    let mut builder = Builder::new(file);
    let body = front::read(&mut builder);
    let (shape, templates) = shortcode::mask(file, body);
    builder.templates = templates;
    let mut page = Page::new(builder, &shape);
    page.parse(body..shape.len());
    page.builder.finish()
}

/// What of Markdown is read.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM);

/// The fewest words that make a line of prose.
const SENTENCE: usize = 8;

/// What the reader knows at one event of the parser.
struct Page<'f, 'm> {
    builder: Builder<'f>,
    /// The file with its templates overwritten.
    shape: &'m str,
    /// What the text stands in, outermost first: items, quotations, footnotes.
    around: Vec<BlockKind>,
    /// The block that leads into each list that is open.
    leads: Vec<Option<u32>>,
    /// How many elements are open.
    depth: usize,
    /// The cell that comes next: its table, row and column.
    cell: (u16, u16, u16),
    /// Up to here the file has nothing to be read: code, addresses, text struck out.
    hidden: usize,
    /// The end of the last picture.
    picture: usize,
    /// The text of pictures, to be written when the text around them is complete.
    captions: Vec<Range<usize>>,
    html: Inline,
}

impl<'f, 'm> Page<'f, 'm> {
    fn new(builder: Builder<'f>, shape: &'m str) -> Self {
        Self {
            builder,
            shape,
            around: Vec::new(),
            leads: Vec::new(),
            depth: 0,
            cell: (0, 0, 0),
            hidden: 0,
            picture: 0,
            captions: Vec::new(),
            html: Inline::default(),
        }
    }

    fn parse(&mut self, part: Range<usize>) {
        let shape = self.shape;
        for (event, range) in Parser::new_ext(&shape[part.clone()], OPTIONS).into_offset_iter() {
            self.event(&event, part.start + range.start..part.start + range.end);
        }
    }

    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => {
                if self.depth == 0 && !matches!(tag, Tag::HtmlBlock) {
                    self.builder.silence_waiting(&range);
                }
                self.depth += 1;
                self.start(tag, range);
            }
            Event::End(tag) => {
                self.depth -= 1;
                self.end(*tag);
            }
            Event::Text(text) => self.text(text, range),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => self.object(range),
            Event::InlineHtml(_) => self.html.tag(&mut self.builder, self.shape, range),
            Event::SoftBreak => self.builder.replace("\n", range),
            Event::HardBreak => self.builder.replace(LINE_END, range),
            // The text of an HTML block is read as a whole where it begins.
            Event::Html(_) | Event::FootnoteReference(_) | Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.open(self.kind()),
            Tag::Heading { level, .. } => self.open(BlockKind::Heading(*level as u8)),
            Tag::BlockQuote(_) => self.enter(BlockKind::Quote),
            Tag::FootnoteDefinition(_) => self.enter(BlockKind::Footnote),
            Tag::List(_) => {
                self.close();
                self.leads.push(self.builder.lead(self.kind()));
            }
            Tag::Item => {
                let lead = self.leads.last().copied().flatten();
                self.enter(BlockKind::Item { lead });
                self.open(BlockKind::Item { lead });
            }
            Tag::Table(_) => {
                self.close();
                self.cell = (self.builder.next_table(), 0, 0);
            }
            Tag::TableHead | Tag::TableRow => self.cell.2 = 0,
            Tag::TableCell => {
                let (table, row, column) = self.cell;
                self.open(BlockKind::Cell { table, row, column });
                self.cell.2 = column.saturating_add(1);
            }
            Tag::HtmlBlock => {
                self.close();
                let kind = self.kind();
                html::block(&mut self.builder, self.shape, range, kind);
            }
            Tag::CodeBlock(CodeBlockKind::Indented) if is_prose(&self.shape[range.clone()]) => {
                self.paragraphs(&range);
                self.hide(&range);
            }
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.close();
                self.hide(&range);
            }
            Tag::Strikethrough => self.hide(&range),
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                self.hide(&range);
                self.object(range);
            }
            Tag::Image { .. } if self.picture <= range.start => {
                self.picture = range.end;
                self.captions.push(range.start..range.start);
                self.builder.replace("\n", range);
            }
            // The last five are not asked of the parser.
            Tag::Image { .. }
            | Tag::Link { .. }
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Superscript
            | Tag::Subscript
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Table => self.close(),
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition | TagEnd::Item => {
                self.close();
                self.around.pop();
            }
            TagEnd::List(_) => drop(self.leads.pop()),
            TagEnd::TableCell => self.builder.close(),
            TagEnd::TableHead | TagEnd::TableRow => self.cell.1 = self.cell.1.saturating_add(1),
            TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::MetadataBlock(_)
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => {}
        }
    }

    /// Prose that is indented as far as code, a paragraph a line.
    fn paragraphs(&mut self, range: &Range<usize>) {
        let mut start = range.start;
        for line in self.shape[range.clone()].split_inclusive('\n') {
            let indent = line.len() - line.trim_start().len();
            if is_text(line.trim()) {
                self.parse(start + indent..start + line.len());
            }
            start += line.len();
        }
    }

    /// What a paragraph is, by what it stands in.
    fn kind(&self) -> BlockKind {
        self.around.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    fn enter(&mut self, kind: BlockKind) {
        self.close();
        self.around.push(kind);
    }

    fn open(&mut self, kind: BlockKind) {
        // A cell is followed by its neighbour: what its pictures show is told after the table.
        match kind {
            BlockKind::Cell { .. } => self.builder.close(),
            _ => self.close(),
        }
        self.html = Inline::default();
        self.builder.open(kind);
    }

    /// Ends a block and writes what its pictures show.
    fn close(&mut self) {
        self.builder.close();
        for caption in std::mem::take(&mut self.captions) {
            self.builder.open(BlockKind::Caption);
            Inline::default().text_with_entities(&mut self.builder, caption);
            self.builder.close();
        }
    }

    fn hide(&mut self, range: &Range<usize>) {
        self.hidden = self.hidden.max(range.end);
    }

    /// Text that is none, but keeps its neighbours apart.
    fn object(&mut self, range: Range<usize>) {
        if range.start >= self.picture && !self.html.drops() {
            self.builder.replace(OBJECT, range);
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if range.start < self.hidden {
            return;
        }
        if range.start < self.picture {
            if let Some(caption) = self.captions.last_mut() {
                if caption.start == caption.end {
                    caption.start = range.start;
                }
                caption.end = range.end;
            }
            return;
        }
        // Text after the last block of an item, of a kind the parser has no paragraph for.
        self.builder.open_if_none(self.kind());
        if self.shape.get(range.clone()) == Some(text) {
            self.html.text(&mut self.builder, range);
        } else if !self.html.drops() {
            self.builder.replace(text, range);
        }
    }
}

/// Whether each line that is indented as far as code is a sentence: a paragraph under an item, "    The river rose 40
/// feet in a week, and fell again."
fn is_prose(block: &str) -> bool {
    let mut lines = block.lines().map(str::trim).filter(|line| is_text(line)).peekable();
    lines.peek().is_some() && lines.all(is_sentence)
}

/// Whether a line is more than the end of an element: "</td>".
fn is_text(line: &str) -> bool {
    !(line.is_empty() || line.starts_with("</") && line.ends_with('>'))
}

fn is_sentence(line: &str) -> bool {
    let line = ["&#8221;", "&rdquo;"].iter().find_map(|mark| line.strip_suffix(mark)).unwrap_or(line);
    let opens = |letter: char| letter.is_uppercase() || matches!(letter, '"' | '“' | '‘' | '[' | '*' | '_');
    let closes = |letter: char| matches!(letter, '.' | '!' | '?' | ':' | '"' | '”' | '’' | ')' | '*' | '_' | '>');
    let plain =
        |word: &&str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).chars().all(char::is_alphabetic);
    let code = ["{", "}", " = ", "==", "=>", "->", "();", "::", "&&", "`"];
    let (words, all) = (line.split(' ').filter(plain).count(), line.split(' ').count());
    line.starts_with(opens)
        && line.ends_with(closes)
        && words >= SENTENCE
        && words * 4 >= all * 3
        && !code.iter().any(|mark| line.contains(mark))
}
