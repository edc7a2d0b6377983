//! Votes and results: "won 3-1", "a 220-212 vote", "5 to 4 ruling".

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::counted::{self, Grammar};
use super::numeral::{Numeral, NumeralForm};
use super::{Candidate, Sentence};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::Sense;
use crate::value::{Exact, Number, Score};

/// Proposes two whole numbers with a dash or "to" between, where a vote or a match is told of.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    // One past the last score: "won 6-4, 3-6, 7-5" tells of each.
    let mut last = usize::MAX;
    for pair in sentence.numerals.windows(2) {
        let [first, second] = pair else { continue };
        let (Some(ours), Some(theirs)) = (side(first), side(second)) else { continue };
        let core = first.tokens.start..second.tokens.end;
        let Some(link) = link(sentence, first.tokens.end..second.tokens.start) else { continue };
        let dashed = link == Link::Dash;
        // "at 2.5-1.5" is the price of a bet.
        let priced = core.start > sentence.range.start && sentence.is_word(core.start - 1, "at");
        let halves = !ours.is_integer();
        if halves == theirs.is_integer() || halves && (!dashed || priced) {
            continue;
        }
        if !stands_alone(sentence, &core) || sentence.tells_odds(&core) {
            continue;
        }
        // "3-1" can be no range; "1-3" and "3 to 1" want a word that says what is told.
        let goes_on = dashed && core.start == last.saturating_add(1) && sentence.word(last) == ",";
        let from = core.start > sentence.range.start && sentence.is_word(core.start - 1, "from");
        if link == Link::Counted && from {
            continue;
        }
        // "passed the House 217-213 and the Senate 51 to 49"
        let again = last != usize::MAX && link == Link::To && ours > theirs && sentence.is_capitalised(core.start - 1);
        // "failed 20-30 times"
        let counts =
            link != Link::Counted && ours < theirs && counted::after(sentence, core.end, Grammar::Plural).is_some();
        if counts && !sentence.has(core.end, Sense::Tallied) {
            continue;
        }
        // "rejected a higher levy on homes, 17,900 to 15,200,"
        let apposed = link == Link::To && ours > theirs && is_apposed(sentence, &core);
        let told = goes_on || again || apposed || link == Link::Counted || sentence.tells_contest(&core);
        if told || (dashed && is_close(ours, theirs) && !is_named(sentence, core.start)) {
            last = core.end;
            let value = Value::Score(Score { first: ours, second: theirs });
            candidates.push(Candidate {
                kind: ClaimKind::Score,
                whole: core.clone(),
                core,
                value,
                of: None,
                figures: Vec::new(),
            });
        }
    }
}

/// How many words may stand between the verb of a vote and the result between two commas.
const CLAUSE: usize = 8;

/// Whether two figures stand between commas behind the telling of a vote or a match.
fn is_apposed(sentence: &Sentence<'_, '_>, core: &Range<usize>) -> bool {
    let opens = core.start > sentence.range.start && sentence.word(core.start - 1) == ",";
    opens
        && matches!(sentence.word(core.end), "," | "." | ";" | "")
        && sentence.has_beside(core, (CLAUSE, 0), Sense::Contest)
}

/// Whether two numbers can be a result by themselves: "3-1", "112-98"; "800-53" is the number of a paper.
fn is_close(ours: Exact, theirs: Exact) -> bool {
    let third = ours.checked_div(Exact::from(3));
    ours > theirs && (ours < Exact::from(100) || ours < Exact::from(1000) && third.is_some_and(|third| theirs >= third))
}

/// Whether a capital makes the figures part of a name: "SP 800-53".
fn is_named(sentence: &Sentence<'_, '_>, start: usize) -> bool {
    start > sentence.range.start + 1 && sentence.tokens[start - 1].is_capitalised()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// "3-1"
    Dash,
    /// "3 to 1"
    To,
    /// "52 votes to 48"
    Counted,
}

fn link(sentence: &Sentence<'_, '_>, between: Range<usize>) -> Option<Link> {
    let dash = |at: usize| matches!(sentence.word(at), "-" | "‑" | "–" | "—" | "−");
    match between.len() {
        1 if dash(between.start) => {
            let tight = sentence.tokens[between.start].glued && sentence.tokens[between.end].glued;
            tight.then_some(Link::Dash)
        }
        1 if sentence.word(between.start) == "to" => Some(Link::To),
        2 if sentence.is_word(between.start + 1, "to") && sentence.has(between.start, Sense::Tallied) => {
            Some(Link::Counted)
        }
        3 if dash(between.start) && sentence.word(between.start + 1) == "to" && dash(between.start + 2) => {
            Some(Link::To)
        }
        _ => None,
    }
}

/// A number of votes or goals, or of points where a draw gives half of one.
fn side(numeral: &Numeral) -> Option<Exact> {
    let counts = |value: &Exact| !value.is_negative() && value.denominator() <= 2 && *value < Exact::from(100_000);
    match numeral.form {
        NumeralForm::Digits | NumeralForm::Words => numeral.number().map(Number::value).filter(counts),
        NumeralForm::Scaled
        | NumeralForm::Suffixed
        | NumeralForm::Fraction
        | NumeralForm::Group
        | NumeralForm::Vague
        | NumeralForm::Ordinal => None,
    }
}

/// Whether no more digits or letters are tied to the figures: "2022-02-24", "B-3-1".
fn stands_alone(sentence: &Sentence<'_, '_>, core: &Range<usize>) -> bool {
    let before =
        core.start.checked_sub(1).filter(|_| sentence.tokens[core.start].glued).map_or("", |at| sentence.word(at));
    let opens = before.is_empty() || before.chars().all(|c| matches!(c, '(' | '[' | '"' | '“' | '\'' | '‘' | '—'));
    let after = sentence.tokens.get(core.end).filter(|next| next.glued).map_or("", |_| sentence.word(core.end));
    let digits = sentence.tokens.get(core.end + 1).is_some_and(|next| next.glued);
    let closes = match after {
        "" => true,
        "-" | "‑" | "–" | "/" | ":" | "." | "," => !digits,
        "%" | "°" | "$" | "€" | "£" => false,
        other => !other.starts_with(|c: char| c.is_alphanumeric()),
    };
    let padded =
        [core.start, core.end - 1].iter().any(|&at| sentence.word(at).len() > 1 && sentence.word(at).starts_with('0'));
    opens && closes && !padded
}
