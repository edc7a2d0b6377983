//! `person:` → a person with offices in time.

use super::common::Common;
use super::error::Problem;
use super::fields::{Entries, Reader};
use super::keys;
use super::tree::{Content, Node};
use super::{Form, Person, RoleHeld};

/// Reads the keys of a person.
pub(super) fn person(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>, _: &Common) -> Option<Form> {
    let name = reader.string(entries, "person")?;
    Some(Form::Person(Person {
        name,
        aliases: reader.texts(entries, "aliases"),
        misspellings: reader.texts(entries, "misspellings"),
        born: reader.day(entries, "born"),
        died: reader.day(entries, "died"),
        roles: entries.get("roles").map(|node| roles(reader, node)).unwrap_or_default(),
    }))
}

fn roles(reader: &mut Reader<'_, '_>, node: &Node<'_>) -> Vec<RoleHeld> {
    match &node.content {
        Content::List(items) => items.iter().filter_map(|item| role(reader, item)).collect(),
        Content::Text(..) | Content::Map(_) => role(reader, node).into_iter().collect(),
    }
}

/// An office with its time, or its bare name.
fn role(reader: &mut Reader<'_, '_>, node: &Node<'_>) -> Option<RoleHeld> {
    if let Some(name) = node.text().map(str::trim).filter(|name| !name.is_empty()) {
        let role = vec![name.to_owned()];
        return Some(RoleHeld { role, from: None, until: None, party: None, place: None });
    }
    let entries = reader.entries("an entry of roles", node, &keys::ROLE)?;
    if entries.key("role").is_none() {
        reader.report(node, Problem::Missing { key: "role", owner: "an entry of `roles`" });
    }
    let from = reader.date(entries, "from", None);
    let until = reader.date(entries, "until", None);
    reader.check_period(entries, from, until);
    Some(RoleHeld {
        role: reader.texts(entries, "role"),
        from,
        until,
        party: reader.string(entries, "party"),
        place: reader.string(entries, "place"),
    })
}
