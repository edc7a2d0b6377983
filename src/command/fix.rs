//! `check --fix` and `--diff`: the replacements that findings carry, put into the draft where the
//! draft reads better with them by the same check.

use std::collections::HashMap;
use std::path::Path;

use factdiff::finding::{Finding, Fix, Level};
use similar::TextDiff;

/// No draft takes more rounds: each round only adds fixes that the one before it made room for.
const MOST_ROUNDS: usize = 8;

/// A draft with what could be put right in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mended {
    pub(super) text: String,
    /// How many fixes that took.
    pub(super) fixed: usize,
}

/// Puts in every fix after which the finding is gone and no other has come; `judge` checks a text.
///
/// Of fixes that overlap, the first is put in; the other has its turn in the next round, where
/// there is still cause for it.
pub(super) fn mend(text: &str, judge: &dyn Fn(&str) -> Vec<Finding>) -> Mended {
    let mut draft = Draft { text: text.to_owned(), findings: judge(text), judge };
    let mut fixed = 0;
    for _ in 0..MOST_ROUNDS {
        match draft.put_in(&apart(&draft.findings)) {
            0 => break,
            more => fixed += more,
        }
    }
    Mended { text: draft.text, fixed }
}

/// The fixes that do not overlap, in the order of the text.
fn apart(findings: &[Finding]) -> Vec<Fix> {
    let mut fixes: Vec<&Fix> = findings.iter().filter_map(|finding| finding.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| fix.span);
    let mut apart: Vec<Fix> = Vec::new();
    for fix in fixes {
        if apart.last().is_none_or(|last| !last.span.overlaps(fix.span)) {
            apart.push(fix.clone());
        }
    }
    apart
}

/// A draft on its way.
struct Draft<'j> {
    text: String,
    findings: Vec<Finding>,
    judge: &'j dyn Fn(&str) -> Vec<Finding>,
}

impl Draft<'_> {
    /// Puts in the fixes that do good, all at once where they all do, and tells how many they were.
    /// The later half goes first: the places of the earlier one stay what they are.
    fn put_in(&mut self, fixes: &[Fix]) -> usize {
        if fixes.is_empty() {
            return 0;
        }
        let text = replaced(&self.text, fixes);
        let findings = (self.judge)(&text);
        if is_better(&self.findings, &findings, fixes.len()) {
            (self.text, self.findings) = (text, findings);
            return fixes.len();
        }
        if fixes.len() == 1 {
            return self.put_in_with_followers(&text, &findings);
        }
        let (earlier, later) = fixes.split_at(fixes.len() / 2);
        self.put_in(later) + self.put_in(earlier)
    }
}

impl Draft<'_> {
    /// Takes a text with one fix in it, together with the fixes of what comes to light by that, where both do good: once
    /// a name is spelled right, an age beside it may be seen to be wrong. Tells how many fixes they were.
    fn put_in_with_followers(&mut self, text: &str, findings: &[Finding]) -> usize {
        let known: Vec<Fault> = self.findings.iter().map(fault).collect();
        let followers: Vec<Finding> = findings.iter().filter(|one| !known.contains(&fault(one))).cloned().collect();
        let fixes = apart(&followers);
        if fixes.is_empty() {
            return 0;
        }
        let text = replaced(text, &fixes);
        let findings = (self.judge)(&text);
        if !is_better(&self.findings, &findings, 1) {
            return 0;
        }
        (self.text, self.findings) = (text, findings);
        1 + fixes.len()
    }
}

/// What tells a fault from another: its rule, its fact and its words.
type Fault = (&'static str, Option<String>, String);

fn fault(finding: &Finding) -> Fault {
    let fact = finding.fact.as_ref().map(|fact| fact.id.clone());
    (finding.rule.name(), fact, finding.text.clone())
}

/// The text with each of the fixes, which stand in its order and do not overlap.
fn replaced(text: &str, fixes: &[Fix]) -> String {
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for fix in fixes {
        new.push_str(&text[at..fix.span.range().start]);
        new.push_str(&fix.replacement);
        at = fix.span.range().end;
    }
    new.push_str(&text[at..]);
    new
}

/// Whether so many findings are gone, and none is there that was not before. That a figure is now
/// right when rounded is no new fault.
fn is_better(before: &[Finding], after: &[Finding], gone: usize) -> bool {
    let faults = |findings: &[Finding]| {
        let mut faults: HashMap<Fault, usize> = HashMap::new();
        for finding in findings.iter().filter(|finding| finding.level > Level::Note || finding.fix.is_some()) {
            *faults.entry(fault(finding)).or_default() += 1;
        }
        faults
    };
    let (before, after) = (faults(before), faults(after));
    let count = |faults: &HashMap<_, usize>| faults.values().sum::<usize>();
    count(&after) + gone <= count(&before)
        && after.iter().all(|(fault, count)| before.get(fault).is_some_and(|before| count <= before))
}

/// The change of a draft as a patch that `git apply` and `patch -p1` take.
pub(super) fn patch(name: &str, old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let names = if name == "-" || Path::new(name).is_absolute() {
        (quoted(name), quoted(name))
    } else {
        let name = name.trim_start_matches("./");
        (quoted(&format!("a/{name}")), quoted(&format!("b/{name}")))
    };
    let diff = TextDiff::configure().newline_terminated(true).diff_slices(&old, &new);
    diff.unified_diff().header(&names.0, &names.1).to_string()
}

/// A file's name as patches have it: in quotes where it holds what would end or bend the line.
fn quoted(name: &str) -> String {
    if !name.contains(['"', '\\', '\n', '\t', '\r']) {
        // What stands behind a tab is no part of the name: so a name may have blanks.
        return if name.contains(' ') { format!("{name}\t") } else { name.to_owned() };
    }
    let escaped = name.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
    format!("\"{}\"", escaped.replace('\r', "\\r"))
}

#[cfg(test)]
mod tests;
