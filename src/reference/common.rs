//! The keys that facts of every form may have, and what a file's `defaults:` gives them.

use jiff::civil;

use super::Tolerance;
use super::fields::{Entries, Reader};
use super::keys;
use super::stated;
use super::tree::Node;
use crate::severity::Severity;
use crate::value::Date;

/// What facts of every form may have, and `defaults:` may give them.
#[derive(Clone, Debug, Default)]
pub(super) struct Common {
    pub(super) subject: Vec<String>,
    pub(super) measure: Vec<String>,
    pub(super) not: Vec<String>,
    pub(super) tolerance: Option<Tolerance>,
    pub(super) from: Option<Date>,
    pub(super) until: Option<Date>,
    pub(super) as_of: Option<Date>,
    pub(super) source: Option<String>,
    pub(super) checked: Option<civil::Date>,
    pub(super) note: Option<String>,
    pub(super) severity: Option<Severity>,
    pub(super) tags: Vec<String>,
}

impl Common {
    /// The day that a date without a year is told from.
    pub(super) fn now(&self) -> Option<civil::Date> {
        let stated = self.as_of.or(self.from).and_then(Date::days);
        stated.map(|(first, _)| first).or(self.checked)
    }
}

impl Reader<'_, '_> {
    /// What a file's `defaults:` says.
    pub(super) fn defaults(&mut self, node: &Node<'_>) -> Common {
        let entries = self.entries("defaults", node, &keys::DEFAULTS);
        entries.map(|entries| self.common(entries, &Common::default())).unwrap_or_default()
    }

    /// What the keys of one fact say, and where they say nothing, the defaults.
    pub(super) fn common(&mut self, entries: Entries<'_, '_>, defaults: &Common) -> Common {
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
        let severities = Severity::ALL.map(|severity| (severity.name(), severity));
        Common {
            subject,
            measure,
            not,
            tolerance: self.tolerance(entries).or(defaults.tolerance),
            from,
            until,
            as_of: self.date(entries, "as-of", None).or(defaults.as_of),
            source: self.string(entries, "source").or_else(|| defaults.source.clone()),
            checked: self.day(entries, "checked").or(defaults.checked),
            note: self.string(entries, "note").or_else(|| defaults.note.clone()),
            severity: self.choice(entries, "severity", &severities).or(defaults.severity),
            tags,
        }
    }

    fn tolerance(&mut self, entries: Entries<'_, '_>) -> Option<Tolerance> {
        let text = self.text(entries, "tolerance")?;
        stated::tolerance(text, self.setting(None))
            .map_err(|problem| self.report_value(entries, "tolerance", problem))
            .ok()
    }
}
