//! Figures and dates of the draft × values of the facts.

mod assertion;
pub(in crate::check) mod assign;
mod company;
mod exchange;
pub(in crate::check) mod explain;
pub(in crate::check) mod matching;
mod meant;
mod order;
mod restated;
mod story;
mod stray;
mod telltale;

use std::cell::LazyCell;
use std::ops::Range;

use jiff::{ToSpan, civil};

use assertion::{given, lasting, when};
use assign::{Decision, Fate, Pair, Proof, Side};
use explain::{At, Hears, Witness};
use matching::Placed;
use matching::fit::{Fit, Misfit};
use restated::Restated;
use story::{Meant, Stories};
use stray::Strays;
use telltale::Telltale;

use super::compare;
use super::index::Index;
use crate::check::compare::outcome::{Against, Comparison, Period, Rounding, Setting};
use crate::check::reading::antecedent::{self, Antecedent, Introduced};
use crate::check::reading::figure::figure_tokens;
use crate::check::reading::head::Head;
use crate::check::reading::outline::Outline;
use crate::check::reading::places::Places;
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Layer, Level, Mark, Opens, Scene};
use crate::check::reading::term::Term;

use crate::claim::{Claim, ClaimKind, Place};
use crate::lexicon::{self, Sense};
use crate::reference::{Fact, Form};
use crate::source::{BlockKind, Document};
use crate::text::{self, ContextKind, Pages, TokenKind, Tokens};

/// Decides what the reference says of the figures and dates among the claims of a draft, before a
/// witness.
pub(in crate::check) fn decide<'a, 'r>(
    pages: &Pages<'_>,
    claims: &[Claim<'_>],
    index: &'a Index<'r>,
    now: civil::Date,
    witness: &mut impl Witness,
) -> Vec<Decision<'a, 'r>> {
    if index.places_no_figure() {
        return Vec::new();
    }
    let (mut decisions, mut strays) = (Vec::new(), Strays::default());
    let mut open: Option<Page<'_>> = None;
    let introduced = Introduced::of(pages, &index.tables.vocabulary);
    let mut rest = claims;
    while let Some(first) = rest.first() {
        let place = &first.place;
        let together = rest.iter().take_while(|claim| same_sentence(&claim.place, place)).count();
        let (sentence, later) = rest.split_at(together);
        let offset = claims.len() - rest.len();
        rest = later;
        if sentence.iter().any(Claim::is_figure) {
            let page = match open.take().filter(|page| page.block == place.block) {
                Some(page) => open.insert(page),
                None => open.insert(Page::of(pages, place.block, index)),
            };
            let mut near = Strays::default();
            let found = decide_sentence((pages, &introduced), page, sentence, index, now, (&mut near, witness));
            strays.append(near, offset);
            decisions.extend(found.into_iter().map(|decision| Decision { claim: decision.claim + offset, ..decision }));
        }
    }
    let given: Vec<(usize, usize, usize)> = decisions
        .iter()
        .filter(|decision| decision.comparison.outcome.is_supported())
        .map(|decision| (decision.profile.fact, decision.value, decision.claim))
        .collect();
    // What is given rightly elsewhere was not meant where no more than two digits tell so, or beside another's name.
    decisions.retain(|decision| {
        let unsure = matches!(decision.proof, Proof::Slip(Telltale::Slip) | Proof::Elsewhere);
        let fact = decision.profile.fact;
        // "first described in 1968, when 73 workers fell ill": of one sentence the day may be right and the number wrong.
        let apart = |claim: usize| !same_sentence(&claims[claim].place, &claims[decision.claim].place);
        let again = |&(other, value, claim): &(usize, usize, usize)| {
            other == fact && (value == decision.value || decision.proof != Proof::Elsewhere && apart(claim))
        };
        let given = unsure && given.iter().any(again);
        if given {
            witness.given_elsewhere(claims[decision.claim].span, fact);
        }
        !given
    });
    let strays = strays.left_by(&decisions, claims, &Stories::told_by(&decisions, index));
    decisions.extend(strays);
    for decision in decisions.iter().filter(|decision| decision.proof.is_unsure()) {
        witness.strayed(claims[decision.claim].span, decision.profile.fact, decision.proof);
    }
    decisions.sort_by_key(|decision| decision.claim);
    decisions
}

/// A block of the draft with its words as terms, read once for all its sentences.
struct Page<'p> {
    block: u32,
    tokens: &'p Tokens,
    terms: Vec<Option<Term>>,
    /// What the block leans on, once a fact asks for it.
    around: Option<Vec<Around>>,
}

