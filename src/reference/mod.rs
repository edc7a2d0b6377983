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

use std::collections::HashSet;

use crate::value::Unit;

/// What stands for a source that somebody has still to look up.
pub(crate) const TO_COME: &str = "TODO";

/// The facts of a house, from all its files.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    /// In the order of the files and of the facts in them.
    pub facts: Facts,
    /// What a bare "$" in them stands for; none where that is the dollar of the United States.
    pub dollar: Option<Unit>,
    /// Where the facts stand, by which the files can be reopened; none where some facts cannot be
    /// read without others or without a transcript.
    pub outline: Option<Outline>,
}

impl Reference {
    /// Reads every bare "$" in the facts as this money.
    pub fn pay_in(&mut self, money: Unit) {
        self.dollar = Some(money);
        self.facts.pay_in(money);
    }

    /// The same without the facts of these numbers.
    #[must_use]
    pub fn without(self, facts: &HashSet<usize>) -> Self {
        let outline = self.outline.map(|outline| outline.without(facts));
        Self { facts: self.facts.without(facts), outline, ..self }
    }

    /// The id that a mistyped one was meant to be, if any is near enough.
    pub fn nearest(&self, id: &str) -> Option<&str> {
        fields::nearest(id, self.facts.iter().map(|fact| fact.id.as_str()))
    }
}
