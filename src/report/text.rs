//! Differences for people, in the manner of a compiler: what, where, the words, the two sides.

use std::io::Write;

use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};
use colored::Colorize;

use super::{Name, Tally};
use crate::finding::{Finding, Level};
use crate::source::Document;
use crate::span::{Positions, Span, lines_around};

/// How much of a line is shown on either side of the figure, in bytes.
const AROUND: usize = 60;

/// Appends the findings of a draft.
pub fn findings(out: &mut Vec<u8>, name: Name<'_>, document: &Document<'_>, findings: &[Finding]) {
    let mut positions = Positions::of(document.file);
    for finding in findings {
        block(out, &name.to_string(), document.file, &mut positions, finding);
        out.push(b'\n');
    }
}

fn block(out: &mut Vec<u8>, name: &str, file: &str, positions: &mut Positions<'_>, finding: &Finding) {
    let position = positions.at(finding.span.start());
    let title = match finding.level {
        Level::Error => Title::ERROR,
        Level::Warning => Title::WARNING,
        Level::Note => Title::NOTE,
    };
    let (window, figure) = window(file, finding.span);
    let group = Group::with_title(title.primary_title(&finding.message).id(finding.rule.name()))
        .element(Origin::path(name).line(position.line as usize).char_column(position.column as usize))
        .element(
            Snippet::source(window).line_start(position.line as usize).annotation(AnnotationKind::Primary.span(figure)),
        );
    let renderer =
        if colored::control::SHOULD_COLORIZE.should_colorize() { Renderer::styled() } else { Renderer::plain() };
    let gutter = " ".repeat(position.line.to_string().len() + 1);
    let mut line = |text: String| writeln!(out, "{text}").expect("a vector takes every byte");
    line(renderer.render(&[group]));
    if let Some(draft) = &finding.draft {
        line(format!("{gutter}{}", format!("- draft: {draft}").red()));
    }
    if let Some(reference) = &finding.reference {
        let fact = finding.fact.as_ref().map(|fact| format!(" ({})", fact.id)).unwrap_or_default();
        line(format!("{gutter}{}", format!("+ reference: {reference}{fact}").green()));
    }
    for hint in &finding.hints {
        line(format!("{gutter}= {hint}"));
    }
}

/// The lines that hold a figure, cut to what is near it, and where the figure stands in that.
fn window(file: &str, span: Span) -> (String, std::ops::Range<usize>) {
    let lines = lines_around(file, span);
    let figure = span.range();
    let mut start = figure.start.saturating_sub(AROUND).max(lines.start);
    while !file.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = (figure.end + AROUND).min(lines.end);
    while !file.is_char_boundary(end) {
        end += 1;
    }
    let before = if start > lines.start { "…" } else { "" };
    let after = if end < lines.end { "…" } else { "" };
    let shift = before.len() + figure.start - start;
    (format!("{before}{}{after}", &file[start..end]), shift..shift + figure.len())
}

/// Appends the one line that sums a run up.
pub fn summary(out: &mut Vec<u8>, tally: &Tally) {
    writeln!(
        out,
        "{} files, {} claims: {} supported, {} contradicted, {} outdated, {} unverified",
        tally.files, tally.claims, tally.supported, tally.contradicted, tally.outdated, tally.unverified
    )
    .expect("a vector takes every byte");
}
