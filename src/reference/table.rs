//! The program's own tables in YAML, for rooms that read such files as data.

use serde::de::DeserializeOwned;

/// A table that is part of the program.
///
/// # Panics
/// Never: a test reads each of them.
pub(crate) fn table<T: DeserializeOwned>(yaml: &'static str) -> T {
    serde_yaml::from_str(yaml).expect("a test reads every table")
}
