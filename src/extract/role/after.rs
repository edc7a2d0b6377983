//! Offices after the name: ", a special envoy,", ", who was U.S. ambassador to Ukraine", "is the mayor of".

use std::ops::Range;

use super::before::is_determiner;
use super::{Office, tenure_of};
use crate::claim::Tenure;
use crate::extract::Sentence;
use crate::extract::name::{Name, has, has_one_of, is_given, title_at};
use crate::lexicon::{Affiliation, Sense};
use crate::text::{Token, TokenKind};

/// How many tokens may stand before the office itself: "White House national security adviser".
const LONGEST_DESCRIPTION: usize = 8;
/// How many tokens the whole may take: "assistant at the Lowell Observatory in Arizona".
const LONGEST: usize = 24;

/// The office said of a name by what begins at `after`.
pub(super) fn office(sentence: &Sentence<'_, '_>, name: &Name, after: usize) -> Option<Office> {
    let full = name.tokens.clone().filter(|&at| sentence.tokens[at].kind == TokenKind::Word).count() > 1;
    match sentence.word(after) {
        "," => apposed(sentence, after + 1)
            .filter(|_| full || after > name.tokens.end || is_aged(sentence, after))
            .filter(|office| !is_listed(sentence, name, office)),
        "(" | "—" | "–" => apposed(sentence, after + 1).filter(|_| full),
        "is" | "was" | "became" | "remains" | "serves" | "served" | "has" | "had" => linked(sentence, after),
        _ => None,
    }
}

/// "Blank, 43, the mayor of Carrow,": whether a surname alone is somebody's, with an age behind it.
fn is_aged(sentence: &Sentence<'_, '_>, comma: usize) -> bool {
    let number = sentence.tokens.get(comma + 1).is_some_and(|token| token.kind == TokenKind::Number);
    number && sentence.word(comma + 2) == "," && is_determiner(sentence, comma + 3)
}

/// "Bennett, Moseley-Braun, Boxer, and Reed": what looks like an office is the next name of a list.
fn is_listed(sentence: &Sentence<'_, '_>, name: &Name, office: &Office) -> bool {
    let first = &sentence.tokens[office.words.start];
    let alone = office.words.len() == 1 && has(first, Sense::Trade) && first.is_capitalised();
    let listed = name.tokens.start.checked_sub(1).is_some_and(|at| sentence.word(at) == ",");
    // "Citizen Scientist, Developer"
    let last = &sentence.tokens[name.tokens.end - 1];
    let trade = has(last, Sense::Trade) && !has(last, Sense::Surname) && !is_given(&sentence.tokens[name.tokens.start]);
    // "Lauren Osei, Lawton King"
    let closes = &sentence.tokens[office.words.end - 1];
    let person = office.words.len() == 2
        && first.is_capitalised()
        && first.word.is_none()
        && has_one_of(closes, [Sense::Feminine, Sense::Masculine]);
    is_given(first) || alone && (listed || trade) || person
}

/// What stands between commas: an age first, then "who was", "then" or the office itself.
fn apposed(sentence: &Sentence<'_, '_>, start: usize) -> Option<Office> {
    let mut at = start;
    let aged = sentence.tokens.get(at).is_some_and(|token| {
        token.kind == TokenKind::Number
            || token.word.is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Cardinal(_))))
    });
    if aged {
        at = (at..sentence.range.end).take(4).find(|&at| sentence.word(at) == ",")? + 1;
    }
    if sentence.word(at) == "who" {
        return linked(sentence, at + 1);
    }
    // "Carla Ostrander, 58, is the mayor"
    if aged && matches!(sentence.word(at), "is" | "was" | "has" | "had" | "became") {
        return linked(sentence, at);
    }
    let tenure = match sentence.word(at) {
        "then" | "formerly" | "once" | "previously" => Some(Tenure::Former),
        "now" | "currently" => Some(Tenure::Current),
        _ => None,
    };
    let begin = at + usize::from(tenure.is_some());
    let office = noun(sentence, begin)?;
    // "a former student who is now the director"
    let end = office.words.end;
    let now = sentence.word(end) == "who" && matches!(sentence.word(end + 2), "now" | "currently");
    if let Some(current) = linked(sentence, end + 1).filter(|_| now) {
        return Some(current);
    }
    Some(Office { tenure: tenure.unwrap_or(office.tenure), words: office.words })
}

