//! `self-contradiction`: one measure of one thing with two figures in one draft.
//!
//! Two sentences must say the same verb of the same words: "the Orrin bridge repair will cost $4.2
//! million", "the Orrin bridge repair, which will cost $6.8 million"; or a title and the text
//! below it count the same thing. Left alone: figures that are said to have changed, of another
//! date, of a part, or in somebody's words.

use std::collections::HashMap;

use super::passage::block_claims;
use super::spread::{Spread, value};
use crate::check::outline::has_sense;
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Mismatch, Other, Rule, Spot, Sum, Voice};
use crate::lexicon::{Sense, Word};
use crate::source::{Block, BlockKind, Document};
use crate::span::Span;
use crate::text::{Token, TokenKind, Tokens};
use crate::value::{Exact, Hedge, Unit};

/// How many words a subject has at most.
const LONGEST: usize = 6;
/// The paragraphs that tell what a title is about.
const OPENING: usize = 6;

/// A figure that a verb gives of a subject.
struct Told<'c, 't> {
    claim: &'c Claim<'t>,
    subject: String,
}

/// What two figures must share to be of one measure.
#[derive(PartialEq, Eq, Hash)]
struct Measure {
    verb: &'static str,
    unit: Option<&'static str>,
    of: String,
}

pub(super) fn find(document: &Document<'_>, claims: &[Claim<'_>], findings: &mut Vec<Finding>) {
    in_the_same_words(document, claims, findings);
    title_and_text(document, claims, findings);
}

fn in_the_same_words(document: &Document<'_>, claims: &[Claim<'_>], findings: &mut Vec<Finding>) {
    let mut measures: HashMap<Measure, Vec<&Claim<'_>>> = HashMap::new();
    for claim in claims.iter().filter(|claim| is_plain(claim)) {
        if let Some(measure) = measure(document.file, claim) {
            measures.entry(measure).or_default().push(claim);
        }
    }
    let mut tokens = Tokens::default();
    let mut shared: Vec<Vec<&Claim<'_>>> = measures.into_values().filter(|claims| claims.len() > 1).collect();
    shared.sort_by_key(|claims| claims[0].span);
    for claims in shared {
        let mut before: Vec<Told<'_, '_>> = Vec::new();
        for claim in claims {
            tokens.read(document, &document.blocks[claim.place.block as usize]);
            let Some(subject) = subject(document, &tokens, claim) else { continue };
            let told = Told { claim, subject };
            let same = before.iter().find(|other| other.subject == told.subject && !same_sentence(other.claim, claim));
            match same {
                Some(other) => findings.extend(differing(document, other.claim, claim)),
                None => before.push(told),
            }
        }
    }
}

fn same_sentence(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    one.place.block == other.place.block && one.place.sentence == other.place.sentence
}

/// Whether a figure is stated plainly, in the draft's own words.
fn is_plain(claim: &Claim<'_>) -> bool {
    let kind = matches!(claim.kind, ClaimKind::Money | ClaimKind::Count | ClaimKind::Measurement);
    kind && !claim.quoted && matches!(claim.value.hedge(), Hedge::Exact | Hedge::About) && value(claim).is_some()
}

/// The verb right before a figure with what it gives, by the bytes around it alone.
fn measure(file: &str, claim: &Claim<'_>) -> Option<Measure> {
    let before = file[..claim.span.start() as usize].trim_end();
    let word = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next()?;
    let verb =
        Word::find(word)?.senses().find_map(|sense| if let Sense::Gives(verb) = sense { Some(verb) } else { None })?;
    let after = file[claim.span.end() as usize..].trim_start_matches([' ', '-']);
    let next = after.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let extent = ["tall", "long", "high", "wide", "deep"].iter().find(|extent| **extent == next);
    if (verb == "is") != extent.is_some() {
        return None;
    }
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(['.', ',', ';', '\n', ')']);
    let rest = if extent.is_some() { &after[next.len()..] } else { &file[claim.span.end() as usize..] };
    let of = extent
        .map_or_else(|| claim.of.as_deref().unwrap_or_default().to_ascii_lowercase(), |extent| (*extent).to_owned());
    ends(rest).then_some(Measure { verb, unit: claim.value.quantity()?.unit.map(Unit::id), of })
}

