//! `factdiff.yaml` as a JSON Schema, for editors.

use serde_json::{Map, Value, json};

use super::{KEYS, OVERRIDE_KEYS, builtins};
use crate::finding::Rule;
use crate::lexicon;
use crate::reference::{DIALECT, Shape, described};

/// The schema of a `factdiff.yaml`.
///
/// ```
/// let schema = factdiff::config::schema();
/// assert_eq!(schema["properties"]["rules"]["properties"]["rounded"]["enum"][3], "off");
/// ```
pub fn schema() -> Value {
    json!({
        "$schema": DIALECT,
        "title": "factdiff.yaml",
        "type": ["object", "null"],
        "properties": properties(&KEYS),
        "additionalProperties": false,
    })
}

fn properties(keys: &[&str]) -> Map<String, Value> {
    keys.iter().map(|key| ((*key).to_owned(), property(key))).collect()
}

fn property(key: &str) -> Value {
    let (schema, description) = match key {
        "drafts" => (Shape::Texts.schema(), "The files and folders to check, from this file's folder"),
        "claims" => (Shape::Texts.schema(), "The files and folders of the reference, from this file's folder"),
        "builtin" => (builtin(), "Which facts that come with the program are used: all, none or their names"),
        "exclude" => (Shape::Texts.schema(), "What is no draft, written as in a .gitignore"),
        "locale" => (locale(), "Whose English drafts and facts are in: what gallon, ton, $ and 03/04/2024 mean; en-US"),
        "currency" => (Shape::Text.schema(), "What a bare $ stands for, where it is not the locale's: AUD"),
        "rules" => (rules(), "How grave each rule is; `factdiff rules` lists them"),
        "overrides" => (overrides(), "What is otherwise for some drafts; the later entry counts"),
        "paths" => (Shape::Texts.schema(), "Which drafts, written as in a .gitignore"),
        _ => (Shape::Texts.schema(), ""),
    };
    described(schema, description)
}

fn builtin() -> Value {
    let one = json!({ "type": "string", "enum": builtins().collect::<Vec<_>>() });
    json!({ "anyOf": [one, { "type": "array", "items": one }] })
}

fn locale() -> Value {
    json!({ "type": "string", "enum": lexicon::locales().map(|locale| locale.id).collect::<Vec<_>>() })
}

fn rules() -> Value {
    let level = |rule: Rule| {
        let level = Shape::Level.schema();
        (rule.name().to_owned(), described(level, &format!("Finds {}", rule.finds())))
    };
    let rules: Map<String, Value> = Rule::all().map(level).collect();
    json!({ "type": "object", "properties": rules, "additionalProperties": false })
}

fn overrides() -> Value {
    let entry = json!({
        "type": "object",
        "properties": properties(&OVERRIDE_KEYS),
        "required": OVERRIDE_KEYS,
        "additionalProperties": false,
    });
    json!({ "type": "array", "items": entry })
}

#[cfg(test)]
mod tests {
    use super::{KEYS, OVERRIDE_KEYS, property};

    #[test]
    fn every_key_of_the_reader_has_a_meaning() {
        for key in KEYS.iter().chain(&OVERRIDE_KEYS) {
            assert_ne!(property(key)["description"], "", "{key}");
        }
    }
}
