//! The subject of a verb of saying: a name, what a pronoun stands for, or the words themselves.

use std::ops::Range;

use super::super::Text;
use super::Persons;
use crate::extract::name::{Name, has, within};
use crate::lexicon::Sense;
use crate::text::TokenKind;

/// The subject before a verb: "Mayor Tess Moor, who was there, [said]", "a senior official [told]".
pub(super) fn before_verb<'t>(text: &Text<'_, 't>, clause: Range<usize>, persons: &Persons<'t>) -> Option<&'t str> {
    let mut end = clause.end;
    while end > clause.start && is_between(text, end - 1) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|last| clause.contains(last))?;
    if is_pronoun(text.word(last)) {
        return pronoun(text, clause.start..last, persons);
    }
    // "Tess Moor [said]", and with a comma where what stands between describes the name.
    let described = text.word(last) == ",";
    let closed = if described { last } else { end };
    let beside = names_in(text, clause.start..closed).next_back().filter(|name| name.tokens.end == closed);
    let heading = names_in(text, clause.start..end).find(|name| can_be(text, name) && heads(text, name, end));
    let named = if described { heading.or(beside) } else { beside.or(heading) };
    if let Some(name) = named {
        return Some(text.text(&name.tokens));
    }
    if matches!(text.word(last), "and" | "but" | "then" | "or") {
        return first(text, clause, persons);
    }
    noun_phrase(text, clause.start..closed)
}

/// The subject after a verb: "[said] Mayor Tess Moor, a Democrat", "[reads] the inscription on the tin".
pub(super) fn after_verb<'t>(text: &Text<'_, 't>, clause: Range<usize>, persons: &Persons<'t>) -> Option<&'t str> {
    let first = clause.start;
    if is_pronoun(text.word(first)) {
        return pronoun(text, first..first, persons);
    }
    let end = clause.clone().find(|&at| ends_phrase(text, at)).unwrap_or(clause.end);
    // A name that the phrase ends with: "the council leader Tess Moor"; or set off: "the leader, Tess Moor,".
    if let Some(name) = names_in(text, first..end).next_back().filter(|name| name.tokens.end == end) {
        return Some(text.text(&name.tokens));
    }
    let apposed =
        names_in(text, end..clause.end).next().filter(|name| text.word(end) == "," && name.tokens.start == end + 1);
    if let Some(name) = apposed {
        return Some(text.text(&name.tokens));
    }
    if let Some(name) = names_in(text, first..end).next().filter(|name| name.tokens.start == first) {
        return Some(text.text(&name.tokens));
    }
    (end > first).then(|| text.text(&(first..end)))
}

/// The first name of a clause that can be its subject.
pub(super) fn first<'t>(text: &Text<'_, 't>, clause: Range<usize>, persons: &Persons<'t>) -> Option<&'t str> {
    let named = names_in(text, clause.clone()).find(|name| persons.is_person(text, name) && can_be(text, name));
    named.map(|name| text.text(&name.tokens)).or_else(|| {
        let pronoun = clause.clone().find(|&at| is_pronoun(text.word(at)))?;
        self::pronoun(text, clause.start..pronoun, persons)
    })
}

/// Whether a name can be a subject: no preposition before it, no possessive after it.
pub(super) fn can_be(text: &Text<'_, '_>, name: &Name) -> bool {
    const PREPOSITIONS: [&str; 14] =
        ["to", "with", "by", "of", "from", "for", "in", "on", "at", "against", "about", "between", "under", "than"];
    let start = name.title.as_ref().and_then(|title| title.tokens()).map_or(name.tokens.start, |title| title.start);
    let after_preposition = start
        .checked_sub(1)
        .is_some_and(|at| PREPOSITIONS.iter().any(|preposition| text.word(at).eq_ignore_ascii_case(preposition)));
    !after_preposition && !matches!(text.word(name.tokens.end), "'s" | "’s" | "'" | "’")
}

/// Whether what follows a name describes it or goes on with the clause, so that it is no mere
/// adjective: not "Trump" in "a senior Trump administration official".
fn heads(text: &Text<'_, '_>, name: &Name, end: usize) -> bool {
    let next = name.tokens.end;
    next >= end || text.tokens[next].kind == TokenKind::Symbol || has(&text.tokens[next], Sense::Function)
}

/// Whom a pronoun means: a subject named before it in its clause, else the one named last.
fn pronoun<'t>(text: &Text<'_, 't>, before: Range<usize>, persons: &Persons<'t>) -> Option<&'t str> {
    let own = names_in(text, before).rfind(|name| persons.is_person(text, name) && can_be(text, name));
    own.map(|name| text.text(&name.tokens)).or_else(|| persons.last())
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "He" | "She" | "They")
}

/// A word that may stand between a subject and its verb.
fn is_between(text: &Text<'_, '_>, at: usize) -> bool {
    const BETWEEN: [&str; 18] = [
        "has",
        "had",
        "have",
        "also",
        "then",
        "later",
        "once",
        "often",
        "again",
        "would",
        "did",
        "is",
        "was",
        "still",
        "earlier",
        "himself",
        "herself",
        "previously",
    ];
    let word = text.word(at);
    BETWEEN.contains(&word) || (word.len() > 4 && word.ends_with("ly") && !text.tokens[at].is_capitalised())
}

/// The words themselves: from the determiner that opens them.
fn noun_phrase<'t>(text: &Text<'_, 't>, clause: Range<usize>) -> Option<&'t str> {
    let comma = clause.clone().find(|&at| matches!(text.word(at), "," | "who" | "—"));
    let end = comma.unwrap_or(clause.end);
    let opens = |at: &usize| {
        matches!(
            text.word(*at),
            "the" | "a" | "an" | "The" | "A" | "An" | "one" | "One" | "his" | "her" | "His" | "Her"
        )
    };
    let start = (clause.start..end).find(opens).unwrap_or(clause.start);
    (start < end).then(|| text.text(&(start..end)))
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
