//! Whether a figure is told of what a fact is about, or of a subject that the draft brings in.

use super::otherwise;
use crate::check::figures::assign::Pair;
use crate::check::figures::telltale::Telltale;
use crate::check::reading::antecedent::tells_apart;
use crate::check::reading::outline::{Seam, has_sense};
use crate::check::reading::scene::{Mark, Opens, Scene};
use crate::check::reading::term::Term;
use crate::claim::ClaimKind;
use crate::lexicon::{Period, Sense, Word};
use crate::text::TokenKind;

/// How many words the label of an item has at most.
const LABEL: usize = 4;

/// How many words name a region at most: "the Lower Orne district".
const REGION: usize = 3;

/// Whether a name that is none of the fact's stands before the figure in its clause, or opens that: "The dam at Orrin is
/// 25 metres high".
pub(in crate::check::figures) fn is_beside_another(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clause = scene.outline.clause_of(mark.figure.start);
    let placed = clause.checked_sub(1).filter(|&before| scene.is_adverbial(before)).unwrap_or(clause);
    let clauses = scene.clauses_of_subject(&mark.figure).chain(placed..=clause);
    let mut rivals = clauses.flat_map(|clause| scene.rivals_in(clause, pair.profile));
    rivals.any(|name| name.tokens.end <= mark.figure.start)
}

/// "In neighbouring Orland, employers added 5,900 jobs": whether the sentence opens with a place that is none of the
/// fact's.
pub(in crate::check::figures) fn is_set_elsewhere(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clause = scene.outline.clause_of(mark.figure.start);
    let opens = clause.checked_sub(1).filter(|&before| scene.is_adverbial(before));
    // "In the capital, turnout reached 76 percent"
    let capital = |at: usize| {
        scene.tokens[at].text(scene.prose) == "capital"
            && scene.tokens[at - 1].text(scene.prose) == "the"
            && !scene.is_own(at, pair.profile)
    };
    opens.is_some_and(|before| {
        let mut words = scene.outline.clauses[before].tokens.clone();
        words.any(|at| at > scene.sentence.start && capital(at))
            || scene.rivals_in(before, pair.profile).next().is_some()
    })
}

/// "The Carrow bridge cost $460 million", of a fact on a bridge without a name, where the draft speaks of two by name: whether
/// which of them is meant is anybody's guess.
pub(super) fn may_be_another(scene: &Scene<'_>, pair: &Pair<'_, '_>) -> bool {
    let profile = pair.profile;
    let named = profile.is_named() || profile.wording.as_ref().is_some_and(|wording| !wording.names.is_empty());
    let noun = pair.fit.subject.and_then(|found| found.standing.at).filter(|_| !named);
    noun.is_some_and(|at| {
        let led = at >= scene.sentence.start + 2 && tells_apart(&scene.tokens[at - 2..=at]);
        led && !scene.is_own(at - 1, profile) && scene.terms[at].is_some_and(|noun| scene.introduced.has_several(noun))
    })
}

/// "In the north, the party took 14 seats", "won 14 seats in rural areas": whether a figure is told of a part of the land,
/// where the fact tells of none.
pub(super) fn is_in_area(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clause = scene.outline.clause_of(mark.figure.start);
    let opens = clause.checked_sub(1).filter(|&before| scene.is_adverbial(before)).unwrap_or(clause);
    let start = scene.outline.clauses[opens].tokens.start;
    let mut words = start..scene.outline.clauses[clause].tokens.end;
    let leads =
        |at: usize| ["in", "across"].iter().any(|word| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case(word));
    let within = words.clone();
    let tells_of_own = || {
        let mut names = scene.outline.names.iter().filter(|name| within.contains(&name.tokens.start));
        names.any(|name| scene.owns(pair.profile, name))
    };
    // "killed 41 people in the Harbour district" tells where, and not of whom.
    let region = |at: usize| {
        let opens = at <= start + 2;
        let told = mark.is_amount() || matches!(mark.kind, ClaimKind::Percent | ClaimKind::Ratio | ClaimKind::Change);
        opens && told && pair.telltale < Telltale::LongSlip && is_region(scene, pair, at) && !tells_of_own()
    };
    // "Across the division an average of 15,070 came"
    let first = scene.sentence.start;
    let wide = |at: usize| {
        let all = scene.tokens[at].word.is_some_and(|word| word.is(Sense::Generic)) || scene.text(at..at + 1) == "land";
        all || scene.is_own(at, pair.profile)
    };
    let across = scene.tokens[first].text(scene.prose) == "Across" && !(first + 1..first + 3).any(wide);
    across || words.any(|at| at > scene.sentence.start && leads(at - 1) && (is_area(scene, pair, at) || region(at)))
}

