//! The dates that a draft gives for a figure.

use std::ops::Range;

use crate::check::compare::outcome::Period;
use crate::check::reading::outline::{Seam, is_past_tense};
use crate::check::reading::scene::{Mark, Scene, gap};
use crate::claim::ClaimKind;
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

/// "Revenue rose in 2025, but profit slipped to €361 million": the date of the clause before, where that and this one tell
/// what was.
pub(super) fn date_joined(scene: &Scene<'_>, mark: &Mark) -> Option<Period> {
    let own = scene.outline.clause_of(mark.figure.start);
    let before = own.checked_sub(1).filter(|_| scene.outline.clauses[own].seam == Seam::And)?;
    let tokens = |clause: usize| scene.outline.clauses[clause].tokens.clone();
    let acts = |clause: usize| tokens(clause).any(|at| is_past_tense(scene.prose, &scene.tokens[at]));
    let told = mark.is_amount() || matches!(mark.kind, ClaimKind::Percent | ClaimKind::Change);
    // "and have recovered to 29 million" by now.
    let done = !tokens(own).any(|at| matches!(scene.tokens[at].text(scene.prose), "has" | "have"));
    let told = told && done;
    let mut dates = scene.dates.iter().filter(|(date, _)| tokens(before).contains(&date.start));
    let alone =
        told && acts(own) && acts(before) && !scene.dates.iter().any(|(date, _)| tokens(own).contains(&date.start));
    dates.next_back().filter(|_| alone).map(|(_, period)| *period)
}

/// "died on Jan. 17, 2008, aged 64", "entered parliament in 1973, at the age of 32": the date of what is told before an age.
pub(super) fn date_before_age(scene: &Scene<'_>, mark: &Mark) -> Option<Period> {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let start = mark.whole.start;
    let at = start > scene.sentence.start + 1 && text(start - 1) == "at";
    let begins = if at { start - 1 } else { start };
    let before = |(date, _): &&(Range<usize>, Period)| date.end + 1 == begins && text(date.end) == ",";
    let told = mark.kind == ClaimKind::Age && (at || text(start) == "aged");
    scene.dates.iter().find(before).filter(|_| told).map(|(_, period)| *period)
}

/// "from 420 in 2019": whether a date stands behind a figure in its clause.
pub(in crate::check::figures) fn is_dated_behind(scene: &Scene<'_>, mark: &Mark) -> bool {
    let end = scene.clause(&mark.figure).tokens.end;
    scene.dates.iter().any(|(date, _)| (mark.figure.end..end).contains(&date.start))
}
