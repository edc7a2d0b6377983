//! One JSON object a line, for programs that read while the run goes on.

use serde::Serialize;
use serde_json::Value as Json;

use super::object::put;
use super::record::{Records, summary};
use super::{Article, End, Entry, Judgement, Name, Report, Show, Tally, entries};
use crate::extract;
use crate::source::Document;

/// Findings, with [`Show::All`] claims, and a summary; a document of a stream has a summary of its
/// own, for an engine that waits for it.
pub struct Jsonl {
    /// What is listed.
    pub show: Show,
}

impl Report for Jsonl {
    fn draft(&self, out: &mut Vec<u8>, article: &Article<'_>) {
        let mut records = Records::of(article.name, article.document);
        for entry in entries(article.checked, self.show) {
            match entry {
                Entry::Finding(finding) => records.finding(out, finding),
                Entry::Claim(claim, verdict) => {
                    records.claim(out, claim, Some(Judgement::of(verdict, article.reference)));
                }
            }
            out.push(b'\n');
        }
        if let Name::Id(_) = article.name {
            summary(out, Some(article.name), &Tally::of(article.document.file.len(), article.checked), None);
            out.push(b'\n');
        }
    }

    fn tail(&self, out: &mut Vec<u8>, end: &End<'_>) {
        summary(out, None, end.tally, Some(end.seconds));
        out.push(b'\n');
    }
}

/// How many bytes of a draft's claims are handed on together.
const PIECE: usize = 1 << 16;

/// Hands on the claims of a draft, piece by piece as they are found, and with those of a stream that they are complete,
/// for an engine that waits for them; how many there are.
pub fn claims(name: Name<'_>, document: &Document<'_>, hand_on: &mut dyn FnMut(Vec<u8>)) -> usize {
    let mut records = Records::of(name, document);
    let mut out = Vec::new();
    let mut claims = 0;
    extract::each(document, |claim| {
        records.claim(&mut out, &claim, None);
        out.push(b'\n');
        claims += 1;
        if out.len() >= PIECE {
            hand_on(std::mem::replace(&mut out, Vec::with_capacity(PIECE + PIECE / 4)));
        }
    });
    if let Name::Id(_) = name {
        line(&mut out, &EndRecord { record: "end", name, claims });
    }
    hand_on(out);
    claims
}

/// Appends what is wrong with the line of a stream, with the document's id where it was legible.
pub fn error(out: &mut Vec<u8>, line_number: usize, id: Option<&Json>, message: &str) {
    line(out, &ErrorRecord { record: "error", line: line_number, id, message });
}

fn line(out: &mut Vec<u8>, record: &impl Serialize) {
    put(out, record);
    out.push(b'\n');
}

#[derive(Serialize)]
struct EndRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    #[serde(flatten)]
    name: Name<'a>,
    claims: usize,
}

#[derive(Serialize)]
struct ErrorRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a Json>,
    message: &'a str,
}
