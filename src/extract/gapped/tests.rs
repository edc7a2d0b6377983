//! Lists of likes and what their figures count.

use crate::extract::tests::with_sentence;

/// What each number of a text counts because the first of its list does.
fn shared(text: &str) -> String {
    with_sentence(text, |sentence| {
        let counted = |start| super::counted(sentence, start).map(|of| sentence.text(&of));
        let numbers = sentence.numerals.iter().filter_map(|numeral| {
            counted(numeral.tokens.start).map(|of| format!("{} {of}", sentence.text(&numeral.tokens)))
        });
        numbers.collect::<Vec<_>>().join("; ")
    })
}

#[test]
fn figures_of_a_list() {
    for (text, found) in [
        ("Labour won 41 seats and the Civic Union 23.", "23 seats"),
        ("Labour won 41 seats, the Civic Union 23 and the Greens nine.", "23 seats; nine seats"),
        ("Ruiz received 5,200 votes, Marsh about 3,100.", "3,100 votes"),
        ("Norland has 12 hospitals, while Sudland has seven.", ""),
        ("Norland has 12 hospitals and Sudland seven.", "seven hospitals"),
        ("Ruiz won 12 races and the Marsh 500.", ""),
        ("Norland built 12 jets and the Marsh 7.", ""),
        ("They won 12 seats in May, Union 23.", ""),
        ("Norland won 12 medals and Marsh 2020.", ""),
        ("Norland won 12 medals and Marsh 7 titles.", ""),
    ] {
        assert_eq!(shared(text), found, "{text}");
    }
}
