//! Claims × facts → verdicts and findings.

mod admitted;
mod assertion;
mod assign;
mod compare;
mod difference;
mod figures;
mod fix;
mod index;
mod matching;
mod outcome;
mod outline;
mod profile;
mod scene;
mod slip;
mod term;
mod time;
mod values;

use jiff::civil;

pub use index::Index;

use admitted::{Figure, admitted};
use outcome::{Outcome, Rounding};

use crate::claim::{Claim, Value};
use crate::finding::Finding;
use crate::source::Document;
use crate::value::Interval;

/// What the reference says of a claim; only a claim that no fact is about has no fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It agrees with this fact, an index of [`Reference::facts`].
    Supported(usize),
    /// It contradicts this fact.
    Contradicted(usize),
    /// It was right by this fact, and is not any more.
    Outdated(usize),
    /// No fact is about it.
    Unverified,
}

/// A draft held against a reference.
#[derive(Debug)]
pub struct Checked<'t> {
    /// Every claim with its verdict, in document order.
    pub claims: Vec<(Claim<'t>, Verdict)>,
    /// In document order.
    pub findings: Vec<Finding>,
}

/// Compares the claims of a draft with the facts, at the date the draft is of.
pub fn check<'t>(document: &Document<'_>, claims: Vec<Claim<'t>>, index: &Index<'_>, now: civil::Date) -> Checked<'t> {
    let mut verdicts = vec![Verdict::Unverified; claims.len()];
    let mut findings = Vec::new();
    for decision in figures::decide(document, &claims, index, now) {
        let fact = decision.profile.fact;
        let claim = &claims[decision.claim];
        findings.extend(difference::finding(document.file, claim, &index.reference.facts[fact], &decision.comparison));
        verdicts[decision.claim] = match decision.comparison.outcome {
            Outcome::Supported(_) => Verdict::Supported(fact),
            Outcome::Contradicted(_) => Verdict::Contradicted(fact),
            Outcome::Outdated { .. } => Verdict::Outdated(fact),
            Outcome::Silent => Verdict::Unverified,
        };
    }
    findings.sort_by_key(|finding: &Finding| (finding.span, finding.rule));
    Checked { claims: claims.into_iter().zip(verdicts).collect(), findings }
}

/// The values that a claim's figure admits in running text, by its hedge and its last digit; none
/// for what is no figure.
pub(crate) fn admits(claim: &Claim<'_>) -> Option<Interval> {
    let quantity = match &claim.value {
        Value::Quantity(quantity) => *quantity,
        Value::Change(change) => change.by?,
        Value::Date(..)
        | Value::Time(..)
        | Value::Rank(_)
        | Value::Score(_)
        | Value::Role(_)
        | Value::Quote(_)
        | Value::Statement(..) => return None,
    };
    admitted(Figure { kind: claim.kind, quantity }, Rounding::Text)
}
