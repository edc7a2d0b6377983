//! What is wrong with facts that can be read: `tests/reference/lint.txt`, a reference file and what
//! somebody should look at in it.

use std::fmt::Write as _;

use factdiff::check::{self, Weakness};
use factdiff::reference::written::Written;
use factdiff::reference::{PACKS, load};
use jiff::civil::date;

use crate::cases;

#[test]
fn weak_facts_are_found() {
    cases::hold("tests/reference/lint.txt", |parts| {
        let yaml = format!("{}\n", parts.join("\n---\n"));
        let reference = load([("house.yaml", &*yaml)], |_, _| Err("none".into())).expect("a good file");
        let written = Written::read("house.yaml", &yaml).expect("good YAML");
        let places = written.places();
        let mut out = String::new();
        for flaw in check::lint(&reference, date(2025, 1, 1)) {
            let id = &reference.facts[flaw.fact].id;
            let (origin, span) = places.of(id, flaw.key, flaw.item).expect("it stands in the file");
            let shown = &yaml[span.range()];
            let _ = writeln!(out, "{id} {}:{} [{shown}] {}", origin.line, origin.column, flaw.weakness);
            let _ = writeln!(out, "    {}", flaw.weakness.help());
        }
        if out.is_empty() { "nothing\n".to_owned() } else { out }
    });
}

/// What ships is an example to others. Only this may be said of it: the moon and the world are no names, though
/// each is one thing, so that a figure must stand close to them.
#[test]
fn shipped_facts_have_no_weakness() {
    let packs = PACKS.iter().map(|pack| (pack.file, pack.text));
    let reference = load(packs, |_, path| Err(format!("no {path} is shipped"))).expect("good files");
    let flaws = check::lint(&reference, date(2025, 1, 1));
    let grave = flaws.iter().filter(|flaw| match flaw.weakness {
        Weakness::TooBroad { .. } => false,
        Weakness::Duplicate(_)
        | Weakness::Conflicting(_)
        | Weakness::SameDay { .. }
        | Weakness::NoSource
        | Weakness::NothingToCompare
        | Weakness::Stale { .. }
        | Weakness::NoWords { .. }
        | Weakness::RulesItselfOut { .. } => true,
    });
    let said: Vec<String> = grave.map(|flaw| format!("{}: {}", reference.facts[flaw.fact].id, flaw.weakness)).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}
