//! Marks in the draft that silence findings, and those that silence nothing.

use crate::finding::{Finding, Rule};
use crate::source::{Document, Silence};

/// Drops the findings that a mark of the draft covers, and reports the marks that cover none.
pub(super) fn heed(document: &Document<'_>, findings: &mut Vec<Finding>) {
    let mut used = vec![false; document.silences.len()];
    findings.retain(|finding| {
        let covers = |silence: &Silence| silence.covers(finding.rule.name(), finding.span);
        let mut heard = true;
        for (silence, used) in document.silences.iter().zip(&mut used) {
            if covers(silence) {
                *used = true;
                heard = false;
            }
        }
        heard
    });
    let idle = document.silences.iter().zip(used).filter(|(_, used)| !used);
    findings.extend(idle.map(|(silence, _)| {
        let unknown = silence.rules.iter().find(|name| Rule::named(name).is_none());
        let ended = silence.until.filter(|_| silence.lapsed);
        Finding::idle_mark(silence.mark, &document.file[silence.mark.range()], unknown.map(String::as_str), ended)
    }));
}
