//! What a figure measures, by the bytes around it alone: "killed 12 people", "320 metres long",
//! "a 320-metre bridge", "has 48 turbines", "the length of the bridge is 320 metres".

use std::ops::Range;

use super::tail::{self, Counts};
use crate::claim::{Claim, ClaimKind};
use crate::lexicon::{Sense, Word};
use crate::text::ends_in_past;
use crate::value::{Dimension, Exact, Unit};

/// How many times as great as another a length of the same extent may be.
const NEAR: Exact = Exact::constant(2, 1);
/// How far before a figure, in bytes, the noun for its measure may stand.
const REACH: usize = 100;
/// Among how many claims behind a figure its dates are looked for.
const AHEAD: usize = 3;

/// What two figures must share to be of one measure.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Measure {
    /// The verb that gives it: "kill", "cost", "have"; "is" of a length.
    pub(super) verb: &'static str,
    /// What its unit measures; of money, also which.
    unit: Option<(Dimension, &'static str)>,
    /// What is counted.
    pub(super) of: String,
    /// What narrows it behind the figure: "in norway".
    pub(super) tail: String,
}

/// How a sentence joins a figure to what it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// "costs $4 million": a verb gives it.
    Tells,
    /// "is 320 metres long": the way a length runs.
    Runs(&'static str),
    /// "the 320-metre bridge": a length that runs whichever way, or another measure.
    Describes,
}

/// Where the subject of a figure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// "The bridge is 320 metres long".
    BeforeVerb,
    /// "the 320-metre bridge".
    Behind,
    /// "the length of the bridge is 320 metres", "the bridge's length is 320 metres".
    BesideNoun,
    /// "the bridge has a length of 320 metres".
    BeforeNoun,
}

/// The time of the verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Present,
    Past,
    /// "cost", "the 320-metre bridge".
    Either,
}

/// A measure with how it is told.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub(super) measure: Measure,
    pub(super) manner: Manner,
    pub(super) stand: Stand,
    pub(super) tense: Tense,
}

impl Manner {
    /// Whether two figures may be of one extent. A length that runs whichever way is taken for another
    /// only where they are near: the 60 metres of a bridge's height are not its length of 320.
    pub(super) fn agrees(self, other: Self, one: Option<Exact>, two: Option<Exact>) -> bool {
        match (self, other) {
            (Self::Runs(one), Self::Runs(other)) => one == other,
            (Self::Runs(_), Self::Describes) | (Self::Describes, Self::Runs(_)) => {
                let near = |one: Exact, two: Exact| two.checked_mul(NEAR).is_some_and(|most| one <= most);
                one.zip(two).is_some_and(|(one, two)| near(one, two) && near(two, one))
            }
            (Self::Tells | Self::Describes, Self::Tells | Self::Describes) => true,
            (Self::Runs(_), Self::Tells) | (Self::Tells, Self::Runs(_)) => false,
        }
    }
}

impl Tense {
    /// "employs 300" and "employed 280" are of two times.
    pub(super) fn agrees(self, other: Self) -> bool {
        self == other || self == Self::Either || other == Self::Either
    }

    fn of(word: &str, verb: &str) -> Self {
        match () {
            () if !is_past_form(word) => Self::Present,
            () if word.eq_ignore_ascii_case(verb) => Self::Either,
            () => Self::Past,
        }
    }
}

