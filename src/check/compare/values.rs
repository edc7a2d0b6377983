//! Comparing figures: what a claim admits, what a fact allows, and whether the two meet.

use super::admitted::{Figure, admitted, nominal, per_cent, rounded, stated, widened};
use super::outcome::{Agreement, Arithmetic, Conflict, Held, Judged, Outcome, Reading, Rounding, Setting};
use crate::claim::{Claim, ClaimKind, Value};
use crate::lexicon;
use crate::reference::Tolerance;
use crate::value::{Amount, Change, Dimension, End, Exact, Hedge, Interval, Number, Quantity, Score, Unit};

/// Holds a figure against a figure; none where kinds or dimensions differ.
pub(super) fn figures<'f>(
    claim: Figure,
    fact: Figure,
    tolerance: Option<Tolerance>,
    rounding: Rounding,
) -> Option<Judged<'f>> {
    match relation(claim, fact)? {
        Relation::Convertible(conversion) => {
            let arithmetic = intervals(claim, fact, conversion, tolerance, rounding)?;
            let outcome = judge(claim, fact, tolerance, &arithmetic)?;
            Some((outcome, Some(arithmetic)))
        }
        Relation::OtherCurrency => Some((Outcome::Contradicted(Conflict::Currency), None)),
        Relation::ShareAgainstPoints(conversion) => {
            // Only the same figure tells that it is the unit that went wrong.
            let arithmetic = intervals(claim, fact, conversion, tolerance, rounding)?;
            let same = arithmetic.admitted.meets(arithmetic.held);
            same.then_some((Outcome::Contradicted(Conflict::Points), None))
        }
    }
}

/// How the units of two figures stand to each other.
enum Relation {
    /// One is the other times a factor, plus a shift.
    Convertible(Conversion),
    /// Never converted: a rate of exchange is of a day and a place.
    OtherCurrency,
    /// Per cent against percentage points.
    ShareAgainstPoints(Conversion),
}

/// From the fact's unit into the claim's.
#[derive(Clone, Copy)]
struct Conversion {
    factor: Exact,
    shift: Exact,
}

impl Conversion {
    const fn by(factor: Exact) -> Self {
        Self { factor, shift: Exact::ZERO }
    }

    /// By the lexicon's factors and offsets.
    fn between(claim: Unit, fact: Unit) -> Option<Self> {
        let factor = fact.factor().checked_div(claim.factor())?;
        let shift = fact.offset().checked_sub(claim.offset())?.checked_div(claim.factor())?;
        Some(Self { factor, shift })
    }

    fn of(self, interval: Interval) -> Option<Interval> {
        interval.converted(self.factor, self.shift)
    }
}

fn relation(claim: Figure, fact: Figure) -> Option<Relation> {
    let convertible = |factor| Some(Relation::Convertible(Conversion::by(factor)));
    let is_share = |unit: Unit| unit.dimension() == Dimension::Percent;
    match (claim.quantity.unit, fact.quantity.unit) {
        (None, None) if claim.kind == fact.kind => convertible(Exact::ONE),
        (Some(unit), None) if is_share(unit) && fact.kind == ClaimKind::Ratio => convertible(Exact::from(100)),
        (None, Some(unit)) if is_share(unit) && claim.kind == ClaimKind::Ratio => convertible(per_cent(1)),
        (Some(claimed), Some(held)) => between_units((claim.kind, claimed), (fact.kind, held)),
        (None, _) | (_, None) => None,
    }
}

