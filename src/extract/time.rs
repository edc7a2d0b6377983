//! Clock times: "6:30 p.m.", "17:00 GMT", "noon", "half past five", "9 o'clock".
//!
//! Left alone: scores and ratios ("3:1"), verses ("John 3:16"), running times ("in 3:45"), and figures that no word
//! makes an hour ("24/7").

#[cfg(test)]
mod tests;

use super::{Candidate, Sentence, hedge};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::{Begins, DayHalf, Sense};
use crate::text::TokenKind;
use crate::value::{ClockTime, Hedge};

/// Proposes the clock times of a sentence.
pub(super) fn find<'t>(sentence: &Sentence<'_, 't>, candidates: &mut Vec<Candidate<'t>>) {
    let wanted = Begins::CLOCK.with(Begins::DIGITS);
    let mut next = sentence.range.start;
    for at in sentence.beginning(wanted) {
        if at < next {
            continue;
        }
        let reading = match sentence.tokens[at].kind {
            TokenKind::Number => digits(sentence, at),
            TokenKind::Word => named(sentence, at).or_else(|| beside(sentence, at)),
            TokenKind::Symbol => None,
        };
        if let Some(reading) = reading {
            next = reading.end;
            if let Some(first) = first_of_two(sentence, &reading) {
                // "7:30" alone was read as the morning's.
                candidates.pop_if(|last| last.kind == ClaimKind::Time && last.core.start == first.start);
                candidates.push(candidate(sentence, first));
            }
            share_zone(sentence, candidates, &reading);
            candidates.push(candidate(sentence, reading));
        }
    }
}

/// Gives the zone of a time to the one before it that it is joined to: "between 7 a.m. and 9 a.m. EDT".
fn share_zone(sentence: &Sentence<'_, '_>, candidates: &mut [Candidate<'_>], second: &Reading) {
    let Some(first) = candidates.last_mut().filter(|_| second.time.zone.is_some()) else { return };
    let joins = matches!(sentence.word(first.core.end), "-" | "\u{2013}" | "to" | "and" | "until");
    if let Value::Time(time, _) = &mut first.value
        && joins
        && first.core.end + 1 == second.start
        && time.zone.is_none()
    {
        time.zone = second.time.zone;
    }
}

/// A clock time as its words give it, from its first token to one past its last.
#[derive(Clone, Copy)]
struct Reading {
    start: usize,
    end: usize,
    time: ClockTime,
    /// Where its words say so.
    half: Option<DayHalf>,
}

fn candidate<'t>(sentence: &Sentence<'_, '_>, reading: Reading) -> Candidate<'t> {
    // "at about 7:20 p.m.", "shortly before noon"
    let (start, hedge) = hedge::before_hour(sentence, reading.start).unwrap_or((reading.start, Hedge::Exact));
    Candidate {
        kind: ClaimKind::Time,
        core: reading.start..reading.end,
        whole: start..reading.end,
        value: Value::Time(reading.time, hedge),
        of: None,
        figures: Vec::new(),
    }
}

/// What the words after an hour tell.
struct After {
    end: usize,
    half: Option<DayHalf>,
    zone: Option<&'static str>,
}

/// "6:30 p.m.", "5pm ET", "17:00", "1400 GMT", "7.30pm", "8 in the morning".
fn digits(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    let before = sentence.before(at).filter(|_| sentence.is_glued(at)).map_or("", |before| sentence.word(before));
    if matches!(before, "$" | "\u{20ac}" | "\u{a3}" | "#" | ":" | "/" | "." | "%") {
        return None;
    }
    let clock = clock(sentence, at)?;
    let after = after(sentence, clock.end);
    let stated = after.half.is_some() || after.zone.is_some();
    let says_so = match clock.form {
        Form::Hour | Form::Dot | Form::Three => after.half.is_some(),
        Form::Four => after.zone.is_some() || after.end > clock.end,
        Form::Colon => stated || is_cued(sentence, at, clock.hour) || precedes_date(sentence, after.end),
    };
    let hour = in_half(clock.hour, after.half)?;
    says_so.then_some(Reading {
        start: at,
        end: after.end,
        time: ClockTime { hour, minute: clock.minute, second: clock.second, zone: after.zone },
        half: after.half,
    })
}

/// How an hour and its minutes are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// "5".
    Hour,
    /// "6:30".
    Colon,
    /// "6.30".
    Dot,
    /// "830" of "830am".
    Three,
    /// "1400".
    Four,
}

/// The figures of a clock.
struct Clock {
    end: usize,
    form: Form,
    hour: u8,
    minute: u8,
    second: Option<u8>,
}

