//! Units and currencies: one row of their table each, and every way they are written.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Lexicon;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitRow {
    id: String,
    dimension: String,
    /// Base units in one: a decimal or a fraction, "1609.344" or "5/9".
    factor: String,
    #[serde(default = "zero")]
    offset: String,
    /// Words; the first two, shy ones before, are its singular and plural in output.
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    shy: Vec<String>,
    /// Signs whose case tells: "MW", "°C".
    #[serde(default)]
    symbols: Vec<String>,
    #[serde(default)]
    apart: Vec<String>,
    #[serde(default)]
    tight: Vec<String>,
    /// Those of the above that stand for another unit in other countries.
    #[serde(default)]
    bare: Vec<String>,
    /// The units of time that it is told by, "metres an hour", under the dimension that makes.
    #[serde(default)]
    per: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    examples: BTreeMap<String, String>,
}

impl UnitRow {
    /// So much of the unit in a unit of time, which is so many seconds: "centimeter per year".
    fn per(&self, dimension: &str, time: &str, seconds: &str) -> Self {
        let ((above, below), (seconds, parts)) = (fraction(&self.factor), fraction(seconds));
        let rate = |name: &String| format!("{name} per {time}");
        let article = if time == "hour" { "an" } else { "a" };
        // "m" alone is a million too.
        let signs = self.symbols.iter().filter(|sign| *sign != "m");
        Self {
            id: format!("{}-per-{time}", self.id),
            dimension: dimension.to_owned(),
            factor: format!("{}/{}", above * parts, below * seconds),
            offset: zero(),
            names: self.names.iter().map(rate).collect(),
            shy: Vec::new(),
            symbols: signs
                .flat_map(|sign| [rate(sign), format!("{sign} {article} {time}"), format!("{sign}/{time}")])
                .collect(),
            apart: Vec::new(),
            tight: Vec::new(),
            bare: Vec::new(),
            per: BTreeMap::new(),
            examples: BTreeMap::new(),
        }
    }
}

fn zero() -> String {
    "0".to_owned()
}

pub(crate) fn units(lexicon: &mut Lexicon, mut rows: Vec<UnitRow>) {
    let seconds: BTreeMap<String, String> =
        rows.iter().filter(|row| row.dimension == "Duration").map(|row| (row.id.clone(), row.factor.clone())).collect();
    let rate = |row: &UnitRow, dimension: &str, time: &String| {
        let seconds = seconds.get(time).unwrap_or_else(|| panic!("{time} is no unit of time"));
        row.per(dimension, time, seconds)
    };
    let rates: Vec<UnitRow> = rows
        .iter()
        .flat_map(|row| {
            row.per.iter().flat_map(move |(dimension, times)| times.iter().map(move |time| (row, dimension, time)))
        })
        .map(|(row, dimension, time)| rate(row, dimension, time))
        .collect();
    rows.extend(rates);
    for row in rows {
        let unit = format!("Unit::new(&UNITS[{}])", lexicon.units.len());
        let mut words = row.shy.iter().chain(&row.names);
        let singular = words.next().unwrap_or_else(|| panic!("{} has no name", row.id));
        let names = (singular.as_str(), words.next().unwrap_or(singular).as_str());
        let source = unit_source(&row.id, &row.dimension, &row.factor, &row.offset, names);
        let bare = Bare::of(lexicon, &row.id, row.bare, &[&row.names, &row.symbols]);
        lexicon.units.push((row.id, source));
        for (names, form) in [(&row.names, "Name"), (&row.shy, "Shy")] {
            for name in names {
                for spelling in spellings(name) {
                    lexicon.add(&spelling, format!("Sense::Unit({unit}, UnitForm::{form})"));
                    bare.mark(name, |sense| lexicon.add(&spelling, sense));
                }
            }
        }
        for (signs, form) in [(&row.symbols, "Symbol"), (&row.apart, "Apart"), (&row.tight, "Tight")] {
            for sign in signs {
                lexicon.add_exact(sign, format!("Sense::Unit({unit}, UnitForm::{form})"));
                bare.mark(sign, |sense| lexicon.add_exact(sign, sense));
            }
        }
        lexicon.add_examples(row.examples);
    }
}

/// Which words for a unit stand for others in other countries.
struct Bare(Vec<String>);

impl Bare {
    fn of(lexicon: &mut Lexicon, id: &str, words: Vec<String>, all: &[&[String]]) -> Self {
        for word in &words {
            assert!(all.iter().any(|own| own.contains(word)), "{word:?} is no word for {id}");
        }
        if !words.is_empty() {
            lexicon.bare.insert(id.to_owned());
        }
        Self(words)
    }

