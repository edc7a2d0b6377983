//! At which time a figure is asserted, and whether it is another than the fact's.

use std::ops::Range;

use jiff::{ToSpan, civil};

use super::given::{date_before_age, date_joined, date_then, dates_beside, years_over};
use super::{dated, event, is_given, then};
use crate::check::compare::outcome::{Against, Conflict, Outcome, Period, dates_in};
use crate::check::figures::assign::Pair;
use crate::check::figures::telltale::Telltale;
use crate::check::reading::outline::{Seam, has_sense, is_past_tense};
use crate::check::reading::profile::{Profile, Tie};
use crate::check::reading::scene::{Mark, Scene};
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::reference::{Fact, Form};
use crate::text::Token;
use crate::value::{Date, Exact};

/// Who was so many years younger was so long ago, and no slip.
const LONG_AGO: i64 = 5;

/// For how many days after its end a month's figure is the latest.
const LATEST: i32 = 45;

/// Within how many words behind a value it is told until when it held.
const UNTIL: usize = 4;

/// How many words of a hedge may stand before a figure: "to just under six".
const HEDGE: usize = 3;

/// The time that a figure's clause gives, else the draft's date.
pub(in crate::check) fn time_of(scene: &Scene<'_>, mark: &Mark, now: civil::Date) -> Period {
    let figure = &mark.figure;
    if mark.kind == ClaimKind::Date || is_now(scene, figure) {
        return Period::day(now);
    }
    let given = dates_beside(scene, figure)
        .chain(date_then(scene, figure))
        .chain(date_before_age(scene, mark))
        .chain(date_joined(scene, mark))
        .chain(years_over(scene));
    let to_come = is_to_come(scene, mark);
    let given = given.into_iter().find(|period| period.first <= now || to_come);
    let given = given.map(|period| Period { first: first_of_stretch(scene, period), ..period });
    given.map_or(Period::day(now), |period| Period { last: period.last.min(now).max(period.first), ..period })
}

/// "She was 46, and she inherited": whether an age may be that of long ago, for the text tells what was and gives no date, and
/// neither the sentence nor the one before tells of a death.
pub(super) fn was_young(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let dies = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Dies));
    let mut told = scene.sentence_before().chain(scene.sentence.clone());
    let was = mark.whole.start.checked_sub(1).is_some_and(|at| scene.tokens[at].text(scene.prose) == "was");
    let years = pair
        .comparison
        .arithmetic
        .and_then(|arithmetic| arithmetic.nominal.low.value()?.checked_sub(arithmetic.claimed.point()?.value()));
    let young = years.is_some_and(|years| years > Exact::from(LONG_AGO));
    mark.kind == ClaimKind::Age && was && young && scene.dates.is_empty() && !told.any(dies)
}

/// "goes up to £1.80 on February 13", "As of tomorrow a ticket costs €3": the last of the days to come of which a
/// sentence speaks; a year ahead where it says no day of what will be.
pub(in crate::check::figures) fn coming(scene: &Scene<'_>, mark: &Mark, now: civil::Date) -> Option<civil::Date> {
    let to_come = scene.dates.iter().map(|(_, period)| *period).filter(|period| period.first > now);
    let day = to_come.map(|period| period.last).max();
    day.or_else(|| is_to_come(scene, mark).then(|| now.checked_add(1.year()).ok()).flatten())
}

/// "From July a ticket will cost €3.10": whether a sum or count is one of a time to come.
fn is_to_come(scene: &Scene<'_>, mark: &Mark) -> bool {
    let mut before = scene.clause(&mark.figure).tokens.start..mark.figure.start;
    mark.is_amount() && before.any(|at| scene.tokens[at].text(scene.prose) == "will")
}

/// "In 2023 it had 412 members; now it has 530": whether the figure's clause speaks of the day it is written.
pub(in crate::check::figures) fn is_now(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    let mut clause = scene.clause(figure).tokens.start..figure.start;
    clause.any(|at| {
        ["now", "today", "currently"].iter().any(|now| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case(now))
    })
}

/// "in the three months to the end of September": the first day of the stretch that a date ends.
fn first_of_stretch(scene: &Scene<'_>, end: Period) -> civil::Date {
    let Some((date, _)) = scene.dates.iter().find(|(_, period)| *period == end) else { return end.first };
    let before = date.start.saturating_sub(6).max(scene.sentence.start)..date.start;
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let to = before.clone().find(|&at| matches!(text(at), "to" | "ended" | "ending"));
    let months = to.is_some_and(|to| to > scene.sentence.start && text(to - 1).starts_with("month"));
    if months { end.first.saturating_sub(2.months()) } else { end.first }
}

