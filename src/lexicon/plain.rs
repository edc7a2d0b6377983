//! The pieces that most of a text is made of, told and looked up at a glance: words of ASCII letters, and signs that
//! stand by themselves.

use std::ops::Range;

use super::split::{PieceKind, skip_space};
use super::{Word, hash};

/// The longest word that is read here, in letters.
const LONGEST: usize = 15;

/// Makes eight ASCII letters small.
const SMALL: u64 = u64::from_le_bytes([0x20; 8]);

/// The end of a short word of ASCII letters at `at`, or of an ASCII sign that is a piece by itself whatever stands
/// around it, with its kind and entry. None where it is neither, or where what follows may belong to it.
pub(crate) fn plain_piece(text: &str, at: usize) -> Option<(usize, PieceKind, Option<Word>)> {
    let bytes = text.as_bytes();
    let first = hash::load(bytes, at);
    let short = hash::letters(first);
    if short == 0 {
        return is_plain_sign(bytes, at).then(|| (at + 1, PieceKind::Symbol, Word::short(first & 0xff, 1)));
    }
    let length = if short < 8 { short } else { 8 + hash::letters(hash::load(bytes, at + 8)) };
    let end = at + length;
    let complete = match bytes.get(end) {
        Some(b'.') => length > 1,
        Some(b'\'' | 0x80..) => false,
        Some(_) | None => true,
    };
    if length > LONGEST || !complete {
        return None;
    }
    Some((end, PieceKind::Word, word(bytes, first | SMALL, at..end)))
}

/// The entry of a word of up to fifteen letters, of which `first` are the first eight bytes.
fn word(bytes: &[u8], first: u64, word: Range<usize>) -> Option<Word> {
    let length = word.len();
    match length {
        ..8 => Word::short(first & ((1 << (8 * length)) - 1), length),
        8 => Word::medium((first, 0), length),
        9.. => Word::medium((first, hash::load(bytes, word.end - 8) | SMALL), length),
    }
}

/// Whether the sign at `at` is neither an apostrophe, which may begin a word, nor a point, which may begin a number.
fn is_plain_sign(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        None | Some(b'\'') => false,
        Some(b'.') => !bytes.get(at + 1).is_some_and(u8::is_ascii_digit),
        Some(sign) => sign.is_ascii_punctuation(),
    }
}

/// Where the piece behind the one that ends at `end` begins: nearly always after one blank or none.
pub(crate) fn next_piece(text: &str, end: usize) -> usize {
    let bytes = text.as_bytes();
    let next = end + usize::from(bytes.get(end) == Some(&b' '));
    match bytes.get(next) {
        Some(b'!'..=b'~') => next,
        Some(_) | None => skip_space(text, end),
    }
}
