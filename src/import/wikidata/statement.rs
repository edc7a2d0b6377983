//! The statements of one property: those that count, with when and where from.

use serde_json::Value;

use super::snak::{self, Said, Silent};
use crate::import::Reading;
use crate::import::error::{Place, Problem};

/// Qualifiers that make a statement one of a part, not of the whole: applies to part, of, location, criterion used.
const PARTS: [&str; 4] = ["P518", "P642", "P276", "P1013"];

/// Whether its editors prefer a statement to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Normal,
    Preferred,
}

/// What a property says of an entity.
#[derive(Clone, Debug)]
pub(super) struct Statement<'j> {
    pub(super) rank: Rank,
    pub(super) said: Said<'j>,
    /// When it was so: a moment, or the beginning of a time.
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    /// The address that its references give.
    pub(super) source: Option<&'j str>,
}

/// Reads the statements of a property without the deprecated ones; what is left out of the others is told where
/// `told` says that it might have been a fact.
pub(super) fn all<'j>(
    statements: &'j Value,
    at: &Place,
    reading: &mut Reading<'_>,
    told: impl Fn(&Value) -> bool,
) -> Vec<Statement<'j>> {
    let Some(statements) = statements.as_array() else {
        reading.report(at.clone(), Problem::Missing("statements"));
        return Vec::new();
    };
    let mut read = Vec::new();
    for statement in statements {
        match one(statement) {
            Ok(statement) => read.extend(statement),
            Err(Silent::Left(reason)) if statement.get("mainsnak").is_some_and(&told) => {
                reading.skip(at.clone(), reason);
            }
            Err(Silent::Left(_)) => {}
            Err(Silent::Wrong(problem)) => reading.report(at.clone(), problem),
        }
    }
    read
}

/// Reads a statement; none where it is deprecated.
fn one(statement: &Value) -> Result<Option<Statement<'_>>, Silent> {
    let rank = match statement.get("rank").and_then(Value::as_str) {
        Some("deprecated") => return Ok(None),
        Some("preferred") => Rank::Preferred,
        Some(_) | None => Rank::Normal,
    };
    let said = snak::read(statement.get("mainsnak").ok_or(Silent::Wrong(Problem::Missing("mainsnak")))?)?;
    let qualifier = |property: &str| statement.get("qualifiers").and_then(|all| all.get(property)?.get(0));
    if PARTS.iter().any(|part| qualifier(part).is_some()) {
        return Err(Silent::Left("it is said of a part"));
    }
    let time = |property: &str| match qualifier(property).map(snak::read) {
        Some(Ok(Said::Time(time))) => Ok(Some(time)),
        Some(Err(Silent::Wrong(problem))) => Err(Silent::Wrong(problem)),
        Some(Ok(_) | Err(Silent::Left(_))) | None => Ok(None),
    };
    let from = match time("P580")? {
        Some(from) => Some(from),
        None => time("P585")?,
    };
    Ok(Some(Statement { rank, said, from, until: time("P582")?, source: source(statement) }))
}

/// The first address (P854) of its references.
fn source(statement: &Value) -> Option<&str> {
    let references = statement.get("references")?.as_array()?;
    let addresses = references
        .iter()
        .filter_map(|reference| reference.get("snaks")?.get("P854")?.get(0)?.get("datavalue")?.get("value")?.as_str());
    addresses.into_iter().find(|address| !address.is_empty())
}

/// Of several that say no time, or the same, those that are preferred.
pub(super) fn preferred(mut statements: Vec<Statement<'_>>) -> Vec<Statement<'_>> {
    let best = statements.iter().map(|statement| statement.rank).max();
    statements.retain(|statement| Some(statement.rank) == best);
    statements.dedup_by(|later, earlier| later.said == earlier.said && later.from == earlier.from);
    statements
}
