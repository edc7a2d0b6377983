//! A row of a table against a sentence about what the row names: "Kolby | 84" under "Turbines", and
//! "the Kolby wind farm has 48 turbines".
//!
//! Left alone: columns of a year, rows without a name, and names that several rows share.

use std::collections::HashMap;

use super::super::passage::block_claims;
use super::measure::{Given, Manner, singular};
use super::{Told, differing, is_plain, is_share, same_sentence};
use crate::claim::Claim;
use crate::finding::Finding;
use crate::lexicon::{Sense, Word};
use crate::source::{Block, BlockKind, Document};
use crate::value::Date;

/// The longest name of a row, in words.
const LONGEST: usize = 4;
/// How many figures of one name are looked at.
const MOST: usize = 64;

/// A figure with what its column is called, and what the rows are.
struct Cell<'d, 'c, 't> {
    sort: &'d str,
    column: &'d str,
    claim: &'c Claim<'t>,
}

/// The figures of each row, by its name in small letters.
type Rows<'d, 'c, 't> = HashMap<String, Vec<Cell<'d, 'c, 't>>>;

pub(super) fn find(document: &Document<'_>, claims: &[Claim<'_>], told: &[Told<'_, '_>], findings: &mut Vec<Finding>) {
    if told.is_empty() {
        return;
    }
    let rows = rows(document, claims);
    for told in told.iter().filter(|told| told.dates.iter().all(|date| matches!(date, Date::Day(_)))) {
        let heads = |cell: &&Cell<'_, '_, '_>| heads(cell.column, &told.given);
        let named = names(told).into_iter().filter_map(|(name, sort)| Some((rows.get(&name)?, sort)));
        let mut named = named.flat_map(|(cells, sort)| cells.iter().filter(move |cell| is_sort(cell.sort, &sort)));
        let mut named = named.by_ref().filter(heads);
        let (Some(cell), None) = (named.next(), named.next()) else { continue };
        if same_sentence(cell.claim, told.claim) || cell.claim.kind != told.claim.kind {
            continue;
        }
        let (earlier, later) =
            if cell.claim.span < told.claim.span { (cell.claim, told.claim) } else { (told.claim, cell.claim) };
        findings.extend(differing(document, earlier, later));
    }
}

/// What the row of a figure may be called, and what its rows must then be: "Kolby wind farm", or
/// "Kolby" among wind farms; of "killed 12 people in Halmar", the place.
fn names(told: &Told<'_, '_>) -> Vec<(String, String)> {
    if let Some((_, place)) = told.given.measure.tail.split_once(' ') {
        return vec![(place.to_owned(), String::new())];
    }
    let (whole, name) = (told.subject.words().join(" "), told.subject.name());
    let mut names = vec![(whole, String::new())];
    if !name.is_empty() && name != names[0].0 {
        names.push((name, told.subject.sort()));
    }
    names
}

/// Whether the header above the names of rows calls them by a noun, where one is asked for.
fn is_sort(header: &str, sort: &str) -> bool {
    sort.is_empty() || singular(header) == singular(sort)
}

fn rows<'d, 'c, 't>(document: &'d Document<'_>, claims: &'c [Claim<'t>]) -> Rows<'d, 'c, 't> {
    let mut rows = Rows::new();
    let mut columns: HashMap<(u16, u16), &str> = HashMap::new();
    let mut open = None;
    for (at, block) in document.blocks.iter().enumerate() {
        let BlockKind::Cell { table, row, column } = block.kind else { continue };
        let text = document.text(block).trim();
        match (row, column) {
            (0, _) => {
                columns.insert((table, column), text);
            }
            (_, 0) => open = Some((table, row, text)),
            (_, _) if is_dated(document, block, at) => {}
            (_, _) => {
                let name = open.filter(|(of, at, _)| (*of, *at) == (table, row)).map_or("", |(.., name)| name);
                let ([claim], Some(header)) = (block_claims(claims, at), columns.get(&(table, column))) else {
                    continue;
                };
                let sort = columns.get(&(table, 0)).copied().unwrap_or_default();
                let words = name.split_whitespace().count();
                let figure = is_plain(claim) || is_share(claim);
                if figure && name.starts_with(char::is_uppercase) && words <= LONGEST {
                    let cells = rows.entry(name.to_lowercase()).or_default();
                    if cells.len() < MOST {
                        cells.push(Cell { sort, column: header, claim });
                    }
                }
            }
        }
    }
    rows
}

/// Whether a year stands above a table: "Members in 1990".
fn is_dated(document: &Document<'_>, cell: &Block, at: usize) -> bool {
    let year = |text: &str| text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    let heading = cell.heading.and_then(|heading| document.blocks.get(heading as usize));
    let lead =
        document.blocks[..at].iter().rev().take(MOST).find(|block| !matches!(block.kind, BlockKind::Cell { .. }));
    let leads = |block: &&Block| block.kind == BlockKind::Caption || document.text(block).trim_end().ends_with(':');
    heading.into_iter().chain(lead.filter(leads)).any(|block| year(document.text(block)))
}

/// Whether the header of a column calls a measure by its name: "Turbines", "Length (m)", "Homes destroyed".
fn heads(header: &str, given: &Given) -> bool {
    if header.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let (verb, of) = (given.measure.verb, &given.measure.of);
    let words = || header.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let counted = || words().map(singular).any(|word| word == *of);
    if verb == "have" {
        return words().count() == 1 && counted();
    }
    let named = words().filter_map(Word::find).flat_map(Word::senses).any(|sense| match (sense, given.manner) {
        (Sense::Extends(extent), Manner::Runs(other)) => verb == "is" && extent == other,
        (Sense::Heads(own), _) => own == verb,
        (_, _) => false,
    });
    named && (of.is_empty() || counted())
}
