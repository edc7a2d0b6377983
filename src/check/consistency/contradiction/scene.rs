//! Whether a sentence leaves a figure in the draft's own time, and of the whole.

use std::ops::Range;

use super::super::passage::tokens as claim_tokens;
use super::same_sentence;
use crate::check::reading::outline::has_sense;
use crate::claim::{Claim, Value};
use crate::lexicon::Sense;
use crate::text::{Token, TokenKind};
use crate::value::Date;

/// How far behind a figure its clause is read, in tokens.
const REACH: usize = 24;

/// They move all of a sentence to another time, or take it back.
const ELSEWHEN: [Sense; 4] = [Sense::Past, Sense::Corrects, Sense::Disclaims, Sense::Supposes];
/// They leave what stands behind them, or in their clause, to come or to be supposed.
const SUPPOSED: [Sense; 1] = [Sense::Projects];
/// They open a sentence and say nothing of where it is so.
const LINKS: [Sense; 4] = [Sense::Preposition, Sense::Article, Sense::Opener, Sense::Opens];
/// They make the figure of their clause one of a part, of another thing, or not so.
const PARTLY: [Sense; 5] = [Sense::Partial, Sense::Compares, Sense::Another, Sense::Provisional, Sense::Negation];

/// One sentence with its figures.
pub(super) struct Scene {
    sentence: Range<usize>,
    /// The dates of the sentence, each with its tokens.
    dates: Vec<(Range<usize>, Date)>,
    elsewhen: bool,
    /// The tokens that leave what is beside them to come or to be supposed.
    supposed: Vec<usize>,
}

impl Scene {
    pub(super) fn of(prose: &str, tokens: &[Token], sentence: Range<usize>, claims: &[Claim<'_>]) -> Self {
        let date = |claim: &Claim<'_>| {
            if let Value::Date(span, _) = &claim.value { Some((claim_tokens(claim), span.from)) } else { None }
        };
        let dates: Vec<_> = claims.iter().filter_map(date).collect();
        let means = |at: usize, senses: &[Sense]| means_any(prose, tokens, at, senses);
        // "last year" is a date as good as another.
        let in_date = |at: usize| dates.iter().any(|(range, _)| range.contains(&at));
        let elsewhen = sentence.clone().any(|at| means(at, &ELSEWHEN) && !in_date(at));
        let supposed = sentence.clone().filter(|&at| means(at, &SUPPOSED)).collect();
        Self { sentence, dates, elsewhen, supposed }
    }

    /// The same where what is still to come is taken for what is so.
    pub(super) fn asserted(self) -> Self {
        Self { supposed: Vec::new(), ..self }
    }

    /// Whether a figure is said plainly of the whole, by a phrase that begins at a token: "The council would
    /// close the plant, which employs 280" supposes nothing of the plant, "would adopt a $4 million budget" does.
    pub(super) fn states(&self, prose: &str, tokens: &[Token], from: usize, figure: &Range<usize>) -> bool {
        let end = self.clause_end(prose, tokens, figure);
        let clause = (from..figure.start).any(|at| tokens[at].word.is_some_and(|word| word.senses().any(gives)));
        let first = self.supposed.partition_point(|at| clause && *at < from);
        let supposed = self.supposed.get(first).is_some_and(|at| *at < end);
        let partly = (from..end).any(|at| means_any(prose, tokens, at, &PARTLY));
        !self.elsewhen && !supposed && !partly
    }

    /// Where the clause of a figure ends.
    pub(super) fn clause_end(&self, prose: &str, tokens: &[Token], figure: &Range<usize>) -> usize {
        let limit = self.sentence.end.min(figure.end + REACH);
        (figure.end..limit).find(|&at| parts(prose, tokens, at)).unwrap_or(limit)
    }

    /// Whether nothing before a phrase says where, or of whom, it is so: "In Spain, the firm employs", "With its mast, the tower is".
    pub(super) fn is_whole(&self, prose: &str, tokens: &[Token], from: usize) -> bool {
        let lead = self.sentence.start..from;
        let opens = tokens[self.sentence.start].word.is_some_and(|word| word.is(Sense::Preposition))
            || lead.end.checked_sub(1).is_some_and(|last| tokens[last].is_sign(prose, ','));
        if lead.is_empty() || !opens || lead.clone().any(|at| has_sense(prose, tokens, at, Sense::Saying).is_some()) {
            return true;
        }
        let dated = |at: usize| self.dates.iter().any(|(range, _)| range.contains(&at));
        let link = |at: usize| {
            tokens[at].is_symbol() || tokens[at].word.is_some_and(|word| LINKS.into_iter().any(|sense| word.is(sense)))
        };
        lead.into_iter().all(|at| dated(at) || link(at))
    }

    /// The dates of the sentence.
    pub(super) fn dates(&self) -> impl Iterator<Item = Date> {
        self.dates.iter().map(|(_, date)| *date)
    }

    /// The dates before a token.
    pub(super) fn dates_before(&self, limit: usize) -> Vec<Date> {
        self.dates.iter().filter(|(range, _)| range.start < limit).map(|(_, date)| *date).collect()
    }

    /// Whether no year or month is told but that which a sum is for: "a budget for 2026".
    pub(super) fn is_current(&self, tokens: &[Token]) -> bool {
        let meant = |at: usize| at > 0 && tokens[at - 1].word.is_some_and(|word| word.is(Sense::Lasts));
        self.dates.iter().all(|(range, date)| matches!(date, Date::Day(_)) || meant(range.start))
    }
}

/// Whether a verb gives a measure.
fn gives(sense: Sense) -> bool {
    matches!(sense, Sense::Gives(_))
}

/// Whether a clause ends at a token.
fn parts(prose: &str, tokens: &[Token], at: usize) -> bool {
    let sign =
        tokens[at].kind == TokenKind::Symbol && matches!(tokens[at].text(prose), "," | ";" | ":" | "—" | "–" | "(");
    sign || tokens[at].word.is_some_and(|word| word.is(Sense::Opens))
}

/// Whether a phrase with one of these senses begins at a token; "in May" is no "may".
fn means_any(prose: &str, tokens: &[Token], at: usize, senses: &[Sense]) -> bool {
    let Some(word) = tokens[at].word else { return false };
    let month = tokens[at].is_capitalised() && word.senses().any(|sense| matches!(sense, Sense::Month(_)));
    !month && senses.iter().any(|sense| has_sense(prose, tokens, at, *sense).is_some())
}

/// The claims of the sentence that a claim stands in; claims stand in the order of the text.
pub(super) fn sentence_claims<'c, 't>(claims: &'c [Claim<'t>], claim: &Claim<'_>) -> &'c [Claim<'t>] {
    let key = |claim: &Claim<'_>| (claim.place.block, claim.place.sentence);
    let start = claims.partition_point(|other| key(other) < key(claim));
    let length = claims[start..].partition_point(|other| same_sentence(other, claim));
    &claims[start..start + length]
}
