//! `factdiff explain`: why the claims of one line were held against a fact, or were not.

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
    let run = series::over(&input, &claims, &mut Output::standard(), &|draft, out| {
        let document = &draft.document;
        let explained = check::explain(document, extract(document), &index, draft.date);
        report::explain::line(out, draft.name, document, &explained, &reference, options.line.number);
        Tally::of(document.file.len(), &explained.checked)
    })?;
    Ok(if run.unreadable > 0 { Status::Failed } else { Status::Clean })
}
