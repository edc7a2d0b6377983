//! By how much something is said to have moved: "doubled", "up 25%", "an increase of one point, or 25%".

use std::ops::Range;

use super::super::passage::{Passage, is_time, tokens};
use super::REACH;
use super::ends::Ends;
use crate::claim::{Claim, ClaimKind, Value};
use crate::lexicon::{Adding, Direction, Movement, Sense};
use crate::text::TokenKind;
use crate::value::{Amount, Dimension, Exact, Hedge, Number, Quantity, Unit};

/// How many words tell when something was: "in the worst week of".
const WHEN: usize = 5;

/// By how much something is said to have moved.
pub(super) struct Amounted<'a> {
    pub(super) by: Moved,
    pub(super) claim: Option<&'a Claim<'a>>,
    pub(super) words: Range<usize>,
}

pub(super) enum Moved {
    /// "up 25%", "a rise of 3 points", "$5 more".
    By(Quantity),
    /// "doubled": the factor, and how firmly.
    Times(Exact, Hedge),
    /// "rose", and no size.
    Way(Direction),
}

/// What is said of the size of a change: in its own words, in the verb before it, behind it.
pub(super) fn amounts<'a>(passage: &Passage<'a>, at: usize, ends: &Ends) -> Vec<Amounted<'a>> {
    let mut amounts = Vec::new();
    let claim = passage.figures[at];
    let times = factor(passage, ends);
    if let Some((factor, hedge, words)) = times {
        amounts.push(Amounted { by: Moved::Times(factor, hedge), claim: None, words });
    } else if let Value::Change(change) = &claim.value
        && let Some(by) = change.by
    {
        amounts.push(Amounted { by: Moved::By(by), claim: Some(claim), words: tokens(claim) });
    }
    let told = if claim.kind == ClaimKind::Change { Told::Movement } else { Told::Ends };
    let sized = !amounts.is_empty();
    amounts.extend(told_behind(passage, ends, told, sized));
    if let Some(way) = way(passage, claim).filter(|_| !sized) {
        amounts.push(Amounted { by: Moved::Way(way), claim: Some(claim), words: tokens(claim) });
    }
    amounts
}

/// What is said of the size of a change behind it; `sized` where the change itself has said something of it.
pub(super) fn told_behind<'a>(passage: &Passage<'a>, ends: &Ends, mut told: Told, sized: bool) -> Vec<Amounted<'a>> {
    let mut amounts = Vec::new();
    let mut last = ends.tokens.end;
    for next in passage.figures.iter().skip(ends.next) {
        // "fell from $212 million in 2022 to $195 million"
        if tokens(next).end <= ends.tokens.end {
            continue;
        }
        // "from 5,200 to 7,800 square metres (84,000 square feet), an increase of 50%"
        if last == ends.tokens.end && is_converted(passage, next, last) {
            last = tokens(next).end + 1;
            continue;
        }
        let between = last..tokens(next).start;
        // "from 80 to 100 in a decade, a rise of 25%".
        if last == ends.tokens.end && is_when(passage, next, between.clone()) {
            last = tokens(next).end;
            continue;
        }
        let dated = last > ends.tokens.end && !sized && amounts.is_empty();
        if is_of_another(passage, tokens(next).end, dated) {
            break;
        }
        let Some(by) = behind(passage, next, between, told).filter(|by| !is_share(by, ends)) else { break };
        amounts.push(Amounted { by: Moved::By(by), claim: Some(next), words: tokens(next) });
        last = tokens(next).end;
        told = Told::Amount;
    }
    amounts
}

/// "(84,000 square feet)": whether a figure says the one before it in another unit.
fn is_converted(passage: &Passage<'_>, claim: &Claim<'_>, end: usize) -> bool {
    let amount = matches!(claim.kind, ClaimKind::Measurement | ClaimKind::Money);
    let between = end..tokens(claim).start.max(end);
    amount && passage.reads(between, &["("]) && passage.after(claim) == ")"
}

