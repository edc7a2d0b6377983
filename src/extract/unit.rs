//! The unit that follows a number: "1,500 kilometres", "three-hour", "half a mile", "30.5 °C".

use std::ops::Range;

use super::measured::{Measured, is_article, is_noun};
use super::numeral::{Numeral, NumeralForm};
use super::{Sentence, hedge};
use crate::lexicon::{Begins, CurrencyForm, Phrase, Sense, UnitForm};
use crate::text::{Token, TokenKind, phrase_at};
use crate::value::{Amount, Dimension, Exact, Unit};

/// How a unit follows its number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// "5 km", "half a mile", "hundreds of miles".
    Apart,
    /// "5km".
    Touching,
    /// "three-hour".
    Hyphen,
}

/// The figure that a number makes with the unit after it, where `wanted` accepts the unit.
pub(super) fn after(sentence: &Sentence<'_, '_>, numeral: &Numeral, wanted: impl Fn(Unit) -> bool) -> Option<Measured> {
    let (link, at) = link(sentence, numeral)?;
    sentence.tokens.get(at).filter(|token| token.begins.any(Begins::UNIT))?;
    let sense = |phrase: &'static Phrase| {
        phrase.senses.iter().find_map(|&sense| match sense {
            Sense::Unit(unit, form) if wanted(unit) => {
                Some((sentence.usage.measure(unit, phrase), form, is_money(phrase)))
            }
            _ => None,
        })
    };
    let (taken, (unit, form, is_money)) = phrase_at(sentence.prose, &sentence.tokens[..sentence.range.end], at, sense)?;
    let words = at..at + taken;
    if heads_year(sentence, numeral, unit) {
        return None;
    }
    let core = numeral.tokens.start..closed(sentence, numeral, words.end)?;
    let fits = match form {
        UnitForm::Name => true,
        UnitForm::Shy => is_shy_unit(sentence, numeral, link, words.end),
        UnitForm::Symbol => is_sign(sentence, numeral, link, &words),
        UnitForm::Apart => link == Link::Apart && is_sign(sentence, numeral, link, &words),
        UnitForm::Tight => link == Link::Touching || (link == Link::Apart && has_full_stop(sentence, words.end)),
    };
    // "hundreds of foot soldiers"
    let several = numeral.form == NumeralForm::Vague && sentence.is_word(numeral.tokens.end, "of");
    let fits = fits && !(several && sentence.is_word(at, unit.names().0) && unit.names().0 != unit.names().1);
    // "a score of “1″"
    let opened = numeral.tokens.start > 0 && matches!(sentence.word(numeral.tokens.start - 1), "“" | "\"");
    let fits = fits && !(opened && matches!(sentence.word(at), "″" | "\"" | "”"));
    let lettered = words.len() == 1 && sentence.text(&words).len() == 1 && unit.dimension() == Dimension::Temperature;
    let fits = fits && (!lettered || is_warm(sentence, &words));
    let is_meant = fits && (!is_money || is_weight(sentence, numeral, &words));
    is_meant.then(|| Measured { numeral: numeral.clone(), unit, core })
}

/// Whether the phrase is a currency as well: "pounds".
fn is_money(phrase: &Phrase) -> bool {
    phrase.senses.iter().any(|sense| matches!(sense, Sense::Currency(_, CurrencyForm::Word)))
}

