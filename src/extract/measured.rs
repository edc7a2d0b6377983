//! What figures with a unit make together: ranges ("3-5 km", "between €700 million and €900
//! million") and compounds ("6 feet 2 inches", "an hour and a half").

use std::ops::Range;

use super::counted::{self, Grammar};
use super::numeral::{Numeral, NumeralForm, mixed};
use super::range::{self, Bound};
use super::{Sentence, gapped, hedge};
use crate::lexicon::{self, Sense};
use crate::text::TokenKind;
use crate::value::{Amount, Dimension, Exact, Hedge, Number, Quantity, Unit};

/// A number with the unit or currency it is stated in.
#[derive(Clone, Debug)]
pub(super) struct Measured {
    pub(super) numeral: Numeral,
    pub(super) unit: Unit,
    /// The number with its unit: "$5", "nine miles".
    pub(super) core: Range<usize>,
}

/// A figure or a range of two, with how firmly it is stated.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    pub(super) quantity: Quantity,
    /// Without its hedge.
    pub(super) core: Range<usize>,
    /// With its hedge.
    pub(super) whole: Range<usize>,
}

/// Every figure of a sentence that `read` makes of its numbers, ranges joined.
pub(super) fn find(
    sentence: &Sentence<'_, '_>,
    read: impl Fn(&Numeral) -> Option<Measured>,
    mut propose: impl FnMut(Stated),
) {
    // Most sentences end here: no number has such a unit, nor shares that of another.
    if !sentence.numerals.iter().any(|numeral| read(numeral).is_some()) {
        return;
    }
    let mut resume = 0;
    for (index, numeral) in sentence.numerals.iter().enumerate() {
        if numeral.tokens.start < resume {
            continue;
        }
        if let Some(found) = figure(sentence, index, &read) {
            resume = found.core.end;
            propose(found);
        }
    }
}

/// The figure that the numeral at `index` begins, with the second one of a range.
pub(super) fn figure(
    sentence: &Sentence<'_, '_>,
    index: usize,
    read: impl Fn(&Numeral) -> Option<Measured>,
) -> Option<Stated> {
    let numeral = sentence.numerals.get(index)?;
    let first = read(numeral);
    let end = first.as_ref().map_or(numeral.tokens.end, |figure| figure.core.end);
    let next = sentence.numerals[index + 1..].iter().find(|next| next.tokens.start >= end);
    // Figures far apart are no range; most are settled here.
    let near = next.filter(|next| next.tokens.start <= end + REACH);
    let joined = near.and_then(|next| join(sentence, numeral, first.as_ref(), next, read(next).as_ref()));
    let gapped = || share(sentence, numeral, &read);
    let shared = || fallen_from(sentence, index, &read).or_else(|| listed(sentence, index, &read)).or_else(gapped);
    let single = || first.or_else(shared).map(|figure| stated(sentence, figure));
    joined.or_else(single)
}

/// How many tokens may stand between the figures of a range: "more than 5 km and not more than 10 km".
const REACH: usize = 7;

/// How many figures may share the unit of the last: "the 2-, 5-, 10- and 30-year bonds".
const LONGEST_LIST: usize = 5;

/// A bare number with the unit of the figure that ends its list: "45 and 50 mg", "10, 20 and 30 percent".
fn listed(sentence: &Sentence<'_, '_>, index: usize, read: impl Fn(&Numeral) -> Option<Measured>) -> Option<Measured> {
    let mut numerals = sentence.numerals.get(index..)?.iter().take(LONGEST_LIST);
    let numeral = numerals.next().filter(|numeral| is_plain(sentence, numeral))?;
    let mut last = numeral;
    let mut separated = false;
    for next in numerals {
        let (is_last, at) = separator(sentence, last.tokens.end)?;
        // "30 of 120, or 40%", "of those 240, 204, or 85%, stayed": a comma before "or" says the figure before it again,
        // where no list of three ends there.
        let closed = |at: usize| {
            read(next).is_some_and(|figure| figure.core.start == at && sentence.word(figure.core.end) == ",")
        };
        let again = sentence.word(at - 2) == ","
            && sentence.is_word(at - 1, "or")
            && (last.tokens == numeral.tokens || closed(at));
        if next.tokens.start != at || again {
            return None;
        }
        separated |= is_last;
        if let Some(figure) = read(next) {
            let shares = separated && figure.core.start == at && figure.core.end > next.tokens.end;
            let numeral = like(numeral, next, &figure.numeral).filter(|_| shares)?;
            return Some(Measured { core: numeral.tokens.clone(), numeral, ..figure });
        }
        if !is_plain(sentence, next) || separated {
            return None;
        }
        last = next;
    }
    None
}

