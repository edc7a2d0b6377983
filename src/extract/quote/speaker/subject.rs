//! The subject of a verb of saying: a name, what a pronoun stands for, or the words themselves.

use std::ops::Range;

use super::super::Text;
use super::Persons;
use crate::extract::name::{Name, has, within};
use crate::lexicon::{Gender, Sense, Word};
use crate::text::{Token, TokenKind};

/// Who speaks, as far as the words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject<'t> {
    /// "Tess Moor", "a senior official".
    Speaker(&'t str),
    /// "I", "they", a "she" of whom nothing is known: somebody.
    Somebody,
}

/// The most words of a description: "a senior Trump administration official in Washington".
const LONGEST_DESCRIPTION: usize = 9;

/// The subject before a verb: "Mayor Tess Moor, who was there, [said]", "a senior official [told]".
pub(super) fn before_verb<'t>(text: &Text<'_, 't>, clause: Range<usize>, persons: &Persons<'t>) -> Option<Subject<'t>> {
    // "Reed was gone, but his mother [said]": the clause begins behind the "but".
    let joined = clause.clone().rev().find(|&at| {
        text.word(at) == ","
            && text.tokens.get(at + 1).is_some_and(|next| has(next, Sense::Parts) && !has(next, Sense::Relative))
    });
    let own = joined.map(|comma| comma + 2..clause.end).filter(|own| !own.is_empty());
    if let Some(subject) = own.and_then(|own| before_verb(text, own, persons)) {
        return Some(subject);
    }
    let mut end = clause.end;
    while end > clause.start && is_between(text, end - 1) {
        end -= 1;
    }
    if is_passive(text, end..clause.end) {
        return None;
    }
    let last = end.checked_sub(1).filter(|last| clause.contains(last))?;
    if let Some(subject) = pronoun(text, clause.start..last, text.word(last), persons) {
        return Some(subject);
    }
    // "Tess Moor [said]", and with a comma where what stands between describes the name.
    let described = matches!(text.word(last), "," | "who");
    let comma = last.checked_sub(1).filter(|&at| text.word(last) == "who" && text.word(at) == ",").unwrap_or(last);
    let closed = if described { comma } else { end };
    let beside = names_in(text, clause.start..closed).next_back();
    let beside = beside.filter(|name| name.tokens.end == closed && !is_common(text, name) && can_be(text, name));
    let heads_clause = |name: &&Name| {
        persons.is_person(text, name)
            && can_be(text, name)
            && heads(text, name, end)
            && begins_clause(text, name, clause.start)
    };
    let heading = names_in(text, clause.start..end).find(heads_clause);
    let named = if described { heading.or(beside) } else { beside.or(heading) };
    if let Some(name) = named {
        return Some(Subject::Speaker(text.text(&name.tokens)));
    }
    if matches!(text.word(last), "and" | "but" | "then" | "or") {
        return first(text, clause, persons);
    }
    let comma = (clause.start..closed).rev().find(|&at| text.word(at) == ",").map_or(clause.start, |at| at + 1);
    let comma_after = (clause.start..closed).find(|&at| text.word(at) == ",").unwrap_or(closed);
    description(text, comma..closed)
        .or_else(|| description(text, clause.start..comma_after))
        .map(Subject::Speaker)
        .or_else(|| pronoun(text, clause.start..clause.start, text.word(clause.start), persons))
}

/// The subject after a verb: "[said] Mayor Tess Moor, a Democrat", "[reads] the inscription on the tin".
pub(super) fn after_verb<'t>(text: &Text<'_, 't>, clause: Range<usize>, persons: &Persons<'t>) -> Option<Subject<'t>> {
    let first = clause.start;
    if let Some(subject) = pronoun(text, first..first, text.word(first), persons) {
        return Some(subject);
    }
    let end = clause.clone().find(|&at| ends_phrase(text, at)).unwrap_or(clause.end);
    // A name that the phrase ends with: "the council leader Tess Moor"; or set off: "the leader, Tess Moor,".
    let last = names_in(text, first..end).next_back().filter(|name| name.tokens.end == end && can_be(text, name));
    let apposed =
        names_in(text, end..clause.end).next().filter(|name| text.word(end) == "," && name.tokens.start == end + 1);
    let opening = names_in(text, first..end).next().filter(|name| {
        let title = name.title.as_ref().and_then(|title| title.tokens()).map_or(name.tokens.start, |title| title.start);
        title.min(name.tokens.start) == first && !is_common(text, name)
    });
    let named = last.or(apposed).or(opening).map(|name| text.text(&name.tokens));
    named.or_else(|| description(text, first..end)).map(Subject::Speaker)
}

