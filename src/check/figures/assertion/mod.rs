//! What a figure is asserted of: as a whole or a part, and whether at all.

mod beside;
pub(super) mod dated;
mod event;
mod happening;
mod narrowing;
mod otherwise;
mod restriction;
mod retelling;
pub(super) mod subject;
pub(super) mod when;

use std::ops::Range;

use jiff::civil;

use super::assign::{Pair, Reserve};
use super::telltale::Telltale;
use crate::check::compare::outcome::{Against, Edge};
use crate::check::figures::matching::fit::{Clarity, Fit};
use crate::check::reading::outline::{Mood, Seam, has_sense, is_past_tense};
use crate::check::reading::profile::{Profile, Tie};
use crate::check::reading::scene::{Level, Mark, Scene};
use crate::check::reading::term::Term;
use crate::check::reading::wording::Wording;
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::reference::{Fact, Form};
use crate::text::TokenKind;
use crate::value::{Exact, Quantity};

/// Which end of a time that runs a date is said of; a sentence may speak of a life.
pub(super) fn edge_of(scene: &Scene<'_>, figure: &Range<usize>, profile: &Profile) -> Edge {
    // "since April 2011, when Moor signed the lease": the date is that of what happened then.
    let after = scene.tokens.get(figure.end..).unwrap_or_default();
    let next = after.iter().map(|token| token.text(scene.prose)).find(|text| *text != ",");
    if profile.tie != Tie::Words && next == Some("when") {
        return Edge::Unsaid;
    }
    if is_counted_from(scene, figure, profile) {
        return Edge::Start;
    }
    // "since the war, at the end of 1980": the date's own words tell nothing.
    let clause = scene.clause(figure).tokens.clone();
    let said = |sense| {
        let mut outside = clause.clone().filter(|at| !figure.contains(at));
        outside.any(|at| has_sense(scene.prose, scene.tokens, at, sense).is_some())
    };
    let lives = profile.wording.is_some() || profile.tie == Tie::Age;
    // "He took office in 2017" begins no life.
    let runs = profile.tie != Tie::Age;
    // "was elected captain in 2022"
    let appointed = profile.tie == Tie::Tenure && said(Sense::Appoints);
    if appointed {
        Edge::Start
    } else if runs && said(Sense::Ends) || (lives && said(Sense::Dies)) {
        Edge::End
    } else if runs && said(Sense::Begins) || (lives && said(Sense::Born)) {
        Edge::Start
    } else {
        Edge::Unsaid
    }
}

/// "landed 20 years ago", "founded about 93 years ago", "its 61-year history": whether a time right behind a word of the
/// measure says how long ago that was.
fn is_counted_from(scene: &Scene<'_>, figure: &Range<usize>, profile: &Profile) -> bool {
    if scene.is_of_history(figure) {
        return true;
    }
    let ago = scene.tokens.get(figure.end).is_some_and(|next| next.text(scene.prose).eq_ignore_ascii_case("ago"));
    let happened = figure.start.checked_sub(1).filter(|&at| at >= scene.sentence.start);
    let past = |at: usize| scene.is_own(at, profile) && is_past_tense(scene.prose, &scene.tokens[at]);
    ago && profile.tie == Tie::Words && happened.is_some_and(past)
}

/// Whether a difference is asserted: of this subject, as a whole, of this time, by the writer.
pub(super) fn may_differ(
    scene: &Scene<'_>,
    mark: &Mark,
    pair: &Pair<'_, '_>,
    fact: &Fact,
    now: civil::Date,
) -> Result<(), Reserve> {
    let figure = &mark.figure;
    if pair.fit.clarity == Clarity::Faint && pair.telltale != Telltale::LongSlip {
        return Err(Reserve::Faint);
    }
    match scene.outline.mood {
        Mood::Asserts => {}
        Mood::Asks => return Err(Reserve::Question),
        Mood::Corrects => return Err(Reserve::Correction),
    }
    // A slip tells that the fact is meant where it is told in other words, a long one also where another deed is told.
    let in_other_words = || pair.telltale == Telltale::Nothing && retelling::is_of_another_deed(scene, mark, pair);
    let of_another_deed = || {
        pair.telltale < Telltale::LongSlip
            && (happening::is_of_something_else(scene, mark, pair) || otherwise::does_otherwise(scene, mark, pair))
    };
    if scene.clause(figure).seam == Seam::Supposed {
        Err(Reserve::Condition)
    } else if is_denied(scene, figure, pair.profile, fact) {
        Err(Reserve::Denial)
    } else if is_projected(scene, mark, pair.profile) {
        Err(Reserve::Projection)
    } else if is_partial(scene, mark, pair) || is_some(scene, mark, pair) || subject::is_in_area(scene, mark, pair) {
        Err(Reserve::Part)
    } else if otherwise::is_otherwise(scene, mark, pair) || retelling::moves_otherwise(scene, pair, fact) {
        Err(Reserve::SomethingElse)
    } else if is_another(scene, figure, pair.profile) && !dated::is_dated_alike(scene, fact) {
        Err(Reserve::Another)
    } else if is_offset(scene, mark, pair, fact) {
        Err(Reserve::Offset)
    } else if happening::is_common(scene, pair) || is_of_another_row(scene, pair) {
        Err(Reserve::Another)
    } else if in_other_words() || of_another_deed() {
        Err(Reserve::SomethingElse)
    } else if when::is_past(scene, mark, pair, fact, now) || when::is_of_less_time(scene, mark, pair, fact) {
        Err(Reserve::AnotherTime)
    } else {
        Ok(())
    }
}

