//! Which claims a house's facts speak to, and where a fact is stated.

use serde_json::Value as Json;

use crate::program::{Ran, folder, run};

const FACTS: &str = "facts:
  - {id: bridge-length, value: 240 metres, subject: Orsa bridge, measure: length}
  - id: bridge-opening
    subject: Orsa bridge
    measure: opened
    date: 1931-05-02
  - {id: orsa-mayor, person: Maria Lindqvist, roles: [{role: Mayor}]}
";
const OLD: &str = "The Orsa bridge has a length of 240 metres. It opened in 1930, says the F-35 club [3].\n";
const NEW: &str = "Mayor Maria Lindquist spoke of 12 boats.\n\nThe Orsa bridge has a length of 204 metres.\n";

fn ask(name: &str, arguments: &[&str]) -> Ran {
    let files: [(&str, &[u8]); 3] = [
        ("claims/facts.yaml", FACTS.as_bytes()),
        ("drafts/new.txt", NEW.as_bytes()),
        ("drafts/old.txt", OLD.as_bytes()),
    ];
    run(&folder(name, &files), arguments, b"")
}

#[test]
fn every_claim_is_covered_uncovered_or_set_aside() {
    let told = ask("coverage", &["coverage", "drafts"]);
    assert_eq!((told.status, told.err.as_str()), (0, ""));
    assert_eq!(
        told.out,
        "drafts/new.txt:1:7   covered    orsa-mayor (contradicted)     Maria Lindquist
drafts/new.txt:1:32  uncovered  count                         12 boats
drafts/new.txt:3:33  covered    bridge-length (contradicted)  204 metres
drafts/new.txt: 2 of 3 claims covered (66%), 0 numbers set aside
drafts/old.txt:1:33  covered    bridge-length (supported)      240 metres
drafts/old.txt:1:58  covered    bridge-opening (contradicted)  1930
drafts/old.txt:1:73  set aside  model name                     F-35
drafts/old.txt:1:84  set aside  citation                       3
drafts/old.txt: 2 of 2 claims covered (100%), 2 numbers set aside
2 drafts: 4 of 5 claims covered (80%), 2 numbers set aside
"
    );
}

#[test]
fn a_list_may_be_shorter_and_a_count_too_low() {
    let uncovered = ask("coverage-uncovered", &["coverage", "drafts/new.txt", "--show", "uncovered"]);
    assert_eq!(uncovered.out.lines().count(), 2, "{uncovered:?}");
    let status = |least: &str| ask("coverage-least", &["coverage", "--show=summary", "--fail-under", least]).status;
    assert_eq!((status("80"), status("81"), status("101")), (0, 1, 2));
    let none = ask("coverage-none", &["coverage", "drafts/absent.txt", "--fail-under", "1"]);
    assert_eq!(none.status, 2, "{none:?}");
}

#[test]
fn coverage_is_told_to_programs() {
    let told = ask("coverage-jsonl", &["coverage", "drafts", "--format", "jsonl"]);
    let objects: Vec<Json> = told.out.lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    let types: Vec<&str> = objects.iter().filter_map(|object| object["type"].as_str()).collect();
    let (new, old) = (["claim", "claim", "claim", "coverage"], ["claim", "claim", "aside", "aside", "coverage"]);
    assert_eq!(types, [&new[..], &old, &["coverage"]].concat());
    assert_eq!(objects[6]["reason"], "model name");
    assert_eq!(objects[9]["percent"], 80);
}

#[test]
fn every_place_that_states_a_fact_is_named() {
    let told = ask("where", &["where", "bridge-length", "orsa-mayor"]);
    assert_eq!((told.status, told.err.as_str()), (0, ""));
    assert_eq!(
        told.out,
        "drafts/new.txt:1:7   contradicted  orsa-mayor     Maria Lindquist
drafts/new.txt:3:33  contradicted  bridge-length  204 metres
drafts/old.txt:1:33  supported  bridge-length  240 metres
"
    );
    let one = ask("where-one", &["where", "bridge-opening", "drafts/old.txt", "--format", "jsonl"]);
    let object: Json = serde_json::from_str(&one.out).expect("one object");
    assert_eq!(
        (&object["verdict"], &object["line"], &object["text"]),
        (&"contradicted".into(), &1.into(), &"1930".into())
    );
}

#[test]
fn a_fact_that_is_not_there_is_named_with_the_one_that_may_be_meant() {
    let failed = |arguments: &[&str]| {
        let ran = ask("where-none", arguments);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{ran:?}");
        ran.err
    };
    let meant = "error: no fact has the id bridge-lenght; did you mean bridge-length?\n";
    assert_eq!(failed(&["where", "bridge-lenght"]), meant);
    assert_eq!(failed(&["where", "orsa-mayor", "bridge-lenght"]), meant);
    assert!(failed(&["where", "orsa-mayor", "drafts/absent.txt"]).contains("drafts/absent.txt: "));
    assert!(failed(&["where"]).contains("Usage: factdiff where"));
    assert_eq!(ask("where-nowhere", &["where", "orsa-mayor", "drafts/old.txt"]).status, 0);
}
