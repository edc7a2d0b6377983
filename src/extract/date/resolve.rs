//! The year of a date that leaves it out, told from the draft's date and the tense of its clause.

use jiff::ToSpan;
use jiff::civil;

use super::{Open, Reading, Stated, word};
use crate::extract::Sentence;
use crate::extract::counted::{self, Grammar};
use crate::lexicon::Sense;
use crate::text::{TokenKind, ends_in_past};
use crate::value::{Date, DateSpan};

/// The date in full, where it can be told.
pub(super) fn resolve(sentence: &Sentence<'_, '_>, reading: Reading) -> Option<DateSpan> {
    let open = match reading.stated {
        Stated::Full(span) => return Some(span),
        Stated::Open(open) => open,
    };
    if has_no_year(sentence, reading.end, open) {
        return None;
    }
    if let Some(later) = years_later(sentence, reading.end) {
        let year = year_named_before(sentence, reading.start).map(|year| year + later);
        return year.and_then(|year| open.in_year(year)).or(open.without_year()).map(DateSpan::on);
    }
    if let Some(date) =
        sentence.under.filter(|above| above.holds(reading.start)).and_then(|above| open.in_year(above.year))
    {
        return Some(DateSpan::on(date));
    }
    let Some(now) = sentence.now else { return open.without_year().map(DateSpan::on) };
    // "Nominate them by July 31."
    let by = || {
        sentence.before(reading.start).is_some_and(|by| ["by", "until"].iter().any(|word| sentence.is_word(by, word)))
    };
    let tense = match turned(sentence, reading.end).unwrap_or_else(|| tense(sentence, reading)) {
        Tense::Unknown if by() => Tense::Future,
        told => told,
    };
    if let Open::Weekday(weekday) = open {
        let day = nearest_weekday(now, weekday, tense)?;
        return Some(DateSpan { from: Date::Day(day), to: None, relative: true });
    }
    nearest(now, open, tense).or(open.without_year()).map(DateSpan::on)
}

/// "the Sept. 11 attacks", "March 1 of each year": a day of every year, or an event's name.
fn has_no_year(sentence: &Sentence<'_, '_>, end: usize, open: Open) -> bool {
    let yearly = sentence.is_word(end, "of") && sentence.means(end + 1, Sense::Habit);
    matches!(open, Open::Day { .. }) && (yearly || sentence.means(end, Sense::DatedEvent))
}

/// How long after the year that the text has named: none for "in May of that year" and "on 5 June the same year", one for
/// "in May of the following year".
fn years_later(sentence: &Sentence<'_, '_>, end: usize) -> Option<i16> {
    let which = end + usize::from(sentence.is_word(end, "of"));
    let same = usize::from(["same", "very"].iter().any(|word| sentence.is_word(which + 1, word)));
    let (year, later) = match sentence.word(which) {
        "that" => (which + 1 + same, 0),
        "the" if same == 1 => (which + 2, 0),
        "the" => match sentence.word(which + 1) {
            "following" | "next" => (which + 2, 1),
            "previous" | "preceding" => (which + 2, -1),
            _ => return None,
        },
        _ => return None,
    };
    sentence.is_word(year, "year").then_some(later)
}

/// The year named last in the paragraph before a token of it: 1944 in "By the end of 1944", "On 6 June 1944".
fn year_named_before(sentence: &Sentence<'_, '_>, at: usize) -> Option<i16> {
    const BEFORE: [&str; 7] = ["in", "of", "by", "since", "from", "until", "during"];
    let dates = |at: usize| {
        sentence.tokens[..at].last().is_none_or(|before| {
            BEFORE.iter().any(|word| sentence.is_word(at - 1, word))
                || before.is_sign(sentence.prose, ',')
                || sentence.sense(at - 1, |sense| matches!(sense, Sense::Month(_)).then_some(())).is_some()
        })
    };
    // "1850 people", "1800 of them"
    let counts =
        |at: usize| sentence.is_word(at + 1, "of") || counted::after(sentence, at + 1, Grammar::Plural).is_some();
    let year = |at: &usize| sentence.is_number(*at) && sentence.word(*at).len() == 4 && dates(*at) && !counts(*at);
    let named = (0..at).rev().filter(year);
    named.filter_map(|at| sentence.word(at).parse().ok()).find(|year| (1500..2100).contains(year))
}

/// Whether a clause tells what was or what is to come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tense {
    /// "opened on Tuesday, February 3": the verb right before the day is past, so that the last such day is meant even
    /// where the weekday is that of the next; with `Past` the verb may be of another day, and the weekday tells.
    Over,
    /// "will open on Tuesday, February 3".
    Will,
    /// "met on Friday".
    Past,
    /// "will meet on Friday".
    Future,
    /// "the Friday deadline": nothing tells.
    Unknown,
}

/// Of the last such date and the next, the one its tense asks for; where nothing tells, the last
/// unless the next is close. A weekday decides only between years that are far off.
fn nearest(now: civil::Date, open: Open, tense: Tense) -> Option<Date> {
    let last =
        years(now).rev().filter_map(|year| open.in_year(year)).find(|date| date.days().is_some_and(|d| d.0 <= now))?;
    let next = years(now).filter_map(|year| open.in_year(year)).find(|date| date.days().is_some_and(|d| d.1 >= now))?;
    let wait = now.until(next.days()?.0).ok()?.get_days();
    let ahead = match tense {
        Tense::Past | Tense::Over => false,
        Tense::Future | Tense::Will => wait <= 300,
        Tense::Unknown => wait <= 60,
    };
    let (told, other) = if ahead { (next, last) } else { (last, next) };
    let close = now.until(told.days()?.0).ok()?.get_days().abs() <= 60;
    let settled = tense == Tense::Over || tense == Tense::Will && ahead;
    if let (Open::Day { weekday: Some(weekday), .. }, false) = (open, settled) {
        let agrees = |date: Date| date.days().is_some_and(|days| days.0.weekday().to_monday_one_offset() == weekday);
        if !close && agrees(other) && !agrees(told) {
            return Some(other);
        }
    }
    Some(told)
}

