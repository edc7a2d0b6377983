//! One page that holds all it needs: the drafts with each claim coloured by its verdict, what is known of it on
//! hover, a filter and a chart.

use super::facts;
use super::fingerprint::Fingerprints;
use super::markup::escape;
use super::place::Places;
use super::text::summed;
use super::{Article, End, Entry, Judgement, Report, Show, Tally, entries, notes};
use crate::check::Verdict;
use crate::finding::{Finding, Level};
use crate::reference::Reference;
use crate::span::Span;

/// What stands before the drafts, and how they look. The page runs no code and loads nothing.
const HEAD: &str = include_str!("html/head.html");

/// Every draft that has claims or findings.
pub struct Html;

impl Report for Html {
    fn head(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(HEAD.as_bytes());
    }

    fn draft(&self, out: &mut Vec<u8>, article: &Article<'_>) {
        let marks = marks(article);
        if marks.is_empty() {
            return;
        }
        let Article { name, document, checked, .. } = article;
        let tally = Tally::of(document.file.len(), checked);
        let class = if checked.findings.is_empty() { " class=\"quiet\"" } else { "" };
        put(out, &format!("<section{class}>\n<h2>{}</h2>\n", escape(&name.to_string())));
        chart(out, &tally);
        list(out, article, &marks);
        text(out, document.file, &marks);
        put(out, "</section>\n");
    }

    fn tail(&self, out: &mut Vec<u8>, end: &End<'_>) {
        put(out, &format!("<header>\n<h1>{}</h1>\n", summed(end.tally)));
        chart(out, end.tally);
        put(out, "<div class=\"filter\">\n");
        for (verdict, count) in verdicts(end.tally) {
            let label = format!(
                "<label><input type=\"checkbox\" id=\"{verdict}\" checked> <b class=\"{verdict}\">{count}</b> {verdict}</label>\n"
            );
            put(out, &label);
        }
        put(out, "<label><input type=\"checkbox\" id=\"quiet\"> only drafts with findings</label>\n");
        put(out, "</div>\n</header>\n</body>\n</html>\n");
    }
}

/// A stretch of a draft that something is said of.
struct Mark {
    span: Span,
    /// How a claim in it stands; none where there are findings alone.
    verdict: Option<&'static str>,
    /// What a link to its first finding names it.
    anchor: Option<String>,
    /// What is said of it, as HTML.
    lines: Vec<String>,
}

/// The marks of a draft in order, none over another.
fn marks(article: &Article<'_>) -> Vec<Mark> {
    let Article { name, document, checked, reference } = *article;
    let mut fingerprints = Fingerprints::of(name);
    let mut marks: Vec<Mark> = Vec::new();
    for entry in entries(checked, Show::All) {
        let mark = match entry {
            Entry::Finding(finding) => Mark {
                span: finding.span,
                verdict: None,
                anchor: Some(fingerprints.of_finding(finding)),
                lines: told(finding, document.file),
            },
            Entry::Claim(claim, verdict) => Mark {
                span: claim.span,
                verdict: Some(Judgement::of(verdict, reference).verdict),
                anchor: None,
                lines: known(verdict, reference),
            },
        };
        match marks.last_mut().filter(|last| last.span.overlaps(mark.span)) {
            Some(last) => last.take_over(mark),
            None => marks.push(mark),
        }
    }
    marks
}

impl Mark {
    /// Joins with one that lies over it.
    fn take_over(&mut self, other: Self) {
        self.span = self.span.to(other.span);
        // A finding tells of the fact that it rests on.
        if self.anchor.is_none() || other.anchor.is_some() || other.verdict == Some("supported") {
            self.lines.extend(other.lines);
        }
        self.verdict = self.verdict.or(other.verdict);
        self.anchor = self.anchor.take().or(other.anchor);
    }
}

/// What a finding says.
fn told(finding: &Finding, file: &str) -> Vec<String> {
    let head = format!("<b>{}</b> {}", finding.rule.name(), escape(&finding.message));
    std::iter::once(head).chain(notes(finding, file).map(|note| escape(&note).into_owned())).collect()
}

