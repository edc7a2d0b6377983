//! Which marks open and close a quotation: straight, curly, guillemets, single ones that pair.

use super::{Attribution, Quotation};
use crate::extract::name::has;
use crate::lexicon::Sense;
use crate::text::{Token, TokenKind, Tokens};

/// How many tokens a quotation in single marks may take: beyond it, marks are apostrophes.
const LONGEST_SINGLE: usize = 600;

/// The family of a pair of marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    /// "…", told apart by the white space around them.
    Straight,
    /// “…”, „…“, «…».
    Double,
    /// ‘…’, '…', which apostrophes look like.
    Single,
}

/// The quotations of a block. One that is open at its end counts where the next block goes on with it.
pub(super) fn read<'t>(prose: &str, all: &Tokens, continues: bool) -> Vec<Quotation<'t>> {
    let tokens = &all.tokens;
    let mut quotations = Vec::new();
    let mut open: Option<(usize, Family)> = None;
    for at in all.spots.iter().map(|&at| at as usize) {
        let token = &tokens[at];
        if token.kind != TokenKind::Symbol {
            continue;
        }
        let Some(mark) = token.text(prose).chars().next().filter(|mark| is_mark(*mark)) else { continue };
        match open {
            None => open = opening(prose, tokens, at, mark).map(|family| (at, family)),
            Some((start, family)) => {
                if closes(prose, tokens, at, (mark, family)) {
                    quotations.extend(quotation(start, at, at + 1));
                    open = None;
                } else if family != Family::Single || mark == '“' {
                    // A mark that only opens, where one is open: the earlier one was a slip.
                    let again = opening(prose, tokens, at, mark).filter(|again| *again == family);
                    open = again.map_or(open, |family| Some((at, family)));
                }
            }
        }
    }
    if let Some((start, _)) = open.filter(|(_, family)| continues && *family != Family::Single) {
        quotations.extend(quotation(start, tokens.len(), tokens.len()));
    }
    quotations
}

fn quotation<'t>(open: usize, close: usize, end: usize) -> Option<Quotation<'t>> {
    let words = open + 1..close;
    (!words.is_empty()).then_some(Quotation { words, whole: open..end, speaker: None, attribution: Attribution::None })
}

fn is_mark(mark: char) -> bool {
    matches!(mark, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '‚' | '\'')
}

/// The family of the quotation that a mark opens, if it does.
fn opening(prose: &str, tokens: &[Token], at: usize, mark: char) -> Option<Family> {
    let next = tokens.get(at + 1).filter(|next| next.glued);
    let starts_word = !tokens[at].glued || is_opener(prose, &tokens[at - 1]);
    match mark {
        '“' | '„' | '«' => Some(Family::Double),
        '"' => (starts_word && next.is_some()).then_some(Family::Straight),
        '‘' | '‚' | '\'' => {
            let next = next.filter(|_| starts_word)?;
            // "'90s", "'em": an apostrophe for what is left out.
            let elides = next.kind == TokenKind::Number || has(next, Sense::Elides);
            (!elides && closing_single(prose, tokens, at + 1).is_some()).then_some(Family::Single)
        }
        _ => None,
    }
}

/// Whether a mark closes an open quotation.
fn closes(prose: &str, tokens: &[Token], at: usize, (mark, family): (char, Family)) -> bool {
    match family {
        Family::Double => {
            matches!(mark, '”' | '»') || (mark == '“' && tokens[at].glued && !next_is_glued_word(tokens, at))
        }
        Family::Straight => {
            let opens = !tokens[at].glued && next_is_glued_word(tokens, at);
            // 6'2": inches.
            let inches = at >= 2
                && tokens[at - 1].kind == TokenKind::Number
                && matches!(tokens[at - 2].text(prose), "'" | "’" | "′");
            matches!(mark, '"' | '”') && !opens && !inches
        }
        Family::Single => matches!(mark, '’' | '\'') && closing_single(prose, tokens, at) == Some(at),
    }
}

/// The single mark that closes a quotation, at or after `from`: one after a stop or comma, else the
/// first after which a word does not go on.
fn closing_single(prose: &str, tokens: &[Token], from: usize) -> Option<usize> {
    let mut first = None;
    for at in from..tokens.len().min(from + LONGEST_SINGLE) {
        let token = &tokens[at];
        if token.kind != TokenKind::Symbol {
            continue;
        }
        match token.text(prose) {
            "’" | "'" if token.glued && !next_is_glued_word(tokens, at) => {
                let before = &tokens[at - 1];
                let after_stop =
                    before.kind == TokenKind::Symbol && matches!(before.text(prose), "," | "." | "?" | "!" | "…");
                let plural_possessive = before.kind == TokenKind::Word && before.text(prose).ends_with('s');
                if after_stop || !plural_possessive {
                    return Some(at);
                }
                first = first.or(Some(at));
            }
            "‘" | "“" => break,
            _ => {}
        }
    }
    first
}

fn next_is_glued_word(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| next.glued && next.kind != TokenKind::Symbol)
}

fn is_opener(prose: &str, token: &Token) -> bool {
    token.kind == TokenKind::Symbol
        && matches!(token.text(prose), "(" | "[" | "{" | "—" | "–" | "-" | "/" | "“" | "\"" | "‘" | "*" | "_" | ">")
}
