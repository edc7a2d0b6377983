//! The right figure or date in the draft's own style: "1.5 million" → "1.4 million", "a trio" → "a
//! quartet". Where the style leaves a doubt, there is no replacement.

mod calendar;
mod figure;
mod written;

use super::compare::compare;
use super::outcome::{Against, Agreement, Comparison, Conflict, Held, Outcome};
use crate::claim::{Claim, Value};
use crate::finding::Fix;
use crate::source::Document;
use crate::span::{Span, offset};
use crate::value::{Amount, Date, DateSpan, Interval, Number, Quantity};

/// What to write instead of a claim's core, in the text of the draft's file.
pub(super) fn replacement(draft: &str, claim: &Claim<'_>, comparison: &Comparison<'_>) -> Option<String> {
    match comparison.outcome {
        Outcome::Contradicted(Conflict::Value | Conflict::LooseBound | Conflict::WrongSide | Conflict::Date)
        | Outcome::Outdated { .. } => {}
        Outcome::Contradicted(Conflict::Direction | Conflict::Currency | Conflict::Points)
        | Outcome::Supported(_)
        | Outcome::Silent => return None,
    }
    let core = draft.get(claim.core.range())?;
    let held = held(comparison);
    let new = match (&claim.value, held) {
        (Value::Quantity(quantity), _) => of_figure(core, claim, quantity, comparison)?,
        (Value::Date(date, _), Some(Value::Date(fact, _))) => calendar::date(core, *date, *fact)?,
        (Value::Date(date, _), None) => calendar::date(core, *date, edge(comparison)?)?,
        (Value::Time(time, _), Some(Value::Time(fact, _))) => calendar::time(core, *time, *fact)?,
        (Value::Score(score), Some(Value::Score(fact))) => figure::score(core, *score, *fact)?,
        (Value::Rank(rank), Some(Value::Rank(fact))) => figure::rank(core, *rank, *fact)?,
        (_, _) => return None,
    };
    let before = &draft[..claim.core.range().start];
    (new != core && written::article_stays(before, core, &new)).then_some(new)
}

/// Whether all that a fix would change are words of the draft: markup among them stays as it is.
pub(super) fn spares_markup(document: &Document<'_>, fix: &Fix) -> bool {
    let Some(old) = document.file.get(fix.span.range()) else { return false };
    let alike = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(old, new)| old == new).map(|(letter, _)| letter.len_utf8()).sum()
    };
    let start = alike(&mut old.chars().zip(fix.replacement.chars()));
    let (rest, new) = (&old[start..], &fix.replacement[start..]);
    let end = old.len() - alike(&mut rest.chars().rev().zip(new.chars().rev()));
    let place = |at: usize| fix.span.start() + offset(at);
    Span::new(place(start), place(end)).is_none_or(|changed| document.map.is_plain(changed))
}

/// What the reference states, where that is one value.
fn held<'f>(comparison: &Comparison<'f>) -> Option<&'f Value<'static>> {
    match comparison.against {
        Against::Value(Held { claim, .. }) => Some(&claim.value),
        Against::History(_) | Against::Since { .. } | Against::Life { .. } => None,
    }
}

/// The date with which a time that runs or a life begins: the only end that a date is said to be
/// wrong about without another in sight.
fn edge(comparison: &Comparison<'_>) -> Option<DateSpan> {
    match comparison.against {
        Against::Since { since, until: None } => Some(DateSpan::on(since)),
        Against::Life { born, died: None } => Some(DateSpan::on(Date::Day(born))),
        Against::Value(_) | Against::History(_) | Against::Since { .. } | Against::Life { .. } => None,
    }
}

fn of_figure(core: &str, claim: &Claim<'_>, quantity: &Quantity, comparison: &Comparison<'_>) -> Option<String> {
    let nominal = comparison.arithmetic.as_ref()?.nominal;
    let agrees = |amount: Amount| {
        let value = Value::Quantity(Quantity { amount, ..*quantity });
        let outcome = compare(&Claim { value, ..claim.clone() }, comparison.against, comparison.setting)?.outcome;
        matches!(outcome, Outcome::Supported(Agreement::Plain | Agreement::Rounded)).then_some(())
    };
    match quantity.amount {
        Amount::Point(number) if !number.value().is_negative() => {
            let target = target(nominal, comparison)?;
            let fits = |number: Number| agrees(Amount::Point(number)).is_some();
            figure::point(core, number, quantity.hedge, target, &fits)
        }
        Amount::Range(low, high) if !low.value().is_negative() => {
            let (Some(first), Some(last)) = (nominal.low.value(), nominal.high.value()) else { return None };
            let fits = |low, high| agrees(Amount::Range(low, high)).is_some();
            (first < last).then(|| figure::range(core, (low, high), (first, last), &fits)).flatten()
        }
        Amount::Point(_) | Amount::Range(..) | Amount::Vague(..) | Amount::Rate(..) => None,
    }
}

/// The one value to write: of an age or a time that has run, how long it has been.
fn target(nominal: Interval, comparison: &Comparison<'_>) -> Option<crate::value::Exact> {
    let runs = !matches!(held(comparison), Some(Value::Quantity(_) | Value::Change(_)));
    nominal.only().or_else(|| nominal.low.value().filter(|_| runs))
}

#[cfg(test)]
mod tests;
