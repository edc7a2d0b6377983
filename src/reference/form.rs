//! The key that says what a fact states → what it states.

use jiff::civil;

use super::common::Common;
use super::error::Problem;
use super::fields::{Entries, Reader, nearest};
use super::keys;
use super::person::person;
use super::stated::{self, Setting, Wanted};
use super::traps;
use super::tree::{Content, Node};
use super::{Entry, Form, Stated};
use crate::claim::ClaimKind;
use crate::lexicon::{self, tells_age};
use crate::value::{Date, Unit};

/// What is wrong with a text as what a key says, as far as the text alone shows it.
pub(crate) fn cell(key: &str, text: &str) -> Result<(), Problem> {
    let one_of = |key, all: &[&'static str]| {
        let nearest = || nearest(text, all.iter().copied());
        let not = || Problem::NotOneOf { key, text: text.to_owned(), nearest: nearest(), all: all.to_vec() };
        if all.iter().any(|choice| choice.eq_ignore_ascii_case(text)) { Ok(()) } else { Err(not()) }
    };
    match key {
        "date" => stated::date_claim(text, Setting::default()).map(|_| ()),
        "since" | "from" | "until" | "as-of" => stated::date(text, Setting::default()).map(|_| ()),
        "born" | "died" | "checked" => match stated::date(text, Setting::default())? {
            Date::Day(_) => Ok(()),
            _ => Err(Problem::NotADay { text: text.to_owned() }),
        },
        "tolerance" => stated::tolerance(text, Setting::default()).map(|_| ()),
        "holds" => one_of("holds", &TRUTHS.map(|(truth, _)| truth)),
        _ => Ok(()),
    }
}

/// How one form is read from the keys of its fact.
type ReadForm = for<'n, 'y> fn(&mut Reader<'_, '_>, Entries<'n, 'y>, &Common) -> Option<Form>;

/// The keys that say what a fact states; each fact has one.
const FORMS: [(&str, ReadForm); 9] = [
    ("fact", sentence),
    ("value", value),
    ("values", values),
    ("date", date_of),
    ("since", since),
    ("person", person),
    ("quote", quote),
    ("transcript", transcript),
    ("statement", statement),
];

/// Keys that mean something beside some forms only.
pub(super) const BELONGS: [(&str, &[&str]); 8] = [
    ("by", &["quote", "transcript"]),
    ("holds", &["statement"]),
    ("aliases", &["person"]),
    ("misspellings", &["person"]),
    ("born", &["person"]),
    ("died", &["person"]),
    ("roles", &["person"]),
    ("kind", &["value", "values"]),
];

/// Forms that state a figure, which some words must place.
const PLACED: [&str; 4] = ["value", "values", "date", "since"];

/// What `holds` says.
const TRUTHS: [(&str, bool); 4] = [("true", true), ("yes", true), ("false", false), ("no", false)];

/// The keys that say what a fact states.
pub(super) fn forms() -> impl Iterator<Item = &'static str> {
    FORMS.iter().map(|(form, _)| *form)
}

/// Whether a key says what a fact states.
pub(super) fn is_form(key: &str) -> bool {
    FORMS.iter().any(|(form, _)| *form == key)
}

impl Reader<'_, '_> {
    /// What a fact states, by the one key that says so.
    pub(super) fn form(&mut self, entries: Entries<'_, '_>, common: &Common) -> Option<Form> {
        let mut present = FORMS.into_iter().filter(|(form, _)| entries.key(form).is_some());
        let Some((form, read)) = present.next() else {
            self.report(entries.node, Problem::NoForm { forms: FORMS.map(|(form, _)| form).to_vec() });
            return None;
        };
        if let Some((second, _)) = present.next() {
            let key = entries.key(second).unwrap_or(entries.node);
            self.report(key, Problem::TwoForms { first: form, second });
            return None;
        }
        for (key, owners) in BELONGS {
            if let Some(node) = entries.key(key).filter(|_| !owners.contains(&form)) {
                self.report(node, Problem::Misplaced { key, owners });
            }
        }
        if PLACED.contains(&form) && common.subject.is_empty() && common.measure.is_empty() {
            self.report(entries.key(form).unwrap_or(entries.node), Problem::Unplaced { form });
        }
        read(self, entries, common)
    }
}

fn sentence(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>, common: &Common) -> Option<Form> {
    let text = reader.string(entries, "fact")?;
    let claims = stated::sentence(&text, reader.setting(common.now()));
    Some(Form::Sentence { text, claims, tolerance: common.tolerance })
}

fn value(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>, common: &Common) -> Option<Form> {
    let wanted = wanted(reader, entries);
    stated_value(reader, entries, wanted, common, common.now()).map(Form::Value)
}

