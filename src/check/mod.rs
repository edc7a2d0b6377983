//! Claims × facts → verdicts and findings.
//!
//! `reading` puts sentences and facts into words that can be compared, `compare` holds a value against a value,
//! `figures` decides which fact a figure or date is about; `names`, `quotes` and `statements` do the same for what is
//! no figure, and `consistency` holds a draft against itself. `difference` and `fix` say what came out.

mod compare;
mod consistency;
mod difference;
mod figures;
mod fix;
mod index;
mod lint;
mod names;
mod now;
mod quotes;
pub(crate) mod reading;
mod select;
mod silence;
mod statements;
#[cfg(test)]
mod tests;

pub use figures::assign::Reserve;
pub use figures::explain::{Considered, Explained, Matched, Ruling};
pub use figures::matching::fit::Clarity;
pub use index::{Index, Tables, compile, open, shipped};
pub use lint::{Flaw, Other, Weakness, lint, outranked};
pub use now::Now;
pub(crate) use reading::figure::figure_tokens;
pub use reading::scene::Level;
pub(crate) use reading::term::is_content;
pub use select::select;

use jiff::civil;

use compare::admitted::{Figure, admitted};
use compare::outcome::{Outcome, Rounding};
use figures::explain::{Minutes, Nobody, Witness};

use crate::claim::{Claim, Value};
use crate::extract::extract_with_pages;
use crate::finding::{Finding, Rule};
use crate::source::Document;
use crate::span::Span;
use crate::text::Pages;
use crate::value::{Date, Interval};

/// What the reference says of a claim; only a claim that no fact is about has no fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It agrees with this fact, an index of [`Reference::facts`](crate::reference::Reference::facts).
    Supported(usize),
    /// It contradicts this fact.
    Contradicted(usize),
    /// It was right by this fact, and is not any more.
    Outdated(usize),
    /// No fact is about it.
    Unverified,
}

impl Verdict {
    /// The fact it rests on.
    pub const fn fact(self) -> Option<usize> {
        match self {
            Self::Supported(fact) | Self::Contradicted(fact) | Self::Outdated(fact) => Some(fact),
            Self::Unverified => None,
        }
    }

    /// Of two verdicts on one claim the one with more of it stands: what is wrong before what is right, and that before
    /// nothing.
    const fn gravity(self) -> u8 {
        match self {
            Self::Unverified => 0,
            Self::Supported(_) => 1,
            Self::Outdated(_) | Self::Contradicted(_) => 2,
        }
    }
}

/// A draft held against a reference.
#[derive(Debug)]
pub struct Checked<'t> {
    /// Every claim with its verdict, in document order.
    pub claims: Vec<(Claim<'t>, Verdict)>,
    /// In document order.
    pub findings: Vec<Finding>,
}

/// What is decided of names, quotations and statements.
#[derive(Debug, Default)]
struct Judged<'t> {
    /// By the index of the claim.
    verdicts: Vec<(usize, Verdict)>,
    findings: Vec<Finding>,
    /// Clauses that became claims because the reference has a statement on them.
    statements: Vec<(Claim<'t>, Verdict)>,
}

/// Compares the claims of a draft with the facts, at the date the draft is of.
pub fn check<'t>(
    document: &Document<'_>,
    claims: Vec<Claim<'t>>,
    index: &Index<'_>,
    now: impl Into<Now>,
) -> Checked<'t> {
    check_before(&Pages::of(document), claims, index, now.into(), &mut Nobody)
}

/// Compares all the claims of a draft: the same as [`check`] after [`extract`](crate::extract::extract), and faster.
pub fn extract_and_check<'t>(document: &'t Document<'_>, index: &Index<'_>, now: impl Into<Now>) -> Checked<'t> {
    let (claims, pages) = extract_with_pages(document);
    check_before(&pages, claims, index, now.into(), &mut Nobody)
}

