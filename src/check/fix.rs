//! The right figure or date in the draft's own style: "1.5 million" → "1.4 million", "a trio" → "a
//! quartet". Where the style leaves a doubt, there is no replacement.

mod calendar;
mod figure;
mod unit;
mod written;

use super::compare::compare;
use crate::check::compare::outcome::{Against, Agreement, Comparison, Conflict, Edge, Held, Outcome};
use crate::claim::{Claim, Value};
use crate::finding::{Fix, Slip};
use crate::lexicon::Usage;
use crate::source::Document;
use crate::value::{Amount, Change, Date, DateSpan, Exact, Hedge, Interval, Number, Quantity, Unit};

/// What to write instead of a claim's core, in the text of the draft's file and in the usage of its house.
pub(super) fn replacement(
    draft: &str,
    usage: Usage,
    claim: &Claim<'_>,
    comparison: &Comparison<'_>,
    slip: Option<Slip>,
) -> Option<String> {
    // What somebody is quoted with may be wrong and still be what was said.
    if claim.quoted {
        return None;
    }
    let core = draft.get(claim.core.range())?;
    let new = match comparison.outcome {
        Outcome::Contradicted(Conflict::Currency) if slip == Some(Slip::Currency) => {
            let (written, right) = units(claim, comparison)?;
            unit::currency(core, written, right, usage)?
        }
        Outcome::Contradicted(Conflict::Value) if is_own_unit(claim, comparison, slip) => {
            let (written, right) = units(claim, comparison)?;
            unit::named(core, written, right, usage)?
        }
        Outcome::Contradicted(Conflict::Value | Conflict::LooseBound | Conflict::WrongSide | Conflict::Date)
        | Outcome::Outdated { .. } => another_value(core, claim, comparison)?,
        Outcome::Contradicted(Conflict::Direction | Conflict::Currency | Conflict::Points)
        | Outcome::Supported(_)
        | Outcome::Silent => return None,
    };
    let before = &draft[..claim.core.range().start];
    (new != core && written::article_stays(before, core, &new)).then_some(new)
}

fn another_value(core: &str, claim: &Claim<'_>, comparison: &Comparison<'_>) -> Option<String> {
    match (&claim.value, held(comparison)) {
        (Value::Quantity(_) | Value::Change(_), _) => of_figure(core, claim, comparison),
        (Value::Date(date, _), Some(Value::Date(fact, _))) => calendar::date(core, *date, *fact),
        (Value::Date(date, _), None) => calendar::date(core, *date, edge(comparison)?),
        (Value::Time(time, _), Some(Value::Time(fact, _))) => calendar::time(core, *time, *fact),
        (Value::Score(score), Some(Value::Score(fact))) => figure::score(core, *score, *fact),
        (Value::Rank(rank), Some(Value::Rank(fact))) => figure::rank(core, *rank, *fact),
        (_, _) => None,
    }
}

/// The unit that the draft gives, and the one that the reference states.
fn units(claim: &Claim<'_>, comparison: &Comparison<'_>) -> Option<(Unit, Unit)> {
    let (Value::Quantity(written), Some(Value::Quantity(right))) = (&claim.value, held(comparison)) else {
        return None;
    };
    Some((written.unit?, right.unit?))
}

/// Whether the figure is right in the unit that the reference states.
fn is_own_unit(claim: &Claim<'_>, comparison: &Comparison<'_>, slip: Option<Slip>) -> bool {
    let Some(Slip::Unit(unit)) = slip else { return false };
    units(claim, comparison).is_some_and(|(_, right)| right == unit)
}

/// Whether markup among the words that a fix replaces stays as it is, each piece in its turn.
pub(super) fn spares_markup(document: &Document<'_>, fix: &Fix) -> bool {
    let mut rest = fix.replacement.as_str();
    document.map.markup(fix.span).iter().all(|markup| {
        let piece = document.file.get(markup.range()).unwrap_or_default();
        let found = rest.find(piece);
        rest = found.map_or("", |at| &rest[at + piece.len()..]);
        found.is_some()
    })
}

/// What the reference states, where that is one value.
fn held<'f>(comparison: &Comparison<'f>) -> Option<&'f Value<'static>> {
    match comparison.against {
        Against::Value(Held { claim, .. }) => Some(&claim.value),
        Against::History(_) | Against::Since { .. } | Against::Life { .. } => None,
    }
}