/// Whether the text plainly speaks of another time than the fact.
pub(super) fn is_past(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact, now: civil::Date) -> bool {
    let figure = &mark.figure;
    match pair.comparison.against {
        Against::Since { since, .. } => {
            return pair.profile.tie == Tie::Tenure && event::is_before_term(scene, mark, since);
        }
        Against::Life { born, .. } => {
            // "who turns 56 in December" is 55 until then.
            let turns = scene.clause_has(figure, Sense::Turning);
            // "Ruiz, a 46-year-old former teacher": so old now.
            let text = |at: usize| scene.tokens[at].text(scene.prose);
            let then =
                |at: usize| has_sense(scene.prose, scene.tokens, at, Sense::Past).is_some() && text(at) != "former";
            let when = |at: usize| text(at) == "when" && !then::goes_on_from_date(scene, at, figure, born);
            let told_then = scene.clause(figure).tokens.clone().any(then) || scene.sentence.clone().any(when);
            let dated = date_then(scene, figure).is_some() || dates_beside(scene, figure).next().is_some();
            return turns || told_then && !dated && !is_now(scene, figure);
        }
        Against::Value(_) | Against::History(_) if mark.kind == ClaimKind::Date => {
            return event::is_of_another(scene, figure, pair, fact);
        }
        Against::Value(_) | Against::History(_) if is_bracketed(scene, mark) || is_age_at_event(scene, mark) => {
            return true;
        }
        Against::Value(_) | Against::History(_) => {}
    }
    let own = dated::years(fact);
    if is_swapped_of_late((scene, figure), pair, fact, (&own, now)) {
        return false;
    }
    if says_past(scene, mark, pair, fact)
        || then::is_elsewhen(scene, mark, pair, fact)
        || matches!(pair.comparison.outcome, Outcome::Outdated { .. }) && dated::is_listed_at_a_time(scene, mark)
        || is_of_that_day(scene, mark, pair.profile)
        || is_starting_point(scene, figure)
        || is_before_event(scene, figure)
        || had_been(scene, figure)
    {
        return true;
    }
    let as_of = fact.as_of.and_then(Period::of);
    let happens = happens_once(scene, mark, pair);
    // "A restoration in 2014 cost £8.7 million", of a fact that says €8.7 million, is no other year's.
    let in_currency = matches!(pair.comparison.outcome, Outcome::Contradicted(Conflict::Currency));
    let undated = own.is_empty() && as_of.is_none();
    let converted = in_currency && pair.telltale >= Telltale::LongSlip && undated;
    // A vote or a match is on one day, whichever month that is in.
    let undated = undated && mark.kind != ClaimKind::Score;
    if dated::is_of_year_untold(scene, pair, &own, now) || dated::is_under_part_of_year(scene, fact, now) {
        return true;
    }
    // "| 2024 | 2025 |" over what a fact says of no time: that of the last column.
    let undated_value = own.is_empty() && as_of.is_none() && matches!(pair.comparison.against, Against::Value(_));
    let surpassed = scene.layers.iter().any(|layer| layer.head.surpassed);
    if undated_value && !happens && surpassed {
        return true;
    }
    let begins = fact.from.and_then(Period::of).map(|from| from.first);
    let ends = fact.until.and_then(Period::of).map(|until| until.last);
    // "fell to 9 million in 2020–21", of a history that says so of that year alone.
    let entry = pair.comparison.entry.and_then(|entry| Some((Period::of(entry.from)?, Period::of(entry.until?)?)));
    let entry = entry.map(|(from, until)| Period { last: until.last, ..from });
    // "The 2016 strike lasted nine days" tells of another than that of which the fact says 23.
    let slips = pair.telltale > Telltale::Nothing;
    let strange = |period: &Period| !own.contains(&period.first.year()) && !slips;
    if dated::years_of_subject(scene, pair.profile, &["the"]).iter().any(strange) {
        return true;
    }
    let dated = if slips { dated::years_of_its_own(scene, pair.profile) } else { Vec::new() };
    let beside = dates_beside(scene, figure).filter(|period| !dated.contains(period));
    beside.chain(years_over(scene)).chain(dated::year_of_antecedent(scene, figure)).any(|period| {
        // "| Q2 2025 |" over what a fact says from April 2026 on.
        if begins.is_some_and(|begins| period.last < begins) || ends.is_some_and(|ends| period.first > ends) {
            return true;
        }
        let years = |period: &Period| [period.first.year(), period.last.year()];
        if entry.is_some_and(|held| {
            held.first <= period.first && period.last <= held.last || years(&held) == years(&period)
        }) {
            return false;
        }
        // The season of 2023–24 is not that of 2024–25.
        let shared = own.iter().filter(|year| (period.first.year()..=period.last.year()).contains(year)).count();
        let known = shared > 0 && (shared == own.len() || shared > 1 || period.first.year() == period.last.year());
        if surpassed && !known && !own.is_empty() {
            return true;
        }
        // "by 2050", which no fact knows yet.
        // But "the 3,100 people who work for it" do so today.
        let before = figure.start.checked_sub(1).filter(|&at| at >= scene.sentence.start);
        let given = figure.end < mark.whole.end && before.is_some_and(|at| is_given(scene, at));
        if period.first > now {
            return !known && !given;
        }
        // A month's rate is not the year's, nor that of the month before.
        if let Some(as_of) = as_of.filter(|_| period.first != period.last) {
            return !period.meets(as_of);
        }
        if converted {
            return false;
        }
        // "In March the wait was 7 hours", where the fact is of no time: one month's, and not the latest.
        let stale = period.last.checked_add(LATEST.days()).is_ok_and(|until| until < now);
        if period.is_month() && stale && undated && !happens && !is_of_event(scene, pair) {
            return true;
        }
        // "A year ago they counted 29,000 dead", of a war in 1996.
        let elsewhen = !own.is_empty() && matches!(fact.form, Form::Sentence { .. });
        if elsewhen && !known && period.first != period.last {
            return true;
        }
        // A day is that of an event, which the fact may well be about; a year is a state's.
        !known && !happens && period.first != period.last && period.last.year() < now.year() - 1
    })
}

