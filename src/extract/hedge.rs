//! How firmly a figure is stated, by the words around it: "about", "more than", "or so", "-plus".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::Sentence;
use super::numeral::NumeralForm;
use crate::lexicon::{Begins, Phrase, Sense};
use crate::text::{Token, phrase_at};
use crate::value::{Dimension, Exact, Hedge};

/// A figure's hedge, and its tokens together with those of the hedge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hedged {
    pub(super) hedge: Hedge,
    pub(super) whole: Range<usize>,
}

/// The longest hedge before a figure, in words: "in the neighborhood of".
const LONGEST: usize = 5;

/// The hedge of the figure at `core`, its unit or sign included: "nearly" for "nearly three-hour",
/// "at least" for "at least about 40".
///
/// Finders of figures call it once a figure, with the tokens of the figure and its unit.
pub(super) fn around(sentence: &Sentence<'_, '_>, core: &Range<usize>) -> Hedged {
    let mut found = Hedged { hedge: Hedge::Exact, whole: core.clone() };
    let mut start = core.start;
    while let Some((at, hedge)) = before(sentence, core, start) {
        // "passed less than 9,000 kilometers from Earth": what bounds the figure already leaves "passed" a verb.
        if !matches!(found.hedge, Hedge::Exact | Hedge::About) && sentence.means(at, Sense::LooseHedge) {
            break;
        }
        found.hedge = stronger(hedge, found.hedge);
        found.whole.start = at;
        start = at;
    }
    // "$7.5+ million"
    if core.len() > 2 && (core.start + 1..core.end).any(|at| sentence.word(at) == "+") {
        found.hedge = stronger(found.hedge, Hedge::Over);
    }
    if let Some((end, hedge)) = after(sentence, core.end) {
        found.hedge = stronger(found.hedge, hedge);
        found.whole.end = end;
    }
    found
}

/// The hedge before a date or an hour and where it begins: "about 1850", "circa 1850"; none in "speak about
/// tonight", "perhaps this year".
pub(super) fn before_time(sentence: &Sentence<'_, '_>, start: usize) -> Option<(usize, Hedge)> {
    if sentence.sense(start, |sense| matches!(sense, Sense::Day(_) | Sense::Turn(_)).then_some(())).is_some() {
        return None;
    }
    let first = start.saturating_sub(2).max(sentence.range.start);
    let found = (first..start).find_map(|at| {
        let (end, hedge) = sentence.sense(at, |sense| match sense {
            Sense::HedgeBefore(hedge @ (Hedge::Exact | Hedge::About | Hedge::AtLeast)) => Some(hedge),
            _ => None,
        })?;
        (end == start).then_some((at, hedge))
    });
    found.filter(|&(_, hedge)| hedge != Hedge::Exact)
}

/// The hedge before an hour alone and where it begins, or one that may stand before a date: "shortly before noon".
pub(super) fn before_hour(sentence: &Sentence<'_, '_>, start: usize) -> Option<(usize, Hedge)> {
    let first = start.saturating_sub(LONGEST).max(sentence.range.start);
    let found = (first..start).find_map(|at| {
        let clock = |sense| if let Sense::HedgeClock(hedge) = sense { Some(hedge) } else { None };
        let (end, hedge) = sentence.sense(at, clock)?;
        (end == start).then_some((at, hedge))
    });
    found.or_else(|| before_time(sentence, start))
}

/// The hedge that stands right after a figure, and where it ends: "or so" in "40 people or so".
pub(super) fn after(sentence: &Sentence<'_, '_>, at: usize) -> Option<(usize, Hedge)> {
    let tokens = &sentence.tokens[..sentence.range.end];
    tokens.get(at).filter(|token| token.begins.any(Begins::HEDGED))?;
    let (taken, hedge) = phrase_at(sentence.prose, tokens, at, |phrase| {
        phrase.senses.iter().find_map(|&sense| match sense {
            Sense::HedgeAfter(hedge) => Some(hedge),
            _ => None,
        })
    })?;
    let first = sentence.word(at);
    // "30-plus", "30+" belong to the figure; "30 plus 5" and "30 + 5" do not.
    let joined = tokens[at].glued || first.bytes().all(|byte| byte.is_ascii_alphabetic()) && first != "plus";
    // "5000 or less than 6000" hedges the figure that follows.
    let compares = sentence.is_word(at + taken, "than") && first == "or";
    // "a decade and over a mile" hedges the mile.
    let sum = |at: usize| matches!(sentence.word(at), "$" | "€" | "£" | "¥");
    let next = ["a", "an"].iter().any(|article| sentence.is_word(at + taken, article))
        || sentence.is_number(at + taken)
        || sum(at + taken);
    let governs = first == "and" && next;
    (joined && !compares && !governs).then_some((at + taken, hedge))
}

