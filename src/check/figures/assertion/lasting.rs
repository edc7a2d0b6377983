//! Whether a length of time is that of what runs: "three-year war", "lasted four years", "in custody for 23 months".

use std::ops::Range;

use crate::check::compare::outcome::{Against, Comparison, Period};
use crate::check::figures::assign::Pair;
use crate::check::figures::matching::tenure::is_of_rule;
use crate::check::reading::outline::has_sense;
use crate::check::reading::profile::{Profile, Tie};
use crate::check::reading::scene::{Level, Mark, Scene};
use crate::claim::ClaimKind;
use crate::lexicon::Sense;
use crate::value::Date;

/// Within how many words behind a time it is told how it was spent.
const SPENT: usize = 8;

/// Whether a duration is said to be that of the time that runs: "three-year war", "lasted four
/// years", not any duration in a sentence about it.
pub(in crate::check) fn lasts(scene: &Scene<'_>, mark: &Mark, profile: &Profile, comparison: &Comparison<'_>) -> bool {
    let figure = &mark.figure;
    if mark.kind == ClaimKind::Duration && is_interval(scene, figure, profile) {
        return false;
    }
    // "A year later she married", of a marriage of 47 years.
    let next = scene.tokens.get(mark.whole.end).filter(|_| profile.wording.is_some());
    let later = next.is_some_and(|next| matches!(next.text(scene.prose), "later" | "earlier"));
    if mark.kind == ClaimKind::Duration && later && !scene.is_own(mark.whole.end, profile) {
        return false;
    }
    // "Ingrid Halvane, who has died aged 84": no time since the day on which she did.
    let aged = |at: usize| matches!(scene.tokens[at].text(scene.prose), "aged" | "age");
    if mark.kind == ClaimKind::Age
        && profile.tie == Tie::Words
        && comparison.date().is_some()
        && mark.whole.clone().any(aged)
    {
        return false;
    }
    let runs = matches!(comparison.against, Against::Since { .. });
    // "Holmes, 41, has been in prison since 2023": only a thing is so old, or "turns 150".
    if runs && profile.tie == Tie::Words && mark.kind == ClaimKind::Age {
        let turns = mark.whole.clone().any(|at| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Turning)));
        return turns || figure.clone().any(|at| scene.tokens[at].text(scene.prose) == "old");
    }
    if !runs || mark.kind != ClaimKind::Duration {
        return true;
    }
    if profile.tie == Tie::Tenure && is_of_rule(scene, mark) {
        return true;
    }
    let sense = |at: usize, sense| has_sense(scene.prose, scene.tokens, at, sense).is_some();
    // "sentenced to 11 years in prison", "prolonged the custody by three months", "to go to prison for 11 years"
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let start = scene.clause(figure).tokens.start;
    let set = mark.whole.start > start && matches!(text(mark.whole.start - 1), "to" | "by");
    let to_come = (start..mark.whole.start).any(|at| text(at) == "to" && is_to_come(scene, at + 1));
    if set || to_come {
        return false;
    }
    let mut before = figure.start.saturating_sub(3).max(scene.sentence.start)..figure.start;
    let mut after = figure.end..(figure.end + 2).min(scene.sentence.end);
    let own = |at: usize| scene.is_own(at, profile);
    // "The 23 months he has since spent in custody"
    let spent = || {
        let end = (figure.end + SPENT).min(scene.sentence.end);
        let whose = scene.tokens.get(figure.end).and_then(|next| next.word).is_some_and(|word| word.is(Sense::Pronoun));
        let mut words = figure.end..end;
        let verb = words.find(|&at| sense(at, Sense::Lasts));
        whose && verb.is_some_and(|_| words.any(own))
    };
    before.any(|at| sense(at, Sense::Lasts) || own(at))
        || after.any(|at| sense(at, Sense::Running) || own(at))
        || spent()
}

/// "injected once every four weeks": whether a duration tells how often, of what the fact does not tell.
fn is_interval(scene: &Scene<'_>, figure: &Range<usize>, profile: &Profile) -> bool {
    let clause = scene.clause(figure).tokens.start;
    let every = figure.start.checked_sub(1).filter(|&at| at >= clause && scene.tokens[at].text(scene.prose) == "every");
    let told = |at: usize| scene.is_own(at, profile) && !scene.tokens[at].is_capitalised();
    every.is_some_and(|every| !(clause..=every).any(told))
}

/// "to go to prison": whether a word behind "to" is a verb, which tells what is still to come.
fn is_to_come(scene: &Scene<'_>, at: usize) -> bool {
    scene
        .tokens
        .get(at)
        .is_some_and(|token| ["go", "serve", "spend", "stay", "remain"].contains(&token.text(scene.prose)))
}

/// "On September 26, 1918, nine divisions began the assault" under a heading on the war: whether a date is one amid the time
/// that runs, and what runs is spoken of elsewhere.
pub(super) fn is_amid(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let Against::Since { since, until } = pair.comparison.against else { return false };
    let level = pair.fit.subject.map(|found| found.standing.level);
    let elsewhere = matches!(level, Some(Level::Earlier | Level::Heading | Level::Title));
    let begun = since.days().map(|(first, _)| first);
    let ended = until.and_then(Date::days).map(|(_, last)| last);
    let amid = |period: &Period| {
        begun.is_some_and(|begun| begun <= period.first) && ended.is_none_or(|ended| period.last <= ended)
    };
    let own = |date: &(Range<usize>, Period)| date.0 == mark.figure;
    elsewhere
        && pair.profile.tie == Tie::Words
        && scene.dates.iter().find(|date| own(date)).is_some_and(|(_, period)| amid(period))
}
