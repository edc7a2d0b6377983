//! Whether a date is that of another event than the fact's: an earlier one, next week's, one of a year far off, or the
//! day on which somebody was chosen for an office that began later.

use std::ops::Range;

use jiff::{ToSpan, civil};

use crate::check::compare::outcome::{Against, Period};
use crate::check::figures::assign::Pair;
use crate::check::figures::matching::fit::Clarity;
use crate::check::reading::outline::{has_sense, is_past_tense};
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Mark, Scene};
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::reference::Fact;
use crate::text::TokenKind;
use crate::value::Date;

/// Whether a date is another event's.
pub(super) fn is_of_another(scene: &Scene<'_>, figure: &Range<usize>, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    is_earlier_event(scene, figure, pair.profile)
        || is_of_this_year(scene, figure, pair)
        || is_of_far_year(scene, figure, pair)
        || is_of_end(scene, figure, pair, fact)
        || is_to_come(scene, figure, pair)
        || is_behind_offset(scene, figure)
}

/// "Entries for next year's race" of what was this year: whether a date is said to be of a time to come, and the fact's is
/// past.
fn is_to_come(scene: &Scene<'_>, figure: &Range<usize>, pair: &Pair<'_, '_>) -> bool {
    let Against::Value(held) = pair.comparison.against else { return false };
    let now = pair.comparison.setting.at.first;
    let past = held.claim.value.date().and_then(Period::spanning).is_some_and(|held| held.first <= now);
    let ahead = scene.dates.iter().any(|(date, period)| date == figure && period.first > now);
    past && ahead && figure.clone().any(|at| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Turn(1))))
}

/// "The summit ended on February 26" of a fact that says when it began.
fn is_of_end(scene: &Scene<'_>, figure: &Range<usize>, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let measures = |sense| {
        let mut words = fact.measure.iter().flat_map(|phrase| phrase.split(' ')).filter_map(Word::find);
        words.any(|word| word.is(sense))
    };
    let has = |at: usize, sense| has_sense(scene.prose, scene.tokens, at, sense).is_some();
    // "Talks to end the strike began on June 5"
    let tells = |at: &usize| has(*at, Sense::Ends) || has(*at, Sense::Begins) || scene.is_measure(*at, pair.profile);
    let last = (scene.clause(figure).tokens.start..figure.start).rfind(tells);
    let ends = |at: usize| has(at, Sense::Ends) && scene.tokens[at].text(scene.prose) != "until";
    measures(Sense::Begins) && !measures(Sense::Ends) && last.is_some_and(ends)
}

/// "Two days after the summit began, on February 26, they signed": whether a date between commas is that of what came so
/// long after or before.
fn is_behind_offset(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    let sign = |at: usize| scene.tokens.get(at).is_some_and(|token| token.is_sign(scene.prose, ','));
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let apposed = figure.start > scene.sentence.start + 2 && sign(figure.end) && {
        let on = figure.start - 1;
        sign(on) || matches!(text(on), "on" | "in") && sign(on - 1)
    };
    let offset = |(kind, other): &(ClaimKind, Range<usize>)| {
        *kind == ClaimKind::Duration
            && other.start == scene.sentence.start
            && other.end < figure.start
            && matches!(text(other.end), "after" | "before")
    };
    apposed && scene.figures.iter().any(offset)
}

/// "last erupted in 1903": whether a date is said of the time before, where the fact says no such thing.
fn is_earlier_event(scene: &Scene<'_>, figure: &Range<usize>, profile: &Profile) -> bool {
    let earlier = |at: usize| {
        let text = scene.tokens[at].text(scene.prose);
        ["last", "previously", "formerly"].contains(&text) && !scene.is_own(at, profile)
    };
    // "walked out again on March 3", "was first arrested in June 2019"
    let once_more = |at: usize| {
        let text = |at: usize| scene.tokens[at].text(scene.prose);
        let again = text(at) == "again" && at > scene.sentence.start;
        let first = text(at) == "first" && at > scene.sentence.start && matches!(text(at - 1), "was" | "were");
        (again || first) && !scene.is_own(at, profile)
    };
    let before = scene.clause(figure).tokens.start..figure.start;
    // "last" before a word of the fact; "last week" is the date itself.
    let acts = |at: usize| is_past_tense(scene.prose, &scene.tokens[at]);
    before.clone().any(once_more)
        || before
            .clone()
            .any(|at| earlier(at) && at + 1 < figure.start && (scene.is_own(at + 1, profile) || acts(at + 1)))
}

