//! `factdiff facts list`, `show` and `stale`: the facts as they are read.

use factdiff::reference::Fact;
use factdiff::report;

use crate::command::cli::facts::{ListOptions, ShowFactOptions, StaleOptions};
use crate::command::cli::input::ListFormat;
use crate::command::output::{Output, remark};
use crate::command::{Failure, Status};

pub(super) fn run(options: &ListOptions) -> Result<Status, Failure> {
    let (reference, _) = options.claims.load()?;
    let wanted = |fact: &&Fact| options.tag.is_empty() || fact.tags.iter().any(|tag| options.tag.contains(tag));
    let facts: Vec<&Fact> = reference.facts.iter().filter(wanted).collect();
    let mut out = Vec::new();
    match options.format {
        ListFormat::Table => report::facts::table(&mut out, &facts),
        ListFormat::Jsonl => report::facts::jsonl(&mut out, &facts),
    }
    Output::standard().write(&out)?;
    if facts.is_empty() {
        remark(if options.tag.is_empty() { "there are no facts" } else { "no fact has such a tag" });
    }
    Ok(Status::Clean)
}

pub(super) fn show(options: &ShowFactOptions) -> Result<Status, Failure> {
    let (reference, _) = options.claims.load()?;
    let Some(fact) = reference.facts.find(&options.id).and_then(|number| reference.facts.get(number)) else {
        let nearest = reference.nearest(&options.id).map(str::to_owned);
        return Err(Failure::NoFact { id: options.id.clone(), nearest });
    };
    let mut out = Vec::new();
    report::facts::show(&mut out, fact);
    Output::standard().write(&out)?;
    Ok(Status::Clean)
}

pub(super) fn stale(options: &StaleOptions) -> Result<Status, Failure> {
    let (reference, _) = options.claims.load()?;
    let first = options.age.first_day();
    let mut facts: Vec<&Fact> =
        reference.facts.iter().filter(|fact| fact.checked.is_some_and(|day| day < first)).collect();
    facts.sort_by_key(|fact| fact.checked);
    let mut out = Vec::new();
    report::facts::stale(&mut out, &facts);
    Output::standard().write(&out)?;
    let never = reference.facts.iter().filter(|fact| fact.checked.is_none()).count();
    match (facts.len(), never) {
        (0, 0) => remark(&format!("every fact has been looked at since {first}")),
        (0, _) => remark(&format!("no fact says that it was last checked before {first}")),
        (_, _) => {}
    }
    match never {
        0 => {}
        1 => remark("1 fact does not say when it was checked"),
        never => remark(&format!("{never} facts do not say when they were checked")),
    }
    Ok(Status::Clean)
}
