//! `list-count-mismatch` of tables: "came from four sources:" over a table of three rows headed "Source".
//!
//! Left alone: tables that are headed otherwise, and those with a row of no one thing or two rows of one.

use super::bullets::introduced;
use super::listing::count;
use super::passage::{Passage, block_claims, noun};
use super::table::{is_total, table};
use crate::check::Now;
use crate::claim::Claim;
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::{Adding, Sense, Word};
use crate::source::{Block, BlockKind};
use crate::text::Pages;

pub(super) fn find(pages: &Pages<'_>, claims: &[Claim<'_>], now: Now, findings: &mut Vec<Finding>) {
    let blocks = &pages.document.blocks;
    for first in 1..blocks.len() {
        let leads = blocks[first - 1].kind == BlockKind::Paragraph && table(&blocks[first]).is_some();
        if leads && pages.document.text(&blocks[first - 1]).trim_end().ends_with(':') {
            findings.extend(judge(pages, claims, first, now));
        }
    }
}

/// Holds the count that leads in to a table against its rows; `first` is the first cell.
fn judge(pages: &Pages<'_>, claims: &[Claim<'_>], first: usize, now: Now) -> Option<Finding> {
    let document = pages.document;
    let lead_in = first - 1;
    let words = pages.block(u32::try_from(lead_in).ok()?);
    let last = words.sentences.len().checked_sub(1)?;
    let own = block_claims(claims, lead_in).iter();
    let figures: Vec<&Claim<'_>> =
        own.filter(|claim| claim.place.sentence as usize == last && claim.is_figure()).collect();
    let passage = Passage::alone(document, words, last, &figures, now);
    let colon = passage.sentence.end.checked_sub(1).filter(|&at| passage.is(at, ":"))?;
    let claim = introduced(&passage, colon, || false)?;
    let cells = document.blocks[first..].iter().take_while(|block| table(block) == table(&document.blocks[first]));
    let names: Vec<&Block> = cells.filter(|block| matches!(block.kind, BlockKind::Cell { column: 0, .. })).collect();
    let (head, rows) = names.split_first()?;
    let counted = noun(claim)?;
    if !is_plural_of(counted.rsplit(' ').next()?, &document.text(head).trim().to_lowercase()) {
        return None;
    }
    let rows = match rows.split_last() {
        Some((total, above)) if is_total(document, total) => above,
        _ => rows,
    };
    let lumps = [Adding::Lumped, Adding::Totals];
    let lumped = |row: &&Block| {
        let text = document.text(row);
        let mut words = text.split(|c: char| !c.is_alphanumeric()).filter_map(Word::find);
        text.trim().is_empty() || words.any(|word| lumps.iter().any(|&lump| word.is(Sense::Adding(lump))))
    };
    let mut texts: Vec<&str> = rows.iter().map(|row| document.text(row).trim()).collect();
    texts.sort_unstable();
    let repeated = texts.windows(2).any(|pair| pair[0] == pair[1]);
    let listed = rows.len();
    let counted = count(claim).filter(|counted| *counted != listed)?;
    // Off by more than one, the table is rather of something else.
    (counted.abs_diff(listed) == 1 && listed > 1 && !repeated && !rows.iter().any(lumped))
        .then(|| passage.report_own(Rule::ListCountMismatch, claim, Sum::Tabled { count: listed }))
}

/// "sources" of "source", "countries" of "country", "sources" of "sources".
fn is_plural_of(plural: &str, noun: &str) -> bool {
    let regular = plural.strip_suffix('s').is_some_and(|one| one == noun || one.strip_suffix('e') == Some(noun));
    let changed = plural.strip_suffix("ies").zip(noun.strip_suffix('y')).is_some_and(|(one, other)| one == other);
    plural == noun || regular || changed
}
