//! The keys of a mapping, each read as what it must be; whatever is wrong is noted and read on.

use std::collections::HashMap;

use jiff::civil;

use super::Origin;
use super::error::{LoadError, Problem};
use super::stated::{self, Setting};
use super::traps;
use super::tree::{Content, Node, Place};
use crate::lexicon::Usage;
use crate::value::Date;

/// The file that is being read, and what is known of all files so far.
pub(crate) struct Reader<'f, 't> {
    pub(super) file: &'f str,
    pub(super) text: &'f str,
    /// What its author means by bare words.
    pub(super) usage: Usage,
    /// Where each id was first given.
    pub(super) ids: HashMap<String, Origin>,
    pub(super) transcripts: Transcripts<'t>,
    pub(super) errors: Vec<LoadError>,
}

/// A mapping's keys and values, none of them twice.
#[derive(Clone, Copy)]
pub(crate) struct Entries<'n, 'y> {
    pub(super) node: &'n Node<'y>,
    pairs: &'n [(Node<'y>, Node<'y>)],
}

impl<'n, 'y> Entries<'n, 'y> {
    /// The value of a key, where the key is there and has one.
    pub(crate) fn get(self, key: &str) -> Option<&'n Node<'y>> {
        let (_, value) = self.pairs.iter().find(|(name, _)| name.text() == Some(key))?;
        (!value.is_nothing()).then_some(value)
    }

    /// The key itself, where it is there.
    pub(crate) fn key(self, key: &str) -> Option<&'n Node<'y>> {
        self.pairs.iter().map(|(name, _)| name).find(|name| name.text() == Some(key))
    }
}

/// How the text of a transcript is had: from the name of the file and the path in it.
pub(super) type Transcripts<'t> = &'t mut dyn FnMut(&str, &str) -> Result<String, String>;

impl<'f, 't> Reader<'f, 't> {
    /// A reader of a file's name and text that knows of no other file.
    pub(super) fn new((file, text): (&'f str, &'f str), usage: Usage, transcripts: Transcripts<'t>) -> Self {
        Self { file, text, usage, ids: HashMap::new(), transcripts, errors: Vec::new() }
    }

    /// What is known before a value is read that is told from this day.
    pub(super) fn setting(&self, now: Option<civil::Date>) -> Setting {
        Setting { now, usage: self.usage }
    }
}

impl Reader<'_, '_> {
    /// Notes what is wrong with a node.
    pub(crate) fn report(&mut self, node: &Node<'_>, problem: Problem) {
        self.report_at(node.head(), problem);
    }

    /// Notes what is wrong at a place.
    pub(super) fn report_at(&mut self, place: Place, problem: Problem) {
        let origin = self.origin(place);
        self.errors.push(LoadError { origin, span: place.span(self.text), problem });
    }

    /// A place of the file as messages name it.
    pub(super) fn origin(&self, place: Place) -> Origin {
        Origin { file: self.file.to_owned(), line: place.line, column: place.column }
    }

