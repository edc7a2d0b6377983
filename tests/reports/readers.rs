//! Readers that take what the formats' descriptions allow, of the parts that reports have, and
//! nothing else.

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sarif {
    #[serde(rename = "$schema")]
    _schema: String,
    pub(super) version: String,
    pub(super) runs: Vec<Run>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Run {
    pub(super) tool: Tool,
    pub(super) column_kind: String,
    pub(super) results: Vec<SarifResult>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tool {
    pub(super) driver: Driver,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Driver {
    #[serde(rename = "name")]
    _name: String,
    #[serde(rename = "version")]
    _version: String,
    pub(super) rules: Vec<Descriptor>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Descriptor {
    pub(super) id: String,
    #[serde(rename = "shortDescription")]
    _short_description: Text,
    #[serde(rename = "help")]
    _help: Text,
    #[serde(rename = "defaultConfiguration")]
    _default_configuration: Configuration,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Configuration {
    #[serde(rename = "enabled")]
    _enabled: bool,
    #[serde(rename = "level")]
    _level: SarifLevel,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum SarifLevel {
    None,
    Note,
    Warning,
    Error,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Text {
    pub(super) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct SarifResult {
    pub(super) rule_id: String,
    pub(super) rule_index: usize,
    #[serde(rename = "level")]
    _level: SarifLevel,
    #[serde(rename = "message")]
    _message: Text,
    pub(super) locations: Vec<SarifLocation>,
    pub(super) partial_fingerprints: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) fixes: Vec<Fix>,
    /// A property bag: anything may be in it.
    #[serde(rename = "properties")]
    _properties: BTreeMap<String, serde_json::Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct SarifLocation {
    pub(super) physical_location: Physical,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Physical {
    pub(super) artifact_location: Artifact,
    pub(super) region: Region,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Artifact {
    pub(super) uri: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Region {
    pub(super) start_line: u32,
    pub(super) start_column: u32,
    pub(super) end_line: u32,
    pub(super) end_column: u32,
    #[serde(rename = "snippet")]
    _snippet: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Fix {
    #[serde(rename = "description")]
    _description: Text,
    pub(super) artifact_changes: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Change {
    #[serde(rename = "artifactLocation")]
    _artifact_location: Artifact,
    pub(super) replacements: Vec<Replacement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Replacement {
    pub(super) deleted_region: Region,
    pub(super) inserted_content: Text,
}

pub(super) type Gitlab = Vec<Issue>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Issue {
    #[serde(rename = "type")]
    _kind: IssueKind,
    pub(super) check_name: String,
    #[serde(rename = "description")]
    _description: String,
    #[serde(rename = "categories")]
    _categories: Vec<Category>,
    #[serde(rename = "severity")]
    _severity: IssueSeverity,
    pub(super) fingerprint: String,
    pub(super) location: IssueLocation,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum IssueKind {
    Issue,
}

#[derive(Deserialize)]
pub(super) enum Category {
    #[serde(rename = "Bug Risk")]
    BugRisk,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum IssueSeverity {
    Info,
    Minor,
    Major,
    Critical,
    Blocker,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IssueLocation {
    pub(super) path: String,
    pub(super) lines: Ends<u32>,
    pub(super) positions: Ends<Point>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ends<T> {
    pub(super) begin: T,
    pub(super) end: T,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Point {
    pub(super) line: u32,
    pub(super) column: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rdjson {
    pub(super) source: Source,
    pub(super) diagnostics: Vec<Diagnostic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub(super) name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Diagnostic {
    #[serde(rename = "message")]
    _message: String,
    pub(super) location: RdLocation,
    #[serde(rename = "severity")]
    _severity: RdSeverity,
    pub(super) code: Code,
    #[serde(default)]
    pub(super) suggestions: Vec<Suggestion>,
}

#[derive(Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(super) enum RdSeverity {
    Error,
    Warning,
    Info,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Code {
    pub(super) value: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RdLocation {
    #[serde(rename = "path")]
    _path: String,
    pub(super) range: RdRange,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RdRange {
    pub(super) start: RdPoint,
    #[serde(rename = "end")]
    _end: RdPoint,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RdPoint {
    pub(super) line: u32,
    pub(super) column: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Suggestion {
    #[serde(rename = "range")]
    _range: RdRange,
    pub(super) text: String,
}

/// The suites of a `JUnit` report.
pub(super) struct Suites(pub(super) Vec<Suite>);

pub(super) struct Suite {
    pub(super) name: String,
    pub(super) tests: usize,
    /// As its `failures` says.
    pub(super) failed: usize,
    /// Whether each failed.
    pub(super) cases: Vec<bool>,
}

impl Suite {
    pub(super) fn failures(&self) -> usize {
        self.cases.iter().filter(|failed| **failed).count()
    }
}

impl Suites {
    /// Reads the XML with the elements and attributes that every reader of `JUnit` knows.
    pub(super) fn read(text: &str) -> Self {
        let document = roxmltree::Document::parse(text).expect("well-formed XML");
        let root = document.root_element();
        assert_eq!(root.tag_name().name(), "testsuites");
        let elements = root.children().filter(roxmltree::Node::is_element);
        Self(elements.map(|suite| Suite::read(&suite)).collect())
    }
}

impl Suite {
    fn read(suite: &roxmltree::Node<'_, '_>) -> Self {
        assert_eq!(suite.tag_name().name(), "testsuite");
        let known = ["name", "tests", "failures", "errors", "skipped"];
        assert!(suite.attributes().all(|attribute| known.contains(&attribute.name())));
        let number = |name: &str| suite.attribute(name).and_then(|value| value.parse().ok()).expect("a number");
        let cases = suite.children().filter(roxmltree::Node::is_element).map(|case| {
            assert_eq!(case.tag_name().name(), "testcase");
            assert!(case.attribute("name").is_some() && case.attribute("classname").is_some());
            let inner: Vec<&str> =
                case.children().filter(roxmltree::Node::is_element).map(|node| node.tag_name().name()).collect();
            match inner.as_slice() {
                [] | ["system-out"] => false,
                ["failure"] => true,
                others => panic!("not in a test case: {others:?}"),
            }
        });
        let name = suite.attribute("name").expect("a name").to_owned();
        Self { name, tests: number("tests"), failed: number("failures"), cases: cases.collect() }
    }
}
