//! Which findings the command line asks for.

use factdiff::finding::{Rule, Selection, Severity};
use factdiff::reference::Reference;

use super::Failure;
use super::cli::check::SelectionOptions;

/// What is wanted of rules and facts, once every name of them is known to be one.
pub(super) struct Wanted<'o> {
    select: Vec<Rule>,
    ignore: Vec<Rule>,
    only: &'o [String],
}

impl<'o> Wanted<'o> {
    /// What the options say.
    pub(super) fn of(options: &'o SelectionOptions, reference: &Reference) -> Result<Self, Failure> {
        for id in &options.only {
            if reference.facts.find(id).is_none() {
                return Err(Failure::NoFact { id: id.clone(), nearest: reference.nearest(id).map(str::to_owned) });
            }
        }
        Ok(Self { select: rules(&options.select)?, ignore: rules(&options.ignore)?, only: &options.only })
    }

    /// Narrows what a house wants reported to what is asked for.
    pub(super) fn narrow(&self, selection: &mut Selection) {
        if !self.select.is_empty() {
            selection.select(&self.select);
        }
        for &rule in &self.ignore {
            selection.set(rule, Severity::Off);
        }
        selection.only(self.only);
    }
}

fn rules(names: &[String]) -> Result<Vec<Rule>, Failure> {
    names.iter().map(|name| Rule::named(name).ok_or_else(|| Failure::NoRule { name: name.clone() })).collect()
}
