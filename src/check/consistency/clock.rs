//! `impossible-value` of the clock: "at 25:00", "at 9:75 p.m.". No extractor claims these, so they
//! are looked for by their colon.
//!
//! Left alone: minutes of a match or a film ("the goal came at 62:10"), verses and proportions.

use std::ops::Range;

use crate::finding::{Finding, Mismatch, Rule, Spot, Sum, Voice};
use crate::lexicon::{Sense, Word};
use crate::source::Document;
use crate::span::offset;

pub(super) fn find(document: &Document<'_>, findings: &mut Vec<Finding>) {
    let prose = document.prose.as_bytes();
    for colon in memchr::memchr_iter(b':', prose) {
        let Some((time, hour, minute)) = time_at(prose, colon) else { continue };
        let Some(because) = no_such_time(&document.prose, &time, hour, minute) else { continue };
        let Some(span) = document.map.to_file(offset(time.start), offset(time.end)) else { continue };
        let (quoted, voice) = (is_quoted(&document.prose, time.start), voice(&document.prose, &time));
        let spot = Spot { span, text: &document.prose[time], quoted };
        let sum = Sum::Impossible { because: because.to_owned(), follows: None };
        let mismatch = Mismatch { rule: Rule::ImpossibleValue, spot, other: None, sum, voice };
        findings.push(Finding::of_mismatch(mismatch, Vec::new()));
    }
}

/// The figures around a colon that no clock shows, as bytes, hour and minute.
fn time_at(prose: &[u8], colon: usize) -> Option<(Range<usize>, u32, u32)> {
    let before = prose[..colon].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let after = prose[colon + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=2).contains(&before) || after != 2 {
        return None;
    }
    let number = |digits: Range<usize>| prose[digits].iter().fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0'));
    let (hour, minute) = (number(colon - before..colon), number(colon + 1..colon + 3));
    (hour > 12 || minute > 59).then_some((colon - before..colon + 3, hour, minute))
}

/// Why there is no such time, where the words around it say that it is one.
fn no_such_time(prose: &str, time: &Range<usize>, hour: u32, minute: u32) -> Option<&'static str> {
    let after = &prose[time.end..];
    let cue =
        prose[..time.start].strip_suffix(' ').and_then(|before| before.rsplit([' ', '\n']).next()).unwrap_or_default();
    let near = after.trim_start_matches([' ', '\u{a0}']);
    let half = HALVES.iter().find_map(|half| Some((*half, near.strip_prefix(half)?)));
    let closed = after.trim_start_matches(['.', ',', ';', ')', '"', '”']).starts_with([' ', '\n'])
        || after.is_empty()
        || after == ".";
    if hour < 25 && minute < 60 && (hour, minute) <= (24, 0) {
        let morning =
            half.is_some_and(|(half, rest)| half.starts_with(['a', 'A']) && !rest.starts_with(char::is_alphanumeric));
        return (morning && hour > 12).then_some("no morning has that hour");
    }
    let half = half.is_some_and(|(_, rest)| !rest.starts_with(char::is_alphanumeric));
    let cued = ["at", "until", "from", "by"].iter().any(|word| cue.eq_ignore_ascii_case(word)) && closed;
    if hour > 23 {
        // On the quarters of a night that has run past its end; other such figures count minutes.
        let late = (24..=29).contains(&hour) && matches!(minute, 0 | 15 | 30 | 45) && !is_of_play(prose, time);
        let ends = !after.starts_with(' ') || after.starts_with(" on ") || after.starts_with(" GMT");
        return (half || (cued && late && ends)).then_some("a day has 24 hours");
    }
    (half || (cued && cue.eq_ignore_ascii_case("at"))).then_some("an hour has 60 minutes")
}

/// Whether a quotation is open where a time begins.
fn is_quoted(prose: &str, start: usize) -> bool {
    let line = prose[..start].rsplit('\n').next().unwrap_or_default();
    let count = |mark| line.matches(mark).count();
    count('"') % 2 == 1 || count('“') > count('”')
}

/// Who tells a time: the draft, or whoever supposes it.
fn voice(prose: &str, time: &Range<usize>) -> Voice {
    let before = prose[..time.start].rsplit(['.', '\n']).next().unwrap_or_default();
    let mut words = before.split(|c: char| !c.is_alphabetic()).filter_map(Word::find);
    if words.any(|word| word.is(Sense::Supposes)) { Voice::Reports } else { Voice::Asserts }
}

/// Whether a time is one of a match or a recording, by the words of its sentence: "the goal came at
/// 24:30", "at 24:30 on the recording".
fn is_of_play(prose: &str, time: &Range<usize>) -> bool {
    let before = prose[..time.start].rsplit(['.', '\n']).next().unwrap_or_default();
    let after = prose[time.end..].split(['.', '\n']).next().unwrap_or_default();
    let mut words = [before, after].into_iter().flat_map(|part| part.split(|c: char| !c.is_alphabetic()));
    words.any(|word| Word::find(word).is_some_and(|word| word.is(Sense::Playing)))
}

/// How the halves of the day are written.
const HALVES: [&str; 6] = ["a.m.", "p.m.", "am", "pm", "AM", "PM"];
