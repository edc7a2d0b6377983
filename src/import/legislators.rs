//! The files of unitedstates/congress-legislators → people with their offices in time.
//!
//! <https://github.com/unitedstates/congress-legislators>: members of Congress, presidents and vice
//! presidents, each with names, day of birth and terms.

mod names;
mod terms;

use std::collections::HashMap;

use jiff::civil;

use super::error::{Place, Problem};
use super::{Found, Reading};
use crate::reference::written::Sketch;
use crate::reference::{self, Node};
use names::Name;
use terms::Term;

/// Reads a file of legislators.
pub(super) fn read(text: &str, reading: &mut Reading<'_>) {
    let roots = match reference::roots(reading.file, text) {
        Ok(roots) => roots,
        Err(errors) => {
            for error in errors {
                reading.report(Place::Line(error.origin.line, error.origin.column), Problem::Fact(error.problem));
            }
            return;
        }
    };
    let people: Vec<&Node<'_>> = roots.iter().flat_map(Node::items).collect();
    if !people.iter().any(|person| person.child("terms").is_some()) {
        return reading.report(Place::File, Problem::NotThis(reading.format));
    }
    let members: Vec<Member<'_>> = people.into_iter().filter_map(|node| member(node, reading)).collect();
    let sketches = sketches(&members);
    reading
        .found
        .extend(members.iter().zip(sketches).map(|(member, sketch)| Found { place: place(member.node), sketch }));
}

/// One entry of the file.
struct Member<'n> {
    node: &'n Node<'n>,
    name: Name<'n>,
    born: Option<civil::Date>,
    terms: Vec<Term<'n>>,
}

/// Reads an entry; none where it has no name or nothing to say.
fn member<'n>(node: &'n Node<'n>, reading: &mut Reading<'_>) -> Option<Member<'n>> {
    let Some(name) = node.child("name").and_then(names::name) else {
        reading.report(place(node), Problem::Missing("name"));
        return None;
    };
    let born = node.child("bio").and_then(|bio| bio.child("birthday"));
    let born = born.and_then(|born| terms::day(born, reading));
    let Some(terms) = node.child("terms") else {
        reading.skip(place(node), format!("{} has no terms", name.usual()));
        return None;
    };
    let terms = terms::terms(terms, reading);
    Some(Member { node, name, born, terms })
}

/// An id for each, of its name; those of one name are told apart by the year of their birth.
fn ids(members: &[Member<'_>]) -> Vec<String> {
    let id = |member: &Member<'_>| reference::kebab(&member.name.usual().replace('.', ""));
    let plain: Vec<String> = members.iter().map(id).collect();
    let shared = counted(plain.iter().map(String::as_str));
    let told_apart = |(member, id): (&Member<'_>, &String)| match member.born {
        Some(born) if shared[id.as_str()] > 1 => format!("{id}-{}", born.year()),
        Some(_) | None => id.clone(),
    };
    members.iter().zip(&plain).map(told_apart).collect()
}

/// How often each text is there.
fn counted<'t>(texts: impl Iterator<Item = &'t str>) -> HashMap<&'t str, usize> {
    let mut counts = HashMap::new();
    texts.for_each(|text| *counts.entry(text).or_default() += 1);
    counts
}

/// The facts of the members.
fn sketches(members: &[Member<'_>]) -> Vec<Sketch> {
    // Whoever has a term that ends after the last one began is in office when the file is made.
    let made = members.iter().flat_map(|member| &member.terms).map(|term| term.from).max();
    let families = counted(members.iter().map(|member| member.name.family()));
    let sketched = members.iter().zip(ids(members)).map(|(member, id)| {
        let mut aliases = member.name.aliases();
        let family = member.name.family();
        // Of presidents the family name alone is enough, while they are in office.
        let presides = |term: &Term<'_>| term.is_executive() && term.runs_on(made);
        if member.terms.iter().any(presides) && families[family] == 1 {
            aliases.push(family.to_owned());
        }
        let roles = terms::merged(&member.terms);
        let roles: Vec<Sketch> = roles.iter().map(|term| term.sketch(made)).collect();
        Sketch::new(id)
            .with("person", member.name.usual())
            .with("aliases", aliases)
            .with("born", member.born.map(|born| born.to_string()).unwrap_or_default())
            .with("roles", roles)
            .with("source", member.source())
    });
    sketched.collect()
}

impl Member<'_> {
    /// The page of the Biographical Directory of Congress.
    fn source(&self) -> String {
        let bioguide = self.node.child("id").and_then(|ids| ids.child("bioguide")).and_then(Node::text);
        bioguide.map(|id| format!("https://bioguide.congress.gov/search/bio/{id}")).unwrap_or_default()
    }
}

/// Where an entry stands.
fn place(node: &Node<'_>) -> Place {
    let place = node.head();
    Place::Line(place.line, place.column)
}
