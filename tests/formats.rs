//! One draft a format: every claim that is found in it, with its place.
//!
//! `formats/NAME.ENDING` is extracted as a writer would and prints `formats/NAME.ENDING.out`;
//! `UPDATE=1 cargo test` writes that anew.

use std::fs;
use std::path::{Path, PathBuf};

use super::program::run;

fn drafts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    let entries = fs::read_dir(folder).expect("the drafts are there");
    let mut drafts: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    drafts.retain(|path| path.extension().is_some_and(|ending| ending != "out"));
    drafts.sort();
    drafts
}

#[test]
fn each_format_is_read_to_its_claims() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut differing = Vec::new();
    for draft in drafts() {
        let folder = draft.parent().expect("a folder");
        let name = draft.file_name().expect("a name").to_string_lossy().into_owned();
        let ran = run(folder, &["extract", &name], b"");
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{name}");
        let found = ran.out;
        let path = folder.join(format!("{name}.out"));
        if update {
            fs::write(path, found).expect("the repository can be written");
        } else if fs::read_to_string(path).unwrap_or_default() != found {
            differing.push(format!("--- {name}\n{found}"));
        }
    }
    assert!(differing.is_empty(), "not as found before (UPDATE=1 takes it over):\n{}", differing.join("\n"));
}
