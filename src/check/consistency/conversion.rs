//! `conversion-mismatch`: "10 miles (20 km)".
//!
//! Left alone: money, whose rates change; units of one system ("5 km (800 m uphill)"); and what is
//! right by another reading of the unit: nautical miles, imperial gallons, barrels of beer, long tons,
//! troy ounces, binary gigabytes, or a difference of temperatures.

use super::passage::{Passage, amount, gap, grouped, tokens};
use super::spread::Spread;
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::{self, Sense, Usage};
use crate::value::{Amount, Dimension, Exact, Hedge, Number, Quantity, Unit};

/// How near two figures must be where a unit is read as another: by one in fifty.
const ALIKE: Exact = Exact::constant(2, 100);

/// How much larger a binary terabyte is than a decimal one.
const BINARY: Exact = Exact::constant(110, 100);

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    figures.windows(2).any(|pair| near(pair[0], pair[1]))
}

/// Whether two claims may be one measure in two units.
fn near(first: &Claim<'_>, second: &Claim<'_>) -> bool {
    let gap = second.place.tokens.start.saturating_sub(first.place.tokens.end);
    let measures = matches!(first.kind, ClaimKind::Measurement | ClaimKind::Change);
    measures && second.kind == ClaimKind::Measurement && (1..=4).contains(&gap)
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    for pair in passage.figures.windows(2).filter(|pair| near(pair[0], pair[1])) {
        let (first, second) = (pair[0], pair[1]);
        let Some((given, converted)) = last(passage, first).zip(second.value.quantity()) else { continue };
        let Some((from, to)) = given.quantity.unit.zip(converted.unit) else { continue };
        let apart = is_difference(passage, first, second);
        let agrees = |given: &Quantity| agree(given, converted, passage.document.usage, apart).unwrap_or(true);
        if !is_conversion(from, to)
            || !restates(passage, first, second)
            || agrees(&given.quantity)
            || given.moved.as_ref().is_some_and(agrees)
        {
            continue;
        }
        if let Some(follows) = converted_to(&given.quantity, to, apart) {
            let sum = Sum::Is { given: given.said.to_owned(), follows };
            findings.push(passage.report_own(Rule::ConversionMismatch, second, sum));
        }
    }
}

/// What a bracket converts.
struct Given<'a> {
    quantity: Quantity,
    said: &'a str,
    /// By how much it changed, which a bracket may convert as well.
    moved: Option<Quantity>,
}

/// The figure of a measurement, and the last of a change: "80 kilometres an hour" of "fall from 90 to 80 kilometres an hour".
fn last<'a>(passage: &Passage<'a>, claim: &Claim<'_>) -> Option<Given<'a>> {
    let Value::Change(change) = &claim.value else {
        let quantity = *claim.value.quantity()?;
        return Some(Given { quantity, said: passage.said(claim), moved: None });
    };
    let end = tokens(claim).end;
    // "warmed by 2.3 °C"
    if let (None, None, Some(by)) = (change.from, change.to, change.by) {
        let by = by.point().map(|number| Quantity {
            amount: Amount::Point(Number::new(number.value().abs(), number.place())),
            ..by
        })?;
        return Some(Given { quantity: by, said: passage.figure(claim), moved: None });
    }
    let (from, to) = (change.from?, change.to?);
    let joint = tokens(claim).rfind(|&at| passage.is_any(at, &["from", "to"]))?;
    let quantity = if passage.is(joint, "to") { to } else { from };
    let apart = to.point()?.value().checked_sub(from.point()?.value())?;
    let apart = Number::new(apart.abs(), to.point()?.place());
    let moved = Quantity { amount: Amount::Point(apart), ..quantity };
    Some(Given { quantity, said: passage.text(joint + 1..end), moved: Some(moved) })
}

/// Whether two units measure the same in two systems: miles and kilometres, not metres and
/// kilometres.
fn is_conversion(from: Unit, to: Unit) -> bool {
    if !from.comparable(to) || from == to || from.dimension() == Dimension::Duration {
        return false;
    }
    let times = |one: Unit, other: Unit| one.factor().checked_div(other.factor()).is_some_and(Exact::is_integer);
    let one_system = times(from, to) || times(to, from);
    !one_system || matches!(from.dimension(), Dimension::Temperature | Dimension::Data | Dimension::DataRate)
}

