//! The arguments that several commands take.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil;

use crate::command::date;

#[derive(Debug, Args)]
pub(in crate::command) struct InputOptions {
    /// Drafts: files, patterns, folders (all .md, .txt, .html, .docx, .odt, .adoc, .rst and .tex files
    /// below them but what .gitignore, .factdiffignore or factdiff.yaml leave out), or - for standard
    /// input; a line of a .docx or .odt is a paragraph of it, counted with the cells of its tables
    /// [default: the drafts of factdiff.yaml, else the current folder]
    #[arg(value_name = "PATH")]
    pub(in crate::command) paths: Vec<PathBuf>,
    /// The day the drafts are of, as YYYY-MM-DD [default: the draft's own date, else the day git last
    /// saw it change, else today]
    #[arg(long, value_parser = date::read)]
    pub(in crate::command) date: Option<civil::Date>,
    /// How drafts are written: auto goes by the ending of the file's name, and takes standard input for
    /// Markdown; jsonl is one document a line, {"id", "text", "date", "format"}, from standard input
    /// unless a file is named, answered line by line (format is plain, markdown, html, asciidoc, rst or latex, plain
    /// unless given); of a document with 500,000 claims and more the first are answered, and the status is 2
    #[arg(long, value_enum, default_value_t = InputFormat::Auto, value_name = "FORMAT")]
    pub(in crate::command) input: InputFormat,
    /// Leave out what factdiff.yaml excludes even where it is named: for hooks, which name every file [default: what is
    /// named is read]
    #[arg(long)]
    pub(in crate::command) force_exclude: bool,
    /// How many drafts are read at a time [default: as many as the machine has cores]
    #[arg(long, value_name = "N")]
    pub(in crate::command) jobs: Option<NonZeroUsize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum InputFormat {
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
pub(in crate::command) enum ListFormat {
    /// Aligned columns, for people
    Table,
    /// One object a line, for programs
    Jsonl,
}

/// Where the facts are.
#[derive(Debug, Args)]
pub(in crate::command) struct ClaimsOptions {
    /// Reference file, or folder with *.yaml files below it; may be repeated [default: as for check]
    #[arg(long = "claims", value_name = "PATH")]
    pub(in crate::command) named: Vec<PathBuf>,
}