/// 26 of "closed from 26 to 7 percent": a bare number from which something fell, with the unit of where it stands.
fn fallen_from(
    sentence: &Sentence<'_, '_>,
    index: usize,
    read: impl Fn(&Numeral) -> Option<Measured>,
) -> Option<Measured> {
    let [numeral, next] = sentence.numerals.get(index..index + 2)? else { return None };
    let from = sentence.before(numeral.tokens.start).is_some_and(|from| sentence.is_word(from, "from"));
    let to = sentence.is_word(numeral.tokens.end, "to") && next.tokens.start == numeral.tokens.end + 1;
    if !(from && to && is_plain(sentence, numeral)) {
        return None;
    }
    let figure = read(next)?;
    let share = figure.unit.dimension() == Dimension::Percent && figure.core.start == next.tokens.start;
    share.then(|| Measured { core: numeral.tokens.clone(), numeral: numeral.clone(), ..figure })
}

/// 23 of "Labour took 41 percent of the vote and the Civic Union 23": a bare number of a list whose first is a share.
fn share(
    sentence: &Sentence<'_, '_>,
    numeral: &Numeral,
    read: impl Fn(&Numeral) -> Option<Measured>,
) -> Option<Measured> {
    let (first, seam) = gapped::first(sentence, numeral.tokens.start)?;
    let share = read(first).filter(|share| share.unit.dimension() == Dimension::Percent)?;
    let of = counted::whole(sentence, share.core.end).map_or(share.core.end, |of| of.end);
    let joins = share.core.end <= seam.end && seam.end <= of;
    joins.then(|| Measured { core: numeral.tokens.clone(), numeral: numeral.clone(), ..share })
}

/// A bare number told in the unit of a figure: 10 of "10 to 15 cents" is a tenth of a dollar, as 15 is 0.15.
fn like(bare: &Numeral, written: &Numeral, read: &Numeral) -> Option<Numeral> {
    let (Some(number), Some(value)) = (written.number(), read.number()) else { return Some(bare.clone()) };
    // "5 to 10m wide": the letter was a unit.
    if number.value() == value.value() || written.form == NumeralForm::Suffixed {
        return Some(bare.clone());
    }
    let ratio = value.value().checked_div(number.value())?;
    let hundredths = ratio == Exact::constant(1, 100);
    let number = bare.number().filter(|_| hundredths)?.scaled(ratio)?;
    Some(Numeral { amount: Amount::Point(number), ..bare.clone() })
}

/// Whether a number is a figure of a list rather than a year or a rank.
fn is_plain(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let year = sentence.word(numeral.tokens.end - 1).len() == 4 && numeral.whole().is_some_and(is_year);
    matches!(numeral.form, NumeralForm::Digits | NumeralForm::Words | NumeralForm::Scaled) && !year
}

/// Whether a whole number can be a year of the news.
fn is_year(value: u32) -> bool {
    (1500..2100).contains(&value)
}

