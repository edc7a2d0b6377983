//! All tests that need more than one room, as one binary.

mod architecture;
mod cli;
mod drafts;
mod lexicon;
mod program;
mod reference;
mod source;
