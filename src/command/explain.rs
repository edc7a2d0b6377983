//! `factdiff explain`: why the claims of one line were held against a fact, or were not.

use std::sync::OnceLock;

use factdiff::check;
use factdiff::extract::extract;
use factdiff::report::{self, Tally};

use super::cli::explain::ExplainOptions;
use super::cli::input::{InputFormat, InputOptions};
use super::house::House;
use super::output::Output;
use super::series::{self, Draft};
use super::{Failure, Status, claims};

pub(super) fn run(options: &ExplainOptions) -> Result<Status, Failure> {
    let paths = vec![options.line.file.clone()];
    let house = House::of(&paths, &options.claims.named)?;
    let mut opened = claims::open(&house)?;
    let (reference, index) = opened.index();
    let input = InputOptions { paths, date: options.date, input: InputFormat::Auto, force_exclude: false, jobs: None };
    let past_end = OnceLock::new();
    let answer = |draft: &Draft<'_>| {
        let document = &draft.document;
        let lines = document.file.lines().count();
        if options.line.number as usize > lines {
            let _ = past_end.set(lines);
            return (Vec::new(), Tally::default());
        }
        let explained = check::explain(document, extract(document), &index, draft.known.now(draft.date));
        let mut out = Vec::new();
        report::explain::line(&mut out, draft.name, document, &explained, reference, options.line.number);
        (out, Tally::of(document.file.len(), &explained.checked))
    };
    let mut output = Output::standard();
    let run = series::over(&input, &house, &answer, |sheet: Vec<u8>| output.write(&sheet))?;
    if let Some(&lines) = past_end.get() {
        return Err(Failure::NoLine { line: options.line.number, lines });
    }
    Ok(if run.unreadable > 0 { Status::Failed } else { Status::Clean })
}
