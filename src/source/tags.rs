//! The tags, comments and entities of HTML, as they stand in a text.

use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{Event, Parser};

/// A tag, comment or stretch of text.
pub(super) enum Piece {
    Text,
    /// The name, in lower case as far as it was written so, and whether the tag closes.
    Tag(Range<usize>, Side),
    /// The text within.
    Comment(Range<usize>),
    /// "<!DOCTYPE html>", "<?xml …?>".
    Other,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Opening,
    Closing,
}

/// The piece that begins at `at`, before `end`; a tag that does not end takes all that is left.
pub(super) fn piece(shape: &str, at: usize, end: usize) -> (Piece, usize) {
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

/// The value of an attribute of a tag, in quotes or not.
pub(super) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    attribute_at(tag, name).map(|range| &tag[range])
}

/// Where the value of an attribute stands in its tag.
pub(super) fn attribute_at(tag: &str, name: &str) -> Option<Range<usize>> {
    let mut at = 0;
    while let Some(sign) = memchr(b'=', &tag.as_bytes()[at..]).map(|sign| at + sign) {
        let written = tag[sign + 1..].trim_start();
        let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
        let start = tag.len() - written.len() + quote.map_or(0, char::len_utf8);
        let end = match quote {
            Some(quote) => start + tag[start..].find(quote)?,
            None => start + tag[start..].find([' ', '\t', '\n', '>']).unwrap_or(tag.len() - start),
        };
        if tag[at..sign].split_ascii_whitespace().next_back().is_some_and(|own| own.eq_ignore_ascii_case(name)) {
            return Some(start..end);
        }
        at = tag.len().min(end + 1);
    }
    None
}

/// The longest name of an entity, "&CounterClockwiseContourIntegral;".
const LONGEST_ENTITY: usize = 33;

/// What the entity at `at` stands for, if it is one, and where the text after it begins.
pub(super) fn entity(file: &str, at: usize, end: usize) -> (Option<String>, usize) {
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
