//! The Reviewdog Diagnostic Format, for reviewdog and the tools that read it.

use serde::Serialize;

use super::object::put;
use super::place::{Places, byte_column};
use super::{Article, End, Report, notes};
use crate::finding::{Finding, Level};
use crate::source::Document;
use crate::span::Span;

/// One result with the diagnostics of all drafts.
pub struct Rdjson;

impl Report for Rdjson {
    fn head(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"source\":{\"name\":\"factdiff\"},\"diagnostics\":[");
    }

    fn lead(&self) -> &'static str {
        "\n"
    }

    fn draft(&self, out: &mut Vec<u8>, article: &Article<'_>) {
        let mut places = Places::of(article.document.file);
        for (index, finding) in article.checked.findings.iter().enumerate() {
            out.extend_from_slice(if index == 0 { "" } else { self.between() }.as_bytes());
            let fix = finding.fix.as_ref().map(|fix| Suggestion {
                range: Range::of(article.document, &mut places, fix.span),
                text: &fix.replacement,
            });
            let diagnostic = Diagnostic {
                message: message(finding, article.document.file),
                location: Location {
                    path: article.name.to_string(),
                    range: Range::of(article.document, &mut places, finding.span),
                },
                severity: severity(finding.level),
                code: Code { value: finding.rule.name() },
                suggestions: fix.into_iter().collect(),
            };
            put(out, &diagnostic);
        }
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn tail(&self, out: &mut Vec<u8>, _: &End<'_>) {
        out.extend_from_slice(b"\n]}\n");
    }
}

fn message(finding: &Finding, file: &str) -> String {
    std::iter::once(finding.message.clone()).chain(notes(finding, file)).collect::<Vec<_>>().join("\n")
}

const fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "ERROR",
        Level::Warning => "WARNING",
        Level::Note => "INFO",
    }
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Location,
    severity: &'static str,
    code: Code,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
}

#[derive(Serialize)]
struct Location {
    path: String,
    range: Range,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

/// From the first byte to one past the last.
#[derive(Serialize)]
struct Range {
    start: Point,
    end: Point,
}

/// The column counts bytes of UTF-8, as the format asks.
#[derive(Serialize)]
struct Point {
    line: u32,
    column: usize,
}

impl Range {
    fn of(document: &Document<'_>, places: &mut Places<'_>, span: Span) -> Self {
        let place = places.at(span);
        let column = |at| byte_column(document.file, at);
        Self {
            start: Point { line: place.start.line, column: column(span.start()) },
            end: Point { line: place.end.line, column: column(span.end()) },
        }
    }
}
