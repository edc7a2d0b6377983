//! Of which time a draft says that somebody holds an office: "in 2016, when Finance Minister Okoye resigned".

use std::ops::Range;

use jiff::{ToSpan, civil};

use crate::check::reading::outline::has_sense;
use crate::claim::{Claim, ClaimKind, Value};
use crate::lexicon::{Sense, UnitForm};
use crate::source::BlockKind;
use crate::text::{Pages, Tokens};
use crate::value::Dimension;

/// How many words before a date tell that something else is of it: "since March 2009".
const BOUND: usize = 3;
/// How far, in days, a date is from the draft's that a report of the day gives.
const RECENT: i32 = 14;
const HALF_A_YEAR: i32 = 183;

/// The days of which the office of a claim may be told.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Those of the dates in its sentence.
    pub(super) own: Vec<civil::Date>,
    /// Where it has none, those that the text before it is of.
    pub(super) earlier: Vec<civil::Date>,
}

/// Of which days an office is told; claims stand in the order of the text.
pub(super) fn dates(pages: &Pages<'_>, claims: &[Claim<'_>], index: usize, now: civil::Date) -> Told {
    let role = &claims[index];
    let tokens = pages.block(role.place.block);
    let sentence = tokens.sentences[role.place.sentence as usize].clone();
    let scene = Scene { prose: &pages.document.prose, tokens, sentence };
    let same = |other: &&Claim<'_>| place(other) == place(role);
    // "Mayor Moor, who was elected in 2021", "whose party ruled until 2022": the date is that of another event.
    let aside = |other: &&Claim<'_>| ["who", "whose"].iter().any(|word| scene.has_word(end(role)..start(other), word));
    let before: Vec<&Claim<'_>> = claims[..index].iter().rev().take_while(same).collect();
    let after = claims[index..].iter().take_while(same).take_while(|other| !aside(other));
    let all: Vec<(&Claim<'_>, civil::Date)> =
        before.into_iter().chain(after).filter_map(|claim| Some((claim, day(claim)?))).collect();
    let own: Vec<_> = all.iter().copied().filter(|(claim, _)| !scene.is_of_another(role, claim)).collect();
    // "The tunnel, begun in 2019, is half done, the mayor said on Monday."
    let nearest = own.iter().min_by_key(|(claim, _)| start(claim).abs_diff(start(role)));
    let recent = nearest.filter(|(_, day)| now.until(*day).is_ok_and(|gap| gap.get_days().abs() <= RECENT));
    match recent {
        Some((_, day)) => Told { own: vec![*day], ..Told::default() },
        None if scene.is_said_now(role) => Told::default(),
        None if all.is_empty() => Told { earlier: earlier(pages, &claims[..index], role), ..Told::default() },
        None => Told { own: own.into_iter().map(|(_, day)| day).collect(), ..Told::default() },
    }
}

/// Whether the words beside an office tell that it is one of then: "Ivo Brandt, fire chief until May" or "at the time",
/// "in the last year of Fire Chief Ivo Brandt".
pub(super) fn is_of_then(
    pages: &Pages<'_>,
    claims: &[Claim<'_>],
    (index, office): (usize, &str),
    now: civil::Date,
) -> bool {
    let role = &claims[index];
    let tokens = pages.block(role.place.block);
    let prose = &*pages.document.prose;
    let scene = Scene { prose, tokens, sentence: tokens.sentences[role.place.sentence as usize].clone() };
    let bytes = |at: usize| tokens.tokens[at].start as usize..tokens.tokens[at].end as usize;
    let (first, last) = (bytes(start(role)).start, bytes(end(role) - 1).end);
    if let Some(before) = prose[..first].trim_end().strip_suffix(office) {
        let title = tokens.tokens.partition_point(|token| token.end as usize <= before.trim_end().len());
        return scene.is_of_stretch(title);
    }
    let after = prose[last..].trim_start_matches([',', ' ']);
    let after = ["the ", "a ", "an "].iter().find_map(|article| after.strip_prefix(article)).unwrap_or(after);
    let Some(after) = after.strip_prefix(office) else { return false };
    let next = tokens.tokens.partition_point(|token| (token.start as usize) < prose.len() - after.len());
    let until = || {
        let here = |claim: &&Claim<'_>| place(claim) == place(role) && (next + 1..next + BOUND).contains(&start(claim));
        claims[index..].iter().find(here)
    };
    let to_come = |claim: &Claim<'_>| {
        // "until June" is the last one, where that is nearer.
        let bare = !pages.document.file[claim.span.range()].contains(|c: char| c.is_ascii_digit());
        let last = day(claim).map(|day| if bare && day > now { day.saturating_sub(1.year()) } else { day });
        last.is_some_and(|day| day > now || bare && day < now.saturating_sub(HALF_A_YEAR.days()))
    };
    let own = tokens.tokens.partition_point(|token| (token.start as usize) < prose.len() - after.len() - office.len());
    let until = scene.has_word(next..next + 1, "until") && !until().is_some_and(to_come);
    until || scene.has(own..next + 1, Sense::Past)
}

/// The sentence of an office.
struct Scene<'a> {
    prose: &'a str,
    tokens: &'a Tokens,
    sentence: Range<usize>,
}