/// "drew some 13,000 visitors last year", of a fact that says 31,240 and nothing of when: whether the figure is a long slip
/// of the fact's, and no time is told but the fact's own, this year and the last.
fn is_swapped_of_late(
    (scene, figure): (&Scene<'_>, &Range<usize>),
    pair: &Pair<'_, '_>,
    fact: &Fact,
    (own, now): (&[i16], civil::Date),
) -> bool {
    let dated = fact.from.or(fact.until).or(fact.as_of).is_some();
    let late = |period: &Period| {
        let year = period.first.year();
        (year + 1 >= now.year() || own.contains(&year)) && period.last <= now
    };
    let mut times = dates_beside(scene, figure).peekable();
    !dated && pair.telltale == Telltale::LongSlip && times.peek().is_some() && times.all(|period| late(&period))
}

/// Whether a word beside a figure says that what it tells is past: "then", "a year ago", "had cut".
fn says_past(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let of_part = dated::speaks_of_part(fact);
    let own = dated::years(fact);
    let figure = &mark.figure;
    // "last year", which is the fact's.
    let known = |at: usize| {
        let mut dates = scene.dates.iter().filter(|(date, _)| date.contains(&at));
        dates.any(|(_, period)| period.first.year() == period.last.year() && own.contains(&period.first.year()))
    };
    let slips = pair.telltale > Telltale::Nothing;
    let latest = |at: usize| slips && then::is_latest_year(scene, at, mark);
    let follows = |at: usize| slips && then::is_to_follow(scene, at);
    let past = |at: usize| {
        if known(at) || then::says_alike(scene, at, fact) {
            return false;
        }
        // "62,000 calls that day", of a fact that says so.
        let own = |length: usize| (at..at + length).any(|at| scene.is_own(at, pair.profile));
        let past = has_sense(scene.prose, scene.tokens, at, Sense::Past).is_some_and(|length| !own(length))
            && !then::is_frequency(scene, at)
            && !latest(at)
            && !then::is_sequence(scene, at, mark)
            && !follows(at)
            && !then::is_of_age(scene, at)
            && !then::is_of_title(scene, at)
            && !then::is_of_noun(scene, at);
        // "founded 93 years ago" is the figure itself.
        (past && !figure.contains(&at)) || (!of_part && !figure.contains(&at) && then::is_part_of_year(scene, at))
    };
    let here = scene.outline.clause_of(figure.start);
    let first = first_of_verb(scene, here);
    let said_in = |clause: usize| (first..=here).contains(&clause) || (clause < here && scene.is_adverbial(clause));
    let clauses = scene.outline.clauses.iter().enumerate().filter(|(clause, _)| said_in(*clause));
    // "A year ago the Monitor, a research group, counted 29,000"
    let resumed = scene.outline.clauses[scene.subject_clause_of(here)].tokens.clone();
    let told_past = clauses.into_iter().any(|(_, clause)| clause.tokens.clone().any(past))
        || is_reported(scene, first) && past(scene.sentence.start)
        || shared_subject(scene, here).any(past)
        || !dated::is_dated_alike(scene, fact) && resumed.into_iter().any(past);
    let outdated = matches!(pair.comparison.outcome, Outcome::Outdated { .. });
    // "had been vaccinated by Christmas", of what has been so since.
    let undated = || dates_beside(scene, figure).next().is_none();
    told_past || outdated && (is_told_back(scene, here) && undated() || is_told_until(scene, figure))
}

/// "carried 1.1 million passengers in December", "by Tuesday 6,000 had fled": whether fewer are told of a shorter
/// time than the fact's, or of one when not all was known.
pub(super) fn is_of_less_time(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let Form::Sentence { claims, .. } = &fact.form else { return false };
    if !mark.is_amount() || !pair.comparison.is_less() {
        return false;
    }
    let is_year = |date: Date| matches!(date, Date::Year(_));
    let own = claims.iter().flat_map(dates_in).all(is_year);
    let clause = scene.outline.clause_of(mark.figure.start);
    let said = |at: usize| {
        let here = scene.outline.clause_of(at);
        here == clause || here < clause && scene.is_adverbial(here)
    };
    let told = |date: &Range<usize>| date.clone().any(|at| scene.is_own(at, pair.profile));
    let mut dates = scene.dates.iter().filter(|(date, _)| said(date.start) && !told(date));
    own && dates.any(|(date, period)| {
        let by = date.start.checked_sub(1).filter(|&at| at >= scene.sentence.start);
        let until = by.is_some_and(|at| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case("by"));
        period.is_month() || until
    })
}

/// "A year ago the Monitor estimated that there were 29,000": whether a clause is what somebody said.
fn is_reported(scene: &Scene<'_>, clause: usize) -> bool {
    let opener = scene.outline.clauses[clause].tokens.start;
    scene.tokens[opener].text(scene.prose).eq_ignore_ascii_case("that")
}

/// "74 (51)": whether a bare figure stands in brackets behind another of its kind, as what it was before does.
pub(in crate::check::figures) fn is_bracketed(scene: &Scene<'_>, mark: &Mark) -> bool {
    let sign = |at: usize, sign| scene.tokens.get(at).is_some_and(|token| token.is_sign(scene.prose, sign));
    let Some(open) = mark.whole.start.checked_sub(1).filter(|&at| sign(at, '(')) else { return false };
    let beside = |(kind, other): &(ClaimKind, Range<usize>)| {
        *kind == mark.kind && other.end <= open && open - other.end <= 2 && other.start >= scene.sentence.start
    };
    let level = matches!(mark.kind, ClaimKind::Count | ClaimKind::Percent);
    level && sign(mark.whole.end, ')') && scene.figures.iter().any(beside)
}

/// "she had cut 740 jobs, a fifth of the workforce of 3,700": whether the clause, or one it goes on from, tells what
/// had happened before.
fn is_told_back(scene: &Scene<'_>, here: usize) -> bool {
    let clauses = &scene.outline.clauses;
    let goes_on = |clause: &usize| matches!(clauses[*clause].seam, Seam::Comma | Seam::And);
    let first = here - (1..=here).rev().take_while(goes_on).count();
    let opens = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Opens));
    let had = |at: usize| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case("had");
    let told =
        (first..=here).filter(|&clause| !opens(clauses[clause].tokens.start) || clauses[clause].seam == Seam::And);
    told.into_iter().any(|clause| clauses[clause].tokens.clone().any(had))
}