/// Whether a figure that fits a fact faintly might differ from it if the match were clear: what the fact is about is said.
pub(super) fn may_differ_clearly(
    scene: &Scene<'_>,
    mark: &Mark,
    pair: &Pair<'_, '_>,
    fact: &Fact,
    now: civil::Date,
) -> bool {
    let clear = Pair { fit: Fit { clarity: Clarity::Clear, ..pair.fit }, ..*pair };
    let named = |wording: &Wording| wording.names.iter().any(|name| scene.find(name, &mark.figure).is_some());
    let said = |term: Term| {
        let mut around = scene.layers.iter().flat_map(|layer| layer.terms);
        scene.sentence.clone().any(|at| scene.terms[at] == Some(term)) || around.any(|own| *own == Some(term))
    };
    let begins = |wording: &Wording| match wording.first {
        Some(first) if wording.names.is_empty() => said(first),
        Some(_) | None => named(wording),
    };
    pair.profile.wording.as_ref().is_none_or(begins) && may_differ(scene, mark, &clear, fact, now).is_ok()
}

/// Whether a figure that fits no fact may still be a slip of one: the writer says it so, of the whole, of no other
/// thing.
pub(super) fn may_stray(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let figure = &mark.figure;
    scene.outline.mood == Mood::Asserts
        && scene.clause(figure).seam != Seam::Supposed
        && !is_denied(scene, figure, pair.profile, fact)
        && !is_projected(scene, mark, pair.profile)
        && !is_partial(scene, mark, pair)
        && !is_another(scene, figure, pair.profile)
        && !otherwise::is_otherwise(scene, mark, pair)
        && !otherwise::does_otherwise(scene, mark, pair)
}

/// "did not cost £200 million": whether the figure is said not to be so. "Not only" and "not just"
/// deny nothing, and "not until 1932" and "not £4 million but £9 million" say what is so.
fn is_denied(scene: &Scene<'_>, figure: &Range<usize>, profile: &Profile, fact: &Fact) -> bool {
    // "had not won away for ten weeks", of a fact that says so.
    let own = |at: usize| at + 1 < figure.start && scene.is_own(at + 1, profile) && is_of_denial(fact);
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let denies = |at: usize| {
        let negates = ["not", "never"].iter().any(|word| text(at).eq_ignore_ascii_case(word))
            || text(at).ends_with("n't")
            || text(at).ends_with("n\u{2019}t");
        let limits = at + 1 < figure.start && ["only", "just", "merely", "including"].contains(&text(at + 1));
        let turns = (at + 1..figure.start).any(|at| ["until", "till", "before", "but"].contains(&text(at)));
        negates && !limits && !turns && !own(at)
    };
    // "denies that it has 3,800 workers on short time"
    let own_clause = scene.outline.clause_of(figure.start);
    let that = |at: usize| at < figure.start && text(at) == "that" && scene.outline.clause_of(at) == own_clause;
    let refused = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Denies)) && that(at + 1);
    (scene.clause(figure).tokens.start..figure.start).any(denies) || (scene.sentence.start..figure.start).any(refused)
}

/// "not won away": whether what a fact measures is itself denied.
fn is_of_denial(fact: &Fact) -> bool {
    let negates = |word: &str| Word::find(word).is_some_and(|word| word.is(Sense::Negation));
    fact.measure.iter().flat_map(|phrase| phrase.split(' ')).any(negates)
}

