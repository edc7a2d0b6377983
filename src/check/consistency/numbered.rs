//! `list-count-mismatch` of lists whose items are numbered by name: "three ballot questions. This is how they went:" over
//! "Question 1", "Question 2".
//!
//! Left alone: counts of some of them or of what is yet to come ("Two rounds are left."), counts further up, paragraphs with two counts of that noun, and lists that do not begin with the
//! first.

use std::ops::Range;

use super::listing::count;
use super::passage::{Passage, block_claims, noun, tokens};
use crate::check::Now;
use crate::claim::Claim;
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::{Adding, Sense};
use crate::source::{BlockKind, Document};
use crate::text::Pages;

/// How many words before a count tell that it is of some only: "the first three questions".
const BEFORE: usize = 2;

/// Holds the count of a paragraph that leads in to a list against the names of its items.
pub(super) fn judge(
    pages: &Pages<'_>,
    claims: &[Claim<'_>],
    (lead_in, items): (u32, Range<usize>),
    now: Now,
) -> Option<Finding> {
    let document = pages.document;
    if document.blocks[lead_in as usize].kind != BlockKind::Paragraph || items.len() < 2 {
        return None;
    }
    let listed = items.len();
    let name = name(document, items.start, 1)?;
    if !(1..=listed).zip(items).all(|(number, at)| self::name(document, at, number) == Some(name)) {
        return None;
    }
    let named = |claim: &&Claim<'_>| {
        let noun = noun(claim).unwrap_or_default();
        let last = noun.rsplit(' ').next().unwrap_or_default();
        count(claim).is_some() && last.strip_suffix('s').is_some_and(|one| one.eq_ignore_ascii_case(name))
    };
    let mut counts = block_claims(claims, lead_in as usize).iter().filter(named);
    let claim = counts.next()?;
    if counts.next().is_some() || count(claim) == Some(listed) {
        return None;
    }
    let words = pages.block(lead_in);
    let own = claim.place.sentence as usize;
    words.sentences.get(own)?;
    let figures = [claim];
    let passage = Passage::alone(document, words, own, &figures, now);
    let first = tokens(claim).start;
    let to_come = passage.has(passage.sentence.clone(), Sense::Adding(Adding::StillToCome));
    // "three ballot questions. This is how they went:" goes on with them; "The results so far:" does not.
    let goes_on = words.sentences.get(own + 1..).is_some_and(|later| match later {
        [] => true,
        [last] => last.clone().any(|at| {
            let word = words.tokens[at].text(&document.prose);
            ["they", "them", "these"].iter().any(|again| word.eq_ignore_ascii_case(again))
        }),
        _ => false,
    });
    let partial = to_come
        || !goes_on
        || passage.has(first.saturating_sub(BEFORE)..first, Sense::Adding(Adding::PartlyCounted))
        || passage.has(passage.sentence.clone(), Sense::Adding(Adding::SomeOnly));
    (!partial).then(|| passage.report_own(Rule::ListCountMismatch, claim, Sum::Listed { count: listed }))
}

/// The noun of an item that begins with it and this number: "Question 1".
fn name<'d>(document: &'d Document<'_>, block: usize, number: usize) -> Option<&'d str> {
    let (name, rest) = document.text(&document.blocks[block]).split_once(' ')?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let plain = name.len() > 3 && name.chars().all(char::is_alphabetic);
    (plain && rest[..end].parse() == Ok(number)).then_some(name)
}
