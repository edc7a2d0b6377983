//! Which stories a draft tells: most of what a file of facts states.

use std::ops::Range;

use jiff::civil;

use super::assertion::{self, dated, subject};
use super::assign::{Decision, Pair, Reserve};
use super::telltale::{self, Telltale};
use crate::check::compare::outcome::Period;
use crate::check::figures::matching::fit::Misfit;
use crate::check::index::Index;
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Level, Mark, Scene};
use crate::check::reading::term::Term;
use crate::claim::{Claim, ClaimKind};
use crate::reference::Fact;
use crate::value::Date;

/// So few facts of a file may be told by chance.
const FEW: usize = 4;

/// The facts of the files of which a draft gives most. What is left of them, it means to give too.
pub(super) struct Stories(Vec<Range<usize>>);

impl Stories {
    /// Those that the figures of a draft tell, as decided.
    pub(super) fn told_by(decisions: &[Decision<'_, '_>], index: &Index<'_>) -> Self {
        let right = decisions.iter().filter(|decision| decision.comparison.outcome.is_supported());
        let mut told: Vec<usize> = right.map(|decision| decision.profile.fact).collect();
        told.sort_unstable();
        told.dedup();
        let mut stories = Vec::new();
        let mut rest = if told.len() < FEW { &[] } else { &told[..] };
        while let Some(&first) = rest.first() {
            let file = index.reference.facts.in_file_of(first);
            let number = rest.partition_point(|fact| file.contains(fact));
            rest = &rest[number..];
            if number >= FEW && 2 * number >= index.count_placed(file.clone()) {
                stories.push(file);
            }
        }
        Self(stories)
    }

    /// Whether a fact belongs to one of them.
    pub(super) fn have(&self, fact: usize) -> bool {
        self.0.iter().any(|story| story.contains(&fact))
    }
}

/// A figure that may be meant for a fact which the words beside it do not prove, where the draft tells the fact's story.
pub(super) struct Meant<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) mark: &'s Mark,
    pub(super) claim: &'s Claim<'s>,
    pub(super) pair: &'s Pair<'s, 's>,
    pub(super) fact: &'s Fact,
    /// The day of the draft.
    pub(super) now: civil::Date,
}

