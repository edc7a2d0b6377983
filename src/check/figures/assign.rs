//! One figure to one fact, one fact to one figure of a sentence.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::telltale::Telltale;
use crate::check::compare::outcome::{Against, Agreement, Comparison, Edge, Outcome};
use crate::check::figures::matching::fit::{Clarity, Fit};
use crate::check::reading::profile::Profile;
use crate::claim::{Claim, ClaimKind, Value};
use crate::value::Date;

/// A figure and a value of a fact that is about it.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Pair<'a, 'r> {
    /// Which of the sentence's claims.
    pub(super) claim: usize,
    pub(super) profile: &'a Profile,
    /// What of a change is compared.
    pub(super) side: Side,
    /// Which of the fact's values.
    pub(super) value: usize,
    pub(super) fit: Fit,
    pub(super) comparison: Comparison<'r>,
    pub(super) telltale: Telltale,
}

/// What of a change is held against a fact: "rose 6.5 percent to £1.3 billion" may state two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Side {
    /// The claim as a whole, and of a change by how much.
    Whole,
    /// Where the change ended, where it also says by how much.
    End,
}

impl Side {
    pub(super) fn of(claim: &Claim<'_>, comparison: &Comparison<'_>) -> Self {
        let Value::Change(change) = &claim.value else { return Self::Whole };
        let end = change.to.filter(|_| change.by.is_some());
        let compared = comparison.arithmetic.is_some_and(|arithmetic| Some(arithmetic.claimed) == end);
        if compared { Self::End } else { Self::Whole }
    }
}

/// What is decided of one claim.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Decision<'a, 'r> {
    /// Index of the claim.
    pub(in crate::check) claim: usize,
    pub(in crate::check) profile: &'a Profile,
    /// Which of the fact's values.
    pub(super) value: usize,
    pub(in crate::check) comparison: Comparison<'r>,
    /// A fact that fits as well and says otherwise.
    pub(in crate::check) rival: Option<usize>,
    pub(in crate::check) proof: Proof,
}

/// What tells that a figure is meant for the fact which decides on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Proof {
    /// The words beside it.
    Words,
    /// The words, in a sentence that opens with another place.
    Elsewhere,
    /// A slip, or a right figure beside it, and not the words.
    Slip(Telltale),
    /// That the draft tells most of the fact's file, and gives the fact nowhere else.
    Story,
}

impl Proof {
    /// Whether something else may be meant all the same.
    pub(in crate::check) fn is_unsure(self) -> bool {
        matches!(self, Self::Slip(_) | Self::Story)
    }
}

/// What agreement weighs against a better fit that disagrees: as much as a few words' distance.
const AGREEMENT: i32 = 10;

/// Fits so close that nothing tells which is meant.
const TIE: i32 = 1;

/// What became of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Fate {
    /// It decides, beside a fact that fits as well and disagrees, where there is one.
    Chosen { rival: Option<usize> },
    /// The fact says nothing of that time.
    Silent,
    /// The figure is this other fact's.
    Outdone(usize),
    /// The value is that of another figure of the sentence.
    Taken,
    /// They differ, and the draft does not assert it.
    Reserved(Reserve),
}

impl Fate {
    /// Whether the fact is about the figure all the same, though the draft does not assert it.
    fn speaks_of_it(self) -> bool {
        match self {
            Self::Reserved(reserve) => {
                !matches!(reserve, Reserve::Faint | Reserve::Far | Reserve::AnotherEvent | Reserve::SomethingElse)
            }
            Self::Chosen { .. } | Self::Silent | Self::Outdone(_) | Self::Taken => false,
        }
    }
}

/// Why a difference between a figure and the fact it fits proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserve {
    /// The words that matched are too few or too far off.
    Faint,
    /// The figure is so far off that it is rather one of something else.
    Far,
    /// The sentence asks.
    Question,
    /// The sentence repeats an error to mend it.
    Correction,
    /// "if", "unless".
    Condition,
    /// "did not cost £200 million".
    Denial,
    /// A plan, a forecast, an estimate.
    Projection,
    /// "another 40", "of the 27, 12".
    Part,
    /// "then", "in 1990".
    AnotherTime,
    /// The draft gives other values of the fact, and those differ too.
    AnotherEvent,
    /// "another ferry", "a separate inquiry".
    Another,
    /// "two years after the meeting".
    Offset,
    /// "the agency opened a laboratory".
    SomethingElse,
}

