//! Quotations of the draft × quotations and transcripts of the reference: the words, and who said them.

#[cfg(test)]
mod tests;
mod threes;
mod words;

use std::cell::LazyCell;
use std::collections::HashMap;

use super::names::{ByBlock, folded};
use super::{Judged, Verdict};
use crate::claim::{Claim, Value};
use crate::finding::{Finding, Fix, Spot, Wrong};
use crate::reference::{Form, Reference};
use crate::source::{BlockKind, Document};
use crate::span::{Span, offset};
use threes::Threes;
use words::{Alike, Differing, Words};

/// The words on record: those of quotations and of whole transcripts.
#[derive(Debug, Default)]
pub(super) struct Records {
    all: Vec<Record>,
    /// The quotations that have a word.
    by_word: HashMap<String, Vec<u32>>,
    /// Where three words stand together in a transcript.
    by_three: Threes,
}

/// What one fact has on record.
#[derive(Debug)]
struct Record {
    fact: usize,
    words: Words,
    by: Vec<String>,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Quotation,
    Transcript,
}

/// A shorter fragment agrees with a quotation only where its speaker does.
const TELLING: usize = 4;
/// A name of so many letters is another misspelled where one is wrong.
const LONG_NAME: usize = 8;
/// How many words around a place in a transcript are compared, beyond those of the draft.
const MARGIN: usize = 8;
/// A word of so many quotations tells none of them apart.
const COMMON: usize = 2000;

impl Records {
    /// Reads once the quotations and transcripts that these facts of a reference have.
    pub(super) fn of(reference: &Reference, facts: &[u32]) -> Self {
        let mut records = Self::default();
        for fact in facts.iter().map(|&fact| fact as usize) {
            let (text, by, kind) = match &reference.facts[fact].form {
                Form::Quote { words, by } => (words, by, Kind::Quotation),
                Form::Transcript { text, by } => (text, by, Kind::Transcript),
                Form::Sentence { .. }
                | Form::Value(_)
                | Form::Values(_)
                | Form::Date(_)
                | Form::Since { .. }
                | Form::Person(_)
                | Form::Statement { .. } => continue,
            };
            let record =
                Record { fact, words: Words::of(text), by: by.iter().map(|name| folded(name)).collect(), kind };
            records.all.push(record);
        }
        let of = |kind: Kind| (0_u32..).zip(&records.all).filter(move |(_, record)| record.kind == kind);
        for (number, record) in of(Kind::Quotation) {
            for word in record.words.distinct() {
                records.by_word.entry(word.to_owned()).or_default().push(number);
            }
        }
        records.by_three = Threes::of(&of(Kind::Transcript).map(|(number, record)| (number, record.words.threes())));
        records
    }

    /// What comes nearest to words of a draft.
    fn nearest(&self, said: &Words) -> Option<(&Record, Alike)> {
        let quotation = self.among_quotations(said);
        quotation.or_else(|| self.among_transcripts(said))
    }

    fn among_quotations(&self, said: &Words) -> Option<(&Record, Alike)> {
        let mut shared: HashMap<u32, usize> = HashMap::new();
        let words = said.distinct();
        let count = words.len();
        for word in words {
            for number in self.by_word.get(word).filter(|numbers| numbers.len() <= COMMON).into_iter().flatten() {
                *shared.entry(*number).or_default() += 1;
            }
        }
        let close = shared.into_iter().filter(|&(_, shared)| shared * 2 >= count);
        let alike = close.filter_map(|(number, _)| {
            let record = &self.all[number as usize];
            Some((record, said.alike(&record.words, 0..record.words.len())?))
        });
        alike.min_by_key(|(record, alike)| (alike.changes(), record.fact))
    }