/// After "is", "was", "served as", "has been": the office, and whether it is over.
fn linked(sentence: &Sentence<'_, '_>, verb: usize) -> Option<Office> {
    let (length, tenure) = match (sentence.word(verb), sentence.word(verb + 1)) {
        ("has", "been") | ("serves" | "works", "as") => (2, Tenure::Current),
        ("had", "been") | ("served" | "worked", "as") => (2, Tenure::Former),
        ("is" | "became" | "remains", _) => (1, Tenure::Current),
        ("was", _) => (1, Tenure::Former),
        _ => return None,
    };
    let mut begin = verb + length;
    let mut tenure = tenure;
    // "was quickly named director"
    let swiftly = sentence.word(begin).ends_with("ly") && is_raised(sentence, begin + 1);
    if swiftly || matches!(sentence.word(begin), "now" | "currently" | "then") {
        begin += 1;
    }
    // "was elected mayor in 2022" tells when the office began, not that it is over.
    if is_raised(sentence, begin) {
        begin += 1;
        tenure = Tenure::Current;
        if matches!((sentence.word(begin), sentence.word(begin + 1)), ("in", "as")) {
            begin += 2;
        }
    }
    let office = noun(sentence, begin)?;
    let tenure = if office.tenure == Tenure::Current { tenure } else { office.tenure };
    Some(Office { tenure, words: office.words })
}

fn is_raised(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    matches!(sentence.word(at), "elected" | "appointed" | "named" | "sworn")
}

/// An office with its description and complements that begins at `begin`, its determiner left out.
fn noun(sentence: &Sentence<'_, '_>, begin: usize) -> Option<Office> {
    let determined = begin < sentence.range.end && is_determiner(sentence, begin);
    let start = begin + usize::from(determined);
    // "from Paul Lund, Mr. President": the president is spoken to.
    if sentence.tokens.get(start).is_some_and(|token| has(token, Sense::Honorific)) && sentence.word(start + 1) == "." {
        return None;
    }
    let mut title: Option<Range<usize>> = None;
    let mut at = start;
    while at < sentence.range.end && at < start + LONGEST_DESCRIPTION {
        if let Some((length, plural)) = title_at(sentence.prose, sentence.tokens, at) {
            if plural {
                return None;
            }
            title = Some(at..at + length);
            at += length;
        } else if title.as_ref().is_none_or(|title| is_second(sentence, title)) && describes(sentence, at) {
            title = None;
            at += 1;
        } else {
            break;
        }
    }
    let title = title?;
    // "Work is going forward": what somebody does, and no office.
    let doing =
        !determined && sentence.word(start).ends_with("ing") && !has(&sentence.tokens[start], Sense::TitleModifier);
    let small_words = (start..title.start).filter(|&at| !is_known(sentence, at)).count();
    if !(determined || small_words <= 1) || doing || !closes(sentence, title.end) {
        return None;
    }
    let end = complement(sentence, title.end);
    // "in Trump's first term", "under two presidents": an office of that time.
    let reign =
        (title.end..end).rev().find(|&at| sentence.word(at) == "in").filter(|&at| tells_reign(sentence, at..end));
    let words = skip_age(sentence, start..reign.unwrap_or(end));
    let past = reign.is_some() || matches!(sentence.word(end), "under" | "during");
    let tenure = tenure_of(sentence, &(words.start..title.end));
    Some(Office { tenure: if past && tenure == Tenure::Current { Tenure::Former } else { tenure }, words })
}

/// Whether words name somebody's time in office; "in the General Services Administration" names a body.
fn tells_reign(sentence: &Sentence<'_, '_>, mut words: Range<usize>) -> bool {
    words.any(|at| sentence.has(at, Sense::Reign) && !sentence.is_capitalised(at))
}

