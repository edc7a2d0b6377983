//! A headline, a standfirst or a caption against the first paragraphs: "Blaze kills 12" over "killed
//! 14 people", "passes $421 million budget" over one of $412 million, "raises $80 million" over
//! "raised $18 million".
//!
//! Left alone: a figure that the text has too, and one beside which it has several of its kind.

use super::super::passage::{block_claims, tokens as claim_tokens};
use super::super::spread::value;
use super::measure::{singular, verb};
use super::scene::{Scene, sentence_claims};
use super::{differing, is_plain, is_rounded, same_sentence};
use crate::claim::{Claim, ClaimKind};
use crate::finding::Finding;
use crate::lexicon::{Sense, Word};
use crate::source::{Block, BlockKind, Document};
use crate::span::Span;
use crate::text::Pages;
use crate::value::{Date, Exact};

/// The paragraphs that tell what a title is about.
const OPENING: usize = 6;
/// The longest first paragraph, in bytes, that sums up what follows.
const STANDFIRST: u32 = 400;
/// How many figures of the first paragraphs, and how many above them, are looked at.
const MOST: usize = 64;
/// How far before a noun, in words, another word tells of a part of it.
const NEAR: usize = 3;
/// How far behind a sum, in words, the time it is of is told.
const AHEAD: usize = 6;
/// How far before a price, in bytes, the purchase may be told.
const REACH: usize = 160;

/// What a figure counts or prices, in one word.
#[derive(Debug, PartialEq, Eq)]
enum Counted {
    /// "killed 12", "12 dead": the verb.
    Harmed(&'static str),
    /// "raises $80 million": the verb.
    Does(&'static str),
    /// "buys Nes Bakery for $210 million", "paid $210 million for".
    Price,
    /// "421 seats", "$421 million budget".
    Noun(String),
}

/// A figure with what it counts.
struct Shown<'c, 't> {
    claim: &'c Claim<'t>,
    counted: Option<Counted>,
}

pub(super) fn find(pages: &Pages<'_>, claims: &[Claim<'_>], findings: &mut Vec<Finding>) {
    let document = pages.document;
    let blocks = || document.blocks.iter().enumerate();
    let first = blocks().find(|(_, block)| matches!(block.kind, BlockKind::Title | BlockKind::Heading(1)));
    let start = first.map_or(0, |(at, _)| at);
    let paragraphs = blocks().skip(start).filter(|(_, block)| block.kind == BlockKind::Paragraph);
    let opening: Vec<usize> = paragraphs.map(|(at, _)| at).take(OPENING).collect();
    let shown = |claim| Shown { claim, counted: counted(document.file, claim) };
    let above: Vec<Shown<'_, '_>> = blocks()
        .filter(|(at, block)| is_above(*at, block, &opening))
        .flat_map(|(at, _)| block_claims(claims, at))
        .filter(|claim| is_plain(claim))
        .map(shown)
        .filter(|shown| shown.counted.is_some())
        .take(MOST)
        .collect();
    if above.is_empty() {
        return;
    }
    let titles = blocks().filter(|(at, block)| *at < 4 && is_heading(block)).map(|(at, _)| at);
    let told: Vec<Shown<'_, '_>> = titles
        .chain(opening.iter().copied())
        .flat_map(|at| block_claims(claims, at))
        .filter(|claim| is_plain(claim))
        .take(MOST)
        .map(shown)
        .collect();
    for above in above {
        let titles = is_title(document, above.claim);
        if titles || matches!(above.counted, Some(Counted::Harmed(_))) {
            findings.extend(against(pages, claims, &above, &told, opening.first().copied()));
        }
    }
}

/// Whether a block may sum up what follows.
fn is_above(at: usize, block: &Block, opening: &[usize]) -> bool {
    let sums_up = opening.first() == Some(&at) && block.end - block.start < STANDFIRST;
    (at < 4 && is_heading(block)) || sums_up || block.kind == BlockKind::Caption
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Title | BlockKind::Heading(1))
}

