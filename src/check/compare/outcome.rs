//! What a claim is held against, where it speaks, and what can come of it.

use jiff::civil;

use crate::claim::Claim;
use crate::reference::{Entry, Fact, Form, Stated, Tolerance};
use crate::value::{Date, DateSpan, Hedge, Interval, Quantity};

/// What a claim is held against: one value of a fact.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) enum Against<'f> {
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
pub(in crate::check) struct Held<'f> {
    /// What the extractor read in it.
    pub(in crate::check) claim: &'f Claim<'static>,
    /// As its author wrote it.
    pub(in crate::check) words: &'f str,
    /// Replaces the rounding rule.
    pub(in crate::check) tolerance: Option<Tolerance>,
    /// The year of a date that was written without one, where the fact tells.
    pub(in crate::check) year: Option<i16>,
}

/// Where and when a claim speaks.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Setting {
    /// The time it speaks of: the draft's date, or the one its clause gives.
    pub(in crate::check) at: Period,
    /// How tightly figures are rounded there.
    pub(in crate::check) rounding: Rounding,
    /// Which end of a time that runs its words ask for.
    pub(in crate::check) edge: Edge,
    /// What a plain figure of the fact says of a change.
    pub(in crate::check) reading: Reading,
}

/// What a plain figure of a fact says of a change in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Reading {
    /// "inflation: 5%": where the change ended.
    Level,
    /// "growth of spending: 4.3%": by how much it moved.
    Movement,
}

/// A stretch of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) struct Period {
    /// The first day.
    pub(in crate::check) first: civil::Date,
    /// The last day.
    pub(in crate::check) last: civil::Date,
}

/// How tightly a figure is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Rounding {
    /// Running text, tables, lists.
    Text,
    /// Titles and headings, which round harder.
    Heading,
}

/// Which end of a time that runs a date is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::check) enum Edge {
    /// "began in", "since", "born in".
    Start,
    /// "ended in", "until".
    End,
    /// "mayor from 2010 to 2019": a stretch that is all of it.
    Whole,
    /// Any day of it: such a date can agree with an end, but never contradicts one.
    Unsaid,
}

/// What came of holding a claim against a value.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Comparison<'f> {
    /// Whether they agree.
    pub(in crate::check) outcome: Outcome<'f>,
    /// The value that decided: of a history, the entry in force.
    pub(in crate::check) against: Against<'f>,
    /// The entry of a history that decided.
    pub(in crate::check) entry: Option<&'f Entry>,
    /// Where and when the claim speaks.
    pub(in crate::check) setting: Setting,
    /// The intervals compared, where figures were.
    pub(in crate::check) arithmetic: Option<Arithmetic>,
}

impl Comparison<'_> {
    /// Whether the claim says less than the fact, whatever it admits.
    pub(in crate::check) fn is_less(&self) -> bool {
        self.arithmetic.is_some_and(|arithmetic| {
            let (most, least) = (arithmetic.admitted.high.value(), arithmetic.nominal.low.value());
            most.zip(least).is_some_and(|(most, least)| most < least)
        })
    }

    /// "up to 5,000": true of every smaller value.
    pub(in crate::check) fn is_upper_bound(&self) -> bool {
        self.arithmetic.is_some_and(|arithmetic| arithmetic.claimed.hedge == Hedge::UpTo)
    }
}

/// Whether a claim and a value agree.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) enum Outcome<'f> {
    /// They agree, at least so nearly.
    Supported(Agreement),
    /// They cannot both be right.
    Contradicted(Conflict),
    /// Right by an earlier entry, wrong by the one in force.
    Outdated {
        /// When the earlier one ended.
        ended: Date,
        /// The entry in force.
        now: &'f Entry,
    },
    /// The fact is silent about that time.
    Silent,
}

impl Outcome<'_> {
    /// Whether they agree.
    pub(in crate::check) const fn is_supported(&self) -> bool {
        matches!(self, Self::Supported(_))
    }
}

