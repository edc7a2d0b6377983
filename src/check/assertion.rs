//! What a figure is asserted of: at which time, as a whole or a part, and whether at all.

use std::ops::Range;

use jiff::{ToSpan, civil};

use super::assign::{Pair, Reserve};
use super::fit::Clarity;
use super::happening;
use super::narrowing;
use super::otherwise;
use super::outcome::{Against, Comparison, Edge, Period, dates_in};
use super::outline::{Mood, Seam, has_sense, is_past_tense};
use super::profile::{Profile, Tie};
use super::retelling;
use super::scene::{Level, Mark, Scene, gap};
use crate::claim::ClaimKind;
use crate::lexicon::{Period as Calendar, Sense};
use crate::reference::{Fact, Form};
use crate::text::Token;
use crate::value::Date;

/// For how many days after its end a month's figure is the latest.
const LATEST: i32 = 45;

/// The time that a figure's clause gives, else the draft's date.
pub(super) fn time_of(scene: &Scene<'_>, mark: &Mark, now: civil::Date) -> Period {
    let figure = &mark.figure;
    if mark.kind == ClaimKind::Date {
        return Period::day(now);
    }
    let given = dates_beside(scene, figure).chain(date_then(scene, figure)).find(|period| period.first <= now);
    given.map_or(Period::day(now), |period| Period { last: period.last.min(now), ..period })
}

/// The dates that are said of a figure's clause, the nearest first: one stands in it, opens the
/// sentence ("In 2022, the fare…") or is what the clause depends on ("since 1976, when 22,000…").
fn dates_beside(scene: &Scene<'_>, figure: &Range<usize>) -> impl Iterator<Item = Period> + use<> {
    let own = scene.outline.clause_of(figure.start);
    let beside = |date: &Range<usize>| {
        let other = scene.outline.clause_of(date.start);
        let depends = other + 1 == own && scene.outline.clauses[own].seam == Seam::Subordinate;
        // "Saturday's flood" dates the flood.
        let possessive = |next: &Token| next.glued && next.text(scene.prose).starts_with(['\'', '\u{2019}']);
        let dates_a_noun = scene.tokens.get(date.end).is_some_and(possessive);
        !dates_a_noun && (other == own || (other < own && (depends || scene.is_adverbial(other))))
    };
    let mut dates: Vec<_> = scene.dates.iter().filter(|(date, _)| beside(date)).cloned().collect();
    dates.sort_by_key(|(date, _)| gap(date.start, figure));
    dates.into_iter().map(|(_, period)| period)
}

/// "discovered in 1930 by Clyde Tombaugh, then 24": the date before that a "then" points back to.
fn date_then(scene: &Scene<'_>, figure: &Range<usize>) -> Option<Period> {
    let before = |(date, _): &&(Range<usize>, Period)| date.end <= figure.start;
    let (_, period) = scene.dates.iter().rfind(before)?;
    scene.clause_has(figure, Sense::Past).then_some(*period)
}

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
    if runs && said(Sense::Ends) || (lives && said(Sense::Dies)) {
        Edge::End
    } else if runs && said(Sense::Begins) || (lives && said(Sense::Born)) {
        Edge::Start
    } else {
        Edge::Unsaid
    }
}

/// "landed 20 years ago", "founded about 93 years ago": whether a time right behind a word of the
/// measure says how long ago that was.
fn is_counted_from(scene: &Scene<'_>, figure: &Range<usize>, profile: &Profile) -> bool {
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
    if pair.fit.clarity == Clarity::Faint {
        return Err(Reserve::Faint);
    }
    match scene.outline.mood {
        Mood::Asserts => {}
        Mood::Asks => return Err(Reserve::Question),
        Mood::Corrects => return Err(Reserve::Correction),
    }
    if scene.clause(figure).seam == Seam::Supposed {
        Err(Reserve::Condition)
    } else if is_denied(scene, figure) {
        Err(Reserve::Denial)
    } else if is_projected(scene, mark, pair.profile) {
        Err(Reserve::Projection)
    } else if is_partial(scene, mark, pair.profile) || narrowing::is_narrowed(scene, mark, pair) {
        Err(Reserve::Part)
    } else if is_another(scene, figure, pair.profile) && !is_dated_alike(scene, fact) {
        Err(Reserve::Another)
    } else if is_offset(scene, mark, pair, fact) {
        Err(Reserve::Offset)
    } else if happening::is_common(scene, pair) || is_of_another_row(scene, pair) {
        Err(Reserve::Another)
    } else if happening::is_of_something_else(scene, mark, pair)
        || otherwise::is_otherwise(scene, mark, pair)
        || retelling::is_of_another_deed(scene, mark, pair)
    {
        Err(Reserve::SomethingElse)
    } else if is_past(scene, mark, pair, fact, now) || retelling::is_of_less_time(scene, mark, pair, fact) {
        Err(Reserve::AnotherTime)
    } else {
        Ok(())
    }
}

