//! Whose measure a figure is: the words before its verb, or behind it where it describes them.

use std::ops::Range;

use super::measure::Manner;
use super::moves;
use crate::check::outline::has_sense;
use crate::claim::Claim;
use crate::lexicon::{Sense, Word};
use crate::source::{Block, BlockKind, Document};
use crate::text::{TokenKind, Tokens};

/// How many words a subject has at most.
const LONGEST: usize = 6;
/// The longest draft, in bytes, of which a noun without a name may stand for one thing throughout.
const SHORT: usize = 60_000;

/// A noun with what describes it: "the Orrin bridge repair".
#[derive(Debug)]
pub(super) struct Subject {
    /// In small letters, the noun last.
    words: Vec<String>,
    /// Which of the words are names.
    names: Vec<bool>,
    article: Article,
    /// The block it stands in.
    block: Block,
}

/// What opens a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Article {
    /// "the", "its", or nothing in a headline.
    Definite,
    /// "a".
    Indefinite,
}

impl Subject {
    /// The subject of a figure; none where its words are not plain, or where the sentence moves the
    /// figure to another time or thing.
    pub(super) fn of(document: &Document<'_>, tokens: &Tokens, claim: &Claim<'_>, manner: Manner) -> Option<Self> {
        let sentence = tokens.sentences.get(claim.place.sentence as usize)?.clone();
        let block = document.blocks[claim.place.block as usize];
        let phrase = Phrase { document, tokens, sentence, block };
        if phrase.sentence.clone().any(|at| moves(&document.prose, &tokens.tokens, at)) {
            return None;
        }
        let figure = claim.place.tokens.start as usize..claim.place.tokens.end as usize;
        match manner {
            Manner::Describes => phrase.behind(&figure),
            Manner::Tells | Manner::Runs(_) => phrase.before(&figure),
        }
    }

    /// The noun.
    pub(super) fn head(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Its words in small letters.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// Whether a name with all its words is part of it: "Kolby" of "the Kolby wind farm".
    pub(super) fn is_named(&self, name: &str) -> bool {
        let mut words = name.split_whitespace().map(str::to_lowercase).peekable();
        words.peek().is_some() && words.all(|word| self.words.contains(&word))
    }

    /// Whether two subjects with one noun are one thing: by a name that both have, or because the
    /// draft has only one of its kind.
    pub(super) fn is_same(&self, other: &Self, document: &Document<'_>) -> bool {
        let names = |subject: &Self| subject.names.iter().any(|name| *name);
        let shared = self.named().any(|name| other.named().any(|other| other == name));
        let holds = |one: &Self, other: &Self| other.words.iter().all(|word| one.words.contains(word));
        if shared || (names(self) && names(other)) {
            return shared && (holds(self, other) || holds(other, self));
        }
        let indefinite = |subject: &Self| subject.article == Article::Indefinite;
        let captions = [self, other].iter().all(|subject| subject.block.kind == BlockKind::Caption);
        let display = |subject: &Self| {
            matches!(subject.block.kind, BlockKind::Title | BlockKind::Heading(1) | BlockKind::Caption)
        };
        let near = self.block.heading == other.block.heading || display(self) || display(other);
        let vague = captions || (indefinite(self) && indefinite(other));
        !vague && near && is_only_one(document, self, other)
    }

    fn named(&self) -> impl Iterator<Item = &str> {
        self.words.iter().zip(&self.names).filter(|(_, name)| **name).map(|(word, _)| word.as_str())
    }
}

/// A sentence in which a subject is looked for.
struct Phrase<'a> {
    document: &'a Document<'a>,
    tokens: &'a Tokens,
    sentence: Range<usize>,
    block: Block,
}

