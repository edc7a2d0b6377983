//! Whether a word that may tell of the past does so where it stands: "then", "once", "last year", "former".

use std::ops::Range;

use jiff::civil;

use super::dated;
use super::given::dates_beside;
use crate::check::compare::outcome::{Outcome, Period};
use crate::check::figures::assign::Pair;
use crate::check::figures::telltale::Telltale;
use crate::check::reading::outline::{Name, has_sense, is_past_tense};
use crate::check::reading::people::is_of_people;
use crate::check::reading::scene::{Mark, Scene};
use crate::claim::ClaimKind;
use crate::lexicon::{Period as Calendar, Sense, Word};
use crate::reference::{Fact, Form};
use crate::text::{Token, TokenKind};
use crate::value::Date;

/// "Last year 1,140 rowers took part": whether a fact says when in the same words.
pub(super) fn says_alike(scene: &Scene<'_>, at: usize, fact: &Fact) -> bool {
    let Form::Sentence { text, .. } = &fact.form else { return false };
    has_sense(scene.prose, scene.tokens, at, Sense::Past).is_some_and(|length| {
        let phrase = scene.text(at..at + length).to_ascii_lowercase();
        !phrase.is_empty() && text.to_ascii_lowercase().contains(&phrase)
    })
}

/// "had sales of €46 million last year": whether a year is the latest that a figure is known of. "Last year's budget",
/// and what is told beside a figure of this year, are of the year before.
pub(super) fn is_latest_year(scene: &Scene<'_>, at: usize, mark: &Mark) -> bool {
    let means = |at: usize, sense| scene.tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.is(sense));
    let last = scene.tokens[at].word.is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Turn(_))));
    let owner = scene
        .tokens
        .get(at + 2)
        .is_some_and(|next| next.glued && next.text(scene.prose).starts_with(['\'', '\u{2019}']));
    let beside = scene.figures.iter().any(|(kind, figure)| *kind == mark.kind && *figure != mark.figure);
    last && means(at + 1, Sense::Period(Calendar::Year)) && !owner && !beside
}

/// "orbits its star once in 14 days": whether "once" tells how often, not when.
pub(super) fn is_frequency(scene: &Scene<'_>, at: usize) -> bool {
    let text = |at: usize| scene.tokens.get(at).map_or("", |token| token.text(scene.prose));
    let time =
        |word: Word| word.senses().any(|sense| matches!(sense, Sense::Period(_) | Sense::Day(_) | Sense::Unit(..)));
    let span = (at + 2..at + 4).any(|at| scene.tokens.get(at).and_then(|token| token.word).is_some_and(time));
    text(at).eq_ignore_ascii_case("once") && ["a", "every", "each", "per", "in"].contains(&text(at + 1)) && span
}

/// "Lind, then 24, cleared 1.86 metres": whether "then" is said of an age alone.
pub(super) fn is_of_age(scene: &Scene<'_>, at: usize) -> bool {
    let aged = |(kind, figure): &(ClaimKind, Range<usize>)| *kind == ClaimKind::Age && figure.contains(&(at + 1));
    scene.tokens[at].text(scene.prose) == "then" && scene.figures.iter().any(aged)
}

/// "Lind, 46, first came in 2001, when the walk took 20 minutes": whether "when" goes on from a date, and the age is told by
/// itself between commas before it, and is not that of then: "Lind, 19, made her debut in 2015, when".
pub(super) fn goes_on_from_date(scene: &Scene<'_>, at: usize, age: &Range<usize>, born: civil::Date) -> bool {
    let comma = |at: usize| scene.tokens.get(at).is_some_and(|token| token.is_sign(scene.prose, ','));
    let beside = age.start > scene.sentence.start && comma(age.start - 1) && comma(age.end);
    let years: Option<i16> = scene.tokens[age.start].text(scene.prose).parse().ok();
    let of_now = |period: &Period| years.is_some_and(|years| (period.last.year() - born.year()).abs_diff(years) > 1);
    let date = scene.dates.iter().find(|(date, _)| date.end + 1 == at);
    beside && at > age.end + 1 && comma(at - 1) && date.is_some_and(|(_, period)| of_now(period))
}

