//! What an author writes as a value, read by the extractor that reads drafts.

use jiff::civil;

use super::Tolerance;
use super::error::Problem;
use crate::claim::{Claim, ClaimKind, Place, Value};
use crate::extract::extract;
use crate::lexicon::{self, Usage};
use crate::source::{self, Format};
use crate::span::{Span, offset};
use crate::value::{Amount, Date, DateSpan, Dimension, Exact, Hedge, Quantity, Unit};

/// What is known before a value is read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Setting {
    /// The day that dates are told from.
    pub(super) now: Option<civil::Date>,
    /// What the author means by bare words.
    pub(super) usage: Usage,
}

/// What `kind` and `unit` beside a value say about it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted {
    pub(super) kind: Option<ClaimKind>,
    pub(super) unit: Option<Unit>,
}

/// A value as the age of somebody, where it can be one and the author does not say what it is: "54", "54 years".
pub(super) fn lifetime(text: &str, wanted: Wanted, setting: Setting) -> Option<Claim<'static>> {
    let age = Wanted { kind: Some(ClaimKind::Age), unit: lexicon::unit("year") };
    let open = wanted.kind.is_none() && wanted.unit.is_none_or(|unit| Some(unit) == age.unit);
    let claim = value(text, age, setting).ok().filter(|_| open)?;
    let Value::Quantity(quantity) = &claim.value else { return None };
    let years = quantity.point().filter(|_| quantity.unit == age.unit)?.value();
    (years > Exact::ZERO && years <= LONGEST_LIFE).then_some(claim)
}

/// The longest life on record, of Jeanne Calment from 1875 to 1997, in years.
const LONGEST_LIFE: Exact = Exact::constant(122, 1);

/// The claims of a sentence; dates without a year take that of `now`.
pub(super) fn sentence(text: &str, Setting { now, usage }: Setting) -> Vec<Claim<'static>> {
    let mut document = source::read(text, Format::Plain);
    // A draft tells a day from its date and takes the nearest; a fact's day is in the fact's year.
    document.date = None;
    document.usage = usage;
    let claims = extract(&document);
    claims.into_iter().map(|claim| in_the_year_of(now, claim.into_owned())).collect()
}

/// The one claim that a value makes.
pub(super) fn value(text: &str, wanted: Wanted, setting: Setting) -> Result<Claim<'static>, Problem> {
    // A figure with nothing beside it is a count, even where prose would take it for a year.
    if is_figure(text)
        && let Some(claim) = in_a_sentence(text, ClaimKind::Count, setting)
    {
        return settle(text, claim, wanted);
    }
    let mut claims = sentence(text, setting);
    if claims.len() > 1
        && let Some(kind) = wanted.kind
        && claims.iter().filter(|claim| claim.kind == kind).count() == 1
    {
        claims.retain(|claim| claim.kind == kind);
    }
    let settled = match claims.len() {
        0 => Err(Problem::Unreadable { text: text.to_owned() }),
        1 => settle(text, claims.remove(0), wanted),
        _ => Err(Problem::ReadsAsTwo {
            text: text.to_owned(),
            readings: claims.iter().map(|claim| text[claim.span.range()].to_owned()).collect(),
        }),
    };
    settled.or_else(|problem| {
        // Only a sentence makes "7-2" a score or "15:40" a time of day.
        let kind = wanted.kind.unwrap_or(ClaimKind::Score);
        in_a_sentence(text, kind, setting).ok_or(problem)
    })
}

/// `10%`, `50,000`, `exact`.
pub(super) fn tolerance(text: &str, setting: Setting) -> Result<Tolerance, Problem> {
    if text.eq_ignore_ascii_case("exact") {
        return Ok(Tolerance::None);
    }
    let refused = || Problem::NotATolerance { text: text.to_owned() };
    let claim = value(text, Wanted::default(), setting).map_err(|_| refused())?;
    let Value::Quantity(Quantity { amount: Amount::Point(number), unit, .. }) = claim.value else {
        return Err(refused());
    };
    let amount = number.value();
    if amount.is_negative() {
        return Err(refused());
    }
    match unit {
        Some(unit) if unit.dimension() == Dimension::Percent => {
            let hundred = crate::value::Exact::from(100);
            amount.checked_div(hundred).map(Tolerance::Share).ok_or_else(refused)
        }
        unit => Ok(Tolerance::Absolute(amount, unit)),
    }
}

