//! The options of `check`: what is reported, how gravely, and what the exit status makes of it.

use std::path::PathBuf;

use serde_json::Value as Json;

use super::program::{Ran, folder, run};

const FACTS: &[u8] = b"facts:
  - id: ferry-passengers
    fact: The ferry Halvar carried 86 passengers.
  - id: ferry-crew
    fact: The ferry Halvar had a crew of 12 sailors.
    severity: warning
  - id: ferry-cargo
    fact: The ferry Halvar carried 1,473 crates.
  - id: ferry-cars
    fact: The ferry Halvar carried 40 cars.
    severity: off
";

const DRAFT: &[u8] = b"The ferry Halvar carried 68 passengers. The ferry Halvar had a crew of 21 sailors. \
The ferry Halvar carried 1,500 crates. The ferry Halvar carried 50 cars. Some 30 gulls followed it.\n";

fn ferry(name: &str) -> PathBuf {
    folder(name, &[("claims/ferry.yaml", FACTS), ("ferry.md", DRAFT)])
}

/// The findings of a run of `check --format jsonl`, as level, rule and text.
fn findings(ran: &Ran) -> Vec<String> {
    let objects = ran.out.lines().map(|line| serde_json::from_str::<Json>(line).expect("JSON"));
    let findings = objects.filter(|object| object["type"] == "finding");
    let text = |object: &Json, key: &str| object[key].as_str().expect("a text").to_owned();
    findings.map(|one| [text(&one, "level"), text(&one, "rule"), text(&one, "text")].join(" ")).collect()
}

const PASSENGERS: &str = "error value-differs 68 passengers";
const CREW: &str = "warning value-differs 21 sailors";
const CRATES: &str = "note rounded 1,500 crates";

#[test]
fn rules_and_facts_are_picked() {
    let folder = ferry("picked");
    let cases: [(&[&str], &[&str]); 8] = [
        (&[], &[PASSENGERS, CREW, CRATES]),
        (&["--select", "value-differs"], &[PASSENGERS, CREW]),
        (&["--ignore", "value-differs"], &[CRATES]),
        (&["--select", "rounded,value-differs", "--ignore", "rounded"], &[PASSENGERS, CREW]),
        (&["--only", "ferry-crew"], &[CREW]),
        (&["--only", "ferry-crew,ferry-cargo"], &[CREW, CRATES]),
        (&["--quiet"], &[PASSENGERS, CREW]),
        (&["--select", "unverified-claim"], &["note unverified-claim Some 30 gulls"]),
    ];
    for (options, expected) in cases {
        let ran = run(&folder, &[&["check", "--format", "jsonl"], options].concat(), b"");
        assert_eq!(findings(&ran), expected, "{options:?}: {ran:?}");
    }
}

#[test]
fn the_exit_status_goes_by_the_gravest_finding_that_is_reported() {
    let folder = ferry("status");
    let cases: [(&[&str], i32); 12] = [
        (&[], 1),
        (&["--fail-on", "never"], 0),
        (&["--ignore", "value-differs"], 0),
        (&["--ignore", "value-differs", "--fail-on", "warning"], 0),
        (&["--ignore", "value-differs", "--fail-on", "note"], 1),
        (&["--only", "ferry-crew"], 0),
        (&["--only", "ferry-crew", "--fail-on", "warning"], 1),
        (&["--only", "ferry-cargo", "--fail-on", "note", "--quiet"], 1),
        (&["--only", "ferry-cars", "--fail-on", "note"], 0),
        (&["--output", "report.txt"], 1),
        (&["--output", "report.txt", "--fail-on", "never"], 0),
        (&["missing.md"], 2),
    ];
    for (options, status) in cases {
        let ran = run(&folder, &[&["check", "ferry.md"], options].concat(), b"");
        assert_eq!(ran.status, status, "{options:?}: {ran:?}");
    }
}

#[test]
fn a_run_whose_report_is_a_file_says_why_it_failed() {
    let folder = ferry("see-report");
    let options = ["check", "ferry.md", "--format", "gitlab", "--output", "report.json"];
    let ran = run(&folder, &options, b"");
    assert!(ran.out.is_empty() && ran.err.ends_with("(1 error, 1 warning): see report.json\n"), "{ran:?}");
    let ran = run(&folder, &[&options[..], &["--quiet"]].concat(), b"");
    assert!(ran.out.is_empty() && ran.err.is_empty(), "{ran:?}");
}

#[test]
fn what_names_no_rule_or_fact_is_a_mistake() {
    let folder = ferry("no-such");
    let cases: [(&[&str], &str); 4] = [
        (&["--select", "value-differ"], "did you mean value-differs?"),
        (&["--ignore", "xyz"], "`factdiff rules` lists them"),
        (&["--only", "ferry-crews"], "did you mean ferry-crew?"),
        (&["--date", "2025-13-01"], "there is no month 13"),
    ];
    for (options, help) in cases {
        let ran = run(&folder, &[&["check"], options].concat(), b"");
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{options:?}: {ran:?}");
        assert!(ran.err.contains(help), "{options:?}: {ran:?}");
    }
}
