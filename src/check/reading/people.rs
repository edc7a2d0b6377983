//! Which nouns stand for people.

use crate::lexicon::{Adding, Sense, Word};

/// "people", "passengers", "workers": whether a counted noun stands for people. Takes the singular.
pub(in crate::check) fn is_of_people(noun: &str) -> bool {
    let known = Word::find(noun).filter(|word| !word.is(Sense::Unhuman)).is_some_and(|word| {
        [
            Sense::Adding(Adding::Everyone),
            Sense::Adding(Adding::Electorate),
            Sense::Person,
            Sense::Plural,
            Sense::Title,
            Sense::Trade,
            Sense::Kin,
            Sense::Nationality,
        ]
        .iter()
        .any(|&sense| word.is(sense))
    });
    let doer = ["er", "or", "ist", "ian", "ant", "ent", "ee", "man", "women", "men"];
    // "apartment", "document": what is done, and no doer.
    known || (!noun.ends_with("ment") && doer.iter().any(|end| noun.ends_with(end)))
}

/// A noun without its plural ending.
pub(in crate::check) fn singular(noun: &str) -> &str {
    noun.strip_suffix('s').unwrap_or(noun)
}
