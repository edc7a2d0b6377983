//! What the header of a column or of a row says of its figures: "Diameter (km)", "€ million", "Votes (%)", "Age".
//!
//! Left alone: figures with a unit of their own, and heads of rows that name something: "Pound Ridge", "Dollar General".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::Candidate;
use crate::claim::{ClaimKind, Place, Value};
use crate::lexicon::{self, CurrencyForm, Sense, UnitForm, Usage};
use crate::source::{BlockKind, Document};
use crate::text::{Context, ContextKind, Token, TokenKind, Tokens, context, corner, phrase_at};
use crate::value::{Amount, Dimension, Exact, Number, Quantity, Unit};

/// The unit and the scale that the header of a column or a row gives its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    unit: Option<Unit>,
    /// 1,000,000 below "€ million".
    scale: Exact,
    /// Whether its whole numbers are the ages of people: "Age".
    ages: bool,
}

/// No one has lived longer.
const OLDEST: i64 = 110;

const THOUSAND: Exact = Exact::constant(1000, 1);

impl Header {
    const NONE: Self = Self { unit: None, scale: Exact::ONE, ages: false };

    /// Reads the header of the column that a cell stands in, or else that of its row, or of the whole table; none for other
    /// blocks, and where none gives a unit or a scale.
    pub(super) fn of(document: &Document<'_>, block: usize, tokens: &Tokens) -> Option<Self> {
        let BlockKind::Cell { row: 1.., .. } = document.blocks[block].kind else { return None };
        let place = Place { block: u32::try_from(block).ok()?, sentence: 0, tokens: 0..0, excerpt: 0..0 };
        let mut heads: [Option<Context>; 2] = [None, None];
        for context in context(document, tokens, &place) {
            match context.kind {
                ContextKind::Row => heads[1] = Some(context),
                ContextKind::Column => heads[0] = Some(context),
                ContextKind::Sentence => {}
                ContextKind::Lead | ContextKind::Paragraph | ContextKind::Heading | ContextKind::Title => break,
            }
        }
        let read = |start, end, kind| {
            let mut words = Tokens::default();
            words.read_stretch(document, start, end);
            let header = Self::read(&document.prose, &words, document.usage, kind);
            (header.unit.is_some() || header.scale != Exact::ONE).then_some(header)
        };
        // "€ million" over the heads of the rows is of every sum below; what is counted has no fractions. "Earnings per
        // share" are none.
        let row = heads[1].map_or("", |row| &document.prose[row.start as usize..row.end as usize]);
        let of_table = || {
            let rate =
                row.split(' ').any(|word| ["per", "average", "ratio"].iter().any(|own| word.eq_ignore_ascii_case(own)));
            let fraction = document.text(&document.blocks[block]).contains('.');
            let corner = corner(document, block).filter(|_| fraction && !rate)?;
            let is_money = |header: &Self| header.unit.is_some_and(|unit| unit.dimension() == Dimension::Currency);
            read(corner.start, corner.end, ContextKind::Column).filter(is_money)
        };
        heads.into_iter().flatten().find_map(|context| read(context.start, context.end, context.kind)).or_else(of_table)
    }

    /// Whether a figure of a header is no figure but tells the scale of those below: "in thousands of euros", "('000)".
    pub(super) fn is_scale(document: &Document<'_>, block: usize, tokens: &[Token], candidate: &Candidate<'_>) -> bool {
        let heads = document.blocks[block].kind.is_head();
        let Value::Quantity(quantity) = &candidate.value else { return false };
        let Range { start, end } = candidate.core;
        let thousands = || candidate.core.clone().any(|at| is_thousands(&document.prose, tokens, at));
        let ends = tokens.get(end).is_none_or(|token| matches!(token.text(&document.prose), ")" | "," | "s"));
        let vague = || is_apart(&document.prose, tokens, start) && matches!(quantity.amount, Amount::Vague(..));
        heads && ends && (vague() || thousands())
    }

