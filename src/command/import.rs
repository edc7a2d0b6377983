//! `factdiff facts import`: records of others as facts in a reference file.

use std::io::{self, Read as _};
use std::path::Path;

use factdiff::import::{self, Skipped};
use factdiff::reference::written::Written;
use factdiff::reference::{self, LoadError};
use factdiff::report::fault;
use factdiff::source;

use super::claims::transcript;
use super::cli::import::{ImportFormat, ImportOptions};
use super::output::{Output, complain, remark, tell};
use super::replace;
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
    let house = House::at(options.to.as_deref())?;
    let refused = |errors: Vec<LoadError>| told(&errors, &house.text);
    let (facts, known) = import::keep(imported.facts, &options.keep, &house.name, &house.text).map_err(refused)?;
    let new = Written::read(&house.name, &house.text).map_err(refused)?.with(&facts);
    // Nothing is written that could not be read.
    reference::load([(house.name.as_str(), new.as_str())], transcript).map_err(|errors| told(&errors, &new))?;
    let Some(path) = &options.to else {
        Output::standard().write(new.as_bytes())?;
        return Ok(Status::Clean);
    };
    if new == house.text {
        remark(&format!("{} has all of it already ({} facts)", house.name, facts.len()));
        return Ok(Status::Clean);
    }
    house.write(path, &new)?;
    remark(&format!("imported into {}: {} new, {known} known before", house.name, facts.len() - known));
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

/// The failure that these errors are, after they have been shown in their text.
fn told(errors: &[LoadError], text: &str) -> Failure {
    for error in errors {
        tell(&fault::fault(error, text));
    }
    Failure::Import { faults: errors.len() }
}

fn tell_skipped(skipped: &[Skipped]) {
    for Skipped { file, place, reason } in skipped.iter().take(MOST_SKIPPED) {
        remark(&format!("{file}{place}: skipped: {reason}"));
    }
    if let Some(rest) = skipped.len().checked_sub(MOST_SKIPPED).filter(|rest| *rest > 0) {
        remark(&format!("{rest} more were skipped"));
    }
}

/// The reference file that facts go to.
struct House {
    name: String,
    text: String,
    /// Whether there is such a file yet.
    there: bool,
}

impl House {
    /// The file as it lies there; an empty one where there is none, or for standard output.
    fn at(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self { name: String::new(), text: String::new(), there: false }) };
        let name = path.display().to_string();
        match text_of(path) {
            Ok(text) => Ok(Self { name, text, there: true }),
            Err(Unreadable::Missing) => Ok(Self { name, text: String::new(), there: false }),
            Err(error) => {
                complain(&format!("{name}: {error}"));
                Err(Failure::Import { faults: 1 })
            }
        }
    }

    fn write(&self, path: &Path, new: &str) -> Result<(), Failure> {
        let written = if self.there {
            replace::replace(path, self.text.as_bytes(), new.as_bytes())
        } else {
            replace::create_below(path, new.as_bytes())
        };
        written.map_err(|error| Failure::NotWritten { file: self.name.clone(), error })
    }
}
