//! `factdiff extract`: every claim of the drafts.

use factdiff::claim::Claim;
use factdiff::extract::extract;
use factdiff::report::{Name, Tally, csv, jsonl, table};
use factdiff::source::Document;

use super::cli::extract::{ExtractFormat, ExtractOptions};
use super::house::House;
use super::output::Output;
use super::series::{self, Desk, Draft};
use super::stream::BadLine;
use super::{Failure, Status, learn};

pub(super) fn run(options: &ExtractOptions) -> Result<Status, Failure> {
    let listing = match options.format {
        ExtractFormat::Table => Listing::Table,
        ExtractFormat::Jsonl => Listing::Jsonl,
        ExtractFormat::Csv => Listing::Csv,
        ExtractFormat::Yaml => return learn::skeleton(&options.input),
    };
    let house = House::of(&options.input.paths, &[])?;
    let mut output = Output::standard();
    if let Listing::Csv = listing {
        let mut head = Vec::new();
        csv::head(&mut head);
        output.write(&head)?;
    }
    let desk = ExtractDesk { listing };
    let run = series::over(&options.input, &house, &desk, |sheet: Vec<u8>| output.write(&sheet))?;
    Ok(if run.unreadable > 0 { Status::Failed } else { Status::Clean })
}

/// How claims are listed.
#[derive(Clone, Copy)]
enum Listing {
    Table,
    Jsonl,
    Csv,
}

/// Where claims are found.
struct ExtractDesk {
    listing: Listing,
}

impl Desk for ExtractDesk {
    type Sheet = Vec<u8>;

    fn answer(&self, draft: &Draft<'_>, hand_on: &mut dyn FnMut(Vec<u8>)) -> Tally {
        let Draft { name, document, .. } = draft;
        let mut list = |put: fn(&mut Vec<u8>, Name<'_>, &Document<'_>, &[Claim<'_>])| {
            let claims = extract(document);
            let mut out = Vec::new();
            put(&mut out, *name, document, &claims);
            hand_on(out);
            claims.len()
        };
        let claims = match self.listing {
            Listing::Table => list(table::claims),
            Listing::Csv => list(csv::claims),
            Listing::Jsonl => jsonl::claims(*name, document, hand_on),
        };
        Tally { files: 1, bytes: document.file.len(), claims, ..Tally::default() }
    }

    fn refuse(&self, number: usize, bad: &BadLine) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        match self.listing {
            Listing::Table | Listing::Csv => return None,
            Listing::Jsonl => jsonl::error(&mut out, number, bad.id.as_ref(), &bad.message),
        }
        Some(out)
    }
}
