//! Lengths of time: "nearly three-hour", "12 minutes", "two and a half years", "2 hours 45 minutes",
//! "an hour and a half", "a decade".

#[cfg(test)]
mod tests;

use super::measured::{self, Measured, Stated, is_measure};
use super::numeral::{Numeral, NumeralForm};
use super::{Candidate, Sentence, unit};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::{self, Begins};
use crate::value::{Amount, Dimension, Exact, Hedge, Number, Quantity, Unit};

/// The seconds of a mean Gregorian year.
const YEAR: Exact = Exact::constant(31_556_952, 1);

/// Proposes every length of time.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    let mut propose = |stated: Stated| candidates.push(candidate(stated));
    measured::find(sentence, |numeral| read(sentence, numeral), &mut propose);
    for article in sentence.articles {
        // "a year" may be a rate, "a year and two months" is none.
        let joined = |figure: &Measured| figure.core.len() > article.tokens.len() + 1;
        let figure = read(sentence, article).filter(|figure| joined(figure) || is_measure(sentence, figure));
        if let Some(figure) = figure {
            let stated = measured::stated(sentence, figure);
            propose(or_two(sentence, &stated).unwrap_or(stated));
        }
    }
    for at in sentence.beginning(Begins::LASTING) {
        if let Some(stated) = turned(sentence, at) {
            propose(stated);
        }
    }
}

/// Proposes the times of races: "won in 2:22:30".
pub(super) fn race<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    let raced = sentence.numerals.iter().filter_map(|numeral| raced(sentence, numeral.tokens.start));
    candidates.extend(raced.map(candidate));
}

fn candidate<'t>(stated: Stated) -> Candidate<'t> {
    Candidate {
        kind: ClaimKind::Duration,
        value: Value::Quantity(in_years(stated.quantity)),
        of: None,
        figures: Vec::new(),
        core: stated.core,
        whole: stated.whole,
    }
}

/// "won in 2:22:30", "a time of 1:04:09": hours, minutes and seconds of a race; no clock follows these words.
fn raced(sentence: &Sentence<'_, '_>, at: usize) -> Option<Stated> {
    let end = at + 5;
    let cued = sentence.before(at).is_some_and(|cue| matches!(sentence.word(cue), "in" | "of"));
    let tied = end <= sentence.range.end && (at + 1..end).all(|at| sentence.is_glued(at));
    let colons = tied && [at + 1, at + 3].iter().all(|&at| sentence.word(at) == ":");
    if !(cued && colons) {
        return None;
    }
    let part = |at: usize, most: i64| sentence.word(at).parse::<i64>().ok().filter(|value| (0..most).contains(value));
    let sixty = |at: usize| part(at, 60).filter(|_| sentence.word(at).len() == 2);
    let seconds = part(at, 100)? * 3600 + sixty(at + 2)? * 60 + sixty(at + 4)?;
    let quantity = Quantity { unit: Some(lexicon::unit("second")?), ..Quantity::exact(Number::whole(seconds)) };
    Some(Stated { quantity, core: at..end, whole: at..end })
}

/// "in a minute or two".
fn or_two(sentence: &Sentence<'_, '_>, one: &Stated) -> Option<Stated> {
    let end = one.whole.end + 2;
    let two = sentence.is_word(end - 2, "or") && sentence.is_word(end - 1, "two") && end <= sentence.range.end;
    let amount = Amount::Range(Number::whole(1), Number::whole(2));
    let quantity = Quantity { amount, hedge: Hedge::Range, ..one.quantity };
    let follows = measured::is_noun(sentence, end);
    (two && !follows).then_some(Stated { quantity, core: one.core.start..end, whole: one.whole.start..end })
}

