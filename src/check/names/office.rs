//! Offices in time: whether a person holds, held or never held what the draft calls them.

use std::borrow::Cow;

use jiff::civil;

use super::class::Said;
use super::people::folded;
use super::told::Told;
use crate::claim::{Role, Tenure};
use crate::lexicon::{Affiliation, Sense, Word};
use crate::reference::{Person, RoleHeld};
use crate::value::Date;

/// What the reference says of an office.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Opinion {
    /// Nothing.
    None,
    /// It is so.
    Held,
    /// They hold another office of the same class, by any of these names.
    Rival { held: Vec<String> },
    /// They are of another party or place.
    Stands { said: String, held: String },
    /// They held it at another time.
    OtherTime { held: String },
}

/// When an office is said to be held.
#[derive(Clone, Copy, Debug)]
pub(super) struct Time<'a> {
    /// The draft's date.
    pub(super) now: civil::Date,
    /// The dates in the sentence, or before it, one of which may be meant.
    pub(super) told: &'a Told,
    pub(super) manner: Manner,
}

/// Beyond so many years after its end an office is told as history: "Jefferson, the president, bought".
const HISTORY: i16 = 20;

/// Beyond so many calendar years a title before a name is a courtesy: "President Obama's library".
const COURTESY: i16 = 4;

/// How a draft says an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// Right before the name: "President Obama".
    Title,
    /// "the president, Barack Obama".
    Told,
}

/// Holds what a draft says of a person's office against the offices on record.
pub(super) fn judge(role: &Role<'_>, person: &Person, time: Time<'_>) -> Opinion {
    let said = Said::of(&office_of(role));
    let named: Vec<&RoleHeld> = person.roles.iter().filter(|held| said.names(held)).collect();
    let in_force = |held: &&RoleHeld| holds_on(held, time.now);
    let current = named.iter().copied().find(in_force);
    let told = time
        .told
        .own
        .iter()
        .chain(&time.told.earlier)
        .any(|&day| day < time.now && named.iter().any(|held| holds_on(held, day)));
    let explicit = says_former(&role.role);
    let opinion = match role.tenure {
        Tenure::Current | Tenure::Acting => match current {
            Some(_) => Opinion::Held,
            None if told => Opinion::Held,
            None => without_office(&named, role, (&said, person), time),
        },
        Tenure::Former => match (current, named.iter().any(|held| is_over(held, time.now))) {
            (Some(held), false) if explicit => Opinion::OtherTime { held: holds_still(held) },
            (_, true) | (Some(_), false) => Opinion::Held,
            (None, false) => Opinion::None,
        },
        Tenure::Elect => match (current, named.first()) {
            (Some(held), _) if held.from.is_some_and(|from| from.days().is_some()) => {
                Opinion::OtherTime { held: holds_still(held) }
            }
            (None, Some(held)) if begins_after(held, time.now) => Opinion::Held,
            (_, _) => Opinion::None,
        },
    };
    let standing = current.or_else(|| person.roles.iter().find(in_force));
    match (&opinion, standing.and_then(|held| stands_apart(role, held))) {
        (Opinion::Held | Opinion::None, Some(apart)) if role.tenure != Tenure::Former => apart,
        (Opinion::None, None) if standing.is_some_and(|held| stands_alike(role, held)) => Opinion::Held,
        _ => opinion,
    }
}

/// The office with the town that stands behind the name: "Mayor of Harlen" of "Mayor Ana Ruiz of Harlen".
pub(super) fn office_of<'r>(role: &'r Role<'_>) -> Cow<'r, str> {
    match role.place.as_deref().filter(|_| role.party.is_none() && Said::of(&role.role).is_of_town()) {
        Some(town) => Cow::Owned(format!("{} of {town}", role.role)),
        None => Cow::Borrowed(&role.role),
    }
}

/// An office that nobody on record holds now under this name: over, not begun, or another's.
fn without_office(named: &[&RoleHeld], role: &Role<'_>, (said, person): (&Said, &Person), time: Time<'_>) -> Opinion {
    let past = time.told.own.iter().any(|&day| day < time.now);
    let history = person.died.is_some_and(|died| died < time.now);
    if let Some(held) = named.iter().find(|held| is_over(held, time.now)) {
        let kept = match time.manner {
            Manner::Title => COURTESY,
            Manner::Told => HISTORY,
        };
        // Nobody is called by an old office by courtesy who holds another of its kind, or one of state; nor by one that
        // is none of state, "deputy prosecutor", who has another.
        let mut current = person.roles.iter().filter(|other| holds_on(other, time.now));
        let courtesy = Said::is_of_state(held);
        let busy = time.manner == Manner::Title
            && current.any(|other| !courtesy || said.rivals(other) || Said::is_of_state(other));
        let long_ago = !busy && held.until.and_then(Date::year).is_some_and(|year| time.now.year() - year > kept);
        if long_ago || history {
            return Opinion::Held;
        }
        // "was elected in 2012": a date before the end may be another event of that time.
        if told_before(held, time) {
            return Opinion::None;
        }
        let until = held.until.map_or_else(String::new, |until| format!(" until {until}"));
        return Opinion::OtherTime { held: format!("{} was {}{until}", person.name, office_name(held)) };
    }
    if let Some(held) = named.iter().find(|held| begins_after(held, time.now)) {
        let from = held.from.map_or_else(String::new, |from| format!(" from {from}"));
        return Opinion::OtherTime { held: format!("{} is {} only{from}", person.name, office_name(held)) };
    }
    if past || history || role.tenure == Tenure::Acting {
        return Opinion::None;
    }
    let rival = person.roles.iter().filter(|held| holds_on(held, time.now)).find(|held| said.rivals(held));
    rival.map_or(Opinion::None, |held| Opinion::Rival { held: held.role.clone() })
}

