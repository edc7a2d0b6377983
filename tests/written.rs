//! Facts written into reference files: `tests/reference/written.txt`, a file, the sketches, and the
//! file with them in it.
//!
//! A sketch is its id on a line, then its keys: `subject: [Alaska | the state]` is a list, `roles: {role: Mayor
//! | from: 2024} {role: Governor}` are entries, and `# …` is the comment above it.

use std::fmt::Write as _;

use factdiff::reference::written::{Part, Sketch, Written};
use factdiff::reference::{Fact, Form, Reference, load};
use proptest::prelude::*;

use crate::cases;

#[test]
fn facts_are_written_into_files() {
    cases::hold("tests/reference/written.txt", |parts| {
        let [file, sketches] = parts else { panic!("a file and its sketches: {parts:?}") };
        let file = file.replace("\\r", "\r").replace("\\ufeff", "\u{feff}");
        let file = file.strip_suffix("\\").map_or_else(|| format!("{file}\n"), str::to_owned);
        let sketches = sketches.split("\n\n").map(sketch).collect::<Vec<Sketch>>();
        let written = Written::read("house.yaml", &file).expect("good YAML");
        let text = written.with(&sketches);
        read(&text);
        let again = Written::read("house.yaml", &text).expect("good YAML");
        assert_eq!(again.with(&sketches), text, "what is written is not written again");
        text.replace('\r', "\\r").replace('\u{feff}', "\\ufeff")
    });
}

fn sketch(text: &str) -> Sketch {
    let comment = text.lines().filter_map(|line| line.strip_prefix("# ")).collect::<Vec<_>>().join("\n");
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let sketch = Sketch::new(lines.next().expect("an id"));
    let sketch = lines.fold(sketch, |sketch, line| {
        let (key, said) = line.trim().split_once(": ").expect("a key and what it says");
        sketch.with(key.to_owned().leak(), part(said))
    });
    if comment.is_empty() { sketch } else { sketch.commented(comment) }
}

fn part(said: &str) -> Part {
    if let Some(items) = said.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return items.split(" | ").map(str::to_owned).collect::<Vec<_>>().into();
    }
    if let Some(entries) = said.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        let entry = |entry: &str| {
            let pairs = entry.split(" | ").map(|pair| pair.split_once(": ").expect("a key and what it says"));
            pairs.fold(Sketch::entry(), |sketch, (key, said)| sketch.with(key.to_owned().leak(), part(said)))
        };
        return entries.split("} {").map(entry).collect::<Vec<_>>().into();
    }
    match said {
        "true" => true.into(),
        "false" => false.into(),
        text => text.into(),
    }
}

fn read(yaml: &str) -> Reference {
    match load([("house.yaml", yaml)], |_, _| Err("no such file".into())) {
        Ok(reference) => reference,
        Err(errors) => {
            let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
            panic!("{}\n{yaml}", errors.join("\n"));
        }
    }
}

/// Pieces that YAML makes something of.
const PIECES: &[&str] = &[
    "no",
    "NULL",
    "~",
    "true",
    "0123",
    "0x1F",
    "0o17",
    "1:30",
    "1e5",
    ".5",
    ".inf",
    "-1",
    "+5%",
    "1_000",
    "3,150",
    "a",
    "Ada",
    " ",
    "  ",
    ": ",
    ":",
    " #",
    "#",
    "# ",
    ", ",
    ",",
    "[",
    "]",
    "{",
    "}",
    "&",
    "*",
    "!",
    "|",
    ">",
    "'",
    "\"",
    "\\",
    "%",
    "@",
    "`",
    "- ",
    "-",
    "? ",
    "?",
    "---",
    "...",
    "<<",
    "=",
    "\n",
    "\t",
    "\r",
    "é",
    "’",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "\u{ffff}",
    "\0",
    "😀",
    "\u{a0}",
    "2024-01-31",
    "!!str",
    "'s",
    "::",
];

/// A text that something of is left of when the white space around it goes.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 1..6);
    pieces.prop_map(|pieces| pieces.concat().trim().to_owned()).prop_filter("some text", |text| !text.is_empty())
}

/// Files of every manner that facts are written in.
const FILES: &[&str] = &[
    "",
    "# facts to come\n",
    "facts:\n",
    "facts: []\n",
    "defaults: {source: the town}\nfacts: # none\n",
    "facts:\n  - id: bridge\n    note: old # so it is\n    subject: [bridge]\n    fact: The bridge is 300 metres long.",
    "facts:\n- id: bridge\n  note: |\n    old\n    words\n\n  subject:\n  - bridge # one\n  fact: The bridge is 300 metres long.\ndefaults:\n  source: the town\n",
    "facts:\n  - {id: bridge, fact: The bridge is 300 metres long., subject: bridge}\n  - {id: tower, fact: The tower is 30 metres high.}\n",
    "{facts: [{id: bridge, note: old, fact: The bridge is 300 metres long.}]}",
    "facts:\n- {id: bridge, fact: The bridge is 300 metres long., subject: bridge}\n- {id: tower, fact: The tower is 30 metres high.}\n",
    "{}",
    "facts:\r\n  -   id: bridge\r\n      note: >-\r\n        old\r\n      fact: The bridge is 300 metres long.\r\n\r\n  # the end\r\n...\r\n",
];

