//! The years that a fact speaks of, and whether the draft speaks of them too.

use std::ops::Range;

use jiff::civil;

use super::given::dates_beside;
use crate::check::compare::outcome::{Period, dates_in};
use crate::check::figures::assign::Pair;
use crate::check::figures::telltale::Telltale;
use crate::check::reading::head::Head;
use crate::check::reading::outline::is_past_tense;
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Level, Mark, Opens, Scene};
use crate::claim::ClaimKind;
use crate::reference::{Fact, Form};
use crate::text::{Token, TokenKind};
use crate::value::Date;

/// The years that a fact speaks of.
pub(super) fn years(fact: &Fact) -> Vec<i16> {
    let ends = [fact.from, fact.until, fact.as_of].into_iter().flatten();
    let own: Vec<Date> = match &fact.form {
        Form::Sentence { claims, .. } => claims.iter().flat_map(|claim| dates_in(claim)).collect(),
        Form::Values(entries) => entries.iter().map(|entry| entry.from).collect(),
        Form::Value(_)
        | Form::Date(_)
        | Form::Since { .. }
        | Form::Person(_)
        | Form::Quote { .. }
        | Form::Transcript { .. }
        | Form::Statement { .. } => Vec::new(),
    };
    let written =
        fact.subject.iter().chain(&fact.measure).flat_map(|phrase| phrase.split(|c: char| !c.is_ascii_digit()));
    let written = written.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse().ok());
    ends.chain(own).filter_map(Date::year).chain(written).collect()
}

/// "The flood of 2007, which left 1,200 homeless, was smaller", "The best harvest, that of 2018, came to 6,350 tonnes": the
/// year right before a clause that goes on from it.
pub(super) fn year_of_antecedent(scene: &Scene<'_>, figure: &Range<usize>) -> Option<Period> {
    let start = scene.clause(figure).tokens.start;
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let relative = matches!(text(start), "which" | "when");
    let ends = |date: &Range<usize>| date.end <= start && start - date.end <= 1;
    let apposed = |date: &Range<usize>| {
        date.start >= scene.sentence.start + 2
            && text(date.start - 1) == "of"
            && matches!(text(date.start - 2), "that" | "those")
    };
    scene.dates.iter().find(|(date, _)| ends(date) && (relative || apposed(date))).map(|(_, period)| *period)
}

/// "In a 2022 survey of patients", "The 2016 strike": the years that stand between an article and what a fact is about.
pub(super) fn years_of_subject(scene: &Scene<'_>, profile: &Profile, articles: &[&str]) -> Vec<Period> {
    let subject = |at: usize| {
        let term = scene.terms.get(at).copied().flatten();
        term.is_some_and(|term| profile.subject.iter().any(|known| known.terms.contains(&term)))
    };
    let article = |at: usize| articles.iter().any(|word| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case(word));
    let before = |date: &Range<usize>| date.start > scene.sentence.start && article(date.start - 1);
    let dated = scene.dates.iter().filter(|(date, _)| before(date) && subject(date.end));
    dated.map(|(_, period)| *period).collect()
}

/// "In the ten years to 2024 the railway raised its fares by 31%", of a fact that it did by 5% in March 2025: whether all
/// dates of the sentence are others than that of a change which the fact tells.
pub(super) fn is_changed_at_another_time(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let Some(wording) = pair.profile.wording.as_ref() else { return false };
    let changes = wording.beside.get(pair.value).is_some_and(|beside| beside.changed.len() > 1);
    let alike = |(_, period): &(Range<usize>, Period)| wording.dates.iter().any(|own| own.meets(*period));
    let dates = &scene.dates;
    changes
        && mark.kind == ClaimKind::Change
        && !wording.dates.is_empty()
        && !dates.is_empty()
        && !dates.iter().any(alike)
}

/// "had sold at €4.10 in March" of a fact that says €3.60 of June 12: whether an amount is told back to a time before
/// the days that the fact gives.
pub(super) fn was_before_its_day(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let Some(wording) = pair.profile.wording.as_ref() else { return false };
    let days = &wording.dates;
    let own = scene.outline.joined_from(scene.outline.clause_of(mark.figure.start));
    let mut before = scene.outline.clauses[own].tokens.start..mark.figure.start;
    let done = |at: usize| scene.tokens.get(at).is_some_and(|next| is_past_tense(scene.prose, next));
    let told_back = before.any(|at| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case("had") && done(at + 1));
    let earlier = |period: Period| days.iter().all(|day| day.first == day.last && period.last < day.first);
    mark.is_amount()
        && pair.telltale != Telltale::LongSlip
        && told_back
        && !days.is_empty()
        && dates_beside(scene, &mark.figure).next().is_some_and(earlier)
}

