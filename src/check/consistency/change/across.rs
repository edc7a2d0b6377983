//! "It carried 2.6 cubic metres a second. In the 1990s it had been 4.1, so the flow is down by 37%": a change whose ends
//! are told in two sentences.
//!
//! Left alone: sentences with more than one figure that may be an end, ends of two nouns, changes of something else, and
//! sizes that are far off.

use super::super::passage::{Passage, gap, is_of_one_noun, is_time, tokens};
use super::HUNDRED;
use super::amount::{Amounted, Moved};
use super::ends::Ends;
use super::versus::{exact, is_amount};
use crate::claim::{Claim, ClaimKind, Value};
use crate::lexicon::Sense;
use crate::value::{Dimension, Exact, Number, Quantity, Unit};

/// Beyond so many times what is said, or below such a part of it, the size of a change is of something else.
const FAR: Exact = Exact::constant(2, 1);
/// How many words may stand between where a change started and its size.
const REACH: usize = 8;

/// The ends of the change at `at`, its size, and how to tell of the ends.
pub(super) fn ends<'a>(passage: &Passage<'a>, at: usize) -> Option<(Ends, Amounted<'a>, String)> {
    let claim = passage.figures[at];
    let Value::Change(change) = &claim.value else { return None };
    let by = change.by.filter(|by| by.unit.map(Unit::dimension) == Some(Dimension::Percent))?;
    if change.from.is_some() || change.to.is_some() {
        return None;
    }
    let own: Vec<&Claim<'_>> = passage.figures[..at].iter().copied().filter(|claim| !is_time(claim)).collect();
    let (start, end) = match own[..] {
        [start] if had_been(passage, start) && follows(passage, start, claim) => {
            let mut ends = passage.before.iter().filter(|end| between(start, end, &by).is_some());
            (start, ends.next().filter(|_| ends.next().is_none())?)
        }
        // "The shares, which had been at $25 on Monday, closed at $28, a gain of 12%."
        [start, end] if had(passage, start) && follows(passage, end, claim) => (start, end),
        [] if is_taken_up(passage, claim) && is_of_before(passage) => {
            (only(passage.earlier[1])?, only(passage.earlier[0])?)
        }
        _ => return None,
    };
    let (from, to) = between(start, end, &by)?;
    let text = |claim: &Claim<'_>| passage.document.file.get(claim.core.range()).unwrap_or_default();
    let given = format!("from {} to {}", text(start), text(end));
    let ends = Ends { from, to, tokens: tokens(claim), next: at + 1 };
    Some((ends, Amounted { by: Moved::By(by), claim: Some(claim), words: tokens(claim) }, given))
}

/// The ends of a change between two figures, where they are of one kind and about as far apart as is said.
fn between(start: &Claim<'_>, end: &Claim<'_>, by: &Quantity) -> Option<(Quantity, Quantity)> {
    let (from, to) = (exact(start)?, exact(end).filter(|_| is_amount(end) && !end.quoted)?);
    let from = if from.unit.is_none() { Quantity { unit: to.unit, ..from } } else { from };
    let kind = start.kind == end.kind || start.kind == ClaimKind::Count && start.of.is_none();
    (kind && is_of_one_noun(start, end) && from.unit == to.unit && is_near(&from, &to, by)?).then_some((from, to))
}

/// "it had been 4.1", "a year earlier there were 385": whether a figure is told of a time before.
fn had_been(passage: &Passage<'_>, figure: &Claim<'_>) -> bool {
    let start = tokens(figure).start;
    let taken_up = |at: usize| passage.is_any(at, &["it", "they", "there", "figure", "number", "total"]);
    let back = |steps: usize| start.checked_sub(steps).filter(|at| passage.sentence.contains(at));
    let had = back(3).is_some_and(taken_up) && passage.reads(start - 2..start, &["had", "been"]);
    let was = back(2).is_some_and(taken_up) && passage.is_any(start - 1, &["was", "were"]);
    let earlier = || {
        let before = passage.figures.iter().filter(|claim| is_time(claim) && tokens(claim).end <= start);
        before.into_iter().any(|time| passage.is_any(tokens(time).end, &["earlier", "before", "ago"]))
    };
    had || was && earlier()
}

/// "which had been at $25": whether a figure is what something was before.
fn had(passage: &Passage<'_>, figure: &Claim<'_>) -> bool {
    let start = tokens(figure).start;
    let start = start.saturating_sub(usize::from(passage.is(start.wrapping_sub(1), "at")));
    start.checked_sub(2).is_some_and(|at| passage.reads(at..start, &["had", "been"]))
}

/// ", so the flow is down by 37%", ", a fall of 37%.": whether a change is that of the figure before it.
fn follows(passage: &Passage<'_>, figure: &Claim<'_>, change: &Claim<'_>) -> bool {
    let between = gap(figure, change);
    let closed = matches!(passage.after(change), "." | "" | ";" | ")");
    let opens = passage.is_any(between.start, &[",", "—", "–"]);
    let noun = between.len() == 2 && passage.is_any(between.start + 1, &["a", "an"]);
    opens && closed && between.len() <= REACH && (noun || passage.is(between.start + 1, "so"))
}

/// "Behind the 50 per cent rise, the authors say,": whether a sentence opens with a change that was told before.
fn is_taken_up(passage: &Passage<'_>, change: &Claim<'_>) -> bool {
    let start = tokens(change).start;
    let known = start.checked_sub(1).filter(|&at| passage.is_any(at, &["the", "that", "this"]));
    let first = passage.sentence.start;
    let opens = known.is_some_and(|at| at == first || at == first + 1 && passage.means(first, Sense::Preposition));
    // "The 50 per cent rise in fares" may be of others.
    opens && !passage.means(tokens(change).end, Sense::Preposition)
}

/// "In the same three months a year earlier": whether the sentence before tells of a time before.
fn is_of_before(passage: &Passage<'_>) -> bool {
    let behind = |time: &Claim<'_>| {
        passage.told_in.get(tokens(time).end).map_or("", |token| token.text(&passage.document.prose))
    };
    let told = |time: &Claim<'_>| ["earlier", "before"].iter().any(|word| behind(time).eq_ignore_ascii_case(word));
    passage.earlier[1].iter().any(|time| is_time(time) && told(time))
}

/// The one amount of a sentence.
fn only<'a>(claims: &'a [Claim<'a>]) -> Option<&'a Claim<'a>> {
    let mut figures = claims.iter().filter(|claim| claim.is_figure() && !is_time(claim));
    let figure = figures.next().filter(|figure| is_amount(figure) && !figure.quoted)?;
    figures.next().is_none().then_some(figure)
}

/// Whether something moved the way that is said, and about as much.
fn is_near(from: &Quantity, to: &Quantity, by: &Quantity) -> Option<bool> {
    let value = |quantity: &Quantity| quantity.point().map(Number::value);
    let moved = value(to)?.checked_sub(value(from)?)?.checked_mul(HUNDRED)?.checked_div(value(from)?)?;
    let said = value(by)?;
    let same_way = moved.is_negative() == said.is_negative();
    let (moved, said) = (moved.abs(), said.abs());
    Some(same_way && moved <= said.checked_mul(FAR)? && said <= moved.checked_mul(FAR)?)
}