/// Something that a block leans on.
struct Around {
    /// The first tokens of the sentences that do, where not all of the block does.
    sentences: Option<Vec<usize>>,
    level: Level,
    opens: Opens,
    head: Head,
    terms: Vec<Option<Term>>,
}

impl<'p> Page<'p> {
    fn of(pages: &'p Pages<'_>, block: u32, index: &Index<'_>) -> Self {
        let tokens = pages.block(block);
        let terms = index.tables.vocabulary.terms(&pages.document.prose, &tokens.tokens);
        Self { block, tokens, terms, around: None }
    }

    /// Reads what the block leans on: headers, lead-in, headings, title.
    fn look_around(&mut self, pages: &Pages<'_>, place: &Place, (index, now): (&Index<'_>, civil::Date)) {
        if self.around.is_some() {
            return;
        }
        let document = pages.document;
        let mut around = Vec::new();
        let mut scratch = Tokens::default();
        for context in text::context(document, self.tokens, place) {
            let level = match context.kind {
                ContextKind::Row | ContextKind::Column | ContextKind::Lead => Level::Header,
                ContextKind::Heading => Level::Heading,
                ContextKind::Title => Level::Title,
                ContextKind::Sentence | ContextKind::Paragraph => continue,
            };
            scratch.read_stretch(document, context.start, context.end);
            let worded = scratch.tokens.iter().any(|token| token.kind == TokenKind::Word);
            let opens = match context.kind {
                ContextKind::Row if worded => Opens::Row,
                ContextKind::Lead => Opens::List,
                _ => Opens::Nothing,
            };
            let terms = index.tables.vocabulary.terms(&document.prose, &scratch.tokens);
            let head = Head::of(pages, &context, &scratch, now);
            around.push(Around { sentences: None, level, opens, head, terms });
        }
        if let Some(Antecedent { name, sentences }) = antecedent::of(pages, place.block) {
            scratch.read_stretch(document, name.start, name.end);
            let terms = index.tables.vocabulary.terms(&document.prose, &scratch.tokens);
            let (level, opens) = (Level::Earlier, Opens::Nothing);
            around.push(Around { sentences: Some(sentences), level, opens, head: Head::default(), terms });
        }
        self.around = Some(around);
    }

    /// What a sentence of the block leans on, nearest first.
    fn layers(&self, sentence: &Range<usize>) -> Vec<Layer<'_>> {
        let earlier = &self.terms[..sentence.start];
        let earlier = (!earlier.is_empty()).then_some(Layer {
            level: Level::Earlier,
            opens: Opens::Nothing,
            head: Head::default(),
            terms: earlier,
        });
        let around = self.around.iter().flatten();
        let around = around.filter(|around| around.sentences.as_ref().is_none_or(|own| own.contains(&sentence.start)));
        let around = around.map(|around| {
            let &Around { level, opens, ref head, ref terms, .. } = around;
            Layer { level, opens, head: head.clone(), terms }
        });
        earlier.into_iter().chain(around).collect()
    }
}

fn same_sentence(left: &Place, right: &Place) -> bool {
    left.block == right.block && left.sentence == right.sentence
}

