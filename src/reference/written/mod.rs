//! A reference file as text: facts are added to it and updated in it, and every line that says
//! something else stays as somebody wrote it.
//!
//! A [`Sketch`] is a fact to be written. [`Written::read`] takes a file, and [`Written::with`]
//! gives its text with the sketches in it:
//!
//! - A sketch whose id no fact of the file has is appended, in the file's own indentation, line ends
//!   and spacing. What the file's `defaults` say already is not repeated.
//! - A sketch whose id a fact has updates that fact: a text is replaced where it differs, items that
//!   a list lacks are appended to it, and so are entries of `values` and `roles`, each told by its
//!   `from`. Other keys, items and entries, comments, their order and the blank lines stay.
//! - A sketch that says nothing new changes no byte.
//!
//! ```
//! use factdiff::reference::written::{Sketch, Written};
//!
//! let file = "facts:\n  - id: bridge # the old one\n    subject: [Tolney bridge]\n    value: 300 metres\n";
//! let sketches = [
//!     Sketch::new("bridge").with("value", "312 metres").with("source", "the road office"),
//!     Sketch::new("tower").with("subject", vec!["tower".to_owned()]).with("value", "41 lamps"),
//! ];
//! let written = Written::read("claims/town.yaml", file).expect("good YAML");
//! assert_eq!(
//!     written.with(&sketches),
//!     "facts:
//!   - id: bridge # the old one
//!     subject: [Tolney bridge]
//!     value: 312 metres
//!     source: the road office
//!
//!   - id: tower
//!     subject: [tower]
//!     value: 41 lamps
//! "
//! );
//! ```
//!
//! What comes of a file with two forms, or a key in the wrong place, is for [`load`](super::load)
//! to say: read the new text before the file is replaced.

mod sketch;
mod scalar;
mod layout;
mod page;
mod merge;
mod tidy;

pub use sketch::{Part, Sketch};

use std::collections::HashMap;

use super::error::{LoadError, Problem};
use super::load;
use super::tree::{Content, Node};
use crate::reference::Origin;
use crate::span::Span;
use merge::Merge;

/// A reference file as text.
#[derive(Clone, Debug)]
pub struct Written<'t> {
    text: &'t str,
    /// The document that has the facts; none in a file without any text but comments.
    root: Option<Node<'t>>,
    /// Whether the file is that one document.
    alone: bool,
}

impl<'t> Written<'t> {
    /// Takes a file by its name and its text; an empty one is the beginning of a new one.
    ///
    /// # Errors
    /// Text that is no YAML, or is no file of facts. What its facts say is not looked at.
    pub fn read(file: &'t str, text: &'t str) -> Result<Self, Vec<LoadError>> {
        let mut roots = load::roots(file, text)?;
        roots.retain(|root| !root.is_nothing());
        if let Some(strange) = roots.iter().find(|root| !is_house(root)) {
            let place = strange.head();
            let origin = Origin { file: file.to_owned(), line: place.line, column: place.column };
            return Err(vec![LoadError { origin, span: place.span(text), problem: Problem::NoFacts }]);
        }
        let alone = roots.len() == 1 && !text.contains("\n---") && !text.contains("\n...");
        let holder = roots.iter().rposition(|root| root.entry("facts").is_some());
        let holder = holder.or(roots.len().checked_sub(1));
        Ok(Self { text, root: holder.map(|index| roots.swap_remove(index)), alone })
    }

    /// The text in the house's hand: keys in the order of the reference format, two spaces a step, a blank
    /// line between facts. Comments go with what they stand above, and what it says stays. Files that are
    /// written between braces, with anchors at facts or as several documents keep those as they are.
    pub fn tidy(&self) -> String {
        let tidied = self.root.as_ref().filter(|_| self.alone).map(|root| tidy::tidy(self.text, root));
        tidied.unwrap_or_else(|| self.text.to_owned())
    }

    /// Whether another file says the same, however it is written.
    pub fn says_as(&self, other: &Written<'_>) -> bool {
        match (&self.root, &other.root) {
            (Some(own), Some(other)) => says_as(own, other),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    /// Where its facts stand.
    pub fn places(&self) -> Places<'_> {
        let facts = self.root.as_ref().and_then(|root| root.entry("facts")).map(|(_, facts)| &facts.content);
        let items = match facts {
            Some(Content::List(items)) => items.as_slice(),
            Some(Content::Text(..) | Content::Map(_)) | None => &[],
        };
        let named = items.iter().filter_map(|item| Some((item.entry("id")?.1.text()?.trim(), item)));
        let defaults = self.root.as_ref().and_then(|root| root.entry("defaults")).map(|(_, defaults)| defaults);
        Places { text: self.text, defaults, facts: named.collect() }
    }

    /// The text with these facts in it, each with an id of its own.
    pub fn with(&self, sketches: &[Sketch]) -> String {
        let mut merge = Merge::new(self.text);
        merge.facts(self.root.as_ref(), sketches);
        merge.apply()
    }
}

/// Where the facts of a file stand, by their ids.
pub struct Places<'w> {
    text: &'w str,
    defaults: Option<&'w Node<'w>>,
    facts: HashMap<&'w str, &'w Node<'w>>,
}

impl Places<'_> {
    /// A key of a fact, or the item of this number below it; where the fact does not have the key, that of
    /// the file's defaults, else its id. None where the file does not have the fact.
    pub fn of(&self, id: &str, key: &str, item: Option<usize>) -> Option<(Origin, Span)> {
        let fact = self.facts.get(id)?;
        let default = || self.defaults.and_then(|defaults| defaults.entry(key));
        let (_, value) = fact.entry(key).or_else(default).or_else(|| fact.entry("id"))?;
        let place = match (&value.content, item) {
            (Content::List(items), Some(item)) => items.get(item).unwrap_or(value).head(),
            (Content::List(_) | Content::Text(..) | Content::Map(_), _) => value.head(),
        };
        let origin = Origin { file: String::new(), line: place.line, column: place.column };
        Some((origin, place.span(self.text)?))
    }
}

/// Whether two nodes say the same: the keys of a mapping stand in any order.
fn says_as(one: &Node<'_>, other: &Node<'_>) -> bool {
    match (&one.content, &other.content) {
        (Content::Text(one, style), Content::Text(other, other_style)) => {
            one.trim() == other.trim() && style == other_style
        }
        (Content::List(one), Content::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| says_as(one, other))
        }
        (Content::Map(one), Content::Map(other)) => {
            let same = |(key, value): &(Node<'_>, Node<'_>)| {
                let mut found = other.iter().filter(|(name, _)| says_as(name, key));
                found.next().is_some_and(|(_, other)| says_as(value, other)) && found.next().is_none()
            };
            one.len() == other.len() && one.iter().all(same)
        }
        (Content::Text(..) | Content::List(_) | Content::Map(_), _) => false,
    }
}

/// Whether a document is a mapping whose `facts` are a list, or are still to come.
fn is_house(root: &Node<'_>) -> bool {
    let facts = root.entry("facts").map(|(_, facts)| facts);
    let list = facts.is_none_or(|facts| facts.is_nothing() || matches!(facts.content, Content::List(_)));
    matches!(root.content, Content::Map(_)) && list
}
