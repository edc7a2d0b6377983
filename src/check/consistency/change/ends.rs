//! Where a change starts and where it ends: "from 80 to 100", "reached 100, up 25% from 80".

use std::ops::Range;

use super::super::passage::{Passage, gap, is_time, tokens, unit};
use super::super::spread::value;
use crate::claim::{Claim, ClaimKind, Value};
use crate::text::TokenKind;
use crate::value::{Amount, Date, Exact, Hedge, Quantity, Unit};

/// Where something started and where it ended.
pub(super) struct Ends {
    pub(super) from: Quantity,
    pub(super) to: Quantity,
    /// The tokens of both.
    pub(super) tokens: Range<usize>,
    /// One past the last figure that is part of it.
    pub(super) next: usize,
}

/// The ends of a change that begins with a figure.
pub(super) fn ends(passage: &Passage<'_>, at: usize) -> Option<Ends> {
    let claim = passage.figures[at];
    let range = tokens(claim);
    match &claim.value {
        Value::Change(change) => match (change.from, change.to) {
            (Some(_), Some(_)) if change.by.is_some() && is_of_other_base(passage, &range) => None,
            (Some(from), Some(to)) => Some(Ends { from, to, tokens: range, next: at + 1 }),
            (Some(from), None) => reached(passage, at, from),
            (None, _) => None,
        },
        Value::Quantity(quantity) => {
            if let Amount::Range(low, high) = quantity.amount {
                let opened = passage.is(range.start, "from") && quantity.hedge == Hedge::Range;
                let end = |number| Quantity { amount: Amount::Point(number), hedge: Hedge::Exact, ..*quantity };
                return opened.then(|| Ends { from: end(low), to: end(high), tokens: range, next: at + 1 });
            }
            let next = at + 1 + passage.figures[at + 1..].iter().take_while(|figure| is_time(figure)).count();
            let other = passage.figures.get(next)?;
            let second = *other.value.quantity()?;
            let second = if lends(claim, other) { Quantity { unit: quantity.unit, ..second } } else { second };
            let between = gap(claim, other);
            let same = lends(claim, other) || claim.kind == other.kind && same_unit(quantity.unit, second.unit);
            let words = range.start..tokens(other).end;
            if !same || matches!(second.amount, Amount::Range(..)) {
                None
            } else if (passage.reads(between.clone(), &["to"]) || leads_on(passage, between.clone()))
                && passage.before(claim).eq_ignore_ascii_case("from")
            {
                Some(Ends { from: *quantity, to: second, tokens: words, next: next + 1 })
            } else if is_now(passage, between.clone(), next) {
                let now =
                    passage.figures.get(next + 1).filter(|now| is_time(now) && tokens(now).start <= words.end + 1);
                let end = now.map_or(words.end + 1, |now| tokens(now).end);
                let next = next + 1 + usize::from(now.is_some());
                Some(Ends { from: *quantity, to: second, tokens: range.start..end, next })
            } else if is_down_from(passage, between.clone())
                || passage.reads(between, &["from"]) && passage.before(claim).eq_ignore_ascii_case("to")
            {
                Some(Ends { from: second, to: *quantity, tokens: words, next: next + 1 })
            } else {
                None
            }
        }
        _ => None,
    }
}

/// "rose 0.5 percent to $4.1 billion in June, from $3.9 billion a year earlier": whether a change may be that of its month
/// or day, and the end that it is told from is of a year before.
fn is_of_other_base(passage: &Passage<'_>, change: &Range<usize>) -> bool {
    let brief = passage.figures.iter().any(|time| change.contains(&tokens(time).start) && is_brief(time));
    let year = passage.figures.iter().find(|time| tokens(time).start == change.end);
    let year = year.filter(|time| unit(time).is_some_and(|unit| unit.id() == "year"));
    brief && year.is_some_and(|year| passage.is_any(tokens(year).end, &["earlier", "ago", "before"]))
}

/// Whether a time is a day or a month: "on Monday", "in June".
pub(super) fn is_brief(time: &Claim<'_>) -> bool {
    let brief = |date: Date| matches!(date, Date::Day(_) | Date::Month(..));
    matches!(&time.value, Value::Date(span, _) if span.to.is_none() && brief(span.from))
}

/// "reached 100, up 25% from 80": a change right behind where it ended.
fn reached(passage: &Passage<'_>, at: usize, from: Quantity) -> Option<Ends> {
    let claim = passage.figures[at];
    let range = tokens(claim);
    // "There were 100 members last year, up 25% from 80".
    let figures = passage.figures[..at].iter().rev();
    let before = *figures.clone().find(|figure| !is_time(figure))?;
    let times = figures.clone().take_while(|figure| is_time(figure)).count();
    // "309 deaths from 1,200 crashes, down 25% from 412"
    let two = figures.skip(times + 1).find(|figure| !is_time(figure));
    if two.is_some_and(|two| two.kind == before.kind && gap(two, before).len() <= 4) {
        return None;
    }
    let to = *before.value.quantity().filter(|to| same_unit(from.unit, to.unit))?;
    let between = gap(before, claim);
    let dated = times > 0 && tells_time(passage, between.clone());
    let direct =
        (passage.reads_any(&between, &[&[","], &["("]]) || dated) && passage.is_any(range.start, &["up", "down"]);
    (direct && before.kind != ClaimKind::Change).then(|| Ends {
        from,
        to,
        tokens: tokens(before).start..range.end,
        next: at + 1,
    })
}

