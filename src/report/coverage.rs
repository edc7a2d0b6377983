//! Which claims of a draft the reference speaks to, and which numbers are none.

use std::io::Write;

use serde::Serialize;

use super::context::collapse;
use super::object::put;
use super::record::Records;
use super::table::aligned;
use super::{Article, Judgement, Name};
use crate::check::Checked;
use crate::extract::Aside;
use crate::span::{Positions, Span};

/// How many of a draft's claims the reference speaks to, or of all drafts'.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Drafts.
    pub files: usize,
    /// Claims that some fact is about, whether they agree with it or not.
    pub covered: usize,
    /// Claims that no fact is about.
    pub uncovered: usize,
    /// Numbers that are no claims.
    pub set_aside: usize,
}

/// Which lines of a draft are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Every claim, and every number that is none.
    All,
    /// Claims that no fact is about.
    Uncovered,
    /// Only how many there are.
    Summary,
}

impl Coverage {
    /// Of one draft.
    pub fn of(checked: &Checked<'_>, asides: &[Aside]) -> Self {
        let covered = checked.claims.iter().filter(|(_, verdict)| verdict.fact().is_some()).count();
        Self { files: 1, covered, uncovered: checked.claims.len() - covered, set_aside: asides.len() }
    }

    /// Adds another draft's.
    pub fn add(&mut self, other: Self) {
        self.files += other.files;
        self.covered += other.covered;
        self.uncovered += other.uncovered;
        self.set_aside += other.set_aside;
    }

    /// All claims.
    pub const fn claims(&self) -> usize {
        self.covered + self.uncovered
    }

    /// How many of a hundred claims are covered, rounded down: only all of them are 100. None where there is no claim.
    pub const fn percent(&self) -> Option<usize> {
        (100 * self.covered).checked_div(self.claims())
    }

    /// "17 of 63 claims covered (26%), 5 numbers set aside".
    fn in_words(self) -> String {
        let things = |count: usize, thing: &str| format!("{count} {thing}{}", if count == 1 { "" } else { "s" });
        let covered = match self.percent() {
            Some(percent) => format!("{} of {} covered ({percent}%)", self.covered, things(self.claims(), "claim")),
            None => "no claims".to_owned(),
        };
        format!("{covered}, {} set aside", things(self.set_aside, "number"))
    }
}

/// A line of a draft's list.
enum Line<'a, 't> {
    Claim(&'a (crate::claim::Claim<'t>, crate::check::Verdict)),
    Aside(&'a Aside),
}

impl Line<'_, '_> {
    fn span(&self) -> Span {
        match self {
            Self::Claim((claim, _)) => claim.span,
            Self::Aside(aside) => aside.span,
        }
    }
}

/// What is listed of a draft, in document order.
fn lines<'a>(checked: &'a Checked<'a>, asides: &'a [Aside], listed: Listed) -> Vec<Line<'a, 'a>> {
    let claims = checked.claims.iter();
    let mut lines: Vec<Line<'_, '_>> = match listed {
        Listed::All => claims.map(Line::Claim).chain(asides.iter().map(Line::Aside)).collect(),
        Listed::Uncovered => claims.filter(|(_, verdict)| verdict.fact().is_none()).map(Line::Claim).collect(),
        Listed::Summary => Vec::new(),
    };
    lines.sort_by_key(|line| line.span().start());
    lines
}

/// Appends what is listed of a draft, and its count: place, state, by which fact or why not, words.
pub fn table(out: &mut Vec<u8>, article: &Article<'_>, asides: &[Aside], listed: Listed) {
    let Article { name, document, checked, reference } = *article;
    let mut positions = Positions::of(document.file);
    let rows = lines(checked, asides, listed).into_iter().map(|line| {
        let position = positions.at(line.span().start());
        let words = document.file.get(line.span().range()).unwrap_or_default();
        let (state, why) = match line {
            Line::Aside(aside) => ("set aside", aside.trap.name().to_owned()),
            Line::Claim((claim, verdict)) => match Judgement::of(*verdict, reference) {
                Judgement { verdict, fact: Some(fact) } => ("covered", format!("{fact} ({verdict})")),
                Judgement { fact: None, .. } => ("uncovered", claim.kind.name().to_owned()),
            },
        };
        let place = format!("{name}:{}:{}", position.line, position.column);
        [place, state.to_owned(), why, collapse(words).into_owned()]
    });
    aligned(out, &rows.collect::<Vec<_>>());
    writeln!(out, "{name}: {}", Coverage::of(checked, asides).in_words()).expect("a vector takes every byte");
}

/// Appends the count of all drafts.
pub fn table_end(out: &mut Vec<u8>, all: &Coverage) {
    writeln!(out, "{} drafts: {}", all.files, all.in_words()).expect("a vector takes every byte");
}

/// Appends the same as objects: claims as a check lists them, numbers set aside, the count.
pub fn jsonl(out: &mut Vec<u8>, article: &Article<'_>, asides: &[Aside], listed: Listed) {
    let Article { name, document, checked, reference } = *article;
    let mut records = Records::of(name, document);
    for line in lines(checked, asides, listed) {
        match line {
            Line::Claim((claim, verdict)) => records.claim(out, claim, Some(Judgement::of(*verdict, reference))),
            Line::Aside(aside) => records.aside(out, aside),
        }
        out.push(b'\n');
    }
    count(out, Some(name), &Coverage::of(checked, asides));
}

/// Appends the count of all drafts.
pub fn jsonl_end(out: &mut Vec<u8>, all: &Coverage) {
    count(out, None, all);
}

fn count(out: &mut Vec<u8>, name: Option<Name<'_>>, coverage: &Coverage) {
    let Coverage { files, covered, uncovered, set_aside } = *coverage;
    let percent = coverage.percent();
    put(
        out,
        &CoverageRecord {
            record: "coverage",
            name,
            files,
            claims: coverage.claims(),
            covered,
            uncovered,
            set_aside,
            percent,
        },
    );
    out.push(b'\n');
}

#[derive(Serialize)]
struct CoverageRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    #[serde(flatten)]
    name: Option<Name<'a>>,
    files: usize,
    claims: usize,
    covered: usize,
    uncovered: usize,
    set_aside: usize,
    percent: Option<usize>,
}
