//! Figures in the draft's style: digits, words, groups, scales, scores and ranks.

use std::ops::Range;

use super::written::{self, Digits, cased, digits, in_digits, sense, words};
use crate::lexicon::{Sense, words_for};
use crate::value::{Dimension, Exact, Hedge, Number, Quantity, Score};

/// More significant digits than this no article writes.
const MOST_DIGITS: u8 = 9;

/// The letters that stand for a million, a billion and a trillion, by who writes them.
const LETTERS: [[&str; 3]; 4] = [["m", "bn", "tn"], ["M", "B", "T"], ["m", "b", "t"], ["mn", "bn", "tn"]];

/// A single figure: `fits` tells whether a number, with the hedge that stays, would agree.
pub(super) fn point(
    core: &str,
    number: Number,
    claimed: Quantity,
    target: Exact,
    fits: &dyn Fn(Number) -> bool,
) -> Option<String> {
    let found = digits(core)?;
    if let Some(new) = share(core, number, target, fits) {
        return Some(new);
    }
    // "$14.70 from $13.82": the one that was compared.
    let own = found.iter().filter(|written| scale_of(written, number).is_some()).collect::<Vec<_>>();
    let new = match own[..] {
        [] if found.is_empty() => in_words(core, number, claimed.hedge, target, fits)?,
        [written] => in_figures(core, written, number, claimed, target, fits)?,
        _ => return None,
    };
    // "two people" → "one people": the words around would have to change with it.
    let (one, hyphened) = (Exact::ONE, core.contains('-'));
    ((number.value() == one) == (target == one) || hyphened).then_some(new)
}

/// How many significant digits a replacement has at least: those of the draft's figure, and those
/// of a round reference, for the zeros of a wrong figure prove no rounding: "410 million" makes way
/// for 435 million, not 440.
fn fewest_digits(core: &str, hedge: Hedge, like: Number, target: Exact) -> u8 {
    let own = significant(like);
    if hedge != Hedge::Exact || core.contains('.') {
        return own;
    }
    let round = (1..=3).zip(candidates(target, hedge, 1)).find(|(_, value)| *value == target);
    round.map_or(own, |(digits, _)| own.max(digits))
}

/// The values to try, the coarsest first, beginning with so many digits. A bound is rounded to the
/// side on which it stays true.
fn candidates(target: Exact, hedge: Hedge, fewest: u8) -> impl Iterator<Item = Exact> {
    (fewest..=MOST_DIGITS).filter_map(move |count| {
        let step = Exact::decimal(1, target.magnitude()? + 1 - i32::from(count))?;
        let steps = target.checked_div(step)?;
        let below = Exact::ratio(steps.floor(), 1)?;
        let whole = match hedge {
            Hedge::Nearly | Hedge::Under | Hedge::AtMost | Hedge::UpTo if below < steps => {
                below.checked_add(Exact::ONE)?
            }
            Hedge::Over
            | Hedge::AtLeast
            | Hedge::JustOver
            | Hedge::Nearly
            | Hedge::Under
            | Hedge::AtMost
            | Hedge::UpTo => below,
            Hedge::Exact | Hedge::About | Hedge::Range | Hedge::Vague => steps.rounded_to(Exact::ONE)?,
        };
        whole.checked_mul(step)
    })
}

/// How many significant digits a number is written with.
fn significant(number: Number) -> u8 {
    let (first, last) = (number.value().magnitude(), number.place().magnitude());
    first.zip(last).and_then(|(first, last)| u8::try_from(first - last + 1).ok()).unwrap_or(1).max(1)
}