/// What parts two figures of a list at `at`, whether the last of it follows, and where that begins.
fn separator(sentence: &Sentence<'_, '_>, at: usize) -> Option<(bool, usize)> {
    // "20- and 30-year bonds".
    let hyphen = usize::from(sentence.word(at) == "-" && sentence.is_glued(at) && !sentence.is_glued(at + 1));
    match (sentence.word(at + hyphen), sentence.word(at + hyphen + 1)) {
        (",", "and" | "or") => Some((true, at + hyphen + 2)),
        ("and" | "or" | "&", _) => Some((true, at + hyphen + 1)),
        (",", _) => Some((false, at + hyphen + 1)),
        _ => None,
    }
}

/// A single figure with the hedge around it.
pub(super) fn stated(sentence: &Sentence<'_, '_>, figure: Measured) -> Stated {
    let hedged = hedge::around(sentence, &figure.core);
    let vague = matches!(figure.numeral.amount, Amount::Vague(..));
    // "30-odd miles"
    let inner = hedge::after(sentence, figure.numeral.tokens.end).filter(|&(end, _)| end < figure.core.end);
    let firm = matches!(hedged.hedge, Hedge::Exact | Hedge::About);
    let hedge = match inner {
        _ if vague => Hedge::Vague,
        Some((_, inner)) if firm => inner,
        Some(_) | None => hedged.hedge,
    };
    let quantity = Quantity { amount: figure.numeral.amount, unit: Some(figure.unit), hedge };
    Stated { quantity, core: figure.core, whole: hedged.whole }
}

/// The range that two numbers make, where one or both of them are figures with a unit.
fn join(
    sentence: &Sentence<'_, '_>,
    numeral: &Numeral,
    first: Option<&Measured>,
    next: &Numeral,
    second: Option<&Measured>,
) -> Option<Stated> {
    let bare = |numeral: &Numeral| numeral.tokens.clone();
    let (bounds, unit) = match (first, second) {
        // "$3 million to $5 million", "six months to two years".
        (Some(first), Some(second)) => {
            let (low, high, unit) = in_finer_unit(first, second)?;
            let (low, high) = (
                Bound { numeral: &low, core: first.core.clone() },
                Bound { numeral: &high, core: second.core.clone() },
            );
            (range::join(sentence, &low, &high)?, unit)
        }
        // "3-5 km", "ten to 20 dollars".
        (None, Some(second)) if second.core.start == next.tokens.start => {
            let like = like(numeral, next, &second.numeral)?;
            let low = Bound { numeral: &like, core: bare(numeral) };
            let high = Bound { numeral: &second.numeral, core: second.core.clone() };
            (range::join(sentence, &low, &high)?, second.unit)
        }
        // "$5-7 million", but not "gave $5 to 7 people".
        (Some(first), None) if first.core.end == first.numeral.tokens.end => {
            let dashed =
                next.tokens.start == first.core.end + 1 && sentence.tokens[first.core.end].kind == TokenKind::Symbol;
            if !dashed && next.scale == 0 {
                return None;
            }
            let (low, high) = (
                Bound { numeral: &first.numeral, core: first.core.clone() },
                Bound { numeral: next, core: bare(next) },
            );
            (range::join(sentence, &low, &high)?, first.unit)
        }
        (_, None | Some(_)) => return None,
    };
    let amount = Amount::Range(bounds.low, bounds.high);
    let quantity = Quantity { amount, unit: Some(unit), hedge: Hedge::Range };
    // "between 3 and 4 watts" is replaced as a whole.
    let opened = ["between", "from"].iter().any(|word| sentence.word(bounds.whole.start).eq_ignore_ascii_case(word));
    let core = if opened { bounds.whole.clone() } else { bounds.core };
    Some(Stated { quantity, core, whole: bounds.whole })
}

