//! Annotations for GitHub Actions, beside the lines of a pull request.

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use super::place::{Place, Places};
use super::text::counted;
use super::{Article, End, Report, notes};
use crate::finding::Level;

/// How many annotations of one level a step may make: GitHub drops the rest without a word.
const MOST: usize = 10;

/// A workflow command for each of the first ten findings of a level, the gravest first, and how
/// many more there are.
#[derive(Default)]
pub struct Github {
    kept: Mutex<Kept>,
}

/// What there is of each level so far, in the order of [`Level::ALL`].
#[derive(Default)]
struct Kept {
    lines: [Vec<Vec<u8>>; 3],
    more: [usize; 3],
}

impl Report for Github {
    /// Appends a line for each finding.
    fn draft(&self, out: &mut Vec<u8>, article: &Article<'_>) {
        let mut places = Places::of(article.document.file);
        let path = article.name.to_string();
        for finding in &article.checked.findings {
            let Place { start, end } = places.at(finding.span);
            let columns = if start.line == end.line {
                format!(",col={},endColumn={}", start.column, end.column)
            } else {
                String::new()
            };
            let text: Vec<String> =
                std::iter::once(finding.message.clone()).chain(notes(finding, article.document.file)).collect();
            let line = format!(
                "::{} file={},line={},endLine={}{columns},title=factdiff {}::{}\n",
                command(finding.level),
                property(&path),
                start.line,
                end.line,
                finding.rule.name(),
                message(&text.join("\n")),
            );
            out.extend_from_slice(line.as_bytes());
        }
    }

    /// Keeps the first ten lines of each level for the end.
    fn add(&self, _: &mut Vec<u8>, draft: &[u8]) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let Kept { lines, more } = &mut *kept;
        for line in draft.split_inclusive(|&byte| byte == b'\n') {
            let is_of = |level: &Level| line[2..].starts_with(command(*level).as_bytes());
            let Some(level) = Level::ALL.iter().position(is_of) else { continue };
            if lines[level].len() < MOST {
                lines[level].push(line.to_vec());
            } else {
                more[level] += 1;
            }
        }
    }

    fn tail(&self, out: &mut Vec<u8>, _: &End<'_>) {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        out.extend(kept.lines.iter().flatten().flatten());
        let more = kept.more.iter().zip(Level::ALL).filter(|(more, _)| **more > 0);
        let more: Vec<String> = more.map(|(more, level)| counted(*more, &format!("more {}", level.name()))).collect();
        if !more.is_empty() {
            let line = format!("and {}, which GitHub would not show: see the summary of the job\n", more.join(", "));
            out.extend_from_slice(line.as_bytes());
        }
    }
}

/// The workflow command that makes an annotation of this level.
const fn command(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    }
}

/// Text after the last `::` of a command.
fn message(text: &str) -> Cow<'_, str> {
    escape(text, &[('%', "%25"), ('\r', "%0D"), ('\n', "%0A")])
}

/// The value of a property of a command.
fn property(text: &str) -> Cow<'_, str> {
    escape(text, &[('%', "%25"), ('\r', "%0D"), ('\n', "%0A"), (':', "%3A"), (',', "%2C")])
}

fn escape<'t>(text: &'t str, escapes: &[(char, &str)]) -> Cow<'t, str> {
    let find = |c: char| escapes.iter().find(|(special, _)| *special == c).map(|(_, escape)| *escape);
    if !text.contains(|c| find(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match find(c) {
            Some(sequence) => safe.push_str(sequence),
            None => safe.push(c),
        }
    }
    Cow::Owned(safe)
}