fn in_figures(
    core: &str,
    written: &Digits,
    number: Number,
    claimed: Quantity,
    target: Exact,
    fits: &dyn Fn(Number) -> bool,
) -> Option<String> {
    let Quantity { hedge, unit, .. } = claimed;
    let power = scale_of(written, number)?;
    let scale = Exact::decimal(1, power)?;
    let read_as = |text: &str, power: i32| written::read(text, 0..text.len())?.number.scaled(Exact::decimal(1, power)?);
    // A plain figure is replaced by the plain figure of the reference, where it is no longer; one with
    // zeros at its end is rounded.
    let is_rounded = written.decimals == 0 && written.number.place() > Exact::ONE;
    if power == 0 && hedge == Hedge::Exact && !is_rounded {
        let plain = in_digits(target, written)
            .filter(|plain| written::read(plain, 0..plain.len()).is_some_and(|new| new.decimals <= written.decimals));
        if let Some(plain) = plain.filter(|plain| read_as(plain, 0).is_some_and(fits)) {
            return Some(replaced(core, &written.range, &plain));
        }
    }
    candidates(target, hedge, fewest_digits(core, hedge, written.number, target)).find_map(|value| {
        let own = value.checked_div(scale)?;
        let (power, scaled) = rescaled(core, written, power, own, value)?;
        // "3.50 euros": a price has its cents.
        let is_price = power == 0 && unit.is_some_and(|unit| unit.dimension() == Dimension::Currency);
        let cents = if is_price && !scaled.value.is_integer() { 2 } else { 0 };
        let text = in_digits(scaled.value, &Digits { decimals: scaled.decimals.max(cents), ..written.clone() })?;
        fits(read_as(&text, power)?).then(|| scaled.put(core, &written.range, &text))
    })
}