fn clock(sentence: &Sentence<'_, '_>, at: usize) -> Option<Clock> {
    let text = sentence.word(at);
    let sixty = |text: &str| text.parse::<u8>().ok().filter(|&value| text.len() == 2 && value < 60);
    // "19:30", "19h30".
    let tied = |sign: usize| {
        matches!(sentence.word(sign), ":" | "h") && sentence.is_glued(sign) && sentence.is_glued(sign + 1)
    };
    let (form, hour, minute) = match text.split_once('.') {
        Some((hour, minute)) => (Form::Dot, hour, sixty(minute)?),
        None if text.len() == 4 => (Form::Four, text.get(..2)?, sixty(text.get(2..)?)?),
        None if text.len() == 3 => (Form::Three, text.get(..1)?, sixty(text.get(1..)?)?),
        None if tied(at + 1) => (Form::Colon, text, sixty(sentence.word(at + 2))?),
        None => (Form::Hour, text, 0),
    };
    let hour =
        hour.parse::<u8>().ok().filter(|&value| value <= 24 && hour.len() <= 2 && (value < 24 || minute == 0))?;
    let end = if form == Form::Colon { at + 3 } else { at + 1 };
    let second = if form == Form::Colon && tied(end) { Some(sixty(sentence.word(end + 1))?) } else { None };
    let end = if second.is_some() { end + 2 } else { end };
    Some(Clock { end, form, hour: hour % 24, minute, second })
}

/// The half of the day and the zone after an hour: "p.m. Eastern time", "in the morning", "hours GMT".
fn after(sentence: &Sentence<'_, '_>, end: usize) -> After {
    let hours = ["o'clock", "o\u{2019}clock", "hours", "hrs"].iter().any(|word| sentence.is_word(end, word));
    let mut after = After { end: end + usize::from(hours), half: None, zone: None };
    if let Some((end, half)) = sentence.sense(after.end, |sense| match sense {
        Sense::DayHalf(half) => Some(half),
        _ => None,
    }) {
        (after.end, after.half) = (end, Some(half));
    }
    if let Some((end, zone)) = sentence.sense(after.end, |sense| match sense {
        Sense::Zone(zone) => Some(zone),
        _ => None,
    }) {
        // "5 p.m. central to …" is no zone.
        if sentence.is_capitalised(after.end) {
            (after.end, after.zone) = (end, Some(zone));
        }
    }
    after
}

/// The hour from 0 to 23; none where the half of the day contradicts it ("17 a.m.").
fn in_half(hour: u8, half: Option<DayHalf>) -> Option<u8> {
    match half {
        None => Some(hour),
        Some(DayHalf::Morning) => (hour <= 12).then_some(hour % 12),
        Some(DayHalf::Evening) => Some(if hour < 12 { hour + 12 } else { hour }),
        Some(DayHalf::Night) => Some(match hour {
            6..=11 => hour + 12,
            12 => 0,
            _ => hour,
        }),
    }
}

/// Whether the words before "17:00" make it a time: "at", "from", "the … train", the start of an item.
fn is_cued(sentence: &Sentence<'_, '_>, at: usize, hour: u8) -> bool {
    let Some(before) = sentence.before(at) else { return hour >= 10 || sentence.word(at).starts_with('0') };
    if follows_date(sentence, before) && sentence.word(at).len() == 2 {
        return true;
    }
    let cue = sentence.has(before, Sense::HourCue);
    let article = ["the", "a", "to", "and", "-", "\u{2013}", ","].iter().any(|word| sentence.is_word(before, word));
    cue || article && (sentence.word(at).len() == 2 && hour >= 6)
}

/// Whether a day follows a comma: "16:00, 23 April".
fn precedes_date(sentence: &Sentence<'_, '_>, end: usize) -> bool {
    let month = |at: usize| {
        let word = sentence.tokens[..sentence.range.end].get(at).and_then(|token| token.word);
        word.is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Month(_))))
    };
    sentence.word(end) == ","
        && (sentence.is_number(end + 1) && month(end + 2) || month(end + 1) && sentence.is_number(end + 2))
}

/// Whether a date in digits ends with the token at `at`: "2022-04-23 14:55", "Feb. 24, 2022, 14:55".
fn follows_date(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let comma = sentence.word(at) == ",";
    let Some(last) = (if comma { sentence.before(at) } else { Some(at) }) else { return false };
    let sign = sentence.before(last).filter(|_| sentence.is_glued(last)).map_or("", |sign| sentence.word(sign));
    let year = sentence.word(last).rsplit('.').next().is_some_and(|year| year.len() == 4);
    sentence.is_number(last) && (year || matches!(sign, "-" | "/"))
}

/// "noon", "12 midnight" by its name; not "Midnight Cowboy".
fn named(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    let hour = |sense| if let Sense::Hour(hour) = sense { Some(hour) } else { None };
    let (end, hour) = sentence.sense(at, hour)?;
    let first = sentence.before(at).is_none();
    let title = sentence.is_capitalised(at) && (!first || sentence.is_capitalised(end));
    let zone = |sense| if let Sense::Zone(zone) = sense { Some(zone) } else { None };
    let zone = sentence.sense(end, zone).filter(|_| sentence.is_capitalised(end));
    let end = zone.map_or(end, |(end, _)| end);
    let start = sentence.before(at).filter(|&twelve| sentence.is_word(twelve, "12")).unwrap_or(at);
    let time = ClockTime { hour, minute: 0, second: None, zone: zone.map(|(_, zone)| zone) };
    (!title).then_some(Reading { start, end, time, half: None })
}

