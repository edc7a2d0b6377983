//! Words that say the same as a word of a fact, of the sort of figure that the fact gives: the ferry that "carried" 900
//! passengers had 900 "on board".

use super::term::{Term, Terms};
use crate::claim::ClaimKind;
use crate::lexicon::SaidOf;

/// For the words of a fact, what else says the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paraphrases {
    /// A word of the fact, and another for it; sorted.
    pairs: Vec<(Term, Term)>,
    /// The other words, sorted.
    others: Vec<Term>,
}

impl Paraphrases {
    /// Of a fact with such figures.
    pub(super) fn of(words: impl IntoIterator<Item = Term>, kinds: &[ClaimKind], vocabulary: &mut impl Terms) -> Self {
        let mut pairs = Vec::new();
        for word in words {
            let fits = |sort: SaidOf| kinds.iter().any(|kind| tells_of(sort, *kind));
            let others = vocabulary.alike(word).iter().filter(|(_, sort)| fits(*sort));
            pairs.extend(others.map(|(other, _)| (word, *other)));
            pairs.extend(vocabulary.phrases(word).map(|phrase| (word, phrase)));
        }
        Self::made_of(pairs)
    }

    /// The phrases that begin with a word of the fact, which is all that a list of ways to say something leaves out.
    pub(super) fn phrases_of(words: impl IntoIterator<Item = Term>, vocabulary: &mut impl Terms) -> Self {
        let begun = |word: Term| vocabulary.phrases(word).map(move |phrase| (word, phrase));
        Self::made_of(words.into_iter().flat_map(begun).collect())
    }

    fn made_of(mut pairs: Vec<(Term, Term)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut others: Vec<Term> = pairs.iter().map(|(_, other)| *other).collect();
        others.sort_unstable();
        others.dedup();
        Self { pairs, others }
    }

    /// Whether what a draft says is the fact's word, or says the same.
    pub(super) fn says(&self, word: Term, said: Option<Term>) -> bool {
        said.is_some_and(|said| said == word || self.pairs.binary_search(&(word, said)).is_ok())
    }

    /// Whether what a draft says is one of some words of the fact, or says the same.
    pub(super) fn says_any(&self, words: &[Term], said: Option<Term>) -> bool {
        words.iter().any(|word| self.says(*word, said))
    }

    /// Whether a word says the same as one of the fact.
    pub(super) fn has(&self, said: Term) -> bool {
        self.others.binary_search(&said).is_ok()
    }

    /// Every word that says the same as one of the fact.
    pub(super) fn others(&self) -> &[Term] {
        &self.others
    }
}

/// Whether words that say the same of a sort of figures say it of this one.
fn tells_of(sort: SaidOf, kind: ClaimKind) -> bool {
    match kind {
        ClaimKind::Count | ClaimKind::Ordinal | ClaimKind::Score => matches!(sort, SaidOf::Any | SaidOf::Count),
        ClaimKind::Money => matches!(sort, SaidOf::Any | SaidOf::Money),
        ClaimKind::Percent | ClaimKind::Ratio => matches!(sort, SaidOf::Any | SaidOf::Share),
        ClaimKind::Measurement => matches!(sort, SaidOf::Any | SaidOf::Size),
        ClaimKind::Date | ClaimKind::Time | ClaimKind::Duration | ClaimKind::Age => {
            matches!(sort, SaidOf::Any | SaidOf::Time)
        }
        ClaimKind::Change => matches!(sort, SaidOf::Any | SaidOf::Money | SaidOf::Share),
        ClaimKind::Role | ClaimKind::Quote | ClaimKind::Statement => false,
    }
}
