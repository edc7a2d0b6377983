//! The calendar's words as phrases of the lexicon, for the build script.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Lexicon, plain_lists};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dates {
    months: BTreeMap<String, u8>,
    weekdays: BTreeMap<String, u8>,
    seasons: BTreeMap<String, String>,
    days: BTreeMap<String, i8>,
    periods: BTreeMap<String, String>,
    turns: BTreeMap<String, i8>,
    decades: BTreeMap<String, i8>,
    eras: BTreeMap<String, String>,
    holidays: Holidays,
    hours: BTreeMap<String, u8>,
    halves: BTreeMap<String, String>,
    zones: BTreeMap<String, Vec<String>>,
    lists: BTreeMap<String, Vec<String>>,
    examples: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holidays {
    fixed: BTreeMap<String, (i8, i8)>,
    weekday: BTreeMap<String, (i8, i8, i8)>,
    easter: BTreeMap<String, i16>,
}

pub(super) fn dates(lexicon: &mut Lexicon, dates: Dates) {
    let months = dates.months.iter().map(|(word, month)| (word, format!("Sense::Month({month})")));
    let weekdays = dates.weekdays.iter().map(|(word, day)| (word, format!("Sense::Weekday({day})")));
    for (word, sense) in months.chain(weekdays) {
        if let Some(stem) = word.strip_suffix('.') {
            lexicon.add(stem, &sense);
        }
        lexicon.add(word, sense);
    }
    for (word, season) in &dates.seasons {
        lexicon.add(word, format!("Sense::Season(Season::{season})"));
    }
    for (phrase, days) in &dates.days {
        lexicon.add(phrase, format!("Sense::Day({days})"));
    }
    for (word, period) in &dates.periods {
        lexicon.add(word, format!("Sense::Period(Period::{period})"));
    }
    for (word, turn) in &dates.turns {
        lexicon.add(word, format!("Sense::Turn({turn})"));
    }
    for (word, years) in &dates.decades {
        lexicon.add(word, format!("Sense::Decade({years})"));
    }
    for (word, era) in &dates.eras {
        lexicon.add_exact(word, format!("Sense::Era(Era::{era})"));
    }
    holidays(lexicon, &dates.holidays);
    for (word, hour) in &dates.hours {
        lexicon.add(word, format!("Sense::Hour({hour})"));
    }
    for (phrase, half) in &dates.halves {
        lexicon.add(phrase, format!("Sense::DayHalf(DayHalf::{half})"));
    }
    for (zone, phrases) in &dates.zones {
        for phrase in phrases {
            let sense = format!("Sense::Zone({zone:?})");
            if phrase.contains(|c: char| c.is_ascii_lowercase()) {
                lexicon.add(phrase, sense);
            } else {
                lexicon.add_exact(phrase, sense);
            }
        }
    }
    plain_lists(lexicon, &dates.lists);
    lexicon.add_examples(dates.examples);
}

fn holidays(lexicon: &mut Lexicon, holidays: &Holidays) {
    for (name, (month, day)) in &holidays.fixed {
        lexicon.add(name, format!("Sense::Holiday(Holiday::Fixed({month}, {day}))"));
    }
    for (name, (month, weekday, nth)) in &holidays.weekday {
        lexicon.add(name, format!("Sense::Holiday(Holiday::Weekday({month}, {weekday}, {nth}))"));
    }
    for (name, days) in &holidays.easter {
        lexicon.add(name, format!("Sense::Holiday(Holiday::Easter({days}))"));
    }
}