/// "was £1.20 until the end of 2023", "was 4.25 percent before the cut": whether it is told until when a value held.
fn is_told_until(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    let text = |at: usize| scene.tokens.get(at).map_or("", |token| token.text(scene.prose));
    let start = scene.clause(figure).tokens.start;
    let was = (start..figure.start).any(|at| matches!(text(at), "was" | "were" | "had" | "cost"));
    let behind = figure.end..(figure.end + UNTIL).min(scene.sentence.end);
    was && behind.into_iter().any(|at| matches!(text(at), "until" | "till" | "before" | "when"))
}

/// "Two years earlier it had sales of $2.8 billion and a profit of $310 million": the first of the clauses that
/// share the verb of this one, which has none.
fn first_of_verb(scene: &Scene<'_>, here: usize) -> usize {
    let acts = |at: usize| scene.is_finite(at) || matches!(scene.tokens[at].text(scene.prose), "now" | "today");
    let clauses = &scene.outline.clauses;
    let goes_on =
        |clause: &usize| clauses[*clause].seam == Seam::And && !clauses[*clause].tokens.clone().skip(1).any(acts);
    here - (1..=here).rev().take_while(goes_on).count()
}

/// "Last year's budget was $588 million and passed 9-2": the subject that a clause shares with the one before.
fn shared_subject(scene: &Scene<'_>, here: usize) -> Range<usize> {
    let verb = |at: usize| {
        let becomes = scene.tokens[at].word.is_some_and(|word| word.is(Sense::Becomes));
        becomes || is_past_tense(scene.prose, &scene.tokens[at])
    };
    let clause = &scene.outline.clauses[here];
    let goes_on = clause.seam == Seam::And && clause.tokens.len() > 1 && verb(clause.tokens.start + 1);
    let Some(before) = here.checked_sub(1).filter(|_| goes_on) else { return 0..0 };
    let before = scene.outline.clauses[before].tokens.clone();
    before.start..before.clone().find(|&at| verb(at)).unwrap_or(before.start)
}

