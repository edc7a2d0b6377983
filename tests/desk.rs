//! `factdiff facts` and `factdiff schema`, as a research desk uses them.

use std::fs;

use super::program::{folder, run};

const TOWN: &[u8] = b"# Measured in 1904.
defaults: {checked: 2024-06-01}
facts:
  - source: the road office
    id: bridge   # the old one
    subject: [Tolney bridge]
    measure: [length]
    value: 300 metres
    tags: [roads]
  - {id: ferry, fact: The Tolney ferry carries 340 passengers.}
";

#[test]
fn lint_says_what_to_look_at_and_where() {
    let folder = folder("desk-lint", &[("claims/town.yaml", TOWN)]);
    let ran = run(&folder, &["facts", "--date", "2025-01-01"], b"");
    assert_eq!(ran.status, 0, "warnings fail nothing by themselves: {ran:?}");
    assert_eq!(
        ran.out,
        "warning: nobody can say where this comes from
  --> claims/town.yaml:10:10
   |
10 |   - {id: ferry, fact: The Tolney ferry carries 340 passengers.}
   |          ^^^^^
   |
   = help: add `source: \u{2026}`; a source that all facts of the file share goes under `defaults`

2 facts in 1 file: 1 warning
"
    );
    assert_eq!(run(&folder, &["facts", "lint", "--date", "2025-01-01", "--fail-on", "warning"], b"").status, 1);
    let old = run(&folder, &["facts", "lint", "--date", "2025-01-01", "--older-than", "180d"], b"").out;
    assert_eq!(
        old.matches("nobody has looked at this since 2024-06-01").count(),
        1,
        "the defaults are one place: {old}"
    );
    assert!(old.contains("claims/town.yaml:2:21"), "{old}");
    let ran = run(&folder, &["facts", "lint", "--older-than", "soon"], b"");
    assert!(ran.status == 2 && ran.err.contains("'soon' is no age; expected 180d, 26w, 6mo or 2y"), "{ran:?}");
    fs::write(folder.join("claims/bad.yaml"), "facts:\n  - {id: x, subject: tower, value: some lamps}\n")
        .expect("writable");
    let ran = run(&folder, &["facts", "lint"], b"");
    assert!(ran.status == 2 && ran.err.contains("no value can be read from 'some lamps'"), "{ran:?}");
    assert!(ran.err.contains("claims/bad.yaml:2:36"), "{ran:?}");
}

#[test]
fn facts_are_listed_and_shown() {
    let folder = folder("desk-list", &[("claims/town.yaml", TOWN)]);
    let list = run(&folder, &["facts", "list"], b"").out;
    assert_eq!(
        list,
        "bridge  value  Tolney bridge, length                     300 metres      claims/town.yaml:5
ferry   fact   The Tolney ferry carries 340 passengers.  340 passengers  claims/town.yaml:10
"
    );
    let tagged = run(&folder, &["facts", "list", "--tag", "roads", "--format", "jsonl"], b"").out;
    let object: serde_json::Value = serde_json::from_str(&tagged).expect("one object on one line");
    assert_eq!((&object["id"], &object["says"]), (&"bridge".into(), &"300 metres".into()));
    let none = run(&folder, &["facts", "list", "--tag", "sea"], b"");
    assert_eq!((none.status, none.out.as_str(), none.err.as_str()), (0, "", "note: no fact has such a tag\n"));
    let shown = run(&folder, &["facts", "show", "bridge"], b"").out;
    assert_eq!(
        shown,
        "bridge (value), claims/town.yaml:5:9
  value: 300 metres
    read as measurement, 300 meter, exact, from 285 to 315
  subject: Tolney bridge
  measure: length
  source: the road office
  checked: 2024-06-01
  tags: roads
"
    );
    let missing = run(&folder, &["facts", "show", "brigde"], b"");
    assert_eq!((missing.status, missing.err.as_str()), (2, "error: no fact has the id brigde; did you mean bridge?\n"));
    let stale = run(&folder, &["facts", "stale", "--date", "2026-01-01"], b"").out;
    assert_eq!(
        stale,
        "2024-06-01  bridge  claims/town.yaml:5   the road office
2024-06-01  ferry   claims/town.yaml:10
"
    );
    let fresh = run(&folder, &["facts", "stale", "--date", "2024-07-01"], b"");
    assert_eq!((fresh.status, fresh.err.as_str()), (0, "note: every fact has been looked at since 2023-07-01\n"));
}

#[test]
fn fmt_writes_files_in_one_hand_and_keeps_what_they_say() {
    let twice = b"facts:\n  - id: a\n    note: x\n    note: y\n   \n    fact: It has 12 arches.\n".as_slice();
    let folder = folder("desk-fmt", &[("claims/town.yaml", TOWN), ("claims/twice.yaml", twice)]);
    let check = run(&folder, &["facts", "fmt", "--check", "--claims", "claims/town.yaml"], b"");
    assert_eq!(
        (check.status, check.out.as_str()),
        (1, "claims/town.yaml: would be rewritten\n1 to rewrite, 0 in order\n")
    );
    assert_eq!(fs::read(folder.join("claims/town.yaml")).expect("there"), TOWN, "--check changes nothing");
    let ran = run(&folder, &["facts", "fmt"], b"");
    assert_eq!(
        (ran.status, ran.out.as_str()),
        (2, "claims/town.yaml: rewritten\n1 rewritten, 0 in order\n"),
        "{ran:?}"
    );
    assert!(ran.err.contains("claims/twice.yaml: a key is there twice"), "{ran:?}");
    assert_eq!(fs::read(folder.join("claims/twice.yaml")).expect("there"), twice);
    assert_eq!(
        fs::read_to_string(folder.join("claims/town.yaml")).expect("there"),
        "# Measured in 1904.
defaults: {checked: 2024-06-01}

facts:
  - id: bridge   # the old one
    subject: [Tolney bridge]
    measure: [length]
    value: 300 metres
    source: the road office
    tags: [roads]

  - {id: ferry, fact: The Tolney ferry carries 340 passengers.}
"
    );
    let again = run(&folder, &["facts", "fmt", "--claims", "claims/town.yaml"], b"");
    assert_eq!((again.status, again.out.as_str()), (0, "0 rewritten, 1 in order\n"));
    let nothing = run(&folder, &["facts", "fmt", "--claims", "claims/none.yaml"], b"");
    assert!(nothing.status == 2 && nothing.err.contains("claims/none.yaml: no such file"), "{nothing:?}");
}

#[test]
fn schemas_are_printed() {
    let folder = folder("desk-schema", &[]);
    for (arguments, title) in
        [(&["schema"][..], "Reference facts of factdiff"), (&["schema", "config"], "factdiff.yaml")]
    {
        let schema: serde_json::Value = serde_json::from_str(&run(&folder, arguments, b"").out).expect("JSON");
        assert_eq!(schema["title"], title);
    }
}
