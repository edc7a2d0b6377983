//! What the tests of names, quotations and statements share.

use super::{Index, check};
use crate::reference::load;
use crate::source::{self, Format};

/// The findings that facts in YAML give cause to in a draft of 15 August 2025, as "rule: text", and
/// how many claims they support.
pub(super) fn found(facts: &str, draft: &str) -> (Vec<String>, usize) {
    let reference = load([("house.yaml", facts)], |_, _| Err("not at hand".into())).expect("good facts");
    let document = source::read(draft, Format::Plain);
    let claims = crate::extract::extract(&document);
    let checked = check(&document, claims, &Index::of(&reference), jiff::civil::date(2025, 8, 15));
    let supported =
        checked.claims.iter().filter(|(_, verdict)| matches!(verdict, super::Verdict::Supported(_))).count();
    let findings = checked.findings.iter().map(|finding| format!("{}: {}", finding.rule.name(), finding.text));
    (findings.collect(), supported)
}

/// What the findings in a draft would have written instead.
pub(super) fn fixes(facts: &str, draft: &str) -> Vec<String> {
    let reference = load([("house.yaml", facts)], |_, _| Err("not at hand".into())).expect("good facts");
    let document = source::read(draft, Format::Plain);
    let claims = crate::extract::extract(&document);
    let checked = check(&document, claims, &Index::of(&reference), jiff::civil::date(2025, 8, 15));
    checked.findings.into_iter().filter_map(|finding| finding.fix).map(|fix| fix.replacement).collect()
}

/// Checks drafts against facts: each draft with the findings and the number of supported claims.
#[track_caller]
pub(super) fn assert_found(facts: &str, cases: &[(&str, &[&str], usize)]) {
    for (draft, findings, supported) in cases {
        let (got, count) = found(facts, draft);
        assert_eq!(
            (got.as_slice(), count),
            (findings.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice(), *supported),
            "{draft}"
        );
    }
}
