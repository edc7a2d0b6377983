//! Facts about the same thing at the same time, which say the same or contradict each other.

use std::collections::HashMap;

use jiff::civil;

use super::words::Words;
use super::{Other, Weak, Weakness};
use crate::check::admits;
use crate::check::reading::phrase::{Alternative, alternatives};
use crate::check::reading::term::{Term, Vocabulary};
use crate::claim::{Claim, ClaimKind, Value};
use crate::reference::{Entry, Fact, Form, Reference};
use crate::value::{Date, Dimension, Unit};

/// Of so many alternatives of one key each is compared; nobody writes more by hand.
const MOST: usize = 32;

/// What facts are about, and which was the first of each.
#[derive(Default)]
pub(super) struct Topics {
    first: HashMap<(Topic, Time), usize>,
}

/// When a fact holds: its `from`, `until` and `as-of`.
type Time = [Option<Date>; 3];

/// What a fact is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Topic {
    /// One way to say it, and what sort of value it has.
    Placed { subject: Vec<Term>, measure: Vec<Term>, sort: Sort },
    /// All words of a sentence but its figures.
    Told(Vec<Term>),
    /// A person.
    Named(Vec<Term>),
    /// The words of a quotation or a statement, in small letters.
    Worded(String),
}

/// What may be compared with what: a length with lengths, dead with dead.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Sort {
    kind: ClaimKind,
    dimension: Option<Dimension>,
    /// A currency is compared with itself alone.
    money: Option<&'static str>,
    /// What is counted.
    of: Option<String>,
}

/// How two facts about the same thing stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Same,
    Different,
    /// They cannot be compared, or are of other times.
    Apart,
}

impl Topics {
    /// Holds a fact against the first that is about the same, for each way to say what it is about.
    pub(super) fn hold(&mut self, reference: &Reference, index: usize, words: &Words) -> Option<Weak> {
        let fact = reference.facts.get(index)?;
        let mut found = None;
        for topic in topics(fact, words) {
            let first = *self.first.entry((topic, [fact.from, fact.until, fact.as_of])).or_insert(index);
            if first == index || found.is_some() {
                continue;
            }
            let Some(other) = reference.facts.get(first) else { continue };
            let named = || Other { id: other.id.clone(), origin: other.origin.clone() };
            found = match standing(other, fact) {
                Standing::Same => Some(("id", None, Weakness::Duplicate(named()))),
                Standing::Different => Some((fact.form.key(), None, Weakness::Conflicting(named()))),
                Standing::Apart => None,
            };
        }
        found
    }
}

/// Every way to say what a fact is about, whatever is counted and whichever of a person's names is used.
pub(super) fn subjects_of(fact: &Fact, words: &Words, vocabulary: &mut Vocabulary) -> Vec<Topic> {
    if let Form::Person(person) = &fact.form {
        let aliases = alternatives(&person.aliases, vocabulary, &mut Vec::new());
        let names = words.name.iter().cloned().chain(aliases.into_iter().map(|alias| alias.terms));
        return names.filter(|name| name.len() > 1).map(Topic::Named).collect();
    }
    let mut topics = topics(fact, words);
    for topic in &mut topics {
        if let Topic::Placed { sort, .. } = topic {
            (sort.of, sort.money) = (None, None);
        }
    }
    topics
}

/// Every way to say what a fact is about.
fn topics(fact: &Fact, words: &Words) -> Vec<Topic> {
    let placed = |sort: Sort| {
        let mut topics = Vec::new();
        let ways = |read: &[Alternative]| -> Vec<Vec<Term>> {
            // "the bridge of Tolney" is "Tolney bridge".
            let sorted = |one: &Alternative| {
                let mut terms = one.terms.clone();
                terms.sort_unstable();
                terms
            };
            let matching = read.iter().filter(|one| !words.rules_out(one));
            let ways: Vec<Vec<Term>> = matching.take(MOST).map(sorted).collect();
            if read.is_empty() { vec![Vec::new()] } else { ways }
        };
        for subject in ways(&words.subject) {
            for measure in ways(&words.measure) {
                topics.push(Topic::Placed { subject: subject.clone(), measure, sort: sort.clone() });
            }
        }
        topics
    };
    match &fact.form {
        Form::Value(stated) | Form::Date(stated) => placed(Sort::of(&stated.claim)),
        Form::Values(entries) => entries.first().map(|entry| placed(Sort::of(&entry.value.claim))).unwrap_or_default(),
        Form::Since { .. } => {
            placed(Sort { kind: ClaimKind::Duration, dimension: None, money: None, of: Some("since".to_owned()) })
        }
        Form::Sentence { .. } => {
            let names = words.wording.names.iter().flat_map(|name| &name.terms);
            let mut told: Vec<Term> = words.wording.words.iter().chain(names).copied().collect();
            told.sort_unstable();
            told.dedup();
            if told.is_empty() { Vec::new() } else { vec![Topic::Told(told)] }
        }
        Form::Person(_) => words.name.iter().cloned().map(Topic::Named).collect(),
        Form::Quote { words: text, .. } | Form::Statement { clause: text, .. } => {
            vec![Topic::Worded(text.to_lowercase())]
        }
        Form::Transcript { .. } => Vec::new(),
    }
}