/// Whether a token begins the name of such a part, which is none of the fact's.
fn is_area(scene: &Scene<'_>, pair: &Pair<'_, '_>, at: usize) -> bool {
    let length = has_sense(scene.prose, scene.tokens, at, Sense::Area);
    // "in district courts" names no part by itself.
    length.is_some_and(|length| length > 1 && !(at..at + length).any(|at| scene.is_own(at, pair.profile)))
}

/// "the Harbour district", "the Lower Orne county": whether a token begins the name of a region that is none of the fact's.
fn is_region(scene: &Scene<'_>, pair: &Pair<'_, '_>, at: usize) -> bool {
    let capital = |at: usize| scene.tokens[at].is_capitalised();
    let end = (at + REGION + 2).min(scene.sentence.end);
    let noun = (at + 2..end).find(|&at| !capital(at));
    scene.tokens[at].text(scene.prose) == "the"
        && noun.is_some_and(|noun| {
            has_sense(scene.prose, scene.tokens, noun, Sense::Area) == Some(1)
                && (at + 1..noun).all(|at| capital(at) && !scene.is_own(at, pair.profile))
        })
}

/// Whether a figure is told of a part that the draft names and of which the fact says nothing: an item of a list, some days
/// of the week, matches at home, one kind of a thing.
pub(super) fn is_of_another_part(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    is_labelled_item(scene, mark, pair)
        || is_on_some_days(scene, mark, pair)
        || is_at_home(scene, mark, pair)
        || is_of_a_kind(scene, mark, pair)
}

/// "North: 12 buses" under "The county runs 31 buses:": whether an item of a list counts fewer than the fact, behind a label
/// of which the fact says nothing, where the line above tells what the fact counts.
fn is_labelled_item(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let first = scene.sentence.start;
    let sign = |at: usize| matches!(scene.tokens[at].text(scene.prose), ":" | "\u{2013}" | "\u{2014}");
    let Some(end) = mark.figure.start.checked_sub(1).filter(|&at| at > first && sign(at)) else { return false };
    // "In all: 29 buses"
    let foreign = |at: usize| {
        let token = &scene.tokens[at];
        let whole = token.word.is_some_and(|word| word.is_one_of([Sense::Whole, Sense::Tally, Sense::Neutral]));
        token.kind != TokenKind::Number && !whole && !scene.is_own(at, pair.profile)
    };
    let measured = |term: &Term| pair.profile.measures().any(|own| own == *term);
    let led = scene.layers.iter().any(|layer| layer.opens == Opens::List && layer.terms.iter().flatten().any(measured));
    mark.kind == ClaimKind::Count
        && pair.comparison.is_less()
        && end - first <= LABEL
        && (first..end).all(foreign)
        && led
}

/// "On Sundays the line carries 3,100 people", "91% are filled at weekends": whether a figure is told of some days of the
/// week, of which the fact says nothing.
fn is_on_some_days(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clause = scene.outline.clause_of(mark.figure.start);
    let opens = clause.checked_sub(1).filter(|&before| scene.is_adverbial(before)).unwrap_or(clause);
    let first = scene.outline.clauses[opens].tokens.start;
    let mut words = first + 1..scene.outline.clauses[clause].tokens.end;
    let of_week = |sense| matches!(sense, Sense::Weekday(_) | Sense::Period(Period::Weekend));
    let days = |at: usize| {
        let day = scene.tokens[at].text(scene.prose).strip_suffix('s').and_then(Word::find);
        !scene.is_own(at, pair.profile) && day.is_some_and(|day| day.senses().any(of_week))
    };
    let leads =
        |at: usize| ["on", "at"].iter().any(|word| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case(word));
    // "the market held on Saturdays has 40 stalls" only says which market is meant; "Only on Saturdays" opens the clause.
    let placed = |at: usize| at > mark.figure.end || at <= first + 2;
    let counted = mark.is_amount() || matches!(mark.kind, ClaimKind::Percent | ClaimKind::Ratio);
    // "The 670-seat theatre opens on Fridays"
    let attributive = scene.is_hyphened(mark.whole.clone());
    counted && !attributive && words.any(|at| placed(at) && leads(at - 1) && days(at))
}

