//! Claims × facts → verdicts and findings.

mod compare;
mod time;
mod values;

use jiff::civil;

use crate::claim::Claim;
use crate::finding::Finding;
use crate::reference::Reference;
use crate::source::Document;

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
pub fn check<'t>(
    document: &'t Document<'_>,
    claims: Vec<Claim<'t>>,
    reference: &Reference,
    now: civil::Date,
) -> Checked<'t> {
    let _ = (document, reference, now);
    Checked { claims: claims.into_iter().map(|claim| (claim, Verdict::Unverified)).collect(), findings: Vec::new() }
}
