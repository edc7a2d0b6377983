//! Findings and claims → bytes. One file an output format.

pub mod coverage;
pub mod csv;
pub mod explain;
pub mod facts;
pub mod fault;
pub mod jsonl;
pub mod statements;
pub mod table;

mod context;
mod fingerprint;
mod github;
mod gitlab;
mod html;
mod json;
mod junit;
mod markdown;
mod markup;
mod normal;
mod object;
mod place;
mod rdjson;
mod record;
mod sarif;
mod text;

use std::fmt;

use serde::Serialize;

use crate::check::{Checked, Verdict};
use crate::claim::Claim;
use crate::finding::{Finding, Fix, Level};
use crate::reference::Reference;
use crate::source::Document;
use crate::span::{Positions, Span};
pub use github::Github;
pub use gitlab::Gitlab;
pub use html::Html;
pub use json::Json;
pub use jsonl::Jsonl;
pub use junit::Junit;
pub use markdown::Markdown;

pub use rdjson::Rdjson;
pub use sarif::Sarif;
pub use text::{Detail, Ending, Text, summed};

/// What a draft is called in a report.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Name<'a> {
    /// The file as it was given: "drafts/summit.md".
    Path(&'a str),
    /// What an engine calls the document that it sent.
    Id(&'a serde_json::Value),
}

/// A draft with what was found in it.
#[derive(Clone, Copy)]
pub struct Article<'a> {
    /// What it is called.
    pub name: Name<'a>,
    /// The draft as it was read.
    pub document: &'a Document<'a>,
    /// What was found, of it what is to be reported.
    pub checked: &'a Checked<'a>,
    /// The facts it was held against.
    pub reference: &'a Reference,
}

/// What is known when the last draft is checked.
#[derive(Clone, Copy, Debug)]
pub struct End<'a> {
    /// Of all drafts.
    pub tally: &'a Tally,
    /// How long the run took.
    pub seconds: f64,
    /// Whether something was said of any draft.
    pub said: bool,
}

/// A report on many drafts. What is said of a draft depends on it alone, so that many can be
/// checked at once; the rest is written in order.
pub trait Report: Sync {
    /// Appends what stands before everything.
    fn head(&self, _out: &mut Vec<u8>) {}

    /// What stands before the first draft of which something is said.
    fn lead(&self) -> &'static str {
        ""
    }

    /// Appends what is said of a draft; nothing where there is nothing to say.
    fn draft(&self, out: &mut Vec<u8>, article: &Article<'_>);

    /// What stands between two drafts of which something is said.
    fn between(&self) -> &'static str {
        ""
    }

    /// Takes over what was said of the next draft.
    fn add(&self, out: &mut Vec<u8>, draft: &[u8]) {
        out.extend_from_slice(draft);
    }

    /// Appends what stands behind everything.
    fn tail(&self, out: &mut Vec<u8>, end: &End<'_>);
}

/// What else helps with a finding in `file`: the likely slip, the place it is held against, the
/// source, the replacement.
fn notes(finding: &Finding, file: &str) -> impl Iterator<Item = String> {
    // Counted from the start: only rules that look across the whole draft name another place.
    let other = finding.other.iter().map(move |other| {
        let at = Positions::of(file).at(other.span.start());
        format!("the other place: line {}, column {}: \"{}\"", at.line, at.column, context::collapse(&other.text))
    });
    let source = finding.fact.iter().filter_map(|fact| fact.source.as_ref()).map(|source| format!("source: {source}"));
    let fix = finding.fix.iter().map(move |fix| help(file, finding.span, fix));
    finding.hints.iter().cloned().chain(other).chain(source).chain(fix)
}

/// What to write, and for which words where those are not the ones that are marked.
fn help(file: &str, marked: Span, fix: &Fix) -> String {
    let replacement = context::collapse(&fix.replacement);
    match file.get(fix.span.range()).filter(|_| fix.span != marked) {
        Some(words) => format!("help: write \"{replacement}\" for \"{}\"", context::collapse(words)),
        None => format!("help: write \"{replacement}\""),
    }
}

/// How much of a draft a report tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Every claim, supported ones too.
    All,
    /// What differs.
    Differences,
}

