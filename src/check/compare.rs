//! Whether a claim agrees with a value of a fact that is about it.

use jiff::civil;

use super::values::Figure;
use super::{time, values};
use crate::claim::{Claim, Value};
use crate::reference::{Entry, Fact, Form, Stated, Tolerance};
use crate::value::{Date, DateSpan, Interval, Quantity, Unit};

/// What a claim is held against: one value of a fact.
#[derive(Clone, Copy, Debug)]
pub(super) enum Against<'f> {
    /// A figure, date, score, rank or clock time: "1.4 million".
    Value(Held<'f>),
    /// A value that changes: the entry in force is compared.
    History(&'f [Entry]),
    /// A time that runs, and an office: dates compare with its ends, durations with its length.
    Since {
        /// When it began.
        since: Date,
        /// When it ended; none while it lasts.
        until: Option<Date>,
    },
    /// A life, for ages and dates of birth.
    Life {
        /// The day of birth.
        born: civil::Date,
        /// The day of death.
        died: Option<civil::Date>,
    },
}

/// A value as the reference has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held<'f> {
    /// What the extractor read in it.
    pub(super) claim: &'f Claim<'static>,
    /// As its author wrote it.
    pub(super) words: &'f str,
    /// Replaces the rounding rule.
    pub(super) tolerance: Option<Tolerance>,
    /// The year of a date that was written without one, where the fact tells.
    pub(super) year: Option<i16>,
}

/// Where and when a claim speaks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    /// The time it speaks of: the draft's date, or the one its clause gives.
    pub(super) at: Period,
    /// How tightly figures are rounded there.
    pub(super) rounding: Rounding,
    /// Which end of a time that runs its words ask for.
    pub(super) edge: Edge,
}

/// A stretch of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    /// The first day.
    pub(super) first: civil::Date,
    /// The last day.
    pub(super) last: civil::Date,
}

/// How tightly a figure is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rounding {
    /// Running text, tables, lists.
    Text,
    /// Titles and headings, which round harder.
    Heading,
}

/// Which end of a time that runs a date is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// "began in", "since", "born in".
    Start,
    /// "ended in", "until".
    End,
    /// Any day of it: such a date can agree with an end, but never contradicts one.
    Unsaid,
}

/// What came of holding a claim against a value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comparison<'f> {
    /// Whether they agree.
    pub(super) outcome: Outcome<'f>,
    /// The value that decided: of a history, the entry in force.
    pub(super) against: Against<'f>,
    /// The intervals compared, where figures were.
    pub(super) arithmetic: Option<Arithmetic>,
}

/// Whether a claim and a value agree.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome<'f> {
    /// They agree, at least so nearly.
    Supported(Agreement),
    /// They cannot both be right.
    Contradicted(Conflict),
    /// Right by an earlier entry, wrong by the one in force.
    Outdated {
        /// The earlier entry.
        was: &'f Entry,
        /// The entry in force.
        now: &'f Entry,
    },
    /// The fact is silent about that time.
    Silent,
}

impl Outcome<'_> {
    /// Whether they agree.
    pub(super) const fn is_supported(&self) -> bool {
        matches!(self, Self::Supported(_))
    }
}

/// How nearly a claim agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Agreement {
    /// To the letter, or within what its hedge or the fact's tolerance admits.
    Plain,
    /// When rounded.
    Rounded,
    /// Just outside what its hedge admits.
    Borderline,
    /// True, but it is far more.
    Understated,
    /// True, but it is far less.
    Overstated,
}

/// In what a claim and a value differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Conflict {
    /// The figure, rank, score or clock time.
    Value,
    /// A bound that is not meant strictly: "up to 50" where it is 60.
    LooseBound,
    /// "nearly 50" where it is 60: the wrong side.
    WrongSide,
    /// "fell 5%" where it rose.
    Direction,
    /// The currency, or per cent against points.
    Unit,
    /// The date.
    Date,
}

/// The intervals that were compared, in the claim's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Arithmetic {
    /// What the claim admits.
    pub(super) admitted: Interval,
    /// What the fact allows, its tolerance or rounding included.
    pub(super) held: Interval,
    /// What the fact says, without those.
    pub(super) nominal: Interval,
    /// The unit of all three.
    pub(super) unit: Option<Unit>,
}

impl<'f> Against<'f> {
    /// Every value of a fact that a figure or date can be held against; names, quotations and
    /// statements are compared elsewhere.
    pub(super) fn all(fact: &'f Fact) -> Vec<Self> {
        let year = [fact.as_of, fact.from].into_iter().flatten().find_map(Date::year);
        let year = year.or(fact.checked.map(civil::Date::year));
        match &fact.form {
            Form::Sentence { text, claims, tolerance } => claims
                .iter()
                .map(|claim| {
                    let words = text.get(claim.span.range()).unwrap_or(text);
                    Self::Value(Held { claim, words, tolerance: *tolerance, year })
                })
                .collect(),
            Form::Value(stated) | Form::Date(stated) => vec![Self::Value(Held { year, ..Held::of(stated) })],
            Form::Values(entries) => vec![Self::History(entries)],
            Form::Since { since, until } => vec![Self::Since { since: *since, until: *until }],
            Form::Person(person) => {
                let life = person.born.map(|born| Self::Life { born, died: person.died });
                let offices = person
                    .roles
                    .iter()
                    .filter_map(|held| held.from.map(|since| Self::Since { since, until: held.until }));
                life.into_iter().chain(offices).collect()
            }
            Form::Quote { .. } | Form::Transcript { .. } | Form::Statement { .. } => Vec::new(),
        }
    }
}