    /// Adds the sense to a word that is one of them.
    fn mark(&self, word: &str, add: impl FnOnce(&str)) {
        if self.0.iter().any(|own| own == word) {
            add("Sense::Bare");
        }
    }
}

/// A unit's name in every spelling: British, with "a" for "per", with hyphens for spaces.
fn spellings(name: &str) -> Vec<String> {
    let mut all = vec![name.to_owned()];
    let british = name.replace("meter", "metre").replace("liter", "litre");
    if british != name {
        all.push(british);
    }
    for (per, article) in [
        ("per second", "a second"),
        ("per minute", "a minute"),
        ("per hour", "an hour"),
        ("per day", "a day"),
        ("per week", "a week"),
        ("per month", "a month"),
        ("per year", "a year"),
    ] {
        if name.ends_with(per) {
            let rates: Vec<_> = all.iter().map(|name| name.replace(per, article)).collect();
            all.extend(rates);
        }
    }
    let hyphened: Vec<_> = all.iter().filter(|name| name.contains(' ')).map(|name| name.replace(' ', "-")).collect();
    all.extend(hyphened);
    all
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CurrencyRow {
    id: String,
    /// Before the figure or after it: "$", "US$".
    #[serde(default)]
    symbols: Vec<String>,
    #[serde(default)]
    initials: Vec<String>,
    #[serde(default)]
    code: CodePlace,
    /// After the figure; the first two are its singular and plural in output.
    words: Vec<String>,
    #[serde(default)]
    shy: Vec<String>,
    #[serde(default)]
    minor: Vec<String>,
    #[serde(default)]
    pence: Vec<String>,
    /// Those of the above that stand for another currency in other countries.
    #[serde(default)]
    bare: Vec<String>,
    #[serde(default)]
    examples: BTreeMap<String, String>,
}

/// Where a code counts as one.
#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum CodePlace {
    #[default]
    Anywhere,
    After,
    Never,
}

pub(crate) fn currencies(lexicon: &mut Lexicon, rows: Vec<CurrencyRow>) {
    for row in rows {
        let plural = row.words.get(1).unwrap_or(&row.words[0]);
        let unit = format!("Unit::new(&UNITS[{}])", lexicon.units.len());
        let sense = |form: &str| format!("Sense::Currency({unit}, CurrencyForm::{form})");
        let source = unit_source(&row.id, "Currency", "1", "0", (&row.words[0], plural));
        lexicon.units.push((row.id.clone(), source));
        let all: [&[String]; 4] = [&row.words, &row.symbols, &row.minor, &row.pence];
        let bare = Bare::of(lexicon, &row.id, row.bare, &all);
        match row.code {
            CodePlace::Anywhere => lexicon.add_exact(&row.id, sense("Code")),
            CodePlace::After => lexicon.add_exact(&row.id, sense("CodeAfter")),
            CodePlace::Never => {}
        }
        for (signs, form) in [(&row.symbols, "Symbol"), (&row.initials, "Initial"), (&row.pence, "MinorSign")] {
            for sign in signs {
                lexicon.add_exact(sign, sense(form));
                bare.mark(sign, |sense| lexicon.add_exact(sign, sense));
            }
        }
        for (words, form) in [(&row.words, "Word"), (&row.shy, "Shy"), (&row.minor, "Minor")] {
            for word in words {
                lexicon.add(word, sense(form));
                bare.mark(word, |sense| lexicon.add(word, sense));
            }
        }
        lexicon.add_examples(row.examples);
    }
}

fn unit_source(id: &str, dimension: &str, factor: &str, offset: &str, names: (&str, &str)) -> String {
    let (factor, offset) = (fraction(factor), fraction(offset));
    format!(
        "UnitDefinition {{ id: {id:?}, dimension: Dimension::{dimension}, factor: Exact::constant({}, {}), \
         offset: Exact::constant({}, {}), names: {names:?} }}",
        factor.0, factor.1, offset.0, offset.1
    )
}

/// A decimal or a fraction of decimals as whole numbers above and below the line.
fn fraction(text: &str) -> (i128, i128) {
    let decimal = |text: &str| {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{decimals}").parse::<i128>();
        (
            digits.unwrap_or_else(|e| panic!("{text}: {e}")),
            10_i128.pow(u32::try_from(decimals.len()).expect("a row is short")),
        )
    };
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    let ((a, a_scale), (b, b_scale)) = (decimal(above), decimal(below));
    (a * b_scale, b * a_scale)
}