/// The date with which a time that runs or a life begins: the only end that a date is said to be
/// wrong about without another in sight. Of what is said to have ended, the date with which it did.
fn edge(comparison: &Comparison<'_>) -> Option<DateSpan> {
    match comparison.against {
        Against::Since { until: Some(_), .. } | Against::Life { died: Some(_), .. }
            if comparison.setting.edge == Edge::End =>
        {
            comparison.date().map(DateSpan::on)
        }
        Against::Since { since, until: None } => Some(DateSpan::on(since)),
        Against::Life { born, died: None } => Some(DateSpan::on(Date::Day(born))),
        Against::Value(_) | Against::History(_) | Against::Since { .. } | Against::Life { .. } => None,
    }
}

fn of_figure(core: &str, claim: &Claim<'_>, comparison: &Comparison<'_>) -> Option<String> {
    let arithmetic = comparison.arithmetic.as_ref()?;
    let (claimed, nominal) = (arithmetic.claimed, arithmetic.nominal);
    let outcome = |quantity: Quantity| {
        let value = with_figure(&claim.value, claimed, quantity)?;
        Some(compare(&Claim { value, ..claim.clone() }, comparison.against, comparison.setting)?.outcome)
    };
    let agrees = |amount: Amount| {
        let outcome = outcome(Quantity { amount, ..claimed });
        matches!(outcome, Some(Outcome::Supported(Agreement::Plain | Agreement::Rounded)))
    };
    match claimed.amount {
        Amount::Point(number) => {
            let loose = Quantity { hedge: Hedge::About, ..claimed };
            // "more than 90,000" where it is 88,700: the figure may be meant, and its bound wrong.
            if claimed.hedge.is_bound() && outcome(loose).is_some_and(|outcome| outcome.is_supported()) {
                return None;
            }
            let target = target(nominal, comparison)?;
            if !number.value().is_negative() {
                return figure::point(core, number, claimed, target, &|new| agrees(Amount::Point(new)));
            }
            let fits = |new: Number| agrees(Amount::Point(new.negated()));
            let below_zero = target.is_negative() && !claimed.hedge.is_bound();
            below_zero.then(|| figure::point(core, number.negated(), claimed, target.abs(), &fits)).flatten()
        }
        Amount::Range(low, high) if !low.value().is_negative() => {
            let (Some(first), Some(last)) = (nominal.low.value(), nominal.high.value()) else { return None };
            let fits = |low, high| agrees(Amount::Range(low, high));
            (first < last).then(|| figure::range(core, (low, high), (first, last), &fits)).flatten()
        }
        Amount::Range(..) | Amount::Vague(..) | Amount::Rate(..) => None,
    }
}

/// A value with another figure in the place of the one that was compared; of a movement, that is
/// how far it went or where it ended.
fn with_figure(value: &Value<'_>, claimed: Quantity, new: Quantity) -> Option<Value<'static>> {
    match value {
        Value::Quantity(_) => Some(Value::Quantity(new)),
        Value::Change(change) => {
            let mut change = change.clone();
            let number = |quantity: Quantity| quantity.point().map(Number::value);
            let by = change.by.and_then(number);
            if change.to.is_some() && change.to.and_then(number) == number(claimed) {
                *change = Change { by: None, to: Some(new), ..*change };
            } else if by == number(claimed) {
                change.by = Some(new);
            } else if by.map(Exact::negated) == number(claimed) {
                change.by = Some(Quantity { amount: Amount::Point(new.point()?.negated()), ..new });
            } else {
                return None;
            }
            Some(Value::Change(change))
        }
        Value::Date(..)
        | Value::Time(..)
        | Value::Rank(_)
        | Value::Score(_)
        | Value::Role(_)
        | Value::Quote(_)
        | Value::Statement(..) => None,
    }
}

/// The one value to write: of an age or a time that has run, how long it has been.
fn target(nominal: Interval, comparison: &Comparison<'_>) -> Option<Exact> {
    let runs = !matches!(held(comparison), Some(Value::Quantity(_) | Value::Change(_)));
    nominal.only().or_else(|| nominal.low.value().filter(|_| runs))
}

#[cfg(test)]
mod tests;
