//! `change-mismatch`: "from 80 to 100, up 40%", "doubled from 3 to 5".
//!
//! Per cent and percentage points are told apart where the ends are themselves in per cent.

use std::ops::Range;

use super::any_of;
use super::passage::{Passage, amount, gap, tokens};
use super::spread::Spread;
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::{Finding, Rule, Spot, Sum};
use crate::value::{Amount, Dimension, Exact, Hedge, Number, Quantity, Unit};

const HUNDRED: Exact = Exact::constant(100, 1);
/// How far a fraction in words may be from what it stands for.
const FRACTION: Exact = Exact::constant(5, 100);
/// How many tokens may stand between the ends of a change and its amount.
const REACH: usize = 7;

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    any_of(figures, ClaimKind::Change) || figures.windows(2).any(|pair| same_kind(pair[0], pair[1]))
}

fn same_kind(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let gap = other.place.tokens.start.saturating_sub(one.place.tokens.end);
    one.kind == other.kind
        && gap <= 2
        && matches!(one.kind, ClaimKind::Count | ClaimKind::Money | ClaimKind::Percent | ClaimKind::Measurement)
}

/// Where something started and where it ended.
struct Ends {
    from: Quantity,
    to: Quantity,
    /// The tokens of both.
    tokens: Range<usize>,
    /// One past the last figure that is part of it.
    next: usize,
}

/// By how much something is said to have moved.
struct Amounted<'a> {
    by: Moved,
    claim: Option<&'a Claim<'a>>,
    words: Range<usize>,
}

enum Moved {
    /// "up 25%", "a rise of 3 points", "$5 more".
    By(Quantity),
    /// "doubled": the factor, and how firmly.
    Times(Exact, Hedge),
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    for at in 0..passage.figures.len() {
        let Some(ends) = ends(passage, at) else { continue };
        for said in amounts(passage, at, &ends) {
            findings.extend(judge(passage, &ends, &said));
        }
    }
}

/// The ends of a change that begins with a figure.
fn ends(passage: &Passage<'_>, at: usize) -> Option<Ends> {
    let claim = passage.figures[at];
    let range = tokens(claim);
    match &claim.value {
        Value::Change(change) => match (change.from, change.to) {
            (Some(from), Some(to)) => Some(Ends { from, to, tokens: range, next: at + 1 }),
            // "reached 100, up 25% from 80".
            (Some(from), None) => {
                let before = passage.figures.get(at.checked_sub(1)?)?;
                let to = *before.value.quantity().filter(|to| same_unit(from.unit, to.unit))?;
                let between = gap(before, claim);
                let direct =
                    passage.reads_any(&between, &[&[","], &["("]]) && passage.is_any(range.start, &["up", "down"]);
                (direct && before.kind != ClaimKind::Change).then(|| Ends {
                    from,
                    to,
                    tokens: tokens(before).start..range.end,
                    next: at + 1,
                })
            }
            (None, _) => None,
        },
        Value::Quantity(quantity) => {
            if let Amount::Range(low, high) = quantity.amount {
                let opened = passage.is(range.start, "from") && quantity.hedge == Hedge::Range;
                let end = |number| Quantity { amount: Amount::Point(number), hedge: Hedge::Exact, ..*quantity };
                return opened.then(|| Ends { from: end(low), to: end(high), tokens: range, next: at + 1 });
            }
            let other = passage.figures.get(at + 1)?;
            let second = *other.value.quantity()?;
            let between = gap(claim, other);
            let same = claim.kind == other.kind && same_unit(quantity.unit, second.unit);
            let words = range.start..tokens(other).end;
            if !same || matches!(second.amount, Amount::Range(..)) {
                None
            } else if passage.reads(between.clone(), &["to"]) && passage.before(claim).eq_ignore_ascii_case("from") {
                Some(Ends { from: *quantity, to: second, tokens: words, next: at + 2 })
            } else if passage.reads(between, &["from"]) && passage.before(claim).eq_ignore_ascii_case("to") {
                Some(Ends { from: second, to: *quantity, tokens: words, next: at + 2 })
            } else {
                None
            }
        }
        _ => None,
    }
}

fn same_unit(one: Option<Unit>, other: Option<Unit>) -> bool {
    one == other || one.is_none() != other.is_none()
}

/// What is said of the size of a change: in its own words, in the verb before it, behind it.
fn amounts<'a>(passage: &Passage<'a>, at: usize, ends: &Ends) -> Vec<Amounted<'a>> {
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
    let mut last = ends.tokens.end;
    let mut told = if claim.kind == ClaimKind::Change { Told::Movement } else { Told::Ends };
    for next in passage.figures.iter().skip(ends.next) {
        let between = last..tokens(next).start;
        let Some(by) = behind(passage, next, between, told) else { break };
        amounts.push(Amounted { by: Moved::By(by), claim: Some(next), words: tokens(next) });
        last = tokens(next).end;
        told = Told::Amount;
    }
    amounts
}

