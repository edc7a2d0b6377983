//! Whether a figure is of some of what a fact tells of, or of what is left of it: "of those with children, 66%", "on all but
//! five of the 14 dives".

use std::ops::Range;

use crate::check::compare::outcome::Against;
use crate::check::figures::assign::Pair;
use crate::check::reading::outline::{Seam, is_past_tense};
use crate::check::reading::people::{is_of_people, singular};
use crate::check::reading::scene::{Mark, Scene};
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::reference::{Fact, Form};

/// How many words a clause has at most that opens with a whole: "of its annual budget".
const OPENING: usize = 5;

/// Whether a figure is of some of what the fact tells of, picked out by words of which it says nothing.
pub(super) fn is_of_some(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    is_of_those_like(scene, mark, pair)
        || is_out_of_measure(scene, mark, pair)
        || is_share_of_others(scene, mark, pair)
        || is_all_but(scene, mark, pair)
        || is_one_of_several(scene, mark, pair, fact)
        || is_of_the_others(scene, mark, pair)
        || is_mean_of_several(scene, mark, pair)
        || is_among_others(scene, mark, pair)
        || is_of_those_that_others_did(scene, mark, pair)
}

/// "Among tenants, 47% had no policy", "and among women 28%": whether a share is that of people of whom the fact says nothing.
fn is_among_others(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    if !matches!(mark.kind, ClaimKind::Percent | ClaimKind::Ratio | ClaimKind::Change) {
        return false;
    }
    let own = scene.outline.clause_of(mark.figure.start);
    let first = own.checked_sub(1).filter(|&before| scene.is_adverbial(before)).unwrap_or(own);
    let words = scene.outline.clauses[first].tokens.start..mark.figure.start;
    let is = |at: usize, word: &str| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case(word);
    // "Among tenants, a survey found, 47%"
    let opener = scene.part_start(words.start);
    let Some(among) = words.clone().rfind(|&at| is(at, "among")).or(Some(opener).filter(|&at| is(at, "among"))) else {
        return false;
    };
    let preposition = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Preposition));
    let goes_on = |at: &usize| !scene.tokens[*at].is_symbol() && !preposition(*at);
    let mut named = (among + 1..words.end).take_while(goes_on);
    // "among the highest", "among other things" are no people.
    let noun = named.clone().last().map(|at| scene.tokens[at].text(scene.prose));
    let all = |at: usize| {
        scene.is_own(at, pair.profile)
            || scene.tokens[at].word.is_some_and(|word| word.is(Sense::Whole) || word.is(Sense::Pronoun))
    };
    noun.is_some_and(|noun| is_of_people(singular(noun))) && !named.any(all)
}

/// "The average of the three bids was €295.6 million", of a fact on one of them.
fn is_mean_of_several(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clause = scene.clause(&mark.figure).tokens.clone();
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let mean = |at: usize| ["average", "mean", "median"].contains(&text(at)) && !scene.is_own(at, pair.profile);
    let several = |at: usize| at < clause.end && text(at).ends_with('s') && scene.is_measure(at, pair.profile);
    let of_them = |at: usize| {
        at + 3 < clause.end && text(at + 1) == "of" && text(at + 2) == "the" && (several(at + 3) || several(at + 4))
    };
    clause.clone().any(|at| mean(at) && of_them(at))
}

/// "Of the 385 samples that a rival party had taken, none grew": whether what is counted is told by what others did to it, of
/// whom the fact says nothing.
fn is_of_those_that_others_did(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let that = mark.whole.end;
    if that + 1 >= scene.sentence.end || scene.tokens[that].text(scene.prose) != "that" {
        return false;
    }
    let mut words = scene.outline.clauses[scene.outline.clause_of(that)].tokens.clone();
    let others = scene.tokens[that + 1].word.is_some_and(|word| word.is(Sense::Article));
    let act = words.clone().any(|at| at > that && scene.is_finite(at));
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let whole = mark.whole.start;
    let of =
        whole >= scene.sentence.start + 2 && text(whole - 1) == "the" && text(whole - 2).eq_ignore_ascii_case("of");
    mark.kind == ClaimKind::Count && of && others && act && !words.any(|at| at > that && scene.is_own(at, pair.profile))
}

