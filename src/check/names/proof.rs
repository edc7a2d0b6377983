//! What tells that a name with a slip in it is meant for somebody on record: an office of their own, or their age.

use jiff::{Unit, civil};

use super::spelling::{Likelihood, Slip};
use super::{ByBlock, class, person_of};
use crate::check::Verdict;
use crate::claim::{Claim, ClaimKind, Tenure, Value};
use crate::extract::name::Name;
use crate::lexicon::Sense;
use crate::reference::{Fact, Reference, RoleHeld};
use crate::span::{Span, offset};
use crate::text::{Token, Tokens};
use crate::value::Date;

/// How many tokens may stand between a name and an age: ", who at".
const NEAR: u32 = 3;
/// How many tokens before or behind a name may have whose office it is: "Spain's attorney general, ".
const OWNER: usize = 6;

/// A draft's claims as far as they are judged.
#[derive(Clone, Copy)]
pub(super) struct Draft<'a> {
    pub(super) prose: &'a str,
    pub(super) claims: &'a [Claim<'a>],
    /// One a claim.
    pub(super) verdicts: &'a [Verdict],
    pub(super) now: civil::Date,
}

/// Where a name stands.
pub(super) struct Place<'a> {
    pub(super) name: &'a Name,
    pub(super) tokens: &'a Tokens,
    pub(super) block: u32,
    pub(super) span: Span,
    /// The name as it is written.
    pub(super) text: &'a str,
}

