//! The day a draft is of: what "now" means in it.

use std::fmt;
use std::path::Path;
use std::process::{Command, Stdio};

use factdiff::check::Now;
use factdiff::source::{self, DateSource, Document};
use jiff::{Span, civil};

/// How the day of a draft is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    Told,
    Stated(DateSource),
    Committed,
    Assumed,
}

impl fmt::Display for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Told => "as told",
            Self::Stated(DateSource::FrontMatter) => "by the date at its head",
            Self::Stated(DateSource::FileName) => "by its file name",
            Self::Stated(DateSource::Byline) => "by its byline",
            Self::Committed => "by its last commit",
            Self::Assumed => "for today",
        })
    }
}

impl Known {
    /// What a draft whose day is known so calls now.
    pub(super) const fn now(self, date: civil::Date) -> Now {
        match self {
            Self::Told | Self::Stated(_) | Self::Committed => Now::Known(date),
            Self::Assumed => Now::Assumed(date),
        }
    }
}

/// A day as it is written on the command line and in streams.
pub(super) fn read(text: &str) -> Result<civil::Date, String> {
    let expected = "expected year, month and day: 2025-08-15";
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return Err(format!("'{text}' is not a day; {expected}")) };
    let is_number = |part: &str, digits: usize| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(year, 4) || !is_number(month, 2) || !is_number(day, 2) {
        return Err(format!("'{text}' is not a day; {expected}"));
    }
    text.parse().map_err(|_| match month.parse() {
        Ok(1..=12_u8) => format!("{year}-{month} has no day {day}"),
        Ok(_) | Err(_) => format!("there is no month {month}; {expected}"),
    })
}

/// An age as it is written on the command line: "180d", "6mo", "1 year".
pub(super) fn age(text: &str) -> Result<Span, String> {
    let span: Option<Span> = text.parse().ok();
    span.filter(Span::is_positive).ok_or_else(|| format!("'{text}' is no age; expected 180d, 26w, 6mo or 2y"))
}

/// The day of a draft, by the first of these that is known: what the user says, what the draft
/// says, git's last commit of the file, today.
pub(super) fn of(told: Option<civil::Date>, document: &Document<'_>, file: Option<&Path>) -> (civil::Date, Known) {
    let stated = || {
        let name = file.map(Path::to_string_lossy);
        source::date(document, name.as_deref()).map(|(date, by)| (date, Known::Stated(by)))
    };
    told.map(|date| (date, Known::Told))
        .or_else(stated)
        .or_else(|| Some((last_commit(file?)?, Known::Committed)))
        .unwrap_or_else(|| (today(), Known::Assumed))
}

/// The day on which the program runs.
pub(super) fn today() -> civil::Date {
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