/// How many words tell of a time: ", in the 12 months after the merger,".
const TIME: usize = 10;

/// "in the 12 months after the merger,": whether nothing stands between a figure and its change but when that was.
pub(super) fn tells_time(passage: &Passage<'_>, between: Range<usize>) -> bool {
    let joins = |at: usize| passage.is_any(at, &["and", "but", ";", ":", "(", ")", "while", ","]);
    // "in October, according to the city's own survey, up 7.2 percent"
    let source = between.clone().find(|&at| passage.is(at, ",") && passage.is(at + 1, "according"));
    let told = source.filter(|&at| !(at + 1..between.end.wrapping_sub(1)).any(joins));
    let between = between.start..told.map_or(between.end, |comma| comma + 1);
    let last = between.end.wrapping_sub(1);
    let opens = between.len() <= 5 || passage.is_any(between.start, &["in", "over", "during", "last", "this"]);
    opens && between.len() <= TIME && passage.is(last, ",") && !(between.start..last).any(joins)
}

/// "from 310 in the year before the study to 121": whether nothing stands between the ends but when the first was.
fn leads_on(passage: &Passage<'_>, between: Range<usize>) -> bool {
    let joins = |at: usize| passage.is_any(at, &["and", "but", ";", ":", "(", ")", "while", "to", "from"]);
    let last = between.end.wrapping_sub(1);
    let opens = passage.is_any(between.start, &["in", "on", "at", "during", "a", "last", "the", "before"]);
    opens && between.len() <= TIME && passage.is(last, "to") && !(between.start..last).any(joins)
}

/// "employed 1,200 people in 2019 and 900 now": whether two figures are told of one thing at two times.
fn is_now(passage: &Passage<'_>, between: Range<usize>, at: usize) -> bool {
    let dated = passage.figures[..at].last().is_some_and(|time| is_time(time) && tokens(time).end + 1 == between.end);
    let opens = passage.is_any(between.start, &["in", "on", "at"]) || between.len() == 2;
    let end = tokens(passage.figures[at]).end;
    let led = passage.is_any(end, &["now", "today"])
        || passage.figures.get(at + 1).is_some_and(|now| {
            let lead = end..tokens(now).start.max(end);
            is_time(now) && (lead.is_empty() || passage.reads_any(&lead, &[&["in"], &["on"]]))
        });
    dated && opens && between.len() <= 4 && passage.is(between.end - 1, "and") && led
}

/// "81.3 percent full, down from 85.6 percent": whether the second figure is what the first was before.
fn is_down_from(passage: &Passage<'_>, between: Range<usize>) -> bool {
    let Range { start, end } = between;
    let moved = end >= start + 3
        && passage.is(end - 1, "from")
        && passage.is_any(end - 2, &["up", "down"])
        && passage.is(end - 3, ",");
    moved && end - start <= 5 && (start..end - 3).all(|at| passage.tokens[at].kind == TokenKind::Word)
}

/// "from 0.92 cubic kilometres in 1975 to 0.35": whether a bare figure of about the size is in the unit of the first.
fn lends(first: &Claim<'_>, bare: &Claim<'_>) -> bool {
    let measured = first.kind == ClaimKind::Measurement && bare.kind == ClaimKind::Count && bare.of.is_none();
    let ten = |one: Exact, other: Exact| one.checked_mul(Exact::from(10)).is_some_and(|most| other <= most);
    let alike = || value(first).zip(value(bare)).is_some_and(|(one, other)| ten(one, other) && ten(other, one));
    measured && alike()
}

fn same_unit(one: Option<Unit>, other: Option<Unit>) -> bool {
    one == other || one.is_none() != other.is_none()
}

/// The ends as the draft has them: "from 80 to 100".
pub(super) fn given(passage: &Passage<'_>, ends: &Ends) -> String {
    let Range { start, end } = ends.tokens;
    let opens = |at: &usize| passage.is_any(*at, &["from", "to"]) && !passage.is(at.wrapping_sub(1), "according");
    // "set off from the market, up 40% from 80"
    let change = passage.figures.iter().find(|claim| claim.kind == ClaimKind::Change && tokens(claim).end == end);
    let own = change.map_or(start, |change| tokens(change).start);
    let led = opens(&start.wrapping_sub(1));
    // "rose to 100 in May, up 40% from 80" has its end in front.
    if led && own == start {
        return passage.text(start - 1..end).to_owned();
    }
    let Some(first) = (own..end).find(opens) else { return passage.text(start..end).to_owned() };
    // "100, up 40% from 80" has its end in front.
    let in_front = passage
        .figures
        .iter()
        .find(|claim| tokens(claim).start == start && tokens(claim).end <= first && claim.kind != ClaimKind::Change);
    let from = passage.text(first..end);
    in_front.map_or_else(|| from.to_owned(), |to| format!("{from} to {}", passage.said(to)))
}
