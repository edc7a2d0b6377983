//! Whom or what a clause is about: the words of a statement's subject, a pronoun of its own, or one that stands for what
//! the sentences before are about.

use std::ops::Range;

use super::passage::{Text, phrase_length, stands};
use super::{Statement, Whom};
use crate::check::reading::antecedent;
use crate::check::reading::outline::{Certainty, names};
use crate::check::reading::people::is_of_people;
use crate::check::reading::term::Term;
use crate::lexicon::{Sense, Word};
use crate::text::TokenKind;

/// Through how many sentences before its own a pronoun is followed: "He… He… He…".
pub(super) const BACK: usize = 12;

/// How many tokens a subject that opens its clause has at most, an article or a title included.
pub(super) const SUBJECT: usize = 4;

/// How many tokens a phrase has at most that says where or when before the subject: "In the United States the company".
const SETTING: usize = 8;

/// Where a clause names the subject of a statement.
pub(super) fn named(text: &Text<'_>, clause: &Range<usize>, statement: &Statement) -> Option<Range<usize>> {
    let subject = statement.subjects.iter().find_map(|subject| stands(text, clause, subject));
    subject.filter(|subject| !is_namesake(text, clause, subject, statement))
}

/// "A worker died on the Farrow site", of a statement on the site: the subjects with which a measure begins, at the head
/// of a clause.
pub(super) fn doers<'a>(
    text: &'a Text<'_>,
    clause: &'a Range<usize>,
    statement: &'a Statement,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let first = |subject: &[Term]| statement.measures.iter().any(|measure| subject.contains(&measure[0]));
    let doing = statement.subjects.iter().filter(move |subject| first(subject));
    doing.filter_map(|subject| stands(text, clause, subject)).filter(|subject| opens(text, clause, subject))
}

/// Whether a sentence names another subject of the statement beside this one: "the site" beside "a worker".
pub(super) fn is_of_another(
    text: &Text<'_>,
    sentence: &Range<usize>,
    subject: &Range<usize>,
    statement: &Statement,
) -> bool {
    let own = |term: &Term| subject.clone().any(|at| text.terms[at] == Some(*term));
    let others = statement.subjects.iter().filter(|other| !other.iter().any(own));
    others.into_iter().any(|other| stands(text, sentence, other).is_some())
}

/// "Anna Dahl" where the statement is of Ole Dahl: whether another given name stands before the surname.
fn is_namesake(text: &Text<'_>, clause: &Range<usize>, subject: &Range<usize>, statement: &Statement) -> bool {
    let Some(given) = subject.start.checked_sub(1).filter(|&at| at >= clause.start) else { return false };
    let token = &text.tokens[given];
    let named = token.kind == TokenKind::Word && token.is_capitalised() && text.tokens[subject.start].is_capitalised();
    let titled = token.word.is_some_and(|word| word.is(Sense::Title) || word.is(Sense::Determiner));
    let own = text.terms[given].is_some_and(|term| statement.words.contains(&term));
    let surname = text.terms[subject.start];
    let full = |words: &Vec<Term>| words.len() > 1 && words.last().copied() == surname;
    named && !titled && !own && statement.subjects.iter().any(full)
}

/// Whether a clause opens with one of the statement's subjects.
pub(super) fn opens_with(text: &Text<'_>, clause: &Range<usize>, statement: &Statement) -> bool {
    let subject = statement.subjects.iter().find_map(|subject| stands(text, clause, subject));
    subject.is_some_and(|subject| opens(text, clause, &subject))
}

/// "The road to the Korsk plant, which was built in 1984, has been closed": whether a clause is about the subject, and not
/// about something that is only near it.
pub(super) fn opens(text: &Text<'_>, clause: &Range<usize>, subject: &Range<usize>) -> bool {
    let leads = |at: usize| {
        let token = &text.tokens[at];
        let small = token.word.is_some_and(|word| word.is(Sense::Determiner) || word.is(Sense::Title));
        small || token.is_capitalised() && !token.word.is_some_and(|word| word.is(Sense::Preposition))
    };
    subject.start - clause.start <= SUBJECT && (clause.start..subject.start).all(leads)
}

/// "somebody", "people": whether a subject stands for whoever it is.
pub(super) fn stands_for_anybody(subject: &str) -> bool {
    Word::find(subject).is_some_and(|word| word.is(Sense::Somebody))
}

/// "She never married": a pronoun that the fact names as its subject, at the head of a clause; "No one was killed", where
/// it is that somebody was.
pub(super) fn pronoun(text: &Text<'_>, clause: &Range<usize>, statement: &Statement) -> Option<Range<usize>> {
    let anybody =
        || phrase_length(text, clause.start, Sense::Somebody).map(|length| clause.start..clause.start + length);
    if let Some(anybody) = Some(statement).filter(|statement| statement.whom == Whom::Anybody).and_then(|_| anybody()) {
        return Some(anybody);
    }
    let first = text.tokens[clause.start].text(text.prose);
    statement.pronouns.iter().any(|own| own.eq_ignore_ascii_case(first)).then_some(clause.start..clause.start + 1)
}

/// What a pronoun may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refers {
    ToPerson,
    ToThing,
}

impl Refers {
    pub(super) fn of(word: &str) -> Option<Self> {
        let is = |pronoun: &str| word.eq_ignore_ascii_case(pronoun);
        match () {
            () if is("he") || is("she") => Some(Self::ToPerson),
            () if is("it") => Some(Self::ToThing),
            () => None,
        }
    }
}

