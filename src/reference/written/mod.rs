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

pub use sketch::{Part, Sketch};

use super::error::{LoadError, Problem};
use super::load;
use super::tree::{Content, Node};
use crate::reference::Origin;
use merge::Merge;

/// A reference file as text.
#[derive(Clone, Debug)]
pub struct Written<'t> {
    text: &'t str,
    /// The document that has the facts; none in a file without any text but comments.
    root: Option<Node<'t>>,
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
        let holder = roots.iter().rposition(|root| root.entry("facts").is_some());
        let holder = holder.or(roots.len().checked_sub(1));
        Ok(Self { text, root: holder.map(|index| roots.swap_remove(index)) })
    }

    /// The text with these facts in it, each with an id of its own.
    pub fn with(&self, sketches: &[Sketch]) -> String {
        let mut merge = Merge::new(self.text);
        merge.facts(self.root.as_ref(), sketches);
        merge.apply()
    }
}

/// Whether a document is a mapping whose `facts` are a list, or are still to come.
fn is_house(root: &Node<'_>) -> bool {
    let facts = root.entry("facts").map(|(_, facts)| facts);
    let list = facts.is_none_or(|facts| facts.is_nothing() || matches!(facts.content, Content::List(_)));
    matches!(root.content, Content::Map(_)) && list
}
