//! The house's reference: which files hold it, what is wrong with them, and what was worked out of
//! them before.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use factdiff::check::{self, Index, Tables};
use factdiff::reference::{self, File, PACKS, Reference};
use factdiff::report::fault;
use factdiff::source;
use ignore::WalkBuilder;

use super::Failure;
use super::cache::Key;
use super::house::House;
use super::output::{complain, tell};
use super::unreadable::{Unreadable, text_of};

/// A reference, and what was worked out of it before.
pub(super) struct Opened {
    reference: Reference,
    tables: Option<Tables>,
    /// Where to keep what is worked out now.
    key: Option<Key>,
}

impl Opened {
    /// The reference with its index.
    pub(super) fn index(&mut self) -> (&Reference, Index<'_>) {
        let tables = self.tables.take();
        let reference = &self.reference;
        let index = tables.map_or_else(|| Index::of(reference), |tables| Index::with(reference, tables));
        if let Some(key) = self.key.take()
            && let Some(compiled) = check::compile(&index)
        {
            key.write(&compiled);
        }
        (reference, index)
    }
}

/// The reference of a house, as it was compiled before where its files have not changed since.
/// All faults are told before the run fails: no draft is judged by half a reference.
pub(super) fn open(house: &House) -> Result<Opened, Failure> {
    let ready = |(reference, tables): (Reference, Tables)| Opened { reference, tables: Some(tables), key: None };
    if house.claims.is_empty()
        && house.packs.iter().copied().eq(PACKS)
        && let Some(shipped) = check::shipped()
    {
        return Ok(ready(shipped));
    }
    let files = read_all(house)?;
    let key = Key::of(house.usage, files.iter().map(|file| &*file.text));
    let kept = key.and_then(Key::read);
    if let Some(known) = kept.and_then(|kept| check::open(files.clone(), &kept)) {
        return Ok(ready(known));
    }
    Ok(Opened { reference: load(house, &files)?, tables: None, key })
}

/// The reference of a house and its files, every fact read.
pub(super) fn all(house: &House) -> Result<(Reference, Vec<File<'static>>), Failure> {
    let files = read_all(house)?;
    Ok((load(house, &files)?, files))
}

/// The reference of a house, every fact of it read.
fn load(house: &House, files: &[File<'_>]) -> Result<Reference, Failure> {
    let mut reference = reference::load(files.iter().map(File::borrowed), transcript).map_err(|errors| {
        for error in &errors {
            let file = files.iter().find(|file| file.name == error.origin.file);
            tell(&fault::fault(error, file.map_or("", |file| &file.text)));
        }
        Failure::Reference { faults: errors.len() }
    })?;
    if !house.claims.is_empty() && !house.packs.is_empty() {
        // What the house itself says of a subject counts.
        let own: HashSet<&str> = own_names(house, files);
        let outranked = check::outranked(&reference, |fact| own.contains(fact.origin.file.as_str()));
        reference = reference.without(&outranked);
    }
    Ok(reference)
}

/// The names of the files that are the house's own: they stand before those that come with the program.
fn own_names<'f>(house: &House, files: &'f [File<'_>]) -> HashSet<&'f str> {
    files[..files.len().saturating_sub(house.packs.len())].iter().map(|file| &*file.name).collect()
}

/// The files of a house's reference: its own, then those that come with the program.
fn read_all(house: &House) -> Result<Vec<File<'static>>, Failure> {
    let mut files = Vec::new();
    let mut faults = 0;
    for found in files_of(&house.claims) {
        match found.and_then(|path| read(house, &path).map_err(|error| (path, error))) {
            Ok(file) => files.push(file),
            Err((path, error)) => {
                complain(&format!("{}: {error}", path.display()));
                faults += 1;
            }
        }
    }
    if faults > 0 {
        return Err(Failure::Reference { faults });
    }
    files.extend(house.packs.iter().copied().map(File::from));
    Ok(files)
}

/// A reference file, or a path that gives none and why.
type Found = Result<PathBuf, (PathBuf, Unreadable)>;

/// The reference files that paths name.
pub(super) fn files_of(paths: &[PathBuf]) -> impl Iterator<Item = Found> {
    paths.iter().flat_map(|path| if path.is_dir() { files(path) } else { vec![Ok(path.clone())] })
}

/// The reference files below a folder, in order of their names.
fn files(folder: &Path) -> Vec<Found> {
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

fn read(house: &House, path: &Path) -> Result<File<'static>, Unreadable> {
    let name = path.display().to_string();
    Ok(File { name: Cow::Owned(name), text: Cow::Owned(text_of(path)?), usage: house.usage })
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
