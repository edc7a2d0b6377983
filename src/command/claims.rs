//! The house's reference: which files hold it, and what is wrong with them.

use std::fs;
use std::path::{Path, PathBuf};

use factdiff::reference::{self, Reference, SHIPPED};
use factdiff::report::fault;
use factdiff::source;
use factdiff::value::Unit;
use ignore::WalkBuilder;

use super::Failure;
use super::output::{complain, tell};
use super::unreadable::Unreadable;

/// A reference file, read.
struct ReferenceFile {
    name: String,
    text: String,
}

/// Reads every reference file below the paths, or where there are none, the facts that come with
/// the program. All faults are told before the run fails: no draft
/// is judged by half a reference.
pub(super) fn load(paths: &[PathBuf], dollar: Option<Unit>) -> Result<Reference, Failure> {
    let mut house = Vec::new();
    let mut faults = 0;
    for path in paths {
        for name in named(path) {
            let file = name.and_then(|path| read(&path).map_err(|error| (path, error)));
            match file {
                Ok(file) => house.push(file),
                Err((path, error)) => {
                    complain(&format!("{}: {error}", path.display()));
                    faults += 1;
                }
            }
        }
    }
    if paths.is_empty() {
        house.extend(SHIPPED.map(|(name, text)| ReferenceFile { name: name.to_owned(), text: text.to_owned() }));
    }
    let texts = house.iter().map(|file| (file.name.as_str(), file.text.as_str()));
    match reference::load(texts, transcript) {
        Ok(_) if faults > 0 => Err(Failure::Reference { faults }),
        // The facts that come with the program are in the money they say.
        Ok(mut reference) => {
            if let Some(money) = dollar.filter(|_| !paths.is_empty()) {
                reference.pay_in(money);
            }
            Ok(reference)
        }
        Err(errors) => {
            for error in &errors {
                let file = house.iter().find(|file| file.name == error.origin.file);
                tell(&fault::fault(error, file.map_or("", |file| &file.text)));
            }
            Err(Failure::Reference { faults: faults + errors.len() })
        }
    }
}

/// The reference files that paths name, as far as they can be found.
pub(super) fn files_below(paths: &[PathBuf]) -> Vec<PathBuf> {
    paths.iter().flat_map(|path| named(path)).flatten().collect()
}

/// The reference files that a path names.
fn named(path: &Path) -> Vec<Result<PathBuf, (PathBuf, Unreadable)>> {
    if path.is_dir() { files(path) } else { vec![Ok(path.to_owned())] }
}

/// The reference files below a folder, in order of their names.
fn files(folder: &Path) -> Vec<Result<PathBuf, (PathBuf, Unreadable)>> {
    let walk = WalkBuilder::new(folder).standard_filters(false).hidden(true).sort_by_file_name(Ord::cmp).build();
    let mut files = Vec::new();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) && is_reference(entry.path()) => {
                files.push(Ok(entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => files.push(Err((folder.to_owned(), Unreadable::Walk(error)))),
        }
    }
    if files.is_empty() { vec![Err((folder.to_owned(), Unreadable::NoFacts))] } else { files }
}

/// Whether a file's name is that of a reference file.
pub(super) fn is_reference(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"))
}

fn read(path: &Path) -> Result<ReferenceFile, Unreadable> {
    Ok(ReferenceFile { name: path.display().to_string(), text: text(path)? })
}

/// The text of a file of the house's own.
pub(super) fn text(path: &Path) -> Result<String, Unreadable> {
    let bytes = fs::read(path)?;
    source::decode(&bytes).map(str::to_owned).map_err(Unreadable::Text)
}

/// The text of a transcript that a reference file names by its path from there. It must lie below
/// the reference file or the current folder: a reference from elsewhere reads nobody's secrets.
pub(super) fn transcript(reference: &str, path: &str) -> Result<String, String> {
    let folder = Path::new(reference).parent().unwrap_or(Path::new(""));
    let real = |path: &Path| path.canonicalize().map_err(|error| error.to_string());
    let file = real(&folder.join(path))?;
    let below = |folder: &Path| real(folder).is_ok_and(|folder| file.starts_with(folder));
    if !below(folder) && !below(Path::new(".")) {
        return Err("it lies outside the folder of the reference file and the current one".to_owned());
    }
    let bytes = fs::read(&file).map_err(|error| error.to_string())?;
    source::decode(&bytes).map(str::to_owned).map_err(|error| error.to_string())
}
