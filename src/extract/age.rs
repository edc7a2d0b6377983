//! Ages: "72-year-old", "the two-month-old baby", "ten years old", "aged 72", "Putin, 72,".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::measured::{self, Measured, Stated};
use super::name::Name;
use super::numeral::{Numeral, NumeralForm};
use super::{Candidate, Sentence, hedge, unit};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::{self, Begins, Sense};
use crate::text::TokenKind;
use crate::value::{Amount, Dimension, Exact, Hedge, Number, Quantity, Unit};

/// How many tokens behind a number "old" may end its age: "18-month-old", "ten years of age".
const OLD: usize = 8;
/// How many tokens may stand between "the mean age" and its verb: "of the people who took part in the trial".
const MEAN: usize = 10;

/// Proposes every age.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    let mut propose = |stated: Stated| {
        candidates.push(Candidate {
            kind: ClaimKind::Age,
            value: Value::Quantity(stated.quantity),
            of: None,
            figures: Vec::new(),
            core: stated.core,
            whole: stated.whole,
        });
    };
    let decades = sentence.beginning(Begins::DECADE.with(Begins::DIGITS));
    decades.filter_map(|at| in_decade(sentence, at)).for_each(&mut propose);
    sentence.numerals.iter().filter_map(|numeral| age_group(sentence, numeral)).for_each(&mut propose);
    measured::find(sentence, |numeral| old(sentence, numeral), &mut propose);
    let spoken_of = sentence.begins.any(Begins::AGE);
    let worded = |numeral: &Numeral| if spoken_of { worded(sentence, numeral) } else { None };
    measured::find(
        sentence,
        |numeral| placed(sentence, numeral).or_else(|| worded(numeral)),
        |mut stated| {
            if let Some(start) = aged(sentence, stated.whole.start) {
                stated.whole.start = start;
                // "under the age of 18".
                if stated.quantity.hedge == Hedge::Exact {
                    let hedged = hedge::around(sentence, &stated.whole);
                    (stated.quantity.hedge, stated.whole) = (hedged.hedge, hedged.whole);
                }
            }
            // "children under five"
            let side = sentence.before(stated.whole.start).filter(|_| stated.quantity.hedge == Hedge::Exact);
            if let Some((side, hedge)) = side.and_then(|side| people_bound(sentence, side)) {
                (stated.quantity.hedge, stated.whole.start) = (hedge, side);
            }
            propose(stated);
        },
    );
}

/// "a man in his 60s", "in her early forties": the ten years of life; the words before narrow it no further.
fn in_decade(sentence: &Sentence<'_, '_>, at: usize) -> Option<Stated> {
    let (end, years) = decade(sentence, at).filter(|&(end, _)| end <= sentence.range.end)?;
    let part = |at: usize| sentence.has(at, Sense::DatePart) || sentence.is_word(at, "mid");
    let before = sentence.before(at)?;
    let dash = if sentence.word(before) == "-" { sentence.before(before)? } else { before };
    let start = if part(dash) { dash } else { at };
    let owner = sentence.before(start).filter(|&owner| sentence.has(owner, Sense::Owner))?;
    // "their 60s hits"
    let within = sentence.before(owner)?;
    if !sentence.has(within, Sense::Function) && !sentence.has(within, Sense::Boundary) {
        return None;
    }
    let amount = Amount::Range(Number::whole(years), Number::whole(years + 9));
    let quantity = Quantity { amount, unit: Some(lexicon::unit("year")?), hedge: Hedge::Range };
    Some(Stated { quantity, core: at..end, whole: start..end })
}

