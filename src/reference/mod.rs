//! The YAML files → facts.
//!
//! What an author writes in a `fact:`, `value:` or `date:` is read by the extractor that reads
//! drafts, so that the two sides cannot drift apart.

mod model;
mod load;
mod common;
mod fact;
mod facts;
mod form;
mod keys;
mod person;
mod fields;
mod stated;
mod syntax;
mod traps;
mod tree;
mod table;
mod error;
mod schema;
mod shipped;
pub mod written;

pub use error::{LoadError, Problem};
pub(crate) use fact::kebab;
pub use facts::{Facts, Outline};
pub(crate) use fields::{Entries, Reader, nearest};
pub(crate) use form::cell;
pub(crate) use keys::FACT as KEYS;
pub use load::{load, reopen};
pub(crate) use load::{read_with, roots};
pub use model::{Entry, Fact, Form, Origin, Person, RoleHeld, Stated, Tolerance};
pub use schema::schema;
pub(crate) use schema::{DIALECT, Shape, described};
pub use shipped::{PACKS, Pack};
pub(crate) use table::table;
pub(crate) use tree::{Content, Node};

use std::borrow::Cow;
use std::collections::HashSet;

use crate::lexicon::Usage;

/// What stands for a source that somebody has still to look up.
pub(crate) const TO_COME: &str = "TODO";

/// A file of facts.
#[derive(Clone, Debug)]
pub struct File<'f> {
    /// The name that messages call it by.
    pub name: Cow<'f, str>,
    /// What stands in it.
    pub text: Cow<'f, str>,
    /// What its author means by bare words.
    pub usage: Usage,
}

impl<'f> From<(&'f str, &'f str)> for File<'f> {
    /// A name and a text, with every word meant as in the United States.
    fn from((name, text): (&'f str, &'f str)) -> Self {
        Self { name: name.into(), text: text.into(), usage: Usage::default() }
    }
}

impl File<'_> {
    /// The same with its words borrowed.
    pub fn borrowed(&self) -> File<'_> {
        File { name: Cow::Borrowed(&self.name), text: Cow::Borrowed(&self.text), usage: self.usage }
    }
}

/// The facts of a house, from all its files.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    /// In the order of the files and of the facts in them.
    pub facts: Facts,
    /// Where the facts stand, by which the files can be reopened; none where some facts cannot be
    /// read without others or without a transcript.
    pub outline: Option<Outline>,
}

impl Reference {
    /// The same without the facts of these numbers.
    #[must_use]
    pub fn without(self, facts: &HashSet<usize>) -> Self {
        let outline = self.outline.map(|outline| outline.without(facts));
        Self { facts: self.facts.without(facts), outline }
    }

    /// The id that a mistyped one was meant to be, if any is near enough.
    pub fn nearest(&self, id: &str) -> Option<&str> {
        fields::nearest(id, self.facts.iter().map(|fact| fact.id.as_str()))
    }
}