impl<'f> Held<'f> {
    fn of(stated: &'f Stated) -> Self {
        Self { claim: &stated.claim, words: &stated.text, tolerance: stated.tolerance, year: None }
    }
}

impl Period {
    /// One day.
    pub(super) const fn day(day: civil::Date) -> Self {
        Self { first: day, last: day }
    }

    /// The days a date may mean; none for a date without a year.
    pub(super) fn of(date: Date) -> Option<Self> {
        date.days().map(|(first, last)| Self { first, last })
    }

    /// The days from the first to the last that a stretch of dates may mean.
    pub(super) fn spanning(span: DateSpan) -> Option<Self> {
        span.days().map(|(first, last)| Self { first, last })
    }

    /// Whether the two share a day.
    pub(super) fn meets(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// Holds a claim against a value of a fact; none where they are not of one kind and dimension, so
/// that neither says anything of the other ("5%" of "rose 5%").
pub(super) fn compare<'f>(claim: &Claim<'_>, against: Against<'f>, setting: Setting) -> Option<Comparison<'f>> {
    let compared = |(outcome, arithmetic)| Comparison { outcome, against, arithmetic };
    match against {
        Against::Value(held) => with_value(claim, held, setting).map(compared),
        Against::History(entries) => with_history(claim, entries, setting),
        Against::Since { since, until } => time::with_since(claim, since, until, setting).map(compared),
        Against::Life { born, died } => time::with_life(claim, born, died, setting).map(compared),
    }
}

/// An outcome with the intervals behind it, where there are any.
pub(super) type Judged<'f> = (Outcome<'f>, Option<Arithmetic>);

fn with_value<'f>(claim: &Claim<'_>, held: Held<'f>, setting: Setting) -> Option<Judged<'f>> {
    let fact = &held.claim.value;
    let figure = |quantity: &Quantity| Figure { kind: claim.kind, quantity: *quantity };
    match &claim.value {
        Value::Quantity(quantity) => match fact {
            Value::Quantity(reference) => {
                let fact = Figure { kind: held.claim.kind, quantity: *reference };
                values::figures(figure(quantity), fact, held.tolerance, setting.rounding)
            }
            Value::Change(change) => {
                values::level_of_change(figure(quantity), change, held.tolerance, setting.rounding)
            }
            Value::Date(date, _) => time::with_date(claim, *date, setting),
            Value::Time(..)
            | Value::Rank(_)
            | Value::Score(_)
            | Value::Role(_)
            | Value::Quote(_)
            | Value::Statement(..) => None,
        },
        Value::Change(change) => match fact {
            Value::Change(reference) => values::changes(change, reference, held.tolerance, setting.rounding),
            Value::Quantity(_) => values::change_to_level(change, held, setting.rounding),
            Value::Date(..)
            | Value::Time(..)
            | Value::Rank(_)
            | Value::Score(_)
            | Value::Role(_)
            | Value::Quote(_)
            | Value::Statement(..) => None,
        },
        Value::Date(date, hedge) => match fact {
            Value::Date(reference, _) => time::dates(*date, *hedge, (*reference, held.year), setting),
            Value::Quantity(_)
            | Value::Time(..)
            | Value::Rank(_)
            | Value::Score(_)
            | Value::Change(_)
            | Value::Role(_)
            | Value::Quote(_)
            | Value::Statement(..) => None,
        },
        Value::Rank(rank) => match fact {
            Value::Rank(reference) => Some((values::ranks(*rank, *reference), None)),
            Value::Date(date, _) => time::with_date(claim, *date, setting),
            Value::Quantity(_)
            | Value::Time(..)
            | Value::Score(_)
            | Value::Change(_)
            | Value::Role(_)
            | Value::Quote(_)
            | Value::Statement(..) => None,
        },
        Value::Score(score) => {
            let Value::Score(reference) = fact else { return None };
            Some((values::scores(*score, *reference), None))
        }
        Value::Time(time, hedge) => {
            let Value::Time(reference, _) = fact else { return None };
            time::clock(*time, *hedge, *reference).map(|outcome| (outcome, None))
        }
        Value::Role(_) | Value::Quote(_) | Value::Statement(..) => None,
    }
}

/// Compares with the entry in force, and where that differs, with the earlier ones.
fn with_history<'f>(claim: &Claim<'_>, entries: &'f [Entry], setting: Setting) -> Option<Comparison<'f>> {
    let with_entry = |entry: &'f Entry| {
        let held = Held { year: entry.from.year(), ..Held::of(&entry.value) };
        let (outcome, arithmetic) = with_value(claim, held, setting)?;
        Some(Comparison { outcome, against: Against::Value(held), arithmetic })
    };
    let (earlier, in_force) = time::in_force(entries, setting.at);
    let Some((now, others)) = in_force.split_last() else {
        with_entry(entries.first()?)?;
        return Some(Comparison { outcome: Outcome::Silent, against: Against::History(entries), arithmetic: None });
    };
    let compared = with_entry(now)?;
    // A time as coarse as a year can see several entries in force; any of them will do.
    let agrees = |entry: &&'f Entry| with_entry(entry).filter(|other| other.outcome.is_supported());
    if let Some(other) = others.iter().rev().find_map(|entry| agrees(&entry))
        && !compared.outcome.is_supported()
    {
        return Some(other);
    }
    let was = if compared.outcome.is_supported() {
        let toll = |entry: &&Entry| values::is_stale_toll(claim, &entry.value.claim, &now.value.claim);
        earlier.iter().rev().find(toll)
    } else {
        earlier.iter().rev().find(|entry| agrees(entry).is_some())
    };
    let outcome = was.map_or(compared.outcome, |was| Outcome::Outdated { was, now });
    Some(Comparison { outcome, ..compared })
}