/// Settles the pairs of one sentence, best fits first, with what became of each.
///
/// `asserts` tells whether a pair that differs may be reported at all: where it may not, the fact
/// has found its figure and says nothing, while the figure may be another fact's. `restated` tells
/// of two claims whether one says the other again in another unit: a value may be stated by both.
pub(super) fn assign<'a, 'r>(
    mut pairs: Vec<Pair<'a, 'r>>,
    asserts: &dyn Fn(&Pair<'a, 'r>) -> Result<(), Reserve>,
    restated: &dyn Fn(usize, usize) -> bool,
) -> Vec<(Pair<'a, 'r>, Fate)> {
    let is_silent = |pair: &Pair<'_, '_>| matches!(pair.comparison.outcome, Outcome::Silent);
    let mut settled: Vec<(Pair<'a, 'r>, Fate)> = Vec::with_capacity(pairs.len());
    settled.extend(pairs.extract_if(.., |pair| is_silent(pair)).map(|pair| (pair, Fate::Silent)));
    pairs.sort_by_key(|pair| {
        (
            Reverse(weight(pair)),
            Reverse(subject_words(pair)),
            pair.profile.fact,
            !pair.comparison.outcome.is_supported(),
            pair.value,
            pair.claim,
        )
    });
    let ledger = Ledger::of(&pairs);
    let mut chosen: Vec<&Pair<'a, 'r>> = Vec::new();
    let mut spent: HashSet<Stated> = HashSet::new();
    // By claim, and by side of a change, the fact of the first pair that speaks of it, though the draft does not assert it.
    let mut spoken_of: HashMap<(usize, Side), usize> = HashMap::new();
    for (at, pair) in pairs.iter().enumerate() {
        let value = stated(pair);
        let winner = chosen.iter().find(|other| (other.claim, other.side) == (pair.claim, pair.side));
        let agrees = pair.comparison.outcome.is_supported();
        let better = spoken_of.get(&(pair.claim, pair.side));
        // "fined 12,000 euros in June 2021 and 48,000 euros in March 2024": what another figure gives plainly, and as
        // near, is not what this one says wrongly.
        let given = || {
            let mut right = ledger.right.get(&value).into_iter().flatten();
            let near = pair.fit.score - if is_date(pair) { 2 * AGREEMENT } else { 0 };
            let gives = |right: &Pair<'_, '_>| right.claim != pair.claim && is_plain(right) && right.fit.score >= near;
            pair.telltale <= Telltale::Nothing && right.any(|right| gives(right) && !restated(right.claim, pair.claim))
        };
        let taken = || {
            (!agrees && (spent.contains(&value) || given()))
                || chosen.iter().any(|other| stated(other) == value && !restated(other.claim, pair.claim))
        };
        // "more than 300 of them", "could kill up to 5,000": true of the whole, and said of something else.
        let bound = pair.comparison.is_upper_bound()
            || matches!(pair.comparison.outcome, Outcome::Supported(Agreement::Understated | Agreement::Overstated));
        let reserve = || if agrees && !bound { Ok(()) } else { is_reported(pair, &ledger, asserts) };
        let fate = if let Some(winner) = winner {
            Fate::Outdone(winner.profile.fact)
        } else if taken() {
            Fate::Taken
        } else if let Some(&better) = better.filter(|_| !agrees && pair.telltale < Telltale::LongSlip) {
            // What a better fit may not report, a worse one must not, unless the figure tells that it is meant.
            Fate::Outdone(better)
        } else if let Err(reserve) = reserve() {
            let found = match reserve {
                // "rose to 15 after two more died": a part that comes behind leaves the whole what was said before.
                Reserve::Part => ledger.first[&value] == pair.claim,
                // What is told of something else has not found the fact's figure.
                Reserve::SomethingElse | Reserve::Far => false,
                Reserve::Faint
                | Reserve::Question
                | Reserve::Correction
                | Reserve::Condition
                | Reserve::Denial
                | Reserve::Projection
                | Reserve::AnotherTime
                | Reserve::AnotherEvent
                | Reserve::Another
                | Reserve::Offset => true,
            };
            if found {
                spent.insert(value);
            }
            Fate::Reserved(reserve)
        } else {
            // "earned $71 million on sales of $640 million": what another figure gives rightly is no rival of this one.
            let given = |other: &Pair<'a, 'r>| {
                let mut right = ledger.right.get(&stated(other)).into_iter().flatten();
                right.any(|right| right.claim != pair.claim && weight(right) > weight(other))
            };
            let rival = pairs[at + 1..].iter().find(|other| {
                let same_claim =
                    (other.claim, other.side) == (pair.claim, pair.side) && other.profile.fact != pair.profile.fact;
                let as_near = other.fit.score + TIE >= pair.fit.score && subject_words(other) >= subject_words(pair);
                let speaks = || other.comparison.outcome.is_supported() || asserts(other).is_ok();
                same_claim && as_near && disagree(pair, other) && speaks() && !given(other)
            });
            chosen.push(pair);
            Fate::Chosen { rival: rival.map(|other| other.profile.fact) }
        };
        if fate.speaks_of_it() {
            spoken_of.entry((pair.claim, pair.side)).or_insert(pair.profile.fact);
        }
        settled.push((*pair, fate));
    }
    settled
}