/// "did not cost £200 million": whether the figure is said not to be so. "Not only" and "not just"
/// deny nothing, and "not until 1932" and "not £4 million but £9 million" say what is so.
fn is_denied(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let denies = |at: usize| {
        let negates = ["not", "never"].iter().any(|word| text(at).eq_ignore_ascii_case(word))
            || text(at).ends_with("n't")
            || text(at).ends_with("n\u{2019}t");
        let limits = at + 1 < figure.start && ["only", "just", "merely", "including"].contains(&text(at + 1));
        let turns = (at + 1..figure.start).any(|at| ["until", "till", "before", "but"].contains(&text(at)));
        negates && !limits && !turns
    };
    (scene.clause(figure).tokens.start..figure.start).any(denies)
}

/// "could have reached $4 billion", "the first estimate of £1.5 billion".
fn is_projected(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let figure = &mark.figure;
    let projects = |at: usize| {
        [Sense::Projects, Sense::Supposes]
            .into_iter()
            .any(|sense| has_sense(scene.prose, scene.tokens, at, sense).is_some())
    };
    // "in May 2024" is no "may".
    let dated = |at: usize| figure.contains(&at) || scene.dates.iter().any(|(date, _)| date.contains(&at));
    // "should lead to peace and independence": what is said of the clause before holds of this one.
    let own = scene.outline.clause_of(figure.start);
    let joined = |clause: &usize| scene.outline.clauses[*clause].seam == Seam::And;
    let first = (0..=own).rev().find(|clause| mark.kind != ClaimKind::Date || !joined(clause)).unwrap_or(own);
    let start = scene.outline.clauses[first].tokens.start;
    // "Norvia's 32,000 employees will strike", "the 45,100-seat stadium will": what is to come is not their number.
    let given = figure.start > start && is_given(scene, figure.start - 1) && figure.end < mark.whole.end;
    let span = start..if given { figure.start } else { scene.clause(figure).tokens.end };
    span.into_iter().any(|at| !dated(at) && projects(at) && !scene.is_own(at, profile))
}

/// Whether a token before a figure tells that there are so many: "the", "its", "Norvia's".
fn is_given(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    let owner = token.glued && matches!(token.text(scene.prose), "s" | "'s" | "\u{2019}s" | "'" | "\u{2019}");
    owner || ["the", "its", "their", "his", "her"].iter().any(|word| token.text(scene.prose).eq_ignore_ascii_case(word))
}

