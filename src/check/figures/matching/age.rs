//! Whose age or day of birth a figure is: the name's beside it, or that which a pronoun stands for.

use std::ops::Range;

use super::fit::{Clarity, Fit, Found};
use crate::check::reading::outline::{Certainty, Name, Part, has_sense, is_past_tense, names};
use crate::check::reading::phrase::Alternative;
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Level, Mark, Scene, Standing, gap};
use crate::check::reading::term::Term;
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::text::TokenKind;

/// Within how many tokens a dateline ends.
const DATELINE: usize = 10;

/// How well an age or a date of birth fits a person.
pub(super) fn age(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> Option<Fit> {
    let leaning = || by_pronoun(scene, mark, profile).or_else(|| by_office(scene, mark, profile));
    beside(scene, mark, profile).or_else(leaning)
}

/// "Putin, 72,", "Lindqvist, who is 54", "72-year-old Putin": the name beside the age is the
/// person's, and nobody of the family is meant.
fn beside(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> Option<Fit> {
    let Mark { figure, whole, .. } = mark;
    let names = &scene.outline.names;
    let is = |at: usize, words: &[&str]| words.contains(&scene.tokens[at].text(scene.prose));
    // "Jesse Alvarado, a volunteer firefighter, was 26"
    let introduced = |name: &Name| {
        let verb = whole.start - 1;
        let told = name.tokens.end + 1..verb.saturating_sub(1);
        is(name.tokens.end, &[","])
            && is(verb, &["is", "was"])
            && is(verb - 1, &[","])
            && is(told.start, &["a", "an", "the"])
            && !told.into_iter().any(|at| scene.tokens[at].is_symbol())
    };
    // "Edith Moser was born in Graz on July 11, 1933"
    let born = |name: &Name| {
        let verb = (name.tokens.end + 1..whole.start).find(|&at| is(at, &["born"]));
        mark.kind == ClaimKind::Date
            && scene.outline.clause_of(name.tokens.start) == scene.outline.clause_of(figure.start)
            && verb.is_some_and(|verb| verb == name.tokens.end + 1 && is(verb - 1, &["was"]))
    };
    // "Fischer died in Reykjavik on Jan. 17, 2008, aged 64", "Fischer, who died in January at the age of 64,"
    let died = |name: &Name| {
        let end = name.tokens.end;
        let relative = end + 2 < whole.start && is(end, &[","]) && is(end + 1, &["who"]);
        // "who died on March 14, 2010, at the age of 78": how old she would be is another matter.
        let year = |at: usize| scene.tokens[at].kind == TokenKind::Number && scene.text(at..at + 1).len() == 4;
        if relative && (end..whole.start).any(year) {
            return false;
        }
        let verb = scene.tokens.get(end + if relative { 2 } else { 0 }).and_then(|token| token.word);
        let at_age = || end < whole.start && is(whole.start - 1, &["at"]) && is(whole.start, &["the"]);
        (is(whole.start, &["aged"]) || at_age()) && verb.is_some_and(|word| word.is(Sense::Dies))
    };
    let beside = |name: &&Name| {
        let near = || whole.start - name.tokens.end <= 4;
        name.tokens.end < whole.start && is_of_year(scene, mark, name)
            || name.tokens.end <= whole.start && (near() || introduced(name) || born(name) || died(name))
    };
    let told = names.iter().rfind(|name| born(name) || died(name)).or_else(|| born_first(scene, mark));
    let before = told.or_else(|| names.iter().rfind(beside));
    // "I was three years old when Roosevelt died": not his age.
    let opens = |at: usize| has_sense(scene.prose, scene.tokens, at, Sense::Opens).is_some();
    let near = |name: &&Name| {
        let between = whole.end..name.tokens.start;
        between.len() <= 2 || between.len() <= 6 && is_title(scene, between)
    };
    let after = names.iter().find(|name| name.tokens.start >= whole.end).filter(near);
    let after = after.filter(|name| !(whole.end..name.tokens.start).any(opens));
    let kin = |range: Range<usize>| {
        range.into_iter().any(|at| has_sense(scene.prose, scene.tokens, at, Sense::Kin).is_some())
    };
    let name = match (before, after) {
        (Some(name), _) => (!name.possessive && !kin(name.tokens.end..whole.start)).then_some(name)?,
        (None, Some(name)) => name,
        (None, None) => return None,
    };
    // "Castell, 12, her granddaughter"
    let aside = whole.end + 2 < scene.sentence.end && is(whole.end, &[","]) && is(whole.end + 1, &["his", "her"]);
    if aside && kin(whole.end + 2..whole.end + 3) {
        return None;
    }
    // "Mary Wanjala of Kenya"
    let of = name.tokens.clone().find(|&at| is(at, &["of"]));
    let name = &Name { tokens: name.tokens.start..of.unwrap_or(name.tokens.end), ..name.clone() };
    // "Dina Carter" is no Jimmy Carter.
    // Nor is the "Gen" of "Gen. Casimir Voss" his name.
    let sense = |at, sense| has_sense(scene.prose, scene.tokens, at, sense).is_some();
    let honours = |at| sense(at, Sense::Honorific) || at + 1 < name.tokens.end && sense(at, Sense::Title);
    let is_name = |&at: &usize| !scene.tokens[at].is_symbol() && !honours(at);
    let given = name.tokens.clone().find(is_name)?;
    // "Cellar Master Bruno Achard"
    let in_full = |known: &Alternative| known.terms.len() > 1 && scene.names_exactly(known, name);
    if !profile.subject.iter().any(in_full)
        && scene.terms[given].is_none_or(|term| profile.words.binary_search(&term).is_err())
    {
        return None;
    }
    let clarity = match (before, after) {
        // "At 64, Ana Prieto still works", but "At 19, Ana Prieto moved to Paris".
        (None, Some(name)) if whole.start == scene.sentence.start + 1 && is(scene.sentence.start, &["At"]) => {
            if is_long_ago(scene, name.tokens.end) {
                Clarity::Faint
            } else {
                Clarity::Clear
            }
        }
        (None, Some(name))
            if !introduces(scene, whole.end..name.tokens.start) && !is_title(scene, whole.end..name.tokens.start) =>
        {
            Clarity::Faint
        }
        (_, _) => Clarity::Clear,
    };
    let is_his = |known: &&Alternative| scene.names_exactly(known, name) || scene.is_surname_of(known, name);
    let known = profile.subject.iter().find(is_his)?;
    let standing = Standing { level: Level::Clause, at: Some(name.tokens.start) };
    Some(Fit {
        score: 60 - i32::try_from(gap(name.tokens.start, figure).min(20)).unwrap_or(20),
        clarity,
        subject: Some(Found { phrase: known.phrase, standing }),
        measure: None,
        about: Some(name.tokens.start),
    })
}

/// "Brask entered parliament in 1973 at the age of 32": whether an age is that of whom the sentence begins with, told of a
/// year.
fn is_of_year(scene: &Scene<'_>, mark: &Mark, name: &Name) -> bool {
    let start = mark.whole.start;
    let text = |at: usize| scene.tokens[at].text(scene.prose);
    let between = name.tokens.end..start - 1;
    let turns = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Relative));
    let other = |other: &Name| between.contains(&other.tokens.start) && may_be_person(scene, other);
    text(start - 1) == "at"
        && text(start) == "the"
        && name.tokens.start == scene.sentence.start
        && !scene.dates.is_empty()
        && !between.clone().any(turns)
        && !scene.outline.names.iter().any(other)
}

