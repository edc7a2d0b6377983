//! What a figure may be of where its own sentence does not say: the sentences before it, its table, its list, the
//! headings above it.

use std::collections::HashSet;
use std::rc::Rc;

use super::subject::Subject;
use crate::check::reading::outline::{Certainty, Name, Part, names};
use crate::claim::Claim;
use crate::lexicon::{Adding, Sense, Word};
use crate::source::{BlockKind, Document};
use crate::text::{self, ContextKind, Token, Tokens};

/// A title is taken for a name up to so many words.
const TITLE: usize = 4;

/// What a claim leans on.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    /// What the sentences before it are about, the nearest first.
    pub(super) earlier: Vec<Subject>,
    /// What else they name.
    pub(super) mentioned: Vec<Subject>,
    /// What heads its row.
    pub(super) row: Option<Row>,
    /// What heads its column.
    pub(super) column: Option<String>,
    /// The names in the titles and headings above it and in what leads into its list.
    pub(super) above: Vec<Subject>,
    /// Every name that the draft has.
    pub(super) known: Rc<Vec<String>>,
    /// The titles themselves, where they are short enough to name something.
    pub(super) titles: Vec<Subject>,
}

/// What a row of a table is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// "Brandeck".
    Of(String),
    /// "Total", "Others": of no one thing.
    Sum,
}

/// What the claim in the block whose tokens these are leans on. `known` are names that running text has: of a title
/// with a capital on every word they alone are names.
pub(super) fn around(
    document: &Document<'_>,
    tokens: &Tokens,
    claim: &Claim<'_>,
    known: &Rc<Vec<String>>,
) -> Surroundings {
    let mut found = Surroundings { known: Rc::clone(known), ..Surroundings::default() };
    let mut scratch = Tokens::default();
    for context in text::context(document, tokens, &claim.place) {
        let words = &document.prose[context.start as usize..context.end as usize];
        let written = words.split_whitespace().collect::<Vec<_>>().join(" ");
        scratch.read_stretch(document, context.start, context.end);
        match context.kind {
            ContextKind::Sentence => {
                let Spoken { free, led } = spoken_of(document, &scratch);
                add(&mut found.earlier, free.into_iter().filter(|name| known.contains(name)).take(1));
                add(&mut found.mentioned, led);
            }
            ContextKind::Row if is_sum(&scratch) => found.row = Some(Row::Sum),
            ContextKind::Row => found.row = Some(Row::Of(written)),
            ContextKind::Column => found.column = Some(written),
            ContextKind::Lead => {
                add(&mut found.above, spoken_of(document, &scratch).all().filter(|name| known.contains(name)));
            }
            ContextKind::Paragraph => {}
            ContextKind::Heading | ContextKind::Title => {
                let title_case = is_title_case(&document.prose, &scratch);
                let spoken = (!title_case).then(|| spoken_of(document, &scratch));
                let named = spoken.into_iter().flat_map(Spoken::all).filter(|name| known.contains(name));
                let there = known.iter().filter(|name| has_words(&written, name)).cloned();
                // "Ten years after Pluto, New Horizons flies on" is about the spacecraft.
                let (led, free): (Vec<_>, Vec<_>) = named.chain(there).partition(|name| is_led_in(&written, name));
                add(&mut found.above, free.into_iter().chain(led));
                if written.split(' ').count() <= TITLE && !written.contains(|c: char| c.is_ascii_digit()) {
                    add(&mut found.titles, [written]);
                }
            }
        }
    }
    found
}

