//! Years that stand alone: "in 1867", "(2014)", "the 2024 election"; not "1867 people".

use super::{Reading, word};
use crate::extract::Sentence;
use crate::extract::measured::numeral_at;
use crate::extract::numeral::NumeralForm;
use crate::lexicon::Sense;
use crate::text::TokenKind;
use crate::value::{Date, Hedge};

/// A year by itself, or two tied by a dash.
pub(super) fn read(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    let year = number(sentence, at)?;
    let alone = || is_year(sentence, at, at + 1, year).then(|| Reading::full(at, at + 1, Date::Year(year)));
    years(sentence, at, year).or_else(alone)
}

/// Four digits without separators that can be a year of the news, nothing glued to them but a
/// closing sign or a possessive.
pub(super) fn number(sentence: &Sentence<'_, '_>, at: usize) -> Option<i16> {
    let text = sentence.word(at);
    if text.len() != 4 || !sentence.is_number(at) {
        return None;
    }
    text.parse().ok().filter(|year| (1000..=2199).contains(year))
}

/// "in '98", "the class of '07": cut to its last two digits.
pub(super) fn cut(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    let mark = matches!(sentence.word(at), "'" | "\u{2019}" | "\u{2018}");
    let digits = sentence.word(at + 1);
    let two = mark && digits.len() == 2 && sentence.is_glued(at + 1) && sentence.is_number(at + 1);
    let goes_on =
        sentence.is_glued(at + 2) && !matches!(sentence.word(at + 2), "." | "," | ";" | ")" | "?" | "!" | "-");
    let cue = sentence
        .before(at)
        .is_some_and(|cue| ["in", "of", "since", "until", "during"].iter().any(|word| sentence.is_word(cue, word)));
    let years: i16 = digits.parse().ok().filter(|_| two && cue && !goes_on && !counts(sentence, at + 2))?;
    let century = if years > 30 { 1900 } else { 2000 };
    Some(Reading::full(at, at + 2, Date::Year(century + years)))
}

/// A year in words after its month, and one past it: "two thousand and five", "nineteen hundred ninety-three".
pub(super) fn in_words(sentence: &Sentence<'_, '_>, at: usize) -> Option<(i16, usize)> {
    let numeral = numeral_at(sentence, at).filter(|numeral| numeral.form == NumeralForm::Words)?;
    let year = numeral.whole().filter(|year| (1500..2100).contains(year))?;
    let end = numeral.tokens.end;
    if counts(sentence, end) { None } else { Some((i16::try_from(year).ok()?, end)) }
}

/// Whether a figure that could be a year, or a stretch of years, is meant as one where it stands.
fn is_year(sentence: &Sentence<'_, '_>, start: usize, end: usize, year: i16) -> bool {
    if !stands_free(sentence, start, end) || word::is_measured(sentence, end) {
        return false;
    }
    let round = year % 100 == 0;
    if sentence.has(end, Sense::OfYear) && !round && (1500..=2100).contains(&year) {
        return true;
    }
    let counts = counts(sentence, end);
    let is_plain = || {
        let noun = round && follows_noun(sentence, end);
        (1500..=2100).contains(&year) && !counts && !noun && !is_address(sentence, end)
    };
    let Some(before) = sentence.before(start) else { return is_plain() };
    // "c. 1450"
    let circa = sentence.before(before).filter(|_| sentence.word(before) == "." && sentence.is_glued(before));
    if circa.is_some_and(|circa| sentence.is_word(circa, "c") && sentence.means(circa, Sense::YearCue)) {
        return !counts;
    }
    if sentence.means(before, Sense::YearCue) {
        return !(counts && round);
    }
    if word::ends_part(sentence, before) {
        return true;
    }
    if sentence.is_word(before, "of") {
        let tally = sentence.before(before).is_some_and(|tally| sentence.means(tally, Sense::Tally));
        return !tally && !counts;
    }
    let hedged = || is_hedged(sentence, start) && !lasts(sentence, before, end);
    if sentence.is_word(before, "at") || hedged() || is_label(sentence, before) {
        return false;
    }
    if is_determiner(sentence, before) {
        return !(round && counts) && follows_noun(sentence, end);
    }
    let cue = sentence.means(before, Sense::DateCue);
    match sentence.tokens[before].kind {
        TokenKind::Symbol => is_plain(),
        TokenKind::Number => false,
        TokenKind::Word if cue => (1100..=2150).contains(&year) && !counts && !(round && follows_noun(sentence, end)),
        // "Windows 2000", "Euro 2024": a name, unless every word has a capital there.
        TokenKind::Word => !round && is_plain() && !(sentence.is_capitalised(before) && before > sentence.range.start),
    }
}

/// Whether the word or sign before a figure makes it a label: "section 1404", "SEC. 1404".
fn is_label(sentence: &Sentence<'_, '_>, before: usize) -> bool {
    let designator = sentence.sense(before, |sense| matches!(sense, Sense::Designator(_)).then_some(()));
    designator.is_some() || matches!(sentence.word(before), "." | "}" | "/" | "+" | "=" | "*")
}

