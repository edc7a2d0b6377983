//! Other people's records → facts to be written into a reference file.
//!
//! A newsroom's spreadsheet, the files of unitedstates/congress-legislators, reviews of claims and entities of
//! Wikidata are read into [sketches](crate::reference::written::Sketch).
//! Whatever is wrong in them is told with its row, line or path, all at once; what cannot become a
//! fact though nothing is wrong with it is skipped with a reason.

mod error;
mod format;
mod columns;
mod table;
mod legislators;
mod json;
mod reviews;
mod wikidata;
mod kept;

use std::collections::HashMap;

pub use columns::{Column, ColumnError, key};
pub use error::{ImportError, Place, Problem};
pub use format::Format;
pub use kept::keep;

use crate::reference;
use crate::reference::written::{Part, Sketch, Written};

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// The facts, in the order of the files.
    pub facts: Vec<Sketch>,
    /// What did not become facts.
    pub skipped: Vec<Skipped>,
}

/// A record that is no fact for this house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The file as it was named.
    pub file: String,
    /// Where in it.
    pub place: Place,
    /// Why: "it has no terms".
    pub reason: String,
}

/// Reads files, each given as its name and its text, as records of a format, or of that which each
/// file shows itself; columns are those of tables.
///
/// ```
/// use factdiff::import::read;
///
/// let files = [("bridges.csv", "id,subject,measure,value\ntolney,Tolney bridge,length,312 metres\n")];
/// let import = read(files, None, &[]).expect("a good table");
/// assert_eq!(import.facts.len(), 1);
/// ```
///
/// # Errors
/// Everything that is wrong in any of the files.
pub fn read<'f>(
    files: impl IntoIterator<Item = (&'f str, &'f str)>,
    format: Option<Format>,
    columns: &[Column],
) -> Result<Import, Vec<ImportError>> {
    let mut import = Import::default();
    let mut errors = Vec::new();
    let mut ids = HashMap::new();
    for (file, text) in files {
        let Some(format) = format.or_else(|| Format::of(file, text)) else {
            let problem = if text.trim().is_empty() { Problem::Empty } else { Problem::UnknownFormat };
            errors.push(ImportError { file: file.to_owned(), place: Place::File, problem });
            continue;
        };
        let mut reading = Reading { file, format, found: Vec::new(), skipped: Vec::new(), errors: Vec::new() };
        format.read(text, columns, &mut reading);
        reading.hold_against_the_reference();
        reading.tell_apart(&mut ids);
        import.facts.extend(reading.found.into_iter().map(|found| found.sketch));
        import.skipped.append(&mut reading.skipped);
        reading.errors.sort_by_key(|error| error.place.row());
        errors.append(&mut reading.errors);
    }
    if errors.is_empty() { Ok(import) } else { Err(errors) }
}

/// A file that is being read, and what came of it so far.
struct Reading<'f> {
    file: &'f str,
    format: Format,
    found: Vec<Found>,
    skipped: Vec<Skipped>,
    errors: Vec<ImportError>,
}

/// A fact and where it was found.
struct Found {
    place: Place,
    sketch: Sketch,
}

impl Reading<'_> {
    /// Notes what is wrong at a place.
    fn report(&mut self, place: Place, problem: Problem) {
        self.errors.push(ImportError { file: self.file.to_owned(), place, problem });
    }

    /// Notes what does not become a fact, and why.
    fn skip(&mut self, place: Place, reason: impl Into<String>) {
        self.skipped.push(Skipped { file: self.file.to_owned(), place, reason: reason.into() });
    }

    /// Reports every fact that a reference file could not have.
    fn hold_against_the_reference(&mut self) {
        let empty = Written::read("", "").expect("an empty file is one of facts");
        let mut problems = Vec::new();
        for found in &self.found {
            let text = empty.with(std::slice::from_ref(&found.sketch));
            let loaded = reference::load([("", text.as_str())], |_, _| Err("an import has none".to_owned()));
            let errors = loaded.err().unwrap_or_default();
            problems.extend(errors.into_iter().map(|error| (found.place.clone(), Problem::Fact(error.problem))));
        }
        for (place, problem) in problems {
            self.report(place, problem);
        }
    }

    /// Reports every id that an earlier fact has.
    fn tell_apart(&mut self, ids: &mut HashMap<String, String>) {
        let mut taken = Vec::new();
        for found in &self.found {
            let Some(Part::Text(id)) = found.sketch.get("id") else { continue };
            let here = format!("{}{}", self.file, found.place);
            if let Some(first) = ids.insert(id.clone(), here) {
                taken.push((found.place.clone(), Problem::Taken { id: id.clone(), first }));
            }
        }
        for (place, problem) in taken {
            self.report(place, problem);
        }
    }
}