/// The pairs of a sentence by what they state: eighty figures beside a fact of eighty are thousands of pairs, and asking
/// all of them for each would take forever.
struct Ledger<'p, 'a, 'r> {
    /// By what is stated the first claim that may state it.
    first: HashMap<Stated, usize>,
    /// The pairs that agree.
    right: HashMap<Stated, Vec<&'p Pair<'a, 'r>>>,
    /// By fact each of its values that no figure agrees with, with the claim of a figure that differs from it.
    wrong: HashMap<usize, Vec<(usize, usize)>>,
}

impl<'p, 'a, 'r> Ledger<'p, 'a, 'r> {
    fn of(pairs: &'p [Pair<'a, 'r>]) -> Self {
        let mut ledger = Self { first: HashMap::new(), right: HashMap::new(), wrong: HashMap::new() };
        let mut given: HashSet<(usize, usize)> = HashSet::new();
        for pair in pairs {
            let first = ledger.first.entry(stated(pair)).or_insert(pair.claim);
            *first = pair.claim.min(*first);
            if pair.comparison.outcome.is_supported() {
                ledger.right.entry(stated(pair)).or_default().push(pair);
                given.insert((pair.profile.fact, pair.value));
            }
        }
        for pair in pairs.iter().filter(|pair| !given.contains(&(pair.profile.fact, pair.value))) {
            ledger.wrong.entry(pair.profile.fact).or_default().push((pair.value, pair.claim));
        }
        ledger
    }
}

/// What a figure states of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Stated {
    fact: usize,
    /// Which of its values.
    value: usize,
    /// Which end of a time that runs.
    edge: Edge,
    /// When the entry of a history begins.
    entry: Option<Date>,
    /// "turns 150": how long ago it began, and not when.
    elapsed: bool,
}

/// What a figure states if it states a fact's value: the beginning and the end of a time are two, and
/// so are what a value was and what it is.
fn stated(pair: &Pair<'_, '_>) -> Stated {
    let runs = match pair.comparison.against {
        Against::Value(held) => matches!(held.claim.value, Value::Date(span, _) if span.to.is_some()),
        // "took office in 2010 and resigned in 2019"
        Against::Since { until, .. } => until.is_some(),
        Against::History(_) | Against::Life { .. } => false,
    };
    let edge = if runs { pair.comparison.setting.edge } else { Edge::Unsaid };
    let entry = pair.comparison.entry.map(|entry| entry.from);
    // "founded in 1876, turns 150 on Saturday": the day and how long ago that was.
    let elapsed = matches!(pair.comparison.against, Against::Since { .. }) && pair.comparison.arithmetic.is_some();
    Stated { fact: pair.profile.fact, value: pair.value, edge, entry, elapsed }
}

