//! All tests that need more than one room, as one binary.

mod architecture;
mod baseline;
mod cases;
mod changed;
mod check;
mod cli;
mod config;
mod day;
mod desk;
mod drafts;
mod explain;
mod extract;
mod fixing;
mod formats;
mod import;
mod init;
mod kept;
mod lexicon;
mod lint;
mod options;
mod program;
mod reference;
mod reports;
mod schema;
mod source;
mod written;
