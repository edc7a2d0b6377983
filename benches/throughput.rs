//! How fast drafts are read and their claims found, in bytes a second.
//!
//! `cargo bench` measures generated prose; `FACTDIFF_PROSE=draft.txt cargo bench` a draft of yours.

#[expect(dead_code, reason = "the example that writes an archive makes ferries too")]
mod prose;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use factdiff::check::{self, Index};
use factdiff::extract;
use factdiff::reference;
use factdiff::source::{self, Document, Format};
use factdiff::text::Tokens;

fn main() {
    divan::main();
}

/// The text to measure.
fn text() -> String {
    match std::env::var_os("FACTDIFF_PROSE") {
        Some(path) => std::fs::read_to_string(path).expect("FACTDIFF_PROSE names a text"),
        None => prose::generate(0, 1 << 20),
    }
}

fn tokens(document: &Document<'_>) -> usize {
    let mut tokens = Tokens::default();
    let mut count = 0;
    for block in &document.blocks {
        tokens.read(document, block);
        count += black_box(&tokens.tokens).len();
    }
    count
}

#[divan::bench]
fn read_plain(bencher: Bencher<'_, '_>) {
    let text = text();
    let bencher = bencher.counter(BytesCount::of_str(&text));
    bencher.bench(|| source::read(black_box(&text), Format::Plain).blocks.len());
}

#[divan::bench]
fn read_markdown(bencher: Bencher<'_, '_>) {
    let text = text();
    let bencher = bencher.counter(BytesCount::of_str(&text));
    bencher.bench(|| source::read(black_box(&text), Format::Markdown).blocks.len());
}

/// Words looked up and sentences parted.
#[divan::bench]
fn tokenise(bencher: Bencher<'_, '_>) {
    let text = text();
    let document = source::read(&text, Format::Plain);
    bencher.counter(BytesCount::of_str(&text)).bench(|| tokens(black_box(&document)));
}

/// All of it but the reading of the format.
#[divan::bench]
fn find_claims(bencher: Bencher<'_, '_>) {
    let text = text();
    let document = source::read(&text, Format::Plain);
    bencher.counter(BytesCount::of_str(&text)).bench(|| extract::extract(black_box(&document)).len());
}

/// Extraction and checking, by how many facts the reference holds.
#[divan::bench(args = [100, 10_000])]
fn check_claims(bencher: Bencher<'_, '_>, facts: usize) {
    let text = text();
    let document = source::read(&text, Format::Plain);
    let yaml = prose::facts(facts);
    let reference = reference::load([("facts.yaml", yaml.as_str())], |_, path| Err(path.to_owned()));
    let reference = reference.expect("the generated facts are well formed");
    let index = Index::of(&reference);
    let now = jiff::civil::date(2025, 8, 15);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| check::extract_and_check(black_box(&document), &index, now).findings.len());
}

/// The same against so many people and a transcript of five megabytes.
#[divan::bench(args = [0, 5_000])]
fn check_people(bencher: Bencher<'_, '_>, people: usize) {
    let text = text();
    let document = source::read(&text, Format::Plain);
    let yaml = if people == 0 { "facts: []\n".to_owned() } else { prose::people(people) };
    let transcript = |_: &str, _: &str| Ok(prose::generate(0, 5 << 20));
    let reference = reference::load([("people.yaml", yaml.as_str())], transcript);
    let reference = reference.expect("the generated people are well formed");
    let index = Index::of(&reference);
    let now = jiff::civil::date(2025, 8, 15);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| check::extract_and_check(black_box(&document), &index, now).findings.len());
}
