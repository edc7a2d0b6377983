//! Fractions in words, alone and as parts of numbers: "two-thirds", "two and a half", "half a
//! million".

use super::words::Whole;
use super::{NumeralForm, Reader, Reading, mixed, scaled};
use crate::lexicon::Sense;
use crate::text::TokenKind;
use crate::value::{Exact, Number};

impl Reader<'_> {
    /// "half", "half a dozen", "quarter million"; a bare "quarter" is a time of year.
    pub(super) fn bare_fraction(&self, at: usize, parts: u64) -> Option<Reading> {
        let fraction = self.fraction(1, parts, at + 1)?;
        let is_half = parts == 2 && !self.is(at, "halves");
        let stands = is_half || fraction.form != NumeralForm::Fraction;
        if stands { Some(fraction) } else { self.part_of_unit(at, parts) }
    }

    /// `count` parts of a whole, or of the scale word after them: "three-quarters of a million".
    pub(super) fn fraction(&self, count: u64, parts: u64, end: usize) -> Option<Reading> {
        // "twenty-three fifths" is a number; "five quarters" are a time.
        let improper = count > parts && parts != 4 && !count.is_multiple_of(parts) && self.is_plural(end - 1);
        if count == 0 || (count >= parts && !improper) {
            return None;
        }
        let value = Exact::ratio(count.into(), parts.into())?;
        let alone = Reading { number: Number::new(value, Exact::ZERO), end, form: NumeralForm::Fraction, scale: 0 };
        Some(self.of_scale(value, end).unwrap_or(alone))
    }

    /// "two hundred fifths": more parts than one whole has. Quarters are times, halves those of a match.
    pub(super) fn improper(&self, whole: &Whole) -> Option<Reading> {
        let at = self.unhyphened(whole.end);
        let part = self.part(at);
        let parts = part.fraction.filter(|&parts| part.ordinal.is_none() && parts != 2 && parts != 4)?;
        let value = whole.number.value().checked_div(Exact::ratio(parts.into(), 1)?)?;
        Some(Reading { number: Number::new(value, Exact::ZERO), end: at + 1, form: NumeralForm::Fraction, scale: 0 })
    }

    /// "tenth of a gallon": a part of a unit whose article is left out.
    pub(super) fn part_of_unit(&self, at: usize, parts: u64) -> Option<Reading> {
        let ordered = at > self.start && (self.is(at - 1, "the") || self.part(at - 1).ordinal.is_some());
        let of_unit = self.is(at + 1, "of") && self.is_article(at + 2) && self.is_unit(at + 3);
        if ordered || !of_unit { None } else { self.fraction(1, parts, at + 1) }
    }

    fn is_plural(&self, at: usize) -> bool {
        self.tokens[at].text(self.prose).ends_with(['s', 'S'])
    }

    /// A fraction of the scale word at or after `at`: "half a million", "half-dozen".
    pub(super) fn of_scale(&self, value: Exact, at: usize) -> Option<Reading> {
        let mut next = at + usize::from(self.is(at, "of"));
        next = self.unhyphened(next);
        if self.is_article(next) {
            next = self.unhyphened(next + 1);
        } else if self.is(at, "of") {
            return None;
        }
        let (factor, scale) = self.multiplier(next)?;
        let number = mixed(value.checked_mul(factor)?);
        Some(Reading { number, end: next + 1, form: NumeralForm::Words, scale })
    }

    /// A number and the fraction that "and" adds to it: "two and a half", "a million and a half",
    /// "two and a half billion".
    pub(super) fn and_fraction(&self, whole: Reading) -> Option<Reading> {
        let and = self.unhyphened(whole.end);
        if !self.is(and, "and") || whole.number.value().is_negative() {
            return None;
        }
        let (fraction, end) = self.added_fraction(self.unhyphened(and + 1))?;
        let after = self.scales(end);
        let (value, scale, end) = match (whole.scale, after) {
            (0, Some((power, end))) => {
                let sum = whole.number.value().checked_add(fraction)?;
                (scaled(mixed(sum), power)?.value(), power, end)
            }
            (0, None) => (whole.number.value().checked_add(fraction)?, 0, end),
            (scale, Some((power, end))) if power < scale => {
                let part = fraction.checked_mul(Exact::decimal(1, i32::from(power))?)?;
                (whole.number.value().checked_add(part)?, scale, end)
            }
            (3.., None) => {
                let part = fraction.checked_mul(Exact::decimal(1, i32::from(whole.scale))?)?;
                (whole.number.value().checked_add(part)?, whole.scale, end)
            }
            (1.., _) => return None,
        };
        let form = if whole.form == NumeralForm::Words { NumeralForm::Words } else { NumeralForm::Scaled };
        Some(Reading { number: mixed(value), end, form, scale })
    }

    /// "a half", "three-quarters", "a third" where it is no order.
    pub(super) fn added_fraction(&self, at: usize) -> Option<(Exact, usize)> {
        let (count, next) = match self.part(at).cardinal {
            Some(count) => (u64::from(count), self.unhyphened(at + 1)),
            None if self.is_article(at) => (1, self.unhyphened(at + 1)),
            None if self.is_bare_part(at) => (1, at),
            None => return None,
        };
        let part = self.part(next);
        let parts = part.fraction.filter(|&parts| 0 < count && count < parts)?;
        let several = count != 1 && !self.is_plural(next) && !self.is(next + 1, "of");
        let order = several || (part.ordinal.is_some() && self.reads_as_ordinal(next + 1));
        if order { None } else { Some((Exact::ratio(count.into(), parts.into())?, next + 1)) }
    }

    /// "half" and "quarter" without their article, before what they are of: "two and half years".
    fn is_bare_part(&self, at: usize) -> bool {
        let parts = self.part(at).fraction.filter(|&parts| matches!(parts, 2 | 4) && !self.is_plural(at));
        let next = self.unhyphened(at + 1);
        parts.is_some() && (self.is(next, "of") || self.is_unit(next) || self.part(next).scale.is_some())
    }

    /// Whether "a third" before `at` is an order, as in "a third man", and no part of a whole, as in
    /// "a third of", "a third less".
    pub(super) fn reads_as_ordinal(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at) else { return false };
        match next.kind {
            TokenKind::Symbol => next.glued && next.is_sign(self.prose, '-'),
            TokenKind::Number => false,
            TokenKind::Word => !next.word.is_some_and(|word| {
                word.senses().any(|sense| matches!(sense, Sense::Function | Sense::Scale(_) | Sense::Modal))
                    || ["more", "less", "fewer", "larger", "smaller", "higher", "lower"]
                        .iter()
                        .any(|more| next.text(self.prose).eq_ignore_ascii_case(more))
            }),
        }
    }
}
