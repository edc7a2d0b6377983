//! Headers of columns and the cells below them.

use crate::claim::{Claim, Value};
use crate::extract::extract;
use crate::source::{self, Format};
use crate::value::{Amount, Quantity, Unit};

/// What is read in one cell below a header: "measurement 2377 kilometer".
fn below(header: &str, cell: &str) -> String {
    let table = format!("| Body | {header} |\n|---|---|\n| Nemo | {cell} |\n");
    let draft = source::read(&table, Format::Markdown);
    let show = |claim: &Claim<'_>| {
        let Value::Quantity(Quantity { amount: Amount::Point(number), unit, .. }) = claim.value else {
            return claim.kind.name().to_owned();
        };
        format!("{} {} {}", claim.kind.name(), number.value(), unit.map_or("", Unit::id)).trim_end().to_owned()
    };
    extract(&draft).iter().map(show).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_header_gives_unit_and_scale() {
    for (header, cell, expected) in [
        ("Diameter (km)", "2,377", "measurement 2377 kilometer"),
        ("Length in miles", "12", "measurement 12 mile"),
        ("Votes (%)", "41.5", "percent 41.5 percent"),
        ("Turnout, percent", "38", "percent 38 percent"),
        ("Cost, € million", "12.5", "money 12500000 EUR"),
        ("Budget, million", "$74.2", "money 74200000 USD"),
        ("Visitors (thousand)", "310", "count 310000"),
        ("Visitors (thousand)", "3,100,000", "count 3100000"),
        ("Seats", "7", "count 7"),
        ("Width (m)", "7", "measurement 7 meter"),
        ("Cost, € million", "5 km", "measurement 5 kilometer"),
    ] {
        assert_eq!(below(header, cell), expected, "{cell} below {header}");
    }
}
