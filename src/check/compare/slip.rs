//! What may have gone wrong where a figure or a date differs: transposed digits, million for
//! billion, miles for kilometres.

use super::outcome::{Against, Arithmetic, Comparison, Conflict, Held, Outcome};
use crate::check::compare::compare;
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::Slip;
use crate::lexicon;
use crate::reference::{Fact, Form};
use crate::value::{Amount, ClockTime, Date, DateSpan, Dimension, Exact, Hedge, Number, Quantity, Unit};

/// The slip that a difference has the marks of.
pub(in crate::check) fn slip(claim: &Claim<'_>, fact: &Fact, comparison: &Comparison<'_>) -> Option<Slip> {
    later(claim, fact, comparison).or_else(|| of_value(claim, comparison))
}

/// The same, by the value that was compared alone.
pub(in crate::check) fn of_value(claim: &Claim<'_>, comparison: &Comparison<'_>) -> Option<Slip> {
    let Outcome::Contradicted(conflict) = comparison.outcome else { return None };
    match conflict {
        Conflict::Points => Some(Slip::PercentForPoints),
        Conflict::Direction => Some(Slip::Direction),
        Conflict::Currency => same_amount(claim, comparison).then_some(Slip::Currency),
        Conflict::Value | Conflict::LooseBound | Conflict::WrongSide | Conflict::Date => {
            let arithmetic = comparison.arithmetic.as_ref();
            arithmetic.map_or_else(|| undated(claim, comparison), |arithmetic| of_figure(claim, comparison, arithmetic))
        }
    }
}

/// Whether the claim would agree if it gave another figure.
fn would_agree(claim: &Claim<'_>, comparison: &Comparison<'_>, quantity: Quantity) -> bool {
    let other = Claim { value: Value::Quantity(quantity), ..claim.clone() };
    let compared = compare(&other, comparison.against, comparison.setting);
    compared.is_some_and(|compared| compared.outcome.is_supported())
}

/// Whether only the currency differs.
fn same_amount(claim: &Claim<'_>, comparison: &Comparison<'_>) -> bool {
    let (Value::Quantity(quantity), Against::Value(held)) = (&claim.value, comparison.against) else { return false };
    let Value::Quantity(reference) = held.claim.value else { return false };
    would_agree(claim, comparison, Quantity { unit: reference.unit, ..*quantity })
}

/// An entry of a history that comes into force only later.
fn later(claim: &Claim<'_>, fact: &Fact, comparison: &Comparison<'_>) -> Option<Slip> {
    let Outcome::Contradicted(Conflict::Value | Conflict::LooseBound | Conflict::WrongSide | Conflict::Date) =
        comparison.outcome
    else {
        return None;
    };
    let (Form::Values(entries), Some(now)) = (&fact.form, comparison.entry) else { return None };
    let later = entries.iter().skip_while(|entry| !std::ptr::eq(*entry, now)).skip(1);
    let agrees = |from: Date, held| {
        let compared = compare(claim, Against::Value(held), comparison.setting)?;
        compared.outcome.is_supported().then_some(Slip::Later(from))
    };
    later.into_iter().find_map(|entry| agrees(entry.from, Held::of(&entry.value)))
}

