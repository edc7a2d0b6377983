//! Sentences and the clock times in them.

use crate::claim::Value;
use crate::extract::extract;
use crate::source::{self, Format};

/// The clock times of a text, each as "words = value zone".
fn times(text: &str) -> String {
    let draft = source::read(text, Format::Plain);
    let claims = extract(&draft);
    let times = claims.iter().filter_map(|claim| match &claim.value {
        Value::Time(time, _) => Some(
            format!("{} = {time} {}", &text[claim.span.range()], time.zone.unwrap_or_default()).trim_end().to_owned(),
        ),
        _ => None,
    });
    times.collect::<Vec<_>>().join("; ")
}

#[test]
fn hours_of_the_clock() {
    let cases = [
        ("It began at 6:30 p.m. ET.", "6:30 p.m. ET = 18:30 ET"),
        ("It began shortly before 6:30 p.m.", "shortly before 6:30 p.m. = 18:30"),
        ("It began a few minutes past nine.", "a few minutes past nine = 09:00"),
        ("It began a few minutes past nine men.", ""),
        ("It began shortly before nine men.", ""),
        ("It began at 3:40 a.m.", "3:40 a.m. = 03:40"),
        ("It began at 12:05 a.m.", "12:05 a.m. = 00:05"),
        ("It began at 5pm.", "5pm = 17:00"),
        ("It began at 7.30pm.", "7.30pm = 19:30"),
        ("It began at 830am.", "830am = 08:30"),
        ("It began at 8 p . m . and is due 16:00, 23 April.", "8 p . m . = 20:00; 16:00 = 16:00"),
        ("It began at 17:00.", "17:00 = 17:00"),
        ("It began at 19h30.", "19h30 = 19:30"),
        ("Logged 2022-04-23 14:55.", "14:55 = 14:55"),
        ("It began at 1400 GMT.", "1400 GMT = 14:00 GMT"),
        ("It began at 10:30:15 UTC.", "10:30:15 UTC = 10:30:15 UTC"),
        ("It began at 5 p.m. Eastern time.", "5 p.m. Eastern time = 17:00 ET"),
        ("It began at about 7:20 p.m.", "about 7:20 p.m. = 19:20"),
        ("He talked about 7:20 p.m.", "7:20 p.m. = 19:20"),
        ("It began at noon and ended at midnight.", "noon = 12:00; midnight = 00:00"),
        ("It ran between 7 a.m. and 9 a.m. EDT.", "7 a.m. = 07:00 EDT; 9 a.m. EDT = 09:00 EDT"),
        ("It began at 7 a.m. or at 9 a.m. EDT.", "7 a.m. = 07:00; 9 a.m. EDT = 09:00 EDT"),
        ("It began at half past five.", "half past five = 05:30"),
        ("It began at a quarter to three.", "a quarter to three = 02:45"),
        ("It began at nine o\u{2019}clock at night.", "nine o\u{2019}clock at night = 21:00"),
        ("It began at 8 in the morning.", "8 in the morning = 08:00"),
        ("It runs 7-9 p.m.", "7 = 19:00; 9 p.m. = 21:00"),
        ("It runs from 11 to 2 p.m.", "11 = 11:00; 2 p.m. = 14:00"),
        ("It runs from 9 a.m. to 5 p.m.", "9 a.m. = 09:00; 5 p.m. = 17:00"),
    ];
    for (text, expected) in cases {
        assert_eq!(times(text), expected, "in {text:?}");
    }
}

#[test]
fn other_figures_are_no_times() {
    let texts = [
        "They won 3:1.",
        "As John 3:16 says.",
        "It is open 24/7.",
        "She ran it in 3:45.",
        "It fell 17 a.m.",
        "A Midnight Cowboy poster.",
        "It fell by a quarter to three million.",
        "At 5 it had 6 members.",
    ];
    for text in texts {
        assert_eq!(times(text), "", "in {text:?}");
    }
}
