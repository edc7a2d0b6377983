//! The shipped facts, each with a sentence that it supports and one that it contradicts.
//!
//! They stand in `tests/shipped/*.txt`, one file for each file of `claims/` that was written by
//! hand: `id | right | wrong | about something else`, the last left out where there is no such
//! trap. The drafts are of 24 November 2026.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use factdiff::check::{Checked, Index, Verdict, check};
use factdiff::extract::extract;
use factdiff::reference::{PACKS, Reference, load};
use factdiff::severity::Level;
use factdiff::source::{self, Format};
use jiff::civil::date;

#[test]
fn each_shipped_fact_supports_what_is_right_and_contradicts_what_is_wrong() {
    let packs = PACKS.iter().map(|pack| (pack.file, pack.text));
    let reference = load(packs, |_, path| Err(format!("no {path} is shipped"))).expect("good facts");
    let index = Index::of(&reference);
    let mut failures = Vec::new();
    for (file, lines) in files() {
        for line in lines.lines() {
            let parts: Vec<&str> = line.split(" | ").collect();
            let [id, right, wrong, other @ ..] = parts.as_slice() else { panic!("{file}: {line}") };
            let outcomes = [
                (right, held(right, &index, |checked| is_supported(checked, &reference, id))),
                (wrong, held(wrong, &index, |checked| is_contradicted(checked, &reference, id))),
            ];
            let others = other.iter().map(|other| (other, held(other, &index, is_silent)));
            let failed = outcomes.into_iter().chain(others).filter(|(_, holds)| !holds);
            failures.extend(failed.map(|(sentence, _)| format!("{id}: {sentence}")));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn each_fact_written_by_hand_has_its_sentences() {
    for (file, lines) in files() {
        let tested: BTreeSet<&str> = lines.lines().filter_map(|line| line.split(" | ").next()).collect();
        let claims = fs::read_to_string(Path::new("claims").join(&file).with_extension("yaml")).expect("such a file");
        let loaded = load([("claims", claims.as_str())], |_, path| Err(format!("no {path}"))).expect("good facts");
        let written: BTreeSet<&str> = loaded.facts.iter().map(|fact| fact.id.as_str()).collect();
        assert_eq!(tested, written, "{file}");
    }
}

/// The name and text of each file of sentences.
fn files() -> impl Iterator<Item = (String, String)> {
    let entries = fs::read_dir("tests/shipped").expect("the sentences are in the repository");
    entries.map(|entry| {
        let path = entry.expect("a readable folder").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).expect("a readable file"))
    })
}

/// Whether what comes of a sentence is as it should be.
fn held(sentence: &str, index: &Index<'_>, is_right: impl Fn(&Checked<'_>) -> bool) -> bool {
    let now = date(2026, 11, 24);
    let mut document = source::read(sentence, Format::Plain);
    document.date = Some(now);
    is_right(&check(&document, extract(&document), index, now))
}

/// Supported by the fact, and nothing found that is graver than a note.
fn is_supported(checked: &Checked<'_>, reference: &Reference, id: &str) -> bool {
    let by = |fact: usize| reference.facts[fact].id == id;
    is_silent(checked)
        && checked.claims.iter().any(|(_, verdict)| matches!(verdict, Verdict::Supported(fact) if by(*fact)))
}

fn is_contradicted(checked: &Checked<'_>, reference: &Reference, id: &str) -> bool {
    let by = |fact: usize| reference.facts[fact].id == id;
    let differs =
        |verdict: &Verdict| matches!(verdict, Verdict::Contradicted(fact) | Verdict::Outdated(fact) if by(*fact));
    checked.claims.iter().any(|(_, verdict)| differs(verdict)) && !is_silent(checked)
}

fn is_silent(checked: &Checked<'_>) -> bool {
    checked.findings.iter().all(|finding| finding.level <= Level::Note)
}