    fn read(prose: &str, words: &Tokens, usage: Usage, kind: ContextKind) -> Self {
        let tokens = &words.tokens;
        if let Some(unit) = age(prose, tokens) {
            return Self { unit: Some(unit), scale: Exact::ONE, ages: true };
        }
        let mut header = Self::NONE;
        let mut at = 0;
        while at < tokens.len() {
            // A unit stands apart from what is measured: "Width (m)", "Length, km", "Weight in kg".
            let apart = is_apart(prose, tokens, at) || follows_scale(prose, tokens, at);
            if is_thousands(prose, tokens, at) {
                header.scale = THOUSAND;
                // The "s" of "000s".
                let plural = tokens.get(at + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Word);
                at += 1 + usize::from(plural);
                continue;
            }
            // "Dollar General", "Million Dollar Baby": the head of a row is a name, unless it goes on.
            // "m euros" are millions, and no metres.
            let named = kind == ContextKind::Row && !apart && header == Self::NONE;
            if is_letter(prose, tokens, at) || named || is_amount(prose, tokens, at) || follows_each(prose, tokens, at)
            {
                at += 1;
                continue;
            }
            let found = phrase_at(prose, tokens, at, |phrase| {
                phrase.senses.iter().find_map(|sense| match *sense {
                    Sense::Scale(power @ 3..) => Some((None, Some(power))),
                    Sense::Unit(unit, UnitForm::Name | UnitForm::Symbol | UnitForm::Apart) => {
                        let share = unit.dimension() == Dimension::Percent;
                        (apart || share).then(|| (Some(usage.measure(unit, phrase)), None))
                    }
                    Sense::Currency(unit, form @ (CurrencyForm::Symbol | CurrencyForm::Code | CurrencyForm::Word)) => {
                        Some((Some(usage.money(unit, form, phrase)), None))
                    }
                    _ => None,
                })
            });
            let Some((length, (unit, power))) = found else {
                at += 1;
                continue;
            };
            header.unit = header.unit.or(unit);
            let power = power.or_else(|| unit.and_then(|unit| scale(prose, tokens, at..at + length, unit)));
            if let Some(scale) = power.and_then(|power| Exact::decimal(1, i32::from(power))) {
                header.scale = scale;
            }
            at += length;
        }
        header
    }

    /// Gives a bare figure of the column its unit and scale. A figure with a unit of its own keeps
    /// that, and one with a magnitude of its own is not scaled again.
    pub(super) fn apply(self, candidate: &mut Candidate<'_>) {
        let Value::Quantity(quantity) = &candidate.value else { return };
        if self.ages {
            if candidate.kind == ClaimKind::Count && candidate.of.is_none() && may_be_age(quantity) {
                candidate.value = Value::Quantity(Quantity { unit: self.unit, ..*quantity });
                candidate.kind = ClaimKind::Age;
            }
            return;
        }
        let unit = match (candidate.kind, quantity.unit) {
            (ClaimKind::Count, None) if candidate.of.is_none() => self.unit,
            (ClaimKind::Money, Some(own)) if self.unit.is_none_or(|unit| unit == own) => Some(own),
            _ => return,
        };
        let Some(amount) = scaled(quantity.amount, self.scale, unit) else { return };
        candidate.value = Value::Quantity(Quantity { amount, unit, ..*quantity });
        candidate.kind = ClaimKind::measuring(unit);
    }
}

/// Whether a header is "Age" and nothing else but its unit: "Age", "Age (years)"; not "Age group".
fn age(prose: &str, tokens: &[Token]) -> Option<Unit> {
    let mut words = tokens.iter().filter(|token| token.kind == TokenKind::Word).map(|token| token.text(prose));
    let first = words.next().is_some_and(|word| word.eq_ignore_ascii_case("age"));
    let rest = words.all(|word| word.eq_ignore_ascii_case("years") || word.eq_ignore_ascii_case("in"));
    let number = tokens.iter().any(|token| token.kind == TokenKind::Number);
    lexicon::unit("year").filter(|_| first && rest && !number)
}

fn may_be_age(quantity: &Quantity) -> bool {
    let years = quantity.point().map(Number::value).filter(|_| quantity.unit.is_none());
    years.is_some_and(|years| years.is_integer() && years >= Exact::ONE && years <= Exact::from(OLDEST))
}

