//! "Of the 13 dead, nine lived in Molin, six in Arsten", "cost $3 million: $2 million came from donors and $2 million from
//! the state": parts by where they are or came from, that are more than the whole.
//!
//! Left alone: parts that are less than the whole, of which some may not be told, those that may overlap, and those that
//! are so much more that the whole may be of something else.

use super::super::passage::{Passage, alike, gap, tokens};
use super::super::spread::value;
use super::{Part, list};
use crate::claim::{Claim, ClaimKind};
use crate::lexicon::{Adding, Affiliation, Sense, Word};
use crate::value::Exact;

/// How many words may stand between an amount and where it came from: "was raised by the trust and came".
const REACH: usize = 3;

/// The parts of the total at `at`, where they are more than it.
pub(super) fn parts<'a>(passage: &Passage<'a>, at: usize) -> Option<Vec<Part<'a>>> {
    let parts = placed(passage, at)
        .or_else(|| named(passage, at))
        .or_else(|| held(passage, at))
        .or_else(|| given(passage, at))?;
    let sum = parts.iter().try_fold(Exact::ZERO, |sum, part| match part {
        Part::One => sum.checked_add(Exact::ONE),
        Part::Figure(part) => sum.checked_add(value(part)?),
    })?;
    let total = value(passage.figures[at])?;
    let near = sum.checked_mul(Exact::from(4))? <= total.checked_mul(Exact::from(5))?;
    (sum > total && near).then_some(parts)
}

/// "Of the 13 dead, nine lived in Molin, three in Arsten and one in the village of Brod": nobody lives in two places.
fn placed<'a>(passage: &Passage<'a>, at: usize) -> Option<Vec<Part<'a>>> {
    let first = *passage.figures.get(at + 1)?;
    let opens = opens(passage, at);
    let verb = tokens(first).end;
    let told = passage.means(verb, Sense::Adding(Adding::OncePlaced)) && passage.is_any(verb + 1, &["in", "at"]);
    if !opens || !told {
        return None;
    }
    let parts = list(passage, at + 1, tokens(first).start, &[])?;
    let place = |part: &Part<'_>| match part {
        Part::One => true,
        Part::Figure(part) => part.span == first.span || passage.is(tokens(part).end, passage.word(verb + 1)),
    };
    parts.iter().all(place).then_some(parts)
}

/// "Of the 48 councillors, 26 are Labour, 14 Conservative and nine Green": nobody is of two parties, or of two countries;
/// of "18 are British, 10 Danish and five Muslim" some may be.
fn named<'a>(passage: &Passage<'a>, at: usize) -> Option<Vec<Part<'a>>> {
    let first = *passage.figures.get(at + 1)?;
    let parts = list(passage, at + 1, tokens(first).start, &[]).filter(|_| opens(passage, at))?;
    let is_named = |part: &Part<'_>, is_own: fn(Word) -> bool| match part {
        Part::One => true,
        Part::Figure(part) => {
            let end = tokens(part).end;
            let verb = usize::from(part.span == first.span && passage.is_any(end, &["are", "were"]));
            let counted = part.of.as_deref().and_then(|of| of.split(' ').next());
            let name = counted.unwrap_or_else(|| passage.word(end + verb));
            let one = || name.strip_suffix('s').and_then(Word::find);
            let named = name.starts_with(char::is_uppercase);
            named && (Word::find(name).is_some_and(is_own) || one().is_some_and(is_own))
        }
    };
    let classes: [fn(Word) -> bool; 2] = [|word| word.is(Sense::Nationality), is_party];
    classes.into_iter().any(|class| parts.iter().all(|part| is_named(part, class))).then_some(parts)
}

/// Whether a word is the name of a party.
fn is_party(word: Word) -> bool {
    word.senses().any(|sense| matches!(sense, Sense::Affiliation(Affiliation::Party(_))))
}

/// "33 seats: Labour has 18, the Tories nine and the Greens six": a figure behind each name.
fn held<'a>(passage: &Passage<'a>, at: usize) -> Option<Vec<Part<'a>>> {
    let total = passage.figures[at];
    let noun = total.of.as_deref().and_then(|of| of.rsplit(' ').next()).and_then(Word::find)?;
    let parts = passage.figures.get(at + 1..).filter(|parts| parts.len() > 1)?;
    let mut start = gap(total, parts[0]).start;
    if !noun.is(Sense::Adding(Adding::SharedOut)) || total.kind != ClaimKind::Count || !passage.is(start, ":") {
        return None;
    }
    for part in parts {
        let mut item = start + 1..tokens(part).start;
        item.start += usize::from(passage.is(item.start, "and"));
        item.start += usize::from(passage.is(item.start, "the"));
        let name = item.clone().take_while(|&at| passage.tokens[at].is_capitalised()).count();
        let verb = passage.reads_any(
            &(item.start + name..item.end),
            &[&[], &["has"], &["have"], &["won"], &["holds"], &["hold"], &["took"]],
        );
        if name == 0 || !verb || part.kind != ClaimKind::Count {
            return None;
        }
        start = tokens(part).end;
        if !passage.is_any(start, &[",", "and", ".", ";"]) {
            return None;
        }
        start -= usize::from(passage.is(start, "and"));
    }
    Some(parts.iter().map(|part| Part::Figure(part)).collect())
}

/// "Of the 13 dead, nine": whether a sentence opens with a whole, and a part follows.
fn opens(passage: &Passage<'_>, at: usize) -> bool {
    let Some([total, first]) = passage.figures.get(at..at + 2) else { return false };
    let Some(opener) = tokens(total).start.checked_sub(1) else { return false };
    let opener = opener - usize::from(passage.is_any(opener, &["the", "its", "their"]) && opener > 0);
    opener == passage.sentence.start && passage.is(opener, "of") && passage.reads(gap(total, first), &[","])
}

/// "cost $3.4 million: $2.1 million came from donors and $1.3 million from the treasury": the amounts behind a colon, all
/// with where they came from.
fn given<'a>(passage: &Passage<'a>, at: usize) -> Option<Vec<Part<'a>>> {
    let total = passage.figures[at];
    let colon = (tokens(total).end..passage.sentence.end).find(|&at| passage.is(at, ":"))?;
    // "most of it, or half, for steel:" tells of no amount.
    let is_between = |claim: &&&Claim<'_>| tokens(claim).start < colon;
    let between = passage.figures[at + 1..].iter().take_while(is_between).count();
    let parts = passage.figures.get(at + 1 + between..).filter(|parts| parts.len() > 1)?;
    let opens = tokens(parts[0]).start == colon + 1 && total.kind == ClaimKind::Money;
    let from = |part: &&Claim<'_>| {
        let behind = tokens(part).end;
        alike(part, total) && (behind..behind + REACH).any(|at| passage.is(at, "from"))
    };
    let joined = parts.windows(2).all(|pair| {
        let between = gap(pair[0], pair[1]);
        let sign = between.end.saturating_sub(1);
        passage.is_any(sign, &["and", ","]) && !between.clone().any(|at| passage.means(at, Sense::Relative))
    });
    let before = passage.figures[..at + 1 + between].iter();
    let alone = before.filter(|claim| claim.kind == ClaimKind::Money).count() == 1;
    let colons = (tokens(total).end..passage.sentence.end).filter(|&at| passage.is_any(at, &[":", ";"])).count();
    (opens && parts.iter().all(from) && joined && alone && colons == 1)
        .then(|| parts.iter().map(|part| Part::Figure(part)).collect())
}