/// What heads the row of a claim in a table.
pub(super) fn row(document: &Document<'_>, claim: &Claim<'_>) -> Option<String> {
    let tokens = Tokens::default();
    let row = text::context(document, &tokens, &claim.place).find(|context| context.kind == ContextKind::Row)?;
    let words = document.prose.get(row.start as usize..row.end as usize)?;
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn add(subjects: &mut Vec<Subject>, names: impl IntoIterator<Item = String>) {
    for name in names {
        if !subjects.iter().any(|known| known.name == name) {
            subjects.push(Subject { name, at: None });
        }
    }
}

/// The names that the running text of a draft has: those with a capital inside a sentence, and longer ones.
pub(super) fn names_of(document: &Document<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut seen: HashSet<String> = HashSet::new();
    let mut tokens = Tokens::default();
    for block in &document.blocks {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Quote) {
            continue;
        }
        tokens.read(document, block);
        for sentence in &tokens.sentences {
            for name in names(&document.prose, &tokens.tokens, sentence.clone()) {
                let before = &tokens.tokens[sentence.start..name.tokens.start];
                let opens = name.tokens.len() == 1 && before.iter().all(Token::is_symbol);
                let words = written(document, &tokens, &name);
                // "Fernhill City Council" is named for Fernhill.
                let first = &tokens.tokens[name.tokens.start];
                let place = (name.tokens.len() > 1 && first.word.is_none_or(Word::is_only_a_name))
                    .then(|| first.text(&document.prose).to_owned());
                for name in (!opens).then_some(words).into_iter().chain(place) {
                    if seen.insert(name.clone()) {
                        found.push(name);
                    }
                }
            }
        }
    }
    found
}

/// The names in some sentences.
struct Spoken {
    /// Those that no preposition leads, whoever speaks first.
    free: Vec<String>,
    /// "in Alaska".
    led: Vec<String>,
}

impl Spoken {
    fn all(self) -> impl Iterator<Item = String> {
        self.free.into_iter().chain(self.led)
    }
}

fn spoken_of(document: &Document<'_>, tokens: &Tokens) -> Spoken {
    let mut spoken = Spoken { free: Vec::new(), led: Vec::new() };
    for sentence in &tokens.sentences {
        let names = names(&document.prose, &tokens.tokens, sentence.clone());
        for name in names.iter().filter(|name| name.certainty == Certainty::Sure) {
            let words = written(document, tokens, name);
            match name.part {
                // "she" after "…, Ostrander said" is Ostrander.
                Part::Speaker => spoken.free.insert(0, words),
                Part::Spoken if is_led(tokens, name) => spoken.led.push(words),
                Part::Spoken => spoken.free.push(words),
            }
        }
    }
    spoken
}

/// A name on one line.
fn written(document: &Document<'_>, tokens: &Tokens, name: &Name) -> String {
    let (first, last) = (&tokens.tokens[name.tokens.start], &tokens.tokens[name.tokens.end - 1]);
    let words = &document.prose[first.start as usize..last.end as usize];
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_led(tokens: &Tokens, name: &Name) -> bool {
    let means = |at: usize, sense| tokens.tokens[at].word.is_some_and(|word| word.is(sense));
    let before = (0..name.tokens.start).rev().find(|&at| !means(at, Sense::Article));
    before.is_some_and(|at| means(at, Sense::Preposition))
}

/// Whether what stands before a name in a heading makes it a matter of when, where or beside whom.
fn is_led_in(heading: &str, name: &str) -> bool {
    let mut before = heading.split(name).next().unwrap_or_default().split_whitespace().rev();
    let word = |text: &str| Word::find(&text.to_lowercase());
    let last = before.find(|text| !word(text).is_some_and(|word| word.is(Sense::Article)));
    let leads = |word: Word| word.is(Sense::Preposition) || word.is(Sense::Opens);
    last.and_then(word).is_some_and(leads)
}

/// "Total", "Others": whether a row is of no one thing.
fn is_sum(tokens: &Tokens) -> bool {
    let lumps = |token: &Token| token.word.is_some_and(|word| word.is(Sense::Adding(Adding::Lumped)));
    tokens.tokens.is_empty() || tokens.tokens.len() > TITLE || tokens.tokens.iter().any(lumps)
}

/// Whether a capital begins every long word.
fn is_title_case(prose: &str, tokens: &Tokens) -> bool {
    let long = tokens.tokens.iter().filter(|token| !token.is_symbol() && token.text(prose).len() > 4);
    long.into_iter().all(|token| token.is_capitalised() || token.text(prose).starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether all the words of a name stand side by side in a text.
fn has_words(text: &str, name: &str) -> bool {
    let inner = |c: char| c.is_alphanumeric();
    text.match_indices(name).any(|(at, _)| !text[..at].ends_with(inner) && !text[at + name.len()..].starts_with(inner))
}
