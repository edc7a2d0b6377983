//! The right unit or currency beside a figure that is right: "€7.2 million" → "$7.2 million",
//! "18 days" → "18 hours".

use super::written::{cased, words};
use crate::lexicon::{CurrencyForm, Sense, Usage, words_for};
use crate::value::Unit;

/// The same amount in another currency: its sign or its word in the place of the other's.
pub(super) fn currency(core: &str, written: Unit, right: Unit, usage: Usage) -> Option<String> {
    let old = signs(written, usage).find(|sign| core.contains(sign));
    let Some(old) = old else { return named(core, written, right, usage) };
    let mut places = core.match_indices(old);
    let (at, _) = places.next()?;
    // "US$": the letters say which dollars.
    let alone = core[..at].chars().next_back().is_none_or(|before| !before.is_alphabetic());
    let new = signs(right, usage).next()?;
    (alone && places.next().is_none()).then(|| replaced(core, at, old.len(), new))
}

/// The signs of a currency that are no letters: "$" for the dollar of the house.
fn signs(currency: Unit, usage: Usage) -> impl Iterator<Item = &'static str> {
    let is_sign = |sign: &&str| !sign.contains(char::is_alphabetic);
    let signs = move |unit| words_for(Sense::Currency(unit, CurrencyForm::Symbol)).filter(is_sign);
    usage.bare(currency).into_iter().flat_map(signs)
}

/// The same number in another unit that is written out, where the draft writes its own out.
pub(super) fn named(core: &str, written: Unit, right: Unit, usage: Usage) -> Option<String> {
    let ((one, many), (new_one, new_many)) = (usage.bare(written)?.names(), usage.bare(right)?.names());
    words(core).find_map(|(range, word)| {
        let new = match word.to_lowercase() {
            lower if lower == many => new_many,
            lower if lower == one => new_one,
            _ => return None,
        };
        Some(replaced(core, range.start, range.len(), &cased(new.to_owned(), word)))
    })
}

fn replaced(core: &str, at: usize, length: usize, new: &str) -> String {
    format!("{}{new}{}", &core[..at], &core[at + length..])
}
