//! The digits and words that a figure is written with.

use std::ops::Range;

use crate::lexicon::{Sense, Word, words_for};
use crate::value::{Exact, Number};

/// A number in digits inside a core.
#[derive(Clone, Debug)]
pub(super) struct Digits {
    /// Its bytes in the core.
    pub(super) range: Range<usize>,
    /// What it says by itself.
    pub(super) number: Number,
    /// How many digits stand before the point.
    pub(super) whole: usize,
    /// How many digits stand after the point.
    pub(super) decimals: usize,
    /// Whether thousands are grouped with commas.
    pub(super) grouped: bool,
}

/// The numbers in digits inside a core; none where one of them is not plain.
pub(super) fn digits(core: &str) -> Option<Vec<Digits>> {
    let bytes = core.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !is_digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while is_digit(at) || (matches!(bytes.get(at), Some(b'.' | b',')) && is_digit(at + 1)) {
            at += 1;
        }
        found.push(read(core, start..at)?);
    }
    Some(found)
}

/// A number in digits by itself.
pub(super) fn read(core: &str, range: Range<usize>) -> Option<Digits> {
    let text = core.get(range.clone())?;
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let plain = decimals.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = whole.contains(',');
    let whole = whole.replace(',', "");
    let digits = format!("{whole}{decimals}");
    let exponent = -i32::try_from(decimals.len()).ok()?;
    let number = Number::written(digits.parse().ok().filter(|_| plain)?, exponent)?;
    Some(Digits { range, number, whole: whole.len(), decimals: decimals.len(), grouped })
}

/// A value in digits, in the manner of other digits; none where its decimals do not end.
pub(super) fn in_digits(value: Exact, like: &Digits) -> Option<String> {
    let text = value.to_string();
    if text.contains('/') || value.is_negative() {
        return None;
    }
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let bare = like.number.value() >= Exact::from(1000) && !like.grouped;
    let mut new = if bare { whole.to_owned() } else { grouped(whole) };
    // "16.26" says more of a speed than "58,536.00".
    let padding = if whole.len() > like.whole + 1 { 0 } else { like.decimals };
    let places = decimals.len().max(padding);
    if places > 0 {
        new = format!("{new}.{decimals:0<places$}");
    }
    Some(new)
}

/// Digits with a comma between groups of three.
pub(super) fn grouped(digits: &str) -> String {
    let lead = digits.len() % 3;
    let mut new = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && at % 3 == lead {
            new.push(',');
        }
        new.push(digit);
    }
    new
}

/// The words of a core, with their bytes.
pub(super) fn words(core: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = 0;
    core.split(|c: char| !c.is_alphabetic()).filter_map(move |word| {
        let start = at;
        // The splitting character may take several bytes; each is counted once.
        let end = start + word.len();
        at = end + core[end..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start..end, word))
    })
}

/// What a number word says.
pub(super) fn sense(word: &str, wanted: impl Fn(Sense) -> bool) -> Option<Sense> {
    Word::find(word)?.senses().find(|sense| wanted(*sense))
}

/// A whole number from 1 to 99 in words.
pub(super) fn spelled(number: u8) -> Option<String> {
    let word = |number: u8| words_for(Sense::Cardinal(number)).next();
    match (number / 10 * 10, number % 10) {
        (0, 0) | (100.., _) => None,
        (0 | 10, _) | (_, 0) => word(number).map(str::to_owned),
        (tens, unit) => Some(format!("{}-{}", word(tens)?, word(unit)?)),
    }
}

/// A word with a capital, where another has one.
pub(super) fn cased(word: String, like: &str) -> String {
    if !like.starts_with(char::is_uppercase) {
        return word;
    }
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The ending of an ordinal in digits: "st", "nd", "rd", "th".
pub(super) fn ordinal_ending(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        (_, _) => "th",
    }
}

/// Whether "a" or "an" before a core still goes with what replaces it.
pub(super) fn article_stays(before: &str, old: &str, new: &str) -> bool {
    let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let has_article = word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an");
    !has_article || takes_an(old) == takes_an(new)
}

/// "an eight-day", "an 18-year", but "a one-day".
fn takes_an(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let digits: String =
        text.chars().take_while(|c| c.is_ascii_digit() || *c == ',').filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return text.starts_with(['a', 'e', 'i', 'o', 'u']) && !text.starts_with("one") && !text.starts_with("uni");
    }
    let thousands = digits.len() % 3 == 2;
    digits.starts_with('8') || (thousands && (digits.starts_with("11") || digits.starts_with("18")))
}
