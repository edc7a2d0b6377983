//! Files of cases: a heading, what goes in, and behind the last line of dashes what comes out.
//!
//! `UPDATE=1 cargo test` rewrites what comes out.

use std::fmt::Write as _;
use std::{env, fs};

/// Holds every case of a file against what `outcome` makes of its parts.
pub(crate) fn hold(path: &str, outcome: impl Fn(&[&str]) -> String) {
    let text = fs::read_to_string(path).expect("the cases are in the repository");
    let mut actual = String::new();
    for case in text.split("=== ").skip(1) {
        let (input, _) = case.rsplit_once("\n---\n").expect("a case has a line '---'");
        let (_, parts) = input.split_once('\n').expect("a heading, then what goes in");
        let parts: Vec<&str> = parts.split("\n---\n").collect();
        let _ = write!(actual, "=== {input}\n---\n{}\n", outcome(&parts));
    }
    if env::var_os("UPDATE").is_some() {
        fs::write(path, &actual).expect("the repository can be written");
    }
    for (actual, expected) in actual.split("=== ").zip(text.split("=== ")) {
        assert_eq!(actual, expected, "{path}");
    }
}
