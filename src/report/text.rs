//! Differences for people, in the manner of a compiler: what, where, the words, the two sides.

use std::fmt::Display;
use std::io::Write;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Title, Renderer, Snippet};
use colored::Colorize;

use super::context::collapse;
use super::{Article, End, Entry, Judgement, Name, Report, Show, Tally, entries, notes};
use crate::check::Verdict;
use crate::claim::Claim;
use crate::finding::{FactNote, Finding, Level, Rule};
use crate::span::{Positions, Span, lines_around};

/// How much of the draft's line is shown, in characters: an article's paragraph is often one line.
const WIDTH: usize = 100;

/// A block a finding, with [`Show::All`] a line for each other claim, and a line that sums up.
pub struct Text {
    /// What is listed.
    pub show: Show,
    /// How much is told of figures that are right.
    pub detail: Detail,
    /// What stands at the end.
    pub ending: Ending,
}

/// How much a report for people tells of figures that are right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Not that they are rounded, which an editor expects of them.
    Usual,
    /// That too.
    Full,
}

/// What a report for people ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Nothing.
    None,
    /// A line that sums up.
    Summary,
}

impl Report for Text {
    fn draft(&self, out: &mut Vec<u8>, article: &Article<'_>) {
        let Article { name, document, checked, reference } = *article;
        let mut positions = Positions::of(document.file);
        for entry in entries(checked, self.show) {
            match entry {
                Entry::Finding(finding) if self.hushes(finding) => {}
                // It has its block already.
                Entry::Claim(_, Verdict::Contradicted(_) | Verdict::Outdated(_)) => {}
                Entry::Finding(finding) => block(out, name, document.file, &mut positions, finding),
                Entry::Claim(claim, verdict @ (Verdict::Supported(_) | Verdict::Unverified)) => {
                    agreeing(out, name, document.file, &mut positions, claim, Judgement::of(verdict, reference));
                }
            }
        }
    }

    fn tail(&self, out: &mut Vec<u8>, end: &End<'_>) {
        match self.ending {
            Ending::None => {}
            Ending::Summary => put(out, &summed(end.tally).bold().to_string()),
        }
    }
}

impl Text {
    fn hushes(&self, finding: &Finding) -> bool {
        let usual = self.detail == Detail::Usual && self.show == Show::Differences;
        usual && finding.rule == Rule::Rounded && finding.level == Level::Note
    }
}

/// The one line that sums a run up.
pub fn summed(tally: &Tally) -> String {
    let Tally { supported, contradicted, outdated, unverified, .. } = tally;
    format!(
        "{}, {}: {supported} supported, {contradicted} contradicted, {outdated} outdated, {unverified} unverified \
         ({}, {})",
        counted(tally.files, "file"),
        counted(tally.claims, "claim"),
        counted(tally.errors, "error"),
        counted(tally.warnings, "warning"),
    )
}

