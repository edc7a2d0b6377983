//! `factdiff facts fmt`: the reference files in one hand.

use std::fs;
use std::path::Path;

use factdiff::reference::written::Written;
use factdiff::report::fault;
use factdiff::source;

use crate::command::cli::facts::FmtOptions;
use crate::command::output::{Output, complain, tell};
use crate::command::replace::replace;
use crate::command::unreadable::Unreadable;
use crate::command::{Failure, Status, claims};

/// How a file fares.
enum Fate {
    /// It is written as it should be.
    InOrder,
    /// It was written anew, or with `--check` would be.
    Rewritten,
    /// It stays as it is; why has been told.
    Refused,
}

pub(super) fn run(options: &FmtOptions) -> Result<Status, Failure> {
    let house = options.claims.house()?;
    if house.claims.is_empty() {
        complain("there are no reference files here; name them with --claims");
        return Ok(Status::Failed);
    }
    let mut output = Output::standard();
    let (mut in_order, mut rewritten, mut refused) = (0, 0, 0);
    for found in claims::files_of(&house.claims) {
        let (path, fate) = match found {
            Ok(file) => {
                let fate = settle(&file, options);
                (file, fate)
            }
            Err((path, error)) => {
                complain(&format!("{}: {error}", path.display()));
                (path, Fate::Refused)
            }
        };
        match fate {
            Fate::InOrder => in_order += 1,
            Fate::Refused => refused += 1,
            Fate::Rewritten => {
                rewritten += 1;
                let done = if options.check { "would be rewritten" } else { "rewritten" };
                output.write(format!("{}: {done}\n", path.display()).as_bytes())?;
            }
        }
    }
    let done = if options.check { "to rewrite" } else { "rewritten" };
    output.write(format!("{rewritten} {done}, {in_order} in order\n").as_bytes())?;
    Ok(match (refused, rewritten) {
        (1.., _) => Status::Failed,
        (_, 1..) if options.check => Status::Found,
        (_, _) => Status::Clean,
    })
}

/// Brings one file in order, or says why it stays as it is.
fn settle(file: &Path, options: &FmtOptions) -> Fate {
    let name = file.display().to_string();
    let refuse = |why: String| {
        complain(&format!("{name}: {why}"));
        Fate::Refused
    };
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => return refuse(Unreadable::from(error).to_string()),
    };
    let text = match source::decode(&bytes) {
        Ok(text) => text,
        Err(error) => return refuse(error.to_string()),
    };
    let read = |text| Written::read(&name, text);
    let written = match read(text) {
        Ok(written) => written,
        Err(errors) => {
            for error in &errors {
                tell(&fault::fault(error, text));
            }
            return Fate::Refused;
        }
    };
    let tidy = written.tidy();
    if tidy == text {
        return Fate::InOrder;
    }
    // Nothing is written that does not say just what the file says.
    if !read(&tidy).is_ok_and(|tidy| tidy.says_as(&written)) {
        return refuse(
            "a key is there twice, or its layout is unusual; correct that first, it stays as it is".to_owned(),
        );
    }
    if options.check {
        return Fate::Rewritten;
    }
    // A byte order mark before the text stays.
    let mut new = bytes[..bytes.len() - text.len()].to_vec();
    new.extend_from_slice(tidy.as_bytes());
    match replace(file, &bytes, &new) {
        Ok(()) => Fate::Rewritten,
        Err(error) => refuse(error.to_string()),
    }
}