/// "12 fell ill among those who drank it and 17 among the others": whether words right behind a figure say that it is of
/// whoever is left, where the fact knows of no others.
fn is_of_the_others(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    const OTHERS: [&str; 5] = ["other", "others", "rest", "remainder", "remaining"];
    let end = scene.clause(&mark.figure).tokens.end;
    let (among, others) = (mark.whole.end, mark.whole.end + 2);
    let preposition = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Preposition));
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    others < end
        && preposition(among)
        && text(among + 1) == "the"
        && OTHERS.contains(&text(others))
        && !scene.is_own(others, pair.profile)
}

/// "Of farms owned by tenants, 38% keep sheep", "of those with children, 66%": whether a figure is that of some of those whom
/// the fact tells of, picked out by words of which it says nothing.
fn is_of_those_like(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    if !matches!(mark.kind, ClaimKind::Count | ClaimKind::Percent | ClaimKind::Ratio) {
        return false;
    }
    let clauses = &scene.outline.clauses;
    let own = scene.outline.clause_of(mark.figure.start);
    let Some(before) = scene.outline.joined_from(own).checked_sub(1) else { return false };
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let relative = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Relative));
    // "Of those who rent, 31%"
    let first = if relative(clauses[before].tokens.start) { before.saturating_sub(1) } else { before };
    let words = clauses[first].tokens.start..clauses[before].tokens.end;
    // "Of those asked by the paper, 61%": they stand for all.
    let asked = |at: usize| {
        let says = scene.tokens[at].word.is_some_and(|word| word.is(Sense::Saying));
        says || ["surveyed", "polled", "questioned"].contains(&text(at))
    };
    let picks = |at: usize| {
        let deed = is_past_tense(scene.prose, &scene.tokens[at]) && !asked(at);
        deed || relative(at) || ["with", "under", "over"].contains(&text(at))
    };
    let Some(from) = (words.start + 2..words.end).find(|&at| picks(at)) else { return false };
    let counted = scene.figures.iter().any(|(_, figure)| (words.start..from).contains(&figure.start));
    // "Of the ballots counted, 61%": those are all.
    text(words.start).eq_ignore_ascii_case("of")
        && text(words.start + 1) != "the"
        && words.end - from > 1
        && !counted
        && !(from..words.end).any(|at| scene.is_own(at, pair.profile))
}

/// "of its budget, $4 million goes on rent": whether a clause opens with the whole that the fact measures, and a smaller
/// figure right behind it tells how much of that is something else.
fn is_out_of_measure(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clauses = &scene.outline.clauses;
    let own = scene.outline.clause_of(mark.figure.start);
    let Some(before) = own.checked_sub(1) else { return false };
    let words = clauses[before].tokens.clone();
    let of = scene.tokens[words.start].text(scene.prose).eq_ignore_ascii_case("of");
    let owned = words.len() > 2
        && words.len() <= OPENING
        && scene.tokens[words.start + 1].word.is_some_and(|word| word.is(Sense::Determiner));
    let whole = words.clone().any(|at| scene.is_measure(at, pair.profile));
    let mut said = clauses[own].tokens.clone().filter(|at| !mark.whole.contains(at));
    mark.is_amount()
        && pair.comparison.is_less()
        && of
        && owned
        && whole
        && clauses[own].tokens.start == mark.figure.start
        && !said.any(|at| scene.is_own(at, pair.profile))
}

