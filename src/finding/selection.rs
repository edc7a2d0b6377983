//! Which findings are reported and how gravely: what the house, and whoever runs the check, want of
//! each rule.

use std::collections::BTreeMap;

use super::{Finding, Rule};
use crate::severity::{Level, Severity};

/// What is reported. By itself, every rule at its own level.
///
/// ```
/// use factdiff::finding::{Rule, Selection, Severity};
/// let mut selection = Selection::default();
/// selection.set(Rule::ValueOutdated, Severity::Off);
/// assert_eq!(selection.severity(Rule::ValueOutdated), Severity::Off);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Where it is not the rule's own.
    severities: BTreeMap<Rule, Severity>,
    /// The ids of the facts that matter; empty for all.
    facts: Vec<String>,
}

impl Selection {
    /// Gives a rule a level, or turns it off: `rules: {rounded: off}`.
    pub fn set(&mut self, rule: Rule, severity: Severity) {
        self.severities.insert(rule, severity);
    }

    /// Leaves these rules alone on, those that were off as notes: `--select`.
    pub fn select(&mut self, rules: &[Rule]) {
        for rule in Rule::all() {
            let severity = match self.severity(rule) {
                _ if !rules.contains(&rule) => Severity::Off,
                Severity::Off => Severity::At(rule.level().unwrap_or(Level::Note)),
                on @ Severity::At(_) => on,
            };
            self.set(rule, severity);
        }
    }

    /// Leaves out all but the findings on these facts: `--only`.
    pub fn only(&mut self, facts: &[String]) {
        self.facts = facts.to_vec();
    }

    /// What is wanted of a rule.
    pub fn severity(&self, rule: Rule) -> Severity {
        let own = || rule.level().map_or(Severity::Off, Severity::At);
        self.severities.get(&rule).copied().unwrap_or_else(own)
    }

    /// Whether the findings on some facts alone are wanted.
    pub fn is_partial(&self) -> bool {
        !self.facts.is_empty()
    }

    /// Whether what is said of a fact matters.
    pub fn covers(&self, fact: &str) -> bool {
        self.facts.is_empty() || self.facts.iter().any(|id| id == fact)
    }

    /// The level of a finding; none where it is not reported. One that is milder than its rule by
    /// nature, such as a quoted one, stays so many levels milder; what its fact says goes first.
    pub fn level(&self, finding: &Finding) -> Option<Level> {
        let wanted = self.severity(finding.rule).level()?;
        match &finding.fact {
            Some(fact) if !self.covers(&fact.id) => return None,
            None if self.is_partial() => return None,
            Some(fact) if fact.severity.is_some() => return Some(finding.level),
            Some(_) | None => {}
        }
        let mut level = wanted;
        let mut own = finding.rule.level().unwrap_or(wanted);
        while own > finding.level {
            own = own.milder();
            level = level.milder();
        }
        Some(level)
    }
}
