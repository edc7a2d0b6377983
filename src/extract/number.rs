//! Counts: "34 people", "two Russian officials", "about 1.5 million casualties".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::counted::{self, Grammar};
use super::numeral::{Numeral, NumeralForm};
use super::{Candidate, Sentence, gapped, hedge, measured, range};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::Sense;
use crate::source::BlockKind;
use crate::text::TokenKind;
use crate::value::{Amount, Exact, Hedge, Quantity};

/// Proposes numerals, and ranges of two, with what they count.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    let mut index = 0;
    while let Some(numeral) = sentence.numerals.get(index) {
        if let Some(bounds) = range::plain(sentence, index) {
            if is_free(sentence, &bounds.core) {
                let amount = Amount::Range(bounds.low, bounds.high);
                propose(sentence, candidates, (bounds.core, bounds.whole), amount, Hedge::Range);
            }
            index += 2;
            continue;
        }
        index += 1;
        if counts(sentence, numeral) {
            let hedged = hedge::around(sentence, &numeral.tokens);
            let vague = numeral.form == NumeralForm::Vague;
            let hedge = if vague { Hedge::Vague } else { hedged.hedge };
            // "went over a few questions"
            let over = vague && sentence.is_word(hedged.whole.start, "over");
            let whole = if over { numeral.tokens.clone() } else { hedged.whole };
            propose(sentence, candidates, (numeral.tokens.clone(), whole), numeral.amount, hedge);
        }
    }
}

fn propose<'t>(
    sentence: &Sentence<'_, 't>,
    candidates: &mut Vec<Candidate<'t>>,
    (core, mut whole): (Range<usize>, Range<usize>),
    amount: Amount,
    hedge: Hedge,
) {
    let mut hedge = hedge;
    let mut of = of(sentence, whole.end, amount);
    match &of {
        Some(counted) => {
            whole.end = counted.end;
            // "40 people or more".
            if let Some((end, firmness)) = hedge::after(sentence, whole.end).filter(|_| hedge == Hedge::Exact) {
                (whole.end, hedge) = (end, firmness);
            }
        }
        None => of = counted::before(sentence, whole.start).or_else(|| gapped::counted(sentence, core.start)),
    }
    let value = Value::Quantity(Quantity { amount, unit: None, hedge });
    candidates.push(Candidate { kind: ClaimKind::Count, core, whole, value, of, figures: Vec::new() });
}

/// What stands after the figure that ends at `at` and is counted by it.
fn of(sentence: &Sentence<'_, '_>, at: usize, amount: Amount) -> Option<Range<usize>> {
    let one = matches!(amount, Amount::Point(number) if number.value() == Exact::ONE);
    if is_hyphen(sentence, at) {
        // "a 12-member panel".
        return counted::after(sentence, at + 1, Grammar::Singular).or_else(|| Some(at + 1..at + 2));
    }
    // "a five part series": nobody counts five series.
    if sentence.is_word(at, "part") && counted::after(sentence, at + 1, Grammar::Singular).is_some() {
        return Some(at..at + 1);
    }
    // "one or more metrics"
    let one = one && !sentence.is_word(at - 1, "more");
    counted::after(sentence, at, if one { Grammar::Singular } else { Grammar::Plural })
}

/// Whether a hyphen at `at` joins the figure before it to a word.
fn is_hyphen(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let hyphen = sentence.tokens.get(at).is_some_and(|sign| sign.glued && matches!(sentence.word(at), "-" | "‑"));
    hyphen && sentence.tokens.get(at + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Word)
}

