//! Where candidates claim the same words, one place decides which of them stays.

#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::ops::Range;

use super::Candidate;
use super::traps::{self, SetAside};
use crate::claim::ClaimKind;

/// Drops what stands on a trap, keeps the best of overlapping candidates and puts them in order of
/// the text. The best has a sign of its kind ("7-9 p.m." is two times, not a score) and claims the
/// most words; of two that claim the same words, the more specific shape. Dates stand between the figures of a change. Quotations and roles hold other claims and are left out of the contest.
pub(super) fn resolve(candidates: &mut Vec<Candidate<'_>>, set_aside: &[SetAside]) {
    if !set_aside.is_empty() {
        candidates.retain(|candidate| !is_trapped(candidate, set_aside));
    }
    if candidates.len() > 1 {
        candidates.sort_by_key(|candidate| {
            let bare = matches!(candidate.kind, ClaimKind::Count | ClaimKind::Score);
            (bare, Reverse(claimed(candidate).len()), rank(candidate.kind))
        });
        let mut kept = 0;
        for at in 0..candidates.len() {
            if !candidates[..kept].iter().any(|better| excludes(better, &candidates[at])) {
                candidates.swap(kept, at);
                kept += 1;
            }
        }
        candidates.truncate(kept);
        candidates.sort_by_key(|candidate| (candidate.whole.start, Reverse(candidate.whole.end)));
    }
}

/// Whether a trap takes the words of a candidate. "the first one of the 40 homes" still has 40.
fn is_trapped(candidate: &Candidate<'_>, set_aside: &[SetAside]) -> bool {
    set_aside.iter().any(|aside| overlap(&aside.tokens, &candidate.core) && traps::forbids(aside.trap, candidate.kind))
}

/// The words a candidate contends for: a change its verb and all its figures, an hour "a few minutes past nine", others the
/// figure.
fn claimed<'c>(candidate: &'c Candidate<'_>) -> &'c Range<usize> {
    if matches!(candidate.kind, ClaimKind::Change | ClaimKind::Time) { &candidate.whole } else { &candidate.core }
}

/// Whether two candidates cannot both stand.
fn excludes(better: &Candidate<'_>, other: &Candidate<'_>) -> bool {
    let holder = |kind| matches!(kind, ClaimKind::Quote | ClaimKind::Role);
    match (holder(better.kind), holder(other.kind)) {
        (false, false) => overlap(claimed(better), claimed(other)) && !stands_between(better, other),
        (true, true) => better.kind == other.kind && overlap(&better.whole, &other.whole),
        (true, false) | (false, true) => false,
    }
}

/// Whether a date stands between the figures of a change: "from 2.6 million in 1977 to 3.1 million".
fn stands_between(change: &Candidate<'_>, date: &Candidate<'_>) -> bool {
    let pair = (change.kind, date.kind) == (ClaimKind::Change, ClaimKind::Date);
    pair && !change.figures.is_empty() && !change.figures.iter().any(|figure| overlap(figure, &date.core))
}

fn overlap(left: &Range<usize>, right: &Range<usize>) -> bool {
    left.start < right.end && right.start < left.end
}

/// The more specific shape first.
fn rank(kind: ClaimKind) -> u8 {
    match kind {
        ClaimKind::Quote | ClaimKind::Role | ClaimKind::Statement => 0,
        ClaimKind::Change => 1,
        ClaimKind::Age => 2,
        ClaimKind::Date | ClaimKind::Time => 3,
        ClaimKind::Money | ClaimKind::Percent | ClaimKind::Measurement => 4,
        ClaimKind::Score => 5,
        ClaimKind::Duration => 6,
        ClaimKind::Ratio => 7,
        ClaimKind::Ordinal => 8,
        ClaimKind::Count => 9,
    }
}