impl Given {
    /// What a claim gives; `claims` are those of the text from it on.
    pub(super) fn of(file: &str, claims: &[Claim<'_>]) -> Option<Self> {
        let given = told(file, claims).or_else(|| named(file, claims)).or_else(|| describing(file, claims.first()?))?;
        // "the 45,000-seat stadium" and "has 45,000 seats" are "seats 45,000".
        let seats = given.measure.verb == "have" && given.measure.of == "seat";
        let measure = Measure { verb: "seat", of: String::new(), ..given.measure.clone() };
        Some(if seats { Self { measure, ..given } } else { given })
    }
}

impl Measure {
    fn new(verb: &'static str, claim: &Claim<'_>) -> Option<Self> {
        let unit = claim.value.quantity()?.unit.map(|unit| match unit.dimension() {
            Dimension::Currency => (Dimension::Currency, unit.id()),
            dimension => (dimension, ""),
        });
        let money = claim.kind == ClaimKind::Money;
        let share = claim.kind == ClaimKind::Percent;
        let fits = match verb {
            "is" => unit.is_some_and(|(dimension, _)| dimension == Dimension::Length),
            "raise" | "spend" | "pay" | "earn" | "cost" => money,
            "win" => share || claim.kind == ClaimKind::Count,
            "kill" | "injure" | "employ" | "have" | "seat" | "people" | "displace" | "destroy" => unit.is_none(),
            _ => !share,
        };
        let of = claim.of.as_deref().unwrap_or_default();
        // "employs 300 workers" are all whom it employs.
        let all = |sense| sense == Sense::Anybody || sense == Sense::Heads(verb);
        let anybody = Word::find(of).is_some_and(|word| word.senses().any(all));
        let of = if anybody || verb == "is" { String::new() } else { singular(of) };
        let measures = !matches!(verb, "have" | "win") || !of.is_empty();
        (fits && measures).then(|| Self { verb, unit, of, tail: String::new() })
    }

    /// Whether it stays what it is: a length or an area, not a price or a count.
    pub(super) fn lasts(&self) -> bool {
        matches!(self.verb, "is" | "cover")
    }

    /// Whether it is what the subject costs.
    pub(super) fn is_price(&self) -> bool {
        self.verb == "cost"
    }

    /// Whether it may be done again on another day: a payment.
    pub(super) fn recurs(&self) -> bool {
        matches!(self.verb, "pay" | "spend" | "raise" | "earn" | "win")
    }

