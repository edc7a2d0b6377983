//! `change-mismatch` and `percentage-mismatch` of tables: one cell of "Change" or of a share that does not follow from
//! the columns beside it as those of the other rows do.
//!
//! Left alone: columns that two other rows do not prove, and those that two rows disprove.

use std::ops::Range;

use super::passage::{amount, block_claims};
use super::spread::{Spread, value};
use super::table::{is_total, table};
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Mismatch, Rule, Spot, Sum, Voice};
use crate::lexicon::{Adding, Sense, Word};
use crate::source::{BlockKind, Document};
use crate::value::{Dimension, Exact, Hedge, Unit};

const HUNDRED: Exact = Exact::constant(100, 1);
/// How many rows must bear a column out.
const PROOF: usize = 2;

/// A table as its figures: those of each row below the header, by column.
struct Grid<'c, 't> {
    headers: Vec<&'c str>,
    rows: Vec<Vec<Option<&'c Claim<'t>>>>,
    /// The row of totals.
    total: Option<usize>,
}

pub(super) fn find(document: &Document<'_>, claims: &[Claim<'_>], findings: &mut Vec<Finding>) {
    let mut first = 0;
    for blocks in document.blocks.chunk_by(|one, next| table(one).is_some() && table(one) == table(next)) {
        if blocks.len() > PROOF && table(&blocks[0]).is_some() {
            judge(document, &Grid::of(document, claims, first..first + blocks.len()), findings);
        }
        first += blocks.len();
    }
}

fn judge(document: &Document<'_>, grid: &Grid<'_, '_>, findings: &mut Vec<Finding>) {
    for column in 1..grid.headers.len() {
        if is_derived(grid.headers[column]) {
            findings.extend(changes(document, grid, column));
        }
        findings.extend(shares(document, grid, column));
    }
}

impl<'c, 't> Grid<'c, 't> {
    fn of(document: &'c Document<'_>, claims: &'c [Claim<'t>], blocks: Range<usize>) -> Self {
        let mut grid = Self { headers: Vec::new(), rows: Vec::new(), total: None };
        for index in blocks {
            let block = &document.blocks[index];
            let BlockKind::Cell { row, column, .. } = block.kind else { continue };
            if row == 0 {
                grid.headers.resize(usize::from(column) + 1, "");
                grid.headers[usize::from(column)] = document.text(block);
                continue;
            }
            grid.rows.resize_with(usize::from(row).max(grid.rows.len()), Vec::new);
            let cells = &mut grid.rows[usize::from(row) - 1];
            cells.resize(usize::from(column) + 1, None);
            if let [claim] = block_claims(claims, index) {
                cells[usize::from(column)] = claim.value.quantity().map(|_| claim);
            }
            if is_total(document, block) {
                grid.total = Some(usize::from(row) - 1);
            }
        }
        grid
    }

    fn cell(&self, row: usize, column: usize) -> Option<&'c Claim<'t>> {
        *self.rows.get(row)?.get(column)?
    }
}

/// "Change", "Growth (%)".
fn is_derived(header: &str) -> bool {
    let mut words = header.split(|c: char| !c.is_alphabetic()).filter_map(Word::find);
    header.contains('±') || words.any(|word| word.is(Sense::Adding(Adding::Derived)))
}

/// How one row bears out what a column is said to be derived from.
struct Row<'c, 't> {
    claim: &'c Claim<'t>,
    fits: bool,
    given: String,
    follows: String,
}

/// The row that does not fit, where the others prove the column.
fn odd<'r, 'c, 't>(rows: &'r [Row<'c, 't>]) -> Option<&'r Row<'c, 't>> {
    let mut odd = rows.iter().filter(|row| !row.fits);
    let first = odd.next()?;
    (rows.len() > PROOF && odd.next().is_none()).then_some(first)
}

/// "+4.6%" beside 41,200 and 43,100.
fn changes(document: &Document<'_>, grid: &Grid<'_, '_>, column: usize) -> Option<Finding> {
    let columns = grid.headers.len();
    let pairs = (1..columns).flat_map(|from| (1..columns).map(move |to| (from, to)));
    let mut found = None;
    for (from, to) in pairs.filter(|(from, to)| from != to && *from != column && *to != column) {
        let rows: Option<Vec<Row<'_, '_>>> = (0..grid.rows.len())
            .filter(|&row| grid.cell(row, column).is_some())
            .map(|row| change(document, grid, row, (from, to, column)))
            .collect();
        let Some(rows) = rows.filter(|rows| rows.len() > PROOF) else { continue };
        if rows.iter().all(|row| row.fits) {
            return None;
        }
        found = found.or_else(|| odd(&rows).map(|row| report(document, Rule::ChangeMismatch, row)));
    }
    found
}