    fn among_transcripts(&self, said: &Words) -> Option<(&Record, Alike)> {
        let mut places: HashMap<(u32, u32), usize> = HashMap::new();
        for (three, at) in said.threes().zip(0_u32..) {
            for (number, place) in self.by_three.places(three).take(COMMON) {
                *places.entry((number, place.saturating_sub(at))).or_default() += 1;
            }
        }
        let ((number, start), _) =
            places.into_iter().max_by_key(|&(place, votes)| (votes, std::cmp::Reverse(place)))?;
        let record = &self.all[number as usize];
        let from = (start as usize).saturating_sub(MARGIN);
        let to = (start as usize + said.len() + MARGIN).min(record.words.len());
        Some((record, said.alike(&record.words, from..to)?))
    }
}

/// Judges every quotation of a draft.
pub(super) fn judge(
    document: &Document<'_>,
    claims: &[Claim<'_>],
    (reference, records): (&Reference, &Records),
    judged: &mut Judged<'_>,
) {
    if records.all.is_empty() {
        return;
    }
    // Only a quotation of somebody else's needs them.
    let by_block = LazyCell::new(|| ByBlock::of(claims));
    for (index, claim) in claims.iter().enumerate() {
        let Value::Quote(quote) = &claim.value else { continue };
        let said = Words::of(quote);
        let Some((record, alike)) = records.nearest(&said) else { continue };
        // A headline has room for a part: “We will dredge and no ship will wait”.
        let heads =
            matches!(document.blocks[claim.place.block as usize].kind, BlockKind::Title | BlockKind::Heading(_));
        let alike = if heads && said.shortens(&record.words) { Alike::Same } else { alike };
        let speaker = Speaker::of(claim, record, document);
        let telling = said.len() >= TELLING || said.len() == record.words.len();
        let fact = record.fact;
        let text = document.file.get(claim.span.range()).unwrap_or_default();
        let spot = Spot { span: claim.span, text, quoted: false };
        let mut add = |verdict, wrong: Option<(Spot<'_>, Wrong<'_>)>| {
            judged.verdicts.push((index, verdict));
            let finding = wrong.map(|(spot, wrong)| Finding::of_words(spot, &reference.facts[fact], wrong));
            judged.findings.extend(finding);
        };
        match (alike, speaker) {
            (Alike::Same, Speaker::Right) => add(Verdict::Supported(fact), None),
            (Alike::Same, Speaker::Unknown) if telling => add(Verdict::Supported(fact), None),
            // A few words by somebody else are a saying that both may use.
            (Alike::Same, Speaker::Other) if said.len() >= TELLING => {
                let by = record_by(reference, fact);
                let named = claim.speaker.as_deref().unwrap_or_default();
                let spot = line_of(document, || &by_block, claim).unwrap_or(spot);
                add(Verdict::Contradicted(fact), Some((spot, Wrong::Speaker { named, by })));
            }
            (Alike::Changed { changes, differing, .. }, Speaker::Right | Speaker::Unknown) if telling => {
                let said = if let Form::Quote { words, .. } = &reference.facts[fact].form { words } else { "" };
                let fix = put_right(spot, quote, said, &differing);
                let wrong = Wrong::Words { said, changes: &changes, fix: fix.as_ref() };
                add(Verdict::Contradicted(fact), Some((spot, wrong)));
            }
            (Alike::Same | Alike::Changed { .. }, Speaker::Right | Speaker::Unknown | Speaker::Other) => {}
        }
    }
}

/// The name of the speaker, where a line of its own under a quotation that is set off says who speaks and what they are:
/// "— Tess Moor, council leader".
fn line_of<'d, 'c>(
    document: &Document<'d>,
    by_block: impl FnOnce() -> &'c ByBlock<'c>,
    quote: &Claim<'_>,
) -> Option<Spot<'d>> {
    let block = quote.place.block;
    if document.blocks[block as usize].kind != BlockKind::Quote {
        return None;
    }
    let named = |claim: &&Claim<'_>| {
        let name = if let Value::Role(role) = &claim.value { Some(&*role.name) } else { None };
        claim.span.start() >= quote.span.end() && name == quote.speaker.as_deref()
    };
    let by_block = by_block();
    let near = by_block.of_block(block).chain(by_block.of_block(block + 1));
    let span = near.map(|(_, claim)| claim).find(named)?.span;
    Some(Spot { span, text: document.file.get(span.range())?, quoted: false })
}

