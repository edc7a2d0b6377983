//! Where one word, number or sign of a text ends; shared by the build script, which splits the
//! lexicon's phrases, and the tokenizer, so that the two cannot differ.

use super::hash::{letters, load};

/// What a piece of text is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// Letters, with apostrophes inside ("O'Brien") or full stops after each ("U.S."). A
    /// possessive "'s" is a word of its own.
    Word,
    /// Digits with separators inside: "1.5", "12,000", "3.2.1".
    Number,
    /// Any other character that is not white space.
    Symbol,
}

const SPACE: u8 = 1;
const LETTER: u8 = 2;
const DIGIT: u8 = 4;
const WIDE: u8 = 8;

/// One class for each byte; bytes of longer characters are looked at again.
static CLASS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte: u8 = 0;
    loop {
        table[byte as usize] = match byte {
            b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => SPACE,
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => DIGIT,
            0x80..=0xff => WIDE,
            _ => 0,
        };
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

fn class(text: &[u8], at: usize) -> u8 {
    text.get(at).map_or(0, |&byte| CLASS[byte as usize])
}

/// The first byte at or after `at` that is not white space.
pub(crate) fn skip_space(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        match class(bytes, at) {
            SPACE => at += 1,
            WIDE => match text[at..].chars().next() {
                Some(c) if c.is_whitespace() => at += c.len_utf8(),
                _ => return at,
            },
            _ => return at,
        }
    }
}

/// The end and kind of the piece that begins at `at`, which is not white space.
pub(crate) fn piece(text: &str, at: usize) -> (usize, PieceKind) {
    let bytes = text.as_bytes();
    match class(bytes, at) {
        LETTER => (word_end(text, at), PieceKind::Word),
        DIGIT => (number_end(bytes, at), PieceKind::Number),
        WIDE => {
            let c = text[at..].chars().next().unwrap_or(' ');
            if c.is_alphabetic() {
                return (word_end(text, at), PieceKind::Word);
            }
            if let Some(end) = possessive_end(text, at) {
                return (end, PieceKind::Word);
            }
            (at + c.len_utf8(), PieceKind::Symbol)
        }
        _ => match bytes[at] {
            b'.' if class(bytes, at + 1) == DIGIT && (at == 0 || class(bytes, at - 1) & (LETTER | DIGIT) == 0) => {
                (number_end(bytes, at + 1), PieceKind::Number)
            }
            b'\'' => match possessive_end(text, at) {
                Some(end) => (end, PieceKind::Word),
                None => (at + 1, PieceKind::Symbol),
            },
            _ => (at + 1, PieceKind::Symbol),
        },
    }
}

fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let end = letters_end(bytes, start);
    match bytes.get(end) {
        Some(b'.') if end == start + 1 => acronym_end(bytes, start).unwrap_or(end),
        Some(b'\'' | 0x80..) => long_word_end(text, end),
        _ => end,
    }
}

/// One past the ASCII letters from `at` on.
fn letters_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        let letters = letters(load(bytes, at));
        at += letters;
        if letters < 8 {
            return at;
        }
    }
}

/// The end of a word that holds more than ASCII letters.
fn long_word_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        match class(bytes, at) {
            LETTER => at = letters_end(bytes, at),
            WIDE => match text[at..].chars().next() {
                Some('\u{2019}') if letter_at(text, at + 3) && possessive_end(text, at).is_none() => at += 3,
                // Letters, and the accents that no letter has taken in.
                Some(c) if c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}') => at += c.len_utf8(),
                _ => return at,
            },
            _ if bytes.get(at) == Some(&b'\'') && letter_at(text, at + 1) && possessive_end(text, at).is_none() => {
                at += 1;
            }
            _ => return at,
        }
    }
}

fn letter_at(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphabetic)
}

/// The end of "U.S." or "a.m.": two or more single letters with full stops between them.
fn acronym_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    let mut letters = 0;
    while class(bytes, at) == LETTER {
        if class(bytes, at + 1) & (LETTER | DIGIT | WIDE) != 0 {
            // "U.S.Army": a word follows, the acronym ends before it.
            break;
        }
        letters += 1;
        at += 1;
        if bytes.get(at) != Some(&b'.') {
            break;
        }
        at += 1;
    }
    (letters >= 2).then_some(at)
}

/// The end of a possessive "'s" that begins at `at`, straight or curly.
fn possessive_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let after = rest.strip_prefix('\'').or_else(|| rest.strip_prefix('\u{2019}'))?;
    // A quotation may open with a lone "s"; only a word before it makes it a possessive.
    let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let end = text.len() - after.len() + 1;
    (before && after.starts_with(['s', 'S']) && !letter_at(text, end)).then_some(end)
}

fn number_end(bytes: &[u8], start: usize) -> usize {
    let digits = |at: usize| (at..bytes.len()).take_while(|&i| class(bytes, i) == DIGIT).count();
    let mut at = start + digits(start);
    loop {
        let next = digits(at + 1);
        match bytes.get(at) {
            Some(b'.') if next > 0 => at += 1 + next,
            // Groups of three, or of two before another group as in 1,00,000.
            Some(b',') if next == 3 || (next == 2 && bytes.get(at + 3) == Some(&b',') && digits(at + 4) >= 2) => {
                at += 1 + next;
            }
            _ => return at,
        }
    }
}
