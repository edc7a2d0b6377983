//! `change-mismatch` and `percentage-mismatch` of tables: one cell of "Change" or of a share that does not follow from
//! the columns beside it as those of the other rows do.
//!
//! Left alone: columns that two other rows do not prove, those that two rows disprove, and tables with so many columns
//! of figures that one may seem to follow from others by accident.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::passage::{alike, amount, block_claims, core, unit};
use super::spread::{Spread, value};
use super::table::{is_total, report, table};
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::{Adding, Sense, Word};
use crate::source::{BlockKind, Document};
use crate::value::{Dimension, Exact, Hedge, Unit};

const HUNDRED: Exact = Exact::constant(100, 1);
/// How many rows must bear a column out.
const PROOF: usize = 2;
/// How many columns of figures a table may have: each is held against every two others.
const COLUMNS: usize = 20;

/// A table as its figures. A cell may span a thousand columns, so only those are kept that have figures.
struct Grid<'c, 't> {
    headers: BTreeMap<u16, &'c str>,
    /// The figures below the header, by row and column.
    figures: BTreeMap<(u16, u16), &'c Claim<'t>>,
    /// The columns with figures, but for the first.
    columns: BTreeSet<u16>,
    last_row: u16,
    /// The row of totals.
    total: Option<u16>,
}

pub(super) fn find(document: &Document<'_>, claims: &[Claim<'_>], findings: &mut Vec<Finding>) {
    let mut first = 0;
    for blocks in document.blocks.chunk_by(|one, next| table(one).is_some() && table(one) == table(next)) {
        if blocks.len() > PROOF && table(&blocks[0]).is_some() {
            let grid = Grid::of(document, claims, first..first + blocks.len());
            if grid.columns.len() <= COLUMNS {
                judge(document, &grid, findings);
            }
        }
        first += blocks.len();
    }
}

fn judge(document: &Document<'_>, grid: &Grid<'_, '_>, findings: &mut Vec<Finding>) {
    for &column in &grid.columns {
        if grid.headers.get(&column).is_some_and(|header| is_derived(header)) {
            findings.extend(changes(grid, column).and_then(|row| report_change(document, &row)));
        }
        findings.extend(shares(grid, column).and_then(|row| report_share(document, &row)));
    }
}

impl<'c, 't> Grid<'c, 't> {
    fn of(document: &'c Document<'_>, claims: &'c [Claim<'t>], blocks: Range<usize>) -> Self {
        let mut grid = Self {
            headers: BTreeMap::new(),
            figures: BTreeMap::new(),
            columns: BTreeSet::new(),
            last_row: 0,
            total: None,
        };
        for index in blocks {
            let block = &document.blocks[index];
            let BlockKind::Cell { row, column, .. } = block.kind else { continue };
            if row == 0 {
                grid.headers.insert(column, document.text(block));
                continue;
            }
            grid.last_row = row;
            if let [claim] = block_claims(claims, index)
                && claim.value.quantity().is_some()
                && column > 0
            {
                grid.figures.insert((row, column), claim);
                grid.columns.insert(column);
            }
            if is_total(document, block) {
                grid.total = Some(row);
            }
        }
        grid
    }

    fn cell(&self, row: u16, column: u16) -> Option<&'c Claim<'t>> {
        self.figures.get(&(row, column)).copied()
    }

    fn rows(&self) -> impl Iterator<Item = u16> {
        1..=self.last_row
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
    /// The two figures that it is held against.
    given: (&'c Claim<'t>, &'c Claim<'t>),
    /// What follows from them, unrounded.
    follows: Exact,
    fits: bool,
}

/// How the rows of a table bear a column out.
enum Borne<'c, 't> {
    Out,
    /// All but one do.
    ButFor(Row<'c, 't>),
    Not,
}

impl<'c, 't> Borne<'c, 't> {
    /// Reads the rows no further than to the second that does not fit, or that cannot be held against anything.
    fn by(rows: impl Iterator<Item = Option<Row<'c, 't>>>) -> Self {
        let (mut fitting, mut odd) = (0, None);
        for row in rows {
            match row {
                Some(row) if row.fits => fitting += 1,
                Some(row) if odd.is_none() => odd = Some(row),
                Some(_) | None => return Self::Not,
            }
        }
        match odd {
            None if fitting > PROOF => Self::Out,
            Some(row) if fitting >= PROOF => Self::ButFor(row),
            None | Some(_) => Self::Not,
        }
    }
}

/// The row that does not fit, where the others prove the column; none where all rows fit some other columns.
fn odd<'c, 't>(tried: impl Iterator<Item = Borne<'c, 't>>) -> Option<Row<'c, 't>> {
    let mut found = None;
    for borne in tried {
        match borne {
            Borne::Out => return None,
            Borne::ButFor(row) => found = found.or(Some(row)),
            Borne::Not => {}
        }
    }
    found
}