fn change<'c, 't>(
    document: &Document<'_>,
    grid: &Grid<'c, 't>,
    row: usize,
    (from, to, column): (usize, usize, usize),
) -> Option<Row<'c, 't>> {
    let (from, to, claim) = (grid.cell(row, from)?, grid.cell(row, to)?, grid.cell(row, column)?);
    let unit = |claim: &Claim<'_>| claim.value.quantity().and_then(|quantity| quantity.unit);
    let amounts = matches!(from.kind, ClaimKind::Count | ClaimKind::Money | ClaimKind::Measurement);
    if !amounts || from.kind != to.kind || unit(from) != unit(to) || claim.value.hedge() != Hedge::Exact {
        return None;
    }
    let stated = Spread::of(claim)?;
    let (grown, moved) = if unit(claim).map(Unit::dimension) == Some(Dimension::Percent) {
        let grown = Spread::of(to)?.over(Spread::of(from)?)?.converted(HUNDRED, HUNDRED.negated())?;
        (grown, value(to)?.checked_div(value(from)?)?.checked_sub(Exact::ONE)?.checked_mul(HUNDRED)?)
    } else if claim.kind == from.kind && unit(claim) == unit(from) {
        (Spread::of(to)?.minus(Spread::of(from)?)?, value(to)?.checked_sub(value(from)?)?)
    } else {
        return None;
    };
    let place = claim.value.quantity()?.point()?.place().min(Exact::constant(1, 10));
    let back = Spread { low: stated.high.map(Exact::negated), high: stated.low.map(Exact::negated) };
    let way = if moved.is_negative() { "down" } else { "up" };
    Some(Row {
        claim,
        // "Fall: 4.6%", and signs that are no part of the figure.
        fits: grown.meets(stated) || grown.meets(back),
        given: format!("from {} to {}", said(document, from), said(document, to)),
        follows: format!("{way} {}", amount(moved.abs().rounded_to(place)?, unit(claim))),
    })
}

/// "33.1%" beside 41,200 of 124,500 in all.
fn shares(document: &Document<'_>, grid: &Grid<'_, '_>, column: usize) -> Option<Finding> {
    let total = grid.total?;
    let mut found = None;
    for of in (1..grid.headers.len()).filter(|of| *of != column) {
        let Some(whole) = grid.cell(total, of) else { continue };
        let rows: Option<Vec<Row<'_, '_>>> = (0..grid.rows.len())
            .filter(|&row| row != total)
            .map(|row| share(document, grid.cell(row, of)?, whole, grid.cell(row, column)?))
            .collect();
        let Some(rows) = rows.filter(|rows| rows.len() > PROOF) else { continue };
        if rows.iter().all(|row| row.fits) {
            return None;
        }
        found = found.or_else(|| odd(&rows).map(|row| report(document, Rule::PercentageMismatch, row)));
    }
    found
}

fn share<'c, 't>(
    document: &Document<'_>,
    part: &Claim<'_>,
    whole: &Claim<'_>,
    claim: &'c Claim<'t>,
) -> Option<Row<'c, 't>> {
    let unit = |claim: &Claim<'_>| claim.value.quantity().and_then(|quantity| quantity.unit);
    let amounts = matches!(part.kind, ClaimKind::Count | ClaimKind::Money | ClaimKind::Measurement);
    let alike = amounts && part.kind == whole.kind && unit(part) == unit(whole);
    let percent = unit(claim).map(Unit::dimension) == Some(Dimension::Percent) && claim.value.hedge() == Hedge::Exact;
    if !alike || !percent || value(part)? <= Exact::ZERO || value(part)? >= value(whole)? {
        return None;
    }
    let fits = Spread::of(part)?.over(Spread::of(whole)?)?.converted(HUNDRED, Exact::ZERO)?.meets(Spread::of(claim)?);
    let place = claim.value.quantity()?.point()?.place().min(Exact::constant(1, 10));
    let follows = value(part)?.checked_div(value(whole)?)?.checked_mul(HUNDRED)?.rounded_to(place)?;
    let given = format!("{} of {}", said(document, part), said(document, whole));
    Some(Row { claim, fits, given, follows: format!("{follows}%") })
}

fn said<'d>(document: &'d Document<'_>, claim: &Claim<'_>) -> &'d str {
    document.file.get(claim.core.range()).unwrap_or_default()
}

fn report(document: &Document<'_>, rule: Rule, row: &Row<'_, '_>) -> Finding {
    let spot = Spot { span: row.claim.span, text: said(document, row.claim), quoted: false };
    let sum = Sum::Is { given: row.given.clone(), follows: row.follows.clone() };
    Finding::of_mismatch(Mismatch { rule, spot, other: None, sum, voice: Voice::Asserts }, Vec::new())
}
