//! `factdiff learn`: the facts that trusted articles state, ready for their sources.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use factdiff::check::Index;
use factdiff::learn::{Lesson, learn};
use factdiff::lexicon::Usage;
use factdiff::reference::written::{Sketch, Written};
use factdiff::reference::{File, Reference, load};
use factdiff::report::Tally;

use super::cli::input::InputOptions;
use super::cli::learn::LearnOptions;
use super::date::Known;
use super::house::House;
use super::output::{Reader, remark};
use super::series::{self, Draft};
use super::target::Target;
use super::{Failure, Status, claims};

pub(super) fn run(options: &LearnOptions) -> Result<Status, Failure> {
    let mut house = House::of(&options.input.paths, &options.claims)?;
    let to = options.to.as_deref();
    let failed = |faults| Failure::Reference { faults };
    let target = Target::at(to).map_err(failed)?;
    // The facts that come with the program are not a house's own: once it has some, they take their place.
    if house.claims.is_empty() {
        house.packs = Vec::new();
    }
    let added_to = to.filter(|to| target.old.is_some() && !lies_below(to, &house.claims)).map(Path::to_owned);
    house.claims.extend(added_to);
    let mut opened = if house.claims.is_empty() { None } else { Some(claims::open(&house)?) };
    let index = opened.as_mut().map(|opened| opened.index().1);
    let lessons = lessons(&options.input, &house, index.as_ref())?;
    target.write(&target.with(&lessons.facts).map_err(failed)?)?;
    remark(&said(&lessons, to.is_some().then_some(&target.name)));
    Ok(if lessons.unreadable > 0 { Status::Failed } else { Status::Clean })
}

/// Prints the facts that drafts state, whatever is known already.
pub(super) fn skeleton(input: &InputOptions) -> Result<Status, Failure> {
    let house = House::of(&input.paths, &[])?;
    let lessons = lessons(input, &house, None)?;
    let failed = |faults| Failure::Reference { faults };
    let target = Target::at(None).map_err(failed)?;
    target.write(&target.with(&lessons.facts).map_err(failed)?)?;
    Ok(if lessons.unreadable > 0 { Status::Failed } else { Status::Clean })
}

/// What some drafts taught together.
#[derive(Default)]
struct Lessons {
    facts: Vec<Sketch>,
    claims: usize,
    covered: usize,
    learned: usize,
    unreadable: usize,
}

/// Learns from one draft after another: what the first states is known when the second is read.
fn lessons(input: &InputOptions, house: &House, known: Option<&Index<'_>>) -> Result<Lessons, Failure> {
    let lessons = Mutex::new(Lessons::default());
    let answer = |draft: &Draft<'_>| {
        if draft.known == Known::Assumed {
            remark(&format!("{} has no date: its figures are taken as of today; --date gives it another", draft.name));
        }
        let mut lessons = lessons.lock().expect("no worker panics with it in hand");
        let new = lessons.reference(house.usage);
        let new = Index::of(&new);
        let known: Vec<&Index<'_>> = known.into_iter().chain([&new]).collect();
        lessons.add(learn(&draft.document, draft.date, &known));
        (Vec::new(), Tally::default())
    };
    // One at a time, in their order.
    let input = InputOptions { jobs: Some(NonZeroUsize::MIN), paths: input.paths.clone(), ..*input };
    let run = series::over(&input, house, &answer, |_: Vec<u8>| Ok(Reader::Listening))?;
    let lessons = lessons.into_inner().expect("all workers are done");
    Ok(Lessons { unreadable: run.unreadable, ..lessons })
}

impl Lessons {
    fn add(&mut self, lesson: Lesson) {
        self.facts.extend(lesson.facts);
        self.claims += lesson.claims;
        self.covered += lesson.covered;
        self.learned += lesson.learned;
    }

    /// What has been learned so far.
    fn reference(&self, usage: Usage) -> Reference {
        let text = Written::read("", "").map(|file| file.with(&self.facts)).unwrap_or_default();
        let file = File { usage, ..File::from(("", text.as_str())) };
        load([file], |_, path| Err(path.to_owned())).unwrap_or_default()
    }
}

/// Whether a file is one of the reference files and folders, or below one.
fn lies_below(file: &Path, claims: &[PathBuf]) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    let Some(file) = real(file) else { return false };
    claims.iter().filter_map(|path| real(path)).any(|path| file.starts_with(path))
}

/// "41 facts written to claims/a.yaml: 65 claims, 41 of them in the new facts, …".
fn said(lessons: &Lessons, to: Option<&String>) -> String {
    let Lessons { facts, claims, covered, learned, .. } = lessons;
    let rest = claims.saturating_sub(covered + learned);
    if *claims == 0 {
        return "0 facts: there is no claim to learn from".to_owned();
    }
    if facts.is_empty() {
        return format!("0 facts: {claims} claims, {covered} of them in the facts already, {rest} left out");
    }
    let things = if facts.len() == 1 { "fact" } else { "facts" };
    let place = to.map_or(String::new(), |to| format!(" written to {to}"));
    format!(
        "{} {things}{place}: {claims} claims, {covered} of them in the facts already, {learned} in the new ones, {rest} left out; \
         each new fact has its source to be filled in",
        facts.len(),
    )
}