/// "Then they went 16 matches without defeat", "; then they were dried": whether "then" tells what came next.
pub(super) fn is_sequence(scene: &Scene<'_>, at: usize, mark: &Mark) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let opens = at == scene.sentence.start || matches!(text(at - 1), ";" | "," | "and");
    // "then it employed 2,400" tells of a state of that time.
    let state = |word: Word| word.is(Sense::Holds) || word.is(Sense::Becomes);
    let deed = |at: usize| is_past_tense(scene.prose, &scene.tokens[at]) && !scene.tokens[at].word.is_some_and(state);
    let acts = |at: &usize| scene.is_finite(*at);
    // "The president then has 21 days to name a cabinet"
    let term = |(kind, figure): &(ClaimKind, Range<usize>)| {
        *kind == ClaimKind::Duration && figure.start == at + 2 && matches!(text(at + 1), "has" | "have")
    };
    let then = text(at).eq_ignore_ascii_case("then");
    let sequence = || opens && (at + 1..scene.sentence.end).find(acts).is_some_and(deed);
    // "The virus then shut 11 wards"
    let next =
        || mark.kind == ClaimKind::Count && at > scene.sentence.start && at + 2 == mark.whole.start && deed(at + 1);
    then && (scene.figures.iter().any(term) || sequence() || next())
}

/// Whether the words around a figure that gives no date tell of another time than the fact's.
pub(super) fn is_elsewhen(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    was_before(scene, mark)
        || matches!(pair.comparison.outcome, Outcome::Outdated { .. }) && was_by_then(scene, mark)
        || is_of_other_season(scene, mark, pair, fact)
        || is_of_arrival(scene, mark, pair, fact)
        || is_of_time_before(scene, pair, fact)
}

/// "By the second Friday the flu had closed 31 wards": whether a value is told of a day that is counted from what happened.
fn was_by_then(scene: &Scene<'_>, mark: &Mark) -> bool {
    let figure = &mark.figure;
    let own = scene.outline.clause_of(figure.start);
    let led = own.checked_sub(1).filter(|&before| scene.is_adverbial(before)).unwrap_or(own);
    let start = scene.outline.clauses[led].tokens.start;
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let counted = |sense| matches!(sense, Sense::Ordinal(_) | Sense::Weekday(_));
    // "By the third of May" is a date.
    let day = |at: usize| scene.tokens[at].word.is_some_and(|word| word.senses().any(counted)) && text(at + 1) != "of";
    start + 2 < figure.start
        && text(start).eq_ignore_ascii_case("by")
        && text(start + 1) == "the"
        && day(start + 2)
        && (start + 3..figure.start).any(|at| text(at) == "had")
}

