//! What a figure counts: "Russian officials" after "two", "casualties" before "totaling about
//! 1.5 million".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::Sentence;
use crate::lexicon::{Begins, Sense, Word};
use crate::text::{Token, TokenKind};

/// How many of something a phrase speaks of; it tells the form its last word has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grammar {
    /// "one person", "a 12-member panel".
    Singular,
    /// "two Russian officials".
    Plural,
}

/// The longest phrase that is read, in tokens: "black, Asian and minority-ethnic junior doctors".
const LONGEST: usize = 9;

/// The phrase from `at` on that names what the figure before it counts, of one clause and without
/// what is said of it: "Russian officials" in "two Russian officials said".
pub(super) fn after(sentence: &Sentence<'_, '_>, at: usize, grammar: Grammar) -> Option<Range<usize>> {
    let start = start(sentence, at);
    let limit = sentence.range.end.min(start + LONGEST);
    let mut end = None;
    let mut at = start;
    while at < limit {
        let token = &sentence.tokens[at];
        match token.kind {
            TokenKind::Word => {
                if is_joint(sentence, at) && end.is_none() && at > start && continues(sentence, at + 1) {
                    at += 1;
                    continue;
                }
                // "of mobile traffic last year"
                if end.is_some() && tells_when(sentence, at) {
                    break;
                }
                // "14 states backed it": right after a figure the word is a noun.
                let noun = || at == start && grammar == Grammar::Plural && sentence.has(at, Sense::Plural);
                if is_bound(sentence, at) && !noun() || (token.glued && at == start) {
                    break;
                }
                match grammar {
                    // "40 people injured": what became of them is no part of whom it counts.
                    Grammar::Plural if end.is_some() && sentence.has(at, Sense::Fate) => break,
                    // "two rules offers": the verb of what is counted, or of who counts.
                    Grammar::Plural if end == Some(at) && sentence.has(at, Sense::Acts) => break,
                    Grammar::Plural if is_plural(sentence, token) => end = Some(at + 1),
                    Grammar::Plural if end.is_some_and(|end| !describes(sentence, end - 1, at)) => break,
                    Grammar::Plural => {}
                    Grammar::Singular => {
                        // "tons of CO2"
                        let digits = sentence.is_number(at + 1) && sentence.is_glued(at + 1);
                        end = Some(at + 1 + usize::from(digits));
                        // "its second Spanish-language film"
                        let tied = matches!(sentence.word(at + 1), "-" | "‑") && joins(sentence, at + 1);
                        let compound = || is_of_compound(sentence, at) && continues(sentence, at + 1);
                        if !(tied || qualifies(sentence, at) || compound()) {
                            break;
                        }
                    }
                }
            }
            // "heavy-lift helicopters", "F-35 jets".
            TokenKind::Symbol if joins(sentence, at) => {
                if grammar == Grammar::Plural {
                    end = None;
                }
            }
            TokenKind::Number if token.glued && at > start => {}
            TokenKind::Symbol | TokenKind::Number => break,
        }
        at += 1;
    }
    Some(start..end?)
}

/// The word before the figure that names what it counts, where a word such as "totaling" says so.
pub(super) fn before(sentence: &Sentence<'_, '_>, whole: usize) -> Option<Range<usize>> {
    let verb = whole.checked_sub(1).filter(|at| sentence.range.contains(at))?;
    let noun = verb.checked_sub(1).filter(|at| sentence.range.contains(at))?;
    let totals = sentence.tokens[verb].word.is_some_and(|word| word.is(Sense::Totaling));
    let named = sentence.tokens[noun].kind == TokenKind::Word && !bounds(&sentence.tokens[noun]);
    (totals && named).then_some(noun..verb)
}

/// What the share that ends before `at` is a part of: "voters", "its first orbit", "the increase in spending".
pub(super) fn whole(sentence: &Sentence<'_, '_>, at: usize) -> Option<Range<usize>> {
    let of = sentence.word(at).eq_ignore_ascii_case("of");
    let start = at + usize::from(of);
    if let Some(range) = after(sentence, start, Grammar::Plural) {
        return Some(range);
    }
    if !of {
        return None;
    }
    if ["them", "us", "those", "these"].iter().any(|pronoun| sentence.word(start).eq_ignore_ascii_case(pronoun)) {
        return Some(start..start + 1);
    }
    let determiner = sentence.has(start, Sense::Determiner);
    let words = start + usize::from(determiner);
    let end = after(sentence, words, Grammar::Singular)?.end;
    Some(start..owned(sentence, end).unwrap_or(end))
}

/// Where the phrase ends that a possessive goes on: "population" of "the world's population".
fn owned(sentence: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let possessive = ["'s", "’s"].iter().any(|mark| sentence.is_word(at, mark)) && at + 1 < sentence.range.end;
    let things = after(sentence, at + 1, Grammar::Plural).or_else(|| after(sentence, at + 1, Grammar::Singular));
    things.filter(|_| possessive).map(|things| things.end)
}

/// Past "of" and words that are no part of the phrase: "two of the officials", "12 more people".
fn start(sentence: &Sentence<'_, '_>, at: usize) -> usize {
    let mut start = at;
    if sentence.word(start).eq_ignore_ascii_case("of") {
        start += 1;
        start += usize::from(sentence.has(start, Sense::Determiner));
    }
    let increment = |token: &Token| token.word.is_some_and(|word| word.is(Sense::Increment));
    start + usize::from(sentence.tokens.get(start).is_some_and(increment))
}

