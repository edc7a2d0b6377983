//! Which column of a table gives which key of a fact: `id={Country Code}-population`, `value=People`.

use std::fmt;
use std::str::FromStr;

use super::error::Problem;
use crate::reference::{self, nearest};

/// A key of facts, and what gives it: a header, a text with headers in braces, or a text.
///
/// ```
/// use factdiff::import::Column;
/// assert!("id={Country Code}-population".parse::<Column>().is_ok());
/// assert_eq!("valeu=People".parse::<Column>().expect_err("no such key").to_string(),
///            "`valeu` is no key of a fact; did you mean `value`?");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The key.
    key: &'static str,
    /// What gives it, as written.
    from: String,
}

/// Why a text names no column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnError {
    /// It has no equals sign.
    NoKey,
    /// Facts have no such key.
    UnknownKey {
        /// As written.
        key: String,
        /// One that looks like it.
        nearest: Option<&'static str>,
    },
    /// A brace that is not closed.
    OpenBrace,
}

impl fmt::Display for ColumnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoKey => f.write_str("write a key, an equals sign and a column: value=People"),
            Self::UnknownKey { key, nearest: Some(nearest) } => {
                write!(f, "`{key}` is no key of a fact; did you mean `{nearest}`?")
            }
            Self::UnknownKey { key, nearest: None } => write!(f, "`{key}` is no key of a fact"),
            Self::OpenBrace => f.write_str("a brace around the name of a column is not closed"),
        }
    }
}

impl std::error::Error for ColumnError {}

impl FromStr for Column {
    type Err = ColumnError;

    fn from_str(text: &str) -> Result<Self, ColumnError> {
        let (key, from) = text.split_once('=').ok_or(ColumnError::NoKey)?;
        let key = among(keys(), key.trim())?;
        if braces(from).any(|piece| matches!(piece, Piece::Open)) {
            return Err(ColumnError::OpenBrace);
        }
        Ok(Self { key, from: from.trim().to_owned() })
    }
}

/// The keys that a row may give: those of a fact, and in place of `roles` those of one office.
fn keys() -> impl Iterator<Item = &'static str> + Clone {
    let own = reference::KEYS.into_iter().filter(|key| !matches!(*key, "values" | "roles" | "transcript"));
    own.chain(["role", "party", "place"])
}

/// A key of facts, as a command names it.
///
/// # Errors
/// A word that is none.
pub fn key(word: &str) -> Result<&'static str, ColumnError> {
    among(reference::KEYS.into_iter(), word)
}

/// The one of these keys that a word is.
fn among(mut keys: impl Iterator<Item = &'static str> + Clone, word: &str) -> Result<&'static str, ColumnError> {
    let all = keys.clone();
    let unknown = || ColumnError::UnknownKey { key: word.to_owned(), nearest: nearest(word, all) };
    keys.find(|key| *key == word).ok_or_else(unknown)
}

/// A stretch of a template.
enum Piece<'t> {
    Text(&'t str),
    Header(&'t str),
    /// A brace that is not closed.
    Open,
}

/// The stretches of a template.
fn braces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some(inside) = rest.strip_prefix('{') else {
            let (text, after) = rest.split_at(rest.find('{').unwrap_or(rest.len()));
            rest = after;
            return Some(Piece::Text(text));
        };
        let Some((header, after)) = inside.split_once('}') else {
            rest = "";
            return Some(Piece::Open);
        };
        rest = after;
        Some(Piece::Header(header.trim()))
    })
}

/// How one key is made from a row.
#[derive(Debug)]
pub(super) struct Maker {
    pub(super) key: &'static str,
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Text(String),
    /// The cell of this column, from 0.
    Cell(usize),
}

impl Maker {
    /// The text for a row; none where all its cells are empty.
    pub(super) fn make(&self, cell: impl Fn(usize) -> String) -> Option<String> {
        let mut text = String::new();
        let mut filled = !self.parts.iter().any(|part| matches!(part, Part::Cell(_)));
        for part in &self.parts {
            match part {
                Part::Text(own) => text.push_str(own),
                Part::Cell(column) => {
                    let cell = cell(*column);
                    filled |= !cell.is_empty();
                    text.push_str(&cell);
                }
            }
        }
        (filled && !text.is_empty()).then_some(text)
    }

    /// The column to name where the text is wrong.
    pub(super) fn column<'h>(&self, headers: &'h [String]) -> Option<&'h str> {
        let cell = |part: &Part| if let Part::Cell(column) = part { headers.get(*column) } else { None };
        self.parts.iter().find_map(cell).map(String::as_str)
    }
}

/// How the keys are made from the columns of a table: as the mapping says, and where it is silent,
/// from columns that are called like keys.
pub(super) fn makers(columns: &[Column], headers: &[String]) -> Result<Vec<Maker>, Vec<Problem>> {
    let mut makers = Vec::new();
    let mut problems = Vec::new();
    for column in columns {
        match parts(&column.from, headers) {
            Ok(parts) => makers.push(Maker { key: column.key, parts }),
            Err(problem) => problems.push(problem),
        }
    }
    for (index, header) in headers.iter().enumerate() {
        let like = reference::kebab(header);
        if let Some(key) = keys().find(|key| **key == like).filter(|key| makers.iter().all(|maker| maker.key != *key)) {
            makers.push(Maker { key, parts: vec![Part::Cell(index)] });
        }
    }
    if problems.is_empty() { Ok(makers) } else { Err(problems) }
}

fn parts(from: &str, headers: &[String]) -> Result<Vec<Part>, Problem> {
    if let Some(index) = place(from, headers) {
        return Ok(vec![Part::Cell(index)]);
    }
    if !from.contains('{') && near(from, headers).is_none() {
        return Ok(vec![Part::Text(from.to_owned())]);
    }
    let pieces = braces(if from.contains('{') { from } else { "" });
    let mut parts = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => parts.push(Part::Text(text.to_owned())),
            Piece::Header(header) => match place(header, headers) {
                Some(index) => parts.push(Part::Cell(index)),
                None => return Err(no_header(header, headers)),
            },
            // Refused when the mapping was read.
            Piece::Open => {}
        }
    }
    if parts.is_empty() { Err(no_header(from, headers)) } else { Ok(parts) }
}

/// The column with this header; capitals make no difference.
fn place(header: &str, headers: &[String]) -> Option<usize> {
    let folded = header.to_lowercase();
    headers.iter().position(|own| own.to_lowercase() == folded)
}

fn near(header: &str, headers: &[String]) -> Option<String> {
    nearest(header, headers.iter().map(String::as_str)).map(str::to_owned)
}

fn no_header(header: &str, headers: &[String]) -> Problem {
    Problem::NoHeader { header: header.to_owned(), nearest: near(header, headers), headers: headers.to_vec() }
}
