//! Terms of office → offices in time.

use jiff::civil;

use super::place;
use crate::import::Reading;
use crate::import::error::Problem;
use crate::lexicon;
use crate::reference::written::Sketch;
use crate::reference::{Content, Node};

/// No more days lie between two terms of one stay in office.
const GAP: i32 = 10;

/// An office, by the file's word for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Office {
    Senator,
    Representative,
    President,
    VicePresident,
}

/// A term, or several without a gap.
#[derive(Clone, Debug)]
pub(super) struct Term<'n> {
    office: Office,
    pub(super) from: civil::Date,
    until: civil::Date,
    party: Option<&'n str>,
    state: Option<&'n str>,
}

/// Reads the terms of one person.
pub(super) fn terms<'n>(node: &'n Node<'n>, reading: &mut Reading<'_>) -> Vec<Term<'n>> {
    let Content::List(items) = &node.content else {
        reading.report(place(node), Problem::Missing("terms"));
        return Vec::new();
    };
    let mut terms = Vec::new();
    for item in items {
        let Some(term) = term(item, reading) else { continue };
        // Who changes party amid a term has one part of it in each.
        match item.child("party_affiliations").map(|parts| &parts.content) {
            Some(Content::List(parts)) => {
                terms.extend(parts.iter().filter_map(|part| affiliated(part, &term, reading)));
            }
            Some(Content::Map(_) | Content::Text(..)) | None => terms.push(term),
        }
    }
    terms
}

fn term<'n>(node: &'n Node<'n>, reading: &mut Reading<'_>) -> Option<Term<'n>> {
    let text = |key: &str| node.child(key).and_then(Node::text);
    let office = match text("type") {
        Some("sen") => Office::Senator,
        Some("rep") => Office::Representative,
        Some("prez") => Office::President,
        Some("viceprez") => Office::VicePresident,
        Some(_) | None => {
            reading.report(place(node), Problem::Missing("type"));
            return None;
        }
    };
    let (from, until) = period(node, reading)?;
    Some(Term { office, from, until, party: text("party"), state: text("state") })
}

/// The part of a term that was spent in one party.
fn affiliated<'n>(node: &'n Node<'n>, term: &Term<'n>, reading: &mut Reading<'_>) -> Option<Term<'n>> {
    let (from, until) = period(node, reading)?;
    Some(Term { from, until, party: node.child("party").and_then(Node::text), ..term.clone() })
}

/// The first and the last day.
fn period(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<(civil::Date, civil::Date)> {
    let mut end = |key: &'static str| {
        let date = node.child(key);
        if date.is_none() {
            reading.report(place(node), Problem::Missing(key));
        }
        date.and_then(|date| day(date, reading))
    };
    let (from, until) = (end("start"), end("end"));
    Some((from?, until?))
}

/// A day as the file writes it; what is none has been told.
pub(super) fn day(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<civil::Date> {
    let text = node.text().unwrap_or_default();
    let day = text.parse().ok();
    if day.is_none() {
        reading.report(place(node), Problem::NotADate(text.to_owned()));
    }
    day
}

/// Terms of one office, party and state that follow each other as one.
pub(super) fn merged<'n>(terms: &[Term<'n>]) -> Vec<Term<'n>> {
    let mut merged: Vec<Term<'n>> = Vec::new();
    for term in terms {
        match merged.last_mut() {
            Some(last) if last.is_continued_by(term) => last.until = term.until,
            Some(_) | None => merged.push(term.clone()),
        }
    }
    merged
}

impl Term<'_> {
    /// Whether it is that of a president or vice president.
    pub(super) const fn is_executive(&self) -> bool {
        matches!(self.office, Office::President | Office::VicePresident)
    }

    fn is_continued_by(&self, next: &Self) -> bool {
        let gap = next.from.since(self.until).map_or(i32::MAX, |gap| gap.get_days());
        (self.office, self.party, self.state) == (next.office, next.party, next.state) && gap <= GAP
    }

    /// Whether it is not over when the file is made.
    pub(super) fn runs_on(&self, made: Option<civil::Date>) -> bool {
        made.is_some_and(|made| made < self.until)
    }

    /// As an entry of `roles`. A term that runs on when the file is made has no end yet: its holder
    /// may be elected again.
    pub(super) fn sketch(&self, made: Option<civil::Date>) -> Sketch {
        let until = if self.runs_on(made) { String::new() } else { self.until.to_string() };
        let names = self.names().iter().map(|&name| name.to_owned());
        let state = self.state.map(|code| lexicon::state(code).unwrap_or(code));
        Sketch::entry()
            .with("role", names.collect::<Vec<_>>())
            .with("from", self.from.to_string())
            .with("until", until)
            .with("party", self.party.and_then(party).unwrap_or_default())
            .with("place", state.unwrap_or_default())
    }

    /// What articles call the office.
    fn names(&self) -> &'static [&'static str] {
        match (self.office, self.state) {
            (Office::Senator, _) => &["Sen.", "Senator", "U.S. senator"],
            (Office::Representative, Some("PR")) => {
                &["Resident Commissioner", "Delegate", "Del.", "Rep.", "Representative", "Congressman", "Congresswoman"]
            }
            (Office::Representative, Some("AS" | "DC" | "GU" | "MP" | "VI")) => {
                &["Del.", "Delegate", "Rep.", "Representative", "Congressman", "Congresswoman"]
            }
            (Office::Representative, _) => {
                &["Rep.", "Representative", "Congressman", "Congresswoman", "U.S. representative"]
            }
            (Office::President, _) => {
                &["President", "U.S. President", "American President", "President of the United States"]
            }
            (Office::VicePresident, _) => {
                &["Vice President", "U.S. Vice President", "Vice President of the United States"]
            }
        }
    }
}

/// A party by the letter it has behind a name; none for those that have none.
fn party(name: &str) -> Option<&str> {
    match name {
        "Democrat" => Some("D"),
        "Republican" => Some("R"),
        "Independent" => Some("I"),
        "Libertarian" => Some("L"),
        "no party" => None,
        other => Some(other),
    }
}
