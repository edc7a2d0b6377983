//! Proposals held against the article that they were drawn from.

use std::collections::{HashMap, HashSet};

use jiff::civil;

use super::proposal::Proposal;
use super::surroundings::row;
use crate::check::{Checked, Clarity, Considered, Explained, Index, Ruling, Verdict, explain};
use crate::claim::{Claim, ClaimKind};
use crate::finding::Rule;
use crate::reference::written::Written;
use crate::reference::{File, load};
use crate::source::Document;
use crate::span::Span;

/// An article that proposals are held against.
pub(super) struct Trial<'a, 'd> {
    pub(super) document: &'a Document<'d>,
    pub(super) claims: &'a [Claim<'a>],
    pub(super) now: civil::Date,
}

impl Trial<'_, '_> {
    /// Leaves of every proposal the way by which it knows its own sentence again and contradicts no other, where there
    /// is one. Whether a fact contradicts others shows only once those have their own.
    pub(super) fn settle(&self, proposals: &mut [Proposal]) {
        loop {
            part_rivals(proposals);
            let Some(explained) = self.explain(proposals) else { return };
            let strangers = self.strangers(proposals, &explained.checked);
            if !strangers.is_empty() {
                for index in strangers {
                    proposals[index].give_way();
                }
                continue;
            }
            let faint = self.faint(proposals, &explained);
            let looked = faint.into_iter().filter(|&index| proposals[index].look_further()).count();
            if looked > 0 {
                continue;
            }
            if !self.part_from_contradicted(proposals, &explained.checked) {
                return;
            }
        }
    }

    /// The proposals that know their sentence again, but too faintly to tell a difference.
    fn faint(&self, proposals: &[Proposal], explained: &Explained<'_>) -> Vec<usize> {
        let decides = |considered: &&Considered| {
            matches!(considered.ruling, Ruling::Decides { .. } | Ruling::Slip | Ruling::Story)
        };
        let faintly = |considered: &&Considered| considered.fit.is_some_and(|(_, clarity)| clarity == Clarity::Faint);
        let faint = explained.considered.iter().filter(decides).filter(faintly);
        let faint: HashSet<(Span, usize)> = faint.map(|considered| (considered.claim, considered.fact)).collect();
        let own = |(fact, index): (usize, usize)| {
            let mut claims = proposals[index].claims.iter();
            claims.any(|&claim| faint.contains(&(self.claims[claim].span, fact))).then_some(index)
        };
        written(proposals).into_iter().enumerate().filter_map(own).collect()
    }

    /// The proposals that do not know the sentence again that they were drawn from.
    fn strangers(&self, proposals: &[Proposal], checked: &Checked<'_>) -> Vec<usize> {
        let written = written(proposals);
        let told = checked.claims.iter().filter_map(|(claim, verdict)| match verdict {
            Verdict::Supported(fact) => Some(((claim.span, claim.kind), *written.get(*fact)?)),
            Verdict::Contradicted(_) | Verdict::Outdated(_) | Verdict::Unverified => None,
        });
        let told: HashMap<(Span, ClaimKind), usize> = told.collect();
        let knows = |index: &usize| {
            let mut own = proposals[*index].claims.iter().map(|&claim| &self.claims[claim]);
            own.any(|claim| told.get(&(claim.span, claim.kind)) == Some(index))
        };
        written.into_iter().filter(|index| !knows(index)).collect()
    }

    /// Finds other ways for the proposals that contradict something in the article; whether there was one. Where that is
    /// a row of a table, the fact is told that the row is of something else.
    fn part_from_contradicted(&self, proposals: &mut [Proposal], checked: &Checked<'_>) -> bool {
        let mut rows: HashMap<String, Vec<Option<String>>> = HashMap::new();
        for finding in checked.findings.iter().filter(|finding| finding.rule != Rule::Rounded) {
            let Some(fact) = &finding.fact else { continue };
            let claim = self.claims.iter().find(|claim| claim.span == finding.span);
            rows.entry(fact.id.clone()).or_default().push(claim.and_then(|claim| row(self.document, claim)));
        }
        for (index, proposal) in proposals.iter_mut().enumerate() {
            let Some(rows) = rows.get(&provisional(index)) else { continue };
            let Some(way) = proposal.ways.pop() else { continue };
            proposal.ways.extend(way.without(rows));
        }
        !rows.is_empty()
    }

    /// The article, checked with the proposals alone.
    fn explain(&self, proposals: &[Proposal]) -> Option<Explained<'_>> {
        let sketches = proposals.iter().enumerate();
        let sketches = sketches
            .filter_map(|(index, proposal)| Some(proposal.way()?.sketch.clone().with("id", provisional(index))));
        let text = Written::read("", "").ok()?.with(&sketches.collect::<Vec<_>>());
        let file = File { usage: self.document.usage, ..("", text.as_str()).into() };
        let reference = load([file], |_, path| Err(path.to_owned())).ok()?;
        Some(explain(self.document, self.claims.to_vec(), &Index::of(&reference), self.now))
    }

    /// How many claims the proposals are about.
    pub(super) fn learned(&self, proposals: &[Proposal]) -> usize {
        let explained = self.explain(proposals);
        let is_supported = |verdict: &Verdict| matches!(verdict, Verdict::Supported(_));
        explained
            .map_or(0, |explained| explained.checked.claims.iter().filter(|(_, verdict)| is_supported(verdict)).count())
    }
}

/// The proposals that are written, in their order: the facts of a trial by their number.
fn written(proposals: &[Proposal]) -> Vec<usize> {
    (0..proposals.len()).filter(|&index| proposals[index].way().is_some()).collect()
}

/// Of two facts that place other values by the same words, the later must find others.
fn part_rivals(proposals: &mut [Proposal]) {
    let mut taken: HashSet<(ClaimKind, String)> = HashSet::new();
    for proposal in proposals {
        while let Some(way) = proposal.way() {
            let placed = [way.sketch.get("subject"), way.sketch.get("measure")];
            let unplaced = placed.iter().all(Option::is_none);
            if unplaced || taken.insert((proposal.kind, format!("{placed:?}"))) {
                break;
            }
            proposal.ways.pop();
        }
    }
}

/// The id of a proposal while it is tried.
fn provisional(index: usize) -> String {
    format!("proposal-{index}")
}