/// How nearly a claim agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Agreement {
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
pub(in crate::check) enum Conflict {
    /// The figure, rank, score or clock time.
    Value,
    /// A bound that is not meant strictly: "up to 50" where it is 60.
    LooseBound,
    /// "nearly 50" where it is 60: the wrong side.
    WrongSide,
    /// "fell 5%" where it rose.
    Direction,
    /// Dollars against euros.
    Currency,
    /// Per cent against percentage points.
    Points,
    /// The date.
    Date,
}

impl Comparison<'_> {
    /// The date of the fact that a date was held against: the end of what is said to have ended.
    pub(in crate::check) fn date(&self) -> Option<Date> {
        match (self.against, self.setting.edge) {
            (Against::Since { until: Some(until), .. }, Edge::End) => Some(until),
            (Against::Life { died: Some(died), .. }, Edge::End) => Some(Date::Day(died)),
            (against, _) => against.date(),
        }
    }
}

/// The figure and the intervals that were compared, in the claim's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) struct Arithmetic {
    /// The figure of the claim, without the sign of a movement.
    pub(in crate::check) claimed: Quantity,
    /// What the claim admits.
    pub(in crate::check) admitted: Interval,
    /// What the fact allows, its tolerance or rounding included.
    pub(in crate::check) held: Interval,
    /// What the fact says, without those.
    pub(in crate::check) nominal: Interval,
}

/// An outcome with the intervals behind it, where there are any.
pub(super) type Judged<'f> = (Outcome<'f>, Option<Arithmetic>);

impl<'f> Against<'f> {
    /// Every value of a fact that a figure or date can be held against; names, quotations and
    /// statements are compared elsewhere.
    pub(in crate::check) fn all(fact: &'f Fact) -> Vec<Self> {
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

    /// The date that a claim's is held against.
    pub(in crate::check) fn date(self) -> Option<Date> {
        match self {
            Self::Value(held) => held.claim.value.date().map(|date| date.from),
            Self::Since { since, .. } => Some(since),
            Self::Life { born, .. } => Some(Date::Day(born)),
            Self::History(_) => None,
        }
    }

    /// A history without what was and what is, perhaps none: of a day to come another value is told.
    pub(in crate::check) fn after(self, now: civil::Date) -> Self {
        let Self::History(entries) = self else { return self };
        let begun = |entry: &&Entry| Period::of(entry.from).is_some_and(|from| from.first <= now);
        Self::History(&entries[entries.iter().take_while(begun).count()..])
    }

    /// A history without the entry in force, perhaps none: the 51 of "74 seats (51)" is held against what was before.
    pub(in crate::check) fn before(self, now: civil::Date) -> Self {
        let Self::History(entries) = self else { return self };
        let begun = |entry: &&Entry| Period::of(entry.from).is_some_and(|from| from.first <= now);
        let begun = entries.iter().take_while(begun).count();
        Self::History(&entries[..begun.saturating_sub(1)])
    }
}

impl<'f> Held<'f> {
    /// A value without a year of its own.
    pub(super) fn of(stated: &'f Stated) -> Self {
        Self { claim: &stated.claim, words: &stated.text, tolerance: stated.tolerance, year: None }
    }
}

impl Period {
    /// One day.
    pub(in crate::check) const fn day(day: civil::Date) -> Self {
        Self { first: day, last: day }
    }

    /// The days a date may mean; none for a date without a year.
    pub(in crate::check) fn of(date: Date) -> Option<Self> {
        date.days().map(|(first, last)| Self { first, last })
    }

    /// The days from the first to the last that a stretch of dates may mean.
    pub(in crate::check) fn spanning(span: DateSpan) -> Option<Self> {
        span.days().map(|(first, last)| Self { first, last })
    }

    /// Whether it is a month or a stretch within one, and no single day.
    pub(in crate::check) fn is_month(self) -> bool {
        let month = |day: civil::Date| (day.year(), day.month());
        self.first != self.last && month(self.first) == month(self.last)
    }

    /// Whether the two share a day.
    pub(in crate::check) fn meets(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// The dates that a claim states.
pub(in crate::check) fn dates_in(claim: &Claim<'_>) -> impl Iterator<Item = Date> + use<> {
    claim.value.date().into_iter().flat_map(|span| std::iter::once(span.from).chain(span.to))
}