/// "Oaks cover 41% of the park, and 29% of the visitors come by bus": whether a share is of those of whom the fact says
/// nothing, and what the fact measures has a share of its own in another clause.
fn is_share_of_others(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let clause = scene.clause(&mark.figure).tokens.clone();
    let of = mark.figure.end;
    let share = matches!(mark.kind, ClaimKind::Percent | ClaimKind::Ratio);
    if !share || of + 1 >= clause.end || scene.tokens[of].text(scene.prose) != "of" {
        return false;
    }
    let article = scene.tokens[of + 1].word.is_some_and(|word| word.is(Sense::Article));
    let thing = |at: &usize| {
        let joins = |word: Word| word.is(Sense::Preposition) || word.is(Sense::Opens);
        let token = &scene.tokens[*at];
        !token.is_symbol() && !token.word.is_some_and(joins) && !scene.is_finite(*at)
    };
    let things: Vec<usize> = (of + 1 + usize::from(article)..clause.end).take_while(thing).collect();
    let several = |at: usize| {
        let token = &scene.tokens[at];
        token.text(scene.prose).ends_with('s') || token.word.is_some_and(|word| word.is(Sense::Plural))
    };
    let all = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Whole) || word.is(Sense::Pronoun));
    let measure = pair.fit.measure.and_then(|found| found.standing.at).filter(|at| !clause.contains(at));
    scene.clause(&mark.figure).seam == Seam::And
        && measure.is_some_and(|at| scene.has_figure(scene.outline.clause_of(at), mark.kind))
        && things.iter().any(|&at| several(at))
        && !things.iter().any(|&at| all(at) || scene.is_own(at, pair.profile))
}

/// "On all but five of the 14 dives plastic turned up": whether a number is of those left out, or of all from whom they
/// are, where the fact counts those that are left.
fn is_all_but(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    if mark.kind != ClaimKind::Count {
        return false;
    }
    let figure = &mark.figure;
    let is = |at: usize, word: &str| {
        at < scene.sentence.end && scene.tokens[at].text(scene.prose).eq_ignore_ascii_case(word)
    };
    let mut words = scene.sentence.start..figure.end;
    let Some(all) = words.find(|&at| is(at, "all") && is(at + 1, "but") && is(at + 3, "of")) else { return false };
    let the = all + 4;
    let determined = || scene.tokens[the].word.is_some_and(|word| word.is(Sense::Determiner));
    let of_all = figure.start == the || figure.start == the + 1 && determined();
    let measure = pair.fit.measure.and_then(|found| found.standing.at);
    // "all but five of the 15 dives", of a fact that tells how many dives there were.
    let told = measure.is_some_and(|at| !mark.whole.contains(&at));
    figure.contains(&(all + 2)) || of_all && told
}

/// "ran deficits of $5.3 million and $3.8 million": whether two sums are told together of things of which the fact has one.
fn is_one_of_several(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>, fact: &Fact) -> bool {
    if !matches!(mark.kind, ClaimKind::Money | ClaimKind::Measurement) {
        return false;
    }
    let figure = &mark.figure;
    let word = |at: usize| scene.tokens.get(at).map_or("", |token| token.text(scene.prose));
    let joined = |(kind, other): &&(ClaimKind, Range<usize>)| {
        let behind = other.start == figure.end + 1 && word(figure.end) == "and";
        let before = other.end + 1 == figure.start && word(other.end) == "and";
        *kind == mark.kind && (behind || before)
    };
    let Some((_, other)) = scene.figures.iter().find(joined) else { return false };
    let Some(noun) = other.start.min(figure.start).checked_sub(2).filter(|&at| at >= scene.sentence.start) else {
        return false;
    };
    let (of, things) = (word(noun + 1), word(noun));
    let same = |own: &str| own.eq_ignore_ascii_case(things);
    let several = matches!(&fact.form, Form::Sentence { text, .. } if text.split(' ').any(same));
    // "profits of £18 million and £240 million in sales" are of two things.
    let last = figure.end.max(other.end);
    let dated = scene.dates.iter().any(|(date, _)| date.start == last + 1);
    let of_another = matches!(word(last), "in" | "of") && !dated;
    matches!(pair.comparison.against, Against::Value(_))
        && !of_another
        && of == "of"
        && things.ends_with('s')
        && scene.is_own(noun, pair.profile)
        && !several
}
