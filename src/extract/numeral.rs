//! The grammar of numbers: "12,000", "1.5 million", "two and a half billion", "a dozen".
//!
//! Every finder of figures builds on the numerals of a sentence, which are read once. Whether a
//! numeral counts something, dates it or names an aircraft is for the finders to say.

mod digits;
mod fraction;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::lexicon::{Begins, CurrencyForm, Sense};
use crate::text::{Token, TokenKind, phrase_at};
use crate::value::{Amount, Exact, Number};

/// A number in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Numeral {
    /// Its tokens: a sign before it, its scale word and the article of "a dozen" included.
    pub(super) tokens: Range<usize>,
    /// Its value as written: a point, or the interval of a vague word.
    pub(super) amount: Amount,
    /// How it is written.
    pub(super) form: NumeralForm,
    /// The power of ten of its scale word or letter: 6 in "1.5 million", 0 where it has none.
    pub(super) scale: u8,
}

impl Numeral {
    /// The one number it gives; none for a vague word.
    pub(super) fn number(&self) -> Option<Number> {
        match self.amount {
            Amount::Point(number) => Some(number),
            Amount::Range(..) | Amount::Vague(..) | Amount::Rate(..) => None,
        }
    }

    /// Its value where that is a whole number that fits.
    pub(super) fn whole(&self) -> Option<u32> {
        let value = self.number()?.value();
        if value.is_integer() { u32::try_from(value.numerator()).ok() } else { None }
    }

    /// "1.5m" without its letter, which may be a unit: 1.5.
    pub(super) fn without_suffix(&self) -> Option<Self> {
        if self.form != NumeralForm::Suffixed {
            return None;
        }
        let number = self.number()?.scaled(Exact::decimal(1, -i32::from(self.scale))?)?;
        Some(Self {
            tokens: self.tokens.start..self.tokens.end - 1,
            amount: Amount::Point(number),
            form: NumeralForm::Digits,
            scale: 0,
        })
    }
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumeralForm {
    /// "12,000", "1.5", "-229", "1 500 000", "2½".
    Digits,
    /// "1.5 million", "2 dozen".
    Scaled,
    /// "1.5m", "40k", "$5bn": the letter is the last token, and may be a unit.
    Suffixed,
    /// "two hundred and six", "half a million", "two and a half", "a hundred".
    Words,
    /// "half", "two-thirds", "½", "3/4": below one.
    Fraction,
    /// "a dozen", "a quartet", "a pair".
    Group,
    /// "dozens", "several", "a few hundred", "a couple".
    Vague,
    /// "47th", "twenty-first".
    Ordinal,
}

/// The numbers of the sentences of a block. Reused from block to block: reading the next allocates nothing.
#[derive(Debug, Default)]
pub(super) struct Numerals {
    /// In order.
    pub(super) all: Vec<Numeral>,
    /// The articles before a unit, which may stand for "one": "an hour", "a mile".
    pub(super) articles: Vec<Numeral>,
}

/// Appends the numbers of a sentence, of the tokens of its block and its spots, and tells what shapes its words can begin.
pub(super) fn read(
    prose: &str,
    (tokens, spots): (&[Token], &[u32]),
    sentence: &Range<usize>,
    numerals: &mut Numerals,
) -> Begins {
    let known = (numerals.all.len(), numerals.articles.len());
    let tokens = &tokens[..sentence.end];
    let reader = Reader { prose, tokens, start: sentence.start };
    let mut begins = Begins::NOTHING;
    let mut next = sentence.start;
    for at in spots.iter().map(|&at| at as usize) {
        let token = &tokens[at];
        begins = begins.with(token.begins);
        if at < next || !reader.may_begin(at) {
            continue;
        }
        if let Some(numeral) = reader.numeral(at) {
            next = numeral.tokens.end;
            numerals.all.push(numeral);
        } else if reader.is_article(at) && reader.may_measure(at + 1) {
            numerals.articles.push(article(at));
        }
    }
    begins.with(Begins::FIGURE.only_if(known != (numerals.all.len(), numerals.articles.len())))
}

/// An article as the number it stands for.
fn article(at: usize) -> Numeral {
    Numeral { tokens: at..at + 1, amount: Amount::Point(Number::whole(1)), form: NumeralForm::Words, scale: 0 }
}

/// The tokens of a block up to the end of a sentence, to read numbers from.
#[derive(Clone, Copy)]
struct Reader<'a> {
    prose: &'a str,
    tokens: &'a [Token],
    /// Where the sentence starts.
    start: usize,
}

/// A number that was read from a given token on, up to `end`.
#[derive(Clone, Copy)]
struct Reading {
    number: Number,
    end: usize,
    form: NumeralForm,
    scale: u8,
}

/// What a single word can contribute to a number.
#[derive(Clone, Copy, Default)]
struct Part {
    cardinal: Option<u8>,
    scale: Option<u8>,
    ordinal: Option<u32>,
    fraction: Option<u64>,
    group: Option<u32>,
}