/// "doubled from", "has nearly tripled, from", "halved from": the factor before the ends.
fn factor(passage: &Passage<'_>, ends: &Ends) -> Option<(Exact, Hedge, Range<usize>)> {
    let first = ends.tokens.start;
    let window = first.saturating_sub(REACH).max(passage.sentence.start)..(first + 1).min(passage.sentence.end);
    let at = window.rev().find(|&at| VERBS.iter().any(|(word, _)| passage.is(at, word)))?;
    // Between the verb and the ends stands no other clause.
    let last = if passage.is_any(first.wrapping_sub(1), &["to", "from"]) { first - 1 } else { first };
    let clear = (at + 1..last).all(|at| {
        !passage.is_any(at, &["and", "but", ";", "while", "to", "by", ":", "(", ")"])
            && passage.tokens[at].kind != crate::text::TokenKind::Number
    });
    let (_, factor) = VERBS.iter().find(|(word, _)| passage.is(at, word))?;
    let hedge = match (passage.word(at.wrapping_sub(1)), passage.word(at.wrapping_sub(2))) {
        ("nearly" | "almost", _) => Hedge::Nearly,
        ("than", "more") => Hedge::Over,
        ("about" | "roughly" | "approximately" | "virtually" | "practically", _) => Hedge::About,
        ("not" | "than" | "n't" | "or" | "least", _) => return None,
        (_, _) => Hedge::Exact,
    };
    clear.then(|| (*factor, hedge, at..at + 1))
}

/// Verbs that say how many times as much it became.
const VERBS: [(&str, Exact); 10] = [
    ("doubled", Exact::constant(2, 1)),
    ("doubling", Exact::constant(2, 1)),
    ("doubles", Exact::constant(2, 1)),
    ("tripled", Exact::constant(3, 1)),
    ("trebled", Exact::constant(3, 1)),
    ("tripling", Exact::constant(3, 1)),
    ("quadrupled", Exact::constant(4, 1)),
    ("quintupled", Exact::constant(5, 1)),
    ("halved", Exact::constant(1, 2)),
    ("halving", Exact::constant(1, 2)),
];

