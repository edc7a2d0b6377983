//! The `factdiff` command: parse, dispatch, exit status.

fn main() {}
