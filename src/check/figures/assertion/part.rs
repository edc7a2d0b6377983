//! Whether the words beside a figure make it one of a part of what a fact is about: "another 40", "of the 27, 12",
//! "4,000 visitors a day".

use std::ops::Range;

use super::{dated, share, subject};
use crate::check::compare::outcome::{Against, Outcome};
use crate::check::figures::assign::Pair;
use crate::check::figures::matching::fit::Clarity;
use crate::check::figures::telltale::Telltale;
use crate::check::reading::outline::{Seam, has_sense, is_past_tense};
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Level, Mark, Scene};
use crate::check::reading::term::Term;
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::reference::{Fact, Form};
use crate::value::{Exact, Quantity};

/// Within how many words behind "of the" the number of all stands: "of the city's 74".
const OWNER: usize = 3;

/// From so many words on a measure tells of nothing else.
const LONG: usize = 3;

/// "three more tram lines", "another 40", "of the 27, 12". A share of them is said of the whole,
/// and "another 6,400 damaged" after those destroyed is all that were damaged.
pub(super) fn is_partial(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let figure = &mark.figure;
    let profile = pair.profile;
    let clause = &scene.clause(figure).tokens;
    let share = matches!(mark.kind, ClaimKind::Ratio | ClaimKind::Percent);
    // "won the competition in 2017 against 61 other offices"
    let before_only = share || mark.kind == ClaimKind::Date;
    let end = if before_only { figure.start } else { (figure.end + 2).min(clause.end.max(figure.end)) };
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
            let told = (at..at + length).any(|at| scene.is_own(at, profile))
                || length == 1 && says(fact, scene.tokens[at].text(scene.prose));
            // "86 were injured, nine of them critically", where the fact is of the nine.
            let them = ["them", "those"].contains(&scene.tokens[at + length - 1].text(scene.prose));
            let next = at + length;
            let own = |at: usize| at < scene.sentence.end && scene.is_own(at, profile) && !scene.is_finite(at);
            let leads = |at: usize| {
                scene.tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.is(Sense::Preposition))
            };
            // "Seventeen of them went back in 2022", of a fact that says how many did in that year.
            let did = || {
                let deed = next < scene.sentence.end && scene.is_own(next, profile) && scene.is_finite(next);
                let sentence = profile.wording.is_some() && pair.fit.clarity >= Clarity::Clear;
                deed && sentence && dated::is_dated_alike(scene, fact)
            };
            let critically = own(next) || leads(next) && own(next + 1) || is_told_at_length(scene, mark, pair) || did();
            let told = told
                || them && critically
                || is_mean(scene, at..at + length, pair)
                || is_rate_on_average(scene, at..at + length, pair)
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
        || is_taken_from(scene, mark, profile)
        || is_of_each(scene, mark, profile)
        || is_margin(scene, mark, pair)
        || is_of_those(scene, mark, pair)
        || is_some_of_the(scene, mark, pair, fact)
        || is_all_of_the(scene, mark, pair)
        || is_rate(scene, mark, pair) && !is_stated_so(scene, mark, fact)
        || is_of_those_done(scene, mark, profile)
        || is_one_of_two(scene, mark, pair)
        || is_of_one_alone(scene, mark, profile)
        || subject::is_of_another_part(scene, mark, pair)
        || share::is_of_some(scene, mark, pair, fact)
}

/// "£1.3 million from reserves": whether a figure is what was taken from the thing that the fact measures.
fn is_taken_from(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let end = mark.whole.end;
    let small = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Determiner));
    let from = end + 2 < scene.sentence.end && scene.tokens[end].text(scene.prose) == "from";
    mark.kind == ClaimKind::Money && from && scene.is_measure(end + 1 + usize::from(small(end + 1)), profile)
}

/// "France alone has 3,800", of a fact on Europe; but "the roof alone weighs 340 tonnes" tells of all of the roof.
fn is_of_one_alone(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let alone = |at: usize| has_sense(scene.prose, scene.tokens, at, Sense::Alone).is_some();
    let own = |at: usize| at > scene.sentence.start && scene.is_own(at - 1, profile);
    // "In 2024 alone the city paid for 117,000 nights"
    let dated = |at: usize| at > scene.sentence.start && scene.dates.iter().any(|(date, _)| date.contains(&(at - 1)));
    scene.clause(&mark.figure).tokens.clone().any(|at| alone(at) && !own(at) && !dated(at))
}

