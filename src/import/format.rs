//! What a file of records is.

use super::columns::Column;
use super::{Reading, legislators, reviews, table, wikidata};

/// A kind of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table with commas or semicolons between its cells.
    Csv,
    /// A table with tabs between its cells.
    Tsv,
    /// A YAML file of unitedstates/congress-legislators.
    Legislators,
    /// `ClaimReview` of schema.org, in a page or as JSON.
    ClaimReview,
    /// Entities of Wikidata as JSON.
    Wikidata,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Csv, Self::Tsv, Self::Legislators, Self::ClaimReview, Self::Wikidata];

    /// "legislators".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Legislators => "legislators",
            Self::ClaimReview => "claim-review",
            Self::Wikidata => "wikidata",
        }
    }

    /// What one holds.
    pub(super) const fn records(self) -> &'static str {
        match self {
            Self::Csv | Self::Tsv => "table",
            Self::Legislators => "legislator with terms",
            Self::ClaimReview => "ClaimReview",
            Self::Wikidata => "entity of Wikidata",
        }
    }

    /// The one that a file's ending and its content show.
    pub(super) fn of(file: &str, text: &str) -> Option<Self> {
        let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "csv" => return Some(Self::Csv),
            "tsv" | "tab" => return Some(Self::Tsv),
            "yaml" | "yml" => return Some(Self::Legislators),
            _ => {}
        }
        let start = text.trim_start_matches('\u{feff}').trim_start();
        let line = start.lines().next()?;
        match start.chars().next()? {
            '{' | '[' if text.contains("ClaimReview") => Some(Self::ClaimReview),
            '{' | '[' if ["\"claims\"", "\"entities\""].iter().any(|key| text.contains(key)) => Some(Self::Wikidata),
            '{' | '[' => None,
            '<' => Some(Self::ClaimReview),
            '-' if text.contains("terms:") => Some(Self::Legislators),
            _ if line.contains('\t') => Some(Self::Tsv),
            _ if line.contains([',', ';']) => Some(Self::Csv),
            _ => None,
        }
    }

    pub(super) fn read(self, text: &str, columns: &[Column], reading: &mut Reading<'_>) {
        match self {
            Self::Csv => table::read(text, comma(text), columns, reading),
            Self::Tsv => table::read(text, b'\t', columns, reading),
            Self::Legislators => legislators::read(text, reading),
            Self::ClaimReview => reviews::read(text, reading),
            Self::Wikidata => wikidata::read(text, reading),
        }
    }
}

/// What stands between the cells: a semicolon where decimals have commas.
fn comma(text: &str) -> u8 {
    let line = text.lines().next().unwrap_or_default();
    if line.matches(';').count() > line.matches(',').count() { b';' } else { b',' }
}
