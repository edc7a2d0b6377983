//! The claims of a draft, read a batch of blocks at a time: each finder goes through all sentences of a batch before the
//! next one does. Together they are more code than a processor keeps at hand.

use std::borrow::Cow;
use std::ops::Range;

use super::header::Header;
use super::name::{self, Name};
use super::numeral::{self, Numerals};
use super::quote::{self, Persons, Quotation};
use super::traps::{self, SetAside};
use super::{Candidate, FINDERS, MOST, Sentence, date, overlap, text_of};
use crate::claim::{Claim, ClaimKind, Place};
use crate::lexicon::Begins;
use crate::source::Document;
use crate::span::offset;
use crate::text::Tokens;

/// From so many tokens on a batch is read: a few thousand words, which stay at hand themselves.
const BATCH: usize = 8192;

/// Reads the claims of a draft. `spared` is given each sentence that has words set aside: those words, and the claims
/// that stand all the same; `figured` each block that has figures; `take` the claims of a batch when it is read, or all
/// at the end where notes stand in the file where they are called, and are read below the text.
pub(super) fn read<'t>(
    document: &'t Document<'_>,
    mut spared: impl FnMut(&Sentence<'_, 't>, &[SetAside], &[Candidate<'t>]),
    mut figured: impl FnMut(usize, &Tokens),
    mut take: impl FnMut(Claim<'t>),
) {
    let in_order = is_in_order(document);
    let mut room = MOST;
    let mut claims = Vec::new();
    let mut pages = Pages::default();
    while pages.turn(document) {
        let mut sentences = Vec::with_capacity(pages.batch().iter().map(|page| page.counts.len()).sum());
        pages.batch().iter().for_each(|page| sentences.extend(page.sentences(document)));
        find(&mut sentences);
        set_aside(&mut sentences, &mut spared);
        let mut sentences = sentences.into_iter().peekable();
        for page in pages.batch() {
            let header = Header::of(document, page.index, &page.tokens);
            let before = claims.len();
            while let Some(found) = sentences.next_if(|found| found.page == page.index && claims.len() < room) {
                let settle = |mut candidate: Candidate<'t>| {
                    if Header::is_scale(document, page.index, &page.tokens.tokens, &candidate) {
                        return None;
                    }
                    if let Some(header) = header {
                        header.apply(&mut candidate);
                    }
                    settle(document, page, found.ordinal, candidate)
                };
                let first = claims.len();
                claims.extend(found.candidates.into_iter().filter_map(settle));
                claims[first..].sort_by_key(|claim| claim.span);
            }
            if claims[before..].iter().any(Claim::is_figure) {
                figured(page.index, &page.tokens);
            }
        }
        if in_order || pages.read == document.blocks.len() {
            claims.truncate(room);
            room -= claims.len();
            if !claims.is_sorted_by_key(|claim: &Claim<'_>| claim.span) {
                claims.sort_by_key(|claim| claim.span);
            }
            claims.drain(..).for_each(&mut take);
        }
    }
}

/// The blocks of a draft, of which a batch is read at a time. Reused from batch to batch: reading the next allocates
/// little.
#[derive(Default)]
struct Pages<'t> {
    all: Vec<Page<'t>>,
    /// How many of them are those of the batch.
    count: usize,
    /// How many blocks of the draft have been read.
    read: usize,
    under: date::Under,
    persons: Persons<'t>,
}

impl<'t> Pages<'t> {
    /// Reads the next blocks; false where none is left.
    fn turn(&mut self, document: &'t Document<'_>) -> bool {
        let mut tokens = 0;
        self.count = 0;
        while let Some(block) = document.blocks.get(self.read).filter(|_| tokens < BATCH) {
            if self.count == self.all.len() {
                self.all.push(Page::default());
            }
            let page = &mut self.all[self.count];
            page.index = self.read;
            page.under = self.under.read(&document.prose, block, document.date);
            page.tokens.read(document, block);
            tokens += page.tokens.tokens.len();
            self.count += 1;
            self.read += 1;
        }
        let batch = &mut self.all[..self.count];
        for page in &mut *batch {
            page.names.clear();
            name::read_block(&document.prose, &page.tokens, &mut page.names);
        }
        for page in &mut *batch {
            page.quotations = quote::read(document, page.index, &page.tokens, &page.names, &mut self.persons);
        }
        for page in batch {
            page.count(&document.prose);
        }
        self.count > 0
    }

    fn batch(&self) -> &[Page<'t>] {
        &self.all[..self.count]
    }
}

/// A block as the finders need it.
#[derive(Default)]
struct Page<'t> {
    /// Which block of the draft it is.
    index: usize,
    tokens: Tokens,
    /// The year that stands alone above it.
    under: Option<date::Above>,
    names: Vec<Name>,
    quotations: Vec<Quotation<'t>>,
    numerals: Numerals,
    /// One a sentence.
    counts: Vec<Count>,
}

/// The numbers of a sentence among those of its block.
struct Count {
    numerals: Range<usize>,
    articles: Range<usize>,
    /// What shapes its words can begin.
    begins: Begins,
}

