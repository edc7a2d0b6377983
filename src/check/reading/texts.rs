//! What is known of texts: a map that is written and read as it stands.

use serde::{Deserialize, Serialize};
use string_interner::StringInterner;
use string_interner::backend::StringBackend;
use string_interner::symbol::{Symbol, SymbolU32};

/// A value for each of some texts.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::check) struct ByText<T> {
    texts: StringInterner<StringBackend<SymbolU32>>,
    values: Vec<T>,
}

impl<T> Default for ByText<T> {
    fn default() -> Self {
        Self { texts: StringInterner::new(), values: Vec::new() }
    }
}

impl<T> ByText<T> {
    /// The value of a text.
    pub(in crate::check) fn get(&self, text: &str) -> Option<&T> {
        self.values.get(self.texts.get(text)?.to_usize())
    }

    /// The value of a text, this one where it has none yet.
    pub(in crate::check) fn or_insert(&mut self, text: &str, value: T) -> &mut T {
        let number = self.texts.get_or_intern(text).to_usize();
        if number == self.values.len() {
            self.values.push(value);
        }
        &mut self.values[number]
    }

    /// Gives a text a value, in place of the one it may have.
    pub(in crate::check) fn insert(&mut self, text: &str, value: T) {
        let number = self.texts.get_or_intern(text).to_usize();
        match self.values.get_mut(number) {
            Some(old) => *old = value,
            None => self.values.push(value),
        }
    }

    /// The texts that have one.
    pub(in crate::check) fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|(_, text)| text)
    }

    /// Whether no text has a value.
    pub(in crate::check) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}
