//! Texts and the ratios in them.

use crate::extract::tests::proposed;

#[test]
fn ratios() {
    for (text, found) in [
        ("odds of 1 in 4 that", "1 in 4 | 1 in 4 | "),
        ("only one in five homes is insured", "one in five homes | one in five | homes"),
        ("nearly one seat in five is empty", "nearly one seat in five | one seat in five | "),
        ("a one-in-five chance", "one-in-five | one-in-five | "),
        ("nine out of ten voters", "nine out of ten voters | nine out of ten | voters"),
        ("seven of nine members", "seven of nine members | seven of nine | members"),
        ("outnumbered 3-to-1", "3-to-1 | 3-to-1 | "),
        ("about two-thirds of them fled", "about two-thirds of them | two-thirds | them"),
        ("more than half of voters", "more than half of voters | half | voters"),
        ("a quarter of the budget went", "a quarter of the budget | a quarter | the budget"),
        ("half of the world's trade", "half of the world's trade | half | the world's trade"),
        ("about half as wide", "about half | half | "),
        ("17.3 per 100,000 residents", "17.3 per 100,000 residents | 17.3 per 100,000 | residents"),
        ("17.3 deaths per thousand", "17.3 deaths per thousand | 17.3 deaths per thousand | "),
        ("grew fifteen-fold since", "fifteen-fold | fifteen-fold | "),
        ("three or four times more", "three or four times | three or four times | "),
        ("nearly three times the average", "nearly three times | three times | "),
        ("one in every 12 pupils", "one in every 12 pupils | one in every 12 | pupils"),
        ("4.3 in every 1,000 people", "4.3 in every 1,000 people | 4.3 in every 1,000 | people"),
        ("4.3 in every 1,000 in the north", "4.3 in every 1,000 | 4.3 in every 1,000 | "),
        ("four out of every five trains", "four out of every five trains | four out of every five | trains"),
        ("1 over 3", "1 over 3 | 1 over 3 | "),
        ("a student-teacher ratio of 18:1", "18:1 | 18:1 | "),
        ("outnumbered 3:1", "3:1 | 3:1 | "),
        ("odds of 12-1", "12-1 | 12-1 | "),
        ("a 5-to-2 outsider", "5-to-2 | 5-to-2 | "),
        ("twice as many people", "twice | twice | "),
        ("a tenfold increase in fees", "tenfold | tenfold | "),
        ("grew almost fourfold since", "almost fourfold | fourfold | "),
    ] {
        assert_eq!(proposed(super::find, text), [found], "{text}");
    }
}

#[test]
fn no_ratios() {
    for text in [
        "five in 2023",
        "one man in four films",
        "one child in four cars was",
        "a 4:3 aspect ratio",
        "the ratio is 4:5:1",
        "ended 3:1",
        "41 in 12 hours",
        "three times a week",
        "the second half",
        "a half-hour talk",
        "the quarter ended",
        "twice in May",
        "the answer is twofold",
        "the 40 of them",
        "5 to 4",
        "the favorites won 3-2",
    ] {
        assert_eq!(proposed(super::find, text), [""; 0], "{text}");
    }
}

#[test]
fn votes_are_no_ratios() {
    assert_eq!(proposed(super::find, "by a majority of 11 to 1."), [""; 0]);
}