/// "deputy" of "the deputy health officer": whether an office only tells whom the holder of another stands under.
fn is_second(sentence: &Sentence<'_, '_>, title: &Range<usize>) -> bool {
    title.len() == 1 && has(&sentence.tokens[title.start], Sense::Second)
}

/// A word that may describe an office.
fn describes(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    match token.kind {
        // "the Bank of Japan governor".
        TokenKind::Word if token.text(sentence.prose) == "of" => {
            let capital = |at: usize| sentence.tokens.get(at).is_some_and(Token::is_capitalised);
            at.checked_sub(1).is_some_and(capital) && capital(at + 1)
        }
        TokenKind::Word => {
            !has(token, Sense::Function)
                && !has(token, Sense::Negation)
                && !has(token, Sense::Modal)
                && (!has(token, Sense::Saying) || has(token, Sense::TitleModifier))
        }
        TokenKind::Number => true,
        TokenKind::Symbol => {
            token.glued
                && (token.is_sign(sentence.prose, '-')
                    || token.is_sign(sentence.prose, '.')
                    || token.is_sign(sentence.prose, '\''))
        }
    }
}

fn is_known(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    token.kind != TokenKind::Word || token.is_capitalised() || token.word.is_some()
}

/// Whether an office can end before this token: no other name follows it, no verb either.
fn closes(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let Some(token) = sentence.tokens.get(at).filter(|_| at < sentence.range.end) else { return true };
    match token.kind {
        TokenKind::Symbol => {
            let joins = token.is_sign(sentence.prose, '\'') || (token.glued && token.is_sign(sentence.prose, '-'));
            !joins
        }
        TokenKind::Number => false,
        TokenKind::Word => {
            is_preposition(token.text(sentence.prose))
                || matches!(
                    token.text(sentence.prose),
                    "who" | "and" | "whose" | "since" | "until" | "when" | "while" | "before" | "after"
                )
        }
    }
}

fn is_preposition(word: &str) -> bool {
    const PREPOSITIONS: [&str; 12] =
        ["of", "for", "to", "at", "in", "on", "with", "from", "under", "during", "by", "between"];
    PREPOSITIONS.contains(&word)
}

/// Where the complements after an office end: "of the European Central Bank", "at the Lowell Observatory in Arizona".
fn complement(sentence: &Sentence<'_, '_>, start: usize) -> usize {
    if !is_preposition(sentence.word(start)) {
        return start;
    }
    let mut at = start;
    while at < sentence.range.end && at < start + LONGEST {
        if let Some(end) = inset(sentence, at) {
            at = end;
            continue;
        }
        let token = &sentence.tokens[at];
        let stops = match token.kind {
            TokenKind::Symbol => {
                let abbreviated =
                    token.is_sign(sentence.prose, '.') && has(&sentence.tokens[at - 1], Sense::Abbreviation);
                // "at AIDS.gov".
                let dotted = token.is_sign(sentence.prose, '.')
                    && sentence.tokens.get(at + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Word);
                !token.glued || !(abbreviated || dotted || matches!(sentence.word(at), "-" | "'" | "’" | "&"))
            }
            TokenKind::Number => false,
            TokenKind::Word => {
                // The "States" of "the United States" say nothing.
                (has(token, Sense::Saying) && !token.is_capitalised())
                    || matches!(
                        token.text(sentence.prose),
                        "who"
                            | "whose"
                            | "which"
                            | "that"
                            | "under"
                            | "is"
                            | "was"
                            | "has"
                            | "had"
                            | "until"
                            | "since"
                            | "from"
                            | "during"
                    )
            }
        };
        // "for the agency’s office presented its plan".
        let verb = token.kind == TokenKind::Word
            && sentence.tokens[at - 1].is_capitalised()
            && !token.is_capitalised()
            && token.text(sentence.prose).ends_with("ed");
        // "of Mobile Programs will teach", "in the Reserves flying out of Reno", "of Marsh succinctly puts it".
        let acts = token.kind == TokenKind::Word && !token.is_capitalised() && at > start && is_verb(sentence, at);
        // "for many years", "for some time".
        let lasts = sentence.word(at) == "for" && matches!(sentence.word(at + 1), "many" | "some" | "several" | "more");
        // "of the panel and led the talks".
        let goes_on = matches!(sentence.word(at), "and" | "but")
            && sentence.tokens.get(at + 1).is_some_and(|next| {
                !next.is_capitalised() && (has(next, Sense::PastTense) || next.text(sentence.prose).ends_with("ed"))
            });
        if stops || verb || goes_on || acts || lasts || dates(sentence, at) {
            break;
        }
        at += 1;
    }
    // "a staff assistant at (202) …": what is left open says nothing.
    let open = |at: usize| {
        has(&sentence.tokens[at], Sense::Function)
            || is_preposition(sentence.word(at))
            || matches!(sentence.word(at), "'s" | "’s")
            // "for USA.gov.": the stop is the sentence's.
            || (sentence.word(at) == "." && !sentence.tokens[at - 1].is_capitalised())
    };
    while at > start && open(at - 1) {
        at -= 1;
    }
    at
}

