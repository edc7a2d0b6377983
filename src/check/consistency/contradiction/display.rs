//! A headline, a standfirst or a caption against the first paragraphs: "Blaze kills 12" over "killed
//! 14 people", "passes $421 million budget" over one of $412 million.

use super::super::passage::block_claims;
use super::measure::{singular, verb};
use super::{differing, is_dated, is_plain, is_rounded, moves};
use crate::claim::{Claim, ClaimKind};
use crate::finding::Finding;
use crate::lexicon::{Sense, Word};
use crate::source::{Block, BlockKind, Document};
use crate::span::Span;
use crate::text::Tokens;

/// The paragraphs that tell what a title is about.
const OPENING: usize = 6;
/// The longest first paragraph, in bytes, that sums up what follows.
const STANDFIRST: u32 = 400;

/// What a figure counts or prices, in one word.
#[derive(Debug, PartialEq, Eq)]
enum Counted {
    /// "killed 12", "12 dead": the verb.
    Harmed(&'static str),
    /// "421 seats", "$421 million budget".
    Noun(String),
}

pub(super) fn find(document: &Document<'_>, claims: &[Claim<'_>], findings: &mut Vec<Finding>) {
    let blocks = || document.blocks.iter().enumerate();
    let first = blocks().find(|(_, block)| matches!(block.kind, BlockKind::Title | BlockKind::Heading(1)));
    let start = first.map_or(0, |(at, _)| at);
    let opening: Vec<usize> = blocks()
        .skip(start)
        .filter(|(_, block)| block.kind == BlockKind::Paragraph)
        .map(|(at, _)| at)
        .take(OPENING)
        .collect();
    for (at, block) in blocks() {
        let titles = at < 4 && matches!(block.kind, BlockKind::Title | BlockKind::Heading(1));
        let sums_up = opening.first() == Some(&at) && block.end - block.start < STANDFIRST;
        if !titles && !sums_up && block.kind != BlockKind::Caption {
            continue;
        }
        for claim in block_claims(claims, at).iter().filter(|claim| is_plain(claim)) {
            let Some(counted) = counted(document.file, claim) else { continue };
            if titles || matches!(counted, Counted::Harmed(_)) {
                findings.extend(against(document, claims, &opening, (block, claim), &counted));
            }
        }
    }
}

/// The figure of the first paragraphs that cannot be that of a title.
fn against(
    document: &Document<'_>,
    claims: &[Claim<'_>],
    opening: &[usize],
    (block, claim): (&Block, &Claim<'_>),
    counted: &Counted,
) -> Option<Finding> {
    let said = opening
        .iter()
        .flat_map(|&at| block_claims(claims, at))
        .filter(|other| other.place.block != claim.place.block && is_plain(other) && other.kind == claim.kind);
    let mut said = said.filter(|other| self::counted(document.file, other).as_ref() == Some(counted));
    // A second figure of the noun is of something else, and so may the first be.
    let other = said.next()?;
    if said.any(|next| next.value != other.value) {
        return None;
    }
    let text = document.blocks[other.place.block as usize];
    let alike = match counted {
        Counted::Noun(noun) => {
            shared(document.text(block), document.text(&text), noun).1 > 1
                && does_as_much(document, block, claim, other)
        }
        Counted::Harmed(_) => {
            // "A jury in Halland found him guilty. The crash killed five": the name is of another sentence.
            let (names, words) = shared(document.text(block), sentence(document, other), "people");
            let title = matches!(block.kind, BlockKind::Title | BlockKind::Heading(1));
            let told = if title { names + words > 1 || names > 0 } else { names > 0 && words > 1 };
            told && stands(document, claims, claim) && stands(document, claims, other)
        }
    };
    let rounds = is_rounded(claim, other)? || is_rounded(other, claim)?;
    let (earlier, later) = if claim.span < other.span { (claim, other) } else { (other, claim) };
    (alike && !rounds).then(|| differing(document, earlier, later)).flatten()
}

/// Whether the sentence of a figure leaves it in the draft's own time and of the whole.
fn stands(document: &Document<'_>, claims: &[Claim<'_>], claim: &Claim<'_>) -> bool {
    let mut tokens = Tokens::default();
    tokens.read(document, &document.blocks[claim.place.block as usize]);
    let Some(sentence) = tokens.sentences.get(claim.place.sentence as usize).cloned() else { return false };
    let steady = sentence.into_iter().all(|at| !moves(&document.prose, &tokens.tokens, at));
    steady && !is_dated(claims, claim)
}

/// The sentence that a figure stands in.
fn sentence<'d>(document: &'d Document<'_>, claim: &Claim<'_>) -> &'d str {
    let mut tokens = Tokens::default();
    tokens.read(document, &document.blocks[claim.place.block as usize]);
    let range = tokens.sentences.get(claim.place.sentence as usize).cloned().unwrap_or_default();
    let stretch = tokens.tokens.get(range).unwrap_or_default();
    let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { return "" };
    &document.prose[first.start as usize..last.end as usize]
}

