//! The arguments of the commands that tell of the program itself: `rules`, `schema`, `completions`, `man`.

use clap::{Args, ValueEnum};
use clap_complete::Shell;

#[derive(Debug, Args)]
pub(in crate::command) struct RulesOptions {
    /// The rule to describe, with an example and how to silence it [default: a line for each]
    pub(in crate::command) name: Option<String>,
}

const SCHEMA_USE: &str =
    "To use it with a server for YAML, save it beside the facts and name it in the first line of a file:

  factdiff schema > claims/facts.schema.json
  # yaml-language-server: $schema=facts.schema.json";

#[derive(Debug, Args)]
#[command(after_help = SCHEMA_USE)]
pub(in crate::command) struct SchemaOptions {
    /// Of which file
    #[arg(value_enum, default_value_t = SchemaOf::Facts, value_name = "FILE")]
    pub(in crate::command) of: SchemaOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum SchemaOf {
    /// A reference file
    Facts,
    /// factdiff.yaml
    Config,
}

#[derive(Debug, Args)]
pub(in crate::command) struct CompletionsOptions {
    /// The shell
    #[arg(value_enum)]
    pub(in crate::command) shell: Shell,
}

#[derive(Debug, Args)]
pub(in crate::command) struct ManOptions {
    /// The command to describe: check [default: the program as a whole]
    pub(in crate::command) command: Option<String>,
}
