//! Whether a preposition behind a measure or a figure ties it to a place, group or kind that the fact does not speak
//! of: "workers in Europe", "sales of tractors", "48 passengers in wheelchairs".

use std::ops::Range;

use super::narrowing::Narrowing;
use crate::check::compare::outcome::Outcome;
use crate::check::reading::outline::is_past_tense;
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::text::{Token, TokenKind};

impl Narrowing<'_> {
    /// Whether a preposition follows there that ties the words before it to a place, group or kind
    /// that the fact does not speak of.
    pub(super) fn restricted(&self, at: usize) -> bool {
        let end = self.scene.clause(&self.mark.figure).tokens.end;
        if at >= end || self.mark.figure.contains(&(at + 1)) {
            return false;
        }
        let object = at + 1..self.phrase_end(at + 1, end);
        let preposition = self.scene.tokens[at].text(self.scene.prose);
        match preposition {
            // "was fined $75 million for lax controls" tells why.
            "for" if self.is_dealt() && !object.clone().any(|at| self.scene.tokens[at].is_capitalised()) => false,
            "of" | "for" | "among" | "amongst" => {
                self.is_foreign_kind(object.clone()) && !self.are_of_subject(object.end, end)
            }
            // "flies 18 jets from Knock", where 18 was the whole fleet once: what was the whole is no part.
            "from" if matches!(self.pair.comparison.outcome, Outcome::Outdated { .. }) => false,
            "from" if !self.is_of_a_deed() => {
                self.is_foreign_place(object.clone()) || self.is_foreign_kind(object.clone()) || self.is_source(object)
            }
            // "the interest rate on deposits"
            "on" if self.mark.kind != ClaimKind::Count && at < self.mark.whole.start => {
                self.is_foreign_kind(object.clone()) && !object.clone().any(|at| self.is_dated(at))
            }
            // "residents over 65"
            "over" | "under" | "aged" => {
                self.scene.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number) && !self.is_own(at + 1)
            }
            "in" | "across" | "within" | "outside" => {
                // "sales in its bakery division"
                let owned = ["its", "their"].contains(&self.scene.tokens[at + 1].text(self.scene.prose));
                owned && self.mark.kind != ClaimKind::Count && self.is_source(object.start + 1..object.end)
                    || self.is_foreign_place(object)
            }
            "at" if !self.is_of_a_deed() => self.is_foreign_place(object),
            _ => false,
        }
    }

    /// "19% of patients in the placebo group", of a fact on placebo: whether those that a share is of are the fact's own.
    fn are_of_subject(&self, at: usize, end: usize) -> bool {
        let leads = |word: Word| word.is(Sense::Preposition);
        let share = matches!(self.mark.kind, ClaimKind::Percent | ClaimKind::Ratio);
        let subject = |at: usize| {
            let term = self.scene.terms[at];
            let own = |term| self.pair.profile.subject.iter().any(|known| known.terms.contains(&term));
            term.is_some_and(own)
        };
        share
            && at < end
            && self.scene.tokens[at].word.is_some_and(leads)
            && (at + 1..self.phrase_end(at + 1, end)).any(subject)
    }

    /// "48 passengers in wheelchairs" of 640: whether fewer are counted than the fact has, of those with a thing that it
    /// does not tell of.
    pub(super) fn is_some_with(&self) -> bool {
        let (with, only) = (self.mark.whole.end, self.mark.whole.end + 1);
        let end = self.scene.clause(&self.mark.figure).tokens.end;
        let leads = |at: usize| ["in", "with"].contains(&self.scene.tokens[at].text(self.scene.prose));
        let closes = |at: usize| self.scene.tokens.get(at).is_none_or(Token::is_symbol);
        only < end
            && leads(with)
            && (closes(only + 1) || self.phrase_end(only, end) == only + 1)
            && self.mark.kind == ClaimKind::Count
            && self.pair.comparison.is_less()
            && self.scene.text(only..only + 1).ends_with('s')
            && !self.scene.tokens[only].is_capitalised()
            && !self.is_own(only)
            && !self.is_dated(only)
    }

    /// "was fined $75 million": whether a sum is what the verb of the fact right before it dealt.
    fn is_dealt(&self) -> bool {
        let before = self.mark.whole.start.checked_sub(1).filter(|&at| at >= self.scene.sentence.start);
        let deals = |at: usize| self.is_own(at) && is_past_tense(self.scene.prose, &self.scene.tokens[at]);
        self.mark.kind == ClaimKind::Money && before.is_some_and(deals)
    }

    /// "launched on 4 May from Kourou", "jailed for nine years at Leeds Crown Court": whether the figure tells when or for
    /// how long something was done, of which the place where it was done is no part.
    fn is_of_a_deed(&self) -> bool {
        let scene = self.scene;
        let suffered = |at: usize| {
            self.is_own(at)
                && is_past_tense(scene.prose, &scene.tokens[at])
                && ["was", "were", "been"].contains(&scene.tokens[at - 1].text(scene.prose))
        };
        let clause = scene.clause(&self.mark.figure).tokens.start;
        matches!(self.mark.kind, ClaimKind::Date | ClaimKind::Duration)
            && (clause + 1..self.mark.figure.start).any(suffered)
    }

    /// Where the words that a preposition governs end.
    fn phrase_end(&self, from: usize, limit: usize) -> usize {
        let ends = |at: &usize| {
            let token = &self.scene.tokens[*at];
            let closes = |sense| matches!(sense, Sense::Preposition | Sense::Opens | Sense::Modal | Sense::Saying);
            self.mark.figure.contains(at)
                || token.kind == TokenKind::Symbol && !token.glued
                || *at > from && token.word.is_some_and(|word| word.senses().any(closes))
        };
        (from..limit).find(ends).unwrap_or(limit)
    }

    /// A capitalised name, of none of the fact's things and of no time.
    fn is_foreign_place(&self, object: Range<usize>) -> bool {
        let own = object.clone().any(|at| self.is_own(at));
        // "in the journal Tropical Health" is no place.
        let leads =
            |at: &usize| self.scene.tokens[*at].word.is_some_and(|word| word.is(Sense::Article)) || self.narrows(*at);
        let named = |at: usize| self.scene.tokens[at].is_capitalised() && !self.is_dated(at);
        !own && object.take(3).find(|at| !leads(at)).is_some_and(named)
    }

    /// "tractors", "Black workers"; not "the company", which is what was spoken of before.
    fn is_foreign_kind(&self, object: Range<usize>) -> bool {
        let words: Vec<usize> = object.filter(|&at| self.scene.tokens[at].kind != TokenKind::Symbol).collect();
        let [first, rest @ ..] = words.as_slice() else { return false };
        if words.iter().any(|&at| self.is_own(at) || self.is_dated(at) || self.is_empty(at)) {
            return false;
        }
        let article = self.scene.tokens[*first].word.is_some_and(|word| word.is(Sense::Article));
        let plural = |at: usize| {
            let text = self.scene.tokens[at].text(self.scene.prose);
            text.ends_with('s') || self.scene.tokens[at].word.is_some_and(|word| word.is(Sense::Plural))
        };
        let named = |at: usize| self.scene.tokens[at].is_capitalised();
        let kinds = if article { rest } else { &words };
        kinds.iter().any(|&at| named(at) || (plural(at) && !article) || self.narrows(at))
    }

    /// "emissions from transport": a bare noun, which is none of the fact's, and no time.
    fn is_source(&self, object: Range<usize>) -> bool {
        object.clone().next().is_some_and(|at| self.is_kind(at) && !self.is_dated(at))
            && !object.into_iter().any(|at| self.is_own(at))
    }
}
