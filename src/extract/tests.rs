//! What the tests of the finders share.

use super::{Candidate, FINDERS, Finder, Sentence, numeral};
use crate::claim::Value;
use crate::lexicon;
use crate::source::{self, Format};
use crate::text::Tokens;
use crate::value::{Amount, Hedge, Unit};

/// Hands the first sentence of a plain text to `look`.
pub(super) fn with_sentence<T>(text: &str, look: impl FnOnce(&Sentence<'_, '_>) -> T) -> T {
    let document = source::read(text, Format::Plain);
    let block = document.blocks.first().expect("the text is not empty");
    let mut tokens = Tokens::default();
    tokens.read(&document, block);
    let range = tokens.sentences[0].clone();
    let mut numerals = numeral::Numerals::default();
    let begins = numeral::read(&document.prose, (&tokens.tokens, tokens.spots_of(0)), &range, &mut numerals);
    look(&Sentence {
        prose: &document.prose,
        tokens: &tokens.tokens,
        spots: tokens.spots_of(0),
        range,
        numerals: &numerals.all,
        articles: &numerals.articles,
        begins,
        names: &[],
        quotations: &[],
        block,
        now: document.date,
        under: None,
        usage: document.usage,
    })
}

/// What a finder proposes for the first sentence of a text: "whole | core | of".
pub(super) fn proposed(find: Finder, text: &str) -> Vec<String> {
    with_sentence(text, |sentence| {
        let mut candidates = Vec::new();
        find(sentence, &mut candidates);
        let show = |candidate: &Candidate<'_>| {
            let of = candidate.of.as_ref().map_or("", |of| sentence.text(of));
            format!("{} | {} | {of}", sentence.text(&candidate.whole), sentence.text(&candidate.core))
        };
        candidates.iter().map(show).collect()
    })
}

/// The figures a finder proposes for the first sentence of a text: "whole = 5..7 mile range".
pub(super) fn quantities(find: Finder, text: &str) -> Vec<String> {
    with_sentence(text, |sentence| {
        let mut candidates = Vec::new();
        find(sentence, &mut candidates);
        let show = |candidate: &Candidate<'_>| {
            let Value::Quantity(quantity) = &candidate.value else { return None };
            let amount = match quantity.amount {
                Amount::Point(number) => number.value().to_string(),
                Amount::Range(low, high) => format!("{}..{}", low.value(), high.value()),
                Amount::Vague(low, high) => format!("{low}..{high}"),
                Amount::Rate(number, per) => format!("{}/{per}", number.value()),
            };
            let hedge = Some(quantity.hedge).filter(|&hedge| hedge != Hedge::Exact).map(Hedge::name);
            let words: Vec<_> =
                [Some(amount.as_str()), quantity.unit.map(Unit::id), hedge].into_iter().flatten().collect();
            Some(format!("{} = {}", sentence.text(&candidate.whole), words.join(" ")))
        };
        candidates.iter().filter_map(show).collect()
    })
}

/// Holds a finder to a table of texts, each with the figures in it, separated by "; ".
pub(super) fn hold(find: Finder, table: &[(&str, &str)]) {
    for (text, found) in table {
        assert_eq!(quantities(find, text).join("; "), *found, "{text}");
    }
}

#[test]
fn a_finder_finds_nothing_in_sentences_without_what_it_needs() {
    for (_, text, _) in lexicon::examples() {
        with_sentence(text, |sentence| {
            for (find, one, other) in FINDERS {
                let mut candidates = Vec::new();
                find(sentence, &mut candidates);
                let looked_at = sentence.begins.any(*one) && sentence.begins.any(*other);
                assert!(looked_at || candidates.is_empty(), "{text}: {one:?} {other:?}");
            }
        });
    }
}