/// "A restoration in 2014 cost £8.7 million": whether a fact is told of one day, whichever year that is in, and not year
/// by year.
fn happens_once(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let measure = pair.fit.measure.and_then(|found| found.standing.at);
    // "was fined €450,000", "the hull shrank by 1.3%" are told once, but "treated 80,000 patients" year by year.
    let deed = measure.is_some_and(|at| {
        let state = |word: Word| {
            let costs = |sense| matches!(sense, Sense::Gives(_) | Sense::Extends(_));
            word.is(Sense::Holds) || word.is(Sense::Becomes) || word.senses().any(costs)
        };
        is_past_tense(scene.prose, &scene.tokens[at]) && !scene.tokens[at].word.is_some_and(state)
    });
    let once = measure
        .and_then(|at| scene.tokens[at].word)
        .is_some_and(|word| [Sense::Deals, Sense::Once].iter().any(|&sense| word.is(sense)));
    // "In 1974 her firm beat 32 rivals to the Farrow contract", of a fact that says 23; "left the museum 36 drawings when
    // she died in 2022", of one that says 63.
    let named_deed = pair.profile.wording.as_ref().is_some_and(|told| {
        !told.names.is_empty() && told.beside.get(pair.value).is_some_and(|beside| !beside.acts.is_empty())
    });
    let slips = pair.telltale > Telltale::Nothing;
    once || deed && (slips || mark.kind != ClaimKind::Count) || named_deed && slips
}

/// Whether a fact is of something that happened, of which a date only says when.
fn is_of_event(scene: &Scene<'_>, pair: &Pair<'_, '_>) -> bool {
    let events = [Sense::Event, Sense::Disaster, Sense::Occasion, Sense::Dies];
    let event = |at: usize| {
        let word = scene.tokens[at].word;
        scene.is_own(at, pair.profile) && events.iter().any(|&sense| word.is_some_and(|word| word.is(sense)))
    };
    let beside = pair.profile.wording.as_ref().and_then(|wording| wording.beside.get(pair.value));
    beside.is_some_and(|beside| !beside.acts.is_empty()) || scene.sentence.clone().any(event)
}