/// Whether a unit or a scale at `at` stands apart from what is measured: "(m)", ", km", "in kg".
fn is_apart(prose: &str, tokens: &[Token], at: usize) -> bool {
    at > 0 && matches!(tokens[at - 1].text(prose), "(" | "," | "in" | "/")
}

/// Whether what is at `at` follows a scale: "(thousand tonnes)", "in millions of barrels", "('000 hectares)", "(m tonnes)".
fn follows_scale(prose: &str, tokens: &[Token], at: usize) -> bool {
    let of = usize::from(at > 0 && tokens[at - 1].text(prose) == "of");
    let scale =
        |at: usize| tokens[at].word.is_some_and(|word| word.senses().any(|own| matches!(own, Sense::Scale(3..))));
    at.checked_sub(1 + of).is_some_and(|at| {
        is_apart(prose, tokens, at) && scale(at) || is_thousands(prose, tokens, at) || is_letter(prose, tokens, at)
    })
}

/// The "m" of "(m tonnes)".
fn is_letter(prose: &str, tokens: &[Token], at: usize) -> bool {
    is_apart(prose, tokens, at) && suffix(tokens, at).is_some() && is_measure(tokens, at + 1)
}

/// "000" of "('000 tonnes)", "€000s": thousands, and no figure.
fn is_thousands(prose: &str, tokens: &[Token], at: usize) -> bool {
    let thousands = tokens.get(at).is_some_and(|token| matches!(token.text(prose), "000" | "000s"));
    thousands && !at.checked_sub(1).is_some_and(|before| tokens[before].kind == TokenKind::Number)
}

/// "Births per thousand", "Price per kg": of each of which there are so many, or so much is given.
fn follows_each(prose: &str, tokens: &[Token], at: usize) -> bool {
    at > 0 && matches!(tokens[at - 1].text(prose), "per" | "each" | "every")
}

/// Whether a sign or a unit belongs to a figure of the header itself: "Under $50,000", "Within 5 km".
fn is_amount(prose: &str, tokens: &[Token], at: usize) -> bool {
    let number = |at: usize| {
        tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number) && !is_thousands(prose, tokens, at)
    };
    at > 0 && number(at - 1) || number(at + 1)
}

/// The scale that a letter beside a unit tells: "$m", "£bn", "EUR bn", "bn euros", "m tonnes".
fn scale(prose: &str, tokens: &[Token], of: Range<usize>, unit: Unit) -> Option<u8> {
    let money = unit.dimension() == Dimension::Currency;
    let glued = tokens.get(of.end).is_some_and(|token| token.glued);
    let behind = suffix(tokens, of.end).filter(|_| glued || money);
    let letter = |before: &usize| money || is_letter(prose, tokens, *before);
    behind.or_else(|| of.start.checked_sub(1).filter(letter).and_then(|before| suffix(tokens, before)))
}

/// "m", "bn": the power of ten that a token stands for beside money.
fn suffix(tokens: &[Token], at: usize) -> Option<u8> {
    let word = tokens.get(at)?.word?;
    word.senses().find_map(|sense| if let Sense::ScaleSuffix(power) = sense { Some(power) } else { None })
}

fn is_measure(tokens: &[Token], at: usize) -> bool {
    let measure = |sense| matches!(sense, Sense::Currency(..) | Sense::Unit(_, UnitForm::Name));
    tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.senses().any(measure))
}

/// Scales a figure that is not written out: of thousands of euros or tonnes there may be millions, "2,940,000", of
/// "Visitors (thousand)" not.
fn scaled(amount: Amount, scale: Exact, unit: Option<Unit>) -> Option<Amount> {
    let sums = unit.is_some() && scale == THOUSAND;
    let largest_bare = Exact::from(if sums { 1_000_000_000 } else { 1_000_000 });
    match amount {
        Amount::Point(number) if number.value().abs() < largest_bare => Some(Amount::Point(number.scaled(scale)?)),
        Amount::Range(low, high) if high.value().abs() < largest_bare => {
            Some(Amount::Range(low.scaled(scale)?, high.scaled(scale)?))
        }
        Amount::Point(_) | Amount::Range(..) | Amount::Vague(..) | Amount::Rate(..) => Some(amount),
    }
}
