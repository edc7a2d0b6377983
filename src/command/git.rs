//! What git knows of a repository: its root, a revision, and which files are not as they were then.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A repository with its files.
#[derive(Debug)]
pub(super) struct Repository {
    /// Its topmost folder, without links.
    pub(super) root: PathBuf,
}

/// What git cannot tell.
#[derive(Debug)]
pub(super) enum GitError {
    /// It is not installed.
    Missing,
    NoRepository {
        folder: PathBuf,
    },
    /// A draft is of another repository, or of none.
    Elsewhere {
        path: PathBuf,
        root: PathBuf,
    },
    NoRevision {
        revision: String,
        history: History,
    },
    /// Anything else, in its own words.
    Failed {
        command: String,
        message: String,
    },
}

/// How alike a draft must be to one that is gone, to be that one under a new name: a paragraph is
/// often one line, so that few edits touch many of its bytes.
const RENAMED: &str = "--find-renames=25%";

/// How much of a repository's history is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum History {
    Whole,
    /// Cut off, as continuous integration fetches it.
    Shallow,
}

const DEEPEN: &str = "this clone holds only the last commits: fetch more with `git fetch --unshallow`, in GitHub \
                      Actions with `fetch-depth: 0`, in GitLab with `GIT_DEPTH: 0`";

impl fmt::Display for GitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("--changed asks git, which is not installed or not on the path"),
            Self::NoRepository { folder } => {
                write!(f, "--changed asks git, but {} lies in no git repository", folder.display())
            }
            Self::Elsewhere { path, root } => {
                write!(f, "{} lies outside the git repository {}; check it by itself", path.display(), root.display())
            }
            Self::NoRevision { revision, history: History::Whole } => {
                write!(f, "{revision} is no revision of this repository; give a branch, a tag or a commit")
            }
            Self::NoRevision { revision, history: History::Shallow } => {
                write!(f, "{revision} is no revision that is at hand; {DEEPEN}")
            }
            Self::Failed { command, message } => write!(f, "`git {command}` failed: {message}"),
        }
    }
}

/// A point in the history that the files of today are compared with.
#[derive(Debug)]
pub(super) struct Base {
    /// The commit's name.
    pub(super) commit: String,
    /// Where it is not the point at which the two histories parted, because that is not at hand.
    pub(super) caution: Option<String>,
}

/// What a file was at another revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Past {
    /// It did not exist, or was no plain file.
    Absent,
    /// The name of its content.
    Content(String),
}

/// The files of a repository that are not as they were, by their paths from its root.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Differing {
    /// Each with what it was, under its present name or, where it is gone, under its old one.
    pub(super) files: HashMap<PathBuf, Past>,
    /// The files that git keeps; others are as new as can be.
    tracked: HashSet<PathBuf>,
}

impl Differing {
    /// What a file was, where it is not what it was.
    pub(super) fn past(&self, file: &Path) -> Option<Past> {
        match self.files.get(file) {
            Some(past) => Some(past.clone()),
            None if self.tracked.contains(file) => None,
            None => Some(Past::Absent),
        }
    }
}

impl Repository {
    /// The repository that a file or folder lies in.
    pub(super) fn around(path: &Path) -> Result<Self, GitError> {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let folder = if real.is_dir() { real.as_path() } else { real.parent().unwrap_or(Path::new(".")) };
        let found = run(folder, &["rev-parse", "--show-toplevel"])?;
        if !found.good {
            let none = found.message.contains("not a git repository");
            return Err(if none {
                GitError::NoRepository { folder: path.to_owned() }
            } else {
                found.failure("rev-parse")
            });
        }
        let root = path_of(found.out.strip_suffix(b"\n").unwrap_or(&found.out));
        Ok(Self { root: root.canonicalize().unwrap_or(root) })
    }

    /// The path of a file from the root; none where it lies outside.
    pub(super) fn own(&self, file: &Path) -> Option<PathBuf> {
        let real = file.canonicalize().ok()?;
        real.strip_prefix(&self.root).ok().map(Path::to_owned)
    }

    /// Where the present history parted from that of a revision.
    pub(super) fn base(&self, revision: &str) -> Result<Base, GitError> {
        // What begins with a hyphen would be an option.
        let found = if revision.starts_with('-') { None } else { self.commit(revision)? };
        let Some(commit) = found else {
            return Err(GitError::NoRevision { revision: revision.to_owned(), history: self.history()? });
        };
        let parted = run(&self.root, &["merge-base", &commit, "HEAD"])?;
        if parted.good {
            return Ok(Base { commit: parted.line(), caution: None });
        }
        let caution = match self.history()? {
            History::Whole => None,
            History::Shallow => Some(format!(
                "the drafts are compared with {revision} itself, not with the point at which this branch left it; {DEEPEN}"
            )),
        };
        Ok(Base { commit, caution })
    }

    fn commit(&self, revision: &str) -> Result<Option<String>, GitError> {
        let found = run(&self.root, &["rev-parse", "--verify", "--quiet", &format!("{revision}^{{commit}}")])?;
        Ok(found.good.then(|| found.line()))
    }

