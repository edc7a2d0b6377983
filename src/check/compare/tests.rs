//! Claims and values as texts, and what comes of holding one against the other.

use jiff::civil::{Date as Day, date};
use proptest::prelude::*;

use super::compare;
use super::outcome::{Against, Agreement, Conflict, Edge, Held, Outcome, Period, Reading, Rounding, Setting};
use crate::claim::{Claim, ClaimKind, Place, Value};
use crate::reference::{Entry, Stated, Tolerance};
use crate::source::{self, Format};
use crate::span::Span;
use crate::value::{Amount, Date, DateSpan, Exact, Hedge, Number, Quantity};

/// The day of the drafts.
const TODAY: Day = date(2025, 8, 15);

/// The first claim of a text.
pub(in crate::check) fn read(text: &str) -> Claim<'static> {
    let document = source::read(text, Format::Plain);
    let claims = crate::extract::extract(&document);
    let claim = claims.into_iter().next().unwrap_or_else(|| panic!("no claim in {text:?}"));
    owned(claim)
}

fn owned(claim: Claim<'_>) -> Claim<'static> {
    let value = match claim.value {
        Value::Quantity(quantity) => Value::Quantity(quantity),
        Value::Date(date, hedge) => Value::Date(date, hedge),
        Value::Time(time, hedge) => Value::Time(time, hedge),
        Value::Rank(rank) => Value::Rank(rank),
        Value::Score(score) => Value::Score(score),
        Value::Change(change) => Value::Change(change),
        Value::Role(_) | Value::Quote(_) | Value::Statement(..) => panic!("not a figure"),
    };
    let of = claim.of.map(|of| of.into_owned().into());
    Claim {
        kind: claim.kind,
        span: claim.span,
        core: claim.core,
        value,
        of,
        speaker: None,
        quoted: claim.quoted,
        place: claim.place,
    }
}

/// A date as a claim.
pub(in crate::check) fn dated(date: Date, hedge: Hedge) -> Claim<'static> {
    let span = Span::new(0, 1).expect("one byte");
    Claim {
        kind: ClaimKind::Date,
        span,
        core: span,
        value: Value::Date(DateSpan::on(date), hedge),
        of: None,
        speaker: None,
        quoted: false,
        place: Place { block: 0, sentence: 0, tokens: 0..1, excerpt: 0..0 },
    }
}

fn setting() -> Setting {
    Setting { at: Period::day(TODAY), rounding: Rounding::Text, edge: Edge::Unsaid, reading: Reading::Level }
}

fn held<'f>(claim: &'f Claim<'static>, tolerance: Option<Tolerance>) -> Against<'f> {
    Against::Value(Held { claim, words: "", tolerance, year: None })
}