/// "three more tram lines", "another 40", "of the 27, 12". A share of them is said of the whole,
/// and "another 6,400 damaged" after those destroyed is all that were damaged.
fn is_partial(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let figure = &mark.figure;
    let clause = &scene.clause(figure).tokens;
    let share = matches!(mark.kind, ClaimKind::Ratio | ClaimKind::Percent);
    let end = if share { figure.start } else { (figure.end + 2).min(clause.end.max(figure.end)) };
    let near = figure.start.saturating_sub(4).max(clause.start)..end;
    // "an average of 36 million miles from the sun", where the fact is of an average.
    let partial = |at: usize| {
        let part = has_sense(scene.prose, scene.tokens, at, Sense::Partial);
        // "Each dose costs $3.90", where the fact is of a dose.
        let each = |length: usize| {
            mark.kind == ClaimKind::Money
                && scene.tokens[at].text(scene.prose).eq_ignore_ascii_case("each")
                && scene.is_own(at + length, profile)
        };
        part.is_some_and(|length| {
            let told = (at..at + length).any(|at| scene.is_own(at, profile));
            !(told || at + length < scene.sentence.end && each(length))
        })
    };
    let measured = |at: usize| at < scene.sentence.end && scene.is_own(at, profile);
    let term = scene.terms.get(figure.end).copied().flatten();
    let before = scene.sentence.start..figure.start;
    // "another 3,900 people" are some of all the people that the fact counts.
    let people = |word: crate::lexicon::Word| word.is(Sense::Person) || word.is(Sense::Plural);
    let of_people = scene.tokens.get(figure.end).and_then(|token| token.word).is_some_and(people);
    let first_told = measured(figure.end) && !of_people && !scene.terms[before].contains(&term);
    let beside = !first_told && near.into_iter().any(|at| !figure.contains(&at) && partial(at));
    beside
        || is_turnover(scene, mark, profile)
        || is_of_those(scene, figure)
        || is_some_of_the(scene, mark)
        || is_rate(scene, mark, profile)
        || scene.clause_has(figure, Sense::Alone)
}

