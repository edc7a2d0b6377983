//! Figures and dates of the draft × values of the facts.

use std::ops::Range;

use jiff::civil;

use super::assertion;
use super::assign::{self, Fate, Pair, Reserve};
use super::compare;
use super::explain::{At, Witness};
use super::fit::Misfit;
use super::index::Index;
use super::matching;
use super::order;
use super::outcome::{Comparison, Conflict, Outcome, Period, Rounding, Setting};
use super::outline::{Outline, Pairing};
use super::profile::Profile;
use super::scene::{Layer, Level, Mark, Opens, Scene, gap};
use super::term::Term;
use super::when;
use super::wording;
use crate::claim::{Claim, ClaimKind, Place};
use crate::source::{BlockKind, Document};
use crate::text::{self, ContextKind, TokenKind, Tokens};
use crate::value::Date;

/// What is decided of one claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decision<'a, 'r> {
    /// Index of the claim.
    pub(super) claim: usize,
    pub(super) profile: &'a Profile,
    pub(super) comparison: Comparison<'r>,
    /// A fact that fits as well and says otherwise.
    pub(super) rival: Option<usize>,
}

/// Decides what the reference says of the figures and dates among the claims of a draft, before a
/// witness.
pub(super) fn decide<'a, 'r>(
    document: &Document<'_>,
    claims: &[Claim<'_>],
    index: &'a Index<'r>,
    now: civil::Date,
    witness: &mut impl Witness,
) -> Vec<Decision<'a, 'r>> {
    if index.places_no_figure() {
        return Vec::new();
    }
    let mut decisions = Vec::new();
    let mut page = Page::default();
    let mut rest = claims;
    while let Some(first) = rest.first() {
        let place = &first.place;
        let together = rest.iter().take_while(|claim| same_sentence(&claim.place, place)).count();
        let (sentence, later) = rest.split_at(together);
        let offset = claims.len() - rest.len();
        rest = later;
        if sentence.iter().any(is_figure) {
            page.turn_to(document, place.block, index);
            let found = decide_sentence(document, &mut page, sentence, index, now, witness);
            decisions.extend(found.into_iter().map(|decision| Decision { claim: decision.claim + offset, ..decision }));
        }
    }
    decisions
}

/// A block of the draft with its words as terms, read once for all its sentences.
#[derive(Default)]
struct Page {
    block: Option<u32>,
    tokens: Tokens,
    terms: Vec<Option<Term>>,
    /// What the block leans on, once a fact asks for it.
    around: Option<Vec<Around>>,
}

/// Something that a block leans on.
struct Around {
    level: Level,
    opens: Opens,
    year: Option<Period>,
    terms: Vec<Option<Term>>,
}

impl Page {
    /// Reads a block, if it is not the one that lies open.
    fn turn_to(&mut self, document: &Document<'_>, block: u32, index: &Index<'_>) {
        if self.block != Some(block) {
            self.tokens.read(document, &document.blocks[block as usize]);
            self.terms = index.tables.vocabulary.terms(&document.prose, &self.tokens.tokens);
            self.around = None;
            self.block = Some(block);
        }
    }

    /// Reads what the block leans on: headers, lead-in, headings, title.
    fn look_around(&mut self, document: &Document<'_>, place: &Place, index: &Index<'_>) {
        if self.around.is_some() {
            return;
        }
        let mut around = Vec::new();
        let mut scratch = Tokens::default();
        for context in text::context(document, &self.tokens, place) {
            let level = match context.kind {
                ContextKind::Row | ContextKind::Column | ContextKind::Lead => Level::Header,
                ContextKind::Heading => Level::Heading,
                ContextKind::Title => Level::Title,
                ContextKind::Sentence | ContextKind::Paragraph => continue,
            };
            scratch.read_stretch(document, context.start, context.end);
            let worded = scratch.tokens.iter().any(|token| token.kind == TokenKind::Word);
            let opens = if context.kind == ContextKind::Row && worded { Opens::Row } else { Opens::Nothing };
            let terms = index.tables.vocabulary.terms(&document.prose, &scratch.tokens);
            let year = if level == Level::Header { year_of(&document.prose, &scratch) } else { None };
            around.push(Around { level, opens, year, terms });
        }
        self.around = Some(around);
    }

    /// What a sentence of the block leans on, nearest first.
    fn layers(&self, sentence: &Range<usize>) -> Vec<Layer<'_>> {
        let earlier = &self.terms[..sentence.start];
        let earlier = (!earlier.is_empty()).then_some(Layer {
            level: Level::Earlier,
            opens: Opens::Nothing,
            year: None,
            terms: earlier,
        });
        let around = self.around.iter().flatten();
        let around = around.map(|&Around { level, opens, year, ref terms }| Layer { level, opens, year, terms });
        earlier.into_iter().chain(around).collect()
    }
}

