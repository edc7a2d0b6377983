//! Holidays and their dates.

use super::Holiday;

#[test]
fn every_year_has_its_date() {
    let cases = [
        (Holiday::Fixed(12, 25), 1914, "1914-12-25"),
        (Holiday::Weekday(11, 4, 4), 2024, "2024-11-28"),
        (Holiday::Weekday(5, 1, -1), 2025, "2025-05-26"),
        (Holiday::Easter(0), 2018, "2018-04-01"),
        (Holiday::Easter(0), 1961, "1961-04-02"),
        (Holiday::Easter(0), 2038, "2038-04-25"),
        (Holiday::Easter(-2), 2024, "2024-03-29"),
    ];
    for (holiday, year, date) in cases {
        assert_eq!(holiday.in_year(year).map(|day| day.to_string()).as_deref(), Some(date), "{holiday:?} {year}");
    }
}

#[test]
fn there_is_no_easter_before_the_gregorian_calendar() {
    assert_eq!(Holiday::Easter(0).in_year(1066), None);
}
