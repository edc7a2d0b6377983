//! Texts and the numbers in them.

use super::{Numeral, NumeralForm, Numerals, read};
use crate::source::{self, Format};
use crate::text::Tokens;
use crate::value::Amount;

/// Every number of a text as "words = value", a vague one as "words = low..high".
fn numbers(text: &str) -> Vec<String> {
    let document = source::read(text, Format::Plain);
    let mut tokens = Tokens::default();
    let mut numerals = Numerals::default();
    for block in &document.blocks {
        tokens.read(&document, block);
        for (ordinal, sentence) in tokens.sentences.iter().enumerate() {
            read(&document.prose, (&tokens.tokens, tokens.spots_of(ordinal)), sentence, &mut numerals);
        }
    }
    let show = |numeral: &Numeral| {
        let stretch = &tokens.tokens[numeral.tokens.clone()];
        let words = &document.prose[stretch[0].start as usize..stretch[stretch.len() - 1].end as usize];
        match numeral.amount {
            Amount::Point(number) => format!("{words} = {}", number.value()),
            Amount::Vague(low, high) => format!("{words} = {low}..{high}"),
            Amount::Range(..) | Amount::Rate(..) => format!("{words} = ?"),
        }
    };
    numerals.all.iter().map(show).collect()
}

/// The only number of a text: its words, value, form and place.
fn one(text: &str) -> (String, NumeralForm, String) {
    let document = source::read(text, Format::Plain);
    let mut tokens = Tokens::default();
    let mut numerals = Numerals::default();
    tokens.read(&document, &document.blocks[0]);
    read(&document.prose, (&tokens.tokens, tokens.spots_of(0)), &tokens.sentences[0], &mut numerals);
    assert_eq!(numerals.all.len(), 1, "{text}");
    let number = numerals.all[0].number().expect("the text has a point");
    (number.value().to_string(), numerals.all[0].form, number.place().to_string())
}

#[test]
fn digits() {
    for (text, found) in [
        ("12,000 homes", "12,000 = 12000"),
        ("fell to 1.5", "1.5 = 1.5"),
        ("only .5 left", ".5 = 0.5"),
        ("1,00,000 voters", "1,00,000 = 100000"),
        ("1 500 000 people", "1 500 000 = 1500000"),
        ("1\u{202f}234\u{202f}567.89 metres", "1\u{202f}234\u{202f}567.89 = 1234567.89"),
        ("a low of −229 degrees", "−229 = -229"),
        ("a low of -5 degrees", "-5 = -5"),
        ("minus 20 outside", "minus 20 = -20"),
        ("½ cup", "½ = 0.5"),
        ("2½ miles", "2½ = 2.5"),
        ("1/3 of it", "1/3 = 1/3"),
        ("1 1/2 miles", "1 1/2 = 1.5"),
        ("1\\1/2\\ miles", "1\\1/2\\ = 1.5"),
        ("3 3/4 inches", "3 3/4 = 3.75"),
        ("1.3x10^6 cells", "1.3x10^6 = 1300000"),
        ("2.5×10⁻⁴ parts", "2.5×10⁻⁴ = 0.00025"),
        ("1.5 million people", "1.5 million = 1500000"),
        ("a 1.5-million-ton ship", "1.5-million = 1500000"),
        ("1.5m people", "1.5m = 1500000"),
        ("about 5bn more", "5bn = 5000000000"),
        ("2 mn people", "2 mn = 2000000"),
        ("40k people", "40k = 40000"),
        ("2 dozen eggs", "2 dozen = 24"),
        ("2 and a half million", "2 and a half million = 2500000"),
        ("6 billion 250 million dollars", "6 billion 250 million = 6250000000"),
        ("4 thousand 3 hundred and 21", "4 thousand 3 hundred and 21 = 4321"),
        ("one thousand, one hundred pages", "one thousand, one hundred = 1100"),
        ("two million, three hundred & ten", "two million, three hundred & ten = 2000310"),
        ("1 point 5 litres", "1 point 5 = 1.5"),
        ("fell 5 . 5 %", "5 . 5 = 5.5"),
        ("7 3 / 4 % bonds", "7 3 / 4 = 7.75"),
        ("more than one- third of it", "one- third = 1/3"),
        ("a trillionth of it", "a trillionth = 0.000000000001"),
        ("three cr twelve lac six", "three cr twelve lac six = 31200006"),
        ("two - thirds of it", "two - thirds = 2/3"),
        ("cost 30 k .", "30 k = 30000"),
        ("300 Cr", "300 Cr = 3000000000"),
        ("the 47th mayor", "47th = 47"),
        ("a 21st try", "21st = 21"),
    ] {
        assert_eq!(numbers(text), [found], "{text}");
    }
}