/// "16 other offices", of a fact that counts other offices: whether a measure has a word.
fn says(fact: &Fact, word: &str) -> bool {
    fact.measure.iter().flat_map(|phrase| phrase.split(' ')).any(|own| own.eq_ignore_ascii_case(word))
}

/// "9,000 of them have waited for more than a year": whether the figure's clause says all of a long measure.
fn is_told_at_length(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clause = scene.clause(&mark.figure).tokens.clone();
    let phrase = pair.fit.measure.map(|found| found.phrase);
    let measure = pair.profile.measure.iter().find(|measure| Some(measure.phrase) == phrase);
    measure.is_some_and(|measure| {
        let said = |term: &Term| scene.terms[clause.clone()].contains(&Some(*term));
        measure.terms.len() >= LONG && measure.terms.iter().all(said)
    })
}

/// "an average of 14.6 days" of a fact that counts 14.6: a broken number of whole things is a mean.
fn is_mean(scene: &Scene<'_>, mut phrase: Range<usize>, pair: &Pair<'_, '_>) -> bool {
    is_broken(pair) && phrase.any(|at| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case("average"))
}

/// "carried an average of 2.6 cubic metres a second": a rate is told on average or not at all.
fn is_rate_on_average(scene: &Scene<'_>, mut phrase: Range<usize>, pair: &Pair<'_, '_>) -> bool {
    let unit = pair.comparison.arithmetic.and_then(|arithmetic| arithmetic.claimed.unit);
    unit.is_some_and(|unit| unit.id().contains("-per-"))
        && phrase.any(|at| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case("average"))
}

/// "of the 41,785 inhabitants gained": whether those are counted to whom something was done of which the fact says nothing.
fn is_of_those_done(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let text = |at: Option<usize>| at.and_then(|at| scene.tokens.get(at)).map(|token| token.text(scene.prose));
    let the = text(mark.whole.start.checked_sub(1)) == Some("the")
        && text(mark.whole.start.checked_sub(2)).is_some_and(|of| of.eq_ignore_ascii_case("of"));
    let done = |at: usize| is_past_tense(scene.prose, &scene.tokens[at]) && !scene.is_own(at, profile);
    mark.kind == ClaimKind::Count
        && the
        && mark.whole.end > mark.figure.end
        && mark.whole.end < scene.sentence.end
        && done(mark.whole.end)
}

/// "29 miners and 12 rescuers died": whether two kinds are counted, each less than all that the fact counts.
fn is_one_of_two(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let and = |at: usize| scene.tokens.get(at).is_some_and(|token| token.text(scene.prose) == "and");
    let other = |(kind, figure): &(ClaimKind, Range<usize>)| {
        let behind = figure.start == mark.whole.end + 1 && and(mark.whole.end);
        let before = figure.end + 2 == mark.whole.start && and(figure.end + 1);
        *kind == ClaimKind::Count && *figure != mark.figure && (behind || before)
    };
    let mut things = mark.figure.end..mark.whole.end;
    let kind = !things.is_empty() && !things.any(|at| scene.is_own(at, pair.profile));
    mark.kind == ClaimKind::Count && kind && pair.comparison.is_less() && scene.figures.iter().any(other)
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
    // "Each of these transits lasts nearly four hours"
    let measures = matches!(mark.kind, ClaimKind::Money | ClaimKind::Measurement | ClaimKind::Duration);
    let of = scene.tokens.get(start + 1).is_some_and(|next| next.text(scene.prose) == "of");
    let noun = start + if of { 3 } else { 1 };
    let of_one = || measures && noun < scene.sentence.end && scene.is_own(noun, profile);
    ["each", "every", "one"].iter().any(|word| text.eq_ignore_ascii_case(word))
        && start < mark.figure.start
        && !scene.is_own(start, profile)
        && !of_one()
}

