//! Texts, with a bar where a sentence ends.

use crate::source::{Format, read};
use crate::text::Tokens;

/// A text with bars between its sentences.
fn parted(text: &str) -> String {
    let document = read(text, Format::Markdown);
    let mut tokens = Tokens::default();
    let mut sentences = Vec::new();
    for block in &document.blocks {
        tokens.read(&document, block);
        for range in &tokens.sentences {
            let (first, last) = (tokens.tokens[range.start], tokens.tokens[range.end - 1]);
            sentences.push(&document.prose[first.start as usize..last.end as usize]);
        }
    }
    sentences.join(" | ")
}

#[test]
fn sentences_part_where_they_end() {
    let texts = [
        "It rose. | It fell. | 34 people left.",
        "Forty fell ill. | Some were moved to Alton, Ill. and Mason Corp. offices.",
        "Did it? | It did! | “Yes.” | She left.",
        "He said “no.” | Then (it was late.) | All left.",
        "It rose 5 . 5 % by nov . 15 . | Two left .",
        "It rose to 7.2 million. | It fell to 5. | Two left.",
        "It is so.[3] | It is.² | All agree.",
        "He waited … | Nothing came. | And then... | It came.",
        "It cost $5. | $6 was paid.",
        "“Why?” Reuter asked. | “Because!” Governor Ana Bell said.",
        "Why? | Reuter did not say.",
        "it was so. it was.",
        "See example.Org for more.",
    ];
    for text in texts {
        assert_eq!(parted(&text.replace(" |", "")), text);
    }
}

#[test]
fn abbreviations_end_no_sentence() {
    let texts = [
        "Sen. Bell, D-Conn., met Gov. Reuter and Dr. Ost at St. Anne's.",
        "J. K. Rowling met George W. Bush and W. A. Mozart.",
        "It was No. 2 on Jan. 6, vs. No. 5. | He said no. | Two left.",
        "Ost Inc. Chairman Bell left. | Ost Inc. | The firm is new.",
        "They met in the U.S. Senate. | They left the U.S. | The talks ended.",
        "She leads U.S. Steel. | He leads the U.N. | But she left.",
        "It began at 6:30 p.m. Friday. | It ended at 7 p.m. | Reuter left at 8 a.m. Eastern time.",
        "It opens at 9 a.m. EST. | It closes at 5 p.m. | Two left.",
        "They sell pears, figs, etc. at noon. | They sell plums, etc. | They sell apples.",
        "They chose plan B. | The town agreed. | So did I. | He left.",
        "Ana Bell, Ph.D., wrote it with Tom Ost Jr. and others.",
        "See fig. 2, pp. 3 and Vol. 4. | He ate a fig. | She ate two.",
        "It fell on Feb. 3. | It rose in Feb. | The town agreed.",
    ];
    for text in texts {
        assert_eq!(parted(&text.replace(" |", "")), text);
    }
}

#[test]
fn a_line_that_the_writer_ends_is_a_sentence() {
    assert_eq!(parted("Hall 5  \nMay 6\nat noon<br>Free"), "Hall 5 | May 6\nat noon | Free");
}

#[test]
fn what_has_no_end_is_cut() {
    assert_eq!(parted(&"7+".repeat(2000)).matches('|').count(), 1);
    assert_eq!(parted(&"7 + ".repeat(2000)).matches('|').count(), 1);
}
