//! Documents that an engine sends, one JSON object a line.

use factdiff::source::Format;
use jiff::civil;
use serde::Deserialize;
use serde_json::Value as Json;

/// A document that was sent.
#[derive(Debug)]
pub(super) struct Sent {
    /// What the sender calls it; `null` where it has no name.
    pub(super) id: Json,
    pub(super) text: String,
    pub(super) date: Option<civil::Date>,
    pub(super) format: Format,
}

/// What is wrong with a line, and whose it is where that was legible.
#[derive(Debug)]
pub(super) struct BadLine {
    pub(super) id: Option<Json>,
    pub(super) message: String,
}

/// The keys of a line, of whatever type they come.
#[derive(Deserialize)]
struct Keys {
    #[serde(default)]
    id: Json,
    #[serde(default)]
    text: Json,
    #[serde(default)]
    date: Json,
    #[serde(default)]
    format: Json,
}

/// Reads one line.
pub(super) fn read(line: &[u8]) -> Result<Sent, BadLine> {
    let keys: Keys = serde_json::from_slice(line)
        .map_err(|error| BadLine { id: None, message: format!("not a document: {error}") })?;
    let id = keys.id;
    let bad = |message: String| BadLine { id: (!id.is_null()).then(|| id.clone()), message };
    let Json::String(text) = keys.text else { return Err(bad("\"text\" is missing or not a string".to_owned())) };
    let date = match keys.date {
        Json::Null => None,
        Json::String(date) => {
            Some(date.parse().map_err(|error| bad(format!("\"date\" is not a day like 2025-08-15: {error}")))?)
        }
        _ => return Err(bad("\"date\" is not a string like \"2025-08-15\"".to_owned())),
    };
    let format = match keys.format {
        Json::Null => Format::Plain,
        Json::String(name) => format_named(&name)
            .ok_or_else(|| bad(format!("unknown \"format\" {name:?}: it is plain, markdown or html")))?,
        _ => return Err(bad("\"format\" is not a string like \"markdown\"".to_owned())),
    };
    Ok(Sent { id, text, date, format })
}

fn format_named(name: &str) -> Option<Format> {
    match name {
        "plain" => Some(Format::Plain),
        "markdown" => Some(Format::Markdown),
        "html" => Some(Format::Html),
        ending => Format::of_name(&format!(".{ending}")),
    }
}
