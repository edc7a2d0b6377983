//! `factdiff facts import`: records of others as facts in a reference file.

use std::io::{self, Read as _};
use std::path::Path;

use factdiff::import::{self, Skipped};
use factdiff::source;

use super::cli::import::{ImportFormat, ImportOptions};
use super::output::{complain, remark};
use super::target::{self, Target};
use super::unreadable::{Unreadable, text_of};
use super::{Failure, Status};

/// Of records that become no facts so many are named; the rest is counted.
const MOST_SKIPPED: usize = 20;

pub(super) fn run(options: &ImportOptions) -> Result<Status, Failure> {
    let files = read(options)?;
    let texts = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let imported = import::read(texts, options.from.map(ImportFormat::format), &options.column);
    let imported = imported.map_err(|errors| {
        for error in &errors {
            complain(&error.to_string());
        }
        Failure::Import { faults: errors.len() }
    })?;
    tell_skipped(&imported.skipped);
    let failed = |faults| Failure::Import { faults };
    let target = Target::at(options.to.as_deref()).map_err(failed)?;
    let kept = import::keep(imported.facts, &options.keep, &target.name, target.text());
    let (facts, known) = kept.map_err(|errors| failed(target::told(&errors, target.text())))?;
    let new = target.with(&facts).map_err(failed)?;
    target.write(&new)?;
    if options.to.is_none() {
        return Ok(Status::Clean);
    }
    let Target { name, .. } = &target;
    remark(&if new == target.text() {
        format!("{name} has all of it already ({} facts)", facts.len())
    } else {
        format!("imported into {name}: {} new, {known} known before", facts.len() - known)
    });
    Ok(Status::Clean)
}

/// The names and texts of the files to import; what cannot be read has been told.
fn read(options: &ImportOptions) -> Result<Vec<(String, String)>, Failure> {
    let mut files = Vec::new();
    for path in &options.files {
        let (name, text) = if path == Path::new("-") {
            ("standard input".to_owned(), standard_input())
        } else {
            (path.display().to_string(), text_of(path))
        };
        match text {
            Ok(text) => files.push((name, text)),
            Err(error) => complain(&format!("{name}: {error}")),
        }
    }
    match options.files.len() - files.len() {
        0 => Ok(files),
        faults => Err(Failure::Import { faults }),
    }
}

fn standard_input() -> Result<String, Unreadable> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    source::decode(&bytes).map(str::to_owned).map_err(Unreadable::Text)
}

fn tell_skipped(skipped: &[Skipped]) {
    for Skipped { file, place, reason } in skipped.iter().take(MOST_SKIPPED) {
        remark(&format!("{file}{place}: skipped: {reason}"));
    }
    if let Some(rest) = skipped.len().checked_sub(MOST_SKIPPED).filter(|rest| *rest > 0) {
        remark(&format!("{rest} more were skipped"));
    }
}