fn of_figure(claim: &Claim<'_>, comparison: &Comparison<'_>, arithmetic: &Arithmetic) -> Option<Slip> {
    let claimed = arithmetic.claimed;
    let number = claimed.point()?;
    let agree = |quantity: Quantity| would_agree(claim, comparison, quantity);
    // "more than 1,500" holds of 1.4 million, but explains no "more than 1.5 million".
    let hedge = if claimed.hedge.is_bound() { Hedge::About } else { claimed.hedge };
    let times = |power: i32| {
        let scaled = number.scaled(Exact::decimal(1, power)?)?;
        agree(Quantity { amount: Amount::Point(scaled), hedge, ..claimed }).then_some(())
    };
    let held = arithmetic.nominal.only();
    let whole = |number: Exact| number.is_integer() && number.abs() < Exact::from(100);
    // Every small figure is another times ten, or one digit from it, by chance.
    if held.is_none_or(|held| whole(held) && whole(number.value())) {
        let digits = held.and_then(|held| of_digits(number.value(), held));
        return match digits {
            Some(Slip::TransposedDigits) => digits,
            Some(_) | None => other_side(&claimed, agree).or_else(|| one_year(claim, number, held?)),
        };
    }
    let unit = other_unit(claim, comparison, &claimed);
    // "246 kilowatts" for watts is no million for a billion.
    if let Some((unit, Whose::Facts)) = unit {
        return Some(Slip::Unit(unit));
    }
    if [3, -3, 6, -6].into_iter().any(|power| times(power).is_some()) {
        return Some(Slip::Thousandfold);
    }
    if [1, -1, 2, -2].into_iter().any(|power| times(power).is_some()) {
        return Some(Slip::Tenfold);
    }
    of_digits(number.value(), held?)
        .or_else(|| of_rounded(number.value(), held?))
        .or_else(|| other_side(&claimed, agree))
        .or(unit.map(|(unit, _)| Slip::Unit(unit)))
}

/// "more than 500" where it is a little less.
fn other_side(claimed: &Quantity, agree: impl Fn(Quantity) -> bool) -> Option<Slip> {
    let turned = match claimed.hedge {
        Hedge::JustOver | Hedge::Over | Hedge::AtLeast => Hedge::Nearly,
        Hedge::Nearly | Hedge::Under | Hedge::AtMost | Hedge::UpTo => Hedge::JustOver,
        Hedge::Exact | Hedge::About | Hedge::Range | Hedge::Vague => return None,
    };
    agree(Quantity { hedge: turned, ..*claimed }).then_some(Slip::Hedge)
}

/// An age one year off: a birthday was missed.
fn one_year(claim: &Claim<'_>, number: Number, held: Exact) -> Option<Slip> {
    let apart = number.value().checked_sub(held)?.abs();
    (claim.kind == ClaimKind::Age && apart == Exact::ONE).then_some(Slip::OneYear)
}

/// Units that are taken for one another.
const COUNTERPARTS: [(&str, &str); 11] = [
    ("mile", "kilometer"),
    ("mile-per-hour", "kilometer-per-hour"),
    ("foot", "meter"),
    ("yard", "meter"),
    ("inch", "centimeter"),
    ("pound", "kilogram"),
    ("acre", "hectare"),
    ("square-mile", "square-kilometer"),
    ("gallon", "liter"),
    ("gallon-imperial", "liter"),
    ("fahrenheit", "celsius"),
];

/// Whose unit a figure is right in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// That of the fact.
    Facts,
    /// One that is often taken for the draft's.
    Counterpart,
}

/// The figure is right in the fact's own unit, or in the one that is often taken for its own.
fn other_unit(claim: &Claim<'_>, comparison: &Comparison<'_>, claimed: &Quantity) -> Option<(Unit, Whose)> {
    let unit = claimed.unit?;
    let own = match comparison.against {
        Against::Value(Held { claim: Claim { value: Value::Quantity(quantity), .. }, .. }) => quantity.unit,
        Against::Value(_) | Against::History(_) | Against::Since { .. } | Against::Life { .. } => None,
    };
    let counterparts = COUNTERPARTS.iter().filter_map(|&(one, other)| match unit.id() {
        id if id == one => lexicon::unit(other),
        id if id == other => lexicon::unit(one),
        _ => None,
    });
    // "more than 25 days" holds of a year and a half, but says nothing of it.
    let hedge = if claimed.hedge.is_bound() { Hedge::About } else { claimed.hedge };
    let fits = |(other, _): &(Unit, Whose)| {
        *other != unit && would_agree(claim, comparison, Quantity { unit: Some(*other), hedge, ..*claimed })
    };
    let counterparts = counterparts.map(|unit| (unit, Whose::Counterpart));
    own.map(|unit| (unit, Whose::Facts)).into_iter().chain(counterparts).find(fits)
}

