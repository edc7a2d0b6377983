//! Texts with two figures, and the range they make.

use crate::extract::tests::with_sentence;

/// The first range of a text as "words = low..high".
fn range(text: &str) -> Option<String> {
    with_sentence(text, |sentence| {
        let found = super::plain(sentence, 0)?;
        Some(format!("{} = {}..{}", sentence.text(&found.whole), found.low.value(), found.high.value()))
    })
}

#[test]
fn ranges() {
    for (text, found) in [
        ("between 3,000 and 4,000 homes", "between 3,000 and 4,000 = 3000..4000"),
        ("from 40 to 50 homes", "from 40 to 50 = 40..50"),
        ("some 40 to 50 homes", "some 40 to 50 = 40..50"),
        ("20–30 homes", "20–30 = 20..30"),
        ("3-4 billion trees", "3-4 billion = 3000000000..4000000000"),
        ("2 million to 3 million trees", "2 million to 3 million = 2000000..3000000"),
        ("five or six homes", "five or six = 5..6"),
        ("a three-to-five-part plan", "three-to-five = 3..5"),
        ("one hundred to two hundred homes", "one hundred to two hundred = 100..200"),
        ("between one hundred and two hundred", "between one hundred and two hundred = 100..200"),
        ("between 2 and about 7 trees", "between 2 and about 7 = 2..7"),
        ("more than 100 and fewer than 300 trees", "more than 100 and fewer than 300 = 100..300"),
        ("500 to 1 million trees", "500 to 1 million = 500..1000000"),
    ] {
        assert_eq!(range(text).as_deref(), Some(found), "{text}");
    }
}

#[test]
fn no_ranges() {
    for text in [
        "won 3-1",
        "5 to 4",
        "40 and 50 homes",
        "more than 300 and fewer than 100",
        "call 555-0142",
        "2022-02-24",
        "2 or 200",
        "40, 50 homes",
        "the tenth to the fifteenth",
        "978-3-16-148410-0",
    ] {
        assert_eq!(range(text), None, "{text}");
    }
}
