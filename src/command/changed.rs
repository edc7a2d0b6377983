//! `check --changed`: of what a check finds, that which a change since a revision can have brought
//! about: findings on new lines of a draft, and those by new or changed facts wherever they are.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use factdiff::check::{Checked, Verdict};
use factdiff::finding::Finding;
use factdiff::reference::{self, Fact, Reference};
use factdiff::source::{self, Format, Text};
use factdiff::span::Span;

use super::claims;
use super::git::{Differing, GitError, Past, Repository};
use super::house::House;
use super::output::remark;

/// What has changed since a revision.
#[derive(Debug)]
pub(super) struct Changes {
    repository: Repository,
    files: Differing,
    /// The ids of facts that are new or state something else.
    facts: HashSet<String>,
}

impl Changes {
    /// Compares the drafts and the reference of today with those of a revision.
    pub(super) fn since(
        revision: &str,
        drafts: &[PathBuf],
        house: &House,
        reference: &Reference,
    ) -> Result<Self, GitError> {
        let repository = Repository::around(drafts.first().map_or(Path::new("."), PathBuf::as_path))?;
        if let Some(stray) = drafts.iter().find(|path| path.exists() && repository.own(path).is_none()) {
            return Err(GitError::Elsewhere { path: stray.clone(), root: repository.root });
        }
        let base = repository.base(revision)?;
        if let Some(caution) = &base.caution {
            remark(caution);
        }
        let files = repository.differing(&base.commit)?;
        let mut changes = Self { repository, files, facts: HashSet::new() };
        changes.facts = changes.changed_facts(house, reference)?;
        Ok(changes)
    }

    /// The text that a draft had which reads `text` today, empty where it is new; none where neither
    /// the draft nor a fact has changed.
    pub(super) fn text_before<'t>(
        &self,
        draft: &Path,
        format: Format,
        text: &'t str,
    ) -> Result<Option<Cow<'t, str>>, GitError> {
        Ok(match self.past(draft) {
            None if self.facts.is_empty() => None,
            None => Some(Cow::Borrowed(text)),
            Some(Past::Absent) => Some(Cow::Borrowed("")),
            Some(Past::Content(name)) => {
                let old = self.repository.content(&name)?;
                let old = Text::of(&old, format).map(|old| old.text.into_owned());
                // What was no text is new in every line.
                Some(Cow::Owned(old.unwrap_or_default()))
            }
        })
    }

    /// Keeps of what was found in `text` the claims and findings on lines that it did not have
    /// `before`, and those by facts that changed.
    pub(super) fn keep(&self, before: &str, text: &str, reference: &Reference, checked: &mut Checked<'_>) {
        let lines = new_lines(before, text);
        let is_new = |fact: usize| reference.facts.get(fact).is_some_and(|fact| self.facts.contains(&fact.id));
        checked.claims.retain(|(claim, verdict)| {
            let by_new_fact = match *verdict {
                Verdict::Supported(fact) | Verdict::Contradicted(fact) | Verdict::Outdated(fact) => is_new(fact),
                Verdict::Unverified => false,
            };
            by_new_fact || touches(&lines, claim.span)
        });
        let by_new_fact = |finding: &Finding| finding.fact.as_ref().is_some_and(|fact| self.facts.contains(&fact.id));
        checked.findings.retain(|finding| by_new_fact(finding) || touches(&lines, finding.span));
    }

    /// The facts that the reference did not have, or had otherwise.
    fn changed_facts(&self, house: &House, reference: &Reference) -> Result<HashSet<String>, GitError> {
        let claims = &house.claims;
        let Some(roots) = claims.iter().map(|path| self.repository.own(path)).collect::<Option<Vec<_>>>() else {
            remark("the reference lies outside the repository of the drafts: all of its facts are taken as unchanged");
            return Ok(HashSet::new());
        };
        // A transcript may stand beside the reference file that names it.
        let folders = roots.iter().zip(claims).map(|(own, path)| match own.parent().filter(|_| path.is_file()) {
            Some(folder) => folder,
            None => own,
        });
        let folders: Vec<&Path> = folders.collect();
        // A folder that cannot be read has failed the run already.
        let now: Vec<PathBuf> = claims::files_of(claims).flatten().collect();
        let is_near = |file: &Path| folders.iter().any(|folder| file.starts_with(folder));
        let untracked = |file: &PathBuf| self.past(file) == Some(Past::Absent);
        if !self.files.files.keys().any(|file| is_near(file)) && !now.iter().any(untracked) {
            return Ok(HashSet::new());
        }
        let mut then: HashMap<String, String> = HashMap::new();
        let gone = self.files.files.iter().filter(|(file, _)| {
            is_near(file) && claims::is_reference(file) && !self.repository.root.join(file).exists()
        });
        let gone = gone.map(|(file, past)| (self.repository.root.join(file), Some(past.clone())));
        let kept = now.iter().map(|file| (file.clone(), self.past(file)));
        for (file, past) in kept.chain(gone.collect::<Vec<_>>()) {
            let Some(text) = self.text_then(&file, past)? else { continue };
            // What could not be read then said nothing.
            let name = file.display().to_string();
            let old = reference::File { usage: house.usage, ..reference::File::from((name.as_str(), text.as_str())) };
            let Ok(old) = reference::load([old], |by, path| self.transcript_then(by, path)) else { continue };
            then.extend(old.facts.iter().map(|fact| (fact.id.clone(), content(fact))));
        }
        // What comes with the program has no past here.
        let own: HashSet<String> = now.iter().map(|file| file.display().to_string()).collect();
        let is_new = |fact: &&Fact| own.contains(&fact.origin.file) && then.get(&fact.id) != Some(&content(fact));
        Ok(reference.facts.iter().filter(is_new).map(|fact| fact.id.clone()).collect())
    }

    fn past(&self, file: &Path) -> Option<Past> {
        self.repository.own(file).and_then(|own| self.files.past(&own))
    }

    /// The text that a file had; none where it did not exist.
    fn text_then(&self, file: &Path, past: Option<Past>) -> Result<Option<String>, GitError> {
        let bytes = match past {
            None => fs::read(file).ok(),
            Some(Past::Absent) => None,
            Some(Past::Content(name)) => Some(self.repository.content(&name)?),
        };
        Ok(bytes.and_then(|bytes| source::decode(&bytes).map(str::to_owned).ok()))
    }

    fn transcript_then(&self, reference: &str, path: &str) -> Result<String, String> {
        let file = Path::new(reference).parent().unwrap_or(Path::new("")).join(path);
        match self.past(&file) {
            None => claims::transcript(reference, path),
            past => self.text_then(&file, past).ok().flatten().ok_or_else(|| "it did not exist".to_owned()),
        }
    }
}

