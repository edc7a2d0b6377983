//! Every report format: what is printed of the same drafts, and that readers as strict as each
//! format's own description take it.
//!
//! `tests/reports/report.*` is what is printed; `UPDATE=1 cargo test` writes it anew.

mod readers;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::program::{Ran, finish, folder, program, run};
use super::schema::Schema;
use junit_parser::TestCase;
use readers::{Gitlab, Rdjson};

/// Each format, and the ending of the file with what it prints.
const FORMATS: [(&str, &str); 10] = [
    ("text", "txt"),
    ("json", "json"),
    ("jsonl", "jsonl"),
    ("github", "github"),
    ("gitlab", "gitlab.json"),
    ("sarif", "sarif"),
    ("junit", "xml"),
    ("rdjson", "rdjson"),
    ("markdown", "md.out"),
    ("html", "html"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports")
}

fn report(format: &str) -> Ran {
    let drafts = ["clean.md", "naïve, 100%.md"];
    let options = ["check", "--claims", "ferry.yaml", "--date", "2025-08-15", "--format", format];
    let mut command = program(&root(), &[&options[..], &drafts].concat());
    finish(command.env_remove("GITHUB_STEP_SUMMARY"), b"")
}

#[test]
fn every_format_prints_what_stands_beside_the_drafts() {
    let mut differing = Vec::new();
    for (format, ending) in FORMATS {
        let ran = report(format);
        assert_eq!((ran.status, ran.err.as_str()), (1, ""), "{format}");
        // How long it took is another thing every time.
        let out = match ran.out.split_once(",\"seconds\":") {
            Some((before, _)) => format!("{before}}}\n"),
            None => ran.out,
        };
        let path = root().join("report").with_extension(ending);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(path, out).expect("the repository can be written");
        } else if fs::read_to_string(path).unwrap_or_default() != out {
            differing.push(format!("--- {format}\n{out}"));
        }
    }
    assert!(differing.is_empty(), "not as printed before (UPDATE=1 takes it over):\n{}", differing.join("\n"));
}

/// What a finding of the draft is in every format: rule, line and column of both its ends.
const PLACES: [(&str, [u32; 4]); 4] = [
    ("value-differs", [3, 32, 3, 45]),
    ("value-differs", [3, 69, 4, 14]),
    ("value-differs", [4, 47, 4, 57]),
    ("rounded", [4, 84, 4, 96]),
];

#[test]
fn sarif_is_as_its_schema_says_and_places_every_finding() {
    let log: Json = serde_json::from_str(&report("sarif").out).expect("JSON");
    let schema = include_str!("reports/schemas/sarif-schema-2.1.0.json");
    let schema = Schema::of(serde_json::from_str(schema).expect("JSON"));
    assert_eq!(schema.faults(&log), None);
    let run = &log["runs"][0];
    let results = run["results"].as_array().expect("a list");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("a list");
    assert_eq!(rules.iter().filter_map(|rule| rule["id"].as_str()).collect::<Vec<_>>(), run_rules());
    assert_eq!((&run["columnKind"], results.len()), (&"unicodeCodePoints".into(), PLACES.len()));
    for (result, (rule, place)) in results.iter().zip(PLACES) {
        let index = result["ruleIndex"].as_u64().and_then(|index| usize::try_from(index).ok()).expect("an index");
        assert_eq!((&result["ruleId"], &rules[index]["id"]), (&rule.into(), &rule.into()));
        let found = &result["locations"][0]["physicalLocation"];
        let ends = ["startLine", "startColumn", "endLine", "endColumn"].map(|end| &found["region"][end]);
        assert_eq!(ends, place);
        assert_eq!(found["artifactLocation"]["uri"], "na%C3%AFve%2C%20100%25.md");
        assert_eq!(result["partialFingerprints"].as_object().map(serde_json::Map::len), Some(1));
    }
    let fix = &results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!((&fix["deletedRegion"]["endColumn"], &fix["insertedContent"]["text"]), (&34.into(), &"86".into()));
    let mut broken = log.clone();
    broken["runs"][0]["results"][0]["level"] = "grave".into();
    assert!(schema.faults(&broken).is_some(), "the schema is strict");
}

