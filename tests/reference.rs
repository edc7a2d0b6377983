//! Reference files → facts, or everything that is wrong with them.
//!
//! The cases stand in `tests/reference/*.txt`: a heading, a YAML file, and what comes of it.

use std::fmt::Write as _;

use factdiff::check::{Index, compile};
use factdiff::claim::{Claim, Value};
use factdiff::reference::{Fact, Form, LoadError, PACKS, Reference, Tolerance, load};
use factdiff::value::{Amount, Quantity, Unit};
use proptest::prelude::*;

use crate::cases;

#[test]
fn broken_files_are_refused_with_place_and_way_out() {
    cases::hold("tests/reference/broken.txt", |parts| outcome(&format!("{}\n", parts.join("\n---\n"))));
}

#[test]
fn good_files_are_read() {
    cases::hold("tests/reference/good.txt", |parts| outcome(&format!("{}\n", parts.join("\n---\n"))));
}

#[test]
fn an_id_is_unique_over_all_files() {
    let file = "facts: [{id: bridge, fact: The bridge is 300 metres long.}]";
    let errors = load([("a.yaml", file), ("b.yaml", file)], no_transcript).expect_err("one id, two facts");
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].to_string(), "b.yaml:1:14: the id `bridge` is taken: a.yaml:1:14");
}

#[test]
fn a_transcript_is_read_by_the_caller() {
    let file = "facts: [{id: address, transcript: texts/address.txt, by: Mayor Olsen}]";
    let reader = |file: &str, path: &str| Ok(format!("{file} wants {path}"));
    let reference = load([("claims/town.yaml", file)], reader).expect("a good file");
    let Form::Transcript { text, by } = &reference.facts[0].form else { panic!("no transcript") };
    assert_eq!(
        (text.as_str(), by.as_slice()),
        ("claims/town.yaml wants texts/address.txt", &["Mayor Olsen".to_owned()][..])
    );
}

#[test]
fn shipped_facts_are_good() {
    let reference = packs();
    assert!(reference.facts.len() > 30);
    for fact in reference.facts.iter() {
        assert!(fact.source.is_some(), "{} has no source", fact.id);
    }
}

/// The packs, read from their text.
fn packs() -> Reference {
    load(PACKS.iter().map(|pack| (pack.file, pack.text)), |_, path| Err(format!("no {path} is shipped")))
        .expect("good packs")
}

#[test]
fn packs_are_compiled_as_they_are() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/check/index/packs.bin");
    let now = compile(&Index::of(&packs())).expect("facts that stand alone");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, &now).expect("the compiled packs can be written");
    }
    let compiled = std::fs::read(file).expect("the compiled packs are there");
    assert!(compiled == now, "the packs or what is made of them changed: UPDATE=1 cargo test");
}

#[test]
fn a_bomb_of_aliases_is_refused_at_once() {
    let mut yaml = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let before = format!("*a{}, ", level - 1).repeat(10);
        let _ = writeln!(yaml, "a{level}: &a{level} [{}]", before.trim_end_matches(", "));
    }
    let errors = read(&yaml).expect_err("a bomb");
    assert!(errors.iter().any(|error| error.problem.to_string() == "aliases repeat more than 100000 nodes"));
}

#[test]
fn no_text_breaks_the_reader() {
    let deep = ["[".repeat(100_000), "{a: ".repeat(100_000), "- ".repeat(100_000), "\u{feff}".into(), "\0".into()];
    for text in deep {
        assert!(read(&text).is_err() || text == "\u{feff}", "{} is no reference", &text[..3]);
    }
}

#[test]
fn a_file_that_nobody_wrote_by_hand_is_refused() {
    let errors = read(&"#".repeat((64 << 20) + 1)).expect_err("too much");
    assert_eq!(errors[0].to_string(), "house.yaml:1:1: the file is larger than 64 MiB");
}

/// Pieces of YAML that a reference file may be made of, whole or broken.
const PIECES: &[&str] = &[
    "facts:\n",
    "defaults:\n",
    "  - id: a\n",
    "  - {id: b, ",
    "    value: ",
    "value: ",
    "12 arches",
    "3,150 a year",
    "}",
    "]",
    "[",
    "{",
    ", ",
    ": ",
    "\n",
    "    ",
    "\t",
    "&x ",
    "*x",
    "!y ",
    "\"",
    "'",
    "\\u2019",
    "|\n",
    ">\n",
    "# note",
    "é’",
    "\u{feff}",
    "---\n",
    "...\n",
    "? ",
    "- ",
    "<<: ",
    "fact: The bridge is 300 metres long.",
    "date: 1904-02-30",
    "subject: [bridge]",
    "tolerance: 10%",
    "kind: score",
    "unit: hour",
    "values:\n",
    "      - from: 2024",
    "person: Ada",
    "roles: [{role: Mayor}]",
    "~",
];

proptest! {
    /// A file is read or refused; each fault is somewhere in it.
    #[test]
    fn every_fault_is_somewhere_in_the_file(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        let yaml = pieces.concat();
        if let Err(errors) = read(&yaml) {
            prop_assert!(!errors.is_empty());
            for error in errors {
                prop_assert!(error.span.is_none_or(|span| yaml.get(span.range()).is_some()), "{error} in {yaml:?}");
                prop_assert!(error.origin.line as usize <= yaml.split('\n').count() + 1, "{error} in {yaml:?}");
                prop_assert!(!error.problem.to_string().is_empty());
                let _ = error.problem.help();
            }
        }
    }
}