/// The first name of a clause that can be its subject.
pub(super) fn first<'t>(text: &Text<'_, 't>, clause: Range<usize>, persons: &Persons<'t>) -> Option<Subject<'t>> {
    let named = names_in(text, clause.clone()).find(|name| persons.is_person(text, name) && can_be(text, name));
    named
        .map(|name| Subject::Speaker(text.text(&name.tokens)))
        .or_else(|| clause.clone().find_map(|at| pronoun(text, clause.start..at, text.word(at), persons)))
}

/// The first name in a stretch.
pub(super) fn first_name<'t>(text: &Text<'_, 't>, stretch: Range<usize>) -> Option<&'t str> {
    names_in(text, stretch).next().map(|name| text.text(&name.tokens))
}

/// Whether a name can be a subject: no preposition before it, no possessive after it.
pub(super) fn can_be(text: &Text<'_, '_>, name: &Name) -> bool {
    let start = name.title.as_ref().and_then(|title| title.tokens()).map_or(name.tokens.start, |title| title.start);
    // "at Harvard’s Data Initiative".
    let owner = start.checked_sub(1).filter(|&at| matches!(text.word(at), "'s" | "’s"));
    let start = owner.map_or(start, |mut at| {
        while at > 0 && (text.tokens[at].glued || text.tokens[at - 1].is_capitalised()) {
            at -= 1;
        }
        at
    });
    // "in his Annual Message".
    let determined = |at: &usize| {
        [Sense::Article, Sense::Pronoun, Sense::Determiner].iter().any(|sense| has(&text.tokens[*at], *sense))
    };
    let start = start.checked_sub(1).filter(determined).unwrap_or(start);
    let governed = start.checked_sub(1).is_some_and(|at| governs(&text.tokens[at]));
    !governed && !matches!(text.word(name.tokens.end), "'s" | "’s" | "'" | "’")
}

/// "according to Tess Moor, the mayor".
pub(super) fn is_source(text: &Text<'_, '_>, name: &Name) -> bool {
    let start = name.title.as_ref().and_then(|title| title.tokens()).map_or(name.tokens.start, |title| title.start);
    let before = |back: usize| start.checked_sub(back).map_or("", |at| text.word(at));
    before(1) == "to" && before(2).eq_ignore_ascii_case("according")
}

/// Whether what follows a word is no subject: "to", "unlike", "than".
fn governs(token: &Token) -> bool {
    has(token, Sense::Preposition) || has(token, Sense::Compares) || has(token, Sense::Likens)
}

/// Whether what follows a name describes it or goes on with the clause, so that it is no mere
/// adjective: not "Trump" in "a senior Trump administration official".
fn heads(text: &Text<'_, '_>, name: &Name, end: usize) -> bool {
    let next = name.tokens.end;
    next >= end || text.tokens[next].kind == TokenKind::Symbol || has(&text.tokens[next], Sense::Function)
}

/// Whom a pronoun means: a subject named before it in its clause, else the one named last; none where
/// a word is no pronoun.
fn pronoun<'t>(text: &Text<'_, 't>, before: Range<usize>, word: &str, persons: &Persons<'t>) -> Option<Subject<'t>> {
    match word {
        "he" | "she" | "He" | "She" => {
            let gender = if matches!(word, "he" | "He") { Gender::Man } else { Gender::Woman };
            let own = names_in(text, before).rfind(|name| {
                persons.is_person(text, name) && can_be(text, name) && gender.may_be(persons.gender(text, name))
            });
            let meant = own.map(|name| text.text(&name.tokens)).or_else(|| persons.last(gender));
            Some(meant.map_or(Subject::Somebody, Subject::Speaker))
        }
        "I" | "we" | "We" | "you" | "You" | "they" | "They" => Some(Subject::Somebody),
        _ => None,
    }
}

/// "is called", "will be denied", "by saying": nobody is said to speak.
fn is_passive(text: &Text<'_, '_>, between: Range<usize>) -> bool {
    let verb = text.word(between.end);
    let last = between.end.checked_sub(1);
    let before = last.map_or("", |at| text.word(at));
    let participle = verb.ends_with("ing");
    let be = last.is_some_and(|at| has(&text.tokens[at], Sense::Be)) || matches!(before, "'s" | "’s" | "not");
    // "the number one question asked is".
    let asked = verb.ends_with("ed") && matches!(text.word(between.end + 1), "is" | "was" | "are" | "were");
    let preposition = || last.is_some_and(|at| has(&text.tokens[at], Sense::Preposition) && before != "in");
    asked || (be && !participle) || (participle && preposition())
}

