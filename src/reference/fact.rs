//! One entry of `facts:` → a fact.

use std::collections::hash_map;

use super::common::Common;
use super::error::Problem;
use super::fields::{Entries, Reader};
use super::form;
use super::keys;
use super::tree::Node;
use super::{Fact, Form};

impl Reader<'_, '_> {
    /// One fact; none where it lacks what makes it one.
    pub(super) fn fact(&mut self, node: &Node<'_>, defaults: &Common) -> Option<Fact> {
        let before = self.errors.len();
        let entries = self.entries("a fact", node, &keys::FACT)?;
        let misspelled = self.errors[before..].iter().any(|error| misses_a_form(&error.problem));
        let id = self.id(entries);
        let common = self.common(entries, defaults);
        let form = if misspelled { None } else { self.form(entries, &common) };
        let (id, form) = (id?, form?);
        let origin = self.origin(entries.get("id").unwrap_or(node).place);
        // What began and ended says so itself.
        let until = if matches!(form, Form::Since { .. }) { None } else { common.until };
        Some(Fact {
            id,
            form,
            subject: common.subject,
            measure: common.measure,
            not: common.not,
            from: common.from,
            until,
            as_of: common.as_of,
            source: common.source,
            checked: common.checked,
            note: common.note,
            severity: common.severity,
            tags: common.tags,
            origin,
        })
    }

    fn id(&mut self, entries: Entries<'_, '_>) -> Option<String> {
        if entries.key("id").is_none() {
            self.report(entries.node, Problem::Missing { key: "id", owner: "a fact" });
            return None;
        }
        let id = self.text(entries, "id")?;
        let proposed = kebab(id);
        if proposed != id {
            self.report_value(entries, "id", Problem::BadId { id: id.to_owned(), proposed });
            return None;
        }
        let origin = self.origin(entries.get("id").unwrap_or(entries.node).place);
        match self.ids.entry(id.to_owned()) {
            hash_map::Entry::Vacant(free) => {
                free.insert(origin);
                Some(id.to_owned())
            }
            hash_map::Entry::Occupied(taken) => {
                let first = taken.get().clone();
                self.report_value(entries, "id", Problem::DuplicateId { id: id.to_owned(), first });
                None
            }
        }
    }
}

/// Whether a misspelled key was meant to say what the fact states.
fn misses_a_form(problem: &Problem) -> bool {
    matches!(problem, Problem::UnknownKey { nearest: Some(known), .. } if form::is_form(known))
}

/// A text as an id: small letters and digits, hyphens between words.
pub(crate) fn kebab(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    for part in text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(part.chars().flat_map(char::to_lowercase));
    }
    id
}