/// "Next season's squad costs £9 million", "The season before, it had won 31 points", "in their first season there":
/// whether a figure is of a year or season told by its place beside another, of which the fact says nothing.
fn is_of_other_season(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let figure = &mark.figure;
    let now = pair.comparison.setting.at.first;
    let ahead = |date: Date| Period::of(date).is_some_and(|period| period.first > now);
    let known = fact.from.is_some_and(ahead)
        || matches!(&fact.form, Form::Values(entries) if entries.iter().any(|entry| ahead(entry.from)));
    let own = scene.outline.clause_of(figure.start);
    let idle = |clause: &usize| !scene.outline.clauses[*clause].tokens.clone().any(|at| scene.is_finite(at));
    let led = own.checked_sub(1).filter(idle).unwrap_or(own);
    let text = |at: usize| scene.tokens.get(at).map_or("", |token| token.text(scene.prose));
    let is = |at: usize, word: &str| text(at).eq_ignore_ascii_case(word);
    let season = |at: usize| is(at, "season") || is(at, "term");
    // "points in the first season", of a fact that says so.
    let said = |at: usize| {
        let told = |phrase: &String| phrase.split(' ').any(|word| word.eq_ignore_ascii_case(text(at)));
        let sentence = matches!(&fact.form, Form::Sentence { text, .. } if told(text));
        sentence || fact.subject.iter().chain(&fact.measure).any(told)
    };
    let owned = |at: usize| {
        let owner = scene.tokens[at].word.is_some_and(|word| word.is(Sense::Pronoun));
        owner || scene.tokens[at].glued && text(at).ends_with('s')
    };
    let current = fact.from.is_some() || matches!(fact.form, Form::Values(_));
    let next = |at: usize| is(at, "next") && season(at + 1) && current && !known;
    let first = |at: usize| is(at, "first") && season(at + 1) && at > scene.sentence.start && owned(at - 1);
    let beside = |at: usize| {
        let place = matches!(text(at), "before" | "earlier" | "later");
        place && at > scene.sentence.start && season(at - 1)
    };
    let other = |at: usize| !said(at) && (next(at) || first(at) || beside(at));
    pair.telltale <= Telltale::Nothing
        && (scene.outline.clauses[led].tokens.start..figure.start).any(other)
        && dates_beside(scene, figure).next().is_none()
}

/// "When she took over the mill had 310 workers": whether a state is told of the time when somebody came, by a sentence
/// that no comma parts, and the fact is of today.
fn is_of_arrival(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let figure = &mark.figure;
    let start = scene.clause(figure).tokens.start;
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    if !text(start).eq_ignore_ascii_case("when") || start + 2 >= figure.start {
        return false;
    }
    let other = |name: &&Name| name.tokens.start == start + 1 && !scene.owns(pair.profile, name);
    let name = scene.outline.names.iter().find(other).map(|name| name.tokens.end);
    let pronoun = matches!(text(start + 1), "he" | "she" | "they").then_some(start + 2);
    let Some(verb) = name.or(pronoun).filter(|&verb| verb < figure.start) else { return false };
    let acts = |at: &usize| scene.is_finite(*at);
    let means = |at: usize, sense| scene.tokens[at].word.is_some_and(|word| word.is(sense));
    let came = is_past_tense(scene.prose, &scene.tokens[verb]) && !means(verb, Sense::Dies) && text(verb) != "had";
    // "the team won 12 matches" is none.
    let lasts = |at: usize| means(at, Sense::Be) || matches!(text(at), "stood" | "had" | "held");
    let state = (verb + 1..figure.start).rfind(acts).is_some_and(lasts);
    let year = pair.comparison.setting.at.first.year();
    let present = dated::years(fact).iter().all(|own| own + 1 >= year);
    came && state
        && present
        && !scene.is_own(verb, pair.profile)
        && pair.telltale <= Telltale::Nothing
        && dates_beside(scene, figure).next().is_none()
}

/// "In 2016 the zoo kept 410 animals. Of these, 38 were apes": whether a sentence that counts some of what the one before
/// told of is of a year given there, and that is not the fact's.
fn is_of_time_before(scene: &Scene<'_>, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let start = scene.sentence.start;
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let opens = start + 1 < scene.sentence.end
        && text(start).eq_ignore_ascii_case("of")
        && matches!(text(start + 1), "these" | "those" | "them");
    if !opens || start == 0 || !scene.dates.is_empty() {
        return false;
    }
    let before = scene.sentence_before();
    let month = |sense| matches!(sense, Sense::Month(_));
    let leads = |at: usize| {
        let cue = text(at).eq_ignore_ascii_case("in") || matches!(text(at), "of" | ",");
        cue || scene.tokens[at].word.is_some_and(|word| word.senses().any(month))
    };
    // "cut power in 1200 homes" gives no year, "in 2016 the zoo" does.
    let counts = |at: usize| {
        let next = &scene.tokens[at + 1];
        let joins =
            |word: Word| word.is_one_of([Sense::Article, Sense::Determiner, Sense::Function, Sense::Preposition]);
        next.kind == TokenKind::Word && !next.is_capitalised() && !next.word.is_some_and(joins)
    };
    let is_year = |at: usize| {
        let token = &scene.tokens[at];
        at > before.start && token.kind == TokenKind::Number && text(at).len() == 4 && leads(at - 1) && !counts(at)
    };
    let years: Vec<i16> = before.clone().filter(|&at| is_year(at)).filter_map(|at| text(at).parse().ok()).collect();
    let own = dated::years(fact);
    let now = pair.comparison.setting.at.first.year();
    let strange = |year: &i16| !own.contains(year) && (!own.is_empty() || *year + 1 < now);
    !years.is_empty() && years.iter().all(strange)
}

