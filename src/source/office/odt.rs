//! The content of an .odt: text as it stands once tracked changes are accepted.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::ReadError;
use super::package::{DAMAGED, attribute, local, referred};
use super::paragraphs::Paragraphs;
use crate::source::BlockKind;
use crate::source::builder::OBJECT;

pub(super) fn read(xml: &str) -> Result<Paragraphs, ReadError> {
    let mut content = Content::default();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|_| DAMAGED)? {
            Event::Start(_) if content.skipped > 0 => content.skipped += 1,
            Event::End(_) if content.skipped > 0 => content.skipped -= 1,
            Event::Start(element) => content.start(&element),
            Event::Empty(element) if content.skipped == 0 => content.empty(&element),
            Event::End(element) => {
                let name = element.name().into_inner();
                content.end(name.rsplit_once(':').map_or(name, |(_, local)| local));
            }
            Event::Text(text) => content.text(&text.xml10_content()),
            Event::CData(text) => content.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                if let Some(c) = referred(&reference) {
                    content.text(c.encode_utf8(&mut [0; 4]));
                }
            }
            Event::Eof => return Ok(content.paragraphs),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// What is known at one element of the content.
#[derive(Default)]
struct Content {
    paragraphs: Paragraphs,
    styles: HashMap<String, Style>,
    /// The style whose properties are being read.
    style: Option<String>,
    /// The kinds of the paragraphs that are open.
    open: Vec<BlockKind>,
    /// The stretches of letters that are open, and how they are set.
    runs: Vec<Style>,
    skipped: usize,
    lists: usize,
    notes: usize,
    /// Whether a description of a picture is being read.
    described: bool,
    /// What pictures show, until the paragraph around them ends.
    shown: Vec<String>,
}

/// How a style of the document sets text.
#[derive(Clone, Default)]
struct Style {
    parent: Option<String>,
    hidden: bool,
    raised: bool,
}

impl Content {
    fn text(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        if self.described {
            self.shown.last_mut().iter_mut().for_each(|shown| shown.push_str(text));
        } else if !self.runs.iter().any(|run| run.hidden) {
            if self.runs.iter().any(|run| run.raised) {
                self.paragraphs.push_raised(text);
            } else {
                // Layout between elements is no text; one space stands for any.
                self.paragraphs.push(text);
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        match local(element) {
            // What is deleted, remarks, numbers of notes, lists of pages, drawings.
            "tracked-changes" | "annotation" | "note-citation" | "table-of-content" | "alphabetical-index"
            | "illustration-index" | "table-index" | "user-index" | "bibliography" | "hidden-paragraph" | "forms"
            | "event-listeners" | "sequence-decls" => self.skipped = 1,
            "object" => {
                self.paragraphs.push(OBJECT);
                self.skipped = 1;
            }
            "style" => self.begin_style(element),
            "h" => self.begin(match attribute(element, "outline-level").and_then(|level| level.parse().ok()) {
                Some(level) => BlockKind::Heading(level),
                None => BlockKind::Heading(1),
            }),
            "p" => {
                let kind = attribute(element, "style-name").map(|style| self.kind(&style));
                self.begin(kind.unwrap_or(BlockKind::Paragraph));
            }
            "span" => {
                let style = attribute(element, "style-name").and_then(|style| self.styles.get(&style).cloned());
                self.runs.push(style.unwrap_or_default());
            }
            "list" => self.lists += 1,
            "note" => self.notes += 1,
            "title" | "desc" if self.paragraphs.is_open() => {
                self.described = true;
                self.shown.push(String::new());
            }
            "table" => self.paragraphs.begin_table(),
            "table-row" => self.paragraphs.begin_row(),
            "table-cell" => self.paragraphs.begin_cell(),
            _ => self.empty(element),
        }
    }

    fn empty(&mut self, element: &BytesStart<'_>) {
        let count = |name: &str| attribute(element, name).and_then(|count| count.parse::<u16>().ok()).unwrap_or(1);
        match local(element) {
            "s" => self.paragraphs.push(&" ".repeat(usize::from(count("c").min(64)))),
            "tab" => self.paragraphs.push("\t"),
            "line-break" => self.paragraphs.end_line(),
            "style" => {
                self.begin_style(element);
                self.style = None;
            }
            "text-properties" => {
                let Some(style) = self.style.as_ref().and_then(|name| self.styles.get_mut(name)) else { return };
                style.hidden = attribute(element, "display").is_some_and(|display| display == "none");
                style.raised = attribute(element, "text-position").is_some_and(|place| {
                    place.starts_with("super") || place.starts_with(|c: char| c.is_ascii_digit() && c != '0')
                });
            }
            "table-cell" | "covered-table-cell" => self.paragraphs.skip_columns(count("number-columns-repeated")),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "style" => self.style = None,
            "h" | "p" => {
                let Some(kind) = self.open.pop() else { return };
                match self.notes {
                    0 => self.paragraphs.end(kind),
                    _ => self.paragraphs.end_below(BlockKind::Footnote),
                }
                if !self.paragraphs.is_open() {
                    for shown in std::mem::take(&mut self.shown) {
                        self.paragraphs.caption(&shown);
                    }
                }
            }
            "span" => drop(self.runs.pop()),
            "list" => self.lists = self.lists.saturating_sub(1),
            "note" => self.notes = self.notes.saturating_sub(1),
            "title" | "desc" => self.described = false,
            "table" => self.paragraphs.end_table(),
            _ => {}
        }
    }

    fn begin(&mut self, kind: BlockKind) {
        let kind = match kind {
            BlockKind::Paragraph if self.lists > 0 => BlockKind::Item { lead: None },
            kind => kind,
        };
        self.paragraphs.begin();
        self.open.push(kind);
    }

    fn begin_style(&mut self, element: &BytesStart<'_>) {
        self.style = attribute(element, "name");
        if let Some(name) = &self.style {
            let parent = attribute(element, "parent-style-name");
            self.styles.insert(name.clone(), Style { parent, ..Style::default() });
        }
    }

    /// What a paragraph of this style is, by its name or that of the style it is made from.
    fn kind(&self, name: &str) -> BlockKind {
        let parent = self.styles.get(name).and_then(|style| style.parent.as_deref());
        match parent.unwrap_or(name) {
            "Title" => BlockKind::Title,
            "Quotations" | "Block_20_Quotation" => BlockKind::Quote,
            "Caption" | "Illustration" | "Figure" | "Table" | "Text" => BlockKind::Caption,
            _ => BlockKind::Paragraph,
        }
    }
}
