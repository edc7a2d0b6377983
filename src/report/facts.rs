//! The facts of a house, for people and for programs.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::Write;

use serde::Serialize;

use super::context::collapse;
use super::explain::reading;
use super::table;
use super::text::counted;
use crate::claim::Claim;
use crate::reference::{Entry, Fact, Form, Person, Reference, RoleHeld, Tolerance};
use crate::value::{Date, Unit};

/// How many characters of a sentence a column shows.
const WIDTH: usize = 60;

/// Appends the facts in columns: id, form, what they are about, what they say, where they are written.
pub fn table(out: &mut Vec<u8>, facts: &[&Fact]) {
    let rows = facts.iter().map(|fact| {
        [
            fact.id.clone(),
            fact.form.key().to_owned(),
            cut(&subject(fact)),
            cut(&value(fact)),
            format!("{}:{}", fact.origin.file, fact.origin.line),
        ]
    });
    table::aligned(out, &rows.collect::<Vec<_>>());
}

/// Appends the facts, the day on which somebody last looked at them first.
pub fn stale(out: &mut Vec<u8>, facts: &[&Fact]) {
    let rows = facts.iter().map(|fact| {
        [
            fact.checked.map(|day| day.to_string()).unwrap_or_default(),
            fact.id.clone(),
            format!("{}:{}", fact.origin.file, fact.origin.line),
            fact.source.as_deref().map(cut).unwrap_or_default(),
        ]
    });
    table::aligned(out, &rows.collect::<Vec<_>>());
}

/// Appends the line that sums up what was found in the facts.
pub fn summary(out: &mut Vec<u8>, reference: &Reference, flaws: usize) {
    let files: HashSet<&str> = reference.facts.iter().map(|fact| fact.origin.file.as_str()).collect();
    let (facts, files) = (counted(reference.facts.len(), "fact"), counted(files.len(), "file"));
    let found = if flaws == 0 { "nothing to correct".to_owned() } else { counted(flaws, "warning") };
    put(out, &format!("{facts} in {files}: {found}"));
}

/// A fact as one object.
#[derive(Serialize)]
struct Record<'f> {
    id: &'f str,
    form: &'static str,
    subject: &'f [String],
    measure: &'f [String],
    /// What it says, as it is written.
    says: Cow<'f, str>,
    from: Option<String>,
    until: Option<String>,
    #[serde(rename = "as-of")]
    as_of: Option<String>,
    source: Option<&'f str>,
    checked: Option<String>,
    tags: &'f [String],
    file: &'f str,
    line: u32,
}

/// Appends an object a fact, each on its line.
///
/// # Panics
/// Never: a vector takes every byte.
pub fn jsonl(out: &mut Vec<u8>, facts: &[&Fact]) {
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    for fact in facts {
        let record = Record {
            id: &fact.id,
            form: fact.form.key(),
            subject: &fact.subject,
            measure: &fact.measure,
            says: says(fact),
            from: day(fact.from),
            until: day(fact.until),
            as_of: day(fact.as_of),
            source: fact.source.as_deref(),
            checked: fact.checked.map(|day| day.to_string()),
            tags: &fact.tags,
            file: &fact.origin.file,
            line: fact.origin.line,
        };
        serde_json::to_writer(&mut *out, &record).expect("a vector takes every byte");
        out.push(b'\n');
    }
}

/// Appends all that is known of a fact, and how its value is read.
pub fn show(out: &mut Vec<u8>, fact: &Fact) {
    put(out, &format!("{} ({}), {}", fact.id, fact.form.key(), fact.origin));
    match &fact.form {
        Form::Sentence { text, claims, tolerance } => {
            put(out, &format!("  {}", collapse(text)));
            for claim in claims {
                let words = collapse(text.get(claim.span.range()).unwrap_or_default());
                put(out, &format!("    \"{words}\" is read as {}", reading(claim)));
            }
            if claims.is_empty() {
                put(out, "    nothing in it can be compared");
            }
            field(out, "tolerance", tolerance.map(tolerated));
        }
        Form::Value(stated) | Form::Date(stated) => {
            put(out, &format!("  {}: {}", fact.form.key(), stated.text));
            read_as(out, &stated.claim);
            field(out, "tolerance", stated.tolerance.map(tolerated));
        }
        Form::Values(entries) => entries.iter().for_each(|entry| show_entry(out, entry)),
        Form::Since { since, until } => {
            let until = until.map_or("and lasts".to_owned(), |until| format!("until {until}"));
            put(out, &format!("  since {since} {until}"));
        }
        Form::Person(person) => show_person(out, person),
        Form::Quote { words, by } => {
            put(out, &format!("  \"{}\"", collapse(words)));
            field(out, "by", listed(by));
        }
        Form::Transcript { text, by } => {
            put(out, &format!("  a transcript of {}", counted(text.split_whitespace().count(), "word")));
            field(out, "by", listed(by));
        }
        Form::Statement { clause, holds } => {
            put(out, &format!("  {}", collapse(clause)));
            field(out, "holds", Some(if *holds { "yes" } else { "no" }.to_owned()));
        }
    }
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    for (name, said) in [
        ("subject", listed(&fact.subject)),
        ("measure", listed(&fact.measure)),
        ("not", listed(&fact.not)),
        ("from", day(fact.from)),
        ("until", day(fact.until)),
        ("as of", day(fact.as_of)),
        ("source", fact.source.clone()),
        ("checked", fact.checked.map(|day| day.to_string())),
        ("note", fact.note.clone()),
        ("severity", fact.severity.map(|severity| severity.name().to_owned())),
        ("tags", listed(&fact.tags)),
    ] {
        field(out, name, said);
    }
}

