//! Compiles the YAML folders beside it into static tables: one row a unit, one entry a first word,
//! and an open-addressed table of hashes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use kinds::Kinds;

#[path = "build/begins.rs"]
mod begins;
#[path = "build/dates.rs"]
mod dates;
mod hash;
#[path = "build/kinds.rs"]
mod kinds;
#[path = "build/locales.rs"]
mod locales;
#[expect(unreachable_pub, reason = "the library exports it")]
mod split;
#[path = "build/titles.rs"]
mod titles;
#[path = "build/units.rs"]
mod units;

/// The locale that the data is written in.
const USUAL: &str = "en-US";

/// A phrase with one meaning, as Rust source.
struct Meaning {
    phrase: String,
    exact: bool,
    sense: String,
}

#[derive(Default)]
struct Lexicon {
    meanings: Vec<Meaning>,
    /// Units and currencies by their ids, as Rust source.
    units: Vec<(String, String)>,
    /// The units and currencies whose bare words stand for others in some countries.
    bare: BTreeSet<String>,
    locales: Vec<String>,
    synonyms: Vec<Vec<String>>,
    /// Postal codes of states, and how articles shorten their names.
    states: Vec<(String, String)>,
    readings: Vec<(String, String, String)>,
    governing: Vec<String>,
    holding: Vec<String>,
    leading: Vec<(String, Vec<String>)>,
    /// Text from the data itself and what must be found in it, with the locale in which it is.
    examples: Vec<(String, String, String)>,
}

impl Lexicon {
    fn add(&mut self, phrase: &str, sense: impl Into<String>) {
        self.meanings.push(Meaning { phrase: phrase.to_owned(), exact: false, sense: sense.into() });
    }

    /// A phrase whose case tells: "MW" is not "mW".
    fn add_exact(&mut self, phrase: &str, sense: impl Into<String>) {
        self.meanings.push(Meaning { phrase: phrase.to_owned(), exact: true, sense: sense.into() });
    }

    fn add_all(&mut self, phrases: &[String], sense: &str) {
        for phrase in phrases {
            self.add(phrase, sense);
        }
    }

    /// The dimension of the unit in a sense, which has it by its place in the table: 12 in brackets.
    fn dimension(&self, unit: &str) -> &str {
        let place =
            unit.split_once('[').and_then(|(_, rest)| rest.split_once(']')).and_then(|(place, _)| place.parse().ok());
        let source = place.and_then(|place: usize| self.units.get(place)).map_or("", |(_, source)| source);
        let dimension = source.split_once("Dimension::").map_or("", |(_, rest)| rest);
        dimension.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
    }

    fn add_examples(&mut self, examples: BTreeMap<String, String>) {
        self.examples.extend(examples.into_iter().map(|(text, found)| (USUAL.to_owned(), text, found)));
    }
}

fn main() {
    let manifest = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let home = manifest.join("src/lexicon");
    println!("cargo::rerun-if-changed={}", home.display());
    let mut lexicon = Lexicon::default();
    let english = home.join("en");
    numbers(&mut lexicon, read(&english, "numbers"));
    units::units(&mut lexicon, read(&english, "units"));
    units::currencies(&mut lexicon, read(&english, "currencies"));
    locales::locales(&mut lexicon, read(&english, "locales"));
    hedges(&mut lexicon, read(&english, "hedges"));
    dates::dates(&mut lexicon, read(&english, "dates"));
    titles::add(&mut lexicon, &read(&english, "titles"));
    traps(&mut lexicon, read(&english, "traps"));
    changes(&mut lexicon, read(&english, "changes"));
    sums(&mut lexicon, &read(&english, "sums"));
    for name in [
        "words",
        "contests",
        "clauses",
        "verbs",
        "names",
        "places",
        "nouns",
        "speech",
        "abbreviations",
        "measures",
        "ratios",
        "ranks",
    ] {
        plain_lists(&mut lexicon, &read(&english, name));
    }
    lexicon.synonyms = read(&english, "synonyms");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    std::fs::write(out.join("lexicon.rs"), render(&lexicon)).expect("OUT_DIR is writable");
}

