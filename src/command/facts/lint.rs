//! `factdiff facts lint`: what somebody should look at in the facts.

use std::collections::HashMap;

use factdiff::check::{self, Flaw};
use factdiff::finding::Level;
use factdiff::reference::written::Written;
use factdiff::reference::{Origin, Reference};
use factdiff::report::{self, fault};
use factdiff::span::Span;

use crate::command::cli::facts::LintOptions;
use crate::command::output::{Output, Reader};
use crate::command::{Failure, Status};

pub(super) fn run(options: &LintOptions) -> Result<Status, Failure> {
    let (reference, files) = options.claims.load()?;
    let texts: HashMap<&str, &str> = files.iter().map(|file| (&*file.name, &*file.text)).collect();
    let flaws = check::lint(&reference, options.age.first_day());
    let mut output = Output::standard();
    let mut found = 0;
    for (file, flaws) in by_file(&reference, &flaws) {
        let blocks = described(&reference, file, texts.get(file).copied().unwrap_or_default(), &flaws);
        found += blocks.len();
        if output.write(blocks.concat().as_bytes())? == Reader::Gone {
            break;
        }
    }
    let mut summary = Vec::new();
    report::facts::summary(&mut summary, &reference, found);
    output.write(&summary)?;
    let fails = options.fail_on.level().is_some_and(|least| least <= Level::Warning);
    Ok(if fails && !flaws.is_empty() { Status::Found } else { Status::Clean })
}

/// The flaws of each file that has any, in the order of the files.
fn by_file<'r>(reference: &'r Reference, flaws: &'r [Flaw]) -> Vec<(&'r str, Vec<&'r Flaw>)> {
    let mut files: Vec<(&str, Vec<&Flaw>)> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for flaw in flaws {
        let file = reference.facts[flaw.fact].origin.file.as_str();
        let index = *known.entry(file).or_insert_with(|| {
            files.push((file, Vec::new()));
            files.len() - 1
        });
        files[index].1.push(flaw);
    }
    files
}

/// What is wrong in a file, each with the line it stands on, in order; what lies in the defaults is said
/// once.
fn described(reference: &Reference, file: &str, text: &str, flaws: &[&Flaw]) -> Vec<String> {
    let written = Written::read(file, text).ok();
    let places = written.as_ref().map(Written::places);
    let locate = |flaw: &Flaw| {
        let fact = &reference.facts[flaw.fact];
        match places.as_ref().and_then(|places| places.of(&fact.id, flaw.key, flaw.item)) {
            Some((mut origin, span)) => {
                file.clone_into(&mut origin.file);
                (origin, Some(span))
            }
            None => (fact.origin.clone(), None),
        }
    };
    let mut found: Vec<((Origin, Option<Span>), &Flaw)> = flaws.iter().map(|flaw| (locate(flaw), *flaw)).collect();
    found.sort_by_key(|((origin, _), _)| (origin.line, origin.column));
    found.dedup_by(|(one, flaw), (other, before)| one == other && flaw.weakness == before.weakness);
    let block = |((origin, span), flaw): &((Origin, Option<Span>), &Flaw)| {
        format!("{}\n\n", fault::flaw(flaw, (origin, *span), text))
    };
    found.iter().map(block).collect()
}
