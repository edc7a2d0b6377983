//! Figures that a fact tells how to read: a draft of Dublin that says "42 cents" means those of the euro, and a median age
//! is so many years.

use super::{Mark, Scene};
use crate::check::compare::outcome::Against;
use crate::claim::{Claim, ClaimKind, Value};
use crate::lexicon::{self, CurrencyForm, Sense};
use crate::reference::Fact;
use crate::value::{Quantity, Unit};

/// The claim in the money that a fact is in, where it says no more than "cents" and that money has some: "a dividend of
/// 42 cents" of a fact that says €0.42.
pub(super) fn in_its_money<'t>(
    scene: &Scene<'_>,
    mark: &Mark,
    claim: &Claim<'t>,
    against: Against<'_>,
) -> Option<Claim<'t>> {
    let Value::Quantity(quantity) = &claim.value else { return None };
    let says = |form: fn(&CurrencyForm) -> bool| mark.whole.clone().any(|at| has_form(scene, at, form));
    let whole = |form: &CurrencyForm| !matches!(form, CurrencyForm::Minor | CurrencyForm::MinorSign);
    let bare = mark.whole.clone().any(|at| is_bare_cent(scene, at));
    if claim.kind != ClaimKind::Money || !bare || says(whole) {
        return None;
    }
    let unit = unit_of(against).filter(|unit| Some(*unit) != quantity.unit)?;
    let has_cents = lexicon::locales().any(|locale| locale.cent() == unit);
    has_cents.then(|| Claim { value: Value::Quantity(Quantity { unit: Some(unit), ..*quantity }), ..claim.clone() })
}

/// The claim as a length of time, where a fact says how old many are and gives it in years: "the median age is 37.4
/// years".
pub(super) fn in_its_years<'t>(claim: &Claim<'t>, against: Against<'_>, fact: &Fact) -> Option<Claim<'t>> {
    let of_age = fact.measure.iter().any(|phrase| phrase.split(' ').any(|word| word.eq_ignore_ascii_case("age")));
    let in_years = || claim_of(against).is_some_and(|held| held.kind == ClaimKind::Duration);
    let meant = claim.kind == ClaimKind::Age && of_age && in_years();
    meant.then(|| Claim { kind: ClaimKind::Duration, ..claim.clone() })
}

/// Whether a token is a word or sign of money in such a form.
fn has_form(scene: &Scene<'_>, at: usize, form: fn(&CurrencyForm) -> bool) -> bool {
    let fits = |sense: Sense| matches!(sense, Sense::Currency(_, own) if form(&own));
    scene.tokens[at].word.is_some_and(|word| word.senses().any(fits))
}

/// "cents", which in other countries are those of another money.
fn is_bare_cent(scene: &Scene<'_>, at: usize) -> bool {
    let minor = |sense: &Sense| matches!(sense, Sense::Currency(_, CurrencyForm::Minor | CurrencyForm::MinorSign));
    let phrases = scene.tokens[at].word.into_iter().flat_map(lexicon::Word::phrases);
    phrases
        .filter(|phrase| phrase.rest.is_empty())
        .any(|phrase| phrase.senses.contains(&Sense::Bare) && phrase.senses.iter().any(minor))
}

fn unit_of(against: Against<'_>) -> Option<Unit> {
    claim_of(against)?.value.quantity().and_then(|quantity| quantity.unit)
}

fn claim_of(against: Against<'_>) -> Option<&Claim<'static>> {
    match against {
        Against::Value(held) => Some(held.claim),
        Against::History(entries) => entries.first().map(|entry| &entry.value.claim),
        Against::Since { .. } | Against::Life { .. } => None,
    }
}