/// "Nine of the 41 dead".
fn is_some_of_the(scene: &Scene<'_>, mark: &Mark) -> bool {
    let text = |at: usize| scene.tokens.get(at).map(|token| token.text(scene.prose));
    let end = mark.figure.end;
    let which = ["the", "its", "their", "those", "these", "his", "her"];
    mark.kind == ClaimKind::Count && text(end) == Some("of") && text(end + 1).is_some_and(|next| which.contains(&next))
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
fn is_rate(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let next = |at: usize| scene.tokens.get(at).map(|token| (token.text(scene.prose), token.word));
    let each = next(mark.whole.end).is_some_and(|(text, _)| ["a", "an", "per", "every", "each"].contains(&text));
    let priced = mark.kind == ClaimKind::Money;
    let stretch =
        |sense| matches!(sense, Sense::Day(_) | Sense::Period(_)) || priced && matches!(sense, Sense::Unit(..));
    let named = |(text, word): (&str, Option<crate::lexicon::Word>)| {
        ["day", "hour", "minute", "night"].contains(&text) || word.is_some_and(|word| word.senses().any(stretch))
    };
    let counted = matches!(mark.kind, ClaimKind::Count | ClaimKind::Money);
    each && counted && next(mark.whole.end + 1).is_some_and(named) && !scene.is_own(mark.whole.end + 1, profile)
}

/// "Of the runners, 3,900 were women", "among them, 12", "for Americans, the war began in 1941".
fn is_of_those(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    let Some(before) = scene.outline.clause_of(figure.start).checked_sub(1) else { return false };
    let clause = &scene.outline.clauses[before].tokens;
    let opener = scene.tokens[clause.start].text(scene.prose);
    let of = ["of", "among", "amongst"].iter().any(|word| opener.eq_ignore_ascii_case(word));
    let group = |at: usize| scene.tokens[at].is_capitalised() && scene.tokens[at].text(scene.prose).ends_with('s');
    let whose = opener.eq_ignore_ascii_case("for") && clause.len() <= 4 && clause.clone().skip(1).any(group);
    (of || whose) && clause.len() > 1 && scene.is_adverbial(before)
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
    let level = pair.fit.subject.map(|found| found.standing.level);
    matches!(level, Some(Level::Heading | Level::Title)) && scene.row_is_of_another(pair.profile)
}

/// "An earlier spill, in 1987,": whether the sentence gives the year of the fact itself.
fn is_dated_alike(scene: &Scene<'_>, fact: &Fact) -> bool {
    let years = years(fact);
    let same = |period: &Period| period.first.year() == period.last.year() && years.contains(&period.first.year());
    scene.dates.iter().any(|(_, period)| same(period))
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
    (scene.sentence.start..end).filter(|at| !figure.contains(at)).any(|at| {
        has_sense(scene.prose, scene.tokens, at, Sense::Another).is_some_and(|length| {
            let noun = at + length..(at + length + 3).min(end);
            scene.outline.clause_of(at) <= own && noun.into_iter().any(|at| scene.is_own(at, profile))
        })
    })
}

/// Whether the text plainly speaks of another time than the fact.
fn is_past(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact, now: civil::Date) -> bool {
    let figure = &mark.figure;
    match pair.comparison.against {
        Against::Since { .. } => return false,
        Against::Life { .. } => {
            // "who turns 56 in December" is 55 until then.
            let turns = scene.clause_has(figure, Sense::Turning);
            return turns || scene.clause_has(figure, Sense::Past) && date_then(scene, figure).is_none();
        }
        Against::Value(_) | Against::History(_) if mark.kind == ClaimKind::Date => {
            return is_earlier_event(scene, figure, pair.profile);
        }
        Against::Value(_) | Against::History(_) => {}
    }
    let of_part = speaks_of_part(fact);
    let own = years(fact);
    // "last year", which is the fact's.
    let known = |at: usize| {
        let mut dates = scene.dates.iter().filter(|(date, _)| date.contains(&at));
        dates.any(|(_, period)| period.first.year() == period.last.year() && own.contains(&period.first.year()))
    };
    let past = |at: usize| {
        if known(at) {
            return false;
        }
        let past = has_sense(scene.prose, scene.tokens, at, Sense::Past).is_some() && !scene.is_own(at, pair.profile);
        // "founded 93 years ago" is the figure itself.
        (past && !figure.contains(&at)) || (!of_part && !figure.contains(&at) && is_part_of_year(scene, at))
    };
    let here = scene.outline.clause_of(figure.start);
    let said_in = |clause: usize| clause == here || (clause < here && scene.is_adverbial(clause));
    let clauses = scene.outline.clauses.iter().enumerate().filter(|(clause, _)| said_in(*clause));
    let told_past =
        clauses.into_iter().any(|(_, clause)| clause.tokens.clone().any(past)) || shared_subject(scene, here).any(past);
    if told_past || is_of_that_day(scene, figure) || is_starting_point(scene, figure) || is_before_event(scene, figure)
    {
        return true;
    }
    let as_of = fact.as_of.and_then(Period::of);
    let happens = pair.fit.measure.and_then(|found| found.standing.at).is_some_and(|at| {
        let word = scene.tokens[at].word;
        [Sense::Deals, Sense::Once].iter().any(|&sense| word.is_some_and(|word| word.is(sense)))
    });
    let undated = own.is_empty() && as_of.is_none();
    dates_beside(scene, figure).any(|period| {
        let known = own.iter().any(|year| (period.first.year()..=period.last.year()).contains(year));
        // "by 2050", which no fact knows yet.
        if period.first > now {
            return !known;
        }
        // A month's rate is not the year's, nor that of the month before.
        if let Some(as_of) = as_of.filter(|_| period.first != period.last) {
            return !period.meets(as_of);
        }
        // A day is that of an event, which the fact may well be about; a year is a state's.
        // "In March the wait was 7 hours", where the fact is of no time: one month's, and not the latest.
        let month = period.first != period.last
            && (period.first.year(), period.first.month()) == (period.last.year(), period.last.month());
        let stale = period.last.checked_add(LATEST.days()).is_ok_and(|until| until < now);
        if month && stale && undated && !happens && mark.kind != ClaimKind::Date && !is_of_event(scene, pair) {
            return true;
        }
        !known && !happens && period.first != period.last && period.last.year() < now.year() - 1
    })
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

/// "last erupted in 1903": whether a date is said of the time before, where the fact says no such thing.
fn is_earlier_event(scene: &Scene<'_>, figure: &Range<usize>, profile: &Profile) -> bool {
    let earlier = |at: usize| {
        let text = scene.tokens[at].text(scene.prose);
        ["last", "previously", "formerly"].contains(&text) && !scene.is_own(at, profile)
    };
    let before = scene.clause(figure).tokens.start..figure.start;
    // "last" before a word of the fact; "last week" is the date itself.
    before.clone().any(|at| earlier(at) && at + 1 < figure.start && scene.is_own(at + 1, profile))
}

/// "had 900 pupils when it opened": whether the next clause says of which day the figure is.
fn is_of_that_day(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    let next = scene.clause(figure).tokens.end;
    let text = |at: usize| scene.tokens.get(at).map(|token| token.text(scene.prose));
    next < scene.sentence.end
        && text(next) == Some("when")
        && text(next + 1).is_some_and(|word| ["it", "they", "he", "she"].contains(&word))
}

/// "Before the sale, the firm ran 140 wells": whether the sentence opens with what came later.
fn is_before_event(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    let opener = scene.tokens[scene.sentence.start].text(scene.prose);
    let before = ["before", "until", "prior"].iter().any(|word| opener.eq_ignore_ascii_case(word));
    // "When it opened, the stadium had 28,000 seats."
    let next = scene.tokens[scene.sentence.start + 1..].first();
    let it = next.and_then(|next| next.word).is_some_and(|word| word.is(Sense::Pronoun));
    let before = before || it && opener.eq_ignore_ascii_case("when");
    before && scene.outline.clause_of(figure.start) > 0 && dates_beside(scene, figure).next().is_none()
}

/// "in the second quarter", "the first half": whether a token stands for a part of a year.
fn is_part_of_year(scene: &Scene<'_>, at: usize) -> bool {
    let word = |at: usize| scene.tokens[at].word;
    let part = word(at)
        .is_some_and(|word| word.is(Sense::Period(Calendar::Quarter)) || word.is(Sense::Period(Calendar::Half)));
    let which = |sense| matches!(sense, Sense::Ordinal(_) | Sense::Turn(_));
    part && at > scene.sentence.start && word(at - 1).is_some_and(|word| word.senses().any(which))
}

/// Whether a fact may be one of a part of a year: it says so, or when it holds.
fn speaks_of_part(fact: &Fact) -> bool {
    let part = |text: &String| ["quarter", "half", "season"].iter().any(|word| text.contains(word));
    let dated = fact.from.or(fact.until).or(fact.as_of).is_some();
    dated
        || fact.subject.iter().chain(&fact.measure).any(part)
        || matches!(&fact.form, Form::Sentence { text, .. } if part(text))
        || matches!(fact.form, Form::Values(_))
}

/// "rose from 4.1%": whether a figure is where a movement began.
fn is_starting_point(scene: &Scene<'_>, figure: &Range<usize>) -> bool {
    let clause = scene.clause(figure).tokens.start;
    let from = figure.start > clause && scene.tokens[figure.start - 1].text(scene.prose).eq_ignore_ascii_case("from");
    let moves = |at: usize| {
        scene.tokens[at].word.is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Movement(..))))
    };
    from && (clause..figure.start).any(moves)
}

