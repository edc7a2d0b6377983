//! "It harmed 8,460 members. Of those members, 2,115, or 25 percent, had retired": a part of what the sentence before
//! counted.

use super::super::passage::{Passage, tokens};
use super::super::spread::value;
use super::{Counts, restates};
use crate::claim::{Claim, ClaimKind};
use crate::value::Hedge;

/// The figure that opens the sentence, and that of the sentence before whose noun it takes up, or the only one there.
pub(super) fn of_those<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let (share, part) = (*passage.figures.get(at)?, *passage.figures.first().filter(|_| at == 1)?);
    let first = passage.sentence.start;
    let opens = passage.is(first, "of") && passage.is_any(first + 1, &["those", "these", "them"]);
    let comma = (first + 2..first + 4).find(|&at| passage.is(at, ","))?;
    let noun = (comma == first + 3).then(|| passage.word(first + 2));
    if !opens || tokens(part).start != comma + 1 || part.of.is_some() || !restates(passage, part, share) {
        return None;
    }
    let counts = |claim: &&Claim<'_>| claim.kind == ClaimKind::Count && claim.of.is_some();
    let named = |claim: &&Claim<'_>| {
        let mut words = claim.of.as_deref().unwrap_or_default().split_whitespace();
        noun.is_none_or(|noun| words.any(|word| word.eq_ignore_ascii_case(noun)))
    };
    let mut wholes = passage.before.iter().rev().filter(counts).filter(named);
    let whole = wholes.next().filter(|whole| matches!(whole.value.hedge(), Hedge::Exact | Hedge::About))?;
    // Of several that "those" may be, none.
    let other = wholes.next().is_some() || noun.is_none() && passage.before.iter().filter(counts).count() > 1;
    (!other && value(part)? < value(whole)?).then_some((part, whole))
}
