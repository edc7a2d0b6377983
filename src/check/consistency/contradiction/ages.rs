//! The age of one person with two figures: "Tom Reyes, 34," and "Tom Reyes, 43,"; "dies at 93" over
//! "she was 91".
//!
//! Left alone: ages of another year, and names without a surname.

use std::collections::HashMap;

use super::super::spread::value;
use super::scene::sentence_claims;
use super::{contrary, same_sentence};
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::Finding;
use crate::lexicon::{Sense, Word};
use crate::source::{BlockKind, Document};
use crate::value::{Date, Hedge};

/// The paragraphs that tell how old the dead were.
const OPENING: usize = 5;
/// How far before a name, in bytes, its sentence is read.
const CLAUSE: usize = 200;
/// The longest name, in bytes.
const LONGEST: usize = 60;

pub(super) fn find(document: &Document<'_>, claims: &[Claim<'_>], findings: &mut Vec<Finding>) {
    let mut known: HashMap<&str, &Claim<'_>> = HashMap::new();
    for claim in claims.iter().filter(|claim| is_age(claim) && !is_dated(claims, claim)) {
        let before = &document.file[..claim.span.start() as usize];
        let Some(name) = before.trim_end().strip_suffix(',').and_then(full_name) else { continue };
        if is_of_another_time(&before[..name.as_ptr() as usize - before.as_ptr() as usize]) {
            continue;
        }
        if let Some(earlier) = known.get(name) {
            if value(earlier) != value(claim) && !same_sentence(earlier, claim) {
                findings.push(contrary(document, earlier, claim, None));
            }
        } else {
            known.insert(name, claim);
        }
    }
    findings.extend(at_death(document, claims));
}

fn is_age(claim: &Claim<'_>) -> bool {
    claim.kind == ClaimKind::Age && !claim.quoted && claim.value.hedge() == Hedge::Exact
}

/// Whether a year in its sentence may be that of the age.
fn is_dated(claims: &[Claim<'_>], claim: &Claim<'_>) -> bool {
    let dated = |other: &Claim<'_>| matches!(&other.value, Value::Date(span, _) if matches!(span.from, Date::Year(_)));
    sentence_claims(claims, claim).iter().any(dated)
}

/// "When he was first elected Tom Adler, 38,".
fn is_of_another_time(before: &str) -> bool {
    let start = before.len().saturating_sub(CLAUSE);
    let Some(start) = (start..=before.len()).find(|at| before.is_char_boundary(*at)) else { return false };
    let sentence = before[start..].rsplit(['.', '\n', '!', '?', '>', '|']).next().unwrap_or_default();
    let words = sentence.split(|c: char| !c.is_alphabetic()).filter_map(Word::find);
    let other = |word: Word| (word.is(Sense::OtherAge) && !word.is(Sense::Preposition)) || word.is(Sense::Past);
    words.into_iter().any(other)
}

/// The name of two words or more that a text ends with.
fn full_name(text: &str) -> Option<&str> {
    let limit = text.len().saturating_sub(LONGEST);
    let mut start = text.len();
    let mut words = 0;
    loop {
        let word = text[..start].rsplit([' ', '\n']).next()?;
        let plain = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        let office = Word::find(word).is_some_and(|word| {
            word.senses().any(|sense| matches!(sense, Sense::Title | Sense::Honorific | Sense::Opens | Sense::Function))
        });
        let at = start - word.len();
        if word.is_empty() || !plain || office || !word.starts_with(char::is_uppercase) || at < limit {
            break;
        }
        words += 1;
        start = at;
        let Some(before) = text[..start].strip_suffix(' ') else { break };
        start = before.len();
    }
    let name = text[start..].trim_start();
    (words > 1 && words < 5).then_some(name)
}

/// "Painter dies at 93" over "She was 91."
fn at_death(document: &Document<'_>, claims: &[Claim<'_>]) -> Option<Finding> {
    let kind = |claim: &Claim<'_>| document.blocks[claim.place.block as usize].kind;
    let title = claims.iter().take_while(|claim| claim.place.block < 4).find(|claim| {
        let title = matches!(kind(claim), BlockKind::Title | BlockKind::Heading(1));
        let mut words = document.file[..claim.span.start() as usize].trim_end().rsplit(' ');
        let (at, dies) = (words.next(), words.next());
        let is = |word: Option<&str>, sense| word.and_then(Word::find).is_some_and(|word| word.is(sense));
        title && is(at, Sense::Situates) && is(dies, Sense::Dies)
    })?;
    let paragraphs = document.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Paragraph);
    let last = paragraphs.map(|(at, _)| at).take(OPENING).last()?;
    let told = || claims.iter().take_while(|claim| claim.place.block as usize <= last).filter(|claim| is_age(claim));
    let other = told().find(|claim| {
        // "She was 91.", and not "when she was 24."
        let before = document.file[..claim.span.start() as usize].trim_end();
        let sentence = before.rsplit(['.', '\n', '>', '”', '"']).next().unwrap_or_default();
        let mut words = sentence.split_whitespace();
        let is = |word: Option<&str>, sense| word.and_then(Word::find).is_some_and(|word| word.is(sense));
        let short = is(words.next(), Sense::Pronoun) && is(words.next(), Sense::Told) && words.next().is_none();
        let closes = document.file[claim.span.end() as usize..].starts_with('.');
        closes && short && kind(claim) == BlockKind::Paragraph
    })?;
    let repeated = told().any(|claim| kind(claim) == BlockKind::Paragraph && value(claim) == value(title));
    (!repeated && !is_dated(claims, other)).then(|| contrary(document, title, other, None))
}
