//! `list-count-mismatch`: "two officials, Ana Ruiz, Tom Lee and Iris Vogel"; a list under "three
//! projects:" that has four items.
//!
//! Left alone: lists that only include some, items that are no plain names, and pairs joined by an
//! "and" of their own.

use super::passage::{Passage, tokens};
use super::spread::value;
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::{Adding, Affiliation, Sense};
use crate::text::{Token, TokenKind, phrase_at};
use crate::value::{Exact, Hedge};

/// The longest list that is counted.
const MOST: usize = 20;
/// How many words may stand between the count and the colon.
const REACH: usize = 14;

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    figures.iter().any(|claim| count(claim).is_some())
}

/// How many things a claim counts, where it names them and is exact.
pub(super) fn count(claim: &Claim<'_>) -> Option<usize> {
    let exact = claim.kind == ClaimKind::Count && claim.of.is_some() && claim.value.hedge() == Hedge::Exact;
    let value = value(claim).filter(|value| exact && value.is_integer() && *value >= Exact::from(2))?;
    usize::try_from(value.floor()).ok().filter(|count| *count <= MOST)
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    for (at, claim) in passage.figures.iter().enumerate() {
        let Some(count) = count(claim) else { continue };
        let Some((start, opener)) = opener(passage, at) else { continue };
        let items = names(passage, claim, (start, opener)).or_else(|| nouns(passage, (start, opener), count));
        let Some(names) = items else { continue };
        if names.len() == count || names.len() == 2 * count || names.len() < 2 {
            continue;
        }
        let sum = Sum::Named { count: names.len(), names: names.join(", ") };
        findings.push(passage.report(Rule::ListCountMismatch, claim, sum));
    }
}

/// What opens a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opener {
    Colon,
    Dash,
    Comma,
    Bracket,
}

/// Where the list behind a count begins.
fn opener(passage: &Passage<'_>, at: usize) -> Option<(usize, Opener)> {
    let claim = passage.figures[at];
    let range = tokens(claim);
    // "one of two officials, Ana Ruiz": not all of them; "the next two games, Ana Ruiz and …".
    let before = passage.before(claim);
    let unlisted = passage.has(range.start.saturating_sub(1)..range.start, Sense::Adding(Adding::Unlisted));
    if unlisted
        && !passage.is(range.end, ":")
        && !(before.eq_ignore_ascii_case("in") && passage.is_any(range.end, &["—", "–"]))
    {
        return None;
    }
    // "three of the five countries: Ostria, Norland and Suland"
    let first = range.start;
    if first > passage.sentence.start + 2
        && passage.is_any(first - 1, &["the", "its", "their"])
        && passage.is(first - 2, "of")
    {
        return None;
    }
    // "three former secretaries of state, Ana Ruiz, Tom Lee and Iris Vogel"
    let of = passage.is(range.end, "of") && passage.is_any(range.end + 2, &[",", ":"]);
    let end = if of && passage.tokens[range.end + 1].kind == TokenKind::Word { range.end + 2 } else { range.end };
    // "named three finalists on Monday: Ana Ruiz, Tom Lee and Iris Vogel"
    if let Some(colon) = colon_after_day(passage, at, end) {
        return Some((colon + 1, Opener::Colon));
    }
    match passage.word(end) {
        ":" => return Some((end + 1, Opener::Colon)),
        "—" | "–" => return Some((end + 1, Opener::Dash)),
        "," => return Some((end + 1, Opener::Comma)),
        "(" => return Some((end + 1, Opener::Bracket)),
        // "The two winners are Ana Ruiz, Tom Lee and Iris Vogel."
        "are" | "were" if passage.is_any(range.start.wrapping_sub(1), &["the", "its", "their", "his", "her"]) => {
            return Some((end + 1, Opener::Colon));
        }
        _ => {}
    }
    // "Five spacecraft are on their way: …" speaks of its subject.
    let subject = range.start == passage.sentence.start
        || (range.start == passage.sentence.start + 1 && passage.is(passage.sentence.start, "the"));
    let colon = (end..(end + REACH).min(passage.sentence.end)).find(|&at| passage.is(at, ":"))?;
    let others = (end..colon).any(|at| {
        passage.means(at, Sense::Adding(Adding::SomeOnly))
            || passage.is_any(at, &[",", "and", "following", "these", "this", "question", "said", "words"])
    });
    let alone = passage.figures.get(at + 1).is_none_or(|next| tokens(next).start > colon);
    (subject && alone && !others).then_some((colon + 1, Opener::Colon))
}

/// The colon behind the day that stands right behind a count.
fn colon_after_day(passage: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    let day = passage.figures.get(at + 1).filter(|next| next.kind == ClaimKind::Date)?;
    let start = end + usize::from(passage.is(end, "on"));
    let colon = tokens(day).end;
    (tokens(day).start == start && passage.is(colon, ":")).then_some(colon)
}