/// Whether a pair that differs may be reported.
fn is_reported<'a, 'r>(
    pair: &Pair<'a, 'r>,
    ledger: &Ledger<'_, 'a, 'r>,
    asserts: &dyn Fn(&Pair<'a, 'r>) -> Result<(), Reserve>,
) -> Result<(), Reserve> {
    asserts(pair)?;
    if is_beside_present(pair, ledger) {
        return Err(Reserve::AnotherTime);
    }
    if is_same_event(pair, ledger) { Ok(()) } else { Err(Reserve::AnotherEvent) }
}

/// "After seven games they had 16 points, now they have 22": whether another figure of the sentence gives the value in
/// force, so that this one is of the time before.
fn is_beside_present(pair: &Pair<'_, '_>, ledger: &Ledger<'_, '_, '_>) -> bool {
    let Outcome::Outdated { now, .. } = pair.comparison.outcome else { return false };
    let present = Stated { entry: Some(now.from), ..stated(pair) };
    ledger.right.get(&present).into_iter().flatten().any(|right| right.claim != pair.claim)
}

fn is_date(pair: &Pair<'_, '_>) -> bool {
    matches!(pair.comparison.against, Against::Value(held) if held.claim.kind == ClaimKind::Date)
}

/// Whether a figure gives a value so clearly that no other is needed.
fn is_plain(pair: &Pair<'_, '_>) -> bool {
    let plain = matches!(pair.comparison.outcome, Outcome::Supported(Agreement::Plain | Agreement::Rounded));
    plain && pair.fit.clarity >= Clarity::Clear
}

/// How many words of the subject are there: of two facts that fit alike, "West Virginia" is the one
/// that the figure is of, not "Virginia".
fn subject_words(pair: &Pair<'_, '_>) -> usize {
    let found = pair.fit.subject.map(|found| found.phrase);
    let alternatives = pair.profile.subject.iter().filter(|alternative| Some(alternative.phrase) == found);
    alternatives.map(|alternative| alternative.terms.len()).sum()
}

fn weight(pair: &Pair<'_, '_>) -> i32 {
    // "more than $23 million" is true of too many figures to tell which is meant.
    let telling = match pair.comparison.outcome {
        Outcome::Supported(Agreement::Plain | Agreement::Rounded | Agreement::Borderline) => true,
        Outcome::Supported(Agreement::Understated | Agreement::Overstated)
        | Outcome::Contradicted(_)
        | Outcome::Outdated { .. }
        | Outcome::Silent => false,
    };
    let telling = telling || pair.telltale > Telltale::Nothing;
    match (pair.fit.clarity, telling) {
        (Clarity::Faint, _) => pair.fit.score - AGREEMENT,
        (Clarity::Clear | Clarity::Verbatim, true) => pair.fit.score + AGREEMENT,
        (Clarity::Clear | Clarity::Verbatim, false) => pair.fit.score,
    }
}

/// Whether one of the two facts supports the claim and the other does not, or neither does.
fn disagree(left: &Pair<'_, '_>, right: &Pair<'_, '_>) -> bool {
    !(left.comparison.outcome.is_supported() && right.comparison.outcome.is_supported())
}

/// The values of a sentence fact belong to one event: where the draft gives another of them and
/// that differs too, it speaks of another event, unless every word of the fact is there and tells of
/// what happens once.
fn is_same_event(pair: &Pair<'_, '_>, ledger: &Ledger<'_, '_, '_>) -> bool {
    let Some(wording) = &pair.profile.wording else { return true };
    // What is so every year, "produced 118,000 ounces in 2024", is so of other years in the same words.
    let told_again = pair.fit.clarity == Clarity::Verbatim && wording.happens_once;
    // One figure beside two values of the fact, as 91 points beside its 81 and "ten points ahead", is no other event.
    let mut wrong = ledger.wrong.get(&pair.profile.fact).into_iter().flatten();
    told_again || !wrong.any(|&(value, claim)| value != pair.value && claim != pair.claim)
}
