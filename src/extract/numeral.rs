//! The grammar of numbers: "12,000", "1.5 million", "two and a half billion", "a dozen".
//!
//! Every finder of figures builds on the numerals of a sentence, which are read once.

use std::ops::Range;

use crate::text::{Token, TokenKind};
use crate::value::{Amount, Number};

/// A number in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Numeral {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Its value as written.
    pub(super) amount: Amount,
    /// How it is written.
    pub(super) form: NumeralForm,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumeralForm {
    /// "12,000", "1.5".
    Digits,
}

/// Appends the numbers of a sentence.
pub(super) fn read(prose: &str, tokens: &[Token], sentence: Range<usize>, numerals: &mut Vec<Numeral>) {
    for at in sentence {
        if tokens[at].kind != TokenKind::Number {
            continue;
        }
        if let Some(number) = digits(tokens[at].text(prose)) {
            numerals.push(Numeral { tokens: at..at + 1, amount: Amount::Point(number), form: NumeralForm::Digits });
        }
    }
}

/// The value of digits with separators: commas between groups, one decimal point.
fn digits(text: &str) -> Option<Number> {
    let mut value: i128 = 0;
    let mut exponent = 0;
    let mut decimals = false;
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
                exponent -= i32::from(decimals);
            }
            b'.' if !decimals => decimals = true,
            b',' if !decimals => {}
            _ => return None,
        }
    }
    Number::written(value, exponent)
}
