//! Texts and their tokens: a space where the text has one, a bar where two touch.

use super::{TokenKind, split};
use crate::lexicon::Begins;

fn cut(text: &str) -> String {
    let mut tokens = Vec::new();
    split(text, 0, &mut tokens);
    let mut cut = String::new();
    for token in &tokens {
        if token.start > 0 {
            cut.push(if token.glued { '|' } else { ' ' });
        }
        cut.push_str(token.text(text));
    }
    cut
}

#[test]
fn text_is_cut_into_words_numbers_and_signs() {
    let cases = [
        ("Two men left.", "Two men left|."),
        ("O'Brien's don’t O’Hara’s", "O'Brien|'s don’t O’Hara|’s"),
        ("the 1990's, voters' 'so'", "the 1990|'s|, voters|' '|so|'"),
        ("U.S. at 6 p.m., J.K. Ost", "U.S. at 6 p.m.|, J.K. Ost"),
        ("Ph.D. e.g. A. B", "Ph|.|D|. e.g. A|. B"),
        ("$1.5m and .5 or 3.2.1", "$|1.5|m and .5 or 3.2.1"),
        ("12,000 1,00,000 1,2 5,", "12,000 1,00,000 1|,|2 5|,"),
        ("F-35 3–1 two-thirds", "F|-|35 3|–|1 two|-|thirds"),
        ("20% 5°C ½ №7", "20|% 5|°|C ½ №|7"),
        ("Żółw naïve o\u{302}\u{323}a", "Żółw naïve o\u{302}\u{323}a"),
        ("a\u{a0}b\u{2028}c", "a b c"),
        ("a\u{fffc}b \0", "a|\u{fffc}|b \0"),
        ("abcdefghijklmnop'q rstuvwxyzabcdefghi", "abcdefghijklmnop'q rstuvwxyzabcdefghi"),
        ("", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(cut(text), expected, "{text:?}");
    }
}

#[test]
fn words_are_looked_up_whatever_their_case_and_length() {
    for text in ["million", "MILLION", "Million", "Thousands", "seventeen", "of", "$", "~"] {
        let mut tokens = Vec::new();
        split(text, 0, &mut tokens);
        assert!(tokens[0].word.is_some(), "{text}");
    }
    // What differs from a known word by a bit, a letter or a byte at its end.
    for text in ["^", "millioned", "mill\u{ed}on", "thousandss", "seventeem", "o"] {
        let mut tokens = Vec::new();
        split(text, 0, &mut tokens);
        assert!(tokens[0].kind != TokenKind::Number && tokens[0].word.is_none(), "{text}");
    }
}

#[test]
fn the_letter_of_the_next_word_tells_what_a_word_may_begin() {
    let begins = |text: &str, shape: Begins| {
        let mut tokens = Vec::new();
        split(text, 0, &mut tokens);
        tokens[0].begins.any(shape)
    };
    for (text, begun) in [("the day after", true), ("The Day After", true), ("the war", false), ("the", false)] {
        assert_eq!(begins(text, Begins::DATE), begun, "{text}");
    }
    for (text, begun) in [("president of", true), ("president", true), ("secretary of state", true), ("new", false)] {
        assert_eq!(begins(text, Begins::TITLE), begun, "{text}");
    }
    // What is not ASCII may be a sign that the lexicon writes in another way.
    assert!(begins("the \u{2019}", Begins::DATE));
}
