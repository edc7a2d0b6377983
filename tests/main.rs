//! All tests that need more than one room, as one binary.

mod architecture;
mod cli;
mod program;
mod reference;
mod source;