/// "could have reached $4 billion", "the first estimate of £1.5 billion".
fn is_projected(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let figure = &mark.figure;
    let projects = |at: usize| {
        [Sense::Projects, Sense::Supposes]
            .into_iter()
            .any(|sense| has_sense(scene.prose, scene.tokens, at, sense).is_some())
    };
    // "in May 2024" is no "may", and "an estimated 150 wolves" is a hedge.
    let dated = |at: usize| figure.contains(&at) || scene.figures.iter().any(|(_, figure)| figure.contains(&at));
    // "should lead to peace and independence": what is said of the clause before holds of this one.
    let own = scene.outline.clause_of(figure.start);
    let joined = |clause: &usize| scene.outline.clauses[*clause].seam == Seam::And;
    let first = (0..=own).rev().find(|clause| mark.kind != ClaimKind::Date || !joined(clause)).unwrap_or(own);
    let start = scene.outline.clauses[first].tokens.start;
    // "expect that the festival will draw 60,000"; but "estimated that 65,000 came".
    let will = |at: usize| matches!(scene.tokens[at].text(scene.prose), "will" | "would");
    let to_come = (scene.clause(figure).tokens.start..figure.start).any(will);
    let believed = to_come && scene.tokens[start].text(scene.prose).eq_ignore_ascii_case("that");
    let start = if believed { scene.outline.clauses[first.saturating_sub(1)].tokens.start } else { start };
    // "Norvia's 32,000 employees will strike", "the 45,100-seat stadium will": what is to come is not their number.
    let given = figure.start > start && is_given(scene, figure.start - 1) && figure.end < mark.whole.end;
    let span = start..if given { figure.start } else { scene.clause(figure).tokens.end };
    let lent = Some(scene.subject_clause_of(own)).filter(|&clause| clause != own);
    let subject = lent.into_iter().flat_map(|clause| scene.outline.clauses[clause].tokens.clone());
    to_come && is_due(scene, figure)
        || span.chain(subject).any(|at| !dated(at) && projects(at) && !scene.is_own(at, profile))
}

/// "will be 95% complete by Christmas": whether a figure is that of a day to come.
fn is_due(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    let end = scene.clause(figure).tokens.end;
    let time = |sense| {
        matches!(sense, Sense::Holiday(_) | Sense::Season(_) | Sense::Month(_) | Sense::Weekday(_) | Sense::Period(_))
    };
    let day = |at: usize| {
        let year = scene.tokens[at].kind == TokenKind::Number;
        year || scene.tokens[at]
            .word
            .into_iter()
            .flat_map(Word::phrases)
            .any(|phrase| phrase.senses.iter().copied().any(time))
    };
    let by = |at: usize| scene.tokens[at].text(scene.prose) == "by";
    (figure.end..end).any(|at| by(at) && (at + 1..(at + 5).min(end)).any(day))
}

/// Whether a token before a figure tells that there are so many: "the", "its", "Norvia's".
fn is_given(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    let owner = token.glued && matches!(token.text(scene.prose), "s" | "'s" | "\u{2019}s" | "'" | "\u{2019}");
    owner || ["the", "its", "their", "his", "her"].iter().any(|word| token.text(scene.prose).eq_ignore_ascii_case(word))
}

/// Whether the words around a figure make it one of some of what the fact is about.
fn is_some(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let long = pair.telltale == Telltale::LongSlip;
    !long && is_turnover(scene, mark, pair.profile) || narrowing::is_narrowed(scene, mark, pair)
}

