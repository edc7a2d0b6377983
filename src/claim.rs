//! A claim: a stretch of a draft that states something checkable, and what it states.

use std::borrow::Cow;
use std::ops::Range;

use crate::span::Span;
pub use crate::value::Tenure;
use crate::value::{Change, ClockTime, DateSpan, Dimension, Hedge, Quantity, Score, Unit};

/// A stretch of a draft that states something checkable, in normal form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim<'t> {
    /// What sort of thing it states.
    pub kind: ClaimKind,
    /// The bytes of the file, hedge included.
    pub span: Span,
    /// The part of the span that is the figure itself: what a fix replaces.
    pub core: Span,
    /// What it states.
    pub value: Value<'t>,
    /// What is counted, measured or priced, as the text has it: "casualties".
    pub of: Option<Cow<'t, str>>,
    /// Who says it, where it stands inside an attributed quotation.
    pub speaker: Option<Cow<'t, str>>,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
    /// Where it stands in the document.
    pub place: Place,
}

impl Claim<'_> {
    /// Whether it is a figure or a date.
    pub fn is_figure(&self) -> bool {
        self.kind.is_figure()
    }
}

/// Where a claim stands in its document, for whoever needs the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index of the block.
    pub block: u32,
    /// Index of the sentence in the block.
    pub sentence: u32,
    /// The claim's tokens among those of the block, hedge included.
    pub tokens: Range<u32>,
    /// The bytes of the prose that a report quotes it with.
    pub excerpt: Range<u32>,
}

/// The sorts of claims. The names are a public contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimKind {
    /// "34 people".
    Count,
    /// "$7.2 million".
    Money,
    /// "25%".
    Percent,
    /// "1 in 4".
    Ratio,
    /// "Feb. 24, 2022".
    Date,
    /// "6:30 p.m."
    Time,
    /// "nearly three-hour".
    Duration,
    /// "Putin, 72,".
    Age,
    /// "9.3 metres".
    Measurement,
    /// "third-largest".
    Ordinal,
    /// "rose 25%".
    Change,
    /// "a 220-212 vote".
    Score,
    /// "Secretary of State Marco Rubio".
    Role,
    /// Quoted speech.
    Quote,
    /// A clause that a reference statement covers.
    Statement,
}

impl ClaimKind {
    /// Every kind, in the order of the contract.
    pub const ALL: [Self; 15] = [
        Self::Count,
        Self::Money,
        Self::Percent,
        Self::Ratio,
        Self::Date,
        Self::Time,
        Self::Duration,
        Self::Age,
        Self::Measurement,
        Self::Ordinal,
        Self::Change,
        Self::Score,
        Self::Role,
        Self::Quote,
        Self::Statement,
    ];

    /// Whether it is a figure or a date, which words place: no name, quotation or statement.
    pub const fn is_figure(self) -> bool {
        match self {
            Self::Role | Self::Quote | Self::Statement => false,
            Self::Count
            | Self::Money
            | Self::Percent
            | Self::Ratio
            | Self::Date
            | Self::Time
            | Self::Duration
            | Self::Age
            | Self::Measurement
            | Self::Ordinal
            | Self::Change
            | Self::Score => true,
        }
    }

    /// The kind of a plain figure in this unit: "5 km" is a measurement, "5 €" money.
    pub fn measuring(unit: Option<Unit>) -> Self {
        match unit.map(Unit::dimension) {
            None => Self::Count,
            Some(Dimension::Currency) => Self::Money,
            Some(Dimension::Percent | Dimension::Points) => Self::Percent,
            Some(Dimension::Duration) => Self::Duration,
            Some(_) => Self::Measurement,
        }
    }

    /// The name in output and in the `kind` key of a fact.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Ratio => "ratio",
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Age => "age",
            Self::Measurement => "measurement",
            Self::Ordinal => "ordinal",
            Self::Change => "change",
            Self::Score => "score",
            Self::Role => "role",
            Self::Quote => "quote",
            Self::Statement => "statement",
        }
    }
}