/// Whether "last year", "next week" begins at `at`.
fn tells_when(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let senses = |at: usize| sentence.tokens.get(at).and_then(|token| token.word).into_iter().flat_map(Word::senses);
    senses(at).any(|sense| matches!(sense, Sense::Turn(_)))
        && senses(at + 1).any(|sense| matches!(sense, Sense::Period(_)))
}

/// Whether "and", "or" or a comma at `at` may stand inside a phrase: "American and Russian
/// reporters".
fn is_joint(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    ["and", "or"].iter().any(|joint| sentence.word(at).eq_ignore_ascii_case(joint))
}

fn continues(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    sentence.range.contains(&at)
        && sentence.tokens[at].kind == TokenKind::Word
        && !is_bound(sentence, at)
        && !acts(sentence, at)
        && !sentence.tokens[at].word.is_some_and(|word| word.may_begin(Begins::NUMERAL))
}

/// Whether a verb stands at `at` whose form no noun has, after a name or "and": "the 104th Congress convenes".
fn acts(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let before = at - 1;
    sentence.has(at, Sense::Acts) && (sentence.is_capitalised(before) || is_joint(sentence, before))
}

/// Whether a word closes a compound that a name begins and that describes what follows: "Spanish-language film".
fn is_of_compound(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let name = at.checked_sub(2).filter(|&name| sentence.range.contains(&name) && sentence.is_glued(at));
    name.is_some_and(|name| sentence.is_capitalised(name) && joins(sentence, at - 1))
}

/// Whether a hyphen at `at` joins two words.
fn joins(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let hyphen = matches!(token.text(sentence.prose), "-" | "‑" | "’" | "'" | "." | "&");
    let word = |next: &Token| next.glued && next.kind != TokenKind::Symbol;
    hyphen && token.glued && sentence.tokens.get(at + 1).is_some_and(word)
}

/// Whether the word at `at` cannot belong to what is counted; "US" and "IT" in capitals can.
fn is_bound(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    bounds(token) && !(token.capital && matches!(sentence.word(at), "US" | "IT"))
}

/// Whether a word cannot belong to what is counted.
fn bounds(token: &Token) -> bool {
    token.word.is_some_and(|word| {
        word.senses().any(|sense| {
            matches!(sense, Sense::Function | Sense::Boundary | Sense::Negation | Sense::Modal | Sense::Saying)
                || matches!(sense, Sense::Month(_) | Sense::Weekday(_))
        })
    })
}

/// Whether the last word of a phrase is one whom a report counts singly: "Norwegian officer".
pub(super) fn is_person(sentence: &Sentence<'_, '_>, of: &Range<usize>) -> bool {
    sentence.tokens[of.end - 1].word.is_some_and(|word| word.is(Sense::Person) || word.is(Sense::Plural))
}

/// Whether a people's name at `at` only describes what is counted, as the word after it goes on to say: "978 English
/// health topics".
fn describes(sentence: &Sentence<'_, '_>, people: usize, at: usize) -> bool {
    let noun = |at: usize| {
        let token = &sentence.tokens[at];
        token.kind == TokenKind::Word && !bounds(token) && !sentence.has(at, Sense::Acts)
    };
    people + 1 == at
        && sentence.is_capitalised(people)
        && !sentence.word(people).ends_with('s')
        && noun(at)
        && at + 1 < sentence.range.end
        && noun(at + 1)
        && is_plural(sentence, &sentence.tokens[at + 1])
}

/// Whether a word is a noun in the plural, as far as its form tells.
fn is_plural(sentence: &Sentence<'_, '_>, token: &Token) -> bool {
    let text = token.text(sentence.prose);
    let by_form = text.len() > 3
        && text.ends_with('s')
        && !["ss", "us", "is", "ous"].iter().any(|ending| text.ends_with(ending))
        && text.bytes().any(|byte| byte.is_ascii_lowercase());
    by_form || token.word.is_some_and(|word| word.is(Sense::Plural))
}

/// Whether the word at `at` describes the noun after it: "one Russian official".
fn qualifies(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    const ENDINGS: [&str; 13] =
        ["an", "ese", "ish", "al", "ic", "ive", "ous", "ary", "ior", "less", "ful", "ed", "bility"];
    let token = &sentence.tokens[at];
    let text = token.text(sentence.prose);
    let describes = token.is_capitalised() || ENDINGS.iter().any(|ending| text.ends_with(ending));
    // "a second unjustifiable practice"; "vegetable" and "constable" are nouns.
    let able =
        text.len() > 9 && (text.ends_with("able") || text.ends_with("ible")) && !sentence.word(at + 1).ends_with('s');
    let describes = describes || able;
    let known = token.word.is_some_and(|word| word.is(Sense::Adjective) || word.is(Sense::Describing));
    // "82nd anniversary passed": a verb follows.
    let ed = |at: usize| sentence.word(at).ends_with("ed") && !sentence.has(at, Sense::Adjective);
    // "104th Congress hastily passed".
    let past = ed(at + 1) || sentence.word(at + 1).ends_with("ly") && ed(at + 2);
    (known || (describes && text.len() > 3)) && !past && continues(sentence, at + 1)
}
