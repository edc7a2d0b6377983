//! Which facts could be about a sentence: the cost of checking grows with the draft, not with the
//! number of facts.

use std::collections::{HashMap, HashSet};

use super::names::People;
use super::profile::Profile;
use super::quotes::Records;
use super::statements::Statements;
use super::term::{Term, Vocabulary};
use crate::reference::Reference;

/// A reference made ready for checking drafts against it.
#[derive(Debug)]
pub struct Index<'r> {
    pub(super) reference: &'r Reference,
    pub(super) vocabulary: Vocabulary,
    pub(super) profiles: Vec<Profile>,
    /// The profiles that have a term among their keys.
    postings: HashMap<Term, Vec<u32>>,
    /// The terms without one of which no figure is placed.
    measures: HashSet<Term>,
    pub(super) people: People,
    pub(super) records: Records,
    pub(super) statements: Statements,
}

impl<'r> Index<'r> {
    /// Reads the words of every fact once.
    pub fn of(reference: &'r Reference) -> Self {
        let mut vocabulary = Vocabulary::new();
        let facts = reference.facts.iter().enumerate();
        let profiles: Vec<Profile> =
            facts.flat_map(|(index, fact)| Profile::all(index, fact, &mut vocabulary)).collect();
        let mut facts_with: HashMap<Term, u32> = HashMap::new();
        for term in profiles.iter().flat_map(|profile| &profile.words) {
            *facts_with.entry(*term).or_default() += 1;
        }
        let mut postings: HashMap<Term, Vec<u32>> = HashMap::new();
        for (number, profile) in (0_u32..).zip(&profiles) {
            for key in profile.keys(&facts_with) {
                postings.entry(key).or_default().push(number);
            }
        }
        let measures = profiles.iter().flat_map(Profile::measures).collect();
        let (people, records) = (People::of(reference), Records::of(reference));
        let statements = Statements::of(reference, &mut vocabulary);
        Self { reference, vocabulary, profiles, postings, measures, people, records, statements }
    }

    /// Whether some word could say what a figure measures.
    pub(super) fn measures_any(&self, terms: &[Option<Term>]) -> bool {
        terms.iter().flatten().any(|term| self.measures.contains(term))
    }

    /// The profiles that could be about a sentence with these words in scope, in their own order.
    pub(super) fn candidates(&self, scope: impl Iterator<Item = Term>) -> Vec<&Profile> {
        let mut numbers: Vec<u32> = scope.filter_map(|term| self.postings.get(&term)).flatten().copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().filter_map(|number| self.profiles.get(number as usize)).collect()
    }
}