/// The hedge that ends before `start`, and where it begins. An article or "another" may stand
/// between: "nearly a 40-foot fall", "at least another 40".
fn before(sentence: &Sentence<'_, '_>, core: &Range<usize>, start: usize) -> Option<(usize, Hedge)> {
    let direct = ending(sentence, core, start);
    if direct.is_some() || start != core.start || start == sentence.range.start {
        return direct;
    }
    let word = sentence.word(start - 1);
    let between = ["a", "an", "another"].iter().any(|between| word.eq_ignore_ascii_case(between));
    if between { ending(sentence, core, start - 1) } else { None }
}

/// The longest hedge whose last word stands right before `end`.
fn ending(sentence: &Sentence<'_, '_>, core: &Range<usize>, end: usize) -> Option<(usize, Hedge)> {
    let tokens = &sentence.tokens[..end];
    // A hedge stands apart from its figure, except for signs: "~40".
    if end < sentence.tokens.len() && sentence.tokens[end].glued && tokens.last()?.word.is_none() {
        return None;
    }
    let first = sentence.range.start.max(end.saturating_sub(LONGEST));
    let may_begin = |at: &usize| tokens[*at].begins.any(Begins::HEDGE);
    let found = (first..end).filter(may_begin).find_map(|at| {
        let wanted = |phrase: &'static Phrase| {
            let ends = at + 1 + phrase.rest.len() == end;
            let hedge = phrase.senses.iter().find_map(|&sense| match sense {
                Sense::HedgeBefore(hedge) => Some(hedge),
                _ => None,
            });
            hedge.filter(|_| ends).map(|hedge| (hedge, phrase.senses.contains(&Sense::LooseHedge)))
        };
        let (_, (hedge, loose)) = phrase_at(sentence.prose, tokens, at, wanted)?;
        (!loose || fits_loose(sentence, core, at)).then_some((at, hedge))
    });
    found.filter(|&(_, hedge)| hedge != Hedge::Exact && !compares(sentence, core, end))
}

/// "higher than two years ago": whether what is greater or smaller is no figure but what was then.
fn compares(sentence: &Sentence<'_, '_>, core: &Range<usize>, end: usize) -> bool {
    const AGO: [&str; 3] = ["ago", "earlier", "before"];
    let then = AGO.iter().any(|word| sentence.is_word(core.end, word));
    let amount = || ["more", "less"].iter().any(|word| sentence.is_word(end - 2, word));
    then && end >= 2 && sentence.is_word(end - 1, "than") && !amount()
}

/// Whether a word such as "over" or "passed" at `at` hedges the figure rather than governs it.
fn fits_loose(sentence: &Sentence<'_, '_>, core: &Range<usize>, at: usize) -> bool {
    let mut numerals = sentence.numerals.iter().chain(sentence.articles);
    let Some(numeral) = numerals.find(|numeral| core.contains(&numeral.tokens.start)) else {
        return false;
    };
    let word = sentence.word(at);
    if word.eq_ignore_ascii_case("some") {
        // "some one", "some half".
        let is_one = numeral.number().is_some_and(|number| number.value() == Exact::ONE);
        return !is_one
            && matches!(numeral.form, form if form != NumeralForm::Fraction && form != NumeralForm::Ordinal);
    }
    if is_in(sentence, core, Dimension::Length) && goes(sentence, core, at) || is_spread(sentence, core, at) {
        return false;
    }
    if is_in(sentence, core, Dimension::Duration) {
        // "fell 20% over five years" is a time in which, "lasted over five years" a length.
        let article = usize::from(at + 1 < core.start && ["a", "an"].iter().any(|word| sentence.is_word(at + 1, word)));
        let bare = word.eq_ignore_ascii_case("over") && at + 1 + article == core.start;
        return !bare || takes_length(sentence, core, at);
    }
    let has_unit = *core != numeral.tokens;
    let small = numeral.number().is_some_and(|number| number.value() <= Exact::constant(20, 1));
    let spelled = !matches!(
        numeral.form,
        NumeralForm::Digits | NumeralForm::Scaled | NumeralForm::Suffixed | NumeralForm::Fraction
    );
    // "over a dozen arrests"
    let dozen =
        numeral.form == NumeralForm::Group && numeral.number().is_some_and(|n| n.value() == Exact::constant(12, 1));
    has_unit || dozen || !(small && spelled)
}

