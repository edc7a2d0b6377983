//! A table in Markdown, for a comment on a pull request or the summary of a job.

use std::borrow::Cow;
use std::io::Write;

use super::context::collapse;
use super::place::Places;
use super::text::{counted, summed};
use super::{Article, End, Report, notes};
use crate::finding::{Finding, Level};

/// A row a finding, and a line that sums up.
pub struct Markdown;

impl Report for Markdown {
    fn head(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"### Facts\n\n");
    }

    fn lead(&self) -> &'static str {
        "| | Place | Draft | Reference | Why |\n|---|---|---|---|---|\n"
    }

    fn draft(&self, out: &mut Vec<u8>, article: &Article<'_>) {
        let mut places = Places::of(article.document.file);
        for finding in &article.checked.findings {
            let start = places.at(finding.span).start;
            let place = format!("{}:{}:{}", article.name, start.line, start.column);
            let reference = finding
                .fact
                .as_ref()
                .map_or(String::new(), |fact| format!("{} ({})", cell(&fact.states), cell(&fact.id)));
            let row = format!(
                "| {} | {} | {} | {reference} | {} |\n",
                level(finding.level),
                code(&place),
                cell(finding.says()),
                why(finding, article.document.file),
            );
            out.extend_from_slice(row.as_bytes());
        }
    }

    fn tail(&self, out: &mut Vec<u8>, end: &End<'_>) {
        let tally = end.tally;
        if end.said {
            out.push(b'\n');
        } else {
            let files = counted(tally.files, "file");
            writeln!(out, "Nothing to report in {files}.\n").expect("a vector takes every byte");
        }
        writeln!(out, "**{}**", summed(tally)).expect("a vector takes every byte");
    }
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "❌ error",
        Level::Warning => "⚠️ warning",
        Level::Note => "ℹ️ note",
    }
}

/// The rule, its sentence, and what else helps.
fn why(finding: &Finding, file: &str) -> String {
    let rule = format!("{} {}", code(finding.rule.name()), cell(&finding.message));
    std::iter::once(rule)
        .chain(notes(finding, file).map(|note| cell(&note).into_owned()))
        .collect::<Vec<_>>()
        .join("<br>")
}

/// Text for one cell of a table: on one line, with what is markup escaped.
fn cell(text: &str) -> Cow<'_, str> {
    let text = collapse(text);
    let is_markup =
        |c: char| matches!(c, '\\' | '|' | '<' | '>' | '&' | '`' | '*' | '_' | '[' | ']' | '~' | '$' | '@' | '#');
    if !text.contains(is_markup) {
        return text;
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            // A name after an at sign would be told of it, a number after a hash linked.
            '@' => escaped.push_str("&#64;"),
            '#' => escaped.push_str("&#35;"),
            other => {
                if is_markup(other) {
                    escaped.push('\\');
                }
                escaped.push(other);
            }
        }
    }
    Cow::Owned(escaped)
}

/// Text in code, where it has no backtick that would end it.
fn code(text: &str) -> String {
    if text.contains(['`', '|', '\n', '\r']) { cell(text).into_owned() } else { format!("`{text}`") }
}
