//! Bytes of a file → text, in whichever encoding it was saved, and from places in the text back to
//! bytes of the file.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

use super::office::{self, Outline};
use super::{Document, Format, LARGEST, ReadError};
use crate::span::{Span, offset};

/// How much of a page may hold the name of its encoding, as browsers look for it.
const HEAD: usize = 1024;

/// How the text of a file is written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// What nearly every draft is saved as.
    pub const UTF_8: Self = Self(UTF_8);

    /// Its name on the web: "UTF-8", "windows-1252".
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// A text as bytes of a file; none where it has letters that this encoding lacks.
    ///
    /// ```
    /// use factdiff::source::{Format, Text};
    /// let old = Text::of(b"Flood costs \x80 40 million", Format::Plain).expect("a text from an old machine");
    /// assert_eq!(old.encoding.encode("\u{20ac} 45 million").as_deref(), Some(&b"\x80 45 million"[..]));
    /// assert_eq!(old.encoding.encode("\u{20b9} 45 million"), None);
    /// ```
    pub fn encode(self, text: &str) -> Option<Cow<'_, [u8]>> {
        let wide = |bytes: fn(u16) -> [u8; 2]| Some(text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>().into());
        if self.0 == UTF_16LE {
            return wide(u16::to_le_bytes);
        }
        if self.0 == UTF_16BE {
            return wide(u16::to_be_bytes);
        }
        let (bytes, _, lost) = self.0.encode(text);
        (!lost).then_some(bytes)
    }

    /// How many bytes of the file this part of its text takes.
    fn length(self, text: &str) -> usize {
        if self.0 == UTF_8 {
            text.len()
        } else if self.0 == UTF_16LE || self.0 == UTF_16BE {
            2 * text.encode_utf16().count()
        } else if self.0.is_single_byte() {
            text.chars().count()
        } else {
            self.0.encode(text).0.len()
        }
    }
}

/// The text of a file, and how it is saved there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'b> {
    /// The text, the mark of byte order included.
    pub text: Cow<'b, str>,
    /// How the file has it.
    pub encoding: Encoding,
    /// What the paragraphs of a word processor's document are.
    outline: Option<Outline>,
}

impl<'b> Text<'b> {
    /// Reads the bytes of a draft: as UTF-8 or UTF-16 where a mark says so or they are nothing
    /// else, else as the encoding that an HTML page names or that fits the letters best.
    ///
    /// # Errors
    /// The bytes are no text, or broken UTF-8.
    ///
    /// ```
    /// use factdiff::source::{Format, Text};
    /// let text = Text::of(b"Flood costs \x80 40 million", Format::Plain).expect("a text from an old machine");
    /// assert_eq!((&*text.text, text.encoding.name()), ("Flood costs € 40 million", "windows-1252"));
    /// ```
    pub fn of(bytes: &'b [u8], format: Format) -> Result<Self, ReadError> {
        if bytes.len() > LARGEST {
            return Err(ReadError::TooLarge);
        }
        if format == Format::Office || office::is_package(bytes) {
            let (text, outline) = office::text(bytes)?;
            return Ok(Self { text: Cow::Owned(text), encoding: Encoding::UTF_8, outline: Some(outline) });
        }
        let wide = wide(bytes);
        if let Ok(text) = str::from_utf8(bytes)
            && wide.is_none()
        {
            return Ok(Self { text: Cow::Borrowed(text), encoding: Encoding::UTF_8, outline: None });
        }
        if wide.is_none() && memchr::memchr(0, bytes).is_some() {
            return Err(ReadError::Binary);
        }
        if wide.is_none() && is_mostly_utf8(bytes) {
            return Err(not_utf8(bytes));
        }
        let encoding = wide.or_else(|| declared(bytes).filter(|_| format == Format::Html));
        let encoding = encoding.unwrap_or_else(|| guess(bytes));
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        let text = text.filter(|text| returns(encoding, text, bytes)).ok_or_else(|| match wide {
            Some(_) => ReadError::Binary,
            None => not_utf8(bytes),
        })?;
        if text.chars().any(is_no_text) {
            return Err(ReadError::Binary);
        }
        Ok(Self { text, encoding: Encoding(encoding), outline: None })
    }