/// The names of a list from a token on; none where an item is no plain name or where its end is
/// not plain.
fn names<'a>(passage: &Passage<'a>, claim: &Claim<'_>, (start, opener): (usize, Opener)) -> Option<Vec<&'a str>> {
    let states = claim.of.as_deref().is_some_and(|of| of.ends_with("states"));
    let state = |item: std::ops::Range<usize>| {
        (states && item.len() <= 2 && is_state(passage, item.start)).then(|| passage.text(item))
    };
    // Items parted by semicolons hold commas of their own.
    if (start..passage.sentence.end).any(|at| passage.is(at, ";")) {
        return None;
    }
    let mut names = Vec::new();
    let mut at = start;
    let mut last = false;
    loop {
        let end = (at..passage.sentence.end).find(|&at| ends_item(passage, at)).unwrap_or(passage.sentence.end);
        let item = at..end;
        // "six Army Battalions, one Air Force Battalion and one Battalion of Police": what is counted beside them.
        if opener == Opener::Comma && is_counted(passage, at) {
            return None;
        }
        // "John Roe, 34, and Jim Poe, 45".
        let age = item.len() == 1 && passage.tokens[at].kind == TokenKind::Number && !names.is_empty();
        // "Smith, Jr.", "Acme, Inc.".
        let suffix = item.len() <= 2
            && !names.is_empty()
            && [Sense::NameSuffix, Sense::CompanyForm].iter().any(|sense| passage.means(at, *sense));
        if age || suffix {
            if last && closes(passage, end, opener) {
                break;
            }
        } else {
            // "Smith, Roe & Co" may be one firm.
            if !names.is_empty() && item.clone().any(|at| passage.is(at, "&")) {
                return None;
            }
            names.push(name(passage, item.clone()).or_else(|| state(item))?);
        }
        let aged = passage.is(end, ",")
            && passage.tokens.get(end + 1).is_some_and(|token| token.kind == TokenKind::Number)
            && passage.is_any(end + 2, &[",", ".", ")", "—", "–", "and"]);
        if last && !aged {
            if !closes(passage, end, opener) || is_placed(passage, end) {
                return None;
            }
            break;
        }
        if !last && (end >= passage.sentence.end || !matches!(passage.word(end), "," | ";") && !passage.is(end, "and"))
        {
            // A list without an "and": only to the end that its opener asks for.
            let ends = closes(passage, end, opener) && opener != Opener::Comma && names.len() > 2;
            return ends.then_some(names);
        }
        let comma = matches!(passage.word(end), "," | ";");
        let and = passage.is(end, "and") || (comma && passage.is(end + 1, "and"));
        if last && and {
            return None;
        }
        last |= and;
        at = end + 1 + usize::from(and && comma);
    }
    let spoilt = passage.has(start..passage.sentence.end, Sense::Adding(Adding::SomeOnly)) || !last;
    (!spoilt).then_some(names)
}

/// The items of a list of plain nouns: "three crimes: arson, theft and fraud". Where the last two may
/// be one ("parks and recreation"), they are counted as two only if each is a word of its own.
fn nouns<'a>(passage: &Passage<'a>, (start, opener): (usize, Opener), count: usize) -> Option<Vec<&'a str>> {
    let end = passage.sentence.end - usize::from(passage.is(passage.sentence.end - 1, "."));
    let ands: Vec<usize> = (start..end).filter(|&at| passage.is(at, "and")).collect();
    let &[and] = ands.as_slice() else { return None };
    if !matches!(opener, Opener::Colon | Opener::Dash) || !passage.is_any(start - 1, &[":", "—", "–"]) {
        return None;
    }
    let serial = passage.is(and - 1, ",");
    let mut items: Vec<std::ops::Range<usize>> = Vec::new();
    let mut at = start;
    for sign in (start..end).filter(|&at| passage.is_any(at, &[",", "and"])).chain([end]) {
        if sign > at {
            items.push(at..sign);
        }
        at = sign + 1;
    }
    let plain = |item: &std::ops::Range<usize>| {
        // "a library, a pool and a park"
        let article = usize::from(passage.is_any(item.start, &["a", "an"]));
        let mut words = item.start + article..item.end;
        (1..=2).contains(&words.len()) && words.all(|at| is_noun(passage, at))
    };
    let pair = items.last()?.len() == 1 && items[items.len() - 2].len() == 1;
    let coupled = passage.means(and - 1, Sense::Adding(Adding::Coupled));
    let unclear = !serial && items.len() == count + 1 && (!pair || coupled);
    let alike = count.abs_diff(items.len()) <= 1 + count / 3;
    let listed = items.len() > 2 && items.iter().all(plain) && alike && !unclear;
    listed.then(|| items.into_iter().map(|item| passage.text(item)).collect())
}

