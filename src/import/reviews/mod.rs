//! `ClaimReview` of schema.org → statements that hold or do not.
//!
//! <https://schema.org/ClaimReview>: what fact checkers publish in their pages and feeds, a claim with its rating.
//! A claim that is true and has figures becomes a sentence whose figures are checked; any other becomes a statement.

mod claim;
mod rating;

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::error::{Place, Problem};
use super::{Found, Reading, json};
use crate::reference::written::Sketch;
use crate::reference::{self, kebab};
use claim::Claim;
use rating::rated;

/// An object of JSON.
type Object = Map<String, Value>;

/// How many words of a claim its id has.
const WORDS: usize = 8;

/// Reads a page, a review or a feed of them.
pub(super) fn read(text: &str, reading: &mut Reading<'_>) {
    let values = json::values(text, reading);
    let mut objects = Vec::new();
    for value in &values {
        collect(value, &mut objects);
    }
    if objects.is_empty() && reading.errors.is_empty() {
        return reading.report(Place::File, Problem::NotThis(reading.format));
    }
    let mut told = Told::default();
    for (index, object) in objects.into_iter().enumerate() {
        let place = Place::Review(index + 1);
        match review(object, &place, reading) {
            Ok(Some(review)) => told.add(&review, place, reading),
            Ok(None) => {}
            Err(problem) => reading.report(place, problem),
        }
    }
    reading.found.extend(told.found.into_iter().flatten().map(|(_, found)| found));
}

/// The reviews in a value, however deep: of a graph, of a feed's items.
fn collect<'j>(value: &'j Value, found: &mut Vec<&'j Object>) {
    match value {
        Value::Object(object) if is_a(object, "ClaimReview") => found.push(object),
        Value::Object(object) => object.values().for_each(|value| collect(value, found)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn is_a(object: &Object, wanted: &str) -> bool {
    let is = |kind: &Value| kind.as_str().is_some_and(|kind| kind.rsplit(['/', ':']).next() == Some(wanted));
    object.get("@type").is_some_and(|kind| is(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(is)))
}

/// A claim that is so, or is not.
struct Review {
    claim: Claim,
    holds: bool,
    source: String,
    checked: String,
    note: String,
}

/// Reads a review; none where it has been told why it becomes no fact.
fn review(object: &Object, place: &Place, reading: &mut Reading<'_>) -> Result<Option<Review>, Problem> {
    let text = text(object, "claimReviewed").ok_or(Problem::Missing("claimReviewed"))?;
    let rating = first(object, "reviewRating").ok_or(Problem::Missing("reviewRating"))?;
    let checked = text_of_day(object, "datePublished")?;
    let item = first(object, "itemReviewed");
    let said_on = item.map_or(Ok(String::new()), |item| text_of_day(item, "datePublished"))?;
    let (holds, called) = match rated(rating) {
        (Some(holds), called) => (holds, called),
        (None, called) if called.is_empty() => return Err(Problem::Missing("reviewRating.alternateName")),
        (None, called) => {
            reading.skip(place.clone(), format!("it is rated '{called}', neither true nor false"));
            return Ok(None);
        }
    };
    let claim = match claim::read(text) {
        Ok(claim) => claim,
        Err(reason) => {
            reading.skip(place.clone(), format!("'{text}': {reason}"));
            return Ok(None);
        }
    };
    let reviewer = first(object, "author").and_then(name).unwrap_or_default();
    let source = self::text(object, "url").map_or_else(|| reviewer.to_owned(), str::to_owned);
    let sayer = item.and_then(|item| first(item, "author")).and_then(name);
    let note = note(sayer, &said_on, reviewer, &called);
    Ok(Some(Review { claim, holds, source, checked, note }))
}

/// "said by Ada Olsen on 2024-05-02; the Courier rated it 'False'".
fn note(sayer: Option<&str>, day: &str, reviewer: &str, called: &str) -> String {
    let when = if day.is_empty() { String::new() } else { format!(" on {day}") };
    let said = sayer.map(|sayer| format!("said by {sayer}{when}"));
    let rated = (!reviewer.is_empty()).then(|| format!("{reviewer} rated it '{called}'"));
    said.into_iter().chain(rated).collect::<Vec<_>>().join("; ")
}

/// A property that is an object, or the first of several.
fn first<'j>(object: &'j Object, key: &str) -> Option<&'j Object> {
    match object.get(key)? {
        Value::Array(items) => items.iter().find_map(Value::as_object),
        value => value.as_object(),
    }
}

/// A property that is a text with something in it.
fn text<'j>(object: &'j Object, key: &str) -> Option<&'j str> {
    object.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
}

/// The name of a person or an organisation.
fn name(object: &Object) -> Option<&str> {
    text(object, "name")
}

/// The day of a date or of a time stamp; empty where there is none.
fn text_of_day(object: &Object, key: &str) -> Result<String, Problem> {
    let Some(text) = text(object, key) else { return Ok(String::new()) };
    let day = text.split(['T', ' ']).next().filter(|day| day.len() == 10).unwrap_or(text);
    reference::cell("checked", day).map_err(Problem::Fact)?;
    Ok(day.to_owned())
}

/// The claims of a file by their ids; none in the place of one that reviewers disagree on.
#[derive(Default)]
struct Told {
    found: Vec<Option<(bool, Found)>>,
    by_id: HashMap<String, usize>,
}

impl Told {
    fn add(&mut self, review: &Review, place: Place, reading: &mut Reading<'_>) {
        let id = id(&review.claim.text);
        let Some(&first) = self.by_id.get(&id) else {
            self.by_id.insert(id.clone(), self.found.len());
            let sketch = review.sketch(id);
            self.found.push(Some((review.holds, Found { place, sketch })));
            return;
        };
        let reason = match &self.found[first] {
            Some((holds, found)) if *holds == review.holds => format!("it says what{} says", found.place.named()),
            Some((_, found)) => {
                let reason = format!("it is rated otherwise{}: neither becomes a fact", found.place.named());
                self.found[first] = None;
                reason
            }
            None => "reviewers disagree on it".to_owned(),
        };
        reading.skip(place, reason);
    }
}

/// An id made of a claim's first words.
fn id(claim: &str) -> String {
    let words: Vec<String> = claim.split_whitespace().map(|word| word.replace(['.', '\'', '\u{2019}'], "")).collect();
    let short = kebab(&words[..words.len().min(WORDS)].join(" "));
    if short.is_empty() { "claim".to_owned() } else { short }
}

impl Review {
    fn sketch(&self, id: String) -> Sketch {
        let sketch = Sketch::new(id);
        let sketch = if self.holds && self.claim.has_figures {
            sketch.with("fact", self.claim.text.as_str())
        } else {
            sketch
                .with("statement", self.claim.text.as_str())
                .with("subject", vec![self.claim.subject.clone()])
                .with("measure", vec![self.claim.measure.clone()])
                .with("holds", self.holds)
        };
        sketch
            .with("source", self.source.as_str())
            .with("checked", self.checked.as_str())
            .with("note", self.note.as_str())
    }
}