/// "rose to 38 from 40": which way the verb of a change says that something went. A rank goes up where its number falls,
/// and so does a currency.
fn way(passage: &Passage<'_>, claim: &Claim<'_>) -> Option<Direction> {
    let Value::Change(change) = &claim.value else { return None };
    let unit = |end: Option<Quantity>| end.and_then(|end| end.unit).map(Unit::dimension);
    let plain = |dimension| matches!(dimension, None | Some(Dimension::Percent | Dimension::Currency));
    let mut opening = tokens(claim).take(2);
    let moves = |at: usize| {
        let word = passage.tokens.get(at)?.word?;
        word.senses().find_map(|sense| match sense {
            Sense::Movement(direction, Movement::Moves) => Some(direction),
            _ => None,
        })
    };
    let way = opening.find_map(moves)?;
    // "fell from 3 to 5 percent" may tell by how much; "fell to 5 percent from 3" does not.
    let place = |word| tokens(claim).find(|&at| passage.is(at, word));
    let ordered = place("to").zip(place("from")).is_some_and(|(to, from)| to < from);
    let bare = unit(change.to).is_none();
    let contrary = passage.sentence.clone().any(|at| {
        let money = |sense| matches!(sense, Sense::Currency(..));
        let currency = || passage.tokens[at].word.is_some_and(|word| word.senses().any(money));
        passage.means(at, Sense::Inverse) || bare && currency()
    });
    (plain(unit(change.from)) && plain(unit(change.to)) && ordered && !contrary).then_some(way)
}

/// "from 40 to 30, a drop of a quarter": whether a part of one is one of the whole, where more than one was lost.
fn is_share(by: &Quantity, ends: &Ends) -> bool {
    let value = |quantity: &Quantity| quantity.point().map(Number::value);
    let moved = value(&ends.from).zip(value(&ends.to)).and_then(|(from, to)| to.checked_sub(from));
    let below_one = |value: Exact| value.abs() < Exact::ONE;
    by.unit.is_none() && value(by).is_some_and(below_one) && moved.is_some_and(|moved| !below_one(moved))
}

/// "a rise of 40% since 2010" behind ends that have a time already, "a drop of 10% after inflation".
fn is_of_another(passage: &Passage<'_>, behind: usize, dated: bool) -> bool {
    let since = dated && passage.is_any(behind, &["since", "from", "in", "on", "over", "compared", "than", "against"]);
    // "a rise of 4.4 percent a year"
    let yearly = passage.is_any(behind, &["a", "per", "each", "every", "annually"]);
    since || yearly || passage.means(behind, Sense::Reckoned)
}

/// When something moved, or how long that took: "in a decade", "last year".
fn is_when(passage: &Passage<'_>, claim: &Claim<'_>, between: Range<usize>) -> bool {
    let mut words = between.clone();
    let opens = words.next().is_none_or(|at| {
        // "the 385 of 2024"
        passage.is_any(at, &["in", "within", "over", "during", "by"]) || between.len() == 1 && passage.is(at, "of")
    });
    // "in the worst week of April"
    let told = words.all(|at| {
        passage.tokens[at].kind == TokenKind::Word && !passage.is_any(at, &["and", "but", "or", "to", "from"])
    });
    let named = between.len() <= 1 || claim.kind == ClaimKind::Date && passage.is(between.end - 1, "of");
    is_time(claim) && opens && named && between.len() <= WHEN && told
}

/// "doubled from", "has nearly tripled, from", "halved from": the factor before the ends.
fn factor(passage: &Passage<'_>, ends: &Ends) -> Option<(Exact, Hedge, Range<usize>)> {
    // "from 20 to 50, more than doubling".
    let end = ends.tokens.end;
    let tail = (end + 1..end + 4).find(|&at| times(passage, at).is_some()).filter(|_| passage.is(end, ","));
    if let Some(at) = tail.filter(|&at| passage.word(at).ends_with("ing")) {
        return Some((times(passage, at)?, hedged(passage, at)?, at..at + 1));
    }
    let first = ends.tokens.start;
    // "more than tripled, from" begins with its hedge.
    let verb =
        (first..first + 4).take_while(|&at| passage.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word)).count();
    let window = first.saturating_sub(REACH).max(passage.sentence.start)..(first + verb).min(passage.sentence.end);
    let at = window.rev().find(|&at| times(passage, at).is_some())?;
    // Between the verb and the ends stands no other clause.
    let last = if passage.is_any(first.wrapping_sub(1), &["to", "from"]) { first - 1 } else { first };
    let clear = (at + 1..last).all(|at| {
        !passage.is_any(at, &["and", "but", ";", "while", "to", "by", ":", "(", ")"])
            && passage.tokens[at].kind != crate::text::TokenKind::Number
    });
    clear.then_some(()).and_then(|()| Some((times(passage, at)?, hedged(passage, at)?, at..at + 1)))
}

