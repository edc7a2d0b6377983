//! Entities of Wikidata → facts: figures and dates of things, people with their offices.
//!
//! The JSON of `Special:EntityData/Q64.json`, of `wbgetentities` and of the lines of a dump; its data model is at
//! <https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON>. Properties, units and offices that are entities of the
//! same files are called what they are called there.

mod snak;
mod statement;
mod figure;
mod person;
mod names;

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::error::{Place, Problem};
use super::{Found, Reading, json};
use crate::reference::kebab;
use crate::reference::written::Sketch;
use names::Names;

/// An object of JSON.
type Object = Map<String, Value>;

/// Reads entities, however they are packed.
pub(super) fn read(text: &str, reading: &mut Reading<'_>) {
    let values = json::values(text, reading);
    let mut objects = Vec::new();
    for value in &values {
        collect(value, &mut objects);
    }
    if objects.is_empty() && reading.errors.is_empty() {
        return reading.report(Place::File, Problem::NotThis(reading.format));
    }
    let world = World { names: objects.iter().filter_map(|object| Some((id(object)?, Names::of(object)))).collect() };
    let mut found: Vec<(&str, Found)> = Vec::new();
    for object in objects {
        if let Some(entity) = Entity::of(object, &world, reading) {
            entity.facts(&world, reading, &mut found);
        }
    }
    tell_apart(&mut found);
    reading.found.extend(found.into_iter().map(|(_, found)| found));
}

/// The entities in a value: one, a list of them, or those below `entities`.
fn collect<'j>(value: &'j Value, found: &mut Vec<&'j Object>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Object(object) => match object.get("entities") {
            Some(Value::Object(entities)) => found.extend(entities.values().filter_map(Value::as_object)),
            Some(entities) => collect(entities, found),
            None if id(object).is_some() => found.push(object),
            None => {}
        },
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// "Q64", "P1082": the id of an entity.
fn id(object: &Object) -> Option<&str> {
    let id = object.get("id").and_then(Value::as_str)?;
    let number = id.strip_prefix(['Q', 'P'])?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(id)
}

/// What the entities of the files are called.
struct World<'j> {
    names: HashMap<&'j str, Names<'j>>,
}

/// An entity that facts are about.
struct Entity<'j> {
    id: &'j str,
    names: Names<'j>,
    claims: &'j Object,
}

impl<'j> Entity<'j> {
    /// Reads an entity; none where nothing can be said of it, which is told.
    fn of(object: &'j Object, world: &World<'j>, reading: &mut Reading<'_>) -> Option<Self> {
        let id = id(object)?;
        let place = place(id, None);
        if object.contains_key("missing") {
            reading.skip(place, "Wikidata has no such entity");
            return None;
        }
        // A property only says what others call it.
        if id.starts_with('P') {
            return None;
        }
        let claims = match object.get("claims") {
            Some(Value::Object(claims)) => claims,
            // An entity without any claim has a list in place of an object.
            Some(Value::Array(_)) => return None,
            Some(_) | None => {
                reading.report(place, Problem::Missing("claims"));
                return None;
            }
        };
        let names = world.names.get(id)?.clone();
        if names.label.is_none() {
            reading.skip(place, "it has no English label");
            return None;
        }
        Some(Self { id, names, claims })
    }

    /// What its claims say.
    fn facts(&self, world: &World<'_>, reading: &mut Reading<'_>, found: &mut Vec<(&'j str, Found)>) {
        let mut add = |place: Place, sketch: Sketch| found.push((self.id, Found { place, sketch }));
        if self.is_human() {
            if let Some(sketch) = self.person(world, reading) {
                add(place(self.id, None), sketch);
            }
            return;
        }
        for (property, statements) in self.claims {
            if let Some(sketch) = self.fact(property, statements, world, reading) {
                add(place(self.id, Some(property)), sketch);
            }
        }
    }

    /// The name that its facts are of.
    fn label(&self) -> &'j str {
        self.names.label.unwrap_or(self.id)
    }

    /// Where a property of it can be looked up.
    fn page(&self, property: Option<&str>) -> String {
        let anchor = property.map(|property| format!("#{property}")).unwrap_or_default();
        format!("https://www.wikidata.org/wiki/{}{anchor}", self.id)
    }
}

/// Where something stands.
fn place(id: &str, property: Option<&str>) -> Place {
    Place::Entity { id: id.to_owned(), property: property.map(str::to_owned) }
}

/// Puts the number of the entity behind ids that several have: "paris-population-q90".
fn tell_apart(found: &mut [(&str, Found)]) {
    let mut owners: HashMap<String, Vec<&str>> = HashMap::new();
    for (entity, found) in found.iter() {
        owners.entry(found.sketch.id().to_owned()).or_default().push(entity);
    }
    for (entity, found) in found {
        let id = found.sketch.id().to_owned();
        if owners[&id].iter().any(|owner| owner != entity) {
            found.sketch = std::mem::take(&mut found.sketch).with("id", kebab(&format!("{id} {entity}")));
        }
    }
}
