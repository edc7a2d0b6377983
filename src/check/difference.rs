//! What is to be said of a claim that was held against a value: how far apart the two are, in
//! numbers and in words.

use std::borrow::Cow;

use super::fix;
use crate::check::compare::outcome::{Against, Agreement, Comparison, Conflict, Held, Outcome};
use crate::check::compare::slip;
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::{Difference, Finding, Gap, Level, Remark, Rule, in_words};
use crate::lexicon::{Sense, Word};
use crate::reference::Fact;
use crate::source::Document;
use crate::value::{Amount, Date, DateSpan, Dimension, Exact, Interval, Number, Quantity, Unit};

/// The finding that a comparison gives cause to; none where the claim agrees plainly, or where the
/// fact is silent.
pub(super) fn finding(
    document: &Document<'_>,
    claim: &Claim<'_>,
    fact: &Fact,
    comparison: &Comparison<'_>,
) -> Option<Finding> {
    let (rule, remark) = remark(comparison.outcome)?;
    let natural = rule.level()?;
    // "up to" is a bound that is not meant strictly.
    let level = if remark == Remark::AboveTheBound { natural.milder() } else { natural };
    let text = within(collapsed(document.file.get(claim.span.range()).unwrap_or_default()));
    let is_difference = level > Level::Note;
    let slip = slip::slip(claim, fact, comparison);
    let difference = Difference {
        rule,
        level,
        remark,
        states: &states(claim, comparison),
        draft: draft_normal(claim),
        reference: reference_normal(claim, comparison),
        unit: unit(claim),
        gap: gap(claim, comparison).filter(|_| is_difference),
        slip,
        replacement: fix::replacement(document.file, document.usage, claim, comparison, slip),
    };
    Some(Finding::of_difference(claim, &text, fact, comparison.entry, difference))
}

/// With each stretch of white space as one blank: a figure may be wrapped over lines.
fn collapsed(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\r', '\t']) || text.contains("  ") {
        return Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    Cow::Borrowed(text)
}

