//! Roles: a named person with an office, trade, party or state: "Secretary of State Marco Rubio".

mod after;
mod affiliation;
mod before;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use super::name::{Name, Title, has};
use super::{Candidate, Sentence};
use crate::claim::{ClaimKind, Role, Tenure, Value};
use crate::lexicon::{Affiliation, Sense};
use affiliation::Stands;

/// An office as its words stand in a sentence.
#[derive(Clone, Debug)]
struct Office {
    /// The words, determiner left out: "special U.S. envoy".
    words: Range<usize>,
    tenure: Tenure,
}

/// Proposes every named person with an office before or after the name.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    let mut shared: Option<Office> = None;
    for (index, name) in sentence.names.iter().enumerate() {
        let before = match &name.title {
            // "under Presidents …" tells when, not who they are.
            Some(Title::Offices(title)) if title.start > 0 && sentence.word(title.start - 1) == "under" => None,
            // "Scientists Consider Robots": an office of several names more than one.
            Some(Title::Offices(_)) if !goes_on(sentence, name.tokens.end) => None,
            Some(Title::Office(title) | Title::Offices(title)) => before::office(sentence, name, title),
            Some(Title::Honorific) | None => shared.take().filter(|_| before::shares(sentence, index)),
        };
        let several = before.is_some() && matches!(name.title, Some(Title::Offices(_)) | None);
        shared = before.clone().filter(|_| several);
        let stands = affiliation::after(sentence, name.tokens.end);
        let office = before.or_else(|| apposed(sentence, name)).or_else(|| after::office(sentence, name, stands.end));
        let holders = if several { Holders::Several } else { Holders::One };
        candidates.extend(role(sentence, name, (office, holders), stands));
    }
}

/// The office before a comma and the name; the state of a town has none: "a teacher in the Jackson, Ohio, schools".
fn apposed(sentence: &Sentence<'_, '_>, name: &Name) -> Option<Office> {
    let start = name.tokens.start;
    let town = start > 1 && sentence.word(start - 1) == "," && sentence.is_capitalised(start - 2);
    let is_state = |(found, _)| matches!(found, Affiliation::State(_));
    if town && name.tokens.len() == 1 && affiliation::at(sentence, start).is_some_and(is_state) {
        return None;
    }
    before::apposed(sentence, name)
}

/// Whether another name may follow: "Senators Ruiz and Lee", "Reps. Ana Ruiz (D-Ohio) and …".
fn goes_on(sentence: &Sentence<'_, '_>, end: usize) -> bool {
    matches!(sentence.word(end), "," | "and" | "&" | "or" | "(")
}

/// How many people the words of an office speak of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holders {
    One,
    Several,
}

/// The claim, where anything at all is said of the name.
fn role<'t>(
    sentence: &Sentence<'_, 't>,
    name: &Name,
    (office, holders): (Option<Office>, Holders),
    stands: Stands,
) -> Option<Candidate<'t>> {
    let words = office.as_ref().map(|office| office.words.clone()).or_else(|| stands.words.clone())?;
    // "Subparagraph (D) is amended"
    let first = name.tokens.start == sentence.range.start && name.tokens.len() == 1;
    if first && office.is_none() && name.title.is_none() && stands.place.is_none() {
        return None;
    }
    // "the deputy director of The Lab": what stands behind a preposition says nothing of parties.
    let title =
        words.start..words.clone().find(|&at| has(&sentence.tokens[at], Sense::Preposition)).unwrap_or(words.end);
    let within = |wanted: fn(&Affiliation) -> bool| {
        title.clone().find(|&at| affiliation::at(sentence, at).is_some_and(|(found, _)| wanted(&found)))
    };
    let place = office.as_ref().and_then(|office| {
        let state = affiliation::state_of(sentence, office, name.tokens.end);
        state.or_else(|| affiliation::town_of(sentence, office, name))
    });
    let party = stands.party.or_else(|| within(|found| matches!(found, Affiliation::Party(_))).map(|at| at..at + 1));
    let text = |range: Range<usize>| Cow::Borrowed(sentence.text(&range));
    Some(Candidate {
        kind: ClaimKind::Role,
        core: name.tokens.clone(),
        whole: name.tokens.clone(),
        value: Value::Role(Role {
            name: text(name.tokens.clone()),
            role: Cow::Borrowed(match holders {
                Holders::One => sentence.text(&words),
                Holders::Several => singular(sentence.text(&words)),
            }),
            tenure: office.map_or(Tenure::Current, |office| office.tenure),
            party: party.map(text),
            place: stands.place.or(place).map(text),
        }),
        of: None,
        figures: Vec::new(),
    })
}

/// "Presidents George W. Bush and Barack Obama" were each a president.
fn singular(offices: &str) -> &str {
    offices.trim_end_matches('.').trim_end_matches('s')
}

/// How an office is held by one of its words.
fn tenure_of(sentence: &Sentence<'_, '_>, words: &Range<usize>) -> Tenure {
    words.clone().find_map(|at| tenure_at(sentence, at)).unwrap_or_default()
}

/// "former", "acting", "elect"; "by then Mayor Orme" tells when something was.
fn tenure_at(sentence: &Sentence<'_, '_>, at: usize) -> Option<Tenure> {
    let timed = |before: usize| has(&sentence.tokens[before], Sense::Preposition);
    if sentence.is_word(at, "then") && sentence.before(at).is_some_and(timed) {
        return None;
    }
    sentence
        .tokens
        .get(at)?
        .word?
        .senses()
        .find_map(|sense| if let Sense::Tenure(tenure) = sense { Some(tenure) } else { None })
}