/// The names of all rules, as `factdiff rules` lists them.
fn run_rules() -> Vec<String> {
    let list = run(&root(), &["rules"], b"").out;
    list.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn a_code_quality_report_is_read_by_its_own_description() {
    let issues: Gitlab = serde_json::from_str(&report("gitlab").out).expect("as GitLab has it");
    assert_eq!(issues.len(), PLACES.len());
    let mut fingerprints: Vec<&String> = issues.iter().map(|issue| &issue.fingerprint).collect();
    fingerprints.sort();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), issues.len(), "GitLab drops issues with the fingerprint of another");
    for (issue, (rule, [line, column, end_line, end_column])) in issues.iter().zip(PLACES) {
        assert_eq!((issue.check_name.as_str(), issue.location.path.as_str()), (rule, "naïve, 100%.md"));
        assert_eq!([issue.location.lines.begin, issue.location.lines.end], [line, end_line]);
        let ends = &issue.location.positions;
        let found = [ends.begin.line, ends.begin.column, ends.end.line, ends.end.column];
        assert_eq!(found, [line, column, end_line, end_column]);
    }
}

#[test]
fn rdjson_is_read_by_its_own_description() {
    let result: Rdjson = serde_json::from_str(&report("rdjson").out).expect("as the format has it");
    assert_eq!(result.source.name, "factdiff");
    let draft = fs::read_to_string(root().join("naïve, 100%.md")).expect("the draft is there");
    let lines: Vec<&str> = draft.lines().collect();
    for (diagnostic, (rule, [line, ..])) in result.diagnostics.iter().zip(PLACES) {
        assert_eq!(diagnostic.code.value, rule);
        let range = &diagnostic.location.range;
        assert_eq!(range.start.line, line);
        // Columns count bytes: what begins there is the text of the finding.
        let rest = &lines[line as usize - 1][range.start.column - 1..];
        assert!(["68", "1.7", "21", "1,500"].iter().any(|figure| rest.starts_with(figure)), "{rest}");
    }
    assert_eq!(result.diagnostics.len(), PLACES.len());
    assert_eq!(result.diagnostics[0].suggestions[0].text, "86");
}

#[test]
fn junit_is_read_by_a_reader_of_others() {
    let report = junit_parser::from_reader(report("junit").out.as_bytes()).expect("as readers know JUnit");
    let failed = |case: &TestCase| case.status.is_failure();
    let counts: Vec<_> = report.suites.iter().map(|suite| (suite.name.as_str(), suite.tests, suite.failures)).collect();
    assert_eq!(counts, [("clean.md", 1, 0), ("naïve, 100%.md", 4, 2)]);
    for suite in &report.suites {
        assert_eq!(suite.tests, suite.cases.len() as u64, "{}", suite.name);
        assert_eq!(suite.failures, suite.cases.iter().filter(|case| failed(case)).count() as u64, "{}", suite.name);
        assert!(suite.cases.iter().all(|case| case.classname.as_ref() == Some(&suite.name)), "{}", suite.name);
    }
    let names = report.suites[1].cases.iter().map(|case| case.original_name.as_str());
    let places = PLACES.map(|(rule, [line, column, ..])| format!("{rule} at {line}:{column}"));
    assert_eq!(names.collect::<Vec<_>>(), places);
}

#[test]
fn a_page_holds_nothing_that_a_draft_or_a_fact_brings_along() {
    let facts = b"facts:\n  - id: crew\n    fact: The ferry Halvar had a crew of 12 sailors.\n    \
        source: https://example.org/\"><script>log</script>\n";
    let draft = b"<script>alert(1)</script>\n\nThe ferry Halvar had a crew of 12 sailors & 3 <b>boys</b>.\n";
    let folder = folder("page", &[("claims/facts.yaml", facts), ("a<i>.md", draft)]);
    let page = run(&folder, &["check", "--format", "html"], b"").out;
    let (_, body) = page.split_once("<body>").expect("a body");
    assert!(!["<script", "<i>", "<b>boys", "src="].iter().any(|markup| body.contains(markup)), "{body}");
    assert!(body.contains("<h2>a&lt;i&gt;.md</h2>") && body.contains("12 sailors<span"), "{body}");
    let links = body.split("href=\"").skip(1).map(|link| link.split('"').next().unwrap_or_default());
    assert_eq!(links.collect::<Vec<_>>(), ["https://example.org/&quot;&gt;&lt;script&gt;log&lt;/script&gt;"]);
}

