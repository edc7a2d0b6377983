//! Parts of a whole, odds, rates and factors: "two-thirds of voters", "1 in 4", "17.3 per 100,000",
//! "three times as many".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::counted;
use super::measured::numeral_at;
use super::numeral::{Numeral, NumeralForm};
use super::{Candidate, Sentence, hedge, range};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::{Begins, Sense};
use crate::text::{TokenKind, phrase_at};
use crate::value::{Amount, Exact, Hedge, Number, Quantity};

/// Proposes fractions, odds, rates and factors.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    for (index, numeral) in sentence.numerals.iter().enumerate() {
        let next = sentence.numerals.get(index + 1);
        let found = next
            .and_then(|next| odds(sentence, numeral, next))
            .or_else(|| rate(sentence, numeral))
            .or_else(|| part(sentence, numeral))
            .or_else(|| times(sentence, index));
        if let Some((core, amount)) = found {
            propose(sentence, candidates, core, amount);
        }
    }
    for at in sentence.beginning(Begins::MULTIPLE) {
        if let Some(factor) = multiple(sentence, at) {
            propose(sentence, candidates, at..at + 1, Amount::Point(Number::new(factor, Exact::ONE)));
        }
    }
}

fn propose<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>, core: Range<usize>, amount: Amount) {
    let hedged = hedge::around(sentence, &core);
    let mut whole = hedged.whole;
    let of = counted::whole(sentence, whole.end);
    if let Some(of) = &of {
        whole.end = of.end;
    }
    let hedge = if matches!(amount, Amount::Range(..)) { Hedge::Range } else { hedged.hedge };
    let value = Value::Quantity(Quantity { amount, unit: None, hedge });
    candidates.push(Candidate { kind: ClaimKind::Ratio, core, whole, value, of, figures: Vec::new() });
}