/// "Three weeks" for three days: whether a length of time is right in another unit.
pub(in crate::check) fn is_in_other_time(claim: &Claim<'_>, comparison: &Comparison<'_>) -> bool {
    let Some(claimed) = comparison.arithmetic.map(|arithmetic| arithmetic.claimed) else { return false };
    let units = lexicon::units().filter(|unit| unit.dimension() == Dimension::Duration);
    let fits = |unit: Unit| {
        let told = Quantity { unit: Some(unit), hedge: Hedge::About, ..claimed };
        Some(unit) != claimed.unit && would_agree(claim, comparison, told)
    };
    claim.kind == ClaimKind::Duration && units.into_iter().any(fits)
}

/// What turns the significant digits of one figure into those of another of the same kind.
fn of_digits(value: Exact, held: Exact) -> Option<Slip> {
    let (one, other) = (significant(value)?, significant(held)?);
    if value.magnitude() == held.magnitude() && one.len() == other.len() {
        let apart: Vec<usize> = (0..one.len()).filter(|&at| one[at] != other[at]).collect();
        return match apart[..] {
            [first, second] if one[first] == other[second] && one[second] == other[first] => {
                Some(Slip::TransposedDigits)
            }
            [_] if one.len() > 2 => Some(Slip::OneDigit),
            _ => None,
        };
    }
    let lacks_one = |short: &[u8], long: &[u8]| {
        let same = short.iter().zip(long).take_while(|(one, other)| one == other).count();
        short.len() > 1 && short.len() + 1 == long.len() && short[same..] == long[same + 1..]
    };
    let integers = value.is_integer() && held.is_integer();
    match (integers, lacks_one(&one, &other), lacks_one(&other, &one)) {
        (true, true, _) if held.magnitude()? == value.magnitude()? + 1 => Some(Slip::DroppedDigit),
        (true, _, true) if value.magnitude()? == held.magnitude()? + 1 => Some(Slip::AddedDigit),
        (..) => None,
    }
}