#[test]
fn words() {
    for (text, found) in [
        ("two hundred and six ships", "two hundred and six = 206"),
        ("twelve hundred ships", "twelve hundred = 1200"),
        ("two and a half billion years", "two and a half billion = 2500000000"),
        ("half a million people", "half a million = 500000"),
        ("a million people", "a million = 1000000"),
        ("a hundred people", "a hundred = 100"),
        ("a million and a half people", "a million and a half = 1500000"),
        ("one and a half times", "one and a half = 1.5"),
        ("a two-and-a-half-hour show", "two-and-a-half = 2.5"),
        ("twenty-seven ships", "twenty-seven = 27"),
        ("three-quarters of a million people", "three-quarters of a million = 750000"),
        ("three point five", "three point five = 3.5"),
        ("one hundred and twenty-three thousand", "one hundred and twenty-three thousand = 123000"),
        ("two million three hundred thousand", "two million three hundred thousand = 2300000"),
        ("one thousand and one nights", "one thousand and one = 1001"),
        ("two-thirds of them", "two-thirds = 2/3"),
        ("a third of them", "a third = 1/3"),
        ("a third man", "third = 3"),
        ("half of them", "half = 0.5"),
        ("one half", "one half = 0.5"),
        ("two hundred and three quarters", "two hundred and three quarters = 200.75"),
        ("two million and one half", "two million and one half = 2500000"),
        ("three halves", "three halves = 1.5"),
        ("two hundred fifths", "two hundred fifths = 40"),
        ("a thirtieth of them", "a thirtieth = 1/30"),
        ("ninety - five ships", "ninety - five = 95"),
        ("three hundred Cr", "three hundred Cr = 3000000000"),
        ("half a dozen ships", "half a dozen = 6"),
        ("a half-dozen ships", "a half-dozen = 6"),
        ("two dozen ships", "two dozen = 24"),
        ("a dozen ships", "a dozen = 12"),
        ("a quartet of ships", "a quartet = 4"),
        ("dozens of ships", "dozens = 24..100"),
        ("hundreds of thousands fled", "hundreds of thousands = 200000..1000000"),
        ("the several hundred ships", "several hundred = 300..1000"),
        ("several hundred ships", "several hundred = 300..1000"),
        ("a few ships", "a few = 3..7"),
        ("a couple of hundred ships", "a couple of hundred = 200..300"),
        ("twenty-first", "twenty-first = 21"),
        ("the two hundredth", "two hundredth = 200"),
        ("one hundred and fifth", "one hundred and fifth = 105"),
    ] {
        assert_eq!(numbers(text), [found], "{text}");
    }
}

#[test]
fn several_numbers() {
    for (text, found) in [
        ("between one hundred and two hundred", &["one hundred = 100", "two hundred = 200"][..]),
        ("two hundred and three hundred", &["two hundred = 200", "three hundred = 300"]),
        ("5 or 6", &["5 = 5", "6 = 6"]),
        ("20-30 people", &["20 = 20", "30 = 30"]),
        ("2 -7", &["2 = 2", "7 = 7"]),
        ("10 minus 5", &["10 = 10", "5 = 5"]),
        ("2 100-metre races", &["2 = 2", "100 = 100"]),
        ("5/17/2018", &["5 = 5", "17 = 17", "2018 = 2018"]),
        ("the third quarter", &["third = 3"]),
    ] {
        assert_eq!(numbers(text), found, "{text}");
    }
}

#[test]
fn a_column_keeps_its_signs() {
    assert_eq!(numbers("118.2 2.5 -6.2"), ["118.2 = 118.2", "2.5 = 2.5", "-6.2 = -6.2"]);
    assert_eq!(numbers("2.5 -7.5 g"), ["2.5 = 2.5", "7.5 = 7.5"]);
}

#[test]
fn no_numbers() {
    for text in ["version 3.2.1", "the quarter ended", "a man and a plan", "hundred", "the several states", ""] {
        assert_eq!(numbers(text), [""; 0], "{text}");
    }
}

#[test]
fn forms_and_places() {
    use NumeralForm::{Digits, Fraction, Group, Ordinal, Scaled, Suffixed, Words};
    for (text, form, place) in [
        ("12,000", Digits, "1000"),
        ("34", Digits, "1"),
        ("1.50", Digits, "0.01"),
        ("1.5 million", Scaled, "100000"),
        ("1.5m", Suffixed, "100000"),
        ("two hundred", Words, "100"),
        ("two and a half billion", Words, "100000000"),
        ("half a million", Words, "100000"),
        ("2½", Digits, "0.1"),
        ("two-thirds", Fraction, "0"),
        ("1/3", Fraction, "0"),
        ("a dozen", Group, "1"),
        ("47th", Ordinal, "1"),
    ] {
        let (_, found, places) = one(text);
        assert_eq!((found, places.as_str()), (form, place), "{text}");
    }
}