/// "under-16s", "the over-65s".
fn age_group(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Stated> {
    let Range { start, end } = numeral.tokens;
    let tied = sentence.word(end) == "s" && [start, end].iter().all(|&at| sentence.is_glued(at));
    let dash = sentence.before(start).filter(|&dash| tied && sentence.word(dash) == "-" && sentence.is_glued(dash))?;
    let side = sentence.before(dash)?;
    let hedge = match sentence.word(side) {
        "under" | "Under" => Hedge::Under,
        "over" | "Over" => Hedge::Over,
        _ => return None,
    };
    let quantity = Quantity { amount: numeral.amount, unit: Some(lexicon::unit("year")?), hedge };
    Some(Stated { quantity, core: start..end + 1, whole: side..end + 1 })
}

/// The tens of years at `at`, and where the words for them end: "60s", "sixties".
fn decade(sentence: &Sentence<'_, '_>, at: usize) -> Option<(usize, i64)> {
    let token = &sentence.tokens[at];
    if token.kind == TokenKind::Word {
        let years =
            token.word.filter(|_| sentence.word(at).ends_with("ties"))?.senses().find_map(|sense| match sense {
                Sense::Decade(years) => Some(i64::from(years)),
                _ => None,
            })?;
        return Some((at + 1, years));
    }
    if token.kind == TokenKind::Symbol || !sentence.is_glued(at + 1) {
        return None;
    }
    let years = sentence.word(at).parse().ok().filter(|years| (20..=90).contains(years) && years % 10 == 0)?;
    (sentence.word(at + 1) == "s").then_some((at + 2, years))
}

/// "72-year-old", "ten years old", "eighteen months of age", "87 yo".
fn old(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Measured> {
    let end = numeral.tokens.end;
    // Most numbers end here: nothing is old near them.
    let is_old =
        |at: usize| sentence.tokens[at].length() <= 4 && matches!(sentence.word(at), "old" | "olds" | "age" | "yo");
    if !(end..sentence.range.end).take(OLD).any(is_old) {
        return None;
    }
    let time = unit::after(sentence, numeral, |unit| unit.dimension() == Dimension::Duration);
    let Some(time) = time else {
        return (sentence.word(end) == "yo").then(|| year(numeral, end + 1)).flatten();
    };
    let end = time.core.end;
    let hyphened = sentence.word(end) == "-" && sentence.tokens[end].glued;
    let at = end + usize::from(hyphened);
    let end = match sentence.word(at) {
        "old" | "olds" => at + 1,
        "of" if sentence.word(at + 1) == "age" => at + 2,
        _ => return None,
    };
    (end <= sentence.range.end).then_some(Measured { core: time.core.start..end, ..time })
}

/// "Putin, 72,", "She was 19.", "children under five": years whose place tells that they are somebody's age.
fn placed(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Measured> {
    let told = is_lived(numeral)
        && (follows_name(sentence, numeral)
            || is_said_of_person(sentence, numeral)
            || is_at_age(sentence, numeral)
            || is_one_of_several(sentence, numeral)
            || is_said_of_several(sentence, numeral)
            || is_of_eldest(sentence, numeral)
            || opens_with_age(sentence, numeral)
            || is_of_death(sentence, numeral)
            || bounds_people(sentence, numeral)
            || is_bounded_age(sentence, numeral));
    if told { year(numeral, numeral.tokens.end) } else { None }
}

/// "aged 72", "at the age of 24", "turned 40", "the mean age was 67.3": years, unless a unit follows.
fn worded(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<Measured> {
    let end = numeral.tokens.end;
    let is_time = |unit: Unit| unit.dimension() == Dimension::Duration;
    if is_plain(numeral) && is_mean_age(sentence, numeral) {
        return unit::after(sentence, numeral, is_time).or_else(|| year(numeral, end));
    }
    if !is_lived(numeral) && !is_halved(numeral) {
        return if is_anniversary(sentence, numeral) { year(numeral, end) } else { None };
    }
    let cue = cue(sentence, numeral).or_else(|| cue(sentence, lower_end(sentence, numeral)?))?;
    if let Some(time) = unit::after(sentence, numeral, is_time) {
        return Some(time);
    }
    // "turned 40", but not "turned 3 pages"; after "aged" nothing is counted.
    let turned = sentence.word(cue).get(..4).is_some_and(|stem| stem.eq_ignore_ascii_case("turn"));
    if turned && measured::is_noun(sentence, end) { None } else { year(numeral, end) }
}

/// "The club turns 150 on Saturday": an age that nobody lives to, with nothing counted behind it but a day.
fn is_anniversary(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.tokens.start, numeral.tokens.end);
    let is = |at: usize, words: &[&str]| words.iter().any(|word| sentence.word(at).eq_ignore_ascii_case(word));
    let old = numeral.form == NumeralForm::Digits && numeral.whole().is_some_and(|years| (1..1000).contains(&years));
    old && start > sentence.range.start
        && is(start - 1, &["turn", "turns", "turned", "turning"])
        && (end >= sentence.range.end || is(end, &["on", "this", "next", "last", "in", ",", ".", ";"]))
}

/// "who at 91 is the oldest": the age of whoever the pronoun stands for.
fn is_at_age(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.tokens.start, numeral.tokens.end);
    let is = |at: usize, words: &[&str]| words.iter().any(|word| sentence.word(at).eq_ignore_ascii_case(word));
    numeral.form == NumeralForm::Digits
        && start >= sentence.range.start + 2
        && is(start - 1, &["at"])
        && is(start - 2, &["who", "he", "she"])
        && is(end, &["is", "was", "has", "had", "became", ","])
}

/// Whether a number is written as ages are.
fn is_plain(numeral: &Numeral) -> bool {
    matches!(numeral.form, NumeralForm::Digits | NumeralForm::Words)
}

/// Whether somebody can have lived for so many years.
fn is_lived(numeral: &Numeral) -> bool {
    is_plain(numeral) && numeral.whole().is_some_and(|years| (1..=120).contains(&years))
}

/// "before age 59½": so many years and six months.
fn is_halved(numeral: &Numeral) -> bool {
    let lived = |years: Exact| years > Exact::ZERO && years < Exact::constant(120, 1);
    let half = |years: Exact| years.checked_mul(Exact::constant(2, 1)).is_some_and(Exact::is_integer);
    is_plain(numeral) && numeral.number().is_some_and(|number| lived(number.value()) && half(number.value()))
}

/// Where the words begin that make a number an age, its hedge passed over: "aged about 40".
fn cue(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<usize> {
    let hedged = hedge::around(sentence, &numeral.tokens).whole.start;
    aged(sentence, hedged).or_else(|| aged(sentence, numeral.tokens.start))
}

/// The number that begins a range with this one: 18 of "aged 18 to 24".
fn lower_end<'a>(sentence: &Sentence<'a, '_>, numeral: &Numeral) -> Option<&'a Numeral> {
    let index = sentence.numerals.binary_search_by_key(&numeral.tokens.start, |other| other.tokens.start).ok()?;
    let lower = &sentence.numerals[index.checked_sub(1)?];
    (lower.tokens.end + 1 == numeral.tokens.start).then_some(lower)
}

/// A number of years that ends at `end`.
fn year(numeral: &Numeral, end: usize) -> Option<Measured> {
    Some(Measured { numeral: numeral.clone(), unit: lexicon::unit("year")?, core: numeral.tokens.start..end })
}

/// Where the words begin that end before `at` and make a number an age: "aged", "at the age of".
fn aged(sentence: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|before| sentence.range.contains(before))?;
    let is_age = |at: usize| sentence.tokens[at].word.is_some_and(|word| word.is(Sense::Ageing));
    if is_age(before) {
        return Some(before);
    }
    let noun = before.checked_sub(1).filter(|noun| sentence.range.contains(noun))?;
    // "ages range from 21 to 82"
    let verb = before - usize::from(sentence.word(before) == "from");
    if matches!(sentence.word(verb), "range" | "ranged" | "ranging") && sentence.before(verb).is_some_and(is_age) {
        return Some(verb - 1);
    }
    let of = matches!(sentence.word(before), "of" | "between") && is_age(noun);
    if !of {
        return None;
    }
    let article = noun.checked_sub(1).filter(|article| sentence.range.contains(article));
    Some(article.filter(|&article| sentence.word(article).eq_ignore_ascii_case("the")).unwrap_or(noun))
}

/// "who is 54,", "She was 19.": a person, a form of "be" and nothing counted after the number.
fn is_said_of_person(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.tokens.start, numeral.tokens.end);
    let is = |at: usize, words: &[&str]| words.iter().any(|word| sentence.word(at).eq_ignore_ascii_case(word));
    let closed = end >= sentence.range.end || matches!(sentence.word(end), "," | "." | ";" | ")" | "and" | "or");
    // "who was just 11,"
    let start = start - usize::from(start > sentence.range.start && is(start - 1, &["just", "only", "then", "still"]));
    start >= sentence.range.start + 2
        && numeral.form == NumeralForm::Digits
        && is(start - 1, &["is", "was", "turned"])
        && (is(start - 2, &["who", "he", "she"])
            || is_introduced(sentence, start - 1)
            || is(start - 1, &["is"]) && is_told_alone(sentence, start - 1))
        && closed
}

/// "Orrell is 63.", "Tamsin Orrell is 63 and": whether a sentence begins with a name of two words and its verb, or says
/// nothing but a name and a number.
fn is_told_alone(sentence: &Sentence<'_, '_>, verb: usize) -> bool {
    let first = sentence.range.start;
    let named = |name: &&Name| name.tokens.start == first && name.tokens.end == verb;
    let alone = sentence.range.end - verb <= 3;
    sentence.names.iter().find(named).is_some_and(|name| name.tokens.len() == 2 || alone)
}

/// "Jesse Alvarado, a volunteer firefighter, was": whether a name before a verb is told to be a person's, by what it
/// does.
fn is_introduced(sentence: &Sentence<'_, '_>, verb: usize) -> bool {
    let stands = |name: &&Name| name.tokens.len() > 1 && sentence.word(name.tokens.end) == ",";
    let Some(name) = sentence.names.iter().rfind(stands) else { return false };
    let told = name.tokens.end + 1..verb.saturating_sub(1);
    let trade = |at: usize| sentence.has(at, Sense::Trade) || sentence.has(at, Sense::Title);
    sentence.word(verb - 1) == ","
        && !told.clone().any(|at| sentence.tokens[at].is_symbol())
        && matches!(sentence.word(told.start), "a" | "an" | "the")
        && told.into_iter().any(trade)
}

/// "Lena Marsh, 58, said", "Lena Marsh, then 35, left": a name before the comma, and after the number the comma that
/// closes it.
/// In a run of names with numbers ("Leeds, 3, Hull, 1") they are no ages.
fn follows_name(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.tokens.start, numeral.tokens.end);
    let glued = |at: usize| sentence.tokens.get(at).is_some_and(|token| token.glued);
    let then = start > sentence.range.start && matches!(sentence.word(start - 1), "then" | "now");
    let start = start - usize::from(then);
    let is_whole = sentence.word(numeral.tokens.start).bytes().all(|byte| byte.is_ascii_digit());
    if numeral.form != NumeralForm::Digits
        || !is_whole
        || start < sentence.range.start + 2
        || sentence.word(start - 1) != ","
    {
        return false;
    }
    if !glued(start - 1) || !glued(end) || !matches!(sentence.word(end), "," | ")" | "." | ";") {
        return false;
    }
    let is_run = is_name(sentence, end + 1)
        && sentence.word(end + 2) == ","
        && measured::numeral_at(sentence, end + 3).is_some();
    let after_run = start >= sentence.range.start + 4
        && sentence.word(start - 3) == ","
        && sentence.tokens[start - 4].kind == TokenKind::Number;
    is_name(sentence, start - 2) && !is_run && !after_run
        || follows_person(sentence, start - 2, end) && sentence.word(end) == ","
}