/// Whether a numeral counts, as far as it can be told without what other finders see.
fn counts(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let by_form = match numeral.form {
        NumeralForm::Ordinal | NumeralForm::Fraction => false,
        NumeralForm::Digits => {
            !is_year(sentence, numeral) && !is_padded(sentence, numeral) && !is_day(sentence, numeral)
        }
        NumeralForm::Scaled | NumeralForm::Suffixed => true,
        NumeralForm::Words | NumeralForm::Group => counts_in_words(sentence, numeral),
        NumeralForm::Vague => {
            !is_scale(sentence, numeral)
                && (is_alone(sentence, &numeral.tokens)
                    || of(sentence, numeral.tokens.end, numeral.amount).is_some()
                    || is_crowd(sentence, numeral))
        }
    };
    // "25-to-life"
    let tied = is_hyphen(sentence, numeral.tokens.end) && sentence.has(numeral.tokens.end + 1, Sense::Function);
    by_form && !tied && is_free(sentence, &numeral.tokens) && !is_or_two(sentence, numeral)
}

/// "an image or two": some, and no count by itself.
fn is_or_two(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let or = sentence.before(numeral.tokens.start).filter(|&or| sentence.is_word(or, "or"));
    // "a quick win or two"
    let article = |or: usize| {
        (or.saturating_sub(4)..or).any(|at| sentence.range.contains(&at) && measured::is_article(sentence.word(at)))
    };
    sentence.is_word(numeral.tokens.start, "two") && or.is_some_and(article)
}

/// "Hundreds were arrested", "a few thousand turned up": who is counted goes without saying; not "in the thousands".
fn is_crowd(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let word = sentence.tokens[numeral.tokens.end - 1].word;
    let large = word.is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Scale(_) | Sense::Group(_))));
    let before = sentence.before(numeral.tokens.start);
    let within = |at: usize| sentence.has(at, Sense::Determiner) || matches!(sentence.word(at), "in" | "by" | "per");
    large && !before.is_some_and(within)
}

/// Whether four digits read as a year: "1954"; not "1,954", and not "2000 people".
fn is_year(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let digits = sentence.word(numeral.tokens.end - 1);
    let year = digits.len() == 4
        && numeral.tokens.len() == 1
        && numeral.whole().is_some_and(|value| (1500..2100).contains(&value));
    year && !sentence
        .tokens
        .get(numeral.tokens.end)
        .and_then(|next| next.word)
        .is_some_and(|word| word.is(Sense::Plural))
}

/// "not later than March 1 of each year": a day of its month.
fn is_day(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let month = |at: usize| {
        let senses = sentence.tokens[at].word.into_iter().flat_map(crate::lexicon::Word::senses);
        senses.into_iter().any(|sense| matches!(sense, Sense::Month(_)))
    };
    sentence.before(numeral.tokens.start).is_some_and(month)
        && numeral.whole().is_some_and(|day| (1..=31).contains(&day))
        && of(sentence, numeral.tokens.end, numeral.amount).is_none()
}

/// "007", "0800": a code; "'80": a year.
fn is_padded(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let digits = sentence.word(numeral.tokens.end - 1);
    let start = numeral.tokens.start;
    let cut = sentence.before(start).is_some_and(|mark| matches!(sentence.word(mark), "'" | "’"));
    let end = numeral.tokens.end;
    let goes_on = sentence.is_glued(end) && !matches!(sentence.word(end), "." | "," | ";" | ")" | "?" | "!");
    if cut && sentence.is_glued(start) && digits.len() == 2 && !goes_on {
        return true;
    }
    numeral.tokens.len() == 1 && digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.")
}

/// "Two thousand fourteen was warm."
fn is_year_in_words(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let year = numeral.whole().is_some_and(|value| (1900..2100).contains(&value) && !value.is_multiple_of(100));
    year && of(sentence, numeral.tokens.end, numeral.amount).is_none()
}

/// "one" is more often a pronoun; it counts what follows it, or after a hedge.
fn counts_in_words(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    if is_year_in_words(sentence, numeral) {
        return false;
    }
    if numeral.form != NumeralForm::Words || numeral.number().is_none_or(|number| number.value() != Exact::ONE) {
        return true;
    }
    let pronoun = numeral.tokens.start.checked_sub(1).is_some_and(|before| sentence.has(before, Sense::BeforeOne));
    let of = of(sentence, numeral.tokens.end, numeral.amount);
    let counted = of.is_some_and(|of| counted::is_person(sentence, &of));
    let hedged = hedge::around(sentence, &numeral.tokens).hedge != Hedge::Exact;
    is_alone(sentence, &numeral.tokens) || hedged || (counted && !pronoun)
}

