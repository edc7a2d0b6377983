//! Sketches as lines of YAML.

use std::fmt::Write as _;

use super::scalar::{Setting, scalar};
use super::sketch::{Part, Sketch};
use crate::reference::keys;

/// How the items of a list stand on their lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Indent {
    /// Spaces before the dash.
    pub(super) dash: usize,
    /// Spaces before the keys behind it.
    pub(super) keys: usize,
}

impl Indent {
    /// The one that factdiff writes itself, below keys that stand behind this many spaces.
    pub(super) const fn below(spaces: usize) -> Self {
        Self { dash: spaces + 2, keys: spaces + 4 }
    }
}

/// What stands between two lines.
pub(super) fn line_break(newline: &str, spaces: usize) -> String {
    format!("{newline}{:spaces$}", "")
}

/// An item of a list of mappings, one line a key, with the comment above it; it begins where its
/// first line does.
pub(super) fn item(sketch: &Sketch, owner: &str, indent: Indent, newline: &str) -> String {
    let mut lines = comment(sketch, indent, newline);
    let _ = write!(lines, "{:dash$}-{:gap$}", "", "", dash = indent.dash, gap = indent.keys - indent.dash - 1);
    for (index, (key, part)) in sketch.in_order(keys::below(owner)).into_iter().enumerate() {
        if index > 0 {
            lines.push_str(&line_break(newline, indent.keys));
        }
        lines.push_str(&pair(key, part, indent.keys, newline));
    }
    lines
}

/// An item of a list of mappings on one line, with the comment above it.
pub(super) fn flow_item(sketch: &Sketch, owner: &str, indent: Indent, newline: &str) -> String {
    let mut lines = comment(sketch, indent, newline);
    let gap = indent.keys - indent.dash - 1;
    let _ = write!(lines, "{:dash$}-{:gap$}{}", "", "", flow_map(sketch, owner), dash = indent.dash);
    lines
}

fn comment(sketch: &Sketch, indent: Indent, newline: &str) -> String {
    let mut lines = String::new();
    for line in sketch.comment.iter().flat_map(|comment| comment.lines()) {
        let spaces = indent.dash;
        let _ = write!(lines, "{:spaces$}# {}{newline}", "", line.trim());
    }
    lines
}

/// A key and what it says, without the line break behind it.
pub(super) fn pair(key: &str, part: &Part, spaces: usize, newline: &str) -> String {
    match part {
        Part::Text(text) => format!("{key}: {}", scalar(text, Setting::Block)),
        Part::Truth(_) | Part::List(_) => format!("{key}: {}", flow(key, part)),
        Part::Entries(entries) => {
            let mut lines = format!("{key}:");
            for entry in entries {
                lines.push_str(newline);
                lines.push_str(&flow_item(entry, key, Indent::below(spaces), newline));
            }
            lines
        }
    }
}

/// What a key says, as it stands between braces or on one line.
pub(super) fn flow(key: &str, part: &Part) -> String {
    match part {
        Part::Text(text) => scalar(text, Setting::Flow),
        Part::Truth(truth) => truth.to_string(),
        Part::List(items) => flow_list(items.iter().map(|item| scalar(item, Setting::Flow))),
        Part::Entries(entries) => flow_list(entries.iter().map(|entry| flow_map(entry, key))),
    }
}

pub(super) fn flow_list(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().collect();
    format!("[{}]", items.join(", "))
}

pub(super) fn flow_map(sketch: &Sketch, owner: &str) -> String {
    let keys = sketch.in_order(keys::below(owner)).into_iter();
    let pairs: Vec<String> = keys.map(|(key, part)| format!("{key}: {}", flow(key, part))).collect();
    format!("{{{}}}", pairs.join(", "))
}