/// "At 19, Lind moved to Graz": whether the verb at a token tells what was, and no date when, so that it may be long ago.
fn is_long_ago(scene: &Scene<'_>, verb: usize) -> bool {
    scene.dates.is_empty() && scene.tokens.get(verb).is_some_and(|token| is_past_tense(scene.prose, token))
}

/// "Born on May 9, 1938, the fourth of seven children, Lind learned": the name that the next clause with one begins with,
/// where a sentence opens with a date of birth.
fn born_first<'s>(scene: &'s Scene<'_>, mark: &Mark) -> Option<&'s Name> {
    let first = scene.tokens[scene.sentence.start].text(scene.prose);
    let opens = first == "Born" && scene.outline.clause_of(mark.figure.start) == 0 && mark.kind == ClaimKind::Date;
    let name = scene.outline.names.iter().find(|name| name.tokens.start >= mark.whole.end).filter(|_| opens)?;
    let clause = &scene.outline.clauses[scene.outline.clause_of(name.tokens.start)].tokens;
    let acts = (name.tokens.end..clause.end).next().is_some_and(|at| scene.is_finite(at));
    (clause.start == name.tokens.start && acts && name.part == Part::Spoken).then_some(name)
}

/// "Born in Graz on May 9, 1938, the fourth of seven children, she learned": the pronoun that the next clause with a verb
/// begins with, where a sentence opens with a date of birth and names nobody before it.
fn born_ahead(scene: &Scene<'_>, mark: &Mark) -> Option<usize> {
    let word = |at: usize| scene.tokens[at].text(scene.prose);
    let first = mark.kind == ClaimKind::Date && scene.outline.clause_of(mark.figure.start) == 0;
    if !first || word(scene.sentence.start) != "Born" {
        return None;
    }
    let behind = mark.whole.end..scene.sentence.end.saturating_sub(1);
    let mut heads = scene.outline.clauses.iter().map(|clause| clause.tokens.start).filter(|at| behind.contains(at));
    let pronoun = heads.find(|&at| matches!(word(at), "he" | "she"))?;
    let named = |name: &Name| (mark.whole.end..pronoun).contains(&name.tokens.start) && may_be_person(scene, name);
    (scene.is_finite(pronoun + 1) && !scene.outline.names.iter().any(named)).then_some(pronoun)
}