    /// A mapping's entries, after its keys have been held against the known ones.
    pub(crate) fn entries<'n, 'y>(
        &mut self,
        name: &str,
        node: &'n Node<'y>,
        known: &[&'static str],
    ) -> Option<Entries<'n, 'y>> {
        let Content::Map(pairs) = &node.content else {
            self.wrong_type(name, node, "a mapping");
            return None;
        };
        for (index, pair) in pairs.iter().enumerate() {
            let (key, value) = pair;
            let before = index.checked_sub(1).map(|before| &pairs[before]);
            let name = key.text().unwrap_or_default();
            if let Some(first) = pairs[..index].iter().find(|(other, _)| other.text() == Some(name)) {
                self.report(key, Problem::DuplicateKey { key: name.to_owned(), first: first.0.place.line });
            } else if !known.contains(&name) {
                let problem = traps::split_pair(self.text, before, pair).unwrap_or_else(|| Problem::UnknownKey {
                    key: name.to_owned(),
                    nearest: meant(name, known).or_else(|| nearest(name, known.iter().copied())),
                    known: known.to_vec(),
                });
                self.report(key, problem);
            } else if value.is_nothing() {
                self.report(key, Problem::NoValue { key: name.to_owned() });
            }
        }
        Some(Entries { node, pairs })
    }

    /// A key's text.
    pub(crate) fn text<'n>(&mut self, entries: Entries<'n, '_>, key: &str) -> Option<&'n str> {
        let node = entries.get(key)?;
        let Some(text) = node.text() else {
            self.wrong_type(key, node, "text");
            return None;
        };
        if let Some(problem) = traps::cut_by_comment(self.text, node) {
            self.report(node, problem);
            return None;
        }
        let text = text.trim();
        if text.is_empty() {
            self.report(node, Problem::NoValue { key: key.to_owned() });
            return None;
        }
        Some(text)
    }

    /// A key's text, copied.
    pub(super) fn string(&mut self, entries: Entries<'_, '_>, key: &str) -> Option<String> {
        self.text(entries, key).map(str::to_owned)
    }

    /// A key's alternatives: a text, or a list of them.
    pub(crate) fn texts(&mut self, entries: Entries<'_, '_>, key: &str) -> Vec<String> {
        let Some(node) = entries.get(key) else { return Vec::new() };
        let Content::List(items) = &node.content else { return self.string(entries, key).into_iter().collect() };
        let mut texts = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| &items[before]);
            if let Some(problem) = before.and_then(|before| traps::split_item(self.text, before, item)) {
                self.report(item, problem);
            } else if let Some(text) = item.text().map(str::trim).filter(|text| !text.is_empty()) {
                texts.push(text.to_owned());
            } else {
                self.wrong_type(key, item, "text or a list of texts");
            }
        }
        texts
    }

    /// A key's date, as precise as it is written.
    pub(super) fn date(&mut self, entries: Entries<'_, '_>, key: &str, now: Option<civil::Date>) -> Option<Date> {
        let text = self.text(entries, key)?;
        stated::date(text, self.setting(now)).map_err(|problem| self.report_value(entries, key, problem)).ok()
    }

    /// A key's day.
    pub(super) fn day(&mut self, entries: Entries<'_, '_>, key: &str) -> Option<civil::Date> {
        let date = self.date(entries, key, None)?;
        if let Date::Day(day) = date {
            return Some(day);
        }
        let text = entries.get(key)?.text()?.to_owned();
        self.report_value(entries, key, Problem::NotADay { text });
        None
    }

    /// A key's choice among words.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        entries: Entries<'_, '_>,
        key: &'static str,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        let text = self.text(entries, key)?;
        let found = choices.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
        if found.is_none() {
            let all: Vec<&'static str> = choices.iter().map(|(name, _)| *name).collect();
            let nearest = nearest(text, all.iter().copied());
            self.report_value(entries, key, Problem::NotOneOf { key, text: text.to_owned(), nearest, all });
        }
        found.map(|(_, choice)| *choice)
    }

    /// Notes what is wrong with a key's value.
    pub(crate) fn report_value(&mut self, entries: Entries<'_, '_>, key: &str, problem: Problem) {
        self.report(entries.get(key).unwrap_or(entries.node), problem);
    }

    /// Notes that a period ends before it begins.
    pub(super) fn check_period(&mut self, entries: Entries<'_, '_>, from: Option<Date>, until: Option<Date>) {
        if let (Some(from), Some(until)) = (from, until)
            && let (Some((first, _)), Some((_, last))) = (from.days(), until.days())
            && last < first
        {
            self.report_value(
                entries,
                "until",
                Problem::Backwards { from: from.to_string(), until: until.to_string() },
            );
        }
    }

    pub(crate) fn wrong_type(&mut self, key: &str, node: &Node<'_>, expected: &'static str) {
        self.report(node, Problem::WrongType { key: key.to_owned(), expected, found: node.described() });
    }
}

/// The known key that another word for the same thing was meant to be.
fn meant(key: &str, known: &[&'static str]) -> Option<&'static str> {
    const SYNONYMS: [(&str, &[&str]); 9] = [
        ("person", &["name", "who"]),
        ("value", &["figure", "number", "amount"]),
        ("fact", &["claim", "sentence", "text"]),
        ("source", &["url", "link", "reference"]),
        ("from", &["start", "valid-from"]),
        ("until", &["to", "end", "valid-until", "valid-to"]),
        ("by", &["speaker", "said-by", "author"]),
        ("role", &["office", "title", "post"]),
        ("defaults", &["default", "common"]),
    ];
    let (key, _) = SYNONYMS.into_iter().find(|(_, others)| others.contains(&key))?;
    known.contains(&key).then_some(key)
}

/// The known word that a misspelled one was meant to be, if any is near enough.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let near = known.into_iter().map(|known| (strsim::osa_distance(word, known), known));
    let (distance, known) = near.min_by_key(|(distance, _)| *distance)?;
    (distance <= known.chars().count().div_ceil(3)).then_some(known)
}
