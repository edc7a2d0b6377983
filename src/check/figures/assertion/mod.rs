//! What a figure is asserted of: as a whole or a part, and whether at all.

mod beside;
pub(super) mod dated;
mod event;
pub(super) mod given;
mod happening;
pub(super) mod lasting;
mod narrowing;
mod otherwise;
mod part;
mod plain;
mod restriction;
mod retelling;
mod share;
pub(super) mod subject;
mod then;
pub(super) mod when;

use std::ops::Range;

use jiff::civil;

use super::assign::{Pair, Reserve};
use super::telltale::Telltale;
use crate::check::compare::outcome::Edge;
use crate::check::figures::matching::fit::{Clarity, Fit};
use crate::check::figures::matching::tenure;
use crate::check::reading::outline::{Mood, Seam, has_sense, is_past_tense};
use crate::check::reading::profile::{Implied, Profile, Tie};
use crate::check::reading::scene::{Level, Mark, Scene};
use crate::check::reading::term::Term;
use crate::check::reading::wording::Wording;
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Side, Word};
use crate::reference::{Fact, Form};
use crate::text::TokenKind;
use crate::value::Date;

/// Which end of a time that runs a date is said of; a sentence may speak of a life.
pub(super) fn edge_of(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> Edge {
    let figure = &mark.figure;
    // "since April 2011, when Moor signed the lease": the date is that of what happened then.
    let after = scene.tokens.get(figure.end..).unwrap_or_default();
    let next = after.iter().map(|token| token.text(scene.prose)).find(|text| *text != ",");
    if profile.tie != Tie::Words && next == Some("when") {
        return Edge::Unsaid;
    }
    if is_counted_from(scene, figure, profile) {
        return Edge::Start;
    }
    if profile.tie == Tie::Tenure && tenure::is_left(scene, mark, profile) {
        return Edge::End;
    }
    if profile.tie == Tie::Tenure && tenure::is_spanned(scene, mark, profile) {
        return Edge::Whole;
    }
    if profile.tie == Tie::Tenure && tenure::holder_behind(scene, mark, profile).is_some() {
        return Edge::Start;
    }
    // "since the war, at the end of 1980": the date's own words tell nothing.
    let clause = scene.clause(figure).tokens.clone();
    let number = scene.outline.clause_of(figure.start);
    // "On 3 March 2025, Anna Vale died."
    let fronted = scene.outline.clauses.get(number + 1).filter(|_| scene.is_adverbial(number));
    let fronted = fronted.map_or(0..0, |next| next.tokens.clone());
    let said = |sense| {
        let mut outside = clause.clone().chain(fronted.clone()).filter(|at| !figure.contains(at));
        outside.any(|at| has_sense(scene.prose, scene.tokens, at, sense).is_some())
    };
    let lives = profile.wording.is_some() || profile.tie == Tie::Age;
    // "He took office in 2017" begins no life.
    let runs = profile.tie != Tie::Age;
    // "was elected captain in 2022"
    let appointed = profile.tie == Tie::Tenure && (said(Sense::Appoints) || tenure::is_begun(scene, mark, profile));
    // "was arrested on 9 November 2023", of a fact that says since when somebody is.
    let deeds = || {
        let next = scene.outline.clauses.get(scene.outline.clause_of(figure.start) + 1).map(|next| next.tokens.clone());
        let then =
            next.filter(|next| next.clone().next().is_some_and(|at| scene.tokens[at].text(scene.prose) == "when"));
        let mut words = clause.clone().chain(then.into_iter().flatten());
        words.any(|at| {
            !figure.contains(&at) && scene.is_measure(at, profile) && is_past_tense(scene.prose, &scene.tokens[at])
        })
    };
    // Something of the kind may have happened in any year before, and to others: "was shut down for 12 days in 2023".
    let number = |at: &usize| scene.tokens[*at].kind == TokenKind::Number;
    let dated = || {
        let date = scene.figures.iter().any(|(kind, own)| own == figure && *kind == ClaimKind::Date);
        date && figure.clone().filter(number).count() > 1
    };
    let of_other = || {
        let first = clause.clone().find(|&at| scene.is_own(at, profile) && !figure.contains(&at));
        let led = |at: usize| ["of", "with", "to", "from"].contains(&scene.tokens[at].text(scene.prose));
        first.is_some_and(|at| at > clause.start && led(at - 1))
    };
    // "had been arrested in 2015", before.
    let earlier = || clause.clone().any(|at| ["had", "first", "again"].contains(&scene.tokens[at].text(scene.prose)));
    let begun =
        profile.tie == Tie::Words && profile.wording.is_none() && dated() && deeds() && !earlier() && !of_other();
    if appointed {
        Edge::Start
    } else if runs && said(Sense::Ends) || (lives && said(Sense::Dies)) {
        Edge::End
    } else if begun || runs && said(Sense::Begins) || (lives && said(Sense::Born)) {
        Edge::Start
    } else {
        Edge::Unsaid
    }
}

/// "landed 20 years ago", "founded about 93 years ago", "its 61-year history": whether a time right behind a word of the
/// measure says how long ago that was.
fn is_counted_from(scene: &Scene<'_>, figure: &Range<usize>, profile: &Profile) -> bool {
    // "the 151-year-old mill"
    let aged = |own: &(ClaimKind, Range<usize>)| own.0 == ClaimKind::Age && own.1 == *figure;
    let next = || figure.end < scene.sentence.end && scene.is_own(figure.end, profile);
    let describes = || profile.implied == Some(Implied::Origin) && scene.figures.iter().any(aged) && next();
    if scene.is_of_history(figure) || describes() {
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
    if pair.telltale == Telltale::Far && !plain::is_told(scene, mark, pair, fact) {
        return Err(Reserve::Far);
    }
    match scene.outline.mood {
        Mood::Asserts => {}
        Mood::Asks => return Err(Reserve::Question),
        Mood::Corrects => return Err(Reserve::Correction),
    }
    // "The region's 17 hospitals have called off operations": all that it has.
    let all = || is_all_of(scene, mark, pair.profile);
    // A slip tells that the fact is meant where it is told in other words, a long one also where another deed is told.
    // "lasted 19 days and cost £5.8 million", of what cost as much and lasted nine.
    let acts = |at: usize| scene.is_own(at, pair.profile) && is_past_tense(scene.prose, &scene.tokens[at]);
    let in_company = || pair.telltale == Telltale::Company && scene.clause(figure).tokens.clone().any(acts);
    let told = || pair.telltale > Telltale::Nothing && pair.telltale != Telltale::Company || in_company();
    let in_other_words = || !told() && retelling::is_of_another_deed(scene, mark, pair);
    let of_another_deed = || {
        pair.telltale < Telltale::LongSlip
            && (happening::is_of_something_else(scene, mark, pair) || otherwise::does_otherwise(scene, mark, pair))
    };
    // "The former mayor stepped down in 2019."
    let left = pair.profile.tie == Tie::Tenure && matches!(pair.comparison.setting.edge, Edge::End | Edge::Whole);
    if scene.clause(figure).seam == Seam::Supposed {
        Err(Reserve::Condition)
    } else if is_denied(scene, figure, pair.profile, fact) {
        Err(Reserve::Denial)
    } else if is_projected(scene, mark, pair.profile) && !is_plan_told(scene, figure, pair, fact, now) {
        Err(Reserve::Projection)
    } else if part::is_partial(scene, mark, pair, fact)
        || is_some(scene, mark, pair, fact)
        || subject::is_in_area(scene, mark, pair)
    {
        Err(Reserve::Part)
    } else if lasting::is_amid(scene, mark, pair)
        || otherwise::is_otherwise(scene, mark, pair)
        || retelling::moves_otherwise(scene, pair, fact)
    {
        Err(Reserve::SomethingElse)
    } else if !left && is_another(scene, figure, pair.profile) && !dated::is_dated_alike(scene, fact) {
        Err(Reserve::Another)
    } else if is_offset(scene, mark, pair, fact) {
        Err(Reserve::Offset)
    } else if happening::is_common(scene, pair)
        || is_of_another_row(scene, pair)
        || subject::may_be_another(scene, pair)
    {
        Err(Reserve::Another)
    } else if !all() && (in_other_words() || of_another_deed()) {
        Err(Reserve::SomethingElse)
    } else if dated::is_changed_at_another_time(scene, mark, pair)
        || dated::was_before_its_day(scene, mark, pair)
        || when::is_past(scene, mark, pair, fact, now)
        || when::was_young(scene, mark, pair)
        || when::is_of_less_time(scene, mark, pair, fact)
    {
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
        && !part::is_partial(scene, mark, pair, fact)
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

/// "would cut 1,510 jobs", of a fact that says 1,150 will be: whether a plan is what the fact tells.
fn is_plan_told(scene: &Scene<'_>, figure: &Range<usize>, pair: &Pair<'_, '_>, fact: &Fact, now: civil::Date) -> bool {
    // "would close by the end of September", of what is to close then; but not "close one of its two lines".
    let ahead = pair.comparison.date().and_then(Date::days).is_some_and(|(first, _)| first > now);
    let measure = pair.fit.measure.and_then(|found| found.standing.at);
    let part = |at: usize| (at..figure.start.max(at)).any(|at| scene.tokens[at].text(scene.prose) == "of");
    let whole = !measure.is_some_and(part);
    if matches!(fact.form, Form::Date(_)) && ahead && whole && pair.telltale != Telltale::Far {
        return true;
    }
    let plans = |word: &str| matches!(word, "will" | "would");
    let planned = matches!(&fact.form, Form::Sentence { text, .. } if text.split(' ').any(plans));
    planned && pair.telltale > Telltale::Nothing
}

/// "could have reached $4 billion", "the first estimate of £1.5 billion".
fn is_projected(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let figure = &mark.figure;
    // A dividend is proposed before it is paid.
    let charged =
        |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Charge)) && scene.is_own(at, profile);
    let proposes = |at: usize| {
        let text = scene.tokens[at].text(scene.prose);
        (text.starts_with("propos") || text.starts_with("recommend")) && (at + 1..figure.start).any(charged)
    };
    let projects = |at: usize| {
        let senses = [Sense::Projects, Sense::Supposes].into_iter();
        let mut found = senses.filter_map(|sense| has_sense(scene.prose, scene.tokens, at, sense));
        found.next().is_some() && !proposes(at)
    };
    // "in May 2024" is no "may", and "an estimated 150 wolves" is a hedge.
    let dated = |at: usize| figure.contains(&at) || scene.figures.iter().any(|(_, figure)| figure.contains(&at));
    // "should lead to peace and independence": what is said of the clause before holds of this one.
    let own = scene.outline.clause_of(figure.start);
    let joined = |clause: &usize| scene.outline.clauses[*clause].seam == Seam::And;
    // "will pass 500,000 in 2028 and have 538,000 by 2035"
    let goes_on = |clause: usize| {
        let mut opening = scene.outline.clauses[clause].tokens.clone().take(2);
        opening.any(|at| ["have", "be"].contains(&scene.tokens[at].text(scene.prose)))
    };
    let shares = |clause: &usize| joined(clause) && (mark.kind == ClaimKind::Date || goes_on(*clause));
    let first = (0..=own).rev().find(|clause| !shares(clause)).unwrap_or(own);
    // "By the NSO's forecast, the city will pass 500,000"
    let led = first.checked_sub(1).filter(|&before| scene.is_adverbial(before)).unwrap_or(first);
    let start = scene.outline.clauses[led].tokens.start;
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
        || is_to_be(scene, mark)
        || is_requested(scene, mark, profile)
        || span.chain(subject).any(|at| !dated(at) && projects(at) && !scene.is_own(at, profile))
}

/// "was to open on January 15 but opened on February 3": whether a day or a length of time is one that was planned. What
/// somebody "was to" do as often as that has come to pass.
fn is_to_be(scene: &Scene<'_>, mark: &Mark) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let mut words = scene.clause(&mark.figure).tokens.start..mark.figure.start;
    let planned = |at: usize| matches!(text(at), "was" | "were") && text(at + 1) == "to";
    matches!(mark.kind, ClaimKind::Date | ClaimKind::Duration)
        && words.any(|at| at + 1 < mark.figure.start && planned(at))
}

/// "had asked the mayor for 40 buses", "withdrew its request for a loan of €3 million", "a first offer of £2 million":
/// whether a figure is what somebody asked for or offered, and none that came of it.
fn is_requested(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let (clause, end) = (scene.clause(&mark.figure).tokens.start, mark.figure.start);
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    // "demand for a seat rose to 40,000" tells what came; "a cut of" is no verb.
    let acts = |at: usize| {
        let be = scene.tokens[at].word.is_some_and(|word| word.is(Sense::Be));
        (be || is_past_tense(scene.prose, &scene.tokens[at])) && text(at + 1) != "of"
    };
    let wanted = |from: usize| !(from..end).any(acts);
    // "applied for bankruptcy with debts of €66 million" asks for no debts.
    let leads = |at: usize| text(at) != "of" && scene.tokens[at].word.is_some_and(|word| word.is(Sense::Preposition));
    let bare = |from: usize| (from..end).rfind(|&to| text(to) == "for").is_some_and(|to| !(to + 1..end).any(leads));
    let asks = |at: usize| matches!(text(at), "ask" | "asked" | "applied") && bare(at + 1) && wanted(at + 1);
    let request = |at: usize| {
        let noun = matches!(text(at).trim_end_matches('s'), "demand" | "request" | "application");
        // "demand for oil" is what buyers take.
        let one = || text(at) != "demand" || matches!(text(at + 2), "a" | "an");
        noun && at + 1 < end && text(at + 1) == "for" && one() && bare(at + 1) && wanted(at + 2)
    };
    // "accepted the first offer of £30 million"
    let takes = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Contrary(0, Side::One)));
    let first = |at: usize| {
        let version = matches!(text(at).trim_end_matches('s'), "draft" | "offer" | "bid");
        let opening = |word: &&str| text(at - 1).eq_ignore_ascii_case(word);
        version && at > clause && ["first", "opening", "initial"].iter().any(opening) && !(clause..end).any(takes)
    };
    (clause..end).any(|at| !scene.is_own(at, profile) && (asks(at) || request(at) || first(at)))
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

/// Whether a token before a figure tells that there are so many: "the", "its", "Norvia's", "all".
pub(super) fn is_given(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    let owner = token.glued && matches!(token.text(scene.prose), "s" | "'s" | "\u{2019}s" | "'" | "\u{2019}");
    owner
        || ["the", "its", "their", "his", "her", "all"]
            .iter()
            .any(|word| token.text(scene.prose).eq_ignore_ascii_case(word))
}

/// "The region's 17 hospitals": whether the figure counts all that the fact's subject has of what the fact counts.
fn is_all_of(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let owner = mark.figure.start.checked_sub(2).filter(|&at| at >= scene.sentence.start);
    let possessive = |at: usize| {
        let token = &scene.tokens[at + 1];
        token.glued && token.text(scene.prose).trim_start_matches(['\'', '\u{2019}']).trim_end_matches('s').is_empty()
    };
    let of_subject = |at: usize| {
        let term = scene.terms[at];
        term.is_some_and(|term| profile.subject.iter().any(|subject| subject.terms.contains(&term)))
    };
    let counted = mark.figure.end..mark.whole.end;
    mark.kind == ClaimKind::Count
        && counted.len() == 1
        && counted.into_iter().all(|at| scene.is_own(at, profile))
        && owner.is_some_and(|at| possessive(at) && of_subject(at))
}

/// Whether the words around a figure make it one of some of what the fact is about.
fn is_some(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let long = pair.telltale == Telltale::LongSlip;
    // "recalled 116,000 units across Europe in August 2022", of a fact that says 11,600 of that month.
    let same = long && pair.fit.clarity == Clarity::Verbatim && dated::is_dated_alike(scene, fact);
    !same && (!long && part::is_turnover(scene, mark, pair.profile) || narrowing::is_narrowed(scene, mark, pair))
}

/// "two years after the meeting": a duration that tells how far off something else is, where the
/// fact does not tell that too.
fn is_offset(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let Some(next) = scene.tokens.get(mark.figure.end).filter(|_| mark.kind == ClaimKind::Duration) else {
        return false;
    };
    let text = next.text(scene.prose);
    let told = |phrase: &String| phrase.split(' ').any(|word| word.eq_ignore_ascii_case(text));
    let off = ["after", "before", "later", "earlier", "late", "early", "behind", "ahead", "ago", "since"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word));
    let counted = text.eq_ignore_ascii_case("ago") && pair.comparison.setting.edge == Edge::Start;
    // "Supply was restored 11 hours later", of a fact that tells how long that took.
    let measure = pair.fit.measure.and_then(|found| found.standing.at);
    let here = pair.fit.subject.is_some_and(|found| found.standing.level == Level::Clause);
    let took = text.eq_ignore_ascii_case("later")
        && here
        && measure.is_some_and(|at| at + 1 == mark.whole.start && is_past_tense(scene.prose, &scene.tokens[at]));
    // "deliberated for 14 days before clearing them" tells how long that took.
    let for_it = mark.whole.start.checked_sub(1).filter(|&at| at >= scene.sentence.start);
    let lasted = text == "before"
        && here
        && for_it.is_some_and(|at| scene.tokens[at].text(scene.prose) == "for")
        && scene.tokens.get(mark.figure.end + 1).is_some_and(|next| next.text(scene.prose).ends_with("ing"));
    off && !counted
        && !took
        && !lasted
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
            // "damaged another 143 and killed two": so many more of what it damaged.
            let more = scene
                .figures
                .iter()
                .any(|(_, other)| other.start <= at + length && at + length < other.end && other != figure);
            // "the old one", where that is the fact's own.
            let told = (at..at + length).any(|at| scene.is_own(at, profile));
            // "a third of the island's 10,600 inhabitants" is a share.
            let of = scene.tokens.get(at + length).is_some_and(|next| next.text(scene.prose) == "of");
            !told && !of && !more && noun.any(|at| scene.is_own(at, profile))
        })
    };
    let here = (scene.sentence.start..end).filter(|at| !figure.contains(at) && scene.outline.clause_of(*at) <= own);
    let before = scene.antecedent();
    here.into_iter().any(|at| another(at, end)) || before.clone().any(|at| another(at, before.end))
}
