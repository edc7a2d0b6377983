//! Paths → drafts: which files they are, and their text.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use factdiff::source::{Format, LARGEST, ReadError, Text};
use ignore::WalkBuilder;
use ignore::overrides::{Override, OverrideBuilder};

use super::cli::input::{InputFormat, InputOptions};
use super::house::House;
use super::unreadable::Unreadable;

/// A draft that was found, not yet read.
#[derive(Debug)]
pub(super) struct Found {
    /// The path as it was given, or came out of a folder that was given.
    pub(super) name: String,
    /// None for standard input.
    pub(super) file: Option<PathBuf>,
    pub(super) format: Format,
}

/// Calls `each` with every draft that the paths name, in order, and with every path that names none.
pub(super) fn find<E>(
    options: &InputOptions,
    house: &House,
    mut each: impl FnMut(Result<Found, (String, Unreadable)>) -> Result<(), E>,
) -> Result<(), E> {
    let input = options.input;
    for path in &options.paths {
        let name = path.display().to_string();
        if name == "-" {
            each(Ok(Found { name, file: None, format: format_of("-", input).unwrap_or(Format::Markdown) }))?;
        } else if path.is_dir() {
            let mut empty = true;
            for found in walk(path, input, house, Override::empty()) {
                empty = false;
                each(found)?;
            }
            if empty {
                let only_reference = path.canonicalize().is_ok_and(|folder| {
                    reference(house).iter().any(|claims| claims.starts_with(&folder) || folder.starts_with(claims))
                });
                let fault = if only_reference { Unreadable::OnlyReference } else { Unreadable::NoDrafts };
                each(Err((name, fault)))?;
            }
        } else if options.force_exclude && house.excludes_named(path) {
        } else if path.exists() {
            let format = format_of(&name, input).unwrap_or(Format::Plain);
            each(Ok(Found { name, file: Some(path.clone()), format }))?;
        } else if let Some(pattern) = pattern(&name) {
            let mut none = true;
            for found in walk(Path::new("."), input, house, pattern) {
                none = false;
                each(found)?;
            }
            if none {
                each(Err((name, Unreadable::Missing)))?;
            }
        } else {
            each(Err((name, Unreadable::Missing)))?;
        }
    }
    Ok(())
}

/// Where the reference lies, whatever it is called.
fn reference(house: &House) -> Vec<PathBuf> {
    house.claims.iter().filter_map(|path| path.canonicalize().ok()).collect()
}

/// What a path with "*", "?" or "[" stands for, where no file has that name.
fn pattern(name: &str) -> Option<Override> {
    if !name.contains(['*', '?', '[']) {
        return None;
    }
    OverrideBuilder::new(".").add(name.strip_prefix("./").unwrap_or(name)).ok()?.build().ok()
}

/// The drafts below a folder that fit a pattern, in order of their names. Hidden files and those
/// that .gitignore or .factdiffignore names are left out, and so are the folder of the reference and
/// what the house excludes; links are not followed.
fn walk(
    folder: &Path,
    input: InputFormat,
    house: &House,
    pattern: Override,
) -> impl Iterator<Item = Result<Found, (String, Unreadable)>> + use<> {
    let folder_name = folder.display().to_string();
    let (excluded, house) = (reference(house), house.clone());
    WalkBuilder::new(folder)
        .add_custom_ignore_filename(".factdiffignore")
        .require_git(false)
        .git_global(false)
        .git_exclude(false)
        .sort_by_file_name(Ord::cmp)
        .filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            let is_reference =
                !excluded.is_empty() && entry.path().canonicalize().is_ok_and(|path| excluded.contains(&path));
            !is_reference && (entry.depth() == 0 || !house.excludes(entry.path(), is_folder))
        })
        .build()
        .filter_map(move |entry| match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                let path = entry.path().strip_prefix(".").unwrap_or(entry.path());
                if pattern.num_whitelists() > 0 && !pattern.matched(path, false).is_whitelist() {
                    return None;
                }
                let name = path.display().to_string();
                let format = Format::of_name(&name)?;
                let format = format_of(&name, input).unwrap_or(format);
                Some(Ok(Found { name, file: Some(path.to_owned()), format }))
            }
            Ok(_) => None,
            Err(error) => Some(Err((folder_name.clone(), Unreadable::Walk(error)))),
        })
}

fn format_of(name: &str, input: InputFormat) -> Option<Format> {
    match input {
        InputFormat::Auto | InputFormat::Jsonl => Format::of_name(name),
        InputFormat::Plain => Some(Format::Plain),
        InputFormat::Markdown => Some(Format::Markdown),
        InputFormat::Html => Some(Format::Html),
        InputFormat::Asciidoc => Some(Format::AsciiDoc),
        InputFormat::Rst => Some(Format::Rst),
        InputFormat::Latex => Some(Format::Latex),
    }
}

impl Found {
    /// The draft's bytes.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, Unreadable> {
        let mut bytes = Vec::new();
        // One byte more than is read tells that there are more.
        let most = LARGEST as u64 + 1;
        let read = match &self.file {
            Some(path) => {
                let file = fs::File::open(path)?;
                let length = file.metadata().map_or(0, |about| about.len());
                if length >= most {
                    return Err(Unreadable::Text(ReadError::TooLarge));
                }
                bytes.reserve(usize::try_from(length).map_or(0, |length| length + 1));
                file.take(most).read_to_end(&mut bytes)
            }
            None => io::stdin().lock().take(most).read_to_end(&mut bytes),
        };
        read.map(|_| bytes).map_err(Unreadable::from)
    }
}

/// The text of a draft's bytes.
pub(super) fn text(bytes: &[u8], format: Format) -> Result<Text<'_>, Unreadable> {
    let text = Text::of(bytes, format).map_err(Unreadable::Text)?;
    if text.text.trim().is_empty() { Err(Unreadable::Blank) } else { Ok(text) }
}
