//! `factdiff extract`: every claim of the drafts.

use factdiff::extract::extract;
use factdiff::report::{Name, Tally, jsonl, table};

use super::cli::{ExtractFormat, ExtractOptions};
use super::house::House;
use super::output::Output;
use super::series::{self, Desk, Draft};
use super::stream::BadLine;
use super::{Failure, Status};

pub(super) fn run(options: &ExtractOptions) -> Result<Status, Failure> {
    let house = House::of(&options.input.paths, &[])?;
    let mut output = Output::standard();
    let desk = ExtractDesk { format: options.format };
    let run = series::over(&options.input, &house, &desk, |sheet: Vec<u8>| output.write(&sheet))?;
    Ok(if run.unreadable > 0 { Status::Failed } else { Status::Clean })
}

/// Where claims are found.
struct ExtractDesk {
    format: ExtractFormat,
}

impl Desk for ExtractDesk {
    type Sheet = Vec<u8>;

    fn answer(&self, draft: &Draft<'_>) -> (Vec<u8>, Tally) {
        let Draft { name, document, .. } = draft;
        let claims = extract(document);
        let tally = Tally { files: 1, bytes: document.file.len(), claims: claims.len(), ..Tally::default() };
        let mut out = Vec::new();
        match (self.format, name) {
            (ExtractFormat::Table, _) => table::claims(&mut out, *name, document, &claims),
            (ExtractFormat::Jsonl, Name::Path(_)) => jsonl::claims(&mut out, *name, document, &claims),
            (ExtractFormat::Jsonl, Name::Id(_)) => {
                jsonl::claims(&mut out, *name, document, &claims);
                jsonl::end(&mut out, *name, claims.len());
            }
        }
        (out, tally)
    }

    fn refuse(&self, number: usize, bad: &BadLine) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        match self.format {
            ExtractFormat::Table => return None,
            ExtractFormat::Jsonl => jsonl::error(&mut out, number, bad.id.as_ref(), &bad.message),
        }
        Some(out)
    }
}