fn decide_sentence<'a, 'r, W: Witness>(
    (pages, introduced): (&Pages<'_>, &Introduced<'_>),
    page: &mut Page<'_>,
    claims: &[Claim<'_>],
    index: &'a Index<'r>,
    now: civil::Date,
    (strays, witness): (&mut Strays<'a, 'r>, &mut W),
) -> Vec<Decision<'a, 'r>> {
    let document = pages.document;
    let place = &claims[0].place;
    let sentence = page.tokens.sentences[place.sentence as usize].clone();
    let kind = document.blocks[place.block as usize].kind;
    // The words that a figure leans on are read only where a fact could be about it.
    let headed = matches!(kind, BlockKind::Cell { .. } | BlockKind::Item { .. });
    let aged = claims.iter().any(|claim| claim.kind == ClaimKind::Age);
    if !headed && !aged && !index.measures_any(&page.terms[..sentence.end]) {
        return Vec::new();
    }
    page.look_around(pages, place, (index, now));
    let page = &*page;
    let layers = page.layers(&sentence);
    let tokens = page.tokens;
    let scope = page.terms[sentence.clone()].iter().chain(layers.iter().flat_map(|layer| layer.terms));
    let mut scope: Vec<Term> = scope.flatten().copied().collect();
    scope.sort_unstable();
    scope.dedup();
    let mut profiles = index.candidates(&scope);
    if W::HEARS == Hears::Fits {
        profiles.retain(|profile| profile.is_among(&scope));
    }
    if profiles.is_empty() {
        return Vec::new();
    }
    let marks: Vec<Mark> = claims.iter().map(|claim| mark(claim, document, tokens)).collect();
    let figures: Vec<Range<usize>> = marks.iter().map(|mark| mark.figure.clone()).collect();
    let places = Places::among(&page.terms, sentence.clone());
    let outline = Outline::of(&document.prose, &tokens.tokens, sentence.clone(), &figures);
    let dates = claims.iter().zip(&marks);
    let dates = dates.filter_map(|(claim, mark)| Some((mark.figure.clone(), Period::spanning(claim.value.date()?)?)));
    let scene = Scene {
        prose: &document.prose,
        tokens: &tokens.tokens,
        sentence,
        terms: &page.terms,
        places,
        scope: &scope,
        outline,
        introduced,
        figures: marks.iter().map(|mark| (mark.kind, mark.figure.clone())).collect(),
        dates: dates.collect(),
        layers,
    };
    let matter = Matter { scene: &scene, claims, marks: &marks, index, rounding: rounding(kind), now };
    let pairs = matter.pairs(&profiles, strays, witness);
    matter.settle(pairs, strays, witness)
}

/// A claim by its tokens.
fn mark(claim: &Claim<'_>, document: &Document<'_>, tokens: &Tokens) -> Mark {
    Mark {
        kind: claim.kind,
        figure: if claim.is_figure() { figure_tokens(claim, document, tokens) } else { 0..0 },
        whole: claim.place.tokens.start as usize..claim.place.tokens.end as usize,
        hedge: claim.value.hedge(),
    }
}

/// For how many days before it holds a value is told as if it did.
const SOON: i32 = 14;

/// For how many days after the end of a business year its figures are told as if they held then.
const REPORTED: i32 = 100;

/// A sentence with its claims, before the facts that may be about them.
struct Matter<'s, 'a, 'r> {
    scene: &'s Scene<'s>,
    claims: &'s [Claim<'s>],
    /// One a claim.
    marks: &'s [Mark],
    index: &'a Index<'r>,
    rounding: Rounding,
    now: civil::Date,
}

