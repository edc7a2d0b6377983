//! Any text as a file of facts: it is refused with errors, or a draft is checked with it.

#![no_main]

use factdiff::check::{Index, extract_and_check};
use factdiff::reference;
use factdiff::source::{self, Format};
use libfuzzer_sys::fuzz_target;

const DRAFT: &str = "The ferry sank on 4 March 2025 and 34 people died, Mayor Ana Marsh said. \"We will not close the \
                     harbour,\" she said. The bridge cost $1.4 billion in 1998, nearly 12% more than planned.";

fuzz_target!(|yaml: &str| {
    let Ok(reference) = reference::load([("facts.yaml", yaml)], |_, path| Err(path.to_owned())) else { return };
    let document = source::read(DRAFT, Format::Plain);
    let _ = extract_and_check(&document, &Index::of(&reference), jiff::civil::date(2025, 8, 15));
});