/// "three more tram lines", "another 40", "of the 27, 12". A share of them is said of the whole,
/// and "another 6,400 damaged" after those destroyed is all that were damaged.
fn is_partial(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let figure = &mark.figure;
    let profile = pair.profile;
    let clause = &scene.clause(figure).tokens;
    let share = matches!(mark.kind, ClaimKind::Ratio | ClaimKind::Percent);
    let end = if share { figure.start } else { (figure.end + 2).min(clause.end.max(figure.end)) };
    let near = figure.start.saturating_sub(4).max(clause.start)..end;
    // "an average of 36 million miles from the sun", where the fact is of an average.
    let per = |at: usize| scene.tokens[at].text(scene.prose) == "per";
    let partial = |at: usize| {
        let cent = scene.tokens.get(at + 1).is_some_and(|next| next.text(scene.prose).eq_ignore_ascii_case("cent"));
        let part = has_sense(scene.prose, scene.tokens, at, Sense::Partial).filter(|_| !cent);
        // "Each dose costs $3.90", where the fact is of a dose.
        let each = |length: usize| {
            matches!(mark.kind, ClaimKind::Money | ClaimKind::Measurement)
                && scene.tokens[at].text(scene.prose).eq_ignore_ascii_case("each")
                && scene.is_own(at + length, profile)
        };
        part.is_some_and(|length| {
            let told = (at..at + length).any(|at| scene.is_own(at, profile));
            // "86 were injured, nine of them critically", where the fact is of the nine.
            let them = ["them", "those"].contains(&scene.tokens[at + length - 1].text(scene.prose));
            let next = at + length;
            let own = |at: usize| at < scene.sentence.end && scene.is_own(at, profile) && !scene.is_finite(at);
            let leads = |at: usize| {
                scene.tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.is(Sense::Preposition))
            };
            let critically = own(next) || leads(next) && own(next + 1);
            let told = told
                || them && critically
                || is_mean(scene, at..at + length, pair)
                || per(at) && is_price(scene, mark, pair);
            !(told || at + length < scene.sentence.end && each(length))
        })
    };
    let measured = |at: usize| at < scene.sentence.end && scene.is_own(at, profile);
    let term = scene.terms.get(figure.end).copied().flatten();
    let before = scene.sentence.start..figure.start;
    // "another 3,900 people" are some of all the people that the fact counts.
    let people = |word: Word| word.is(Sense::Person) || word.is(Sense::Plural);
    let of_people = scene.tokens.get(figure.end).and_then(|token| token.word).is_some_and(people);
    // So are "another 40 workers"; not "another 6,400 damaged".
    let done = scene.tokens.get(figure.end).is_some_and(|next| is_past_tense(scene.prose, next));
    let first_told = measured(figure.end) && done && !of_people && !scene.terms[before].contains(&term);
    let beside = !first_told && near.into_iter().any(|at| !figure.contains(&at) && partial(at));
    beside
        || is_end_of_row(scene, mark)
        || is_of_each(scene, mark, profile)
        || is_margin(scene, mark, profile)
        || is_of_those(scene, mark, pair)
        || is_some_of_the(scene, mark, pair)
        || is_rate(scene, mark, pair)
        || scene.clause_has(figure, Sense::Alone)
}

/// "an average of 14.6 days" of a fact that counts 14.6: a broken number of whole things is a mean.
fn is_mean(scene: &Scene<'_>, mut phrase: Range<usize>, pair: &Pair<'_, '_>) -> bool {
    is_broken(pair) && phrase.any(|at| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case("average"))
}

/// Whether a fact counts whole things, and yet no whole number of them.
fn is_broken(pair: &Pair<'_, '_>) -> bool {
    let Against::Value(held) = pair.comparison.against else { return false };
    let amount = held.claim.value.quantity().and_then(Quantity::point);
    held.claim.kind == ClaimKind::Count && amount.is_some_and(|number| !number.value().is_integer())
}

/// "lifting the last 15 deck sections": a count of those at one end.
fn is_end_of_row(scene: &Scene<'_>, mark: &Mark) -> bool {
    let before = mark.whole.start.checked_sub(1).filter(|&at| at > scene.sentence.start);
    let ends = ["last", "first", "next", "final", "remaining"];
    let the = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Determiner));
    mark.kind == ClaimKind::Count
        && before.is_some_and(|at| ends.contains(&scene.tokens[at].text(scene.prose)) && the(at - 1))
}

/// "Each shift has 60 workers": what each of several has, where the fact is of none of them.
fn is_of_each(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let start = scene.clause(&mark.figure).tokens.start;
    let text = scene.tokens[start].text(scene.prose);
    // "Each dose costs $3.90", where the fact is of a dose.
    let of_one = || matches!(mark.kind, ClaimKind::Money | ClaimKind::Measurement) && scene.is_own(start + 1, profile);
    ["each", "every", "one"].iter().any(|word| text.eq_ignore_ascii_case(word))
        && start < mark.figure.start
        && !scene.is_own(start, profile)
        && !of_one()
}