impl<'a, 'r> Matter<'_, 'a, 'r> {
    /// Every figure with each value of a fact that it fits; what may be a slip of a fact that it does not fit is noted.
    fn pairs<W: Witness>(
        &self,
        profiles: &[&'a Profile],
        strays: &mut Strays<'a, 'r>,
        witness: &mut W,
    ) -> Vec<Pair<'a, 'r>> {
        let Self { scene, claims, marks, .. } = *self;
        let mut pairs = Vec::new();
        for (number, claim) in claims.iter().enumerate().filter(|(_, claim)| claim.is_figure()) {
            let mark = &marks[number];
            let at = when::time_of(scene, mark, self.now);
            for profile in profiles {
                let fact = &self.index.reference.facts[profile.fact];
                let placed = Placed::of(scene, mark, profile);
                let may_stray = LazyCell::new(|| stray::is_beside(scene, mark, profile));
                let may_be_told = LazyCell::new(|| story::says_some(scene, mark, profile));
                for (value, against) in profile.values(fact) {
                    if is_of_day(claim, against, fact) || meant::is_of_any_year(scene, mark, claim, against) {
                        continue;
                    }
                    let against = if when::is_bracketed(scene, mark) { against.before(self.now) } else { against };
                    let place = At { scene, claim, fact, profile };
                    let fit = placed.fit(value);
                    let strange = fit.as_ref().is_err_and(|misfit| {
                        let strays = stray::may_be(claim, misfit) && *may_stray;
                        !(strays || story::may_be(misfit) && *may_be_told)
                    });
                    if strange && W::HEARS == Hears::Fits {
                        continue;
                    }
                    let edge = assertion::edge_of(scene, mark, profile);
                    let setting = Setting { at, rounding: self.rounding, edge, reading: profile.reading };
                    let meant = meant::in_its_money(scene, mark, claim, against)
                        .or_else(|| meant::in_its_years(claim, against, fact))
                        .or_else(|| meant::in_its_life(scene, mark, claim, against))
                        .or_else(|| meant::in_its_rate(claim, against, fact))
                        .or_else(|| meant::in_its_points(claim, against))
                        .or_else(|| meant::in_its_degrees(claim, against))
                        .or_else(|| meant::in_its_movement(scene, (mark, profile), claim, against))
                        .or_else(|| meant::in_the_unit_before(scene, mark, (claim, &claims[..number]), against))
                        .or_else(|| meant::in_its_year(scene, mark, claim, against, self.now));
                    let claim = meant.as_ref().unwrap_or(claim);
                    let Some(comparison) = compare::compare(claim, against, setting) else {
                        witness.other_kind(place, fit);
                        continue;
                    };
                    let comparison = self.as_written(mark, claim, against, &comparison).unwrap_or(comparison);
                    let start = compare::start_of_change(claim, against, &comparison);
                    let comparison = start.filter(|_| !given::is_dated_behind(scene, mark)).unwrap_or(comparison);
                    let lasts = lasting::lasts(scene, mark, profile, &comparison);
                    let in_order = order::keeps(scene, marks, number, profile);
                    let telltale = telltale::of((scene, mark), claim, &comparison);
                    let side = Side::of(claim, &comparison);
                    let pair = |fit| Pair { claim: number, profile, side, value, fit, comparison, telltale };
                    match (lasts, in_order, fit) {
                        (true, true, Ok(fit)) => pairs.push(pair(fit)),
                        (true, true, Err(misfit)) => {
                            if profile.is_among(scene.scope) {
                                strays.note((scene, mark, claim), (fact, self.now), &pair(Fit::NONE), &misfit);
                            }
                            witness.misfit(place, &comparison, misfit);
                        }
                        (true, false, _) => witness.misfit(place, &comparison, Misfit::OutOfOrder),
                        (false, _, _) => witness.misfit(place, &comparison, Misfit::NoLength),
                    }
                }
            }
        }
        exchange::mark(&mut pairs, claims);
        company::mark(&mut pairs, claims);
        pairs
    }

    /// "In April a court sentenced Odile Marant, 61,": an age between commas may be that of the day it is written as well
    /// as of the day that is told. "A ticket now costs €16" may be told on the eve of the day from which it does.
    fn as_written(
        &self,
        mark: &Mark,
        claim: &Claim<'_>,
        against: Against<'r>,
        told: &Comparison<'r>,
    ) -> Option<Comparison<'r>> {
        let comma = |at: Option<usize>| {
            at.and_then(|at| self.scene.tokens.get(at)).is_some_and(|token| token.is_sign(self.scene.prose, ','))
        };
        let apposed = || comma(mark.whole.start.checked_sub(1)) && comma(Some(mark.whole.end));
        let last = match against {
            _ if told.outcome.is_supported() => return None,
            Against::Life { .. } if apposed() => self.now,
            Against::History(_) if when::is_now(self.scene, &mark.figure) => self.now.checked_add(SOON.days()).ok()?,
            Against::History(_) if told.setting.at.last < self.now => return self.as_reported(claim, against, told),
            Against::History(_) => when::coming(self.scene, mark, self.now)?,
            _ => return None,
        };
        let ahead = !matches!(against, Against::Life { .. }) && !when::is_now(self.scene, &mark.figure);
        let against = if ahead { against.after(self.now) } else { against };
        let setting = Setting { at: Period { first: self.now, last }, ..told.setting };
        compare::compare(claim, against, setting).filter(|now| now.outcome.is_supported())
    }

    /// "a turnover of €24.6 million for the year to June 30", of a fact that has it from July 1 on, or from the day of autumn
    /// when it was reported.
    fn as_reported(&self, claim: &Claim<'_>, against: Against<'r>, told: &Comparison<'r>) -> Option<Comparison<'r>> {
        let at = told.setting.at;
        let period = ends_a_period(self.scene, at);
        let last = at.last.checked_add(if period { REPORTED } else { 1 }.days()).ok()?.min(self.now);
        let on = |at| compare::compare(claim, against, Setting { at, ..told.setting });
        let supported = on(Period { last, ..at }).filter(|next| next.outcome.is_supported());
        // A figure that neither gives is held against the one that was reported.
        supported.or_else(|| on(Period { first: last, last }).filter(|_| period))
    }

    /// Settles which fact decides on which figure.
    fn settle(
        &self,
        pairs: Vec<Pair<'a, 'r>>,
        strays: &mut Strays<'a, 'r>,
        witness: &mut impl Witness,
    ) -> Vec<Decision<'a, 'r>> {
        let Self { scene, claims, marks, .. } = *self;
        let restated = Restated { prose: scene.prose, tokens: scene.tokens, marks };
        let told = pairs.clone();
        let asserts = |pair: &Pair<'a, 'r>| {
            restated.may_differ(pair, &told, |pair| {
                let fact = &self.index.reference.facts[pair.profile.fact];
                assertion::may_differ(scene, &marks[pair.claim], pair, fact, self.now)
            })
        };
        let settled = assign::assign(pairs, &asserts, &|one, other| restated.is(one, other));
        let proof = |pair: &Pair<'a, 'r>| {
            let plain = Pair { telltale: Telltale::Nothing, ..*pair };
            let differs = !pair.comparison.outcome.is_supported() && pair.telltale > Telltale::Nothing;
            if differs && asserts(&plain).is_err() {
                Proof::Slip(pair.telltale)
            } else if !pair.comparison.outcome.is_supported()
                && assertion::subject::is_set_elsewhere(scene, &marks[pair.claim], pair)
            {
                Proof::Elsewhere
            } else {
                Proof::Words
            }
        };
        for (pair, fate) in &settled {
            if let Fate::Reserved(reserve) = fate {
                let fact = &self.index.reference.facts[pair.profile.fact];
                let claim = &claims[pair.claim];
                let meant = Meant { scene, mark: &marks[pair.claim], claim, pair, fact, now: self.now };
                if meant.may_differ(*reserve) {
                    strays.note_told(pair);
                }
            }
        }
        let decision = |(pair, fate): (Pair<'a, 'r>, Fate)| {
            let Pair { claim, profile, value, comparison, .. } = pair;
            let fact = &self.index.reference.facts[profile.fact];
            witness.settled(At { scene, claim: &claims[claim], fact, profile }, &pair, fate);
            match fate {
                Fate::Chosen { rival } => {
                    Some(Decision { claim, profile, value, comparison, rival, proof: proof(&pair) })
                }
                Fate::Silent | Fate::Outdone(_) | Fate::Taken | Fate::Reserved(_) => None,
            }
        };
        settled.into_iter().filter_map(decision).collect()
    }
}