/// "72-year-old President Putin": whether the words between an age and a name say what the person
/// is. In "the 47-year-old caretaker praised Adeyemi" they tell of two people.
fn introduces(scene: &Scene<'_>, mut between: Range<usize>) -> bool {
    let office = |sense| {
        matches!(sense, Sense::Title | Sense::Trade | Sense::TitleModifier | Sense::Tenure(_) | Sense::Nationality)
    };
    between.all(|at| {
        let token = &scene.tokens[at];
        token.is_capitalised() || token.word.is_some_and(|word| word.senses().any(office))
    })
}

/// "66-year-old chief justice, Helena Brandt": whether the words between are an office and a comma.
fn is_title(scene: &Scene<'_>, between: Range<usize>) -> bool {
    let Some(last) = between.end.checked_sub(1).filter(|last| between.contains(last)) else { return false };
    let office = (between.start..last).any(|at| {
        [Sense::Title, Sense::Trade].iter().any(|&sense| has_sense(scene.prose, scene.tokens, at, sense).is_some())
    });
    scene.tokens[last].is_sign(scene.prose, ',')
        && office
        && !(between.start..last).any(|at| scene.tokens[at].is_symbol())
}

/// "Ilka Marova will ride for the last time. She is 38.", "in 2024, when she was 37": an age or a date of birth that is said
/// of the person whom "she" stands for.
fn by_pronoun(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> Option<Fit> {
    let Mark { figure, whole, .. } = mark;
    let is = |at: usize, words: &[&str]| {
        words.iter().any(|word| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case(word))
    };
    let clause = scene.clause(figure).tokens.clone();
    let stands = |&at: &usize| is(at, &["he", "she"]);
    // "at 78, she went back"
    let led = whole.start.checked_sub(1).filter(|&at| at >= scene.sentence.start && is(at, &["at"]));
    let next = led.map(|_| whole.end + 1).filter(|&at| at < scene.sentence.end && stands(&at));
    let ahead = born_ahead(scene, mark);
    // "She entered parliament in 1973, at the age of 32"
    let dated = |at: usize| scene.dates.iter().any(|(date, _)| date.end + 1 == at);
    let aside = scene.outline.clause_of(figure.start) == 1 && is(clause.start, &["at"]) && dated(clause.start);
    let first = Some(scene.sentence.start).filter(|at| aside && stands(at));
    let pronoun = (clause.start..whole.start).find(stands).or(next).or(ahead).or(first)?;
    let said = |words: &[&str]| (pronoun.min(clause.start)..whole.start).any(|at| is(at, words));
    let told = match mark.kind {
        ClaimKind::Age => said(&["is", "was", "at", "turned", "turns", "aged"]),
        ClaimKind::Date => said(&["born"]),
        _ => false,
    };
    let own = |name: &Name| profile.subject.iter().find(|known| scene.names_exactly(known, name));
    let here = scene.outline.names.iter().filter(|name| may_be_person(scene, name));
    let (here, between): (Vec<&Name>, Vec<&Name>) =
        here.filter(|name| name.tokens.end <= whole.start).partition(|name| name.tokens.end <= pronoun);
    // "TESSEN, Varnland — When Ilka Marova"
    let dash = (0..scene.sentence.start.min(DATELINE)).find(|&at| is(at, &["—", "–", "-"]));
    let before = names(scene.prose, scene.tokens, dash.map_or(0, |dash| dash + 1)..scene.sentence.start);
    let before: Vec<&Name> = before.iter().filter(|name| may_be_person(scene, name)).collect();
    let spoken = scene.sentence_before();
    let near = before.iter().filter(|name| spoken.contains(&name.tokens.start));
    // "Jan Ferris, a keeper, began in 1881; he was then 75": the one of whom alone is spoken.
    let mut all = here.iter().chain(near).chain(before.last());
    let known = match here.first().or(before.last()) {
        Some(name) => own(name).filter(|_| all.all(|name| own(name).is_some()))?,
        None => profile.subject.iter().find(|known| scene.find(known, figure).is_some())?,
    };
    // "Her mother said she was 48", "has a daughter. She is 12"
    let kin = |at: usize| has_sense(scene.prose, scene.tokens, at, Sense::Kin).is_some();
    let of_kin = (spoken.start..scene.sentence.start.max(pronoun.min(whole.start))).any(kin);
    if !told || !between.is_empty() || of_kin || scene.is_of_other_sex(figure) {
        return None;
    }
    let standing = scene.find(known, figure)?;
    let subject = Some(Found { phrase: known.phrase, standing });
    let long_ago = next.is_some_and(|pronoun| is_long_ago(scene, pronoun + 1));
    let clarity = if long_ago { Clarity::Faint } else { Clarity::Clear };
    Some(Fit { score: 50, clarity, subject, ..Fit::NONE })
}

/// "Vane did not concede. The mayor, who is 68, said": an age told right behind an office, of whose holder alone the
/// sentence before tells.
fn by_office(scene: &Scene<'_>, mark: &Mark, profile: &Profile) -> Option<Fit> {
    let start = mark.whole.start;
    let is = |at: usize, words: &[&str]| words.contains(&scene.tokens[at].text(scene.prose));
    let first = scene.sentence.start;
    if mark.kind != ClaimKind::Age || start < first + 3 {
        return None;
    }
    let who = start > first + 4 && is(start - 1, &["is"]) && is(start - 2, &["who"]);
    let comma = if who { start - 3 } else { start - 1 };
    if !is(comma, &[","]) {
        return None;
    }
    let said = |office: &Alternative| {
        let mut left = office.terms.iter().rev().copied().peekable();
        // A phrase that is one term has it at each of its words.
        let mut last = None;
        let own = |term| {
            last = left.next_if_eq(&term).or(last);
            last == Some(term)
        };
        let article = article_before(scene, comma, own);
        article.filter(|_| left.peek().is_none())
    };
    let article = profile.offices.iter().find_map(said)?;
    if !is_told_before(scene, article, profile) {
        return None;
    }
    let (known, standing) = profile.subject.iter().find_map(|known| Some((known, scene.find(known, &mark.figure)?)))?;
    let subject = Some(Found { phrase: known.phrase, standing });
    Some(Fit { score: 50, clarity: Clarity::Clear, subject, ..Fit::NONE })
}

/// "The secretary of state, who is 68,": where the article stands of an office that ends before a token. Words that are
/// nobody's term, as "of" is, may stand inside it.
pub(super) fn article_before(scene: &Scene<'_>, end: usize, mut own: impl FnMut(Term) -> bool) -> Option<usize> {
    let start = scene.sentence.start;
    let mut first = None;
    for at in (start..end).rev() {
        match scene.terms[at] {
            Some(term) if own(term) => first = Some(at),
            None if first.is_some() && !scene.tokens[at].is_symbol() => {}
            _ => break,
        }
    }
    let article = first?.checked_sub(1).filter(|&at| at >= start)?;
    scene.tokens[article].text(scene.prose).eq_ignore_ascii_case("the").then_some(article)
}

/// Whether the sentence before tells of the person of a fact, and neither it nor this one up to a token of anybody else.
pub(super) fn is_told_before(scene: &Scene<'_>, at: usize, profile: &Profile) -> bool {
    let before = names(scene.prose, scene.tokens, scene.sentence_before());
    let own = |name: &Name| scene.owns(profile, name);
    let placed = |name: &Name| {
        let before = name.tokens.start.checked_sub(1);
        before.is_some_and(|at| ["in", "at", "near", "on"].contains(&scene.tokens[at].text(scene.prose)))
    };
    let told = before.iter().any(|name| own(name) && !name.possessive);
    // "Maine's port" is nobody.
    let mut here = scene.outline.names.iter().filter(|name| name.tokens.end <= at && !name.possessive);
    told && before.iter().all(|name| own(name) || placed(name))
        && here.all(|name| own(name) || !may_be_person(scene, name))
}

/// Whether a name may be that of a person: neither where something is nor a thing with an article.
pub(super) fn may_be_person(scene: &Scene<'_>, name: &Name) -> bool {
    let stands = |word: Word| [Sense::Institution, Sense::Landmark, Sense::Nationality].iter().any(|&it| word.is(it));
    let placed =
        |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Preposition) || word.is(Sense::Article));
    let before = name.tokens.start.checked_sub(1);
    name.certainty == Certainty::Sure
        && !before.is_some_and(placed)
        && !name.tokens.clone().any(|at| scene.tokens[at].word.is_some_and(stands))
}
