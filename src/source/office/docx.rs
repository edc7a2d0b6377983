//! The parts of a .docx: text as it stands once tracked changes are accepted.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::ReadError;
use super::package::{DAMAGED, Package, attribute, local, referred};
use super::paragraphs::Paragraphs;
use crate::source::BlockKind;
use crate::source::builder::OBJECT;

pub(super) fn read(xml: &str, package: &mut Package<'_>) -> Result<Paragraphs, ReadError> {
    let styles = match package.part("word/styles.xml")? {
        Some(xml) => Styles::read(&xml)?,
        None => Styles::default(),
    };
    let mut paragraphs = Paragraphs::default();
    Story::of(&styles, &mut paragraphs, BlockKind::Paragraph).read(xml)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(xml) = package.part(notes)? {
            Story::of(&styles, &mut paragraphs, BlockKind::Footnote).read(&xml)?;
        }
    }
    Ok(paragraphs)
}

/// What is known at one element of a part.
struct Story<'s> {
    styles: &'s Styles,
    paragraphs: &'s mut Paragraphs,
    /// What a paragraph is that no style says more of.
    kind: BlockKind,
    /// The kinds of the paragraphs that are open; none for one that is no text.
    open: Vec<Option<BlockKind>>,
    /// How many elements are open of which nothing is read.
    skipped: usize,
    /// Whether the properties of a paragraph, or of a row, are being read.
    properties: Properties,
    run: Run,
    /// What pictures show, until the paragraph around them ends.
    shown: Vec<String>,
    /// Whether the mark that ends the open paragraph is deleted: the next one continues it.
    continues: bool,
    row: Row,
    span: u16,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Properties {
    #[default]
    None,
    OfParagraph,
    OfRow,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Row {
    /// No cell has been read.
    #[default]
    New,
    Begun,
    Deleted,
}

/// How a stretch of letters is set.
#[derive(Clone, Copy, Default)]
struct Run {
    hidden: bool,
    raised: bool,
    /// Whether its letters are being read.
    text: bool,
}

impl<'s> Story<'s> {
    fn of(styles: &'s Styles, paragraphs: &'s mut Paragraphs, kind: BlockKind) -> Self {
        Self {
            styles,
            paragraphs,
            kind,
            open: Vec::new(),
            skipped: 0,
            properties: Properties::None,
            run: Run::default(),
            shown: Vec::new(),
            continues: false,
            row: Row::New,
            span: 1,
        }
    }

    fn read(mut self, xml: &str) -> Result<(), ReadError> {
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event().map_err(|_| DAMAGED)? {
                Event::Start(_) if self.skipped > 0 => self.skipped += 1,
                Event::End(_) if self.skipped > 0 => self.skipped -= 1,
                Event::Start(element) => self.start(&element),
                Event::Empty(element) if self.skipped == 0 => self.empty(&element),
                Event::End(element) => {
                    let name = element.name().into_inner();
                    self.end(name.rsplit_once(':').map_or(name, |(_, local)| local));
                }
                Event::Text(text) => self.text(&text.xml10_content()),
                Event::CData(text) => self.text(&text.xml10_content()),
                Event::GeneralRef(reference) => {
                    if let Some(c) = referred(&reference) {
                        self.text(c.encode_utf8(&mut [0; 4]));
                    }
                }
                Event::Eof => break,
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
        while !self.open.is_empty() {
            self.continues = false;
            self.end("p");
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.skipped == 0 && self.run.text && !self.run.hidden {
            if self.run.raised {
                self.paragraphs.push_raised(text);
            } else {
                self.paragraphs.push(text);
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        match local(element) {
            // What is deleted, what a program makes of a field, what older programs show instead,
            // and what properties were before.
            "del" | "moveFrom" | "instrText" | "delText" | "delInstrText" | "Fallback" | "pPrChange" | "rPrChange"
            | "trPrChange" | "tcPrChange" | "tblPrChange" | "sectPrChange" => self.skipped = 1,
            "oMath" => {
                self.paragraphs.push(OBJECT);
                self.skipped = 1;
            }
            "footnote" | "endnote" if attribute(element, "type").is_some_and(|kind| kind != "normal") => {
                self.skipped = 1;
            }
            "p" => {
                if !std::mem::take(&mut self.continues) {
                    self.paragraphs.begin();
                    self.open.push(Some(self.kind));
                }
            }
            "pPr" => self.properties = Properties::OfParagraph,
            "trPr" => self.properties = Properties::OfRow,
            "r" => self.run = Run::default(),
            "t" => self.run.text = true,
            "tbl" => self.paragraphs.begin_table(),
            "tr" => self.row = Row::New,
            "tc" => match self.row {
                Row::Deleted => self.skipped = 1,
                Row::New | Row::Begun => {
                    if self.row == Row::New {
                        self.paragraphs.begin_row();
                    }
                    self.row = Row::Begun;
                    self.span = 1;
                    self.paragraphs.begin_cell();
                }
            },
            _ => self.empty(element),
        }
    }

    /// Reads an element that says something by itself.
    fn empty(&mut self, element: &BytesStart<'_>) {
        let value = || attribute(element, "val");
        let number = || value().and_then(|value| value.parse::<u16>().ok());
        match (local(element), self.properties) {
            ("pStyle", _) => {
                let kind = value().map(|style| self.styles.kind(&style));
                match kind {
                    Some(Kind::Of(kind)) if self.kind == BlockKind::Paragraph => self.set(Some(kind)),
                    Some(Kind::Listing) => self.set(None),
                    Some(Kind::Of(_) | Kind::Plain) | None => {}
                }
            }
            ("outlineLvl", Properties::OfParagraph) => {
                if let Some(level) = number().and_then(heading) {
                    self.set(Some(level));
                }
            }
            ("numPr", Properties::OfParagraph) if self.open.last() == Some(&Some(BlockKind::Paragraph)) => {
                self.set(Some(BlockKind::Item { lead: None }));
            }
            ("del", Properties::OfParagraph) => self.continues = true,
            ("del", Properties::OfRow) => self.row = Row::Deleted,
            ("vanish", Properties::None) => {
                self.run.hidden = !value().is_some_and(|value| matches!(&*value, "0" | "false" | "off"));
            }
            ("vertAlign", Properties::None) => {
                self.run.raised = value().is_some_and(|value| value == "superscript");
            }
            ("tab", Properties::None) => self.paragraphs.push("\t"),
            ("br" | "cr", Properties::None) => self.paragraphs.end_line(),
            ("noBreakHyphen", Properties::None) => self.paragraphs.push("-"),
            ("gridSpan", _) => self.span = number().unwrap_or(1).max(1),
            ("docPr", _) => self.shown.extend(attribute(element, "descr")),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" if self.continues => {}
            "p" => {
                match self.open.pop().flatten() {
                    Some(kind) => self.paragraphs.end(kind),
                    None => self.paragraphs.forget(),
                }
                if !self.paragraphs.is_open() {
                    for shown in std::mem::take(&mut self.shown) {
                        self.paragraphs.caption(&shown);
                    }
                }
            }
            "pPr" | "trPr" => self.properties = Properties::None,
            "t" => self.run.text = false,
            "tc" => self.paragraphs.skip_columns(self.span - 1),
            "tbl" => self.paragraphs.end_table(),
            _ => {}
        }
    }

    /// Says what the innermost paragraph is.
    fn set(&mut self, kind: Option<BlockKind>) {
        if let Some(open) = self.open.last_mut() {
            *open = kind;
        }
    }
}

/// The heading of an outline level, from 0; 9 is running text.
fn heading(level: u16) -> Option<BlockKind> {
    u8::try_from(level).ok().filter(|level| *level < 9).map(|level| BlockKind::Heading(level + 1))
}

/// What the styles of a document make of its paragraphs.
#[derive(Default)]
struct Styles(HashMap<String, Style>);

#[derive(Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<BlockKind>,
}

enum Kind {
    Of(BlockKind),
    Plain,
    /// A table of contents or an index: its figures are pages.
    Listing,
}

impl Styles {
    fn read(xml: &str) -> Result<Self, ReadError> {
        let mut styles = HashMap::new();
        let mut open: Option<(String, Style)> = None;
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event().map_err(|_| DAMAGED)? {
                Event::Start(element) if local(&element) == "style" => {
                    open = attribute(&element, "styleId").map(|id| (id, Style::default()));
                }
                Event::Start(element) | Event::Empty(element) => {
                    let Some((_, style)) = &mut open else { continue };
                    let value = attribute(&element, "val");
                    match local(&element) {
                        "name" => style.name = value.unwrap_or_default(),
                        "basedOn" => style.based_on = value,
                        "outlineLvl" => style.outline = value.and_then(|level| heading(level.parse().ok()?)),
                        _ => {}
                    }
                }
                Event::End(element) if element.name().into_inner().ends_with("style") => styles.extend(open.take()),
                Event::Eof => return Ok(Self(styles)),
                _ => {}
            }
        }
    }

    /// What a paragraph of this style is, by the style or those it is based on.
    fn kind(&self, id: &str) -> Kind {
        let mut id = id;
        // Styles are based on a few others at most; on themselves in no document that is meant well.
        for _ in 0..8 {
            let style = self.0.get(id);
            match by_name(style.map_or(id, |style| &style.name)) {
                Kind::Plain => {}
                known => return known,
            }
            if let Some(kind) = style.and_then(|style| style.outline) {
                return Kind::Of(kind);
            }
            let Some(above) = style.and_then(|style| style.based_on.as_deref()) else { break };
            id = above;
        }
        Kind::Plain
    }
}

/// What the styles are for that every word processor has.
fn by_name(name: &str) -> Kind {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    if let Some(level) = name.strip_prefix("heading").and_then(|level| level.parse().ok()) {
        return Kind::Of(BlockKind::Heading(level));
    }
    match name.as_str() {
        "title" => Kind::Of(BlockKind::Title),
        "caption" | "illustration" => Kind::Of(BlockKind::Caption),
        "quote" | "intensequote" | "blocktext" | "quotations" => Kind::Of(BlockKind::Quote),
        "footnotetext" | "endnotetext" => Kind::Of(BlockKind::Footnote),
        name if name.starts_with("listbullet") || name.starts_with("listnumber") => {
            Kind::Of(BlockKind::Item { lead: None })
        }
        name if name.starts_with("toc") || name.starts_with("index") => Kind::Listing,
        _ => Kind::Plain,
    }
}
