//! Which fact a figure is held against, and what comes of it.
//!
//! The cases stand in `tests/check/*.txt`: a heading, facts, a draft, and each claim that a fact
//! is about with its verdict. The drafts are of 15 August 2025.

use std::fmt::Write as _;

use std::borrow::Cow;

use factdiff::check::{Index, Verdict, check, compile, open};
use factdiff::extract::extract;
use factdiff::lexicon::Usage;
use factdiff::reference::{File, load};
use factdiff::source::{self, Format};
use jiff::civil::date;

use crate::cases;

#[test]
fn figures_are_held_against_the_fact_they_are_about() {
    cases::hold("tests/check/matching.txt", outcome);
}

#[test]
fn words_point_back_to_what_was_spoken_of() {
    cases::hold("tests/check/pointing.txt", outcome);
}

#[test]
fn what_a_draft_leaves_over_of_its_story_is_held_against_it() {
    cases::hold("tests/check/story.txt", outcome);
}

#[test]
fn what_is_not_asserted_is_not_contradicted() {
    cases::hold("tests/check/asserted.txt", outcome);
}

#[test]
fn marks_in_the_draft_silence_findings() {
    cases::hold("tests/check/silenced.txt", outcome);
}

#[test]
fn a_draft_is_held_against_itself() {
    cases::hold("tests/check/consistency.txt", consistency);
}

#[test]
fn places_of_a_draft_are_held_against_each_other() {
    cases::hold("tests/check/contradiction.txt", consistency);
}

/// A line for each finding on a draft that no fact is about.
fn consistency(parts: &[&str]) -> String {
    let [draft] = parts else { panic!("a case has a draft") };
    outcome(&["facts: []", draft])
}

/// A line for each claim that a fact is about, and for each finding.
fn outcome(parts: &[&str]) -> String {
    let [facts, draft] = parts else { panic!("a case has facts and a draft") };
    let reference = load([("facts.yaml", *facts)], |_, _| Err("no transcripts here".into())).expect("good facts");
    let index = Index::of(&reference);
    let out = said_by(&index, draft);
    // What was compiled says the same.
    let bytes = compile(&index).expect("facts that stand alone");
    let file = File { name: "facts.yaml".into(), text: Cow::Owned((*facts).to_owned()), usage: Usage::default() };
    let (reopened, tables) = open(vec![file], &bytes).expect("what was just compiled");
    assert_eq!(out, said_by(&Index::with(&reopened, tables), draft), "{facts}");
    out
}

fn said_by(index: &Index<'_>, draft: &str) -> String {
    let reference = index.reference();
    let mut document = source::read(draft, Format::Markdown);
    let now = date(2025, 8, 15);
    document.date = Some(now);
    let checked = check(&document, extract(&document), index, now);
    let mut out = String::new();
    for (claim, verdict) in &checked.claims {
        let (word, fact) = match verdict {
            Verdict::Supported(fact) => ("supported", fact),
            Verdict::Contradicted(fact) => ("contradicted", fact),
            Verdict::Outdated(fact) => ("outdated", fact),
            Verdict::Unverified => continue,
        };
        let _ = writeln!(out, "{}: {word} by {}", &draft[claim.span.range()], reference.facts[*fact].id);
    }
    for finding in &checked.findings {
        let _ = writeln!(out, "{} [{}] {}", finding.level.name(), finding.rule.name(), finding.message);
    }
    if out.is_empty() { "nothing\n".into() } else { out }
}

/// A hundred figures of a sentence beside a hundred of a fact are ten thousand pairs: it would take a minute to ask
/// each of them about all the others.
#[test]
fn a_long_list_is_held_against_a_fact_as_long() {
    let towns = "BCDFGHJKLMNPRSTV".chars().flat_map(|first| {
        let syllables = ["a", "e", "i", "o", "u", "al", "el", "il", "ol", "ul", "ar", "er", "or"];
        syllables.map(|syllable| format!("{first}{syllable}lton"))
    });
    let mined = towns.take(100).zip(1..).map(|(town, number)| format!("{town} mined {} tonnes of tin", 37 * number));
    let draft = format!("In 2024 {}.", mined.collect::<Vec<_>>().join(", "));
    let facts = format!("facts: [{{id: tin, fact: \"{draft}\"}}]");
    assert_eq!(outcome(&[&facts, &draft]).matches("supported by tin").count(), 101);
}

/// A cell may span a thousand columns: it would take hours to hold each of them against every two others.
#[test]
fn cells_that_span_a_thousand_columns_are_held_against_each_other() {
    for (changes, found) in [(1, 1), (15, 15), (30, 0)] {
        let row = |[name, from, to, change]: [&str; 4]| {
            let cells = [name, from, to].into_iter().chain(std::iter::repeat_n(change, changes));
            let cells: Vec<_> = cells.map(|cell| format!("<th colspan=1000>{cell}</th>")).collect();
            format!("<tr>{}</tr>", cells.concat())
        };
        let rows = [
            ["District", "2015", "2025", "Change"],
            ["Aby", "41,200", "43,100", "+4.6%"],
            ["Bor", "12,000", "10,800", "−10.0%"],
            ["Cay", "30,500", "33,550", "+12.0%"],
        ];
        let draft = format!("<table>{}</table>", rows.map(row).concat());
        assert_eq!(consistency(&[&draft]).matches("change-mismatch").count(), found, "{changes} columns of changes");
    }
}
