//! Words, numbers and signs, each looked up in the lexicon once.

use crate::lexicon::{Begins, PieceKind, Word, piece, plain_word, skip_space};
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
    /// What shapes can begin with it; settles most tokens at once.
    pub(crate) begins: Begins,
}

impl Token {
    /// The token as it is written.
    pub fn text<'t>(&self, prose: &'t str) -> &'t str {
        &prose[self.start as usize..self.end as usize]
    }

    /// Whether it is this one-character sign.
    pub fn is_sign(&self, prose: &str, sign: char) -> bool {
        self.kind == TokenKind::Symbol && self.text(prose).starts_with(sign)
    }

    /// Whether it is a sign and no word or number.
    pub fn is_symbol(&self) -> bool {
        self.kind == TokenKind::Symbol
    }

    /// Whether anything can begin with it: a figure, a date, a name, a quotation.
    pub(super) fn may_begin(&self, prose: &str) -> bool {
        let rare = || !matches!(prose.as_bytes()[self.start as usize], b'.' | b',');
        self.capital || self.begins != Begins::NOTHING || (self.kind == TokenKind::Symbol && rare())
    }

    /// Whether it is a word that begins with a capital.
    pub fn is_capitalised(&self) -> bool {
        self.kind == TokenKind::Word && self.capital
    }
}

/// Appends the tokens of `prose` from byte `at` to its end.
pub(super) fn split(prose: &str, start: usize, tokens: &mut Vec<Token>) {
    let mut glued = false;
    let mut at = skip_space(prose, start);
    while let Some(&first) = prose.as_bytes().get(at) {
        let (end, kind, word) = plain_word(prose, at).map_or_else(
            || {
                let (end, kind) = piece(prose, at);
                (end, kind, Word::at(prose, at, end))
            },
            |(end, word)| (end, TokenKind::Word, word),
        );
        let next = skip_space(prose, end);
        let capital = match first {
            0x80.. => prose[at..end].starts_with(char::is_uppercase),
            ascii => ascii.is_ascii_uppercase(),
        };
        let follower = prose.as_bytes().get(next).copied().unwrap_or_default();
        let known = word.map_or(Begins::NOTHING, |word| word.begins_before(follower));
        let begins = if kind == TokenKind::Number { known.with(Begins::DIGITS) } else { known };
        tokens.push(Token { start: offset(at), end: offset(end), kind, glued, capital, word, begins });
        glued = next == end;
        at = next;
    }
}

#[cfg(test)]
mod tests;