/// Whether a token may be a word of a plain noun in a list.
fn is_noun(passage: &Passage<'_>, at: usize) -> bool {
    let token = &passage.tokens[at];
    let others = [
        Sense::Function,
        Sense::Preposition,
        Sense::Pronoun,
        Sense::Modal,
        Sense::Adding(Adding::NoPart),
        Sense::Adding(Adding::SomeOnly),
    ];
    token.kind == TokenKind::Word
        && !token.is_capitalised()
        && !others.into_iter().any(|sense| passage.means(at, sense))
        && !passage.figures.iter().any(|figure| tokens(figure).contains(&at))
}

/// Whether an item begins with a number of its own in words: "one Battalion".
fn is_counted(passage: &Passage<'_>, at: usize) -> bool {
    let Some(token) = passage.tokens.get(at) else { return false };
    let cardinal = |sense| matches!(sense, Sense::Cardinal(_));
    !token.is_capitalised() && token.word.is_some_and(|word| word.senses().any(cardinal))
}

fn ends_item(passage: &Passage<'_>, at: usize) -> bool {
    let sign = matches!(passage.word(at), "," | ";" | "—" | "–" | ")" | "(" | ":" | "!" | "?" | "\u{201d}" | "\"");
    let stop = passage.word(at) == "." && at + 1 >= passage.sentence.end;
    sign || stop || passage.is(at, "and")
}

/// Whether the list ends here as its opener asks.
fn closes(passage: &Passage<'_>, at: usize, opener: Opener) -> bool {
    let end = at >= passage.sentence.end || passage.word(at) == ".";
    match opener {
        Opener::Colon => end || passage.is(at, ";"),
        Opener::Dash => end || matches!(passage.word(at), "—" | "–"),
        Opener::Comma => end || matches!(passage.word(at), "," | ";" | "—" | "–"),
        Opener::Bracket => passage.is(at, ")"),
    }
}

/// "…, and Rome, Italy,": the last name has its place behind it, and so may those before it.
fn is_placed(passage: &Passage<'_>, end: usize) -> bool {
    let place = passage.tokens.get(end + 1).is_some_and(Token::is_capitalised);
    passage.is(end, ",")
        && place
        && (end + 2..end + 5).any(|at| matches!(passage.word(at), "," | "" | "." | ")" | "—" | "–"))
}

/// Whether the name of a state begins at a token: "Texas", "Conn."
fn is_state(passage: &Passage<'_>, at: usize) -> bool {
    let state = |sense: &Sense| matches!(sense, Sense::Affiliation(Affiliation::State(_)));
    let found =
        phrase_at(&passage.document.prose, passage.tokens, at, |phrase| phrase.senses.iter().any(state).then_some(()));
    found.is_some()
}

/// An item that is a name, an office before it or a number behind it included.
fn name<'a>(passage: &Passage<'a>, item: std::ops::Range<usize>) -> Option<&'a str> {
    let capital = |at: usize| passage.tokens[at].is_capitalised();
    let first = item.clone().find(|&at| capital(at))?;
    let lead = item.start..first;
    // "foreign affairs aide Yuri Ushakov", but "the city of Lyon" and "a man from Lyon" are no names.
    let office = lead.len() <= 4
        && lead.clone().all(|at| {
            passage.tokens[at].kind == TokenKind::Word
                && !passage.means(at, Sense::Preposition)
                && !passage.means(at, Sense::Pronoun)
        });
    let titled = lead.is_empty() || (office && !passage.is_any(lead.start, &["a", "an"]));
    let joint = |at: usize| {
        passage.is_any(
            at,
            &["of", "the", "de", "la", "van", "von", "der", "al", "bin", "-", ".", "'", "’", "&", "du", "da", "di"],
        )
    };
    let tail = (first..item.end).all(|at| capital(at) || joint(at) || passage.tokens[at].kind == TokenKind::Number);
    let ends = capital(item.end - 1)
        || passage.tokens[item.end - 1].kind == TokenKind::Number
        || passage.is(item.end - 1, ".");
    // "Paris, Texas": a state places the name before it.
    let state = item.len() <= 2 && is_state(passage, first);
    let counted = lead.clone().any(|at| passage.figures.iter().any(|figure| tokens(figure).contains(&at)));
    // "R-Texas".
    let party = item.len() > 2 && passage.is(first + 1, "-") && passage.word(first).len() == 1;
    let speaks = item.clone().any(|at| passage.means(at, Sense::Saying));
    (titled && tail && ends && !state && !counted && !party && !speaks && item.len() <= 9).then(|| passage.text(item))
}
