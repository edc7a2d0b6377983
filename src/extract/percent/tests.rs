//! Texts and the shares in them.

use crate::extract::tests::proposed;

#[test]
fn shares() {
    for (text, found) in [
        ("fell by 25% in May", "25% | 25% | "),
        ("about 25 percent of them", "about 25 percent | 25 percent | them"),
        ("some 12 per cent", "some 12 per cent | 12 per cent | "),
        ("a 25-percent cut", "25-percent | 25-percent | "),
        ("by half a percentage point", "half a percentage point | half a percentage point | "),
        ("a quarter of a percentage point", "a quarter of a percentage point | a quarter of a percentage point | "),
        ("60+ percent of them", "60+ percent | 60+ percent | them"),
        ("50 basis points", "50 basis points | 50 basis points | "),
        ("between 4.25% and 4.5%", "between 4.25% and 4.5% | between 4.25% and 4.5% | "),
        ("25 to 30 percent", "25 to 30 percent | 25 to 30 percent | "),
        ("20%-30%", "20%-30% | 20%-30% | "),
        ("30 of 120, or 25%, were", "25% | 25% | "),
        ("up to 80% of the cost", "up to 80% | 80% | the cost"),
    ] {
        assert_eq!(proposed(super::find, text), [found], "{text}");
    }
}

#[test]
fn shares_of_a_list() {
    let found = ["41 percent | 41 percent | the vote", "23 | 23 | ", "nine | nine | "];
    assert_eq!(
        proposed(super::find, "Labour took 41 percent of the vote, the Civic Union 23 and the Greens nine."),
        found
    );
    assert_eq!(
        proposed(super::find, "Labour took 41 percent, and the Civic Union 23 seats."),
        [found[0].replace("the vote", "")]
    );
}

#[test]
fn no_shares() {
    for text in ["won by 3 points", "20 people", "the percent", "the third percent"] {
        assert_eq!(proposed(super::find, text), [""; 0], "{text}");
    }
}
