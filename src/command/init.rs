//! `factdiff init`: the files a house begins with.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use super::cli::init::{CiService, InitOptions};
use super::output::{Output, remark};
use super::{Failure, Status};

/// A file to begin with: its path, and its text.
type Beginning = (&'static str, &'static str);

/// What every house has.
const HOUSE: [Beginning; 2] =
    [("factdiff.yaml", include_str!("init/factdiff.yaml")), ("claims/facts.yaml", include_str!("init/facts.yaml"))];

/// What a service runs.
const fn service(ci: CiService) -> Beginning {
    match ci {
        CiService::Github => (".github/workflows/facts.yml", include_str!("init/github.yml")),
        CiService::Gitlab => (".gitlab-ci.yml", include_str!("init/gitlab.yml")),
        CiService::PreCommit => (".pre-commit-config.yaml", include_str!("init/pre-commit.yaml")),
    }
}

pub(super) fn run(options: &InitOptions) -> Result<Status, Failure> {
    let mut said = String::new();
    for (path, text) in HOUSE.into_iter().chain(options.ci.map(service)) {
        if write_new(path, text)? {
            let _ = writeln!(said, "wrote {path}");
        } else if HOUSE.iter().any(|(own, _)| *own == path) {
            remark(&format!("{path} is there already and stays as it is"));
        } else {
            remark(&format!("{path} is there already and stays as it is; this is what to add to it:\n\n{text}"));
        }
    }
    Output::standard().write(said.as_bytes())?;
    Ok(Status::Clean)
}

/// Writes a file where none is; whether it did.
fn write_new(path: &'static str, text: &str) -> Result<bool, Failure> {
    let written = match Path::new(path).parent() {
        Some(folder) if folder != Path::new("") => fs::create_dir_all(folder),
        Some(_) | None => Ok(()),
    };
    let file = written.and_then(|()| File::create_new(path));
    match file.and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(Failure::Output { to: path.to_owned(), error }),
    }
}