fn read(yaml: &str) -> Result<Reference, Vec<LoadError>> {
    load([("house.yaml", yaml)], no_transcript)
}

fn no_transcript(_: &str, _: &str) -> Result<String, String> {
    Err("no such file".into())
}

/// What comes of a file: its facts, or its errors with the text they point at.
fn outcome(yaml: &str) -> String {
    let errors = match read(yaml) {
        Ok(reference) => return reference.facts.iter().map(describe).collect(),
        Err(errors) => errors,
    };
    let mut out = String::new();
    for LoadError { origin, span, problem } in &errors {
        let shown = span.map_or("", |span| yaml[span.range()].lines().next().unwrap_or_default());
        let line = yaml.lines().nth(origin.line as usize - 1).unwrap_or_default();
        assert!(line.contains(shown), "'{shown}' is not on line {}", origin.line);
        let _ = writeln!(out, "{}:{} [{shown}] {problem}", origin.line, origin.column);
        if let Some(help) = problem.help() {
            let _ = writeln!(out, "    {help}");
        }
    }
    out
}

/// A fact in one line and one more for each part.
fn describe(fact: &Fact) -> String {
    let mut out = format!("{} {}", fact.id, fact.origin.line);
    for (name, texts) in
        [("subject", &fact.subject), ("measure", &fact.measure), ("not", &fact.not), ("tags", &fact.tags)]
    {
        if !texts.is_empty() {
            let _ = write!(out, " {name}={}", texts.join("/"));
        }
    }
    for (name, date) in [("from", fact.from), ("until", fact.until), ("as-of", fact.as_of)] {
        if let Some(date) = date {
            let _ = write!(out, " {name}={date}");
        }
    }
    for (name, text) in [("source", &fact.source), ("note", &fact.note)] {
        if let Some(text) = text {
            let _ = write!(out, " {name}={text}");
        }
    }
    if let Some(severity) = fact.severity {
        let _ = write!(out, " severity={}", severity.name());
    }
    if let Some(checked) = fact.checked {
        let _ = write!(out, " checked={checked}");
    }
    out.push('\n');
    let parts: Vec<String> = match &fact.form {
        Form::Sentence { claims, tolerance, .. } => {
            let tolerance = tolerance.map(self::tolerance);
            claims.iter().map(claim).chain(tolerance).collect()
        }
        Form::Value(stated) | Form::Date(stated) => {
            let tolerance = stated.tolerance.map(self::tolerance);
            [claim(&stated.claim)].into_iter().chain(tolerance).collect()
        }
        Form::Values(entries) => entries
            .iter()
            .map(|entry| {
                let until = entry.until.map(|until| format!(" until {until}")).unwrap_or_default();
                format!("from {}{until}: {}", entry.from, claim(&entry.value.claim))
            })
            .collect(),
        Form::Since { since, until } => {
            vec![format!("since {since}{}", until.map(|until| format!(" until {until}")).unwrap_or_default())]
        }
        Form::Person(person) => {
            let names = format!("{} {:?} not {:?}", person.name, person.aliases, person.misspellings);
            let life = format!("born {:?} died {:?}", person.born, person.died);
            let roles = person.roles.iter().map(|role| {
                let days = [role.from, role.until].map(|date| date.map_or_else(|| "…".into(), |date| date.to_string()));
                format!("{} {} to {} {:?} {:?}", role.role.join("/"), days[0], days[1], role.party, role.place)
            });
            [names, life].into_iter().chain(roles).collect()
        }
        Form::Quote { words, by } => vec![format!("{words:?} by {}", by.join("/"))],
        Form::Transcript { text, by } => vec![format!("{text:?} by {}", by.join("/"))],
        Form::Statement { clause, holds } => vec![format!("{clause:?} holds: {holds}")],
    };
    for part in parts {
        let _ = writeln!(out, "    {part}");
    }
    out
}

fn tolerance(tolerance: Tolerance) -> String {
    match tolerance {
        Tolerance::None => "tolerance none".to_owned(),
        Tolerance::Share(share) => format!("tolerance {share} of it"),
        Tolerance::Absolute(amount, unit) => format!("tolerance {amount} {}", unit.map_or("in its own unit", Unit::id)),
    }
}

/// A claim by its kind and value.
fn claim(claim: &Claim<'_>) -> String {
    let value = match &claim.value {
        Value::Quantity(quantity) => self::quantity(quantity),
        Value::Date(dates, _) => dates.to_string(),
        Value::Time(time, _) => time.to_string(),
        Value::Rank(rank) => rank.to_string(),
        Value::Score(score) => format!("{}-{}", score.first, score.second),
        Value::Change(change) => format!("{change:?}"),
        Value::Role(role) => format!("{} {}", role.role, role.name),
        Value::Quote(words) => words.to_string(),
        Value::Statement(clause, _) => clause.to_string(),
    };
    let of = claim.of.as_deref().map(|of| format!(" of {of}")).unwrap_or_default();
    format!("{} {value} {}{of}", claim.kind.name(), claim.value.hedge().name())
}

fn quantity(quantity: &Quantity) -> String {
    let amount = match quantity.amount {
        Amount::Point(number) => number.value().to_string(),
        Amount::Range(low, high) => format!("{}..{}", low.value(), high.value()),
        Amount::Vague(low, high) => format!("{low}..{high}"),
        Amount::Rate(number, per) => format!("{} per {per}", number.value()),
    };
    quantity.unit.map_or(amount.clone(), |unit| format!("{amount} {}", unit.id()))
}