/// What a claim states, by its shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'t> {
    /// A figure: count, money, percent, ratio, duration, age, measurement.
    Quantity(Quantity),
    /// A date or a stretch of dates.
    Date(DateSpan, Hedge),
    /// A clock time.
    Time(ClockTime, Hedge),
    /// A rank or place in an order.
    Rank(u32),
    /// Votes or goals for and against.
    Score(Score),
    /// A movement; boxed, for it is three times the size of any other and rare.
    Change(Box<Change>),
    /// A named person and who that is.
    Role(Role<'t>),
    /// Words said, without their quotation marks; a split quotation is one claim a part.
    Quote(Cow<'t, str>),
    /// A clause, and whether it denies what the reference states.
    Statement(Cow<'t, str>, Polarity),
}

impl Claim<'_> {
    /// The same claim, with its words copied out of the draft.
    pub fn into_owned(self) -> Claim<'static> {
        Claim {
            kind: self.kind,
            span: self.span,
            core: self.core,
            value: self.value.into_owned(),
            of: owned(self.of),
            speaker: owned(self.speaker),
            quoted: self.quoted,
            place: self.place,
        }
    }
}

/// Words that a claim may have, copied.
fn owned(words: Option<Cow<'_, str>>) -> Option<Cow<'static, str>> {
    words.map(|words| Cow::Owned(words.into_owned()))
}

impl Value<'_> {
    /// The same value, with its words copied out of the draft.
    pub fn into_owned(self) -> Value<'static> {
        match self {
            Self::Quantity(quantity) => Value::Quantity(quantity),
            Self::Date(span, hedge) => Value::Date(span, hedge),
            Self::Time(time, hedge) => Value::Time(time, hedge),
            Self::Rank(rank) => Value::Rank(rank),
            Self::Score(score) => Value::Score(score),
            Self::Change(change) => Value::Change(change),
            Self::Role(role) => Value::Role(role.into_owned()),
            Self::Quote(words) => Value::Quote(Cow::Owned(words.into_owned())),
            Self::Statement(clause, polarity) => Value::Statement(Cow::Owned(clause.into_owned()), polarity),
        }
    }

    /// The quantity, where it is one: that of "12 miners", none of "rose 5%".
    pub fn quantity(&self) -> Option<&Quantity> {
        match self {
            Self::Quantity(quantity) => Some(quantity),
            Self::Date(..)
            | Self::Time(..)
            | Self::Rank(_)
            | Self::Score(_)
            | Self::Change(_)
            | Self::Role(_)
            | Self::Quote(_)
            | Self::Statement(..) => None,
        }
    }

    /// The date or stretch of dates, where it is one: that of "in June 2024".
    pub fn date(&self) -> Option<DateSpan> {
        match self {
            Self::Date(span, _) => Some(*span),
            Self::Quantity(_)
            | Self::Time(..)
            | Self::Rank(_)
            | Self::Score(_)
            | Self::Change(_)
            | Self::Role(_)
            | Self::Quote(_)
            | Self::Statement(..) => None,
        }
    }

    /// How firmly it is stated.
    pub fn hedge(&self) -> Hedge {
        match self {
            Self::Quantity(quantity) => quantity.hedge,
            Self::Date(_, hedge) | Self::Time(_, hedge) => *hedge,
            Self::Change(change) => change.by.or(change.to).map_or(Hedge::Exact, |part| part.hedge),
            Self::Rank(_) | Self::Score(_) | Self::Role(_) | Self::Quote(_) | Self::Statement(..) => Hedge::Exact,
        }
    }
}

/// Whether a clause says that something is so, or that it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// "is a member".
    Affirmed,
    /// "is not a member".
    Denied,
}

/// A named person with an office or description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role<'t> {
    /// The name as the text has it: "Marco Rubio".
    pub name: Cow<'t, str>,
    /// The office or description: "Secretary of State".
    pub role: Cow<'t, str>,
    /// "former", "acting", "-elect": how the office is held.
    pub tenure: Tenure,
    /// The party's code: "D".
    pub party: Option<Cow<'t, str>>,
    /// The state or place the person stands for, as the text has it: "Conn."
    pub place: Option<Cow<'t, str>>,
}

impl Role<'_> {
    /// The same role, with its words copied out of the draft.
    pub fn into_owned(self) -> Role<'static> {
        Role {
            name: Cow::Owned(self.name.into_owned()),
            role: Cow::Owned(self.role.into_owned()),
            tenure: self.tenure,
            party: owned(self.party),
            place: owned(self.place),
        }
    }
}
