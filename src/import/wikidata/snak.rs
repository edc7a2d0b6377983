//! What one snak says: an amount with its unit, a time, an item, a text.

use serde_json::Value;

use crate::import::error::Problem;
use crate::import::json;
use crate::reference;

/// The time that counts in years and its parts: <https://www.wikidata.org/wiki/Help:Dates>.
const YEAR: u64 = 9;
const MONTH: u64 = 10;

/// The calendar of today.
const GREGORIAN: &str = "Q1985727";

/// What a snak says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said<'j> {
    Amount(Amount<'j>),
    /// In ISO 8601, as precise as it is known: "1867", "1867-03", "1867-03-30".
    Time(String),
    /// "Q64".
    Item(&'j str),
    Text(&'j str),
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Amount<'j> {
    /// Without a plus: "3677472", "-40.5".
    pub(super) number: &'j str,
    /// The ends of what it may be, where the amount says them.
    pub(super) bounds: Option<(&'j str, &'j str)>,
    /// "Q11573"; none for a bare number.
    pub(super) unit: Option<&'j str>,
}

/// Why a snak says nothing.
pub(super) enum Silent {
    /// Nothing is wrong: it is of a kind that facts do not have, or known to be unknown.
    Left(&'static str),
    Wrong(Problem),
}

/// Reads a snak.
pub(super) fn read(snak: &Value) -> Result<Said<'_>, Silent> {
    match snak.get("snaktype").and_then(Value::as_str) {
        Some("somevalue") => return Err(Silent::Left("its value is not known")),
        Some("novalue") => return Err(Silent::Left("it has no value")),
        Some(_) | None => {}
    }
    let datavalue = snak.get("datavalue").ok_or(Silent::Wrong(Problem::Missing("datavalue")))?;
    let value = datavalue.get("value").ok_or(Silent::Wrong(Problem::Missing("value")))?;
    match datavalue.get("type").and_then(Value::as_str) {
        Some("quantity") => amount(value).map(Said::Amount).map_err(Silent::Wrong),
        Some("time") => time(value).map(Said::Time),
        Some("wikibase-entityid") => {
            value.get("id").and_then(Value::as_str).map(Said::Item).ok_or(Silent::Wrong(Problem::Missing("id")))
        }
        Some("string") => value.as_str().map(Said::Text).ok_or(Silent::Wrong(Problem::Missing("value"))),
        Some(_) => Err(Silent::Left("it is neither a figure nor a date")),
        None => Err(Silent::Wrong(Problem::Missing("type"))),
    }
}

fn amount(value: &Value) -> Result<Amount<'_>, Problem> {
    let number = |key: &str| value.get(key).and_then(Value::as_str).map(|text| text.trim_start_matches('+'));
    let wrong = |text: &str| Problem::NotANumber(text.to_owned());
    let own = number("amount").ok_or(Problem::Missing("amount"))?;
    let bounds = number("lowerBound").zip(number("upperBound"));
    for text in [Some(own), bounds.map(|(lower, _)| lower), bounds.map(|(_, upper)| upper)].into_iter().flatten() {
        if json::decimal(text).is_none() {
            return Err(wrong(text));
        }
    }
    let unit = value.get("unit").and_then(Value::as_str).filter(|unit| *unit != "1");
    Ok(Amount { number: own, bounds, unit: unit.map(last) })
}

/// "Q64" of <http://www.wikidata.org/entity/Q64>.
fn last(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or(address)
}

fn time(value: &Value) -> Result<String, Silent> {
    let text = value.get("time").and_then(Value::as_str).ok_or(Silent::Wrong(Problem::Missing("time")))?;
    let precision = value.get("precision").and_then(Value::as_u64);
    let precision = precision.ok_or(Silent::Wrong(Problem::Missing("precision")))?;
    if precision < YEAR {
        return Err(Silent::Left("its year is not known"));
    }
    let calendar = value.get("calendarmodel").and_then(Value::as_str).map(last);
    if calendar.is_some_and(|calendar| calendar != GREGORIAN) && precision > YEAR {
        return Err(Silent::Left("its day is one of the Julian calendar"));
    }
    let Some(day) = text.strip_prefix('+') else { return Err(Silent::Left("it is before our era")) };
    let day = day.split('T').next().unwrap_or(day);
    let (wanted, width) = match precision {
        YEAR => ("date", 4),
        MONTH => ("date", 7),
        _ => ("born", 10),
    };
    let not = || Silent::Wrong(Problem::NotADate(text.to_owned()));
    let date = day.get(..width).ok_or_else(not)?;
    if day.len() != 10 {
        return Err(not());
    }
    reference::cell(wanted, date).map_err(|problem| Silent::Wrong(Problem::Fact(problem)))?;
    Ok(date.to_owned())
}
