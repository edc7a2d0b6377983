//! What a figure is of, and whether two of them are one thing.

use super::measure::singular;
use super::nouns::Nouns;
use crate::lexicon::{Sense, Word};
use crate::source::{Block, BlockKind};

/// A noun with what describes it: "the Orrin bridge repair".
#[derive(Debug)]
pub(super) struct Subject {
    /// In small letters, the noun last; "Dunmore plant" of "the plant in Dunmore".
    words: Vec<String>,
    /// Which of the words are names.
    names: Vec<bool>,
    article: Article,
    /// The block it stands in.
    block: Block,
}

/// What opens a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Article {
    /// "the", "its", or nothing in a headline.
    Definite,
    /// "a".
    Indefinite,
}

/// Whether a word says which of several it is: "second", "upper".
fn tells_apart(word: &str) -> bool {
    let apart =
        |sense| matches!(sense, Sense::Adjective | Sense::Ordinal(_) | Sense::Narrows | Sense::Past | Sense::Partial);
    Word::find(word).is_some_and(|word| word.senses().any(apart))
}

impl Subject {
    pub(super) fn new(words: impl Iterator<Item = (String, bool)>, article: Article, block: Block) -> Self {
        let (mut words, names): (Vec<String>, Vec<bool>) = words.unzip();
        // "Orrin bridge repairs to cost" is headline for the repair.
        if let (BlockKind::Title | BlockKind::Heading(1), Some(head)) = (block.kind, words.last_mut()) {
            *head = singular(head);
        }
        Self { words, names, article, block }
    }

    /// The noun.
    pub(super) fn head(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Its words in small letters.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// Those of its words that are names: "kolby" of "the Kolby wind farm".
    pub(super) fn name(&self) -> String {
        let names = self.words.iter().zip(&self.names).filter(|(_, name)| **name);
        names.map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Whether two subjects with one noun are one thing: by one name, or because the draft has only
    /// one of its kind.
    pub(super) fn is_same(&self, other: &Self, nouns: &mut Nouns<'_>) -> bool {
        let indefinite = |subject: &Self| subject.article == Article::Indefinite;
        if self.words.is_empty() || (indefinite(self) && indefinite(other)) {
            return false;
        }
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        if short.words == long.words {
            return short.is_named() || long.is_named() || (self.is_near(other) && nouns.is_one(&short.words));
        }
        // "the bridge" is the Orrin bridge named before, where no other is spoken of.
        let later = std::ptr::eq(short, other) || short.is_display();
        let (before, end) = long.words.split_at(long.words.len() - short.words.len());
        // "The second sample" is not the sample.
        let named = long.names[..before.len()].contains(&true) && !before.iter().any(|word| tells_apart(word));
        later && end == short.words && named && self.is_near(other) && nouns.is_one_by(&short.words, before)
    }

    /// Its words that are no names: "wind farm" of "the Kolby wind farm".
    pub(super) fn sort(&self) -> String {
        let sort = self.words.iter().zip(&self.names).filter(|(_, name)| !**name);
        sort.map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Whether a name is among what tells it from others.
    pub(super) fn is_named(&self) -> bool {
        self.names.contains(&true)
    }

    /// Whether they stand in one part of the draft, or one of them sums it up.
    fn is_near(&self, other: &Self) -> bool {
        let captions = [self, other].iter().all(|subject| subject.block.kind == BlockKind::Caption);
        !captions && (self.block.heading == other.block.heading || self.is_display() || other.is_display())
    }

    fn is_display(&self) -> bool {
        matches!(self.block.kind, BlockKind::Title | BlockKind::Heading(1) | BlockKind::Caption)
    }
}