/// The outcome's name as the tables write it.
fn name(outcome: Option<Outcome<'_>>) -> &'static str {
    match outcome {
        None => "apart",
        Some(Outcome::Silent) => "silent",
        Some(Outcome::Outdated { .. }) => "outdated",
        Some(Outcome::Supported(Agreement::Plain)) => "agrees",
        Some(Outcome::Supported(Agreement::Rounded)) => "rounded",
        Some(Outcome::Supported(Agreement::Borderline)) => "borderline",
        Some(Outcome::Supported(Agreement::Understated)) => "understated",
        Some(Outcome::Supported(Agreement::Overstated)) => "overstated",
        Some(Outcome::Contradicted(Conflict::Value)) => "differs",
        Some(Outcome::Contradicted(Conflict::LooseBound)) => "above the bound",
        Some(Outcome::Contradicted(Conflict::WrongSide)) => "wrong side",
        Some(Outcome::Contradicted(Conflict::Direction)) => "other direction",
        Some(Outcome::Contradicted(Conflict::Currency)) => "other currency",
        Some(Outcome::Contradicted(Conflict::Points)) => "points",
        Some(Outcome::Contradicted(Conflict::Date)) => "other date",
    }
}

#[track_caller]
fn all(tolerance: Option<Tolerance>, setting: Setting, cases: &[(&str, &str, &str)]) {
    for (claim, fact, expected) in cases {
        let reference = read(fact);
        let compared = compare(&read(claim), held(&reference, tolerance), setting);
        assert_eq!(name(compared.map(|compared| compared.outcome)), *expected, "{claim:?} against {fact:?}");
    }
}

#[test]
fn hedges_admit_what_they_say() {
    all(
        None,
        setting(),
        &[
            ("34 people", "34 people", "agrees"),
            ("34 people", "35 people", "differs"),
            ("19 people", "20 people", "differs"),
            ("1.5 million people", "1,473,206 people", "rounded"),
            ("1.5 million people", "1.4 million people", "differs"),
            ("1,412,345 people", "1.4 million people", "rounded"),
            ("1.4 million people", "1,450,000 people", "rounded"),
            ("1.5 million people", "1,450,000 people", "rounded"),
            ("8,000 votes", "8,900 votes", "differs"),
            ("about 3,000 seats", "2,760 seats", "agrees"),
            ("about 3,000 seats", "2,600 seats", "borderline"),
            ("about 3,000 seats", "2,400 seats", "differs"),
            ("nearly 3,000 seats", "2,760 seats", "agrees"),
            ("nearly 3,000 seats", "3,010 seats", "borderline"),
            ("nearly 3,000 seats", "3,610 seats", "wrong side"),
            ("nearly 3,000 seats", "2,110 seats", "differs"),
            ("just over 3,000 seats", "3,120 seats", "agrees"),
            ("just over 3,000 seats", "4,120 seats", "differs"),
            ("more than 3,000 seats", "3,120 seats", "agrees"),
            ("more than 3,000 seats", "3,900 seats", "understated"),
            ("more than 40,000 seats", "40,000 seats", "borderline"),
            ("more than $23 million", "$22.9 million", "differs"),
            ("a little less than one-fifth of homes", "21% of homes", "wrong side"),
            ("310,000 seats", "118 seats", "differs"),
            ("118,000 seats", "118 seats", "differs"),
            ("more than 3,000 seats", "2,100 seats", "differs"),
            ("at least 30 seats", "30 seats", "agrees"),
            ("at least 34 seats", "33 seats", "differs"),
            ("at least 30 seats", "33 seats", "agrees"),
            ("fewer than 30 seats", "28 seats", "agrees"),
            ("fewer than 30 seats", "12 seats", "overstated"),
            ("fewer than 30 seats", "61 seats", "differs"),
            ("up to 50 seats", "12 seats", "agrees"),
            ("up to 50 seats", "60 seats", "above the bound"),
            ("no more than 50 seats", "60 seats", "differs"),
            ("between 30 and 40 seats", "36 seats", "agrees"),
            ("between 30 and 40 seats", "54 seats", "differs"),
            ("dozens of seats", "36 seats", "agrees"),
            ("dozens of seats", "9 seats", "differs"),
            ("several seats", "5 seats", "agrees"),
        ],
    );
}

#[test]
fn facts_keep_the_hedge_they_were_written_with() {
    all(
        None,
        setting(),
        &[
            ("40 miners", "at least 34 miners", "agrees"),
            ("12 miners", "at least 34 miners", "differs"),
            ("1,240 seats", "about 1,200 seats", "agrees"),
            ("35 seats", "between 30 and 40 seats", "agrees"),
            ("4% to 4.25%", "4.25% to 4.5%", "differs"),
            ("4.25% to 4.5%", "4.25% to 4.5%", "agrees"),
        ],
    );
}

#[test]
fn a_tolerance_replaces_the_rounding() {
    let tenth = Tolerance::Share(Exact::constant(1, 10));
    all(
        Some(tenth),
        setting(),
        &[
            ("1,300 seats", "1,400 seats", "agrees"),
            ("1,240 seats", "1,400 seats", "differs"),
            ("more than 1,300 seats", "1,400 seats", "agrees"),
        ],
    );
    all(
        Some(Tolerance::Absolute(Exact::from(50), None)),
        setting(),
        &[("1,350 seats", "1,400 seats", "agrees"), ("1,340 seats", "1,400 seats", "differs")],
    );
    all(
        Some(Tolerance::None),
        setting(),
        &[("1,400 seats", "1,400 seats", "agrees"), ("1,400 seats", "1,401 seats", "differs")],
    );
}

#[test]
fn shares_and_fractions_are_one_dimension() {
    all(
        None,
        setting(),
        &[
            ("25% of voters", "a quarter of voters", "agrees"),
            ("1 in 4 voters", "25%", "agrees"),
            ("a third of voters", "33% of voters", "rounded"),
            ("a third of voters", "two-thirds of voters", "differs"),
            ("nearly half of voters", "46% of voters", "agrees"),
            ("15% of voters", "half of voters", "differs"),
            ("0.25 percentage points", "25 basis points", "agrees"),
            ("2 percent", "2 percentage points", "points"),
            ("5 percent", "2 percentage points", "apart"),
            ("5 percent", "5 people", "apart"),
        ],
    );
}

#[test]
fn units_convert_and_currencies_do_not() {
    all(
        None,
        setting(),
        &[
            ("16 km", "10 miles", "rounded"),
            ("20 km", "10 miles", "differs"),
            ("0.34 kilometers", "340 meters", "agrees"),
            ("about 330 pounds of gold", "150 kilograms of gold", "agrees"),
            ("two and a half hours", "150 minutes", "agrees"),
            ("three and a half hours", "150 minutes", "differs"),
            ("72 hours", "three days", "agrees"),
            ("10 miles", "10 hours", "apart"),
            ("$7.2 million", "$7.2 million", "agrees"),
            ("$7.2 million", "$7.3 million", "differs"),
            ("$2.5 billion", "€2.5 billion", "other currency"),
            ("$1.75", "$1.57", "differs"),
            ("$7.2 million", "7.2 million people", "apart"),
            ("30 years", "aged 30", "apart"),
        ],
    );
}

#[test]
fn movements_compare_with_their_sign() {
    all(
        None,
        setting(),
        &[
            ("Prices rose 5%.", "Prices rose 5%.", "agrees"),
            ("Prices fell 5%.", "Prices rose 5%.", "other direction"),
            ("Prices rose 5%.", "5%", "apart"),
        ],
    );
}

#[test]
fn ranks_and_scores_are_exact() {
    all(
        None,
        setting(),
        &[
            ("the 47th president", "the 47th president", "agrees"),
            ("the 46th president", "the 47th president", "differs"),
            ("won 3-1", "won 3-1", "agrees"),
            ("lost 1-3", "won 3-1", "agrees"),
            ("won 3-2", "won 3-1", "differs"),
        ],
    );
}

#[test]
fn headings_round_harder() {
    let heading = Setting { rounding: Rounding::Heading, ..setting() };
    all(None, heading, &[("500 people", "541 people", "rounded"), ("500 people", "561 people", "differs")]);
    all(None, setting(), &[("500 people", "541 people", "differs")]);
}

#[test]
fn dates_compare_at_the_coarser_precision() {
    let day = |year, month, day| Date::Day(date(year, month, day));
    let fact = day(1937, 5, 27);
    for (claim, hedge, expected) in [
        (day(1937, 5, 27), Hedge::Exact, "agrees"),
        (Date::Month(1937, 5), Hedge::Exact, "agrees"),
        (Date::Year(1937), Hedge::Exact, "agrees"),
        (Date::DayOfYear(5, 27), Hedge::Exact, "agrees"),
        (Date::DayOfYear(5, 28), Hedge::Exact, "other date"),
        (Date::Year(1938), Hedge::Exact, "other date"),
        (Date::Year(1938), Hedge::About, "agrees"),
        (Date::Month(1937, 6), Hedge::Exact, "other date"),
        (day(1937, 5, 28), Hedge::Exact, "other date"),
        (Date::Year(1940), Hedge::Under, "agrees"),
        (Date::Quarter(1937, 2), Hedge::Exact, "agrees"),
    ] {
        let reference = dated(fact, Hedge::Exact);
        let compared = compare(&dated(claim, hedge), held(&reference, None), setting());
        assert_eq!(name(compared.map(|compared| compared.outcome)), expected, "{claim} {hedge:?}");
    }
}

#[test]
fn a_running_time_gives_its_length_at_the_day() {
    let since = Against::Since { since: Date::Day(date(2022, 2, 24)), until: None };
    for (claim, expected) in [
        ("a three-year war", "agrees"),
        ("a five-year war", "differs"),
        ("more than three years", "agrees"),
        ("more than five years", "differs"),
        ("nearly four years", "borderline"),
        ("nearly five years", "differs"),
        ("three and a half years", "agrees"),
        ("42 months", "agrees"),
        ("44 months", "differs"),
        ("41 months", "agrees"),
        ("1,268 days", "agrees"),
        ("1,269 days", "agrees"),
        ("1,276 days", "differs"),
        ("a two-hour raid", "apart"),
        ("34 people", "apart"),
    ] {
        let compared = compare(&read(claim), since, setting());
        assert_eq!(name(compared.map(|compared| compared.outcome)), expected, "{claim:?}");
    }
    let later = Against::Since { since: Date::Day(date(2025, 9, 1)), until: None };
    assert_eq!(name(compare(&read("three weeks"), later, setting()).map(|compared| compared.outcome)), "silent");
}

#[test]
fn a_time_that_is_over_keeps_its_length() {
    let drought = Against::Since { since: Date::Month(2018, 4), until: Some(Date::Month(2023, 3)) };
    for (claim, expected) in [("five years", "agrees"), ("nine years", "differs")] {
        let compared = compare(&read(claim), drought, setting());
        assert_eq!(name(compared.map(|compared| compared.outcome)), expected, "{claim:?}");
    }
}

#[test]
fn dates_contradict_only_the_end_they_speak_of() {
    let since = Against::Since { since: Date::Day(date(2022, 2, 24)), until: None };
    for (claim, edge, expected) in [
        (Date::Year(2022), Edge::Start, "agrees"),
        (Date::Year(2021), Edge::Start, "other date"),
        (Date::Year(2021), Edge::Unsaid, "apart"),
        (Date::Year(2022), Edge::Unsaid, "agrees"),
    ] {
        let compared = compare(&dated(claim, Hedge::Exact), since, Setting { edge, ..setting() });
        assert_eq!(name(compared.map(|compared| compared.outcome)), expected, "{claim} {edge:?}");
    }
}

#[test]
fn an_age_is_in_completed_years() {
    let life = Against::Life { born: date(1952, 10, 7), died: None };
    for (claim, expected) in
        [("aged 72", "agrees"), ("aged 73", "differs"), ("a 72-year-old man", "agrees"), ("aged 27", "differs")]
    {
        let compared = compare(&read(claim), life, setting());
        assert_eq!(name(compared.map(|compared| compared.outcome)), expected, "{claim:?}");
    }
    let dead = Against::Life { born: date(1952, 10, 7), died: Some(date(2000, 1, 1)) };
    assert_eq!(name(compare(&read("aged 47"), dead, setting()).map(|compared| compared.outcome)), "agrees");
}

fn entry(from: Day, text: &str) -> Entry {
    let value = Stated { text: text.to_owned(), claim: read(text), tolerance: None };
    Entry { from: Date::Day(from), until: None, value, source: None }
}

#[test]
fn a_history_is_read_at_the_time_spoken_of() {
    let entries = [
        entry(date(2022, 1, 1), "8,000 people"),
        entry(date(2024, 3, 1), "6,500 people"),
        entry(date(2025, 3, 1), "7,100 people"),
    ];
    for (claim, at, expected) in [
        ("7,100 people", TODAY, "agrees"),
        ("6,500 people", TODAY, "outdated"),
        ("8,000 people", TODAY, "outdated"),
        ("9,900 people", TODAY, "differs"),
        ("8,000 people", date(2023, 5, 1), "agrees"),
        ("7,100 people", date(2023, 5, 1), "differs"),
        ("8,000 people", date(2021, 5, 1), "silent"),
        ("at least 6,500 people", TODAY, "outdated"),
        ("at least 7,000 people", TODAY, "agrees"),
    ] {
        let setting = Setting { at: Period::day(at), ..setting() };
        let compared = compare(&read(claim), Against::History(&entries), setting);
        assert_eq!(name(compared.map(|compared| compared.outcome)), expected, "{claim:?} at {at}");
    }
    // A year in which the value changed knows both.
    let year = Period { first: date(2024, 1, 1), last: date(2024, 12, 31) };
    let compared = compare(&read("8,000 people"), Against::History(&entries), Setting { at: year, ..setting() });
    assert_eq!(name(compared.map(|compared| compared.outcome)), "agrees");
}

/// A measurement in some unit.
fn measured(value: i64, exponent: i32, unit: &str, hedge: Hedge) -> Claim<'static> {
    let amount = Amount::Point(Number::written(i128::from(value), exponent).expect("it fits"));
    let unit = crate::lexicon::unit(unit).expect("a known unit");
    let value = Value::Quantity(Quantity { amount, unit: Some(unit), hedge });
    Claim { kind: ClaimKind::Measurement, value, ..dated(Date::Year(2000), Hedge::Exact) }
}