/// What stands before an amount.
#[derive(Clone, Copy)]
enum Told {
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
    if between.len() > REACH || between.is_empty() {
        return None;
    }
    let opens = matches!(passage.word(between.start), "," | "(" | "—" | "–" | "-");
    let own = between.clone().all(|at| {
        at == between.start
            || passage.is_any(
                at,
                &[
                    "or",
                    "a",
                    "an",
                    "the",
                    "of",
                    "increase",
                    "rise",
                    "gain",
                    "jump",
                    "drop",
                    "decline",
                    "fall",
                    "representing",
                    "which",
                    "is",
                    "about",
                    "or",
                    "that",
                    "'s",
                    "’s",
                    "roughly",
                    "nearly",
                ],
            )
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

fn signed(quantity: Quantity, negative: bool) -> Quantity {
    match quantity.amount {
        Amount::Point(number) if negative && !number.value().is_negative() => {
            Quantity { amount: Amount::Point(number.negated()), ..quantity }
        }
        _ => quantity,
    }
}

fn judge(passage: &Passage<'_>, ends: &Ends, said: &Amounted<'_>) -> Option<Finding> {
    let (from, to) = (spread(&ends.from)?, spread(&ends.to)?);
    let (start, end) = (ends.from.point()?.value(), ends.to.point()?.value());
    let tenth = Exact::constant(1, 10);
    let place = match &said.by {
        Moved::By(by) => {
            by.point().map(Number::place).filter(|place| !place.is_zero()).map_or(tenth, |place| place.min(tenth))
        }
        Moved::Times(..) => tenth,
    };
    let shares = [ends.from, ends.to].iter().all(|end| dimension(end) == Some(Dimension::Percent));
    let (fits, follows) = match &said.by {
        Moved::Times(factor, hedge) => {
            let times = to.over(from)?;
            let fits = times.meets(multiple(*factor, *hedge));
            (fits, moved(start, end, place)?)
        }
        // "fell by half", "grew by a third".
        Moved::By(by) if by.unit.is_none() => {
            let part = by.point().filter(|part| part.place().is_zero() && part.value().abs() <= Exact::ONE)?;
            let grown = to.over(from)?.converted(Exact::ONE, Exact::ONE.negated())?;
            (grown.meets(Spread::around(part.value(), FRACTION)?), moved(start, end, place)?)
        }
        Moved::By(by) => match dimension(by)? {
            Dimension::Percent => {
                let grown = to.over(from)?.converted(HUNDRED, HUNDRED.negated())?;
                let stated = spread(by)?;
                let points = to.minus(from)?;
                // "from 4% to 5%, up 25%": of shares both readings are written, only one is right.
                let follows = if shares { points_moved(start, end)? } else { moved(start, end, place)? };
                // "cut from $40 to $30, or 25%" has the direction in the verb.
                let plain = said.claim.is_some_and(|claim| claim.kind == ClaimKind::Percent);
                let either = plain && (grown.meets(negated(stated)) || (shares && points.meets(stated)));
                let meant = grown.meets(stated) || either;
                (meant, follows)
            }
            Dimension::Points if shares => (to.minus(from)?.meets(spread(by)?), points_moved(start, end)?),
            Dimension::Currency if by.unit == ends.to.unit && by.unit == ends.from.unit => {
                (to.minus(from)?.meets(spread(by)?), difference(start, end, ends.to.unit?)?)
            }
            _ => return None,
        },
    };
    if fits {
        return None;
    }
    let span = said.claim.map(|claim| claim.core).or_else(|| passage.span(&said.words))?;
    let quoted = passage.figures.iter().any(|claim| claim.quoted);
    let text = match &said.by {
        Moved::Times(..) => passage.text(said.words.clone()).to_owned(),
        Moved::By(_) if said.claim.is_some_and(|claim| claim.kind == ClaimKind::Percent) => {
            passage.figure(said.claim?).to_owned()
        }
        Moved::By(by) if by.unit.is_none() => {
            let claim = said.claim?;
            format!("{} by {}", if by.point()?.value().is_negative() { "down" } else { "up" }, passage.figure(claim))
        }
        Moved::By(by) => in_words(by)?,
    };
    let spot = Spot { span, text: &text, quoted };
    // What the figures would have to be told apart by: "from $8 to $11.8 billion" shares its scale.
    let torn = end.checked_div(start)? > Exact::constant(1000, 1);
    if torn {
        return None;
    }
    let given = given(passage, ends);
    Some(passage.report_at(Rule::ChangeMismatch, spot, Sum::Is { given, follows }, Vec::new()))
}

/// The ends as the draft has them: "from 80 to 100".
fn given(passage: &Passage<'_>, ends: &Ends) -> String {
    let Range { start, end } = ends.tokens;
    let opens = |at: &usize| passage.is_any(*at, &["from", "to"]);
    if opens(&start.wrapping_sub(1)) {
        return passage.text(start - 1..end).to_owned();
    }
    let Some(first) = (start..end).find(opens) else { return passage.text(start..end).to_owned() };
    // "100, up 40% from 80" has its end in front.
    let in_front = passage
        .figures
        .iter()
        .find(|claim| tokens(claim).start == start && tokens(claim).end <= first && claim.kind != ClaimKind::Change);
    let from = passage.text(first..end);
    in_front.map_or_else(|| from.to_owned(), |to| format!("{from} to {}", passage.said(to)))
}

fn dimension(quantity: &Quantity) -> Option<Dimension> {
    quantity.unit.map(Unit::dimension)
}

fn spread(quantity: &Quantity) -> Option<Spread> {
    if let (Some(number), Some(Dimension::Points), Hedge::Exact) =
        (quantity.point(), dimension(quantity), quantity.hedge)
    {
        // "50 basis points" are half a percentage point.
        let points = quantity.unit.and_then(|unit| number.scaled(unit.factor()))?;
        return Spread::around(points.value(), points.place().min(Exact::ONE).checked_mul(Exact::constant(1, 2))?);
    }
    Spread::of_quantity(ClaimKind::measuring(quantity.unit), quantity)
}

fn negated(spread: Spread) -> Spread {
    Spread { low: spread.high.map(Exact::negated), high: spread.low.map(Exact::negated) }
}

/// What "doubled" admits: one in ten either way, or its hedge's side.
fn multiple(factor: Exact, hedge: Hedge) -> Spread {
    let share = |parts: i128| factor.checked_mul(Exact::constant(parts, 100));
    match hedge {
        Hedge::Nearly => Spread { low: share(75), high: share(100) },
        Hedge::Over => Spread { low: share(100), high: None },
        Hedge::About => Spread { low: share(80), high: share(120) },
        _ => Spread { low: share(90), high: share(110) },
    }
}

/// "up 25%", "down 20%", to a tenth or to the digits of what is said.
fn moved(start: Exact, end: Exact, place: Exact) -> Option<String> {
    let share = end.checked_div(start)?.checked_sub(Exact::ONE)?.checked_mul(HUNDRED)?;
    Some(format!("{} {}%", way(share), share.abs().rounded_to(place)?))
}

/// "up 1 percentage point, or 25%".
fn points_moved(start: Exact, end: Exact) -> Option<String> {
    let points = end.checked_sub(start)?;
    let size = points.abs();
    let share = points.checked_div(start)?.checked_mul(HUNDRED)?.abs().rounded_to(Exact::constant(1, 10))?;
    let noun = if size == Exact::ONE { "point" } else { "points" };
    Some(format!("{} {size} percentage {noun}, or {share}%", way(points)))
}

fn difference(start: Exact, end: Exact, unit: Unit) -> Option<String> {
    let apart = end.checked_sub(start)?;
    Some(format!("{} {}", way(apart), amount(apart.abs(), Some(unit))))
}

fn way(by: Exact) -> &'static str {
    if by.is_negative() { "down" } else { "up" }
}

/// "up 40%": an amount with its direction.
fn in_words(by: &Quantity) -> Option<String> {
    let value = by.point()?.value();
    Some(format!("{} {}", way(value), amount(value.abs(), by.unit)))
}