/// A date as precise as it is written: in ISO 8601, or as a draft would have it.
pub(super) fn date(text: &str, setting: Setting) -> Result<Date, Problem> {
    if let Some(date) = iso(text) {
        return date;
    }
    match value(text, Wanted { kind: Some(ClaimKind::Date), unit: None }, setting).map(|claim| claim.value) {
        Ok(Value::Date(DateSpan { from, to: None, .. }, _)) if from.days().is_some() => Ok(from),
        _ => Err(Problem::NotADate { text: text.to_owned() }),
    }
}

/// A date or stretch of dates as a claim, for `date:`.
pub(super) fn date_claim(text: &str, setting: Setting) -> Result<Claim<'static>, Problem> {
    match iso(text) {
        Some(date) => Ok(whole(text, ClaimKind::Date, Value::Date(DateSpan::on(date?), Hedge::Exact))),
        None => {
            value(text, Wanted { kind: Some(ClaimKind::Date), unit: None }, setting).map_err(|problem| match problem {
                Problem::Unreadable { text } | Problem::WrongKind { text, .. } => Problem::NotADate { text },
                other => other,
            })
        }
    }
}

/// "2022", "2022-02", "2022-02-24", and the day of a time stamp; none for any other text.
fn iso(text: &str) -> Option<Result<Date, Problem>> {
    let day = text.split_once(['T', ' ']).map_or(text, |(day, _)| day);
    let mut parts = [None; 3];
    for (index, part) in day.split('-').enumerate() {
        let width = if index == 0 { 4 } else { 2 };
        if part.len() != width || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *parts.get_mut(index)? = part.parse::<i16>().ok();
    }
    let narrow = |part: i16| i8::try_from(part).ok();
    let date = match parts {
        [Some(year), None, None] => Some(Date::Year(year)),
        [Some(year), Some(month), None] => {
            (1..=12).contains(&month).then(|| narrow(month).map(|month| Date::Month(year, month))).flatten()
        }
        [Some(year), Some(month), Some(day)] => narrow(month)
            .zip(narrow(day))
            .and_then(|(month, day)| civil::Date::new(year, month, day).ok())
            .map(Date::Day),
        [None, ..] | [_, None, Some(_)] => return None,
    };
    Some(date.ok_or_else(|| Problem::NoSuchDate { text: day.to_owned() }))
}

/// Whether a text is digits and their separators alone.
fn is_figure(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
}

/// All of a text as a claim of a kind that needs words around it to be told.
fn in_a_sentence(text: &str, kind: ClaimKind, setting: Setting) -> Option<Claim<'static>> {
    let (before, after) = match kind {
        ClaimKind::Count => ("", " people"),
        ClaimKind::Time => ("at ", ""),
        ClaimKind::Age => ("aged ", ""),
        ClaimKind::Ordinal => ("the ", " place"),
        ClaimKind::Score => ("a ", " vote"),
        ClaimKind::Money
        | ClaimKind::Percent
        | ClaimKind::Ratio
        | ClaimKind::Date
        | ClaimKind::Duration
        | ClaimKind::Measurement
        | ClaimKind::Change
        | ClaimKind::Role
        | ClaimKind::Quote
        | ClaimKind::Statement => return None,
    };
    let claims = sentence(&format!("{before}{text}{after}"), Setting { now: None, ..setting });
    let (start, end) = (before.len(), before.len() + text.len());
    let all = |claim: &Claim<'_>| claim.kind == kind && claim.core.range() == (start..end);
    claims.into_iter().find(all).map(|claim| whole(text, kind, claim.value))
}

