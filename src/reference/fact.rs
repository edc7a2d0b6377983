//! One entry of `facts:` → a fact.

use std::collections::hash_map;

use jiff::civil;

use super::error::Problem;
use super::fields::{Entries, Reader, nearest};
use super::model::FORMS;
use super::stated::{self, Wanted};
use super::traps;
use super::tree::{Content, Node};
use super::{Entry, Fact, Form, Person, RoleHeld, Stated, Tolerance};
use crate::claim::ClaimKind;
use crate::lexicon;
use crate::value::{Date, Unit};

/// Every key of a fact.
const KEYS: [&str; 31] = [
    "id",
    "fact",
    "value",
    "values",
    "date",
    "since",
    "person",
    "quote",
    "transcript",
    "statement",
    "subject",
    "measure",
    "not",
    "kind",
    "unit",
    "tolerance",
    "from",
    "until",
    "as-of",
    "source",
    "checked",
    "note",
    "severity",
    "tags",
    "by",
    "holds",
    "aliases",
    "misspellings",
    "born",
    "died",
    "roles",
];

/// The keys of `defaults`.
const DEFAULT_KEYS: [&str; 12] = [
    "source",
    "checked",
    "note",
    "severity",
    "tags",
    "subject",
    "measure",
    "not",
    "tolerance",
    "from",
    "until",
    "as-of",
];

/// The keys of an entry of `values`.
const ENTRY_KEYS: [&str; 6] = ["from", "until", "as-of", "value", "source", "note"];

/// The keys of an entry of `roles`.
const ROLE_KEYS: [&str; 7] = ["role", "from", "until", "party", "place", "source", "note"];

/// Keys that mean something beside some forms only.
const BELONGS: [(&str, &[&str]); 8] = [
    ("by", &["quote", "transcript"]),
    ("holds", &["statement"]),
    ("aliases", &["person"]),
    ("misspellings", &["person"]),
    ("born", &["person"]),
    ("died", &["person"]),
    ("roles", &["person"]),
    ("kind", &["value", "values"]),
];

/// The levels a contradiction may have.
const SEVERITIES: [(&str, &str); 4] = [("error", "error"), ("warning", "warning"), ("note", "note"), ("off", "off")];

/// What `defaults:` gives to the facts of its file.
#[derive(Clone, Debug, Default)]
pub(super) struct Defaults {
    pub(super) common: Common,
    tolerance: Option<Tolerance>,
}

/// What facts of every form may have.
#[derive(Clone, Debug, Default)]
pub(super) struct Common {
    subject: Vec<String>,
    measure: Vec<String>,
    not: Vec<String>,
    from: Option<Date>,
    until: Option<Date>,
    as_of: Option<Date>,
    source: Option<String>,
    checked: Option<civil::Date>,
    note: Option<String>,
    severity: Option<String>,
    tags: Vec<String>,
}

impl Reader<'_, '_> {
    /// What a file's `defaults:` says.
    pub(super) fn defaults(&mut self, node: &Node<'_>) -> Defaults {
        let Some(entries) = self.entries("defaults", node, &DEFAULT_KEYS) else { return Defaults::default() };
        Defaults { common: self.common(entries, &Common::default()), tolerance: self.tolerance(entries) }
    }

    /// One fact; none where it lacks what makes it one.
    pub(super) fn fact(&mut self, node: &Node<'_>, defaults: &Defaults) -> Option<Fact> {
        let before = self.errors.len();
        let entries = self.entries("a fact", node, &KEYS)?;
        let misspelled = self.errors[before..].iter().any(|error| misses_a_form(&error.problem));
        let id = self.id(entries);
        let common = self.common(entries, &defaults.common);
        let form = if misspelled { None } else { self.form(entries, &common, defaults) };
        let (id, form) = (id?, form?);
        let origin = self.origin(entries.get("id").unwrap_or(node).place);
        // What began and ended says so itself.
        let until = if matches!(form, Form::Since { .. }) { None } else { common.until };
        Some(Fact {
            id,
            form,
            subject: common.subject,
            measure: common.measure,
            not: common.not,
            from: common.from,
            until,
            as_of: common.as_of,
            source: common.source,
            checked: common.checked,
            note: common.note,
            severity: common.severity,
            tags: common.tags,
            origin,
        })
    }

    fn id(&mut self, entries: Entries<'_, '_>) -> Option<String> {
        if entries.key("id").is_none() {
            self.report(entries.node, Problem::Missing { key: "id", owner: "a fact" });
            return None;
        }
        let id = self.text(entries, "id")?;
        let proposed = kebab(id);
        if proposed != id {
            self.report_value(entries, "id", Problem::BadId { id: id.to_owned(), proposed });
            return None;
        }
        let origin = self.origin(entries.get("id").unwrap_or(entries.node).place);
        match self.ids.entry(id.to_owned()) {
            hash_map::Entry::Vacant(free) => {
                free.insert(origin);
                Some(id.to_owned())
            }
            hash_map::Entry::Occupied(taken) => {
                let first = taken.get().clone();
                self.report_value(entries, "id", Problem::DuplicateId { id: id.to_owned(), first });
                None
            }
        }
    }