/// "1600 Elm Street", "1101 15th Street", "1735 New York Ave.".
fn is_address(sentence: &Sentence<'_, '_>, end: usize) -> bool {
    let words = (end..sentence.range.end).take(4);
    let mut named = words.take_while(|&at| {
        sentence.is_capitalised(at) || word::ordinal(sentence, at).is_some() || sentence.is_glued(at)
    });
    named.any(|at| sentence.means(at, Sense::Street))
}

/// Whether something counted follows: a plural noun, at most one word away ("1867 Russian
/// soldiers"), where no verb comes first.
pub(super) fn counts(sentence: &Sentence<'_, '_>, end: usize) -> bool {
    let noun =
        |at: usize| at < sentence.range.end && sentence.tokens[at].kind == TokenKind::Word && !is_verb(sentence, at);
    noun(end) && (is_plural(sentence, end) || noun(end + 1) && is_plural(sentence, end + 1))
}

fn is_plural(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let word = sentence.word(at);
    let people = ["people", "men", "women", "children"];
    people.iter().any(|noun| word.eq_ignore_ascii_case(noun))
        || word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
            && !word.ends_with("is")
}

/// Whether a word is a verb or a word like "of", which parts a figure from the nouns after it.
fn is_verb(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let word = sentence.word(at);
    word.starts_with(['\'', '\u{2019}'])
        || word.len() > 4 && word.ends_with("ed")
        || [Sense::Function, Sense::Gone, Sense::Coming, Sense::Modal, Sense::DateCue, Sense::Boundary]
            .iter()
            .any(|&sense| sentence.tokens[at].word.is_some_and(|word| word.is(sense)))
}

/// Whether a noun or an adjective follows.
fn follows_noun(sentence: &Sentence<'_, '_>, end: usize) -> bool {
    let word = sentence.tokens[..sentence.range.end].get(end).is_some_and(|token| token.kind == TokenKind::Word);
    word && !is_verb(sentence, end)
}

/// Whether nothing is glued to the figure that makes it part of something else: "$2014", "2014-born", "/2014/".
fn stands_free(sentence: &Sentence<'_, '_>, start: usize, end: usize) -> bool {
    let before = sentence.before(start).map_or("", |before| sentence.word(before));
    let opens = matches!(before, "(" | "[" | "\"" | "\u{201c}" | "'" | "\u{2018}" | "\u{2014}" | "|" | "");
    let part = before == "-" && sentence.before(start - 1).is_some_and(|part| sentence.means(part, Sense::DatePart));
    let free_before =
        (!sentence.is_glued(start) || opens || part) && !matches!(before, "$" | "\u{20ac}" | "\u{a3}" | "#");
    let after = sentence.word(end);
    let tied = sentence.is_glued(end)
        && match after {
            "." | "," | ":" => sentence.is_glued(end + 1) && sentence.is_number(end + 1),
            // "in 1997--a year of floods"
            "-" if sentence.word(end + 1) == "-" && sentence.is_glued(end + 1) => false,
            "-" | "/" | "\u{2013}" | "%" | "\u{b0}" | "_" | "=" | "@" => true,
            _ => false,
        };
    free_before && !tied
}

fn is_determiner(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let determiners = ["the", "a", "this", "that", "its", "his", "her", "their", "our", "my", "'s", "\u{2019}s"];
    determiners.iter().any(|word| sentence.word(at).eq_ignore_ascii_case(word))
}

/// "more than 2000", "up to 1500": a figure that is measured.
fn is_hedged(sentence: &Sentence<'_, '_>, start: usize) -> bool {
    let first = start.saturating_sub(3).max(sentence.range.start);
    (first..start).any(|at| {
        let hedge = sentence.sense(at, |sense| match sense {
            Sense::HedgeBefore(hedge) => Some(hedge),
            _ => None,
        });
        hedge.is_some_and(|(end, hedge)| end == start && hedge != Hedge::About)
    })
}

/// "over 1980 to 1993": how long something went on; not "over 1500 to 2000 men".
fn lasts(sentence: &Sentence<'_, '_>, before: usize, end: usize) -> bool {
    let ties = ["to", "through"].iter().any(|word| sentence.is_word(end, word));
    sentence.is_word(before, "over") && ties && number(sentence, end + 1).is_some() && !counts(sentence, end + 2)
}

/// "2014-2020", "2014-20": years tied by a dash.
fn years(sentence: &Sentence<'_, '_>, at: usize, first: i16) -> Option<Reading> {
    let full = number(sentence, at + 2).filter(|&last| word::is_dash(sentence, at + 1) && last > first);
    let (last, end) = full.map(|last| (last, at + 3)).or_else(|| word::short_year(sentence, at + 1, first))?;
    is_year(sentence, at, end, first).then(|| Reading::between(at, end, Date::Year(first), Date::Year(last)))
}
