//! Movement: "rose 25%", "fell from 80 to 60", "a gain of 20 percent", "tripled to 9 million".
//!
//! A change takes the figures inside it: "25%" in "rose 25%" is no claim of its own. The dates between them are:
//! "1977" in "rose from 2.6 million in 1977 to 3.1 million".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::figure::{self, Figure};
use super::numeral::{Numeral, NumeralForm};
use super::{Candidate, Sentence};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::{Begins, Direction, Movement, Sense};
use crate::text::{TokenKind, phrase_at};
use crate::value::{Amount, Change, Dimension, Exact, Hedge, Number, Quantity};

/// How many words may stand between the movement and its first figure: "lifts the yearly spending
/// on schools by".
const REACH: usize = 6;

/// Proposes movements with their figures.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    let wanted = if sentence.numerals.is_empty() { Begins::MULTIPLE } else { Begins::MULTIPLE.with(Begins::MOVEMENT) };
    let mut next = sentence.range.start;
    for at in sentence.beginning(wanted) {
        if at < next {
            continue;
        }
        let begins = sentence.tokens[at].begins;
        if begins.any(Begins::MULTIPLE) {
            if let Some(factor) = factor(sentence, at) {
                multiplied(sentence, candidates, at, factor);
            }
        } else if begins.any(Begins::MOVEMENT) && !sentence.numerals.is_empty() {
            let Some((end, movement)) = movement(sentence, at) else { continue };
            next = end;
            let Some((direction, forms)) = movement else { continue };
            let found =
                moved(sentence, at..end, direction, forms).or_else(|| preceded(sentence, at..end, direction, forms));
            candidates.extend(found);
        }
    }
}

/// The forms of movement that a word can be.
#[derive(Clone, Copy, Default)]
struct Forms {
    /// "rose", "up": the figure may follow at once.
    leads: bool,
    noun: bool,
    thermal: bool,
}

/// The words of movement at `at`: one past the last, and what they tell unless they are "turned down", which moves nothing.
fn movement(sentence: &Sentence<'_, '_>, at: usize) -> Option<(usize, Option<(Direction, Forms)>)> {
    let tokens = &sentence.tokens[..sentence.range.end];
    let (taken, told) = phrase_at(sentence.prose, tokens, at, |phrase| {
        let mut forms = Forms::default();
        let (mut found, mut idle) = (None, false);
        for &sense in phrase.senses {
            if let Sense::Movement(direction, form) = sense {
                found = Some(direction);
                match form {
                    Movement::Moves | Movement::Adverb => forms.leads = true,
                    Movement::Thermal => forms.thermal = true,
                    Movement::Moved => {}
                    Movement::Idle => idle = true,
                    Movement::Noun => forms.noun = true,
                }
            }
        }
        found.map(|direction| (!idle).then_some((direction, forms)))
    })?;
    Some((at + taken, told))
}

/// The figures of a movement, by the word that stands before each.
#[derive(Default)]
struct Ends {
    by: Option<Figure>,
    from: Option<Figure>,
    to: Option<Figure>,
}

impl Ends {
    fn figures(&self) -> impl Iterator<Item = &Figure> {
        [&self.by, &self.from, &self.to].into_iter().flatten()
    }

    fn last(&self) -> Option<usize> {
        self.figures().map(|figure| figure.whole.end).max()
    }
}

/// A movement whose figures follow it: "rose by 25% to 40", "climbs to $14.20 from $13.82".
fn moved<'t>(
    sentence: &Sentence<'_, 't>,
    words: Range<usize>,
    direction: Direction,
    forms: Forms,
) -> Option<Candidate<'t>> {
    let ends = ends(sentence, &words, forms);
    // "shortened the trip by three years" states a length of time.
    let lasting =
        ends.by.as_ref().and_then(|by| by.quantity.unit).is_some_and(|unit| unit.dimension() == Dimension::Duration);
    let enough = (ends.by.is_some() && !lasting) || (ends.from.is_some() && ends.to.is_some());
    let cold = |figure: &Figure| figure.quantity.unit.is_none_or(|unit| unit.dimension() != Dimension::Temperature);
    if !enough || forms.thermal && ends.figures().any(cold) {
        return None;
    }
    propose(words.start, &ends, direction)
}

