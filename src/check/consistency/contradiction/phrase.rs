//! The words of a sentence that say what a figure is of, by where they stand.

use std::ops::Range;

use super::measure::Stand;
use super::subject::{Article, Subject};
use crate::check::reading::outline::{has_sense, is_past_tense};
use crate::lexicon::{Sense, Word};
use crate::source::{Block, BlockKind, Document};
use crate::text::{TokenKind, Tokens};

/// How many words a subject has at most.
pub(super) const LONGEST: usize = 6;

/// A sentence in which a subject is looked for.
pub(super) struct Phrase<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) tokens: &'a Tokens,
    pub(super) sentence: Range<usize>,
    pub(super) block: Block,
}

/// A subject and the token that its phrase begins with.
pub(super) type Found = (Subject, usize);

impl Phrase<'_> {
    /// The subject of a figure, given its tokens; none where its words are not plain.
    pub(super) fn subject(&self, stand: Stand, figure: &Range<usize>) -> Option<Found> {
        match stand {
            Stand::BeforeVerb => self.before_verb(figure),
            Stand::Behind => self.behind(figure),
            Stand::BesideNoun => self.beside_noun(figure),
            Stand::BeforeNoun => self.before_noun(figure),
        }
    }

    pub(super) fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.tokens.tokens[at].text(&self.document.prose) } else { "" }
    }

    pub(super) fn means(&self, at: usize, sense: Sense) -> bool {
        self.sentence.contains(&at) && has_sense(&self.document.prose, &self.tokens.tokens, at, sense).is_some()
    }

    fn is(&self, at: usize, sense: Sense) -> bool {
        self.sentence.contains(&at) && self.tokens.tokens[at].word.is_some_and(|word| word.is(sense))
    }

    /// "The Orrin bridge repair, which will cost", "the bridge is", "The bridge,".
    fn before_verb(&self, figure: &Range<usize>) -> Option<Found> {
        let verb = figure.start.checked_sub(1).filter(|at| *at > self.sentence.start)?;
        self.ending(verb)
    }

    /// The subject of a verb.
    fn ending(&self, verb: usize) -> Option<Found> {
        let mut end = verb;
        while end > self.sentence.start && self.means(end - 1, Sense::Auxiliary) {
            end -= 1;
        }
        if (end..verb).any(|at| self.means(at, Sense::Foregone)) {
            return None;
        }
        let relative = end > self.sentence.start && self.is(end - 1, Sense::Relative);
        if relative {
            end -= 1;
            end -= usize::from(self.word(end.wrapping_sub(1)) == ",");
        } else if self.is(end.wrapping_sub(1), Sense::Opens) && end == verb {
            return self.leading(verb);
        }
        self.noun_phrase(end, relative)
    }

    /// A noun phrase that ends before a token and opens its clause: "the plant in Dunmore".
    fn noun_phrase(&self, end: usize, relative: bool) -> Option<Found> {
        let (mut nouns, mut place) = (self.plain_before(end)..end, end..end);
        let inside = nouns.start - usize::from(self.article(nouns.start).is_some());
        let names =
            !nouns.is_empty() && nouns.clone().all(|at| self.tokens.tokens[at].is_capitalised() || self.is_in_name(at));
        // "The plant in Dunmore, which employs", but "the strike at Orrin Foods, which employs".
        let joint = if relative { Sense::YearCue } else { Sense::Situates };
        if names && inside > self.sentence.start && self.is(inside - 1, joint) {
            place = nouns;
            nouns = self.plain_before(inside - 1)..inside - 1;
        }
        let article = self.article(nouns.start);
        let opener = if article.is_some() { nouns.start - 1 } else { nouns.start };
        // "of the bridge": the figure is that of what stands before it.
        let begins = opener == self.sentence.start
            || relative
            || matches!(self.word(opener - 1), "," | ":" | ";" | "—" | "–")
            || self.means(opener - 1, Sense::Saying)
            || self.means(opener - 1, Sense::Opens);
        (begins && !nouns.is_empty()).then(|| {
            let article = article.unwrap_or(Article::Definite);
            (self.made(place.chain(nouns), article), opener)
        })
    }

    /// Where the plain words that end before a token begin.
    fn plain_before(&self, end: usize) -> usize {
        let mut start = end;
        while start > self.sentence.start && self.is_plain(start - 1) && end - start < LONGEST {
            start -= 1;
        }
        start
    }

    /// The subject that the sentence begins with, of a verb farther on: "The bypass opened at a cost of",
    /// "The trust raised $4 million and spent".
    fn leading(&self, limit: usize) -> Option<Found> {
        let first = self.sentence.start;
        let article = self.article(first + 1);
        let start = first + usize::from(article.is_some());
        let verb = (start..limit).take(LONGEST + 1).find(|&at| self.is_verb(at))?;
        let plain = start < verb && (start..verb).all(|at| self.is_plain(at));
        // "The mayor said the fire": another subject follows.
        let other = (verb..limit).any(|at| self.means(at, Sense::Saying) || self.is(at, Sense::Relative));
        (plain && !other).then(|| (self.made(start..verb, article.unwrap_or(Article::Definite)), first))
    }

    /// "the new 320-metre Orrin bridge", "the library's $2.2 million budget".
    fn behind(&self, figure: &Range<usize>) -> Option<Found> {
        let extent = |at: &usize| {
            let word = self.tokens.tokens[*at].word;
            self.word(*at) == "-"
                || word.is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Extends(_))))
        };
        let start = (figure.end..self.sentence.end).find(|at| !extent(at))?;
        let end = (start..self.sentence.end).take(LONGEST + 1).find(|&at| !self.is_noun(at));
        let end = end.unwrap_or(self.sentence.end.min(start + LONGEST + 1));
        let lead = (figure.start.saturating_sub(3).max(self.sentence.start)..=figure.start)
            .rev()
            .find(|&at| self.article(at).is_some() || (at < figure.start && !self.is_plain(at)));
        let article = lead.and_then(|at| self.article(at));
        let headline = matches!(self.block.kind, BlockKind::Title | BlockKind::Heading(_) | BlockKind::Caption);
        let owner = lead.filter(|&at| self.is_owner(at)).map(|at| self.plain_before(at)..at);
        let lead = match (article, lead) {
            (_, Some(lead)) if owner.is_some() => lead + 1..figure.start,
            (Some(_), Some(lead)) => lead..figure.start,
            (_, _) if headline => figure.start..figure.start,
            (_, _) => return None,
        };
        let from = owner.as_ref().map_or(lead.start, |owner| owner.start);
        let possessive = self.word(end).starts_with(['\'', '’']);
        let nouns =
            (1..LONGEST).contains(&(end - start)) && !possessive && owner.as_ref().is_none_or(|o| !o.is_empty());
        let words = owner.unwrap_or(from..from).chain(lead).chain(start..end);
        nouns.then(|| (self.made(words, article.unwrap_or(Article::Definite)), from))
    }

    /// "'s", or the apostrophe alone.
    fn is_owner(&self, at: usize) -> bool {
        self.word(at).starts_with(['\'', '’'])
    }

    /// "The length of the bridge is", "the bridge's length is".
    fn beside_noun(&self, figure: &Range<usize>) -> Option<Found> {
        let verb = figure.start.checked_sub(1)?;
        let quality = |at: usize| {
            let word = self.tokens.tokens[at].word;
            word.is_some_and(|word| word.senses().any(|s| matches!(s, Sense::Extends(_) | Sense::Quality(_))))
        };
        let last = verb.checked_sub(1).filter(|last| self.sentence.contains(last))?;
        if quality(last) {
            let owner = last.checked_sub(1).filter(|&at| self.sentence.contains(&at) && self.is_owner(at))?;
            return self.noun_phrase(owner, false);
        }
        let start = self.plain_before(verb);
        let opener = start - usize::from(self.article(start).is_some());
        let noun = opener.checked_sub(2).filter(|&at| self.sentence.contains(&at) && quality(at))?;
        let first = noun - usize::from(self.article(noun).is_some());
        let begins = first == self.sentence.start
            || matches!(self.word(first - 1), "," | ";" | ":")
            || self.means(first - 1, Sense::Saying)
            || self.means(first - 1, Sense::Opens);
        let article = self.article(start).unwrap_or(Article::Definite);
        (begins && start < verb).then(|| (self.made(start..verb, article), first))
    }

    /// "Marl has a population of", "Marl, with a population of", "opened at a cost of".
    fn before_noun(&self, figure: &Range<usize>) -> Option<Found> {
        let noun = figure.start.checked_sub(2).filter(|at| self.sentence.contains(at))?;
        let opener = self.article(noun).map(|_| noun - 1)?;
        let lead = opener.checked_sub(1).filter(|at| self.sentence.contains(at))?;
        if self.tokens.tokens[lead].word.is_some_and(has_gift) {
            return self.ending(lead);
        }
        if !self.is(lead, Sense::Preposition) {
            return None;
        }
        if lead > self.sentence.start && self.word(lead - 1) == "," {
            return self.noun_phrase(lead - 1, false);
        }
        self.leading(lead)
    }

    fn made(&self, words: impl Iterator<Item = usize> + Clone, article: Article) -> Subject {
        let name = |at: usize| {
            let token = &self.tokens.tokens[at];
            token.is_capitalised() && (at > self.sentence.start || token.word.is_none_or(Word::is_only_a_name))
        };
        let kept = words.filter(|&at| !self.is(at, Sense::Indefinite) && !self.means(at, Sense::Determiner));
        Subject::new(kept.map(|at| (self.word(at).to_lowercase(), name(at))), article, self.block)
    }

    /// The article or owner right before a token.
    fn article(&self, at: usize) -> Option<Article> {
        let before = at.checked_sub(1)?;
        if self.is(before, Sense::Indefinite) {
            return Some(Article::Indefinite);
        }
        self.means(before, Sense::Determiner).then_some(Article::Definite)
    }

    /// Whether a token may be a word of a subject.
    fn is_plain(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        if self.is_in_name(at) {
            return true;
        }
        let name = token.is_capitalised() || token.kind == TokenKind::Number;
        let others = [Sense::Determiner, Sense::Indefinite, Sense::Preposition];
        let opens = others.into_iter().any(|sense| self.means(at, sense));
        let others = [Sense::Pronoun, Sense::Opens, Sense::Saying];
        let function = token.word.is_some_and(|word| others.into_iter().any(|sense| word.is(sense)));
        !opens && !self.is_owner(at) && (name || (token.kind == TokenKind::Word && !function))
    }

    /// The full stop and the "'s" of "St. Brannock's Hospital".
    fn is_in_name(&self, at: usize) -> bool {
        let capital = |at: usize| self.sentence.contains(&at) && self.tokens.tokens[at].is_capitalised();
        let shortened = self.word(at) == "." && self.is(at.wrapping_sub(1), Sense::Abbreviation);
        (self.is_owner(at) || shortened) && at > 0 && capital(at - 1) && capital(at + 1)
    }

    /// Whether a token may be a noun behind the figure that describes it: no verb, no link.
    fn is_noun(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let others =
            [Sense::Function, Sense::Modal, Sense::Gone, Sense::Negation, Sense::Auxiliary, Sense::Acts, Sense::Saying];
        let function = token.word.is_some_and(|word| others.into_iter().any(|sense| word.is(sense)));
        let done = self.word(at).len() > 4 && self.word(at).ends_with("ed");
        (token.kind == TokenKind::Word || self.is_in_name(at)) && self.is_plain(at) && !function && !done
    }

    /// Whether a token is a verb as the subject's first: "opened", "will", "has".
    fn is_verb(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let verb =
            |sense| matches!(sense, Sense::Auxiliary | Sense::Gone | Sense::Acts | Sense::Saying | Sense::Gives(_));
        !token.is_capitalised()
            && (is_past_tense(&self.document.prose, token) || token.word.is_some_and(|word| word.senses().any(verb)))
    }
}

/// "has": what follows belongs to the subject.
fn has_gift(word: Word) -> bool {
    word.senses().any(|sense| sense == Sense::Gives("have"))
}