/// What decides the verdicts of a fact, as one text: not where it is written, nor its source.
fn content(fact: &Fact) -> String {
    let Fact { form, subject, measure, not, from, until, as_of, severity, .. } = fact;
    format!("{:?}", (form, subject, measure, not, from, until, as_of, severity))
}

/// The lines that a text did not have before, by their bytes; how a line ends makes no difference.
fn new_lines(old: &str, new: &str) -> Vec<Range<usize>> {
    let mut known: HashMap<&str, usize> = HashMap::new();
    for line in old.lines() {
        *known.entry(line).or_default() += 1;
    }
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for whole in new.split_inclusive('\n') {
        let end = start + whole.len();
        let line = whole.strip_suffix('\n').unwrap_or(whole);
        match known.get_mut(line.strip_suffix('\r').unwrap_or(line)).filter(|left| **left > 0) {
            Some(left) => *left -= 1,
            None => match lines.last_mut().filter(|last| last.end == start) {
                Some(last) => last.end = end,
                None => lines.push(start..end),
            },
        }
        start = end;
    }
    lines
}

/// Whether a span stands on one of these lines.
fn touches(lines: &[Range<usize>], span: Span) -> bool {
    let span = span.range();
    let next = lines.partition_point(|line| line.end <= span.start);
    lines.get(next).is_some_and(|line| line.start < span.end)
}

#[cfg(test)]
mod tests {
    use factdiff::span::Span;

    use super::{new_lines, touches};

    #[test]
    fn lines_are_new_where_the_old_text_lacks_them() {
        for (old, new, expected) in [
            ("a\nb\nc\n", "a\nb\nc\n", &[][..]),
            ("a\nb\nc\n", "a\nx\nc\n", &["x\n"]),
            ("a\nb\nc\n", "new\na\nb\nc\nd", &["new\n", "d"]),
            ("a\nb\n", "a\r\nb\r\n", &[]),
            ("a\nb", "b\na\n", &[]),
            ("a\n", "a\na\n", &["a\n"]),
            ("a\nb\nc\n", "a\nx\ny\nc\n", &["x\ny\n"]),
            ("", "a\n", &["a\n"]),
            ("a\n", "", &[]),
        ] {
            let lines: Vec<&str> = new_lines(old, new).into_iter().map(|line| &new[line]).collect();
            assert_eq!(lines, expected, "{old:?} → {new:?}");
        }
    }

    #[test]
    fn a_figure_that_is_wrapped_stands_on_both_its_lines() {
        let lines = [10..20, 40..50];
        let touched = |start, end| touches(&lines, Span::new(start, end).expect("not empty"));
        assert!(touched(5, 11) && touched(19, 25) && touched(12, 14) && touched(45, 60));
        assert!(!touched(5, 10) && !touched(20, 40) && !touched(50, 51));
        assert!(!touches(&[], Span::new(0, 1).expect("not empty")));
    }
}