/// The entries of `values:`, in order of time.
fn values(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>, common: &Common) -> Option<Form> {
    let node = entries.get("values")?;
    let wanted = wanted(reader, entries);
    let Content::List(items) = &node.content else {
        reader.wrong_type("values", node, "a list of entries with `from` and `value`");
        return None;
    };
    if items.is_empty() {
        reader.report(node, Problem::NoValue { key: "values".to_owned() });
    }
    let mut values: Vec<Entry> = items.iter().filter_map(|item| entry(reader, item, wanted, common)).collect();
    values.sort_by_key(|entry| entry.from.days().map(|(first, _)| first));
    Some(Form::Values(values))
}

fn entry(reader: &mut Reader<'_, '_>, node: &Node<'_>, wanted: Wanted, common: &Common) -> Option<Entry> {
    let entries = reader.entries("an entry of values", node, &keys::ENTRY)?;
    let dated = ["from", "as-of"].into_iter().find(|key| entries.key(key).is_some());
    for (key, missing) in [("from", dated.is_none()), ("value", entries.key("value").is_none())] {
        if missing {
            reader.report(node, Problem::Missing { key, owner: "an entry of `values`" });
        }
    }
    let from = dated.and_then(|key| reader.date(entries, key, None));
    let until = reader.date(entries, "until", None);
    reader.check_period(entries, from, until);
    let now = from.and_then(Date::days).map(|(first, _)| first);
    let value = stated_value(reader, entries, wanted, common, now);
    Some(Entry { from: from?, until, value: value?, source: reader.string(entries, "source") })
}

/// The `value:` of a fact or of an entry of `values:`.
fn stated_value(
    reader: &mut Reader<'_, '_>,
    entries: Entries<'_, '_>,
    wanted: Wanted,
    common: &Common,
    now: Option<civil::Date>,
) -> Option<Stated> {
    let node = entries.get("value")?;
    if let Some(problem) = traps::misread(node) {
        reader.report(node, problem);
        return None;
    }
    let text = reader.text(entries, "value")?;
    let setting = reader.setting(now);
    let age =
        common.measure.iter().any(|words| tells_age(words)).then(|| stated::lifetime(text, wanted, setting)).flatten();
    let claim = age.map_or_else(|| stated::value(text, wanted, setting), Ok);
    let claim = claim.map_err(|problem| reader.report(node, problem)).ok()?;
    Some(Stated { text: text.to_owned(), claim, tolerance: common.tolerance })
}

fn date_of(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>, common: &Common) -> Option<Form> {
    let text = reader.text(entries, "date")?;
    let claim = stated::date_claim(text, reader.setting(common.now()));
    let claim = claim.map_err(|problem| reader.report_value(entries, "date", problem)).ok()?;
    Some(Form::Date(Stated { text: text.to_owned(), claim, tolerance: common.tolerance }))
}

fn since(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>, common: &Common) -> Option<Form> {
    let since = reader.date(entries, "since", common.now())?;
    reader.check_period(entries, Some(since), common.until);
    Some(Form::Since { since, until: common.until })
}

fn quote(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>, _: &Common) -> Option<Form> {
    let words = unquoted(reader.text(entries, "quote")?).to_owned();
    Some(Form::Quote { words, by: reader.texts(entries, "by") })
}

fn transcript(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>, _: &Common) -> Option<Form> {
    let path = reader.text(entries, "transcript")?;
    let by = reader.texts(entries, "by");
    match (reader.transcripts)(reader.file, path) {
        Ok(text) => Some(Form::Transcript { text, by }),
        Err(reason) => {
            reader.report_value(entries, "transcript", Problem::Transcript { path: path.to_owned(), reason });
            None
        }
    }
}

fn statement(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>, _: &Common) -> Option<Form> {
    let clause = reader.string(entries, "statement")?;
    let holds = reader.choice(entries, "holds", &TRUTHS).unwrap_or(true);
    Some(Form::Statement { clause, holds })
}

fn wanted(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>) -> Wanted {
    let kinds = ClaimKind::ALL.map(|kind| (kind.name(), kind));
    Wanted { kind: reader.choice(entries, "kind", &kinds), unit: unit(reader, entries) }
}

fn unit(reader: &mut Reader<'_, '_>, entries: Entries<'_, '_>) -> Option<Unit> {
    let text = reader.text(entries, "unit")?;
    let unit = lexicon::unit(text);
    if unit.is_none() {
        let nearest = nearest(text, lexicon::units().map(Unit::id));
        let problem = Problem::NotOneOf { key: "unit", text: text.to_owned(), nearest, all: Vec::new() };
        reader.report_value(entries, "unit", problem);
    }
    // Money is named by its code, which is the same everywhere.
    unit.map(|unit| reader.usage.named(unit))
}

/// The words of a quotation that an author has put between quotation marks of its own.
fn unquoted(text: &str) -> &str {
    let inner = text.strip_prefix(['"', '“', '«', '„']).and_then(|rest| rest.strip_suffix(['"', '”', '»', '“']));
    inner.filter(|inner| !inner.contains(['"', '“', '”'])).unwrap_or(text)
}
