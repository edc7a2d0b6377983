//! What in a wrong figure tells which fact it was meant to give: 84 written 48. Such a figure is held against the fact
//! even where other words than the fact's stand beside it.

use crate::check::compare::outcome::{Against, Comparison, Conflict, Outcome};
use crate::check::compare::slip;
use crate::check::reading::scene::{Mark, Scene};
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::Slip;
use crate::text::TokenKind;
use crate::value::{Date, Exact, Hedge, Number, Quantity, Score};

/// How surely a figure that differs tells which fact it was meant to give, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::check) enum Telltale {
    /// No slip makes it the fact's: it is rather a figure of something else.
    Far,
    /// It may be any figure.
    Nothing,
    /// It is the fact's but for a slip of two digits, which chance makes once in a hundred figures.
    Slip,
    /// Another figure of the sentence gives another value of the fact rightly.
    Company,
    /// It is the fact's but for a slip of three digits or more, of thousands, or of the currency alone.
    LongSlip,
    /// It is that of another fact, whose own figure stands where this one should.
    Exchange,
}

/// From so many digits on a slip is long.
const LONG: usize = 3;

/// The power of ten of a thousand.
const LARGE: i32 = 3;

/// From so many digits on one digit that differs is no chance.
const MANY: usize = 4;

/// How many digits a time of day has.
const CLOCK: usize = 4;

