//! The arguments of the command line, and the words that explain them.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use factdiff::finding::Level;
use factdiff::import::{self, Column};
use jiff::civil;

use super::date;

pub(super) mod facts;

use facts::FactsOptions;

/// Checks the facts in articles: extracts the claims of a draft and compares them with reference
/// facts in YAML
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, infer_subcommands = false, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    /// When to colour the output
    #[arg(long, long_help = COLOR, value_enum, default_value_t = Color::Auto, global = true, value_name = "WHEN")]
    pub(super) color: Color,
}

const COLOR: &str = "When to colour the output; auto colours on a terminal, never where NO_COLOR is set, always where \
                     CLICOLOR_FORCE is";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Compare drafts with the house's facts and print the differences
    #[command(after_help = CHECK_STATUS)]
    Check(CheckOptions),
    /// Print every claim that is found in drafts
    Extract(ExtractOptions),
    /// Print what each rule finds, or all about one of them
    Rules(RulesOptions),
    /// Say why each claim on a line was held against a fact, or was not
    Explain(ExplainOptions),
    /// Print every place that states a fact, right or wrong: what to correct when it changes
    #[command(after_help = WHERE_STATUS)]
    Where(WhereOptions),
    /// Print which claims the facts speak to, and how many of a hundred that is
    #[command(after_help = COVERAGE_STATUS)]
    Coverage(CoverageOptions),
    /// Write down the facts that trusted articles state, ready for their sources
    #[command(after_help = LEARN_NOTES)]
    Learn(LearnOptions),
    /// Keep the facts: say what is wrong with them, list them, show one, find those to look at again, import
    /// them from records of others
    Facts(FactsOptions),
    /// Write the files a house begins with: factdiff.yaml, a file for facts, and what a CI service runs
    Init(InitOptions),
    /// Print the JSON Schema of a reference file or of factdiff.yaml: with it an editor completes and checks
    /// the file as it is typed
    #[command(after_help = SCHEMA_USE)]
    Schema(SchemaOptions),
    /// Print the script that completes this command line in a shell
    Completions(CompletionsOptions),
    /// Print the manual page of the program, or of one of its commands
    Man(ManOptions),
}

const CHECK_STATUS: &str = "Exit status: 0 nothing at or above --fail-on was found, 1 something was, 2 the run itself \
                            failed (bad option, bad factdiff.yaml or reference file, unreadable draft).";

const WHERE_STATUS: &str = "Exit status: 0 whether places are found or not, 2 the run itself failed (no fact has the id, bad \
                            reference file, unreadable draft).";

const COVERAGE_STATUS: &str = "Exit status: 0 done, 1 fewer of a hundred claims are covered than --fail-under asks, 2 the run \
                               itself failed (bad reference file, unreadable draft).";

const LEARN_NOTES: &str = "Every fact stands under the sentence it was taken from: put its source for TODO, and see that subject and \
                           measure say what it is. Figures in quotations, plans, guesses and counts that point back (\"the two \
                           leaders\") are left out, and so is what a sentence alone does not place. Exit status: 0 done, 2 the run \
                           itself failed (bad reference file, unreadable draft).";

#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    #[command(flatten)]
    pub(super) input: InputOptions,
    /// Reference file, or folder with *.yaml files below it; may be repeated [default: that of
    /// factdiff.yaml, else claims/ where that exists, else the facts that come with factdiff]
    #[arg(long, value_name = "PATH")]
    pub(super) claims: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) selection: SelectionOptions,
    #[command(flatten)]
    pub(super) scope: ScopeOptions,
    #[command(flatten)]
    pub(super) mending: MendingOptions,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(super) format: CheckFormat,
    /// The mildest finding that makes the exit status 1
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "LEVEL")]
    pub(super) fail_on: FailOn,
    /// What is listed: differences alone, or every claim with its verdict
    #[arg(long, value_enum, default_value_t = ShowOption::Differences)]
    pub(super) show: ShowOption,
    /// Write the report to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Say on standard error how each draft is saved, what its date was taken from and how long the run
    /// took
    #[arg(long)]
    pub(super) stats: bool,
    /// Leave out notes, the summary line and remarks on standard error
    #[arg(short, long)]
    pub(super) quiet: bool,
    /// Show the figures too that are right when rounded, and what --stats says of each draft
    #[arg(short, long, conflicts_with = "quiet")]
    pub(super) verbose: bool,
}