/// A sentence and what is found in it.
struct Found<'a, 't> {
    /// The number of its block.
    page: usize,
    /// Which sentence of the block it is.
    ordinal: usize,
    sentence: Sentence<'a, 't>,
    candidates: Vec<Candidate<'t>>,
}

impl<'t> Page<'t> {
    /// Reads the numbers of each sentence.
    fn count(&mut self, prose: &str) {
        self.numerals.all.clear();
        self.numerals.articles.clear();
        self.counts.clear();
        for (ordinal, range) in self.tokens.sentences.iter().enumerate() {
            let (numerals, articles) = (self.numerals.all.len(), self.numerals.articles.len());
            let tokens = (&self.tokens.tokens[..], self.tokens.spots_of(ordinal));
            let begins = numeral::read(prose, tokens, range, &mut self.numerals);
            self.counts.push(Count {
                numerals: numerals..self.numerals.all.len(),
                articles: articles..self.numerals.articles.len(),
                begins,
            });
        }
    }

    /// The sentences in which something may be found.
    fn sentences<'a>(&'a self, document: &'t Document<'_>) -> impl Iterator<Item = Found<'a, 't>> {
        let all = self.tokens.sentences.iter().zip(&self.counts).enumerate();
        all.filter_map(|(ordinal, (range, count))| {
            let names = name::within(&self.names, range);
            let begins = count
                .begins
                .with(Begins::NAME.only_if(!names.is_empty()))
                .with(Begins::QUOTATION.only_if(!self.quotations.is_empty()));
            let finds = FINDERS.iter().any(|(_, one, other)| begins.any(*one) && begins.any(*other));
            if !finds && count.numerals.is_empty() {
                return None;
            }
            let sentence = Sentence {
                prose: &document.prose,
                tokens: &self.tokens.tokens,
                range: range.clone(),
                spots: self.tokens.spots_of(ordinal),
                numerals: &self.numerals.all[count.numerals.clone()],
                articles: &self.numerals.articles[count.articles.clone()],
                begins,
                names,
                quotations: &self.quotations,
                block: &document.blocks[self.index],
                now: document.date,
                under: self.under,
                usage: document.usage,
            };
            Some(Found { page: self.index, ordinal, sentence, candidates: Vec::new() })
        })
    }
}

/// Gives each finder the sentences that hold what it needs.
fn find(sentences: &mut [Found<'_, '_>]) {
    for (find, one, other) in FINDERS {
        for Found { sentence, candidates, .. } in &mut *sentences {
            if sentence.begins.any(*one) && sentence.begins.any(*other) {
                find(sentence, candidates);
            }
        }
    }
}

/// Decides between what was found in each sentence and the words that are set aside in it.
fn set_aside<'t>(
    sentences: &mut [Found<'_, 't>],
    spared: &mut impl FnMut(&Sentence<'_, 't>, &[SetAside], &[Candidate<'t>]),
) {
    let mut set_aside = Vec::new();
    for Found { sentence, candidates, .. } in sentences {
        // What a figure says ends with its sentence; a quotation may hold several.
        let end = sentence.range.end;
        candidates.retain(|candidate| candidate.kind == ClaimKind::Quote || candidate.whole.end <= end);
        set_aside.clear();
        traps::find(sentence, &mut set_aside);
        overlap::resolve(candidates, &set_aside);
        if !set_aside.is_empty() {
            spared(sentence, &set_aside, candidates);
        }
    }
}

/// Whether every block stands in the file behind the one before it.
fn is_in_order(document: &Document<'_>) -> bool {
    let spans = document.blocks.iter().filter_map(|block| document.map.to_file(block.start, block.end));
    spans.is_sorted_by(|before, block| before.end() <= block.start())
}

/// A candidate as a claim, its tokens turned into bytes of the file.
fn settle<'t>(
    document: &'t Document<'_>,
    page: &Page<'t>,
    sentence: usize,
    candidate: Candidate<'t>,
) -> Option<Claim<'t>> {
    let tokens = &page.tokens.tokens;
    let span = |range: &Range<usize>| document.map.to_file(tokens[range.start].start, tokens[range.end - 1].end);
    let quotation = quote::around(&page.quotations, &candidate.whole);
    Some(Claim {
        kind: candidate.kind,
        span: span(&candidate.whole)?,
        core: span(&candidate.core)?,
        value: candidate.value,
        of: candidate.of.map(|range| Cow::Borrowed(text_of(&document.prose, tokens, &range))),
        speaker: quotation.and_then(|quotation| quotation.speaker).map(Cow::Borrowed),
        quoted: quotation.is_some() && candidate.kind != ClaimKind::Quote,
        place: Place {
            block: offset(page.index),
            sentence: offset(sentence),
            tokens: offset(candidate.whole.start)..offset(candidate.whole.end),
            excerpt: page.tokens.excerpt(&document.prose, &page.tokens.sentences[sentence], &candidate.whole),
        },
    })
}
