//! Claims in aligned columns, for people.

use std::io::Write;

use super::Name;
use super::context::collapse;
use super::normal::{Bounds, Normal};
use crate::claim::Claim;
use crate::source::Document;
use crate::span::Positions;

/// Appends the claims of a draft: place, kind, value, unit, hedge, text.
pub fn claims(out: &mut Vec<u8>, name: Name<'_>, document: &Document<'_>, claims: &[Claim<'_>]) {
    let mut positions = Positions::of(document.file);
    let rows: Vec<[String; 6]> = claims.iter().map(|claim| row(name, document, &mut positions, claim)).collect();
    aligned(out, &rows);
}

/// Appends rows whose cells stand below each other.
pub(super) fn aligned<const N: usize>(out: &mut Vec<u8>, rows: &[[String; N]]) {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    for row in rows {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        let line = cells.collect::<Vec<_>>().join("  ");
        writeln!(out, "{}", line.trim_end()).expect("a vector takes every byte");
    }
}

fn row(name: Name<'_>, document: &Document<'_>, positions: &mut Positions<'_>, claim: &Claim<'_>) -> [String; 6] {
    let position = positions.at(claim.span.start());
    let normal = Normal::of(claim);
    let unit = normal.unit.unwrap_or_default().to_owned();
    [
        format!("{name}:{}:{}", position.line, position.column),
        claim.kind.name().to_owned(),
        value(normal),
        unit,
        claim.value.hedge().name().to_owned(),
        collapse(document.file.get(claim.span.range()).unwrap_or_default()).into_owned(),
    ]
}

/// The value in one cell: "1500000", "5..7" for a range, "80 -> 60" for a change.
pub(super) fn value(normal: Normal<'_>) -> String {
    match normal {
        Normal { from: Some(from), to: Some(to), .. } => format!("{from} -> {to}"),
        Normal { to: Some(to), .. } => format!("-> {to}"),
        Normal { role: Some(role), value: Some(name), .. } => format!("{name}: {role}"),
        Normal { value: Some(value), .. } => value,
        Normal { bounds: Some(Bounds { low, high }), .. } => {
            format!("{}..{}", low.unwrap_or_default(), high.unwrap_or_default())
        }
        Normal { .. } => String::new(),
    }
}
