//! The right unit or currency beside a figure that is right: "€7.2 million" → "$7.2 million",
//! "18 days" → "18 hours".

use super::written::cased;
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
    let lower = core.to_ascii_lowercase();
    [(many, new_many), (one, new_one)].into_iter().find_map(|(old, new)| {
        [old.to_owned(), british(old)].into_iter().find_map(|old| {
            let at = lower.find(&old.to_ascii_lowercase())?;
            let (before, word, after) = (&core[..at], &core[at..at + old.len()], &core[at + old.len()..]);
            let stands = !before.ends_with(char::is_alphabetic) && !after.starts_with(char::is_alphabetic);
            let new = if usage.locale() == Usage::default().locale() { new.to_owned() } else { british(new) };
            stands.then(|| replaced(core, at, old.len(), &cased(new, word)))
        })
    })
}

/// "kilometres" for "kilometers", as everywhere but in the United States.
fn british(name: &str) -> String {
    name.replace("meter", "metre").replace("liter", "litre")
}

fn replaced(core: &str, at: usize, length: usize, new: &str) -> String {
    format!("{}{new}{}", &core[..at], &core[at + length..])
}