/// The years around a date; a 29 February is at most eight years away.
fn years(now: civil::Date) -> impl DoubleEndedIterator<Item = i16> {
    (-8..=8).map(move |offset| now.year().saturating_add(offset))
}

/// The day of the week on the draft's date or nearest to it on the side the tense asks for.
fn nearest_weekday(now: civil::Date, weekday: i8, tense: Tense) -> Option<civil::Date> {
    let back = (now.weekday().to_monday_one_offset() - weekday).rem_euclid(7);
    let days = match tense {
        Tense::Past | Tense::Over | Tense::Unknown => -back,
        Tense::Future | Tense::Will => (7 - back) % 7,
    };
    now.checked_add(days.days()).ok()
}

/// "the 4th of July last", "in March next": the turn of a date stands behind it; not "in March next to".
fn turned(sentence: &Sentence<'_, '_>, end: usize) -> Option<Tense> {
    let (end, turn) = sentence.sense(end, |sense| if let Sense::Turn(turn) = sense { Some(turn) } else { None })?;
    let closes = word::ends_phrase(sentence, end) && !sentence.is_word(end, "to");
    match turn {
        -1 if closes => Some(Tense::Past),
        1 if closes => Some(Tense::Future),
        _ => None,
    }
}

/// The tense at a date, by the nearest word before it in its clause that tells, else the first
/// after it.
fn tense(sentence: &Sentence<'_, '_>, reading: Reading) -> Tense {
    // "starts at 5:30 p.m. on Tuesday": the colon of a clock parts nothing.
    let clock = |at: usize| sentence.word(at) == ":" && sentence.is_glued(at) && sentence.is_glued(at + 1);
    let parts = |at: usize| matches!(sentence.word(at), ";" | ":" | "\u{201c}" | "\u{201d}" | "\"");
    let clause = |at: &usize| !parts(*at) || clock(*at);
    if is_over(sentence, reading.start) {
        return Tense::Over;
    }
    let before = (sentence.range.start..reading.start).rev().take_while(clause);
    let after = (reading.end..sentence.range.end).take_while(clause);
    let told = before.chain(after).map(|at| word_tense(sentence, at)).find(|&tense| tense != Tense::Unknown);
    told.unwrap_or(Tense::Unknown)
}

/// Whether a verb in the past stands right before a day: "was arrested on February 3", "died February 3"; not
/// "was due on", and not "faced Leyton United on", whose last word is a name.
fn is_over(sentence: &Sentence<'_, '_>, start: usize) -> bool {
    let before = |at: usize| sentence.before(at);
    let verb = before(start).and_then(|on| if sentence.is_word(on, "on") { before(on) } else { Some(on) });
    verb.is_some_and(|verb| {
        let happens = sentence.has(verb, Sense::PastTense) || has_past_ending(sentence, verb);
        happens
            && !sentence.tokens[verb].is_capitalised()
            && !sentence.means(verb, Sense::Coming)
            && word_tense(sentence, verb) == Tense::Past
    })
}

fn has_past_ending(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    ends_in_past(sentence.word(at), sentence.tokens[at].word)
}

fn word_tense(sentence: &Sentence<'_, '_>, at: usize) -> Tense {
    if sentence.tokens[at].kind != TokenKind::Word {
        return Tense::Unknown;
    }
    let listed = sentence.sense(at, |sense| match sense {
        Sense::Coming => Some(Tense::Future),
        Sense::Gone => Some(Tense::Past),
        _ => None,
    });
    match listed {
        // "has until Thursday, March 14"
        Some((_, Tense::Future))
            if sentence.is_word(at, "until")
                && sentence.before(at).is_some_and(|has| matches!(sentence.word(has), "has" | "have")) =>
        {
            Tense::Future
        }
        // "was scheduled", "had been due": what was to come then.
        Some((_, Tense::Future)) if sentence.before(at).is_some_and(|at| sentence.means(at, Sense::Gone)) => {
            Tense::Past
        }
        // "has its first night on March 14"
        Some((next, Tense::Past)) if sentence.word(at) == "has" && sentence.has(next, Sense::Determiner) => {
            Tense::Unknown
        }
        // "are to have plans ready", "will be held in June", "when it is put to the vote on 9 December"
        Some((_, Tense::Past))
            if sentence.before(at).is_some_and(|at| matches!(sentence.word(at), "to" | "be" | "is" | "are")) =>
        {
            Tense::Unknown
        }
        Some((_, Tense::Future)) if matches!(sentence.word(at), "will" | "won't" | "won’t") => Tense::Will,
        Some((_, tense)) => tense,
        // "will be opened in June": "will" tells.
        None if sentence.before(at).is_some_and(|be| sentence.is_word(be, "be")) => Tense::Unknown,
        // "until the plan is released in June"
        None if sentence.before(at).is_some_and(|is| matches!(sentence.word(is), "is" | "are")) => Tense::Unknown,
        None if has_past_ending(sentence, at) => Tense::Past,
        None => Tense::Unknown,
    }
}
