//! Stretches from one date to another: "2014-2020", "from 1914 to 1918", "June 3-5, 2024", "March to May 2023".

use super::resolve::resolve;
use super::{Open, Reading, Stated, read, word};
use crate::extract::Sentence;
use crate::value::{Date, DateSpan};

/// Two dates with a word or dash between them that makes them one stretch.
pub(super) fn join(sentence: &Sentence<'_, '_>, first: Reading) -> Option<(Reading, DateSpan)> {
    let joint = word::joint(sentence, first.start, first.end)?;
    let second = read(sentence, joint)?;
    let (from, to) = match (first.stated, second.stated) {
        (Stated::Full(from), Stated::Full(to)) => (from, to),
        (Stated::Open(open), Stated::Full(to)) => {
            let year = to.from.year()?;
            let same = DateSpan::on(open.in_year(year)?);
            (if in_order(same, to) { same } else { DateSpan::on(open.in_year(year - 1)?) }, to)
        }
        (Stated::Full(from), Stated::Open(open)) => (from, following(from, open)?),
        (Stated::Open(Open::Weekday(_)), Stated::Open(Open::Weekday(_))) => return None,
        (Stated::Open(_), Stated::Open(open)) => {
            let from = resolve(sentence, Reading { end: second.end, ..first })?;
            (from, following(from, open)?)
        }
    };
    let span = DateSpan { from: from.from, to: Some(to.to.unwrap_or(to.from)), relative: from.relative || to.relative };
    let whole = Reading { start: first.start, end: second.end, stated: Stated::Full(span) };
    in_order(from, to).then_some((whole, span))
}

/// The open date that comes first after another.
fn following(from: DateSpan, open: Open) -> Option<DateSpan> {
    if let (Date::DayOfYear(..), Some(to)) = (from.from, open.without_year()) {
        return Some(DateSpan::on(to));
    }
    let year = from.from.year()?;
    let same = DateSpan::on(open.in_year(year)?);
    if in_order(from, same) { Some(same) } else { open.in_year(year + 1).map(DateSpan::on) }
}

fn in_order(from: DateSpan, to: DateSpan) -> bool {
    match (from.days(), to.days()) {
        (Some(from), Some(to)) => from.0 <= to.0,
        _ => true,
    }
}
