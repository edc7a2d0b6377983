//! Headers of columns and rows, and the cells below and beside them.

use crate::claim::{Claim, Value};
use crate::extract::extract;
use crate::source::{self, Format};
use crate::value::{Amount, Quantity, Unit};

/// What is read in one cell below a header: "measurement 2377 kilometer".
fn below(header: &str, cell: &str) -> String {
    shown(&format!("| Body | {header} |\n|---|---|\n| Nemo | {cell} |\n"))
}

/// What is read in one cell beside the head of its row.
fn beside(head: &str, cell: &str) -> String {
    shown(&format!("| | Nemo |\n|---|---|\n| {head} | {cell} |\n"))
}

fn shown(table: &str) -> String {
    let draft = source::read(table, Format::Markdown);
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
        ("Revenue (bn euros)", "2.94", "money 2940000000 EUR"),
        ("Revenue (m euros)", "294", "money 294000000 EUR"),
        ("Revenue (EUR bn)", "2.94", "money 2940000000 EUR"),
        ("Revenue, bn €", "2.94", "money 2940000000 EUR"),
        ("Length (m)", "12", "measurement 12 meter"),
        ("Visitors (thousand)", "310", "count 310000"),
        ("Visitors (thousand)", "3,100,000", "count 3100000"),
        ("Revenue (thousand euros)", "2,940,000", "money 2940000000 EUR"),
        ("Revenue, in thousands of euros", "2,940", "money 2940000 EUR"),
        ("Revenue (€'000)", "2,940", "money 2940000 EUR"),
        ("Revenue (€000s)", "2,940", "money 2940000 EUR"),
        ("Revenue ($ in millions)", "294", "money 294000000 USD"),
        ("Harvest (’000 tonnes)", "41", "measurement 41000 tonne"),
        ("Harvest (thousand tonnes)", "41", "measurement 41000 tonne"),
        ("Harvest (m tonnes)", "41", "measurement 41000000 tonne"),
        ("Oil, millions of barrels", "41", "measurement 41000000 barrel"),
        ("Oil, million barrels a day", "41", "measurement 41000000 barrel-per-day"),
        ("Visitors (000)", "41", "count 41000"),
        ("Visitors (000s)", "41", "count 41000"),
        ("Births per thousand", "41", "count 41"),
        ("Area (hectares)", "1,000", "measurement 1000 hectare"),
        ("Seats", "7", "count 7"),
        ("Width (m)", "7", "measurement 7 meter"),
        ("Cost, € million", "5 km", "measurement 5 kilometer"),
        ("Price ($m)", "14.5", "money 14500000 USD"),
        ("Budget (£bn)", "1.2", "money 1200000000 GBP"),
        ("Price ($)", "14.5", "money 14.5 USD"),
        ("Under $50,000", "12", "money 50000 USD, count 12"),
        ("Within 5 km", "12", "measurement 5 kilometer, count 12"),
        ("Age", "45", "age 45 year"),
        ("Age (years)", "45", "age 45 year"),
        ("Age", "450", "count 450"),
        ("Age group", "45", "count 45"),
    ] {
        assert_eq!(below(header, cell), expected, "{cell} below {header}");
    }
}

#[test]
fn the_head_of_a_row_gives_unit_and_scale() {
    for (head, cell, expected) in [
        ("Length (feet)", "1,400", "measurement 1400 foot"),
        ("Cost, € million", "12.5", "money 12500000 EUR"),
        ("Price ($m)", "14.5", "money 14500000 USD"),
        ("Visitors (millions)", "3.1", "count 3100000"),
        ("Votes (%)", "41.5", "percent 41.5 percent"),
        ("Age", "45", "age 45 year"),
        ("Length (feet)", "120 m", "measurement 120 meter"),
        ("Dollar General", "12", "count 12"),
        ("Million Dollar Arm", "12", "money 1000000 USD, count 12"),
        ("Bid of ($5 million)", "12", "money 5000000 USD, count 12"),
    ] {
        assert_eq!(beside(head, cell), expected, "{cell} beside {head}");
    }
}

#[test]
fn a_year_heads_a_column_or_a_row_before_the_unit_of_its_figures() {
    let table = "| | 2025 (tonnes) | 2024 |\n|---|---|---|\n| Wheat | 41 | 39 |\n| 1998 (hectares) | 7 | 6 |\n";
    let expected = "date, date, measurement 41 tonne, count 39, date, measurement 7 tonne, measurement 6 hectare";
    assert_eq!(shown(table), expected);
    for (head, expected) in [
        ("June 2025 (tonnes)", "date, measurement 41 tonne"),
        ("1500 (m)", "measurement 1500 meter, measurement 41 meter"),
        ("2,025 (tonnes)", "measurement 2025 tonne, measurement 41 tonne"),
    ] {
        assert_eq!(below(head, "41"), expected, "{head}");
    }
    assert_eq!(shown("The farm sold 2025 (tonnes) of wheat."), "measurement 2025 tonne");
}

#[test]
fn a_sum_over_the_heads_of_the_rows_is_of_what_has_a_fraction_and_no_unit() {
    let table = "| £ million | 2024 | Change |\n|---|---|---|\n| Pubs | 104.9 | +12.1% |\n| Staff | 2,340 | 1.5% |\n\
        | Earnings per share | 1.24 | 1% |\n";
    let expected = "date, money 104900000 GBP, percent 12.1 percent, count 2340, percent 1.5 percent, \
        count 1.24, percent 1 percent";
    assert_eq!(shown(table), expected);
    assert_eq!(shown("| Age | Nemo |\n|---|---|\n| Speed | 7.5 |\n"), "count 7.5");
}
