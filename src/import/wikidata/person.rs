//! A person: names, life and offices.

use super::snak::Said;
use super::statement::{self, Statement};
use super::{Entity, World, place};
use crate::import::Reading;
use crate::reference::kebab;
use crate::reference::written::Sketch;
use serde_json::Value;

/// "instance of", "date of birth", "date of death", "position held".
const KIND: &str = "P31";
const BORN: &str = "P569";
const DIED: &str = "P570";
const OFFICE: &str = "P39";

/// The item of people.
const HUMAN: &str = "Q5";

impl Entity<'_> {
    /// Whether it is a person.
    pub(super) fn is_human(&self) -> bool {
        let kinds = self.claims.get(KIND).and_then(Value::as_array).into_iter().flatten();
        let item = |kind: &Value| {
            kind.get("mainsnak")?.get("datavalue")?.get("value")?.get("id")?.as_str().map(|id| id == HUMAN)
        };
        kinds.filter_map(item).any(|human| human)
    }

    /// The person as a fact; none where nothing is known but the name.
    pub(super) fn person(&self, world: &World<'_>, reading: &mut Reading<'_>) -> Option<Sketch> {
        let (born, died) = (self.day(BORN, reading), self.day(DIED, reading));
        let roles = self.roles(world, reading);
        if born.is_empty() && died.is_empty() && roles.is_empty() {
            reading.skip(place(self.id, None), format!("{} has neither a day of birth nor an office", self.label()));
            return None;
        }
        let person = Sketch::new(kebab(&self.label().replace('.', "")))
            .with("person", self.label())
            .with("aliases", self.names.of_a_person())
            .with("born", born)
            .with("died", died)
            .with("roles", roles)
            .with("source", self.page(None));
        Some(person)
    }

    /// The day of a property; empty where it is not known to the day, or sources disagree.
    fn day(&self, property: &str, reading: &mut Reading<'_>) -> String {
        let at = place(self.id, Some(property));
        let Some(statements) = self.claims.get(property) else { return String::new() };
        let all = statement::preferred(statement::all(statements, &at, reading, |_| true));
        match all.as_slice() {
            [Statement { said: Said::Time(day), .. }] if day.len() == 10 => day.clone(),
            [] => String::new(),
            [Statement { said: Said::Time(_), .. }] => {
                reading.skip(at, "its day is not known");
                String::new()
            }
            _ => {
                reading.skip(at, "several are given, none preferred");
                String::new()
            }
        }
    }

    /// The offices that have a name in the files.
    fn roles(&self, world: &World<'_>, reading: &mut Reading<'_>) -> Vec<Sketch> {
        let at = place(self.id, Some(OFFICE));
        let Some(statements) = self.claims.get(OFFICE) else { return Vec::new() };
        let mut roles = Vec::new();
        for held in statement::all(statements, &at, reading, |_| true) {
            let Said::Item(item) = held.said else { continue };
            let Some(names) = world.names.get(item).filter(|names| names.label.is_some()) else {
                reading.skip(
                    at.clone(),
                    format!("what the office {item} is called is not known; import its entity with it"),
                );
                continue;
            };
            roles.push((held.from.clone(), role(&held, names.all())));
        }
        roles.sort_by(|(one, _), (other, _)| one.cmp(other));
        roles.into_iter().map(|(_, role)| role).collect()
    }
}

fn role(held: &Statement<'_>, names: Vec<String>) -> Sketch {
    Sketch::entry()
        .with("role", names)
        .with("from", held.from.clone().unwrap_or_default())
        .with("until", held.until.clone().unwrap_or_default())
        .with("source", held.source.unwrap_or_default())
}
