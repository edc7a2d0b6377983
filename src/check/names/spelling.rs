//! Misspelled names: those that the house lists, and near-misses of a full name one part of which
//! is right. Another person's name is nobody's misspelling.

use std::ops::Range;

use super::people::{Known, Part, People, folded, name_words};
use super::person_of;
use super::sound::skeleton;
use crate::lexicon::{Sense, Word};
use crate::reference::Reference;

/// A name that is not spelled as the house spells it.
#[derive(Debug)]
pub(super) struct Slip {
    /// The bytes of the name that hold it.
    pub(super) written: Range<u32>,
    /// The right spelling.
    pub(super) right: String,
    pub(super) fact: usize,
    pub(super) kind: Kind,
    pub(super) likelihood: Likelihood,
}

/// How likely it is that nobody else is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likelihood {
    /// Listed by the house, or it sounds the same: "Steve Witcoff".
    Sure,
    /// A letter off.
    Near,
    /// A surname alone, a letter off one that the draft has right nearby ("Brandson" beside "Brandsen"): it is told, and not
    /// put right unasked.
    Beside,
    /// A letter off, and the other part is as common as "John": only where an office stands with it.
    WithOffice,
    /// A last letter off ("Theodor"), or no other part: only where their own office or age stands with it.
    WithOwnOffice,
    /// Another given name ("Marion" for "Marian"), a letter of a short surname ("Fray"), or its vowels ("Albrite"): only
    /// where an office or age tells that nobody else is meant.
    WithProof,
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Letters,
    Accents,
    Capitals,
}

/// The shortest word that may be taken for another with one letter changed.
const SHORTEST: usize = 5;
/// The shortest that may be where more speaks for it.
const SHORTEST_WITH_PROOF: usize = 4;
/// The shortest that may be with two.
const SHORTEST_FOR_TWO: usize = 9;

/// Judges the spelling of a name as it stands in the draft.
pub(super) fn judge(name: &str, people: &People, reference: &Reference) -> Option<Slip> {
    if people.knows(name) {
        return without_marks(name, people, reference).or_else(|| in_the_middle(name, people));
    }
    listed(name, people).or_else(|| near(name, people))
}

/// "Ursula van der Leyen" for "von der Leyen", "Carmen Ortis Vega" for "Ortiz Vega": first and last are
/// right, and one word between them is not.
fn in_the_middle(name: &str, people: &People) -> Option<Slip> {
    let words: Vec<String> = name_words(name).into_iter().map(folded).collect();
    let [first, middle @ .., last] = &words[..] else { return None };
    if middle.is_empty() || people.is_exact(name) {
        return None;
    }
    let own = people.with_word(last).filter(|known| known.first.word == *first && known.last.word == *last);
    let mut slips = own.filter(|known| {
        let right: Vec<String> = name_words(&known.name).into_iter().map(folded).collect();
        let right = right.get(1..right.len() - 1).unwrap_or_default();
        let wrong = || middle.iter().zip(right).filter(|(written, right)| written != right);
        right.len() == middle.len()
            && wrong().count() == 1
            && wrong().all(|(written, right)| is_slip_inside(written, right))
    });
    let known = slips.next().filter(|_| slips.next().is_none())?;
    Some(Slip {
        written: 0..length(name),
        right: known.name.clone(),
        fact: known.fact as usize,
        kind: Kind::Letters,
        likelihood: Likelihood::Sure,
    })
}

/// Whether a word inside a name is another misspelled: "Ortis", or "van" where it is "von".
fn is_slip_inside(written: &str, right: &str) -> bool {
    let particle = |word: &str| Word::find(word).is_some_and(|word| word.is(Sense::Particle));
    let heard = written.len().min(right.len()) >= SHORTEST && Part::of(written).sound == Part::of(right).sound;
    (particle(written) && particle(right)) || heard || is_slip(written, right)
}

/// "Lucia Reyes" for "Lucía Reyes", "chris Murphy" for "Chris Murphy".
fn without_marks(name: &str, people: &People, reference: &Reference) -> Option<Slip> {
    let fact = people.find(name)?;
    let person = person_of(&reference.facts[fact])?;
    let right = std::iter::once(&person.name).chain(&person.aliases).find(|own| folded(own) == folded(name))?;
    let has_accents = |text: &str| text.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    let small = |word: &str| word.starts_with(char::is_lowercase);
    let mut pairs = name.split_whitespace().zip(right.split_whitespace());
    let kind = if has_accents(right) && !has_accents(name) {
        Kind::Accents
    } else if pairs.any(|(written, right)| small(written) && !small(right)) {
        Kind::Capitals
    } else {
        return None;
    };
    Some(Slip { written: 0..length(name), right: right.clone(), fact, kind, likelihood: Likelihood::Sure })
}

/// "Adeyami" for "Adeyemi": a surname alone, a vowel or a sound off that of one person; the office that
/// stands with it must tell whether they are meant.
pub(super) fn surname(name: &str, people: &People) -> Option<Slip> {
    let written = Part::of(name);
    let means_more = Word::find(&written.word).is_some();
    if name.contains(char::is_whitespace)
        || written.word.len() < SHORTEST
        || means_more
        || people.knows(name)
        || people.with_word(&written.word).next().is_some()
    {
        return None;
    }
    let slip = |known: &&Known| {
        let right = &known.last;
        right.word != written.word && (is_slip(&written.word, &right.word) || right.sound == written.sound)
    };
    let mut near = people.sounding_like(&written.word).filter(slip);
    let known = near.next().filter(|known| near.all(|other| other.fact == known.fact))?;
    let right = known.name.split_whitespace().find(|word| folded(word) == known.last.word)?.to_owned();
    let (fact, kind) = (known.fact as usize, Kind::Letters);
    let likelihood = if known.last.sound == written.sound { Likelihood::Sure } else { Likelihood::WithOwnOffice };
    Some(Slip { written: 0..length(name), right, fact, kind, likelihood })
}