/// "+4.6%" beside 41,200 and 43,100.
fn changes<'c, 't>(grid: &Grid<'c, 't>, column: u16) -> Option<Row<'c, 't>> {
    let others = || grid.columns.iter().copied().filter(|other| *other != column);
    let pairs = others().flat_map(|from| others().map(move |to| (from, to))).filter(|(from, to)| from != to);
    let stated: Vec<_> = grid.rows().filter_map(|row| Some((row, grid.cell(row, column)?))).collect();
    odd(pairs.map(|(from, to)| {
        let rows = stated.iter();
        Borne::by(rows.map(|&(row, claim)| change(grid.cell(row, from)?, grid.cell(row, to)?, claim)))
    }))
}

fn change<'c, 't>(from: &'c Claim<'t>, to: &'c Claim<'t>, claim: &'c Claim<'t>) -> Option<Row<'c, 't>> {
    if !is_amount(from) || !alike(from, to) || claim.value.hedge() != Hedge::Exact {
        return None;
    }
    let stated = Spread::of(claim)?;
    let (grown, follows) = if is_percent(claim) {
        let grown = Spread::of(to)?.over(Spread::of(from)?)?.converted(HUNDRED, HUNDRED.negated())?;
        (grown, value(to)?.checked_div(value(from)?)?.checked_sub(Exact::ONE)?.checked_mul(HUNDRED)?)
    } else if alike(claim, from) {
        (Spread::of(to)?.minus(Spread::of(from)?)?, value(to)?.checked_sub(value(from)?)?)
    } else {
        return None;
    };
    // "Fall: 4.6%", and signs that are no part of the figure.
    let fits = grown.meets(stated) || grown.meets(stated.negated());
    Some(Row { claim, given: (from, to), follows, fits })
}

/// "33.1%" beside 41,200 of 124,500 in all.
fn shares<'c, 't>(grid: &Grid<'c, 't>, column: u16) -> Option<Row<'c, 't>> {
    let total = grid.total?;
    let others = grid.columns.iter().filter(|other| **other != column);
    odd(others.filter_map(|&of| Some((of, grid.cell(total, of)?))).map(|(of, whole)| {
        let parts = grid.rows().filter(|&row| row != total);
        Borne::by(parts.map(|row| share(grid.cell(row, of)?, whole, grid.cell(row, column)?)))
    }))
}

fn share<'c, 't>(part: &'c Claim<'t>, whole: &'c Claim<'t>, claim: &'c Claim<'t>) -> Option<Row<'c, 't>> {
    let plain = is_percent(claim) && claim.value.hedge() == Hedge::Exact;
    if !is_amount(part) || !alike(part, whole) || !plain {
        return None;
    }
    if value(part)? <= Exact::ZERO || value(part)? >= value(whole)? {
        return None;
    }
    let fits = Spread::of(part)?.over(Spread::of(whole)?)?.converted(HUNDRED, Exact::ZERO)?.meets(Spread::of(claim)?);
    let follows = value(part)?.checked_div(value(whole)?)?.checked_mul(HUNDRED)?;
    Some(Row { claim, given: (part, whole), follows, fits })
}

fn is_amount(claim: &Claim<'_>) -> bool {
    matches!(claim.kind, ClaimKind::Count | ClaimKind::Money | ClaimKind::Measurement)
}

fn is_percent(claim: &Claim<'_>) -> bool {
    unit(claim).map(Unit::dimension) == Some(Dimension::Percent)
}

fn report_change(document: &Document<'_>, row: &Row<'_, '_>) -> Option<Finding> {
    let (from, to) = row.given;
    let way = if row.follows.is_negative() { "down" } else { "up" };
    let given = format!("from {} to {}", core(document, from), core(document, to));
    let follows = format!("{way} {}", amount(row.rounded()?.abs(), unit(row.claim)));
    Some(report(document, Rule::ChangeMismatch, row.claim, Sum::Is { given, follows }))
}

fn report_share(document: &Document<'_>, row: &Row<'_, '_>) -> Option<Finding> {
    let (part, whole) = row.given;
    let given = format!("{} of {}", core(document, part), core(document, whole));
    let follows = format!("{}%", row.rounded()?);
    Some(report(document, Rule::PercentageMismatch, row.claim, Sum::Is { given, follows }))
}

impl Row<'_, '_> {
    /// What follows, to the digits of what is stated, or to a tenth.
    fn rounded(&self) -> Option<Exact> {
        let place = self.claim.value.quantity()?.point()?.place().min(Exact::constant(1, 10));
        self.follows.rounded_to(place)
    }
}
