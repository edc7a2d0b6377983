//! The day a draft is of: what "now" means in it.

use std::path::Path;
use std::process::{Command, Stdio};

use jiff::civil;

/// The day of a draft, by the first of these that is known: what the user says, what the draft
/// says, git's last change of the file, today.
pub(super) fn of(told: Option<civil::Date>, stated: Option<civil::Date>, file: Option<&Path>) -> civil::Date {
    told.or(stated).or_else(|| last_commit(file?)).unwrap_or_else(today)
}

fn today() -> civil::Date {
    jiff::ZonedDateTime::now().date()
}

/// The day of the last commit that touched a file, where it lies in a repository and git is there.
fn last_commit(file: &Path) -> Option<civil::Date> {
    let file = file.canonicalize().ok()?;
    let folder = file.parent()?;
    folder.ancestors().find(|ancestor| ancestor.join(".git").exists())?;
    let log = Command::new("git")
        .args(["log", "-1", "--format=%cs", "--"])
        .arg(&file)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    std::str::from_utf8(&log.stdout).ok()?.trim().parse().ok()
}
