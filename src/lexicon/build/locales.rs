//! Locales: what each country means by the words that English leaves bare.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Lexicon;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Locales {
    /// By name, which unit the bare name of another stands for.
    measures: BTreeMap<String, BTreeMap<String, String>>,
    locales: Vec<LocaleRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LocaleRow {
    id: String,
    dates: Order,
    #[serde(default)]
    measures: Vec<String>,
    dollar: String,
    cent: String,
    #[serde(default)]
    examples: BTreeMap<String, String>,
}

/// The order of day and month in digits.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Order {
    MonthFirst,
    DayFirst,
    Unsettled,
}

/// Adds each locale, as Rust source.
pub(crate) fn locales(lexicon: &mut Lexicon, Locales { measures, locales }: Locales) {
    for row in locales {
        let unit = |id: &str| {
            let at = lexicon.units.iter().position(|(own, _)| own == id);
            format!("Unit::new(&UNITS[{}])", at.unwrap_or_else(|| panic!("{id} is no unit")))
        };
        let pairs = row.measures.iter().flat_map(|name| &measures[name]);
        let pairs = pairs.map(|(bare, meant)| {
            assert!(lexicon.bare.contains(bare), "{bare} has no bare names");
            format!("({}, {})", unit(bare), unit(meant))
        });
        let pairs: Vec<String> = pairs.collect();
        let locale = format!(
            "Locale {{ id: {:?}, dates: DateOrder::{:?}, measures: &[{}], dollar: {}, cent: {} }}",
            row.id,
            row.dates,
            pairs.join(", "),
            unit(&row.dollar),
            unit(&row.cent)
        );
        lexicon.locales.push(locale);
        lexicon.examples.extend(row.examples.into_iter().map(|(text, found)| (row.id.clone(), text, found)));
    }
}
