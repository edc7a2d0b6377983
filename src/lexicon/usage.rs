//! What a house means by the words that English leaves bare: which gallon, whose dollar, and the
//! order of a date in digits.

use super::tables::LOCALES;
use super::{CurrencyForm, Phrase, Sense};
use crate::value::Unit;

/// A country's English: what it means by bare words.
#[derive(Debug, PartialEq, Eq)]
pub struct Locale {
    /// "en-GB".
    pub id: &'static str,
    /// How it writes dates in digits.
    pub dates: DateOrder,
    /// Units whose bare names stand for another, with that other.
    pub(super) measures: &'static [(Unit, Unit)],
    /// Whose "$" and "dollars" are.
    pub(super) dollar: Unit,
    /// Whose "cents" are.
    pub(super) cent: Unit,
}

impl Locale {
    /// What bare "cents" are hundredths of.
    pub(crate) const fn cent(&self) -> Unit {
        self.cent
    }
}

/// In which order a date in digits gives its day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// "03/04/2024" is in March.
    MonthFirst,
    /// "03/04/2024" is in April.
    DayFirst,
    /// "03/04/2024" is in either.
    Unsettled,
}

/// What a house means by bare words: as its country does, its money apart.
///
/// ```
/// use factdiff::lexicon::{self, Usage};
/// let usage = Usage::of(lexicon::locale("en-AU").expect("a known locale"));
/// assert_eq!(usage.dollar().id(), "AUD");
/// let usage = usage.paying_in(lexicon::unit("NZD").expect("a currency"));
/// assert_eq!(usage.dollar().id(), "NZD");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    locale: &'static Locale,
    /// What a bare "$" stands for, where it is not the locale's.
    money: Option<Unit>,
}

impl Default for Usage {
    /// That of the United States, which the lexicon is written in.
    fn default() -> Self {
        Self::of(&LOCALES[0])
    }
}

impl Usage {
    /// That of a country.
    pub const fn of(locale: &'static Locale) -> Self {
        Self { locale, money: None }
    }

    /// The same with another money for a bare "$".
    #[must_use]
    pub const fn paying_in(self, money: Unit) -> Self {
        Self { money: Some(money), ..self }
    }

    /// The country's.
    pub const fn locale(self) -> &'static Locale {
        self.locale
    }

    /// What a bare "$" stands for.
    pub fn dollar(self) -> Unit {
        self.money.unwrap_or(self.locale.dollar)
    }

    /// What bare "cents" are hundredths of.
    pub(crate) fn cent(self) -> Unit {
        self.money.unwrap_or(self.locale.cent)
    }

    /// The unit that a phrase stands for, which stands for `unit` in the United States.
    pub(crate) fn measure(self, unit: Unit, phrase: &Phrase) -> Unit {
        if phrase.senses.contains(&Sense::Bare) { self.named(unit) } else { unit }
    }

    /// The unit that is meant where one is named by its identifier: "gallon".
    pub(crate) fn named(self, unit: Unit) -> Unit {
        self.locale.measures.iter().find(|(bare, _)| *bare == unit).map_or(unit, |&(_, meant)| meant)
    }

    /// The currency that a phrase stands for, which stands for `unit` in the United States.
    pub(crate) fn money(self, unit: Unit, form: CurrencyForm, phrase: &Phrase) -> Unit {
        if !phrase.senses.contains(&Sense::Bare) {
            return unit;
        }
        match form {
            CurrencyForm::Minor | CurrencyForm::MinorSign => self.cent(),
            CurrencyForm::Symbol
            | CurrencyForm::Initial
            | CurrencyForm::Code
            | CurrencyForm::CodeAfter
            | CurrencyForm::Word
            | CurrencyForm::Shy => self.dollar(),
        }
    }

    /// The unit under whose own bare words the house knows this one: "gallon" for the imperial one in
    /// Britain. None where its words stand for another there.
    pub(crate) fn bare(self, unit: Unit) -> Option<Unit> {
        let usual = Self::default();
        let mut pairs = self.locale.measures.iter().copied().chain([(usual.dollar(), self.dollar())]);
        if let Some((bare, _)) = pairs.clone().find(|&(_, meant)| meant == unit) {
            return Some(bare);
        }
        (!pairs.any(|(bare, _)| bare == unit)).then_some(unit)
    }
}

/// The locale of this name.
pub fn locale(id: &str) -> Option<&'static Locale> {
    LOCALES.iter().find(|locale| locale.id == id)
}

/// Every locale the lexicon knows, that of its own data first.
pub fn locales() -> impl Iterator<Item = &'static Locale> {
    LOCALES.iter()
}