/// To how many times as much the verb at a token says that it moved.
pub(super) fn times(passage: &Passage<'_>, at: usize) -> Option<Exact> {
    let word = passage.tokens.get(at).filter(|_| passage.sentence.contains(&at))?.word?;
    word.senses().find_map(|sense| match sense {
        Sense::Factor(times, parts) => Exact::from(i64::from(times)).checked_div(Exact::from(i64::from(parts))),
        _ => None,
    })
}

/// How firmly the verb at a token is stated; none where it is denied.
fn hedged(passage: &Passage<'_>, at: usize) -> Option<Hedge> {
    match (passage.word(at.wrapping_sub(1)), passage.word(at.wrapping_sub(2))) {
        ("nearly" | "almost", _) => Some(Hedge::Nearly),
        ("than", "more") => Some(Hedge::Over),
        ("about" | "roughly" | "approximately" | "virtually" | "practically", _) => Some(Hedge::About),
        ("not" | "than" | "n't" | "or" | "least", _) => None,
        (_, _) => Some(Hedge::Exact),
    }
}

/// What stands before an amount.
#[derive(Clone, Copy)]
pub(super) enum Told {
    /// "from 80 to 100": perhaps only a range.
    Ends,
    /// "rose from 80 to 100".
    Movement,
    /// "up 20": an amount already.
    Amount,
}

/// An amount behind the ends: ", up 25%", ", a 25% increase", ", an increase of one point, or 25%".
fn behind(passage: &Passage<'_>, claim: &Claim<'_>, mut between: Range<usize>, told: Told) -> Option<Quantity> {
    // "from $10 to $12 an hour, a 20% raise".
    if passage.is_any(between.start, &["a", "an", "per"]) && matches!(passage.word(between.start + 2), "," | "(") {
        between.start += 2;
    }
    // "to 150,000 people, a 50% gain".
    let nouns = between.clone().take_while(|&at| passage.tokens[at].kind == TokenKind::Word).count();
    if (1..=2).contains(&nouns)
        && passage.is(between.start + nouns, ",")
        && !passage.means(between.start, Sense::Function)
    {
        between.start += nouns;
    }
    if between.len() > REACH || between.is_empty() {
        return None;
    }
    let opens = matches!(passage.word(between.start), "," | "(" | "—" | "–" | "-");
    let own = (between.start + 1..between.end).all(|at| {
        passage.means(at, Sense::Function)
            || passage.means(at, Sense::Adding(Adding::Sized))
            || is_movement(passage, at)
    });
    match &claim.value {
        Value::Change(change) if change.from.is_none() && change.to.is_none() => change.by.filter(|_| opens && own),
        Value::Quantity(quantity) if claim.kind == ClaimKind::Percent => {
            // A plain percentage behind the ends is one of the change where a first amount was given, or a noun says so.
            let again = passage.reads_any(&between, &[&[",", "or"], &["or"], &["("]]);
            let plain = again
                && match told {
                    Told::Ends => false,
                    Told::Movement => !passage.after(claim).eq_ignore_ascii_case("of"),
                    Told::Amount => true,
                };
            let bracket = passage.reads(between.clone(), &["("])
                && passage.after(claim) == ")"
                && passage.said(claim).starts_with(['+', '-', '−']);
            let negative = passage.said(claim).starts_with(['-', '−']);
            (plain || bracket).then(|| signed(*quantity, negative))
        }
        _ => None,
    }
}

/// "increase", "drop".
fn is_movement(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.tokens.get(at).and_then(|token| token.word);
    word.is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Movement(_, Movement::Noun))))
}

pub(super) fn signed(quantity: Quantity, negative: bool) -> Quantity {
    match quantity.amount {
        Amount::Point(number) if negative && !number.value().is_negative() => {
            Quantity { amount: Amount::Point(number.negated()), ..quantity }
        }
        _ => quantity,
    }
}
