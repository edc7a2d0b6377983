//! The years that a fact speaks of, and whether the draft speaks of them too.

use jiff::civil;

use crate::check::compare::outcome::{Period, dates_in};
use crate::check::figures::assign::Pair;
use crate::check::reading::head::Head;
use crate::check::reading::scene::Scene;
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