/// "had 900 pupils when it opened", "had 36,000 seats before the rebuilding": whether the next clause says of which day the
/// figure is.
fn is_of_that_day(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let next = scene.clause(&mark.figure).tokens.end;
    let text = |at: usize| scene.tokens.get(at).map_or("", |token| token.text(scene.prose));
    let article =
        |at: usize| scene.tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.is(Sense::Article));
    // "met nine times before the final", "before the mast fell" tell something else.
    let event = || {
        let clause = scene.outline.clauses.get(scene.outline.clause_of(mark.figure.start) + 1);
        clause.is_some_and(|clause| !clause.tokens.clone().any(|at| scene.is_finite(at)))
    };
    let counted = mark.is_amount() && next == mark.whole.end && text(mark.figure.end) != "times";
    let before = counted && text(next) == "before" && article(next + 1) && event();
    // "holds 90 tonnes when it is full", of a fact that says so.
    let when = next < scene.sentence.end && text(next) == "when" && !scene.is_own(next, profile);
    // A lake that "holds 73.6 million cubic metres when it is full" does so at all times.
    let whole = |at: usize| scene.tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.is(Sense::Whole));
    let ends = scene.tokens.get(next + 4).is_none_or(Token::is_symbol);
    let full = matches!(text(next + 2), "is" | "are") && whole(next + 3) && ends;
    before && dates_beside(scene, &mark.figure).next().is_none()
        || when && ["it", "they", "he", "she"].contains(&text(next + 1)) && !full
}

/// "Before the sale, the firm ran 140 wells": whether the sentence opens with what came later.
fn is_before_event(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    // "3,870 were crew; before the pandemic it had 10,900": what stands behind a semicolon opens anew.
    let start = scene.part_start(figure.start);
    let opener = scene.tokens[start].text(scene.prose);
    // "Before a crowd of 31,000 she cleared 1.86 metres."
    let text = |at: usize| scene.tokens.get(at).map_or("", |token| token.text(scene.prose));
    let noun = scene.tokens.get(start + 2).and_then(|token| token.word);
    let gathered = noun.is_some_and(|word| word.is(Sense::Gathers));
    let crowd = text(start + 1) == "a" && gathered;
    let before = ["before", "until", "prior"].iter().any(|word| opener.eq_ignore_ascii_case(word)) && !crowd;
    // "When it opened, the stadium had 28,000 seats."
    let next = scene.tokens[start + 1..].first();
    let it = next.and_then(|next| next.word).is_some_and(|word| word.is(Sense::Pronoun));
    // "When they had added up the sheets, they had counted 2,846 people" tells what came next.
    let it = it && text(start + 2) != "had";
    let before = before || it && opener.eq_ignore_ascii_case("when");
    let own = scene.outline.clause_of(figure.start);
    let parted = own > scene.outline.clause_of(start) || (start + 3..figure.start).any(|at| scene.is_finite(at));
    let dated = if start > scene.sentence.start {
        scene.dates.iter().any(|(date, _)| date.start >= start)
    } else {
        dates_beside(scene, figure).next().is_some()
    };
    before && parted && !dated
}

/// "14 expeditions, the last at the age of 67": whether an age is that of somebody when something was done, and not at death.
fn is_age_at_event(scene: &Scene<'_>, mark: &Mark) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let start = mark.whole.start;
    let dies = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Dies));
    mark.kind == ClaimKind::Age
        && start > scene.sentence.start
        && text(start - 1) == "at"
        && text(start) == "the"
        && !scene.sentence.clone().any(dies)
}

/// "By Easter it had been 121": whether a figure was so before what else the sentence tells.
fn had_been(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    figure.start >= scene.sentence.start + 3
        && text(figure.start - 1) == "been"
        && text(figure.start - 2) == "had"
        && ["it", "they", "there"].iter().any(|word| text(figure.start - 3).eq_ignore_ascii_case(word))
}

/// "rose from 4.1%", "has lengthened from four years to just under six": whether a figure is where a movement began.
fn is_starting_point(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    let clause = scene.clause(figure).tokens.start;
    let from = figure.start > clause && scene.tokens[figure.start - 1].text(scene.prose).eq_ignore_ascii_case("from");
    let moves = |at: usize| {
        scene.tokens[at].word.is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Movement(..))))
    };
    let to = scene.tokens.get(figure.end).is_some_and(|next| next.text(scene.prose) == "to");
    let reached = |(_, other): &(ClaimKind, Range<usize>)| (figure.end + 1..=figure.end + HEDGE).contains(&other.start);
    from && ((clause..figure.start).any(moves) || to && scene.figures.iter().any(reached))
}