impl Scene<'_> {
    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.tokens.tokens[at].text(self.prose) } else { "" }
    }

    fn has_word(&self, mut range: Range<usize>, word: &str) -> bool {
        range.any(|at| self.word(at).eq_ignore_ascii_case(word))
    }

    fn has(&self, mut range: Range<usize>, sense: Sense) -> bool {
        range.any(|at| has_sense(self.prose, &self.tokens.tokens, at, sense).is_some())
    }

    /// "in the last year of", "during the term of": whether a stretch of time is that of whoever is named from a token on.
    fn is_of_stretch(&self, title: usize) -> bool {
        let Some(time) = title.checked_sub(2).filter(|_| self.word(title - 1) == "of") else { return false };
        let long = |sense| match sense {
            Sense::Unit(unit, UnitForm::Name) => unit.dimension() == Dimension::Duration,
            sense => matches!(sense, Sense::Period(_) | Sense::Reign),
        };
        let word = self.sentence.contains(&time).then(|| self.tokens.tokens[time].word).flatten();
        word.is_some_and(|word| word.senses().any(long))
    }

    /// "the seat he had held since 2009", "compared with 29 percent in 2024": a date of something else.
    fn is_of_another(&self, role: &Claim<'_>, date: &Claim<'_>) -> bool {
        let before = start(date).saturating_sub(BOUND).max(self.sentence.start)..start(date) + 1;
        self.has_word(before, "since") || self.has(end(role)..start(date), Sense::Compares)
    }

    /// "The law has failed, Justice Minister Falk said.": what is so now is told now.
    fn is_said_now(&self, role: &Claim<'_>) -> bool {
        let said = self.has(end(role)..end(role) + 1, Sense::Saying) && self.word(end(role) + 1) == ".";
        let comma = (self.sentence.start..start(role)).rev().find(|&at| self.word(at) == ",");
        said && comma.is_some_and(|comma| self.has(self.sentence.start..comma, Sense::Present))
    }
}

/// The dates that the sentences before one in its paragraph are of, nearest sentence first, or that its heading names:
/// "In 2016 the council split. Deputy Mayor Moor voted no."
fn earlier(pages: &Pages<'_>, claims: &[Claim<'_>], role: &Claim<'_>) -> Vec<civil::Date> {
    let own = |claim: &&Claim<'_>| claim.place.block == role.place.block && claim.place.sentence < role.place.sentence;
    let mut dated = claims.iter().rev().filter(own).filter(|claim| day(claim).is_some());
    if let Some(nearest) = dated.next() {
        let rest = dated.take_while(|claim| claim.place.sentence == nearest.place.sentence);
        return std::iter::once(nearest).chain(rest).filter_map(day).collect();
    }
    let heading = (0..role.place.block).rev().find(|&at| {
        let block = &pages.document.blocks[at as usize];
        matches!(block.kind, BlockKind::Heading(_))
    });
    let of_heading = |claim: &&Claim<'_>| heading == Some(claim.place.block);
    claims.iter().rev().filter(of_heading).filter_map(day).collect()
}

/// The day that a date begins with.
fn day(claim: &Claim<'_>) -> Option<civil::Date> {
    match &claim.value {
        Value::Date(span, _) if claim.kind == ClaimKind::Date => span.days().map(|(first, _)| first),
        _ => None,
    }
}

fn place(claim: &Claim<'_>) -> (u32, u32) {
    (claim.place.block, claim.place.sentence)
}

fn start(claim: &Claim<'_>) -> usize {
    claim.place.tokens.start as usize
}

fn end(claim: &Claim<'_>) -> usize {
    claim.place.tokens.end as usize
}
