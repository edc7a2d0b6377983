//! A figure or date as the keys of a fact that says the same.

use jiff::civil;

use super::telling::Telling;
use crate::claim::{Claim, ClaimKind, Value};
use crate::lexicon::Usage;
use crate::reference::written::{Sketch, Written};
use crate::reference::{Fact, File, Form, Reference, load};
use crate::value::{Amount, Exact, Hedge, Quantity, Unit};

/// What a fact of this subject and measure says where it agrees with a claim; none where the format has no words for it.
pub(super) fn sketch(claim: &Claim<'_>, telling: &Telling<'_>, now: civil::Date, placed: &Sketch) -> Option<Sketch> {
    let ways = match &claim.value {
        Value::Date(date, _) => {
            let since =
                telling.figure.start.checked_sub(1).is_some_and(|at| telling.text(at).eq_ignore_ascii_case("since"));
            let key = if since && date.to.is_none() { "since" } else { "date" };
            vec![placed.clone().with(key, date.to_string()), placed.clone().with("date", as_written(claim, telling))]
        }
        Value::Quantity(_) | Value::Time(..) | Value::Rank(_) | Value::Score(_) | Value::Change(_) => {
            let told_on = telling.told_on().filter(|_| claim.kind != ClaimKind::Age);
            let as_of = match told_on {
                Some(date) if date.to.is_none() && date.days().is_some_and(|(first, _)| first <= now) => {
                    Some(date.to_string())
                }
                Some(_) => None,
                None => (runs(claim.kind) && !is_dated(telling, claim, now)).then(|| now.to_string()),
            };
            values(claim, telling, &placed.clone().with("as-of", as_of.unwrap_or_default()))
        }
        Value::Role(_) | Value::Quote(_) | Value::Statement(..) => Vec::new(),
    };
    ways.into_iter().find(|way| {
        read(way, telling.usage).is_some_and(|reference| reference.facts.iter().any(|fact| says(fact, claim)))
    })
}

/// The ways to write a value: as the draft has it, with its kind where that is not plain, and in normal form.
fn values(claim: &Claim<'_>, telling: &Telling<'_>, placed: &Sketch) -> Vec<Sketch> {
    let kind = claim.kind.name();
    let written = as_written(claim, telling);
    let mut ways =
        vec![placed.clone().with("value", written.clone()), placed.clone().with("value", written).with("kind", kind)];
    let plain = match &claim.value {
        Value::Quantity(quantity) => plainly(quantity),
        Value::Time(time, _) => Some((time.to_string(), None)),
        Value::Rank(rank) => Some((rank.to_string(), None)),
        Value::Score(score) => Some((format!("{}-{}", score.first, score.second), None)),
        Value::Change(_) | Value::Date(..) | Value::Role(_) | Value::Quote(_) | Value::Statement(..) => None,
    };
    if let Some((value, unit)) = plain {
        let value = placed.clone().with("value", value);
        ways.push(value.clone().with("unit", unit.unwrap_or_default()));
        ways.push(value.with("unit", unit.unwrap_or_default()).with("kind", kind));
    }
    ways
}

/// A figure in digits and the unit it is in.
fn plainly(quantity: &Quantity) -> Option<(String, Option<&'static str>)> {
    let number = match quantity.amount {
        Amount::Point(number) => in_words(number.value()),
        Amount::Range(low, high) => format!("{}-{}", low.value(), high.value()),
        Amount::Rate(..) | Amount::Vague(..) => return None,
    };
    Some((number, quantity.unit.map(Unit::id)))
}

/// A number with its millions in words: "189.5 million".
fn in_words(number: Exact) -> String {
    let scales = [("billion", 1_000_000_000), ("million", 1_000_000)];
    let large = scales.into_iter().find_map(|(name, ones)| {
        let ones = Exact::constant(ones, 1);
        let times = number.checked_div(ones).filter(|_| number >= ones)?.to_string();
        (!times.contains('/')).then(|| format!("{times} {name}"))
    });
    large.unwrap_or_else(|| number.to_string())
}

/// The figure as the draft has it. "About" is left out, for a fact is rounded to its last digit as it is; what says on
/// which side of the number the truth lies stays, and so does the verb of a movement.
fn as_written(claim: &Claim<'_>, telling: &Telling<'_>) -> String {
    let moves = matches!(claim.value, Value::Change(_));
    let bound = claim.value.hedge().is_bound();
    telling.written(if moves || bound { telling.figure.clone() } else { telling.core.clone() })
}

/// Whether figures of a kind grow old.
fn runs(kind: ClaimKind) -> bool {
    match kind {
        ClaimKind::Count
        | ClaimKind::Money
        | ClaimKind::Percent
        | ClaimKind::Ratio
        | ClaimKind::Duration
        | ClaimKind::Age => true,
        ClaimKind::Date
        | ClaimKind::Time
        | ClaimKind::Measurement
        | ClaimKind::Ordinal
        | ClaimKind::Change
        | ClaimKind::Score
        | ClaimKind::Role
        | ClaimKind::Quote
        | ClaimKind::Statement => false,
    }
}

/// Whether the sentence tells of another year than the draft's.
fn is_dated(telling: &Telling<'_>, claim: &Claim<'_>, now: civil::Date) -> bool {
    let year = |at: usize| telling.text(at).parse::<i16>().ok().filter(|year| (1000..now.year()).contains(year));
    claim.kind != ClaimKind::Age && telling.sentence.clone().any(|at| year(at).is_some())
}

/// A reference with this one fact.
fn read(sketch: &Sketch, usage: Usage) -> Option<Reference> {
    let sketch = sketch.clone().with("id", "one");
    let text = Written::read("", "").ok()?.with(&[sketch]);
    let file = File { usage, ..("", text.as_str()).into() };
    load([file], |_, path| Err(path.to_owned())).ok()
}

/// Whether a fact states what a claim does, hedges apart.
fn says(fact: &Fact, claim: &Claim<'_>) -> bool {
    match &fact.form {
        Form::Value(stated) | Form::Date(stated) => {
            let same = match (&stated.claim.value, &claim.value) {
                (Value::Quantity(fact), Value::Quantity(draft)) => {
                    fact.unit == draft.unit
                        && without_hedge(fact) == without_hedge(draft)
                        && (!draft.hedge.is_bound() || fact.hedge == draft.hedge)
                }
                (Value::Date(fact, _), Value::Date(draft, _)) => (fact.from, fact.to) == (draft.from, draft.to),
                (Value::Time(fact, _), Value::Time(draft, _)) => fact == draft,
                (fact, draft) => fact == draft,
            };
            same && stated.claim.kind == claim.kind
        }
        Form::Since { since, .. } => claim.value.date().is_some_and(|date| date.from == *since),
        Form::Sentence { .. }
        | Form::Values(_)
        | Form::Person(_)
        | Form::Quote { .. }
        | Form::Transcript { .. }
        | Form::Statement { .. } => false,
    }
}

fn without_hedge(quantity: &Quantity) -> Quantity {
    Quantity { hedge: Hedge::Exact, ..*quantity }
}
