//! A file's new content, all of it or nothing: written beside the file, then moved onto it.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use factdiff::source::Encoding;

/// Why a file keeps the content it has.
#[derive(Debug)]
pub(super) enum ReplaceError {
    ReadOnly,
    /// Somebody has written to it since it was read.
    ChangedMeanwhile,
    /// The new text has letters that this encoding lacks.
    Unwritable(Encoding),
    /// Nothing is written into documents of word processors.
    Office,
    Io(io::Error),
}

impl fmt::Display for ReplaceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ReadOnly => f.write_str("the file is read-only; it stays as it was"),
            Self::ChangedMeanwhile => {
                f.write_str("the file was changed meanwhile; it stays as it is, so run this again")
            }
            Self::Unwritable(encoding) => {
                write!(f, "the right words cannot be written in {}; save the file as UTF-8", encoding.name())
            }
            Self::Office => {
                f.write_str("replacements are not written into .docx and .odt; make them where it was written")
            }
            Self::Io(error) => write!(f, "cannot be written: {error}"),
        }
    }
}

impl From<io::Error> for ReplaceError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Replaces the content of a file that still is `old`, and keeps its permissions. A link stays a
/// link: the file behind it is replaced.
pub(super) fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), ReplaceError> {
    let path = path.canonicalize()?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(ReplaceError::ReadOnly);
    }
    let beside = Beside::new(&path)?;
    // Before there is anything to read in it.
    beside.file.set_permissions(permissions)?;
    (&beside.file).write_all(new)?;
    beside.file.sync_all()?;
    if fs::read(&path)? != old {
        return Err(ReplaceError::ChangedMeanwhile);
    }
    beside.move_onto(&path)
}

/// Writes a file that may not exist yet.
pub(super) fn create(path: &Path, new: &[u8]) -> Result<(), ReplaceError> {
    match fs::read(path) {
        Ok(old) => replace(path, &old, new),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let beside = Beside::new(path)?;
            (&beside.file).write_all(new)?;
            beside.file.sync_all()?;
            beside.move_onto(path)
        }
        Err(error) => Err(error.into()),
    }
}

/// Writes a file that may not exist yet, in a folder that need not either.
pub(super) fn create_below(path: &Path, new: &[u8]) -> Result<(), ReplaceError> {
    match path.parent().filter(|folder| *folder != Path::new("")).map(fs::create_dir_all) {
        Some(Err(error)) if error.kind() != io::ErrorKind::AlreadyExists => Err(error.into()),
        Some(_) | None => create(path, new),
    }
}

/// A new file in the folder of another, taken away again unless it takes that one's place.
struct Beside {
    file: File,
    path: PathBuf,
}

impl Beside {
    fn new(path: &Path) -> io::Result<Self> {
        let mut name = OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(format!(".{}.factdiff", std::process::id()));
        let path = path.with_file_name(name);
        let file = OpenOptions::new().write(true).create_new(true).open(&path)?;
        Ok(Self { file, path })
    }

    fn move_onto(self, path: &Path) -> Result<(), ReplaceError> {
        Ok(fs::rename(&self.path, path)?)
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Once it has been moved there is nothing here to take away.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::{ReplaceError, create, replace};

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("factdiff-replace-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a new folder");
        folder
    }

    #[test]
    fn a_file_that_was_changed_meanwhile_is_left_alone() {
        let folder = folder("meanwhile");
        let file = folder.join("draft.md");
        fs::write(&file, "as somebody left it").expect("a new file");
        let outcome = replace(&file, b"as it was read", b"as it should be");
        assert!(matches!(outcome, Err(ReplaceError::ChangedMeanwhile)), "{outcome:?}");
        assert_eq!(fs::read_to_string(&file).expect("still there"), "as somebody left it");
        assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1, "nothing is left beside it");
        fs::remove_dir_all(folder).expect("it goes");
    }

    #[test]
    fn a_file_is_made_or_replaced() {
        let folder = folder("made");
        let file = folder.join("new.json");
        for text in ["one", "two"] {
            create(&file, text.as_bytes()).expect("it can be written");
            assert_eq!(fs::read_to_string(&file).expect("it is there"), text);
        }
        assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1);
        fs::remove_dir_all(folder).expect("it goes");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = folder("links");
        let (file, link) = (folder.join("draft.md"), folder.join("link.md"));
        fs::write(&file, "old").expect("a new file");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("our own file");
        symlink("draft.md", &link).expect("a link");
        replace(&link, b"old", b"new").expect("it can be written");
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&file).expect("still there"), "new");
        assert_eq!(fs::metadata(&file).expect("still there").permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o440)).expect("our own file");
        assert!(matches!(replace(&file, b"new", b"old"), Err(ReplaceError::ReadOnly)));
        fs::remove_dir_all(folder).expect("it goes");
    }
}
