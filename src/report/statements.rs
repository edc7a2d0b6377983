//! Where drafts state a fact, right or wrong: what to correct when it changes.

use super::context::collapse;
use super::record::Records;
use super::table::aligned;
use super::{Article, Entry, Judgement, Show, entries};
use crate::check::Verdict;
use crate::finding::Finding;
use crate::span::{Positions, Span};

/// Appends the places of a draft that state one of these facts, one a row: place, verdict, fact, words.
pub fn table(out: &mut Vec<u8>, article: &Article<'_>, facts: &[usize]) {
    let mut positions = Positions::of(article.document.file);
    let row = |entry: Entry<'_, '_>| {
        let (span, verdict, fact) = match entry {
            Entry::Claim(claim, verdict) => {
                let Judgement { verdict, fact } = Judgement::of(verdict, article.reference);
                (claim.span, verdict, fact.unwrap_or_default())
            }
            Entry::Finding(finding) => (finding.span, "contradicted", fact_of(finding)),
        };
        let position = positions.at(span.start());
        let words = article.document.file.get(span.range()).unwrap_or_default();
        let place = format!("{}:{}:{}", article.name, position.line, position.column);
        [place, verdict.to_owned(), fact.to_owned(), collapse(words).into_owned()]
    };
    let rows: Vec<[String; 4]> = stating(article, facts).map(row).collect();
    aligned(out, &rows);
}

/// Appends the same places as the objects that a check lists them by.
pub fn jsonl(out: &mut Vec<u8>, article: &Article<'_>, facts: &[usize]) {
    let mut records = Records::of(article.name, article.document);
    for entry in stating(article, facts) {
        match entry {
            Entry::Claim(claim, verdict) => {
                records.claim(out, claim, Some(Judgement::of(verdict, article.reference)));
            }
            Entry::Finding(finding) => records.finding(out, finding),
        }
        out.push(b'\n');
    }
}

/// The claims that rest on one of the facts, and the findings by it that no such claim is about: a
/// misspelled name that stands alone.
fn stating<'a>(article: &Article<'a>, facts: &'a [usize]) -> impl Iterator<Item = Entry<'a, 'a>> {
    let Article { checked, reference, .. } = *article;
    let wanted = |verdict: &Verdict| verdict.fact().is_some_and(|fact| facts.contains(&fact));
    let told: Vec<Span> =
        checked.claims.iter().filter(|(_, verdict)| wanted(verdict)).map(|(claim, _)| claim.span).collect();
    entries(checked, Show::All).filter(move |entry| match entry {
        Entry::Claim(_, verdict) => verdict.fact().is_some_and(|fact| facts.contains(&fact)),
        Entry::Finding(finding) => {
            let by_it = facts.iter().any(|&fact| reference.facts[fact].id == fact_of(finding));
            by_it && !told.iter().any(|span| span.overlaps(finding.span))
        }
    })
}

/// The id of the fact that a finding rests on.
fn fact_of(finding: &Finding) -> &str {
    finding.fact.as_ref().map_or("", |fact| &fact.id)
}
