//! Claims as comma-separated values, for a spreadsheet.

use csv::Writer;

use super::Name;
use super::context::collapse;
use super::normal::{Bounds, Normal};
use super::place::Places;
use crate::claim::Claim;
use crate::source::Document;

/// The names of the columns.
const COLUMNS: [&str; 19] = [
    "path", "line", "column", "kind", "value", "low", "high", "unit", "from", "to", "hedge", "role", "party", "place",
    "of", "quoted", "speaker", "text", "sentence",
];

/// Appends the row that names the columns.
pub fn head(out: &mut Vec<u8>) {
    put(out, |rows| rows.write_record(COLUMNS));
}

/// Appends the claims of a draft, one a row.
pub fn claims(out: &mut Vec<u8>, name: Name<'_>, document: &Document<'_>, claims: &[Claim<'_>]) {
    let mut places = Places::of(document.file);
    put(out, |rows| claims.iter().try_for_each(|claim| rows.write_record(row(name, document, &mut places, claim))));
}

fn row(name: Name<'_>, document: &Document<'_>, places: &mut Places<'_>, claim: &Claim<'_>) -> [String; COLUMNS.len()] {
    let start = places.at(claim.span).start;
    let normal = Normal::of(claim);
    let Bounds { low, high } = normal.bounds.unwrap_or(Bounds { low: None, high: None });
    let excerpt = claim.place.excerpt.start as usize..claim.place.excerpt.end as usize;
    let said = |text: Option<String>| text.unwrap_or_default();
    let words = |text: Option<&str>| collapse(text.unwrap_or_default()).into_owned();
    [
        name.to_string(),
        start.line.to_string(),
        start.column.to_string(),
        claim.kind.name().to_owned(),
        said(normal.value),
        said(low),
        said(high),
        normal.unit.unwrap_or_default().to_owned(),
        said(normal.from),
        said(normal.to),
        claim.value.hedge().name().to_owned(),
        words(normal.role.as_deref()),
        words(normal.party.as_deref()),
        words(normal.place.as_deref()),
        words(claim.of.as_deref()),
        if claim.quoted { "yes" } else { "no" }.to_owned(),
        words(claim.speaker.as_deref()),
        words(document.file.get(claim.span.range())),
        words(document.prose.get(excerpt)),
    ]
}

fn put(out: &mut Vec<u8>, write: impl FnOnce(&mut Writer<&mut Vec<u8>>) -> csv::Result<()>) {
    let mut rows = Writer::from_writer(out);
    write(&mut rows).expect("a vector takes every byte, and all rows are as long");
    rows.flush().expect("a vector takes every byte");
}