/// The figures after a movement.
fn ends(sentence: &Sentence<'_, '_>, words: &Range<usize>, forms: Forms) -> Ends {
    let mut ends = Ends::default();
    let mut last = words.end;
    for (index, numeral) in sentence.numerals.iter().enumerate() {
        if numeral.tokens.start < last {
            continue;
        }
        let Some(mut figure) = figure::of(sentence, index) else { continue };
        // "went from 9 a.m. to 5 p.m."
        let hour = sentence.sense(figure.whole.end, |sense| matches!(sense, Sense::DayHalf(_)).then_some(())).is_some();
        // "up to 80%" hedges; it does not move.
        if hour || figure.whole.start < last || !reaches(sentence, last..figure.whole.start) {
            break;
        }
        let lead = figure.whole.start - 1;
        let part = part(numeral, &figure);
        let slot = match sentence.word(lead) {
            // "cut the grant by 18 votes to 9"
            "by" if !forms.leads && is_vote(sentence, numeral, words.end..lead) => break,
            "by" => &mut ends.by,
            // "cut the debt in half", not "fell in half of the towns".
            "in" if part.is_some() && !sentence.is_word(figure.whole.end, "of") => &mut ends.by,
            "from" => &mut ends.from,
            "to" | "at" if lead >= words.end => &mut ends.to,
            "of" if forms.noun && lead == words.end && !is_result(sentence, words, &figure) => &mut ends.by,
            _ if lead < words.end && forms.leads && is_amount(&figure) && !is_deficit(sentence, words, &figure) => {
                &mut ends.by
            }
            _ if lead < words.end && forms.leads && is_points(sentence, words, &figure) => {
                figure.whole.end += 1;
                &mut ends.by
            }
            _ => break,
        };
        if slot.is_some() {
            break;
        }
        // "a reduction of over one-half"
        if matches!(sentence.word(lead), "by" | "in" | "of") {
            figure.quantity = part.unwrap_or(figure.quantity);
        }
        last = figure.whole.end;
        *slot = Some(figure);
    }
    share_unit(&mut ends);
    ends
}

/// "by 18 votes to 9", unless what moves is itself told in votes: "cut her lead by 18 votes to 9".
fn is_vote(sentence: &Sentence<'_, '_>, numeral: &Numeral, moved: Range<usize>) -> bool {
    let end = numeral.tokens.end;
    let tallied = sentence.has(end, Sense::Tallied) && sentence.is_word(end + 1, "to");
    let against = || super::measured::numeral_at(sentence, end + 2).is_some();
    tallied && against() && !moved.clone().any(|at| sentence.has(at, Sense::Contest))
}

/// A part of what was before, in per cent: "by a third", "in half".
fn part(numeral: &Numeral, figure: &Figure) -> Option<Quantity> {
    let plain = figure.quantity.unit.is_none() && numeral.form == NumeralForm::Fraction;
    let part = numeral.number().filter(|number| plain && number.value() < Exact::ONE)?;
    Some(Quantity { hedge: figure.quantity.hedge, ..figure::share(part.value())? })
}

/// Whether words between two parts of a movement keep them together: a few, and of one clause.
fn reaches(sentence: &Sentence<'_, '_>, between: Range<usize>) -> bool {
    between.len() <= REACH
        && between.clone().all(|at| {
            let comma = sentence.word(at) == "," && at + 2 >= between.end;
            sentence.tokens[at].kind != TokenKind::Symbol || comma || matches!(sentence.word(at), "-" | "’" | "'")
        })
        && !between.clone().any(|at| {
            sentence.tokens[at].word.is_some_and(|word| word.may_begin(Begins::MOVEMENT))
                && !sentence.has(at, Sense::Function)
                || ["and", "but", "while", "who", "which", "that", "when", "after", "before", "as"]
                    .contains(&sentence.word(at))
        })
}