/// Past what stands inside a name that goes on after it: "(WRS)" of "the Water Reuse Service (WRS) Data Office", the
/// state of "the Jackson, Mississippi, public schools".
fn inset(sentence: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let word = sentence.word(at + 1);
    let next = at + 3;
    match sentence.word(at) {
        // "of the Data & Maps Office"
        "&" => (sentence.is_capitalised(at - 1) && sentence.is_capitalised(at + 1)).then_some(at + 1),
        "(" => {
            let initials = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
            let goes_on = sentence.is_capitalised(at - 1) && sentence.is_capitalised(next) && !sentence.is_glued(next);
            (initials && goes_on && sentence.word(at + 2) == ")").then_some(next)
        }
        "," => {
            let state = |sense| matches!(sense, Sense::Affiliation(Affiliation::State(_))).then_some(());
            let (end, ()) = sentence.sense(at + 1, state)?;
            let town = at >= 2 && sentence.is_capitalised(at - 1) && sentence.word(at - 2) == "the";
            let plain = |at: usize| {
                sentence.tokens.get(at).is_some_and(|token| {
                    token.kind == TokenKind::Word
                        && !has_one_of(token, [Sense::Function, Sense::Boundary, Sense::Saying])
                })
            };
            (town && sentence.word(end) == "," && plain(end + 1)).then_some(end + 1)
        }
        _ => None,
    }
}

/// Whether a word after an office tells what its holder does.
fn is_verb(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let name = sentence.is_capitalised(at - 1);
    let word = sentence.word(at);
    let plain = !has_one_of(token, [Sense::TitleModifier, Sense::Preposition, Sense::Function]);
    let object = || {
        matches!(
            sentence.word(at + 1),
            "the" | "a" | "an" | "it" | "that" | "how" | "about" | "you" | "us" | "them" | "to"
        )
    };
    let leads = |at: usize| has(&sentence.tokens[at], Sense::Preposition) || matches!(sentence.word(at), "out" | "up");
    let doing = || word.ends_with("ing") && leads(at + 1);
    let hastily = || word.ends_with("ly") && word.len() > 5;
    has(token, Sense::Modal)
        || plain
            && name
            && at + 1 < sentence.range.end
            && (has_one_of(token, [Sense::Saying, Sense::Coming])
                || hastily()
                || doing()
                || word.ends_with('s') && object())
}

/// "on the 20th", "in March", "on Tuesday": when, and no part of the office.
fn dates(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let next = at + 1 + usize::from(sentence.word(at + 1) == "the");
    let day = |sense| matches!(sense, Sense::Month(_) | Sense::Weekday(_));
    matches!(sentence.word(at), "on" | "in" | "from" | "by")
        && sentence.tokens.get(next).is_some_and(|token| {
            token.kind == TokenKind::Number
                || (token.is_capitalised() && token.word.is_some_and(|word| word.senses().any(day)))
        })
}

/// "24-year-old assistant" is an assistant.
fn skip_age(sentence: &Sentence<'_, '_>, words: Range<usize>) -> Range<usize> {
    let old = words.clone().find(|&at| sentence.word(at) == "old");
    words.start.max(old.map_or(0, |old| old + 1))..words.end
}
