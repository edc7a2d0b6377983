//! The normal form of a claim, as the strings that every report prints.

use serde::Serialize;

use crate::claim::{Polarity, Tenure, Value};
use crate::value::{Amount, Change, Exact, Quantity, Unit};

/// The normal form of a claim: the fields that its shape has.
#[derive(Default, Serialize)]
pub(super) struct Normal<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<String>,
    #[serde(flatten)]
    pub(super) bounds: Option<Bounds>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) role: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) party: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<&'a str>,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) former: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) relative: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) negated: bool,
}

/// The ends of an interval; none on a side that is open.
#[derive(Serialize)]
pub(super) struct Bounds {
    pub(super) low: Option<String>,
    pub(super) high: Option<String>,
}

impl<'a> Normal<'a> {
    pub(super) fn of(value: &'a Value<'_>) -> Self {
        let plain = |value: String| Self { value: Some(value), ..Self::default() };
        match value {
            Value::Quantity(quantity) => Self::of_quantity(quantity),
            Value::Date(date, _) => Self { relative: date.relative, ..plain(date.to_string()) },
            Value::Time(time, _) => Self { unit: time.zone, ..plain(time.to_string()) },
            Value::Rank(rank) => plain(rank.to_string()),
            Value::Score(score) => plain(format!("{}-{}", score.first, score.second)),
            Value::Change(change) => Self::of_change(change),
            Value::Role(role) => Self {
                role: Some(&role.role),
                party: role.party.as_deref(),
                place: role.place.as_deref(),
                former: role.tenure == Tenure::Former,
                ..plain(role.name.to_string())
            },
            Value::Quote(words) => plain(words.to_string()),
            Value::Statement(clause, polarity) => {
                Self { negated: *polarity == Polarity::Denied, ..plain(clause.to_string()) }
            }
        }
    }

    fn of_quantity(quantity: &Quantity) -> Self {
        let bounds =
            |low: Exact, high: Exact| Some(Bounds { low: Some(low.to_string()), high: Some(high.to_string()) });
        let record = match quantity.amount {
            Amount::Range(low, high) => Self { bounds: bounds(low.value(), high.value()), ..Self::default() },
            Amount::Vague(low, high) => {
                Self { value: Some(low.to_string()), bounds: bounds(low, high), ..Self::default() }
            }
            Amount::Point(_) | Amount::Rate(..) => Self { value: Some(stated(quantity)), ..Self::default() },
        };
        Self { unit: quantity.unit.map(Unit::id), ..record }
    }

    fn of_change(change: &Change) -> Self {
        let ends = (change.from.as_ref(), change.to.as_ref());
        let by = match (change.by, ends) {
            (Some(by), _) => Self::of_quantity(&by),
            (None, (Some(from), Some(to))) => Self { value: difference(from, to), ..Self::default() },
            (None, (None | Some(_), None) | (None, Some(_))) => Self::default(),
        };
        let unit = change.from.or(change.to).and_then(|end| end.unit).map(Unit::id);
        Self { unit: by.unit.or(unit), from: ends.0.map(stated), to: ends.1.map(stated), ..by }
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

/// For fields that are left out where they are not so.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
pub(super) fn is_false(value: &bool) -> bool {
    !value
}
