//! Figures that a fact tells how to read: a draft of Dublin that says "42 cents" means those of the euro, a median age is
//! so many years, and "in January" may be the last one.

use jiff::civil;

use super::{Mark, Scene, telltale};
use crate::check::compare::outcome::Against;
use crate::check::reading::profile::Profile;
use crate::claim::{Claim, ClaimKind, Value};
use crate::lexicon::{self, CurrencyForm, Direction, Movement, Sense, Word};
use crate::reference::{Fact, Form};
use crate::text::TokenKind;
use crate::value::{Amount, Change, Date, DateSpan, Dimension, Quantity, Unit};

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

/// The claim in the unit of the figure before it, where it is a number alone: "takes 27 minutes, against 45 by bus", "6.8
/// billion kronor, more than double the 3.1 billion that".
pub(super) fn in_the_unit_before<'t>(
    scene: &Scene<'_>,
    mark: &Mark,
    (claim, before): (&Claim<'t>, &[Claim<'_>]),
    against: Against<'_>,
) -> Option<Claim<'t>> {
    let Value::Quantity(quantity) = claim.value else { return None };
    let alone = claim.kind == ClaimKind::Count && claim.of.is_none() && quantity.unit.is_none();
    let ends = scene.tokens.get(mark.whole.end).is_none_or(|next| {
        let small = |word: Word| word.is_one_of([Sense::Preposition, Sense::Relative, Sense::Opens]);
        match next.text(scene.prose) {
            "," | "." | ";" | ":" | ")" => true,
            "of" | "to" => false,
            _ => next.word.is_some_and(small),
        }
    });
    let measured = |own: &&Claim<'_>| own.value.quantity().is_some_and(|own| own.unit.is_some());
    let last = before.iter().rev().find(measured).filter(|_| alone && ends)?;
    let unit = last.value.quantity()?.unit?;
    let alike = unit_of(against).is_some_and(|held| held.dimension() == unit.dimension());
    let meant = Value::Quantity(Quantity { unit: Some(unit), ..quantity });
    alike.then(|| Claim { kind: last.kind, value: meant, ..claim.clone() })
}

/// The claim as a length of time, where a fact says how old many are and gives it in years: "the median age is 37.4
/// years".
pub(super) fn in_its_years<'t>(claim: &Claim<'t>, against: Against<'_>, fact: &Fact) -> Option<Claim<'t>> {
    let of_age = || fact.measure.iter().any(|phrase| phrase.split(' ').any(|word| word.eq_ignore_ascii_case("age")));
    let in_years = || claim_of(against).is_some_and(|held| held.kind == ClaimKind::Duration);
    let meant = claim.kind == ClaimKind::Age && of_age() && in_years();
    meant.then(|| Claim { kind: ClaimKind::Duration, ..claim.clone() })
}

/// The claim as an age, where a sentence opens with it before a name: "At 64, Ana Prieto still works".
pub(super) fn in_its_life<'t>(
    scene: &Scene<'_>,
    mark: &Mark,
    claim: &Claim<'t>,
    against: Against<'_>,
) -> Option<Claim<'t>> {
    let Value::Quantity(quantity) = claim.value else { return None };
    let text = |at: usize| scene.tokens.get(at).map_or("", |token| token.text(scene.prose));
    let first = scene.sentence.start;
    let named = scene.outline.names.iter().any(|name| name.tokens.start == mark.whole.end + 1);
    let opens = mark.whole.start == first + 1 && text(first) == "At" && text(mark.whole.end) == "," && named;
    let alone = claim.kind == ClaimKind::Count && claim.of.is_none() && quantity.unit.is_none();
    let meant = Value::Quantity(Quantity { unit: lexicon::unit("year"), ..quantity });
    let life = matches!(against, Against::Life { .. });
    (life && opens && alone).then(|| Claim { kind: ClaimKind::Age, value: meant, ..claim.clone() })
}

/// The claim without the stretch of time of a rate, where the fact tells that in words: "advances 11 metres a day" of a
/// fact of 11 metres whose measure is "advances a day".
pub(super) fn in_its_rate<'t>(claim: &Claim<'t>, against: Against<'_>, fact: &Fact) -> Option<Claim<'t>> {
    let Value::Quantity(quantity) = claim.value else { return None };
    let (base, each) = quantity.unit?.id().rsplit_once("-per-")?;
    let base = lexicon::unit(base)?;
    let sentence = if let Form::Sentence { text, .. } = &fact.form { Some(text) } else { None };
    let mut words = fact.measure.iter().chain(sentence).flat_map(|phrase| phrase.split([' ', '.', ',']));
    let told = words.any(|word| word == each);
    let alike = unit_of(against).is_some_and(|held| held.dimension() == base.dimension());
    let meant = Quantity { unit: Some(base), ..quantity };
    (told && alike).then(|| Claim { value: Value::Quantity(meant), ..claim.clone() })
}