/// Two figures in the same unit, the finer of theirs: "30 minutes" and "2 hours" in minutes.
fn in_finer_unit(first: &Measured, second: &Measured) -> Option<(Numeral, Numeral, Unit)> {
    let (a, b) = (&first.numeral, &second.numeral);
    if first.unit == second.unit {
        return Some((a.clone(), b.clone(), first.unit));
    }
    if !first.unit.comparable(second.unit) || !first.unit.offset().is_zero() || !second.unit.offset().is_zero() {
        return None;
    }
    if first.unit.factor() < second.unit.factor() {
        return Some((a.clone(), converted(b, second.unit, first.unit)?, first.unit));
    }
    Some((converted(a, first.unit, second.unit)?, b.clone(), second.unit))
}

/// A number of the coarser unit in the finer one, where that is a whole number of it.
fn converted(numeral: &Numeral, from: Unit, to: Unit) -> Option<Numeral> {
    let ratio = from.factor().checked_div(to.factor()).filter(|ratio| ratio.is_integer())?;
    Some(Numeral { amount: Amount::Point(numeral.number()?.scaled(ratio)?), scale: 0, ..numeral.clone() })
}

/// A figure with the parts that follow it: "an hour and a half", "2 hours 45 minutes",
/// "6-foot-2". A compound is stated in its smallest unit.
pub(super) fn compound(
    sentence: &Sentence<'_, '_>,
    mut figure: Measured,
    read: impl Fn(&Numeral) -> Option<Measured>,
) -> Measured {
    while let Some(longer) = part(sentence, &figure, &read) {
        figure = longer;
    }
    figure
}

/// How a part is joined to the figure before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Space,
    Comma,
    And,
    Hyphen,
}

fn part(
    sentence: &Sentence<'_, '_>,
    figure: &Measured,
    read: impl Fn(&Numeral) -> Option<Measured>,
) -> Option<Measured> {
    let whole = figure.numeral.number().filter(|number| number.place() >= Exact::ONE)?;
    let (joint, at) = joint(sentence, figure.core.end);
    let numeral = numeral_at(sentence, at)?;
    let Some(smaller) = read(numeral) else {
        return and_fraction(sentence, figure, numeral, joint).or_else(|| bare_inches(figure, numeral, joint));
    };
    let (coarse, fine) = (figure.unit, smaller.unit);
    let number = smaller.numeral.number()?;
    if !coarse.comparable(fine) || coarse == fine || !is_compounded(coarse.dimension()) {
        return None;
    }
    let ratio = steps(coarse, fine)?;
    // "6 feet, 2 inches", but "5 miles, 200 feet" are two figures.
    let close = joint != Joint::Comma || coarse.dimension() == Dimension::Duration || ratio <= Exact::constant(16, 1);
    if number.value() >= ratio || number.value().is_negative() || !close {
        return None;
    }
    let value = whole.value().checked_mul(ratio)?.checked_add(number.value())?;
    Some(sum(figure, smaller.core.end, Number::new(value, number.place()), fine))
}

/// How many of the finer unit the coarser one has: a year that is told with days has 365.
fn steps(coarse: Unit, fine: Unit) -> Option<Exact> {
    let day = lexicon::unit("day")?;
    if coarse.id() == "year" && fine.factor() <= day.factor() {
        return Exact::from(365).checked_mul(day.factor())?.checked_div(fine.factor());
    }
    coarse.factor().checked_div(fine.factor())
}

/// "an hour and a half", "a mile and three-quarters"; not "two hours and half the money".
fn and_fraction(sentence: &Sentence<'_, '_>, figure: &Measured, part: &Numeral, joint: Joint) -> Option<Measured> {
    let after = sentence.word(part.tokens.end);
    let shares = ["of", "the", "a", "an"].iter().any(|word| after.eq_ignore_ascii_case(word));
    if joint != Joint::And || part.form != NumeralForm::Fraction || shares {
        return None;
    }
    let value = figure.numeral.number()?.value().checked_add(part.number()?.value())?;
    Some(sum(figure, part.tokens.end, mixed(value), figure.unit))
}

