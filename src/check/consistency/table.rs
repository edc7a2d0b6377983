//! `sum-mismatch` of tables: a row of totals that are not those of their columns.
//!
//! Left alone: columns of rates, averages and ranks, tables with subtotals, and totals so far off
//! that the rows cannot be their parts.

use std::ops::Range;

use super::passage::{amount, block_claims, core, unit};
use super::spread::{Spread, value};
use crate::claim::Claim;
use crate::finding::{Finding, Mismatch, Rule, Spot, Sum, Voice};
use crate::lexicon::{Adding, Sense, Word};
use crate::source::{Block, BlockKind, Document};
use crate::value::{Exact, Hedge, Number};

/// More parts than this are not listed in a message.
const LISTED: usize = 8;

pub(super) fn find(document: &Document<'_>, claims: &[Claim<'_>], findings: &mut Vec<Finding>) {
    for table in document.blocks.chunk_by(|one, next| table(one).is_some() && table(one) == table(next)) {
        let named = table.iter().rev().find(|block| is_total(document, block)).and_then(place);
        let last = table.iter().filter_map(place).map(|(row, _)| row).max().filter(|row| *row > 2);
        let row = named.map(|(row, _)| (row, Told::Name)).or(last.map(|row| (row, told(document, table, row))));
        if let (Some(row), true) = (row, table.len() > 3) {
            judge(document, claims, table, row, findings);
        }
    }
}

pub(super) fn table(block: &Block) -> Option<u16> {
    match block.kind {
        BlockKind::Cell { table, .. } => Some(table),
        _ => None,
    }
}

fn place(block: &Block) -> Option<(u16, u16)> {
    match block.kind {
        BlockKind::Cell { row, column, .. } => Some((row, column)),
        _ => None,
    }
}

/// How a row is told to be one of totals.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// "Total".
    Name,
    /// "All districts", "Total costs", "Combined", where the sum of a column is that of the rows above.
    All,
    /// Its name alone is in bold, and the sum of a column of three rows or more is that of the rows above: with two of them
    /// it may be the writer's own club.
    SetOff,
    /// Whatever its name, where those of two columns are.
    Sums,
}

impl Told {
    /// Whether the sum of so many parts is no accident: of two small ones it may be.
    const fn may_rest_on(self, parts: usize) -> bool {
        match self {
            Self::Name | Self::All => true,
            Self::SetOff | Self::Sums => parts > 2,
        }
    }

    /// Whether so many columns with the sum of the rows above prove it.
    const fn is_proven(self, fitting: usize) -> bool {
        match self {
            Self::Name => true,
            Self::All | Self::SetOff => fitting > 0,
            Self::Sums => fitting > 1,
        }
    }
}

/// What the name of a last row tells: "All districts", but not "All others".
fn told(document: &Document<'_>, table: &[Block], row: u16) -> Told {
    let name = table.iter().find(|block| place(block) == Some((row, 0))).map_or("", |block| document.text(block));
    let mut words = name.split_whitespace();
    let all = words.next().and_then(Word::find).is_some_and(|word| word.is(Sense::Adding(Adding::Gathers)));
    let rest = words.next().is_some_and(|word| word.to_ascii_lowercase().starts_with("other"));
    match () {
        () if all && !rest => Told::All,
        () if is_set_off(document, table, row) => Told::SetOff,
        () => Told::Sums,
    }
}

/// "**Group revenue**": whether a row has its name in bold, as no other row has. The last of some years is no total.
fn is_set_off(document: &Document<'_>, table: &[Block], last: u16) -> bool {
    let bold = |block: &Block| {
        let before =
            document.map.to_file(block.start, block.end).and_then(|span| document.file.get(..span.range().start));
        before.is_some_and(|before| ["**", "__", "<b>", "<strong>"].iter().any(|mark| before.ends_with(mark)))
    };
    let names = table.iter().filter(|block| block.start < block.end);
    let mut names =
        names.filter_map(|block| place(block).filter(|(row, column)| *row > 0 && *column == 0).zip(Some(block)));
    let sums_up = |block: &Block| document.text(block).trim().starts_with(char::is_alphabetic);
    names.clone().any(|((row, _), block)| row == last && sums_up(block))
        && names.all(|((row, _), block)| bold(block) == (row == last))
}