/// "The minister, 58, was": whether who somebody is ends at `at`, and what is said of them begins after the comma at `end`.
fn follows_person(sentence: &Sentence<'_, '_>, at: usize, end: usize) -> bool {
    let told = |at: usize| {
        let senses = [Sense::Function, Sense::Boundary, Sense::PastTense, Sense::Saying];
        senses.iter().any(|&sense| sentence.has(at, sense)) || sentence.word(at).ends_with("ed")
    };
    (sentence.has(at, Sense::Person) || sentence.has(at, Sense::Someone)) && told(end + 1)
}

/// "two boys, 13 and 14, were": the ages of several, told one by one between commas.
fn is_one_of_several(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let part = |at: usize| sentence.is_number(at) || matches!(sentence.word(at), "," | "and");
    let start = (sentence.range.start..numeral.tokens.start).rev().take_while(|&at| part(at)).last();
    let end = (numeral.tokens.end..sentence.range.end).take_while(|&at| part(at)).last();
    // "ages 15, 14, and 12"
    let aged = start.and_then(|first| sentence.before(first)).is_some_and(|at| sentence.has(at, Sense::Ageing));
    if aged && !measured::is_noun(sentence, numeral.tokens.end) {
        return true;
    }
    let Some(start) = start else { return false };
    let last = end.unwrap_or(numeral.tokens.end - 1);
    let people = sentence.before(start).is_some_and(|at| sentence.has(at, Sense::People));
    // "a mother and her sons, 7 and 10."
    let next = last + 1;
    let ends = next >= sentence.range.end || matches!(sentence.word(next), "." | ";" | ")");
    let closes = sentence.word(last) == "," || ends && (start..next).any(|at| sentence.word(at) == "and");
    people && numeral.form == NumeralForm::Digits && sentence.word(start) == "," && closes
}

