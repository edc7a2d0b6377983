//! The JSON Schemas of the house's YAML files, held against every such file of the project.

use std::fs;
use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use factdiff::reference::{PACKS, load};
use factdiff::{config, reference};
use serde_json::Value;

/// A JSON Schema.
pub(super) struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    pub(super) fn of(schema: Value) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("schema.json", schema).expect("JSON");
        let index = compiler.compile("schema.json", &mut schemas).expect("a schema");
        Self { schemas, index }
    }

    /// Why a file is refused; none where it is not.
    fn refuses(&self, yaml: &str) -> Option<String> {
        self.faults(&serde_yaml::from_str(yaml).expect("YAML"))
    }

    /// What is wrong with a document; none where it is as the schema says.
    pub(super) fn faults(&self, document: &Value) -> Option<String> {
        self.schemas.validate(document, self.index).err().map(|error| error.to_string())
    }
}

fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let named = paths.filter(|path| path.to_string_lossy().ends_with(ending));
    named.map(|path| (path.display().to_string(), fs::read_to_string(path).expect("text"))).collect()
}

#[test]
fn every_reference_file_of_the_project_is_as_the_schema_says() {
    let schema = Schema::of(reference::schema());
    let shipped = PACKS.iter().map(|pack| (pack.file.to_owned(), pack.text.to_owned()));
    let mut all: Vec<(String, String)> = shipped.collect();
    all.extend(files("tests/drafts", ".facts.yaml"));
    all.extend(files("tests/clean", ".facts.yaml"));
    all.extend(files("src/command/init", "facts.yaml"));
    assert!(all.len() > 8, "the files are found");
    for (name, yaml) in &all {
        assert_eq!(schema.refuses(yaml), None, "{name}");
    }
}

/// The cases of the reader: what it reads is good; of what it refuses, the schema refuses what lies in the
/// shape of the file. The rest, figures and dates and ids, needs the reader.
#[test]
fn the_schema_agrees_with_the_reader() {
    let schema = Schema::of(reference::schema());
    let cases = |file: &str| -> Vec<(String, String)> {
        let text = fs::read_to_string(format!("tests/reference/{file}")).expect("the cases");
        let cases = text.split("=== ").skip(1).map(|case| {
            let (input, _) = case.rsplit_once("\n---\n").expect("a case");
            let (heading, yaml) = input.split_once('\n').expect("a heading");
            (heading.to_owned(), format!("{yaml}\n"))
        });
        cases.collect()
    };
    for (heading, yaml) in cases("good.txt") {
        if serde_yaml::from_str::<Value>(&yaml).is_ok() {
            assert_eq!(schema.refuses(&yaml), None, "{heading}");
        }
    }
    let mut shapes = 0;
    for (heading, yaml) in cases("broken.txt") {
        let Err(errors) = load([("house.yaml", &*yaml)], |_, _| Err("none".into())) else { continue };
        let words = [
            "unknown key",
            "this fact states nothing",
            "a fact states one thing",
            "needs the key",
            "cannot be '",
            "belongs to",
        ];
        let all_of_shape = errors.iter().all(|error| {
            words
                .iter()
                .any(|words| error.problem.to_string().starts_with(words) || error.problem.to_string().contains(words))
        });
        // A unit is known by the lexicon, not by the schema.
        let units = errors.iter().any(|error| error.problem.to_string().contains("`unit`"));
        if all_of_shape && !units && serde_yaml::from_str::<Value>(&yaml).is_ok() {
            shapes += 1;
            assert!(schema.refuses(&yaml).is_some(), "{heading}:\n{yaml}");
        }
    }
    assert!(shapes > 5, "{shapes} cases are of shape");
}

#[test]
fn configurations_are_as_their_schema_says() {
    let schema = Schema::of(config::schema());
    for (name, yaml) in files("src/command/init", "factdiff.yaml") {
        assert_eq!(schema.refuses(&yaml), None, "{name}");
        // Its examples stand in comments: a key, and what is indented below it.
        let keys = ["builtin", "exclude", "locale", "currency", "rules", "overrides"];
        let is_example = |line: &&str| {
            line.starts_with(' ')
                || keys.iter().any(|key| line.starts_with(&format!("{key}: ")) || *line == format!("{key}:"))
        };
        let lines = yaml.lines().map(|line| line.strip_prefix("# ").filter(is_example).unwrap_or(line));
        let all = lines.collect::<Vec<_>>().join("\n");
        assert!(all.contains("\noverrides:"), "{all}");
        assert_eq!(schema.refuses(&all), None, "{all}");
    }
    for bad in [
        "exlude: a",
        "locale: en-UK",
        "rules: {roundet: off}",
        "rules: {rounded: mild}",
        "overrides: [{paths: a}]",
        "overrides: {}",
    ] {
        assert!(schema.refuses(bad).is_some(), "{bad}");
        assert!(config::read("factdiff.yaml", bad).is_err(), "{bad}");
    }
}
