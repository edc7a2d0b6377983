//! A spreadsheet's export → facts: a row a fact, or with one id on several rows the history of one.

use std::collections::HashMap;

use super::columns::{self, Column, Maker};
use super::error::{Place, Problem};
use super::{Found, Reading};
use crate::reference;
use crate::reference::written::{Part, Sketch};

/// Keys with alternatives, which a cell parts with ";" or "|".
const LISTS: [&str; 8] = ["subject", "measure", "not", "by", "aliases", "misspellings", "tags", "role"];
/// Keys of one office of a person.
const OFFICE: [&str; 5] = ["role", "from", "until", "party", "place"];
/// Keys of one value in time.
const ENTRY: [&str; 3] = ["from", "until", "value"];
/// Keys that an entry may have for itself where they differ from those of the fact.
const OWN: [&str; 2] = ["source", "note"];

/// Reads a table with its header in the first row.
pub(super) fn read(text: &str, delimiter: u8, columns: &[Column], reading: &mut Reading<'_>) {
    let mut table = csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers: Vec<String> = match table.headers() {
        Ok(headers) => headers.iter().map(str::to_owned).collect(),
        Err(error) => return reading.report(Place::Row(1), Problem::BadTable(error.to_string())),
    };
    if headers.is_empty() {
        return reading.report(Place::File, Problem::Empty);
    }
    let makers = match columns::makers(columns, &headers) {
        Ok(makers) => makers,
        Err(problems) => return problems.into_iter().for_each(|problem| reading.report(Place::File, problem)),
    };
    if makers.iter().all(|maker| maker.key != "id") {
        return reading.report(Place::File, Problem::NoColumn { key: "id", headers });
    }
    let mut groups = Groups::default();
    let mut sound = true;
    for (index, record) in table.records().enumerate() {
        match record {
            Ok(record) if record.iter().all(str::is_empty) => {}
            Ok(record) => {
                let number = record.position().map_or(index as u64 + 2, |position| position.record() + 1);
                match row(number, &record, &makers, &headers, reading) {
                    Some(row) => groups.add(&row, reading),
                    None => sound = false,
                }
            }
            Err(error) => reading.report(Place::Row(index as u64 + 2), bad_table(&error)),
        }
    }
    if groups.groups.is_empty() && sound {
        reading.report(Place::File, Problem::Empty);
    }
    reading.found.extend(groups.groups.into_iter().map(Group::found));
}

/// What the table's reader says, for somebody who sees a spreadsheet.
fn bad_table(error: &csv::Error) -> Problem {
    Problem::BadTable(match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            let cells = if *len == 1 { "cell" } else { "cells" };
            format!("{len} {cells}, where the header has {expected_len}; is a comma inside a cell not quoted?")
        }
        _ => error.to_string(),
    })
}

/// A row as keys of a fact.
struct Row {
    number: u64,
    id: String,
    keys: Vec<(&'static str, String)>,
}

impl Row {
    fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|(own, _)| *own == key)
    }

    /// The list that the row is one entry of, and the keys of that entry.
    fn series(&self) -> Option<(&'static str, &'static [&'static str])> {
        if self.has("person") {
            return self.has("role").then_some(("roles", &OFFICE[..]));
        }
        (self.has("value") && self.has("from")).then_some(("values", &ENTRY[..]))
    }
}

/// Reads a row; none where something in it is wrong, which has been told.
fn row(
    number: u64,
    record: &csv::StringRecord,
    makers: &[Maker],
    headers: &[String],
    reading: &mut Reading<'_>,
) -> Option<Row> {
    let cell = |column: usize| record.get(column).unwrap_or_default().to_owned();
    let mut id = None;
    let mut keys = Vec::new();
    let mut sound = true;
    for maker in makers {
        let Some(text) = maker.make(cell) else { continue };
        if maker.key == "id" {
            id = Some(reference::kebab(&text)).filter(|id| !id.is_empty());
            continue;
        }
        if let Err(problem) = reference::cell(maker.key, &text) {
            let place = match maker.column(headers) {
                Some(column) => Place::Cell { row: number, column: column.to_owned() },
                None => Place::Row(number),
            };
            reading.report(place, Problem::Fact(problem));
            sound = false;
        }
        keys.push((maker.key, text));
    }
    if id.is_none() {
        reading.report(Place::Row(number), Problem::NoId);
    }
    id.filter(|_| sound).map(|id| Row { number, id, keys })
}

