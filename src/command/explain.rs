//! `factdiff explain`: why the claims of one line were held against a fact, or were not.

use std::sync::OnceLock;

use factdiff::check::{self, Index};
use factdiff::extract::extract;
use factdiff::report::{self, Tally};

use super::cli::{ExplainOptions, InputFormat, InputOptions};
use super::output::Output;
use super::{Failure, Status, claims, series};

pub(super) fn run(options: &ExplainOptions) -> Result<Status, Failure> {
    let claims = claims::paths(&options.claims);
    let reference = claims::load(&claims)?;
    let index = Index::of(&reference);
    let input = InputOptions { paths: vec![options.line.file.clone()], date: options.date, input: InputFormat::Auto };
    let past_end = OnceLock::new();
    let run = series::over(&input, &claims, &mut Output::standard(), &|draft, out| {
        let document = &draft.document;
        let lines = document.file.lines().count();
        if options.line.number as usize > lines {
            let _ = past_end.set(lines);
            return Tally::default();
        }
        let explained = check::explain(document, extract(document), &index, draft.date);
        report::explain::line(out, draft.name, document, &explained, &reference, options.line.number);
        Tally::of(document.file.len(), &explained.checked)
    })?;
    if let Some(&lines) = past_end.get() {
        return Err(Failure::NoLine { line: options.line.number, lines });
    }
    Ok(if run.unreadable > 0 { Status::Failed } else { Status::Clean })
}
