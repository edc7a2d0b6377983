//! A large reference once worked out, kept in the user's cache folder: the next run reads it back.
//! It is found by what the files hold and by the program that wrote it, so it cannot be stale; it
//! may be deleted at any time, and a run that can neither read nor write it does without.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use factdiff::lexicon::Usage;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::replace;

/// Files of fewer bytes are read as fast as what would be kept of them.
const LEAST_BYTES: usize = 1 << 16;
/// How many references are kept.
const MOST_KEPT: usize = 16;
/// What the names of kept references end in.
const ENDING: &str = "facts";
/// How many bytes before the content sum it up.
const SUM: usize = 16;

/// Under which name the reference of some files is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key(u128);

impl Key {
    /// The key for the files of a reference, in their order, whose bare words mean this; none for files that are better
    /// read anew.
    pub(super) fn of<'t>(usage: Usage, texts: impl Iterator<Item = &'t str> + Clone) -> Option<Self> {
        if texts.clone().map(str::len).sum::<usize>() < LEAST_BYTES {
            return None;
        }
        let mut hasher = Xxh3::new();
        hasher.update(&program()?);
        hasher.update(usage.locale().id.as_bytes());
        hasher.update(usage.dollar().id().as_bytes());
        for text in texts {
            hasher.update(&text.len().to_le_bytes());
            hasher.update(text.as_bytes());
        }
        Some(Self(hasher.digest128()))
    }

    fn file(self) -> Option<PathBuf> {
        Some(folder()?.join(format!("{:032x}.{ENDING}", self.0)))
    }

    /// What is kept under the key.
    pub(super) fn read(self) -> Option<Vec<u8>> {
        let mut kept = fs::read(self.file()?).ok()?;
        let content = kept.get(SUM..)?;
        if kept[..SUM] != xxh3_128(content).to_le_bytes() {
            return None;
        }
        kept.drain(..SUM);
        Some(kept)
    }

    /// Keeps something under the key, and no longer what was kept long before.
    pub(super) fn write(self, content: &[u8]) {
        let Some(file) = self.file() else { return };
        let kept = [&xxh3_128(content).to_le_bytes(), content].concat();
        // What cannot be kept is worked out again.
        let _ = file.parent().map(fs::create_dir_all);
        let _ = replace::create(&file, &kept);
        drop_oldest();
    }
}

/// What tells this program from every other: its version, and of its file the size and the time.
fn program() -> Option<Vec<u8>> {
    let file = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let age = file.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let mut program = env!("CARGO_PKG_VERSION").as_bytes().to_vec();
    program.extend(file.len().to_le_bytes());
    program.extend(age.as_nanos().to_le_bytes());
    Some(program)
}

/// Where programs keep what they can do without.
fn folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let caches = named("XDG_CACHE_HOME").or_else(|| named("LOCALAPPDATA"));
    let caches = caches.or_else(|| Some(std::env::home_dir()?.join(".cache")))?;
    Some(caches.join("factdiff"))
}

fn drop_oldest() {
    let Some(kept) = folder().and_then(|folder| fs::read_dir(folder).ok()) else { return };
    let aged = |entry: fs::DirEntry| Some((entry.metadata().ok()?.modified().ok()?, entry.path()));
    let mut kept: Vec<(SystemTime, PathBuf)> = kept.flatten().filter_map(aged).collect();
    kept.retain(|(_, path)| path.extension().is_some_and(|ending| ending == ENDING));
    kept.sort_by(|one, other| other.cmp(one));
    for (_, path) in kept.drain(..).skip(MOST_KEPT) {
        let _ = fs::remove_file(path);
    }
}
