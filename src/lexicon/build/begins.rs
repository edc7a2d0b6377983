//! What shapes can begin with a word, by what follows it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::kinds::kind_of;
use super::{Lexicon, Rest, hash};

/// How many bytes that may follow a word are told apart, as a power of two.
const FOLLOWERS: usize = 32;

/// What can begin with a word, by the class of the byte after it: as expressions of constants.
pub(super) type Row = Vec<String>;

/// The rows of all words, each different one kept once.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Row>,
    of_words: Vec<usize>,
}

impl Table {
    pub(super) fn push(&mut self, row: Row) {
        let index = self.rows.iter().position(|known| *known == row).unwrap_or(self.rows.len());
        if index == self.rows.len() {
            self.rows.push(row);
        }
        self.of_words.push(index);
    }

    pub(super) fn render(&self, out: &mut String) {
        let rows: Vec<String> = self.rows.iter().map(|row| format!("[{}]", row.join(", "))).collect();
        let (count, classes) = (rows.len(), FOLLOWERS);
        writeln!(out, "pub(super) static BEGINS: [[Begins; {classes}]; {count}] = [\n{}];", rows.join(",\n"))
            .expect("a string grows");
        writeln!(out, "pub(super) static BEGINS_OF: [u16; {}] = {:?};", self.of_words.len(), self.of_words)
            .expect("a string grows");
    }
}

/// What can begin with a word that these phrases begin with, by what follows it.
pub(super) fn before(lexicon: &Lexicon, word: &str, phrases: &[(&Rest, &Vec<String>)]) -> Row {
    let mut row = vec![BTreeSet::new(); FOLLOWERS];
    for ((rest, _), senses) in phrases {
        let shapes: BTreeSet<_> = senses.iter().flat_map(|sense| shapes(lexicon, sense)).collect();
        let follower = rest.first().map(|next| hash::follower(next.as_bytes()[0]));
        for (class, begins) in row.iter_mut().enumerate() {
            if follower.is_none_or(|follower| follower == class || class == hash::WIDE_FOLLOWER) {
                begins.extend(&shapes);
            }
        }
    }
    if matches!(word, "a" | "an") {
        // "a dozen", "an eighth"
        for begins in &mut row {
            begins.insert("NUMERAL");
        }
    }
    let constant = |begins: &BTreeSet<&str>| {
        begins.iter().fold("Begins::NOTHING".to_owned(), |all, name| format!("{all}.with(Begins::{name})"))
    };
    row.iter().map(constant).collect()
}

/// What can begin with a phrase of this sense.
fn shapes(lexicon: &Lexicon, sense: &str) -> Vec<&'static str> {
    let (kind, detail) = kind_of(sense);
    let half_or_quarter = matches!(detail, "2" | "4");
    match kind {
        "Cardinal" if matches!(detail, "20" | "30") => vec!["NUMERAL", "DATE"],
        "Ordinal" => vec!["NUMERAL", "DATE"],
        "Fraction" if half_or_quarter => vec!["NUMERAL", "CLOCK"],
        "Cardinal" | "Scale" | "Fraction" | "Group" | "Vague" | "VagueAfterArticle" => vec!["NUMERAL"],
        "Trap" | "Designator" => vec!["TRAP"],
        "Movement" => vec!["MOVEMENT"],
        "Multiple" | "Factor" => vec!["MULTIPLE"],
        "Interposed" => vec!["UNIT"],
        "Currency" => vec!["UNIT", "MONEY"],
        "Unit" => match lexicon.dimension(detail) {
            "Duration" => vec!["UNIT", "LASTING"],
            "Percent" | "Points" => vec!["UNIT", "SHARE"],
            _ => vec!["UNIT"],
        },
        "HedgeBefore" => vec!["HEDGE"],
        "HedgeAfter" => vec!["HEDGED"],
        "Hour" | "Clock" => vec!["CLOCK", "DATE"],
        "Title" | "Titles" => vec!["TITLE"],
        "Decade" => vec!["DATE", "DECADE"],
        "Ageing" => vec!["AGE"],
        "Month" | "Weekday" | "Season" | "Day" | "Turn" | "Era" | "Holiday" | "Period" => vec!["DATE"],
        _ => Vec::new(),
    }
}
