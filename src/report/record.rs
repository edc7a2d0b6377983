//! Claims, findings and summaries as JSON objects: the public contract of every report for programs.

use std::borrow::Cow;
use std::ops::Range;

use serde::Serialize;

use super::context::{collapse, context};
use super::normal::Normal;
use super::object::{self, Object, put};
use super::place::Places;
use super::{Judgement, Name, Tally};
use crate::claim::{Claim, Place};
use crate::extract::Aside;
use crate::finding::Finding;
use crate::source::{Document, OnDisk};
use crate::span::Span;

/// Appends the summary of one draft or of a run.
pub(super) fn summary(out: &mut Vec<u8>, name: Option<Name<'_>>, tally: &Tally, seconds: Option<f64>) {
    let record = SummaryRecord {
        record: "summary",
        name,
        files: tally.files,
        bytes: tally.bytes,
        claims: tally.claims,
        supported: tally.supported,
        contradicted: tally.contradicted,
        outdated: tally.outdated,
        unverified: tally.unverified,
        errors: tally.errors,
        warnings: tally.warnings,
        notes: tally.notes,
        seconds,
    };
    put(out, &record);
}

/// Makes the records of one draft, asked for in document order.
pub(super) struct Records<'d> {
    name: Name<'d>,
    document: &'d Document<'d>,
    places: Places<'d>,
    on_disk: OnDisk<'d>,
    /// The words around the last claim, for the next one often stands in the same sentence.
    around: Around,
}

/// Words around a claim, as they are written out: its sentence, and the context of its block.
#[derive(Default)]
struct Around {
    block: Option<u32>,
    excerpt: Range<u32>,
    sentence: Vec<u8>,
    context: Vec<u8>,
}

impl Around {
    /// Goes on to those of a claim, which are the same where the claim before stands in one sentence or block with it.
    fn go_to(&mut self, document: &Document<'_>, claim: &Claim<'_>) {
        let Place { block, excerpt, .. } = &claim.place;
        let same_block = self.block == Some(*block);
        if !same_block {
            self.block = Some(*block);
            self.context.clear();
            match context(document, claim) {
                Some(context) => object::text(&mut self.context, &context),
                None => self.context.extend_from_slice(b"null"),
            }
        }
        if !same_block || self.excerpt != *excerpt {
            self.excerpt = excerpt.clone();
            self.sentence.clear();
            let stretch = excerpt.start as usize..excerpt.end as usize;
            object::text(&mut self.sentence, &collapse(document.prose.get(stretch).unwrap_or_default()));
        }
    }
}

impl<'d> Records<'d> {
    pub(super) fn of(name: Name<'d>, document: &'d Document<'d>) -> Self {
        Self {
            name,
            document,
            places: Places::of(document.file),
            on_disk: OnDisk::of(document.file, document.encoding),
            around: Around::default(),
        }
    }

    fn place(&mut self, span: Span) -> PlaceRecord<'d> {
        let place = self.places.at(span);
        let on_disk = self.on_disk.span(span);
        PlaceRecord {
            name: self.name,
            start: on_disk.start(),
            end: on_disk.end(),
            line: place.start.line,
            column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
            text: self.document.file.get(span.range()).unwrap_or_default(),
        }
    }

    /// Appends a claim, with its verdict where it was held against a reference.
    pub(super) fn claim(&mut self, out: &mut Vec<u8>, claim: &Claim<'_>, judgement: Option<Judgement<'_>>) {
        let core = self.on_disk.span(claim.core);
        let place = self.place(claim.span);
        self.around.go_to(self.document, claim);
        let mut object = Object::of(out, "claim");
        if let Some(Judgement { verdict, fact }) = judgement {
            object.text("verdict", verdict);
            object.text_or_null("fact", fact);
        }
        object.name(place.name);
        object.number("start", place.start);
        object.number("end", place.end);
        object.number("line", place.line);
        object.number("column", place.column);
        object.number("end_line", place.end_line);
        object.number("end_column", place.end_column);
        object.text("text", place.text);
        object.numbers("core", [core.start(), core.end()]);
        object.text("kind", claim.kind.name());
        Normal::of(claim).write(&mut object);
        object.text("hedge", claim.value.hedge().name());
        object.text_or_null("of", claim.of.as_deref().map(collapse).as_deref());
        object.flag("quoted", claim.quoted);
        object.text_or_null("speaker", claim.speaker.as_deref().map(collapse).as_deref());
        object.raw("sentence", &self.around.sentence);
        object.raw("context", &self.around.context);
        object.end();
    }

    /// Appends a number that is no claim.
    pub(super) fn aside(&mut self, out: &mut Vec<u8>, aside: &Aside) {
        put(out, &AsideRecord { record: "aside", place: self.place(aside.span), reason: aside.trap.name() });
    }

    /// Appends a finding.
    pub(super) fn finding(&mut self, out: &mut Vec<u8>, finding: &Finding) {
        let record = FindingRecord {
            record: "finding",
            rule: finding.rule.name(),
            level: finding.level.name(),
            place: self.place(finding.span),
            message: collapse(&finding.message),
            fact: finding.fact.as_ref().map(|fact| fact.id.as_str()),
            draft: finding.draft.as_deref(),
            reference: finding.reference.as_deref(),
            difference: finding.difference.as_deref(),
            unit: finding.unit,
            quoted: finding.quoted,
            source: finding.fact.as_ref().and_then(|fact| fact.source.as_deref()),
            dated: finding.fact.as_ref().and_then(|fact| fact.dated.as_deref()),
            hints: &finding.hints,
            fix: finding.fix.as_ref().map(|fix| {
                let on_disk = self.on_disk.span(fix.span);
                FixRecord { start: on_disk.start(), end: on_disk.end(), replacement: &fix.replacement }
            }),
            other: finding.other.as_ref().map(|other| OtherRecord {
                start: other.span.start(),
                end: other.span.end(),
                text: &other.text,
            }),
        };
        put(out, &record);
    }
}

#[derive(Serialize)]
struct PlaceRecord<'a> {
    #[serde(flatten)]
    name: Name<'a>,
    start: u32,
    end: u32,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    text: &'a str,
}

#[derive(Serialize)]
struct AsideRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    #[serde(flatten)]
    place: PlaceRecord<'a>,
    reason: &'static str,
}

#[derive(Serialize)]
struct FindingRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    rule: &'static str,
    level: &'static str,
    #[serde(flatten)]
    place: PlaceRecord<'a>,
    message: Cow<'a, str>,
    fact: Option<&'a str>,
    draft: Option<&'a str>,
    reference: Option<&'a str>,
    difference: Option<&'a str>,
    unit: Option<&'static str>,
    quoted: bool,
    source: Option<&'a str>,
    dated: Option<&'a str>,
    hints: &'a [String],
    fix: Option<FixRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<OtherRecord<'a>>,
}

#[derive(Serialize)]
struct OtherRecord<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

#[derive(Serialize)]
struct FixRecord<'a> {
    start: u32,
    end: u32,
    replacement: &'a str,
}

#[derive(Serialize)]
struct SummaryRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    #[serde(flatten)]
    name: Option<Name<'a>>,
    files: usize,
    bytes: usize,
    claims: usize,
    supported: usize,
    contradicted: usize,
    outdated: usize,
    unverified: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<f64>,
}
