//! Where one sentence ends and the next begins.

use std::ops::Range;

use super::{LINE_END, Token, TokenKind};
use crate::lexicon::{Sense, Word};

/// Appends the sentences of a block's tokens. They begin with those of them that are worth a look: no sentence begins
/// with a small letter, but where a line ends or where it is too long.
pub(super) fn split(
    prose: &str,
    tokens: &[Token],
    spots: &[u32],
    sentences: &mut Vec<Range<usize>>,
    first_spots: &mut Vec<usize>,
) {
    let mut start = 0;
    first_spots.push(0);
    for (index, &at) in spots.iter().enumerate() {
        let at = at as usize;
        let Some([before, token]) = at.checked_sub(1).and_then(|before| tokens.get(before..=at)) else { continue };
        let ends = || opens(prose, token) && ends(prose, tokens, start, at) || is_new_line(prose, before, token);
        let parts = at - start >= LONGEST || !token.glued && ends();
        if parts {
            sentences.push(start..at);
            first_spots.push(index);
            start = at;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
}

/// Nobody writes longer sentences, in tokens: what has no full stop is a list or no prose, and
/// must not cost the square of its length.
const LONGEST: usize = 2048;

/// Whether a sentence can begin with this token.
fn opens(prose: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => token.is_capitalised(),
        TokenKind::Number => true,
        TokenKind::Symbol => {
            is_quote(prose, token) || token.text(prose).starts_with(['(', '[', '$', '€', '£', '¿', '¡'])
        }
    }
}

/// Whether a line ends between two tokens that the writer wants to end: "<br>".
fn is_new_line(prose: &str, before: &Token, token: &Token) -> bool {
    let (end, start) = (before.end as usize, token.start as usize);
    start - end >= LINE_END.len_utf8() && prose[end..start].contains(LINE_END)
}

/// Whether the tokens of the sentence so far, up to `at`, end it.
fn ends(prose: &str, tokens: &[Token], start: usize, at: usize) -> bool {
    let mut last = at - 1;
    // "…the court.)", "…in town.”", "…in town.[3]", "…in town.²"
    while last > start && tokens[last].glued && closes(prose, &tokens[last]) {
        let reference = last >= start + 3
            && tokens[last].is_sign(prose, ']')
            && tokens[last - 1].kind == TokenKind::Number
            && tokens[last - 2].is_sign(prose, '[');
        last -= if reference { 3 } else { 1 };
    }
    let token = &tokens[last];
    let text = token.text(prose);
    if token.kind == TokenKind::Symbol {
        return match text {
            "!" | "?" => !(last < at - 1 && is_attribution(prose, tokens, at)),
            "…" => true,
            "." if !token.glued => !(last > start && is_free_point(tokens, last, at)),
            "." => !(last > start && abbreviates(prose, tokens, last - 1, at)),
            _ => false,
        };
    }
    // "…to the U.S. The…", "…at 6:30 p.m. Officials…": the full stop belongs to the acronym.
    let is_clock = || text.eq_ignore_ascii_case("a.m.") || text.eq_ignore_ascii_case("p.m.");
    text.ends_with('.') && (plainly_opens(prose, tokens, at) || is_clock() && !follows_clock(prose, tokens, at))
}

fn closes(prose: &str, token: &Token) -> bool {
    token.kind == TokenKind::Symbol
        && token.text(prose).starts_with(['"', '\'', '”', '’', '»', ')', ']', '¹', '²', '³'])
}

fn is_quote(prose: &str, token: &Token) -> bool {
    token.kind == TokenKind::Symbol && token.text(prose).starts_with(['"', '\'', '“', '‘', '«', '„'])
}

/// Whether the full stop after the word at `word` marks an abbreviation, given what follows.
fn abbreviates(prose: &str, tokens: &[Token], word: usize, next: usize) -> bool {
    let token = &tokens[word];
    if token.kind != TokenKind::Word {
        return false;
    }
    let text = token.text(prose);
    let has = |sense: Sense| token.word.is_some_and(|word| word.is(sense));
    // "J. K. Rowling", but "plan B. The town…"; "Jan. 6", but "in Jan. The town…".
    let is_initial = token.is_capitalised() && text.chars().nth(1).is_none();
    let of_name = token.is_capitalised() && (has(Sense::NameShortening) || is_written_short(token));
    if is_initial || has(Sense::Shortening) || of_name {
        return !plainly_opens(prose, tokens, next);
    }
    // "No. 2", but "He said no. Two men…"; "fig. 2", but "a ripe fig. The…".
    let before_number = token.text(prose).eq_ignore_ascii_case("no") || !token.is_capitalised();
    has(Sense::Abbreviation)
        && (!before_number || text == "vs" || text == "v" || tokens[next].kind == TokenKind::Number)
}

/// "rose 5 . 5 %", "due nov . 15": whether a full stop with blanks round it stands inside a sentence.
fn is_free_point(tokens: &[Token], point: usize, next: usize) -> bool {
    let before = &tokens[point - 1];
    let number = tokens[next].kind == TokenKind::Number && next == point + 1;
    number && (before.kind == TokenKind::Number || is_written_short(before))
}

/// Whether the lexicon knows the word with a full stop: "Feb.", "Conn."
fn is_written_short(token: &Token) -> bool {
    let phrases = token.word.into_iter().flat_map(Word::phrases);
    phrases.into_iter().any(|phrase| phrase.rest == ["."])
}

/// Whether the token can hardly stand inside a sentence: "The", "He", "But", or a quotation mark.
fn plainly_opens(prose: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if is_quote(prose, token) {
        return true;
    }
    // "W. A. Mozart"
    let is_initial = tokens.get(at + 1).is_some_and(|after| after.glued && after.is_sign(prose, '.'));
    let opens = |sense: Sense| {
        matches!(
            sense,
            Sense::Function | Sense::Pronoun | Sense::Preposition | Sense::Opens | Sense::Supposes | Sense::Negation
        )
    };
    !is_initial && token.is_capitalised() && token.word.is_some_and(|word| word.senses().any(opens))
}

/// Whether what stands after "6:30 p.m." tells the day or the zone: "Friday", "June 3", "EST",
/// "Moscow time".
fn follows_clock(prose: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let text = token.text(prose);
    let zone = text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let time = tokens[at + 1..].iter().take(2).any(|token| token.text(prose).eq_ignore_ascii_case("time"));
    let day = |sense: Sense| matches!(sense, Sense::Weekday(_) | Sense::Month(_));
    let daily = token.word.into_iter().flat_map(Word::phrases).flat_map(|phrase| phrase.senses);
    token.kind != TokenKind::Word || zone || time || daily.copied().any(day)
}

/// Whether words follow a quotation that say whose it is: "“Why?” Governor Reuter asked."
fn is_attribution(prose: &str, tokens: &[Token], at: usize) -> bool {
    let words = tokens[at..].iter().take(WORDS_OF_A_SPEAKER).take_while(|token| token.kind == TokenKind::Word);
    words.filter_map(|token| token.word).any(|word| word.is(Sense::Saying)) && !is_quote(prose, &tokens[at])
}

/// How many words may stand from a quotation to the verb that attributes it.
const WORDS_OF_A_SPEAKER: usize = 5;

#[cfg(test)]
mod tests;
