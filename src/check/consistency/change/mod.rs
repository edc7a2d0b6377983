//! `change-mismatch`: "from 80 to 100, up 40%", "doubled from 3 to 5", "100, 40% more than the 80 of May".
//!
//! Per cent and percentage points are told apart where the ends are themselves in per cent.

mod across;
mod amount;
mod apart;
mod clause;
mod ends;
mod later;
mod steps;
mod versus;

use self::amount::{Amounted, Moved, Told, amounts, told_behind};
use self::ends::{Ends, ends, given};
use super::any_of;
use super::passage::{Passage, amount, grouped};
use super::spread::Spread;
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Rule, Spot, Sum};
use crate::lexicon::Direction;
use crate::value::{Dimension, Exact, Hedge, Number, Quantity, Unit};

const HUNDRED: Exact = Exact::constant(100, 1);
/// How far a fraction in words may be from what it stands for, in per cent.
const FRACTION: Exact = Exact::constant(5, 1);
/// How many tokens may stand between the ends of a change and its amount.
const REACH: usize = 7;

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    any_of(figures, ClaimKind::Change)
        || steps::concerns(figures)
        || versus::concerns(figures)
        || apart::concerns(figures)
        || figures.windows(2).any(|pair| same_kind(pair[0], pair[1]))
}

fn same_kind(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let gap = other.place.tokens.start.saturating_sub(one.place.tokens.end);
    one.kind == other.kind
        && gap <= 2
        && matches!(one.kind, ClaimKind::Count | ClaimKind::Money | ClaimKind::Percent | ClaimKind::Measurement)
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    for at in 0..passage.figures.len() {
        let own = || ends(passage, at).or_else(|| clause::ends(passage, at)).map(|ends| (ends, None));
        let Some((ends, told)) = later::ends(passage, at).map(|(ends, told)| (ends, Some(told))).or_else(own) else {
            continue;
        };
        let known = findings.len();
        for said in amounts(passage, at, &ends) {
            // "rose from 40 to 30, up 25%" is one slip.
            if matches!(said.by, Moved::Way(_)) && findings.len() > known {
                continue;
            }
            findings.extend(judge(passage, &ends, &said, || told.clone().unwrap_or_else(|| given(passage, &ends))));
        }
    }
    for at in 0..passage.figures.len() {
        if let Some((ends, said, given)) = versus::compared(passage, at).or_else(|| across::ends(passage, at)) {
            findings.extend(judge(passage, &ends, &said, || given));
        }
        findings.extend(steps::find(passage, at));
        if let Some((ends, given)) = apart::ends(passage, at) {
            let told = told_behind(passage, &ends, Told::Amount, false);
            // "a rise of 17 percent in deaths at sea" is of others.
            let closed = |said: &Amounted<'_>| matches!(passage.word(said.words.end), "" | "." | "," | ";" | ")");
            let closed = told.last().is_some_and(closed);
            for said in told.iter().filter(|_| closed) {
                findings.extend(judge(passage, &ends, said, || given.clone()));
            }
        }
    }
}

fn judge(passage: &Passage<'_>, ends: &Ends, said: &Amounted<'_>, given: impl FnOnce() -> String) -> Option<Finding> {
    let (from, to) = (spread(&ends.from)?, spread(&ends.to)?);
    let (start, end) = (ends.from.point()?.value(), ends.to.point()?.value());
    let tenth = Exact::constant(1, 10);
    let place = match &said.by {
        Moved::By(by) => {
            by.point().map(Number::place).filter(|place| !place.is_zero()).map_or(tenth, |place| place.min(tenth))
        }
        Moved::Times(..) | Moved::Way(_) => tenth,
    };
    let shares = [ends.from, ends.to].iter().all(|end| dimension(end) == Some(Dimension::Percent));
    let (fits, follows) = match &said.by {
        Moved::Times(factor, hedge) => {
            let times = to.over(from)?;
            let fits = times.meets(multiple(*factor, *hedge));
            (fits, moved(start, end, place)?)
        }
        // "rose to 38 from 40".
        Moved::Way(direction) => {
            let apart = to.minus(from)?;
            let fits = match direction {
                Direction::Up => apart.high.is_none_or(|most| most >= Exact::ZERO),
                Direction::Down => apart.low.is_none_or(|least| least <= Exact::ZERO),
            };
            (fits, if shares { points_moved(start, end)? } else { moved(start, end, place)? })
        }
        // "grew by 30, from 120 to 150".
        Moved::By(by) if by.unit.is_none() => {
            if ends.from.unit.is_some() || ends.to.unit.is_some() {
                return None;
            }
            let apart = end.checked_sub(start)?;
            (to.minus(from)?.meets(spread(by)?), format!("{} {}", way(apart), grouped(apart.abs())))
        }
        // "fell by half", "grew by a third".
        Moved::By(by) if is_part(by) => {
            let grown = to.over(from)?.converted(HUNDRED, HUNDRED.negated())?;
            (grown.meets(Spread::around(by.point()?.value(), FRACTION)?), moved(start, end, place)?)
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
            Dimension::Points if shares => {
                // "cut from 5 to 4 percent (100 basis points)" has the direction in the verb.
                let plain = said.claim.is_some_and(|claim| claim.kind == ClaimKind::Percent);
                let (points, stated) = (to.minus(from)?, spread(by)?);
                (points.meets(stated) || plain && points.meets(negated(stated)), points_moved(start, end)?)
            }
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
        Moved::By(by) if is_part(by) => {
            let claim = said.claim?;
            format!("{} by {}", if by.point()?.value().is_negative() { "down" } else { "up" }, passage.figure(claim))
        }
        Moved::By(by) => in_words(by)?,
        Moved::Way(Direction::Up) => "up".to_owned(),
        Moved::Way(Direction::Down) => "down".to_owned(),
    };
    let spot = Spot { span, text: &text, quoted };
    // What the figures would have to be told apart by: "from $8 to $11.8 billion" shares its scale.
    let torn = end.checked_div(start)? > Exact::constant(1000, 1);
    if torn {
        return None;
    }
    let sum = Sum::Is { given: given(), follows };
    // "1,340 in May, according to a survey, up 7 percent from 1,250": the source gave the figure, the writer the change.
    let sourced = ends.tokens.clone().any(|at| passage.is(at, "according"));
    Some(if sourced {
        Passage::report_own_at(Rule::ChangeMismatch, spot, sum)
    } else {
        passage.report_at(Rule::ChangeMismatch, spot, sum, Vec::new())
    })
}

/// A part of what was before, in words: "fell by half", not "fell by 50%".
fn is_part(by: &Quantity) -> bool {
    dimension(by) == Some(Dimension::Percent) && by.point().is_some_and(|by| by.place().is_zero())
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