/// The rows of a table, those with one id together.
#[derive(Default)]
struct Groups {
    groups: Vec<Group>,
    by_id: HashMap<String, usize>,
}

/// The rows of one fact.
struct Group {
    id: String,
    /// The first row.
    row: u64,
    keys: Vec<(&'static str, Part)>,
    /// `values` or `roles`, where the rows are entries of that.
    series: Option<&'static str>,
    entries: Vec<(u64, Vec<(&'static str, Part)>)>,
    /// The entries of `values` by when they begin.
    by_time: HashMap<String, usize>,
}

impl Groups {
    fn add(&mut self, row: &Row, reading: &mut Reading<'_>) {
        let index = *self.by_id.entry(row.id.clone()).or_insert_with(|| {
            self.groups.push(Group {
                id: row.id.clone(),
                row: row.number,
                keys: Vec::new(),
                series: row.series().map(|(key, _)| key),
                entries: Vec::new(),
                by_time: HashMap::new(),
            });
            self.groups.len() - 1
        });
        if let Err(problem) = self.groups[index].add(row) {
            reading.report(Place::Row(row.number), problem);
        }
    }
}

impl Group {
    /// Takes in one more row.
    fn add(&mut self, row: &Row) -> Result<(), Problem> {
        let series = row.series();
        if series.map(|(key, _)| key) != self.series || (series.is_none() && self.row != row.number) {
            return Err(Problem::Timeless { id: self.id.clone(), first: self.row });
        }
        let own = series.map_or(&[][..], |(_, keys)| keys);
        let mut entry = Vec::new();
        for (key, text) in &row.keys {
            let filling = filling(key, text);
            if own.contains(key) {
                entry.push((*key, filling));
            } else if let Err(filling) = self.set(key, filling) {
                if series.is_none() || !OWN.contains(key) {
                    return Err(Problem::Disagree { id: self.id.clone(), key: (*key).to_owned(), first: self.row });
                }
                entry.push((*key, filling));
            }
        }
        if series.is_some() {
            self.enter(row.number, entry)?;
        }
        Ok(())
    }

    /// Sets a key of the fact, adds its alternatives, or gives back what disagrees.
    fn set(&mut self, key: &'static str, filling: Part) -> Result<(), Part> {
        let Some((_, own)) = self.keys.iter_mut().find(|(own, _)| *own == key) else {
            self.keys.push((key, filling));
            return Ok(());
        };
        match (own, filling) {
            (Part::List(own), Part::List(more)) => {
                for text in more {
                    if !own.contains(&text) {
                        own.push(text);
                    }
                }
                Ok(())
            }
            (own, filling) if *own == filling => Ok(()),
            (_, filling) => Err(filling),
        }
    }

    /// Adds an entry; the same twice is one, two values at one time are a contradiction.
    fn enter(&mut self, row: u64, entry: Vec<(&'static str, Part)>) -> Result<(), Problem> {
        let get = |entry: &[(&'static str, Part)], key: &str| {
            entry.iter().find(|(own, _)| *own == key).map(|(_, filling)| filling.clone())
        };
        if let (Some("values"), Some(Part::Text(from))) = (self.series, get(&entry, "from"))
            && let Some(first) = self.by_time.insert(from, self.entries.len())
        {
            let (first, other) = &self.entries[first];
            let disagree = Problem::Disagree { id: self.id.clone(), key: "value".to_owned(), first: *first };
            return if get(other, "value") == get(&entry, "value") { Ok(()) } else { Err(disagree) };
        }
        self.entries.push((row, entry));
        Ok(())
    }

    fn found(self) -> Found {
        let filled = |sketch: Sketch, keys: Vec<(&'static str, Part)>| {
            keys.into_iter().fold(sketch, |sketch, (key, part)| sketch.with(key, part))
        };
        let mut sketch = filled(Sketch::new(self.id), self.keys);
        if let Some(series) = self.series {
            let entries = self.entries.into_iter().map(|(_, keys)| filled(Sketch::entry(), keys));
            sketch = sketch.with(series, entries.collect::<Vec<_>>());
        }
        Found { place: Place::Row(self.row), sketch }
    }
}

/// A cell as a text, or as alternatives.
fn filling(key: &str, text: &str) -> Part {
    if !LISTS.contains(&key) {
        return Part::Text(text.to_owned());
    }
    let parts = text.split([';', '|']).map(str::trim).filter(|part| !part.is_empty());
    Part::List(parts.map(str::to_owned).collect())
}
