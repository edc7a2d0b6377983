//! What a reviewer calls a claim → whether it holds.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::Value;

use super::Object;
use crate::import::json;
use crate::reference;
use crate::value::Exact;

/// The words of reviewers.
pub(super) static WORDS: LazyLock<HashMap<String, Vec<String>>> =
    LazyLock::new(|| reference::table(include_str!("../reviews.yaml")));

/// The ends of a scale that does not say its own: <https://schema.org/Rating>.
const SCALE: (i64, i64) = (1, 5);

/// Whether a rating says that the claim holds, where it says either, and what it calls it. Its words decide; its number
/// only where it has none, and only at the ends of the scale.
pub(super) fn rated(rating: &Object) -> (Option<bool>, String) {
    let words = ["alternateName", "name"].into_iter().find_map(|key| super::text(rating, key));
    if let Some(called) = words {
        return (of_words(called), called.to_owned());
    }
    let Some(value) = number(rating, "ratingValue") else { return (None, String::new()) };
    let worst = number(rating, "worstRating").unwrap_or(SCALE.0.into());
    let best = number(rating, "bestRating").unwrap_or(SCALE.1.into());
    (of_number(value, worst, best), format!("{value} of {best}"))
}

fn of_words(called: &str) -> Option<bool> {
    let plain = plain(called);
    let is = |list: &str| WORDS[list].contains(&plain);
    if is("so") {
        Some(true)
    } else if is("not so") {
        Some(false)
    } else {
        None
    }
}

/// In small letters, without signs: "Pants on Fire!" is "pants on fire".
fn plain(text: &str) -> String {
    let kept: String = text.chars().filter(|c| c.is_alphanumeric() || c.is_whitespace()).collect();
    kept.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number, however it is written.
fn number(rating: &Object, key: &str) -> Option<Exact> {
    let text = match rating.get(key)? {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.trim().to_owned(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
    };
    json::decimal(&text)
}

/// The best rating there is means true, the worst false.
fn of_number(value: Exact, worst: Exact, best: Exact) -> Option<bool> {
    match value {
        _ if best <= worst => None,
        value if value == best => Some(true),
        value if value == worst => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::rated;

    #[test]
    fn words_decide_and_numbers_where_there_are_none() {
        let holds = |rating: serde_json::Value| rated(rating.as_object().expect("an object")).0;
        assert_eq!(holds(json!({"alternateName": "Pants on Fire!", "ratingValue": 5})), Some(false));
        assert_eq!(holds(json!({"alternateName": "Mostly true", "ratingValue": 5})), None);
        assert_eq!(holds(json!({"ratingValue": "1"})), Some(false));
        assert_eq!(holds(json!({"ratingValue": 7, "bestRating": 7})), Some(true));
        assert_eq!(holds(json!({"ratingValue": 3})), None);
        assert_eq!(holds(json!({"ratingValue": -1, "bestRating": -1, "worstRating": -1})), None);
    }
}