fn show_entry(out: &mut Vec<u8>, entry: &Entry) {
    let until = entry.until.map(|until| format!(" until {until}")).unwrap_or_default();
    put(out, &format!("  from {}{until}: {}", entry.from, entry.value.text));
    read_as(out, &entry.value.claim);
    if let Some(source) = &entry.source {
        put(out, &format!("    source: {}", collapse(source)));
    }
}

fn show_person(out: &mut Vec<u8>, person: &Person) {
    put(out, &format!("  {}", person.name));
    for (name, said) in [
        ("also", listed(&person.aliases)),
        ("never", listed(&person.misspellings)),
        ("born", person.born.map(|day| day.to_string())),
        ("died", person.died.map(|day| day.to_string())),
    ] {
        field(out, name, said);
    }
    for RoleHeld { role, from, until, party, place } in &person.roles {
        let time = match (from, until) {
            (Some(from), Some(until)) => format!(" from {from} until {until}"),
            (Some(from), None) => format!(" since {from}"),
            (None, Some(until)) => format!(" until {until}"),
            (None, None) => String::new(),
        };
        let of: Vec<&str> = [party, place].into_iter().flatten().map(String::as_str).collect();
        let of = if of.is_empty() { String::new() } else { format!(" ({})", of.join(", ")) };
        put(out, &format!("  {}{of}{time}", role.join(" or ")));
    }
}

fn read_as(out: &mut Vec<u8>, claim: &Claim<'_>) {
    put(out, &format!("    read as {}", reading(claim)));
}

fn field(out: &mut Vec<u8>, name: &str, said: Option<String>) {
    if let Some(said) = said {
        put(out, &format!("  {name}: {}", collapse(&said)));
    }
}

fn listed(texts: &[String]) -> Option<String> {
    (!texts.is_empty()).then(|| texts.join(", "))
}

fn tolerated(tolerance: Tolerance) -> String {
    match tolerance {
        Tolerance::None => "exact".to_owned(),
        Tolerance::Share(share) => {
            let percent = share.checked_mul(100.into()).map_or_else(String::new, |percent| percent.to_string());
            format!("{percent}%")
        }
        Tolerance::Absolute(amount, unit) => format!("{amount} {}", unit.map_or("", Unit::id)).trim_end().to_owned(),
    }
}

/// A fact in a line: its sentence, or what it is about and what it says of it.
pub(super) fn told(fact: &Fact) -> String {
    match &fact.form {
        Form::Sentence { text, .. } => text.clone(),
        Form::Value(_)
        | Form::Values(_)
        | Form::Date(_)
        | Form::Since { .. }
        | Form::Person(_)
        | Form::Quote { .. }
        | Form::Transcript { .. }
        | Form::Statement { .. } => format!("{}: {}", subject(fact), value(fact)),
    }
}

/// What a fact is about: its subject and measure, or its sentence.
fn subject(fact: &Fact) -> String {
    let placed = || {
        let first = [&fact.subject, &fact.measure].into_iter().filter_map(|words| words.first().cloned());
        first.collect::<Vec<_>>().join(", ")
    };
    match &fact.form {
        Form::Sentence { text, .. } => text.clone(),
        Form::Person(person) => person.name.clone(),
        Form::Statement { clause, .. } => clause.clone(),
        Form::Quote { by, .. } | Form::Transcript { by, .. } => by.join(", "),
        Form::Value(_) | Form::Values(_) | Form::Date(_) | Form::Since { .. } => placed(),
    }
}

/// What a fact says of it, in short.
fn value(fact: &Fact) -> String {
    match &fact.form {
        Form::Sentence { text, claims, .. } => {
            let words = claims.iter().filter_map(|claim| text.get(claim.span.range()));
            words.collect::<Vec<_>>().join("; ")
        }
        Form::Value(stated) | Form::Date(stated) => stated.text.clone(),
        Form::Values(entries) => entries.last().map(|entry| entry.value.text.clone()).unwrap_or_default(),
        Form::Since { since, until } => until.map_or_else(|| since.to_string(), |until| format!("{since} to {until}")),
        Form::Person(person) => person.roles.last().map(|held| held.role.join(" or ")).unwrap_or_default(),
        Form::Quote { words, .. } => words.clone(),
        Form::Transcript { .. } => "transcript".to_owned(),
        Form::Statement { holds, .. } => if *holds { "holds" } else { "does not hold" }.to_owned(),
    }
}

/// All that a fact says, as it is written.
fn says(fact: &Fact) -> Cow<'_, str> {
    match &fact.form {
        Form::Sentence { text, .. } => text.into(),
        Form::Statement { clause, .. } => clause.into(),
        Form::Person(person) => person.name.as_str().into(),
        Form::Values(_)
        | Form::Value(_)
        | Form::Date(_)
        | Form::Since { .. }
        | Form::Quote { .. }
        | Form::Transcript { .. } => value(fact).into(),
    }
}

/// A text on one line, cut where it is long.
fn cut(text: &str) -> String {
    let text = collapse(text);
    match text.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.into_owned(),
    }
}

fn put(out: &mut Vec<u8>, line: &str) {
    writeln!(out, "{}", line.trim_end()).expect("a vector takes every byte");
}
