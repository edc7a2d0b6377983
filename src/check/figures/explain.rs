//! Why a figure was held against a fact, or was not: what the check tells whoever asks.

use super::assign::{Fate, Pair, Proof, Reserve};
use crate::check::Checked;
use crate::check::compare::outcome::Comparison;
use crate::check::difference;
use crate::check::figures::matching::fit::{Clarity, Fit, Found, Misfit};
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Level, Scene};
use crate::claim::Claim;
use crate::reference::{Fact, Form};
use crate::span::Span;
use crate::value::Interval;

/// A draft held against a reference, with the reasons.
#[derive(Debug)]
pub struct Explained<'t> {
    /// What [`check`](crate::check::check) says of it.
    pub checked: Checked<'t>,
    /// The facts considered for each figure or date, in document order, the best first.
    pub considered: Vec<Considered>,
}

/// A fact that was considered for a figure, and what decided.
#[derive(Clone, Debug)]
pub struct Considered {
    /// The span of the claim.
    pub claim: Span,
    /// Index of the fact.
    pub fact: usize,
    /// What the fact says of such a figure, in words; none where it does not speak of the kind.
    pub states: Option<String>,
    /// The words of the sentence that are the fact's own.
    pub words: Vec<String>,
    /// Where its subject was found.
    pub subject: Option<Matched>,
    /// Where its measure was found.
    pub measure: Option<Matched>,
    /// How well it fits; none where it is not about the figure.
    pub fit: Option<(i32, Clarity)>,
    /// What the figure admits, and what the fact allows in the figure's unit, where it is about it.
    pub intervals: Option<(Interval, Interval)>,
    /// What decided.
    pub ruling: Ruling,
}

/// A phrase of a fact that was found, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matched {
    /// As the fact has it: "the purchase of Alaska"; empty for an office.
    pub phrase: String,
    /// The draft's word nearest to the figure, where one is in the sentence.
    pub word: Option<String>,
    /// How near it stands.
    pub level: Level,
}

/// Why a fact decides on a figure, or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// It fits best. A second fact that fits as well disagrees, where there is one.
    Decides {
        /// Index of the second fact.
        rival: Option<usize>,
    },
    /// Its words would not be enough, but the figure is a slip of its value.
    Slip,
    /// Its words would not be enough, but the draft tells most of its file, and this nowhere else.
    Story,
    /// The figure is a slip of its value, which the draft gives elsewhere.
    GivenElsewhere,
    /// It says nothing of that time.
    Silent,
    /// This other fact has the figure.
    Outdone(usize),
    /// Another figure of the sentence has its value.
    Taken,
    /// It differs, and the draft does not assert the difference.
    Reserved(Reserve),
    /// The words fit, the kind of figure does not.
    OtherKind,
    /// This phrase under `not` stands with the figure.
    Excluded(String),
    /// Its subject is nowhere in scope.
    NoSubject,
    /// This name of somebody or something else is nearer by.
    Rival(String),
    /// Its subject stands in a clause that has no say over the figure.
    Apart,
    /// Its measure is not where a figure's would be.
    NoMeasure,
    /// Too few words of its sentence are there.
    FewWords,
    /// An age that does not stand beside the person's name.
    NotBeside,
    /// A time that is not said to be one in office.
    NoTenure,
    /// A time that is not said to be how long it lasts.
    NoLength,
    /// "respectively": the figure is another name's.
    OutOfOrder,
}

/// A figure before a fact.
#[derive(Clone, Copy)]
pub(in crate::check) struct At<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) claim: &'s Claim<'s>,
    pub(super) fact: &'s Fact,
    pub(super) profile: &'s Profile,
}

/// What a witness is told of the facts that were considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Hears {
    /// Those alone that are about a figure: the others need not be compared with it.
    Fits,
    /// Why the others are not, too.
    All,
}

/// Whoever is told of the reasons while figures are decided.
pub(in crate::check) trait Witness {
    /// What it has to be told.
    const HEARS: Hears;

