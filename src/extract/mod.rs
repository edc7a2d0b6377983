//! Tokens → claims. One finder a shape; none sees another's work, `overlap` alone decides
//! between them.

mod age;
mod aside;
mod batch;
mod change;
mod counted;
mod date;
mod duration;
mod figure;
mod gapped;
mod header;
mod hedge;
mod measured;
mod measurement;
mod money;
pub(crate) mod name;
mod number;
mod numeral;
mod overlap;
mod ordinal;
mod percent;
mod quote;
mod range;
mod ratio;
mod score;
mod traps;
mod role;
mod time;
mod unit;

#[cfg(test)]
mod tests;

use std::ops::Range;

use jiff::civil;

pub use aside::{Aside, extract_with_asides};
use batch::read;

use crate::claim::{Claim, ClaimKind, Value};
use crate::lexicon::{Begins, Sense, Usage};
use crate::source::{Block, Document};
use crate::text::{Pages, Token, TokenKind, phrase_at};
use name::Name;
use numeral::Numeral;
use quote::Quotation;

/// What a finder sees: one sentence, with the tokens of its block around it.
struct Sentence<'a, 't> {
    /// The document's prose, which the tokens point into.
    prose: &'t str,
    /// All tokens of the block.
    tokens: &'a [Token],
    /// Those of the sentence.
    range: Range<usize>,
    /// Those of them that something can begin with.
    spots: &'a [u32],
    /// The numbers in it, in order.
    numerals: &'a [Numeral],
    /// The articles in it that may stand for "one", as numbers.
    articles: &'a [Numeral],
    /// What shapes its words can begin.
    begins: Begins,
    /// The names in it that may be people's, in order.
    names: &'a [Name],
    /// The quotations of the block, in order.
    quotations: &'a [Quotation<'t>],
    /// What it is on the page.
    block: &'a Block,
    /// The draft's date, for dates that are told from it.
    now: Option<civil::Date>,
    /// The year that stands alone above it.
    under: Option<date::Above>,
    /// What the draft means by bare words.
    usage: Usage,
}

impl<'t> Sentence<'_, 't> {
    /// The text of one token; empty past the ends of the block.
    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.text(self.prose))
    }

    /// Whether a token is this word, whatever its ASCII case.
    #[inline]
    fn is_word(&self, at: usize, word: &str) -> bool {
        // Most words are as long as no other; only those that are need be looked at.
        let same = |token: &Token| token.length() == word.len() && token.text(self.prose).eq_ignore_ascii_case(word);
        self.tokens.get(at).map_or(word.is_empty(), same)
    }

    /// Whether a token is a number in digits.
    fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether a token is a word that begins with a capital.
    fn is_capitalised(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capitalised)
    }

    /// Whether a token is a word that has this sense by itself.
    fn has(&self, at: usize, sense: Sense) -> bool {
        self.tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.is(sense))
    }

    /// Whether one of the tokens before or after these has this sense, no further away than that many.
    fn has_beside(&self, core: &Range<usize>, (before, after): (usize, usize), sense: Sense) -> bool {
        let start = core.start.saturating_sub(before).max(self.range.start);
        let end = (core.end + after).min(self.range.end);
        (start..core.start).chain(core.end..end).any(|at| self.has(at, sense))
    }

    /// Whether the words beside two numbers make them odds: "odds of 12-1", "a 20-1 outsider"; not "the favorites won 3-1".
    fn tells_odds(&self, core: &Range<usize>) -> bool {
        let beside = self.has(core.end, Sense::Odds) || self.has_beside(core, (3, 0), Sense::Odds);
        beside && !self.has_beside(core, (2, 1), Sense::Contest)
    }

    /// Whether a word near two numbers with a colon makes them a ratio: "a ratio of 18:1", not "a 4:3 aspect ratio".
    fn tells_proportion(&self, core: &Range<usize>) -> bool {
        let colon = |at: usize| self.word(at) == ":" && self.is_glued(at) && self.is_glued(at + 1);
        let more = colon(core.end) || core.start > 1 && colon(core.start - 1);
        let shape = (core.start.saturating_sub(3)..core.end + 3).any(|at| self.is_word(at, "aspect"));
        !more && !shape && self.has_beside(core, (4, 5), Sense::Proportion)
    }

    /// Whether a word near two numbers speaks of a vote or a match.
    fn tells_contest(&self, core: &Range<usize>) -> bool {
        self.has_beside(core, (4, 3), Sense::Contest)
    }

    /// The tokens of the sentence that one of these shapes can begin with, in order.
    fn beginning(&self, shapes: Begins) -> impl Iterator<Item = usize> {
        let spots = self.spots.iter().map(|&at| at as usize);
        spots.filter(move |&at| self.tokens[at].begins.any(shapes))
    }

    /// The token before this one, in the same sentence.
    fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|&before| before >= self.range.start)
    }

    /// Whether a token follows the one before it without white space.
    fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// The longest phrase at a token that has a wanted sense: one past its last token, and the sense.
    fn sense<T>(&self, at: usize, wanted: impl Fn(Sense) -> Option<T>) -> Option<(usize, T)> {
        let found = phrase_at(self.prose, self.tokens, at, |phrase| phrase.senses.iter().copied().find_map(&wanted));
        found.map(|(length, sense)| (at + length, sense))
    }

    /// Whether a phrase with this sense begins at a token.
    fn means(&self, at: usize, sense: Sense) -> bool {
        let may_mean = self.tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.may_mean(sense));
        may_mean && self.sense(at, |own| (own == sense).then_some(())).is_some()
    }

    /// The text of a range of tokens, as it stands in the prose.
    fn text(&self, range: &Range<usize>) -> &'t str {
        text_of(self.prose, self.tokens, range)
    }
}

