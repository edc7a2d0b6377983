//! Money: "$7.2 million", "US$5bn", "500,000 rupees", "38 cents", "EUR 1,800 million", "$3-4
//! billion", "5 pounds and 20 pence".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::measured::{self, Measured, Stated, is_measure, is_noun};
use super::numeral::{Numeral, NumeralForm};
use super::{Candidate, Sentence, unit};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::{Begins, CurrencyForm, Movement, Phrase, Sense, UnitForm, Word};
use crate::text::{TokenKind, phrase_at};
use crate::value::{Amount, Exact, Number, Unit};

/// One of the 100 parts of a currency's unit.
const HUNDREDTH: Exact = Exact::constant(1, 100);

/// Proposes every sum of money.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    let mut propose = |stated: Stated| {
        candidates.push(Candidate {
            kind: ClaimKind::Money,
            value: Value::Quantity(stated.quantity),
            of: measured::material(sentence, stated.core.end),
            figures: Vec::new(),
            core: stated.core,
            whole: stated.whole,
        });
    };
    measured::find(sentence, |numeral| read(sentence, numeral), &mut propose);
    for article in sentence.articles {
        // "a dollar", but not "a dollar store" and "not a cent".
        let stands = |figure: &Measured| {
            let whole = figure.numeral.number().is_some_and(|number| number.value() == Exact::ONE);
            // "a dollar and 42 cents" can be nothing else.
            figure.core.len() > 2 || whole && is_measure(sentence, figure) && !is_noun(sentence, figure.core.end)
        };
        if let Some(figure) = read(sentence, article).filter(stands) {
            propose(measured::stated(sentence, figure));
        }
    }
}

/// The sum that is built around a number.
pub(super) fn read(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Measured> {
    if numeral.form == NumeralForm::Ordinal || is_price_base(sentence, numeral) {
        return None;
    }
    let after = currency_after(sentence, numeral);
    let figure = if let Some((start, unit)) = currency_before(sentence, numeral) {
        // "$10 dollars", "US$5 million USD".
        let again = after.filter(|(_, other, part)| *other == unit && *part == Part::Whole);
        let end = again.map_or(numeral.tokens.end, |(end, ..)| end);
        signed(sentence, Measured { numeral: numeral.clone(), unit, core: start..end })
    } else {
        let (end, unit, part) = after?;
        let core = numeral.tokens.start..end;
        match part {
            Part::Hundredth => return Some(Measured { numeral: in_hundredths(numeral)?, unit, core }),
            Part::Whole => magnitude_after(sentence, numeral, end).map_or_else(
                || Measured { numeral: numeral.clone(), unit, core: core.clone() },
                |(numeral, end)| Measured { numeral, unit, core: core.start..end },
            ),
        }
    };
    Some(with_hundredths(sentence, &figure).unwrap_or(figure))
}

/// "75 USD million": a magnitude that follows the code of the currency, and where it ends.
fn magnitude_after(sentence: &Sentence<'_, '_>, numeral: &Numeral, end: usize) -> Option<(Numeral, usize)> {
    let code =
        sentence.word(end - 1).len() == 3 && sentence.text(&(end - 1..end)).bytes().all(|b| b.is_ascii_uppercase());
    let word = sentence.tokens[..sentence.range.end].get(end)?.word.filter(|_| code && numeral.scale == 0)?;
    let power = word.senses().find_map(|sense| match sense {
        Sense::Scale(power @ 6..) => Some(power),
        _ => None,
    })?;
    let number = numeral.number()?.scaled(Exact::decimal(1, power.into())?)?;
    let numeral = Numeral { amount: Amount::Point(number), scale: power, form: NumeralForm::Scaled, ..numeral.clone() };
    Some((numeral, end + 1))
}

/// Whether the number is the year whose prices are meant: "$118 million in 1997 dollars".
fn is_price_base(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let start = numeral.tokens.start;
    let year = sentence.word(start).len() == 4 && numeral.whole().is_some_and(|year| (1900..2100).contains(&year));
    year && start > sentence.range.start && matches!(sentence.word(start - 1), "in" | "constant" | "real" | "current")
}

/// Which part of a currency a word after the figure names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// "dollars".
    Whole,
    /// "cents".
    Hundredth,
}