/// "a 6-foot-2 guard".
fn bare_inches(figure: &Measured, part: &Numeral, joint: Joint) -> Option<Measured> {
    if joint != Joint::Hyphen || figure.unit.id() != "foot" {
        return None;
    }
    let (feet, inches) = (figure.numeral.number()?.value(), part.number()?);
    let inch = lexicon::unit("inch")?;
    if inches.value() >= Exact::constant(12, 1) || inches.value().is_negative() {
        return None;
    }
    let value = feet.checked_mul(Exact::constant(12, 1))?.checked_add(inches.value())?;
    Some(sum(figure, part.tokens.end, Number::new(value, inches.place()), inch))
}

/// The figure drawn out to `end`, with its new value.
fn sum(figure: &Measured, end: usize, number: Number, unit: Unit) -> Measured {
    let numeral = Numeral { tokens: figure.numeral.tokens.start..end, amount: Amount::Point(number), ..figure.numeral };
    Measured { numeral, unit, core: figure.core.start..end }
}

/// What joins a part to the figure that ends at `at`, and where the part begins.
fn joint(sentence: &Sentence<'_, '_>, at: usize) -> (Joint, usize) {
    let is_glued = |at: usize| sentence.tokens.get(at).is_some_and(|token| token.glued);
    match sentence.word(at) {
        "-" | "‑" if is_glued(at) && is_glued(at + 1) => (Joint::Hyphen, at + 1),
        "and" => (Joint::And, at + 1),
        "," if sentence.word(at + 1) == "and" => (Joint::Comma, at + 2),
        "," => (Joint::Comma, at + 1),
        _ => (Joint::Space, at),
    }
}

/// Whether figures of this dimension are given in two units at once.
fn is_compounded(dimension: Dimension) -> bool {
    [Dimension::Length, Dimension::Mass, Dimension::Duration, Dimension::Volume, Dimension::Angle].contains(&dimension)
}

/// The numeral that begins at `at`.
pub(super) fn numeral_at<'a>(sentence: &Sentence<'a, '_>, at: usize) -> Option<&'a Numeral> {
    let index = sentence.numerals.binary_search_by_key(&at, |numeral| numeral.tokens.start).ok()?;
    sentence.numerals.get(index)
}

/// "a" or "an".
pub(super) fn is_article(word: &str) -> bool {
    word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an")
}

/// Whether a noun may stand at `at`: a word that is neither a number nor a mere function word.
pub(super) fn is_noun(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    sentence.tokens[..sentence.range.end].get(at).is_some_and(|token| {
        let is_content = token.word.is_none_or(|word| !word.is(Sense::Function) && !word.is(Sense::Extent));
        token.kind == TokenKind::Word && is_content && numeral_at(sentence, at).is_none()
    })
}

/// Whether an article's figure states a measure, "lasted an hour", "a mile away", rather than a
/// rate, "$5 an hour", or a thing, "a foot": by the words around it.
pub(super) fn is_measure(sentence: &Sentence<'_, '_>, figure: &Measured) -> bool {
    let has = |at: usize, sense: Sense| sentence.tokens[at].word.is_some_and(|word| word.is(sense));
    let Range { start, end } = figure.core;
    let alone = figure.core == sentence.range;
    let extent = end < sentence.range.end && has(end, Sense::Extent);
    // "in a year when prices rose" is a time and no length; "for a gallon" is a price's.
    let time = figure.unit.dimension() == Dimension::Duration
        && !["when", "that", "where", "of"].contains(&sentence.word(end));
    let spanning = time && start > sentence.range.start && has(start - 1, Sense::Spanning);
    alone || extent || spanning || hedge::around(sentence, &figure.core).hedge != Hedge::Exact
}

/// What is measured: the words after "of" in "25 pounds of flour".
pub(super) fn material(sentence: &Sentence<'_, '_>, at: usize) -> Option<Range<usize>> {
    if !sentence.word(at).eq_ignore_ascii_case("of") || at >= sentence.range.end {
        return None;
    }
    counted::after(sentence, at + 1, Grammar::Plural).or_else(|| counted::after(sentence, at + 1, Grammar::Singular))
}