/// What tells which fact a figure or date that differs was meant to give.
pub(super) fn of(place: (&Scene<'_>, &Mark), claim: &Claim<'_>, comparison: &Comparison<'_>) -> Telltale {
    if claim.kind == ClaimKind::Date && is_far_date(place, claim, comparison) {
        Telltale::Far
    } else {
        of_figure(claim, comparison)
    }
}

/// Whether a figure that differs is a fact's but for a slip: its digits swapped, a billion for a million, per cent
/// for points. Of bounds too many figures are true.
fn of_figure(claim: &Claim<'_>, comparison: &Comparison<'_>) -> Telltale {
    let bound = |hedge: Hedge| hedge.is_bound();
    let held = match comparison.against {
        Against::Value(held) => Some(held.claim.value.hedge()),
        Against::History(_) | Against::Since { .. } | Against::Life { .. } => None,
    };
    let slip = slip::of_value(claim, comparison);
    if slip.is_none() && is_far(claim, comparison) {
        return Telltale::Far;
    }
    if bound(claim.value.hedge()) || held.is_some_and(bound) {
        return Telltale::Nothing;
    }
    let count = if claim.kind == ClaimKind::Time { CLOCK } else { digits(claim) };
    let arithmetic = comparison.arithmetic;
    let anagram = || arithmetic.is_some_and(|arithmetic| slip::is_anagram(&arithmetic));
    let same_digits = || arithmetic.is_some_and(|arithmetic| slip::has_same_digits(&arithmetic));
    // "dropped 24%" is no other direction than "rose 12%".
    let same_size = || arithmetic.is_some_and(|arithmetic| arithmetic.admitted.meets(arithmetic.held));
    let is_slip = match slip {
        Some(Slip::TransposedDigits | Slip::PercentForPoints | Slip::Currency | Slip::Unit(_)) => count > 1,
        Some(Slip::Direction) => count > 1 && same_size(),
        Some(Slip::Tenfold) => count >= LONG && same_digits(),
        Some(Slip::Thousandfold) => count > 1 && same_digits(),
        Some(Slip::OneDigit | Slip::DroppedDigit | Slip::AddedDigit) => count >= MANY || anagram(),
        Some(_) | None => anagram(),
    };
    // The same sum in another currency is no chance.
    let in_currency = matches!(slip, Some(Slip::Currency));
    // "£1.2 million" and "£1.2 billion" stand in many a story, of different things.
    let large = || is_large(claim) && !matches!(slip, Some(Slip::Thousandfold));
    let long = count >= LONG || count > 1 && (in_currency || large());
    match is_slip {
        true if long => Telltale::LongSlip,
        true => Telltale::Slip,
        false => Telltale::Nothing,
    }
}

/// So many times as much or as little is far off, where no slip of the hand explains it.
const FAR: i64 = 2;

/// The same of lengths of time and ages, which are easily told in another unit.
const FAR_IN_TIME: i64 = 12;

/// Whether a figure that shows no other slip is so far off that none makes it the fact's: "lost 200,000 customers" of a bank that has 8 million.
fn is_far(claim: &Claim<'_>, comparison: &Comparison<'_>) -> bool {
    // "$57 million" of a fare of 32 kronor: another sum in another currency.
    if let Outcome::Contradicted(Conflict::Currency) = comparison.outcome {
        return true;
    }
    let Some(arithmetic) = comparison.arithmetic.filter(|_| matches!(comparison.outcome, Outcome::Contradicted(_)))
    else {
        return false;
    };
    let ends = arithmetic.claimed.point().map(Number::value).zip(arithmetic.nominal.only());
    let Some((told, held)) = ends.map(|(told, held)| (told.abs(), held.abs())) else { return false };
    // "Three weeks" for three days.
    let runs = matches!(claim.kind, ClaimKind::Duration | ClaimKind::Age);
    let factor = if runs { FAR_IN_TIME } else { FAR };
    let times = |one: Exact, other: Exact| one.checked_mul(Exact::from(factor)).is_some_and(|most| most < other);
    let apart = |one: Exact, other: Exact| times(one, other) || times(other, one);
    // "27 percent were against" of 73 that were.
    let all = match claim.kind {
        ClaimKind::Percent => Some(Exact::from(100)),
        ClaimKind::Ratio => Some(Exact::ONE),
        _ => None,
    };
    let rest = all.and_then(|all| all.checked_sub(held));
    // "€34 million" for €313.8 million, which is 314 when rounded.
    let count = u8::try_from(digits(claim)).ok();
    let rounded = count.and_then(|count| held.to_digits(count + 1));
    apart(told, held)
        && rest.is_none_or(|rest| apart(told, rest))
        && !slip::is_anagram(&arithmetic)
        && !slip::is_in_other_time(claim, comparison)
        && ![Some(held), rounded].into_iter().flatten().any(|held| slip::is_digit_off(told, held))
}

/// Whether a figure is one of thousands or more, of which fewer are told than of tens. Sums mostly are.
fn is_large(claim: &Claim<'_>) -> bool {
    let amount = claim.value.quantity().filter(|_| claim.kind != ClaimKind::Money).and_then(Quantity::point);
    amount.and_then(|number| number.value().magnitude()).is_some_and(|magnitude| magnitude >= LARGE)
}

/// How many significant digits a figure has: two of 84,000.
pub(super) fn digits(claim: &Claim<'_>) -> usize {
    let amount = match &claim.value {
        Value::Change(change) => change.by,
        other => other.quantity().copied(),
    };
    let amount = amount.and_then(|quantity| quantity.point());
    amount.and_then(|number| slip::significant(number.value())).map_or(0, |digits| digits.len())
}

/// Whether a date differs from a fact's in two of year, month and day, by more than a week, or a year alone is another
/// altogether: "in 1954" of what was founded on May 1, 1987.
fn is_far_date((scene, mark): (&Scene<'_>, &Mark), claim: &Claim<'_>, comparison: &Comparison<'_>) -> bool {
    let Outcome::Contradicted(Conflict::Date) = comparison.outcome else { return false };
    let Some((told, held)) = dates(claim, comparison) else { return false };
    // "In the 1980s" tells too little to be of something else.
    let stretch = claim.value.date().is_some_and(|date| date.to.is_some());
    if stretch || slip::of_value(claim, comparison).is_some() {
        return false;
    }
    let known = known(told, held);
    // A year that is not written is a guess.
    let skipped = usize::from(!is_year_written(scene, mark));
    let wrong = known.iter().skip(skipped).filter(|(told, held)| told != held).count();
    // "On July 12, 2021," for June 14, 2021.
    let reach = if skipped == 0 && told.year() == held.year() { MONTH } else { WEEK };
    let near = days_between(told, held).is_some_and(|days| days.abs() <= reach);
    let off = |told: i16, held: i16| slip::is_digit_off(i64::from(told).into(), i64::from(held).into());
    let other_year = |told: i16, held: i16, reach: i16| {
        let apart = (told - held).abs();
        apart > reach && apart != DECADE && !swaps(told, held) && !off(told, held)
    };
    match known[..] {
        [(told, held)] => other_year(told, held, CLOSE),
        // "July 1, 1858" of a year that begins on July 1, 2025.
        [(told, held), ..] => wrong > 1 && !near || skipped == 0 && other_year(told, held, AGE),
        [] => false,
    }
}

/// So few years apart one is easily taken for the other.
const CLOSE: i16 = 3;

/// What happened so many years apart are two things, though it was on the same day.
const AGE: i16 = 20;

/// How many years a decade has.
const DECADE: i16 = 10;

/// How many days a week has.
const WEEK: i32 = 7;

/// How many days a month has at most.
const MONTH: i32 = 31;

/// Whether a date is a fact's but for the day, the month or the year: "July 3, 2022" for June 3, "1898" for 1889. A year
/// that is not written is a guess, and of a weekday alone the week is.
pub(super) fn is_slip_of_date(
    (scene, mark): (&Scene<'_>, &Mark),
    claim: &Claim<'_>,
    comparison: &Comparison<'_>,
) -> bool {
    let Some((told, held)) = dates(claim, comparison) else { return false };
    let weeks = |days: i32| days % WEEK == 0;
    if !is_year_written(scene, mark) && (told.year() != held.year() || days_between(told, held).is_some_and(weeks)) {
        return false;
    }
    let known = known(told, held);
    let mut wrong = known.iter().filter(|(told, held)| told != held);
    let first = wrong.next();
    wrong.next().is_none() && first.is_some_and(|&(told, held)| known.len() > 1 || swaps(told, held))
}

/// The date that a claim gives, and the one it is held against: of a stretch the nearer end.
fn dates(claim: &Claim<'_>, comparison: &Comparison<'_>) -> Option<(Date, Date)> {
    let told = claim.value.date().map(|date| date.from)?;
    let stretch = match comparison.against {
        Against::Value(held) => held.claim.value.date(),
        Against::History(_) | Against::Since { .. } | Against::Life { .. } => None,
    };
    let away = |end: &Date| days_between(told, *end).map_or(i32::MAX, i32::abs);
    let nearest = stretch.and_then(|held| std::iter::once(held.from).chain(held.to).min_by_key(away));
    nearest.or(comparison.date()).map(|held| (told, held))
}

/// Whether a date is written with its year.
pub(super) fn is_year_written(scene: &Scene<'_>, mark: &Mark) -> bool {
    let is_year = |at: usize| scene.tokens[at].kind == TokenKind::Number && scene.text(at..at + 1).len() == 4;
    mark.figure.clone().any(is_year)
}

/// The years, months and days of two dates, as far as both give them.
fn known(told: Date, held: Date) -> Vec<(i16, i16)> {
    parts(told).into_iter().zip(parts(held)).filter_map(|(told, held)| told.zip(held)).collect()
}

/// Whether a result or a time of day is a fact's but for one of its two numbers, or a vote of as many: "121-41" for
/// 112-41, "6 p.m." for 6 a.m.
pub(super) fn is_slip_of_result(claim: &Claim<'_>, comparison: &Comparison<'_>) -> bool {
    let Against::Value(held) = comparison.against else { return false };
    match (&claim.value, &held.claim.value) {
        (Value::Score(told), Value::Score(held)) => {
            let all = |score: &Score| score.first.checked_add(score.second);
            told.first == held.first || told.second == held.second || all(told) == all(held)
        }
        (Value::Time(told, _), Value::Time(held, _)) => {
            told.hour % HALF_DAY == held.hour % HALF_DAY || told.minute == held.minute && told.minute != 0
        }
        _ => false,
    }
}

/// How many hours "a.m." and "p.m." are apart.
const HALF_DAY: u8 = 12;

fn days_between(one: Date, other: Date) -> Option<i32> {
    let (one, other) = (one.days()?.0, other.days()?.0);
    Some(one.until(other).ok()?.get_days())
}

/// The year, the month and the day of a date, as far as it gives them.
fn parts(date: Date) -> [Option<i16>; 3] {
    match date {
        Date::Month(year, month) => [Some(year), Some(month.into()), None],
        Date::Day(day) => [Some(day.year()), Some(day.month().into()), Some(day.day().into())],
        Date::DayOfYear(month, day) => [None, Some(month.into()), Some(day.into())],
        Date::Year(_) | Date::FiscalYear(_) | Date::Season(..) | Date::Quarter(..) => [date.year(), None, None],
    }
}

/// "1898" for "1889": whether two years have the same digits.
fn swaps(one: i16, other: i16) -> bool {
    let digits = |year: i16| {
        let mut digits = year.to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    digits(one) == digits(other)
}