fn between_units(claim: (ClaimKind, Unit), fact: (ClaimKind, Unit)) -> Option<Relation> {
    let (dimension, other) = (claim.1.dimension(), fact.1.dimension());
    let shares = [Dimension::Percent, Dimension::Points];
    if dimension != other {
        let both = shares.contains(&dimension) && shares.contains(&other);
        let conversion = Conversion::between(claim.1, fact.1)?;
        return both.then_some(Relation::ShareAgainstPoints(conversion));
    }
    // How old something is does not tell how long something took.
    if (claim.0 == ClaimKind::Age) != (fact.0 == ClaimKind::Age) {
        return None;
    }
    if dimension == Dimension::Currency && claim.1 != fact.1 {
        return Some(Relation::OtherCurrency);
    }
    let conversion = Conversion::between(claim.1, fact.1)?;
    // "2.1 °C (3.8 °F) warmer" is a difference, which has no zero to shift.
    let is_difference = claim.0 == ClaimKind::Change && fact.0 == ClaimKind::Change;
    let shift = if is_difference { Exact::ZERO } else { conversion.shift };
    Some(Relation::Convertible(Conversion { shift, ..conversion }))
}

fn intervals(
    claim: Figure,
    fact: Figure,
    conversion: Conversion,
    tolerance: Option<Tolerance>,
    rounding: Rounding,
) -> Option<Arithmetic> {
    let by_tolerance = tolerance.is_some() && matches!(claim.quantity.hedge, Hedge::Exact | Hedge::About);
    let admitted = match stated(&claim.quantity) {
        Some(figure) if by_tolerance => figure,
        Some(_) | None => admitted(claim, rounding)?,
    };
    let nominal = nominal(fact)?;
    let held = match tolerance {
        Some(tolerance) => widened(nominal, tolerance, fact.quantity.unit)?,
        None => rounded(fact)?,
    };
    let (held, nominal) = (conversion.of(held)?, conversion.of(nominal)?);
    Some(Arithmetic { claimed: claim.quantity, admitted, held, nominal })
}

/// Whether a figure and a fact agree, by their intervals.
fn judge<'f>(
    claim: Figure,
    fact: Figure,
    tolerance: Option<Tolerance>,
    arithmetic: &Arithmetic,
) -> Option<Outcome<'f>> {
    let Arithmetic { admitted, held, nominal, .. } = *arithmetic;
    let (claimed, hedge) = (stated(&claim.quantity), claim.quantity.hedge);
    let both_ranges = [claim, fact].iter().all(|figure| matches!(figure.quantity.amount, Amount::Range(..)));
    // "4% to 4.25%" is another range than "4.25% to 4.5%", though they touch.
    let only_touch = both_ranges && claimed.is_some_and(|claimed| !share_more_than_an_end(claimed, nominal));
    if !admitted.meets(held) || only_touch {
        return outside(&claim.quantity, arithmetic);
    }
    let both_exact = hedge == Hedge::Exact && fact.quantity.hedge == Hedge::Exact;
    let is_rounded = both_exact && tolerance.is_none() && claimed.is_some_and(|claimed| claimed != nominal);
    Some(Outcome::Supported(if is_rounded { Agreement::Rounded } else { inside(&claim.quantity, admitted, nominal)? }))
}

fn share_more_than_an_end(one: Interval, other: Interval) -> bool {
    match (one.low.value().max(other.low.value()), one.high.value(), other.high.value()) {
        (Some(low), Some(high), Some(other)) => low < high.min(other),
        (None, ..) | (_, None, _) | (.., None) => true,
    }
}

