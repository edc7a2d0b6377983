//! Whether a claim agrees with a value of a fact that is about it.

pub(in crate::check) mod admitted;
pub(in crate::check) mod outcome;
pub(in crate::check) mod slip;
mod time;
mod values;

use std::ops::RangeInclusive;

use admitted::Figure;
use jiff::ToSpan;
use outcome::{Against, Comparison, Held, Judged, Outcome, Period, Setting};

use crate::claim::{Claim, ClaimKind, Value};
use crate::reference::Entry;
use crate::value::{Hedge, Quantity};

/// Holds a claim against a value of a fact; none where they are not of one kind and dimension, so
/// that neither says anything of the other ("5%" of "rose 5%").
pub(super) fn compare<'f>(claim: &Claim<'_>, against: Against<'f>, setting: Setting) -> Option<Comparison<'f>> {
    let compared = |(outcome, arithmetic)| Comparison { outcome, against, entry: None, setting, arithmetic };
    match against {
        Against::Value(held) => with_value(claim, held, setting).map(compared),
        Against::History(entries) => with_history(claim, entries, setting),
        Against::Since { since, until } => time::with_since(claim, since, until, setting).map(compared),
        Against::Life { born, died } => time::with_life(claim, born, died, setting).map(compared),
    }
}

fn with_value<'f>(claim: &Claim<'_>, held: Held<'f>, setting: Setting) -> Option<Judged<'f>> {
    let fact = &held.claim.value;
    let figure = |quantity: &Quantity| Figure { kind: claim.kind, quantity: *quantity };
    match &claim.value {
        Value::Quantity(quantity) => match fact {
            Value::Quantity(reference) => {
                let fact = Figure { kind: held.claim.kind, quantity: *reference };
                values::figures(figure(quantity), fact, held.tolerance, setting.rounding)
            }
            Value::Change(change) => {
                values::level_of_change(figure(quantity), change, held.tolerance, setting.rounding)
            }
            Value::Date(date, _) => time::with_date(claim, *date, setting),
            Value::Time(..)
            | Value::Rank(_)
            | Value::Score(_)
            | Value::Role(_)
            | Value::Quote(_)
            | Value::Statement(..) => None,
        },
        Value::Change(change) => match fact {
            Value::Change(reference) => values::changes(change, reference, held.tolerance, setting.rounding),
            Value::Quantity(_) => values::change_to_level(change, held, setting),
            Value::Date(..)
            | Value::Time(..)
            | Value::Rank(_)
            | Value::Score(_)
            | Value::Role(_)
            | Value::Quote(_)
            | Value::Statement(..) => None,
        },
        Value::Date(date, hedge) => match fact {
            Value::Date(reference, _) => {
                time::dates(*date, *hedge, (*reference, held.year), setting).map(|outcome| (outcome, None))
            }
            Value::Quantity(_)
            | Value::Time(..)
            | Value::Rank(_)
            | Value::Score(_)
            | Value::Change(_)
            | Value::Role(_)
            | Value::Quote(_)
            | Value::Statement(..) => None,
        },
        Value::Rank(rank) => match fact {
            Value::Rank(reference) => Some((values::ranks(*rank, *reference), None)),
            Value::Date(date, _) => time::with_date(claim, *date, setting),
            Value::Quantity(_)
            | Value::Time(..)
            | Value::Score(_)
            | Value::Change(_)
            | Value::Role(_)
            | Value::Quote(_)
            | Value::Statement(..) => None,
        },
        Value::Score(score) => {
            let Value::Score(reference) = fact else { return None };
            Some((values::scores(*score, *reference), None))
        }
        Value::Time(time, hedge) => {
            let Value::Time(reference, _) = fact else { return None };
            time::clock(*time, *hedge, *reference).map(|outcome| (outcome, None))
        }
        Value::Role(_) | Value::Quote(_) | Value::Statement(..) => None,
    }
}