/// Whether a date in the sentence is past and not after the end of an office.
fn told_before(held: &RoleHeld, time: Time<'_>) -> bool {
    let end = held.until.and_then(Date::days).map(|(_, last)| last);
    time.told.own.iter().any(|&day| day < time.now && end.is_none_or(|end| day <= end))
}

fn office_name(held: &RoleHeld) -> &str {
    held.role.first().map_or("", String::as_str)
}

fn holds_still(held: &RoleHeld) -> String {
    let since = held.from.map_or_else(String::new, |from| format!(" since {from}"));
    format!("{}{since}", office_name(held))
}

fn holds_on(held: &RoleHeld, day: civil::Date) -> bool {
    !begins_after(held, day) && !is_over(held, day)
}

fn begins_after(held: &RoleHeld, day: civil::Date) -> bool {
    held.from.and_then(Date::days).is_some_and(|(first, _)| first > day)
}

fn is_over(held: &RoleHeld, day: civil::Date) -> bool {
    held.until.and_then(Date::days).is_some_and(|(_, last)| last < day)
}

/// Whether the words themselves say that an office is over.
fn says_former(role: &str) -> bool {
    let folded = folded(role);
    let first = folded.split(' ').next().unwrap_or_default();
    matches!(first, "former" | "ex" | "onetime") || folded.starts_with("ex-")
}

/// A party or place that is not the one on record.
fn stands_apart(role: &Role<'_>, held: &RoleHeld) -> Option<Opinion> {
    let differs = |said: Option<&str>, held: Option<&str>| {
        let (said, held) = (said?, held?);
        (!alike(said, held)?).then(|| Opinion::Stands { said: said.to_owned(), held: held.to_owned() })
    };
    differs(role.party.as_deref(), held.party.as_deref())
        .or_else(|| differs(role.place.as_deref(), held.place.as_deref()))
}

/// Whether the party or place that is said is the one on record.
fn stands_alike(role: &Role<'_>, held: &RoleHeld) -> bool {
    let same = |said: Option<&str>, held: Option<&str>| {
        said.zip(held).is_some_and(|(said, held)| alike(said, held) == Some(true))
    };
    same(role.party.as_deref(), held.party.as_deref()) || same(role.place.as_deref(), held.place.as_deref())
}

/// Whether two names of a party or place mean the same; none where they are of different kinds.
fn alike(said: &str, held: &str) -> Option<bool> {
    match (affiliation(said), affiliation(held)) {
        (Some(Affiliation::Party(left)), Some(Affiliation::Party(right)))
        | (Some(Affiliation::State(left)), Some(Affiliation::State(right))) => Some(left == right),
        (None, None) => {
            let (said, held) = (folded(said), folded(held));
            let first = |text: &str| text.split(' ').next().map(str::to_owned);
            if said == held || said.contains(&held) || held.contains(&said) {
                return Some(true);
            }
            (first(&said) == first(&held)).then_some(false)
        }
        (_, _) => None,
    }
}

/// The party or state of a name: "Conn.", "conn", "Connecticut", "CT".
fn affiliation(name: &str) -> Option<Affiliation> {
    let mut words = name.split_whitespace();
    let first = words.next()?;
    let bare = first.trim_end_matches('.');
    let phrases = Word::find(first).or_else(|| Word::find(bare)).map_or(&[][..], Word::phrases);
    let rest: Vec<&str> = words.collect();
    let fits = phrases.iter().filter(|phrase| {
        let own: Vec<&&str> = phrase.rest.iter().filter(|word| **word != ".").collect();
        own.len() == rest.len()
            && own.iter().zip(&rest).all(|(own, word)| own.eq_ignore_ascii_case(word.trim_end_matches('.')))
    });
    fits.flat_map(|phrase| phrase.senses)
        .find_map(|sense| if let Sense::Affiliation(found) = sense { Some(*found) } else { None })
}
