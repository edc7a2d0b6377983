//! Numbers that begin with a word: "two hundred and six", "half a million", "twenty-first".

use super::digits::decimal;
use super::{NumeralForm, Reader, Reading, scaled};
use crate::lexicon::Sense;
use crate::text::TokenKind;
use crate::value::{Exact, Number};

/// Whether "and" may stand inside a number. After "between" it parts two: "between one hundred
/// and two hundred".
#[derive(Clone, Copy, PartialEq, Eq)]
enum And {
    Joins,
    Parts,
}

/// A whole number in words.
#[derive(Clone, Copy)]
pub(super) struct Whole {
    /// The sum of its terms.
    pub(super) number: Number,
    /// The last term before its scale: 27 in "twenty-seven million".
    last: u32,
    /// The power of ten of the last term.
    scale: u8,
    pub(super) end: usize,
}

impl Reader<'_> {
    /// A number that begins with the word at `at`.
    pub(super) fn words_first(&self, at: usize) -> Option<Reading> {
        if self.is_article(at) {
            return self.after_article(at);
        }
        let part = self.part(at);
        if part.cardinal.is_some() {
            return self.cardinal_first(at);
        }
        if let Some(parts) = part.fraction.filter(|_| part.ordinal.is_none()) {
            return self.bare_fraction(at, parts);
        }
        if let Some(whole) = part.scale.and_then(|power| self.bare_scale(at, power)) {
            return Some(whole);
        }
        let rank = part.ordinal?;
        if let Some(fraction) = part.fraction.and_then(|parts| self.part_of_unit(at, parts)) {
            return Some(fraction);
        }
        let number = Number::whole(i64::from(rank));
        Some(Reading { number, end: at + 1, form: NumeralForm::Ordinal, scale: 0 })
    }

    /// "Thousand litres", "about hundred rupees": a scale word that leaves out its "one".
    fn bare_scale(&self, at: usize, power: u8) -> Option<Reading> {
        let hedge = |sense| matches!(sense, Sense::HedgeBefore(_));
        let opens = at == self.start || self.tokens[at - 1].word.is_some_and(|word| word.senses().any(hedge));
        // "over the next hundred years"
        let turned = self.is_turned(at) || at > self.start && self.is(at - 1, "another");
        if !(opens || turned) || !self.is_unit(at + 1) {
            return None;
        }
        let number = scaled(Number::whole(1), power)?;
        Some(Reading { number, end: at + 1, form: NumeralForm::Words, scale: power })
    }

    /// The digits in brackets that repeat a number in words: "thirty (30) days".
    pub(super) fn repeated(&self, reading: Reading) -> Reading {
        let [open, digits, close, ..] = &self.tokens[reading.end..] else { return reading };
        let enclosed = open.is_sign(self.prose, '(') && close.is_sign(self.prose, ')') && close.glued;
        let again = enclosed && digits.kind == TokenKind::Number && reading.form != NumeralForm::Ordinal;
        let same = again && decimal(digits.text(self.prose)).is_some_and(|n| n.value() == reading.number.value());
        Reading { end: reading.end + if same { 3 } else { 0 }, ..reading }
    }

    /// "a hundred", "a dozen", "a quarter", "a half-million".
    fn after_article(&self, at: usize) -> Option<Reading> {
        let part = self.part(at + 1);
        if part.scale.is_some() {
            let joins = if self.follows_between(at) { And::Parts } else { And::Joins };
            let whole = self.terms(Whole { number: Number::whole(1), last: 1, scale: 0, end: at + 1 }, joins)?;
            let reading =
                Reading { number: whole.number, end: whole.end, form: NumeralForm::Words, scale: whole.scale };
            return Some(self.and_fraction(reading).unwrap_or(reading));
        }
        if let Some(size) = part.group {
            let number = Number::whole(i64::from(size));
            return Some(Reading { number, end: at + 2, form: NumeralForm::Group, scale: 0 });
        }
        let parts = part.fraction?;
        let fraction = self.fraction(1, parts, at + 2)?;
        let ordinal = part.ordinal.is_some() && fraction.form == NumeralForm::Fraction;
        if ordinal && self.reads_as_ordinal(at + 2) { None } else { Some(fraction) }
    }

    /// "two hundred and six", "one-third", "two and a half billion", "twenty-first".
    fn cardinal_first(&self, at: usize) -> Option<Reading> {
        let joined = self.cardinal_with(at, And::Joins)?;
        if !self.follows_between(at) || self.is(joined.end, "and") {
            return Some(joined);
        }
        self.cardinal_with(at, And::Parts)
    }

    fn follows_between(&self, at: usize) -> bool {
        at > self.start && self.is(at - 1, "between")
    }

    fn cardinal_with(&self, at: usize, and: And) -> Option<Reading> {
        let (value, end) = self.below_thousand(at, and)?;
        // "two-thirds", typed "two - thirds" too.
        let next = self.unspaced(end);
        let part = self.part(next);
        if let Some(parts) = part.fraction.filter(|_| value < 1000) {
            // "thirds" is a fraction; "third" is one after "one", an order after "twenty".
            if (part.ordinal.is_none() || (value == 1 && parts < 100))
                && let Some(fraction) = self.fraction(value.into(), parts, next + 1)
            {
                return Some(fraction);
            }
        }
        let first = Whole { number: Number::whole(i64::from(value)), last: value, scale: 0, end };
        let whole = self.terms(first, and)?;
        if let Some(ordinal) = self.ordinal_after(&whole, and) {
            return Some(ordinal);
        }
        if let Some(fraction) = self.improper(&whole) {
            return Some(fraction);
        }
        let reading = Reading { number: whole.number, end: whole.end, form: NumeralForm::Words, scale: whole.scale };
        // "three hundred Cr".
        if let Some((power, end)) = self.suffix(whole.end).filter(|_| whole.scale == 0) {
            return Some(Reading {
                number: scaled(whole.number, power)?,
                end,
                form: NumeralForm::Scaled,
                scale: power,
            });
        }
        if and == And::Joins
            && let Some(mixed) = self.and_fraction(reading)
        {
            return Some(mixed);
        }
        if let Some(pointed) = self.decimal_point(&whole) {
            return Some(pointed);
        }
        let dozen = self.unhyphened(whole.end);
        if self.part(dozen).group == Some(12) {
            let number = whole.number.scaled(Exact::from(12))?;
            return Some(Reading { number, end: dozen + 1, form: NumeralForm::Words, scale: 0 });
        }
        Some(reading)
    }

    /// The scale of a term and the smaller terms after it: "two million three hundred thousand".
    fn terms(&self, first: Whole, and: And) -> Option<Whole> {
        // "three cr twelve lakh", but not the "five m" of metres.
        let letters = || self.suffix(first.end).filter(|&(_, end)| self.part(end).cardinal.is_some());
        let Some((power, end)) = self.scales(first.end).or_else(letters) else { return Some(first) };
        let mut whole = Whole { number: scaled(first.number, power)?, scale: power, end, ..first };
        loop {
            let joined = and == And::Joins && self.is_and(whole.end);
            let comma = and == And::Joins && self.is_term_after_comma(&whole);
            let next = if joined || comma { whole.end + 1 } else { self.unhyphened(whole.end) };
            // "two million and three quarters" is a number and a fraction.
            if joined && self.added_fraction(next).is_some() {
                break;
            }
            let Some((value, end)) = self.below_thousand(next, and) else { break };
            let (power, end) = self.scales(end).unwrap_or((0, end));
            let term = scaled(Number::whole(i64::from(value)), power)?;
            let limit = Exact::decimal(1, i32::from(whole.scale))?;
            if term.value() >= limit || value == 0 {
                break;
            }
            let sum = whole.number.value().checked_add(term.value())?;
            whole = Whole { number: Number::new(sum, term.place()), last: value, scale: power, end };
            if power == 0 {
                break;
            }
        }
        // The scale of the whole is that of its first word, which a range would share.
        Some(whole)
    }

    /// "one thousand, one hundred pages": whether a comma leads on to a smaller term, and no second figure.
    fn is_term_after_comma(&self, whole: &Whole) -> bool {
        let at = whole.end;
        let comma = whole.scale >= 3 && self.is(at, ",") && self.tokens[at].glued;
        let Some((value, end)) = self.below_thousand(at + 1, And::Joins).filter(|_| comma) else { return false };
        let (power, end) = self.scales(end).unwrap_or((0, end));
        let smaller = power < whole.scale && (value >= 100 || power > 0);
        // "one thousand, two hundred or three hundred" is a list.
        let number = |at: usize| self.part(at).cardinal.is_some();
        let listed = self.is(end, "or") || (self.is(end, ",") || self.is(end, "and")) && power == 0 && number(end + 1);
        smaller && !listed
    }

    /// "and", or the sign for it.
    fn is_and(&self, at: usize) -> bool {
        self.is(at, "and") || self.is(at, "&")
    }

    /// "two hundred and six", "twenty-seven": its value and its end.
    fn below_thousand(&self, at: usize, and: And) -> Option<(u32, usize)> {
        let (value, end) = self.below_hundred(at)?;
        let next = self.unhyphened(end);
        if value == 0 || self.part(next).scale != Some(2) {
            return Some((value, end));
        }
        let hundreds = (value * 100, next + 1);
        let joined = and == And::Joins && self.is_and(hundreds.1);
        let rest = if joined { hundreds.1 + 1 } else { self.unhyphened(hundreds.1) };
        match self.below_hundred(rest).filter(|_| !joined || self.added_fraction(rest).is_none()) {
            // "two hundred and three hundred" are two numbers.
            Some((more, end)) if self.part(self.unhyphened(end)).scale != Some(2) && more > 0 => {
                Some((hundreds.0 + more, end))
            }
            _ => Some(hundreds),
        }
    }

    /// "seven", "twenty-seven".
    fn below_hundred(&self, at: usize) -> Option<(u32, usize)> {
        let value = u32::from(self.part(at).cardinal?);
        if value >= 20 && value.is_multiple_of(10) {
            let next = self.unspaced(at + 1);
            if let Some(unit @ 1..10) = self.part(next).cardinal {
                return Some((value + u32::from(unit), next + 1));
            }
        }
        Some((value, at + 1))
    }

    /// The rank that an order word makes of the number before it: "twenty-first", "two hundredth".
    fn ordinal_after(&self, whole: &Whole, and: And) -> Option<Reading> {
        let joined = and == And::Joins && self.is(whole.end, "and");
        let next = if joined { whole.end + 1 } else { self.unhyphened(whole.end) };
        let rank = self.part(next).ordinal?;
        let tens = whole.scale == 0 && whole.last.is_multiple_of(10) && whole.last % 100 >= 20;
        let hundreds = whole.last.is_multiple_of(100) || whole.scale > 0;
        // "one hundred third-graders" are no hundred and third.
        let free = self.unhyphened(next + 1) == next + 1;
        let value = whole.number.value();
        let value = match rank {
            1..10 if tens && !joined => value.checked_add(Exact::from(i64::from(rank)))?,
            1..100 if hundreds && free => value.checked_add(Exact::from(i64::from(rank)))?,
            100.. if !joined => value.checked_mul(Exact::from(i64::from(rank)))?,
            _ => return None,
        };
        let number = Number::written(value.numerator(), 0)?;
        Some(Reading { number, end: next + 1, form: NumeralForm::Ordinal, scale: 0 })
    }

    /// "three point five", "zero point two million".
    fn decimal_point(&self, whole: &Whole) -> Option<Reading> {
        if whole.scale > 0 || !self.is(whole.end, "point") {
            return None;
        }
        let mut digits = whole.number.value().numerator();
        let mut decimals = 0;
        let mut end = whole.end + 1;
        while let Some((value, after)) = self.below_hundred(end).filter(|_| decimals < 9) {
            let width = if value < 10 { 1 } else { 2 };
            digits = digits.checked_mul(10_i128.pow(width))?.checked_add(i128::from(value))?;
            decimals += width.cast_signed();
            end = after;
        }
        if decimals == 0 {
            return None;
        }
        let number = Number::written(digits, -decimals)?;
        let (power, end) = self.scales(end).unwrap_or((0, end));
        Some(Reading { number: scaled(number, power)?, end, form: NumeralForm::Words, scale: power })
    }
}
