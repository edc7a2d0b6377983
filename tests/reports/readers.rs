//! Readers that take what the formats' descriptions allow, of the parts that reports have, and
//! nothing else.

use serde::Deserialize;

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
