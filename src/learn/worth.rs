//! Which claims of an article are facts by themselves, and which say too little.

use super::telling::Telling;
use crate::check::reading::outline::{Mood, Seam};
use crate::claim::{Claim, ClaimKind, Value};
use crate::lexicon::Sense;
use crate::value::{Amount, Date, DateSpan, Exact, Hedge};

/// Counts up to this one go with "the" to point back: "the two leaders".
const FEW: i128 = 10;

/// Whether a figure or date is asserted, and of something that can be named.
pub(super) fn is_fact(claim: &Claim<'_>, telling: &Telling<'_>) -> bool {
    !claim.quoted && is_asserted(telling) && !is_restated(claim, telling) && says_enough(claim, telling)
}

/// No question, condition, plan, wish or denial.
fn is_asserted(telling: &Telling<'_>) -> bool {
    let clause = telling.clause();
    let unsaid = [Sense::Supposes, Sense::Projects, Sense::Modal, Sense::Corrects];
    let figure = |at: usize| telling.figures.iter().any(|figure| figure.contains(&at));
    let denies = |at: usize| {
        let neither = ["neither", "nor"].contains(&telling.text(at));
        at < telling.figure.start && (neither || telling.begins(at, Sense::Negation))
    };
    let unsure = |at: usize| !figure(at) && (denies(at) || unsaid.iter().any(|&sense| telling.begins(at, sense)));
    telling.outline.mood == Mood::Asserts
        && !matches!(clause.seam, Seam::Supposed | Seam::Compared)
        && !clause.tokens.clone().any(unsure)
}

/// "187 millimetres (7.4 inches)": the same again in another unit.
fn is_restated(claim: &Claim<'_>, telling: &Telling<'_>) -> bool {
    let Some(before) = telling.whole.start.checked_sub(1) else { return false };
    let opens = telling.tokens[before].is_sign(telling.prose, '(');
    let behind = telling.figures.iter().any(|figure| figure.end == before);
    opens && behind && claim.kind != ClaimKind::Date
}

fn says_enough(claim: &Claim<'_>, telling: &Telling<'_>) -> bool {
    if claim.value.hedge() == Hedge::Vague {
        return false;
    }
    match (&claim.value, claim.kind) {
        (Value::Date(date, _), _) => is_event(*date, telling),
        (Value::Quantity(quantity), ClaimKind::Count) => match quantity.amount {
            Amount::Point(number) => number.value() > Exact::ONE && !points_back(number.value(), telling),
            Amount::Range(..) | Amount::Rate(..) => true,
            Amount::Vague(..) => false,
        },
        (Value::Quantity(_), ClaimKind::Duration) => !is_offset(telling),
        (Value::Rank(_), _) => claim.of.is_some() && is_rank(telling),
        (_, ClaimKind::Age) => !telling.clause().tokens.clone().any(|at| telling.begins(at, Sense::Past)),
        (_, ClaimKind::Money) => !["each", "every", "per"].contains(&before(telling)),
        _ => true,
    }
}

/// "the two leaders", "both sides": a count of things that were named before.
fn points_back(count: Exact, telling: &Telling<'_>) -> bool {
    let before = telling.figure.start.checked_sub(1).filter(|at| telling.sentence.contains(at));
    let known =
        |at: usize| ["the", "these", "those", "all"].iter().any(|word| telling.text(at).eq_ignore_ascii_case(word));
    let both = telling.text(telling.figure.start).eq_ignore_ascii_case("both");
    both || (count <= Exact::constant(FEW, 1) && before.is_some_and(known))
}

/// "is the third-largest city", "the 47th president": not "the third stage", which only names one.
fn is_rank(telling: &Telling<'_>) -> bool {
    let superlative = telling.figure.clone().any(|at| telling.tokens[at].is_sign(telling.prose, '-'));
    let from = telling.figure.start.saturating_sub(3).max(telling.sentence.start);
    let says = ["is", "was", "are", "were", "be", "became", "become", "becomes", "as", "ranked", "ranks"];
    superlative || (from..telling.figure.start).any(|at| says.contains(&telling.text(at)))
}

/// The word before the figure.
fn before<'t>(telling: &Telling<'t>) -> &'t str {
    let at = telling.figure.start.checked_sub(1).filter(|at| telling.sentence.contains(at));
    at.map_or("", |at| telling.text(at))
}

/// "two weeks later": a time that only tells how far off something is.
fn is_offset(telling: &Telling<'_>) -> bool {
    let offsets = ["later", "ago", "after", "before", "earlier", "from", "since"];
    let first_time = telling.figure.start >= telling.sentence.start + 2
        && telling.text(telling.figure.start - 2) == "time"
        && before(telling) == "in";
    first_time || offsets.iter().any(|word| telling.text(telling.whole.end).eq_ignore_ascii_case(word))
}

/// Whether something happened on a date that can be named: not "the 2016 race", "the flood of 1954", "Friday's talks",
/// "last month", nor when somebody said something.
fn is_event(date: DateSpan, telling: &Telling<'_>) -> bool {
    let day = matches!(date, DateSpan { from: Date::Day(_), to: None, .. });
    if date.days().is_none() || (date.relative && !day) {
        return false;
    }
    let (start, end) = (telling.figure.start, telling.figure.end);
    let before = before(telling);
    let dates_a_noun =
        ["of", "the", "a", "an", "until", "by", "for"].iter().any(|word| before.eq_ignore_ascii_case(word));
    let next = telling.tokens.get(end).filter(|_| telling.clause().tokens.contains(&end));
    let possessive = next.is_some_and(|next| next.glued && telling.text(end).starts_with(['\'', '\u{2019}', '-']));
    // "23 dead by Sunday": the day dates the figure.
    let dates_a_figure = date.relative
        && telling.figures.iter().any(|other| {
            *other != telling.figure && telling.outline.clause_of(other.start) == telling.outline.clause_of(start)
        });
    !dates_a_noun && !possessive && !dates_a_figure && !telling.is_said()
}
