//! The kinds of sense as bits, by which a word is asked at a glance whether it has any of a kind.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Lexicon;

/// The kinds of sense as patterns, the commonest first.
pub(super) struct Kinds(Vec<String>);

impl Kinds {
    /// How many kinds have a bit of their own.
    const OWN: usize = 40;

    pub(super) fn of(lexicon: &Lexicon) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for meaning in &lexicon.meanings {
            *counts.entry(pattern(&meaning.sense)).or_default() += 1;
        }
        let mut kinds: Vec<_> = counts.into_iter().collect();
        kinds.sort_by_key(|(_, count)| Reverse(*count));
        Self(kinds.into_iter().map(|(kind, _)| kind).collect())
    }

    /// The bit of the kind of this place: rarer kinds share theirs.
    fn bit(place: usize) -> u64 {
        let shared = 64 - Self::OWN;
        1 << if place < Self::OWN { place } else { Self::OWN + (place - Self::OWN) % shared }
    }

    /// The bits of all these senses.
    pub(super) fn bits(&self, senses: &[String]) -> u64 {
        let place = |sense: &String| self.0.iter().position(|kind| *kind == pattern(sense));
        senses.iter().filter_map(place).fold(0, |bits, place| bits | Self::bit(place))
    }

    pub(super) fn render(&self, out: &mut String) {
        writeln!(out, "#[inline]\npub(super) const fn kind(sense: Sense) -> u64 {{\n    match sense {{")
            .expect("a string grows");
        let mut arms: BTreeMap<u64, Vec<&str>> = BTreeMap::new();
        for (place, kind) in self.0.iter().enumerate() {
            arms.entry(Self::bit(place)).or_default().push(kind);
        }
        for (bit, kinds) in arms {
            writeln!(out, "        {} => {bit},", kinds.join(" | ")).expect("a string grows");
        }
        writeln!(out, "    }}\n}}").expect("a string grows");
    }
}

/// The pattern that all senses of the kind of this one fit.
fn pattern(sense: &str) -> String {
    let (kind, detail) = kind_of(sense);
    let any = |detail: &str| if detail.is_empty() { "" } else { "(..)" };
    match detail.strip_prefix("Adding::").map(kind_of) {
        // Each of them is asked for by itself.
        Some((own, detail)) => format!("Sense::{kind}(Adding::{own}{})", any(detail)),
        None => format!("Sense::{kind}{}", any(detail)),
    }
}

/// The name of a sense and the detail in its brackets: "Cardinal" and "20".
pub(super) fn kind_of(sense: &str) -> (&str, &str) {
    let sense = sense.strip_prefix("Sense::").unwrap_or(sense);
    sense.split_once('(').map_or((sense, ""), |(kind, detail)| (kind, detail.strip_suffix(')').unwrap_or(detail)))
}
