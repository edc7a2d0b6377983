//! Texts and the counts in them.

use crate::extract::tests::proposed;

#[test]
fn counts() {
    for (text, found) in [
        ("Police counted 34 people.", "34 people | 34 | people"),
        (
            "scores of Danish and Swedish pilots",
            "scores of Danish and Swedish pilots | scores | Danish and Swedish pilots",
        ),
        ("losses totaling about 40,000", "about 40,000 | 40,000 | losses"),
        ("between 30 and 40 homes burned", "between 30 and 40 homes | 30 and 40 | homes"),
        ("a five part film series", "five part | five | part"),
        ("its 9,000--men and boys", "9,000 | 9,000 | "),
        ("a 12-member panel", "12-member | 12 | member"),
        ("at least one person died", "at least one person | one | person"),
        ("40 people or more", "40 people or more | 40 | people"),
        ("all five stay", "five | five | "),
        ("2000 people came", "2000 people | 2000 | people"),
        ("14 states agreed", "14 states | 14 | states"),
        ("Hundreds were arrested", "Hundreds | Hundreds | "),
        ("a few thousand turned up", "a few thousand | a few thousand | "),
        ("the blast hurt dozens", "dozens | dozens | "),
        ("went over a few questions", "a few questions | a few | questions"),
        ("1.2m voters", "1.2m voters | 1.2m | voters"),
    ] {
        assert_eq!(proposed(super::find, text), [found], "{text}");
    }
}

#[test]
fn no_counts() {
    for text in [
        "no one came",
        "the one that got away",
        "in 1954",
        "only sixty--three lost",
        "the F35",
        "agent 007",
        "at 3:40",
        "$40",
        "40%",
        "the third",
        "half of them",
        "in the thousands",
        "several stayed",
        "25-to-life",
        "an image or two",
        "a quick win or two",
        "not later than March 1 of each year",
        "it was in '98.",
    ] {
        assert_eq!(proposed(super::find, text), [""; 0], "{text}");
    }
}
