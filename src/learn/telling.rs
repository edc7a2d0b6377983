//! The sentence that a figure stands in.

use std::ops::Range;

use super::words::is_any;
use crate::check::figure_tokens;
use crate::check::reading::outline::{Clause, Outline, Seam, has_sense};
use crate::claim::{Claim, ClaimKind};
use crate::lexicon::{Sense, Usage};
use crate::source::Document;
use crate::text::{Token, Tokens};
use crate::value::DateSpan;

/// The sentence of one claim.
pub(super) struct Telling<'p> {
    pub(super) prose: &'p str,
    /// All tokens of the block.
    pub(super) tokens: &'p [Token],
    pub(super) sentence: Range<usize>,
    pub(super) outline: Outline,
    /// Every figure of the sentence, in order.
    pub(super) figures: Vec<Range<usize>>,
    /// The dates among them.
    pub(super) dates: Vec<(Range<usize>, DateSpan)>,
    /// The figure with its hedge.
    pub(super) figure: Range<usize>,
    /// The figure without its hedge.
    pub(super) core: Range<usize>,
    /// The figure with its hedge and what is counted.
    pub(super) whole: Range<usize>,
    pub(super) kind: ClaimKind,
    /// What the draft means by bare words.
    pub(super) usage: Usage,
}

impl<'p> Telling<'p> {
    /// Reads the sentence of a claim, one of `claims`, in the block whose tokens these are.
    pub(super) fn of(document: &'p Document<'_>, tokens: &'p Tokens, claim: &Claim<'_>, claims: &[Claim<'_>]) -> Self {
        let place = &claim.place;
        let here = |other: &&Claim<'_>| {
            (other.place.block, other.place.sentence) == (place.block, place.sentence) && other.is_figure()
        };
        let figures: Vec<_> = claims.iter().filter(here).map(|other| figure_tokens(other, document, tokens)).collect();
        let dates = claims.iter().filter(here).zip(&figures);
        let dates = dates.filter_map(|(other, figure)| Some((figure.clone(), other.value.date()?))).collect();
        let sentence = tokens.sentences[place.sentence as usize].clone();
        let outline = Outline::of(&document.prose, &tokens.tokens, sentence.clone(), &figures);
        let figure = figure_tokens(claim, document, tokens);
        let in_core = |at: &usize| {
            let token = &tokens.tokens[*at];
            document.map.to_file(token.start, token.end).is_some_and(|span| span.overlaps(claim.core))
        };
        Self {
            prose: &document.prose,
            tokens: &tokens.tokens,
            sentence,
            outline,
            figures,
            dates,
            core: figure.clone().find(in_core).unwrap_or(figure.start)..figure.end,
            figure,
            whole: place.tokens.start as usize..place.tokens.end as usize,
            kind: claim.kind,
            usage: document.usage,
        }
    }

    /// The clause of the figure.
    pub(super) fn clause(&self) -> &Clause {
        &self.outline.clauses[self.outline.clause_of(self.figure.start)]
    }

    pub(super) fn text(&self, at: usize) -> &'p str {
        self.tokens.get(at).map_or("", |token| token.text(self.prose))
    }

    pub(super) fn means(&self, at: usize, senses: &[Sense]) -> bool {
        self.tokens.get(at).is_some_and(|token| is_any(token, senses))
    }

    /// Whether a phrase with this sense begins at a token.
    pub(super) fn begins(&self, at: usize, sense: Sense) -> bool {
        has_sense(self.prose, self.tokens, at, sense).is_some()
    }

    /// The day or year that the sentence tells the figure of: "in 1997, …".
    pub(super) fn told_on(&self) -> Option<DateSpan> {
        let own = self.outline.clause_of(self.figure.start);
        let beside = |date: &Range<usize>| {
            let clause = self.outline.clause_of(date.start);
            clause == own || (clause + 1 == own && self.is_opening(clause))
        };
        let led = |date: &Range<usize>| {
            let before = date.start.checked_sub(1).map_or("", |at| self.text(at));
            ["since", "until", "of", "than", "from"].iter().any(|word| before.eq_ignore_ascii_case(word))
        };
        let dates = self.dates.iter().filter(|(date, _)| *date != self.figure && beside(date) && !led(date));
        dates.map(|(_, date)| *date).next()
    }

    /// A stretch of the sentence on one line.
    pub(super) fn written(&self, tokens: Range<usize>) -> String {
        let (first, last) = (&self.tokens[tokens.start], &self.tokens[tokens.end - 1]);
        let text = &self.prose[first.start as usize..last.end as usize];
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// "In 1997, …", "Before declaring its independence in 1991, …": a clause that the next one leans on.
    pub(super) fn is_opening(&self, clause: usize) -> bool {
        let Clause { tokens, seam } = &self.outline.clauses[clause];
        let opens = self.means(tokens.start, &[Sense::Preposition, Sense::Opens]);
        opens && matches!(seam, Seam::Start | Seam::Break | Seam::Subordinate)
    }

    pub(super) fn is_figure(&self, at: usize) -> bool {
        self.figures.iter().any(|figure| figure.contains(&at))
    }

    /// Whether a word of saying is what happens in the figure's clause, or in the one that it only dates.
    pub(super) fn is_said(&self) -> bool {
        let own = self.outline.clause_of(self.figure.start);
        let last = own + usize::from(self.is_opening(own));
        let mut clauses = self.outline.clauses.iter().take(last + 1).skip(own);
        clauses.any(|clause| {
            let mut words = clause.tokens.clone();
            words.any(|at| self.means(at, &[Sense::Saying]) && !self.tokens[at].is_capitalised())
        })
    }
}
