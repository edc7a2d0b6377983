//! A figure or a date of a thing, through time where its statements say when.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

use super::snak::{Amount, Said};
use super::statement::{self, Rank, Statement};
use super::{Entity, World, place};
use crate::import::{Reading, json};
use crate::lexicon;
use crate::reference::written::Sketch;
use crate::reference::{self, kebab};
use crate::value::{Dimension, Exact, Unit};

/// What articles call a property.
#[derive(Debug, Deserialize)]
struct Property {
    measure: Vec<String>,
    /// What a number without a unit counts.
    counted: Option<String>,
}

static PROPERTIES: LazyLock<HashMap<String, Property>> =
    LazyLock::new(|| reference::table(include_str!("properties.yaml")));

/// Units of the lexicon by the items of Wikidata.
static UNITS: LazyLock<HashMap<String, String>> = LazyLock::new(|| reference::table(include_str!("units.yaml")));

/// How a value stands in a fact.
struct Written {
    key: &'static str,
    text: String,
    unit: Option<Unit>,
}

impl Entity<'_> {
    /// The fact that the statements of a property are; none where there is nothing to say, which is told where it
    /// might have been a figure or a date.
    pub(super) fn fact(
        &self,
        property: &str,
        statements: &Value,
        world: &World<'_>,
        reading: &mut Reading<'_>,
    ) -> Option<Sketch> {
        let at = place(self.id, Some(property));
        let known = PROPERTIES.get(property);
        let own = world.names.get(property).filter(|names| names.label.is_some());
        let is_figure = |snak: &Value| {
            let datatype = snak.get("datatype").or_else(|| snak.get("datavalue").and_then(|value| value.get("type")));
            matches!(datatype.and_then(Value::as_str), Some("quantity" | "time"))
        };
        let figures =
            statements.as_array().is_some_and(|all| all.iter().any(|one| one.get("mainsnak").is_some_and(is_figure)));
        if !figures {
            return None;
        }
        let Some(measure) = known.map(|known| known.measure.clone()).or_else(|| own.map(super::Names::all)) else {
            reading.skip(at, "what the property means is not known; import its own entity with it");
            return None;
        };
        let mut all = statement::all(statements, &at, reading, is_figure);
        let counted = known.and_then(|known| known.counted.as_deref());
        // A person or a thing has one beginning: what is dated is a history of figures.
        if all.iter().all(|one| matches!(one.said, Said::Amount(_))) && all.iter().any(|one| one.from.is_some()) {
            if all.iter().any(|one| one.from.is_none()) {
                reading.skip(at.clone(), "a figure says no time, where others do");
            }
            all.retain(|one| one.from.is_some());
        } else {
            all = statement::preferred(all);
            if all.len() > 1 {
                reading.skip(at, format!("there are {} of it, none preferred, and they do not say when", all.len()));
                return None;
            }
        }
        let mut written = Vec::new();
        for one in in_time(all) {
            match write(&one.said, counted, world) {
                Ok(text) => written.push((one, text)),
                Err(reason) => reading.skip(at.clone(), reason),
            }
        }
        let (first, text) = written.first()?;
        let unit = text.unit;
        let id = kebab(&format!("{} {}", self.label(), measure[0]));
        let sketch = Sketch::new(id)
            .with("subject", self.names.of_a_thing())
            .with("measure", measure)
            .with("unit", unit.map(Unit::id).unwrap_or_default());
        if text.key != "value" || first.from.is_none() {
            let source = first.source.map_or_else(|| self.page(Some(property)), str::to_owned);
            return Some(sketch.with(text.key, text.text.as_str()).with("source", source));
        }
        if written.iter().any(|(_, text)| text.unit.map(Unit::id) != unit.map(Unit::id)) {
            reading.skip(at, "its figures are in several currencies");
            return None;
        }
        let entries = written.iter().map(|(one, text)| {
            Sketch::entry()
                .with("from", one.from.clone().unwrap_or_default())
                .with("until", one.until.clone().unwrap_or_default())
                .with("value", text.text.as_str())
                .with("source", one.source.unwrap_or_default())
        });
        let entries: Vec<Sketch> = entries.collect();
        Some(sketch.with("values", entries).with("source", self.page(Some(property))))
    }
}

/// Statements in the order of their time; of those of one time, the preferred, else the last.
fn in_time(mut statements: Vec<Statement<'_>>) -> Vec<Statement<'_>> {
    statements.sort_by(|one, other| (&one.from, one.rank).cmp(&(&other.from, other.rank)));
    let mut kept: Vec<Statement<'_>> = Vec::new();
    for statement in statements {
        match kept.last_mut() {
            Some(last) if last.from == statement.from => {
                if last.rank < Rank::Preferred || statement.rank == Rank::Preferred {
                    *last = statement;
                }
            }
            Some(_) | None => kept.push(statement),
        }
    }
    kept
}

/// What a statement says, as a fact says it.
fn write(said: &Said<'_>, counted: Option<&str>, world: &World<'_>) -> Result<Written, String> {
    match said {
        Said::Time(time) => Ok(Written { key: "date", text: time.clone(), unit: None }),
        Said::Amount(amount) => {
            let unit = amount.unit.map(|item| unit(item, world)).transpose()?;
            let money = unit.filter(|unit| unit.dimension() == Dimension::Currency);
            let named = match (unit, money) {
                (_, Some(_)) | (None, None) => counted.filter(|_| unit.is_none()).unwrap_or_default(),
                (Some(unit), None) => unit.names().1,
            };
            let text = format!("{} {named}", figure(amount)).trim_end().to_owned();
            Ok(Written { key: "value", text, unit: money })
        }
        Said::Item(_) | Said::Text(_) => Err("it is neither a figure nor a date".to_owned()),
    }
}

/// The unit that an item is: one of the table, or one whose own entity is in the files.
fn unit(item: &str, world: &World<'_>) -> Result<Unit, String> {
    let known = UNITS.get(item).and_then(|id| lexicon::unit(id));
    let named = || {
        let names = world.names.get(item)?.all();
        let called =
            |unit: &Unit| names.iter().any(|name| name.eq_ignore_ascii_case(unit.names().0) || *name == unit.id());
        lexicon::units().find(called)
    };
    known.or_else(named).ok_or_else(|| {
        let label = world.names.get(item).and_then(|names| names.label).map(|label| format!(" ({label})"));
        format!("its unit {item}{} is not known", label.unwrap_or_default())
    })
}

/// "212", or "208 to 216" where it is less sure than its last digit.
fn figure(amount: &Amount<'_>) -> String {
    let number = amount.number;
    let Some((lower, upper)) = amount.bounds.filter(|(lower, upper)| lower != upper) else { return number.to_owned() };
    let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let last = i32::try_from(decimals).ok().and_then(|decimals| Exact::decimal(2, -decimals));
    let spread = json::decimal(upper).zip(json::decimal(lower)).and_then(|(upper, lower)| upper.checked_sub(lower));
    // One to either side is what an editor gets without saying anything.
    if spread.zip(last).is_some_and(|(spread, last)| spread > last) {
        format!("{lower} to {upper}")
    } else {
        number.to_owned()
    }
}