/// A claim that is all of a text.
fn whole(text: &str, kind: ClaimKind, value: Value<'static>) -> Claim<'static> {
    let span = Span::new(0, offset(text.len()).max(1)).expect("it ends after it begins");
    let place = Place { block: 0, sentence: 0, tokens: 0..1, excerpt: 0..0 };
    Claim { kind, span, core: span, value, of: None, speaker: None, quoted: false, place }
}

/// The claim as `kind` and `unit` want it: a plain count is read as what they say, anything else
/// must agree with them.
fn settle(text: &str, claim: Claim<'static>, wanted: Wanted) -> Result<Claim<'static>, Problem> {
    if let Some(problem) = misspelled(text, &claim) {
        return Err(problem);
    }
    let unit = wanted.unit.or(match wanted.kind {
        Some(ClaimKind::Percent) => lexicon::unit("percent"),
        Some(ClaimKind::Age) => lexicon::unit("year"),
        _ => None,
    });
    let kind = wanted.kind.or(unit.map(|unit| ClaimKind::measuring(Some(unit))));
    let Some(kind) = kind else { return Ok(claim) };
    let agreed = |mut claim: Claim<'static>, value| {
        claim.kind = kind;
        claim.value = value;
        Ok(claim)
    };
    match (&claim.value, claim.kind) {
        (Value::Quantity(quantity), ClaimKind::Count) if takes_quantity(kind) => {
            agreed(claim.clone(), Value::Quantity(Quantity { unit, ..*quantity }))
        }
        (Value::Quantity(quantity), ClaimKind::Count) if kind == ClaimKind::Ordinal => {
            let whole = quantity.point().filter(|number| number.value().is_integer());
            match whole.and_then(|number| u32::try_from(number.value().numerator()).ok()) {
                Some(rank) => agreed(claim, Value::Rank(rank)),
                None => Err(wrong_kind(text, ClaimKind::Count.name(), kind.name())),
            }
        }
        (Value::Quantity(quantity), own)
            if wanted.unit.is_some_and(|unit| quantity.unit.is_none_or(|own| !own.comparable(unit))) =>
        {
            let found = quantity.unit.map_or(own.name(), Unit::id);
            Err(wrong_kind(text, found, wanted.unit.map_or(kind.name(), Unit::id)))
        }
        // "72 years" is an age where the author says so.
        (Value::Quantity(quantity), ClaimKind::Duration | ClaimKind::Age)
            if matches!(kind, ClaimKind::Duration | ClaimKind::Age) =>
        {
            let value = Value::Quantity(*quantity);
            agreed(claim, value)
        }
        (_, own) if own == kind => Ok(claim),
        (_, own) => Err(wrong_kind(text, own.name(), kind.name())),
    }
}

fn wrong_kind(text: &str, found: &'static str, expected: &'static str) -> Problem {
    Problem::WrongKind { text: text.to_owned(), found, expected }
}

/// Whether a claim of this kind is a plain quantity.
fn takes_quantity(kind: ClaimKind) -> bool {
    match kind {
        ClaimKind::Count
        | ClaimKind::Money
        | ClaimKind::Percent
        | ClaimKind::Ratio
        | ClaimKind::Duration
        | ClaimKind::Age
        | ClaimKind::Measurement => true,
        ClaimKind::Date
        | ClaimKind::Time
        | ClaimKind::Ordinal
        | ClaimKind::Change
        | ClaimKind::Score
        | ClaimKind::Role
        | ClaimKind::Quote
        | ClaimKind::Statement => false,
    }
}

/// "1.4 milion": the extractor knows no such number.
fn misspelled(text: &str, claim: &Claim<'_>) -> Option<Problem> {
    const SCALES: [&str; 5] = ["hundred", "thousand", "million", "billion", "trillion"];
    let word = text.get(claim.core.end() as usize..)?.split_whitespace().next()?;
    let known = SCALES.contains(&word.strip_suffix('s').unwrap_or(word));
    let alike = |scale: &&str| word.get(..1) == scale.get(..1) && strsim::osa_distance(word, scale) == 1;
    let nearest = SCALES.into_iter().find(alike).filter(|_| !known)?;
    Some(Problem::Misspelled { word: word.to_owned(), nearest })
}

/// A day and month without a year, in the year of `now`.
fn in_the_year_of(now: Option<civil::Date>, mut claim: Claim<'static>) -> Claim<'static> {
    if let (Some(now), Value::Date(dates, _)) = (now, &mut claim.value) {
        for date in [Some(&mut dates.from), dates.to.as_mut()].into_iter().flatten() {
            if let Date::DayOfYear(month, day) = *date
                && let Ok(dated) = civil::Date::new(now.year(), month, day)
            {
                *date = Date::Day(dated);
            }
        }
    }
    claim
}
