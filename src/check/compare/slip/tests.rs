//! Differences and the slip that each has the marks of.

use super::{of_dates, of_digits, of_value};
use crate::check::compare::compare;
use crate::check::compare::outcome::{Against, Edge, Held, Period, Reading, Rounding, Setting};
use crate::check::compare::tests::read;
use crate::finding::Slip;
use crate::value::{Date, DateSpan, Exact};

#[test]
fn digits_tell_how_they_went_wrong() {
    for (draft, fact, slip) in [
        (68, 86, Some(Slip::TransposedDigits)),
        (43_112, 41_312, Some(Slip::TransposedDigits)),
        (1_876, 1_867, Some(Slip::TransposedDigits)),
        (1_234, 12_345, Some(Slip::DroppedDigit)),
        (12_345, 1_235, Some(Slip::AddedDigit)),
        (12_345, 12_845, Some(Slip::OneDigit)),
        (34, 35, None),
        (12_000, 9_487, None),
    ] {
        assert_eq!(of_digits(Exact::from(draft), Exact::from(fact)), slip, "{draft} for {fact}");
    }
}

#[test]
fn a_bound_that_holds_of_far_more_explains_nothing() {
    for (draft, fact, slip) in [
        ("more than 1.5 million visitors", "1,412,345 visitors", Some(Slip::Hedge)),
        ("more than 1.3 billion visitors", "1,312,345 visitors", Some(Slip::Thousandfold)),
    ] {
        let (draft, fact) = (read(draft), read(fact));
        let against = Against::Value(Held { claim: &fact, words: "", tolerance: None, year: None });
        let at = Period::day(jiff::civil::date(2025, 8, 15));
        let setting = Setting { at, rounding: Rounding::Text, edge: Edge::Unsaid, reading: Reading::Level };
        let comparison = compare(&draft, against, setting).expect("figures of one kind");
        assert_eq!(of_value(&draft, &comparison), slip, "{draft:?}");
    }
}

#[test]
fn dates_tell_how_they_went_wrong() {
    let day = |year, month, day| Date::Day(jiff::civil::date(year, month, day));
    for (draft, fact, slip) in [
        (Date::Year(1876), day(1867, 3, 30), Some(Slip::TransposedDigits)),
        (Date::Year(2021), Date::Year(2022), Some(Slip::OneYear)),
        (day(2020, 9, 14), day(2021, 9, 14), Some(Slip::OneYear)),
        (day(2021, 9, 13), day(2021, 9, 14), Some(Slip::OneDay)),
        (day(2021, 4, 3), day(2021, 3, 4), Some(Slip::DayAndMonth)),
        (day(2020, 2, 1), day(2021, 9, 14), None),
        (Date::Month(2021, 6), Date::Month(2022, 7), None),
    ] {
        assert_eq!(of_dates(DateSpan::on(draft), DateSpan::on(fact)), slip, "{draft} for {fact}");
    }
}
