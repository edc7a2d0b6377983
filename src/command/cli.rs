//! The arguments of the command line, and the words that explain them: a file for each, small ones together.

use clap::{Parser, Subcommand, ValueEnum};

pub(super) mod check;
pub(super) mod coverage;
pub(super) mod explain;
pub(super) mod extract;
pub(super) mod facts;
pub(super) mod import;
pub(super) mod init;
pub(super) mod input;
pub(super) mod learn;
pub(super) mod manual;
pub(super) mod r#where;

use check::CheckOptions;
use coverage::CoverageOptions;
use explain::ExplainOptions;
use extract::ExtractOptions;
use facts::FactsOptions;
use init::InitOptions;
use learn::LearnOptions;
use manual::{CompletionsOptions, ManOptions, RulesOptions, SchemaOptions};
use r#where::WhereOptions;

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
    Check(CheckOptions),
    /// Print every claim that is found in drafts
    Extract(ExtractOptions),
    /// Print what each rule finds, or all about one of them
    Rules(RulesOptions),
    /// Say why each claim on a line was held against a fact, or was not
    Explain(ExplainOptions),
    /// Print every place that states a fact, right or wrong: what to correct when it changes
    Where(WhereOptions),
    /// Print which claims the facts speak to, and how many of a hundred that is
    Coverage(CoverageOptions),
    /// Write down the facts that trusted articles state, ready for their sources
    Learn(LearnOptions),
    /// Keep the facts: say what is wrong with them, list them, show one, find those to look at again, import
    /// them from records of others
    Facts(FactsOptions),
    /// Write the files a house begins with: factdiff.yaml, a file for facts, and what a CI service runs
    Init(InitOptions),
    /// Print the JSON Schema of a reference file or of factdiff.yaml: with it an editor completes and checks
    /// the file as it is typed
    Schema(SchemaOptions),
    /// Print the script that completes this command line in a shell
    Completions(CompletionsOptions),
    /// Print the manual page of the program, or of one of its commands
    Man(ManOptions),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}