impl Reader<'_> {
    /// Whether a number, or an article before a unit, may begin at `at`; turns most tokens away.
    fn may_begin(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        // "a dozen", "an hour", but not "a war".
        let goes_on = || {
            let next = self.tokens.get(at + 1);
            next.is_some_and(|next| next.begins.any(Begins::NUMERAL.with(Begins::UNIT)))
        };
        match token.kind {
            TokenKind::Number => true,
            TokenKind::Word => token.begins.any(Begins::NUMERAL) && (!self.is_article(at) || goes_on()),
            TokenKind::Symbol => token.end - token.start > 1,
        }
    }

    fn numeral(&self, at: usize) -> Option<Numeral> {
        let token = &self.tokens[at];
        let reading = match token.kind {
            TokenKind::Number => self.digits_first(at)?,
            TokenKind::Symbol => self.sign_first(at)?,
            TokenKind::Word => {
                if let Some(vague) = self.vague(at) {
                    return Some(vague);
                }
                self.repeated(self.words_first(at)?)
            }
        };
        let (start, number) = self.signed(at, reading);
        Some(Numeral {
            tokens: start..reading.end,
            amount: Amount::Point(number),
            form: reading.form,
            scale: reading.scale,
        })
    }

    /// "dozens", "hundreds of thousands", "a few", "several hundred".
    fn vague(&self, at: usize) -> Option<Numeral> {
        let few = |at: usize| {
            self.tokens.get(at)?.word?.senses().find_map(|sense| match sense {
                Sense::VagueAfterArticle(low, high) => Some((low, high)),
                _ => None,
            })
        };
        let (taken, (low, high)) = if self.is_article(at) {
            (2, few(at + 1)?)
        } else if let Some(bounds) = few(at).filter(|_| self.is_turned(at)) {
            (1, bounds)
        } else {
            phrase_at(self.prose, self.tokens, at, |phrase| {
                phrase.senses.iter().find_map(|&sense| match sense {
                    Sense::Vague(low, high) => Some((low, high)),
                    _ => None,
                })
            })?
        };
        let mut end = at + taken;
        let mut factor = Exact::ONE;
        let mut power = 0;
        // "a couple of hundred", but not "several of".
        let next =
            if self.is(end, "of") && self.multiplier(end + 1).is_some() { end + 1 } else { self.unhyphened(end) };
        if let Some((times, scale)) = self.multiplier(next) {
            (factor, power, end) = (times, scale, next + 1);
        }
        if power == 0 && self.is_distributive(at) {
            return None;
        }
        let bound = |bound: u64| Exact::ratio(i128::from(bound), 1)?.checked_mul(factor);
        Some(Numeral {
            tokens: at..end,
            amount: Amount::Vague(bound(low)?, bound(high)?),
            form: NumeralForm::Vague,
            scale: power,
        })
    }

    /// "the past few years", "the next couple of days": whether the word before a vague one at `at` tells which.
    fn is_turned(&self, at: usize) -> bool {
        let turns = ["past", "last", "next", "first", "coming"];
        at > self.start && turns.iter().any(|word| self.is(at - 1, word))
    }

    /// "the several states": each of them, however many.
    fn is_distributive(&self, at: usize) -> bool {
        let has = |at: usize, sense| self.tokens[at].word.is_some_and(|word| word.is(sense));
        at > self.start && has(at, Sense::Distributive) && has(at - 1, Sense::Determiner)
    }

    /// Where a number starts with its sign, and its value.
    fn signed(&self, at: usize, reading: Reading) -> (usize, Number) {
        let unsigned = (at, reading.number);
        if at == self.start || matches!(reading.form, NumeralForm::Ordinal | NumeralForm::Group) {
            return unsigned;
        }
        let before = &self.tokens[at - 1];
        let negative = match before.text(self.prose) {
            "−" => self.tokens[at].glued && !self.follows_figure(at - 1),
            // A hyphen joins; only one that stands free before a figure is a sign.
            "-" => self.tokens[at].glued && self.is_minus(at - 1),
            word if word.eq_ignore_ascii_case("minus") || word.eq_ignore_ascii_case("negative") => {
                !(self.follows_figure(at - 1) || at - self.start >= 2 && self.is(at - 2, "or"))
            }
            _ => false,
        };
        if negative { (at - 1, reading.number.negated()) } else { unsigned }
    }

    /// Whether a hyphen at `at` before digits is their sign: it joins nothing before them, "($-99)", and is no dash
    /// between two figures, "2 -7".
    fn is_minus(&self, at: usize) -> bool {
        let opens = at == self.start || matches!(self.tokens[at - 1].text(self.prose), "(" | "$" | "€" | "£" | "¥");
        // A column of decimals: "113.2 -403.6".
        let decimal = |at: usize| self.tokens[at].text(self.prose).contains('.');
        let column = || at > self.start && decimal(at - 1) && decimal(at + 1) && !self.is_unit(at + 2);
        opens || !self.tokens[at].glued && (!self.follows_figure(at) || column())
    }

    /// Whether the token before `at` ends a figure: "10 minus 5", "3−1".
    fn follows_figure(&self, at: usize) -> bool {
        at > self.start && self.tokens[at - 1].kind == TokenKind::Number
    }

    /// What the word at `at` can contribute.
    fn part(&self, at: usize) -> Part {
        let mut part = Part::default();
        let Some(word) = self.tokens.get(at).and_then(|token| token.word) else { return part };
        if !word.may_begin(Begins::NUMERAL) {
            return part;
        }
        for sense in word.senses() {
            match sense {
                Sense::Cardinal(value) => part.cardinal = Some(value),
                Sense::Scale(power) => part.scale = Some(power),
                Sense::Ordinal(rank) => part.ordinal = Some(rank),
                Sense::Fraction(parts) => part.fraction = Some(parts),
                Sense::Group(size) => part.group = Some(size),
                _ => {}
            }
        }
        part
    }

    /// What a scale word or "dozen" at `at` multiplies by, and its power of ten.
    fn multiplier(&self, at: usize) -> Option<(Exact, u8)> {
        let part = self.part(at);
        match (part.scale, part.group) {
            (Some(power), _) => Some((Exact::decimal(1, i32::from(power))?, power)),
            (None, Some(12)) => Some((Exact::from(12), 0)),
            (None, _) => None,
        }
    }

    /// The power of ten of the scale words from `at` on, and where they end: "thousand million".
    fn scales(&self, at: usize) -> Option<(u8, usize)> {
        let mut found: Option<(u8, usize)> = None;
        let mut next = self.past_plus(self.unhyphened(at));
        while let Some(power) = self.part(next).scale {
            let sum = found.map_or(0, |(power, _)| power) + power;
            // Nothing counted in the news has more digits than this.
            if sum > 24 {
                break;
            }
            found = Some((sum, next + 1));
            next = self.unhyphened(next + 1);
        }
        found
    }

    /// The token after the plus of "7.5+ million".
    fn past_plus(&self, at: usize) -> usize {
        at + usize::from(self.tokens.get(at).is_some_and(|plus| plus.glued && plus.is_sign(self.prose, '+')))
    }

    /// The token after a hyphen that joins the words around `at`; `at` itself where there is none.
    fn unhyphened(&self, at: usize) -> usize {
        let joins = |sign: &Token| sign.glued && matches!(sign.text(self.prose), "-" | "‑" | "—");
        let joined = self.tokens.get(at).is_some_and(joins) && self.tokens.get(at + 1).is_some_and(|next| next.glued);
        at + usize::from(joined)
    }

    /// The token after a hyphen that joins tens to units, typed with spaces or without: "ninety - five".
    fn unspaced(&self, at: usize) -> usize {
        let free = |at: usize| self.tokens.get(at).is_some_and(|token| !token.glued);
        // "one- third", where a line was broken.
        let broken = || self.part(at + 1).fraction.is_some() && free(at + 1);
        let typed = self.is(at, "-") && (free(at) && free(at + 1) || broken());
        at + usize::from(self.unhyphened(at) > at || typed)
    }

    /// Whether a unit may begin at `at`; turns most words away.
    fn may_measure(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.begins.any(Begins::UNIT))
    }

    /// Whether a unit of measure or money begins at `at`.
    fn is_unit(&self, at: usize) -> bool {
        let unit = |sense: &Sense| matches!(sense, Sense::Unit(..) | Sense::Currency(_, CurrencyForm::Word));
        phrase_at(self.prose, self.tokens, at, |phrase| phrase.senses.iter().any(unit).then_some(())).is_some()
    }

    /// Whether the token at `at` is this word, in any case.
    fn is(&self, at: usize, word: &str) -> bool {
        let same = |token: &Token| token.length() == word.len() && token.text(self.prose).eq_ignore_ascii_case(word);
        self.tokens.get(at).is_some_and(same)
    }

    /// Whether the token at `at` is "a" or "an".
    fn is_article(&self, at: usize) -> bool {
        self.is(at, "a") || self.is(at, "an")
    }
}

/// `number` times ten to the power of a scale word.
fn scaled(number: Number, power: u8) -> Option<Number> {
    number.scaled(Exact::decimal(1, i32::from(power))?)
}

/// A value that was put together of a whole and a fraction, to the last digit of its decimal form.
pub(super) fn mixed(value: Exact) -> Number {
    let tenths = |power: i32| Exact::decimal(1, -power).filter(|place| is_multiple(value, *place));
    let place = (0..4).find_map(tenths).unwrap_or(Exact::constant(1, 10));
    if place == Exact::ONE {
        return Number::written(value.numerator(), 0).unwrap_or(Number::new(value, place));
    }
    Number::new(value, place)
}

/// Whether `value` is a whole number of `place`.
fn is_multiple(value: Exact, place: Exact) -> bool {
    value.checked_div(place).is_some_and(Exact::is_integer)
}
