//! The dates that a draft gives for a figure.

use std::ops::Range;

use crate::check::compare::outcome::Period;
use crate::check::reading::outline::{Seam, is_past_tense};
use crate::check::reading::scene::{Scene, gap};
use crate::lexicon::Sense;
use crate::text::Token;

/// Within how many words before a date "since" makes it the beginning of what lasts.
const SINCE: usize = 4;

/// The dates that are said of a figure's clause, the nearest first: one stands in it, opens the
/// sentence ("In 2022, the fare…") or is what the clause depends on ("since 1976, when 22,000…").
pub(super) fn dates_beside(scene: &Scene<'_>, figure: &Range<usize>) -> impl Iterator<Item = Period> + use<> {
    let own = scene.outline.clause_of(figure.start);
    let beside = |date: &Range<usize>| {
        let other = scene.outline.clause_of(date.start);
        // "grown from 4.5 million in 2000 to 5.6 million": the year of the first is not that of the second.
        let of_start = figure.start < date.start && date.end < figure.end
            || date.end + 1 == figure.start && scene.tokens[date.end].text(scene.prose) == "to";
        if of_start {
            return false;
        }
        // "comes next year to the circuit, which is 5.3 km long"
        let start = scene.outline.clauses[own].tokens.start;
        let lasting = matches!(scene.tokens[start].text(scene.prose), "which" | "who")
            && scene.tokens.get(start + 1).is_some_and(|verb| matches!(verb.text(scene.prose), "is" | "are" | "has"));
        // "Employees in 2020: 5,140"
        let labels = other + 1 == own && start > 0 && scene.tokens[start - 1].is_sign(scene.prose, ':');
        let depends = labels || other + 1 == own && scene.outline.clauses[own].seam == Seam::Subordinate && !lasting;
        // "held three seats after the election of 2021"
        let bounds = other == own + 1 && scene.outline.clauses[other].seam == Seam::Subordinate;
        let words = scene.outline.clauses[other].tokens.clone();
        let after = scene.tokens[words.start].text(scene.prose) == "after";
        let acts = scene.outline.clauses[own].tokens.clone().any(|at| is_past_tense(scene.prose, &scene.tokens[at]));
        let bounds = bounds && after && acts && !words.into_iter().any(|at| scene.is_finite(at));
        // "Saturday's flood" dates the flood.
        let possessive = |next: &Token| next.glued && next.text(scene.prose).starts_with(['\'', '\u{2019}']);
        let dates_a_noun = scene.tokens.get(date.end).is_some_and(possessive);
        // "since its peak in April 2024 the sector has shed 7,800 jobs": what has been since is so now.
        let lasts = || {
            let text = |at: usize| scene.tokens[at].text(scene.prose);
            let mut led = date.start.saturating_sub(SINCE).max(scene.sentence.start)..date.start;
            let mut clause = scene.outline.clauses[own].tokens.clone();
            let since = led.any(|at| text(at).eq_ignore_ascii_case("since"));
            since && clause.any(|at| matches!(text(at), "has" | "have"))
        };
        !dates_a_noun && (other == own || bounds || (other < own && (depends || scene.is_adverbial(other)))) && !lasts()
    };
    let mut dates: Vec<_> = scene.dates.iter().filter(|(date, _)| beside(date)).cloned().collect();
    dates.sort_by_key(|(date, _)| gap(date.start, figure));
    dates.into_iter().map(|(_, period)| period)
}

/// "Seats in 2021": the years in the headers over a figure of a table.
pub(super) fn years_over(scene: &Scene<'_>) -> impl Iterator<Item = Period> {
    scene.layers.iter().filter_map(|layer| layer.head.year)
}

/// "discovered in 1930 by Clyde Tombaugh, then 24": the date before that a "then" points back to.
pub(super) fn date_then(scene: &Scene<'_>, figure: &Range<usize>) -> Option<Period> {
    let before = |(date, _): &&(Range<usize>, Period)| date.end <= figure.start;
    let (_, period) = scene.dates.iter().rfind(before)?;
    scene.clause_has(figure, Sense::Past).then_some(*period)
}
