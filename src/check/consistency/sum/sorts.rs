//! "Of the 200 workers, 120 are men and 80 are women": two sorts that together are all.
//!
//! Left alone: sentences with another figure, sorts of which there may be a third, and those that are less than the whole
//! where children may make up the rest: "Among the 80 passengers were 30 women and 40 men".

use super::super::passage::{Passage, gap, tokens};
use super::super::spread::value;
use super::Part;
use crate::claim::Claim;
use crate::lexicon::{Adding, Sense, Side};

/// "Of the 200 workers, 120 are men and 80 are women": two sorts that together are all.
pub(super) fn halves<'a>(passage: &Passage<'a>, at: usize) -> Option<Vec<Part<'a>>> {
    let [total, one, other] = *passage.figures.get(at..at + 3)? else { return None };
    let start = tokens(total).start;
    let article = usize::from(passage.is_any(start.wrapping_sub(1), &["the", "its", "their", "all"]));
    let lead = start.checked_sub(1 + article)?;
    let first = lead == passage.sentence.start;
    let between = gap(total, one);
    let listed = passage.reads_any(&between, &[&[","], &["killed", ","], &["hired", ","], &["surveyed", ","]]);
    // "Among the 80 passengers were 44 women and 36 men"
    let among = passage.is(lead, "among") && passage.reads_any(&between, &[&["were"], &["are"]]);
    let of_whom = passage.reads_any(&between, &[&[",", "of", "whom"], &[",", "of", "which"]]);
    let opens = first && (passage.is(lead, "of") && listed || among) || of_whom;
    let (first, second) = (sort(passage, one)?, sort(passage, other)?);
    let both = matches!((first, second), ((pair, one), (other, two)) if pair == other && one != two);
    let and = gap(one, other).any(|at| passage.is_any(at, &["and", "while"])) && gap(one, other).len() <= 4;
    let alone = passage.figures.len() == at + 3;
    // "Among the 80 passengers were 30 women and 40 men": the rest may be children.
    let all_told = !(among || of_whom) || value(one)?.checked_add(value(other)?)? > value(total)?;
    (opens && both && and && alone && all_told).then(|| vec![Part::Figure(one), Part::Figure(other)])
}

/// Which of two sorts a figure counts: "120 men", "120 are men", "120 of them men".
fn sort(passage: &Passage<'_>, part: &Claim<'_>) -> Option<(u8, Side)> {
    let end = tokens(part).end;
    let noun = match passage.word(end) {
        "are" | "were" => end + 1,
        "of" if passage.is_any(end + 1, &["them", "whom"]) => end + 2,
        _ => end - 1,
    };
    let word = passage.tokens.get(noun).filter(|_| passage.sentence.contains(&noun))?.word?;
    word.senses()
        .find_map(|sense| if let Sense::Adding(Adding::Half(pair, side)) = sense { Some((pair, side)) } else { None })
}