/// Compares with the entry in force, and where that differs, with the earlier ones.
fn with_history<'f>(claim: &Claim<'_>, entries: &'f [Entry], setting: Setting) -> Option<Comparison<'f>> {
    let with_entry = |entry: &'f Entry| {
        let held = Held { year: entry.from.year(), ..Held::of(&entry.value) };
        let (outcome, arithmetic) = with_value(claim, held, setting)?;
        Some(Comparison { outcome, against: Against::Value(held), entry: Some(entry), setting, arithmetic })
    };
    let (earlier, in_force) = time::in_force(entries, setting.at);
    let Some((now, others)) = in_force.split_last() else {
        with_entry(entries.first()?)?;
        let (outcome, against) = (Outcome::Silent, Against::History(entries));
        return Some(Comparison { outcome, against, entry: None, setting, arithmetic: None });
    };
    if let Some(moved) = from_entry_to_next(claim, entries, setting) {
        return Some(moved);
    }
    let compared = with_entry(now)?;
    // A time as coarse as a year can see several entries in force; any of them will do.
    let agrees = |entry: &&'f Entry| with_entry(entry).filter(|other| other.outcome.is_supported());
    if let Some(other) = others.iter().rev().find_map(|entry| agrees(&entry))
        && !compared.outcome.is_supported()
    {
        return Some(other);
    }
    if let Some(published) = published_after(entries, setting.at).and_then(with_entry)
        && !compared.outcome.is_supported()
        && published.outcome.is_supported()
    {
        return Some(published);
    }
    let was = if compared.outcome.is_supported() {
        let toll = |entry: &&Entry| values::is_stale_toll(claim, &entry.value.claim, &now.value.claim);
        earlier.iter().rev().find(toll)
    } else {
        // "at least 27" is no earlier 31: what was right once must have been said as it was.
        let plainly = as_stated(claim);
        let was_said = |entry: &&'f Entry| {
            let held = Held { year: entry.from.year(), ..Held::of(&entry.value) };
            with_value(&plainly, held, setting).is_some_and(|(outcome, _)| outcome.is_supported())
        };
        earlier.iter().rev().find(|entry| was_said(entry))
    };
    let ended = |was: &Entry| {
        let next = entries.iter().skip_while(|entry| !std::ptr::eq(*entry, was)).nth(1);
        was.until.or(next.map(|next| next.from)).unwrap_or(now.from)
    };
    let outcome = was.map_or(compared.outcome, |was| Outcome::Outdated { ended: ended(was), now });
    Some(Comparison { outcome, ..compared })
}

/// "fell to 4.1 percent from 4.3 percent in July": where both ends of a movement are right, the one that it ended in.
fn from_entry_to_next<'f>(claim: &Claim<'_>, entries: &'f [Entry], setting: Setting) -> Option<Comparison<'f>> {
    let Value::Change(change) = &claim.value else { return None };
    let (from, to) = (change.from?, change.to?);
    let gives = |end: Quantity, entry: &'f Entry| {
        let level = Claim { kind: ClaimKind::measuring(end.unit), value: Value::Quantity(end), ..claim.clone() };
        let held = Held::of(&entry.value);
        let (outcome, arithmetic) = with_value(&level, held, setting)?;
        let against = Against::Value(held);
        outcome.is_supported().then_some(Comparison { outcome, against, entry: Some(entry), setting, arithmetic })
    };
    let next =
        entries.windows(2).rev().find(|pair| gives(from, &pair[0]).is_some() && gives(to, &pair[1]).is_some())?;
    gives(to, &next[1])
}

/// "slipped to €361 million from €420 million": of a movement that ended rightly, what it is said to have begun from, where
/// that is no value that the fact ever had.
pub(super) fn start_of_change<'f>(
    claim: &Claim<'_>,
    against: Against<'f>,
    told: &Comparison<'f>,
) -> Option<Comparison<'f>> {
    let (Value::Change(change), Against::History(entries)) = (&claim.value, against) else { return None };
    let now = told.entry.filter(|_| told.outcome.is_supported() && change.to.is_some())?;
    let from = change.from?;
    let level = Claim { kind: ClaimKind::measuring(from.unit), value: Value::Quantity(from), ..claim.clone() };
    let with = |entry: &'f Entry| with_value(&level, Held::of(&entry.value), told.setting);
    let known = entries.iter().filter_map(with).any(|(outcome, _)| outcome.is_supported());
    let before = entries.iter().take_while(|entry| !std::ptr::eq(*entry, now)).last().filter(|_| !known)?;
    let (outcome, arithmetic) = with(before)?;
    let against = Against::Value(Held::of(&before.value));
    Some(Comparison { outcome, against, entry: Some(before), setting: told.setting, arithmetic })
}

/// "in the three months to the end of September", of which the figure was told in November: the entry that begins
/// soon after a stretch of time may be that of the stretch.
fn published_after(entries: &[Entry], at: Period) -> Option<&Entry> {
    let until = at.last.checked_add(PUBLISHED.days()).ok()?;
    let next = entries.iter().find(|entry| Period::of(entry.from).is_some_and(|from| from.first > at.last))?;
    let days = at.first.until(at.last).map_or(0, |span| span.get_days());
    (STRETCH.contains(&days) && Period::of(next.from)?.first <= until).then_some(next)
}

/// For how many days after its end the figure of a quarter or a half-year is published.
const PUBLISHED: i32 = 120;
/// How many days such a stretch has: more than a month, and less than a year.
const STRETCH: RangeInclusive<i32> = 35..=300;

#[cfg(test)]
pub(in crate::check) mod tests;

/// A claim whose bound is read as the figure itself.
fn as_stated<'c>(claim: &Claim<'c>) -> Claim<'c> {
    let mut plain = claim.clone();
    if let Value::Quantity(quantity) = &mut plain.value
        && matches!(quantity.hedge, Hedge::Over | Hedge::AtLeast | Hedge::Under | Hedge::AtMost | Hedge::UpTo)
    {
        quantity.hedge = Hedge::Exact;
    }
    plain
}
