//! What is learned from articles that are trusted.
//!
//! The cases stand in `tests/check/learned.txt`: a heading, facts that are known, if any, an article, and the reference
//! file that comes of it. The articles are of 15 August 2025.

use factdiff::check::{Index, check};
use factdiff::extract::extract;
use factdiff::learn::learn;
use factdiff::reference::written::Written;
use factdiff::reference::{Reference, load};
use factdiff::source::{self, Document, Format};
use jiff::civil::{Date, date};

use crate::cases;
use crate::program::{folder, run};

const NOW: Date = date(2025, 8, 15);

fn read(facts: &str) -> Reference {
    load([("facts.yaml", facts)], |_, _| Err("no transcripts here".into())).expect("good facts")
}

fn article(text: &str) -> Document<'_> {
    let mut document = source::read(text, Format::Markdown);
    document.date = Some(NOW);
    document
}

/// What is learned from an article, as a file.
fn learned(text: &str, known: &Reference) -> String {
    let lesson = learn(&article(text), NOW, &[&Index::of(known)]);
    Written::read("facts.yaml", "").expect("an empty file").with(&lesson.facts)
}

#[test]
fn articles_are_learned_from() {
    cases::hold("tests/check/learned.txt", |parts| {
        let (known, text) = match parts {
            [text] => (Reference::default(), text),
            [facts, text] => (read(facts), text),
            _ => panic!("a case has facts, perhaps, and an article"),
        };
        learned(text, &known)
    });
}

#[test]
fn what_is_learned_finds_nothing_in_its_article_and_what_is_changed_in_it() {
    let text = "The Orsa dam has a length of 240 metres. Ana Weber took office in 2017. The United States bought Alaska for $7.2 million.";
    let facts = read(&learned(text, &Reference::default()));
    let index = Index::of(&facts);
    let findings = |text: &str| {
        let document = article(text);
        let checked = check(&document, extract(&document), &index, NOW);
        checked.findings.iter().map(|finding| text[finding.span.range()].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(findings(text), Vec::<String>::new());
    for (right, wrong) in [("240 metres", "204 metres"), ("2017", "2016"), ("$7.2 million", "$7.9 million")] {
        assert_eq!(findings(&text.replace(right, wrong)), [wrong]);
    }
}

#[test]
fn a_file_is_begun_and_added_to() {
    let first = "The Orsa dam has a length of 240 metres.\n";
    let second = "The Orsa dam has a length of 240 metres. The Orsa dam cost $9 million.\n";
    let folder = folder("learn", &[("first.md", first.as_bytes()), ("second.md", second.as_bytes())]);
    let learn = |arguments: &[&str]| run(&folder, &[&["learn", "--date", "2025-08-15"], arguments].concat(), b"");
    let begun = learn(&["first.md", "--to", "facts.yaml"]);
    assert_eq!((begun.status, begun.out.as_str()), (0, ""), "{begun:?}");
    assert!(begun.err.starts_with("note: 1 fact written to facts.yaml"), "{begun:?}");
    let file = folder.join("facts.yaml");
    let text = std::fs::read_to_string(&file).expect("it is written");
    std::fs::write(&file, format!("# ours\n{}", text.replace("TODO", "the plans # page 3"))).expect("our own file");
    let added = learn(&["second.md", "--to", "facts.yaml"]);
    assert_eq!(added.status, 0, "{added:?}");
    let text = std::fs::read_to_string(&file).expect("it is there");
    assert!(text.starts_with("# ours\nfacts:\n"), "{text}");
    assert!(text.contains("source: the plans # page 3\n"), "{text}");
    assert_eq!(text.matches("- id: ").count(), 2, "{text}");
    let again = learn(&["second.md", "first.md", "--to", "facts.yaml"]);
    assert!(again.err.starts_with("note: 0 facts"), "{again:?}");
    assert_eq!(std::fs::read_to_string(&file).expect("it is there"), text);
}

#[test]
fn articles_are_learned_from_one_after_the_other() {
    let text = b"The Orsa dam has a length of 240 metres.\n";
    let folder =
        folder("learn-two", &[("one.md", text), ("two.md", text), ("claims/bad.yaml", b"facts:\n  - id: x\n")]);
    let both = run(&folder, &["extract", "--format", "yaml", "one.md", "two.md"], b"");
    assert_eq!((both.status, both.out.matches("- id: ").count()), (0, 1), "{both:?}");
    let broken = run(&folder, &["learn", "one.md"], b"");
    assert_eq!((broken.status, broken.out.as_str()), (2, ""), "{broken:?}");
    let absent = run(&folder, &["extract", "--format", "yaml", "absent.md"], b"");
    assert_eq!(absent.status, 2, "{absent:?}");
}

#[test]
fn an_article_without_claims_leaves_nothing_behind() {
    let folder = folder("learn-nothing", &[("empty.md", b"Nothing is counted here.")]);
    for arguments in [&["learn", "empty.md"][..], &["learn", "--to", "new.yaml", "empty.md"]] {
        let ran = run(&folder, arguments, b"");
        assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{arguments:?}: {}", ran.err);
        assert!(ran.err.contains("no claim to learn from"), "{}", ran.err);
    }
    assert!(!folder.join("new.yaml").exists());
}
