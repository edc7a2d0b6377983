//! Checks the facts in articles: extracts the claims of a draft, compares them with the house's
//! reference facts, and says where they differ.
//!
//! The rooms, in reading order; each uses only rooms above it.

#![warn(clippy::print_stdout, clippy::print_stderr, clippy::exit)]

pub mod span;
pub mod value;
pub mod lexicon;
pub mod claim;
pub mod severity;
pub mod source;
pub mod text;
pub mod extract;
pub mod reference;
pub mod import;
pub mod finding;
pub mod config;
pub mod check;
pub mod learn;
pub mod report;