/// "nine o'clock", "half past five", "a quarter to three": the hour beside "o'clock", "past" or "to".
fn beside(sentence: &Sentence<'_, '_>, at: usize) -> Option<Reading> {
    if sentence.is_word(at, "o'clock") || sentence.is_word(at, "o\u{2019}clock") {
        let start = sentence.before(at)?;
        let hour = hour_word(sentence, start)?;
        let after = after(sentence, at + 1);
        let time = ClockTime { hour: in_half(hour, after.half)?, minute: 0, second: None, zone: after.zone };
        return Some(Reading { start, end: after.end, time, half: after.half });
    }
    if let Some(reading) = few_past(sentence, at) {
        return Some(reading);
    }
    let (half, quarter) = (sentence.is_word(at, "half"), sentence.is_word(at, "quarter"));
    let past = sentence.is_word(at + 1, "past") || quarter && sentence.is_word(at + 1, "after");
    let to = quarter && sentence.is_word(at + 1, "to");
    let hour = hour_word(sentence, at + 2).filter(|_| half && past || quarter && (past || to))?;
    let after = after(sentence, at + 3);
    // "cut by a quarter to three million people".
    let ends = after.end > at + 3 || ends_phrase(sentence, after.end);
    let stated = in_half(hour, after.half)?;
    let (hour, minute) = match (half, past) {
        (true, _) => (stated, 30),
        (false, true) => (stated, 15),
        (false, false) => ((stated + 23) % 24, 45),
    };
    let start = sentence.before(at).filter(|&a| quarter && sentence.is_word(a, "a")).unwrap_or(at);
    let time = ClockTime { hour, minute, second: None, zone: after.zone };
    ends.then_some(Reading { start, end: after.end, time, half: after.half })
}

/// "a few minutes past nine": the hour of which the hedge before it tells.
fn few_past(sentence: &Sentence<'_, '_>, past: usize) -> Option<Reading> {
    let start = past + 1;
    let hour = hour_word(sentence, start).filter(|_| sentence.is_word(past, "past"))?;
    let (hedge, _) = hedge::before_hour(sentence, start)?;
    let minutes = (hedge..past).any(|at| sentence.is_word(at, "minutes"));
    let after = after(sentence, start + 1);
    let ends = after.end > start + 1 || ends_phrase(sentence, after.end);
    let time = ClockTime { hour: in_half(hour, after.half)?, minute: 0, second: None, zone: after.zone };
    (minutes && ends).then_some(Reading { start, end: after.end, time, half: after.half })
}

/// Whether no noun follows: a sign, a word like "on", or the end of the sentence.
fn ends_phrase(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let Some(token) = sentence.tokens[..sentence.range.end].get(at) else { return true };
    match token.kind {
        TokenKind::Symbol => true,
        TokenKind::Number => false,
        TokenKind::Word => token.word.is_some_and(|word| word.is(Sense::Function)),
    }
}

/// An hour of the twelve, in digits or as a word.
fn hour_word(sentence: &Sentence<'_, '_>, at: usize) -> Option<u8> {
    let token = sentence.tokens.get(at)?;
    let hour = match token.kind {
        TokenKind::Number => sentence.word(at).parse().ok()?,
        TokenKind::Word => token.word?.senses().find_map(|sense| match sense {
            Sense::Cardinal(hour) => Some(hour),
            _ => None,
        })?,
        TokenKind::Symbol => return None,
    };
    (1..=12).contains(&hour).then_some(hour)
}

/// The first of two times that share what follows the second: "5" in "5 to 6pm", "7-9 p.m.".
fn first_of_two(sentence: &Sentence<'_, '_>, second: &Reading) -> Option<Reading> {
    second.half?;
    let link = sentence.before(second.start)?;
    let joins = matches!(sentence.word(link), "-" | "\u{2013}" | "to" | "and" | "until");
    let last = sentence.before(link)?;
    let start = [0, 2].into_iter().filter_map(|back| last.checked_sub(back)).find(|&start| {
        start >= sentence.range.start && clock(sentence, start).is_some_and(|clock| clock.end == link)
    })?;
    let clock = clock(sentence, start).filter(|clock| joins && matches!(clock.form, Form::Hour | Form::Colon))?;
    let open = sentence.word(link) != "and" || sentence.before(start).is_some_and(|at| sentence.is_word(at, "between"));
    let half = second.time.hour >= 12;
    // "11 to 2 p.m." begins in the morning.
    let morning = !half || clock.hour < 12 && clock.hour + 12 > second.time.hour;
    let hour = if morning || clock.hour >= 12 { clock.hour } else { clock.hour + 12 };
    let free = !sentence.is_glued(start) && clock.hour <= 12 && open;
    free.then_some(Reading {
        start,
        end: link,
        time: ClockTime { hour, minute: clock.minute, second: clock.second, zone: second.time.zone },
        half: second.half,
    })
}
