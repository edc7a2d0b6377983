//! `factdiff where`: every place that states a fact, right or wrong.

use std::path::{Path, PathBuf};

use factdiff::check::extract_and_check;
use factdiff::reference::Reference;
use factdiff::report::{Article, Tally, statements};

use super::cli::input::{InputFormat, InputOptions, ListFormat};
use super::cli::r#where::WhereOptions;
use super::house::House;
use super::output::Output;
use super::series::{self, Draft};
use super::{Failure, Status, claims};

pub(super) fn run(options: &WhereOptions) -> Result<Status, Failure> {
    // Which of the words are drafts shows once the facts are known, and where those lie may hang on the drafts.
    let known: Vec<PathBuf> = options.ids_and_paths.iter().skip(1).filter(|path| path.exists()).cloned().collect();
    let mut input = InputOptions {
        paths: known,
        date: options.date,
        input: InputFormat::Auto,
        force_exclude: false,
        jobs: options.jobs,
    };
    input.settle()?;
    let house = House::of(&input.paths, &options.claims.named)?;
    let mut opened = claims::open(&house)?;
    let (reference, index) = opened.index();
    let (facts, paths) = told_apart(&options.ids_and_paths, reference)?;
    if !paths.is_empty() {
        input.paths = paths;
    }
    let answer = |draft: &Draft<'_>| {
        let document = &draft.document;
        let checked = extract_and_check(document, &index, draft.known.now(draft.date));
        let article = Article { name: draft.name, document, checked: &checked, reference };
        let mut out = Vec::new();
        match options.format {
            ListFormat::Table => statements::table(&mut out, &article, &facts),
            ListFormat::Jsonl => statements::jsonl(&mut out, &article, &facts),
        }
        (out, Tally::of(document.file.len(), &checked))
    };
    let mut output = Output::standard();
    let run = series::over(&input, &house, &answer, |sheet: Vec<u8>| output.write(&sheet))?;
    Ok(if run.unreadable > 0 { Status::Failed } else { Status::Clean })
}

/// The facts that the first words name, as indices of the reference, and the drafts that the rest do.
fn told_apart(words: &[PathBuf], reference: &Reference) -> Result<(Vec<usize>, Vec<PathBuf>), Failure> {
    let fact = |word: &Path| reference.facts.find(word.to_str()?);
    let facts: Vec<usize> = words.iter().map_while(|word| fact(word)).collect();
    let rest = &words[facts.len()..];
    // What is neither a fact nor there was meant to be a fact: the first word always, another where it looks like one.
    if let Some(word) = rest.first() {
        let id = word.display().to_string();
        let nearest = reference.nearest(&id).map(str::to_owned);
        if facts.is_empty() || (!word.exists() && nearest.is_some()) {
            return Err(Failure::NoFact { id, nearest });
        }
    }
    Ok((facts, rest.to_vec()))
}
