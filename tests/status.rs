//! The exit status of every command: 0 for nothing to object to, 1 for something, 2 for a run that failed.

use std::path::{Path, PathBuf};

use super::program::{folder, run};

const FACTS: &[u8] = b"facts:\n  - {id: crew, fact: The ferry Halvar has a crew of 12 sailors., source: the owner}\n";

/// A house with a right draft, a wrong one, and files that are no good.
fn house(name: &str) -> PathBuf {
    folder(
        name,
        &[
            ("claims/facts.yaml", FACTS),
            ("right.md", b"The ferry Halvar has a crew of 12 sailors.\n"),
            ("wrong.md", b"The ferry Halvar has a crew of 21 sailors.\n"),
            ("other.md", b"The town hall has 45 steps.\n"),
            ("empty.md", b""),
            ("untidy/facts.yaml", b"facts:\n  - fact: The ferry Halvar has a crew of 12 sailors.\n    id: crew\n"),
            ("broken/facts.yaml", b"facts:\n  - {id: crew\n"),
            ("bad/factdiff.yaml", b"clams: facts\n"),
            ("bad/a.md", b"The ferry Halvar has a crew of 12 sailors.\n"),
            ("towns.csv", b"id,subject,measure,value\ntown,Ostra,inhabitants,300 people\n"),
            ("towns-bad.csv", b"id,subject,measure,value\ntown,Ostra,inhabitants,many\n"),
            ("baseline.json", b"{"),
        ],
    )
}

#[test]
fn every_command_ends_as_its_help_says() {
    let folder = house("exit-status");
    let cases: &[(&str, i32)] = &[
        ("check right.md", 0),
        ("check other.md", 0),
        ("check wrong.md", 1),
        ("check wrong.md --fail-on never", 0),
        ("check wrong.md --diff", 1),
        ("check right.md empty.md", 2),
        ("check wrong.md missing.md", 2),
        ("check bad/a.md", 2),
        ("check right.md --claims broken", 2),
        ("check right.md --claims missing.yaml", 2),
        ("check right.md --select no-rule", 2),
        ("check right.md --only no-fact", 2),
        ("check right.md --changed no-such-branch", 2),
        ("check right.md --baseline baseline.json", 2),
        ("check right.md --output missing/report.txt", 2),
        ("check --no-option", 2),
        ("extract right.md", 0),
        ("extract empty.md", 2),
        ("explain wrong.md:1", 0),
        ("explain wrong.md:9", 2),
        ("where crew", 2),
        ("where crew right.md wrong.md", 0),
        ("where crew other.md", 0),
        ("where no-fact", 2),
        ("learn other.md", 0),
        ("learn missing.md", 2),
        ("coverage right.md --fail-under 100", 0),
        ("coverage other.md", 0),
        ("coverage other.md --fail-under 1", 1),
        ("coverage missing.md", 2),
        ("facts", 0),
        ("facts lint --claims untidy", 0),
        ("facts lint --claims untidy --fail-on warning", 1),
        ("facts lint --claims broken", 2),
        ("facts list", 0),
        ("facts show crew", 0),
        ("facts show no-fact", 2),
        ("facts stale", 0),
        ("facts fmt --check --claims untidy", 1),
        ("facts fmt --check --claims missing", 2),
        ("facts fmt --claims broken", 2),
        ("facts fmt --claims untidy", 0),
        ("facts fmt --check --claims untidy", 0),
        ("facts import towns.csv", 0),
        ("facts import towns-bad.csv", 2),
        ("rules", 0),
        ("rules value-differs", 0),
        ("rules no-rule", 2),
        ("schema config", 0),
        ("completions bash", 0),
        ("man check", 0),
        ("man no-command", 2),
        ("init", 0),
        ("no-command", 2),
        ("", 2),
        ("--version", 0),
        ("check --help", 0),
    ];
    let mut wrong = Vec::new();
    for (arguments, status) in cases {
        let words: Vec<&str> = arguments.split_whitespace().collect();
        let ran = run(&folder, &words, b"");
        if ran.status != *status || (*status == 2 && ran.err.is_empty()) {
            wrong.push(format!("factdiff {arguments}: {ran:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A word of help for every option that takes a value: what holds where it is not given.
#[test]
fn every_option_says_what_holds_without_it() {
    let commands = [
        "check",
        "extract",
        "explain",
        "where",
        "learn",
        "coverage",
        "init",
        "rules",
        "schema",
        "facts lint",
        "facts list",
        "facts stale",
        "facts fmt",
        "facts import",
    ];
    let mut silent = Vec::new();
    for command in commands {
        let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
        let help = run(Path::new("."), &words, b"").out;
        let (_, options) = help.split_once("\nOptions:\n").expect("options");
        for option in options.split("\n      --").skip(1) {
            let head = option.lines().next().unwrap_or_default();
            let takes_a_value = head.contains('<') || head.contains('[');
            if takes_a_value && !option.contains("[default") {
                silent.push(format!("factdiff {command} --{head}"));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}
