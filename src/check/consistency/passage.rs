//! A sentence with the figures in it, as the rules see it.

use std::ops::Range;

use jiff::civil;

use crate::check::Now;
use crate::check::reading::outline::has_sense;
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Mismatch, Rule, Spot, Sum, Voice};
use crate::lexicon::Sense;
use crate::source::Document;
use crate::span::Span;
use crate::text::{Token, Tokens};
use crate::value::{Dimension, Exact, Unit};

/// One sentence. Positions are tokens of its block.
pub(super) struct Passage<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) tokens: &'a [Token],
    pub(super) sentence: Range<usize>,
    /// The figures, dates and lengths of time in it, in order.
    pub(super) figures: &'a [&'a Claim<'a>],
    /// The claims of the sentence before, where it has any.
    pub(super) before: &'a [Claim<'a>],
    /// The claims of the last two sentences, be they of the paragraph before; empty where one of them has none.
    pub(super) earlier: [&'a [Claim<'a>]; 2],
    /// The tokens of the block that the last of these sentences is of; empty where there is none.
    pub(super) told_in: &'a [Token],
    /// The draft's date.
    pub(super) now: Now,
    /// The days that dates are of by the reference.
    pub(super) days: &'a [(Span, civil::Date)],
}

impl<'a> Passage<'a> {
    /// A sentence of a block, whatever was said before it.
    pub(super) fn alone(
        document: &'a Document<'a>,
        words: &'a Tokens,
        sentence: usize,
        figures: &'a [&'a Claim<'a>],
        now: Now,
    ) -> Self {
        let sentence = words.sentences[sentence].clone();
        Self {
            document,
            tokens: &words.tokens,
            sentence,
            figures,
            before: &[],
            earlier: [&[]; 2],
            told_in: &[],
            now,
            days: &[],
        }
    }
}

/// The tokens of a claim, hedge included.
pub(super) fn tokens(claim: &Claim<'_>) -> Range<usize> {
    claim.place.tokens.start as usize..claim.place.tokens.end as usize
}

/// The claims of a block; claims stand in the order of the blocks.
pub(super) fn block_claims<'c, 't>(claims: &'c [Claim<'t>], block: usize) -> &'c [Claim<'t>] {
    let start = claims.partition_point(|claim| (claim.place.block as usize) < block);
    let length = claims[start..].partition_point(|claim| claim.place.block as usize == block);
    &claims[start..start + length]
}

/// The unit of a figure; none for a bare number and for what is no figure.
pub(super) fn unit(claim: &Claim<'_>) -> Option<Unit> {
    claim.value.quantity()?.unit
}

/// Whether two figures are of a kind and in a unit, whatever they count.
pub(super) fn alike(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let figures = one.value.quantity().is_some() && other.value.quantity().is_some();
    figures && one.kind == other.kind && unit(one) == unit(other)
}

/// What a figure counts, in small letters.
pub(super) fn noun(claim: &Claim<'_>) -> Option<String> {
    claim.of.as_deref().map(str::to_lowercase)
}

/// Whether two figures count the same, or one of them names nothing: "1,260 cargo ships" and "840 ships", not "840 dockers".
pub(super) fn is_of_one_noun(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let last = |claim: &Claim<'_>| {
        let noun = noun(claim)?;
        Some(noun.rsplit(' ').next()?.trim_end_matches('s').to_owned())
    };
    last(one).zip(last(other)).is_none_or(|(one, other)| one == other)
}

/// The figure of a claim as the file has it: "41,200" of "about 41,200 votes".
pub(super) fn core<'d>(document: &'d Document<'_>, claim: &Claim<'_>) -> &'d str {
    document.file.get(claim.core.range()).unwrap_or_default()
}