/// The most letters that are put right in a quotation; where more differ, it may be another.
const MOST_PUT_RIGHT: usize = 40;

/// The words on record where a quotation has others, set as the draft sets its own; none where the
/// record is a transcript, where markup stands among the words, where a sentence begins in one
/// alone, or where the draft has words that come later on record: "blood, sweat and tears" for
/// "blood, toil, tears and sweat" is out of order as a whole.
fn put_right(spot: Spot<'_>, quote: &str, said: &str, differing: &Differing) -> Option<Fix> {
    let Differing { said: mut own, mut record } = differing.clone();
    let later = said.get(record.end..)?;
    let is_moved =
        |word: &str| word.len() > 3 && later.split(|c: char| !c.is_alphanumeric()).any(|other| other == word);
    if quote.get(own.clone())?.split(|c: char| !c.is_alphanumeric()).any(is_moved) {
        return None;
    }
    // A comma goes with the word that it follows; what ends the quotation is the draft's.
    let signs = |text: &str| text.find(|c: char| c.is_whitespace() || c.is_alphanumeric());
    if let (Some(old), Some(new)) = (signs(&quote[own.end..]), signs(later))
        && [&quote[own.end..][..old], &later[..new]].iter().all(|signs| matches!(*signs, "" | "," | ";" | ":"))
        && !own.is_empty()
    {
        own.end += old;
        record.end += new;
    }
    let (old, right) = (quote.get(own.clone())?, said.get(record)?);
    let capital = |text: &str| text.starts_with(char::is_uppercase);
    let alike = capital(old) == capital(right) && old.len().max(right.len()) <= MOST_PUT_RIGHT;
    let place = |at: usize| spot.span.start() + offset(at);
    let span = Span::new(place(own.start), place(own.end))?;
    let straight = quote.contains('\'');
    let replacement = if straight { right.replace('\u{2019}', "'") } else { right.replace('\'', "\u{2019}") };
    (alike && spot.text == quote).then_some(Fix { span, replacement })
}

fn record_by(reference: &Reference, fact: usize) -> &str {
    let (Form::Quote { by, .. } | Form::Transcript { by, .. }) = &reference.facts[fact].form else { return "" };
    by.first().map_or("", String::as_str)
}

/// Whether the draft has the right person speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Speaker {
    Right,
    Other,
    /// It names nobody, or somebody who may be anybody: "a senior official".
    Unknown,
}

impl Speaker {
    /// Whom a pronoun stands for that no name of its paragraph explains is a guess: "she wrote in her memoir".
    fn of(claim: &Claim<'_>, record: &Record, document: &Document<'_>) -> Self {
        let Some(named) = claim.speaker.as_deref().filter(|_| !record.by.is_empty()) else { return Self::Unknown };
        let folded = folded(named);
        let surname = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
        let right = record.by.iter().any(|by| {
            // "Gian Tenz" for "Gian Tönz" is no other speaker.
            let slip = || folded.len() >= LONG_NAME && strsim::osa_distance(by, &folded) == 1;
            let named = *by == folded || surname(by) == surname(&folded);
            named || folded.contains(by.as_str()) || by.contains(&folded) || slip()
        });
        let is_name = named.split_whitespace().all(|word| word.chars().next().is_some_and(char::is_uppercase));
        // "— Tess Moor" stands in the block behind what she says.
        let beside = document.blocks[claim.place.block as usize..].iter().take(2);
        let surname_of = named.rsplit(' ').next().unwrap_or_default();
        let guessed = !beside.into_iter().any(|block| document.text(block).contains(surname_of));
        match (right, is_name) {
            (true, _) => Self::Right,
            (false, true) if !guessed && !matches!(folded.split(' ').next(), Some("the" | "a" | "an")) => Self::Other,
            (false, _) => Self::Unknown,
        }
    }
}