/// A claim as a finder proposes it, by tokens of the block.
struct Candidate<'t> {
    kind: ClaimKind,
    /// The figure itself.
    core: Range<usize>,
    /// The figure with its hedge.
    whole: Range<usize>,
    value: Value<'t>,
    /// What is counted, measured or priced.
    of: Option<Range<usize>>,
    /// The figures of a change, which dates may stand between; none for what is one figure.
    figures: Vec<Range<usize>>,
}

/// A finder appends what it proposes for a sentence.
type Finder = for<'a, 't> fn(&Sentence<'a, 't>, &mut Vec<Candidate<'t>>);

/// How many claims are taken from one draft. What has more is no draft but data, and would cost the
/// memory of a shelf of books.
pub const MOST: usize = 500_000;

/// Every finder, in no order that matters, and what a sentence must hold for it to find anything: one of the first
/// shapes and one of the second. Most sentences hold nothing, and no finder looks at them.
const FINDERS: &[(Finder, Begins, Begins)] = &[
    (age::find, Begins::FIGURE.with(Begins::DIGITS).with(Begins::DECADE), Begins::ANY),
    (change::find, Begins::FIGURE.with(Begins::MULTIPLE), Begins::MOVEMENT.with(Begins::MULTIPLE)),
    (date::find, Begins::DATE.with(Begins::DIGITS), Begins::ANY),
    (duration::find, Begins::LASTING, Begins::ANY),
    (duration::race, Begins::DIGITS, Begins::ANY),
    (measurement::find, Begins::FIGURE, Begins::ANY),
    (money::find, Begins::FIGURE, Begins::MONEY),
    (number::find, Begins::FIGURE, Begins::ANY),
    (ordinal::find, Begins::FIGURE, Begins::ANY),
    (percent::find, Begins::FIGURE, Begins::SHARE),
    (quote::find, Begins::QUOTATION, Begins::ANY),
    (ratio::find, Begins::FIGURE.with(Begins::MULTIPLE), Begins::ANY),
    (role::find, Begins::NAME, Begins::ANY),
    (score::find, Begins::FIGURE, Begins::ANY),
    (time::find, Begins::CLOCK.with(Begins::DIGITS), Begins::ANY),
];

/// The claims of a draft, in document order, up to [`MOST`].
///
/// ```
/// use factdiff::source::{self, Format};
/// let draft = source::read("Police counted 34 people.", Format::Plain);
/// let claims = factdiff::extract::extract(&draft);
/// assert_eq!(&draft.file[claims[0].span.range()], "34 people");
/// ```
pub fn extract<'t>(document: &'t Document<'_>) -> Vec<Claim<'t>> {
    let mut claims = Vec::new();
    each(document, |claim| claims.push(claim));
    claims
}

/// Hands on the claims of a draft as they are found, in document order, up to [`MOST`]: those of a long draft take a
/// good deal of memory together.
pub fn each<'t>(document: &'t Document<'_>, take: impl FnMut(Claim<'t>)) {
    read(document, |_, _, _| {}, |_, _| {}, take);
}

/// The claims of a draft, and the draft with the blocks that have figures among them as they were read.
///
/// ```
/// use factdiff::source::{self, Format};
/// let draft = source::read("Police counted 34 people.", Format::Plain);
/// let (claims, pages) = factdiff::extract::extract_with_pages(&draft);
/// assert_eq!(pages.block(claims[0].place.block).tokens[2].text(&draft.prose), "34");
/// ```
pub fn extract_with_pages<'t>(document: &'t Document<'_>) -> (Vec<Claim<'t>>, Pages<'t>) {
    let mut pages = Pages::of(document);
    let mut claims = Vec::new();
    read(document, |_, _, _| {}, |block, tokens| pages.keep(block, tokens), |claim| claims.push(claim));
    (claims, pages)
}

/// The prose of a range of tokens, which is not empty.
fn text_of<'t>(prose: &'t str, tokens: &[Token], range: &Range<usize>) -> &'t str {
    &prose[tokens[range.start].start as usize..tokens[range.end - 1].end as usize]
}
