//! Records of others → facts.
//!
//! `import/NAME.ENDING` is imported with the arguments of `import/NAME.args`, where there are any,
//! and gives `import/NAME.ENDING.out`: the facts, or what is wrong, and what is said beside it.
//! `UPDATE=1 cargo test` writes that anew.

use std::fs;
use std::path::{Path, PathBuf};

use super::program::{Ran, finish, folder, program, run};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let entries = fs::read_dir(folder).expect("the files are there");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending != "out" && ending != "args"));
    files.sort();
    files
}

#[test]
fn each_format_becomes_facts_or_is_refused_with_its_place() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut differing = Vec::new();
    for file in files() {
        let folder = file.parent().expect("a folder");
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let mut arguments = vec!["facts", "import", &name];
        let more = fs::read_to_string(file.with_extension("args")).unwrap_or_default();
        arguments.extend(more.lines());
        let ran = run(folder, &arguments, b"");
        let expected = if ran.out.is_empty() { 2 } else { 0 };
        assert_eq!(ran.status, expected, "{name}: {ran:?}");
        let outcome = [ran.err.as_str(), ran.out.as_str()].join("---\n");
        let path = folder.join(format!("{name}.out"));
        if update {
            fs::write(path, outcome).expect("the repository can be written");
        } else if fs::read_to_string(path).unwrap_or_default() != outcome {
            differing.push(format!("--- {name}\n{outcome}"));
        }
    }
    assert!(differing.is_empty(), "not as found before (UPDATE=1 takes it over):\n{}", differing.join("\n"));
}

const TOWNS: &[u8] = b"id,subject,measure,from,value\n\
    lind,Lind,population,2020-01-01,\"4,100\"\n\
    lind,Lind,population,2021-01-01,\"4,180\"\n";

/// The reference file after an import into it.
fn imported(name: &str, before: &str, table: &[u8], more: &[&str]) -> (Ran, String) {
    let folder = folder(name, &[("towns.csv", table), ("claims/towns.yaml", before.as_bytes())]);
    let mut arguments = vec!["facts", "import", "towns.csv", "--to", "claims/towns.yaml"];
    arguments.extend(more);
    let ran = run(&folder, &arguments, b"");
    (ran, fs::read_to_string(folder.join("claims/towns.yaml")).expect("the file is there"))
}

#[test]
fn importing_again_updates_facts_and_keeps_what_a_person_added() {
    let before = "# our towns\nfacts:\n  - id: lind # since 2019\n    subject: [Lind, the river town]\n    \
                  measure: [population]\n    values:\n      - {from: 2020-01-01, value: \"4,000\"} # a guess\n    \
                  note: ask the town hall\n";
    let (ran, after) = imported("again", before, TOWNS, &[]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let expected = "# our towns\nfacts:\n  - id: lind # since 2019\n    subject: [Lind, the river town]\n    \
                    measure: [population]\n    values:\n      - {from: 2020-01-01, value: \"4,100\"} # a guess\n      \
                    - {from: 2021-01-01, value: \"4,180\"}\n    note: ask the town hall\n";
    assert_eq!(after, expected);
    let (ran, same) = imported("again", &after, TOWNS, &[]);
    assert_eq!((ran.status, same), (0, after), "the same once more changes nothing: {ran:?}");
    assert!(ran.err.contains("has all of it already"), "{ran:?}");
}

#[test]
fn a_key_that_is_kept_stays_as_somebody_wrote_it() {
    let before = "facts:\n  - id: lind\n    subject: [the river town]\n    value: 4,000\n    measure: population\n";
    let table = b"id,subject,value\nlind,\"Lind, Twp.\",\"4,180\"\n";
    let (ran, after) = imported("kept", before, table, &["--keep", "subject"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert_eq!(after, before.replace("4,000", "4,180"));
    let (_, after) = imported("kept", before, table, &[]);
    assert!(after.contains("subject: [the river town, \"Lind, Twp.\"]"), "{after}");
}

#[test]
fn nothing_is_written_where_anything_is_wrong() {
    let table = [TOWNS, b"lind,Lind,population,2021-02-30,\"4,200\"\n"].concat();
    let (ran, after) = imported("wrong", "facts: []\n", &table, &[]);
    assert_eq!((ran.status, after.as_str()), (2, "facts: []\n"), "{ran:?}");
    assert!(ran.err.contains("towns.csv: row 4, column from: there is no 2021-02-30"), "{ran:?}");
    let (ran, after) = imported("strange", "facts: nothing yet\n", TOWNS, &[]);
    assert_eq!((ran.status, after.as_str()), (2, "facts: nothing yet\n"), "{ran:?}");
    let broken = "facts:\n  - {id: tower, subject: tower, value: tall}\n";
    let (ran, after) = imported("broken", broken, TOWNS, &[]);
    assert_eq!((ran.status, after.as_str()), (2, broken), "{ran:?}");
}

#[test]
fn a_new_file_is_made_with_its_folder_and_a_stream_is_read() {
    let folder = folder("made", &[]);
    let arguments = ["facts", "import", "-", "--from", "csv", "--to", "claims/new/towns.yaml"];
    let ran = finish(&mut program(&folder, &arguments), TOWNS);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(ran.err.contains("imported into claims/new/towns.yaml: 1 new, 0 known before"), "{ran:?}");
    let written = fs::read_to_string(folder.join("claims/new/towns.yaml")).expect("it was made");
    let ran = run(&folder, &["facts", "import", "-"], TOWNS);
    assert_eq!((ran.status, ran.out), (0, written), "{}", ran.err);
}

#[test]
fn an_entity_imported_again_is_brought_up_to_date() {
    let entity = |people: &str| {
        format!(
            r#"{{"type":"item","id":"Q9000064","labels":{{"en":{{"language":"en","value":"Ostrel"}}}},"aliases":{{}},"claims":{{"P1082":[
            {{"mainsnak":{{"snaktype":"value","property":"P1082","datatype":"quantity","datavalue":{{"type":"quantity","value":{{"amount":"{people}","unit":"1"}}}}}},
            "type":"statement","rank":"normal","qualifiers":{{"P585":[{{"snaktype":"value","property":"P585","datatype":"time","datavalue":{{"type":"time",
            "value":{{"time":"+2024-00-00T00:00:00Z","precision":9,"calendarmodel":"http://www.wikidata.org/entity/Q1985727"}}}}}}]}}}}]}}}}"#
        )
    };
    let folder = folder("entity", &[("Q9000064.json", entity("+212300").as_bytes())]);
    let import = || run(&folder, &["facts", "import", "Q9000064.json", "--to", "ostrel.yaml"], b"");
    assert_eq!(import().status, 0);
    let facts = || fs::read_to_string(folder.join("ostrel.yaml")).expect("it was made");
    let by_hand = facts().replace("    source:", "    note: without Orsa # says the clerk\n    source:");
    fs::write(folder.join("ostrel.yaml"), by_hand.clone()).expect("the folder can be written");
    fs::write(folder.join("Q9000064.json"), entity("+214100")).expect("the folder can be written");
    let ran = import();
    assert_eq!((ran.status, facts()), (0, by_hand.replace("212300", "214100")), "{ran:?}");
    fs::write(folder.join("Q9000064.json"), "{\"id\": \"Q9000064\", \"claims\": {").expect("the folder can be written");
    let ran = import();
    assert_eq!((ran.status, facts()), (2, by_hand.replace("212300", "214100")));
    assert!(ran.err.contains("Q9000064.json:1:30: this is no JSON"), "{ran:?}");
}
