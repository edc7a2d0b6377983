//! What can be wrong with a reference file, and every sentence that says so.

use std::fmt;

use super::Origin;
use crate::span::Span;

/// Something wrong in a reference file, and where.
///
/// ```
/// let files = [("house.yaml", "facts:\n  - id: alaska\n    valeu: $7.2 million\n    subject: Alaska\n")];
/// let errors = factdiff::reference::load(files, |_, _| Err("none".into())).expect_err("a misspelled key");
/// assert_eq!(errors[0].to_string(), "house.yaml:3:5: unknown key `valeu`");
/// assert_eq!(errors[0].problem.help().as_deref(), Some("did you mean `value`?"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The file, line and column.
    pub origin: Origin,
    /// The bytes of the file to show; none where the whole file is meant.
    pub span: Option<Span>,
    /// What is wrong.
    pub problem: Problem,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.origin, self.problem)
    }
}

impl std::error::Error for LoadError {}

/// What is wrong: the sentence is its [`Display`](fmt::Display), what to do about it its
/// [`help`](Problem::help).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text is no YAML.
    Syntax {
        /// What the YAML reader found.
        message: String,
        /// The way out, where one is likely.
        help: Option<&'static str>,
    },
    /// Aliases that repeat more than anyone means to.
    AliasBomb {
        /// How many repeated nodes are allowed.
        most: usize,
    },
    /// An alias inside the very node it names.
    SelfReference,
    /// More text than a reference file may have.
    TooLarge {
        /// In mebibytes.
        most: usize,
    },
    /// A file that has something other than `facts`.
    NoFacts,
    /// A key nobody reads.
    UnknownKey {
        /// As written.
        key: String,
        /// A known one that looks like it.
        nearest: Option<&'static str>,
        /// All that may stand there.
        known: Vec<&'static str>,
    },
    /// "150 a year" after `value: 3`: the rest of a figure that YAML split at its comma.
    SplitAtComma {
        /// The key or item the first part went to; none in a list.
        key: Option<String>,
        /// What is left of the figure.
        value: String,
        /// What looks like its rest.
        rest: String,
    },
    /// The same key twice in one mapping.
    DuplicateKey {
        /// The key.
        key: String,
        /// The line of the first.
        first: u32,
    },
    /// The same id twice in all files.
    DuplicateId {
        /// The id.
        id: String,
        /// Where it was first given.
        first: Origin,
    },
    /// A key that must be there.
    Missing {
        /// The key.
        key: &'static str,
        /// What needs it: "a fact".
        owner: &'static str,
    },
    /// An id that is not kebab-case.
    BadId {
        /// As written.
        id: String,
        /// The same in kebab-case.
        proposed: String,
    },
    /// None of the keys that say what a fact states.
    NoForm {
        /// The keys there are.
        forms: Vec<&'static str>,
    },
    /// Two of them.
    TwoForms {
        /// The one written first.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// `holds` beside `value`: a key that belongs to another form.
    Misplaced {
        /// The key.
        key: &'static str,
        /// Whose it is.
        owners: &'static [&'static str],
    },
    /// A key with nothing after its colon.
    NoValue {
        /// The key.
        key: String,
    },
    /// A mapping where text is expected, or the like.
    WrongType {
        /// The key.
        key: String,
        /// "text".
        expected: &'static str,
        /// "a list".
        found: &'static str,
    },
    /// A value with no words that place it.
    Unplaced {
        /// The form.
        form: &'static str,
    },
    /// No figure in a value.
    Unreadable {
        /// As written.
        text: String,
    },
    /// More than one figure in a value.
    ReadsAsTwo {
        /// As written.
        text: String,
        /// The parts that were read.
        readings: Vec<String>,
    },
    /// "1.4 milion": a number word or unit just missed.
    Misspelled {
        /// The word as written.
        word: String,
        /// The known one.
        nearest: &'static str,
    },
    /// `kind: money` beside `value: 12 km`.
    WrongKind {
        /// As written.
        text: String,
        /// What it reads as.
        found: &'static str,
        /// What is wanted.
        expected: &'static str,
    },
    /// "no", "1:30", "0123" without quotation marks.
    Trap {
        /// As written.
        text: String,
        /// What YAML makes of it.
        reading: &'static str,
    },
    /// "ranked #1": the rest is a comment.
    CutByComment {
        /// What is left.
        text: String,
    },
    /// "2023-02-30".
    NoSuchDate {
        /// As written.
        text: String,
    },
    /// No date where one is expected.
    NotADate {
        /// As written.
        text: String,
    },
    /// A year or month where a day is expected.
    NotADay {
        /// As written.
        text: String,
    },
    /// The end before the beginning.
    Backwards {
        /// The beginning.
        from: String,
        /// The end.
        until: String,
    },
    /// A word that is not one of a short list.
    NotOneOf {
        /// The key.
        key: &'static str,
        /// As written.
        text: String,
        /// The nearest of them.
        nearest: Option<&'static str>,
        /// All of them, where they are few.
        all: Vec<&'static str>,
    },
    /// A tolerance that is no amount.
    NotATolerance {
        /// As written.
        text: String,
    },
    /// A transcript that could not be had.
    Transcript {
        /// Its path as written.
        path: String,
        /// Why not.
        reason: String,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { message, .. } => write!(f, "this is not valid YAML: {message}"),
            Self::AliasBomb { most } => write!(f, "aliases repeat more than {most} nodes"),
            Self::SelfReference => write!(f, "an alias stands inside the node it names"),
            Self::TooLarge { most } => write!(f, "the file is larger than {most} MiB"),
            Self::NoFacts => write!(f, "no key `facts` with a list of facts"),
            Self::UnknownKey { key, .. } => write!(f, "unknown key `{key}`"),
            Self::SplitAtComma { key: Some(key), value, rest } => {
                write!(f, "{key} is {value}; the key '{rest}' looks like the rest of {value},{}", first_word(rest))
            }
            Self::SplitAtComma { key: None, value, rest } => {
                write!(
                    f,
                    "the item before ends at {value}; the item '{rest}' looks like the rest of {value},{}",
                    first_word(rest)
                )
            }
            Self::DuplicateKey { key, first } => write!(f, "the key `{key}` is given twice, first on line {first}"),
            Self::DuplicateId { id, first } => {
                write!(f, "the id `{id}` is taken: {first}")
            }
            Self::Missing { key, owner } => write!(f, "{owner} needs the key `{key}`"),
            Self::BadId { id, .. } => write!(f, "the id `{id}` is not kebab-case"),
            Self::NoForm { .. } => write!(f, "this fact states nothing"),
            Self::TwoForms { first, second } => write!(f, "a fact states one thing: `{first}` or `{second}`"),
            Self::Misplaced { key, owners } => write!(f, "`{key}` belongs to {}", listed(owners)),
            Self::NoValue { key } => write!(f, "`{key}` has no value"),
            Self::WrongType { key, expected, found } => write!(f, "`{key}` is {expected}, not {found}"),
            Self::Unplaced { form } => write!(f, "`{form}` has no words that say what it is of"),
            Self::Unreadable { text } => write!(f, "no value can be read from '{text}'"),
            Self::ReadsAsTwo { text, readings } => {
                write!(f, "'{text}' reads as {} values: ", readings.len())?;
                write_list(f, readings)
            }
            Self::Misspelled { word, .. } => write!(f, "'{word}' is no number word"),
            Self::WrongKind { text, found, expected } => write!(f, "'{text}' reads as {found}, not as {expected}"),
            Self::Trap { text, reading } => {
                write!(f, "`{text}` without quotation marks is {reading} to other readers of YAML")
            }
            Self::CutByComment { text } => write!(f, "the text ends at '{text}': a # after a space begins a comment"),
            Self::NoSuchDate { text } => write!(f, "there is no {text} in the calendar"),
            Self::NotADate { text } => write!(f, "'{text}' is not a date"),
            Self::NotADay { text } => write!(f, "'{text}' is not a full date"),
            Self::Backwards { from, until } => write!(f, "it ends ({until}) before it begins ({from})"),
            Self::NotOneOf { key, text, .. } => write!(f, "`{key}` cannot be '{text}'"),
            Self::NotATolerance { text } => write!(f, "'{text}' is not a tolerance"),
            Self::Transcript { path, reason } => write!(f, "the transcript {path} cannot be read: {reason}"),
        }
    }
}