/// "1 file", "2 files".
pub(super) fn counted(number: usize, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

/// A claim that nothing is to be said against, on one line.
fn agreeing(
    out: &mut Vec<u8>,
    name: Name<'_>,
    file: &str,
    positions: &mut Positions<'_>,
    claim: &Claim<'_>,
    judgement: Judgement<'_>,
) {
    let position = positions.at(claim.span.start());
    let text = collapse(file.get(claim.span.range()).unwrap_or_default());
    let place = format!("{name}:{}:{}:", position.line, position.column);
    put(
        out,
        &match judgement.fact {
            Some(fact) => format!("{place} {} {text} ({fact})", judgement.verdict.green()),
            None => format!("{place} {} {text}", judgement.verdict.dimmed()),
        },
    );
}

/// A finding with the draft's words and both sides.
fn block(out: &mut Vec<u8>, name: Name<'_>, file: &str, positions: &mut Positions<'_>, finding: &Finding) {
    let position = positions.at(finding.span.start());
    let (window, figure) = window(file, finding.span);
    let snippet = Snippet::source(window).line_start(position.line as usize);
    let group =
        Group::with_title(title(finding.level).primary_title(collapse(&finding.message)).id(finding.rule.name()))
            .element(snippet.annotation(AnnotationKind::Primary.span(figure)));
    let rendered = renderer().render(&[group]);
    put(out, &placed(&rendered, name, position.line, position.column));

    let gutter = " ".repeat(position.line.to_string().len() + 1);
    if let Some(fact) = &finding.fact {
        put(out, &format!("{gutter}{}", format!("- draft:     {}", collapse(finding.says())).red()));
        put(out, &format!("{gutter}{}", format!("+ reference: {}", stating(fact)).green()));
    }
    for note in notes(finding, file) {
        put(out, &format!("{gutter}= {note}"));
    }
    out.push(b'\n');
}

/// "1.4 million (war-casualties, as of 2025-06-30)".
fn stating(fact: &FactNote) -> String {
    let dated = fact.dated.as_ref().map(|dated| format!(", {dated}")).unwrap_or_default();
    format!("{} ({}{dated})", collapse(&fact.states), fact.id)
}

/// How the heading of a finding begins.
pub(super) const fn title(level: Level) -> Title<'static> {
    match level {
        Level::Error => Title::ERROR,
        Level::Warning => Title::WARNING,
        Level::Note => Title::NOTE,
    }
}

/// A rendered excerpt with its place below the heading: the renderer would count the column in the
/// window, not in the file.
pub(super) fn placed(rendered: &str, name: impl Display, line: u32, column: u32) -> String {
    let (heading, snippet) = rendered.split_once('\n').unwrap_or((rendered, ""));
    let gutter = " ".repeat(line.to_string().len());
    format!("{heading}\n{gutter}{} {name}:{line}:{column}\n{snippet}", "-->".bright_blue().bold())
}

/// Renders snippets, in colour where the run is.
pub(super) fn renderer() -> Renderer {
    let renderer =
        if colored::control::SHOULD_COLORIZE.should_colorize() { Renderer::styled() } else { Renderer::plain() };
    // The draft's lines are cut to size already.
    renderer.term_width(4 * WIDTH)
}

/// The draft's words around a span, as one line cut to [`WIDTH`], and where the span is in it.
pub(super) fn window(file: &str, span: Span) -> (String, Range<usize>) {
    let lines = lines_around(file, span);
    let figure = cut(file, span);
    let budget = WIDTH.saturating_sub(file[figure.clone()].chars().count());
    let before = &file[lines.start..figure.start];
    let after = &file[figure.end..lines.end];
    let room_after = after.chars().take(budget).count();
    let start = before
        .char_indices()
        .rev()
        .take((budget / 2).max(budget - room_after))
        .last()
        .map_or(before.len(), |(at, _)| at);
    let room_before = before[start..].chars().count();
    let end = after.char_indices().take(budget - room_before).last().map_or(0, |(at, last)| at + last.len_utf8());
    // Whole words only, unless the text has none.
    let start = if start == 0 { 0 } else { start + before[start..].find(' ').map_or(0, |blank| blank + 1) };
    let end = if end == after.len() { end } else { after[..end].rfind(' ').unwrap_or(end) };

    let mut shown = String::from(if start == 0 { "" } else { "…" });
    let from = shown.len() + before.len() - start;
    // Each of these is one byte, as a blank is: positions stay.
    shown.push_str(&file[lines.start + start..figure.end + end].replace(['\n', '\r', '\t'], " "));
    if end < after.len() || figure.end < span.range().end {
        shown.push('…');
    }
    (shown, from..from + figure.len())
}

/// A span, cut where it is a long quotation.
fn cut(file: &str, span: Span) -> Range<usize> {
    let Range { start, end } = span.range();
    let length = file[start..end].char_indices().nth(WIDTH).map_or(end - start, |(at, _)| at);
    start..start + length
}

fn put(out: &mut Vec<u8>, line: &str) {
    writeln!(out, "{}", line.trim_end()).expect("a vector takes every byte");
}

#[cfg(test)]
mod tests;