/// "The craft carries nine instruments. It has a nuclear generator.": the pronoun at the head of a sentence, where the
/// sentences before it are about the subject of the statement, and name nobody else.
pub(super) fn taken_up(text: &Text<'_>, sentence: &Range<usize>, statement: &Statement) -> Option<Range<usize>> {
    let pronoun = sentence.clone().next()?;
    let word = |at: usize| text.tokens[at].text(text.prose);
    let refers = Refers::of(word(pronoun))?;
    let takes_up = |at: usize| word(at).eq_ignore_ascii_case(word(pronoun));
    let found = pronoun..pronoun + 1;
    for before in text.before.iter().rev().take(BACK) {
        let others = || {
            let named = antecedent::persons(text.prose, text.tokens, before.clone());
            let own = |at: usize| text.terms[at].is_some_and(|term| statement.words.contains(&term));
            named.into_iter().any(|name| !name.tokens.clone().any(own))
        };
        if refers == Refers::ToPerson && others() {
            return None;
        }
        if before.clone().next().is_some_and(takes_up) {
            continue;
        }
        if let Some(subject) = subject_of(text, before, statement) {
            let fits = fits(text, before, (&subject, refers), statement);
            return (fits && !has_rival(text, (subject.end..before.end, refers), statement)).then_some(found);
        }
        // "After that she will take a seat. She has accepted an offer."
        if refers == Refers::ToThing || !before.clone().any(takes_up) {
            return None;
        }
    }
    let above = |subject: &Vec<Term>| subject.iter().all(|term| text.above.contains(term));
    let all = text.before.len() <= BACK;
    (all && refers == Refers::ToPerson && statement.subjects.iter().any(above)).then_some(found)
}

/// "met a former senator", "took over from Max Dorn", "lies near Orrin": whether behind the subject of a sentence stands
/// somebody or something else that the next may take up.
fn has_rival(text: &Text<'_>, (rest, refers): (Range<usize>, Refers), statement: &Statement) -> bool {
    let means = |at: usize, sense| text.tokens[at].word.is_some_and(|word| word.is(sense));
    let word = |at: usize| text.tokens[at].text(text.prose);
    let own = |at: usize| text.terms[at].is_some_and(|term| statement.words.contains(&term));
    // "is a senator", ", a former senator,": what the subject is.
    let told_of = |article: usize| {
        let before = article - 1;
        means(before, Sense::Be) || means(before, Sense::Becomes) || matches!(word(before), "," | "as")
    };
    let person = |at: usize| {
        let article = (at.saturating_sub(3).max(rest.start)..at).rev().find(|&at| means(at, Sense::Article));
        (is_of_people(word(at)) || means(at, Sense::Someone))
            && text.tokens[at].kind == TokenKind::Word
            && article.is_some_and(|article| !told_of(article))
    };
    let placed = |at: usize| matches!(word(at - 1), "in" | "at");
    let names = names(text.prose, text.tokens, rest.clone()).into_iter();
    let mut others = names.filter(|name| name.certainty == Certainty::Sure && !placed(name.tokens.start));
    others.any(|name| !name.tokens.clone().any(own)) || refers == Refers::ToPerson && rest.clone().any(person)
}

/// The subject of a statement where a sentence is about it, behind what says where and when.
fn subject_of(text: &Text<'_>, sentence: &Range<usize>, statement: &Statement) -> Option<Range<usize>> {
    let means = |at: usize, sense| text.tokens[at].word.is_some_and(|word: Word| word.is(sense));
    let article = |at: &usize| means(*at, Sense::Article);
    let set = sentence.len() > SETTING && means(sentence.start, Sense::Preposition);
    let behind = (sentence.start + 2..sentence.start + SETTING)
        .filter(|_| set)
        .find(|at| article(at) && !means(at - 1, Sense::Preposition));
    let clauses = [Some(sentence.clone()), behind.map(|start| start..sentence.end)];
    clauses.into_iter().flatten().find_map(|clause| {
        let standing = statement.subjects.iter().filter_map(|subject| stands(text, &clause, subject));
        let mut opening = standing.filter(|subject| opens(text, &clause, subject));
        opening.find(|subject| {
            let possessive =
                text.tokens.get(subject.end).is_some_and(|next| next.text(text.prose).starts_with(['\'', '’']));
            !possessive && !is_namesake(text, &clause, subject, statement)
        })
    })
}

/// Whether a pronoun may stand for a subject: "he" for a man, "it" for a thing that is alone in its sentence, or for a body
/// that speaks, which does more than others.
fn fits(
    text: &Text<'_>,
    sentence: &Range<usize>,
    (subject, refers): (&Range<usize>, Refers),
    statement: &Statement,
) -> bool {
    let last = &text.tokens[subject.end - 1];
    let word = last.text(text.prose);
    match refers {
        Refers::ToPerson => last.is_capitalised() || is_of_people(word),
        Refers::ToThing => {
            let body = last.word.is_some_and(|word| word.is(Sense::Institution) && word.is(Sense::Source));
            let one = |at: usize| ["a", "an"].iter().any(|one| text.tokens[at].text(text.prose) == *one);
            let alone = body || !(subject.end..sentence.end).any(one);
            alone && statement.whom != Whom::Known && !is_of_people(word)
        }
    }
}
