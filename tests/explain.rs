//! Why a claim was held against a fact, or was not.
//!
//! The cases stand in `tests/check/explained.txt`: a heading, facts, a draft, and what is said of
//! the draft's first line. The drafts are of 15 August 2025.

use factdiff::check::{Index, explain};
use factdiff::extract::extract;
use factdiff::reference::load;
use factdiff::report::{self, Name};
use factdiff::source::{self, Format};
use jiff::civil::date;

use crate::cases;
use crate::program::{folder, run};

#[test]
fn every_claim_of_a_line_is_explained() {
    cases::hold("tests/check/explained.txt", outcome);
}

fn outcome(parts: &[&str]) -> String {
    let [facts, draft] = parts else { panic!("a case has facts and a draft") };
    let reference = load([("facts.yaml", *facts)], |_, _| Err("no transcripts here".into())).expect("good facts");
    let mut document = source::read(draft, Format::Markdown);
    let now = date(2025, 8, 15);
    document.date = Some(now);
    let explained = explain(&document, extract(&document), &Index::of(&reference), now);
    let mut out = Vec::new();
    report::explain::line(&mut out, Name::Path("draft.md"), &document, &explained, &reference, 1);
    String::from_utf8(out).expect("text")
}

#[test]
fn the_line_is_named_behind_the_file() {
    let facts = "facts:\n  - {id: bridge-length, value: 240 metres, subject: Orsa bridge, measure: length}\n";
    let draft = "The bridge.\n\nThe Orsa bridge has a length of 240 metres.\n";
    let folder = folder("explain", &[("facts.yaml", facts.as_bytes()), ("draft.md", draft.as_bytes())]);
    let ask = |line: &str| run(&folder, &["explain", line, "--claims", "facts.yaml", "--date", "2025-08-15"], b"");
    let told = ask("draft.md:3");
    assert_eq!((told.status, told.err.as_str()), (0, ""));
    assert!(told.out.starts_with("draft.md:3:33: \"240 metres\"\n"), "{}", told.out);
    assert!(told.out.contains("  supported by bridge-length\n"), "{}", told.out);
    assert_eq!(ask("draft.md:1").out, "draft.md:1: no claim begins on this line\n");
    assert_eq!(ask("absent.md:1").status, 2);
    assert_eq!(ask("draft.md").status, 2);
    assert_eq!(ask("draft.md:0").status, 2);
    let beyond = ask("draft.md:4");
    assert_eq!((beyond.status, beyond.err.as_str()), (2, "error: there is no line 4: the draft has 3\n"));
    let piped =
        run(&folder, &["explain", "-:1", "--claims", "facts.yaml"], b"The Orsa bridge has a length of 240 metres.");
    assert!(piped.out.contains("  supported by bridge-length\n"), "{piped:?}");
}
