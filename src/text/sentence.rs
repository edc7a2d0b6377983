//! Where one sentence ends and the next begins.

use std::ops::Range;

use super::{Token, TokenKind};
use crate::lexicon::Sense;

/// Appends the sentences of a block's tokens.
pub(super) fn split(prose: &str, tokens: &[Token], sentences: &mut Vec<Range<usize>>) {
    let mut start = 0;
    for at in 0..tokens.len() {
        // A sentence parts before `at` when the tokens before it end one.
        if at > start && !tokens[at].glued && opens(prose, &tokens[at]) && ends(prose, tokens, at) {
            sentences.push(start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
}

/// Whether a sentence can begin with this token.
fn opens(prose: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => token.is_capitalised(prose),
        TokenKind::Number => true,
        TokenKind::Symbol => token.text(prose).starts_with(['"', '\'', '“', '‘', '«', '„', '(', '[', '$', '€', '£']),
    }
}

/// Whether the tokens before `at` end a sentence.
fn ends(prose: &str, tokens: &[Token], at: usize) -> bool {
    let mut last = at - 1;
    while last > 0 && tokens[last].glued && is_closing(prose, &tokens[last]) {
        last -= 1;
    }
    let token = &tokens[last];
    let text = token.text(prose);
    if token.kind == TokenKind::Symbol {
        return match text {
            "!" | "?" | "…" => true,
            "." => !(token.glued && last > 0 && abbreviates(prose, tokens, last - 1, at)),
            _ => false,
        };
    }
    // "…to the U.S. The…": the full stop belongs to the acronym.
    text.ends_with('.') && tokens[at].word.is_some_and(|word| word.is(Sense::Function))
}

fn is_closing(prose: &str, token: &Token) -> bool {
    token.kind == TokenKind::Symbol && token.text(prose).starts_with(['"', '\'', '”', '’', '»', ')', ']'])
}

/// Whether the full stop after the word at `word` marks an abbreviation, given what follows.
fn abbreviates(prose: &str, tokens: &[Token], word: usize, next: usize) -> bool {
    let token = &tokens[word];
    if token.kind != TokenKind::Word {
        return false;
    }
    let text = token.text(prose);
    let is_initial = text.chars().count() == 1 && token.is_capitalised(prose);
    let listed = token.word.is_some_and(|word| word.is(Sense::Abbreviation));
    // "No. 2", but "He said no. Two men…".
    let number_sign = text.eq_ignore_ascii_case("no");
    is_initial || (listed && (!number_sign || tokens[next].kind == TokenKind::Number))
}