/// "beating the incumbent by 1,284 votes", "1,204 votes ahead of": by how much somebody won or lost, where the fact
/// tells of no such thing.
fn is_margin(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let ahead =
        scene.tokens.get(mark.whole.end).and_then(|token| token.word).is_some_and(|word| word.is(Sense::Margin));
    if ahead && mark.kind == ClaimKind::Count && !scene.is_own(mark.whole.end, profile) {
        return true;
    }
    let clause = scene.clause(&mark.figure).tokens.start;
    let by = mark.whole.start.checked_sub(1).filter(|&at| at >= scene.sentence.start);
    let contest = |word: Word| word.is(Sense::Contest);
    let counted = mark.figure.end..mark.whole.end;
    let cast = counted.into_iter().any(|at| scene.tokens[at].word.is_some_and(contest));
    let told = |at: usize| scene.tokens[at].word.is_some_and(contest) && scene.is_own(at, profile);
    cast && mark.kind == ClaimKind::Count
        && by.is_some_and(|by| scene.tokens[by].text(scene.prose) == "by" && !(clause..by).any(told))
}

/// "Nine of the 41 dead"; but of "58 of the 151 seats" the first is what a party has whose fact says less than 151.
fn is_some_of_the(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let text = |at: usize| scene.tokens.get(at).map(|token| token.text(scene.prose));
    let end = mark.figure.end;
    let which = ["the", "its", "their", "those", "these", "his", "her"];
    let whole = text(end + 2).and_then(|digits| digits.replace(',', "").parse::<i64>().ok());
    let most = pair.comparison.arithmetic.and_then(|arithmetic| arithmetic.nominal.high.value());
    // "taking 58 of the 151 seats": that many are had by whoever the fact is about.
    let before = mark.whole.start.checked_sub(1).filter(|&at| at > scene.clause(&mark.figure).tokens.start);
    let had = before.and_then(|at| scene.tokens[at].word).is_some_and(|word| word.is(Sense::Holds));
    let less = had && whole.map(Exact::from).zip(most).is_some_and(|(whole, most)| most < whole);
    mark.kind == ClaimKind::Count
        && text(end) == Some("of")
        && text(end + 1).is_some_and(|next| which.contains(&next))
        && !less
}

/// "Of those on board 187 drowned; 44 reached the shore", where that is the fact's measure.
fn is_told_here(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clause = scene.clause(&mark.figure).tokens.clone();
    let measure = pair.fit.measure.and_then(|found| found.standing.at);
    measure.is_some_and(|at| clause.contains(&at) && !mark.whole.contains(&at))
}

/// "hired 200 nurses", "broke into nine homes": a count of some of what the fact counts.
fn is_turnover(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let start = mark.figure.start;
    let verb = |at: usize| {
        has_sense(scene.prose, scene.tokens, at, Sense::Turnover) == Some(start - at) && !scene.is_own(at, profile)
    };
    mark.kind == ClaimKind::Count && (start.saturating_sub(3).max(scene.sentence.start)..start).any(verb)
}

/// "4,000 visitors a day", "50 cents a pound": a count or sum of each of many stretches or pieces.
fn is_rate(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let profile = pair.profile;
    let next = |at: usize| scene.tokens.get(at).map(|token| (token.text(scene.prose), token.word));
    let each = next(mark.whole.end).is_some_and(|(text, _)| ["a", "an", "per", "every", "each"].contains(&text));
    let priced = mark.kind == ClaimKind::Money;
    let stretch =
        |sense| matches!(sense, Sense::Day(_) | Sense::Period(_)) || priced && matches!(sense, Sense::Unit(..));
    let named = |(text, word): (&str, Option<Word>)| {
        ["day", "hour", "minute", "night"].contains(&text) || word.is_some_and(|word| word.senses().any(stretch))
    };
    let counted = matches!(mark.kind, ClaimKind::Count | ClaimKind::Money);
    // "a salary of 14,000 kroner a year": what a year brings has no other name.
    let yearly = priced
        && next(mark.whole.end + 1).is_some_and(|(text, _)| text == "year")
        && mark.whole.start >= scene.sentence.start + 2
        && next(mark.whole.start - 1).is_some_and(|(text, _)| text == "of")
        && next(mark.whole.start - 2).and_then(|(_, word)| word).is_some_and(|word| word.is(Sense::Pay))
        && scene.is_own(mark.whole.start - 2, profile)
        && next(mark.whole.end + 2).is_none_or(|(text, _)| text != "as");
    each && counted
        && !is_broken(pair)
        && !yearly
        && !is_price(scene, mark, pair)
        && next(mark.whole.end + 1).is_some_and(named)
        && !scene.is_own(mark.whole.end + 1, profile)
}