impl Sort {
    fn of(claim: &Claim<'_>) -> Self {
        let unit = claim.value.quantity().and_then(|quantity| quantity.unit);
        let dimension = unit.map(Unit::dimension);
        let money = unit.filter(|unit| unit.dimension() == Dimension::Currency).map(Unit::id);
        Self { kind: claim.kind, dimension, money, of: claim.of.as_deref().map(str::to_lowercase) }
    }
}

fn standing(one: &Fact, other: &Fact) -> Standing {
    match (&one.form, &other.form) {
        (Form::Value(one) | Form::Date(one), Form::Value(other) | Form::Date(other)) => {
            compare(&one.claim, &other.claim)
        }
        (Form::Values(one), Form::Values(other)) => histories(one, other),
        (Form::Since { since, until }, Form::Since { since: other_since, until: other_until }) => {
            let same = until.is_some() == other_until.is_some();
            if same && days_meet(since.days(), other_since.days()) { Standing::Same } else { Standing::Different }
        }
        (Form::Sentence { claims, .. }, Form::Sentence { claims: others, .. }) => {
            if claims.len() != others.len() {
                return Standing::Apart;
            }
            gravest(claims.iter().zip(others).map(|(one, other)| compare(one, other)))
        }
        (Form::Person(one), Form::Person(other)) => {
            // Two people may have one name.
            let born = one.born.zip(other.born).is_none_or(|(one, other)| one == other);
            if born { Standing::Same } else { Standing::Apart }
        }
        (Form::Quote { by: one, .. }, Form::Quote { by: other, .. }) => {
            if one == other {
                Standing::Same
            } else {
                Standing::Apart
            }
        }
        (Form::Statement { holds: one, .. }, Form::Statement { holds: other, .. }) => {
            if one == other {
                Standing::Same
            } else {
                Standing::Different
            }
        }
        (_, _) => Standing::Apart,
    }
}

/// Of the values that hold from the same days.
fn histories(one: &[Entry], other: &[Entry]) -> Standing {
    let first = |entry: &Entry| entry.from.days().map(|(first, _)| first);
    // They are in order of time.
    let same_day = |entry: &Entry| one.binary_search_by_key(&first(entry), first).ok().and_then(|at| one.get(at));
    let common: Vec<Standing> =
        other.iter().filter_map(|entry| Some(compare(&same_day(entry)?.value.claim, &entry.value.claim))).collect();
    match gravest(common.iter().copied()) {
        Standing::Same if common.len() < other.len() => Standing::Apart,
        standing => standing,
    }
}

/// Different where any is, the same where all are.
fn gravest(standings: impl Iterator<Item = Standing>) -> Standing {
    let mut all = Standing::Apart;
    for (number, standing) in standings.enumerate() {
        match standing {
            Standing::Different => return Standing::Different,
            Standing::Same if number == 0 => all = Standing::Same,
            Standing::Same => {}
            Standing::Apart => return Standing::Apart,
        }
    }
    all
}

/// Two claims of one sort: the same where their roundings meet.
fn compare(one: &Claim<'_>, other: &Claim<'_>) -> Standing {
    let meets = match (&one.value, &other.value) {
        (Value::Date(one, _), Value::Date(other, _)) => one == other || days_meet(one.days(), other.days()),
        (one_value, other_value) => {
            let unit = |value: &Value<'_>| value.quantity().and_then(|quantity| quantity.unit);
            match (unit(one_value), unit(other_value)) {
                (Some(one), Some(other)) if !one.comparable(other) => return Standing::Apart,
                (_, _) => {}
            }
            let base = |claim: &Claim<'_>| {
                let admitted = admits(claim)?;
                match unit(&claim.value) {
                    Some(unit) => admitted.converted(unit.factor(), unit.offset()),
                    None => Some(admitted),
                }
            };
            match (base(one), base(other)) {
                (Some(one), Some(other)) => one.meets(other),
                (_, _) => one_value == other_value,
            }
        }
    };
    if meets { Standing::Same } else { Standing::Different }
}

/// Whether two stretches of days have one in common.
fn days_meet(one: Option<(civil::Date, civil::Date)>, other: Option<(civil::Date, civil::Date)>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.0 <= other.1 && other.0 <= one.1)
}