/// Whether a figure right after a verb says by how much: "rose 5%", "fell $3"; "rose 5 floors" does
/// not.
fn is_amount(figure: &Figure) -> bool {
    figure
        .quantity
        .unit
        .is_some_and(|unit| matches!(unit.dimension(), Dimension::Percent | Dimension::Points | Dimension::Currency))
}

/// "rose 123 points", "up 3 points"; "added 12 points" and "dropped 31 points" are a player's.
fn is_points(sentence: &Sentence<'_, '_>, words: &Range<usize>, figure: &Figure) -> bool {
    let points = ["point", "points"].iter().any(|word| sentence.is_word(figure.whole.end, word));
    let played = ["added", "dropped"].iter().any(|word| sentence.is_word(words.start, word));
    points && !played && figure.quantity.unit.is_none() && figure.whole.end < sentence.range.end
}

/// "a loss of $1.2 billion": what a year brought, and no movement.
fn is_result(sentence: &Sentence<'_, '_>, words: &Range<usize>, figure: &Figure) -> bool {
    let money = figure.quantity.unit.is_some_and(|unit| unit.dimension() == Dimension::Currency);
    money && sentence.is_word(words.end - 1, "loss")
}

/// "lost $88 million last year": what was lost, and no movement; unlike "shares lost $3" and "lost $3 to $45".
fn is_deficit(sentence: &Sentence<'_, '_>, words: &Range<usize>, figure: &Figure) -> bool {
    let money = figure.quantity.unit.is_some_and(|unit| unit.dimension() == Dimension::Currency);
    let lost = ["lost", "loses", "losing"].iter().any(|word| sentence.is_word(words.start, word));
    let end = figure.whole.end;
    let ends = ["to", "from"].iter().any(|word| sentence.is_word(end, word)) || sentence.is_word(end + 1, "share");
    let traded = || (sentence.range.start..words.start).any(|at| sentence.has(at, Sense::Market));
    money && lost && !ends && !traded()
}

/// "from 80 to 60 percent": both are in per cent.
fn share_unit(ends: &mut Ends) {
    if let (Some(from), Some(to)) = (&mut ends.from, &ends.to)
        && from.quantity.unit.is_none()
        && from.whole.end < to.whole.start
    {
        from.quantity.unit = to.quantity.unit;
    }
    // "from 20 years to 12"
    if let (Some(from), Some(to)) = (&ends.from, &mut ends.to)
        && to.quantity.unit.is_none()
        && from.whole.end < to.whole.start
        && from.quantity.unit.is_some_and(|unit| unit.dimension() == Dimension::Duration)
    {
        to.quantity.unit = from.quantity.unit;
    }
}

/// A figure with a noun of movement after it: "a 5% drop", "a 25-percent increase".
fn preceded<'t>(
    sentence: &Sentence<'_, 't>,
    words: Range<usize>,
    direction: Direction,
    forms: Forms,
) -> Option<Candidate<'t>> {
    let index = sentence.numerals.iter().rposition(|numeral| numeral.tokens.end <= words.start)?;
    // "a 5 to 10 percent drop"
    let range = index.checked_sub(1).and_then(|index| figure::of(sentence, index));
    let range = range.filter(|figure| figure.core.end > sentence.numerals[index].tokens.start);
    let figure = range.or_else(|| figure::of(sentence, index)).filter(is_amount)?;
    let adjective = words.start == figure.core.end + 1 && sentence.tokens[figure.core.end].kind == TokenKind::Word;
    let article = figure.whole.start.checked_sub(1).map_or("", |at| sentence.word(at));
    let definite = ["a", "an", "the", "its", "their", "another", "this", "that", "of", "with", "for"]
        .iter()
        .any(|word| article.eq_ignore_ascii_case(word))
        || sentence.word(figure.whole.start).eq_ignore_ascii_case("a");
    if !forms.noun
        || is_result(sentence, &words, &figure)
        || !definite
        || !(words.start == figure.core.end || adjective)
    {
        return None;
    }
    let start = figure.whole.start;
    let mut candidate = propose(start, &Ends { by: Some(figure), ..Ends::default() }, direction)?;
    candidate.whole.end = words.end;
    Some(candidate)
}