/// Whether a name of one word is a word besides: "Provided", "Given".
pub(super) fn is_common(text: &Text<'_, '_>, name: &Name) -> bool {
    let first = &text.tokens[name.tokens.start];
    let naming = |sense: Sense| {
        let other =
            matches!(sense, Sense::Landmark | Sense::Month(_) | Sense::Affiliation(_) | Sense::Title | Sense::Trade);
        other || sense.is_of_a_name()
    };
    name.tokens.len() == 1 && first.word.is_some_and(|word| !word.senses().any(naming))
}

/// Whether a name stands where a clause begins: first in it, behind its office, a comma or an "and".
fn begins_clause(text: &Text<'_, '_>, name: &Name, start: usize) -> bool {
    let office = name.title.as_ref().and_then(|title| title.tokens()).map_or(name.tokens.start, |title| title.start);
    let before = office.min(name.tokens.start);
    let opener = before.checked_sub(1).filter(|&at| at >= start);
    opener.is_none_or(|at| {
        let word = text.word(at);
        matches!(word, "," | "and" | "but" | "But" | "And" | "when" | "as" | "that" | "while" | ";" | "”" | "\"")
            || (has(&text.tokens[at], Sense::Article) && at == start)
            || has(&text.tokens[at], Sense::Opener)
            || has(&text.tokens[at], Sense::Honorific)
            || text.tokens[at].is_capitalised()
    })
}

/// A word that may stand between a subject and its verb.
fn is_between(text: &Text<'_, '_>, at: usize) -> bool {
    let word = text.word(at);
    let small = !text.tokens[at].is_capitalised();
    let between = [Sense::BeforeVerb, Sense::Modal].into_iter().any(|sense| has(&text.tokens[at], sense));
    (small && between) || (word.len() > 4 && word.ends_with("ly") && !text.tokens[at].is_capitalised())
}

/// The words themselves, where they are those for somebody or something that speaks: "a senior
/// official", "the inscription on the tin", "one voter".
fn description<'t>(text: &Text<'_, 't>, words: Range<usize>) -> Option<&'t str> {
    let start = words.clone().find(|&at| !opens_clause(text, at))?;
    let words = start..words.end;
    let determined = has(&text.tokens[start], Sense::Article)
        || matches!(text.word(start), "one" | "One" | "another" | "Another")
        || text.word(start).ends_with(['\'', '\u{2019}']);
    let loose = |at: usize| {
        let token = &text.tokens[at];
        let joins = token.glued && matches!(text.word(at), "-" | "." | "'" | "’" | "'s" | "’s");
        let other = [Sense::Relative, Sense::Modal, Sense::Negation, Sense::Opens];
        (token.kind == TokenKind::Symbol && !joins) || other.into_iter().any(|sense| has(token, sense))
    };
    if !determined || words.len() > LONGEST_DESCRIPTION || words.clone().any(loose) {
        return None;
    }
    let end = words.clone().find(|&at| has(&text.tokens[at], Sense::Preposition)).unwrap_or(words.end);
    let head = end.checked_sub(1).filter(|head| *head > start)?;
    speaks(text.word(head)).then(|| text.text(&words))
}

fn opens_clause(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.word(at), "and" | "but" | "as" | "when" | "that" | "And" | "But" | "As" | "while" | "While")
}

/// Whether a noun is one for somebody or something that speaks, in either number.
fn speaks(noun: &str) -> bool {
    let singular = noun.strip_suffix('s').unwrap_or(noun);
    let speaker = |sense| {
        matches!(
            sense,
            Sense::Person
                | Sense::Title
                | Sense::Titles
                | Sense::Trade
                | Sense::Kin
                | Sense::Institution
                | Sense::Source
        )
    };
    [noun, singular].into_iter().any(|word| Word::find(word).is_some_and(|word| word.senses().any(speaker)))
}

/// Where a phrase after a verb of saying ends.
fn ends_phrase(text: &Text<'_, '_>, at: usize) -> bool {
    let token = &text.tokens[at];
    let sign = token.kind == TokenKind::Symbol && !(token.glued && matches!(text.word(at), "-" | "." | "'" | "’"));
    let stop = text.word(at) == "." && text.tokens.get(at + 1).is_none_or(|next| !next.is_capitalised());
    sign || stop
        || matches!(
            text.word(at),
            "who" | "when" | "after" | "as" | "during" | "whose" | "while" | "before" | "in" | "at" | "told"
        )
}

fn names_in<'a>(text: &'a Text<'_, '_>, stretch: Range<usize>) -> impl DoubleEndedIterator<Item = &'a Name> {
    within(text.names, &stretch).iter().filter(move |name| name.tokens.end <= stretch.end)
}