impl Phrase<'_> {
    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.tokens.tokens[at].text(&self.document.prose) } else { "" }
    }

    fn means(&self, at: usize, sense: Sense) -> bool {
        self.sentence.contains(&at) && has_sense(&self.document.prose, &self.tokens.tokens, at, sense).is_some()
    }

    /// "The Orrin bridge repair, which will cost", "the bridge is", "The bridge,".
    fn before(&self, figure: &Range<usize>) -> Option<Subject> {
        let mut end = figure.start.checked_sub(1).filter(|at| *at > self.sentence.start)?;
        while end > self.sentence.start && self.means(end - 1, Sense::Auxiliary) {
            end -= 1;
        }
        let relative = end > self.sentence.start && matches!(self.word(end - 1), "which" | "that" | "who");
        if relative {
            end -= 1;
            end -= usize::from(self.word(end.wrapping_sub(1)) == ",");
        }
        let mut start = end;
        while start > self.sentence.start && self.is_plain(start - 1) && end - start < LONGEST {
            start -= 1;
        }
        let article = self.article(start);
        let opener = if article.is_some() { start - 1 } else { start };
        // "of the bridge": the figure is that of what stands before it.
        let begins = opener == self.sentence.start
            || relative
            || matches!(self.word(opener - 1), "," | ":" | ";" | "—" | "–" | "and" | "but" | "that" | "as")
            || self.means(opener - 1, Sense::Saying)
            || self.means(opener - 1, Sense::Opens);
        (begins && start < end).then(|| self.subject(start..end, &(start..start), article.unwrap_or(Article::Definite)))
    }

    /// "the new 320-metre Orrin bridge".
    fn behind(&self, figure: &Range<usize>) -> Option<Subject> {
        let start = (figure.end..self.sentence.end).find(|&at| {
            let joint = self.word(at) == "-" || self.tokens.tokens[at].word.is_some_and(is_extent);
            !joint
        })?;
        let end = (start..self.sentence.end).find(|&at| !self.is_noun(at)).unwrap_or(self.sentence.end);
        let lead = (figure.start.saturating_sub(3).max(self.sentence.start)..=figure.start)
            .rev()
            .find(|&at| self.article(at).is_some() || (at < figure.start && !self.is_plain(at)));
        let article = lead.and_then(|at| self.article(at));
        let headline = matches!(self.block.kind, BlockKind::Title | BlockKind::Heading(_) | BlockKind::Caption);
        let lead = match (article, lead) {
            (Some(_), Some(lead)) => lead..figure.start,
            (_, _) if headline => figure.start..figure.start,
            (_, _) => return None,
        };
        let owned = self.word(end).starts_with(['\'', '’']);
        let nouns = (1..LONGEST).contains(&(end - start)) && !owned;
        nouns.then(|| self.subject(start..end, &lead, article.unwrap_or(Article::Definite)))
    }

    fn subject(&self, nouns: Range<usize>, lead: &Range<usize>, article: Article) -> Subject {
        let words = || lead.clone().chain(nouns.clone());
        let name = |at: usize| {
            let token = &self.tokens.tokens[at];
            token.is_capitalised() && (at > self.sentence.start || token.word.is_none_or(Word::is_only_a_name))
        };
        Subject {
            words: words().map(|at| self.word(at).to_lowercase()).collect(),
            names: words().map(name).collect(),
            article,
            block: self.block,
        }
    }

    /// The article or owner right before a token.
    fn article(&self, at: usize) -> Option<Article> {
        let word = self.word(at.checked_sub(1)?);
        if ["a", "an"].iter().any(|article| word.eq_ignore_ascii_case(article)) {
            return Some(Article::Indefinite);
        }
        self.means(at - 1, Sense::Determiner).then_some(Article::Definite)
    }

    /// Whether a token may be a word of a subject.
    fn is_plain(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let name = token.is_capitalised() || token.kind == TokenKind::Number;
        let determiner = self.means(at, Sense::Determiner) || matches!(self.word(at), "an" | "An" | "in" | "on" | "at");
        let others = [Sense::Preposition, Sense::Pronoun, Sense::Opens, Sense::Saying];
        let function = token.word.is_some_and(|word| others.into_iter().any(|sense| word.is(sense)));
        !determiner && (name || (token.kind == TokenKind::Word && !function))
    }

    /// Whether a token may be a noun behind the figure that describes it: no verb, no link.
    fn is_noun(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let others =
            [Sense::Function, Sense::Modal, Sense::Gone, Sense::Negation, Sense::Auxiliary, Sense::Acts, Sense::Saying];
        let function = token.word.is_some_and(|word| others.into_iter().any(|sense| word.is(sense)));
        let done = self.word(at).len() > 4 && self.word(at).ends_with("ed");
        token.kind == TokenKind::Word && self.is_plain(at) && !function && !done
    }
}

fn is_extent(word: Word) -> bool {
    word.senses().any(|sense| matches!(sense, Sense::Extends(_)))
}

/// Whether the draft tells of one thing only by this noun: never of several, of another, of one by
/// two descriptions, or of whichever was named last.
fn is_only_one(document: &Document<'_>, one: &Subject, other: &Subject) -> bool {
    let head = one.head();
    let prose: &str = &document.prose;
    if prose.len() > SHORT || head.len() < 4 || Word::find(head).is_some_and(|word| word.is(Sense::Interchangeable)) {
        return false;
    }
    let mut described: Option<&str> = None;
    let (mut introduced, mut follows) = (0, false);
    let (mut previous, mut before) = ("", "");
    for word in prose.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if std::mem::take(&mut follows) && ["of", "in", "near", "from", "between"].contains(&word) {
            return false;
        }
        if word.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)) {
            match &word[head.len()..] {
                "s" | "es" => return false,
                "" => {}
                _ => {
                    (before, previous) = (previous, word);
                    continue;
                }
            }
            follows = true;
            introduced += usize::from(["a", "an"].iter().any(|article| previous.eq_ignore_ascii_case(article)));
            let one_of_several = [Sense::Past, Sense::Partial, Sense::Increment];
            if Word::find(previous).is_some_and(|word| one_of_several.into_iter().any(|sense| word.is(sense))) {
                return false;
            }
            // "The 11-member council" is not told from another by its members.
            let figure = before.ends_with(|c: char| c.is_ascii_digit());
            if let Some(description) = description(previous).filter(|_| !figure) {
                let same = described.is_none_or(|before| before.eq_ignore_ascii_case(description));
                // "The school budget" is another than the budget of both.
                let own = one.words().chain(other.words()).any(|word| word.eq_ignore_ascii_case(description));
                if !same || !(own || description.starts_with(char::is_uppercase)) {
                    return false;
                }
                described = Some(description);
            }
        }
        (before, previous) = (previous, word);
    }
    introduced < 2
}

/// The word before a noun, where it tells one of several: "steel", "Orrin", "old".
fn description(previous: &str) -> Option<&str> {
    let plain = Word::find(previous).is_some_and(|word| {
        word.senses().any(|sense| {
            matches!(
                sense,
                Sense::Determiner | Sense::Function | Sense::Unit(..) | Sense::Scale(_) | Sense::Currency(..)
            )
        })
    });
    let figure = previous.ends_with(|c: char| c.is_ascii_digit());
    // The "s" of an owner: "the city's bridge".
    (!previous.is_empty() && previous != "s" && !plain && !figure).then_some(previous)
}
