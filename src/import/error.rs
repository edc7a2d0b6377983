//! What can be wrong with somebody else's records, and every sentence that says so.

use std::fmt;

use super::Format;
use crate::reference;

/// Something wrong in a file that facts are to be read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// The file as it was named.
    pub file: String,
    /// Where in it.
    pub place: Place,
    /// What is wrong.
    pub problem: Problem,
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}: {}", self.file, self.place, self.problem)
    }
}

impl std::error::Error for ImportError {}

/// A place in a file, by what its readers count in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nowhere in particular.
    File,
    /// A row of a table, as a spreadsheet counts it: the header is row 1.
    Row(u64),
    /// A cell of it.
    Cell {
        /// The row.
        row: u64,
        /// The column by its header.
        column: String,
    },
    /// A line and column, both from 1.
    Line(u32, u32),
    /// A review of a claim, from 1, in the order of the file.
    Review(usize),
    /// A property of an entity of Wikidata, where one is meant.
    Entity {
        /// "Q64".
        id: String,
        /// "P1082".
        property: Option<String>,
    },
}

impl Place {
    /// The row, for the order in which errors are told; the order stays where places have none.
    pub(super) const fn row(&self) -> u64 {
        match self {
            Self::Row(row) | Self::Cell { row, .. } => *row,
            Self::File | Self::Line(..) | Self::Review(_) | Self::Entity { .. } => 0,
        }
    }

    /// As part of a sentence: " review 2".
    pub(super) fn named(&self) -> String {
        self.to_string().replacen(':', "", 1)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => Ok(()),
            Self::Row(row) => write!(f, ": row {row}"),
            Self::Cell { row, column } => write!(f, ": row {row}, column {column}"),
            Self::Line(line, column) => write!(f, ":{line}:{column}"),
            Self::Review(number) => write!(f, ": review {number}"),
            Self::Entity { id, property: Some(property) } => write!(f, ": {id}, {property}"),
            Self::Entity { id, property: None } => write!(f, ": {id}"),
        }
    }
}

/// What is wrong: the sentence is its [`Display`](fmt::Display).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Neither its name nor its content say what it is.
    UnknownFormat,
    /// Nothing in it.
    Empty,
    /// A table of rows that differ in length, or the like.
    BadTable(String),
    /// Text that is no JSON.
    BadJson(String),
    /// A page without any JSON-LD.
    NoScript,
    /// JSON or YAML, but no records of the kind.
    NotThis(Format),
    /// A column that facts need is neither there nor given by `--column`.
    NoColumn {
        /// The key.
        key: &'static str,
        /// What would give it.
        headers: Vec<String>,
    },
    /// A template names a column that the table has not.
    NoHeader {
        /// As written.
        header: String,
        /// One that looks like it.
        nearest: Option<String>,
        /// All there are.
        headers: Vec<String>,
    },
    /// A row whose id cannot be made.
    NoId,
    /// An id that another record has.
    Taken {
        /// The id.
        id: String,
        /// The other record.
        first: String,
    },
    /// Two rows with one id, of which one says no time.
    Timeless {
        /// The id.
        id: String,
        /// The other row.
        first: u64,
    },
    /// Two rows with one id that disagree.
    Disagree {
        /// The id.
        id: String,
        /// The key they differ in.
        key: String,
        /// The other row.
        first: u64,
    },
    /// A key that must be there.
    Missing(&'static str),
    /// An amount that is no number.
    NotANumber(String),
    /// A date nobody can read.
    NotADate(String),
    /// What the reference would not take.
    Fact(reference::Problem),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownFormat => {
                let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
                write!(f, "cannot tell what this is; say so with --from: {}", names.join(", "))
            }
            Self::Empty => f.write_str("nothing is in it"),
            Self::BadTable(message) => f.write_str(message),
            Self::BadJson(message) => write!(f, "this is no JSON: {message}"),
            Self::NoScript => f.write_str("the page has no script of the type application/ld+json"),
            Self::NotThis(format) => write!(f, "no {} is in it", format.records()),
            Self::NoColumn { key, headers } => {
                write!(f, "no column gives the {key}; name one with --column {key}=… (there are {})", quoted(headers))
            }
            Self::NoHeader { header, nearest: Some(nearest), .. } => {
                write!(f, "no column is called '{header}'; did you mean '{nearest}'?")
            }
            Self::NoHeader { header, nearest: None, headers } => {
                write!(f, "no column is called '{header}'; there are {}", quoted(headers))
            }
            Self::NoId => f.write_str("the row has no id"),
            Self::Taken { id, first } => write!(f, "the id `{id}` is taken: {first}"),
            Self::Timeless { id, first } => {
                write!(f, "row {first} has the id `{id}` too; to be one fact in time each needs a `from`")
            }
            Self::Disagree { id, key, first } => write!(f, "`{id}` has another `{key}` in row {first}"),
            Self::Missing(key) => write!(f, "`{key}` is missing"),
            Self::NotANumber(text) => write!(f, "'{text}' is no number"),
            Self::NotADate(text) => write!(f, "'{text}' is no date"),
            Self::Fact(problem) => {
                problem.fmt(f)?;
                problem.help().map_or(Ok(()), |help| write!(f, "; {help}"))
            }
        }
    }
}

/// "'Town', 'Year' and 'People'".
fn quoted(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((only, _)) => only.clone(),
        None => "none".to_owned(),
    }
}