/// Where the unit of a number would begin, and how it is linked; none for ranks.
fn link(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<(Link, usize)> {
    let end = numeral.tokens.end;
    let glued = |at: usize| sentence.tokens.get(at).is_some_and(|token| token.glued);
    let is_word = |at: Option<usize>| at.is_some_and(|at| sentence.tokens[at].kind == TokenKind::Word);
    let share = numeral.form == NumeralForm::Fraction;
    let group = matches!(numeral.form, NumeralForm::Vague | NumeralForm::Group);
    match sentence.word(end) {
        _ if numeral.form == NumeralForm::Ordinal => None,
        // "FY22 Year in Review".
        _ if glued(numeral.tokens.start) && is_word(numeral.tokens.start.checked_sub(1)) => None,
        // "30-odd miles", "20-plus years".
        "-" | "+" if let Some(at) = past_hedge(sentence, end) => Some((Link::Apart, at)),
        // "three-hour", and "four- year" where a line was broken.
        "-" | "‑" if glued(end) => Some((Link::Hyphen, end + 1)),
        // "half an hour", "a quarter of a mile", "one and a quarter of an hour".
        word if share && is_article(word) && is_half(numeral) => Some((Link::Apart, end + 1)),
        "of" if share || is_mixed(numeral) => {
            Some((Link::Apart, end + 1 + usize::from(is_article(sentence.word(end + 1)))))
        }
        // "hundreds of miles".
        "of" if group => Some((Link::Apart, end + 1)),
        // "20 (kg)".
        sign if opens(sign) => Some((Link::Apart, end + 1)),
        _ if is_interposed(sentence, end) || is_felt(sentence, end) => Some((Link::Apart, end + 1)),
        _ => Some((if glued(end) { Link::Touching } else { Link::Apart }, end)),
    }
}

/// Where a unit begins behind the hedge of its number: "30-odd miles", "20-plus years".
fn past_hedge(sentence: &Sentence<'_, '_>, end: usize) -> Option<usize> {
    let (at, _) = hedge::after(sentence, end)?;
    let hyphen = usize::from(sentence.word(at) == "-" && sentence.is_glued(at));
    let unit = sentence.sense(at + hyphen, |sense| matches!(sense, Sense::Unit(_, UnitForm::Name)).then_some(()));
    unit.map(|_| at + hyphen)
}

/// "half", before "an hour"; "two thirds a year ago" tells of then.
fn is_half(numeral: &Numeral) -> bool {
    numeral.number().is_some_and(|number| number.value() == Exact::constant(1, 2))
}

/// "one and a quarter", "2.5": a number with a part of a whole.
fn is_mixed(numeral: &Numeral) -> bool {
    numeral.form == NumeralForm::Words && numeral.number().is_some_and(|number| !number.value().is_integer())
}

/// "two more hours", "six straight weeks": a word that stands between a number and its unit.
fn is_interposed(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let token = sentence.tokens[..sentence.range.end].get(at).filter(|token| !token.glued);
    token.is_some_and(|token| token.word.is_some_and(|word| word.is(Sense::Interposed)))
}

/// "seven sorrowful weeks", "four grueling days": a word at `at` that tells what a time was like.
fn is_felt(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    const ENDINGS: [&str; 6] = ["ful", "ous", "ing", "less", "ulent", "ic"];
    let word = sentence.word(at);
    let feels = word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending)) && !sentence.is_glued(at);
    let time = |sense| match sense {
        Sense::Unit(unit, UnitForm::Name) if unit.dimension() == Dimension::Duration => Some(unit),
        _ => None,
    };
    let time = || sentence.sense(at + 1, time).is_some_and(|(_, unit)| sentence.is_word(at + 1, unit.names().1));
    // "two upcoming weeks" tells when.
    feels && !sentence.is_capitalised(at) && !sentence.has(at, Sense::Coming) && time()
}

/// A bracket before a unit.
fn opens(sign: &str) -> bool {
    matches!(sign, "(" | "[")
}

/// Where a figure ends whose unit ends at `end`: after the bracket, where the unit stands in brackets.
fn closed(sentence: &Sentence<'_, '_>, numeral: &Numeral, end: usize) -> Option<usize> {
    if !opens(sentence.word(numeral.tokens.end)) {
        return Some(end);
    }
    (end < sentence.range.end && matches!(sentence.word(end), ")" | "]")).then_some(end + 1)
}

/// "2023 (hectares)" at the head of a column or a row: a year, with the unit of the figures below or beside it. A race
/// is no year: "1500 (m)".
fn heads_year(sentence: &Sentence<'_, '_>, numeral: &Numeral, unit: Unit) -> bool {
    let heads = sentence.block.kind.is_head();
    let apart = opens(sentence.word(numeral.tokens.end));
    let digits = numeral.form == NumeralForm::Digits && sentence.text(&numeral.tokens).len() == 4;
    let year = numeral.whole().filter(|_| heads && apart && digits).filter(|year| (1500..2200).contains(year));
    year.is_some_and(|year| !(year % 100 == 0 && unit.dimension() == Dimension::Length))
}

/// Whether a word such as "stone" or "second" is the unit: "an 11-stone man", "weighed 11 stone",
/// not "two stone walls".
fn is_shy_unit(sentence: &Sentence<'_, '_>, numeral: &Numeral, link: Link, end: usize) -> bool {
    let follows_article = is_article(sentence.word(numeral.tokens.end - 1));
    let followed = is_noun(sentence, end) || sentence.word(end).eq_ignore_ascii_case("of");
    link == Link::Hyphen || !(follows_article || followed)
}

