//! The party and state after a politician's name: "D-Conn.", "(R-Texas)", ", a Connecticut Democrat".

use std::ops::Range;

use super::Office;
use crate::extract::Sentence;
use crate::extract::name::{Name, has};
use crate::lexicon::{Affiliation, OfficeClass, Sense};
use crate::text::{TokenKind, phrase_at};

/// What is said of a name by party and place, as tokens.
#[derive(Clone, Debug, Default)]
pub(super) struct Stands {
    pub(super) party: Option<Range<usize>>,
    pub(super) place: Option<Range<usize>>,
    /// All of it: "D-Conn."
    pub(super) words: Option<Range<usize>>,
    /// Where the text after it goes on; where the name ends when nothing is said.
    pub(super) end: usize,
}

/// The party or state at a token, with how many tokens it takes.
pub(super) fn at(sentence: &Sentence<'_, '_>, at: usize) -> Option<(Affiliation, usize)> {
    let found = phrase_at(sentence.prose, sentence.tokens, at, |phrase| {
        phrase.senses.iter().find_map(|sense| if let Sense::Affiliation(found) = sense { Some(*found) } else { None })
    });
    found.map(|(length, affiliation)| (affiliation, length))
}

/// Reads what follows a name that ends at `end`.
pub(super) fn after(sentence: &Sentence<'_, '_>, end: usize) -> Stands {
    let none = Stands { end, ..Stands::default() };
    match sentence.word(end) {
        "," | "(" => coded(sentence, end + 1).or_else(|| spelled_out(sentence, end + 1)).unwrap_or(none),
        _ => none,
    }
}

/// The town of a mayor behind the name: "Mayor Ana Ruiz of Harlen". Mayor Ruiz of Harlen may be another than whom the
/// house calls so.
pub(super) fn town_of(sentence: &Sentence<'_, '_>, office: &Office, name: &Name) -> Option<Range<usize>> {
    let name_end = name.tokens.end;
    let mayor = |at: usize| has(&sentence.tokens[at], Sense::OfficeClass(OfficeClass::Mayor));
    let before = office.words.end < name_end && office.words.clone().any(mayor);
    let end = (name_end + 1..sentence.range.end).find(|&at| !sentence.is_capitalised(at));
    let town = name_end + 1..end.unwrap_or(sentence.range.end);
    // "Mayor Ana Ruiz of Labour", "of Mexican descent"
    let other = |at: usize| self::at(sentence, at).is_some() || has(&sentence.tokens[at], Sense::Nationality);
    let told = sentence.word(name_end) == "of" && !town.is_empty() && !town.clone().any(other);
    (before && name.tokens.len() > 1 && told).then_some(town)
}

/// The state of an office that each state has: "Gov. Ana Ruiz of Ohio", "Ohio Sen. Ana Ruiz".
pub(super) fn state_of(sentence: &Sentence<'_, '_>, office: &Office, name_end: usize) -> Option<Range<usize>> {
    let of_a_state = |class| {
        let means = |at: usize| has(&sentence.tokens[at], Sense::OfficeClass(class));
        office.words.clone().any(means)
    };
    if !of_a_state(OfficeClass::Congress) && !of_a_state(OfficeClass::Governor) {
        return None;
    }
    let state = |start: usize| match at(sentence, start) {
        Some((Affiliation::State(_), length)) => Some(start..start + length),
        Some((Affiliation::Party(_), _)) | None => None,
    };
    let behind = || (sentence.word(name_end) == "of").then(|| state(name_end + 1)).flatten();
    // "Delaware County Rep. Ana Ruiz" is of no Delaware.
    let part = |state: &Range<usize>| {
        let next = sentence.tokens.get(state.end);
        next.is_some_and(|next| {
            has(next, Sense::Institution) && !next.text(sentence.prose).eq_ignore_ascii_case("state")
        })
    };
    let inside = office.words.clone().find_map(state).filter(|state| !part(state));
    inside.or_else(behind).filter(|state| !part(state))
}

/// "D-Conn.", "R-Ward 5", "D-TX": a party's code, a hyphen and a place.
fn coded(sentence: &Sentence<'_, '_>, start: usize) -> Option<Stands> {
    let (Affiliation::Party(_), length) = at(sentence, start)? else { return None };
    let hyphen = start + length;
    let joins = matches!(sentence.word(hyphen), "-" | "–" | "‑" | "." | "/") && sentence.tokens[hyphen].glued;
    let party = start..hyphen;
    if !joins {
        // "(R)", "(Lab)", ", R,".
        // "Yes, I, too": a bare letter is a party's between commas only where it is no word.
        let word = sentence.word(start - 1) == "," && sentence.word(start) == "I";
        let closed = !word && sentence.tokens.get(hyphen).is_none_or(|next| next.kind == TokenKind::Symbol);
        return closed.then_some(Stands { party: Some(party.clone()), place: None, words: Some(party), end: hyphen });
    }
    let place = place(sentence, hyphen + 1)?;
    let words = start..place.end;
    Some(Stands { party: Some(party), end: place.end, place: Some(place), words: Some(words) })
}

/// "Conn.", "North Carolina", "Ward 5", "Leeds East": to the next sign.
fn place(sentence: &Sentence<'_, '_>, start: usize) -> Option<Range<usize>> {
    if let Some((Affiliation::State(_), length)) = at(sentence, start) {
        return Some(start..start + length);
    }
    let ends = |at: &usize| {
        let token = &sentence.tokens[*at];
        let goes_on = token.kind == TokenKind::Number || token.is_capitalised();
        let stop = token.is_sign(sentence.prose, '.') && token.glued && *at == start + 1;
        !goes_on && !stop
    };
    let end = (start..sentence.range.end).take(4).find(ends).unwrap_or((start + 4).min(sentence.range.end));
    (end > start && sentence.tokens[start].kind == TokenKind::Word).then_some(start..end)
}

/// "a Democrat who …", "a Connecticut Democrat", "a Republican from Ohio".
fn spelled_out(sentence: &Sentence<'_, '_>, start: usize) -> Option<Stands> {
    if !matches!(sentence.word(start), "a" | "an" | "the") {
        return None;
    }
    let mut party = start + 1;
    let before = match at(sentence, party) {
        Some((Affiliation::State(_), length)) => {
            party += length;
            Some(start + 1..party)
        }
        Some((Affiliation::Party(_), _)) | None => None,
    };
    let (Affiliation::Party(_), length) = at(sentence, party)? else { return None };
    let end = party + length;
    let closed = sentence.tokens.get(end).is_none_or(|next| {
        next.kind == TokenKind::Symbol
            || matches!(next.text(sentence.prose), "who" | "from" | "and" | "of" | "representing")
    });
    if !closed {
        return None;
    }
    let from = (sentence.word(end) == "from").then(|| place(sentence, end + 1)).flatten();
    let last = from.as_ref().map_or(end, |place| place.end);
    Some(Stands { party: Some(party..end), place: before.or(from), words: Some(start + 1..last), end: last })
}