/// "in the 52 weeks to March 29", "for the year ended June 30": whether a figure's date ends a business year.
fn ends_a_period(scene: &Scene<'_>, at: Period) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let year = |sense| matches!(sense, Sense::Period(lexicon::Period::Year));
    let is_year = |at: usize| {
        let weeks = at > scene.sentence.start && text(at) == "weeks" && matches!(text(at - 1), "52" | "53");
        weeks || scene.tokens[at].word.is_some_and(|word| word.senses().any(year))
    };
    scene.dates.iter().filter(|(_, period)| period.last == at.last).any(|(date, _)| {
        let to = date.start.checked_sub(1).filter(|&at| matches!(text(at), "to" | "ended" | "ending"));
        to.and_then(|to| to.checked_sub(1)).is_some_and(|at| at >= scene.sentence.start && is_year(at))
    })
}

/// "lasted 23 weeks" of a sentence that tells a year and how long: whether a length is held against the day of what has a
/// length of its own.
fn is_of_day(claim: &Claim<'_>, against: Against<'_>, fact: &Fact) -> bool {
    let Form::Sentence { claims, .. } = &fact.form else { return false };
    let dated = matches!(against, Against::Value(held) if held.claim.kind == ClaimKind::Date);
    claim.kind == ClaimKind::Duration && dated && claims.iter().any(|own| own.kind == ClaimKind::Duration)
}

/// Headlines round harder than running text.
fn rounding(kind: BlockKind) -> Rounding {
    match kind {
        BlockKind::Title | BlockKind::Heading(_) => Rounding::Heading,
        BlockKind::Paragraph
        | BlockKind::Item { .. }
        | BlockKind::Cell { .. }
        | BlockKind::Quote
        | BlockKind::Caption
        | BlockKind::Footnote => Rounding::Text,
    }
}
