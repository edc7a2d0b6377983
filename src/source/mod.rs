//! Bytes of a file → prose in blocks, with a map back to the file.

mod asciidoc;
mod builder;
mod date;
mod encoding;
mod fold;
mod front;
mod html;
mod json;
mod latex;
mod lines;
mod map;
mod mark;
mod markdown;
mod office;
mod plain;
mod rst;
mod shortcode;
mod tags;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;

use jiff::civil;

pub use date::{DateSource, date};
pub use encoding::{Encoding, OnDisk, Text};
pub use map::Map;

use crate::lexicon::Usage;
use crate::span::{Span, offset};

/// How a draft is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Paragraphs, hard-wrapped or one a line.
    Plain,
    /// Markdown with tables, footnotes and front matter.
    Markdown,
    /// A page of HTML.
    Html,
    /// `AsciiDoc`.
    AsciiDoc,
    /// reStructuredText.
    Rst,
    /// LaTeX.
    Latex,
    /// A document of a word processor, .docx or .odt, whichever it is.
    Office,
}

impl Format {
    /// By the ending of a file's name; none for files that are no drafts.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" | "mdx" | "mdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "adoc" | "asciidoc" | "asc" => Some(Self::AsciiDoc),
            "rst" => Some(Self::Rst),
            "tex" | "latex" => Some(Self::Latex),
            "docx" | "odt" => Some(Self::Office),
            _ => None,
        }
    }
}

/// A draft as it is read: its prose without markup, in blocks, and where each byte of it stands
/// in the file.
#[derive(Debug)]
pub struct Document<'f> {
    /// The file's text, of a word processor's document one paragraph a line; what a [`Span`] points
    /// into.
    pub file: &'f str,
    /// How the file has that text: what [`OnDisk`] needs to tell its bytes.
    pub encoding: Encoding,
    /// The prose of all blocks, one after another.
    pub prose: Cow<'f, str>,
    /// From prose to file.
    pub map: Map,
    /// In the order of the file.
    pub blocks: Vec<Block>,
    /// What the draft calls now: its own date, where it states one, until the caller knows better.
    pub date: Option<civil::Date>,
    /// Where marks in the draft silence findings.
    pub silences: Vec<Silence>,
    /// What it means by bare words such as "gallons" and "$", until the caller knows better.
    pub usage: Usage,
}

/// A stretch of prose that belongs together: no sentence reaches across its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is on the page.
    pub kind: BlockKind,
    /// Its first byte in the prose.
    pub start: u32,
    /// One past its last byte in the prose.
    pub end: u32,
    /// The heading it stands under, as an index of blocks.
    pub heading: Option<u32>,
}

/// What a block is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The title in the front matter, or another line that names the whole draft.
    Title,
    /// A heading of this level, 1 the highest.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// An item of a list, with the block that leads into the list.
    Item {
        /// The paragraph before the list, as an index of blocks.
        lead: Option<u32>,
    },
    /// A cell of a table.
    Cell {
        /// Which table of the draft.
        table: u16,
        /// 0 for the row of column headers.
        row: u16,
        /// From 0.
        column: u16,
    },
    /// A quotation set off as a block.
    Quote,
    /// The text of a picture, or a line below one.
    Caption,
    /// A note below the text.
    Footnote,
}

impl BlockKind {
    /// Whether it is a cell that may head a column or a row.
    pub(crate) fn is_head(self) -> bool {
        matches!(self, Self::Cell { row: 0, .. } | Self::Cell { column: 0, .. })
    }
}

/// A mark in the draft that silences findings in a stretch of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// The mark itself.
    pub mark: Span,
    /// The stretch of the file it speaks for.
    pub reach: Span,
    /// Names of rules; empty for all.
    pub rules: Vec<String>,
    /// The last day it speaks.
    pub until: Option<civil::Date>,
    /// Whether that day is past.
    pub lapsed: bool,
}

impl Silence {
    /// Whether it silences this rule at this place.
    ///
    /// ```
    /// use factdiff::source::{self, Format};
    /// let draft = source::read("<!-- factdiff: ignore value-differs -->\nSome 34 people.\n", Format::Markdown);
    /// let silence = &draft.silences[0];
    /// assert!(silence.covers("value-differs", silence.reach));
    /// assert!(!silence.covers("unit-differs", silence.reach));
    /// ```
    pub fn covers(&self, rule: &str, place: Span) -> bool {
        !self.lapsed
            && self.reach.contains(place)
            && (self.rules.is_empty() || self.rules.iter().any(|own| own == rule))
    }
}

/// The largest file that is read, in bytes: a shelf of books, and little enough for what is found
/// in it to be held in memory.
pub const LARGEST: usize = 256 << 20;

/// Why a draft cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The first byte that is no UTF-8, as 1-based line and column.
    NotText {
        /// The line.
        line: u32,
        /// The column.
        column: u32,
    },
    /// What is no text in any encoding: a picture, a program.
    Binary,
    /// A document of a word processor that cannot be opened, and why.
    Package(&'static str),
    /// More than [`LARGEST`].
    TooLarge,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText { line, column } => {
                write!(f, "line {line}, column {column}: this byte is not valid UTF-8; save the file as UTF-8")
            }
            Self::Binary => f.write_str("this is no text; drafts are text files, saved as UTF-8 at best"),
            Self::Package(why) => write!(f, "this document cannot be read: {why}"),
            Self::TooLarge => write!(f, "files over {} MiB are not read; split it", LARGEST >> 20),
        }
    }
}

impl std::error::Error for ReadError {}

/// The text of bytes that must be UTF-8.
pub fn decode(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.len() > LARGEST {
        return Err(ReadError::TooLarge);
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = &bytes[..error.valid_up_to()];
        let start = memchr::memrchr(b'\n', good).map_or(0, |newline| newline + 1);
        ReadError::NotText {
            line: offset(memchr::memchr_iter(b'\n', good).count()) + 1,
            column: offset(String::from_utf8_lossy(&good[start..]).chars().count()) + 1,
        }
    })
}

/// Reads a draft's text as `format`.
pub fn read(file: &str, format: Format) -> Document<'_> {
    let mut document = match format {
        // A document's text is one paragraph a line.
        Format::Plain | Format::Office => plain::read(file),
        Format::Markdown => markdown::read(file),
        Format::Html => html::read(file),
        Format::AsciiDoc => asciidoc::read(file),
        Format::Rst => rst::read(file),
        Format::Latex => latex::read(file),
    };
    fold::fold(&mut document);
    document
}

/// Where the text of a file begins: behind the mark of byte order.
fn text_start(file: &str) -> usize {
    if file.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

impl Document<'_> {
    /// Ends the silences whose last day lies before today.
    pub fn lapse(&mut self, today: civil::Date) {
        for silence in &mut self.silences {
            silence.lapsed = silence.until.is_some_and(|until| until < today);
        }
    }

    /// The text of a block.
    pub fn text(&self, block: &Block) -> &str {
        &self.prose[block.start as usize..block.end as usize]
    }
}