/// "three daughters, the eldest 57,": an age behind whoever of several has it.
fn is_of_eldest(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let Range { start, end } = numeral.tokens;
    let closes = end >= sentence.range.end || matches!(sentence.word(end), "," | "." | ";" | ")" | "and");
    let which = sentence.before(start).filter(|&at| matches!(sentence.word(at), "eldest" | "oldest" | "youngest"));
    let glued = end >= sentence.range.end || sentence.word(end) == "and" || sentence.is_glued(end);
    numeral.form == NumeralForm::Digits && closes && glued && which.is_some()
}

/// "They were 12 and 10.": the ages of several, and nothing counted after the last.
fn is_said_of_several(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let number = |at: usize| sentence.is_number(at) && sentence.word(at).bytes().all(|byte| byte.is_ascii_digit());
    let part = |at: usize| number(at) || matches!(sentence.word(at), "," | "and");
    let start = (sentence.range.start..=numeral.tokens.start).rev().take_while(|&at| part(at)).last();
    let start = start.filter(|&start| numeral.form == NumeralForm::Digits && start >= sentence.range.start + 2);
    let Some(start) = start else { return false };
    let said = matches!(sentence.word(start - 1), "were" | "are") && sentence.is_word(start - 2, "they");
    let end = said.then(|| (start..sentence.range.end).find(|&at| !part(at)).unwrap_or(sentence.range.end));
    end.is_some_and(|end| {
        let closes =
            end == sentence.range.end || matches!(sentence.word(end), "." | ";") || sentence.word(end - 1) == ",";
        closes && (start..end).any(|at| sentence.word(at) == "and")
    })
}