/// "In 2011 the towns had these populations:" over a list, "Births in 2023" over labels: whether what leads in tells of a
/// time, which may be that of the figure.
pub(super) fn is_listed_at_a_time(scene: &Scene<'_>, mark: &Mark) -> bool {
    let colon = mark.whole.start > scene.sentence.start && scene.tokens[mark.whole.start - 1].is_sign(scene.prose, ':');
    scene
        .layers
        .iter()
        .any(|layer| layer.head.timed && (layer.opens == Opens::List || colon && layer.level == Level::Heading))
}

/// "A restoration in 2014", "ordered in 2022 at a price of": the years of what a fact is about, or of what was done then.
pub(super) fn years_of_its_own(scene: &Scene<'_>, profile: &Profile) -> Vec<Period> {
    let deed = |at: usize| scene.is_own(at, profile) && is_past_tense(scene.prose, &scene.tokens[at]);
    let done = |date: &Range<usize>| {
        date.start >= scene.sentence.start + 2
            && scene.tokens[date.start - 1].text(scene.prose) == "in"
            && deed(date.start - 2)
    };
    let years = scene.dates.iter().filter(|(date, _)| done(date)).map(|(_, period)| *period);
    years_of_subject(scene, profile, &["a", "an"]).into_iter().chain(years).collect()
}

/// "An earlier spill, in 1987,": whether the sentence gives the year of the fact itself.
pub(in crate::check::figures) fn is_dated_alike(scene: &Scene<'_>, fact: &Fact) -> bool {
    let years = years(fact);
    let same = |period: &Period| period.first.year() == period.last.year() && years.contains(&period.first.year());
    scene.dates.iter().any(|(_, period)| same(period))
}

/// "| Q1 | $0.98bn |", "| March | 14,000 |": whether the head of a row or column is that of a part of a year, and the fact
/// tells of the whole or of another part. The month before the draft's own is the latest of what the fact says of no time.
pub(super) fn is_under_part_of_year(scene: &Scene<'_>, fact: &Fact, now: civil::Date) -> bool {
    let within = |[first, last]: [i8; 2], period: Period| {
        let month = period.last.month();
        // "Dec.–Feb."
        let inside = if first <= last { (first..=last).contains(&month) } else { month >= first || month <= last };
        period.first.year() == period.last.year() && inside
    };
    let is_part = |head: &Head| {
        let Some(months) = head.months else { return false };
        let told = |date: Date| Period::of(date).is_some_and(|period| within(months, period));
        let month = |period: &Period| period.first.month() == period.last.month();
        match (&fact.form, fact.as_of.and_then(Period::of).filter(month)) {
            (Form::Sentence { claims, .. }, _) if claims.iter().flat_map(|claim| dates_in(claim)).any(told) => false,
            (_, Some(as_of)) => !within(months, as_of),
            (_, _) if head.summed => !names_part(fact),
            (_, None) => {
                let latest = months[0] == months[1] && (now.month() - months[1]).rem_euclid(12) <= 1;
                !latest && !speaks_of_part(fact)
            }
        }
    };
    scene.layers.iter().any(|layer| is_part(&layer.head))
}

/// Whether a fact may be one of a part of a year: it says so, or when it holds.
pub(super) fn speaks_of_part(fact: &Fact) -> bool {
    let dated = fact.from.or(fact.until).or(fact.as_of).is_some();
    dated || names_part(fact) || matches!(fact.form, Form::Values(_))
}

/// Whether a fact's own words are of a part of a year: "sales in the second quarter".
fn names_part(fact: &Fact) -> bool {
    // Not "headquarters".
    let stretch = |word: &str| ["quarter", "half", "season"].contains(&word.trim_end_matches('s'));
    let part = |text: &String| text.split([' ', '-', ',', '.']).any(stretch);
    let told = matches!(&fact.form, Form::Sentence { text, .. } if part(text));
    told || fact.subject.iter().chain(&fact.measure).any(part)
}

/// "Turnout was 68.2%", of a fact that says what it was in 2020: whether a fact is of years long past, of which the draft
/// says nothing here, and of what is so again and again and nobody's by name.
pub(super) fn is_of_year_untold(scene: &Scene<'_>, pair: &Pair<'_, '_>, years: &[i16], now: civil::Date) -> bool {
    let wording = pair.profile.wording.as_ref();
    let again = wording.is_some_and(|it| it.names.is_empty() && !it.happens_once && !it.dates.is_empty());
    let past = !years.is_empty() && years.iter().all(|&year| year + 1 < now.year());
    let told = |token: &Token| {
        token.kind == TokenKind::Number && token.text(scene.prose).parse().is_ok_and(|year| years.contains(&year))
    };
    again && past && scene.dates.is_empty() && !scene.tokens[..scene.sentence.end].iter().any(told)
}