/// "Seats in 2021": the one year that a header tells.
fn year_of(prose: &str, header: &Tokens) -> Option<Period> {
    let numbers = header.tokens.iter().filter(|token| token.kind == TokenKind::Number);
    let mut years = numbers.filter(|token| token.text(prose).len() == 4).filter_map(|token| {
        let year: i16 = token.text(prose).parse().ok()?;
        Period::of(Date::Year(year)).filter(|_| (1500..2200).contains(&year))
    });
    years.next().filter(|_| years.next().is_none())
}

fn same_sentence(left: &Place, right: &Place) -> bool {
    left.block == right.block && left.sentence == right.sentence
}

/// Whether a claim is a figure or a date, which words place: no name, quotation or statement.
pub(crate) fn is_figure(claim: &Claim<'_>) -> bool {
    match claim.kind {
        ClaimKind::Role | ClaimKind::Quote | ClaimKind::Statement => false,
        ClaimKind::Count
        | ClaimKind::Money
        | ClaimKind::Percent
        | ClaimKind::Ratio
        | ClaimKind::Date
        | ClaimKind::Time
        | ClaimKind::Duration
        | ClaimKind::Age
        | ClaimKind::Measurement
        | ClaimKind::Ordinal
        | ClaimKind::Change
        | ClaimKind::Score => true,
    }
}

fn decide_sentence<'a, 'r>(
    document: &Document<'_>,
    page: &mut Page,
    claims: &[Claim<'_>],
    index: &'a Index<'r>,
    now: civil::Date,
    witness: &mut impl Witness,
) -> Vec<Decision<'a, 'r>> {
    let place = &claims[0].place;
    let sentence = page.tokens.sentences[place.sentence as usize].clone();
    let kind = document.blocks[place.block as usize].kind;
    // The words that a figure leans on are read only where a fact could be about it.
    let headed = matches!(kind, BlockKind::Cell { .. } | BlockKind::Item { .. });
    let aged = claims.iter().any(|claim| claim.kind == ClaimKind::Age);
    if !headed && !aged && !index.measures_any(&page.terms[..sentence.end]) {
        return Vec::new();
    }
    page.look_around(document, place, index);
    let page = &*page;
    let layers = page.layers(&sentence);
    let tokens = &page.tokens;
    let scope =
        page.terms[sentence.clone()].iter().chain(layers.iter().flat_map(|layer| layer.terms)).flatten().copied();
    let profiles = index.candidates(scope);
    if profiles.is_empty() {
        return Vec::new();
    }
    let mark = |claim: &Claim<'_>| Mark {
        kind: claim.kind,
        figure: if is_figure(claim) { wording::figure_tokens(claim, document, tokens) } else { 0..0 },
        whole: claim.place.tokens.start as usize..claim.place.tokens.end as usize,
        hedge: claim.value.hedge(),
    };
    let marks: Vec<Mark> = claims.iter().map(mark).collect();
    let figures: Vec<Range<usize>> = marks.iter().map(|mark| mark.figure.clone()).collect();
    let outline = Outline::of(&document.prose, &tokens.tokens, sentence.clone(), &figures);
    let dates = claims.iter().zip(&marks);
    let dates = dates.filter_map(|(claim, mark)| Some((mark.figure.clone(), Period::spanning(claim.value.date()?)?)));
    let dates = dates.collect();
    let scene =
        Scene { prose: &document.prose, tokens: &tokens.tokens, sentence, terms: &page.terms, outline, dates, layers };
    let rounding = match kind {
        BlockKind::Title | BlockKind::Heading(_) => Rounding::Heading,
        BlockKind::Paragraph
        | BlockKind::Item { .. }
        | BlockKind::Cell { .. }
        | BlockKind::Quote
        | BlockKind::Caption
        | BlockKind::Footnote => Rounding::Text,
    };
    let mut pairs = Vec::new();
    for (number, claim) in claims.iter().enumerate().filter(|(_, claim)| is_figure(claim)) {
        let mark = &marks[number];
        let at = when::time_of(&scene, mark, now);
        for profile in &profiles {
            let fact = &index.reference.facts[profile.fact];
            let edge = assertion::edge_of(&scene, &mark.figure, profile);
            let setting = Setting { at, rounding, edge, reading: profile.reading };
            for (value, against) in profile.values(fact) {
                let place = At { scene: &scene, claim, fact, profile };
                let fit = || matching::fit(&scene, mark, profile, value);
                let Some(comparison) = compare::compare(claim, against, setting) else {
                    witness.other_kind(place, fit);
                    continue;
                };
                let lasts = when::lasts(&scene, mark, profile, &comparison);
                let in_order = order::keeps(&scene, &marks, number, profile);
                let fitting = match (lasts, in_order) {
                    (true, true) => fit(),
                    (true, false) => Err(Misfit::OutOfOrder),
                    (false, _) => Err(Misfit::NoLength),
                };
                match fitting {
                    Ok(fit) => pairs.push(Pair { claim: number, profile, value, fit, comparison }),
                    Err(misfit) => witness.misfit(place, &comparison, misfit),
                }
            }
        }
    }
    // "187 millimetres (7.4 inches)", "16 km/s, or 36,000 mph": both say the same of the fact.
    let restated = |one: usize, other: usize| {
        let (first, second) = (&marks[one.min(other)], &marks[one.max(other)]);
        let between = tokens.tokens.get(first.whole.end..second.whole.start).unwrap_or_default();
        let words = between.iter().map(|token| token.text(&document.prose));
        first.kind == second.kind && (words.clone().eq(["("]) || words.eq([",", "or"]))
    };
    let may_differ = |pair: &Pair<'_, '_>| {
        let fact = &index.reference.facts[pair.profile.fact];
        let mark = &marks[pair.claim];
        if is_nearer_to_another(&scene, &marks, pair) {
            return Err(Reserve::SomethingElse);
        }
        assertion::may_differ(&scene, mark, pair, fact, now)
    };
    let first_told = pairs.clone();
    let asserts = |pair: &Pair<'_, '_>| {
        let before = pair.claim.checked_sub(1).filter(|&before| restated(before, pair.claim));
        let same = |other: &&Pair<'_, '_>| Some(other.claim) == before && other.profile.fact == pair.profile.fact;
        match (before, first_told.iter().find(same)) {
            (None, _) => may_differ(pair),
            // "€640 million (£563 million)": a rate of exchange is no fact's.
            (Some(_), _) if is_exchanged(&pair.comparison) => Err(Reserve::SomethingElse),
            // "each 37.7 metres (124 feet) long": what the first is not of, the second is not of.
            (Some(_), None) => Err(Reserve::SomethingElse),
            (Some(_), Some(first)) if !first.comparison.outcome.is_supported() => {
                may_differ(first).and_then(|()| may_differ(pair))
            }
            (Some(_), Some(_)) => may_differ(pair),
        }
    };
    let settle = |(pair, fate): (Pair<'a, 'r>, Fate)| {
        let Pair { claim, profile, comparison, .. } = pair;
        let fact = &index.reference.facts[profile.fact];
        witness.settled(At { scene: &scene, claim: &claims[claim], fact, profile }, &pair, fate);
        match fate {
            Fate::Chosen { rival } => Some(Decision { claim, profile, comparison, rival }),
            Fate::Silent | Fate::Outdone(_) | Fate::Taken | Fate::Reserved(_) => None,
        }
    };
    assign::assign(pairs, &asserts, &restated).into_iter().filter_map(settle).collect()
}