/// "10 miles (16 km)", "16 km/s, or 36,000 mph,": whether the second figure says the first again.
fn restates(passage: &Passage<'_>, first: &Claim<'_>, second: &Claim<'_>) -> bool {
    let between = gap(first, second);
    let end = tokens(second).end;
    let end = if passage.means(end, Sense::Extent) || passage.is_any(end, &["high", "wide", "tall", "deep", "square"]) {
        end + 1
    } else {
        end
    };
    let closes =
        matches!(passage.word(end), ")" | "]" | ";" | "/") || (passage.word(end) == "," && !passage.is(end + 1, "and"));
    let parts = closes || matches!(passage.word(end), "" | ".");
    let brackets: [&[&str]; 6] =
        [&["("], &["["], &["(", "or"], &["(", "about"], &["(", "that", "is", ","], &["long", "("]];
    let joined: [&[&str]; 4] = [&[",", "or"], &["equals"], &["="], &[",", "equal", "to"]];
    (passage.reads_any(&between, &brackets) && closes)
        || (passage.reads_any(&between, &joined) && (parts || passage.means(end, Sense::Preposition)))
        || (passage.reads(between, &["/"]) && parts)
}

/// How many words behind a temperature tell what it is held against: "above the seasonal average".
const NORM: usize = 6;

/// "warmed by 2.3 °C (4.1 °F)", "2.3 °C (4.1 °F) warmer": whether a temperature is only a difference of two.
fn is_difference(passage: &Passage<'_>, first: &Claim<'_>, second: &Claim<'_>) -> bool {
    if let Value::Change(change) = &first.value {
        return change.by.is_some() && change.to.is_none();
    }
    let behind = tokens(second).end + usize::from(matches!(passage.after(second), ")" | "]"));
    let norm = |at: usize| passage.is_any(at, &["average", "mean", "norm", "normal", "usual"]);
    // "kept 20 °C (36 °F) above freezing" is held against something, whatever it is.
    let against = passage.is_any(behind, &["above", "below"]);
    passage.is_any(behind, &["warmer", "colder", "cooler", "hotter"])
        || against && (behind + 1..=behind + NORM).any(norm)
        || passage.before(first).eq_ignore_ascii_case("by")
}

/// Whether some reading of two figures makes them the same; none where the arithmetic does not fit.
fn agree(given: &Quantity, converted: &Quantity, usage: Usage, apart: bool) -> Option<bool> {
    let (from, to) = (given.unit?, converted.unit?);
    let ends = match (given.amount, converted.amount) {
        (Amount::Point(one), Amount::Point(other)) => vec![(one, other)],
        (Amount::Range(low, high), Amount::Range(other_low, other_high)) => vec![(low, other_low), (high, other_high)],
        (Amount::Range(low, high), Amount::Point(_)) => return lies_in(given, (low, high), converted, (usage, apart)),
        (_, _) => return None,
    };
    let loose = [given.hedge, converted.hedge].iter().any(|hedge| !matches!(hedge, Hedge::Exact | Hedge::Range));
    for (one, other) in ends {
        let spreads = |reading: &Reading, number: Number, unit: Unit| match reading.sort {
            Sort::Own => rounded(number, unit, loose),
            Sort::Other => Spread::around(number.value(), number.value().abs().checked_mul(ALIKE)?),
        };
        let mut met = false;
        for (reading, counterpart) in
            readings(from, usage, apart).flat_map(|one| readings(to, usage, apart).map(move |other| (one, other)))
        {
            let sort = if reading.sort == counterpart.sort { reading.sort } else { Sort::Other };
            let one = spreads(&Reading { sort, ..reading }, one, from)?.converted(reading.factor, reading.offset)?;
            let other = spreads(&Reading { sort, ..counterpart }, other, to)?
                .converted(counterpart.factor, counterpart.offset)?;
            met |= one.meets(other);
        }
        let (one, other) = (rounded(one, from, loose)?, rounded(other, to, loose)?);
        if !met && !is_binary(one, other, from, to).unwrap_or(true) {
            return Some(false);
        }
    }
    Some(true)
}

