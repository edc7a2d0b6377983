//! `factdiff extract`: every claim of the drafts.

use factdiff::extract::extract;
use factdiff::report::{Name, Tally, jsonl, table};

use super::cli::{ExtractFormat, ExtractOptions};
use super::output::Output;
use super::{Failure, Status, claims, series};

pub(super) fn run(options: &ExtractOptions) -> Result<Status, Failure> {
    let mut output = Output::standard();
    let run = series::over(&options.input, &claims::paths(&[]), &mut output, &|draft, out| {
        let claims = extract(&draft.document);
        let tally = Tally { files: 1, bytes: draft.document.file.len(), claims: claims.len(), ..Tally::default() };
        match (options.format, draft.name) {
            (ExtractFormat::Table, _) => table::claims(out, draft.name, &draft.document, &claims),
            (ExtractFormat::Jsonl, Name::Path(_)) => jsonl::claims(out, draft.name, &draft.document, &claims),
            (ExtractFormat::Jsonl, Name::Id(_)) => {
                jsonl::claims(out, draft.name, &draft.document, &claims);
                jsonl::end(out, draft.name, claims.len());
            }
        }
        tally
    })?;
    Ok(if run.unreadable > 0 { Status::Failed } else { Status::Clean })
}
