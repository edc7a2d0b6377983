//! `factdiff check`: the drafts held against the house's facts.

use std::time::Instant;

use factdiff::check::{Index, check, select};
use factdiff::extract::extract;
use factdiff::finding::{Level, Selection};
use factdiff::report::{Name, Show, Tally, jsonl, text};

use super::cli::{CheckFormat, CheckOptions, FailOn, ShowOption};
use super::output::Output;
use super::selection::Wanted;
use super::{Failure, Status, claims, series};

pub(super) fn run(options: &CheckOptions) -> Result<Status, Failure> {
    let started = Instant::now();
    let claims = claims::paths(&options.claims);
    let reference = claims::load(&claims)?;
    let index = Index::of(&reference);
    let mut selection = Selection::default();
    Wanted::of(&options.selection, &reference)?.narrow(&mut selection);
    let show = match options.show {
        ShowOption::All => Show::All,
        ShowOption::Differences => Show::Differences,
    };
    let mut output = match &options.output {
        Some(path) => Output::file(path)?,
        None => Output::standard(),
    };
    let run = series::over(&options.input, &claims, &mut output, &|draft, out| {
        let document = &draft.document;
        let mut checked =
            select(document, check(document, extract(document), &index, draft.date), &reference, &selection);
        let tally = Tally::of(document.file.len(), &checked);
        if options.quiet {
            checked.findings.retain(|finding| finding.level > Level::Note);
        }
        match options.format {
            CheckFormat::Text => {
                text::checked(out, draft.name, document, &checked, &reference, show);
                if options.stats {
                    let encoding = document.encoding.name();
                    let line = format!("{}: {encoding}, dated {}, {}\n", draft.name, draft.date, draft.known);
                    out.extend_from_slice(line.as_bytes());
                }
            }
            CheckFormat::Jsonl => {
                jsonl::checked(out, draft.name, document, &checked, &reference, show);
                if let Name::Id(_) = draft.name {
                    jsonl::summary(out, Some(draft.name), &tally, None);
                }
            }
        }
        tally
    })?;
    let mut end = Vec::new();
    match options.format {
        CheckFormat::Text if options.quiet => {}
        CheckFormat::Text => {
            text::summary(&mut end, &run.tally);
            if options.stats {
                let seconds = started.elapsed().as_secs_f64();
                end.extend_from_slice(format!("{} bytes in {seconds:.3} seconds\n", run.tally.bytes).as_bytes());
            }
        }
        CheckFormat::Jsonl => jsonl::summary(&mut end, None, &run.tally, Some(started.elapsed().as_secs_f64())),
    }
    output.write(&end)?;
    Ok(if run.unreadable > 0 { Status::Failed } else { status(options.fail_on, &run.tally) })
}

fn status(fail_on: FailOn, tally: &Tally) -> Status {
    let failing = match fail_on {
        FailOn::Error => tally.errors,
        FailOn::Warning => tally.errors + tally.warnings,
        FailOn::Note => tally.errors + tally.warnings + tally.notes,
        FailOn::Never => 0,
    };
    if failing > 0 { Status::Found } else { Status::Clean }
}
