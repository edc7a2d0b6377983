//! Where a claim's figure stands among the tokens of its block.

use std::ops::Range;

use crate::claim::{Claim, ClaimKind};
use crate::source::Document;
use crate::text::{TokenKind, Tokens};

/// "0.25 percentage points" of "cut its key rate by 0.25 percentage points": of a change told with the words for what
/// changed only the amount, for those words place it.
pub(super) fn amount_tokens(claim: &Claim<'_>, document: &Document<'_>, tokens: &Tokens) -> Range<usize> {
    let figure = figure_tokens(claim, document, tokens);
    let amount = figure.clone().find(|&at| tokens.tokens[at].kind == TokenKind::Number);
    let amount = amount.filter(|_| claim.kind == ClaimKind::Change);
    amount.map_or(figure.start, |amount| amount)..figure.end
}

/// The tokens of a claim's figure without what is counted.
pub(crate) fn figure_tokens(claim: &Claim<'_>, document: &Document<'_>, tokens: &Tokens) -> Range<usize> {
    let whole = claim.place.tokens.start as usize..claim.place.tokens.end as usize;
    let end = whole.clone().rev().find(|&at| {
        let token = &tokens.tokens[at];
        document.map.to_file(token.start, token.end).is_some_and(|span| span.overlaps(claim.core))
    });
    whole.start..end.map_or(whole.end, |end| end + 1)
}