impl Meant<'_> {
    /// Whether a figure that does not fit may be meant: it is the fact's but for a slip, in some of the fact's words. Of
    /// years too many are told.
    pub(super) fn may_stray(&self, misfit: &Misfit) -> bool {
        let Self { scene, mark, pair, fact, .. } = *self;
        let dated = mark.kind == ClaimKind::Date;
        !dated
            && may_be(misfit)
            && self.slips()
            && self.is_told_of_it()
            && assertion::may_stray(scene, mark, pair, fact)
    }

    /// Whether a figure that a fact fits may differ from it, though by itself that proves nothing.
    pub(super) fn may_differ(&self, reserve: Reserve) -> bool {
        let Self { scene, mark, pair, fact, now, .. } = *self;
        let meant = match reserve {
            Reserve::Faint => {
                let slips = self.slips() && (mark.kind != ClaimKind::Date || self.is_nearly_dated());
                slips && assertion::may_stray(scene, mark, pair, fact)
                    || assertion::may_differ_clearly(scene, mark, pair, fact, now)
            }
            Reserve::Part | Reserve::SomethingElse | Reserve::AnotherTime | Reserve::Offset => self.slips(),
            Reserve::Far
            | Reserve::Question
            | Reserve::Correction
            | Reserve::Condition
            | Reserve::Denial
            | Reserve::Projection
            | Reserve::AnotherEvent
            | Reserve::Another => false,
        };
        meant && self.is_told_of_it()
    }

    /// Whether a figure is the fact's but for a slip.
    fn slips(&self) -> bool {
        let Self { scene, mark, claim, pair, .. } = *self;
        pair.telltale >= Telltale::Slip
            || telltale::is_slip_of_date((scene, mark), claim, &pair.comparison)
            || telltale::is_slip_of_result(claim, &pair.comparison)
    }

    /// "2 September 1976" of what happened on that day of 1967: whether only the year of a day is wrong, or beside a name of
    /// the fact that of a month.
    fn is_nearly_dated(&self) -> bool {
        let Self { scene, mark, claim, pair, .. } = *self;
        let named = || {
            let names = pair.profile.wording.iter().flat_map(|wording| &wording.names);
            names.into_iter().any(|name| scene.find(name, &mark.figure).is_some_and(|found| found.at.is_some()))
        };
        match claim.value.date().map(|date| date.from).zip(pair.comparison.date()) {
            Some((Date::Day(told), Date::Day(held))) => (told.month(), told.day()) == (held.month(), held.day()),
            Some((Date::Month(_, told), Date::Month(_, held))) => told == held && named(),
            _ => false,
        }
    }

    /// Whether nothing in the sentence makes it one of another thing or time: "In Sudmark the Liberals won 6.9% of the
    /// vote in 2022" is told of its own place and year.
    fn is_told_of_it(&self) -> bool {
        let Self { scene, mark, pair, .. } = *self;
        !subject::is_beside_another(scene, mark, pair)
            && !self.is_of_another_time()
            && self.says_enough()
            && subject::is_of_its_subject(scene, mark, pair)
    }

    /// Whether the sentence speaks of a year past, or of a day, which is none of the fact's.
    fn is_of_another_time(&self) -> bool {
        let Self { scene, mark, pair, fact, now, .. } = *self;
        let past = scene.dates.iter().any(|(_, period)| period.last.year() < now.year());
        let own = pair.profile.wording.as_ref().map_or(&[][..], |wording| &wording.dates);
        let met = |period: &Period| own.iter().any(|own| own.meets(*period));
        let apart = !own.is_empty() && !scene.dates.is_empty() && !scene.dates.iter().any(|(_, period)| met(period));
        mark.kind != ClaimKind::Date && (apart || past && !dated::is_dated_alike(scene, fact))
    }

    /// Whether the sentence says some of the fact, and what its figure is of, as in "a fine of £420,000".
    fn says_enough(&self) -> bool {
        let Self { scene, mark, pair, .. } = *self;
        let placed = pair.fit.subject.is_some() && pair.fit.measure.is_some();
        let beside = pair.profile.wording.as_ref().and_then(|wording| wording.beside.get(pair.value));
        let said = |term: &Term| scene.sentence.clone().any(|at| scene.terms[at] == Some(*term));
        (placed || says_some(scene, mark, pair.profile))
            && !self.is_of_other_things()
            && beside.is_none_or(|beside| beside.head.iter().all(said))
    }

    /// "640 hectares of bog", of those of moor; "9% of the children in the control group": whether a figure says itself
    /// that it is of things of which the fact says nothing.
    fn is_of_other_things(&self) -> bool {
        let Self { scene, mark, pair, .. } = *self;
        let own = |at: usize| scene.is_own(at, pair.profile);
        let Range { start, end } = mark.figure.end..mark.whole.end;
        match mark.kind {
            ClaimKind::Percent | ClaimKind::Ratio => start < end && !(start..end).any(own),
            ClaimKind::Measurement => {
                let of = start + 1 < scene.sentence.end && scene.text(start..start + 1) == "of";
                of && !own(start + 1) && pair.telltale < Telltale::LongSlip
            }
            _ => false,
        }
    }
}

/// Whether a figure that does not fit a fact may be meant for it all the same.
pub(super) fn may_be(misfit: &Misfit) -> bool {
    matches!(misfit, Misfit::FewWords | Misfit::Apart | Misfit::NoMeasure | Misfit::Rival(_))
}

/// Whether two words of a fact stand in the sentence or over its cell.
pub(super) fn says_some(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    // "36 percent of customers": of those many things may be told.
    let share = matches!(mark.kind, ClaimKind::Percent | ClaimKind::Ratio);
    let figure = if share { &mark.whole } else { &mark.figure };
    let here = scene.sentence.clone().filter(|&at| scene.is_own(at, profile) && !figure.contains(&at));
    let headers = scene.layers.iter().filter(|layer| layer.level == Level::Header);
    let above = headers.flat_map(|layer| layer.terms).flatten().copied();
    let above = above.filter(|term| profile.words.binary_search(term).is_ok());
    let mut words = here.filter_map(|at| scene.terms[at]).chain(above);
    let first = words.next();
    first.is_some() && words.any(|word| Some(word) != first)
}