/// A sum as an editor would write it: "30", "11 million dollars".
pub(super) fn amount(value: Exact, unit: Option<Unit>) -> String {
    let scales = [(1_000_000_000_000, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million")];
    let money = unit.is_some_and(|unit| unit.dimension() == Dimension::Currency);
    if unit.is_some_and(|unit| unit.id() == "GBP") && value.abs() < Exact::ONE {
        return value.checked_mul(Exact::from(100)).map_or_else(|| grouped(value), |pence| format!("{pence}p"));
    }
    let scale = scales.into_iter().find(|(size, _)| money && value.abs() >= Exact::from(*size));
    let short = scale.and_then(|(size, name)| Some(format!("{}{name}", value.checked_div(Exact::from(size))?)));
    let figure = short.unwrap_or_else(|| grouped(value));
    match unit {
        None => figure,
        Some(unit) if unit.dimension() == Dimension::Percent => format!("{figure}%"),
        Some(unit) => format!("{figure} {}", if value == Exact::ONE { unit.names().0 } else { unit.names().1 }),
    }
}

/// A value with its thousands parted: "36,400".
pub(super) fn grouped(value: Exact) -> String {
    let text = value.to_string();
    let whole = text.find('.').unwrap_or(text.len());
    let digits = whole - usize::from(text.starts_with('-'));
    if digits < 5 || text.contains('/') {
        return text;
    }
    let mut parted = String::with_capacity(text.len() + digits / 3);
    for (at, digit) in text.char_indices() {
        if at < whole && at > whole - digits && (whole - at).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(digit);
    }
    parted
}

/// The tokens between two claims; empty where they touch or overlap.
pub(super) fn gap(first: &Claim<'_>, second: &Claim<'_>) -> Range<usize> {
    tokens(first).end..tokens(second).start.max(tokens(first).end)
}

/// Whether a figure only tells when, or for how long.
pub(super) fn is_time(claim: &Claim<'_>) -> bool {
    matches!(claim.kind, ClaimKind::Date | ClaimKind::Duration)
}

impl<'a> Passage<'a> {
    /// A token as it is written; empty outside the sentence.
    pub(super) fn word(&self, at: usize) -> &'a str {
        if self.sentence.contains(&at) { self.tokens[at].text(&self.document.prose) } else { "" }
    }

    /// Whether a token is this word, whatever its ASCII case.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether a token is one of these words.
    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    /// Whether these tokens are these words and no others.
    pub(super) fn reads(&self, range: Range<usize>, words: &[&str]) -> bool {
        range.len() == words.len() && range.zip(words).all(|(at, word)| self.is(at, word))
    }

    /// Whether these tokens are one of these phrases.
    pub(super) fn reads_any(&self, range: &Range<usize>, phrases: &[&[&str]]) -> bool {
        phrases.iter().any(|words| self.reads(range.clone(), words))
    }

    /// The word right before a claim.
    pub(super) fn before(&self, claim: &Claim<'_>) -> &'a str {
        tokens(claim).start.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// The word right after a claim.
    pub(super) fn after(&self, claim: &Claim<'_>) -> &'a str {
        self.word(tokens(claim).end)
    }

    /// A claim as it reads in the prose.
    pub(super) fn said(&self, claim: &Claim<'_>) -> &'a str {
        self.text(tokens(claim))
    }

    /// The figure of a claim without its hedge and what it counts.
    pub(super) fn figure(&self, claim: &Claim<'_>) -> &'a str {
        let own = |at: &usize| self.span(&(*at..at + 1)).is_some_and(|span| span.overlaps(claim.core));
        let mut words = tokens(claim).filter(own);
        let first = words.next();
        first.map_or("", |first| self.text(first..words.next_back().unwrap_or(first) + 1))
    }

    /// Some tokens as they read in the prose.
    pub(super) fn text(&self, range: Range<usize>) -> &'a str {
        let prose: &'a str = &self.document.prose;
        match (self.tokens.get(range.start), self.tokens.get(range.end.wrapping_sub(1))) {
            (Some(first), Some(last)) if first.start < last.end => &prose[first.start as usize..last.end as usize],
            (_, _) => "",
        }
    }

    /// Some tokens in the file.
    pub(super) fn span(&self, range: &Range<usize>) -> Option<Span> {
        let (first, last) = (self.tokens.get(range.start)?, self.tokens.get(range.end.checked_sub(1)?)?);
        self.document.map.to_file(first.start, last.end)
    }

    /// Whether a phrase with this sense begins at a token.
    pub(super) fn means(&self, at: usize, sense: Sense) -> bool {
        self.sentence.contains(&at) && has_sense(&self.document.prose, self.tokens, at, sense).is_some()
    }

    /// Whether a phrase with this sense begins in these tokens.
    pub(super) fn has(&self, mut range: Range<usize>, sense: Sense) -> bool {
        range.any(|at| self.means(at, sense))
    }

    /// Whether the sum is the draft's own and of what is so.
    fn voice(&self) -> Voice {
        let reported = self.sentence.clone().any(|at| {
            self.means(at, Sense::Supposes)
                || self.is_any(at, &["imagine", "hypothetically", "example"])
                || (self.is(at, "according") && self.is(at + 1, "to"))
                || (self.is_any(at, &["that", "of"]) && at > 0 && self.means(at - 1, Sense::Saying))
        });
        if reported { Voice::Reports } else { Voice::Asserts }
    }

    /// Reports that a claim does not fit what follows from the rest of its sentence.
    pub(super) fn report(&self, rule: Rule, claim: &Claim<'_>, sum: Sum<'_>) -> Finding {
        let spot = Spot { span: claim.span, text: self.said(claim), quoted: claim.quoted };
        self.report_at(rule, spot, sum, Vec::new())
    }

    /// The same of what the writer works out or lists, whoever gave the figure it follows from.
    pub(super) fn report_own(&self, rule: Rule, claim: &Claim<'_>, sum: Sum<'_>) -> Finding {
        let spot = Spot { span: claim.span, text: self.said(claim), quoted: claim.quoted };
        Self::report_own_at(rule, spot, sum)
    }

    /// The same of any place of the sentence.
    pub(super) fn report_own_at(rule: Rule, spot: Spot<'_>, sum: Sum<'_>) -> Finding {
        Finding::of_mismatch(Mismatch { rule, spot, other: None, sum, voice: Voice::Asserts }, Vec::new())
    }

    /// Reports that something at a place of the sentence does not fit the rest, with what else helps.
    pub(super) fn report_at(&self, rule: Rule, spot: Spot<'_>, sum: Sum<'_>, hints: Vec<String>) -> Finding {
        Finding::of_mismatch(Mismatch { rule, spot, other: None, sum, voice: self.voice() }, hints)
    }
}