/// "80 to 90 km/h (55 mph)": whether one figure is either end of a range, or lies in it.
fn lies_in(
    given: &Quantity,
    (low, high): (Number, Number),
    converted: &Quantity,
    (usage, apart): (Usage, bool),
) -> Option<bool> {
    let ends = [low, high].map(|end| Quantity { amount: Amount::Point(end), ..*given });
    for end in ends {
        if agree(&end, converted, usage, apart)? {
            return Some(true);
        }
    }
    let base = |quantity: &Quantity| {
        let unit = quantity.unit?;
        quantity.point()?.value().checked_mul(unit.factor())?.checked_add(unit.offset())
    };
    let other = base(converted)?;
    Some(base(&ends[0])? <= other && other <= base(&ends[1])?)
}

/// A size and a zero that a unit may have.
#[derive(Clone, Copy)]
struct Reading {
    factor: Exact,
    offset: Exact,
    sort: Sort,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// The unit as it is written.
    Own,
    /// Another unit that goes by its name.
    Other,
}

fn readings(unit: Unit, usage: Usage, apart: bool) -> impl Iterator<Item = Reading> + Clone {
    let own = Reading { factor: unit.factor(), offset: unit.offset(), sort: Sort::Own };
    let difference = Reading { offset: Exact::ZERO, ..own };
    let is_scale = unit.dimension() == Dimension::Temperature;
    // "gallons" may be those of the United States in a British paper too.
    let usual = usage.bare(unit).filter(|usual| *usual != unit);
    let elsewhere = usual.map(|usual| Reading { factor: usual.factor(), offset: usual.offset(), sort: Sort::Other });
    let usual = usual.unwrap_or(unit);
    let others =
        lexicon::readings().iter().filter(move |(id, ..)| *id == usual.id()).filter_map(move |(_, one, other)| {
            let times = lexicon::unit(one)?.factor().checked_div(lexicon::unit(other)?.factor())?;
            Some(Reading { factor: usual.factor().checked_mul(times)?, offset: usual.offset(), sort: Sort::Other })
        });
    let own = (!is_scale || !apart).then_some(own);
    let difference = is_scale.then_some(difference);
    own.into_iter().chain(difference).chain(elsewhere).chain(others)
}

/// What a figure of a conversion may stand for. Converted figures are rounded to what reads well:
/// to the last digit where it is no zero, else by one in twenty.
fn rounded(number: Number, unit: Unit, loose: bool) -> Option<Spread> {
    let (value, place) = (number.value(), number.place());
    let share = |parts: i128| value.abs().checked_mul(Exact::constant(parts, 100));
    let half = place.checked_mul(Exact::constant(1, 2))?;
    let mut margin = if place.is_zero() {
        share(5)?
    } else if place > Exact::ONE {
        half.min(share(5)?)
    } else {
        half
    };
    if unit.dimension() == Dimension::Temperature {
        margin = margin.min(Exact::constant(3, 2));
    }
    if loose {
        margin = margin.max(place.min(share(10)?));
    }
    Spread::around(value, margin)
}

/// A thousand bytes, or 1,024.
fn is_binary(one: Spread, other: Spread, from: Unit, to: Unit) -> Option<bool> {
    if !matches!(from.dimension(), Dimension::Data | Dimension::DataRate) {
        return Some(false);
    }
    let (one, other) = (one.converted(from.factor(), Exact::ZERO)?, other.converted(to.factor(), Exact::ZERO)?);
    let wide =
        |spread: Spread| Some(Spread { low: spread.low?.checked_div(BINARY), high: spread.high?.checked_mul(BINARY) });
    Some(wide(one)?.meets(other))
}

/// The first figure in the unit of the second, to as many digits as read well.
fn converted_to(given: &Quantity, unit: Unit, apart: bool) -> Option<String> {
    let from = given.unit?;
    let zero = |unit: Unit| if apart { Exact::ZERO } else { unit.offset() };
    let convert = |number: Number| {
        let base = number.value().checked_mul(from.factor())?.checked_add(zero(from))?;
        base.checked_sub(zero(unit))?.checked_div(unit.factor())?.to_digits(3)
    };
    match given.amount {
        Amount::Point(number) => Some(amount(convert(number)?, Some(unit))),
        Amount::Range(low, high) => {
            Some(format!("{} to {} {}", grouped(convert(low)?), grouped(convert(high)?), unit.names().1))
        }
        Amount::Vague(..) | Amount::Rate(..) => None,
    }
}
