//! Counts: "34 people", "two Russian officials", "1.5 million casualties".

use super::{Candidate, Sentence};
use crate::claim::{ClaimKind, Value};
use crate::extract::numeral::NumeralForm;
use crate::text::TokenKind;
use crate::value::{Hedge, Quantity};

/// Proposes every numeral as a count of the words after it.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    for numeral in sentence.numerals {
        if matches!(numeral.form, NumeralForm::Ordinal | NumeralForm::Fraction) {
            continue;
        }
        let core = numeral.tokens.clone();
        let counted = sentence.tokens.get(core.end).is_some_and(|next| next.kind == TokenKind::Word);
        let end = core.end + usize::from(counted);
        candidates.push(Candidate {
            kind: ClaimKind::Count,
            whole: core.start..end,
            value: Value::Quantity(Quantity { amount: numeral.amount, unit: None, hedge: Hedge::Exact }),
            of: counted.then_some(core.end..end),
            core,
        });
    }
}
