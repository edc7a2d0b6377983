//! Words, numbers and signs, each looked up in the lexicon once.

use super::LINE_END;
use crate::lexicon::{Begins, PieceKind, Sense, Word, next_piece, piece, plain_piece, skip_space};
use crate::span::offset;

/// What a token is made of.
pub type TokenKind = PieceKind;

/// A word, number or sign of the prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its first byte in the prose.
    pub start: u32,
    /// One past its last byte in the prose.
    pub end: u32,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether it follows the token before it without white space.
    pub glued: bool,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// The lexicon's entry for it.
    pub word: Option<Word>,
    /// What shapes can begin with it, with [`Begins::SIGHT`] where it is worth a look besides; settles most tokens at
    /// once.
    pub(crate) begins: Begins,
}

impl Token {
    /// The token as it is written.
    pub fn text<'t>(&self, prose: &'t str) -> &'t str {
        &prose[self.start as usize..self.end as usize]
    }

    /// How many bytes it takes.
    pub(crate) fn length(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it is this one-character sign.
    pub fn is_sign(&self, prose: &str, sign: char) -> bool {
        self.kind == TokenKind::Symbol && self.text(prose).starts_with(sign)
    }

    /// Whether it is a sign and no word or number.
    pub fn is_symbol(&self) -> bool {
        self.kind == TokenKind::Symbol
    }

    /// Whether it is a word that begins with a capital.
    pub fn is_capitalised(&self) -> bool {
        self.kind == TokenKind::Word && self.capital
    }
}

/// "landed", "ruled": whether a word ends as a verb of the past does and may be one; not "hundred", "United".
pub(crate) fn ends_in_past(text: &str, word: Option<Word>) -> bool {
    text.len() > 3 && text.ends_with("ed") && !word.is_some_and(|word| word.is(Sense::Unverbal))
}

/// Appends the tokens of `prose` from byte `at` to its end.
pub(super) fn split(prose: &str, start: usize, tokens: &mut Vec<Token>) {
    let bytes = prose.as_bytes();
    let mut at = skip_space(prose, start);
    let mut gap = LINE_END.len_utf8();
    while let Some(&first) = bytes.get(at) {
        let (end, kind, word) = plain_piece(prose, at).unwrap_or_else(|| {
            let (end, kind) = piece(prose, at);
            (end, kind, Word::at(prose, at, end))
        });
        let next = next_piece(prose, end);
        let capital = match first {
            0x80.. => prose[at..end].starts_with(char::is_uppercase),
            ascii => ascii.is_ascii_uppercase(),
        };
        let rare = kind == TokenKind::Symbol && !matches!(first, b'.' | b',');
        let follower = bytes.get(next).copied().unwrap_or_default();
        let known = word.map_or(Begins::NOTHING, |word| word.begins_before(follower));
        let begins = known
            .with(Begins::DIGITS.only_if(kind == TokenKind::Number))
            .with(Begins::SIGHT.only_if(capital | rare | (gap >= LINE_END.len_utf8())));
        tokens.push(Token { start: offset(at), end: offset(end), kind, glued: gap == 0, capital, word, begins });
        gap = next - end;
        at = next;
    }
}

#[cfg(test)]
mod tests;
