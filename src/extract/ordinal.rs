//! Ranks and order: "47th president", "third-largest city", "second term", "No. 2".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::counted::{self, Grammar};
use super::numeral::{Numeral, NumeralForm};
use super::{Candidate, Sentence, measured};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::Sense;
use crate::text::TokenKind;

/// Proposes order numbers with what they order, and numbered places.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    for numeral in sentence.numerals {
        let Some(rank) = numeral.whole() else { continue };
        let found = match numeral.form {
            NumeralForm::Ordinal => ordered(sentence, numeral, rank),
            NumeralForm::Digits | NumeralForm::Words => numbered(sentence, numeral),
            NumeralForm::Scaled
            | NumeralForm::Suffixed
            | NumeralForm::Fraction
            | NumeralForm::Group
            | NumeralForm::Vague => None,
        };
        if let Some((core, of)) = found {
            let whole = core.start..of.as_ref().map_or(core.end, |of| of.end.max(core.end));
            candidates.push(Candidate {
                kind: ClaimKind::Ordinal,
                core,
                whole,
                value: Value::Rank(rank),
                of,
                figures: Vec::new(),
            });
        }
    }
}

type Ranked = (Range<usize>, Option<Range<usize>>);

/// "ninth planet", "third-largest city", "21st".
fn ordered(sentence: &Sentence<'_, '_>, numeral: &Numeral, rank: u32) -> Option<Ranked> {
    let Range { start, end } = numeral.tokens;
    // "a 30-second delay".
    if sentence.tokens[start].glued && start > sentence.range.start && matches!(sentence.word(start - 1), "-" | "‑") {
        return None;
    }
    if is_part(sentence, start, end) || is_lasting(sentence, start, rank) {
        return None;
    }
    if let Some(best) = superlative(sentence, end) {
        let of = counted::after(sentence, best, Grammar::Singular);
        return Some((start..best, of));
    }
    // "the second two strategies"
    let pair = measured::numeral_at(sentence, end).filter(|next| next.form == NumeralForm::Words);
    let grammar = if pair.is_some() { Grammar::Plural } else { Grammar::Singular };
    let of = counted::after(sentence, pair.map_or(end, |pair| pair.tokens.end), grammar);
    let of = of.filter(|of| pair.is_some() || rank == 1 || !is_verb_of_the(sentence, start, of));
    let digits = sentence.tokens[start].kind == TokenKind::Number;
    // "Second.", "a twenty-first", but not "America First"
    let titled = sentence.is_capitalised(start) && sentence.before(start).is_some_and(|at| sentence.is_capitalised(at));
    let alone = !titled && sentence.range.len() <= numeral.tokens.len() + 1;
    // "first" and "second" are most often adverbs; "the first woman to" says a rank.
    let firm = match rank {
        1 => digits || is_the_first(sentence, start, of.as_ref()),
        _ => digits || of.is_some() || takes_place(sentence, start) || goes_on(sentence, &numeral.tokens),
    };
    let hyphen = matches!(sentence.word(end), "-" | "‑") && sentence.tokens[end].glued;
    // "second to none" and "second only to" are no ranks.
    let firm = firm && !(of.is_none() && sentence.is_word(end + usize::from(sentence.is_word(end, "only")), "to"));
    ((firm && !hyphen && !is_time(sentence, end)) || alone).then_some((start..end, of))
}

/// The end of a superlative after a rank: "third-largest", "second most populous".
fn superlative(sentence: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let hyphen = matches!(sentence.word(at), "-" | "‑") && sentence.tokens[at].glued;
    let start = at + usize::from(hyphen);
    let word = sentence.word(start);
    let known = sentence.has(start, Sense::Superlative);
    let most = ["most", "least"].iter().any(|most| word.eq_ignore_ascii_case(most));
    let formed = word.len() > 5 && word.ends_with("est") && !sentence.has(start, Sense::NoSuperlative);
    if !(known || formed) || start >= sentence.range.end {
        return None;
    }
    if most {
        let joined = matches!(sentence.word(start + 1), "-" | "‑");
        return Some((start + 2 + usize::from(joined)).min(sentence.range.end));
    }
    Some(start + 1)
}

/// Whether "first" ranks: "the first woman to lead", "the first state in the union".
fn is_the_first(sentence: &Sentence<'_, '_>, start: usize, of: Option<&Range<usize>>) -> bool {
    let before = start.checked_sub(1).map_or("", |at| sentence.word(at));
    let definite = ["the", "its", "their", "a"].iter().any(|word| before.eq_ignore_ascii_case(word));
    let Some(of) = of.filter(|_| definite) else { return false };
    ["to", "ever"].iter().any(|word| sentence.word(of.end).eq_ignore_ascii_case(word))
}

/// "the last third of the century": a part, and no rank.
fn is_part(sentence: &Sentence<'_, '_>, start: usize, end: usize) -> bool {
    const WHICH: [&str; 7] = ["last", "first", "final", "top", "bottom", "middle", "remaining"];
    let which = sentence.before(start).is_some_and(|at| WHICH.iter().any(|word| sentence.is_word(at, word)));
    which && sentence.is_word(end, "of")
}

