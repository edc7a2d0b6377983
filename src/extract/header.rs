//! What the header of a column says of the figures below it: "Diameter (km)", "€ million",
//! "Votes (%)".

#[cfg(test)]
mod tests;

use super::Candidate;
use crate::claim::{ClaimKind, Place, Value};
use crate::lexicon::{CurrencyForm, Sense, UnitForm, Usage};
use crate::source::{BlockKind, Document};
use crate::text::{ContextKind, Tokens, context, phrase_at};
use crate::value::{Amount, Dimension, Exact, Quantity, Unit};

/// The unit and the scale that a column's header gives its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    unit: Option<Unit>,
    /// 1,000,000 below "€ million".
    scale: Exact,
}

impl Header {
    /// Reads the header of the column that a cell stands in; none for other blocks, and where the
    /// header gives neither unit nor scale.
    pub(super) fn of(document: &Document<'_>, block: usize, tokens: &Tokens) -> Option<Self> {
        let BlockKind::Cell { row: 1.., .. } = document.blocks[block].kind else { return None };
        let place = Place { block: u32::try_from(block).ok()?, sentence: 0, tokens: 0..0, excerpt: 0..0 };
        let column = context(document, tokens, &place).find(|context| context.kind == ContextKind::Column)?;
        let mut words = Tokens::default();
        words.read_stretch(document, column.start, column.end);
        let header = Self::read(&document.prose, &words, document.usage);
        (header.unit.is_some() || header.scale != Exact::ONE).then_some(header)
    }

    fn read(prose: &str, words: &Tokens, usage: Usage) -> Self {
        let mut header = Self { unit: None, scale: Exact::ONE };
        let tokens = &words.tokens;
        let mut at = 0;
        while at < tokens.len() {
            // A unit stands apart from what is measured: "Width (m)", "Length, km", "Weight in kg".
            let apart = at > 0 && matches!(tokens[at - 1].text(prose), "(" | "," | "in" | "/");
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
        let unit = match (candidate.kind, quantity.unit) {
            (ClaimKind::Count, None) if candidate.of.is_none() => self.unit,
            (ClaimKind::Money, Some(own)) if self.unit.is_none_or(|unit| unit == own) => Some(own),
            _ => return,
        };
        let Some(amount) = scaled(quantity.amount, self.scale) else { return };
        candidate.value = Value::Quantity(Quantity { amount, unit, ..*quantity });
        candidate.kind = ClaimKind::measuring(unit);
    }
}

fn scaled(amount: Amount, scale: Exact) -> Option<Amount> {
    let largest_bare = Exact::from(1_000_000);
    match amount {
        Amount::Point(number) if number.value().abs() < largest_bare => Some(Amount::Point(number.scaled(scale)?)),
        Amount::Range(low, high) if high.value().abs() < largest_bare => {
            Some(Amount::Range(low.scaled(scale)?, high.scaled(scale)?))
        }
        Amount::Point(_) | Amount::Range(..) | Amount::Vague(..) | Amount::Rate(..) => Some(amount),
    }
}