/// Whether the digits of two figures differ by one put in, left out or changed, wherever the point and whatever the
/// noughts that both end with, or they sound alike: 19 for 9, 40 for 14.
pub(in crate::check) fn is_digit_off(one: Exact, other: Exact) -> bool {
    // "One in 15" for one in 50.
    let whole = |value: Exact| Exact::ONE.checked_div(value).filter(|turned| turned.is_integer());
    let (one, other) = whole(one).zip(whole(other)).unwrap_or((one, other));
    let plain = |value: Exact| -> Vec<u8> { value.to_string().bytes().filter(u8::is_ascii_digit).collect() };
    let (mut one, mut other) = (plain(one), plain(other));
    // "40,000" for 14,000.
    while one.len() > 1 && other.len() > 1 && one.ends_with(b"0") && other.ends_with(b"0") {
        (one, other) = (one[..one.len() - 1].to_vec(), other[..other.len() - 1].to_vec());
    }
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let same = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    let sounds = |teen: &[u8], ten: &[u8]| matches!((teen, ten), ([b'1', unit], [tens, b'0']) if unit == tens);
    match long.len() - short.len() {
        0 => same == short.len() || short[same + 1..] == long[same + 1..] || sounds(short, long) || sounds(long, short),
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

/// "€46.2 million" for "€62.4 million": whether the same three digits or more stand in another order.
pub(in crate::check) fn is_anagram(arithmetic: &Arithmetic) -> bool {
    let claimed = arithmetic.claimed.point().map(Number::value);
    let Some((one, other)) = claimed.zip(arithmetic.nominal.only()) else { return false };
    let sorted = |value: Exact| {
        significant(value).map(|mut digits| {
            digits.sort_unstable();
            digits
        })
    };
    let same = sorted(one).zip(sorted(other)).is_some_and(|(one, other)| one.len() > 2 && one == other);
    same && one.magnitude() == other.magnitude()
}

/// "114,000" for 140,860: digits swapped in the figure when rounded.
fn of_rounded(value: Exact, held: Exact) -> Option<Slip> {
    let digits = u8::try_from(significant(value)?.len()).ok().filter(|digits| *digits > 1)?;
    of_digits(value, held.to_digits(digits)?).filter(|slip| *slip == Slip::TransposedDigits)
}

/// Whether two figures have the same digits, whatever their scale: 2,600 and 26,000.
pub(in crate::check) fn has_same_digits(arithmetic: &Arithmetic) -> bool {
    let claimed = arithmetic.claimed.point().map(Number::value);
    let ends = claimed.zip(arithmetic.nominal.only());
    ends.is_some_and(|(one, other)| significant(one).is_some_and(|digits| significant(other) == Some(digits)))
}

/// The significant digits of a decimal number: 84 of 840,000.
pub(in crate::check) fn significant(value: Exact) -> Option<Vec<u8>> {
    let text = value.abs().to_string();
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).skip_while(|&digit| digit == b'0').collect();
    let end = digits.iter().rposition(|&digit| digit != b'0')? + 1;
    plain.then(|| digits[..end].to_vec())
}

/// The slips of dates, clock times and scores.
fn undated(claim: &Claim<'_>, comparison: &Comparison<'_>) -> Option<Slip> {
    match (&claim.value, comparison.against) {
        (Value::Date(date, _), Against::Value(Held { claim: Claim { value: Value::Date(fact, _), .. }, .. })) => {
            of_dates(*date, *fact)
        }
        (Value::Date(date, _), Against::Since { .. } | Against::Life { .. }) => {
            of_dates(*date, DateSpan::on(comparison.date()?))
        }
        (Value::Time(time, _), Against::Value(Held { claim: Claim { value: Value::Time(fact, _), .. }, .. })) => {
            let minutes = |time: &ClockTime| i32::from(time.hour) * 60 + i32::from(time.minute);
            let digits = |time: &ClockTime| Exact::from(i64::from(time.hour) * 100 + i64::from(time.minute));
            let transposed = || of_digits(digits(time), digits(fact)).filter(|slip| *slip == Slip::TransposedDigits);
            if (minutes(time) - minutes(fact)).abs() == 12 * 60 { Some(Slip::HalfADay) } else { transposed() }
        }
        (_, _) => None,
    }
}

fn of_dates(claim: DateSpan, fact: DateSpan) -> Option<Slip> {
    if claim.to.is_some() || fact.to.is_some() {
        return None;
    }
    let by_years = || {
        let (year, other) = (claim.from.year()?, fact.from.year()?);
        match of_digits(Exact::from(i64::from(year)), Exact::from(i64::from(other))) {
            Some(Slip::TransposedDigits) => Some(Slip::TransposedDigits),
            _ if (year - other).abs() == 1 => Some(Slip::OneYear),
            slip => slip.filter(|slip| *slip == Slip::OneDigit),
        }
    };
    match (claim.from, fact.from) {
        (Date::Day(day), Date::Day(other)) if day.year() == other.year() => {
            let apart = i64::from(other.until(day).ok()?.get_days());
            let swapped = day.month() == other.day() && day.day() == other.month();
            if swapped { Some(Slip::DayAndMonth) } else { (apart.abs() == 1).then_some(Slip::OneDay) }
        }
        (Date::Day(day), Date::Day(other)) if (day.month(), day.day()) != (other.month(), other.day()) => None,
        (Date::Month(_, month), Date::Month(_, other)) if month != other => None,
        (Date::Month(_, month), Date::Day(other)) if month != other.month() => None,
        (_, _) => by_years(),
    }
}

#[cfg(test)]
mod tests;