#[test]
fn a_spreadsheet_holds_every_claim() {
    let draft = ["naïve, 100%.md"];
    let table = run(&root(), &[&["extract", "--format", "csv"][..], &draft].concat(), b"").out;
    let lines = run(&root(), &[&["extract", "--format", "jsonl"][..], &draft].concat(), b"").out;
    let claims: Vec<Json> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let columns = reader.headers().expect("a head").clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), claims.len());
    for (row, claim) in rows.iter().zip(&claims) {
        for column in ["path", "line", "column", "kind", "value", "low", "high", "unit", "hedge", "of"] {
            let cell = columns.iter().position(|name| name == column).and_then(|at| row.get(at)).expect("a cell");
            let said = match &claim[column] {
                Json::String(text) => text.clone(),
                Json::Null => String::new(),
                other => other.to_string(),
            };
            assert_eq!(cell, said, "{column} of {claim}");
        }
    }
}

#[test]
fn github_shows_ten_a_level_and_the_job_summary_all() {
    let facts = b"facts:\n  - {id: crew, fact: The ferry Halvar had a crew of 12 sailors.}\n  \
        - {id: fare, fact: The ferry Halvar took 60 minutes., severity: warning}\n";
    let draft = "The ferry Halvar took 99 minutes.\n\nThe ferry Halvar had a crew of 99 sailors.\n\n".repeat(12);
    let folder = folder("annotations", &[("claims/facts.yaml", facts), ("a.md", draft.as_bytes())]);
    let mut command = program(&folder, &["check", "--format", "github"]);
    let ran = finish(command.env("GITHUB_STEP_SUMMARY", folder.join("summary.md")), b"");
    assert_eq!(ran.status, 1);
    let lines: Vec<&str> = ran.out.lines().collect();
    let [annotations @ .., last] = lines.as_slice() else { panic!("{ran:?}") };
    let kinds: Vec<&str> = annotations.iter().map(|line| line.split(' ').next().unwrap_or_default()).collect();
    assert_eq!(kinds, [["::error"; 10], ["::warning"; 10]].concat(), "{ran:?}");
    assert!(annotations[0].contains(" file=a.md,line=3,endLine=3,col="), "{ran:?}");
    assert!(last.starts_with("and 2 more errors, 2 more warnings"), "{ran:?}");
    let summary = fs::read_to_string(folder.join("summary.md")).expect("written");
    assert_eq!(summary.matches("| ❌ error | `a.md:").count(), 12, "{summary}");
    assert_eq!(summary.matches("| ⚠️ warning | `a.md:").count(), 12, "{summary}");
}

#[test]
fn every_format_has_something_to_say_of_nothing() {
    let folder = folder("nothing", &[("a.md", b"All is well.\n")]);
    for (format, _) in FORMATS {
        let ran = finish(program(&folder, &["check", "--format", format]).env_remove("GITHUB_STEP_SUMMARY"), b"");
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{format}");
        match format {
            "json" | "gitlab" | "sarif" | "rdjson" => {
                serde_json::from_str::<Json>(&ran.out).unwrap_or_else(|error| panic!("{format}: {error}: {}", ran.out));
            }
            "github" => assert_eq!(ran.out, ""),
            _ => assert!(!ran.out.is_empty(), "{format}"),
        }
    }
}

#[test]
fn a_report_file_holds_what_would_be_printed() {
    let folder = folder("report-file", &[("a.md", b"All is well.\n")]);
    for format in ["text", "json", "gitlab", "sarif", "junit", "rdjson", "markdown", "html"] {
        let printed = run(&folder, &["check", "--format", format, "a.md"], b"");
        let written = run(&folder, &["check", "--format", format, "--output", "report", "a.md"], b"");
        assert_eq!((written.status, written.out.as_str()), (0, ""), "{format}");
        assert_eq!(fs::read_to_string(folder.join("report")).expect("written"), printed.out, "{format}");
    }
}