    /// Reads it as a draft of `format`.
    pub fn read(&self, format: Format) -> Document<'_> {
        let mut document = match &self.outline {
            Some(outline) => office::read(&self.text, outline),
            None => super::read(&self.text, format),
        };
        document.encoding = self.encoding;
        document
    }
}

/// Signs that steer machines, which no text has but for those that end lines, pages and files.
fn is_no_text(c: char) -> bool {
    c.is_control() && !matches!(c, '\t'..='\r' | '\u{1a}' | '\u{85}')
}

/// UTF-16, by its mark or by the zeros that stand beside every letter of western languages.
fn wide(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match bytes {
        // The mark of UTF-32, which nobody saves drafts in.
        [0xff, 0xfe, 0, 0, ..] => return None,
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, odd) if odd * 4 > head.len() => Some(UTF_16LE),
        (even, 0) if even * 4 > head.len() => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether most of what is not ASCII is valid UTF-8: a damaged file, rather than another encoding.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    valid > 0 && valid >= broken
}

fn not_utf8(bytes: &[u8]) -> ReadError {
    let good = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let line = good.rfind('\n').map_or(good, |newline| &good[newline + 1..]);
    ReadError::NotText {
        line: offset(memchr::memchr_iter(b'\n', good.as_bytes()).count()) + 1,
        column: offset(line.chars().count()) + 1,
    }
}

/// The encoding that a page names: `<meta charset="iso-8859-1">`, `<?xml … encoding="…"?>`.
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let after = |name: &[u8]| memchr::memmem::find(&head, name).map(|at| at + name.len());
    let start = after(b"charset=").or_else(|| after(b"encoding="))?;
    let rest = head[start..].trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest.iter().position(|byte| b"\"' />;?".contains(byte)).unwrap_or(rest.len());
    let named = encoding_rs::Encoding::for_label_no_replacement(&rest[..end])?;
    // A page that were in these could not be read so far.
    (named != UTF_8 && named.is_ascii_compatible()).then_some(named)
}

/// The encoding whose letters the bytes are likeliest to be.
fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // English is what the tool reads: where the letters leave a doubt, its encoding is meant.
    detector.guess(Some(b"uk"), Utf8Detection::Deny)
}

/// Whether the text is written back as the bytes that it was read from, so that places in the one
/// are places in the other.
fn returns(encoding: &'static encoding_rs::Encoding, text: &str, bytes: &[u8]) -> bool {
    if encoding == UTF_16LE || encoding == UTF_16BE || encoding.is_single_byte() {
        return Encoding(encoding).length(text) == bytes.len();
    }
    let (written, _, lost) = encoding.encode(text);
    !lost && *written == *bytes
}

/// Turns byte offsets of a draft's text into those of its file. Offsets that lie near each other
/// cost little, wherever they are.
#[derive(Clone, Debug)]
pub struct OnDisk<'t> {
    text: &'t str,
    encoding: Encoding,
    /// An offset of the text, and what it is in the file.
    known: (usize, usize),
}

impl<'t> OnDisk<'t> {
    /// Of a text that the file has in this encoding.
    pub const fn of(text: &'t str, encoding: Encoding) -> Self {
        Self { text, encoding, known: (0, 0) }
    }

    /// The offset in the file of an offset of the text.
    pub fn at(&mut self, at: u32) -> u32 {
        if self.encoding == Encoding::UTF_8 {
            return at;
        }
        let (text, file) = self.known;
        let at = (at as usize).min(self.text.len());
        let stretch = |from: usize, to: usize| self.text.get(from..to).map_or(0, |part| self.encoding.length(part));
        let found = if at >= text { file + stretch(text, at) } else { file - stretch(at, text) };
        self.known = (at, found);
        offset(found)
    }

    /// The bytes of the file that hold this part of the text.
    pub fn span(&mut self, span: Span) -> Span {
        Span::new(self.at(span.start()), self.at(span.end())).unwrap_or(span)
    }
}

#[cfg(test)]
mod tests;
