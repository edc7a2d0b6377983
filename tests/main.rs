//! All tests that need more than one room, as one binary.

mod architecture;
mod cases;
mod check;
mod cli;
mod drafts;
mod explain;
mod lexicon;
mod options;
mod program;
mod reference;
mod source;
