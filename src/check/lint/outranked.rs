//! Facts that come with the program and give way to those of a house.

use std::collections::HashSet;

use super::same::{Topic, subjects_of};
use super::words::Words;
use crate::check::reading::term::Vocabulary;
use crate::reference::{Fact, Reference};

/// The facts that are not a house's own and speak of what one of its own speaks of: the same person, or the same
/// measure of the same subject. What the house says of it counts.
///
/// ```
/// use factdiff::{check, reference};
///
/// let own = "facts:\n  - {id: berlin, subject: Berlin, measure: population, value: 3.9 million people}\n";
/// let shipped = "facts:\n  - {id: berlin-population, subject: Berlin, measure: [population, inhabitants], value: 3.7 million people}\n";
/// let files = [("own.yaml", own), ("shipped.yaml", shipped)];
/// let reference = reference::load(files, |_, _| Err("none".into())).expect("good files");
/// let outranked = check::outranked(&reference, |fact| fact.origin.file == "own.yaml");
/// assert_eq!(outranked.into_iter().collect::<Vec<_>>(), [1]);
/// ```
pub fn outranked(reference: &Reference, is_own: impl Fn(&Fact) -> bool) -> HashSet<usize> {
    let mut vocabulary = Vocabulary::new();
    let mut own: HashSet<Topic> = HashSet::new();
    let (mine, others): (Vec<usize>, Vec<usize>) =
        (0..reference.facts.len()).partition(|&fact| is_own(&reference.facts[fact]));
    let mut topics = |fact: usize| {
        let fact = &reference.facts[fact];
        let words = Words::of(fact, &mut vocabulary);
        subjects_of(fact, &words, &mut vocabulary)
    };
    for fact in mine {
        own.extend(topics(fact));
    }
    others.into_iter().filter(|&fact| topics(fact).iter().any(|topic| own.contains(topic))).collect()
}