/// Which findings are reported.
#[derive(Debug, Args)]
pub(super) struct SelectionOptions {
    /// Report findings of these rules alone, those that are off by default too; `factdiff rules` lists
    /// them [default: every rule that is on]
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Report no findings of these rules [default: none is left out]
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    /// Report on these facts alone [default: all facts]
    #[arg(long, value_name = "FACT-ID", value_delimiter = ',')]
    pub(super) only: Vec<String>,
}

/// Which of those are known, or not new.
#[derive(Debug, Args)]
pub(super) struct ScopeOptions {
    /// Report only what can have come since this git revision (a branch, tag or commit): findings on
    /// lines that are new since this branch left it, and those by facts that changed, in every draft
    /// that states them
    #[arg(long, value_name = "REV")]
    pub(super) changed: Option<String>,
    /// Leave out the findings that this file lists, and name those that are no longer found
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write all that is found to a baseline instead of reporting it, without what is no longer found
    /// [default file: the one of --baseline, else factdiff-baseline.json]
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true, conflicts_with_all = ["changed", "only", "fix", "diff"])]
    #[expect(clippy::option_option, reason = "the option may stand without a file")]
    pub(super) write_baseline: Option<Option<PathBuf>>,
}

/// What is done about findings that carry a replacement.
#[derive(Debug, Args)]
pub(super) struct MendingOptions {
    /// Write the replacements into the drafts where one reading is possible, and report what is left
    #[arg(long, conflicts_with = "diff")]
    pub(super) fix: bool,
    /// Print what --fix would change as a patch instead of the report; `git apply` takes it
    #[arg(long, conflicts_with_all = ["format", "show"])]
    pub(super) diff: bool,
}

#[derive(Debug, Args)]
pub(super) struct ExtractOptions {
    #[command(flatten)]
    pub(super) input: InputOptions,
    /// How the claims are written
    #[arg(long, value_enum, default_value_t = ExtractFormat::Table)]
    pub(super) format: ExtractFormat,
}

const IMPORT_EXAMPLES: &str = "\
A spreadsheet with the columns Town, Year and People becomes facts with a value for each year:

  factdiff facts import towns.csv --to claims/towns.yaml \\
      --column 'id={Town}-population' --column subject=Town --column measure=population \\
      --column 'from={Year}-01-01' --column value=People --column source=https://example.org/census

Columns that are called like keys of a fact need no --column. A cell may hold several alternatives, with ; or |
between them. Rows with one id are one fact through time (with a from each), or one person's offices.

Importing again into the same file updates its facts: values that changed, and those that are new. What a person
added stays, comments too.

Exit status: 0 the facts were written, 2 something is wrong in a file, and nothing was written.";