/// "a one second delay": a length of time.
fn is_lasting(sentence: &Sentence<'_, '_>, start: usize, rank: u32) -> bool {
    let number = |at: usize| sentence.numerals.iter().any(|numeral| numeral.tokens.end == at + 1);
    rank == 2 && sentence.before(start).is_some_and(number)
}

/// "the second rests upon trust": whether what stands after "the second" is what it does.
fn is_verb_of_the(sentence: &Sentence<'_, '_>, start: usize, of: &Range<usize>) -> bool {
    let word = sentence.word(of.start);
    let form = word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
    let noun = sentence.has(of.start, Sense::Plural) || sentence.is_capitalised(of.start);
    let the = sentence.before(start).is_some_and(|the| sentence.is_word(the, "the"));
    let governs = sentence.has(of.end, Sense::Preposition) && sentence.word(of.end) != "of";
    the && of.len() == 1 && form && !noun && governs
}

/// Whether a rank stands after a verb of placing: "finished third", "ranked 12th", "came second".
fn takes_place(sentence: &Sentence<'_, '_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| sentence.has(before, Sense::Placing))
}

/// "31st nationally and second in the state": whether a rank is the next of several, by where it is held.
fn goes_on(sentence: &Sentence<'_, '_>, rank: &Range<usize>) -> bool {
    const REACH: usize = 10;
    let joined = sentence.before(rank.start).is_some_and(|at| matches!(sentence.word(at), "and" | "," | "but"));
    let held = |at: usize| matches!(sentence.word(at), "in" | "among" | "nationally" | "overall" | "worldwide");
    let earlier = |other: &Numeral| {
        let start = other.tokens.start;
        let digits = sentence.is_number(start) && held(other.tokens.end);
        other.form == NumeralForm::Ordinal && start + REACH > rank.start && (digits || takes_place(sentence, start))
    };
    joined && held(rank.end) && sentence.numerals.iter().take_while(|other| other.tokens.end < rank.start).any(earlier)
}

/// Whether what is ordered is a time or a class: "the third quarter", "21st century", "5th of May",
/// "fourth graders".
fn is_time(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let month = |at: usize| {
        sentence
            .tokens
            .get(at)
            .and_then(|token| token.word)
            .is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Month(_))))
    };
    // "the 13th of this month", "the 25th of last March"
    let turn = ["this", "the", "last", "next", "each", "every"].iter().any(|word| sentence.is_word(at + 1, word));
    let named = |at: usize| month(at) || sentence.is_word(at, "month");
    // "the 27th of the succeeding June"
    let which = ["present", "same", "following", "succeeding", "preceding", "current"];
    let which = which.iter().any(|word| sentence.is_word(at + 2, word));
    let of_turn = turn && (named(at + 2) || which && named(at + 3));
    let of_month = sentence.word(at).eq_ignore_ascii_case("of") && (month(at + 1) || of_turn);
    of_month || sentence.has(at, Sense::OrderedTime) || month(at)
}

/// "on day 33 of her hunger strike": whether the word before a number makes it one of the days that are counted.
fn is_counted_day(sentence: &Sentence<'_, '_>, numeral: &Numeral, before: usize) -> bool {
    let end = numeral.tokens.end;
    let dashed = sentence.is_glued(end) && matches!(sentence.word(end), "-" | "–" | "/");
    let counts = numeral.form == NumeralForm::Digits && !dashed && !measured::is_noun(sentence, end);
    // "the next day 40 were arrested", "on election day 12 were hurt"
    let leads = |at: usize| {
        let states = sentence.has(at, Sense::Told) || sentence.has(at, Sense::Preposition);
        states || sentence.tokens[at].is_symbol()
    };
    let free = sentence.before(before).is_none_or(leads);
    counts && free && sentence.is_word(before, "day") && !sentence.is_glued(numeral.tokens.start)
}

/// "No. 2", "number one", "day 33".
fn numbered(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Ranked> {
    let Range { start, end } = numeral.tokens;
    let sign = start.checked_sub(1).filter(|at| sentence.range.contains(at))?;
    if is_counted_day(sentence, numeral, sign) {
        return Some((sign..end, Some(sign..start)));
    }
    let abbreviated = sentence.word(sign) == "."
        && sign > sentence.range.start
        && matches!(sentence.word(sign - 1), "No" | "no" | "Nos" | "Nr");
    // "Of this number 244 were boys": how many, and no rank.
    let counts = |at: usize| {
        ["this", "that", "which", "whole", "they", "who", "we"].iter().any(|word| sentence.is_word(at, word))
    };
    // "our forces number five million"
    let many = numeral.whole().is_none_or(|rank| rank >= 1000);
    let named = sentence.word(sign).eq_ignore_ascii_case("number")
        && !many
        && sentence.word(end) != "of"
        && !sentence.before(sign).is_some_and(counts);
    let first = if abbreviated {
        sign - 1
    } else if named {
        sign
    } else {
        return None;
    };
    let of = counted::after(sentence, end, Grammar::Singular);
    // "amendment No. 22 printed in part B"
    let done = |word: &str| word.len() > 5 && word.ends_with("ed");
    let of = of.filter(|of| of.len() > 1 || !(done(sentence.word(of.start)) && sentence.has(of.end, Sense::Function)));
    Some((first..end, of))
}
