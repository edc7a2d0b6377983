//! `check --baseline`: the findings of an archive that is adopted as it is, in a file; only what
//! comes on top of them is reported.
//!
//! A finding is known again by its draft, its rule and its words, never by its line.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

use factdiff::finding::{Finding, Rule};
use jiff::civil;
use serde::{Deserialize, Deserializer, Serialize};

use super::replace::{self, ReplaceError};

/// The file as it is written.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(deserialize_with = "version")]
    version: u32,
    findings: Vec<Entry>,
}

/// The only way of writing it so far.
const VERSION: u32 = 1;

/// A finding that is known, as often as `count` says.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// From the folder of the file, with slashes.
    path: String,
    rule: String,
    text: String,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    count: usize,
    /// Why it stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// The last day on which it is left alone, as YYYY-MM-DD.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "day")]
    expires: Option<String>,
}

const fn one() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
const fn is_one(count: &usize) -> bool {
    *count == 1
}

fn version<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    match u32::deserialize(from)? {
        VERSION => Ok(VERSION),
        other => Err(serde::de::Error::custom(format!("version {other} is not known; this program writes {VERSION}"))),
    }
}

fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let Some(text) = Option::<String>::deserialize(from)? else { return Ok(None) };
    match text.parse::<civil::Date>() {
        Ok(_) => Ok(Some(text)),
        Err(_) => Err(serde::de::Error::custom(format!("{text:?} is not a day like 2026-03-31"))),
    }
}

/// What a finding is known by within its draft: its rule and its words.
type Key = (String, String);

/// What is known of a finding.
#[derive(Clone, Debug)]
struct Known {
    count: usize,
    reason: Option<String>,
    expires: Option<String>,
}

/// Known findings, and those that were met.
#[derive(Debug)]
pub(super) struct Baseline {
    path: PathBuf,
    /// Its folder, without links.
    folder: PathBuf,
    /// By their drafts.
    known: BTreeMap<String, BTreeMap<Key, Known>>,
    purpose: Purpose,
    /// The day by which entries expire.
    today: civil::Date,
    /// Rules by which nothing is looked for this time.
    unasked: Vec<Rule>,
    /// How often each was found in the drafts that were checked.
    met: Mutex<BTreeMap<String, BTreeMap<Key, usize>>>,
}

/// What a baseline is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// What is in it is not reported.
    Silence,
    /// What is found is written to it, and none of that is reported.
    Record,
}

/// Why there is no baseline.
#[derive(Debug)]
pub(super) enum BaselineError {
    Missing {
        path: PathBuf,
    },
    Folder {
        path: PathBuf,
    },
    Read {
        path: PathBuf,
        error: io::Error,
    },
    /// It is no baseline.
    Form {
        path: PathBuf,
        error: serde_json::Error,
    },
    Write {
        path: PathBuf,
        error: ReplaceError,
    },
}

