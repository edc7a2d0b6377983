//! A row of a table against a sentence about what the row names: "Kolby | 84" under "Turbines", and
//! "the Kolby wind farm has 48 turbines".
//!
//! Left alone: columns of a year, rows of which a table has two, and names that several rows share.

use std::collections::HashMap;

use super::super::passage::block_claims;
use super::measure::{Manner, Measure, singular};
use super::{Told, differing, is_plain, same_sentence};
use crate::claim::Claim;
use crate::finding::Finding;
use crate::lexicon::{Sense, Word};
use crate::source::{BlockKind, Document};

/// The longest name of a row, in words.
const LONGEST: usize = 4;

/// A figure with what its row and its column are called.
struct Cell<'d, 'c, 't> {
    row: &'d str,
    column: &'d str,
    claim: &'c Claim<'t>,
}

pub(super) fn find(document: &Document<'_>, claims: &[Claim<'_>], told: &[Told<'_, '_>], findings: &mut Vec<Finding>) {
    if told.is_empty() {
        return;
    }
    let cells = cells(document, claims);
    for told in told {
        let mut named: Vec<&Cell<'_, '_, '_>> = Vec::new();
        for word in told.subject.words() {
            let rows = cells.get(word).map_or(&[][..], Vec::as_slice);
            let rows = rows.iter().filter(|cell| told.subject.is_named(cell.row));
            named.extend(rows.filter(|cell| heads(cell.column, &told.measure, told.manner)));
        }
        let [cell] = named[..] else { continue };
        if same_sentence(cell.claim, told.claim) || cell.claim.kind != told.claim.kind {
            continue;
        }
        let (earlier, later) =
            if cell.claim.span < told.claim.span { (cell.claim, told.claim) } else { (told.claim, cell.claim) };
        findings.extend(differing(document, earlier, later));
    }
}

/// The cells with one figure, by the first word of their row's name in small letters.
fn cells<'d, 'c, 't>(document: &'d Document<'_>, claims: &'c [Claim<'t>]) -> HashMap<String, Vec<Cell<'d, 'c, 't>>> {
    let mut cells: HashMap<String, Vec<Cell<'d, 'c, 't>>> = HashMap::new();
    let mut columns: HashMap<(u16, u16), &str> = HashMap::new();
    let mut name = "";
    for (at, block) in document.blocks.iter().enumerate() {
        let BlockKind::Cell { table, row, column } = block.kind else { continue };
        let text = document.text(block).trim();
        match (row, column) {
            (0, _) => {
                columns.insert((table, column), text);
            }
            (_, 0) => name = text,
            (_, _) => {
                let ([claim], Some(header)) = (block_claims(claims, at), columns.get(&(table, column))) else {
                    continue;
                };
                let words = name.split_whitespace().count();
                if is_plain(claim) && name.starts_with(char::is_uppercase) && words <= LONGEST {
                    let first = name.split_whitespace().next().unwrap_or_default().to_lowercase();
                    cells.entry(first).or_default().push(Cell { row: name, column: header, claim });
                }
            }
        }
    }
    cells
}

/// Whether the header of a column calls a measure by its name: "Turbines", "Length (m)".
fn heads(header: &str, measure: &Measure, manner: Manner) -> bool {
    if header.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let words = header.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    if measure.verb == "have" {
        return words.clone().count() == 1 && words.map(singular).any(|word| word == measure.of);
    }
    words.filter_map(Word::find).flat_map(Word::senses).any(|sense| match (sense, manner) {
        (Sense::Extends(extent), Manner::Runs(other)) => measure.verb == "is" && extent == other,
        (Sense::Heads(verb), _) => verb == measure.verb,
        (_, _) => false,
    })
}
