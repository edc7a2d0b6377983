//! Texts with one figure, and its hedge.

use crate::extract::tests::with_sentence;

/// The hedge of the first number of a text, with the words it covers.
fn hedged(text: &str) -> String {
    with_sentence(text, |sentence| {
        let found = super::around(sentence, &sentence.numerals[0].tokens);
        format!("{} {}", found.hedge.name(), sentence.text(&found.whole))
    })
}

#[test]
fn hedges() {
    for (text, found) in [
        ("killed 40 people", "exact 40"),
        ("killed about 40 people", "about about 40"),
        ("Some 40 people came", "about Some 40"),
        ("an estimated 40 people", "about an estimated 40"),
        ("~40 people", "about ~40"),
        ("plus or minus 40", "about plus or minus 40"),
        ("nearly a dozen people", "nearly nearly a dozen"),
        ("just shy of 40", "nearly just shy of 40"),
        ("a little more than 40", "over a little more than 40"),
        ("well over 300 guests", "over well over 300"),
        ("in excess of 40", "over in excess of 40"),
        ("at least about 40", "at-least at least about 40"),
        ("at least another 40", "at-least at least another 40"),
        ("no fewer than 40", "at-least no fewer than 40"),
        ("only about 40", "about about 40"),
        ("as many as 40", "at-most as many as 40"),
        ("up to 40", "at-most up to 40"),
        ("fewer than 40", "under fewer than 40"),
        ("over a dozen people", "over over a dozen"),
        ("passed less than 9,000 kilometers away", "under less than 9,000"),
        ("topped about 40", "over topped about 40"),
        ("How about 40?", "exact 40"),
        ("We talked about 40 things", "exact 40"),
        ("40 or so guests", "about 40 or so"),
        ("40 or more guests", "at-least 40 or more"),
        ("40-plus guests", "over 40-plus"),
        ("40+ guests", "over 40+"),
        ("40-odd guests", "over 40-odd"),
        ("40, give or take", "about 40, give or take"),
    ] {
        assert_eq!(hedged(text), found, "{text}");
    }
}

#[test]
fn words_that_only_look_like_hedges() {
    for text in [
        "served under two presidents",
        "passed three laws",
        "fell over five years",
        "some one in the crowd",
        "two plus two",
        "walked around three times",
    ] {
        assert!(hedged(text).starts_with("exact"), "{text}: {}", hedged(text));
    }
    assert_eq!(hedged("passed 3 million"), "over passed 3 million");
    assert_eq!(hedged("under 40 people"), "under under 40");
}