#[derive(Debug, Args)]
pub(super) struct ImportOptions {
    /// Files with records; - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<PathBuf>,
    /// What the files are [default: what their ending and content show]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(super) from: Option<ImportFormat>,
    /// What gives a key of the facts in a table: a column (value=People), a text with columns in braces
    /// (id={Town}-population), or a text for all rows (measure=population); may be repeated
    /// [default: the columns that are called like keys]
    #[arg(long, value_name = "KEY=COLUMN")]
    pub(super) column: Vec<Column>,
    /// The reference file to write to, or to update [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(super) to: Option<PathBuf>,
    /// Leave this key as it is in facts that have it already: subject where somebody has put better names;
    /// may be repeated [default: what the records say is added]
    #[arg(long, value_name = "KEY", value_delimiter = ',', value_parser = import::key)]
    pub(super) keep: Vec<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ImportFormat {
    /// A table with commas or semicolons between its cells
    Csv,
    /// A table with tabs between its cells
    Tsv,
    /// A YAML file of the project unitedstates/congress-legislators
    Legislators,
}

impl ImportFormat {
    /// The format that is meant.
    pub(super) const fn format(self) -> import::Format {
        match self {
            Self::Csv => import::Format::Csv,
            Self::Tsv => import::Format::Tsv,
            Self::Legislators => import::Format::Legislators,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct RulesOptions {
    /// The rule to describe, with an example and how to silence it [default: a line for each]
    pub(super) name: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct InitOptions {
    /// Write what this service runs too [default: none]
    #[arg(long, value_enum, value_name = "SERVICE")]
    pub(super) ci: Option<CiService>,
}

/// Where drafts are checked by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CiService {
    /// .github/workflows/facts.yml: annotations beside the lines of a pull request
    Github,
    /// .gitlab-ci.yml: a Code Quality report beside a merge request
    Gitlab,
    /// .pre-commit-config.yaml: the drafts of a commit, before it is made
    PreCommit,
}

const SCHEMA_USE: &str =
    "To use it with a server for YAML, save it beside the facts and name it in the first line of a file:

  factdiff schema > claims/facts.schema.json
  # yaml-language-server: $schema=facts.schema.json";

#[derive(Debug, Args)]
pub(super) struct SchemaOptions {
    /// Of which file
    #[arg(value_enum, default_value_t = SchemaOf::Facts, value_name = "FILE")]
    pub(super) of: SchemaOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// A reference file
    Facts,
    /// factdiff.yaml
    Config,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsOptions {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: Shell,
}

#[derive(Debug, Args)]
pub(super) struct ManOptions {
    /// The command to describe: check [default: the program as a whole]
    pub(super) command: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ExplainOptions {
    /// The draft and the number of a line in it: draft.md:12
    #[arg(value_name = "FILE:LINE", allow_hyphen_values = true)]
    pub(super) line: Line,
    /// Reference file, or folder with *.yaml files below it; may be repeated [default: as for check]
    #[arg(long, value_name = "PATH")]
    pub(super) claims: Vec<PathBuf>,
    /// The day the draft is of, as YYYY-MM-DD [default: as for check]
    #[arg(long, value_parser = date::read)]
    pub(super) date: Option<civil::Date>,
}

#[derive(Debug, Args)]
pub(super) struct WhereOptions {
    /// The ids of facts; behind them drafts, as for check [default drafts: as for check]
    #[arg(value_name = "ID… [PATH…]", required = true)]
    pub(super) ids_and_paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) against: AgainstOptions,
    /// How the places are written: aligned columns of place, verdict, fact and words, or the objects of
    /// check --format jsonl
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub(super) format: ListFormat,
}

#[derive(Debug, Args)]
pub(super) struct LearnOptions {
    #[command(flatten)]
    pub(super) input: InputOptions,
    /// Add the facts to this reference file, whose comments and order stay, or begin it; what it covers already is left
    /// out [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(super) to: Option<PathBuf>,
    /// Reference file, or folder with *.yaml files below it, whose facts are known already; may be repeated [default:
    /// that of factdiff.yaml, else claims/ where that exists]
    #[arg(long, value_name = "PATH")]
    pub(super) claims: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct CoverageOptions {
    #[command(flatten)]
    pub(super) input: InputOptions,
    /// Reference file, or folder with *.yaml files below it; may be repeated [default: as for check]
    #[arg(long, value_name = "PATH")]
    pub(super) claims: Vec<PathBuf>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub(super) format: ListFormat,
    /// What is listed of each draft before its count
    #[arg(long, value_enum, default_value_t = CoverageShow::All)]
    pub(super) show: CoverageShow,
    /// Exit with 1 where fewer of a hundred claims of all drafts are covered [default: 0]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=100))]
    pub(super) fail_under: Option<u8>,
}

/// What drafts are held against, where that is all there is to say.
#[derive(Debug, Args)]
pub(super) struct AgainstOptions {
    /// Reference file, or folder with *.yaml files below it; may be repeated [default: as for check]
    #[arg(long, value_name = "PATH")]
    pub(super) claims: Vec<PathBuf>,
    /// The day the drafts are of, as YYYY-MM-DD [default: as for check]
    #[arg(long, value_parser = date::read)]
    pub(super) date: Option<civil::Date>,
    /// How many drafts are read at a time [default: as many as the machine has cores]
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    Table,
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CoverageShow {
    /// Every claim with the fact that covers it, and every number that is no claim, with the reason
    All,
    /// Claims that no fact covers
    Uncovered,
    /// Nothing but the counts
    Summary,
}

/// A line of a draft.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) file: PathBuf,
    /// From 1.
    pub(super) number: u32,
}

impl FromStr for Line {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (file, number) = text.rsplit_once(':').ok_or("a line is named by its file and its number: draft.md:12")?;
        let number = number.parse().ok().filter(|number| *number > 0);
        let number = number.ok_or("behind the colon stands the number of a line, from 1: draft.md:12")?;
        Ok(Self { file: file.into(), number })
    }
}

#[derive(Debug, Args)]
pub(super) struct InputOptions {
    /// Drafts: files, patterns, folders (all .md, .txt, .html, .docx, .odt, .adoc, .rst and .tex files
    /// below them but what .gitignore, .factdiffignore or factdiff.yaml leave out), or - for standard
    /// input; a line of a .docx or .odt is a paragraph of it, counted with the cells of its tables
    /// [default: the drafts of factdiff.yaml, else the current folder]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// The day the drafts are of, as YYYY-MM-DD [default: the draft's own date, else the day git last
    /// saw it change, else today]
    #[arg(long, value_parser = date::read)]
    pub(super) date: Option<civil::Date>,
    /// How drafts are written: auto goes by the ending of the file's name, and takes standard input for
    /// Markdown; jsonl is one document a line, {"id", "text", "date", "format"}, from standard input
    /// unless a file is named, answered line by line (format is plain, markdown, html, asciidoc, rst or latex, plain
    /// unless given)
    #[arg(long, value_enum, default_value_t = InputFormat::Auto, value_name = "FORMAT")]
    pub(super) input: InputFormat,
    /// How many drafts are read at a time [default: as many as the machine has cores]
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum InputFormat {
    Auto,
    Plain,
    Markdown,
    Html,
    Asciidoc,
    Rst,
    Latex,
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// For people: a block a difference, and a line that sums up
    Text,
    /// One object: the drafts with their findings, and the summary
    Json,
    /// One object a finding, each on its line, then the summary
    Jsonl,
    /// Annotations for GitHub Actions, ten a level; the rest in the summary of the job
    Github,
    /// A Code Quality report for GitLab's merge requests
    Gitlab,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// XML as test runners write it, for CI servers
    Junit,
    /// The Reviewdog Diagnostic Format
    Rdjson,
    /// A table, for a comment or a page
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ExtractFormat {
    /// Aligned columns: place, kind, value, unit, hedge, words
    Table,
    /// One object a claim, each on its line
    Jsonl,
    /// A reference file with a fact for each claim that is one by itself, as learn writes it
    Yaml,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Error,
    Warning,
    Note,
    Never,
}

impl FailOn {
    /// The mildest level that fails a run.
    pub(super) const fn level(self) -> Option<Level> {
        match self {
            Self::Error => Some(Level::Error),
            Self::Warning => Some(Level::Warning),
            Self::Note => Some(Level::Note),
            Self::Never => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ShowOption {
    All,
    Differences,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}