/// Whether letters after a number are a unit's sign and no part of a code: "75ml", "−229 °C", not
/// "Section 3C", "scp-173m", "5 W 42nd St".
fn is_sign(sentence: &Sentence<'_, '_>, numeral: &Numeral, link: Link, words: &Range<usize>) -> bool {
    let sign = sentence.text(words);
    let is_letter = sign.len() == 1;
    let digits = matches!(numeral.form, NumeralForm::Digits | NumeralForm::Scaled | NumeralForm::Suffixed)
        || sentence.tokens[numeral.tokens.end - 1].kind == TokenKind::Number;
    let runs_on = sentence.tokens.get(words.end).is_some_and(|next| {
        next.kind == TokenKind::Number && (next.glued || is_letter) || next.glued && next.kind == TokenKind::Word
    });
    let is_capital = is_letter && sign.bytes().all(|byte| byte.is_ascii_uppercase());
    // "16-C", "1800 F Street", "Section 620C(c)", "930 F. Supp. 12".
    let glued = |at: usize| sentence.tokens.get(at).is_some_and(|token| token.glued);
    let is_label = is_capital
        && (link == Link::Hyphen
            || sentence.tokens[..sentence.range.end].get(words.end).is_some_and(Token::is_capitalised)
            || (glued(words.end) && sentence.word(words.end) == "(")
            || (has_full_stop(sentence, words.end) && sentence.tokens[words.end + 1].is_capitalised()));
    (digits || !is_letter) && !runs_on && !is_label && !continues_word(sentence, numeral.tokens.start)
}

/// Whether the token at `at` continues a word: the number in "scp173", "F-35"; not in "3km-5km".
fn continues_word(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let glued_to =
        |at: usize, kind: TokenKind| at > 0 && sentence.tokens[at].glued && sentence.tokens[at - 1].kind == kind;
    let hyphened = at > 1 && sentence.tokens[at].glued && sentence.word(at - 1) == "-";
    let word = glued_to(at - usize::from(hyphened), TokenKind::Word);
    word && !(hyphened && glued_to(at - 2, TokenKind::Number))
}

/// Whether the sentence speaks of warmth beside the letter at `words`, or gives another temperature.
pub(super) fn is_warm(sentence: &Sentence<'_, '_>, words: &Range<usize>) -> bool {
    let letter = sentence.text(words);
    let scale = |token: &Token| {
        let text = token.text(sentence.prose);
        matches!(text, "C" | "F") && text != letter
    };
    sentence.range.clone().filter(|at| !words.contains(at)).any(|at| {
        let token = &sentence.tokens[at];
        let other = scale(token) && sentence.tokens[..at].last().is_some_and(|number| number.kind == TokenKind::Number);
        other || token.word.is_some_and(|word| word.is(Sense::Warmth))
    })
}

/// Whether a full stop stands at `at` that does not end the sentence.
fn has_full_stop(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    at + 1 < sentence.range.end && sentence.word(at) == "." && sentence.tokens[at].glued
}

/// Whether "pounds" at `words` weighs something rather than pays for it: by "of" with a noun, by
/// words of weight, or by other units in the sentence.
pub(super) fn is_weight(sentence: &Sentence<'_, '_>, numeral: &Numeral, words: &Range<usize>) -> bool {
    let is = |at: usize, sense: Sense| sentence.tokens[at].word.is_some_and(|word| word.is(sense));
    let range = sentence.range.clone();
    let magnitude = numeral.scale >= 6 || matches!(numeral.amount, Amount::Vague(..));
    let priced = |at: usize| range.contains(&at) && is(at, Sense::Spending);
    let is_price = priced(words.end) || (sentence.word(words.end) == "of" && priced(words.end + 1));
    let mut sterling = false;
    let mut weighed = false;
    for at in range.clone().filter(|at| !words.contains(at)) {
        let Some(word) = sentence.tokens[at].word else { continue };
        weighed |= word.is(Sense::Weighing);
        for phrase in word.phrases().iter().filter(|phrase| phrase.rest.is_empty()) {
            for sense in phrase.senses {
                match sense {
                    Sense::Unit(unit, _) => {
                        weighed |= unit.dimension() == Dimension::Mass && !is_money(phrase);
                    }
                    Sense::Currency(unit, CurrencyForm::Symbol | CurrencyForm::Minor) => {
                        sterling |= unit.id() == "GBP" && sentence.text(&(at..at + 1)).len() > 1;
                    }
                    _ => {}
                }
            }
        }
    }
    if is_price || sterling {
        return false;
    }
    let hyphened = words.start > numeral.tokens.end && sentence.word(words.start - 1) == "-";
    let of_something = sentence.word(words.end) == "of" && is_noun(sentence, words.end + 1);
    // "a twenty pound bag"
    let singular = words.len() == 1 && sentence.is_word(words.start, "pound") && numeral.whole() != Some(1);
    let describes = singular && is_noun(sentence, words.end);
    // "5 million pounds of frozen beef", "a hundred pounds of first-class wool"
    let phrase = words.end + 1..range.end.min(words.end + 6);
    let mut phrase = phrase.take_while(|&at| !is(at, Sense::Function) && !is(at, Sense::Boundary));
    let bulk = sentence.word(words.end) == "of" && phrase.any(|at| is(at, Sense::Bulk));
    weighed || bulk || (!magnitude && (hyphened || of_something || describes))
}