proptest! {
    /// Whatever a text is made of, the reader gives back the very text, in every manner of file.
    #[test]
    fn what_is_written_reads_back_as_meant(
        note in text(), item in text(), role in text(), file in prop::sample::select(FILES),
    ) {
        let office = Sketch::entry().with("role", vec![role.clone()]).with("from", "2024-01-31");
        let sketches = [
            Sketch::new("bridge").with("note", &*note).with("subject", vec![item.clone()])
                .with("fact", "The bridge is 300 metres long."),
            Sketch::new("ada").with("person", &*note).with("aliases", vec![item.clone(), "Ada".to_owned()])
                .with("roles", vec![office]),
        ];
        let text = Written::read("house.yaml", file).expect("good YAML").with(&sketches);
        let reference = read(&text);
        let fact = |id: &str| reference.facts.iter().find(|fact| fact.id == id).expect("it was written");
        let Fact { form: Form::Sentence { .. }, note: written, subject, .. } = fact("bridge") else { panic!("{text}") };
        prop_assert_eq!(written.as_deref(), Some(&*note), "{}", text);
        prop_assert_eq!(subject.last(), Some(&item), "{}", text);
        let Form::Person(person) = &fact("ada").form else { panic!("{text}") };
        prop_assert_eq!(&person.name, &note, "{}", text);
        prop_assert!(person.aliases.contains(&item), "{}", text);
        prop_assert_eq!(&person.roles[0].role, &[role], "{}", text);
        let again = Written::read("house.yaml", &text).expect("good YAML").with(&sketches);
        prop_assert_eq!(again, text, "what is written is not written again");
    }
}

#[test]
fn no_sketch_changes_no_byte() {
    for file in FILES {
        assert_eq!(Written::read("house.yaml", file).expect("good YAML").with(&[]), *file);
    }
}

#[test]
fn a_file_of_something_else_is_refused() {
    for (file, said) in [
        ("facts: {a: b}\n", "house.yaml:1:1: no key `facts` with a list of facts"),
        ("- a\n", "house.yaml:1:1: no key `facts` with a list of facts"),
        ("facts:\n  - id: \"a\n", "house.yaml:2:9: this is not valid YAML: unclosed quote"),
    ] {
        let errors = Written::read("house.yaml", file).expect_err("no file of facts");
        assert_eq!(errors[0].to_string(), said);
    }
}

#[test]
fn a_file_is_tidied() {
    cases::hold("tests/reference/tidy.txt", |parts| {
        let [file] = parts else { panic!("a file: {parts:?}") };
        let file = format!("{}\n", file.replace("\\r", "\r"));
        let written = Written::read("house.yaml", &file).expect("good YAML");
        let tidy = written.tidy();
        settled(&file, &tidy);
        tidy.replace('\r', "\\r")
    });
}

/// A tidied file says what the file said, has its comments, and is tidy.
fn settled(file: &str, tidy: &str) {
    let written = Written::read("house.yaml", file).expect("good YAML");
    let again = Written::read("house.yaml", tidy).unwrap_or_else(|errors| panic!("{errors:?}\n{tidy}"));
    assert!(again.says_as(&written), "{file}\n===\n{tidy}");
    assert_eq!(again.tidy(), tidy, "what is tidy stays as it is");
    let comments = |text: &str| {
        let mut comments: Vec<String> =
            text.lines().filter_map(|line| Some(line.split_once('#')?.1.trim().into())).collect();
        comments.sort();
        comments
    };
    assert_eq!(comments(tidy), comments(file));
}

/// Lines that a fact may have, and what may stand between them.
const LINES: &[&str] = &[
    "source: the town",
    "note: |\n    two\n\n     lines",
    "note: >-\n    folded\n    lines",
    "subject: [bridge,\n   old bridge]",
    "measure:\n  - length # so it is\n  - long",
    "measure:\n- length\n\n- long",
    "tags: 'it''s\n  old'",
    "values:\n    - {from: 2024, value: 5}\n    # then\n    - from: 2025\n      value: 6",
    "checked: 2025-08-01   # by her",
    "not: plain\n   words",
    "as-of: 2024 ",
];

proptest! {
    /// Whatever the hand, tidying changes no word and no comment, and is done once.
    #[test]
    fn tidying_keeps_what_a_file_says(
        facts in prop::collection::vec((prop::sample::subsequence(LINES, 0..LINES.len()), 0..3_usize, 0..4_usize), 1..4),
        indents in (0..4_usize, 2..5_usize),
        defaults in prop::bool::ANY,
    ) {
        let (dash, step) = indents;
        let mut file = if defaults { "defaults:\n      tags: [x]\n      # why\n      source: y\n".to_owned() } else { String::new() };
        file.push_str("facts:\n");
        for (number, (lines, blanks, comments)) in facts.into_iter().enumerate() {
            file.push_str(&"\n".repeat(blanks));
            if comments > 0 {
                let _ = writeln!(file, "{:dash$}# {number}", "", dash = dash * (comments - 1));
            }
            let mut keys: Vec<&str> = Vec::new();
            for line in lines {
                let key = line.split(':').next().expect("a key");
                if !keys.iter().any(|known| known.starts_with(&format!("{key}:"))) {
                    keys.push(line);
                }
            }
            keys.insert(blanks.min(keys.len()), "id: a");
            let indent = " ".repeat(dash + step);
            let text: Vec<String> = keys.iter().map(|key| key.replace('\n', &format!("\n{indent}"))).collect();
            let text = text.join(&format!("\n{indent}# above\n{indent}")).replace(&format!("{indent}\n"), "\n");
            let _ = writeln!(file, "{:dash$}-{:gap$}{text}", "", "", gap = step - 1);
        }
        let tidy = Written::read("house.yaml", &file).expect("good YAML").tidy();
        settled(&file, &tidy);
    }
}
