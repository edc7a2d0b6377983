//! What people see of a finding.

use super::*;
use crate::check::Checked;
use crate::finding::Fix;
use crate::reference::Reference;
use crate::source::{self, Format};

/// The report on `draft` where `wrong` stands in it and the reference has another figure.
fn report(draft: &str, wrong: &str) -> String {
    colored::control::set_override(false);
    let start = draft.find(wrong).expect("the figure stands in the draft");
    let at = |byte: usize| u32::try_from(byte).expect("a short draft");
    let span = Span::new(at(start), at(start + wrong.len())).expect("not empty");
    let finding = Finding {
        rule: Rule::ValueDiffers,
        level: Level::Error,
        span,
        text: wrong.to_owned(),
        message: "the ferry had 86 passengers, not 68".to_owned(),
        fact: Some(FactNote {
            id: "ferry".to_owned(),
            states: "86 passengers".to_owned(),
            source: Some("the harbour office".to_owned()),
            dated: None,
            severity: None,
        }),
        draft: Some("68".to_owned()),
        reference: Some("86".to_owned()),
        difference: Some("-20.9%".to_owned()),
        unit: None,
        quoted: false,
        hints: vec!["the digits may be transposed".to_owned()],
        fix: Some(Fix { span, replacement: "86".to_owned() }),
        other: None,
    };
    let document = source::read(draft, Format::Plain);
    let found = Checked { claims: Vec::new(), findings: vec![finding] };
    let mut out = Vec::new();
    let reference = Reference::default();
    let article = Article { name: Name::Path("ferry.md"), document: &document, checked: &found, reference: &reference };
    Text { show: Show::Differences, detail: Detail::Usual, ending: Ending::None }.draft(&mut out, &article);
    String::from_utf8(out).expect("text")
}

#[test]
fn a_difference_shows_the_words_both_sides_and_what_helps() {
    let expected = "\
error[value-differs]: the ferry had 86 passengers, not 68
 --> ferry.md:2:12
  |
2 | The ferry, 68 passengers aboard, sank.
  |            ^^
  - draft:     68
  + reference: 86 passengers (ferry)
  = the digits may be transposed
  = source: the harbour office
  = help: write \"86\"

";
    assert_eq!(report("Friday.\nThe ferry, 68 passengers aboard, sank.\n", "68"), expected);
}

/// The line of the report that shows the draft, and the one that underlines the figure.
fn shown(draft: &str, wrong: &str) -> (String, String) {
    let report = report(draft, wrong);
    let mut lines = report.lines().skip(3).map(|line| line.split_once('|').expect("a gutter").1.to_owned());
    (lines.next().expect("the draft's line"), lines.next().expect("the underline"))
}

#[test]
fn a_long_line_is_cut_to_whole_words_around_the_figure() {
    let cases = [
        ("short before", format!("In all 68 died. {}", "and so on ".repeat(60))),
        ("short after", format!("{}In all 68 died.", "and so on ".repeat(60))),
        ("long", format!("{}in all 68 died {}", "and so on ".repeat(60), "and so forth ".repeat(60))),
        ("no blanks", format!("{}68{}", "x".repeat(500), "y".repeat(500))),
        ("not Latin", format!("{}68{}", "ж".repeat(500), "ж ".repeat(500))),
    ];
    for (case, draft) in cases {
        let (line, underline) = shown(&draft, "68");
        let length = line.chars().count();
        assert!(length <= WIDTH + 3, "{case}: {length} characters: {line}");
        let column = underline.find("^^").expect("underlined");
        let above: String = line.chars().skip(column).take(2).collect();
        assert_eq!(above, "68", "{case}: {line}");
        assert!(length > 60, "{case}: {line}");
    }
}

#[test]
fn a_figure_over_two_lines_is_shown_as_one() {
    let (line, underline) = shown("The war has cost 1.5\r\nmillion casualties.", "1.5\r\nmillion");
    assert_eq!(line, " The war has cost 1.5  million casualties.");
    assert_eq!(underline, "                  ^^^^^^^^^^^^");
}

#[test]
fn a_long_quotation_is_cut() {
    let quote = "word ".repeat(200);
    let (line, underline) = shown(&format!("He said: {quote}end"), &quote);
    assert!(line.ends_with('…'), "{line}");
    assert!(underline.trim().len() <= WIDTH, "{underline}");
}
