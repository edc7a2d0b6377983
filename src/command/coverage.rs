//! `factdiff coverage`: which claims the facts speak to.

use factdiff::check::check;
use factdiff::extract::extract_with_asides;
use factdiff::report::coverage::{self, Coverage, Listed};
use factdiff::report::{Article, Tally};

use super::cli::coverage::{CoverageOptions, CoverageShow};
use super::cli::input::ListFormat;
use super::house::House;
use super::output::{Output, Reader};
use super::series::{self, Draft};
use super::{Failure, Status, claims};

impl CoverageShow {
    const fn listed(self) -> Listed {
        match self {
            Self::All => Listed::All,
            Self::Uncovered => Listed::Uncovered,
            Self::Summary => Listed::Summary,
        }
    }
}

pub(super) fn run(options: &CoverageOptions) -> Result<Status, Failure> {
    let house = House::of(&options.input.paths, &options.claims.named)?;
    let mut opened = claims::open(&house)?;
    let (reference, index) = opened.index();
    let answer = |draft: &Draft<'_>| {
        let document = &draft.document;
        let (claims, asides) = extract_with_asides(document);
        let checked = check(document, claims, &index, draft.known.now(draft.date));
        let article = Article { name: draft.name, document, checked: &checked, reference };
        let mut out = Vec::new();
        match options.format {
            ListFormat::Table => coverage::table(&mut out, &article, &asides, options.show.listed()),
            ListFormat::Jsonl => coverage::jsonl(&mut out, &article, &asides, options.show.listed()),
        }
        ((out, Coverage::of(&checked, &asides)), Tally::of(document.file.len(), &checked))
    };
    let mut all = Coverage::default();
    let mut output = Output::standard();
    let mut reader = Reader::Listening;
    let run = series::over(&options.input, &house, &answer, |(sheet, coverage): (Vec<u8>, Coverage)| {
        all.add(coverage);
        reader = output.write(&sheet)?;
        Ok(reader)
    })?;
    if reader == Reader::Listening {
        let mut end = Vec::new();
        match options.format {
            ListFormat::Table if all.files == 1 => {}
            ListFormat::Table => coverage::table_end(&mut end, &all),
            ListFormat::Jsonl => coverage::jsonl_end(&mut end, &all),
        }
        output.write(&end)?;
    }
    let least = usize::from(options.fail_under.unwrap_or(0));
    Ok(match all.percent() {
        _ if run.unreadable > 0 => Status::Failed,
        Some(percent) if percent < least => Status::Found,
        Some(_) | None => Status::Clean,
    })
}
