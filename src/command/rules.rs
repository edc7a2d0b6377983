//! `factdiff rules`: what each rule finds, how grave it is, and how to silence it.

use std::fmt::Write as _;

use factdiff::finding::{Level, Rule};

use super::cli::manual::RulesOptions;
use super::output::Output;
use super::{Failure, Status};

pub(super) fn run(options: &RulesOptions) -> Result<Status, Failure> {
    let mut page = String::new();
    match &options.name {
        None => Rule::all().for_each(|rule| line(&mut page, rule)),
        Some(name) => {
            let rule = Rule::named(name).ok_or_else(|| Failure::NoRule { name: name.clone() })?;
            describe(&mut page, rule);
        }
    }
    Output::standard().write(page.as_bytes())?;
    Ok(Status::Clean)
}

fn level(rule: Rule) -> &'static str {
    rule.level().map_or("off", Level::name)
}

fn line(page: &mut String, rule: Rule) {
    let _ = writeln!(page, "{:<21} {:<8} {}", rule.name(), level(rule), rule.finds());
}

fn describe(page: &mut String, rule: Rule) {
    let name = rule.name();
    let _ = writeln!(page, "{name} ({})\n\nFinds {}.\n", level(rule), rule.finds());
    let _ = writeln!(page, "  draft:     {}", rule.example());
    if !rule.against().is_empty() {
        let label = if rule.needs_reference() { "reference:" } else { "but:      " };
        let _ = writeln!(page, "  {label} {}", rule.against());
    }
    let _ = writeln!(
        page,
        "\nTo silence it for the next block of a draft, write before it:\n\n  <!-- factdiff: ignore {name} -->"
    );
}
