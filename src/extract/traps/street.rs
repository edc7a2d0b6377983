//! Numbers of streets and of the houses in them.

use super::SetAside;
use crate::extract::Sentence;
use crate::extract::measured::numeral_at;
use crate::extract::numeral::{Numeral, NumeralForm};
use crate::lexicon::{Sense, Trap};

/// "1600 Pennsylvania Avenue", "42nd Street", "900 19th Street".
pub(super) fn read(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<SetAside> {
    // "125 West 55th Street", "1199 N. Fairfax Street"
    let past = past_compass(sentence, numeral.tokens.end);
    let end = past;
    let compass = usize::from(sentence.is_capitalised(end) && sentence.is_number(end + 1));
    let ranked = numeral_at(sentence, end + compass).filter(|next| next.form == NumeralForm::Ordinal);
    let end = ranked.map_or(end, |next| next.tokens.end);
    let limit = sentence.range.end.min(end + 4);
    let closes = (end..limit)
        // "500 N.Broadway"
        .take_while(|&at| sentence.is_capitalised(at) && (at == past || !sentence.is_glued(at)))
        .find(|&at| {
            sentence.tokens[at].word.is_some_and(|word| {
                let senses = |phrase: &crate::lexicon::Phrase| phrase.senses.contains(&Sense::Street);
                word.phrases().iter().any(senses)
            })
        })?;
    let passed = past > numeral.tokens.end + 1;
    let numbered = closes > end || passed || ranked.is_some() || numeral.form == NumeralForm::Ordinal;
    numbered.then(|| SetAside { tokens: numeral.tokens.start..closes + 1, trap: Trap::Place })
}

/// Past the quarter of the town in letters: "N.", "SW".
fn past_compass(sentence: &Sentence<'_, '_>, at: usize) -> usize {
    // "601 E Street" is on the fifth of the lettered ones.
    let lettered = sentence.means(at + 1, Sense::Street);
    if lettered || !matches!(sentence.word(at), "N" | "S" | "E" | "W" | "NE" | "NW" | "SE" | "SW") {
        return at;
    }
    at + 1 + usize::from(sentence.word(at + 1) == "." && sentence.is_glued(at + 1))
}
