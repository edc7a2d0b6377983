//! Any bytes as a draft of any format, checked with facts of most forms: it must end, and point only at whole characters.

#![no_main]

use std::sync::LazyLock;

use factdiff::check::{Index, extract_and_check};
use factdiff::reference::{self, Reference};
use factdiff::source::{Format, Text};
use libfuzzer_sys::fuzz_target;

const FACTS: &str = r#"
facts:
  - {id: dead, subject: [ferry, sinking], measure: [killed, dead], value: 34, as-of: 2025-03-04}
  - {id: price, subject: [harbour, harbor], measure: [cost, paid], value: $1.4 billion}
  - {id: opened, subject: [bridge], measure: [opened], date: 1998-05-17}
  - {id: members, subject: [union], measure: [members], values: [{from: 2015-01-01, value: 12000}, {from: 2020-01-01, value: 14500}]}
  - {id: mayor, person: Ana Marsh, roles: [{role: mayor of Brenport, from: 2021-06-01}]}
  - {id: said, quote: "We will not close the harbour", by: Ana Marsh}
  - {id: told, fact: "The fire burned 1,200 hectares of forest in six days."}
  - {id: born, person: Jonas Borg, born: 1958-05-17, died: 2019-11-02}
  - {id: open, subject: [harbour], measure: [open], since: 1964-06-01, not: [fishing harbour]}
  - {id: closed, statement: The harbour was closed., subject: [harbour], measure: [closed], holds: false}
"#;

static REFERENCE: LazyLock<Reference> = LazyLock::new(|| {
    reference::load([("facts.yaml", FACTS)], |_, path| Err(path.to_owned())).expect("the facts are well formed")
});

const FORMATS: [Format; 7] = [
    Format::Plain,
    Format::Markdown,
    Format::Html,
    Format::AsciiDoc,
    Format::Rst,
    Format::Latex,
    Format::Office,
];

static INDEX: LazyLock<Index<'static>> = LazyLock::new(|| Index::of(&REFERENCE));

fuzz_target!(|bytes: &[u8]| {
    let now = jiff::civil::date(2025, 8, 15);
    for format in FORMATS {
        if let Ok(text) = Text::of(bytes, format) {
            let document = text.read(format);
            let checked = extract_and_check(&document, &INDEX, now);
            for finding in &checked.findings {
                assert!(document.file.get(finding.span.range()).is_some(), "{finding:?} cuts a character");
            }
        }
    }
});
