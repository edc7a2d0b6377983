//! Documents that an engine sends, one JSON object a line.

use factdiff::source::{Format, LARGEST};
use jiff::civil;
use serde::Deserialize;
use serde_json::Value as Json;
use serde_json::error::Category;

use super::date;

/// A document that was sent.
#[derive(Debug)]
pub(super) struct Sent {
    /// What the sender calls it.
    pub(super) id: Json,
    pub(super) text: String,
    pub(super) date: Option<civil::Date>,
    pub(super) format: Format,
}

/// What is wrong with a line, and whose it is where that was legible.
#[derive(Debug)]
pub(super) struct BadLine {
    pub(super) id: Option<Json>,
    /// As the end of "line 2 …": "is not JSON".
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
    if line.len() > LARGEST {
        let message = format!("is longer than {} MiB", LARGEST >> 20);
        return Err(BadLine { id: None, message });
    }
    let keys: Keys = serde_json::from_slice(line).map_err(|error| BadLine { id: None, message: illegible(&error) })?;
    let id = keys.id;
    let bad = |message: String| BadLine { id: (!id.is_null()).then(|| id.clone()), message };
    if id.is_null() {
        return Err(bad("has no \"id\", by which its answer would be known".to_owned()));
    }
    let text = match keys.text {
        Json::String(text) => text,
        Json::Null => return Err(bad("has no \"text\"".to_owned())),
        _ => return Err(bad("has a \"text\" that is not a string".to_owned())),
    };
    let date = match keys.date {
        Json::Null => None,
        Json::String(date) => Some(date::read(&date).map_err(|error| bad(format!("has a wrong \"date\": {error}")))?),
        _ => return Err(bad("has a \"date\" that is not a string like \"2025-08-15\"".to_owned())),
    };
    let format = match keys.format {
        Json::Null => Format::Plain,
        Json::String(name) => format_named(&name).ok_or_else(|| {
            bad(format!("has an unknown \"format\", {name:?}: it is plain, markdown, html, asciidoc, rst or latex"))
        })?,
        _ => return Err(bad("has a \"format\" that is not a string like \"markdown\"".to_owned())),
    };
    Ok(Sent { id, text, date, format })
}

/// Why a line is no document.
fn illegible(error: &serde_json::Error) -> String {
    match error.classify() {
        Category::Syntax | Category::Eof | Category::Io => format!("is not JSON (column {})", error.column()),
        Category::Data => "is not a document: an object with \"id\" and \"text\"".to_owned(),
    }
}

fn format_named(name: &str) -> Option<Format> {
    match name {
        "plain" => Some(Format::Plain),
        "markdown" => Some(Format::Markdown),
        "asciidoc" => Some(Format::AsciiDoc),
        "rst" => Some(Format::Rst),
        "latex" => Some(Format::Latex),
        "html" => Some(Format::Html),
        ending => Format::of_name(&format!(".{ending}")),
    }
}
