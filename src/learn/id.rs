//! Ids that say what a fact is: "us-purchased-territory".

use std::collections::HashSet;

use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::reference::kebab;

/// How many words an id has at most.
const WORDS: usize = 6;

/// An id made of the words that name a fact, other than those taken.
pub(super) fn unique(name: &str, kind: ClaimKind, taken: &mut HashSet<String>) -> String {
    let plain = of(name);
    let kinds = [plain.clone(), format!("{plain}-{}", suffix(kind))];
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    let free = kinds.into_iter().chain(numbered).find(|id| !taken.contains(id));
    let id = free.expect("there is always another number");
    taken.insert(id.clone());
    id
}

/// The words of a name that tell something, as an id.
fn of(name: &str) -> String {
    let small = |word: &str| {
        Word::find(word)
            .is_some_and(|word| word.is(Sense::Function) || word.is(Sense::Article) || word.is(Sense::Preposition))
    };
    let words = name.split(' ').map(|word| word.replace(['.', '\'', '\u{2019}'], ""));
    let telling: Vec<String> = words.filter(|word| word == "us" || !small(word)).take(WORDS).collect();
    let id = kebab(&telling.join(" "));
    if id.is_empty() { "fact".to_owned() } else { id }
}

/// What tells a fact from another of the same words.
const fn suffix(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Count => "number",
        ClaimKind::Money => "amount",
        ClaimKind::Percent | ClaimKind::Ratio => "share",
        ClaimKind::Duration => "length",
        ClaimKind::Ordinal => "rank",
        ClaimKind::Date
        | ClaimKind::Time
        | ClaimKind::Age
        | ClaimKind::Measurement
        | ClaimKind::Change
        | ClaimKind::Score
        | ClaimKind::Role
        | ClaimKind::Quote
        | ClaimKind::Statement => kind.name(),
    }
}
