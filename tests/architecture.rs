//! The walls of the house: rooms use only rooms above them, files stay short, the library is quiet.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use factdiff::reference::PACKS;

/// A source file: the room it belongs to, its path below `src`, its text.
struct Source {
    room: String,
    path: PathBuf,
    text: String,
}

impl Source {
    /// Its lines of code, without comments and what stands in them.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate();
        lines.map(|(index, line)| (index + 1, line.split("//").next().unwrap_or_default()))
    }

    fn is_test(&self) -> bool {
        self.path.components().any(|part| part.as_os_str() == "tests.rs" || part.as_os_str() == "tests")
    }

    /// Whether it is compiled into the library.
    fn is_library(&self) -> bool {
        let outside = ["main", "command", "lib"].contains(&self.room.as_str());
        !outside && !self.is_test() && !self.path.ends_with("lexicon/build.rs")
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the sources are there") {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("sources are UTF-8");
                let path = path.strip_prefix(&root).expect("below src").to_owned();
                let first = path.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
                sources.push(Source { room: first.trim_end_matches(".rs").to_owned(), path, text });
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(sources.len() > 30, "the sources are found");
    sources
}

/// The rooms in the order of `lib.rs`.
fn rooms(sources: &[Source]) -> Vec<String> {
    let lib = sources.iter().find(|source| source.path == Path::new("lib.rs")).expect("lib.rs");
    let names = lib.code().filter_map(|(_, line)| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

/// The names of the modules that the code reaches through `prefix`, `crate::` or `super::`, with
/// the line: both `crate::value::Exact` and `use crate::{value, span::Span};`.
fn reached<'s>(source: &'s Source, prefix: &str) -> Vec<(usize, &'s str)> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut names = Vec::new();
    for (number, line) in source.code() {
        for (at, _) in line.match_indices(prefix) {
            let inside = line[..at].ends_with(is_name) || line[..at].ends_with("::");
            let rest = &line[at + prefix.len()..];
            let group = rest.strip_prefix('{').map(|group| group.split('}').next().unwrap_or_default());
            let firsts = group.unwrap_or(rest).split(", ").take(if group.is_some() { usize::MAX } else { 1 });
            let firsts = firsts.map(|path| path.trim().split(|c| !is_name(c)).next().unwrap_or_default());
            names.extend(firsts.filter(|name| !inside && !name.is_empty()).map(|name| (number, name)));
        }
    }
    names
}

#[test]
fn rooms_use_only_rooms_above_them() {
    let sources = sources();
    let rooms = rooms(&sources);
    assert!(rooms.len() > 8, "lib.rs lists the rooms: {rooms:?}");
    let place = |name: &str| rooms.iter().position(|room| room == name);
    let mut wrong = Vec::new();
    for source in sources.iter().filter(|source| source.is_library()) {
        let own = place(&source.room).unwrap_or_else(|| panic!("{} is in no room of lib.rs", source.path.display()));
        for (line, name) in reached(source, "crate::") {
            if place(name).is_none_or(|used| used > own) {
                wrong.push(format!("{}:{line} uses crate::{name}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "rooms below, or names that are no rooms:\n{}", wrong.join("\n"));
}

/// Files of one folder that use each other in a circle cannot be read in any order.
#[test]
fn files_of_a_room_form_no_circle() {
    let sources = sources();
    let mut uses: BTreeMap<(PathBuf, String), BTreeSet<String>> = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.is_test()) {
        let folder = source.path.parent().expect("a file").to_owned();
        let name = source.path.file_stem().expect("a name").to_string_lossy().into_owned();
        if name == "mod" || folder == Path::new("") {
            continue;
        }
        let siblings = reached(source, "super::").into_iter().map(|(_, name)| name.to_owned());
        uses.insert((folder, name.clone()), siblings.filter(|sibling| *sibling != name).collect());
    }
    // Take away files that use none of those left, until none goes.
    loop {
        let names: BTreeSet<(PathBuf, String)> = uses.keys().cloned().collect();
        let before = uses.len();
        uses.retain(|(folder, _), used| used.iter().any(|name| names.contains(&(folder.clone(), name.clone()))));
        if uses.len() == before {
            break;
        }
    }
    assert!(uses.is_empty(), "these use each other: {:#?}", uses.keys());
}

#[test]
fn a_file_is_short_and_says_what_it_is_for() {
    for source in sources() {
        let path = source.path.display();
        assert!(source.text.starts_with("//! "), "{path} does not open with what it is for");
        let lines = source.text.lines().count();
        assert!(lines <= 500 || source.is_test(), "{path} has {lines} lines");
    }
}

#[test]
fn the_library_reads_no_files_prints_nothing_and_never_exits() {
    const LOUD: [&str; 13] = [
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "std::thread",
        "File::",
        "stdin(",
        "stdout(",
        "stderr(",
        "print!(",
        "println!(",
        "dbg!(",
        "SystemTime",
    ];
    for source in sources().iter().filter(|source| source.is_library()) {
        for (number, line) in source.code() {
            for loud in LOUD {
                assert!(!line.contains(loud), "{}:{number}: {loud}", source.path.display());
            }
        }
    }
}

#[test]
fn the_yaml_library_is_named_only_where_references_and_the_lexicon_are_read() {
    for source in sources().iter().filter(|source| source.is_library() && source.room != "reference") {
        for (number, line) in source.code() {
            assert!(!line.contains("serde_yaml"), "{}:{number}", source.path.display());
        }
    }
}

#[test]
fn every_file_of_the_reference_is_shipped() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in fs::read_dir(root.join("claims")).expect("the reference is there") {
        let name = entry.expect("a readable folder").file_name();
        let is_shipped = PACKS.iter().any(|pack| Path::new(pack.file).file_name() == Some(&name));
        assert!(is_shipped, "{} is not in src/reference/shipped.rs", name.display());
    }
}