/// A figure as it reads within a sentence: "A trio of jets" → "a trio of jets".
fn within(text: Cow<'_, str>) -> Cow<'_, str> {
    let first = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let plain = ["A", "An", "The"].contains(&first)
        || Word::find(first).is_some_and(|word| {
            word.senses().any(|sense| {
                matches!(sense, Sense::HedgeBefore(_) | Sense::Cardinal(_) | Sense::Vague(..) | Sense::Fraction(_))
            })
        });
    match text.chars().next().filter(|_| plain) {
        Some(letter) if letter.is_uppercase() => {
            Cow::Owned(letter.to_lowercase().chain(text[letter.len_utf8()..].chars()).collect())
        }
        Some(_) | None => text,
    }
}

/// The rule that an outcome falls under, and what there is to say.
fn remark(outcome: Outcome<'_>) -> Option<(Rule, Remark)> {
    match outcome {
        Outcome::Silent | Outcome::Supported(Agreement::Plain) => None,
        Outcome::Supported(Agreement::Rounded) => Some((Rule::Rounded, Remark::Rounded)),
        Outcome::Supported(Agreement::Borderline) => Some((Rule::Borderline, Remark::Borderline)),
        Outcome::Supported(Agreement::Understated) => Some((Rule::Understated, Remark::FarMore)),
        Outcome::Supported(Agreement::Overstated) => Some((Rule::Overstated, Remark::FarLess)),
        Outcome::Outdated { ended, now } => Some((Rule::ValueOutdated, Remark::Outdated { ended, since: now.from })),
        Outcome::Contradicted(conflict) => Some(match conflict {
            Conflict::Value => (Rule::ValueDiffers, Remark::Differs),
            Conflict::LooseBound => (Rule::ValueDiffers, Remark::AboveTheBound),
            Conflict::WrongSide => (Rule::ValueDiffers, Remark::AlreadyPast),
            Conflict::Direction => (Rule::ValueDiffers, Remark::OtherDirection),
            Conflict::Currency => (Rule::UnitDiffers, Remark::OtherCurrency),
            Conflict::Points => (Rule::UnitDiffers, Remark::ShareOrPoints),
            Conflict::Date => (Rule::DateDiffers, Remark::Differs),
        }),
    }
}

/// The reference's side in words: "10 miles (16.1 kilometers)", "3.5 years since 24 February 2022".
pub(super) fn states<'f>(claim: &Claim<'_>, comparison: &Comparison<'f>) -> Cow<'f, str> {
    match comparison.against {
        Against::Value(held) => match converted(&held, comparison) {
            Some(converted) => format!("{} ({converted})", held.words).into(),
            None => held.words.into(),
        },
        Against::Since { since, until } => {
            let ends = match until {
                Some(until) => format!("from {} to {}", in_words(since), in_words(until)),
                None => format!("since {}", in_words(since)),
            };
            counted(comparison).map_or(ends.clone(), |length| format!("{length}, {ends}")).into()
        }
        Against::Life { born, died } => {
            let ends = match died {
                Some(died) => format!("born {}, died {}", in_words(Date::Day(born)), in_words(Date::Day(died))),
                None => format!("born {}", in_words(Date::Day(born))),
            };
            counted(comparison)
                .filter(|_| claim.kind == ClaimKind::Age)
                .map_or(ends.clone(), |age| format!("{age}, {ends}"))
                .into()
        }
        Against::History(entries) => entries.last().map_or("", |entry| &entry.value.text).into(),
    }
}

/// The reference's figure in the draft's unit, where its own is another.
fn converted(held: &Held<'_>, comparison: &Comparison<'_>) -> Option<String> {
    let Value::Quantity(quantity) = &held.claim.value else { return None };
    let arithmetic = comparison.arithmetic.as_ref()?;
    let (unit, own) = (arithmetic.claimed.unit?, quantity.unit?);
    let value = arithmetic.nominal.only().filter(|_| unit != own)?.to_digits(4)?;
    Some(in_unit(value, unit))
}

/// How long it has been, as far as it is told: "3.5 years".
fn counted(comparison: &Comparison<'_>) -> Option<String> {
    let arithmetic = comparison.arithmetic.as_ref()?;
    let shortest = arithmetic.nominal.low.value()?;
    Some(in_unit(shortest.rounded_to(Exact::constant(1, 10))?, arithmetic.claimed.unit?))
}

fn in_unit(value: Exact, unit: Unit) -> String {
    let (one, many) = unit.names();
    format!("{value} {}", if value == Exact::ONE { one } else { many })
}

/// The draft's side in normal form.
fn draft_normal(claim: &Claim<'_>) -> String {
    match &claim.value {
        Value::Change(change) => change.by.or(change.to).map_or_else(String::new, |quantity| figure(&quantity)),
        value => normal(value),
    }
}

/// A value in normal form: "1500000", "1867-03-30", "3-1"; a range or a vague word as its ends.
fn normal(value: &Value<'_>) -> String {
    match value {
        Value::Quantity(quantity) => figure(quantity),
        Value::Date(date, _) => date.to_string(),
        Value::Time(time, _) => time.to_string(),
        Value::Rank(rank) => rank.to_string(),
        Value::Score(score) => format!("{}-{}", score.first, score.second),
        Value::Change(change) => change.by.or(change.to).map_or_else(String::new, |quantity| figure(&quantity)),
        Value::Role(role) => role.role.to_string(),
        Value::Quote(words) => words.to_string(),
        Value::Statement(clause, _) => clause.to_string(),
    }
}

fn figure(quantity: &Quantity) -> String {
    match quantity.amount {
        Amount::Point(number) => number.value().to_string(),
        Amount::Rate(number, per) => format!("{}/{per}", number.value()),
        Amount::Range(low, high) => format!("{}/{}", low.value(), high.value()),
        Amount::Vague(low, high) => format!("{low}/{high}"),
    }
}

/// The reference's side in normal form, in the draft's unit.
fn reference_normal(claim: &Claim<'_>, comparison: &Comparison<'_>) -> String {
    let plain = match comparison.against {
        Against::Value(held) => normal(&held.claim.value),
        Against::Since { .. } | Against::Life { .. } => {
            comparison.date().map_or_else(String::new, |date| date.to_string())
        }
        Against::History(entries) => entries.last().map_or_else(String::new, |entry| normal(&entry.value.claim.value)),
    };
    let Some(arithmetic) = comparison.arithmetic.filter(|_| !matches!(claim.value, Value::Change(_))) else {
        return plain;
    };
    let bound = |end: Exact| end.to_digits(6).unwrap_or(end);
    match (arithmetic.nominal.low.value(), arithmetic.nominal.high.value()) {
        (Some(low), Some(high)) if low == high => ended(low),
        (Some(low), Some(high)) => format!("{}/{}", bound(low), bound(high)),
        (Some(end), None) | (None, Some(end)) => ended(end),
        (None, None) => plain,
    }
}

/// An exact value, to six digits where its decimals do not end.
fn ended(value: Exact) -> String {
    let text = value.to_string();
    if text.contains('/') { value.to_digits(6).map_or(text, |short| short.to_string()) } else { text }
}

fn unit(claim: &Claim<'_>) -> Option<Unit> {
    match &claim.value {
        Value::Quantity(quantity) => quantity.unit,
        Value::Change(change) => change.by.or(change.to)?.unit,
        Value::Date(..)
        | Value::Time(..)
        | Value::Rank(_)
        | Value::Score(_)
        | Value::Role(_)
        | Value::Quote(_)
        | Value::Statement(..) => None,
    }
}

/// How far the draft is from the reference; none where no one number says it.
fn gap(claim: &Claim<'_>, comparison: &Comparison<'_>) -> Option<Gap> {
    if let Some(arithmetic) = comparison.arithmetic {
        let is_age = claim.kind == ClaimKind::Age;
        return figure_gap(&arithmetic.claimed, arithmetic.nominal, is_age);
    }
    match (&claim.value, comparison.against) {
        (Value::Date(date, _), Against::Value(Held { claim: Claim { value: Value::Date(fact, _), .. }, .. })) => {
            date_gap(*date, *fact)
        }
        (Value::Date(date, _), Against::Since { .. } | Against::Life { .. }) => {
            date_gap(*date, DateSpan::on(comparison.date()?))
        }
        (Value::Time(time, _), Against::Value(Held { claim: Claim { value: Value::Time(fact, _), .. }, .. })) => {
            let minutes = |hour: u8, minute: u8| i64::from(hour) * 60 + i64::from(minute);
            Some(Gap::Minutes(minutes(time.hour, time.minute) - minutes(fact.hour, fact.minute)))
        }
        (_, _) => None,
    }
}

fn figure_gap(claimed: &Quantity, nominal: Interval, is_age: bool) -> Option<Gap> {
    let value = claimed.point().map(Number::value)?;
    let fact = nearest(nominal, value)?;
    let apart = value.checked_sub(fact)?;
    let small = Exact::from(20);
    match claimed.unit {
        Some(unit) if unit.dimension() == Dimension::Duration => Some(Gap::Length(apart, unit)),
        Some(unit) if unit.dimension() == Dimension::Percent => Some(Gap::Points(apart)),
        None if value.is_integer() && fact.is_integer() && value <= small && fact <= small => Some(Gap::Count(apart)),
        Some(_) | None => {
            if fact.is_zero() || is_age {
                return None;
            }
            let times = value.checked_div(fact)?;
            let far = times >= Exact::from(10) || (times <= Exact::constant(1, 10) && times > Exact::ZERO);
            Some(if far { Gap::Times(times) } else { Gap::Share(apart.checked_div(fact)?) })
        }
    }
}

/// The value of an interval that is nearest to another.
fn nearest(interval: Interval, to: Exact) -> Option<Exact> {
    match (interval.low.value(), interval.high.value()) {
        (Some(low), Some(high)) => Some(if to > high { high } else { low }),
        (end, other) => end.or(other),
    }
}

/// By the largest part of the date in which the two differ.
fn date_gap(claim: DateSpan, fact: DateSpan) -> Option<Gap> {
    if claim.to.is_some() || fact.to.is_some() {
        return None;
    }
    let years = || Some(Gap::Years(i64::from(claim.from.year()?) - i64::from(fact.from.year()?)));
    match (claim.from, fact.from) {
        (Date::Day(day), Date::Day(other)) => {
            let span = other.until((jiff::Unit::Year, day)).ok()?;
            let days = i64::from(other.until(day).ok()?.get_days());
            let whole_years = span.get_months() == 0 && span.get_days() == 0;
            Some(if span.get_years() != 0 && (whole_years || span.get_years().abs() > 2) {
                Gap::Years(i64::from(span.get_years()))
            } else if days.abs() > 60 {
                Gap::Months(i64::from(span.get_years()) * 12 + i64::from(span.get_months()))
            } else {
                Gap::Days(days)
            })
        }
        (Date::Month(year, month), Date::Month(..) | Date::Day(_)) => {
            let (other_year, other_month) = match fact.from {
                Date::Day(day) => (day.year(), day.month()),
                Date::Month(year, month) => (year, month),
                Date::Year(_) | Date::FiscalYear(_) | Date::Season(..) | Date::Quarter(..) | Date::DayOfYear(..) => {
                    return None;
                }
            };
            let months = i64::from(year - other_year) * 12 + i64::from(month - other_month);
            Some(if months % 12 == 0 { Gap::Years(months / 12) } else { Gap::Months(months) })
        }
        (_, _) => years(),
    }
}