/// A spelling that the house lists as wrong, alone or as part of the name.
fn listed(name: &str, people: &People) -> Option<Slip> {
    let starts = std::iter::once(0).chain(name.match_indices(' ').map(|(at, _)| at + 1));
    for start in starts {
        let tail = &name[start..];
        if let Some((fact, right)) = people.misspelling(tail) {
            return Some(Slip {
                written: length(&name[..start])..length(name),
                right: right.to_owned(),
                fact,
                kind: Kind::Letters,
                likelihood: Likelihood::Sure,
            });
        }
    }
    None
}

/// "Marko Rubio", "Steve Witcoff": one part right, the other a letter or a sound away.
fn near(name: &str, people: &People) -> Option<Slip> {
    let words = name_words(name);
    let (first, last) = (Part::of(words.first()?), Part::of(words.last().filter(|_| words.len() > 1)?));
    let same_last = people.with_word(&last.word).filter(|known| known.last.word == last.word);
    let same_last = same_last.filter_map(|known| Some((known, slip_of_given(&first, &known.first)?)));
    let same_first = people.with_word(&first.word).filter(|known| known.first.word == first.word);
    let same_first = same_first.filter_map(|known| Some((known, slip_of_surname(&last, (&first, &known.last))?)));
    // "John S. Reed" is not the John Reed on record: an initial tells them apart.
    let initials =
        |text: &str| text.split_whitespace().filter(|word| word.ends_with('.')).map(folded).collect::<Vec<_>>();
    let own = initials(name);
    let found: Vec<(&Known, Likelihood)> = same_last
        .chain(same_first)
        .filter(|(known, _)| own.is_empty() || own.iter().all(|initial| initials(&known.name).contains(initial)))
        .collect();
    let (known, likelihood) = *found.iter().min_by_key(|(_, likelihood)| *likelihood)?;
    // As near to two people: no telling whose.
    let single = found.iter().all(|(other, far)| other.fact == known.fact || *far > likelihood);
    single.then(|| Slip {
        written: 0..length(name),
        right: known.name.clone(),
        fact: known.fact as usize,
        kind: Kind::Letters,
        likelihood,
    })
}

/// How likely a surname is another misspelled, after this given name.
fn slip_of_surname(written: &Part, (given, right): (&Part, &Part)) -> Option<Likelihood> {
    let means = |part: &Part, sense| Word::find(&part.word).is_some_and(|word| word.is(sense));
    // "John Smyth" may well be somebody else than John Smith.
    let another = means(written, Sense::Surname);
    // "Tan Wei-ling" may be the sister of Tan Wei-ming: behind a family name stands a given one.
    if means(given, Sense::FamilyName) && (written.sound == right.sound || is_slip(&written.word, &right.word)) {
        return Some(Likelihood::WithOwnOffice);
    }
    if written.sound == right.sound && !another {
        return Some(Likelihood::Sure);
    }
    if written.sound != right.sound && !is_slip(&written.word, &right.word) {
        return is_slip_with_proof(written, right).then_some(Likelihood::WithProof);
    }
    Some(if another || means(given, Sense::GivenName) { Likelihood::WithOffice } else { Likelihood::Near })
}

/// Whether one word is the other misspelled.
pub(super) fn is_slip(written: &str, right: &str) -> bool {
    let shortest = written.len().min(right.len());
    let first_alike = written.chars().next() == right.chars().next();
    // A letter takes one byte; where it takes more, the letters are counted.
    let apart = written.len().abs_diff(right.len()) > 2 && written.is_ascii() && right.is_ascii();
    if !first_alike || apart {
        return false;
    }
    let distance = strsim::osa_distance(written, right);
    (distance == 1 && shortest >= SHORTEST) || (distance == 2 && shortest >= SHORTEST_FOR_TWO)
}

/// "Fray" for "Frey", "Albrite" for "Albright": whether a short surname is a letter off another, or has its consonants.
fn is_slip_with_proof(written: &Part, right: &Part) -> bool {
    let shortest = written.word.len().min(right.word.len());
    let first_alike = written.word.chars().next() == right.word.chars().next();
    let near = shortest >= SHORTEST_WITH_PROOF && strsim::osa_distance(&written.word, &right.word) == 1;
    let heard = || shortest >= SHORTEST && skeleton(&written.word) == skeleton(&right.word);
    first_alike && (near || heard())
}

/// How likely a given name is another misspelled: one letter often makes another name of one, "Maria"
/// and "Mario", "Joan" and "John".
fn slip_of_given(written: &Part, right: &Part) -> Option<Likelihood> {
    if written.sound == right.sound {
        return Some(Likelihood::Sure);
    }
    let (written, right) = (&*written.word, &*right.word);
    let another = || Word::find(written).is_some_and(|word| word.is(Sense::GivenName));
    let same_end = written.chars().next_back() == right.chars().next_back();
    // "Theodor" may be somebody else than Theodore, as "Maria" is than Mario.
    let likelihood = match (another(), same_end) {
        (true, _) => Likelihood::WithProof,
        (false, true) => Likelihood::Near,
        (false, false) => Likelihood::WithOwnOffice,
    };
    is_slip(written, right).then_some(likelihood)
}

fn length(text: &str) -> u32 {
    crate::span::offset(text.len())
}
