//! SARIF 2.1.0, which code-scanning services and editors read.

mod log;

use std::fmt::Write as _;

use super::context::collapse;
use super::fingerprint::Fingerprints;
use super::object::put;
use super::place::Places;
use super::{Article, End, Report, notes};
use crate::finding::{Finding, Rule};
use log::{
    Artifact, Change, Described, Driver, Fingerprint, Fix, Location, Log, Message, Physical, Properties, Region,
    Replacement, Reported, Rules, Run, Tool,
};

/// One run that lists every rule, with the findings of all drafts as its results.
pub struct Sarif;

/// Where the results go in a log that has none yet.
const HOLE: &str = "\"results\":[";

impl Report for Sarif {
    fn head(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(frame().0.as_bytes());
    }

    fn lead(&self) -> &'static str {
        "\n"
    }

    fn draft(&self, out: &mut Vec<u8>, article: &Article<'_>) {
        let uri = uri(&article.name.to_string());
        let mut places = Places::of(article.document.file);
        let mut fingerprints = Fingerprints::of(article.name);
        for (index, finding) in article.checked.findings.iter().enumerate() {
            out.extend_from_slice(if index == 0 { "" } else { self.between() }.as_bytes());
            let place = places.at(finding.span);
            let fix = finding.fix.as_ref().map(|fix| Fix {
                description: Message { text: format!("write \"{}\"", collapse(&fix.replacement)) },
                artifact_changes: [Change {
                    artifact_location: Artifact { uri: &uri },
                    replacements: [Replacement {
                        deleted_region: Region::of(places.at(fix.span), None),
                        inserted_content: Message { text: fix.replacement.clone() },
                    }],
                }],
            });
            let reported = Reported {
                rule_id: finding.rule.name(),
                rule_index: finding.rule as usize,
                level: finding.level.name(),
                message: Message { text: message(finding, article.document.file) },
                locations: [Location {
                    physical_location: Physical {
                        artifact_location: Artifact { uri: &uri },
                        region: Region::of(place, article.document.file.get(finding.span.range())),
                    },
                }],
                partial_fingerprints: Fingerprint { words: fingerprints.of_finding(finding) },
                fixes: fix.into_iter().collect(),
                properties: Properties {
                    fact: finding.fact.as_ref().map(|fact| fact.id.as_str()),
                    source: finding.fact.as_ref().and_then(|fact| fact.source.as_deref()),
                    draft: finding.draft.as_deref(),
                    reference: finding.reference.as_deref(),
                    difference: finding.difference.as_deref(),
                },
            };
            put(out, &reported);
        }
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn tail(&self, out: &mut Vec<u8>, _: &End<'_>) {
        out.push(b'\n');
        out.extend_from_slice(frame().1.as_bytes());
        out.push(b'\n');
    }
}

/// A log without results, in two parts: before them, and behind.
fn frame() -> (String, String) {
    let rules = Rule::all().map(|rule| Described {
        id: rule.name(),
        short_description: Message { text: format!("Finds {}.", rule.finds()) },
        help: Message { text: help(rule) },
        default_configuration: Rules {
            enabled: rule.level().is_some(),
            level: rule.level().map_or("none", crate::finding::Level::name),
        },
    });
    let driver = Driver { name: "factdiff", version: env!("CARGO_PKG_VERSION"), rules: rules.collect() };
    let mut whole = Vec::new();
    put(&mut whole, &Log::of(Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results: [] }));
    let whole = String::from_utf8(whole).expect("JSON is UTF-8");
    let hole = whole.rfind(HOLE).map_or(whole.len(), |at| at + HOLE.len());
    let (before, behind) = whole.split_at(hole);
    (before.to_owned(), behind.to_owned())
}

/// What a rule finds, by an example, and how to silence it.
fn help(rule: Rule) -> String {
    let reference = match rule.against() {
        "" => String::new(),
        against if rule.needs_reference() => format!("\nReference: {against}"),
        against => format!("\nBut: {against}"),
    };
    format!(
        "Draft: {}{reference}\nTo silence it for the next block of a draft, write before it \
         <!-- factdiff: ignore {} -->",
        rule.example(),
        rule.name()
    )
}

fn message(finding: &Finding, file: &str) -> String {
    std::iter::once(finding.message.clone()).chain(notes(finding, file)).collect::<Vec<_>>().join("\n")
}

/// A path as a reference that a URI may be: slashes, and all but the plainest bytes escaped.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            b'\\' => uri.push('/'),
            escaped => {
                let _ = write!(uri, "%{escaped:02X}");
            }
        }
    }
    uri
}