pub(super) fn is_total(document: &Document<'_>, block: &Block) -> bool {
    let name = || document.text(block).trim().trim_end_matches(':');
    place(block).is_some_and(|(row, column)| column == 0 && row > 1) && is_phrase(name(), Sense::Adding(Adding::Totals))
}

/// Whether a text is one phrase with this sense and nothing else.
fn is_phrase(text: &str, sense: Sense) -> bool {
    let mut words = text.split_whitespace();
    let Some(first) = words.next().and_then(Word::find) else { return false };
    first.phrases().iter().any(|phrase| {
        let rest = phrase.rest.iter();
        phrase.senses.contains(&sense)
            && rest.clone().count() == words.clone().count()
            && rest.zip(words.clone()).all(|(rest, word)| rest.eq_ignore_ascii_case(word))
    })
}

/// The one figure of a cell.
fn figure<'c, 't>(document: &Document<'_>, claims: &'c [Claim<'t>], block: &Block) -> Option<&'c Claim<'t>> {
    let index = document.blocks.iter().position(|other| std::ptr::eq(other, block))?;
    match block_claims(claims, index) {
        [claim] => claim.value.quantity().map(|_| claim),
        _ => None,
    }
}

/// A total with the parts above it.
struct Column<'c, 't> {
    total: &'c Claim<'t>,
    parts: Vec<&'c Claim<'t>>,
    sum: Exact,
    fits: bool,
}

fn judge(
    document: &Document<'_>,
    claims: &[Claim<'_>],
    table: &[Block],
    (total, told): (u16, Told),
    findings: &mut Vec<Finding>,
) {
    let names =
        table.iter().filter(|block| place(block).is_some_and(|(row, column)| column == 0 && row > 0 && row < total));
    let nested = names.clone().any(|block| {
        let name = document.text(block).trim().to_ascii_lowercase();
        name.is_empty() || name.contains("total") || name.starts_with("of which") || name.starts_with('-')
    });
    if nested {
        return;
    }
    let Some(first) = first_part(document, table, total) else { return };
    let totals = table.iter().filter_map(place).filter(|(row, column)| *row == total && *column > 0);
    let totals = totals.map(|(_, column)| column);
    let columns: Vec<Column<'_, '_>> =
        totals.filter_map(|at| column(document, claims, table, (first..total, at))).collect();
    let fitting = columns.iter().filter(|column| column.fits && told.may_rest_on(column.parts.len())).count();
    if !told.is_proven(fitting) {
        return;
    }
    let proven = fitting > 0;
    for Column { total, parts, sum, .. } in columns.iter().filter(|column| !column.fits) {
        let Some(stated) = value(total) else { continue };
        let near = stated
            .checked_sub(*sum)
            .is_some_and(|apart| apart.abs().checked_mul(Exact::from(4)).is_some_and(|four| four <= stated.abs()));
        let slip = told == Told::Name && is_one_digit_off(stated, *sum);
        if !proven && !near && !slip {
            continue;
        }
        let given = if parts.len() <= LISTED {
            parts.iter().map(|part| core(document, part)).collect::<Vec<_>>().join(" + ")
        } else {
            format!("the sum of the {} figures above", parts.len())
        };
        let follows = amount(*sum, unit(total));
        findings.push(report(document, Rule::SumMismatch, total, Sum::Is { given, follows }));
    }
}

/// "37.3" of 27.3: whether two figures of three digits or more differ in one of them.
pub(super) fn is_one_digit_off(one: Exact, other: Exact) -> bool {
    let (one, other) = (one.to_string(), other.to_string());
    let digits = one.bytes().filter(u8::is_ascii_digit).count();
    let apart = one.bytes().zip(other.bytes()).filter(|(one, other)| one != other).count();
    digits > 2 && one.len() == other.len() && apart == 1
}

/// The first row of a table's parts: the second where the first is only a name, "Sold", and no other row is.
fn first_part(document: &Document<'_>, table: &[Block], total: u16) -> Option<u16> {
    let mut filled = vec![false; usize::from(total)];
    for block in table {
        let Some((row, 1..)) = place(block) else { continue };
        if let Some(filled) = filled.get_mut(usize::from(row)) {
            *filled |= !document.text(block).trim().is_empty();
        }
    }
    let first = if filled.get(1) == Some(&true) { 1 } else { 2 };
    filled.get(usize::from(first)..).is_some_and(|rows| rows.iter().all(|&row| row)).then_some(first)
}

/// Reports the figure of a cell that is not what follows from others.
pub(super) fn report(document: &Document<'_>, rule: Rule, claim: &Claim<'_>, sum: Sum<'_>) -> Finding {
    let spot = Spot { span: claim.span, text: core(document, claim), quoted: false };
    Finding::of_mismatch(Mismatch { rule, spot, other: None, sum, voice: Voice::Asserts }, Vec::new())
}

/// A column of which every cell of the rows above the total has one figure of one unit.
fn column<'c, 't>(
    document: &Document<'_>,
    claims: &'c [Claim<'t>],
    table: &[Block],
    (rows, at): (Range<u16>, u16),
) -> Option<Column<'c, 't>> {
    let cell = |row: u16| table.iter().find(|block| place(block) == Some((row, at)));
    let header = cell(0).map_or("", |block| document.text(block));
    let says = |sense| {
        let mut words = header.split(|c: char| !c.is_alphabetic()).filter_map(Word::find);
        words.any(|word| word.is(Sense::Adding(sense)))
    };
    let (rated, changes) = (says(Adding::Rated), says(Adding::Derived));
    let total = figure(document, claims, cell(rows.end)?)?;
    let unit = total.value.quantity()?.unit;
    let mut parts = Vec::new();
    let mut sum = Exact::ZERO;
    for row in rows {
        let part = figure(document, claims, cell(row)?)?;
        if part.value.quantity()?.unit != unit || part.kind != total.kind {
            return None;
        }
        sum = sum.checked_add(value(part)?)?;
        parts.push(part);
    }
    let printed = parts.iter().chain([&total]).filter_map(|claim| place_of(claim)).min()?;
    let spread = parts.iter().try_fold(Spread::point(Exact::ZERO), |sum, part| sum.plus(in_column(part, printed)?))?;
    let fits = spread.meets(in_column(total, printed)?);
    // "Change" whose total is the sum of those above has jobs, not shares of them; one that is not tells nothing.
    let summed = fits && parts.len() > 2 && value(total)? != Exact::ZERO;
    if rated && !(changes && summed) {
        return None;
    }
    let above = parts.iter().all(|part| value(part) < value(total));
    (parts.len() > 1 && (fits || above)).then_some(Column { total, parts, sum, fits })
}

/// The place of a figure's last digit that counts: 100 for "5,900".
fn place_of(claim: &Claim<'_>) -> Option<Exact> {
    claim.value.quantity()?.point().map(Number::place)
}

/// What a figure of a column may stand for: the figures of one column are rounded alike, so 5,900 beside 870 is rounded
/// to tens at most. One that ends in more zeros, 30,000 beside 1,250, may be an estimate.
fn in_column(claim: &Claim<'_>, printed: Exact) -> Option<Spread> {
    let own = Spread::of(claim)?;
    let whole = printed >= Exact::ONE && claim.value.hedge() == Hedge::Exact;
    let alike = Spread::around(value(claim)?, printed.checked_mul(Exact::constant(1, 2))?)?;
    let near = place_of(claim)? <= printed.checked_mul(Exact::from(10))?;
    let wider = near && own.low < alike.low && own.high > alike.high;
    Some(if whole && wider { alike } else { own })
}