/// "On April 21 the company began…": whether a date without a year is one of the draft's year, and the fact's another.
fn is_of_this_year(scene: &Scene<'_>, figure: &Range<usize>, pair: &Pair<'_, '_>) -> bool {
    let is_year = |at: usize| {
        let token = &scene.tokens[at];
        token.kind == TokenKind::Number && token.text(scene.prose).len() == 4
    };
    let own = scene.dates.iter().find(|(date, _)| date == figure);
    let held = match pair.comparison.against {
        Against::Value(held) => held.claim.value.date().and_then(Period::spanning),
        Against::Since { since, .. } => Period::of(since),
        Against::History(_) | Against::Life { .. } => None,
    };
    // "fell on November 19" has the year of what every word is told of.
    let told = pair.fit.clarity == Clarity::Verbatim;
    let days = own.map(|(_, period)| period.first).zip(held.map(|held| held.first));
    if days.is_some_and(|(day, held)| is_of_next_week(scene, figure, day, held)) {
        return true;
    }
    let near = figure.start..(figure.end + 4).min(scene.sentence.end);
    let Some((_, period)) = own.filter(|_| !near.into_iter().any(is_year)) else { return false };
    // "the 20th century", "last year"
    if period.last > period.first.saturating_add(31.days()) {
        return false;
    }
    // "on June 30" is of the next year, too.
    let same_day = |held: Period| {
        let day = |day: civil::Date| (day.month(), day.day());
        held.first == held.last && day(held.first) == day(period.first)
    };
    let far = |held: Period| !told && (held.first.year() - period.first.year()).abs() > 1;
    held.is_some_and(|held| same_day(held) || far(held))
}

/// "the flood of 2007" of a flood of last May: whether a bare year is so long before the fact's day, and so unlike it, that
/// it is that of an earlier event of its kind. Of what happened long ago there was mostly but one.
fn is_of_far_year(scene: &Scene<'_>, figure: &Range<usize>, pair: &Pair<'_, '_>) -> bool {
    let Against::Value(held) = pair.comparison.against else { return false };
    let own = scene.dates.iter().find(|(date, _)| date == figure).map(|(_, period)| *period);
    let held = held.claim.value.date().and_then(Period::spanning).filter(|held| held.first == held.last);
    let Some((own, held)) = own.zip(held) else { return false };
    let (said, right) = (own.first.year(), held.first.year());
    let bare = own.first.year() == own.last.year() && own.first.day_of_year() == 1 && own.last.day_of_year() >= 365;
    let digits = |year: i16| year.to_string().into_bytes();
    let kinds = [Sense::Event, Sense::Disaster, Sense::Occasion];
    let happens = |at: usize| {
        let word = scene.tokens[at].word;
        scene.is_own(at, pair.profile) && kinds.iter().any(|&kind| word.is_some_and(|word| word.is(kind)))
    };
    let recent = right + FAR > pair.comparison.setting.at.first.year() && scene.sentence.clone().any(happens);
    let mut sorted = [digits(said), digits(right)];
    let apart = sorted[0].iter().zip(&sorted[1]).filter(|(one, other)| one != other).count();
    for digits in &mut sorted {
        digits.sort_unstable();
    }
    bare && recent && right - said >= FAR && apart > 1 && sorted[0] != sorted[1]
}

/// From so many years on another year is that of another event.
const FAR: i16 = 3;

/// "called a strike for Monday": whether a day is given by its weekday alone, which the fact's is too, a week later or
/// earlier.
fn is_of_next_week(scene: &Scene<'_>, figure: &Range<usize>, day: civil::Date, held: civil::Date) -> bool {
    let weekday = |sense| matches!(sense, Sense::Weekday(_));
    let mut words = figure.clone().filter(|&at| scene.tokens[at].kind != TokenKind::Symbol);
    let named = words.all(|at| scene.tokens[at].word.is_some_and(|word| word.senses().any(weekday)));
    named && day.weekday() == held.weekday() && day.until(held).is_ok_and(|span| span.get_days().abs() == 7)
}

/// "was elected in November 2024" of an office that began in January: whether a date is one on which somebody was chosen,
/// soon before the term.
pub(super) fn is_before_term(scene: &Scene<'_>, mark: &Mark, since: Date) -> bool {
    let clause = scene.clause(&mark.figure).tokens.start;
    let chosen = |at: usize| has_sense(scene.prose, scene.tokens, at, Sense::Appoints).is_some();
    let own = scene.dates.iter().find(|(date, _)| *date == mark.figure).map(|(_, period)| *period);
    let began = Period::of(since).map(|since| since.first);
    let ahead = own.zip(began).is_some_and(|(own, began)| {
        own.first < began && own.last.checked_add(TERM_AHEAD.days()).is_ok_and(|last| last >= began)
    });
    mark.kind == ClaimKind::Date && ahead && (clause..mark.figure.start).any(chosen)
}

/// For how many days before their term somebody may have been chosen.
const TERM_AHEAD: i32 = 400;