fn is_supported(claim: &Claim<'_>, fact: &Claim<'static>, tolerance: Option<Tolerance>) -> bool {
    compare(claim, held(fact, tolerance), setting()).is_some_and(|compared| compared.outcome.is_supported())
}

proptest! {
    #[test]
    fn a_figure_agrees_with_itself(
        value in 1_i64..1_000_000_000,
        exponent in -3..6_i32,
        hedge in prop_oneof![Just(Hedge::Exact), Just(Hedge::About), Just(Hedge::AtLeast), Just(Hedge::AtMost), Just(Hedge::UpTo)],
        unit in prop_oneof![Just("mile"), Just("celsius"), Just("kilogram")],
    ) {
        let fact = measured(value, exponent, unit, Hedge::Exact);
        prop_assert!(is_supported(&measured(value, exponent, unit, hedge), &fact, None));
        prop_assert!(is_supported(&measured(value, exponent, unit, hedge), &fact, Some(Tolerance::None)));
    }

    #[test]
    fn agreement_of_exact_figures_is_mutual(value in 1_i64..100_000, other in 1_i64..100_000) {
        let (one, two) = (measured(value, 0, "mile", Hedge::Exact), measured(other, 0, "mile", Hedge::Exact));
        // The fact's rounding has open ends, so that mere touching may differ by the side.
        let touch = |outcome: bool, turned: bool| outcome == turned || (value - other).abs() * 10 <= value.max(other);
        prop_assert!(touch(is_supported(&one, &two, None), is_supported(&two, &one, None)));
    }

    #[test]
    fn a_wider_tolerance_never_takes_support_away(
        value in 1_i64..100_000, other in 1_i64..100_000, narrow in 0_i64..100, more in 0_i64..100,
    ) {
        let share = |percent: i64| Some(Tolerance::Share(Exact::ratio(i128::from(percent), 100).expect("100 is not zero")));
        let (claim, fact) = (measured(value, 0, "mile", Hedge::Exact), measured(other, 0, "mile", Hedge::Exact));
        prop_assert!(!is_supported(&claim, &fact, share(narrow)) || is_supported(&claim, &fact, share(narrow + more)));
    }

    #[test]
    fn converting_there_and_back_changes_nothing(value in -1_000_000_i64..1_000_000) {
        let (celsius, fahrenheit) = (crate::lexicon::unit("celsius"), crate::lexicon::unit("fahrenheit"));
        let (celsius, fahrenheit) = (celsius.expect("known"), fahrenheit.expect("known"));
        let base = |value: Exact, unit: crate::value::Unit| value.checked_mul(unit.factor())?.checked_add(unit.offset());
        let from_base = |value: Exact, unit: crate::value::Unit| value.checked_sub(unit.offset())?.checked_div(unit.factor());
        let value = Exact::from(value);
        let there = base(value, celsius).and_then(|value| from_base(value, fahrenheit));
        let back = there.and_then(|value| base(value, fahrenheit)).and_then(|value| from_base(value, celsius));
        prop_assert_eq!(back, Some(value));
    }
}