    fn common(&mut self, entries: Entries<'_, '_>, defaults: &Common) -> Common {
        let mut texts = |key: &str, default: &Vec<String>| {
            let own = self.texts(entries, key);
            if own.is_empty() { default.clone() } else { own }
        };
        let subject = texts("subject", &defaults.subject);
        let measure = texts("measure", &defaults.measure);
        let not = texts("not", &defaults.not);
        let tags = texts("tags", &defaults.tags);
        let from = self.date(entries, "from", None).or(defaults.from);
        let until = self.date(entries, "until", None).or(defaults.until);
        self.check_period(entries, from, until);
        Common {
            subject,
            measure,
            not,
            from,
            until,
            as_of: self.date(entries, "as-of", None).or(defaults.as_of),
            source: self.string(entries, "source").or_else(|| defaults.source.clone()),
            checked: self.day(entries, "checked").or(defaults.checked),
            note: self.string(entries, "note").or_else(|| defaults.note.clone()),
            severity: self
                .choice(entries, "severity", &SEVERITIES)
                .map(str::to_owned)
                .or_else(|| defaults.severity.clone()),
            tags,
        }
    }

    /// What the fact states, by the one key that says so.
    fn form(&mut self, entries: Entries<'_, '_>, common: &Common, defaults: &Defaults) -> Option<Form> {
        let mut present = FORMS.into_iter().filter(|form| entries.key(form).is_some());
        let Some(form) = present.next() else {
            self.report(entries.node, Problem::NoForm);
            return None;
        };
        if let Some(second) = present.next() {
            let key = entries.key(second).unwrap_or(entries.node);
            self.report(key, Problem::TwoForms { first: form, second });
            return None;
        }
        for (key, owners) in BELONGS {
            if let Some(node) = entries.key(key).filter(|_| !owners.contains(&form)) {
                self.report(node, Problem::Misplaced { key, owners });
            }
        }
        if matches!(form, "value" | "values" | "date" | "since")
            && common.subject.is_empty()
            && common.measure.is_empty()
        {
            self.report(entries.key(form).unwrap_or(entries.node), Problem::Unplaced { form });
        }
        let now = common.as_of.or(common.from).and_then(Date::days).map(|(first, _)| first).or(common.checked);
        match form {
            "fact" => {
                let text = self.string(entries, "fact")?;
                let claims = stated::sentence(&text, now);
                let tolerance = self.tolerance(entries).or(defaults.tolerance);
                Some(Form::Sentence { text, claims, tolerance })
            }
            "value" => {
                let wanted = self.wanted(entries);
                let tolerance = self.tolerance(entries).or(defaults.tolerance);
                self.value(entries, wanted, tolerance, now).map(Form::Value)
            }
            "values" => {
                let wanted = self.wanted(entries);
                let tolerance = self.tolerance(entries).or(defaults.tolerance);
                self.values(entries.get("values")?, wanted, tolerance).map(Form::Values)
            }
            "date" => {
                let text = self.text(entries, "date")?;
                let tolerance = self.tolerance(entries);
                match stated::date_claim(text, now) {
                    Ok(claim) => Some(Form::Date(Stated { text: text.to_owned(), claim, tolerance })),
                    Err(problem) => {
                        self.report_value(entries, "date", problem);
                        None
                    }
                }
            }
            "since" => Some(Form::Since { since: self.date(entries, "since", now)?, until: common.until }),
            "person" => self.person(entries).map(Form::Person),
            "quote" => {
                let words = unquoted(self.text(entries, "quote")?).to_owned();
                Some(Form::Quote { words, by: self.texts(entries, "by") })
            }
            "transcript" => {
                let path = self.text(entries, "transcript")?;
                let by = self.texts(entries, "by");
                match (self.transcript)(self.file, path) {
                    Ok(text) => Some(Form::Transcript { text, by }),
                    Err(reason) => {
                        let problem = Problem::Transcript { path: path.to_owned(), reason };
                        self.report_value(entries, "transcript", problem);
                        None
                    }
                }
            }
            _ => {
                let clause = self.string(entries, "statement")?;
                let truths = [("true", true), ("yes", true), ("false", false), ("no", false)];
                let holds = self.choice(entries, "holds", &truths).unwrap_or(true);
                Some(Form::Statement { clause, holds })
            }
        }
    }

    fn wanted(&mut self, entries: Entries<'_, '_>) -> Wanted {
        let kinds = ClaimKind::ALL.map(|kind| (kind.name(), kind));
        Wanted { kind: self.choice(entries, "kind", &kinds), unit: self.unit(entries) }
    }