/// How nearly a figure agrees that does.
pub(super) fn inside(quantity: &Quantity, admitted: Interval, nominal: Interval) -> Option<Agreement> {
    let Some(number) = quantity.point().filter(|number| !number.value().is_negative()) else {
        return Some(Agreement::Plain);
    };
    let value = number.value();
    Some(match quantity.hedge {
        Hedge::Nearly | Hedge::JustOver | Hedge::Over | Hedge::Under if !admitted.meets(nominal) => {
            Agreement::Borderline
        }
        Hedge::Over | Hedge::AtLeast => {
            let next = value.checked_add(number.place())?.min(value.checked_mul(Exact::constant(5, 4))?);
            match (nominal.low.value(), nominal.high) {
                (Some(low), End::Closed(_) | End::Open(_)) if low > next => Agreement::Understated,
                (_, End::Closed(_) | End::Open(_) | End::Infinite) => Agreement::Plain,
            }
        }
        Hedge::Under | Hedge::AtMost => {
            let far = value.checked_mul(Exact::constant(3, 4))?;
            match (nominal.low, nominal.high.value()) {
                (End::Closed(_) | End::Open(_), Some(high)) if high < far => Agreement::Overstated,
                (End::Closed(_) | End::Open(_) | End::Infinite, _) => Agreement::Plain,
            }
        }
        Hedge::Exact | Hedge::About | Hedge::Nearly | Hedge::JustOver | Hedge::UpTo | Hedge::Range | Hedge::Vague => {
            Agreement::Plain
        }
    })
}

/// What becomes of a figure that lies outside: a little outside a loose word is no error.
pub(super) fn outside<'f>(quantity: &Quantity, arithmetic: &Arithmetic) -> Option<Outcome<'f>> {
    let Arithmetic { admitted, held, nominal, .. } = *arithmetic;
    let is_above = |bound: Exact| held.low.value().is_some_and(|low| low >= bound);
    let anchor = match quantity.amount {
        Amount::Point(_) | Amount::Rate(..) => quantity.point()?.value(),
        Amount::Range(low, high) => {
            if is_above(high.value()) {
                high.value()
            } else {
                low.value()
            }
        }
        Amount::Vague(low, high) => {
            if is_above(high) {
                high
            } else {
                low
            }
        }
    };
    let apart = admitted.distance(nominal)?;
    let is_near = match quantity.hedge {
        Hedge::About | Hedge::Nearly | Hedge::JustOver | Hedge::Vague => {
            apart < anchor.abs().checked_mul(per_cent(5))?
        }
        // The bound itself is near enough; what lies on its other side is what the words deny.
        Hedge::Over | Hedge::Under => apart.is_zero(),
        Hedge::Exact | Hedge::AtLeast | Hedge::AtMost | Hedge::UpTo | Hedge::Range => false,
    };
    if is_near {
        return Some(Outcome::Supported(Agreement::Borderline));
    }
    let conflict = match quantity.hedge {
        Hedge::UpTo => Conflict::LooseBound,
        Hedge::Nearly if !anchor.is_negative() && is_above(anchor) => Conflict::WrongSide,
        Hedge::Exact
        | Hedge::About
        | Hedge::Nearly
        | Hedge::JustOver
        | Hedge::Over
        | Hedge::AtLeast
        | Hedge::AtMost
        | Hedge::Under
        | Hedge::Range
        | Hedge::Vague => Conflict::Value,
    };
    Some(Outcome::Contradicted(conflict))
}

/// Ranks agree when they are the same.
pub(super) fn ranks<'f>(claim: u32, fact: u32) -> Outcome<'f> {
    agree_or(claim == fact, Conflict::Value)
}

/// A result is the same told from either side: "won 3-1", "lost 1-3".
pub(super) fn scores<'f>(claim: Score, fact: Score) -> Outcome<'f> {
    let turned = Score { first: fact.second, second: fact.first };
    agree_or(claim == fact || claim == turned, Conflict::Value)
}

/// Plain support, or a conflict.
pub(super) fn agree_or<'f>(agree: bool, conflict: Conflict) -> Outcome<'f> {
    if agree { Outcome::Supported(Agreement::Plain) } else { Outcome::Contradicted(conflict) }
}