/// "half of voters", "two-thirds", "a quarter of the budget".
fn part(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<(Range<usize>, Amount)> {
    if numeral.form != NumeralForm::Fraction {
        return None;
    }
    let Range { start, end } = numeral.tokens;
    let number = numeral.number()?;
    let next = sentence.word(end);
    let hyphen = matches!(next, "-" | "‑") && sentence.tokens[end].glued;
    let shy = is_half(sentence, numeral) || is_quarter(sentence, numeral);
    if shy {
        // "the second half", "a half-hour", "the last quarter" are times and places.
        let told_apart = start.checked_sub(1).is_some_and(|before| sentence.has(before, Sense::ToldApart));
        let of = ["of", "the", "as", "that", "what", "those"].iter().any(|word| next.eq_ignore_ascii_case(word))
            || sentence.has(end, Sense::Determiner) && !next.eq_ignore_ascii_case("a");
        let hedged = hedge::around(sentence, &numeral.tokens).whole.start < start;
        let alone = sentence.range.len() <= numeral.tokens.len() + 1;
        if told_apart || hyphen || !(of || hedged || alone) {
            return None;
        }
    }
    Some((start..end, Amount::Point(number)))
}

fn is_half(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    sentence.word(numeral.tokens.end - 1).eq_ignore_ascii_case("half")
}

fn is_quarter(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let last = sentence.word(numeral.tokens.end - 1);
    last.eq_ignore_ascii_case("quarter") || last.eq_ignore_ascii_case("quarters")
}

/// "1 in 4", "one-in-five", "one child in four", "nine out of ten", "seven of nine members", "3-to-1".
fn odds(sentence: &Sentence<'_, '_>, first: &Numeral, second: &Numeral) -> Option<(Range<usize>, Amount)> {
    if let Some(rate) = rate_of_many(sentence, first, second) {
        return Some(rate);
    }
    let (above, below) = (whole(first)?, whole(second)?);
    let core = first.tokens.start..second.tokens.end;
    let between = first.tokens.end..second.tokens.start;
    let words: [&str; 3] = match between.len() {
        1 => [sentence.word(between.start), "", ""],
        2 => [sentence.word(between.start), sentence.word(between.start + 1), ""],
        3 => [sentence.word(between.start), sentence.word(between.start + 1), sentence.word(between.start + 2)],
        _ => return None,
    };
    let less = 0 < above && above < below;
    let holds = match words {
        ["in", "", ""] | ["-", "in", "-"] => less && is_round(below) && !has_unit(sentence, second.tokens.end),
        [_, "in", ""] => above == 1 && less && is_one_of_so_many(sentence, first, second),
        ["in", "every", ""] => less && !has_unit(sentence, second.tokens.end),
        ["out", "of", "" | "every"] => less,
        // "1 over 3", where the text says no more.
        ["over", "", ""] => less && core.start == sentence.range.start && core.end >= sentence.range.end,
        ["of", "", ""] => less && above > 1 && below <= 100 && !has_unit(sentence, second.tokens.end),
        ["-", "to", "-"] | ["to" | "-" | "–", "", ""] if sentence.tells_odds(&core) => above > 0 && below > 0,
        [":", "", ""] => above > 0 && below > 0 && sentence.tells_proportion(&core),
        ["-", "to", "-"] | ["to", "", ""] => {
            // "by a majority of 11 to 1"
            let voted = sentence.before(core.start).filter(|&of| sentence.is_word(of, "of"));
            let voted = voted.and_then(|of| sentence.before(of)).is_some_and(|at| sentence.has(at, Sense::Contest));
            above > below && below == 1 && !sentence.has(core.end, Sense::Contest) && !voted
        }
        _ => false,
    };
    if !holds {
        return None;
    }
    let ratio = Exact::ratio(above.into(), below.into())?;
    Some((core, Amount::Point(Number::new(ratio, Exact::ZERO))))
}

/// "4.3 in every 1,000": a broken number of so many.
fn rate_of_many(sentence: &Sentence<'_, '_>, first: &Numeral, second: &Numeral) -> Option<(Range<usize>, Amount)> {
    let (above, below) = (first.number()?, whole(second)?);
    let every = first.tokens.end + 2 == second.tokens.start
        && sentence.is_word(first.tokens.end, "in")
        && sentence.is_word(first.tokens.end + 1, "every");
    // "4.3 in every 1,000 in the north": no inches.
    let apart = sentence.is_word(second.tokens.end, "in") || !has_unit(sentence, second.tokens.end);
    let many = below >= 10 && is_round(below) && apart;
    if !every || !many || first.form != NumeralForm::Digits || first.whole().is_some() {
        return None;
    }
    let share = |exact: Exact| exact.checked_div(Exact::from(i64::from(below)));
    let number = Number::new(share(above.value())?, share(above.place())?);
    Some((first.tokens.start..second.tokens.end, Amount::Point(number)))
}

/// "one child in four is", but not "one man in four films": whether a noun stands between two numbers in words, and none
/// behind them.
fn is_one_of_so_many(sentence: &Sentence<'_, '_>, first: &Numeral, second: &Numeral) -> bool {
    let noun = first.tokens.end;
    let end = second.tokens.end;
    let worded = [first, second].iter().all(|numeral| numeral.form == NumeralForm::Words);
    let small = [Sense::Function, Sense::Preposition, Sense::Opens, Sense::Modal];
    let plain = sentence.tokens[noun].kind == TokenKind::Word && !small.iter().any(|&sense| sentence.has(noun, sense));
    let verb = |at: usize| {
        [Sense::Becomes, Sense::Holds, Sense::Modal, Sense::Be].iter().any(|&sense| sentence.has(at, sense))
    };
    let closed =
        end >= sentence.range.end || sentence.tokens[end].is_symbol() && sentence.word(end) != "-" || verb(end);
    worded && plain && closed
}

/// A whole number as digits or words without a magnitude, which odds are told in.
fn whole(numeral: &Numeral) -> Option<u32> {
    match numeral.form {
        NumeralForm::Digits | NumeralForm::Words | NumeralForm::Group | NumeralForm::Scaled => numeral.whole(),
        NumeralForm::Suffixed | NumeralForm::Fraction | NumeralForm::Vague | NumeralForm::Ordinal => None,
    }
}

/// Whether odds are told against this number: up to ten, or a round one; not "5 in 2023".
fn is_round(below: u32) -> bool {
    below <= 10
        || matches!(below, 12 | 15)
        || (below <= 100 && below.is_multiple_of(5))
        || (below.is_multiple_of(100) && !(1900..2100).contains(&below))
}

/// Whether a unit follows: "five in 10 days" are no odds.
fn has_unit(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let hyphen = matches!(sentence.word(at), "-" | "‑");
    let tokens = &sentence.tokens[..sentence.range.end];
    phrase_at(sentence.prose, tokens, at + usize::from(hyphen), |phrase| {
        phrase.senses.iter().any(|sense| matches!(sense, Sense::Unit(..) | Sense::Month(_))).then_some(())
    })
    .is_some()
}

/// "17.3 per 100,000", "12 for every 100".
fn rate(sentence: &Sentence<'_, '_>, first: &Numeral) -> Option<(Range<usize>, Amount)> {
    let number = first.number().filter(|_| first.form != NumeralForm::Ordinal)?;
    // What is counted may stand between: "17.3 deaths per 100,000".
    let start = first.tokens.end;
    let mut between = (start..sentence.range.end.min(start + 4))
        .take_while(|&at| sentence.tokens[at].kind == crate::text::TokenKind::Word);
    let per = between.find(|&at| {
        let every = at > start && sentence.is_word(at, "every") && sentence.is_word(at - 1, "for");
        every || sentence.is_word(at, "per")
    })?;
    let (end, size) = denominator(sentence, per + 1)?;
    let large = size >= Exact::from(10) && size.is_integer();
    large.then_some((first.tokens.start..end, Amount::Rate(number, size)))
}

/// "100,000", "thousand": of how many a rate is told, and one past it.
fn denominator(sentence: &Sentence<'_, '_>, at: usize) -> Option<(usize, Exact)> {
    if let Some(numeral) = numeral_at(sentence, at) {
        let number = numeral.number().filter(|_| numeral.form != NumeralForm::Ordinal)?;
        return Some((numeral.tokens.end, number.value()));
    }
    let power = sentence.tokens[..sentence.range.end].get(at)?.word?.senses().find_map(|sense| match sense {
        Sense::Scale(power) => Some(power),
        _ => None,
    })?;
    Some((at + 1, Exact::decimal(1, power.into())?))
}

/// "three times as many", "nearly three times the average"; not "three times a week".
fn times(sentence: &Sentence<'_, '_>, index: usize) -> Option<(Range<usize>, Amount)> {
    let numeral = &sentence.numerals[index];
    let number = numeral.number()?;
    let counts = match numeral.form {
        NumeralForm::Digits | NumeralForm::Scaled | NumeralForm::Words | NumeralForm::Group => true,
        NumeralForm::Suffixed | NumeralForm::Fraction | NumeralForm::Vague | NumeralForm::Ordinal => false,
    };
    let at = numeral.tokens.end;
    // "grew fifteen-fold"
    let fold = at + usize::from(matches!(sentence.word(at), "-" | "‑"));
    if counts && fold < sentence.range.end && sentence.is_word(fold, "fold") {
        return Some((numeral.tokens.start..fold + 1, Amount::Point(number)));
    }
    if !counts || !sentence.word(at).eq_ignore_ascii_case("times") || !sentence.has(at + 1, Sense::Compared) {
        return None;
    }
    // "three or four times more"
    if let Some(bounds) = index.checked_sub(1).and_then(|lower| range::plain(sentence, lower)) {
        return Some((bounds.core.start..at + 1, Amount::Range(bounds.low, bounds.high)));
    }
    Some((numeral.tokens.start..at + 1, Amount::Point(number)))
}

/// "twice as many", "double the rate", "grew fourfold".
fn multiple(sentence: &Sentence<'_, '_>, at: usize) -> Option<Exact> {
    let word = sentence.tokens[at].word?;
    let factor = word.senses().find_map(|sense| match sense {
        Sense::Multiple(factor) => Some(factor),
        _ => None,
    })?;
    let holds = if sentence.word(at).ends_with("fold") {
        moves_beside(sentence, at)
    } else {
        sentence.has(at + 1, Sense::Compared)
    };
    holds.then(|| Exact::from(i64::from(factor)))
}

/// Whether a word of movement stands beside a factor: "grew fourfold", "a tenfold increase"; not "a twofold answer".
fn moves_beside(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let start = hedge::around(sentence, &(at..at + 1)).whole.start;
    let moves = |at: usize| sentence.tokens[at].word.is_some_and(|word| word.may_begin(Begins::MOVEMENT));
    sentence.before(start).is_some_and(moves) || at + 1 < sentence.range.end && moves(at + 1)
}
