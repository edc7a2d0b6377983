//! Numbers that stand between small words, as most do: "killed 34 people", "since 1867,". They are no code, address or
//! label, and no capital makes them part of a name.

use std::ops::Range;

use crate::extract::Sentence;
use crate::text::{Token, TokenKind};

/// Whether a number stands between small words.
pub(super) fn stands_so(sentence: &Sentence<'_, '_>, index: usize) -> bool {
    let Range { start, end } = sentence.numerals[index].tokens;
    let (first, next) = (&sentence.tokens[start], sentence.tokens.get(end));
    let is_small = |token: &Token| token.kind == TokenKind::Word && !token.capital;
    let written = match first.kind {
        TokenKind::Word => true,
        // Longer numbers are dialled, "1.0" is a release, "101" a first course.
        TokenKind::Number => {
            let text = first.text(sentence.prose);
            text.len() <= 4 && text != "101" && !text.contains('.')
        }
        TokenKind::Symbol => false,
    };
    let led = start > sentence.range.start && !first.glued && is_small(&sentence.tokens[start - 1]);
    let ends = end + 1 == sentence.range.end;
    let followed = next.is_none_or(|next| match next.kind {
        TokenKind::Word => !next.capital && !next.glued,
        TokenKind::Symbol if ends => next.is_sign(sentence.prose, '.'),
        TokenKind::Symbol => next.is_sign(sentence.prose, ',') && !sentence.is_glued(end + 1),
        TokenKind::Number => false,
    });
    let alone = end == start + 1 || sentence.tokens[start + 1].kind == TokenKind::Word;
    let unranked = sentence.numerals.get(index + 1).is_none_or(|next| next.tokens.start > end);
    written && led && followed && alone && unranked
}
