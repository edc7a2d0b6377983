//! What a figure measures, by the bytes around it alone: "killed 12 people", "320 metres long",
//! "a 320-metre bridge", "has 48 turbines".

use crate::claim::{Claim, ClaimKind};
use crate::lexicon::{Sense, Word};
use crate::value::{Dimension, Exact, Unit};

/// How many times as great as another a length of the same extent may be.
const NEAR: Exact = Exact::constant(2, 1);

/// What two figures must share to be of one measure.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Measure {
    /// The verb that gives it: "kill", "cost", "have"; "is" of a length.
    pub(super) verb: &'static str,
    pub(super) unit: Option<&'static str>,
    /// What is counted.
    pub(super) of: String,
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

impl Measure {
    pub(super) fn of(file: &str, claim: &Claim<'_>) -> Option<(Self, Manner)> {
        let (measure, manner) = Self::told(file, claim).or_else(|| Self::describing(file, claim))?;
        // "the 45,000-seat stadium" and "has 45,000 seats" are "seats 45,000".
        let seats = measure.verb == "have" && measure.of == "seat";
        Some((if seats { Self { verb: "seat", of: String::new(), ..measure } } else { measure }, manner))
    }

    /// Whether it stays what it is: a length or an area, not a price or a count.
    pub(super) fn lasts(&self) -> bool {
        self.verb == "is" || self.verb == "cover"
    }

    /// "killed 12 people", "is 320 metres long", "which will cost $6.8 million".
    fn told(file: &str, claim: &Claim<'_>) -> Option<(Self, Manner)> {
        let before = file[..claim.span.start() as usize].trim_end();
        let word = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next()?;
        let verb = verb(word);
        let after = &file[claim.span.end() as usize..];
        let plain = after.trim_start_matches([' ', '-']);
        let next = plain.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let runs = extent(next);
        // "The bridge, 320 metres long,".
        let verb = match (verb, runs) {
            (None, Some(_)) if before.ends_with(',') => "is",
            (verb, _) => verb?,
        };
        let unit = claim.value.quantity()?.unit;
        let length = unit.is_some_and(|unit| unit.dimension() == Dimension::Length);
        if (verb == "is") != (runs.is_some() && length) {
            return None;
        }
        let counted = claim.of.as_deref().unwrap_or_default();
        let rest = if runs.is_some() { &plain[next.len()..] } else { after };
        let rest = rest.strip_prefix(" of ").and_then(|rest| rest.strip_prefix(counted)).unwrap_or(rest);
        let of = if verb == "is" { String::new() } else { singular(counted) };
        let measures = verb != "have" || (claim.kind == ClaimKind::Count && !of.is_empty());
        let manner = runs.map_or(Manner::Tells, Manner::Runs);
        (ends(rest) && measures).then(|| (Self { verb, unit: unit.map(Unit::id), of }, manner))
    }

    /// "the 320-metre bridge", "a $412 million budget", "the 48-turbine wind farm".
    fn describing(file: &str, claim: &Claim<'_>) -> Option<(Self, Manner)> {
        let text = file.get(claim.span.range())?;
        let after = &file[claim.span.end() as usize..];
        let noun = after.strip_prefix([' ', '-'])?.starts_with(|c: char| c.is_ascii_alphabetic());
        let unit = claim.value.quantity()?.unit;
        let joined = text.as_bytes().windows(2).any(|pair| pair[0] == b'-' && pair[1].is_ascii_alphabetic());
        let (verb, of) = match unit.map(Unit::dimension) {
            Some(Dimension::Currency) => ("cost", String::new()),
            Some(Dimension::Length) if joined => ("is", String::new()),
            Some(Dimension::Area) if joined => ("cover", String::new()),
            None if joined => ("have", singular(claim.of.as_deref()?)),
            _ => return None,
        };
        noun.then(|| (Self { verb, unit: unit.map(Unit::id), of }, Manner::Describes))
    }
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

/// Whether a clause ends here, or only says on which day it was so.
fn ends(rest: &str) -> bool {
    let day = |rest: &str| {
        let word = rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        Word::find(word).is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Weekday(_))))
    };
    rest.is_empty()
        || rest.starts_with(['.', ',', ';', '\n', ')', '"', '\'', '<', '|', ']'])
        || rest.strip_prefix(" on ").is_some_and(day)
}