/// "over the past decade", "the past year and a half"; not "the last decade of the century", "the last century", which
/// the calendar tells.
fn turned(sentence: &Sentence<'_, '_>, at: usize) -> Option<Stated> {
    let turn = sentence.before(at)?;
    let is_turn = |words: &[&str]| words.iter().any(|word| sentence.is_word(turn, word));
    let the = sentence.before(turn).filter(|&the| sentence.is_word(the, "the"))?;
    if !is_turn(&["past", "last", "next", "coming", "previous"]) {
        return None;
    }
    let unit = lexicon::unit(sentence.word(at)).filter(|unit| unit.dimension() == Dimension::Duration)?;
    let half =
        ["and", "a", "half"].iter().zip(at + 1..sentence.range.end).filter(|&(word, at)| sentence.is_word(at, word));
    let half = half.count() == 3;
    let end = at + if half { 4 } else { 1 };
    let long = unit.id() == "decade" || unit.id() == "century" && is_turn(&["past"]);
    // "will open in the next decade" may tell of either.
    let ahead = is_turn(&["next", "coming"]) && sentence.before(the).is_some_and(|at| sentence.is_word(at, "in"));
    let dated = ahead || sentence.is_word(end, "of") || sentence.is_word(end, "in");
    let number = if half { Number::new(Exact::ratio(3, 2)?, Exact::ratio(1, 10)?) } else { Number::whole(1) };
    let quantity = Quantity { unit: Some(unit), ..Quantity::exact(number) };
    (half || long && !dated).then_some(Stated { quantity, core: at..end, whole: at..end })
}

/// The length of time that a number begins.
pub(super) fn read(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Measured> {
    let part = |numeral: &Numeral| unit::after(sentence, numeral, |unit| unit.dimension() == Dimension::Duration);
    let figure = measured::compound(sentence, part(numeral)?, part);
    let figure = with_bare_minutes(sentence, &figure).unwrap_or(figure);
    (!is_someday(sentence, &figure) && !is_review(sentence, &figure)).then_some(figure)
}

/// "2015 Year in Review": of that year.
fn is_review(sentence: &Sentence<'_, '_>, figure: &Measured) -> bool {
    let plain = figure.numeral.form == NumeralForm::Digits && figure.core.len() == 2;
    let named = plain && figure.unit.id() == "year" && sentence.is_capitalised(figure.core.end - 1);
    named && figure.numeral.whole().is_some_and(|year| (1900..2100).contains(&year))
}

/// "1 hour thirty.": minutes without their name, where the clause ends after them.
fn with_bare_minutes(sentence: &Sentence<'_, '_>, figure: &Measured) -> Option<Measured> {
    let hours = figure.numeral.number().filter(|number| figure.unit.id() == "hour" && number.value().is_integer())?;
    let at = figure.core.end + usize::from(sentence.is_word(figure.core.end, "and"));
    let part = measured::numeral_at(sentence, at)?;
    let end = part.tokens.end;
    let closes = end >= sentence.range.end || matches!(sentence.word(end), "." | "," | ";" | "?" | "!" | ")");
    let plain = matches!(part.form, NumeralForm::Digits | NumeralForm::Words);
    let minutes = part.whole().filter(|minutes| plain && closes && (10..60).contains(minutes))?;
    let value = hours.value().checked_mul(Exact::from(60))?.checked_add(Exact::from(i64::from(minutes)))?;
    let amount = Amount::Point(Number::written(value.numerator(), 0)?);
    let core = figure.core.start..end;
    let numeral = Numeral { tokens: figure.numeral.tokens.start..end, amount, ..figure.numeral.clone() };
    Some(Measured { numeral, unit: lexicon::unit("minute")?, core })
}

/// "One day he will": no length, unless the words around it say so.
fn is_someday(sentence: &Sentence<'_, '_>, figure: &Measured) -> bool {
    let is_one = figure.numeral.number().is_some_and(|number| number.value() == Exact::ONE);
    let two_words = figure.core.len() == 2 && figure.numeral.form == NumeralForm::Words;
    is_one && two_words && figure.unit.id() == "day" && !is_measure(sentence, figure)
}

/// Decades, centuries and millennia are told in years.
fn in_years(quantity: Quantity) -> Quantity {
    let longer = quantity.unit.filter(|unit| unit.factor() > YEAR);
    let (Some(unit), Some(year)) = (longer, longer.and_then(|_| lexicon::unit("year"))) else { return quantity };
    told_in(quantity.amount, unit, year).map_or(quantity, |amount| Quantity { amount, unit: Some(year), ..quantity })
}

fn told_in(amount: Amount, from: Unit, to: Unit) -> Option<Amount> {
    let ratio = from.factor().checked_div(to.factor())?;
    Some(match amount {
        Amount::Point(number) => Amount::Point(number.scaled(ratio)?),
        Amount::Range(low, high) => Amount::Range(low.scaled(ratio)?, high.scaled(ratio)?),
        Amount::Vague(low, high) => Amount::Vague(low.checked_mul(ratio)?, high.checked_mul(ratio)?),
        Amount::Rate(number, per) => Amount::Rate(number.scaled(ratio)?, per),
    })
}
