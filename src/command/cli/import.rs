//! The arguments of `factdiff facts import`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use factdiff::import::{self, Column};

const EXAMPLES: &str = "\
A spreadsheet with the columns Town, Year and People becomes facts with a value for each year:

  factdiff facts import towns.csv --to claims/towns.yaml \\
      --column 'id={Town}-population' --column subject=Town --column measure=population \\
      --column 'from={Year}-01-01' --column value=People --column source=https://example.org/census

Columns that are called like keys of a fact need no --column. A cell may hold several alternatives,
with ; or | between them. Rows with one id are one fact through time (with a from each), or one
person's offices.

A fact checker's page becomes statements that hold or do not, entities of Wikidata become figures, dates and people:

  factdiff facts import review.html feed.json --to claims/reviewed.yaml
  factdiff facts import Q64.json --to claims/cities.yaml

Whatever becomes no fact is named, with the reason.

Importing again into the same file updates its facts: values that changed, and those that are new.
What a person added stays, comments too.

Exit status: 0 the facts were written, 2 something is wrong in a file, and nothing was written.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(in crate::command) struct ImportOptions {
    /// Files with records; - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub(in crate::command) files: Vec<PathBuf>,
    /// What the files are [default: what their ending and content show]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(in crate::command) from: Option<ImportFormat>,
    /// What gives a key of the facts in a table: a column (value=People), a text with columns in braces
    /// (id={Town}-population), or a text for all rows (measure=population); may be repeated
    /// [default: the columns that are called like keys]
    #[arg(long, value_name = "KEY=COLUMN")]
    pub(in crate::command) column: Vec<Column>,
    /// The reference file to write to, or to update [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(in crate::command) to: Option<PathBuf>,
    /// Leave this key as it is in facts that have it already: subject where somebody has put better names;
    /// may be repeated [default: what the records say is added]
    #[arg(long, value_name = "KEY", value_delimiter = ',', value_parser = import::key)]
    pub(in crate::command) keep: Vec<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum ImportFormat {
    /// A table with commas or semicolons between its cells
    Csv,
    /// A table with tabs between its cells
    Tsv,
    /// A YAML file of the project unitedstates/congress-legislators
    Legislators,
    /// Fact checks by the vocabulary of schema.org: the page of one, or JSON-LD of one or many
    ClaimReview,
    /// Entities of Wikidata: Special:EntityData/Q64.json, the answer of wbgetentities, lines of a dump
    Wikidata,
}

impl ImportFormat {
    /// The format that is meant.
    pub(in crate::command) const fn format(self) -> import::Format {
        match self {
            Self::Csv => import::Format::Csv,
            Self::Tsv => import::Format::Tsv,
            Self::Legislators => import::Format::Legislators,
            Self::ClaimReview => import::Format::ClaimReview,
            Self::Wikidata => import::Format::Wikidata,
        }
    }
}
