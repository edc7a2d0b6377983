//! `name-inconsistent`: "Samuel Okafor" and "Okefor" for one person.
//!
//! Left alone: plurals, words that mean something, other people of a like name, and texts so long
//! that two people of like names may well be in them.

use std::collections::HashMap;

use crate::check::names::sound;
use crate::claim::{Claim, Value};
use crate::finding::{Finding, Mismatch, Other, Rule, Spot, Sum, Voice};
use crate::lexicon::{Sense, Word};
use crate::source::Document;
use crate::span::{Span, offset};

/// The longest text, in bytes, that is read for this.
const LONGEST: usize = 100_000;
/// The shortest surname that may be taken for another with one letter changed.
const SHORTEST: usize = 5;

/// A person of the draft, by the first and the last word of a name with an office.
struct Person<'c> {
    given: &'c str,
    surname: &'c str,
}

/// Where a spelling stands.
#[derive(Default)]
struct Places {
    spans: Vec<Span>,
    /// Whether it stands behind another name: then it is somebody else's.
    taken: bool,
    /// The names it stands behind.
    named: Vec<String>,
}

pub(super) fn find(document: &Document<'_>, claims: &[Claim<'_>], findings: &mut Vec<Finding>) {
    if document.prose.len() > LONGEST {
        return;
    }
    let people: Vec<Person<'_>> = claims.iter().filter_map(person).collect();
    let known = |word: &str| people.iter().any(|person| person.given == word);
    if people.is_empty() {
        return;
    }
    given_names(document, &people, findings);
    let places = places(document, &people);
    let mut spellings: Vec<(&str, &Places)> = places.iter().map(|(word, places)| (*word, places)).collect();
    spellings.sort_by_key(|(_, places)| places.spans[0]);
    for (written, here) in &spellings {
        let right = spellings.iter().filter(|(right, _)| is_slip(written, right));
        let mut right = right.filter(|(right, there)| is_meant(&people, (written, here), (right, there)));
        let (Some((right, there)), None) = (right.next(), right.next()) else { continue };
        let surname = |sense| matches!(sense, Sense::Surname | Sense::FamilyName);
        let means = |word: &str| Word::find(word).is_some_and(|word| !word.senses().all(surname));
        // "Ruth Okafer" is not Samuel Okafor.
        let named = !here.named.is_empty() && !there.named.is_empty();
        let apart = named && !there.named.iter().any(|name| here.named.contains(name));
        if here.taken || apart || known(written) || means(written) || means(right) {
            continue;
        }
        for span in &here.spans {
            let spot = Spot { span: *span, text: written, quoted: false };
            let other = there.spans.first().map(|span| Other { span: *span, text: (*right).to_owned() });
            let sum = Sum::Spelt { elsewhere: right, times: there.spans.len() };
            let mismatch = Mismatch { rule: Rule::NameInconsistent, spot, other, sum, voice: Voice::Asserts };
            findings.push(Finding::of_mismatch(mismatch, Vec::new()));
        }
    }
}

/// "Dmitri Pavlov" of a draft that names Dimitri Pavlov: a given name a letter off, before a surname that
/// only one person with an office has. Left alone: drafts with relatives, and names that both exist.
fn given_names(document: &Document<'_>, people: &[Person<'_>], findings: &mut Vec<Finding>) {
    let prose: &str = &document.prose;
    for (at, person) in people.iter().enumerate() {
        let known = |other: &Person<'_>| other.surname == person.surname;
        let first = people.iter().position(known) == Some(at);
        let alone = people.iter().filter(|other| known(other)).all(|other| other.given == person.given);
        if !first || !alone {
            continue;
        }
        for (start, _) in prose.match_indices(person.surname) {
            let Some(written) = word_before(prose, start).filter(|written| is_respelt(written, person.given)) else {
                continue;
            };
            let begin = start - 1 - written.len();
            let whole = !prose[start + person.surname.len()..].starts_with(char::is_alphabetic);
            let spans = (document.map.to_file(offset(begin), offset(start - 1)), whole_word(prose, person.given));
            let (Some(span), Some(right), true) = (spans.0, spans.1, whole) else { continue };
            if has_relatives(prose) {
                return;
            }
            let spot = Spot { span, text: written, quoted: false };
            let other = document.map.to_file(offset(right), offset(right + person.given.len()));
            let other = other.map(|span| Other { span, text: person.given.to_owned() });
            let sum = Sum::Spelt { elsewhere: person.given, times: 1 };
            let mismatch = Mismatch { rule: Rule::NameInconsistent, spot, other, sum, voice: Voice::Asserts };
            findings.push(Finding::of_mismatch(mismatch, Vec::new()));
        }
    }
}

/// Where a word first stands whole: "Jon" does not in "Jonas".
fn whole_word(prose: &str, word: &str) -> Option<usize> {
    let whole = |at: &usize| {
        !prose[..*at].ends_with(char::is_alphanumeric) && !prose[at + word.len()..].starts_with(char::is_alphanumeric)
    };
    prose.match_indices(word).map(|(at, _)| at).find(whole)
}

/// The word right before a byte.
fn word_before(prose: &str, start: usize) -> Option<&str> {
    let before = prose[..start].strip_suffix(' ')?;
    before.rsplit(|c: char| !c.is_alphabetic()).next().filter(|word| !word.is_empty())
}