/// "a guaranteed price of £85.70 per megawatt-hour", of a fact that says £58.70: whether a sum is what the fact's own
/// price or wage always gives for one, as the slip tells.
fn is_price(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let charge =
        |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Charge)) && scene.is_own(at, pair.profile);
    let clause = scene.clause(&mark.figure).tokens.start;
    mark.kind == ClaimKind::Money && pair.telltale >= Telltale::LongSlip && (clause..mark.figure.start).any(charge)
}

/// "Of the runners, 3,900 were women", "among them, 12", "for Americans, the war began in 1941".
fn is_of_those(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let figure = &mark.figure;
    let own = scene.outline.clause_of(figure.start);
    // "Of the 3,007,796 ballots cast, 21,300 were invalid and some 418,000 came by post"
    let Some(before) = scene.outline.joined_from(own).checked_sub(1) else { return false };
    let clause = &scene.outline.clauses[before].tokens;
    let opener = scene.tokens[clause.start].text(scene.prose);
    let opens = |words: &[&str]| words.iter().any(|word| opener.eq_ignore_ascii_case(word));
    let nation = |at: usize| scene.tokens[at].is_capitalised() && scene.tokens[at].text(scene.prose).ends_with('s');
    let for_some = opens(&["for"]) && clause.len() <= 4 && clause.clone().skip(1).any(nation);
    // "Among those under 25, unemployment is 16%"
    let group = |at: usize| {
        let people = |word: Word| word.is(Sense::Person) || word.is(Sense::Plural);
        let those = scene.tokens[at].text(scene.prose) == "those";
        (those || scene.tokens[at].word.is_some_and(people)) && !scene.is_own(at, pair.profile)
    };
    // "46 posts, among them 12 teaching jobs, which leaves 1,690 employees": what leaves so many is the whole.
    let goes_on = scene.clause(figure).seam != Seam::Subordinate;
    let among = opens(&["among", "amongst"]) && goes_on;
    let of_some = opens(&["of"]) || among;
    let narrower = among && clause.clone().any(group) || !is_told_here(scene, mark, pair);
    (of_some && narrower || for_some) && clause.len() > 1 && scene.is_adverbial(before)
}

/// "two years after the meeting": a duration that tells how far off something else is, where the
/// fact does not tell that too.
fn is_offset(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let Some(next) = scene.tokens.get(mark.figure.end).filter(|_| mark.kind == ClaimKind::Duration) else {
        return false;
    };
    let text = next.text(scene.prose);
    let told = |phrase: &String| phrase.split(' ').any(|word| word.eq_ignore_ascii_case(text));
    let off =
        ["after", "before", "later", "earlier", "ago", "since"].iter().any(|word| text.eq_ignore_ascii_case(word));
    let counted = text.eq_ignore_ascii_case("ago") && pair.comparison.setting.edge == Edge::Start;
    off && !counted
        && !matches!(fact.form, Form::Since { .. } | Form::Sentence { .. })
        && !fact.measure.iter().any(told)
}

/// "Charon | 1,212" under a heading on Pluto: whether the row is of something else.
fn is_of_another_row(scene: &Scene<'_>, pair: &Pair<'_, '_>) -> bool {
    // Where the subject heads the column, the row says what is measured of it.
    let heads = pair.fit.subject.is_some_and(|found| found.standing.level == Level::Header);
    !heads && scene.row_is_of_another(pair.profile)
}

/// "another ferry sank, killing 9": whether the sentence is about another of what the fact is about.
fn is_another(scene: &Scene<'_>, figure: &Range<usize>, profile: &Profile) -> bool {
    let own = scene.outline.clause_of(figure.start);
    // "In 2022 a fire at another warehouse…": what the clause is about may follow a date that opens it.
    let end = if scene.is_adverbial(own) || figure.start <= scene.clause(figure).tokens.start + 1 {
        scene.clause(figure).tokens.end
    } else {
        figure.start
    };
    let another = |at: usize, end: usize| {
        has_sense(scene.prose, scene.tokens, at, Sense::Another).is_some_and(|length| {
            let mut noun = at + length..(at + length + 3).min(end);
            // "the old one", where that is the fact's own.
            let told = (at..at + length).any(|at| scene.is_own(at, profile));
            !told && noun.any(|at| scene.is_own(at, profile))
        })
    };
    let here = (scene.sentence.start..end).filter(|at| !figure.contains(at) && scene.outline.clause_of(*at) <= own);
    let before = scene.antecedent();
    here.into_iter().any(|at| another(at, end)) || before.clone().any(|at| another(at, before.end))
}