/// Movements agree by amount, by direction and by their ends, as far as both give them.
pub(super) fn changes<'f>(
    claim: &Change,
    fact: &Change,
    tolerance: Option<Tolerance>,
    rounding: Rounding,
) -> Option<Judged<'f>> {
    let by = claim.by.zip(fact.by).map(|(by, reference)| movement(by, reference, tolerance, rounding));
    let mut judged = match by {
        Some(Some(moved)) if moved.0.is_supported() => Some(moved),
        Some(moved) => return moved,
        None => None,
    };
    let level = |quantity: Quantity| Figure { kind: ClaimKind::measuring(quantity.unit), quantity };
    let ends = [(claim.to, fact.to), (claim.from, fact.from)];
    for (end, reference) in ends {
        if let (Some(end), Some(reference)) = (end, reference) {
            let Some(compared) = figures(level(end), level(reference), tolerance, rounding) else { return judged };
            if !compared.0.is_supported() {
                return Some(compared);
            }
            judged = judged.or(Some(compared));
        }
    }
    judged.or_else(|| {
        // "fell from 80 to 40" is "halved".
        let in_percent = |by: &Quantity| by.unit.is_some_and(|unit| unit.dimension() == Dimension::Percent);
        let (by, reference) = match (claim.by.filter(in_percent), fact.by.filter(in_percent)) {
            (Some(by), None) => (by, growth(fact)?),
            (None, Some(reference)) => (growth(claim)?, reference),
            (Some(_), Some(_)) | (None, None) => return None,
        };
        movement(by, reference, tolerance, rounding)
    })
}

/// By how much its two ends are apart, in per cent; ends are rounded, and so is this.
fn growth(change: &Change) -> Option<Quantity> {
    let (from, to) = (change.from?, change.to?);
    let start = from.point()?.value();
    let times = to.point()?.value().checked_div(start).filter(|_| start > Exact::ZERO)?;
    let percent = times.checked_sub(Exact::ONE)?.checked_mul(Exact::constant(100, 1))?.to_digits(3)?;
    let number = Number::new(percent, Exact::ONE);
    let by = Quantity { unit: lexicon::unit("percent"), hedge: Hedge::About, ..Quantity::exact(number) };
    (from.unit == to.unit).then_some(by)
}

/// Signed amounts: their sizes are compared as written, where the signs agree.
fn movement<'f>(
    claim: Quantity,
    fact: Quantity,
    tolerance: Option<Tolerance>,
    rounding: Rounding,
) -> Option<Judged<'f>> {
    let size = |quantity: Quantity| Some(Figure { kind: ClaimKind::Change, quantity: magnitude(quantity) });
    let compared = figures(size(claim)?, size(fact)?, tolerance, rounding)?;
    let opposed = is_falling(&claim) != is_falling(&fact);
    Some(if opposed { (Outcome::Contradicted(Conflict::Direction), compared.1) } else { compared })
}

fn is_falling(quantity: &Quantity) -> bool {
    match quantity.amount {
        Amount::Point(number) | Amount::Rate(number, _) => number.value().is_negative(),
        Amount::Range(low, _) => low.value().is_negative(),
        Amount::Vague(low, _) => low.is_negative(),
    }
}

/// The quantity without its sign.
fn magnitude(quantity: Quantity) -> Quantity {
    if !is_falling(&quantity) {
        return quantity;
    }
    let amount = match quantity.amount {
        Amount::Point(number) => Amount::Point(number.negated()),
        Amount::Rate(number, per) => Amount::Rate(number.negated(), per),
        Amount::Range(low, high) => Amount::Range(high.negated(), low.negated()),
        Amount::Vague(low, high) => Amount::Vague(high.negated(), low.negated()),
    };
    Quantity { amount, ..quantity }
}

