//! A Code Quality report, which GitLab shows beside a merge request.

use serde::Serialize;

use super::fingerprint::Fingerprints;
use super::object::put;
use super::place::{Place, Places};
use super::{Article, End, Report};
use crate::finding::Level;

/// An array of issues.
pub struct Gitlab;

impl Report for Gitlab {
    fn head(&self, out: &mut Vec<u8>) {
        out.push(b'[');
    }

    fn lead(&self) -> &'static str {
        "\n"
    }

    fn draft(&self, out: &mut Vec<u8>, article: &Article<'_>) {
        let mut places = Places::of(article.document.file);
        let mut fingerprints = Fingerprints::of(article.name);
        for (index, finding) in article.checked.findings.iter().enumerate() {
            out.extend_from_slice(if index == 0 { "" } else { self.between() }.as_bytes());
            let issue = Issue {
                kind: "issue",
                check_name: finding.rule.name(),
                description: &finding.message,
                categories: ["Bug Risk"],
                severity: severity(finding.level),
                fingerprint: fingerprints.of_finding(finding),
                location: Location::of(article.name.to_string(), places.at(finding.span)),
            };
            put(out, &issue);
        }
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn tail(&self, out: &mut Vec<u8>, _: &End<'_>) {
        out.extend_from_slice(b"\n]\n");
    }
}

const fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "major",
        Level::Warning => "minor",
        Level::Note => "info",
    }
}

#[derive(Serialize)]
struct Issue<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    check_name: &'static str,
    description: &'a str,
    categories: [&'static str; 1],
    severity: &'static str,
    fingerprint: String,
    location: Location,
}

/// By lines, which every version of GitLab reads, and by positions.
#[derive(Serialize)]
struct Location {
    path: String,
    lines: Ends<u32>,
    positions: Ends<Point>,
}

#[derive(Serialize)]
struct Ends<T> {
    begin: T,
    end: T,
}

#[derive(Serialize)]
struct Point {
    line: u32,
    column: u32,
}

impl Location {
    fn of(path: String, Place { start, end }: Place) -> Self {
        Self {
            path,
            lines: Ends { begin: start.line, end: end.line },
            positions: Ends {
                begin: Point { line: start.line, column: start.column },
                end: Point { line: end.line, column: end.column },
            },
        }
    }
}
