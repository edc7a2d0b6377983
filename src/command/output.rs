//! Standard output, standard error and report files.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use colored::Colorize;

use super::Failure;

/// Where a report goes.
pub(super) struct Output {
    name: String,
    to: Box<dyn Write>,
}

/// Whether anybody still reads what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    Listening,
    /// "factdiff check | head": no fault, and no reason to go on.
    Gone,
}

impl Output {
    pub(super) fn standard() -> Self {
        Self { name: "standard output".to_owned(), to: Box::new(io::stdout().lock()) }
    }

    pub(super) fn file(path: &Path) -> Result<Self, Failure> {
        let name = path.display().to_string();
        match File::create(path) {
            Ok(file) => Ok(Self { name, to: Box::new(file) }),
            Err(error) => Err(Failure::Output { to: name, error }),
        }
    }

    /// A file that is written to behind what it holds.
    pub(super) fn behind(path: &Path) -> Result<Self, Failure> {
        let name = path.display().to_string();
        match File::options().append(true).create(true).open(path) {
            Ok(file) => Ok(Self { name, to: Box::new(file) }),
            Err(error) => Err(Failure::Output { to: name, error }),
        }
    }

    /// Writes all of it and passes it on at once.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<Reader, Failure> {
        match self.to.write_all(bytes).and_then(|()| self.to.flush()) {
            Ok(()) => Ok(Reader::Listening),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Reader::Gone),
            Err(error) => Err(Failure::Output { to: self.name.clone(), error }),
        }
    }
}

/// Says on standard error what went wrong.
pub(super) fn complain(message: &str) {
    // With standard error closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "{} {message}", "error:".red().bold());
}

/// Says on standard error what is worth knowing beside the report.
pub(super) fn remark(message: &str) {
    let _ = writeln!(io::stderr(), "{} {message}", "note:".bold());
}

/// Says on standard error what was asked for beside the report.
pub(super) fn say(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}

/// Says on standard error what has been put into words already.
pub(super) fn tell(report: &str) {
    let _ = writeln!(io::stderr(), "{report}\n");
}