/// What was read and how it stands with the reference, for one draft or for many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Drafts that were read.
    pub files: usize,
    /// Their bytes.
    pub bytes: usize,
    /// Claims found in them.
    pub claims: usize,
    /// Claims that agree with a fact.
    pub supported: usize,
    /// Claims that contradict one.
    pub contradicted: usize,
    /// Claims that were right once.
    pub outdated: usize,
    /// Claims that no fact is about.
    pub unverified: usize,
    /// Findings that the reference proves.
    pub errors: usize,
    /// Findings that are probably right, or somebody else's words.
    pub warnings: usize,
    /// Findings worth knowing.
    pub notes: usize,
}

impl Tally {
    /// Of one draft of so many bytes.
    pub fn of(bytes: usize, checked: &Checked<'_>) -> Self {
        let mut tally = Self { files: 1, bytes, claims: checked.claims.len(), ..Self::default() };
        for (_, verdict) in &checked.claims {
            match verdict {
                Verdict::Supported(_) => tally.supported += 1,
                Verdict::Contradicted(_) => tally.contradicted += 1,
                Verdict::Outdated(_) => tally.outdated += 1,
                Verdict::Unverified => tally.unverified += 1,
            }
        }
        for finding in &checked.findings {
            match finding.level {
                Level::Error => tally.errors += 1,
                Level::Warning => tally.warnings += 1,
                Level::Note => tally.notes += 1,
            }
        }
        tally
    }

    /// The level of the gravest finding.
    pub const fn gravest(&self) -> Option<Level> {
        match self {
            Self { errors: 1.., .. } => Some(Level::Error),
            Self { warnings: 1.., .. } => Some(Level::Warning),
            Self { notes: 1.., .. } => Some(Level::Note),
            Self { .. } => None,
        }
    }

    /// Adds another draft's.
    pub fn add(&mut self, other: Self) {
        self.files += other.files;
        self.bytes += other.bytes;
        self.claims += other.claims;
        self.supported += other.supported;
        self.contradicted += other.contradicted;
        self.outdated += other.outdated;
        self.unverified += other.unverified;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
    }
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => f.write_str(path),
            Self::Id(serde_json::Value::String(id)) => f.write_str(id),
            Self::Id(id) => write!(f, "{id}"),
        }
    }
}

/// What a report lists of a draft.
enum Entry<'c, 't> {
    Finding(&'c Finding),
    Claim(&'c Claim<'t>, Verdict),
}

/// The findings of a draft, and with [`Show::All`] its claims, in document order; a claim follows
/// what was found about it.
fn entries<'c, 't>(checked: &'c Checked<'t>, show: Show) -> impl Iterator<Item = Entry<'c, 't>> {
    let claims = match show {
        Show::All => checked.claims.as_slice(),
        Show::Differences => &[],
    };
    let mut findings = checked.findings.iter().peekable();
    let mut claims = claims.iter().peekable();
    std::iter::from_fn(move || {
        let next_claim = claims.peek().map_or(u32::MAX, |(claim, _)| claim.span.start());
        match findings.next_if(|finding| finding.span.start() <= next_claim) {
            Some(finding) => Some(Entry::Finding(finding)),
            None => claims.next().map(|(claim, verdict)| Entry::Claim(claim, *verdict)),
        }
    })
}

/// How a claim stands with the reference, in public names.
#[derive(Clone, Copy, Serialize)]
struct Judgement<'r> {
    verdict: &'static str,
    /// The id of the fact that the verdict rests on.
    fact: Option<&'r str>,
}

impl<'r> Judgement<'r> {
    fn of(verdict: Verdict, reference: &'r Reference) -> Self {
        let (verdict, fact) = match verdict {
            Verdict::Supported(fact) => ("supported", fact),
            Verdict::Contradicted(fact) => ("contradicted", fact),
            Verdict::Outdated(fact) => ("outdated", fact),
            Verdict::Unverified => return Self { verdict: "unverified", fact: None },
        };
        Self { verdict, fact: reference.facts.get(fact).map(|fact| fact.id.as_str()) }
    }
}