/// Whether the figure is all that its sentence or table cell says.
fn is_alone(sentence: &Sentence<'_, '_>, core: &Range<usize>) -> bool {
    let rest = || sentence.range.clone().filter(|at| !core.contains(at));
    matches!(sentence.block.kind, BlockKind::Cell { .. })
        || rest().all(|at| sentence.tokens[at].kind == TokenKind::Symbol || sentence.word(at) == "of")
}

/// "Visitors (millions)": what a header counts in.
fn is_scale(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let Range { start, end } = numeral.tokens;
    sentence.before(start).is_some_and(|bracket| sentence.word(bracket) == "(") && sentence.word(end) == ")"
}

/// Whether the figure stands by itself: no part of a name, a time, a price or a code.
fn is_free(sentence: &Sentence<'_, '_>, core: &Range<usize>) -> bool {
    let first = &sentence.tokens[core.start];
    let before = core.start.checked_sub(1).filter(|_| first.glued).map(|before| &sentence.tokens[before]);
    let free_before = before.is_none_or(|before| {
        let opening = !matches!(
            before.text(sentence.prose),
            ":" | "." | "," | "/" | "#" | "@" | "_" | "=" | "&" | "$" | "€" | "£" | "¥" | "\\" | "%"
        );
        let dash = core.start >= 2 && sentence.word(core.start - 2) == "-" && sentence.word(core.start - 1) == "-";
        // "sixty--three" is mistyped.
        let dash = dash && !sentence.numerals.iter().any(|numeral| numeral.tokens.end + 2 == core.start);
        let joined = matches!(before.text(sentence.prose), "-" | "‑" | "−") && before.glued && !dash;
        before.kind == TokenKind::Symbol && opening && !joined && !is_currency(before.word)
    });
    let after = sentence.tokens.get(core.end).filter(|after| after.glued);
    let next = sentence.tokens.get(core.end + 1).filter(|next| next.glued);
    let dashes = |at: usize| sentence.word(at) == "-" && sentence.word(at + 1) == "-" && sentence.is_glued(at + 1);
    let free_after = after.is_none_or(|after| match after.text(sentence.prose) {
        // "9,000--men and boys": two hyphens are a dash.
        "-" if dashes(core.end) => measured::numeral_at(sentence, core.end + 2).is_none(),
        ":" | "." | "," | "/" | "-" | "‑" | "–" => {
            next.is_none_or(|next| next.kind == TokenKind::Word && is_hyphen(sentence, core.end))
        }
        "(" => next.is_none_or(|next| next.kind != TokenKind::Word),
        "%" | "°" | "@" | "_" | "=" | "€" | "£" | "$" | "\"" if after.kind == TokenKind::Symbol => {
            matches!(after.text(sentence.prose), "\"")
        }
        _ => after.kind == TokenKind::Symbol || is_possessive(after.text(sentence.prose)),
    });
    let apart = core.start == sentence.range.start || !is_currency(sentence.tokens[core.start - 1].word);
    free_before && free_after && apart
}

fn is_possessive(text: &str) -> bool {
    text.starts_with('\'') || text.starts_with('’')
}

/// Whether a token is a sign or code of money that stands before its figure.
fn is_currency(word: Option<crate::lexicon::Word>) -> bool {
    word.is_some_and(|word| {
        word.phrases().iter().any(|phrase| {
            phrase.rest.is_empty()
                && phrase.senses.iter().any(
                    |sense| matches!(sense, Sense::Currency(_, form) if *form == crate::lexicon::CurrencyForm::Symbol),
                )
        })
    })
}
