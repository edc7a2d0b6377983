//! Texts and the scores in them.

use crate::extract::tests::proposed;

#[test]
fn scores() {
    for (text, found) in [
        ("won 3-1 on Sunday", "3-1"),
        ("The council voted 7–2 to adopt it", "7–2"),
        ("a 220-212 vote", "220-212"),
        ("by a vote of 98-3.", "98-3"),
        ("a 5 to 4 ruling", "5 to 4"),
        ("lost 1-3 at home", "1-3"),
        ("in a 5-to-4 decision", "5-to-4"),
        ("(3-1)", "3-1"),
        ("the favorites won 3-2", "3-2"),
        ("by a vote of 203 ayes to 227 noes", "203 ayes to 227"),
        ("by 52 votes to 48", "52 votes to 48"),
        ("failed, 38-61, after", "38-61"),
        ("crushed the visitors 101-64.", "101-64"),
        ("took the title by 6.5-3.5.", "6.5-3.5"),
        ("kept the cup 14½–13½", "14½–13½"),
        ("rejected a toll on the old bridge, 9,120 to 8,040, in May", "9,120 to 8,040"),
        ("by a majority of 11 to 1.", "11 to 1"),
    ] {
        assert_eq!(proposed(super::find, text), [format!("{found} | {found} | ")], "{text}");
    }
}

#[test]
fn sets() {
    let found = ["6-4", "3-6", "7-5"].map(|set| format!("{set} | {set} | "));
    assert_eq!(proposed(super::find, "won 6-4, 3-6, 7-5"), found);
}

#[test]
fn two_chambers() {
    let found = ["217-213", "51 to 49"].map(|vote| format!("{vote} | {vote} | "));
    assert_eq!(proposed(super::find, "passed the House 217-213 and the Senate 51 to 49"), found);
}

#[test]
fn no_scores() {
    for text in [
        "1-3 people",
        "failed 20-30 times",
        "went from 52 seats to 48",
        "2022-02-24",
        "3 to 1",
        "555-0142",
        "F-3-1",
        "4-3%",
        "between 5 and 4",
        "odds of 12-1",
        "paper 800-53 is out",
        "a 20-1 shot",
        "7-6.5",
        "to win at 2.5-1.5",
        "6.25-3.25",
        "rejected a new toll on the old bridge for 1,200 to 1,100 cars",
    ] {
        assert_eq!(proposed(super::find, text), [""; 0], "{text}");
    }
}
