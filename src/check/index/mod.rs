//! Which facts could be about a sentence: the cost of checking grows with the draft, not with the
//! number of facts.

mod compiled;
pub(super) mod lists;
mod shipped;

pub use compiled::{compile, open};
pub use shipped::shipped;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use lists::Lists;

use super::names::People;
use super::quotes::Records;
use super::statements::Statements;
use crate::check::reading::profile::Profile;
use crate::check::reading::term::{Term, Vocabulary};
use crate::reference::{Fact, Form, Reference};
use crate::span::offset;

/// A reference made ready for checking drafts against it.
#[derive(Debug)]
pub struct Index<'r> {
    pub(super) reference: &'r Reference,
    pub(super) tables: Tables,
    /// The profiles of each fact, read at the latest when a sentence could be about it.
    profiles: Vec<OnceLock<Box<[Profile]>>>,
    pub(super) records: Records,
    pub(super) statements: Statements,
}

/// What is known of all facts before any of them is looked at.
#[derive(Debug, Serialize, Deserialize)]
pub struct Tables {
    pub(super) vocabulary: Vocabulary,
    /// By the number of a term, the profiles that have it among their keys.
    postings: Lists,
    /// By the number of a profile, its fact.
    facts: Vec<u32>,
    /// By the number of a term, whether figures are placed by it.
    measures: Vec<bool>,
    pub(super) people: People,
    /// The facts with words on record.
    records: Vec<u32>,
    /// The facts that are statements.
    statements: Vec<u32>,
}

impl<'r> Index<'r> {
    /// Reads the words of every fact once.
    pub fn of(reference: &'r Reference) -> Self {
        let mut vocabulary = Vocabulary::new();
        let (mut records, mut statements) = (Vec::new(), Vec::new());
        let mut all: Vec<Box<[Profile]>> = Vec::with_capacity(reference.facts.len());
        for (number, fact) in reference.facts.iter().enumerate() {
            match fact.form {
                Form::Quote { .. } | Form::Transcript { .. } => records.push(offset(number)),
                Form::Statement { .. } => statements.push(offset(number)),
                Form::Sentence { .. }
                | Form::Value(_)
                | Form::Values(_)
                | Form::Date(_)
                | Form::Since { .. }
                | Form::Person(_) => {}
            }
            all.push(Profile::all(number, fact, &mut vocabulary).into());
        }
        let profiles = || all.iter().flatten();
        let mut facts_with: HashMap<Term, u32> = HashMap::new();
        for term in profiles().flat_map(|profile| &profile.words) {
            *facts_with.entry(*term).or_default() += 1;
        }
        let keys = (0_u32..).zip(profiles());
        let keys = keys
            .flat_map(|(number, profile)| profile.keys(&facts_with).into_iter().map(move |key| (key.number(), number)));
        let postings = Lists::of(keys);
        let facts = profiles().map(|profile| offset(profile.fact)).collect();
        let people = People::of(reference);
        let of_statements = Statements::of(reference, &people, &statements, &mut vocabulary);
        let mut measures = vec![false; vocabulary.terms_in_all()];
        profiles().flat_map(Profile::measures).for_each(|term| measures[term.number()] = true);
        Self {
            reference,
            profiles: all.into_iter().map(OnceLock::from).collect(),
            records: Records::of(reference, &records),
            statements: of_statements,
            tables: Tables { vocabulary, postings, facts, measures, people, records, statements },
        }
    }

    /// The index of a reference that was opened with its tables.
    pub fn with(reference: &'r Reference, tables: Tables) -> Self {
        Self {
            reference,
            profiles: (0..reference.facts.len()).map(|_| OnceLock::new()).collect(),
            records: Records::of(reference, &tables.records),
            statements: Statements::of(reference, &tables.people, &tables.statements, &mut &tables.vocabulary),
            tables,
        }
    }

    /// The reference that it is of.
    pub fn reference(&self) -> &'r Reference {
        self.reference
    }

    /// Whether no fact has a figure or date: people and quotations alone.
    pub(super) fn places_no_figure(&self) -> bool {
        self.tables.facts.is_empty()
    }

    /// How many facts among those of these numbers are about figures or dates.
    pub(super) fn count_placed(&self, facts: Range<usize>) -> usize {
        let number = |fact: usize| self.tables.facts.partition_point(|&own| (own as usize) < fact);
        let placed = &self.tables.facts[number(facts.start)..number(facts.end)];
        placed.chunk_by(|one, other| one == other).count()
    }

    /// Whether some word could say what a figure measures.
    pub(super) fn measures_any(&self, terms: &[Option<Term>]) -> bool {
        terms.iter().flatten().any(|term| self.tables.measures.get(term.number()).copied().unwrap_or_default())
    }

    /// The profiles that could be about a sentence with these words in scope, in their own order.
    pub(super) fn candidates(&self, scope: &[Term]) -> Vec<&Profile> {
        let mut numbers: Vec<u32> =
            scope.iter().flat_map(|term| self.tables.postings.get(term.number())).copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().filter_map(|number| self.profile(number)).collect()
    }

    /// A profile by its number among those of all facts.
    fn profile(&self, number: u32) -> Option<&Profile> {
        let facts = &self.tables.facts;
        let fact = *facts.get(number as usize)?;
        let place = facts[..number as usize].iter().rev().take_while(|&&other| other == fact).count();
        let read = |fact: &Fact, number| Profile::all(number, fact, &mut &self.tables.vocabulary).into();
        let number = fact as usize;
        let own = self.profiles.get(number)?.get_or_init(|| read(&self.reference.facts[number], number));
        own.get(place)
    }
}
