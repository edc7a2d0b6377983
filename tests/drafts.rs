//! Drafts that are checked as a writer would, each beside what is printed.
//!
//! `drafts/NAME.md` is held against `drafts/NAME.facts.yaml`, or where there is none against the
//! house's reference, and prints `drafts/NAME.out`; `UPDATE=1 cargo test` writes that anew. What
//! stands in `clean/` is right by its facts: nothing may be reported on it.

use std::fs;
use std::path::{Path, PathBuf};

use super::program::{Ran, run};

/// The drafts of a folder, with what to check each by.
fn drafts(folder: &str) -> Vec<(String, Vec<String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(root.join(folder)).expect("the drafts are there");
    let mut names: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    names.retain(|name| name.extension().is_some_and(|ending| ending != "out" && ending != "yaml"));
    names.sort();
    let with_facts = |path: PathBuf| {
        let draft = path.strip_prefix(root).expect("below the root").display().to_string();
        let facts = Path::new(&draft).with_extension("facts.yaml");
        let facts = if root.join(&facts).exists() { facts } else { PathBuf::from("claims") };
        (draft.clone(), ["check", &draft, "--claims", &facts.display().to_string()].map(str::to_owned).to_vec())
    };
    names.into_iter().map(with_facts).collect()
}

fn check(arguments: &[String], more: &[&str]) -> Ran {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).chain(more.iter().copied()).collect();
    run(Path::new(env!("CARGO_MANIFEST_DIR")), &arguments, b"")
}

#[test]
fn drafts_print_what_stands_beside_them() {
    let drafts = drafts("tests/drafts");
    assert!(!drafts.is_empty());
    let update = std::env::var_os("UPDATE").is_some();
    let mut differing = Vec::new();
    for (draft, arguments) in drafts {
        let ran = check(&arguments, &["--quiet"]);
        let found = format!("{}{}[status {}]\n", ran.out, ran.err, ran.status);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&draft).with_extension("out");
        if update {
            fs::write(path, found).expect("the repository can be written");
        } else if fs::read_to_string(path).unwrap_or_default() != found {
            differing.push(format!("--- {draft}\n{found}"));
        }
    }
    assert!(differing.is_empty(), "not as printed before (UPDATE=1 takes it over):\n{}", differing.join("\n"));
}

#[test]
fn nothing_is_reported_on_clean_drafts() {
    for (draft, arguments) in drafts("tests/clean") {
        let ran = check(&arguments, &["--fail-on", "warning"]);
        assert_eq!(ran.status, 0, "{draft}:\n{}{}", ran.out, ran.err);
    }
}

/// A clean draft whose facts match nothing would prove little.
#[test]
fn every_clean_draft_has_figures_that_are_supported() {
    for (draft, arguments) in drafts("tests/clean") {
        let ran = check(&arguments, &["--show", "all"]);
        assert!(ran.out.contains(": supported "), "{draft}:\n{}{}", ran.out, ran.err);
    }
}

#[test]
fn the_readme_shows_what_is_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(root.join(name)).expect("it is there");
    let (readme, printed) = (read("README.md"), read("tests/drafts/summit.out"));
    let block = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a block of output");
    let whole = printed.split("\n\n").any(|printed| printed == block.trim_end());
    assert!(whole, "summit.out has no such block:\n{block}");
}