/// Whether a given name is another misspelt: a letter off, and not two names of their own, as
/// "Catherine" and "Katherine" are.
fn is_respelt(written: &str, right: &str) -> bool {
    let given = |word| Word::find(word).is_some_and(|word| word.is(Sense::GivenName));
    let gendered = |word: Word| word.is(Sense::Feminine) || word.is(Sense::Masculine);
    let plain = Word::find(written).is_none_or(|word| word.is(Sense::GivenName) || gendered(word));
    let heard = |word: &str| sound(&word.to_lowercase());
    written.starts_with(char::is_uppercase)
        && written.len().min(right.len()) > 3
        && plain
        && strsim::osa_distance(written, right) == 1
        && !(given(written) && given(right))
        && (heard(written) == heard(right) || written.as_bytes()[0] == right.as_bytes()[0])
}

/// Whether a draft speaks of relatives, who share a surname.
fn has_relatives(prose: &str) -> bool {
    prose.split(|c: char| !c.is_alphabetic()).filter_map(Word::find).any(|word| word.is(Sense::Kin))
}

/// The person of an office, by a name of two words or more.
fn person<'c>(claim: &'c Claim<'_>) -> Option<Person<'c>> {
    let Value::Role(role) = &claim.value else { return None };
    let mut words = role.name.split_whitespace().filter(|word| !word.ends_with('.'));
    let given = words.next()?;
    let surname = words.next_back().filter(|surname| surname.len() >= SHORTEST)?;
    Some(Person { given, surname })
}

/// Every spelling in the prose that is a surname of these people or a letter off one.
fn places<'d>(document: &'d Document<'_>, people: &[Person<'_>]) -> HashMap<&'d str, Places> {
    let prose: &str = &document.prose;
    let mut initials = [false; 256];
    for person in people {
        initials[person.surname.as_bytes()[0] as usize] = true;
    }
    let bytes = prose.as_bytes();
    let mut places: HashMap<&str, Places> = HashMap::new();
    let mut at = 0;
    while at < bytes.len() {
        let begins = initials[bytes[at] as usize]
            && (at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] >= 0x80));
        if !begins {
            at += 1;
            continue;
        }
        let start = at;
        let end = prose[start..].find(|c: char| !c.is_alphabetic()).map_or(prose.len(), |length| start + length);
        let word = &prose[start..end];
        at = end.max(start + 1);
        let hyphened = prose[end..].starts_with('-') || prose[..start].ends_with(['-', '@', '/', '#', '_', '.']);
        let like = |person: &Person<'_>| person.surname == word || is_slip(word, person.surname);
        if word.len() < SHORTEST || hyphened || !people.iter().any(like) {
            continue;
        }
        let place = places.entry(word).or_default();
        let followed = prose[end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
        let named = name_before(prose, start);
        let other = named.is_some_and(|name| !people.iter().any(|person| person.given == name));
        place.taken |= other || followed || is_relative(prose, start);
        place.named.extend(named.map(str::to_owned));
        place.spans.extend(document.map.to_file(offset(start), offset(end)));
    }
    places.retain(|_, places| !places.spans.is_empty());
    places
}

/// "his brother, Daniel Okora": a name that a relative is introduced by.
fn is_relative(prose: &str, start: usize) -> bool {
    let mut words = prose[..start].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).rev();
    let mut near = words.by_ref().take(2);
    near.any(|word| Word::find(word).is_some_and(|word| word.is(Sense::Kin)))
}

/// The given name before a surname, which is no office.
fn name_before(prose: &str, start: usize) -> Option<&str> {
    let before = prose[..start].strip_suffix([' ', '\n']).unwrap_or_default();
    let word = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    let word = word.trim_start_matches(|c: char| !c.is_alphabetic());
    let capital = word.starts_with(char::is_uppercase) && word.ends_with(char::is_alphanumeric);
    let office = Word::find(word).is_some_and(|word| {
        word.senses().any(|sense| {
            matches!(
                sense,
                Sense::Title | Sense::Honorific | Sense::Function | Sense::Saying | Sense::Opens | Sense::Preposition
            )
        })
    });
    (capital && !office).then_some(word)
}

/// One letter changed, lost, added or moved, and no plural.
fn is_slip(written: &str, right: &str) -> bool {
    let plural =
        |long: &str, short: &str| long.strip_suffix('s') == Some(short) || long.strip_suffix("es") == Some(short);
    written != right
        && written.as_bytes().first() == right.as_bytes().first()
        && written.len().abs_diff(right.len()) <= 1
        && !plural(written, right)
        && !plural(right, written)
        && strsim::osa_distance(written, right) == 1
}

/// Whether one spelling is the other of one person: that of a person with an office, and the rarer
/// or later of the two.
fn is_meant(people: &[Person<'_>], (written, here): (&str, &Places), (right, there): (&str, &Places)) -> bool {
    let of = |word: &str| {
        people.iter().filter(|person| person.surname == word).map(|person| person.given).collect::<Vec<_>>()
    };
    let (own, others) = (of(written), of(right));
    // Two people with offices are one only by one given name.
    let apart = !own.is_empty() && !others.is_empty() && !own.iter().any(|given| others.contains(given));
    let rarer = (here.spans.len(), there.spans.first()) < (there.spans.len(), here.spans.first());
    !apart && rarer && !(own.is_empty() && others.is_empty())
}
