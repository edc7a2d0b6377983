//! The reference file that facts are written into: read, held against the format, replaced whole.

use std::path::Path;

use factdiff::reference::written::{Sketch, Written};
use factdiff::reference::{self, LoadError};
use factdiff::report::fault;

use super::Failure;
use super::claims::transcript;
use super::output::{Output, complain, tell};
use super::replace;
use super::unreadable::{Unreadable, text_of};

/// Where facts go: a file, or standard output.
pub(super) struct Target<'p> {
    path: Option<&'p Path>,
    pub(super) name: String,
    /// The file as it lies there; none where it is still to come.
    pub(super) old: Option<String>,
}

impl<'p> Target<'p> {
    /// Reads the file, if there is one; else gives the number of faults, which have been told.
    pub(super) fn at(path: Option<&'p Path>) -> Result<Self, usize> {
        let Some(path) = path else { return Ok(Self { path: None, name: "standard output".to_owned(), old: None }) };
        let name = path.display().to_string();
        let old = match text_of(path) {
            Ok(text) => Some(text),
            Err(Unreadable::Missing) => None,
            Err(error) => {
                complain(&format!("{name}: {error}"));
                return Err(1);
            }
        };
        Ok(Self { path: Some(path), name, old })
    }

    /// What the file says.
    pub(super) fn text(&self) -> &str {
        self.old.as_deref().unwrap_or_default()
    }

    /// The file's text with facts in it, which can be read as a reference; else the number of faults, which have been
    /// told. As it is, where there are none.
    pub(super) fn with(&self, facts: &[Sketch]) -> Result<String, usize> {
        if facts.is_empty() {
            return Ok(self.text().to_owned());
        }
        let new = Written::read(&self.name, self.text()).map_err(|errors| told(&errors, self.text()))?.with(facts);
        reference::load([(self.name.as_str(), new.as_str())], transcript).map_err(|errors| told(&errors, &new))?;
        Ok(new)
    }

    /// Writes its new text, where it differs.
    pub(super) fn write(&self, new: &str) -> Result<(), Failure> {
        let written = match (self.path, &self.old) {
            (None, _) => {
                Output::standard().write(new.as_bytes())?;
                return Ok(());
            }
            (Some(_), old) if old.as_deref().unwrap_or_default() == new => return Ok(()),
            (Some(path), Some(old)) => replace::replace(path, old.as_bytes(), new.as_bytes()),
            (Some(path), None) => replace::create_below(path, new.as_bytes()),
        };
        written.map_err(|error| Failure::NotWritten { file: self.name.clone(), error })
    }
}

/// The number of these errors, after they have been shown in their text.
pub(super) fn told(errors: &[LoadError], text: &str) -> usize {
    for error in errors {
        tell(&fault::fault(error, text));
    }
    errors.len()
}