    /// The two cannot be compared; `fit` tells whether the words would match.
    fn other_kind(&mut self, at: At<'_>, fit: Result<Fit, Misfit>);
    /// They can, and the fact is not about the figure.
    fn misfit(&mut self, at: At<'_>, comparison: &Comparison<'_>, misfit: Misfit);
    /// It is, and this came of it.
    fn settled(&mut self, at: At<'_>, pair: &Pair<'_, '_>, fate: Fate);
    /// No more than a slip tells that this fact is meant.
    fn strayed(&mut self, claim: Span, fact: usize, proof: Proof);
    /// The same, and another claim gives the fact rightly.
    fn given_elsewhere(&mut self, claim: Span, fact: usize);
}

/// Nobody asks.
pub(in crate::check) struct Nobody;

impl Witness for Nobody {
    const HEARS: Hears = Hears::Fits;

    fn other_kind(&mut self, _: At<'_>, _: Result<Fit, Misfit>) {}
    fn misfit(&mut self, _: At<'_>, _: &Comparison<'_>, _: Misfit) {}
    fn settled(&mut self, _: At<'_>, _: &Pair<'_, '_>, _: Fate) {}
    fn strayed(&mut self, _: Span, _: usize, _: Proof) {}
    fn given_elsewhere(&mut self, _: Span, _: usize) {}
}

/// Everything is written down.
#[derive(Default)]
pub(in crate::check) struct Minutes(Vec<Considered>);

impl Witness for Minutes {
    const HEARS: Hears = Hears::All;

    fn other_kind(&mut self, at: At<'_>, fit: Result<Fit, Misfit>) {
        if let Ok(fit) = fit {
            self.0.push(at.considered(Some(fit), None, Ruling::OtherKind));
        }
    }

    fn misfit(&mut self, at: At<'_>, comparison: &Comparison<'_>, misfit: Misfit) {
        let ruling = match misfit {
            Misfit::Excluded(phrase) => Ruling::Excluded(at.fact.not[phrase].clone()),
            Misfit::Rival(name) => Ruling::Rival(at.scene.text(name).to_owned()),
            Misfit::NoSubject => Ruling::NoSubject,
            Misfit::Apart => Ruling::Apart,
            Misfit::NoMeasure => Ruling::NoMeasure,
            Misfit::FewWords => Ruling::FewWords,
            Misfit::NotBeside => Ruling::NotBeside,
            Misfit::NoTenure => Ruling::NoTenure,
            Misfit::NoLength => Ruling::NoLength,
            Misfit::OutOfOrder => Ruling::OutOfOrder,
        };
        self.0.push(at.considered(None, Some(comparison), ruling));
    }

    fn settled(&mut self, at: At<'_>, pair: &Pair<'_, '_>, fate: Fate) {
        let ruling = match fate {
            Fate::Chosen { rival } => Ruling::Decides { rival },
            Fate::Silent => Ruling::Silent,
            Fate::Outdone(winner) => Ruling::Outdone(winner),
            Fate::Taken => Ruling::Taken,
            Fate::Reserved(reserve) => Ruling::Reserved(reserve),
        };
        self.0.push(at.considered(Some(pair.fit), Some(&pair.comparison), ruling));
    }

    fn strayed(&mut self, claim: Span, fact: usize, proof: Proof) {
        self.rule_otherwise((claim, fact), &if proof == Proof::Story { Ruling::Story } else { Ruling::Slip });
    }

    fn given_elsewhere(&mut self, claim: Span, fact: usize) {
        self.rule_otherwise((claim, fact), &Ruling::GivenElsewhere);
    }
}

impl Minutes {
    /// Writes down what decided after all.
    fn rule_otherwise(&mut self, (claim, fact): (Span, usize), ruling: &Ruling) {
        let of_it = self.0.iter_mut().filter(|considered| considered.claim == claim && considered.fact == fact);
        of_it.for_each(|considered| considered.ruling = ruling.clone());
    }

    /// By claim; of one claim the fact that decides, then by how well they fit. That a fact has
    /// values of other kinds too is left out where one of its values is of this kind.
    pub(in crate::check) fn in_order(mut self) -> Vec<Considered> {
        let same = |one: &Considered, other: &Considered| one.claim == other.claim && one.fact == other.fact;
        let is_other = |considered: &Considered| considered.ruling == Ruling::OtherKind;
        let of_kind: Vec<Considered> = self.0.extract_if(.., |considered| !is_other(considered)).collect();
        self.0.dedup_by(|one, other| same(one, other));
        self.0.retain(|other| !of_kind.iter().any(|one| same(one, other)));
        self.0.extend(of_kind);
        self.0.sort_by_key(|considered| {
            let decides = matches!(considered.ruling, Ruling::Decides { .. } | Ruling::Slip | Ruling::Story);
            let score = considered.fit.map_or(i32::MIN, |(score, _)| score);
            (considered.claim, !decides, std::cmp::Reverse(score), considered.fact)
        });
        self.0
    }
}

impl At<'_> {
    fn considered(&self, fit: Option<Fit>, comparison: Option<&Comparison<'_>>, ruling: Ruling) -> Considered {
        let Self { scene, claim, fact, profile } = *self;
        let own = |at: &usize| scene.terms[*at].is_some_and(|term| profile.words.binary_search(&term).is_ok());
        let mut words: Vec<String> = Vec::new();
        for at in scene.sentence.clone().filter(own) {
            let word = scene.text(at..at + 1);
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
        let measures: Vec<&str> = fact.measure.iter().map(String::as_str).collect();
        let arithmetic = comparison.filter(|_| fit.is_some()).and_then(|comparison| comparison.arithmetic);
        Considered {
            claim: claim.span,
            fact: profile.fact,
            states: comparison.map(|comparison| difference::states(claim, comparison).into_owned()),
            words,
            subject: fit.and_then(|fit| fit.subject).map(|found| self.matched(found, &subjects(fact))),
            measure: fit.and_then(|fit| fit.measure).map(|found| self.matched(found, &measures)),
            fit: fit.map(|fit| (fit.score, fit.clarity)),
            intervals: arithmetic.map(|arithmetic| (arithmetic.admitted, arithmetic.held)),
            ruling,
        }
    }

    fn matched(&self, found: Found, phrases: &[&str]) -> Matched {
        let Found { phrase, standing } = found;
        Matched {
            phrase: phrases.get(phrase).copied().unwrap_or_default().to_owned(),
            word: standing.at.map(|at| self.scene.text(at..at + 1).to_owned()),
            level: standing.level,
        }
    }
}

/// The phrases that name what a fact is about.
fn subjects(fact: &Fact) -> Vec<&str> {
    match &fact.form {
        Form::Person(person) => std::iter::once(&person.name).chain(&person.aliases).map(String::as_str).collect(),
        Form::Sentence { .. }
        | Form::Value(_)
        | Form::Values(_)
        | Form::Date(_)
        | Form::Since { .. }
        | Form::Quote { .. }
        | Form::Transcript { .. }
        | Form::Statement { .. } => fact.subject.iter().map(String::as_str).collect(),
    }
}