/// What is known of a claim: the fact that its verdict rests on, and where that comes from.
fn known(verdict: Verdict, reference: &Reference) -> Vec<String> {
    let Some(fact) = verdict.fact().and_then(|fact| reference.facts.get(fact)) else {
        return vec!["no fact is about this".to_owned()];
    };
    let head = format!("<b>{}</b> {}", escape(&fact.id), escape(&facts::told(fact)));
    let source = fact.source.iter().map(|source| format!("source: {}", linked(source)));
    std::iter::once(head).chain(source).collect()
}

/// A source, as a link where it is an address.
fn linked(source: &str) -> String {
    let text = escape(source);
    let is_address = ["https://", "http://"].iter().any(|scheme| source.starts_with(scheme));
    if is_address && !source.contains(char::is_whitespace) {
        format!("<a href=\"{text}\" rel=\"noreferrer\">{text}</a>")
    } else {
        text.into_owned()
    }
}

/// The claims by their verdicts.
fn verdicts(tally: &Tally) -> [(&'static str, usize); 4] {
    [
        ("contradicted", tally.contradicted),
        ("outdated", tally.outdated),
        ("supported", tally.supported),
        ("unverified", tally.unverified),
    ]
}

/// A bar, parted as the claims are.
fn chart(out: &mut Vec<u8>, tally: &Tally) {
    let said = verdicts(tally).map(|(verdict, count)| format!("{count} {verdict}")).join(", ");
    put(out, &format!("<div class=\"chart\" role=\"img\" aria-label=\"{said}\" title=\"{said}\">"));
    for (verdict, count) in verdicts(tally) {
        put(out, &format!("<i class=\"{verdict}\" style=\"flex-grow:{count}\"></i>"));
    }
    put(out, "</div>\n");
}

/// The findings, each with a link to its place.
fn list(out: &mut Vec<u8>, article: &Article<'_>, marks: &[Mark]) {
    let file = article.document.file;
    let mut places = Places::of(file);
    let findings = &article.checked.findings;
    put(out, if findings.is_empty() { "" } else { "<ol>\n" });
    for finding in findings {
        let start = places.at(finding.span).start;
        let own = marks.partition_point(|mark| mark.span.end() <= finding.span.start());
        let anchor = marks.get(own).and_then(|mark| mark.anchor.as_deref()).unwrap_or_default();
        let (level, class) = match finding.level {
            Level::Error => ("error", "contradicted"),
            Level::Warning => ("warning", "outdated"),
            Level::Note => ("note", "unverified"),
        };
        let row = format!(
            "<li class=\"{class}\"><b>{level}</b> <a href=\"#{anchor}\">{}:{}</a> {}</li>\n",
            start.line,
            start.column,
            escape(&finding.message),
        );
        put(out, &row);
    }
    put(out, if findings.is_empty() { "" } else { "</ol>\n" });
}

/// The draft as it is written, with its marks.
fn text(out: &mut Vec<u8>, file: &str, marks: &[Mark]) {
    put(out, "<pre>");
    let mut written = 0;
    for mark in marks {
        let range = mark.span.range();
        let (Some(before), Some(words)) = (file.get(written..range.start), file.get(range.clone())) else { continue };
        let id = mark.anchor.as_ref().map_or_else(String::new, |anchor| format!(" id=\"{anchor}\""));
        let class = mark.verdict.unwrap_or("remark");
        put(out, &escape(before));
        put(out, &format!("<mark class=\"{class}\"{id} tabindex=\"0\">{}", escape(words)));
        put(out, &format!("<span role=\"tooltip\">{}</span></mark>", mark.lines.join("<br>")));
        written = range.end;
    }
    put(out, &escape(file.get(written..).unwrap_or_default()));
    put(out, "</pre>\n");
}

fn put(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(text.as_bytes());
}
