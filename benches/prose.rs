//! Prose that reads like news from nowhere, the same on every run.

use std::fmt::Write as _;

/// Invented words, of the lengths that English words have.
const WORDS: &[&str] = &[
    "velt",
    "orin",
    "kastel",
    "mire",
    "tolander",
    "brevation",
    "sull",
    "pend",
    "garrowing",
    "istemed",
    "lorn",
    "quelling",
    "administrane",
    "hest",
    "dorrick",
    "fale",
    "mordenly",
    "sprell",
    "undering",
    "cassow",
    "tresk",
    "viln",
    "obberation",
];

/// Words that tie sentences together: the lexicon knows them.
const TIES: &[&str] =
    &["the", "of", "and", "in", "to", "a", "was", "that", "for", "by", "with", "it", "not", "said", "from"];

const FIGURES: &[&str] = &[
    "34 people",
    "about 1.5 million",
    "$7.2 million",
    "25 percent",
    "in 1867",
    "nearly three hours",
    "on Feb. 24, 2022",
    "12 miles",
    "two-thirds",
    "the third time",
    "aged 72",
    "at 6:30 p.m.",
];

/// At least this many bytes of prose in paragraphs, one a line; other prose for each number.
pub(crate) fn generate(number: usize, bytes: usize) -> String {
    let mut state = 0x2545_F491_4F6C_DD1D_u64 ^ (number as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut next = |below: usize| {
        // Xorshift: the low bits repeat least.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).expect("below fits")
    };
    let mut prose = String::with_capacity(bytes + 1024);
    while prose.len() < bytes {
        for _ in 0..3 + next(5) {
            prose.push_str("Kesten");
            for _ in 0..8 + next(20) {
                prose.push(' ');
                prose.push_str(match next(20) {
                    0 => FIGURES[next(FIGURES.len())],
                    1..=9 => TIES[next(TIES.len())],
                    _ => WORDS[next(WORDS.len())],
                });
                if next(12) == 0 {
                    prose.push(',');
                }
            }
            prose.push_str(". ");
        }
        prose.push('\n');
    }
    prose
}

/// A reference of facts about places that the prose does not name, but for its words.
pub(crate) fn facts(count: usize) -> String {
    let mut yaml = String::from("facts:\n");
    for number in 0..count {
        let (town, thing) = (WORDS[number % WORDS.len()], WORDS[number / WORDS.len() % WORDS.len()]);
        let value = number + 21;
        let _ = writeln!(
            yaml,
            "  - {{id: fact-{number}, subject: [{town} hall {number}], measure: [{thing}], value: {value} people}}"
        );
    }
    yaml
}

/// Given names that many share, so that names in any text come near to somebody's.
const GIVEN: &[&str] = &[
    "John",
    "Mary",
    "William",
    "James",
    "George",
    "Thomas",
    "Robert",
    "Henry",
    "Anna",
    "Charles",
    "Joseph",
    "Andrew",
    "David",
    "Martin",
    "Edward",
    "Samuel",
    "Elizabeth",
    "Daniel",
    "Benjamin",
    "Franklin",
    "Ronald",
    "Susan",
];
/// What surnames are built of.
const SYLLABLES: &[&str] = &[
    "ad", "bar", "clay", "den", "er", "fox", "gar", "hol", "ing", "jack", "ken", "lin", "mon", "nix", "ol", "per",
    "roe", "son", "ton", "ver", "wil", "son", "ber", "land",
];
const OFFICES: &[&str] = &["senator", "mayor", "Secretary of State", "governor", "chief executive", "ambassador"];

/// A reference of people with an office each, and of one transcript, `speech.txt`.
pub(crate) fn people(count: usize) -> String {
    let mut yaml = String::from("facts:\n  - {id: speech, transcript: speech.txt, by: Anna Kesten}\n");
    for number in 0..count {
        let (given, office) = (GIVEN[number * 7 % GIVEN.len()], OFFICES[number % OFFICES.len()]);
        let (surname, year) = (name(number), 2000 + number % 20);
        let _ = writeln!(
            yaml,
            "  - {{id: person-{number}, person: {given} {surname}, roles: [{{role: {office}, from: {year}-01-20}}]}}"
        );
    }
    yaml
}

/// A name of three syllables.
fn name(number: usize) -> String {
    let part = |shift: usize| SYLLABLES[number / shift % SYLLABLES.len()];
    let name = format!("{}{}{}", part(1), part(SYLLABLES.len()), part(SYLLABLES.len() * SYLLABLES.len()));
    let (head, tail) = name.split_at(1);
    format!("{}{tail}", head.to_uppercase())
}

/// A reference of facts about ferries, without its head.
pub(crate) fn ferries(count: usize) -> String {
    let mut yaml = String::new();
    for number in 0..count {
        let _ = writeln!(yaml, "  - {{id: ferry-{number}, fact: {}}}", crossing(number, 0).trim_end());
    }
    yaml
}

/// What the fact about a ferry says, but for so many passengers.
pub(crate) fn crossing(number: usize, besides: usize) -> String {
    format!("The ferry {} carried {} passengers.\n", name(number), 120 + number % 700 + besides)
}
