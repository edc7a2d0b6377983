//! Offices, trades, parties and states as phrases of the lexicon, for the build script.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Lexicon;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Titles {
    offices: Vec<String>,
    trades: Vec<String>,
    no_offices: Vec<String>,
    introducing: Vec<String>,
    tenure: BTreeMap<String, Vec<String>>,
    rule: Vec<String>,
    posts: Vec<String>,
    serving: Vec<String>,
    reigns: Vec<String>,
    portfolios: Vec<String>,
    governors: Vec<String>,
    governing: Vec<String>,
    holding: Vec<String>,
    leading: BTreeMap<String, Vec<String>>,
    parties: BTreeMap<String, String>,
    states: BTreeMap<String, Vec<String>>,
    territories: BTreeMap<String, String>,
    ranks: Vec<String>,
    seconds: Vec<String>,
    superiors: Vec<String>,
    /// By the name of the class.
    classes: BTreeMap<String, Vec<String>>,
    unclassed: Vec<String>,
    written_out: BTreeMap<String, String>,
    unsaid: Vec<String>,
}

pub(super) fn add(lexicon: &mut Lexicon, titles: &Titles) {
    lexicon.add_all(&titles.trades, "Sense::Trade");
    let plurals: Vec<String> = titles.trades.iter().map(|trade| plural(trade)).collect();
    lexicon.add_all(&plurals, "Sense::Trades");
    lexicon.add_all(&titles.no_offices, "Sense::NoOffice");
    lexicon.add_all(&titles.introducing, "Sense::Introduces");
    for title in titles.offices.iter().chain(&titles.trades) {
        lexicon.add(title, "Sense::Title");
        lexicon.add(&plural(title), "Sense::Titles");
        for abbreviation in [title.clone(), plural(title)] {
            for word in abbreviation.split(' ').filter_map(|word| word.strip_suffix('.')) {
                lexicon.add(word, "Sense::Abbreviation");
            }
        }
    }
    for (tenure, words) in &titles.tenure {
        lexicon.add_all(words, &format!("Sense::Tenure(Tenure::{tenure})"));
    }
    held(lexicon, titles);
    for (word, code) in &titles.parties {
        lexicon.add_exact(word, format!("Sense::Affiliation(Affiliation::Party({code:?}))"));
    }
    for (code, words) in &titles.states {
        let state = format!("Sense::Affiliation(Affiliation::State({code:?}))");
        lexicon.add_exact(code, state.clone());
        lexicon.add_all(words, &state);
        for word in words.iter().filter_map(|word| word.strip_suffix('.')).filter(|word| !word.contains(['.', ' '])) {
            lexicon.add(word, "Sense::Abbreviation");
        }
        lexicon.states.extend(words.first().map(|word| (code.clone(), word.clone())));
    }
    for (code, word) in &titles.territories {
        lexicon.add(word, format!("Sense::Affiliation(Affiliation::State({code:?}))"));
        lexicon.states.push((code.clone(), word.clone()));
    }
    lexicon.add_all(&titles.ranks, "Sense::Rank");
    lexicon.add_all(&titles.seconds, "Sense::Rank");
    lexicon.add_all(&titles.seconds, "Sense::Second");
    lexicon.add_all(&titles.superiors, "Sense::Superior");
    for (class, words) in &titles.classes {
        lexicon.add_all(words, &format!("Sense::OfficeClass(OfficeClass::{class})"));
    }
    lexicon.add_all(&titles.portfolios, "Sense::Portfolio");
    lexicon.add_all(&titles.unclassed, "Sense::Unclassed");
    for (word, whole) in &titles.written_out {
        lexicon.add(word, format!("Sense::WrittenOut({whole:?})"));
    }
    lexicon.add_all(&titles.unsaid, "Sense::Unsaid");
}

/// The words by which somebody is said to hold an office.
fn held(lexicon: &mut Lexicon, titles: &Titles) {
    lexicon.add_all(&titles.rule, "Sense::Rule");
    lexicon.add_all(&titles.posts, "Sense::Post");
    lexicon.add_all(&titles.serving, "Sense::Serves");
    lexicon.add_all(&titles.reigns, "Sense::Reign");
    lexicon.add_all(&titles.governors, "Sense::Governs");
    lexicon.governing.clone_from(&titles.governing);
    lexicon.holding.clone_from(&titles.holding);
    lexicon.leading.extend(titles.leading.clone());
}

/// "presidents", "Sens.": the plural that ends in the singular and an s.
fn plural(title: &str) -> String {
    let stem = title.strip_suffix('.');
    match stem {
        // "Press." would be a press at the end of a sentence.
        Some(stem) if stem.ends_with('s') => title.to_owned(),
        Some(stem) => format!("{stem}s."),
        None => format!("{title}s"),
    }
}
