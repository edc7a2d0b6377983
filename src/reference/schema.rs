//! The reference format as a JSON Schema, for editors that complete and check a file as it is typed.
//! It has the keys that the reader has; what only reading shows (a value with a figure in it, an id
//! that is unique) it leaves to `factdiff facts lint`.

use serde_json::{Map, Value, json};

use super::form;
use super::keys;
use crate::claim::ClaimKind;
use crate::severity::Severity;

/// The dialect that servers for YAML read.
pub(crate) const DIALECT: &str = "http://json-schema.org/draft-07/schema#";

/// What stands behind a key.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// A text, or a number that is read as one.
    Text,
    /// Alternatives: a text, or a list of them.
    Texts,
    /// A small name with hyphens.
    Id,
    /// Year, month and day.
    Day,
    /// A date as precise as it is known.
    Date,
    /// Whether something is so.
    Truth,
    /// How grave something is.
    Level,
    /// One of these words.
    Choice(fn() -> Vec<&'static str>),
    /// Values in time.
    Values,
    /// Offices in time.
    Roles,
}

/// What each key holds, and what it is for.
const MEANINGS: [(&str, Shape, &str); 34] = [
    ("id", Shape::Id, "A short name in kebab-case, unique over all files: alaska-purchase"),
    ("fact", Shape::Text, "A sentence; every figure, date and role in it becomes a value to check"),
    ("value", Shape::Text, "A value as a draft writes it: 1.4 million, 25%, $3 billion, 12 km"),
    ("values", Shape::Values, "A value that changes: the one in force at the draft's date is compared"),
    ("date", Shape::Text, "A date, as precise as it is known: 1959-01-03, 1959-01 or 1959"),
    ("since", Shape::Date, "When something began that lasts, or lasted until `until`"),
    ("person", Shape::Text, "A person's name as the house writes it"),
    ("quote", Shape::Text, "The words of a quotation"),
    ("transcript", Shape::Text, "A text file that quotations are held against, from the folder of this file"),
    ("statement", Shape::Text, "A clause that holds, or with `holds: false` does not"),
    ("subject", Shape::Texts, "What it is about, in the words of a draft: alternatives, of which one must be there"),
    ("measure", Shape::Texts, "What of the subject is measured, in the words of a draft: alternatives"),
    ("not", Shape::Texts, "Words beside the figure that rule the fact out: per capita"),
    ("kind", Shape::Choice(kinds), "What sort of value it is, where the value does not say it"),
    ("unit", Shape::Text, "The unit of the value, where the value does not say it: meter, percent, USD"),
    ("tolerance", Shape::Text, "How far a draft may be off: 10%, 50,000 or exact; without it, by rounding"),
    ("from", Shape::Date, "The first day on which it holds"),
    ("until", Shape::Date, "The last day on which it holds"),
    ("as-of", Shape::Date, "The day that the figure is of"),
    ("source", Shape::Text, "Where it comes from"),
    ("checked", Shape::Day, "When somebody last looked at the source"),
    ("note", Shape::Text, "What to tell the writer when a draft differs"),
    ("severity", Shape::Level, "How grave a contradiction is"),
    ("tags", Shape::Texts, "Themes, for picking facts"),
    ("by", Shape::Texts, "Who said it: alternative names"),
    ("holds", Shape::Truth, "Whether the statement is so"),
    ("aliases", Shape::Texts, "Other right names of the person"),
    ("misspellings", Shape::Texts, "Wrong names of the person that the house has met"),
    ("born", Shape::Day, "The day of birth, for ages"),
    ("died", Shape::Day, "The day of death"),
    ("roles", Shape::Roles, "The offices of the person, each with its time"),
    ("role", Shape::Texts, "The name of the office: alternatives"),
    ("party", Shape::Text, "The party as a draft abbreviates it: D"),
    ("place", Shape::Text, "The state or seat as a draft abbreviates it: Conn."),
];

/// The schema of a file of facts.
///
/// ```
/// let schema = factdiff::reference::schema();
/// assert_eq!(schema["properties"]["facts"]["items"]["required"][0], "id");
/// ```
pub fn schema() -> Value {
    let forms: Vec<Value> = form::forms().map(|form| json!({ "required": [form] })).collect();
    let owners = form::BELONGS.iter().map(|(key, owners)| {
        let owners: Vec<Value> = owners.iter().map(|owner| json!({ "required": [owner] })).collect();
        ((*key).to_owned(), json!({ "anyOf": owners }))
    });
    let mut fact = object(&keys::FACT, &["id"]);
    fact["oneOf"] = forms.into();
    fact["dependencies"] = owners.collect::<Map<String, Value>>().into();
    json!({
        "$schema": DIALECT,
        "title": "Reference facts of factdiff",
        "type": "object",
        "properties": {
            "defaults": described(object(&keys::DEFAULTS, &[]), "What every fact of this file has that does not say otherwise"),
            "facts": { "type": ["array", "null"], "items": fact, "description": "One entry a fact" },
        },
        "required": ["facts"],
        "additionalProperties": false,
    })
}

/// A mapping with these keys and no others.
fn object(keys: &[&str], required: &[&str]) -> Value {
    let property = |key: &&str| {
        let meaning = MEANINGS.iter().find(|(name, ..)| name == key);
        let (_, shape, description) = meaning.copied().unwrap_or(("", Shape::Text, ""));
        ((*key).to_owned(), described(shape.schema(), description))
    };
    let properties: Map<String, Value> = keys.iter().map(property).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

/// A schema with the words that an editor shows beside it.
pub(crate) fn described(mut schema: Value, description: &str) -> Value {
    schema["description"] = description.into();
    schema
}

impl Shape {
    pub(crate) fn schema(self) -> Value {
        match self {
            Self::Text => json!({ "type": ["string", "number"], "minLength": 1 }),
            Self::Texts => {
                let text = Self::Text.schema();
                json!({ "anyOf": [text, { "type": "array", "items": text }] })
            }
            Self::Id => json!({ "type": ["string", "number"], "pattern": "^[^\\sA-Z_]+$" }),
            Self::Day => json!({ "type": "string", "minLength": 8 }),
            Self::Date => json!({ "type": ["string", "number"], "minLength": 4 }),
            Self::Truth => json!({ "enum": [true, false, "true", "false", "yes", "no"] }),
            // Readers of YAML 1.1 take `off` for false.
            Self::Level => {
                let names = Severity::ALL.iter().map(|severity| Value::from(severity.name()));
                json!({ "enum": names.chain([Value::Bool(false)]).collect::<Vec<_>>() })
            }
            Self::Choice(words) => json!({ "enum": words() }),
            Self::Values => json!({ "type": "array", "minItems": 1, "items": object(&keys::ENTRY, &["value"]) }),
            Self::Roles => {
                let role = json!({ "anyOf": [object(&keys::ROLE, &["role"]), Self::Text.schema()] });
                json!({ "anyOf": [{ "type": "array", "items": role }, role] })
            }
        }
    }
}

fn kinds() -> Vec<&'static str> {
    ClaimKind::ALL.iter().map(|kind| kind.name()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{MEANINGS, keys};

    #[test]
    fn every_key_of_the_reader_has_a_meaning() {
        let read = keys::FACT.iter().chain(&keys::DEFAULTS).chain(&keys::ENTRY).chain(&keys::ROLE);
        let read: BTreeSet<&str> = read.copied().collect();
        let told: BTreeSet<&str> = MEANINGS.iter().map(|(key, ..)| *key).collect();
        assert_eq!(read, told);
    }
}