fn is_title(document: &Document<'_>, claim: &Claim<'_>) -> bool {
    is_heading(&document.blocks[claim.place.block as usize])
}

/// The figure of the first paragraphs that cannot be that of a title.
fn against(
    pages: &Pages<'_>,
    claims: &[Claim<'_>],
    above: &Shown<'_, '_>,
    told: &[Shown<'_, '_>],
    first: Option<usize>,
) -> Option<Finding> {
    let document = pages.document;
    let claim = above.claim;
    let told = || {
        let apart = told.iter().filter(|told| told.claim.place.block != claim.place.block);
        let below = |told: &&Shown<'_, '_>| is_title(document, claim) || !is_title(document, told.claim);
        apart.filter(|told| told.claim.kind == claim.kind).filter(below)
    };
    let like = || told().filter(|told| told.counted == above.counted).map(|told| told.claim);
    let harmed = matches!(above.counted, Some(Counted::Harmed(_)));
    let repeated = told().any(|told| value(told.claim) == value(claim) && (!harmed || told.counted == above.counted));
    if repeated || like().next().is_none() {
        return None;
    }
    let near = if harmed { usize::MAX } else { NEAR };
    let mut plain = like().filter(|told| stands(pages, claims, told, first, near));
    // A second figure of the noun is of something else, and so may the first be; a smaller one behind
    // the first paragraph's is that of a part.
    let other = plain.next()?;
    let leads = first == Some(other.place.block as usize) || is_title(document, other);
    if plain.any(|next| {
        value(next) != value(other)
            && (same_sentence(next, other) || !((harmed || leads) && value(next) < value(other)))
    }) {
        return None;
    }
    if adds_up(claims, claim, other) || adds_up_all(claim, &like().collect::<Vec<_>>()) {
        return None;
    }
    let rounds = is_rounded(claim, other)? || is_rounded(other, claim)?;
    let (earlier, later) = if claim.span < other.span { (claim, other) } else { (other, claim) };
    let alike = is_of_one(pages, claims, above, other, first);
    (alike && !rounds).then(|| differing(document, earlier, later)).flatten()
}

/// Whether the figures of a sentence come to that of a title: "kills 26" over "12 people in Marl and 14 in Oste".
fn adds_up(claims: &[Claim<'_>], title: &Claim<'_>, told: &Claim<'_>) -> bool {
    let parts = sentence_claims(claims, told).iter().filter(|claim| claim.kind == title.kind);
    adds_up_all(title, &parts.collect::<Vec<_>>())
}

fn adds_up_all(title: &Claim<'_>, parts: &[&Claim<'_>]) -> bool {
    let sum = parts.iter().try_fold(Exact::ZERO, |sum, part| sum.checked_add(value(part)?));
    parts.len() > 1 && sum == value(title)
}

/// Whether a title and a figure of the text are of one thing, by the words they share.
fn is_of_one(
    pages: &Pages<'_>,
    claims: &[Claim<'_>],
    above: &Shown<'_, '_>,
    other: &Claim<'_>,
    first: Option<usize>,
) -> bool {
    let document = pages.document;
    let claim = above.claim;
    let block = document.blocks[claim.place.block as usize];
    let title = document.text(&block);
    let text = document.text(&document.blocks[other.place.block as usize]);
    // A title mostly tells what the first sentence does.
    let money = sentence_claims(claims, other).iter().filter(|claim| claim.kind == other.kind);
    let leads = is_heading(&block)
        && first == Some(other.place.block as usize)
        && other.place.sentence == 0
        && money.clone().next().is_some_and(|claim| claim.span == other.span);
    match &above.counted {
        None => false,
        Some(Counted::Noun(noun)) => {
            let (names, words) = shared(title, text, noun);
            let leads = leads && other.kind == ClaimKind::Money && names > 0;
            leads || (words > 1 && does_as_much(document, &block, claim, other))
        }
        Some(Counted::Price) => shared(title, sentence(pages, other), "").0 > 1 && money.clone().count() == 1,
        Some(Counted::Does(_)) => {
            let (names, words) = shared(title, sentence(pages, other), "");
            (names > 0 && words > 1) || (leads && money.clone().count() == 1)
        }
        Some(Counted::Harmed(_)) => {
            // "A jury in Halland found him guilty. The crash killed five": the name is of another sentence.
            let (names, words) = shared(title, sentence(pages, other), "");
            let told = if is_heading(&block) { names + words > 1 || names > 0 } else { names > 0 && words > 1 };
            told && stands(pages, claims, claim, first, usize::MAX)
        }
    }
}

/// Whether the sentence of a figure leaves it in the draft's own time and of the whole; in the first
/// paragraph it may be still to come. Whether it is of a part, the words near it tell.
fn stands(pages: &Pages<'_>, claims: &[Claim<'_>], claim: &Claim<'_>, first: Option<usize>, near: usize) -> bool {
    let (document, tokens) = (pages.document, pages.block(claim.place.block));
    let Some(sentence) = tokens.sentences.get(claim.place.sentence as usize).cloned() else { return false };
    let figure = claim_tokens(claim);
    let from = figure.start.saturating_sub(near).max(sentence.start);
    let leads = first == Some(claim.place.block as usize);
    let scene = Scene::of(&document.prose, &tokens.tokens, sentence, sentence_claims(claims, claim));
    let scene = if leads { scene.asserted() } else { scene };
    let day = scene.dates().all(|date| matches!(date, Date::Day(_)));
    (day || (leads && claim.kind == ClaimKind::Money && scene.is_current(&tokens.tokens)))
        && scene.states(&document.prose, &tokens.tokens, from, &figure)
}

/// The sentence that a figure stands in.
fn sentence<'d>(pages: &Pages<'d>, claim: &Claim<'_>) -> &'d str {
    let tokens = pages.block(claim.place.block);
    let range = tokens.sentences.get(claim.place.sentence as usize).cloned().unwrap_or_default();
    let stretch = tokens.tokens.get(range).unwrap_or_default();
    let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { return "" };
    &pages.document.prose[first.start as usize..last.end as usize]
}

fn counted(file: &str, claim: &Claim<'_>) -> Option<Counted> {
    if claim.kind == ClaimKind::Count
        && let Some(verb) = harm(file, claim)
    {
        let of = claim.of.as_deref().unwrap_or_default();
        let everybody = of.is_empty() || Word::find(of).is_some_and(|word| word.is(Sense::Anybody));
        return everybody.then_some(Counted::Harmed(verb));
    }
    let money = claim.kind == ClaimKind::Money;
    let noun = noun(file, claim).map(Counted::Noun);
    noun.or_else(|| does(file, claim).filter(|_| money))
}

/// "raises $80 million", "paid $210 million for", "buys Nes Bakery for $210 million".
fn does(file: &str, claim: &Claim<'_>) -> Option<Counted> {
    let before = file[..claim.span.start() as usize].trim_end();
    let start = before.len().saturating_sub(REACH);
    let start = (start..=before.len()).find(|at| before.is_char_boundary(*at))?;
    let clause = before[start..].rsplit(['.', ';', '\n', '>']).next()?;
    let mut words = clause.rsplit(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    if is_rate(&file[claim.span.end() as usize..]) {
        return None;
    }
    let last = words.next()?;
    match verb(last) {
        Some("pay") => return Some(Counted::Price),
        Some(verb @ ("raise" | "spend" | "earn" | "cost")) => return Some(Counted::Does(verb)),
        Some(_) | None => {}
    }
    let preposition = Word::find(last).is_some_and(|word| word.is(Sense::Preposition));
    let deals = |word: &str| Word::find(word).is_some_and(|word| word.is(Sense::Deals));
    // "buys" is one of "buy".
    let bought = words.any(|word| deals(word) || deals(word.strip_suffix('s').unwrap_or(word)));
    (preposition && bought).then_some(Counted::Price)
}

/// "$45 a share", "$2 million a year", "$4 million in its first week".
fn is_rate(after: &str) -> bool {
    let clause = after.split(['.', ',', ';', '\n', '<']).next().unwrap_or_default();
    let mut words = clause.split_whitespace().filter_map(Word::find).take(AHEAD);
    let next = clause.split_whitespace().next().and_then(Word::find);
    let article = next.is_some_and(|word| word.is(Sense::Indefinite) || word.is(Sense::Partial));
    article || words.any(|word| word.senses().any(|sense| matches!(sense, Sense::Period(_))))
}

/// "killed" before a figure, or "dead", "killed", "were killed" behind it.
fn harm(file: &str, claim: &Claim<'_>) -> Option<&'static str> {
    let harms = |verb: &&'static str| ["kill", "injure"].contains(verb);
    let before = file[..claim.span.start() as usize].trim_end().rsplit(|c: char| !c.is_ascii_alphabetic()).next()?;
    if let Some(verb) = verb(before).filter(harms) {
        return Some(verb);
    }
    let after = file[claim.span.end() as usize..].split([' ', '\n']).skip(1);
    let after = after.map(|word| word.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default());
    let told = |word: &&str| Word::find(word).is_some_and(|word| word.is(Sense::Told));
    let of = claim.of.as_deref().unwrap_or_default();
    let mut words = std::iter::once(of).chain(after.take(4).skip_while(told).take(1));
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
    let others = [Sense::Increment, Sense::Partial, Sense::Another];
    let mut words = file.get(claim.span.range())?.split_whitespace().filter_map(Word::find);
    if words.any(|word| others.into_iter().any(|sense| word.is(sense))) {
        return None;
    }
    if let Some(of) = claim.of.as_deref() {
        // "climbers missing" and "lost climbers".
        let several = of.split_whitespace().rev().find(|word| word.ends_with('s'));
        let last = of.split_whitespace().next_back();
        return several.or(last).map(singular);
    }
    let after = file[claim.span.end() as usize..].strip_prefix([' ', '-'])?;
    let word = after.split(|c: char| !c.is_ascii_alphabetic()).next().filter(|word| word.len() > 3)?;
    let joins = Word::find(word).is_some_and(|word| word.is(Sense::Preposition) || word.is(Sense::Opens));
    let noun = claim.kind == ClaimKind::Money && word.starts_with(|c: char| c.is_ascii_lowercase()) && !joins;
    noun.then(|| word.to_owned())
}

/// How many names and how many of its longer words, besides the noun, a title shares with a text.
fn shared(title: &str, text: &str, noun: &str) -> (usize, usize) {
    let lower = text.to_lowercase();
    let function = |word: &str| Word::find(word).is_some_and(|word| word.is(Sense::Function));
    let long =
        |word: &&str| word.len() > 3 || (word.len() == 3 && word.starts_with(char::is_uppercase) && !function(word));
    let mut words: Vec<&str> = title.split(|c: char| !c.is_alphabetic()).filter(long).collect();
    words.sort_unstable();
    words.dedup();
    let is_name = |word: &str| {
        let inside = text.match_indices(word).any(|(at, _)| text[..at].ends_with(' ') && !text[..at].ends_with(". "));
        word.starts_with(char::is_uppercase) && inside
    };
    let names = words.iter().filter(|word| is_name(word)).count();
    let scale =
        |word: &str| Word::find(word).is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Scale(_))));
    let own = |word: &&&str| (!noun.is_empty() && singular(word) == noun) || scale(word);
    let long = words.iter().filter(|word| word.chars().count() > 4 && !own(word));
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
