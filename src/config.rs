//! What a house says of its drafts in `factdiff.yaml`: where they and the facts lie, what is left
//! out, and how grave each rule is.

mod schema;

pub use schema::schema;

use crate::finding::{Rule, Selection, Severity};
use crate::lexicon::{self, Locale, Usage};
use crate::reference::{Content, Entries, LoadError, Node, PACKS, Pack, Problem, Reader, nearest, read_with};
use crate::value::{Dimension, Unit};

/// The file's name; it holds for the drafts in its folder and below.
pub const FILE: &str = "factdiff.yaml";

/// The keys of the file.
const KEYS: [&str; 8] = ["drafts", "claims", "builtin", "exclude", "locale", "currency", "rules", "overrides"];

/// The keys of an entry of `overrides`.
const OVERRIDE_KEYS: [&str; 2] = ["paths", "rules"];

/// What stands in a `factdiff.yaml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The files and folders to check where none is named, from the file's folder.
    pub drafts: Vec<String>,
    /// The files and folders of the reference, from the file's folder.
    pub claims: Vec<String>,
    /// Which facts that come with the program are used; where it does not say, all of them or, beside
    /// facts of the house's own, none.
    pub builtin: Option<Vec<&'static Pack>>,
    /// What is no draft, as in a `.gitignore`.
    pub exclude: Vec<String>,
    /// What bare words in drafts and facts mean, where that is said.
    pub usage: Option<Usage>,
    /// How grave rules are.
    pub rules: Vec<(Rule, Severity)>,
    /// What is otherwise for some drafts, the later entry counting.
    pub overrides: Vec<Override>,
}

/// What is otherwise for some drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Override {
    /// Which drafts, as in a `.gitignore`.
    pub paths: Vec<String>,
    /// How grave rules are there.
    pub rules: Vec<(Rule, Severity)>,
}

/// Reads the text of a file of that name.
///
/// ```
/// let config = factdiff::config::read("factdiff.yaml", "drafts: articles\nrules: {rounded: off}\n").expect("good");
/// assert_eq!(config.drafts, ["articles"]);
/// let errors = factdiff::config::read("factdiff.yaml", "exlude: drafts\n").expect_err("a misspelled key");
/// assert_eq!(errors[0].to_string(), "factdiff.yaml:1:1: unknown key `exlude`");
/// assert_eq!(errors[0].problem.help().as_deref(), Some("did you mean `exclude`?"));
/// ```
///
/// # Errors
/// Everything that is wrong in it, in order.
pub fn read(file: &str, text: &str) -> Result<Config, Vec<LoadError>> {
    let mut config = Config::default();
    read_with(file, text, |reader, root| {
        let Some(entries) = reader.entries("the file", root, &KEYS) else { return };
        config.drafts = reader.texts(entries, "drafts");
        config.claims = reader.texts(entries, "claims");
        config.builtin = builtin(reader, entries);
        config.exclude = reader.texts(entries, "exclude");
        config.usage = usage(reader, entries);
        config.rules = rules(reader, entries);
        config.overrides = overrides(reader, entries);
    })?;
    Ok(config)
}

/// What `builtin` may name.
fn builtins() -> impl Iterator<Item = &'static str> {
    ["all", "none"].into_iter().chain(PACKS.iter().map(|pack| pack.name))
}

/// `all`, `none`, or the names of packs.
fn builtin(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>) -> Option<Vec<&'static Pack>> {
    entries.get("builtin")?;
    let mut packs = Vec::new();
    for name in reader.texts(entries, "builtin") {
        let own = PACKS.iter().find(|pack| pack.name == name);
        match (name.as_str(), own) {
            ("none", _) => {}
            ("all", _) => packs.extend(PACKS),
            (_, Some(pack)) => packs.push(pack),
            (_, None) => {
                let all: Vec<_> = builtins().collect();
                let nearest = nearest(&name, all.iter().copied());
                let problem = Problem::NotOneOf { key: "builtin", text: name, nearest, all };
                reader.report_value(entries, "builtin", problem);
            }
        }
    }
    packs.sort_by_key(|pack| pack.name);
    packs.dedup();
    Some(packs)
}

/// What `locale` and `currency` say of bare words.
fn usage(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>) -> Option<Usage> {
    let (locale, money) = (locale(reader, entries), currency(reader, entries));
    let usage = locale.map(Usage::of);
    money.map_or(usage, |money| Some(usage.unwrap_or_default().paying_in(money)))
}

/// A locale by its identifier: "en-GB".
fn locale(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>) -> Option<&'static Locale> {
    let id = reader.text(entries, "locale")?;
    let locale = lexicon::locale(id);
    if locale.is_none() {
        let all: Vec<_> = lexicon::locales().map(|locale| locale.id).collect();
        // "en-UK" is near to "en-US", and means another.
        let nearest = all.iter().copied().find(|own| own.eq_ignore_ascii_case(&id.replace('_', "-")));
        let problem = Problem::NotOneOf { key: "locale", text: id.to_owned(), nearest, all };
        reader.report_value(entries, "locale", problem);
    }
    locale
}

/// A currency by its code: "AUD".
fn currency(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>) -> Option<Unit> {
    let code = reader.text(entries, "currency")?;
    let is_money = |unit: &Unit| unit.dimension() == Dimension::Currency;
    let unit = lexicon::unit(code).filter(is_money);
    if unit.is_none() {
        let nearest = nearest(code, lexicon::units().filter(is_money).map(Unit::id));
        let problem = Problem::NotOneOf { key: "currency", text: code.to_owned(), nearest, all: Vec::new() };
        reader.report_value(entries, "currency", problem);
    }
    unit
}

fn overrides(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>) -> Vec<Override> {
    let Some(node) = entries.get("overrides") else { return Vec::new() };
    let Content::List(items) = &node.content else {
        reader.wrong_type("overrides", node, "a list of entries with `paths` and `rules`");
        return Vec::new();
    };
    items.iter().filter_map(|item| exception(reader, item)).collect()
}

fn exception(reader: &mut Reader<'_, '_>, node: &Node<'_>) -> Option<Override> {
    let entries = reader.entries("an entry of overrides", node, &OVERRIDE_KEYS)?;
    for key in OVERRIDE_KEYS {
        if entries.key(key).is_none() {
            reader.report(node, Problem::Missing { key, owner: "an entry of `overrides`" });
        }
    }
    Some(Override { paths: reader.texts(entries, "paths"), rules: rules(reader, entries) })
}

/// The levels under `rules`.
fn rules(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>) -> Vec<(Rule, Severity)> {
    let Some(node) = entries.get("rules") else { return Vec::new() };
    let names: Vec<&'static str> = Rule::all().map(Rule::name).collect();
    let Some(entries) = reader.entries("rules", node, &names) else { return Vec::new() };
    let severities = Severity::ALL.map(|severity| (severity.name(), severity));
    Rule::all().filter_map(|rule| Some((rule, reader.choice(entries, rule.name(), &severities)?))).collect()
}

impl Config {
    /// What is reported of a draft for which the overrides hold that `holds` says.
    pub fn selection(&self, mut holds: impl FnMut(usize) -> bool) -> Selection {
        let mut selection = Selection::default();
        let others =
            self.overrides.iter().enumerate().filter(|(index, _)| holds(*index)).flat_map(|(_, one)| &one.rules);
        for &(rule, severity) in self.rules.iter().chain(others) {
            selection.set(rule, severity);
        }
        selection
    }
}
