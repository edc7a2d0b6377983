//! What was found → what is reported of it.

use super::{Checked, Verdict};
use crate::finding::{Finding, Rule, Selection};
use crate::reference::Reference;
use crate::source::Document;

/// Leaves of what was found in a draft what is asked for, each finding at the level that is asked
/// for. With facts selected, the claims on others go too.
pub fn select<'t>(
    document: &Document<'_>,
    checked: Checked<'t>,
    reference: &Reference,
    selection: &Selection,
) -> Checked<'t> {
    let Checked { mut claims, mut findings } = checked;
    if selection.is_partial() {
        claims.retain(|(_, verdict)| {
            let fact = verdict.fact().and_then(|fact| reference.facts.get(fact));
            fact.is_some_and(|fact| selection.covers(&fact.id))
        });
    }
    findings.retain_mut(|finding| match selection.level(finding) {
        Some(level) => {
            finding.level = level;
            true
        }
        None => false,
    });
    if let Some(level) = selection.severity(Rule::UnverifiedClaim).level() {
        let unverified = claims.iter().filter(|(_, verdict)| *verdict == Verdict::Unverified);
        let found = unverified.map(|(claim, _)| Finding::unverified(claim, &document.file[claim.span.range()], level));
        findings.extend(found);
        findings.sort_by_key(|finding| (finding.span, finding.rule));
    }
    Checked { claims, findings }
}