/// The same, with every fact that was considered for a figure or date, and what decided.
pub fn explain<'t>(
    document: &Document<'_>,
    claims: Vec<Claim<'t>>,
    index: &Index<'_>,
    now: impl Into<Now>,
) -> Explained<'t> {
    let mut minutes = Minutes::default();
    let checked = check_before(&Pages::of(document), claims, index, now.into(), &mut minutes);
    Explained { checked, considered: minutes.in_order() }
}

fn check_before<'t>(
    pages: &Pages<'_>,
    claims: Vec<Claim<'t>>,
    index: &Index<'_>,
    now: Now,
    witness: &mut impl Witness,
) -> Checked<'t> {
    let document = pages.document;
    let day = now.date();
    let mut verdicts = vec![Verdict::Unverified; claims.len()];
    let mut findings = Vec::new();
    // The days that dates are of by the reference, whatever year they were read with: "Thursday, May 8".
    let mut days: Vec<(Span, civil::Date)> = Vec::new();
    for decision in figures::decide(pages, &claims, index, day, witness) {
        let fact = decision.profile.fact;
        let claim = &claims[decision.claim];
        let facts = &index.reference.facts;
        if let Some(rival) = decision.rival.filter(|_| !decision.comparison.outcome.is_supported()) {
            let text = &document.file[claim.span.range()];
            findings.push(Finding::ambiguous(claim, text, &facts[fact], &facts[rival]));
            continue;
        }
        let finding = difference::finding(document, claim, &facts[fact], &decision.comparison);
        findings.extend(finding.map(|finding| if decision.proof.is_unsure() { finding.less_sure() } else { finding }));
        let verdict = match decision.comparison.outcome {
            Outcome::Supported(_) => {
                if let Some(Date::Day(day)) = decision.comparison.date() {
                    days.push((claim.span, day));
                }
                Verdict::Supported(fact)
            }
            Outcome::Contradicted(_) => Verdict::Contradicted(fact),
            Outcome::Outdated { .. } => Verdict::Outdated(fact),
            Outcome::Silent => Verdict::Unverified,
        };
        // Of a change by how much may be right, and where it ended wrong.
        let decided = &mut verdicts[decision.claim];
        if verdict.gravity() > decided.gravity() {
            *decided = verdict;
        }
    }
    let mut judged = Judged::default();
    names::judge(pages, (&claims, &verdicts), (index.reference, &index.tables.people), day, &mut judged);
    quotes::judge(document, &claims, (index.reference, &index.records), &mut judged);
    statements::judge(pages, &claims, (index.reference, &index.statements, &index.tables.vocabulary), day, &mut judged);
    for (claim, verdict) in judged.verdicts {
        verdicts[claim] = verdict;
    }
    findings.extend(judged.findings);
    let known = findings.len();
    findings.extend(consistency::find(pages, &claims, now, &days));
    spare_right_spellings(&mut findings, known);
    findings.retain(|finding| !finding.is_off());
    for finding in &mut findings {
        finding.fix = finding.fix.take().filter(|fix| fix::spares_markup(document, fix));
    }
    silence::heed(document, &mut findings);
    findings.sort_by_key(|finding: &Finding| (finding.span, finding.rule));
    let mut claims: Vec<_> = claims.into_iter().zip(verdicts).collect();
    claims.extend(judged.statements);
    claims.sort_by_key(|(claim, _)| (claim.span.start(), std::cmp::Reverse(claim.span.end())));
    Checked { claims, findings }
}

/// Of two spellings of a name the reference knows the right one: the first `known` findings tell which is wrong, and
/// the other need not be called inconsistent with it.
fn spare_right_spellings(findings: &mut Vec<Finding>, known: usize) {
    let misspelt = findings[..known].iter().filter(|finding| finding.rule == Rule::NameMisspelled && !finding.is_off());
    let misspelt: Vec<Span> = misspelt.map(|finding| finding.span).collect();
    let told = |span: Span| misspelt.iter().any(|other| other.overlaps(span));
    findings.retain(|finding| {
        let other = finding.other.as_ref().is_some_and(|other| told(other.span));
        finding.rule != Rule::NameInconsistent || !(told(finding.span) || other)
    });
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
