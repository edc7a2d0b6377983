//! Fixes put into texts by checks that look for words.

use factdiff::finding::{Finding, Fix, Level, Rule};
use factdiff::span::Span;

use super::{Mended, mend, patch};

/// A check that finds each of these words wherever it stands, with what to write instead.
fn judge(words: &'static [(&'static str, &'static str)]) -> impl Fn(&str) -> Vec<Finding> {
    move |text| {
        let mut findings = Vec::new();
        for (word, replacement) in words {
            for (at, _) in text.match_indices(word) {
                let place = |at: usize| u32::try_from(at).expect("a short text");
                let span = Span::new(place(at), place(at + word.len())).expect("a word");
                findings.push(Finding {
                    rule: Rule::ValueDiffers,
                    level: Level::Error,
                    span,
                    text: (*word).to_owned(),
                    message: String::new(),
                    fact: None,
                    draft: None,
                    reference: None,
                    difference: None,
                    unit: None,
                    quoted: false,
                    hints: Vec::new(),
                    fix: (!replacement.is_empty()).then(|| Fix { span, replacement: (*replacement).to_owned() }),
                    other: None,
                });
            }
        }
        findings
    }
}

#[test]
fn what_has_a_replacement_is_put_right() {
    for (text, words, expected, fixed) in [
        ("a b c", &[("a", "x"), ("c", "z")][..], "x b z", 2),
        ("a b c", &[("a", "")], "a b c", 0),
        ("a a a", &[("a", "xy")], "xy xy xy", 3),
        ("é a é", &[("a", "ö")], "é ö é", 1),
        ("", &[("a", "x")], "", 0),
    ] {
        let judge = judge(words);
        let mended = mend(text, &judge);
        assert_eq!(mended, Mended { text: expected.to_owned(), fixed }, "{text}");
        assert_eq!(mend(&mended.text, &judge).text, expected, "a second time changes nothing");
    }
}

#[test]
fn a_fix_that_brings_another_fault_is_left_out_alone() {
    // "b" becomes "c", which is a fault itself; around it all is put right.
    let judge = judge(&[("a", "x"), ("b", "c"), ("c", ""), ("d", "y")]);
    assert_eq!(mend("a b a d", &judge), Mended { text: "x b x y".to_owned(), fixed: 3 });
}

#[test]
fn a_fix_that_brings_another_to_light_is_put_in_with_it() {
    // "b" becomes "c", which becomes "z".
    let judge = judge(&[("a", "x"), ("b", "c"), ("c", "z")]);
    assert_eq!(mend("a b a", &judge), Mended { text: "x z x".to_owned(), fixed: 4 });
}

#[test]
fn of_fixes_that_overlap_the_first_is_put_in() {
    let judge = judge(&[("ab", "x"), ("bc", "y")]);
    assert_eq!(mend("abc", &judge).text, "xc");
    assert_eq!(mend("abc bc", &judge).text, "xc y");
}

#[test]
fn a_patch_keeps_line_ends_and_names_with_blanks() {
    assert_eq!(
        patch("./a draft.md", "one\r\ntwo", "one\r\n2"),
        "--- a/a draft.md\t\n+++ b/a draft.md\t\n@@ -1,2 +1,2 @@\n one\r\n-two\n\\ No newline at end of file\n+2\n\
         \\ No newline at end of file\n"
    );
    assert_eq!(patch("-", "a\rb\nc\n", "a\rb\nd\n"), "--- -\n+++ -\n@@ -1,2 +1,2 @@\n a\rb\n-c\n+d\n");
    assert_eq!(patch("x\"y.md", "1\n", "2\n").lines().next(), Some("--- \"a/x\\\"y.md\""));
    assert_eq!(patch("same.md", "a\n", "a\n"), "");
}