/// Whether enough speaks for a slip, the likelier it is the less.
pub(super) fn is_enough(
    draft: Draft<'_>,
    (slip, place): (&Slip, &Place<'_>),
    by_block: &ByBlock<'_>,
    reference: &Reference,
) -> bool {
    let fact = &reference.facts[slip.fact];
    let mut roles = by_block
        .of_block(place.block)
        .map(|(_, claim)| claim)
        .filter(|claim| claim.kind == ClaimKind::Role && claim.span.overlaps(place.span));
    let held = roles.next();
    let owned = || held.and_then(|claim| owned(fact, claim));
    // Where the right name stands too, they may be two people.
    let one = || !draft.prose.contains(&*slip.right);
    let aged = || (is_of_age(draft, (slip, place), fact) || has_age(draft, place, by_block, fact)) && one();
    match slip.likelihood {
        Likelihood::Sure | Likelihood::Near | Likelihood::Beside => true,
        Likelihood::WithOffice => held.is_some(),
        Likelihood::WithOwnOffice => owned().is_some() || aged(),
        Likelihood::WithProof => {
            let own = |claim| is_own(draft, (claim, place), fact);
            // "Mario Silva, 52, a farmer", is no Maria Silva who is as old and a finance director.
            owned().is_some_and(|said| said.is_telling()) && held.is_some_and(own) && one()
                || held.is_none_or(own) && aged()
        }
    }
}

/// The office of a claim, where it is one that a person holds or held.
pub(super) fn owned(fact: &Fact, claim: &Claim<'_>) -> Option<class::Said> {
    let (person, Value::Role(role)) = (person_of(fact)?, &claim.value) else { return None };
    Some(class::Said::of(&role.role)).filter(|said| person.roles.iter().any(|held| said.names(held)))
}

/// Whether nothing tells that somebody else held such an office, elsewhere or before: no "former", no "Spanish attorney
/// general" or "Attorney General Maria Lund of Spain", no "In 2001" of one who has held it since 2023.
fn is_own(draft: Draft<'_>, (claim, place): (&Claim<'_>, &Place<'_>), fact: &Fact) -> bool {
    let (Some(person), Value::Role(role)) = (person_of(fact), &claim.value) else { return false };
    let said = class::Said::of(&role.role);
    let mut held = person.roles.iter().filter(|held| said.names(held)).peekable();
    held.peek().is_some()
        && role.tenure == Tenure::Current
        && said.has_no_more_than(&person.roles, of_place(draft.prose, place).chain(owners(draft.prose, place)))
        && held.any(|held| years(draft.prose, place).all(|year| is_held_in(held, year)))
}

/// The words of a place or body behind a name: "Lund of Spain".
fn of_place<'a>(prose: &'a str, place: &Place<'a>) -> impl Iterator<Item = &'a str> {
    let behind = place.tokens.tokens.get(place.name.tokens.end..).unwrap_or_default();
    let of = behind.first().is_some_and(|token| matches!(token.text(prose), "of" | "from" | "for"));
    let article = |token: &&Token| token.word.is_some_and(|word| word.is(Sense::Article));
    let names = behind.iter().skip(1).skip_while(article).take_while(|token| token.is_capitalised());
    names.filter(move |_| of).map(|token| token.text(prose))
}

/// The places or bodies whose office it is: "Spain's attorney general, Maria Lund".
fn owners<'a>(prose: &'a str, place: &Place<'a>) -> impl Iterator<Item = &'a str> {
    let tokens = &place.tokens.tokens;
    let own = place.name.tokens.clone();
    let around = (own.start.saturating_sub(OWNER)..own.start).chain(own.end..tokens.len().min(own.end + OWNER));
    // "City Clerk Maria Lund's office": the name is nobody's office's.
    let sign = move |at: &usize| *at != own.end && matches!(tokens[*at].text(prose), "'s" | "’s" | "'" | "’");
    let owners = around.filter(sign).filter_map(|sign| tokens.get(sign.checked_sub(1)?));
    owners.filter(|owner| owner.is_capitalised()).map(|owner| owner.text(prose))
}

/// The years that stand in the sentence of a name.
fn years(prose: &str, place: &Place<'_>) -> impl Iterator<Item = i16> {
    let sentence = place.tokens.sentences.iter().find(|sentence| sentence.contains(&place.name.tokens.start));
    let tokens = sentence.map_or(&[][..], |sentence| &place.tokens.tokens[sentence.clone()]);
    let four = tokens.iter().map(|token| token.text(prose)).filter(|text| text.len() == 4);
    four.filter_map(|text| text.parse().ok())
}

fn is_held_in(held: &RoleHeld, year: i16) -> bool {
    let begins = held.from.and_then(Date::days).is_none_or(|(first, _)| first.year() <= year);
    begins && held.until.and_then(Date::days).is_none_or(|(_, last)| last.year() >= year)
}

/// "Leontina Abara" where the draft has "Abara, 64," and so old is Leontine: whether an age of the person is given.
fn is_of_age(draft: Draft<'_>, (slip, place): (&Slip, &Place<'_>), fact: &Fact) -> bool {
    let surname = slip.right.split_whitespace().next_back();
    let kept = surname.is_some_and(|surname| place.text.ends_with(surname));
    let ages = draft.claims.iter().zip(draft.verdicts).filter(|(claim, _)| claim.kind == ClaimKind::Age);
    let mut own = ages.filter(|(_, verdict)| **verdict == Verdict::Supported(slip.fact));
    kept && person_of(fact).is_some_and(|person| person.born.is_some()) && own.next().is_some()
}

/// "Dorothy Asche, who at 91 is the oldest", of Dorothy Ashe, who is 91.
fn has_age(draft: Draft<'_>, place: &Place<'_>, by_block: &ByBlock<'_>, fact: &Fact) -> bool {
    let end = offset(place.name.tokens.end);
    let beside =
        |claim: &Claim<'_>| claim.kind == ClaimKind::Age && (end + 1..=end + NEAR).contains(&claim.place.tokens.start);
    let age = by_block.of_block(place.block).map(|(_, claim)| claim).find(|claim| beside(claim));
    let years = |born: civil::Date| born.until((Unit::Year, draft.now)).ok().map(|span| i64::from(span.get_years()));
    let own = person_of(fact).and_then(|person| years(person.born.filter(|_| person.died.is_none())?));
    let said =
        age.and_then(|age| age.value.quantity()).filter(|said| said.unit.is_some_and(|unit| unit.id() == "year"));
    let said = said.and_then(|said| i64::try_from(said.point()?.value().floor()).ok());
    own.is_some() && own == said
}