/// "children under 5", "people over 65": a bound of ages, where nothing is counted.
fn bounds_people(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let Range { start, end } = numeral.tokens;
    let people = sentence.before(start).is_some_and(|side| people_bound(sentence, side).is_some());
    let verb = sentence.has(end, Sense::Boundary) || !measured::is_noun(sentence, end);
    let tied = sentence.tokens.get(end).is_some_and(|next| next.glued && next.kind == TokenKind::Word);
    let closes = end >= sentence.range.end || verb && !tied;
    people && closes && !matches!(sentence.word(end), "%" | "$" | "-" | "–" | "to" | "percent" | "per")
}

/// "adults 65 and older", "kids 13 and under": a bound of ages behind people.
fn is_bounded_age(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let Range { start, end } = numeral.tokens;
    let joined = matches!(sentence.word(end), "and" | "or");
    let bounds = matches!(sentence.word(end + 1), "older" | "younger" | "under" | "over" | "up");
    joined
        && bounds
        && sentence.before(start).is_some_and(|people| sentence.has(people, Sense::People))
        && hedge::after(sentence, end).is_some_and(|(end, _)| {
            !measured::is_noun(sentence, end) || sentence.has(end, Sense::Modal) || sentence.has(end, Sense::Boundary)
        })
}

/// "under" or "over" at `at` behind people.
fn people_bound(sentence: &Sentence<'_, '_>, at: usize) -> Option<(usize, Hedge)> {
    let hedge = match sentence.word(at) {
        "under" => Hedge::Under,
        "over" => Hedge::Over,
        _ => return None,
    };
    sentence.before(at).filter(|&people| sentence.has(people, Sense::People)).map(|_| (at, hedge))
}