/// "It held two before.": whether the word right behind a figure says that it was so till then.
fn was_before(scene: &Scene<'_>, mark: &Mark) -> bool {
    let end = mark.whole.end;
    let closes = |at: usize| at >= scene.sentence.end || scene.tokens[at].is_symbol();
    end < scene.sentence.end && scene.tokens[end].text(scene.prose) == "before" && closes(end + 1)
}

/// "The journey will then take 58 minutes": whether "then" is a time to come.
pub(super) fn is_to_follow(scene: &Scene<'_>, at: usize) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    at > scene.sentence.start && text(at) == "then" && matches!(text(at - 1), "will" | "would" | "can")
}

/// "sentenced former Prime Minister Odile Marant": whether a word tells only that an office is over.
pub(super) fn is_of_title(scene: &Scene<'_>, at: usize) -> bool {
    let title = |at: usize| has_sense(scene.prose, scene.tokens, at, Sense::Title);
    let capital = scene.tokens.get(at + 1).is_some_and(Token::is_capitalised);
    // "His former finance chief, Lydia Marrow, was convicted"
    let named = |length: usize| {
        let comma = scene.tokens.get(at + 1 + length).is_some_and(|next| next.is_sign(scene.prose, ','));
        comma && scene.tokens.get(at + 2 + length).is_some_and(Token::is_capitalised)
    };
    // "The former harbour master had 9,412 votes": so many for who is no longer one.
    let person = |at: usize| scene.tokens.get(at).is_some_and(|token| is_of_people(token.text(scene.prose)));
    let someone = at > scene.sentence.start
        && scene.tokens[at - 1].word.is_some_and(|word| word.is(Sense::Article))
        && (at + 1..at + 3).any(|noun| person(noun) && noun + 1 < scene.sentence.end && scene.is_finite(noun + 1));
    let office = || (1..3).find_map(|skip| Some(title(at + skip)? + skip - 1));
    scene.tokens[at].text(scene.prose).eq_ignore_ascii_case("former")
        && (someone || office().is_some_and(|length| capital || named(length)))
}

/// "For the failures of that night the regulator fined them": whether a time is only that of a noun before it.
pub(super) fn is_of_noun(scene: &Scene<'_>, at: usize) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    text(at) == "that" && at > scene.sentence.start && text(at - 1) == "of"
}

/// "in the second quarter", "the first half": whether a token stands for a part of a year.
pub(super) fn is_part_of_year(scene: &Scene<'_>, at: usize) -> bool {
    let word = |at: usize| scene.tokens[at].word;
    // "in the first half of January"
    let month = |at: usize| {
        let of = scene.tokens.get(at).is_some_and(|token| token.text(scene.prose) == "of");
        let next = scene.tokens.get(at + 1).and_then(|token| token.word);
        of && next.is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Month(_))))
    };
    let part = word(at)
        .is_some_and(|word| word.is(Sense::Period(Calendar::Quarter)) || word.is(Sense::Period(Calendar::Half)));
    let which = |sense| matches!(sense, Sense::Ordinal(_) | Sense::Turn(_));
    part && !month(at + 1) && at > scene.sentence.start && word(at - 1).is_some_and(|word| word.senses().any(which))
}
