//! `JUnit`'s XML, which every CI server shows: a suite a draft, a test case a finding.

use std::io::Write;

use super::markup;
use super::place::Places;
use super::{Article, End, Name, Report, notes};
use crate::finding::{Finding, Level};

/// Findings that fail the run are failures, milder ones passed cases that print something.
pub struct Junit {
    /// The mildest level that is a failure; none where nothing is.
    pub fails: Option<Level>,
}

impl Report for Junit {
    fn head(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"factdiff\">\n");
    }

    fn draft(&self, out: &mut Vec<u8>, article: &Article<'_>) {
        let findings = &article.checked.findings;
        let path = Name::to_string(&article.name);
        let path = escape(&path);
        let failures = findings.iter().filter(|finding| self.is_failure(finding)).count();
        let tests = findings.len().max(1);
        put(
            out,
            &format!(
                "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">"
            ),
        );
        if findings.is_empty() {
            put(out, &format!("    <testcase name=\"facts\" classname=\"{path}\"/>"));
        }
        let mut places = Places::of(article.document.file);
        for finding in findings {
            let start = places.at(finding.span).start;
            let rule = finding.rule.name();
            put(
                out,
                &format!("    <testcase name=\"{rule} at {}:{}\" classname=\"{path}\">", start.line, start.column),
            );
            let place = format!("{}:{}:{}", article.name, start.line, start.column);
            let details: Vec<String> = std::iter::once(place).chain(notes(finding, article.document.file)).collect();
            let (message, details) = (escape(&finding.message), details.join("\n"));
            let details = escape(&details);
            if self.is_failure(finding) {
                put(out, &format!("      <failure type=\"{rule}\" message=\"{message}\">{details}</failure>"));
            } else {
                put(out, &format!("      <system-out>{}: {message}\n{details}</system-out>", finding.level.name()));
            }
            put(out, "    </testcase>");
        }
        put(out, "  </testsuite>");
    }

    fn tail(&self, out: &mut Vec<u8>, _: &End<'_>) {
        put(out, "</testsuites>");
    }
}

impl Junit {
    fn is_failure(&self, finding: &Finding) -> bool {
        self.fails.is_some_and(|least| finding.level >= least)
    }
}

/// Text for an attribute or an element; a line break in it lasts.
fn escape(text: &str) -> String {
    markup::escape(text).replace('\n', "&#10;").replace('\r', "&#13;").replace('\t', "&#9;")
}

fn put(out: &mut Vec<u8>, line: &str) {
    writeln!(out, "{line}").expect("a vector takes every byte");
}
