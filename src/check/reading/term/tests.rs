//! A draft's words and the terms of facts.

use super::{Term, Vocabulary};
use crate::source::{self, Format};
use crate::text::Tokens;

/// The terms of a text by their numbers.
fn terms(vocabulary: &Vocabulary, text: &str) -> Vec<Option<usize>> {
    let document = source::read(text, Format::Plain);
    let mut tokens = Tokens::default();
    tokens.read(&document, &document.blocks[0]);
    let terms = vocabulary.terms(&document.prose, &tokens.tokens);
    terms.into_iter().map(|term| term.map(Term::number)).collect()
}

#[test]
fn a_word_has_one_term_however_it_is_written() {
    let mut vocabulary = Vocabulary::new();
    let [us, river] = ["US", "rivers"].map(|word| Some(vocabulary.add(word).number()));
    assert_eq!(terms(&vocabulary, "River rivers RIVERS US us"), [river, river, None, us, None]);
}

#[test]
fn a_word_that_a_fact_adds_is_found_from_then_on() {
    let mut vocabulary = Vocabulary::new();
    for word in ["senator", "brevation"] {
        assert_eq!(terms(&vocabulary, word), [None], "{word}");
        let term = Some(vocabulary.add(word).number());
        assert_eq!(terms(&vocabulary, word), [term], "{word}");
    }
}

#[test]
fn a_word_is_found_by_any_inflection() {
    for (known, forms) in [
        ("ferry", "ferries Ferrying"),
        ("spy", "spies spied"),
        ("brevated", "brevating Brevates"),
        ("Škoda", "Škodas skodas"),
    ] {
        let mut vocabulary = Vocabulary::new();
        let term = Some(vocabulary.add(known).number());
        assert_eq!(terms(&vocabulary, forms), [term; 2], "{forms}");
    }
}
