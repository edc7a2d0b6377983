//! Whether a figure is told of what a fact is about, or of a subject that the draft brings in.

use super::otherwise;
use crate::check::figures::assign::Pair;
use crate::check::reading::outline::has_sense;
use crate::check::reading::scene::{Mark, Scene};
use crate::lexicon::Sense;

/// Whether a name that is none of the fact's stands before the figure in its clause, or opens that: "The dam at Orrin is
/// 25 metres high".
pub(in crate::check::figures) fn is_beside_another(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clause = scene.outline.clause_of(mark.figure.start);
    let placed = clause.checked_sub(1).filter(|&before| scene.is_adverbial(before)).unwrap_or(clause);
    let clauses = scene.clauses_of_subject(&mark.figure).chain(placed..=clause);
    let mut rivals = clauses.flat_map(|clause| scene.rivals_in(clause, pair.profile));
    rivals.any(|name| name.tokens.end <= mark.figure.start)
}

/// "In neighbouring Orland, employers added 5,900 jobs": whether the sentence opens with a place that is none of the
/// fact's.
pub(in crate::check::figures) fn is_set_elsewhere(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clause = scene.outline.clause_of(mark.figure.start);
    let opens = clause.checked_sub(1).filter(|&before| scene.is_adverbial(before));
    // "In the capital, turnout reached 76 percent"
    let capital = |at: usize| {
        scene.tokens[at].text(scene.prose) == "capital"
            && scene.tokens[at - 1].text(scene.prose) == "the"
            && !scene.is_own(at, pair.profile)
    };
    opens.is_some_and(|before| {
        let mut words = scene.outline.clauses[before].tokens.clone();
        words.any(|at| at > scene.sentence.start && capital(at))
            || scene.rivals_in(before, pair.profile).next().is_some()
    })
}

/// "In the north, the party took 14 seats", "won 14 seats in rural areas": whether a figure is told of a part of the land,
/// where the fact tells of none.
pub(super) fn is_in_area(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clause = scene.outline.clause_of(mark.figure.start);
    let opens = clause.checked_sub(1).filter(|&before| scene.is_adverbial(before)).unwrap_or(clause);
    let mut words = scene.outline.clauses[opens].tokens.start..scene.outline.clauses[clause].tokens.end;
    let leads =
        |at: usize| ["in", "across"].iter().any(|word| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case(word));
    words.any(|at| at > scene.sentence.start && leads(at - 1) && is_area(scene, pair, at))
}

/// Whether a token begins the name of such a part, which is none of the fact's.
fn is_area(scene: &Scene<'_>, pair: &Pair<'_, '_>, at: usize) -> bool {
    let length = has_sense(scene.prose, scene.tokens, at, Sense::Area);
    length.is_some_and(|length| !(at..at + length).any(|at| scene.is_own(at, pair.profile)))
}

/// Whether the clause has no subject of its own of which the fact says nothing, and none that is new: "A protest began",
/// "In 2024 a swimmer crossed".
pub(in crate::check::figures) fn is_of_its_subject(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let start = scene.clause(&mark.figure).tokens.start;
    let date = scene.dates.iter().find(|(date, _)| (start..start + 2).contains(&date.start));
    let start = date.map_or(start, |(date, _)| date.end);
    let first = scene.tokens.get(start).map_or("", |token| token.text(scene.prose));
    let new = start != mark.whole.start && ["a", "an"].iter().any(|article| first.eq_ignore_ascii_case(article));
    !(new || otherwise::has_another_subject(scene, mark, pair))
}
