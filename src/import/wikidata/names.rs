//! What an entity is called.

use serde_json::Value;

use super::Object;

/// The English that articles may be written in, and the label that holds in every language.
const LANGUAGES: [&str; 5] = ["en", "mul", "en-us", "en-gb", "en-ca"];

/// The English names of an entity.
#[derive(Clone, Debug)]
pub(super) struct Names<'j> {
    pub(super) label: Option<&'j str>,
    pub(super) aliases: Vec<&'j str>,
}

impl<'j> Names<'j> {
    pub(super) fn of(object: &'j Object) -> Self {
        let terms = |key: &str| object.get(key).and_then(Value::as_object);
        let labels = terms("labels");
        let label = LANGUAGES.iter().find_map(|language| value(labels?.get(*language)?));
        let aliases = terms("aliases").and_then(|aliases| aliases.get(LANGUAGES[0])).and_then(Value::as_array);
        let aliases = aliases.into_iter().flatten().filter_map(value).filter(|alias| Some(*alias) != label);
        Self { label, aliases: aliases.collect() }
    }

    /// All of them, the label first.
    pub(super) fn all(&self) -> Vec<String> {
        self.label.into_iter().chain(self.aliases.iter().copied()).map(str::to_owned).collect()
    }

    /// What an article may call a thing: no codes ("DE", a flag) and no common words ("the Fed's home").
    pub(super) fn of_a_thing(&self) -> Vec<String> {
        let named = |alias: &&&str| {
            let letters = alias.chars().filter(|c| c.is_alphabetic()).count();
            letters > 3
                && alias.starts_with(char::is_uppercase)
                && alias.is_ascii() == self.label.is_some_and(str::is_ascii)
        };
        self.label.into_iter().chain(self.aliases.iter().filter(named).copied()).map(str::to_owned).collect()
    }

    /// What an article may call a person beside the label: two names or more ("Ada M. Olsen").
    pub(super) fn of_a_person(&self) -> Vec<String> {
        let full = |alias: &&&str| alias.split_whitespace().filter(|word| word.len() > 1).count() > 1;
        self.aliases.iter().filter(full).map(|&alias| alias.to_owned()).collect()
    }
}

/// The text of a term.
fn value(term: &Value) -> Option<&str> {
    term.get("value").and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
}
