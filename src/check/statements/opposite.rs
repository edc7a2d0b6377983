//! The words of a measure that take back what the statement says: "deny manslaughter", where it is that the defendants
//! have admitted it, "unharmed", where it is that somebody was hurt.
//!
//! Left alone: measures of a statement that takes something back itself, "The board has turned down the plan".

use std::collections::HashSet;

use super::passage::{Text, has_phrase, negates, phrase_length};
use super::read;
use crate::check::reading::term::{Term, Terms};
use crate::lexicon::{Sense, Side};

/// "admitted", "approved"
const ACCEPTS: Sense = Sense::Contrary(0, Side::One);
/// "denied", "rejected"
const REJECTS: Sense = Sense::Contrary(0, Side::Other);
/// "hurt", "killed"
const HARMS: Sense = Sense::Contrary(1, Side::One);
/// "unharmed", "survived"
const SPARES: Sense = Sense::Contrary(1, Side::Other);

/// What a clause says that can be taken back.
#[derive(Clone, Copy, Debug)]
struct Says {
    /// "have admitted"
    accepts: bool,
    /// "was hurt"
    harms: bool,
}

/// The words of a statement's measures with which a draft denies its clause.
pub(super) fn of(clause: &str, words: &HashSet<Term>, measures: &[String], vocabulary: &mut impl Terms) -> Vec<Term> {
    let says: Option<Vec<Says>> = read(clause, vocabulary, |text, _| says(text)).into_iter().collect();
    let Some(says) = says else { return Vec::new() };
    let says = Says { accepts: says.iter().any(|says| says.accepts), harms: says.iter().any(|says| says.harms) };
    let positive = |word: &str| {
        let rest = word.strip_prefix("un").filter(|rest| rest.len() > 2);
        rest.is_some_and(|rest| clause.split(' ').any(|own| own.trim_end_matches('.') == rest))
    };
    let contrary = |text: &Text<'_>| {
        let takes_back = |at: usize| {
            let begins = |sense| phrase_length(text, at, sense).is_some();
            // "failed to meet its targets" of what is said to have met them
            let rest = || (0..text.terms.len()).filter(|&other| other != at).filter_map(|other| text.terms[other]);
            let fails = || begins(Sense::Denies) && rest().next().is_some() && rest().all(|term| words.contains(&term));
            let rejects = begins(REJECTS);
            let refuses = says.accepts && (rejects || begins(Sense::Denies)) || !rejects && fails();
            refuses || says.harms && begins(SPARES) || positive(text.tokens[at].text(text.prose))
        };
        let places = (0..text.terms.len()).filter(|&at| takes_back(at));
        places.filter_map(|at| text.terms[at]).collect::<Vec<Term>>()
    };
    let all = measures.iter().flat_map(|measure| read(measure, vocabulary, |text, _| contrary(text)));
    all.flatten().filter(|term| !words.contains(term)).collect()
}

/// What a clause says; none where it denies something itself.
fn says(text: &Text<'_>) -> Option<Says> {
    let all = 0..text.tokens.len();
    let has = |sense| has_phrase(text, all.clone(), sense);
    let denies = all.clone().any(|at| negates(text, at)) || has(REJECTS) || has(SPARES);
    (!denies).then(|| Says { accepts: has(ACCEPTS), harms: has(HARMS) })
}
