//! The normal form of a claim, as the strings that every report prints.

use std::borrow::Cow;

use super::context::collapse;
use super::object::Object;
use crate::check::admits;
use crate::claim::{Claim, Polarity, Tenure, Value};
use crate::value::{Amount, Change, End, Interval, Quantity, Unit};

/// The normal form of a claim: the fields that its shape has.
#[derive(Default)]
pub(super) struct Normal<'a> {
    pub(super) value: Option<String>,
    pub(super) bounds: Option<Bounds>,
    pub(super) unit: Option<&'static str>,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) role: Option<Cow<'a, str>>,
    pub(super) party: Option<Cow<'a, str>>,
    pub(super) place: Option<Cow<'a, str>>,
    pub(super) former: bool,
    pub(super) relative: bool,
    pub(super) negated: bool,
}

/// The ends of an interval; none on a side that is open.
pub(super) struct Bounds {
    pub(super) low: Option<String>,
    pub(super) high: Option<String>,
}

impl<'a> Normal<'a> {
    pub(super) fn of(claim: &'a Claim<'_>) -> Self {
        let plain = |value: String| Self { value: Some(value), ..Self::default() };
        match &claim.value {
            Value::Quantity(quantity) => Self { bounds: Bounds::of(claim, quantity), ..Self::of_quantity(quantity) },
            Value::Date(date, _) => Self { relative: date.relative, ..plain(date.to_string()) },
            Value::Time(time, _) => Self { unit: time.zone, ..plain(time.to_string()) },
            Value::Rank(rank) => plain(rank.to_string()),
            Value::Score(score) => plain(format!("{}-{}", score.first, score.second)),
            Value::Change(change) => {
                let bounds = change.by.and_then(|by| Bounds::of(claim, &by));
                Self { bounds, ..Self::of_change(change) }
            }
            Value::Role(role) => Self {
                role: Some(collapse(&role.role)),
                party: role.party.as_deref().map(collapse),
                place: role.place.as_deref().map(collapse),
                former: role.tenure == Tenure::Former,
                ..plain(collapse(&role.name).into_owned())
            },
            Value::Quote(words) => plain(collapse(words).into_owned()),
            Value::Statement(clause, polarity) => {
                Self { negated: *polarity == Polarity::Denied, ..plain(collapse(clause).into_owned()) }
            }
        }
    }

    /// Writes the fields that there are.
    pub(super) fn write(&self, object: &mut Object<'_>) {
        object.text_if_any("value", self.value.as_deref());
        if let Some(Bounds { low, high }) = &self.bounds {
            object.text_or_null("low", low.as_deref());
            object.text_or_null("high", high.as_deref());
        }
        object.text_if_any("unit", self.unit);
        object.text_if_any("from", self.from.as_deref());
        object.text_if_any("to", self.to.as_deref());
        object.text_if_any("role", self.role.as_deref());
        object.text_if_any("party", self.party.as_deref());
        object.text_if_any("place", self.place.as_deref());
        object.flag("former", self.former);
        object.flag("relative", self.relative);
        object.flag("negated", self.negated);
    }

    fn of_quantity(quantity: &Quantity) -> Self {
        let value = match quantity.amount {
            Amount::Point(_) | Amount::Rate(..) => Some(stated(quantity)),
            // "scores of" is at least 40; a range has no value, only ends.
            Amount::Vague(low, _) => Some(low.to_string()),
            Amount::Range(..) => None,
        };
        Self { value, unit: quantity.unit.map(Unit::id), ..Self::default() }
    }

    fn of_change(change: &Change) -> Self {
        let by = match (change.by, change.from, change.to) {
            (Some(by), ..) => Self::of_quantity(&by),
            (None, Some(from), Some(to)) => Self { value: difference(&from, &to), ..Self::default() },
            (None, None, _) | (None, _, None) => Self::default(),
        };
        let unit = change.from.or(change.to).and_then(|end| end.unit).map(Unit::id);
        Self {
            unit: by.unit.or(unit),
            from: change.from.as_ref().map(stated),
            to: change.to.as_ref().map(stated),
            ..by
        }
    }
}

impl Bounds {
    /// The ends of a range as stated, else what the hedge or the rounding makes of the figure.
    fn of(claim: &Claim<'_>, quantity: &Quantity) -> Option<Self> {
        let interval = match quantity.amount {
            Amount::Range(low, high) => Interval::closed(low.value(), high.value()),
            Amount::Point(_) | Amount::Vague(..) | Amount::Rate(..) => admits(claim)?,
        };
        let end = |end: End| end.value().map(|value| value.to_string());
        let (low, high) = (interval.low.value(), interval.high.value());
        (low != high).then(|| Self { low: end(interval.low), high: end(interval.high) })
    }
}

/// A figure in normal form: "1500000", "17.3/100000"; a range or a vague word as its ends.
fn stated(quantity: &Quantity) -> String {
    match quantity.amount {
        Amount::Point(number) => number.value().to_string(),
        Amount::Rate(number, per) => format!("{}/{per}", number.value()),
        Amount::Range(low, high) => format!("{}/{}", low.value(), high.value()),
        Amount::Vague(low, high) => format!("{low}/{high}"),
    }
}

/// The movement from one figure to another of the same unit.
fn difference(from: &Quantity, to: &Quantity) -> Option<String> {
    if from.unit != to.unit {
        return None;
    }
    Some(to.point()?.value().checked_sub(from.point()?.value())?.to_string())
}