/// The words of the subject of the verb before a claim, in small letters; none where they are no
/// plain words, where they are too few to be of one thing only, or where the sentence moves the
/// figure to another time.
fn subject(document: &Document<'_>, tokens: &Tokens, claim: &Claim<'_>) -> Option<String> {
    let prose = &document.prose;
    let sentence = tokens.sentences.get(claim.place.sentence as usize)?.clone();
    let word = |at: usize| tokens.tokens[at].text(prose);
    let any = |at: usize, words: &[&str]| words.iter().any(|other| word(at).eq_ignore_ascii_case(other));
    if sentence.clone().any(|at| moves(prose, &tokens.tokens, at)) {
        return None;
    }
    let mut end = (claim.place.tokens.start as usize).checked_sub(1).filter(|at| *at > sentence.start)?;
    while end > sentence.start
        && any(end - 1, &["will", "would", "has", "had", "have", "is", "was", "to", "now", "also"])
    {
        end -= 1;
    }
    if end > sentence.start && any(end - 1, &["which", "that", "who"]) {
        end -= 1;
        end -= usize::from(end > sentence.start && word(end - 1) == ",");
    }
    let mut start = end;
    let plain = |at: usize| {
        let token = &tokens.tokens[at];
        let name = token.is_capitalised() || token.kind == TokenKind::Number;
        let function = token.word.is_some_and(|word| {
            word.senses()
                .any(|sense| matches!(sense, Sense::Preposition | Sense::Pronoun | Sense::Opens | Sense::Saying))
        });
        name && !any(at, &["the", "a", "an", "in", "on", "at"])
            || (token.kind == TokenKind::Word && !function && !any(at, &["the", "a", "an"]))
    };
    while start > sentence.start && plain(start - 1) && end - start < LONGEST {
        start -= 1;
    }
    // A subject begins the sentence or its phrase.
    let opened = start == sentence.start || any(start - 1, &["the", "a", "an", ",", "its", "his"]);
    let proper = (start..end).any(|at| at > sentence.start && tokens.tokens[at].is_capitalised());
    let telling = end - start > 1 && proper;
    (opened && telling).then(|| (start..end).map(|at| word(at).to_lowercase()).collect::<Vec<_>>().join(" "))
}

/// Whether a word says that a figure has changed, is of another time, or of a part.
fn moves(prose: &str, tokens: &[Token], at: usize) -> bool {
    let senses = [Sense::Past, Sense::Partial, Sense::Compares, Sense::Supposes, Sense::Corrects, Sense::Provisional];
    senses.into_iter().any(|sense| has_sense(prose, tokens, at, sense).is_some())
}

/// The finding on the later of two figures that cannot both be right.
fn differing(document: &Document<'_>, earlier: &Claim<'_>, later: &Claim<'_>) -> Option<Finding> {
    let (one, other) = (Spread::of(earlier)?, Spread::of(later)?);
    if one.meets(other) || earlier.value.quantity()?.unit != later.value.quantity()?.unit {
        return None;
    }
    let text = |claim: &Claim<'_>| document.file.get(claim.span.range()).unwrap_or_default().to_owned();
    let (before, here) = (text(earlier), text(later));
    let spot = Spot { span: later.span, text: &here, quoted: later.quoted };
    let other = Some(Other { span: earlier.span, text: before.clone() });
    let sum = Sum::Said { before: &before };
    let mismatch = Mismatch { rule: Rule::SelfContradiction, spot, other, sum, voice: Voice::Asserts };
    Some(Finding::of_mismatch(mismatch, Vec::new()))
}

/// Holds the figures of titles against those the text below gives of the same noun.
fn title_and_text(document: &Document<'_>, claims: &[Claim<'_>], findings: &mut Vec<Finding>) {
    let titles = document
        .blocks
        .iter()
        .take(4)
        .enumerate()
        .filter(|(_, block)| matches!(block.kind, BlockKind::Title | BlockKind::Heading(1)));
    let Some((first, _)) = titles.clone().next() else { return };
    let opening: Vec<usize> = document
        .blocks
        .iter()
        .enumerate()
        .skip(first)
        .filter(|(_, block)| block.kind == BlockKind::Paragraph)
        .map(|(at, _)| at)
        .take(OPENING)
        .collect();
    for (title, block) in titles {
        for claim in block_claims(claims, title).iter().filter(|claim| is_plain(claim)) {
            let Some(noun) = noun(document.file, claim) else { continue };
            let said = opening
                .iter()
                .flat_map(|&at| block_claims(claims, at))
                .filter(|other| is_plain(other) && other.kind == claim.kind);
            let mut said = said.filter(|other| self::noun(document.file, other).as_deref() == Some(&*noun));
            // A second figure of the noun is of something else, and so may the first be.
            if let (Some(other), None) = (said.next(), said.next())
                && is_of(document.text(block), document.text(&document.blocks[other.place.block as usize]), &noun)
                && does_as_much(document, block, claim, other)
                && !is_rounded(claim, other).unwrap_or(true)
            {
                findings.extend(differing(document, claim, other));
            }
        }
    }
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

/// Whether a paragraph tells of what a title does: two of its longer words besides the noun.
fn is_of(title: &str, text: &str, noun: &str) -> bool {
    let text = text.to_lowercase();
    let mut words: Vec<String> = title
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 4)
        .map(str::to_lowercase)
        .collect();
    words.sort_unstable();
    words.dedup();
    words.iter().filter(|word| **word != noun && text.contains(&***word)).count() > 1
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

/// Whether a title only rounds what the text says, by up to a tenth.
fn is_rounded(title: &Claim<'_>, text: &Claim<'_>) -> Option<bool> {
    let (short, full) = (value(title)?, value(text)?);
    let tens = title.value.quantity()?.point()?.place() > text.value.quantity()?.point()?.place();
    let apart = short.checked_sub(full)?.abs();
    Some(tens && apart <= full.abs().checked_mul(Exact::constant(1, 10))?)
}
