//! The title of the front matter against the headline of the page: "Union asks for 8 percent more" over "# Union asks for
//! 6 percent more".
//!
//! Left alone: a headline with other words than the title.

use super::super::passage::block_claims;
use super::contrary;
use crate::claim::Claim;
use crate::finding::Finding;
use crate::source::{Block, BlockKind, Document};

/// How many words besides the figure make two headlines the same.
const ALIKE: usize = 3;

pub(super) fn find(document: &Document<'_>, claims: &[Claim<'_>], findings: &mut Vec<Finding>) {
    let of = |kind: BlockKind| document.blocks.iter().position(|block| block.kind == kind);
    let (Some(title), Some(headline)) = (of(BlockKind::Title), of(BlockKind::Heading(1))) else { return };
    let (one, other) = (block_claims(claims, title), block_claims(claims, headline));
    let words = |at: usize, figures: &[Claim<'_>]| wording(document, &document.blocks[at], figures);
    let Some((first, second)) = words(title, one).zip(words(headline, other)) else { return };
    if first != second || first.len() < ALIKE {
        return;
    }
    let differ = |(one, other): &(&Claim<'_>, &Claim<'_>)| one.kind == other.kind && one.value != other.value;
    let mut pairs = one.iter().zip(other).filter(differ);
    if let (Some((one, other)), None) = (pairs.next(), pairs.next()) {
        findings.push(contrary(document, one, other, None));
    }
}

/// The words of a block without its figures, each figure as a sign of its own.
fn wording(document: &Document<'_>, block: &Block, figures: &[Claim<'_>]) -> Option<Vec<String>> {
    let span = document.map.to_file(block.start, block.end)?.range();
    let mut text = String::new();
    let mut at = span.start;
    for figure in figures {
        let figure = figure.core.range();
        text.push_str(document.file.get(at..figure.start)?);
        text.push('#');
        at = figure.end;
    }
    text.push_str(document.file.get(at..span.end)?);
    Some(text.split_whitespace().map(str::to_lowercase).collect())
}