fn propose<'t>(start: usize, ends: &Ends, direction: Direction) -> Option<Candidate<'t>> {
    let quantity = |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.quantity);
    let by = quantity(&ends.by).map(|by| directed(by, direction));
    let figures = || ends.figures();
    let core = if let Some(by) = &ends.by {
        by.core.clone()
    } else {
        let start = figures().map(|figure| figure.core.start).min()?;
        start..figures().map(|figure| figure.core.end).max()?
    };
    let taken = figures().map(|figure| figure.whole.clone()).collect();
    let whole = start..ends.last()?;
    let value = Value::Change(Box::new(Change { by, from: quantity(&ends.from), to: quantity(&ends.to) }));
    Some(Candidate { kind: ClaimKind::Change, core, whole, value, of: None, figures: taken })
}

/// An amount with the sign of its direction.
fn directed(by: Quantity, direction: Direction) -> Quantity {
    match (direction, by.amount) {
        (Direction::Down, Amount::Point(number)) => Quantity { amount: Amount::Point(number.negated()), ..by },
        (Direction::Down, Amount::Vague(low, high)) => {
            Quantity { amount: Amount::Vague(high.negated(), low.negated()), ..by }
        }
        (Direction::Down, Amount::Range(low, high)) => {
            Quantity { amount: Amount::Range(high.negated(), low.negated()), ..by }
        }
        (Direction::Down, Amount::Rate(..)) | (Direction::Up, _) => by,
    }
}

/// To how many times as much a verb such as "doubled" or "halved" at `at` says that something moved.
fn factor(sentence: &Sentence<'_, '_>, at: usize) -> Option<Exact> {
    let verb = ["ed", "ing", "es"].iter().any(|ending| sentence.word(at).ends_with(ending));
    sentence.tokens[at].word.filter(|_| verb)?.senses().find_map(|sense| match sense {
        Sense::Factor(times, parts) => Exact::ratio(i128::from(times), i128::from(parts)),
        _ => None,
    })
}

/// "tripled to 9 million" and "halved" are changes; a bare "doubled" is the ratio of after to before.
fn multiplied<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>, at: usize, factor: Exact) {
    let words = at..at + 1;
    let ends = ends(sentence, &words, Forms::default());
    // "more than doubled"
    let hedged = super::hedge::around(sentence, &words);
    // "doubles" is tennis too.
    let first = ends.from.iter().chain(&ends.to).map(|figure| figure.whole.start).min();
    let tells = first == Some(words.end + 1) || matches!(hedged.hedge, Hedge::Nearly | Hedge::Over);
    if sentence.word(at).ends_with('s') && !tells {
        return;
    }
    if ends.from.is_some() || ends.to.is_some() {
        let by = factor.checked_sub(Exact::ONE).and_then(figure::share);
        let by = by.map(|by| Quantity { hedge: hedged.hedge, ..by });
        let Some(mut candidate) = propose(hedged.whole.start, &ends, Direction::Up) else { return };
        if let Value::Change(change) = &mut candidate.value {
            change.by = by;
        }
        candidates.push(candidate);
        return;
    }
    if factor < Exact::ONE {
        let Some(by) = Exact::ONE.checked_sub(factor).and_then(figure::share) else { return };
        let by = Figure { quantity: Quantity { hedge: hedged.hedge, ..by }, core: words, whole: hedged.whole };
        candidates.extend(propose(by.whole.start, &Ends { by: Some(by), ..Ends::default() }, Direction::Down));
        return;
    }
    let number = Number::new(factor, Exact::ONE);
    let value = Value::Quantity(Quantity { hedge: hedged.hedge, ..Quantity::exact(number) });
    candidates.push(Candidate {
        kind: ClaimKind::Ratio,
        core: words,
        whole: hedged.whole,
        value,
        of: None,
        figures: Vec::new(),
    });
}
