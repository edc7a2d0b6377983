//! Texts and the movements in them.

use crate::claim::Value;
use crate::extract::tests::with_sentence;
use crate::value::{Amount, Quantity};

/// The movements of a text as "words = by from..to".
fn changes(text: &str) -> Vec<String> {
    with_sentence(text, |sentence| {
        let mut candidates = Vec::new();
        super::find(sentence, &mut candidates);
        let figure = |quantity: Option<Quantity>| match quantity.map(|quantity| quantity.amount) {
            Some(Amount::Point(number)) => number.value().to_string(),
            Some(Amount::Range(low, high)) => format!("({} to {})", low.value(), high.value()),
            Some(Amount::Vague(..) | Amount::Rate(..)) | None => "?".to_owned(),
        };
        let show = |candidate: &super::Candidate<'_>| {
            let words = sentence.text(&candidate.whole);
            match &candidate.value {
                Value::Change(change) => {
                    format!("{words} = {} {}..{}", figure(change.by), figure(change.from), figure(change.to))
                }
                Value::Quantity(quantity) => format!("{words} = {}", figure(Some(*quantity))),
                _ => words.to_owned(),
            }
        };
        candidates.iter().map(show).collect()
    })
}

#[test]
fn movements() {
    for (text, found) in [
        ("Prices rose 25% in May", "rose 25% = 25 ?..?"),
        ("The Dow rose 123.45 points", "rose 123.45 points = 123.45 ?..?"),
        ("Sales more than doubled to 9 million", "more than doubled to 9 million = 100 ?..9000000"),
        ("cut from 20 years to 12", "cut from 20 years to 12 = ? 20..12"),
        ("a reduction of over one-half", "reduction of over one-half = -50 ?..?"),
        ("Dues went from $12 to $14", "went from $12 to $14 = ? 12..14"),
        ("The stock lost $3", "lost $3 = -3 ?..?"),
        ("The firm lost $3 a share", "lost $3 = -3 ?..?"),
        ("Sales fell from 80 to 60", "fell from 80 to 60 = ? 80..60"),
        ("Sales fell from 80 homes to 60", "fell from 80 homes to 60 = ? 80..60"),
        ("will go up by about $118", "go up by about $118 = 118 ?..?"),
        ("The rate climbs to $14.20 from $13.82", "climbs to $14.20 from $13.82 = ? 13.82..14.2"),
        (
            "lifts spending by 4.3 percent, from $395 million",
            "lifts spending by 4.3 percent, from $395 million = 4.3 395000000..?",
        ),
        ("a gain of 20 percent", "gain of 20 percent = 20 ?..?"),
        ("a 5% drop in sales", "5% drop = -5 ?..?"),
        ("up 3 points to 45", "up 3 points to 45 = 3 ?..45"),
        ("down by 12 percent", "down by 12 percent = -12 ?..?"),
        ("fell by 2,000 to 14,500", "fell by 2,000 to 14,500 = -2000 ?..14500"),
        ("fell by 2,000 to 3,000", "fell by 2,000 to 3,000 = (-3000 to -2000) ?..?"),
        ("a loss of plus or minus 4 percent", "loss of plus or minus 4 percent = -4 ?..?"),
        ("tripled to 9 million", "tripled to 9 million = 200 ?..9000000"),
        ("cut emissions by 50-52%", "cut emissions by 50-52% = (-52 to -50) ?..?"),
        ("a 5 to 10 percent drop", "5 to 10 percent drop = (-10 to -5) ?..?"),
        ("Prices rose from $5 to $7", "rose from $5 to $7 = ? 5..7"),
        ("Rates rose 5% to 7%", "rose 5% to 7% = 5 ?..7"),
        ("Sales halved to 40", "halved to 40 = -50 ?..40"),
        ("Sales halved in a year", "halved = -50 ?..?"),
        ("cut the debt in half", "cut the debt in half = -50 ?..?"),
        ("reduced it by a third", "reduced it by a third = -100/3 ?..?"),
        ("more than doubled in a year", "more than doubled = 2"),
        ("The fleet nearly doubles", "nearly doubles = 2"),
        ("The fleet triples to 90", "triples to 90 = 200 ?..90"),
        (
            "rose from 2.6 million in 1977 to 3.1 million in 1979",
            "rose from 2.6 million in 1977 to 3.1 million = ? 2600000..3100000",
        ),
        ("rose from 5 percent in 2019 to 7 percent", "rose from 5 percent in 2019 to 7 percent = ? 5..7"),
    ] {
        assert_eq!(changes(text), [found], "{text}");
    }
}

#[test]
fn no_movements() {
    for text in [
        "The toll rose to 41",
        "fell 12 feet",
        "raised $5 million",
        "cut 31 posts",
        "Prices fell in half of the towns",
        "shortened the trip by three years",
        "rose from 2019 to 2021",
        "up to 80%",
        "25% of them fell",
        "a double room",
        "She won the doubles",
        "The doubles final moved to 9",
    ] {
        assert_eq!(changes(text), [""; 0], "{text}");
    }
}