/// The sign or code that ends before a number, and where it begins: "$", "US$", "EUR".
fn currency_before(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<(usize, Unit)> {
    const LONGEST: usize = 4;
    let end = numeral.tokens.start;
    let first = sentence.range.start.max(end.saturating_sub(LONGEST));
    if first == end || sentence.tokens[end].kind == TokenKind::Word && numeral.form != NumeralForm::Fraction {
        return None;
    }
    let may_begin = |at: &usize| sentence.tokens[*at].begins.any(Begins::MONEY);
    (first..end).filter(may_begin).find_map(|start| {
        let (_, (unit, form)) = phrase_at(sentence.prose, &sentence.tokens[..end], start, |phrase| {
            let ends = start + 1 + phrase.rest.len() == end;
            currency(sentence, phrase).filter(|_| ends)
        })?;
        let fits = match form {
            CurrencyForm::Symbol | CurrencyForm::Code => true,
            CurrencyForm::Initial => sentence.tokens[end].glued && is_sum(sentence, numeral),
            CurrencyForm::CodeAfter
            | CurrencyForm::Word
            | CurrencyForm::Shy
            | CurrencyForm::Minor
            | CurrencyForm::MinorSign => false,
        };
        // "X$5": the dollars of somewhere the lexicon does not know.
        let cut = sentence.tokens[start].glued
            && start > sentence.range.start
            && sentence.tokens[start - 1].kind == TokenKind::Word;
        (fits && !cut).then(|| (start, in_country(sentence, unit, start)))
    })
}

/// A magnitude or decimals make a letter before a number a currency: "R650 million", not "R2".
fn is_sum(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    numeral.scale >= 6 || sentence.word(numeral.tokens.start).contains([',', '.'])
}

/// "¥" is the yuan's sign too: where the sentence speaks of yuan, it is meant.
fn in_country(sentence: &Sentence<'_, '_>, unit: Unit, at: usize) -> Unit {
    if unit.id() != "JPY" || !sentence.word(at).starts_with(['¥', '￥']) {
        return unit;
    }
    let named = |token: &crate::text::Token| {
        token
            .word
            .into_iter()
            .flat_map(Word::phrases)
            .filter(|phrase| phrase.rest.is_empty())
            .find_map(|phrase| currency(sentence, phrase).map(|(unit, _)| unit).filter(|unit| unit.id() == "CNY"))
    };
    sentence.tokens[sentence.range.clone()].iter().find_map(named).unwrap_or(unit)
}

/// The word, code or sign that follows a number, with its end: "dollars", "million euros", "p".
fn currency_after(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<(usize, Unit, Part)> {
    let end = numeral.tokens.end;
    let glued = |at: usize| sentence.tokens[..sentence.range.end].get(at).is_some_and(|token| token.glued);
    let vague = matches!(numeral.form, NumeralForm::Vague | NumeralForm::Group);
    let at = match sentence.word(end) {
        // "a 20-dollar bill".
        "-" | "‑" if glued(end) && glued(end + 1) => end + 1,
        // "millions of dollars", and of old "a million of dollars".
        "of" if vague || numeral.scale >= 6 => end + 1,
        // "half a dollar".
        word if numeral.form == NumeralForm::Fraction && measured::is_article(word) => end + 1,
        // "one-tenth of a cent".
        "of" if numeral.form == NumeralForm::Fraction && measured::is_article(sentence.word(end + 1)) => end + 2,
        _ => end,
    };
    let tokens = &sentence.tokens[..sentence.range.end];
    tokens.get(at).filter(|token| token.begins.any(Begins::MONEY))?;
    let (taken, (unit, form, weighs)) = phrase_at(sentence.prose, tokens, at, |phrase| {
        currency(sentence, phrase).map(|(unit, form)| (unit, form, is_mass(phrase)))
    })?;
    let words = at..at + taken;
    let digits = sentence.tokens[end - 1].kind == TokenKind::Number || numeral.scale > 0;
    let fits = match form {
        CurrencyForm::Word | CurrencyForm::Minor => true,
        // "USD" belongs to the number it touches: "3 USD50 cards".
        CurrencyForm::Code | CurrencyForm::CodeAfter => digits && !(sentence.is_number(words.end) && glued(words.end)),
        CurrencyForm::Symbol => digits && !begins_figure(sentence, &words),
        CurrencyForm::Shy => numeral.scale >= 6,
        CurrencyForm::MinorSign => glued(end) && is_pence(sentence, numeral),
        CurrencyForm::Initial => false,
    };
    let part = match form {
        CurrencyForm::Minor | CurrencyForm::MinorSign => Part::Hundredth,
        CurrencyForm::Word
        | CurrencyForm::Code
        | CurrencyForm::CodeAfter
        | CurrencyForm::Symbol
        | CurrencyForm::Shy
        | CurrencyForm::Initial => Part::Whole,
    };
    let is_meant = fits && !(weighs && unit::is_weight(sentence, numeral, &words));
    is_meant.then_some((words.end, unit, part))
}

/// The currency that a phrase names.
fn currency(sentence: &Sentence<'_, '_>, phrase: &'static Phrase) -> Option<(Unit, CurrencyForm)> {
    phrase.senses.iter().find_map(|&sense| match sense {
        Sense::Currency(unit, form) => Some((sentence.usage.money(unit, form, phrase), form)),
        _ => None,
    })
}

/// Whether the phrase is a unit of mass as well: "pounds".
fn is_mass(phrase: &Phrase) -> bool {
    phrase.senses.iter().any(|sense| matches!(sense, Sense::Unit(_, UnitForm::Name)))
}

/// Whether a sign belongs to the number after it: "paid 10 $5 bills".
fn begins_figure(sentence: &Sentence<'_, '_>, sign: &Range<usize>) -> bool {
    measured::numeral_at(sentence, sign.end).is_some()
}

/// How many lines a screen may have: "480p".
const SCAN_LINES: [u32; 4] = [240, 360, 480, 720];

/// Whether a "p" after digits stands for pence: "50p", not the "1080p" of a screen.
fn is_pence(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    // "section 3c".
    let clause = sentence.is_word(numeral.tokens.end, "c") && sentence.word(numeral.tokens.start).len() == 1;
    let small = numeral.number().is_some_and(|number| number.value() < Exact::constant(1000, 1));
    let screen = numeral.whole().is_some_and(|whole| SCAN_LINES.contains(&whole));
    numeral.form == NumeralForm::Digits
        && small
        && !(clause || screen && !is_priced(sentence, numeral))
        && !sentence.tokens.get(numeral.tokens.end + 1).is_some_and(|next| next.glued && next.kind != TokenKind::Symbol)
}

/// How many words may stand between a word of the market and what it came to: "shares in the retailer Marlo closed at".
const MARKET_REACH: usize = 10;
/// How far before a figure the verb of its move may stand: "rose 4% to".
const MOVE_REACH: usize = 4;

/// "from 240p to 300p", "shares closed at 480p": whether another figure in pence or a move of the market tells that
/// these are pence too; not "shares fell after it capped streams at 480p".
fn is_priced(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let pence = |numeral: &Numeral| {
        let glued = sentence.tokens.get(numeral.tokens.end).is_some_and(|token| token.glued);
        let lines = |whole: u32| whole >= 1000 || SCAN_LINES.contains(&whole);
        glued && sentence.is_word(numeral.tokens.end, "p") && !numeral.whole().is_none_or(lines)
    };
    sentence.numerals.iter().any(pence) || is_traded(sentence, numeral.tokens.start)
}

/// "shares closed at", "the stock rose 4% to": whether the clause before a figure tells of a move of the market.
fn is_traded(sentence: &Sentence<'_, '_>, end: usize) -> bool {
    let start = sentence.range.start.max(end.saturating_sub(MARKET_REACH));
    let seam = |at: usize| sentence.tokens[at].kind != TokenKind::Word && matches!(sentence.word(at), "," | ";" | ":");
    let opens = |at: &usize| seam(*at) || sentence.means(*at, Sense::Opens);
    let clause = (start..end).rev().find(opens).map_or(start, |at| at + 1);
    let moves = |at: usize| {
        let trades = ["closed", "traded", "opened"].iter().any(|word| sentence.is_word(at, word));
        let word = sentence.tokens[at].word;
        let mut senses = word.into_iter().flat_map(Word::senses);
        trades || senses.any(|sense| matches!(sense, Sense::Movement(_, Movement::Moves)))
    };
    let market = (clause..end).find(|&at| sentence.has(at, Sense::Market));
    market.is_some_and(|market| (market + 1..end).any(|at| at + MOVE_REACH >= end && moves(at)))
}

/// "15 dollars 50.", "thirteen dollars forty-five": two digits that end the clause.
fn bare_hundredths(sentence: &Sentence<'_, '_>, figure: &Measured, part: &Numeral) -> Option<(usize, Unit, Part)> {
    let end = part.tokens.end;
    let named = figure.core.end > figure.numeral.tokens.end && sentence.word(part.tokens.start - 1) != ",";
    let plain = matches!(part.form, NumeralForm::Digits | NumeralForm::Words);
    let closes = end >= sentence.range.end || matches!(sentence.word(end), "." | "," | ";" | "?" | "!" | ")");
    let two_digits = part.whole().is_some_and(|value| (10..100).contains(&value));
    (named && plain && closes && two_digits).then_some((end, figure.unit, Part::Hundredth))
}

/// A number of cents in dollars.
fn in_hundredths(numeral: &Numeral) -> Option<Numeral> {
    let amount = match numeral.amount {
        Amount::Point(number) => Amount::Point(number.scaled(HUNDREDTH)?),
        Amount::Vague(low, high) => Amount::Vague(low.checked_mul(HUNDREDTH)?, high.checked_mul(HUNDREDTH)?),
        Amount::Range(..) | Amount::Rate(..) => return None,
    };
    Some(Numeral { amount, ..numeral.clone() })
}

/// "-$5 million", with its sign.
fn signed(sentence: &Sentence<'_, '_>, figure: Measured) -> Measured {
    let Some(at) = figure.core.start.checked_sub(1).filter(|at| sentence.range.contains(at)) else { return figure };
    let sign = &sentence.tokens[at];
    let stands = matches!(sign.text(sentence.prose), "-" | "−") && sentence.tokens[at + 1].glued && !sign.glued;
    match figure.numeral.number().filter(|_| stands) {
        Some(number) => Measured {
            numeral: Numeral { amount: Amount::Point(number.negated()), ..figure.numeral },
            core: at..figure.core.end,
            ..figure
        },
        None => figure,
    }
}

/// "5 pounds and 20 pence", "$5 and 20 cents".
fn with_hundredths(sentence: &Sentence<'_, '_>, figure: &Measured) -> Option<Measured> {
    let whole = figure.numeral.number().filter(|number| number.value().is_integer())?;
    let end = figure.core.end;
    let at = end + usize::from(matches!(sentence.word(end), "and" | ","));
    let part = measured::numeral_at(sentence, at)?;
    let hundredths = part.number()?;
    let (end, unit, name) = currency_after(sentence, part).or_else(|| bare_hundredths(sentence, figure, part))?;
    // Many currencies have cents: "3 Canadian dollars and 50 cents".
    let same = unit == figure.unit || unit == sentence.usage.cent();
    let fits = name == Part::Hundredth && same && hundredths.value() < Exact::constant(100, 1);
    let value = whole.value().checked_add(hundredths.value().checked_mul(HUNDREDTH)?)?;
    let number = Number::new(value, hundredths.place().checked_mul(HUNDREDTH)?);
    fits.then(|| Measured {
        numeral: Numeral { amount: Amount::Point(number), ..figure.numeral.clone() },
        unit: figure.unit,
        core: figure.core.start..end,
    })
}