    fn history(&self) -> Result<History, GitError> {
        let shallow = run(&self.root, &["rev-parse", "--is-shallow-repository"])?;
        Ok(if shallow.line() == "true" { History::Shallow } else { History::Whole })
    }

    /// The files that are not as they were at a commit, changes not yet committed included.
    pub(super) fn differing(&self, commit: &str) -> Result<Differing, GitError> {
        let raw = ["diff", "--raw", "-z", "--no-abbrev", "--no-ext-diff", RENAMED, "--ignore-submodules", commit];
        let raw = run(&self.root, &[&raw[..], &["--"]].concat())?.or_failure("diff")?;
        let tracked = run(&self.root, &["ls-files", "-z"])?.or_failure("ls-files")?;
        let tracked = tracked.split(|byte| *byte == 0).filter(|name| !name.is_empty()).map(path_of).collect();
        Ok(Differing { files: parse_raw(&raw), tracked })
    }

    /// The content of this name.
    pub(super) fn content(&self, name: &str) -> Result<Vec<u8>, GitError> {
        run(&self.root, &["cat-file", "blob", name])?.or_failure("cat-file")
    }
}

/// Reads what `git diff --raw -z` prints: ":MODE MODE NAME NAME STATUS", then a path, for what was
/// renamed or copied two, each ended by a zero byte.
fn parse_raw(out: &[u8]) -> HashMap<PathBuf, Past> {
    let mut fields = out.split(|byte| *byte == 0);
    let mut files = HashMap::new();
    while let Some(header) = fields.next().and_then(|header| header.strip_prefix(b":")) {
        let header = String::from_utf8_lossy(header);
        let mut parts = header.split(' ');
        let (mode, name) = (parts.next().unwrap_or_default(), parts.nth(1).unwrap_or_default());
        let status = parts.next_back().unwrap_or_default();
        let Some(first) = fields.next() else { break };
        let path = match status.as_bytes().first() {
            Some(b'R' | b'C') => match fields.next() {
                Some(second) => second,
                None => break,
            },
            Some(_) | None => first,
        };
        let is_plain = mode.starts_with("100") && name.bytes().any(|byte| byte != b'0');
        let past = if is_plain { Past::Content(name.to_owned()) } else { Past::Absent };
        // A file in conflict comes twice, once without what it was.
        match files.entry(path_of(path)) {
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(past);
            }
            std::collections::hash_map::Entry::Occupied(mut known) => {
                if *known.get() == Past::Absent {
                    known.insert(past);
                }
            }
        }
    }
    files
}

/// How a command ended.
struct Ran {
    good: bool,
    out: Vec<u8>,
    message: String,
}

impl Ran {
    fn line(&self) -> String {
        String::from_utf8_lossy(&self.out).trim().to_owned()
    }

    fn or_failure(self, command: &str) -> Result<Vec<u8>, GitError> {
        if self.good { Ok(self.out) } else { Err(self.failure(command)) }
    }

    fn failure(&self, command: &str) -> GitError {
        GitError::Failed { command: command.to_owned(), message: self.message.clone() }
    }
}

fn run<S: AsRef<OsStr>>(folder: &Path, arguments: &[S]) -> Result<Ran, GitError> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        // Its messages are read, and it is to change nothing.
        .env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .stdin(Stdio::null())
        .output();
    match output {
        Ok(output) => Ok(Ran {
            good: output.status.success(),
            out: output.stdout,
            message: String::from_utf8_lossy(&output.stderr).trim().to_owned(),
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(GitError::Missing),
        Err(error) => Err(GitError::Failed { command: String::new(), message: error.to_string() }),
    }
}

/// A path as git writes it, which need not be text.
#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

/// A path as git writes it: with slashes, in UTF-8.
#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).split('/').collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Past, parse_raw};

    #[test]
    fn changed_files_are_read_whatever_their_names() {
        let (old, new, none) = ("a".repeat(40), "b".repeat(40), "0".repeat(40));
        let raw = format!(
            ":100644 100644 {old} {none} M\0a b.md\0:000000 100644 {none} {new} A\0new.md\0\
             :100644 100644 {old} {none} R087\0old\nname.md\0\"quoted\".md\0:100644 000000 {old} {none} D\0gone.md\0\
             :120000 100644 {old} {none} T\0link.md\0:000000 000000 {none} {none} U\0torn.md\0\
             :100755 100644 {old} {none} M\0torn.md\0"
        );
        let files = parse_raw(raw.as_bytes());
        let content = Past::Content(old);
        for (path, past) in [
            ("a b.md", &content),
            ("new.md", &Past::Absent),
            ("\"quoted\".md", &content),
            ("gone.md", &content),
            ("link.md", &Past::Absent),
            ("torn.md", &content),
        ] {
            assert_eq!(files.get(Path::new(path)), Some(past), "{path}");
        }
        assert_eq!(files.len(), 6);
        assert!(parse_raw(b"").is_empty() && parse_raw(b":100644").is_empty() && parse_raw(b"junk\0x").is_empty());
    }
}