impl fmt::Display for BaselineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { path } => {
                write!(f, "{}: no such baseline; --write-baseline {0} makes it", path.display())
            }
            Self::Folder { path } => write!(f, "{}: a baseline is a file, this is a folder", path.display()),
            Self::Read { path, error } => write!(f, "{}: {error}", path.display()),
            Self::Form { path, error } => {
                let (line, column) = (error.line().max(1), error.column().max(1));
                let message = error.to_string();
                let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
                write!(f, "{}:{line}:{column}: not a baseline of factdiff: {message}", path.display())
            }
            Self::Write { path, error } => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl Baseline {
    /// Reads a baseline. One that is to be written may be missing; what was written by hand in an
    /// older one is kept.
    pub(super) fn open(
        path: &Path,
        purpose: Purpose,
        today: civil::Date,
        unasked: Vec<Rule>,
    ) -> Result<Self, BaselineError> {
        let path = path.to_owned();
        let entries = match fs::read(&path) {
            Ok(bytes) => match serde_json::from_slice::<Written>(&bytes) {
                Ok(written) => written.findings,
                Err(error) => return Err(BaselineError::Form { path, error }),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => match purpose {
                Purpose::Silence => return Err(BaselineError::Missing { path }),
                Purpose::Record => Vec::new(),
            },
            Err(_) if path.is_dir() => return Err(BaselineError::Folder { path }),
            Err(error) => return Err(BaselineError::Read { path, error }),
        };
        let folder = match path.parent().filter(|folder| *folder != Path::new("")) {
            Some(folder) => folder,
            None => Path::new("."),
        };
        let folder = folder.canonicalize().map_err(|error| BaselineError::Read { path: path.clone(), error })?;
        Ok(Self { path, folder, known: by_draft(entries), purpose, today, unasked, met: Mutex::default() })
    }

    /// Drops the findings of a draft that are known.
    pub(super) fn sift(&self, draft: &str, findings: &mut Vec<Finding>) {
        let draft = self.own(draft);
        let known = self.known.get(&draft);
        let mut met: BTreeMap<Key, usize> = BTreeMap::new();
        findings.retain(|finding| {
            let key = (finding.rule.name().to_owned(), normal(&finding.text));
            let allowed = known.and_then(|known| known.get(&key)).filter(|known| !self.is_over(known));
            let count = met.entry(key).or_default();
            *count += 1;
            self.purpose == Purpose::Silence && allowed.is_none_or(|known| *count > known.count)
        });
        self.met.lock().expect("no worker panics with it in hand").insert(draft, met);
    }

    /// What there is to say at the end: how many findings were written, or which are gone.
    pub(super) fn close(&self) -> Result<Option<String>, BaselineError> {
        match self.purpose {
            Purpose::Silence => Ok(self.gone()),
            Purpose::Record => self.write().map(Some),
        }
    }

    fn is_over(&self, known: &Known) -> bool {
        known.expires.as_ref().and_then(|day| day.parse::<civil::Date>().ok()).is_some_and(|last| last < self.today)
    }

    /// A draft's name from the folder of the baseline, wherever the program was started.
    fn own(&self, draft: &str) -> String {
        let Ok(real) = Path::new(draft).canonicalize() else { return draft.to_owned() };
        from(&self.folder, &real)
    }

    /// Whether it is known how often a finding is there: its draft was checked, or is no more. One
    /// that was not asked for keeps its entries.
    fn is_settled(&self, draft: &str, (rule, _): &Key, met: &BTreeMap<String, BTreeMap<Key, usize>>) -> bool {
        let is_asked = self.unasked.iter().all(|unasked| unasked.name() != rule);
        is_asked && (met.contains_key(draft) || !self.folder.join(draft).exists())
    }

    /// Which entries are found no longer, or not as often.
    fn gone(&self) -> Option<String> {
        const SHOWN: usize = 5;
        let met = self.met.lock().expect("all workers are done");
        let count = |draft, key| met.get(draft).and_then(|met| met.get(key)).copied().unwrap_or_default();
        let entries = self.known.iter().flat_map(|(draft, entries)| entries.iter().map(move |entry| (draft, entry)));
        let gone: Vec<String> = entries
            .filter(|(draft, (key, known))| self.is_settled(draft, key, &met) && count(*draft, key) < known.count)
            .map(|(draft, ((rule, text), _))| format!("{draft} {rule} \"{text}\""))
            .collect();
        let (shown, more) = gone.split_at(gone.len().min(SHOWN));
        let more = if more.is_empty() { String::new() } else { format!("; and {} more", more.len()) };
        (!gone.is_empty()).then(|| format!("no longer found, --write-baseline drops them: {}{more}", shown.join("; ")))
    }

    /// Writes what was met; reasons and days stay with what they were given for.
    fn write(&self) -> Result<String, BaselineError> {
        let met = self.met.lock().expect("all workers are done");
        let mut drafts: BTreeMap<&String, BTreeMap<&Key, Known>> = BTreeMap::new();
        for (draft, entries) in &self.known {
            let kept = entries.iter().filter(|(key, _)| !self.is_settled(draft, key, &met));
            drafts.entry(draft).or_default().extend(kept.map(|(key, known)| (key, known.clone())));
        }
        for (draft, findings) in met.iter() {
            let old = self.known.get(draft);
            let known = |key: &Key, count: usize| {
                let none = Known { count, reason: None, expires: None };
                old.and_then(|old| old.get(key)).map_or(none, |old| Known { count, ..old.clone() })
            };
            let found = findings.iter().map(|(key, count)| (key, known(key, *count)));
            drafts.entry(draft).or_default().extend(found);
        }
        let entry = |path: &String, (rule, text): &Key, known: Known| Entry {
            path: path.clone(),
            rule: rule.clone(),
            text: text.clone(),
            count: known.count,
            reason: known.reason,
            expires: known.expires,
        };
        let entries = drafts
            .into_iter()
            .flat_map(|(path, findings)| findings.into_iter().map(move |(key, known)| entry(path, key, known)));
        let entries: Vec<Entry> = entries.collect();
        let findings: usize = entries.iter().map(|entry| entry.count).sum();
        match replace::create(&self.path, in_lines(&entries).as_bytes()) {
            Ok(()) => {
                let plural = if findings == 1 { "" } else { "s" };
                Ok(format!("{findings} finding{plural} written to {}", self.path.display()))
            }
            Err(error) => Err(BaselineError::Write { path: self.path.clone(), error }),
        }
    }
}

/// The entries by their drafts; those that say the same, as two branches may bring them, count
/// together.
fn by_draft(entries: Vec<Entry>) -> BTreeMap<String, BTreeMap<Key, Known>> {
    let mut drafts: BTreeMap<String, BTreeMap<Key, Known>> = BTreeMap::new();
    for Entry { path, rule, text, count, reason, expires } in entries {
        let known = drafts.entry(path).or_default().entry((rule, text));
        known.and_modify(|known| known.count += count).or_insert(Known { count, reason, expires });
    }
    drafts
}

/// The file, one entry a line: changes to it are reviewed like any other.
fn in_lines(entries: &[Entry]) -> String {
    let line = |entry: &Entry| serde_json::to_string(entry).expect("an entry has string keys");
    let lines: Vec<String> = entries.iter().map(|entry| format!("    {}", line(entry))).collect();
    let lines = if lines.is_empty() { String::new() } else { format!("\n{}\n  ", lines.join(",\n")) };
    format!("{{\n  \"version\": {VERSION},\n  \"findings\": [{lines}]\n}}\n")
}

/// The words of a finding with plain quotation marks and single blanks: how a draft is wrapped and
/// set makes no difference.
fn normal(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{201c}', '\u{201d}'], "\"")
}

/// A path from a folder, with slashes; both are without links.
fn from(folder: &Path, file: &Path) -> String {
    let shared = folder.components().zip(file.components()).take_while(|(one, other)| one == other).count();
    let up = folder.components().skip(shared).map(|_| "..".to_owned());
    let down = file.components().skip(shared).map(|part| match part {
        Component::Normal(name) => name.to_string_lossy().into_owned(),
        other => other.as_os_str().to_string_lossy().into_owned(),
    });
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Entry, Written, from, in_lines, normal};

    #[test]
    fn a_draft_is_named_from_the_folder_of_the_baseline() {
        for (folder, file, expected) in [
            ("/house", "/house/articles/a.md", "articles/a.md"),
            ("/house/ci", "/house/articles/a.md", "../articles/a.md"),
            ("/house/ci/deep", "/else/a.md", "../../../else/a.md"),
        ] {
            assert_eq!(from(Path::new(folder), Path::new(file)), expected);
        }
    }

    #[test]
    fn words_are_the_same_however_they_are_set() {
        assert_eq!(normal("more\n  than\u{a0}\u{201c}34\u{201d} o\u{2019}clock"), "more than \"34\" o'clock");
    }

    #[test]
    fn what_is_written_is_read_again() {
        let entry = |count, reason: Option<&str>| Entry {
            path: "a \"b\".md".to_owned(),
            rule: "value-differs".to_owned(),
            text: "$7 \\ billion".to_owned(),
            count,
            reason: reason.map(str::to_owned),
            expires: None,
        };
        for entries in [vec![], vec![entry(1, None)], vec![entry(2, Some("an archive")), entry(1, None)]] {
            let text = in_lines(&entries);
            let read: Written = serde_json::from_str(&text).expect("our own file");
            assert_eq!(in_lines(&read.findings), text);
            assert_eq!(text.lines().count(), 4 + entries.len() + usize::from(!entries.is_empty()), "{text}");
        }
    }

    #[test]
    fn what_is_no_baseline_is_refused() {
        for text in [
            "",
            "[]",
            r#"{"version": 2, "findings": []}"#,
            r#"{"version": 1, "findings": [{"path": "a.md", "rule": "value-differs"}]}"#,
            r#"{"version": 1, "findings": [{"path": "a", "rule": "b", "text": "c", "expires": "2026-02-30"}]}"#,
            r#"{"version": 1, "findings": [{"path": "a", "rule": "b", "text": "c", "line": 7}]}"#,
        ] {
            assert!(serde_json::from_str::<Written>(text).is_err(), "{text}");
        }
    }
}