/// Whether the figure has a unit of this dimension: a stretch of time, a length.
fn is_in(sentence: &Sentence<'_, '_>, core: &Range<usize>, dimension: Dimension) -> bool {
    sentence.tokens[core.clone()].iter().any(|token| {
        token.word.is_some_and(|word| {
            word.senses().any(|sense| matches!(sense, Sense::Unit(unit, _) if unit.dimension() == dimension))
        })
    })
}

/// "passed 98 million miles from Earth": whether a verb tells how far away something went by.
fn goes(sentence: &Sentence<'_, '_>, core: &Range<usize>, at: usize) -> bool {
    let passes = ["passed", "passing"].iter().any(|verb| sentence.is_word(at, verb));
    passes && at + 1 == core.start && sentence.is_word(core.end, "from")
}

/// "spilled 2,400 barrels over 17 hectares", "spread over 17 hectares": whether "over" at `at` tells where.
fn is_spread(sentence: &Sentence<'_, '_>, core: &Range<usize>, at: usize) -> bool {
    let bare = sentence.is_word(at, "over") && at + 1 == core.start && !sentence.has(core.end, Sense::Extent);
    let place = || [Dimension::Area, Dimension::Length].iter().any(|&dimension| is_in(sentence, core, dimension));
    let verb = || sentence.before(at).is_some_and(|at| sentence.has(at, Sense::Spreads));
    bare && place() && (verb() || follows_amount(sentence, at))
}

/// "2,400 barrels over", "12 inches of rain over": whether an amount of something ends before `at`.
fn follows_amount(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let parts = |at: usize| sentence.has(at, Sense::Boundary) || sentence.has(at, Sense::Function);
    let noun = |at: usize| !sentence.tokens[at].is_symbol() && (!parts(at) || sentence.is_word(at, "of"));
    let last = sentence.numerals.iter().rfind(|numeral| numeral.tokens.end < at);
    last.is_some_and(|last| at <= last.tokens.end + 4 && (last.tokens.end..at).all(noun))
}

/// Whether the words around "over" at `at` speak of how long something is: "for over five years",
/// "over five years ago".
fn takes_length(sentence: &Sentence<'_, '_>, core: &Range<usize>, at: usize) -> bool {
    const BEFORE: [&str; 7] = ["is", "was", "were", "been", "of", "just", "well"];
    const AFTER: [&str; 5] = ["ago", "old", "later", "earlier", "before"];
    let spans = |token: &Token| {
        let listed = BEFORE.iter().any(|word| token.text(sentence.prose).eq_ignore_ascii_case(word));
        listed || token.word.is_some_and(|word| word.is(Sense::Spanning))
    };
    let follows = at > sentence.range.start && spans(&sentence.tokens[at - 1]);
    // "over two days before convicting him"
    let meanwhile = sentence.is_word(core.end, "before") && sentence.word(core.end + 1).ends_with("ing");
    follows || !meanwhile && AFTER.iter().any(|word| sentence.word(core.end).eq_ignore_ascii_case(word))
}

/// Of two hedges that stand together, the one that bounds: "at least" of "at least about".
fn stronger(outer: Hedge, inner: Hedge) -> Hedge {
    match (outer, inner) {
        (hedge, Hedge::Exact | Hedge::About) | (Hedge::Exact | Hedge::About, hedge) => {
            if hedge == Hedge::Exact {
                inner
            } else {
                hedge
            }
        }
        (outer, _) => outer,
    }
}