impl Problem {
    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::Syntax { help, .. } => return help.map(str::to_owned),
            Self::AliasBomb { .. } => "write the facts out, or use `defaults`".to_owned(),
            Self::SelfReference => "write the text out instead of the alias".to_owned(),
            Self::TooLarge { .. } => "split it: every YAML file below the folder is read".to_owned(),
            Self::NoFacts => "a reference file is `facts:` with a list below it, one `- id: …` a fact".to_owned(),
            Self::UnknownKey { nearest: Some(known), .. } | Self::NotOneOf { nearest: Some(known), .. } => {
                format!("did you mean `{known}`?")
            }
            Self::UnknownKey { key, nearest: None, .. } if key == "<<" => {
                "put what facts share under `defaults`".to_owned()
            }
            Self::UnknownKey { nearest: None, known, .. } if known.contains(&"note") => {
                "remove it; what is meant for readers goes under `note`".to_owned()
            }
            Self::UnknownKey { nearest: None, known, .. } => format!("what may stand here is {}", listed(known)),
            Self::NoValue { .. } => "write it after the colon, or remove the key".to_owned(),
            Self::SplitAtComma { .. } => "quote it: between braces or brackets a comma ends a value".to_owned(),
            Self::DuplicateKey { .. } => "keep one of the two".to_owned(),
            Self::DuplicateId { .. } => "give one of the two facts another id".to_owned(),
            Self::Missing { key: "id", .. } => {
                "an id is a short name in kebab-case, such as `id: alaska-purchase`".to_owned()
            }
            Self::Missing { key: "from", .. } => "say from which day it holds: `from: 2024-12-19`".to_owned(),
            Self::Missing { key, .. } => format!("add `{key}: …`"),
            Self::BadId { proposed, .. } if proposed.is_empty() => "write it in small letters and digits".to_owned(),
            Self::BadId { proposed, .. } => format!("write `{proposed}`"),
            Self::NoForm { forms } => format!("give it one of {}", listed(forms)),
            Self::TwoForms { .. } => "make two facts of it, each with its own id".to_owned(),
            Self::Misplaced { .. } => "remove it, or move it to the fact it is meant for".to_owned(),
            Self::WrongType { expected, .. } => format!("write {expected} after the colon"),
            Self::Unplaced { .. } => {
                "add `subject` or `measure`: the words a draft uses for what the value is of".to_owned()
            }
            Self::Unreadable { .. } => {
                "write the figure as a draft would: 1.4 million, 25%, $3 billion, 12 km".to_owned()
            }
            Self::ReadsAsTwo { .. } => "make a fact of each, or write a sentence under `fact`".to_owned(),
            Self::Misspelled { nearest, .. } => format!("did you mean '{nearest}'?"),
            Self::WrongKind { .. } => "correct the value, or the `kind` or `unit` beside it".to_owned(),
            Self::Trap { .. } => "quote it if it is meant as written, or write it as a draft would".to_owned(),
            Self::CutByComment { .. } => "quote the whole text, or put a space after the #".to_owned(),
            Self::NoSuchDate { .. } => "check the day and the month; dates are year-month-day".to_owned(),
            Self::NotADate { .. } => "write 2022-02-24, 2022-02 or 2022".to_owned(),
            Self::NotADay { .. } => "write year, month and day: 1950-03-21".to_owned(),
            Self::Backwards { .. } => "swap the two, or correct one".to_owned(),
            Self::NotOneOf { all, .. } if all.is_empty() => return None,
            Self::NotOneOf { all, .. } => format!("it is one of {}", listed(all)),
            Self::NotATolerance { .. } => {
                "write a share (10%), an amount in the value's unit (50,000), or `exact`".to_owned()
            }
            Self::Transcript { .. } => "the path is read from the folder of the reference file".to_owned(),
        };
        Some(help)
    }
}

/// "`a`, `b` or `c`".
fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        Some((only, _)) => only.clone(),
        None => String::new(),
    }
}

fn write_list(f: &mut fmt::Formatter<'_>, texts: &[String]) -> fmt::Result {
    for (index, text) in texts.iter().enumerate() {
        let separator = if index == 0 { "" } else { " and " };
        write!(f, "{separator}'{text}'")?;
    }
    Ok(())
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}