/// The claim in percentage points, where it counts points and a fact is in those: "within the 1.5 points at which a recount
/// must be offered".
pub(super) fn in_its_points<'t>(claim: &Claim<'t>, against: Against<'_>) -> Option<Claim<'t>> {
    let Value::Quantity(quantity) = claim.value else { return None };
    let unit = unit_of(against).filter(|unit| unit.dimension() == Dimension::Points)?;
    let points =
        claim.kind == ClaimKind::Count && claim.of.as_deref().is_some_and(|of| matches!(of, "points" | "point"));
    let held = claim_of(against)?;
    let meant = Value::Quantity(Quantity { unit: Some(unit), ..quantity });
    points.then(|| Claim { kind: held.kind, value: meant, ..claim.clone() })
}

/// The claim as a change, where a fact tells by how much something moved and the clause says in its words that it did:
/// "reduced the risk of infection 64 percent".
pub(super) fn in_its_movement<'t>(
    scene: &Scene<'_>,
    (mark, profile): (&Mark, &Profile),
    claim: &Claim<'t>,
    against: Against<'_>,
) -> Option<Claim<'t>> {
    let Value::Quantity(quantity) = claim.value else { return None };
    let Value::Change(held) = &claim_of(against)?.value else { return None };
    let by = held.by.filter(|by| claim.kind == ClaimKind::Percent && by.unit == quantity.unit)?;
    let moves = |at: usize| {
        let senses = scene.tokens[at].word.into_iter().flat_map(Word::senses);
        let mut directions = senses.filter_map(|sense| match sense {
            Sense::Movement(direction, Movement::Moves | Movement::Moved) => Some(direction),
            _ => None,
        });
        directions.next().filter(|_| scene.is_own(at, profile))
    };
    let direction = (scene.clause(&mark.figure).tokens.start..mark.figure.start).rev().find_map(moves)?;
    let point = quantity.point()?;
    let amount = Amount::Point(if direction == Direction::Down { point.negated() } else { point });
    let by = Quantity { amount, hedge: quantity.hedge, ..by };
    let value = Value::Change(Box::new(Change { by: Some(by), from: None, to: None }));
    Some(Claim { kind: ClaimKind::Change, value, ..claim.clone() })
}

/// The claim in degrees of temperature, where it says degrees alone and a fact has those: "averaged 21.3 degrees".
pub(super) fn in_its_degrees<'t>(claim: &Claim<'t>, against: Against<'_>) -> Option<Claim<'t>> {
    let Value::Quantity(quantity) = claim.value else { return None };
    let unit = unit_of(against).filter(|unit| unit.dimension() == Dimension::Temperature)?;
    let bare = quantity.unit.is_some_and(|own| own.id() == "degree");
    let meant = Value::Quantity(Quantity { unit: Some(unit), ..quantity });
    bare.then(|| Claim { value: meant, ..claim.clone() })
}

/// The claim in the year before, where a month or day without a year was read as one to come, and the fact's own is the
/// same of the past: "laid off 430 people in January", of last January, told in September.
pub(super) fn in_its_year<'t>(
    scene: &Scene<'_>,
    mark: &Mark,
    claim: &Claim<'t>,
    against: Against<'_>,
    now: civil::Date,
) -> Option<Claim<'t>> {
    let Value::Date(told, hedge) = claim.value else { return None };
    let Value::Date(held, _) = claim_of(against)?.value else { return None };
    let is_year = |at: usize| scene.tokens[at].kind == TokenKind::Number && scene.text(at..at + 1).len() == 4;
    let from = match (told.from, held.from) {
        (Date::Month(year, month), Date::Month(own, other)) if month == other => Some((year, own)),
        (Date::Month(year, month), Date::Day(own)) if month == own.month() => Some((year, own.year())),
        (Date::Day(day), Date::Day(own)) if (day.month(), day.day()) == (own.month(), own.day()) => {
            Some((day.year(), own.year()))
        }
        (_, _) => None,
    };
    let (year, own) = from.filter(|_| !told.relative && told.to.is_none())?;
    let to_come = told.from.days().is_some_and(|(first, _)| first > now);
    let past = held.from.days().is_some_and(|(first, _)| first <= now);
    let meant = to_come && past && own + 1 == year && !mark.figure.clone().any(is_year);
    let date = match told.from {
        Date::Month(_, month) => Date::Month(own, month),
        _ => held.from,
    };
    meant.then(|| Claim { value: Value::Date(DateSpan::on(date), hedge), ..claim.clone() })
}

/// "in June", of a fact that says 2014: whether a date without its year says nothing of the only thing that the fact does.
pub(super) fn is_of_any_year(scene: &Scene<'_>, mark: &Mark, claim: &Claim<'_>, against: Against<'_>) -> bool {
    let Value::Date(told, _) = claim.value else { return false };
    let yearly = |held: &Claim<'_>| matches!(held.value, Value::Date(held, _) if matches!(held.from, Date::Year(_)));
    let dated = matches!(told.from, Date::Month(..) | Date::Day(_)) && !told.relative;
    dated && !telltale::is_year_written(scene, mark) && claim_of(against).is_some_and(yearly)
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
