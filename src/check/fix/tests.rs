//! Drafts with a wrong figure, and the figure as it should stand there.

use jiff::civil::date;

use super::replacement;
use crate::check::compare::compare;
use crate::check::compare::outcome::{Against, Edge, Held, Period, Reading, Rounding, Setting};
use crate::check::compare::slip;
use crate::check::compare::tests::{dated, read};
use crate::claim::Claim;
use crate::lexicon::Usage;
use crate::span::Span;
use crate::value::{Date, Hedge};

fn fixed(draft: &str, claim: &Claim<'static>, fact: &Claim<'static>) -> Option<String> {
    let against = Against::Value(Held { claim: fact, words: "", tolerance: None, year: None });
    let at = Period::day(date(2025, 8, 15));
    let setting = Setting { at, rounding: Rounding::Text, edge: Edge::Unsaid, reading: Reading::Level };
    let comparison = compare(claim, against, setting)?;
    replacement(draft, Usage::default(), claim, &comparison, slip::of_value(claim, &comparison))
}

#[test]
fn figures_keep_the_draft_s_style() {
    for (draft, fact, expected) in [
        ("about 1.5 million casualties", "1,212,345 casualties", Some("1.2 million")),
        ("1.5 million people", "1.4 million people", Some("1.4 million")),
        ("1.5 million people", "912,000 people", Some("910,000")),
        ("$7.2m", "$7.3 million", Some("$7.3m")),
        ("$7.2bn", "$7.2 million", Some("$7.2m")),
        ("$72M", "$72 billion", Some("$72B")),
        ("£720m", "£7,200", Some("£7,200")),
        ("38.4 degrees Fahrenheit", "38.4 °C", Some("38.4 degrees Celsius")),
        ("$7.2 billion", "$7.2 million", Some("$7.2 million")),
        ("87 cents", "78 cents", Some("78 cents")),
        ("$15.00", "$14.25", Some("$14.25")),
        ("$1.57", "$1.70", Some("$1.70")),
        ("12,000 people", "9,487 people", Some("9,500")),
        ("12,345 people", "9,487 people", Some("9,487")),
        ("£410 million", "£435 million", Some("£435 million")),
        ("9,000 books", "410,000 books", Some("410,000")),
        ("64,000 homes", "6,432 homes", Some("6,400")),
        ("16.26 km/h", "58,536 km/h", Some("58,536 km/h")),
        ("\u{2212}129 °C", "-229 °C", Some("\u{2212}229 °C")),
        ("more than 90,000 people", "88,700 people", None),
        ("at least 60 people", "58 people", None),
        ("fell to $14.70 from $15.82", "$14.20", Some("$14.20 from $15.82")),
        ("rose by about $181", "rose by $117.80", Some("$118")),
        ("fell by 3.4 percent", "fell by 4.3 percent", Some("4.3 percent")),
        ("about 12,000 people", "9,487 people", Some("9,500")),
        ("more than 15,000 people", "11,430 people", Some("11,000")),
        ("nearly 1,500 people", "1,930 people", Some("2,000")),
        ("94,870 people", "9,487 people", Some("9,487")),
        ("two people", "three people", Some("three")),
        ("one hundred and seventy-three people", "137 people", Some("137")),
        ("two hundred people", "300 people", Some("three hundred")),
        ("5 euros", "3.50 euros", Some("3.50 euros")),
        ("€0.59 million", "€950,000", Some("€0.95 million")),
        ("€3,250 million", "€2.35 billion", Some("€2,350 million")),
        ("Fifteen people", "12 people", Some("Twelve")),
        ("two people", "one person", None),
        ("seven people", "34 people", Some("34")),
        ("Seven people", "34 people", Some("Thirty-four")),
        ("twenty-seven states", "32 states", Some("thirty-two")),
        ("two million people", "three million people", Some("three million")),
        ("a trio of jets", "a quartet of jets", Some("a quartet")),
        ("20 km", "10 miles", Some("16 km")),
        ("five-hour talks", "three-hour talks", Some("three-hour")),
        ("nearly five hours", "170 minutes", Some("three hours")),
        ("9.1%", "9.47%", Some("9.5%")),
        ("4% to 4.25%", "4.25% to 4.5%", Some("4.25% to 4.5%")),
        ("$3-4 billion", "$5 billion to $6 billion", Some("$5-6 billion")),
        ("an 18-year sentence", "a nine-year sentence", None),
        ("won 3-2", "won 3-1", Some("3-1")),
        ("at 7.30pm", "at 6:30 p.m.", Some("6.30pm")),
        ("at 19:30", "at 6:30 p.m.", Some("18:30")),
        ("the 47th president", "the 42nd president", Some("42nd")),
        ("the third president", "the fourth president", Some("fourth")),
        ("a third of voters", "two-thirds of voters", None),
        ("1 in 3 voters", "25% of voters", Some("1 in 4")),
        ("two out of five voters", "80% of voters", Some("four out of five")),
        ("one in five voters", "80% of voters", None),
        ("dozens of seats", "9 seats", None),
        ("$2.5 billion", "€2.5 billion", Some("€2.5 billion")),
        ("US$2.5 billion", "€2.5 billion", None),
        ("$2.5 billion", "€3.5 billion", None),
        ("2.5 million euros", "2.5 million dollars", Some("2.5 million dollars")),
        ("€176 million", "175.8 million dollars", Some("$176 million")),
        ("for 18 days", "for 18 hours", Some("18 hours")),
        ("246 kilowatts", "245.7 watts", Some("246 watts")),
        ("246 kW", "245.7 watts", None),
        ("more than 25 months", "469 days", Some("15 months")),
        ("a more than three-hour meeting", "165 minutes", None),
        ("34 people", "34 people", None),
    ] {
        assert_eq!(fixed(draft, &read(draft), &read(fact)).as_deref(), expected, "{draft:?} against {fact:?}");
    }
}

#[test]
fn dates_keep_the_draft_s_order() {
    let fact = Date::Day(date(1937, 5, 27));
    let day = |year, month, day| Date::Day(date(year, month, day));
    for (draft, claim, expected) in [
        ("1973", Date::Year(1973), Some("1937")),
        ("Feb. 27, 1937", day(1937, 2, 27), Some("May 27, 1937")),
        ("27 February 1937", day(1937, 2, 27), Some("27 May 1937")),
        ("May 22nd, 1937", day(1937, 5, 22), Some("May 27th, 1937")),
        ("1937-05-26", day(1937, 5, 26), Some("1937-05-27")),
        ("June 1938", Date::Month(1938, 6), Some("May 1937")),
        ("Friday, May 28, 1937", day(1937, 5, 28), Some("Thursday, May 27, 1937")),
        ("Thu., May 20, 1937", day(1937, 5, 20), Some("Thu., May 27, 1937")),
        ("Fri., May 28, 1937", day(1937, 5, 28), None),
        ("28/5/37", day(1937, 5, 28), Some("27/5/37")),
        ("5/5/37", day(1937, 5, 5), None),
    ] {
        let span = Span::new(0, u32::try_from(draft.len()).expect("short")).expect("not empty");
        let claim = Claim { span, core: span, ..dated(claim, Hedge::Exact) };
        assert_eq!(fixed(draft, &claim, &dated(fact, Hedge::Exact)).as_deref(), expected, "{draft:?}");
    }
}