/// "At home they took 30 points, with two defeats": whether a count is that of the matches at home or away, with which the
/// sentence opens, and the fact says nothing of them.
fn is_at_home(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clauses = &scene.outline.clauses;
    let own = scene.outline.clause_of(mark.figure.start);
    let anew = |clause: &usize| matches!(clauses[*clause].seam, Seam::Start | Seam::Break);
    let first = (0..=own).rev().find(anew).unwrap_or(own);
    let start = clauses[first].tokens.start;
    let is =
        |at: usize, word: &str| at < mark.figure.start && scene.tokens[at].text(scene.prose).eq_ignore_ascii_case(word);
    let at_home = is(start, "at") && is(start + 1, "home") && !is(start + 2, "and");
    let away = is(start, "away") && is(start + 1, "from") && is(start + 2, "home");
    let told = |at: usize| scene.is_own(at, pair.profile);
    // "At home they took 30 points, but they finished with 71"; "with 15 wins" has no verb.
    let counted = |at: usize| scene.figures.iter().any(|(_, figure)| figure.end == at);
    let acts = |clause: &usize| {
        let mut words = clauses[*clause].tokens.clone();
        words.any(|at| at < mark.figure.start && scene.is_finite(at) && !counted(at))
    };
    mark.kind == ClaimKind::Count
        && (at_home || away)
        && !told(start + usize::from(away) + 1)
        && (first..=own).filter(acts).count() <= 1
}

/// "Price of a child's season pass: £40": whether what the fact tells of is that of somebody of whom the fact says nothing,
/// and so another kind of it.
fn is_of_a_kind(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clauses = &scene.outline.clauses;
    let own = scene.outline.clause_of(mark.figure.start);
    // "Price of a child's pass: £40"
    let colon = mark.figure.start > scene.sentence.start
        && scene.tokens[mark.figure.start - 1].is_sign(scene.prose, ':')
        && clauses[own].tokens.start == mark.figure.start;
    let first = own.checked_sub(1).filter(|_| colon).unwrap_or(own);
    let one = |at: usize| ["a", "an"].iter().any(|word| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case(word));
    let owner = |at: usize| {
        let token = &scene.tokens[at];
        // "a year's rent", "a city's population"
        let plain = |sense| {
            !matches!(sense, Sense::Generic | Sense::Period(_) | Sense::Day(_) | Sense::Season(_) | Sense::Weekday(_))
        };
        token.kind == TokenKind::Word
            && !token.is_capitalised()
            && !scene.is_own(at, pair.profile)
            && token.word.is_none_or(|word| word.senses().all(plain))
    };
    let possessive = |at: usize| {
        let token = &scene.tokens[at];
        let text = token.text(scene.prose);
        token.glued && text.starts_with(['\'', '\u{2019}']) && text.ends_with('s')
    };
    // "pays a worker's wage of £12"
    let thing = |at: usize| {
        let earned = scene.tokens[at].word.is_some_and(|word| word.is_one_of([Sense::Charge, Sense::Pay]));
        scene.is_own(at, pair.profile) && !earned
    };
    let mut words = clauses[first].tokens.start..mark.figure.start.saturating_sub(3);
    mark.kind == ClaimKind::Money && words.any(|at| one(at) && owner(at + 1) && possessive(at + 2) && thing(at + 3))
}

/// Whether the clause has no subject of its own of which the fact says nothing, and none that is new: "A protest began",
/// "In 2024 a swimmer crossed".
pub(in crate::check::figures) fn is_of_its_subject(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let start = scene.clause(&mark.figure).tokens.start;
    let date = scene.dates.iter().find(|(date, _)| (start..start + 2).contains(&date.start));
    let start = date.map_or(start, |(date, _)| date.end);
    let first = scene.tokens.get(start).map_or("", |token| token.text(scene.prose));
    let new = start != mark.whole.start && ["a", "an"].iter().any(|article| first.eq_ignore_ascii_case(article));
    !(new || otherwise::has_another_subject(scene, mark, pair))
}