/// How many tokens a clause has that only adds a figure to the one before.
const TOLD_BEHIND: usize = 3;

/// Whether a figure in brackets differs from the fact in its currency alone.
fn is_exchanged(comparison: &Comparison<'_>) -> bool {
    matches!(comparison.outcome, Outcome::Contradicted(Conflict::Currency))
}

/// "joined in September 1990 and was, in 2008, the first woman on its board": whether the words of the fact's measure
/// stand in another clause than the figure, nearer to another figure of its kind.
fn is_nearer_to_another(scene: &Scene<'_>, marks: &[Mark], pair: &Pair<'_, '_>) -> bool {
    let mark = &marks[pair.claim];
    let Some(measure) = pair.fit.measure.and_then(|found| found.standing.at) else { return false };
    let clause = scene.clause(&mark.figure).tokens.clone();
    // "2.1% in France, compared with 0.9% in Germany": the second leaves out what both say.
    let apart = !clause.contains(&measure) && !pair.fit.about.is_some_and(|at| clause.contains(&at));
    // The other is told with the measure: in its clause, or in a few words behind it, as in ", in 2008".
    let told = scene.outline.clause_of(measure);
    let with_measure = |other: &Mark| {
        let clause = scene.outline.clause_of(other.figure.start);
        clause == told || clause == told + 1 && scene.outline.clauses[clause].tokens.len() <= TOLD_BEHIND
    };
    let nearer = |other: &Mark| {
        other.kind == mark.kind
            && other.figure != mark.figure
            && with_measure(other)
            && gap(measure, &other.whole) < gap(measure, &mark.whole)
    };
    apart && scene.outline.pairing == Pairing::Free && marks.iter().any(nearer)
}