    fn unit(&mut self, entries: Entries<'_, '_>) -> Option<Unit> {
        let text = self.text(entries, "unit")?;
        let unit = lexicon::unit(text);
        if unit.is_none() {
            let nearest = nearest(text, lexicon::units().map(Unit::id));
            let problem = Problem::NotOneOf { key: "unit", text: text.to_owned(), nearest, all: Vec::new() };
            self.report_value(entries, "unit", problem);
        }
        unit
    }

    fn tolerance(&mut self, entries: Entries<'_, '_>) -> Option<Tolerance> {
        let text = self.text(entries, "tolerance")?;
        stated::tolerance(text).map_err(|problem| self.report_value(entries, "tolerance", problem)).ok()
    }

    /// The `value:` of a fact or of an entry of `values:`.
    fn value(
        &mut self,
        entries: Entries<'_, '_>,
        wanted: Wanted,
        tolerance: Option<Tolerance>,
        now: Option<civil::Date>,
    ) -> Option<Stated> {
        let node = entries.get("value")?;
        if let Some(problem) = traps::misread(node) {
            self.report(node, problem);
            return None;
        }
        let text = self.text(entries, "value")?;
        stated::stated(text, wanted, tolerance, now).map_err(|problem| self.report(node, problem)).ok()
    }

    /// The entries of `values:`, in order of time.
    fn values(&mut self, node: &Node<'_>, wanted: Wanted, tolerance: Option<Tolerance>) -> Option<Vec<Entry>> {
        let Content::List(items) = &node.content else {
            self.wrong_type("values", node, "a list of entries with `from` and `value`");
            return None;
        };
        let before = self.errors.len();
        let mut entries: Vec<Entry> = items.iter().filter_map(|item| self.entry(item, wanted, tolerance)).collect();
        entries.sort_by_key(|entry| entry.from.days().map(|(first, _)| first));
        (self.errors.len() == before && !entries.is_empty()).then_some(entries)
    }

    fn entry(&mut self, node: &Node<'_>, wanted: Wanted, tolerance: Option<Tolerance>) -> Option<Entry> {
        let entries = self.entries("an entry of values", node, &ENTRY_KEYS)?;
        let as_of = self.date(entries, "as-of", None);
        let from = self.date(entries, "from", None).or(as_of);
        let until = self.date(entries, "until", None);
        self.check_period(entries, from, until);
        for (key, here) in
            [("from", from.is_some() || entries.key("from").is_some()), ("value", entries.key("value").is_some())]
        {
            if !here {
                self.report(node, Problem::Missing { key, owner: "an entry of `values`" });
            }
        }
        let now = from.and_then(Date::days).map(|(first, _)| first);
        let value = self.value(entries, wanted, tolerance, now);
        Some(Entry { from: from?, until, value: value?, source: self.string(entries, "source") })
    }

    fn person(&mut self, entries: Entries<'_, '_>) -> Option<Person> {
        let roles = entries.get("roles").map(|node| self.roles(node)).unwrap_or_default();
        Some(Person {
            name: self.string(entries, "person")?,
            aliases: self.texts(entries, "aliases"),
            misspellings: self.texts(entries, "misspellings"),
            born: self.day(entries, "born"),
            died: self.day(entries, "died"),
            roles,
        })
    }

    fn roles(&mut self, node: &Node<'_>) -> Vec<RoleHeld> {
        match &node.content {
            Content::List(items) => items.iter().filter_map(|item| self.role(item)).collect(),
            Content::Text(..) | Content::Map(_) => self.role(node).into_iter().collect(),
        }
    }

    /// An office with its time, or its bare name.
    fn role(&mut self, node: &Node<'_>) -> Option<RoleHeld> {
        if let Some(name) = node.text().filter(|name| !name.trim().is_empty()) {
            let role = vec![name.trim().to_owned()];
            return Some(RoleHeld { role, from: None, until: None, party: None, place: None });
        }
        let entries = self.entries("an entry of roles", node, &ROLE_KEYS)?;
        if entries.key("role").is_none() {
            self.report(node, Problem::Missing { key: "role", owner: "an entry of `roles`" });
        }
        let from = self.date(entries, "from", None);
        let until = self.date(entries, "until", None);
        self.check_period(entries, from, until);
        Some(RoleHeld {
            role: self.texts(entries, "role"),
            from,
            until,
            party: self.string(entries, "party"),
            place: self.string(entries, "place"),
        })
    }
}

/// Whether a misspelled key was meant to say what the fact states.
fn misses_a_form(problem: &Problem) -> bool {
    matches!(problem, Problem::UnknownKey { nearest: Some(known), .. } if FORMS.contains(known))
}

/// The words of a quotation that an author has put between quotation marks of its own.
fn unquoted(text: &str) -> &str {
    let inner = text.strip_prefix(['"', '“', '«', '„']).and_then(|rest| rest.strip_suffix(['"', '”', '»', '“']));
    inner.filter(|inner| !inner.contains(['"', '“', '”'])).unwrap_or(text)
}

/// A text as an id: small letters and digits, hyphens between words.
fn kebab(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    for part in text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(part.chars().flat_map(char::to_lowercase));
    }
    id
}