/// A movement against a level: where it ended is a level too ("fell to 9,500"), and points are
/// always a movement ("a cut of 25 basis points").
pub(super) fn change_to_level<'f>(claim: &Change, held: Held<'f>, setting: Setting) -> Option<Judged<'f>> {
    let Value::Quantity(reference) = held.claim.value else { return None };
    if held.claim.kind == ClaimKind::Ratio {
        return None;
    }
    let fact = Figure { kind: held.claim.kind, quantity: reference };
    let compare = |level: Quantity| {
        let kind = if level.unit.is_none() { fact.kind } else { ClaimKind::measuring(level.unit) };
        figures(Figure { kind, quantity: level }, fact, held.tolerance, setting.rounding)
    };
    match (setting.reading, claim.by) {
        // "widened by 1.1 points to 14.9%", where the fact is a margin that widened.
        (Reading::Movement, Some(by)) => {
            let ended = level_or_points(claim, &reference, compare);
            let moved = movement_alone(magnitude(by), fact, held.tolerance, setting);
            // "grew by 5,200 people to 2.36 million", of how far it has grown.
            let at_last = ended.is_some_and(|(outcome, _)| outcome.is_supported());
            moved.filter(|(outcome, _)| outcome.is_supported() || !at_last).or(ended)
        }
        (Reading::Movement, None) | (Reading::Level, _) => level_or_points(claim, &reference, compare),
    }
}

/// By how much something moved against a figure that is itself of a movement: "warmed by 2.7 degrees Fahrenheit", of
/// 1.5 °C, is a difference of temperatures.
fn movement_alone<'f>(
    by: Quantity,
    fact: Figure,
    tolerance: Option<Tolerance>,
    setting: Setting,
) -> Option<Judged<'f>> {
    let degrees = |quantity: Quantity| quantity.unit.is_some_and(|unit| unit.dimension() == Dimension::Temperature);
    let kind = if by.unit.is_none() { fact.kind } else { ClaimKind::measuring(by.unit) };
    let kind = if degrees(by) { ClaimKind::Change } else { kind };
    let held = if degrees(fact.quantity) { ClaimKind::Change } else { fact.kind };
    figures(Figure { kind, quantity: by }, Figure { kind: held, ..fact }, tolerance, setting.rounding)
}

/// A level against a movement of the reference.
pub(super) fn level_of_change<'f>(
    claim: Figure,
    fact: &Change,
    tolerance: Option<Tolerance>,
    rounding: Rounding,
) -> Option<Judged<'f>> {
    // "Half of the mills" is no number of mills.
    if claim.kind == ClaimKind::Ratio {
        return None;
    }
    let compare = |level: Quantity| {
        let kind = if level.unit.is_none() { claim.kind } else { ClaimKind::measuring(level.unit) };
        figures(claim, Figure { kind, quantity: level }, tolerance, rounding)
    };
    // "14.4 at the start", of what dropped from 14.4 to 11.5.
    let began = || fact.from.and_then(compare).is_some_and(|(outcome, _)| outcome.is_supported());
    level_or_points(fact, &claim.quantity, compare).map(|(outcome, arithmetic)| match outcome {
        Outcome::Contradicted(_) if began() => (Outcome::Silent, arithmetic),
        outcome => (outcome, arithmetic),
    })
}

fn level_or_points<'f>(
    change: &Change,
    level: &Quantity,
    compare: impl FnOnce(Quantity) -> Option<Judged<'f>>,
) -> Option<Judged<'f>> {
    let in_points = |unit: Option<Unit>| unit.is_some_and(|unit| unit.dimension() == Dimension::Points);
    match (change.to, change.by) {
        (_, Some(by)) if in_points(by.unit) && in_points(level.unit) => compare(magnitude(by)),
        (Some(to), _) => compare(to),
        (None, _) => None,
    }
}

/// Whether a bound repeats an earlier figure that the fact has since left behind: "at least 34"
/// when 34 was the toll of last week.
pub(super) fn is_stale_toll(claim: &Claim<'_>, earlier: &Claim<'_>, now: &Claim<'_>) -> bool {
    let point = |claim: &Claim<'_>| {
        let quantity = claim.value.quantity()?;
        Some((quantity.point()?.value(), quantity.unit))
    };
    let is_bound = matches!(claim.value.hedge(), Hedge::AtLeast | Hedge::Over);
    is_bound && point(claim).is_some() && point(claim) == point(earlier) && point(claim) != point(now)
}