fn read<T: DeserializeOwned>(folder: &Path, name: &str) -> T {
    let path = folder.join(name).with_extension("yaml");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_yaml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbers {
    cardinals: BTreeMap<String, u8>,
    scales: BTreeMap<String, u8>,
    suffixes: BTreeMap<String, u8>,
    ordinals: BTreeMap<String, u32>,
    fractions: BTreeMap<String, u64>,
    groups: BTreeMap<String, u32>,
    vague: BTreeMap<String, (u64, u64)>,
    /// Only after "a".
    vague_after_article: BTreeMap<String, (u64, u64)>,
    multiples: BTreeMap<String, u8>,
    examples: BTreeMap<String, String>,
}

fn numbers(lexicon: &mut Lexicon, numbers: Numbers) {
    for (word, value) in &numbers.cardinals {
        lexicon.add(word, format!("Sense::Cardinal({value})"));
    }
    for (word, power) in &numbers.scales {
        lexicon.add(word, format!("Sense::Scale({power})"));
    }
    for (word, power) in &numbers.suffixes {
        lexicon.add(word, format!("Sense::ScaleSuffix({power})"));
    }
    for (word, rank) in &numbers.ordinals {
        lexicon.add(word, format!("Sense::Ordinal({rank})"));
    }
    for (word, parts) in &numbers.fractions {
        lexicon.add(word, format!("Sense::Fraction({parts})"));
    }
    for (word, size) in &numbers.groups {
        lexicon.add(word, format!("Sense::Group({size})"));
    }
    for (word, (low, high)) in &numbers.vague {
        lexicon.add(word, format!("Sense::Vague({low}, {high})"));
    }
    for (word, (low, high)) in &numbers.vague_after_article {
        lexicon.add(word, format!("Sense::VagueAfterArticle({low}, {high})"));
    }
    for (word, factor) in &numbers.multiples {
        lexicon.add(word, format!("Sense::Multiple({factor})"));
    }
    lexicon.add_examples(numbers.examples);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hedges {
    /// By the name of the hedge.
    before: BTreeMap<String, Vec<String>>,
    /// Phrases of `before` that often mean something else.
    loose: Vec<String>,
    /// Before an hour of the clock alone.
    clock: BTreeMap<String, Vec<String>>,
    after: BTreeMap<String, Vec<String>>,
    examples: BTreeMap<String, String>,
}

fn hedges(lexicon: &mut Lexicon, hedges: Hedges) {
    for (hedge, phrases) in &hedges.before {
        lexicon.add_all(phrases, &format!("Sense::HedgeBefore(Hedge::{hedge})"));
    }
    lexicon.add_all(&hedges.loose, "Sense::LooseHedge");
    for (hedge, phrases) in &hedges.clock {
        lexicon.add_all(phrases, &format!("Sense::HedgeClock(Hedge::{hedge})"));
    }
    for (hedge, phrases) in &hedges.after {
        lexicon.add_all(phrases, &format!("Sense::HedgeAfter(Hedge::{hedge})"));
    }
    lexicon.add_examples(hedges.examples);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Traps {
    idioms: Vec<String>,
    names: Vec<String>,
    /// By the name of the trap.
    designators: BTreeMap<String, Vec<String>>,
    streets: Vec<String>,
    formations: Vec<String>,
    bearers: Vec<String>,
    citers: Vec<String>,
    prefixes: Vec<String>,
    examples: BTreeMap<String, String>,
}

fn traps(lexicon: &mut Lexicon, traps: Traps) {
    lexicon.add_all(&traps.idioms, "Sense::Trap(Trap::Idiom)");
    for name in &traps.names {
        // "60 Minutes" is a programme and "3M" a company, "60 minutes" and "3m" are figures.
        if name.starts_with(|first: char| first.is_ascii_digit()) {
            lexicon.add_exact(name, "Sense::Trap(Trap::Name)");
        } else {
            lexicon.add(name, "Sense::Trap(Trap::Name)");
        }
    }
    for (trap, phrases) in &traps.designators {
        let sense = format!("Sense::Designator(Trap::{trap})");
        for phrase in phrases {
            if phrase.chars().any(char::is_uppercase) {
                lexicon.add_exact(phrase, &sense);
            } else {
                lexicon.add(phrase, &sense);
            }
        }
    }
    for street in &traps.streets {
        lexicon.add_exact(street, "Sense::Street");
    }
    for formation in &traps.formations {
        lexicon.add_exact(formation, "Sense::Formation");
    }
    lexicon.add_all(&traps.bearers, "Sense::Bearer");
    lexicon.add_all(&traps.prefixes, "Sense::Prefix");
    for citer in &traps.citers {
        lexicon.add_exact(citer, "Sense::Citer");
    }
    lexicon.add_examples(traps.examples);
}

/// Words of movement by direction: `Up: [rose]`.
type Directions = BTreeMap<String, Vec<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Changes {
    moves: Directions,
    moved: Directions,
    nouns: Directions,
    thermal: Directions,
    adverbs: Directions,
    idle: Directions,
    examples: BTreeMap<String, String>,
}

fn changes(lexicon: &mut Lexicon, changes: Changes) {
    let forms = [
        (changes.moves, "Moves"),
        (changes.moved, "Moved"),
        (changes.nouns, "Noun"),
        (changes.thermal, "Thermal"),
        (changes.adverbs, "Adverb"),
        (changes.idle, "Idle"),
    ];
    for (directions, form) in &forms {
        for (direction, words) in directions {
            lexicon.add_all(words, &format!("Sense::Movement(Direction::{direction}, Movement::{form})"));
        }
    }
    lexicon.add_examples(changes.examples);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sums {
    lists: BTreeMap<String, Vec<String>>,
    /// By what they tell of parts and their whole.
    parts: BTreeMap<String, Vec<String>>,
    /// Verbs by the form they stand for.
    gives: BTreeMap<String, Vec<String>>,
    /// Words for a way that lengths run, by the plainest.
    extents: BTreeMap<String, Vec<String>>,
    /// Nouns, by the verb that gives the same.
    qualities: BTreeMap<String, Vec<String>>,
    /// Headers of columns, by the verb that gives the same.
    columns: BTreeMap<String, Vec<String>>,
    /// How many times, as a numerator and a denominator.
    factors: BTreeMap<String, (u8, u8)>,
    halves: Vec<(String, String)>,
    /// Units that are also written for another.
    readings: Vec<(String, String, String)>,
}

fn sums(lexicon: &mut Lexicon, sums: &Sums) {
    plain_lists(lexicon, &sums.lists);
    for (told, phrases) in &sums.parts {
        lexicon.add_all(phrases, &format!("Sense::Adding(Adding::{told})"));
    }
    let measures =
        [("Gives", &sums.gives), ("Extends", &sums.extents), ("Quality", &sums.qualities), ("Heads", &sums.columns)];
    for (sense, words) in measures {
        for (name, forms) in words {
            lexicon.add_all(forms, &format!("Sense::{sense}({name:?})"));
        }
    }
    lexicon.readings.clone_from(&sums.readings);
    for (word, (times, parts)) in &sums.factors {
        lexicon.add(word, format!("Sense::Factor({times}, {parts})"));
    }
    for (pair, (one, other)) in sums.halves.iter().enumerate() {
        lexicon.add(one, format!("Sense::Adding(Adding::Half({pair}, Side::One))"));
        lexicon.add(other, format!("Sense::Adding(Adding::Half({pair}, Side::Other))"));
    }
}

/// Lists whose name is the sense itself: `Negation: [not, never]`.
fn plain_lists(lexicon: &mut Lexicon, lists: &BTreeMap<String, Vec<String>>) {
    for (sense, phrases) in lists {
        lexicon.add_all(phrases, &format!("Sense::{sense}"));
    }
}

/// The words of a phrase, in lower case, split as the tokenizer splits a draft.
fn words(phrase: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut at = split::skip_space(phrase, 0);
    while at < phrase.len() {
        let (end, _) = split::piece(phrase, at);
        words.push(phrase[at..end].to_ascii_lowercase());
        at = split::skip_space(phrase, end);
    }
    words
}

/// The words of a phrase after its first, and its exact form where case tells.
type Rest = (Vec<String>, Option<String>);

/// The phrases that a word begins, with their senses.
type Phrases = BTreeMap<Rest, Vec<String>>;

fn render(lexicon: &Lexicon) -> String {
    // Short words first: they are the common ones, and what is known of them is at hand together.
    let mut entries: BTreeMap<(usize, String), Phrases> = BTreeMap::new();
    for meaning in &lexicon.meanings {
        let mut rest = words(&meaning.phrase);
        assert!(!rest.is_empty(), "a phrase of the lexicon is empty");
        let first = rest.remove(0);
        let exact = meaning.exact.then(|| meaning.phrase.clone());
        let senses = entries.entry((first.len(), first)).or_default().entry((rest, exact)).or_default();
        if !senses.contains(&meaning.sense) {
            senses.push(meaning.sense.clone());
        }
    }
    let mut out = String::new();
    writeln!(out, "pub(super) static UNITS: [UnitDefinition; {}] = [", lexicon.units.len()).expect("a string grows");
    for (_, unit) in &lexicon.units {
        writeln!(out, "    {unit},").expect("a string grows");
    }
    writeln!(out, "];\npub(super) static ENTRIES: [Entry; {}] = [", entries.len()).expect("a string grows");
    let mut begins = begins::Table::default();
    let kinds = Kinds::of(lexicon);
    let (mut alone_kinds, mut all_kinds) = (Vec::new(), Vec::new());
    let numbers: BTreeMap<&str, usize> = entries.keys().map(|(_, word)| word.as_str()).zip(1..).collect();
    for ((_, word), phrases) in &entries {
        let mut phrases: Vec<_> = phrases.iter().collect();
        phrases.sort_by_key(|((rest, exact), _)| (std::cmp::Reverse(rest.len()), exact.is_none()));
        begins.push(begins::before(lexicon, word, &phrases));
        let alone = phrases.iter().find(|((rest, exact), _)| rest.is_empty() && exact.is_none());
        let alone = alone.map_or(&[][..], |(_, senses)| senses);
        alone_kinds.push(kinds.bits(alone));
        all_kinds.push(phrases.iter().fold(0, |bits, (_, senses)| bits | kinds.bits(senses)));
        let alone = alone.join(", ");
        write!(out, "    Entry {{ word: {word:?}, alone: &[{alone}], phrases: &[").expect("a string grows");
        for ((rest, exact), senses) in phrases {
            // A word with an apostrophe is written in two ways, and only one of them is looked up.
            let next = rest.first().filter(|word| !word.contains('\''));
            let next = next.and_then(|word| numbers.get(word.as_str())).copied().unwrap_or_default();
            let senses = senses.join(", ");
            write!(out, "Phrase {{ rest: &{rest:?}, next: Word::numbered({next}), ").expect("a string grows");
            write!(out, "exact: {exact:?}, senses: &[{senses}] }}, ").expect("a string grows");
        }
        writeln!(out, "] }},").expect("a string grows");
    }
    writeln!(out, "];").expect("a string grows");
    begins.render(&mut out);
    let count = entries.len();
    writeln!(out, "pub(super) static ALONE: [u64; {count}] = {alone_kinds:?};").expect("a string grows");
    writeln!(out, "pub(super) static IN_PHRASES: [u64; {count}] = {all_kinds:?};").expect("a string grows");
    kinds.render(&mut out);
    let words: Vec<&str> = entries.keys().map(|(_, word)| word.as_str()).collect();
    render_hashes(&mut out, &words);
    let groups: Vec<String> = lexicon.synonyms.iter().map(|group| format!("&{group:?}")).collect();
    writeln!(out, "pub(super) static SYNONYMS: &[&[&str]] = &[{}];", groups.join(", ")).expect("a string grows");
    writeln!(out, "pub(super) static STATES: &[(&str, &str)] = &{:?};", lexicon.states).expect("a string grows");
    writeln!(out, "pub(super) static READINGS: &[(&str, &str, &str)] = &{:?};", lexicon.readings)
        .expect("a string grows");
    writeln!(out, "pub(super) static GOVERNING: &[&str] = &{:?};", lexicon.governing).expect("a string grows");
    writeln!(out, "pub(super) static HOLDING: &[&str] = &{:?};", lexicon.holding).expect("a string grows");
    let leading: Vec<String> =
        lexicon.leading.iter().map(|(office, deeds)| format!("({office:?}, &{deeds:?})")).collect();
    writeln!(out, "pub(super) static LEADING: &[(&str, &[&str])] = &[{}];", leading.join(", "))
        .expect("a string grows");
    writeln!(out, "pub(super) static LOCALES: &[Locale] = &[{}];", lexicon.locales.join(", ")).expect("a string grows");
    writeln!(out, "pub(super) static EXAMPLES: &[(&str, &str, &str)] = &{:?};", lexicon.examples)
        .expect("a string grows");
    out
}

fn render_hashes(out: &mut String, words: &[&str]) {
    let size = (words.len() * 3).next_power_of_two();
    let mut slots = vec![0_u16; size];
    let keys: Vec<hash::Key> = words.iter().map(|word| hash::key(word.as_bytes(), 0, word.len())).collect();
    for (index, (word, key)) in words.iter().zip(&keys).enumerate() {
        let mut slot = hash::hash(*key, word.len()) as usize % size;
        while slots[slot] != 0 {
            slot = (slot + 1) % size;
        }
        slots[slot] = u16::try_from(index + 1).expect("fewer than 65,535 first words");
    }
    writeln!(out, "pub(super) static SLOTS: [u16; {size}] = {slots:?};").expect("a string grows");
    let (first, last): (Vec<u64>, Vec<u64>) = keys.into_iter().unzip();
    writeln!(out, "pub(super) static FIRST: [u64; {}] = {first:?};", first.len()).expect("a string grows");
    let lengths: Vec<u8> = words.iter().map(|word| u8::try_from(word.len()).expect("no word is so long")).collect();
    writeln!(out, "pub(super) static LENGTHS: [u8; {}] = {lengths:?};", lengths.len()).expect("a string grows");
    writeln!(out, "pub(super) static LAST: [u64; {}] = {last:?};", last.len()).expect("a string grows");
}
