//! Full names in small letters behind an office: "sen. chris murphy". Without the office they may be
//! words: "mark price", "will power".

use super::people::{Known, People, folded, name_words};
use crate::check::Judged;
use crate::extract::name::title_at;
use crate::finding::{Finding, Spot, Wrong};
use crate::reference::Reference;
use crate::source::Document;
use crate::text::{Token, TokenKind, Tokens};

/// How many tokens an office may take: "secretary of veterans affairs".
const LONGEST_TITLE: usize = 7;

/// Judges the names of a block that have no capital at all.
pub(super) fn judge(
    document: &Document<'_>,
    all: &Tokens,
    (reference, people): (&Reference, &People),
    judged: &mut Judged<'_>,
) {
    let (prose, tokens): (&str, &[Token]) = (&document.prose, &all.tokens);
    for at in behind_titles(prose, tokens).into_iter().filter(|&at| is_small(prose, tokens, at)) {
        let first = folded(tokens[at].text(prose));
        let stands = |known: &&Known| known.first.word == first && goes_on(prose, tokens, at, known);
        let Some(known) = people.with_word(&first).find(stands) else { continue };
        let (start, end) = (tokens[at].start, tokens[at + 1].end);
        let Some(span) = document.map.to_file(start, end) else { continue };
        let Some(text) = document.file.get(span.range()) else { continue };
        let spot = Spot { span, text, quoted: false };
        let fact = &reference.facts[known.fact as usize];
        judged.findings.push(Finding::of_words(spot, fact, Wrong::Capitals(&known.name)));
    }
}

fn is_small(prose: &str, tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        token.kind == TokenKind::Word && !token.glued && token.text(prose).starts_with(char::is_lowercase)
    })
}

/// Whether the next word is the other one of a name of two.
fn goes_on(prose: &str, tokens: &[Token], at: usize, known: &Known) -> bool {
    let two = name_words(&known.name).len() == 2 && known.name.split_whitespace().count() == 2;
    two && is_small(prose, tokens, at + 1) && folded(tokens[at + 1].text(prose)) == known.last.word
}

/// The tokens that an office ends right before, in order.
fn behind_titles(prose: &str, tokens: &[Token]) -> Vec<usize> {
    let ends = (0..tokens.len()).filter_map(|start| {
        let (length, plural) = title_at(prose, tokens, start)?;
        (length <= LONGEST_TITLE && !plural).then_some(start + length)
    });
    let mut ends: Vec<usize> = ends.collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}