/// "beating the incumbent by 1,284 votes", "1,204 votes ahead of": by how much somebody won or lost, where the fact
/// tells of no such thing.
fn is_margin(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let profile = pair.profile;
    let ahead =
        scene.tokens.get(mark.whole.end).and_then(|token| token.word).is_some_and(|word| word.is(Sense::Margin));
    let measures = matches!(mark.kind, ClaimKind::Count | ClaimKind::Duration);
    if ahead && measures && !scene.is_own(mark.whole.end, profile) {
        return true;
    }
    let clause = scene.clause(&mark.figure).tokens.start;
    let by = mark.whole.start.checked_sub(1).filter(|&at| at >= scene.sentence.start);
    let contest = |word: Word| word.is(Sense::Contest);
    let counted = mark.figure.end..mark.whole.end;
    let cast = counted.into_iter().any(|at| scene.tokens[at].word.is_some_and(contest));
    let told = |at: usize| scene.tokens[at].word.is_some_and(contest) && scene.is_own(at, profile);
    // "ahead by 86 votes", of a fact that says so in the same words, or as the slip tells.
    let verbatim = profile.wording.is_some() && pair.fit.clarity == Clarity::Verbatim;
    let meant = verbatim || pair.telltale == Telltale::LongSlip;
    let ahead = |by: usize| by > clause && scene.is_own(by - 1, profile) && meant;
    cast && mark.kind == ClaimKind::Count
        && by.is_some_and(|by| scene.tokens[by].text(scene.prose) == "by" && !(clause..by).any(told) && !ahead(by))
}

/// "Nine of the 41 dead"; but of "58 of the 151 seats" the first is what a party has whose fact says less than 151.
fn is_some_of_the(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let text = |at: usize| scene.tokens.get(at).map(|token| token.text(scene.prose));
    let end = mark.figure.end;
    let which = ["the", "its", "their", "those", "these", "his", "her"];
    // "to close 11 of the city's 74 schools"
    let number = |at: usize| text(at).and_then(|digits| digits.replace(',', "").parse::<i64>().ok());
    let whole = (end + 2..(end + 2 + OWNER).min(scene.sentence.end)).find_map(number);
    let whole = whole.or_else(|| in_words(scene, end + 2));
    let most = pair.comparison.arithmetic.and_then(|arithmetic| arithmetic.nominal.high.value());
    // "taking 58 of the 151 seats": that many are had by whoever the fact is about.
    let before = mark.whole.start.checked_sub(1).filter(|&at| at > scene.clause(&mark.figure).tokens.start);
    let had = before.and_then(|at| scene.tokens[at].word).is_some_and(|word| word.is(Sense::Holds));
    // "convicted of 17 of the 23 counts against him", of a fact that says 19 in the same words.
    let measure = pair.fit.measure.and_then(|found| found.standing.at);
    let same = pair.fit.clarity == Clarity::Verbatim && measure.is_some_and(|at| at < mark.figure.start);
    // "Generators failed at two of the nine hospitals": what the fact tells of its subject is said of those.
    let level = pair.fit.subject.map(|found| found.standing.level);
    let subject = matches!(level, Some(Level::Clause | Level::Governing));
    let sentence = pair.profile.wording.is_some() && level.is_none() && pair.fit.clarity >= Clarity::Clear;
    let here = (subject || sentence) && is_told_here(scene, mark, pair);
    let to = |at: usize| at > scene.sentence.start && text(at - 1) == Some("to");
    let deed = here && measure.is_some_and(|at| scene.is_finite(at) || to(at));
    // "The reserves won 16 of their 22 matches" under a heading on the first team.
    let lent = matches!(level, Some(Level::Heading | Level::Title));
    let less =
        (had && !lent || same || deed) && whole.map(Exact::from).zip(most).is_some_and(|(whole, most)| most < whole);
    // "32 of the vaccinated fell ill", of a fact that says that 23 of them did.
    let of_it = end + 2 < scene.sentence.end
        && pair.fit.subject.is_some_and(|found| found.standing.at == Some(end + 2))
        && pair.telltale > Telltale::Nothing
        && is_told_here(scene, mark, pair);
    mark.kind == ClaimKind::Count
        && text(end) == Some("of")
        && text(end + 1).is_some_and(|next| which.contains(&next))
        && !(of_it || less || is_told_of_part(pair, fact))
}

/// "Nine of the 61 councillors had read it", of a fact that says so of seven: whether the fact tells of a part as well.
fn is_told_of_part(pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    let Form::Sentence { text, claims, .. } = &fact.form else { return false };
    let rest = claims.get(pair.value).and_then(|own| text.get(own.core.range().end..));
    pair.fit.clarity >= Clarity::Clear && rest.is_some_and(|rest| rest.trim_start().starts_with("of "))
}