fn counted(file: &str, claim: &Claim<'_>) -> Option<Counted> {
    let of = claim.of.as_deref().unwrap_or_default();
    if claim.kind == ClaimKind::Count
        && let Some(verb) = harm(file, claim)
    {
        let everybody = ["", "people", "person", "dead", "killed", "injured", "wounded", "death"];
        return everybody.contains(&&*singular(of)).then_some(Counted::Harmed(verb));
    }
    noun(file, claim).map(Counted::Noun)
}

/// "killed" before a figure, or "dead", "killed", "were killed" behind it.
fn harm(file: &str, claim: &Claim<'_>) -> Option<&'static str> {
    let harms = |verb: &&'static str| ["kill", "injure"].contains(verb);
    let before = file[..claim.span.start() as usize].trim_end().rsplit(|c: char| !c.is_ascii_alphabetic()).next()?;
    if let Some(verb) = verb(before).filter(harms) {
        return Some(verb);
    }
    let after =
        file[claim.span.end() as usize..].split([' ', '\n']).skip(1).map(|word| word.trim_end_matches(['.', ',']));
    let of = claim.of.as_deref().unwrap_or_default();
    let mut words = std::iter::once(of).chain(after.skip_while(|word| ["were", "was"].contains(word)).take(1));
    words.find_map(|word| {
        let senses = Word::find(word)?.senses();
        senses
            .into_iter()
            .find_map(|sense| if let Sense::Heads(verb) = sense { Some(verb) } else { None })
            .filter(harms)
    })
}

/// What a figure counts or is the price of: "budget" behind "$412 million".
fn noun(file: &str, claim: &Claim<'_>) -> Option<String> {
    // "four other agencies" are not those of the title.
    let mut words = file.get(claim.span.range())?.split_whitespace();
    if words.any(|word| ["other", "more", "additional", "new", "another", "further"].contains(&word)) {
        return None;
    }
    if let Some(of) = claim.of.as_deref() {
        return Some(of.to_ascii_lowercase());
    }
    let after = file[claim.span.end() as usize..].strip_prefix([' ', '-'])?;
    let word = after.split(|c: char| !c.is_ascii_alphabetic()).next().filter(|word| word.len() > 3)?;
    (claim.kind == ClaimKind::Money && word.starts_with(|c: char| c.is_ascii_lowercase())).then(|| word.to_owned())
}

/// How many names and how many of its longer words, besides the noun, a title shares with a text.
fn shared(title: &str, text: &str, noun: &str) -> (usize, usize) {
    let lower = text.to_lowercase();
    let mut words: Vec<&str> = title.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 3).collect();
    words.sort_unstable();
    words.dedup();
    let is_name = |word: &str| {
        let inside = text.match_indices(word).any(|(at, _)| text[..at].ends_with(' ') && !text[..at].ends_with(". "));
        word.starts_with(char::is_uppercase) && inside
    };
    let names = words.iter().filter(|word| is_name(word)).count();
    let long = words.iter().filter(|word| word.chars().count() > 4 && !word.eq_ignore_ascii_case(noun));
    (names, long.filter(|word| verb(word).is_none() && lower.contains(&word.to_lowercase())).count())
}

/// Whether the word before a title's figure, which says what is done to it, stands in the text too,
/// in any inflection: "kills 40" is not "injured 200".
fn does_as_much(document: &Document<'_>, title: &Block, claim: &Claim<'_>, other: &Claim<'_>) -> bool {
    let before = |at: u32| document.file.get(..at as usize).unwrap_or_default();
    let start = document.map.to_file(title.start, title.end).map_or(0, Span::start);
    let verb = before(claim.span.start()).get(start as usize..).unwrap_or_default();
    let verb = verb.split_whitespace().next_back().filter(|word| word.len() > 3).map(str::to_lowercase);
    let text = document.text(&document.blocks[other.place.block as usize]).to_lowercase();
    verb.is_none_or(|verb| text.contains(verb.get(..4).unwrap_or(&verb)))
}
