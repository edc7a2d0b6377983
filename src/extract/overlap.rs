//! Where candidates claim the same words, one place decides which of them stays.

use super::Candidate;
use crate::claim::ClaimKind;

/// Keeps the best of overlapping candidates and puts the rest in order of the text. Quotations
/// hold other claims and are left out of the contest.
pub(super) fn resolve(candidates: &mut Vec<Candidate<'_>>) {
    candidates.sort_by_key(|candidate| (candidate.whole.start, rank(candidate.kind), usize::MAX - candidate.whole.end));
    let mut kept = 0;
    for at in 0..candidates.len() {
        let here = &candidates[at];
        let beaten = candidates[..kept].iter().any(|other| {
            other.kind != ClaimKind::Quote && here.kind != ClaimKind::Quote && other.whole.end > here.whole.start
        });
        if !beaten {
            candidates.swap(kept, at);
            kept += 1;
        }
    }
    candidates.truncate(kept);
}

/// The more specific shape first.
fn rank(kind: ClaimKind) -> u8 {
    match kind {
        ClaimKind::Count => 9,
        ClaimKind::Ordinal => 8,
        ClaimKind::Duration => 6,
        ClaimKind::Date
        | ClaimKind::Time
        | ClaimKind::Money
        | ClaimKind::Percent
        | ClaimKind::Ratio
        | ClaimKind::Age
        | ClaimKind::Measurement
        | ClaimKind::Change
        | ClaimKind::Score
        | ClaimKind::Role
        | ClaimKind::Quote
        | ClaimKind::Statement => 5,
    }
}
