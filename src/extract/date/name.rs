//! The names of months and weekdays, and when they are more than a word or somebody's name.

use super::word;
use crate::extract::Sentence;
use crate::lexicon::Sense;

/// Whether a token stands in a name that only looks like a date: "Black Friday".
fn is_trap(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let first = at.saturating_sub(2).max(sentence.range.start);
    (first..=at).any(|start| {
        let trap = sentence.sense(start, |sense| matches!(sense, Sense::Trap(_)).then_some(()));
        trap.is_some_and(|(end, ())| end > at)
    })
}

/// Whether the name of a month by itself is a date: "in May", "the June vote"; not "May said",
/// "Women's March", "August Wilson".
pub(super) fn is_month(sentence: &Sentence<'_, '_>, at: usize, month: i8) -> bool {
    if is_trap(sentence, at) {
        return false;
    }
    if !sentence.is_capitalised(at) {
        return is_small_month(sentence, at, month);
    }
    let before = sentence.before(at);
    let end = word::end(sentence, at);
    let name = sentence.is_capitalised(end);
    let part = before.is_some_and(|before| word::ends_part(sentence, before));
    let cue = before.is_some_and(|before| sentence.means(before, if name { Sense::YearCue } else { Sense::MonthCue }));
    let first_of_two =
        word::joins(sentence, end) && word::month(sentence, end + 1).is_some() && sentence.is_capitalised(end + 1);
    let second_of_two = before.is_some_and(|and| !name && joins_months(sentence, and));
    if part || cue || first_of_two || second_of_two || opens_entry(sentence, at) {
        return true;
    }
    let abbreviated = sentence.word(at).len() <= 4 && !matches!(month, 6 | 7);
    let first_name = matches!(month, 3..=6 | 8) && !before.is_some_and(|before| sentence.is_word(before, "the"));
    let numbered = sentence.is_number(end);
    !sentence.is_glued(at) && !abbreviated && !first_name && !name && !numbered
}

/// "April \u{2014} The bridge opens.": an entry of a chronicle, under its year.
fn opens_entry(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let parts = matches!(sentence.word(at + 1), "\u{2014}" | "\u{2013}" | ":");
    at == 0 && parts && sentence.under.is_some()
}

/// "in october", "from april to june": a month in small letters that nothing else can be meant by, not "august company".
fn is_small_month(sentence: &Sentence<'_, '_>, at: usize, month: i8) -> bool {
    let full = sentence.word(at).len() > 4 || matches!(month, 6 | 7);
    let cue = sentence.before(at).is_some_and(|before| {
        sentence.means(before, Sense::MonthCue) || word::ends_part(sentence, before) || joins_months(sentence, before)
    });
    let joint = at + 1;
    let first_of_two = (word::joins(sentence, joint) || sentence.is_word(joint, "and"))
        && word::month(sentence, joint + 1).is_some_and(|month| !word::is_word_too(month));
    full && !word::is_word_too(month) && cue && (first_of_two || word::ends_phrase(sentence, at + 1))
}

/// Whether the word at `at` joins a month before it to what follows.
fn joins_months(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let joins = word::joins(sentence, at) || sentence.is_word(at, "and") || sentence.is_word(at, "or");
    joins && sentence.before(at).is_some_and(|first| word::month(sentence, first).is_some())
}

/// Whether a weekday is one day, not a habit ("every Friday", "Monday to Friday") or a name ("the Sunday Times").
pub(super) fn is_weekday(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let shown = sentence.is_capitalised(at) || word::ends_phrase(sentence, at + 1);
    if !shown || sentence.word(at).len() < 6 || is_trap(sentence, at) {
        return false;
    }
    let before = sentence.before(at);
    // "every Friday", "our Monday column", "on Monday and Wednesday of each week".
    let habit = before.is_some_and(|before| sentence.means(before, Sense::Habit) || sentence.has(before, Sense::Owner));
    let next = at + 1 + usize::from(sentence.is_word(at + 1, "and") && word::weekday(sentence, at + 2).is_some()) * 2;
    let habit = habit || sentence.is_word(next, "of") && sentence.means(next + 1, Sense::Habit);
    // "the first Tuesday of October".
    let rank = before
        .is_some_and(|before| sentence.means(before, Sense::Turn(-1)) || word::ordinal(sentence, before).is_some());
    let ranked = rank && (sentence.is_word(at + 1, "of") || sentence.is_word(at + 1, "in"));
    let the = before.is_some_and(|before| sentence.is_word(before, "the"));
    let name = sentence.is_capitalised(at + 1) && (the || sentence.word(at + 1) == "Night");
    let from = before.filter(|&before| word::joins(sentence, before)).and_then(|joint| sentence.before(joint));
    let stretch = from.is_some_and(|from| word::weekday(sentence, from).is_some())
        || word::joins(sentence, at + 1) && word::weekday(sentence, at + 2).is_some();
    !habit && !ranked && !name && !stretch
}
