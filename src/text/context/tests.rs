//! Drafts, a word of them, and what its sentence leans on.

use super::context;
use crate::claim::Place;
use crate::source::{Format, read};
use crate::span::offset;
use crate::text::Tokens;

/// What the sentence leans on in which `word` stands first in a draft.
fn around(draft: &str, word: &str) -> Vec<String> {
    let document = read(draft, Format::Markdown);
    for (index, block) in document.blocks.iter().enumerate() {
        let mut tokens = Tokens::default();
        tokens.read(&document, block);
        for (sentence, range) in tokens.sentences.iter().enumerate() {
            if tokens.tokens[range.clone()].iter().any(|token| token.text(&document.prose) == word) {
                let place = Place { block: offset(index), sentence: offset(sentence), tokens: 0..1, excerpt: 0..0 };
                let describe =
                    |c: super::Context| format!("{:?}: {}", c.kind, &document.prose[c.start as usize..c.end as usize]);
                return context(&document, &tokens, &place).map(describe).collect();
            }
        }
    }
    panic!("{word} is not in {draft}")
}

#[test]
fn a_sentence_leans_on_what_stands_before_it() {
    let draft = "---\ntitle: T\n---\n# A\n\nOne.\n\nTwo. Three. Four.\n\n## B\n\nFive:\n\n- Six\n  - Seven\n\nEight.\n";
    let cases: [(&str, &[&str]); 6] = [
        ("One", &["Heading: A", "Title: T"]),
        ("Four", &["Sentence: Three.", "Sentence: Two.", "Paragraph: One.", "Heading: A", "Title: T"]),
        ("B", &["Heading: A", "Title: T"]),
        ("Five", &["Heading: B", "Heading: A", "Title: T"]),
        ("Seven", &["Lead: Six", "Lead: Five:", "Heading: B", "Heading: A", "Title: T"]),
        ("T", &[]),
    ];
    for (word, expected) in cases {
        assert_eq!(around(draft, word), expected, "{word}");
    }
}

#[test]
fn a_cell_leans_on_its_row_and_column() {
    let table = "| Town | Dead | Missing |\n|-|-|-|\n| Tyn | 11 | 5 |\n| Wessel | | 2 |\n";
    let draft = format!("{table}\n{}", table.replace("Tyn", "Ost").replace('5', "9"));
    let cases: [(&str, &[&str]); 6] = [
        ("11", &["Row: Tyn", "Column: Dead"]),
        ("2", &["Row: Wessel", "Column: Missing"]),
        ("Tyn", &["Column: Town"]),
        ("Missing", &[]),
        ("9", &["Row: Ost", "Column: Missing"]),
        ("Town", &[]),
    ];
    for (word, expected) in cases {
        assert_eq!(around(&draft, word), expected, "{word}");
    }
}

#[test]
fn a_word_or_a_year_heads_a_row() {
    for (cells, head) in [
        ("3 | Tyn | 7,600 | 43.1", "Tyn"),
        ("3 | 41,200 | 43.1", "3"),
        ("3 | 4120 | 43.1", "3"),
        ("3 | 1998 | 43.1", "1998"),
        ("3 | 4 | 5 | Tyn | 43.1", "3"),
    ] {
        let signs = |of: char| format!("|{}\n", format!("{of}|").repeat(cells.matches('|').count() + 1));
        let draft = format!("{}{}| {cells} |\n", signs('A'), signs('-'));
        assert_eq!(around(&draft, "43.1")[0], format!("Row: {head}"), "{cells}");
    }
}