/// "At 72, she is the oldest", "In May, at 78, she skied": an age before the one who has it.
fn opens_with_age(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let Range { start, end } = numeral.tokens;
    let Some(at) = sentence.before(start).filter(|&at| sentence.is_word(at, "at")) else { return false };
    let opens = sentence.before(at).is_none_or(|before| sentence.word(before) == ",");
    // "On Monday, at 7, he rang" tells the time.
    let grown = sentence.before(at).is_none() || numeral.whole().is_some_and(|years| years > 12);
    opens && grown && sentence.word(end) == "," && ["he", "she"].iter().any(|word| sentence.is_word(end + 1, word))
}

/// "The mean age of the volunteers was 67.3 years": whether a number is that of many people's age.
fn is_mean_age(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let verb = sentence.before(numeral.tokens.start).filter(|&verb| matches!(sentence.word(verb), "was" | "is"));
    let mean = |at: usize| matches!(sentence.word(at), "mean" | "average" | "median");
    let mut before = verb.map_or(0..0, |verb| sentence.range.start + 1..verb).rev().take(MEAN);
    before.any(|at| sentence.word(at) == "age" && mean(at - 1))
}

/// "dies at 91", "retired at 65": an age that somebody died at, or did what is done once in a life.
fn is_of_death(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let Range { start, end } = numeral.tokens;
    let died = sentence.before(start).filter(|&at| sentence.word(at) == "at").and_then(|at| sentence.before(at));
    let closes = end >= sentence.range.end || sentence.tokens[end].is_symbol() && !sentence.is_glued(end + 1);
    // "her battery died at 12" tells the time.
    let grown = numeral.whole().is_some_and(|years| years > 12);
    closes && grown && died.is_some_and(|at| sentence.has(at, Sense::Dies) || sentence.has(at, Sense::LifeEvent))
}

/// Whether a word at `at` may end a person's name: "Marsh", the "Jr." of "Robert Marsh Jr.".
fn is_name(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    // "Park Ji-hoon" ends in a small letter.
    if sentence.tokens.get(at).is_some_and(|token| token.glued && !token.is_capitalised())
        && sentence.names.iter().any(|name| name.tokens.end == at + 1 && name.tokens.contains(&at))
        && sentence.tokens[at].kind == TokenKind::Word
    {
        return true;
    }
    let is_stop = sentence.word(at) == "." && at > sentence.range.start;
    let Some(token) = sentence.tokens.get(at - usize::from(is_stop)) else { return false };
    let other = |sense: Sense| {
        matches!(
            sense,
            Sense::Month(_)
                | Sense::Weekday(_)
                | Sense::Function
                | Sense::Affiliation(_)
                | Sense::Unit(..)
                | Sense::Fate
        )
    };
    let text = token.text(sentence.prose);
    let suffix = ["Jr", "Sr"].contains(&text);
    token.is_capitalised()
        && (!is_stop || suffix)
        && text.len() > 1
        && !token.word.is_some_and(|word| word.senses().any(other))
}
