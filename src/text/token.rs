//! Words, numbers and signs, each looked up in the lexicon once.

use crate::lexicon::{PieceKind, Word, piece, short_word, skip_space};
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

    /// Whether it is a word that begins with a capital.
    pub fn is_capitalised(&self) -> bool {
        self.kind == TokenKind::Word && self.capital
    }
}

/// Appends the tokens of `prose` from byte `at` to its end.
pub(super) fn split(prose: &str, start: usize, tokens: &mut Vec<Token>) {
    let mut at = start;
    let mut last_end = usize::MAX;
    loop {
        at = skip_space(prose, at);
        if at >= prose.len() {
            return;
        }
        let (end, kind, word) = short_word(prose, at).map_or_else(
            || {
                let (end, kind) = piece(prose, at);
                (end, kind, Word::at(prose, at, end))
            },
            |(end, word)| (end, TokenKind::Word, word),
        );
        let capital = match prose.as_bytes()[at] {
            0x80.. => prose[at..end].starts_with(char::is_uppercase),
            ascii => ascii.is_ascii_uppercase(),
        };
        tokens.push(Token { start: offset(at), end: offset(end), kind, glued: at == last_end, capital, word });
        last_end = end;
        at = end;
    }
}

#[cfg(test)]
mod tests;