    /// Whether it grows from day to day, as the dead of a quake do.
    pub(super) fn grows(&self) -> bool {
        matches!(self.verb, "kill" | "injure" | "destroy" | "displace")
    }
}

/// "killed 12 people", "is 320 metres long", "which will cost $6.8 million".
fn told(file: &str, claims: &[Claim<'_>]) -> Option<Given> {
    let claim = claims.first()?;
    let before = file[..claim.span.start() as usize].trim_end();
    let word = last_word(before);
    let verb = verb(word);
    let after = &file[claim.span.end() as usize..];
    let plain = tail::without_aside(after).trim_start_matches([' ', '-']);
    let next = first_word(plain);
    let runs = extent(next);
    // "The bridge, 320 metres long,".
    let verb = match (verb, runs) {
        (None, Some(_)) if before.ends_with(',') => "is",
        (verb, _) => verb?,
    };
    if verb == "is" && runs.is_none() {
        return None;
    }
    let measure = Measure::new(verb, claim)?;
    let rest = if runs.is_some() { &plain[next.len()..] } else { after };
    let tense = if before.ends_with(',') { Tense::Either } else { Tense::of(word, verb) };
    Some(Given {
        measure: measure.narrowed(file, rest, claims)?,
        manner: runs.map_or(Manner::Tells, Manner::Runs),
        stand: Stand::BeforeVerb,
        tense,
    })
}

/// "the length of the bridge is 320 metres", "Marl has a population of 12,400".
fn named(file: &str, claims: &[Claim<'_>]) -> Option<Given> {
    let claim = claims.first()?;
    let before = file[..claim.span.start() as usize].trim_end();
    let word = last_word(before);
    let (quality, stand) = if Word::find(word)?.is(Sense::Situates) {
        (last_word(before[..before.len() - word.len()].trim_end()), Stand::BeforeNoun)
    } else {
        verb(word).filter(|verb| *verb == "is")?;
        (quality_before(before[..before.len() - word.len()].trim_end())?, Stand::BesideNoun)
    };
    let (verb, manner) = measure_of(quality)?;
    let tense = if stand == Stand::BesideNoun { Tense::of(word, "is") } else { Tense::Either };
    let measure = Measure::new(verb, claim)?.narrowed(file, &file[claim.span.end() as usize..], claims)?;
    Some(Given { measure, manner, stand, tense })
}

/// The noun for a measure in "the length of the bridge" and "the bridge's length".
fn quality_before(before: &str) -> Option<&str> {
    let start = before.len().saturating_sub(REACH);
    let start = (start..=before.len()).find(|at| before.is_char_boundary(*at))?;
    let clause = before[start..].rsplit(['.', ',', ';', ':', '\n']).next()?;
    let last = last_word(clause);
    if measure_of(last).is_some() {
        return Some(last);
    }
    let of = clause.rmatch_indices(" of ").map(|(at, _)| last_word(&clause[..at]));
    of.into_iter().find(|word| measure_of(word).is_some())
}

/// The measure that a noun gives: "length", "population".
fn measure_of(noun: &str) -> Option<(&'static str, Manner)> {
    Word::find(noun)?.senses().find_map(|sense| match sense {
        Sense::Extends(extent) => Some(("is", Manner::Runs(extent))),
        Sense::Quality(verb) => Some((verb, Manner::Tells)),
        _ => None,
    })
}

/// "the 320-metre bridge", "a $412 million budget", "the 48-turbine wind farm".
fn describing(file: &str, claim: &Claim<'_>) -> Option<Given> {
    let text = file.get(claim.span.range())?;
    let after = &file[claim.span.end() as usize..];
    let next = after.strip_prefix([' ', '-']).filter(|next| next.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let joined = text.as_bytes().windows(2).any(|pair| pair[0] == b'-' && pair[1].is_ascii_alphabetic());
    let verb = match claim.value.quantity()?.unit.map(Unit::dimension) {
        Some(Dimension::Currency) => "cost",
        Some(Dimension::Length) if joined => "is",
        Some(Dimension::Area) if joined => "cover",
        None if joined && claim.of.is_some() => "have",
        _ => return None,
    };
    // "the 260-metre-deep mine".
    let manner = extent(first_word(next)).map_or(Manner::Describes, Manner::Runs);
    Some(Given { measure: Measure::new(verb, claim)?, manner, stand: Stand::Behind, tense: Tense::Either })
}

impl Measure {
    /// The same with what narrows it behind the figure; none where the clause goes on.
    fn narrowed(self, file: &str, rest: &str, claims: &[Claim<'_>]) -> Option<Self> {
        let of = claims.first()?.of.as_deref().unwrap_or_default();
        let rest = rest.strip_prefix(" of ").and_then(|rest| rest.strip_prefix(of)).unwrap_or(rest);
        let start = file.len() - rest.len();
        let dates = claims.iter().skip(1).take(AHEAD).filter(|claim| claim.kind == ClaimKind::Date);
        let within = |claim: &Claim<'_>| {
            Some((claim.span.start() as usize).checked_sub(start)?..(claim.span.end() as usize).checked_sub(start)?)
        };
        let dates: Vec<Range<usize>> = dates.filter_map(within).collect();
        let apart = matches!(self.verb, "have" | "seat" | "house");
        let tail = tail::tail(rest, &dates, if apart { Counts::Apart } else { Counts::Together })?;
        Some(Self { tail, ..self })
    }
}

/// "was", "employed".
fn is_past_form(word: &str) -> bool {
    let is = |sense| Word::find(word).is_some_and(|word| word.is(sense));
    is(Sense::Told) || is(Sense::PastTense) || ends_in_past(word, Word::find(word))
}

fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default()
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default()
}

/// The form that a verb of measure stands for.
pub(super) fn verb(word: &str) -> Option<&'static str> {
    Word::find(word)?.senses().find_map(|sense| if let Sense::Gives(verb) = sense { Some(verb) } else { None })
}

/// The way that a word says a length runs.
pub(super) fn extent(word: &str) -> Option<&'static str> {
    Word::find(word)?.senses().find_map(|sense| if let Sense::Extends(extent) = sense { Some(extent) } else { None })
}

/// What is counted, in small letters and of one.
pub(super) fn singular(of: &str) -> String {
    let mut of = of.to_lowercase();
    if of.len() > 3 && of.ends_with('s') && !of.ends_with("ss") {
        of.pop();
    }
    of
}