/// A value in the scale it will be written with.
struct Scaled {
    value: Exact,
    /// How many digits must stand after the point.
    decimals: usize,
    /// The scale word to replace and what with.
    word: Option<(Range<usize>, &'static str)>,
}

impl Scaled {
    fn put(&self, core: &str, range: &Range<usize>, text: &str) -> String {
        match &self.word {
            // "0.9 million" without its scale loses the blank before it too.
            Some((word, "")) => format!("{}{text}{}", &core[..range.start], &core[word.end..]),
            Some((word, new)) => {
                format!("{}{text}{}{new}{}", &core[..range.start], &core[range.end..word.start], &core[word.end..])
            }
            None => replaced(core, range, text),
        }
    }
}

/// The draft's scale where the value goes with it ("7.2 million"), else the one that it goes with.
fn rescaled(core: &str, written: &Digits, power: i32, own: Exact, value: Exact) -> Option<(i32, Scaled)> {
    let thousand = Exact::from(1000);
    let kept = Scaled { value: own, decimals: if power > 0 { 0 } else { written.decimals }, word: None };
    // "€3,250 million" and "€0.6 million" are a house's way to write it.
    let least = if written.number.value() < Exact::ONE { Exact::constant(1, 10) } else { Exact::ONE };
    let most = if written.number.value() < thousand { thousand } else { Exact::from(1_000_000) };
    if power <= 0 || (own >= least && own < most) {
        return Some((power, kept));
    }
    let scale = |word: &str| sense(word, |sense| matches!(sense, Sense::Scale(power) if power > 2)).is_some();
    let rest = &core[written.range.end..];
    let (word, names) = match words(rest).find(|(_, word)| scale(word)) {
        Some((word, _)) => (word, [6, 9, 12].map(|power| words_for(Sense::Scale(power)).next())),
        // "€1,800m" is written too, but no further from the usual.
        None if own >= Exact::constant(1, 10) && own < Exact::from(10_000) => return Some((power, kept)),
        None => words(rest).next().filter(|(word, _)| word.start == 0).and_then(|(word, text)| {
            let letters = LETTERS.iter().find(|letters| letters.contains(&text))?;
            Some((word, letters.map(Some)))
        })?,
    };
    let word = word.start + written.range.end..word.end + written.range.end;
    if value < Exact::from(1_000_000) {
        return Some((0, Scaled { value, decimals: 0, word: Some((word, "")) }));
    }
    [6, 9, 12].into_iter().zip(names).find_map(|(power, name)| {
        let own = value.checked_div(Exact::decimal(1, power)?)?;
        let scaled = Scaled { value: own, decimals: 0, word: Some((word.clone(), name?)) };
        (own >= Exact::ONE && own < thousand).then_some((power, scaled))
    })
}

/// The power of ten by which digits are a number: 6 of "1.5" in "1.5 million".
fn scale_of(written: &Digits, number: Number) -> Option<i32> {
    let scale = number.value().checked_div(written.number.value())?;
    let power = scale.magnitude()?;
    (Exact::decimal(1, power)? == scale).then_some(power)
}

/// "two" → "three", "two million" → "three million", "a trio" → "a quartet".
fn in_words(core: &str, number: Number, hedge: Hedge, target: Exact, fits: &dyn Fn(Number) -> bool) -> Option<String> {
    let mut value = 0_u32;
    let mut place: Option<Range<usize>> = None;
    let mut scale = Exact::ONE;
    for (range, word) in words(core) {
        let numeric = |sense: Sense| {
            matches!(
                sense,
                Sense::Cardinal(_)
                    | Sense::Scale(_)
                    | Sense::Group(_)
                    | Sense::Fraction(_)
                    | Sense::Vague(..)
                    | Sense::Multiple(_)
            )
        };
        match sense(word, numeric) {
            None => {}
            Some(Sense::Cardinal(part)) => {
                let start = place.as_ref().map_or(range.start, |place| place.start);
                // "one hundred and seventy-three".
                if scale == Exact::from(100) {
                    (value, scale) = (value.checked_mul(100)?, Exact::ONE);
                }
                value = value.checked_add(u32::from(part))?;
                place = Some(start..range.end);
            }
            Some(Sense::Scale(power)) if place.is_some() && scale == Exact::ONE => {
                scale = Exact::decimal(1, i32::from(power))?;
            }
            Some(Sense::Group(size)) if place.is_none() && number.value() == Exact::from(i64::from(size)) => {
                return group(core, &range, word, target);
            }
            Some(_) => return None,
        }
    }
    let place = place?;
    if Exact::from(i64::from(value)).checked_mul(scale)? != number.value() {
        return None;
    }
    let old = &core[place.clone()];
    candidates(target, hedge, significant(number)).find_map(|value| {
        let own = value.checked_div(scale)?;
        let small = own.is_integer().then(|| u8::try_from(own.numerator()).ok()).flatten();
        let opens = old.starts_with(char::is_uppercase);
        let word = small.filter(|&small| small <= 20 || (small < 100 && (opens || number.value() > Exact::from(20))));
        let new = match word {
            Some(small) => cased(written::spelled(small)?, old),
            // A sentence does not begin with digits.
            None if opens || own < Exact::ONE || (scale > Exact::ONE && own >= Exact::from(1000)) => return None,
            None => {
                let like = Digits {
                    range: 0..0,
                    number: Number::new(Exact::ZERO, Exact::ONE),
                    whole: 0,
                    decimals: 0,
                    grouped: true,
                };
                in_digits(own, &like)?
            }
        };
        let read = Number::new(value, value.magnitude().and_then(|power| Exact::decimal(1, power))?);
        fits(read).then(|| replaced(core, &place, &new))
    })
}

/// "1 in 3" → "1 in 4", "two out of five" → "four out of five".
fn share(core: &str, number: Number, target: Exact, fits: &dyn Fn(Number) -> bool) -> Option<String> {
    let parts = whole_numbers(core)?;
    let [(first, one), (second, all)] = &parts[..] else { return None };
    let ratio = |one: i128, all: i128| (all > 0).then(|| Exact::ratio(one, all)).flatten();
    if ratio(*one, *all)? != number.value() || target.is_zero() {
        return None;
    }
    let (place, new, value) = if *one == 1 {
        let all = Exact::ONE.checked_div(target)?.rounded_to(Exact::ONE)?.numerator();
        (second, all, ratio(1, all)?)
    } else {
        let one = target.checked_mul(Exact::ratio(*all, 1)?)?.rounded_to(Exact::ONE)?.numerator();
        (first, one, ratio(one, *all)?)
    };
    let in_digits = core[place.clone()].starts_with(|c: char| c.is_ascii_digit());
    let text = if in_digits { new.to_string() } else { written::spelled(u8::try_from(new).ok()?)? };
    let below_one = value < Exact::ONE && fits(Number::new(value, Exact::ZERO));
    below_one.then(|| replaced(core, place, &cased(text, &core[place.clone()])))
}

/// The whole numbers of a core, all in digits or all in single words.
fn whole_numbers(core: &str) -> Option<Vec<(Range<usize>, i128)>> {
    let found = digits(core)?;
    if found.is_empty() {
        let cardinal = |word: &str| match sense(word, |sense| matches!(sense, Sense::Cardinal(_))) {
            Some(Sense::Cardinal(number)) => Some(i128::from(number)),
            Some(_) | None => None,
        };
        return Some(words(core).filter_map(|(range, word)| Some((range, cardinal(word)?))).collect());
    }
    let whole = |written: Digits| {
        let value = written.number.value();
        value.is_integer().then(|| (written.range, value.numerator()))
    };
    found.into_iter().map(whole).collect()
}

/// Groups that go by the name of their size; a dozen goes by a number.
fn group(core: &str, range: &Range<usize>, word: &str, target: Exact) -> Option<String> {
    let size = u32::try_from(target.numerator()).ok().filter(|_| target.is_integer())?;
    if word.eq_ignore_ascii_case("dozen") || word.eq_ignore_ascii_case("couple") {
        return None;
    }
    // "trio" rather than "threesome", as the last of the alphabet happens to be.
    let new = words_for(Sense::Group(size)).filter(|new| !new.ends_with("some")).last().filter(|_| size < 12)?;
    Some(replaced(core, range, &cased(new.to_owned(), word)))
}

/// A range whose two ends are in digits.
pub(super) fn range(
    core: &str,
    (low, high): (Number, Number),
    (first, last): (Exact, Exact),
    fits: &dyn Fn(Number, Number) -> bool,
) -> Option<String> {
    let found = digits(core)?;
    let [one, other] = &found[..] else { return None };
    // "$5-7 million": one scale for both.
    let scale_of = |number: Number, written: &Digits| number.value().checked_div(written.number.value());
    let (scale, other_scale) = (scale_of(low, one)?, scale_of(high, other)?);
    let end = |value: Exact, scale: Exact, like: &Digits| {
        let text = in_digits(value.checked_div(scale)?, &Digits { decimals: 0, ..like.clone() })?;
        let number = written::read(&text, 0..text.len())?.number.scaled(scale)?;
        (text.len() <= 9).then_some((text, number))
    };
    let ((new, from), (other_new, to)) = (end(first, scale, one)?, end(last, other_scale, other)?);
    let new = format!(
        "{}{new}{}{other_new}{}",
        &core[..one.range.start],
        &core[one.range.end..other.range.start],
        &core[other.range.end..]
    );
    fits(from, to).then_some(new)
}

/// "3-1": the two figures in the order of the draft.
pub(super) fn score(core: &str, score: Score, fact: Score) -> Option<String> {
    let found = digits(core)?;
    let [one, other] = &found[..] else { return None };
    let turned = (score.first < score.second) != (fact.first < fact.second);
    let (first, second) = if turned { (fact.second, fact.first) } else { (fact.first, fact.second) };
    Some(format!(
        "{}{first}{}{second}{}",
        &core[..one.range.start],
        &core[one.range.end..other.range.start],
        &core[other.range.end..]
    ))
}

/// "47th" → "45th", "third" → "fourth", "No. 2" → "No. 3".
pub(super) fn rank(core: &str, rank: u32, fact: u32) -> Option<String> {
    match &digits(core)?[..] {
        [written] => {
            let ending = written::ordinal_ending(rank);
            let range = &written.range;
            if core[range.end..].starts_with(ending) {
                let new = format!("{fact}{}", written::ordinal_ending(fact));
                return Some(replaced(core, &(range.start..range.end + ending.len()), &new));
            }
            Some(replaced(core, range, &fact.to_string()))
        }
        [] => {
            let (range, word) =
                words(core).find(|(_, word)| sense(word, |sense| sense == Sense::Ordinal(rank)).is_some())?;
            let new = words_for(Sense::Ordinal(fact)).next()?;
            Some(replaced(core, &range, &cased(new.to_owned(), word)))
        }
        _ => None,
    }
}

fn replaced(core: &str, range: &Range<usize>, new: &str) -> String {
    format!("{}{new}{}", &core[..range.start], &core[range.end..])
}
