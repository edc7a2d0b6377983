//! Which of a draft's findings are reported: all, or those that are new since a revision or on top
//! of a baseline.

use std::borrow::Cow;
use std::path::Path;

use factdiff::check::Checked;
use factdiff::finding::{Rule, Selection, Severity};
use factdiff::reference::Reference;
use factdiff::report::Name;

use super::Failure;
use super::baseline::{Baseline, Purpose};
use super::changed::Changes;
use super::cli::check::CheckOptions;
use super::cli::input::InputFormat;
use super::git::GitError;
use super::house::House;
use super::series::Draft;

/// Where a baseline is written unless a file is named.
const BASELINE: &str = "factdiff-baseline.json";

/// What narrows a report.
#[derive(Debug)]
pub(super) struct Scope<'r> {
    reference: &'r Reference,
    changes: Option<Changes>,
    baseline: Option<Baseline>,
}

impl<'r> Scope<'r> {
    pub(super) fn of(
        options: &CheckOptions,
        house: &House,
        reference: &'r Reference,
        selection: &Selection,
    ) -> Result<Self, Failure> {
        let paths = &options.input.paths;
        let nameless = options.input.input == InputFormat::Jsonl || paths.iter().any(|path| path == Path::new("-"));
        let changes = match &options.scope.changed {
            Some(_) if nameless => return Err(Failure::NoPast),
            Some(revision) => Some(Changes::since(revision, paths, house, reference)?),
            None => None,
        };
        let today = options.input.date.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
        let baseline = match (&options.scope.baseline, &options.scope.write_baseline) {
            (None, None) => None,
            (Some(path), None) => Some((path.as_path(), Purpose::Silence)),
            (_, Some(Some(path))) | (Some(path), Some(None)) => Some((path.as_path(), Purpose::Record)),
            (None, Some(None)) => Some((Path::new(BASELINE), Purpose::Record)),
        };
        let baseline =
            baseline.map(|(path, purpose)| Baseline::open(path, purpose, today, unasked(selection))).transpose()?;
        Ok(Self { reference, changes, baseline })
    }

    /// What a draft was.
    pub(super) fn past<'d>(&self, draft: &Draft<'d>) -> Result<Past<'d>, GitError> {
        let (Some(changes), Some(file)) = (&self.changes, draft.file) else { return Ok(Past::Anything) };
        Ok(changes.text_before(file, draft.format, draft.document.file)?.map_or(Past::Same, Past::Text))
    }

    /// Drops what is not to be reported of a draft that now reads `text`.
    pub(super) fn sift(&self, name: Name<'_>, past: &Past<'_>, text: &str, checked: &mut Checked<'_>) {
        if let Some(baseline) = &self.baseline {
            baseline.sift(&name.to_string(), &mut checked.findings);
        }
        if let (Some(changes), Past::Text(before)) = (&self.changes, past) {
            changes.keep(before, text, self.reference, checked);
        }
    }

    /// Writes the baseline that was asked for; what there is to say of it.
    pub(super) fn close(&self) -> Result<Option<String>, Failure> {
        Ok(self.baseline.as_ref().map(Baseline::close).transpose()?.flatten())
    }
}

/// The rules that say nothing of all drafts: that nothing is found by them proves nothing.
fn unasked(selection: &Selection) -> Vec<Rule> {
    let is_off = |rule: &Rule| selection.is_partial() || selection.severity(*rule) == Severity::Off;
    Rule::all().filter(is_off).collect()
}

/// What a draft was at the revision that it is compared with.
#[derive(Debug)]
pub(super) enum Past<'d> {
    /// It does not count.
    Anything,
    /// The same as now, and so was the reference: nothing is to be said.
    Same,
    /// This text, empty where the draft did not exist.
    Text(Cow<'d, str>),
}