/// "nine" of "the nine hospitals".
fn in_words(scene: &Scene<'_>, at: usize) -> Option<i64> {
    let number = |sense| if let Sense::Cardinal(number) = sense { Some(i64::from(number)) } else { None };
    scene.tokens.get(at)?.word?.senses().find_map(number)
}

/// "ruined 74 of the 612 hectares" of a fact that says 74: whether it is all of that of which the figure before is a part.
fn is_all_of_the(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let Some(part) = mark.figure.start.checked_sub(3).filter(|&part| part >= scene.sentence.start) else {
        return false;
    };
    let number = text(part).replace(',', "").parse::<i64>().ok().map(Exact::from);
    let held = pair.comparison.arithmetic.and_then(|arithmetic| arithmetic.nominal.only());
    number.is_some() && number == held && text(part + 1) == "of" && matches!(text(part + 2), "the" | "its" | "their")
}

/// "Of those on board 187 drowned; 44 reached the shore", where that is the fact's measure.
fn is_told_here(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clause = scene.clause(&mark.figure).tokens.clone();
    let measure = pair.fit.measure.and_then(|found| found.standing.at);
    measure.is_some_and(|at| clause.contains(&at) && !mark.whole.contains(&at))
}

/// "hired 200 nurses", "broke into nine homes": a count of some of what the fact counts.
pub(super) fn is_turnover(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> bool {
    let start = mark.figure.start;
    let verb = |at: usize| {
        has_sense(scene.prose, scene.tokens, at, Sense::Turnover) == Some(start - at) && !scene.is_own(at, profile)
    };
    // "opened the 420-bed hospital"
    let describes = scene.is_hyphened(mark.whole.clone());
    mark.kind == ClaimKind::Count && !describes && (start.saturating_sub(3).max(scene.sentence.start)..start).any(verb)
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
        && !is_charge_of_before(scene, mark, pair)
        && next(mark.whole.end + 1).is_some_and(named)
        && !scene.is_own(mark.whole.end + 1, profile)
}

/// "$385,000 a year" of a salary: whether the fact's value is told of the same stretch.
fn is_stated_so(scene: &Scene<'_>, mark: &Mark, fact: &Fact) -> bool {
    let Form::Value(stated) = &fact.form else { return false };
    let each = scene.tokens.get(mark.whole.end + 1).map(|each| each.text(scene.prose));
    let last = stated.text.rsplit_once(' ').filter(|(before, _)| before.ends_with(" a") || before.ends_with(" per"));
    last.is_some_and(|(_, last)| Some(last) == each)
}

/// "a guaranteed price of £85.70 per megawatt-hour", of a fact that says £58.70: whether a sum is what the fact's own
/// price or wage always gives for one, as the slip tells.
fn is_price(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let charge =
        |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Charge)) && scene.is_own(at, pair.profile);
    let clause = scene.clause(&mark.figure).tokens.start;
    mark.kind == ClaimKind::Money && pair.telltale >= Telltale::LongSlip && (clause..mark.figure.start).any(charge)
}

/// "The parking fee is £1.20 an hour", which it was before: whether a sum is what the fact's own charge once was.
fn is_charge_of_before(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let charge =
        |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Charge)) && scene.is_own(at, pair.profile);
    let outdated = matches!(pair.comparison.outcome, Outcome::Outdated { .. });
    outdated && scene.clause(&mark.figure).tokens.clone().any(charge)
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
    // "killed 27, among them 19 children", of a fact that says so in the same words.
    let said = pair.fit.clarity == Clarity::Verbatim && pair.profile.wording.is_some() && among;
    // "Of her five books, "Light Steel" sold 263,000 copies": one of them is the fact's own.
    let start = scene.clause(figure).tokens.start;
    let one = pair.profile.is_named() && pair.fit.about.is_some_and(|at| (start..figure.start).contains(&at));
    if opens(&["of"]) && one {
        return false;
    }
    let narrower = !said && among && clause.clone().any(group) || !is_told_here(scene, mark, pair);
    (of_some && narrower || for_some) && clause.len() > 1 && scene.is_adverbial(before)
}