/// The years that a fact speaks of.
fn years(fact: &Fact) -> Vec<i16> {
    let ends = [fact.from, fact.until, fact.as_of].into_iter().flatten();
    let own: Vec<Date> = match &fact.form {
        Form::Sentence { claims, .. } => claims.iter().flat_map(|claim| dates_in(claim)).collect(),
        Form::Values(entries) => entries.iter().map(|entry| entry.from).collect(),
        Form::Value(_)
        | Form::Date(_)
        | Form::Since { .. }
        | Form::Person(_)
        | Form::Quote { .. }
        | Form::Transcript { .. }
        | Form::Statement { .. } => Vec::new(),
    };
    let written =
        fact.subject.iter().chain(&fact.measure).flat_map(|phrase| phrase.split(|c: char| !c.is_ascii_digit()));
    let written = written.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse().ok());
    ends.chain(own).filter_map(Date::year).chain(written).collect()
}

/// Whether a duration is said to be that of the time that runs: "three-year war", "lasted four
/// years", not any duration in a sentence about it.
pub(super) fn lasts(scene: &Scene<'_>, mark: &Mark, profile: &Profile, comparison: &Comparison<'_>) -> bool {
    let figure = &mark.figure;
    let runs = matches!(comparison.against, Against::Since { .. });
    if !runs || mark.kind != ClaimKind::Duration {
        return true;
    }
    let sense = |at: usize, sense| has_sense(scene.prose, scene.tokens, at, sense).is_some();
    let mut before = figure.start.saturating_sub(3).max(scene.sentence.start)..figure.start;
    let mut after = figure.end..(figure.end + 2).min(scene.sentence.end);
    let own = |at: usize| scene.is_own(at, profile);
    before.any(|at| sense(at, Sense::Lasts) || own(at)) || after.any(|at| sense(at, Sense::Running) || own(at))
}
