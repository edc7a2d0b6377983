//! What tells that a name with a slip in it is meant for somebody on record: an office of their own, or their age.

use jiff::{Unit, civil};

use super::spelling::{Likelihood, Slip};
use super::{ByBlock, class, person_of};
use crate::check::Verdict;
use crate::claim::{Claim, ClaimKind, Value};
use crate::extract::name::Name;
use crate::reference::{Fact, Reference};
use crate::span::{Span, offset};

/// How many tokens may stand between a name and an age: ", who at".
const NEAR: u32 = 3;

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
        Likelihood::Sure | Likelihood::Near => true,
        Likelihood::WithOffice => held.is_some(),
        Likelihood::WithOwnOffice => owned().is_some() || aged(),
        Likelihood::WithProof => owned().is_some_and(|said| said.is_telling()) && one() || aged(),
    }
}

/// The office of a claim, where it is one that a person holds or held.
pub(super) fn owned(fact: &Fact, claim: &Claim<'_>) -> Option<class::Said> {
    let (person, Value::Role(role)) = (person_of(fact)?, &claim.value) else { return None };
    Some(class::Said::of(&role.role)).filter(|said| person.roles.iter().any(|held| said.names(held)))
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
