//! Whether a sentence asserts or denies a statement: its subject, then its measure, with nothing
//! between them but what joins or negates them.

use std::ops::Range;

use super::Statement;
use crate::check::reading::term::Term;
use crate::claim::Polarity;
use crate::lexicon::Sense;
use crate::text::{Token, TokenKind, phrase_at};

/// How many tokens a subject that opens its clause has at most, an article or a title included.
const SUBJECT: usize = 4;

/// How many words a sentence has at most that leaves what it is of to the one before.
const SHORT: usize = 10;

/// The words of a block.
pub(super) struct Text<'a> {
    pub(super) prose: &'a str,
    pub(super) tokens: &'a [Token],
    /// One a token.
    pub(super) terms: &'a [Option<Term>],
    /// The sentence before the one that is read.
    pub(super) before: Option<Range<usize>>,
}

/// A clause that says a statement is so, or that it is not.
#[derive(Debug)]
pub(super) struct Asserted {
    pub(super) clause: Range<usize>,
    pub(super) polarity: Polarity,
}

/// Looks for a statement in a sentence.
pub(super) fn find(text: &Text<'_>, sentence: &Range<usize>, statement: &Statement) -> Option<Asserted> {
    let says = |words: &Vec<Term>| words.iter().all(|word| text.terms[sentence.clone()].contains(&Some(*word)));
    let named = statement.subjects.iter().any(says) || !statement.pronouns.is_empty();
    if !named || !statement.measures.iter().any(says) {
        return None;
    }
    let asks = sentence.clone().rev().take(3).any(|at| text.tokens[at].is_sign(text.prose, '?'));
    if asks || has_phrase(text, sentence.clone(), Sense::Corrects) {
        return None;
    }
    let related = relative_clauses(text, sentence);
    let own = clauses(text, sentence).into_iter().find_map(|clause| in_clause(text, sentence, clause, statement));
    own.or_else(|| related.into_iter().find_map(|clause| in_clause(text, sentence, clause, statement)))
}

fn in_clause(
    text: &Text<'_>,
    sentence: &Range<usize>,
    clause: Range<usize>,
    statement: &Statement,
) -> Option<Asserted> {
    let subject = statement.subjects.iter().find_map(|subject| stands(text, &clause, subject));
    let subject = subject.or_else(|| pronoun(text, &clause, statement))?;
    let rest = subject.end..clause.end;
    let measure = statement.measures.iter().filter(|measure| fits(text, sentence, measure, statement));
    let measure = measure.filter_map(|measure| stands(text, &rest, measure)).min_by_key(|measure| measure.start)?;
    let begins = verb_shared(text, &clause, &(subject.end..measure.start));
    let between = begins.unwrap_or(subject.end)..measure.start;
    let mut strangers = between.clone().filter(|&at| is_stranger(text, at, statement));
    let stranger = strangers.next();
    let foreign = strangers.next().is_some() || stranger.is_some_and(|at| is_verb(text, at, &between));
    if foreign || !is_asserted(text, sentence, &clause, &(subject.clone(), measure.clone())) {
        return None;
    }
    let negations = (begins.unwrap_or(clause.start)..measure.end)
        .filter(|&at| negates(text, at) && !measure_word(text, at, statement))
        .count();
    let polarity = if negations % 2 == 1 { Polarity::Denied } else { Polarity::Affirmed };
    Some(Asserted { clause: trimmed(text, clause), polarity })
}

/// "She never married": a pronoun that the fact names as its subject, at the head of a clause.
fn pronoun(text: &Text<'_>, clause: &Range<usize>, statement: &Statement) -> Option<Range<usize>> {
    let first = text.tokens[clause.start].text(text.prose);
    statement.pronouns.iter().any(|own| own.eq_ignore_ascii_case(first)).then_some(clause.start..clause.start + 1)
}

/// "Holmes faced 11 counts and did not testify": where a second verb begins that has the subject of the clause.
fn verb_shared(text: &Text<'_>, clause: &Range<usize>, between: &Range<usize>) -> Option<usize> {
    let means = |at: usize, sense| text.tokens[at].word.is_some_and(|word| word.is(sense));
    let verb = |at: usize| {
        let senses = [Sense::Becomes, Sense::Holds, Sense::Modal, Sense::PastTense, Sense::Negation];
        senses.iter().any(|&sense| means(at, sense)) || matches!(text.tokens[at].text(text.prose), "did" | "does")
    };
    let joins = |at: usize| matches!(text.tokens[at].text(text.prose), "and" | "but");
    let subject_opens = between.start - clause.start <= SUBJECT;
    // "fell in 1911 and was not open for years", "did not resign at once"
    let timed = has_phrase(text, between.end..clause.end, Sense::Timely);
    // "borders Sudland, which left the union and is not a member"
    let plain = |at: usize| !(between.start..at).any(|at| means(at, Sense::Relative));
    between.clone().rev().find(|&at| subject_opens && joins(at) && verb(at + 1) && plain(at) && !timed).map(|at| at + 1)
}

/// The shortest stretch, from its first word on, in which all words of an alternative stand.
fn stands(text: &Text<'_>, within: &Range<usize>, words: &[Term]) -> Option<Range<usize>> {
    let start = within.clone().find(|&at| text.terms[at].is_some_and(|term| words.contains(&term)))?;
    let reach = within.end.min(start + words.len() * 3 + 2);
    let mut end = start;
    for word in words {
        let at = (start..reach).find(|&at| text.terms[at] == Some(*word))?;
        end = end.max(at + 1);
    }
    // A phrase that is one term has it at each of its words.
    while end < within.end && text.terms[end].is_some() && text.terms[end] == text.terms[end - 1] {
        end += 1;
    }
    Some(start..end)
}

/// Whether a measure says enough: by words of its own, or with another word of the statement near.
fn fits(text: &Text<'_>, sentence: &Range<usize>, measure: &[Term], statement: &Statement) -> bool {
    let other = |within: Range<usize>| {
        within.into_iter().any(|at| text.terms[at].is_some_and(|term| statement.others.contains(&term)))
    };
    // "The storm passed on Friday. No turbine was damaged."
    let before = || text.before.clone().filter(|_| sentence.len() <= SHORT);
    measure.len() > 1 || statement.others.is_empty() || other(sentence.clone()) || before().is_some_and(other)
}

/// A word between subject and measure that is neither the statement's nor a mere joint.
fn is_stranger(text: &Text<'_>, at: usize, statement: &Statement) -> bool {
    let token = &text.tokens[at];
    let own = text.terms[at].is_some_and(|term| statement.words.contains(&term));
    let adverb = token.text(text.prose).ends_with("ly") || token.word.is_some_and(|word| word.is(Sense::BeforeVerb));
    let joint = token.word.is_some_and(|word| {
        word.senses().any(|sense| {
            matches!(sense, Sense::Function | Sense::Negation | Sense::Article | Sense::Pronoun | Sense::Opener)
        })
    });
    token.kind != TokenKind::Symbol && !own && !adverb && !joint && !negates(text, at)
}

/// Whether a word of its own between subject and measure is what the clause says of the subject:
/// "borders a member", "has broken its permit". "Is a founding member" only describes the measure, and
/// "operates without a permit" tells of it whatever the verb.
fn is_verb(text: &Text<'_>, at: usize, between: &Range<usize>) -> bool {
    let means = |at: usize, sense| text.tokens[at].word.is_some_and(|word| word.is(sense));
    let word = text.tokens[at].text(text.prose);
    let joins = means(at, Sense::Becomes) || means(at, Sense::Holds) || negates(text, at + 1);
    let determined = (between.start..at).any(|at| means(at, Sense::Article));
    let first = (between.start..at)
        .all(|at| text.tokens[at].kind == TokenKind::Symbol || means(at, Sense::Opener) || word.ends_with("ly"));
    let participle = word.ends_with("ed") || word.ends_with("en") || means(at, Sense::PastTense);
    !joins && !determined && (first || participle)
}

/// Whether the clause is said to be so by the text itself.
fn is_asserted(
    text: &Text<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    (subject, measure): &(Range<usize>, Range<usize>),
) -> bool {
    let before = clause.start..measure.start;
    // The subject's own words say nothing of this kind: "the United States".
    let lead = [sentence.start..subject.start, subject.end..measure.start];
    let supposes = [Sense::Supposes, Sense::Modal, Sense::Projects];
    let supposes = supposes.into_iter().any(|sense| has_phrase(text, before.clone(), sense));
    let inverted = text.tokens[clause.start].word.is_some_and(|word| word.is(Sense::Inverts));
    // "was once a member": at another time.
    let elsewhen = has_phrase(text, subject.end..measure.start, Sense::Past);
    // "Critics say the dam failed": somebody else's assertion. "The dam failed, the police said" gives a source.
    let leads = |sense| lead.iter().any(|lead| has_phrase(text, lead.clone(), sense));
    let reported = leads(Sense::Saying) || leads(Sense::Disclaims);
    let compared = has_phrase(text, before, Sense::Compares);
    // "They want the tunnel to have a door".
    let small =
        |at: usize| text.tokens.get(at).is_some_and(|token| !token.is_capitalised() && token.kind == TokenKind::Word);
    let article =
        text.tokens.get(subject.end + 1).and_then(|next| next.word).is_some_and(|word| word.is(Sense::Article));
    let infinitive = text.tokens[subject.end].text(text.prose) == "to" && small(subject.end + 1) && !article;
    // "had not signed it in 2010", "no country but Kestria": of another time, or of the others.
    let elsewhen = elsewhen || is_dated_perfect(text, clause, subject.end..measure.start);
    let others = subject.start.checked_sub(1).filter(|&at| at > clause.start);
    let excepted = others.is_some_and(|at| text.tokens[at].word.is_some_and(|word| word.is(Sense::Excepts)));
    !supposes
        && !inverted
        && !infinitive
        && !elsewhen
        && !excepted
        && !reported
        && !compared
        && !is_believed(text, sentence, subject)
}

/// "had not signed it in 2010": what was so before another time.
fn is_dated_perfect(text: &Text<'_>, clause: &Range<usize>, mut between: Range<usize>) -> bool {
    let is_year = |at: usize| {
        let token = &text.tokens[at];
        token.kind == TokenKind::Number && token.end - token.start == 4
    };
    between.any(|at| text.tokens[at].text(text.prose) == "had") && clause.clone().any(is_year)
}

/// "Fears that the vaccine fails": what stands behind "that" is somebody's belief, unless the text
/// vouches for it.
fn is_believed(text: &Text<'_>, sentence: &Range<usize>, subject: &Range<usize>) -> bool {
    let article = |at: &usize| text.tokens[*at].word.is_some_and(|word| word.is(Sense::Article));
    let first = (sentence.start..subject.start).rev().find(|at| !article(at));
    let that = first.filter(|&at| at > sentence.start && text.tokens[at].text(text.prose) == "that");
    // "is that", "true that": a phrase of up to three words ends with it.
    let vouched = |that: usize| {
        (that.saturating_sub(2).max(sentence.start)..that)
            .any(|at| phrase_length(text, at, Sense::Vouches).is_some_and(|length| at + length == that + 1))
    };
    that.is_some_and(|that| !vouched(that))
}

/// "not", "never", "doesn't", "refused", "is yet to".
fn negates(text: &Text<'_>, at: usize) -> bool {
    let Some(token) = text.tokens.get(at) else { return false };
    let word = token.text(text.prose);
    let contracted = word.ends_with("n't") || word.ends_with("n’t");
    let means = |at: usize, sense| text.tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.is(sense));
    let adds = means(at + 1, Sense::Adds);
    contracted || (means(at, Sense::Negation) && !adds) || has_phrase(text, at..at + 1, Sense::Denies)
}

fn measure_word(text: &Text<'_>, at: usize, statement: &Statement) -> bool {
    text.terms[at].is_some_and(|term| statement.measures.iter().any(|measure| measure.contains(&term)))
}

fn has_phrase(text: &Text<'_>, mut stretch: Range<usize>, sense: Sense) -> bool {
    stretch.any(|at| phrase_length(text, at, sense).is_some())
}

/// How many tokens a phrase of this sense takes that begins here.
fn phrase_length(text: &Text<'_>, at: usize, sense: Sense) -> Option<usize> {
    let found = phrase_at(text.prose, text.tokens, at, |phrase| phrase.senses.contains(&sense).then_some(()));
    found.map(|(length, ())| length)
}

/// "Norvania, which is a member, has a coast": the subject before a comma with what is said of it behind.
fn relative_clauses(text: &Text<'_>, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let word = |at: usize| text.tokens[at].text(text.prose);
    let opens =
        |at: &usize| word(*at) == "," && sentence.contains(&(at + 1)) && matches!(word(at + 1), "which" | "who");
    let parts = |at: &usize| matches!(word(*at), "," | ";" | ":" | "—" | "–" | "(" | ")");
    let clause = |comma: usize| {
        let start = (sentence.start..comma).rev().find(parts).map_or(sentence.start, |at| at + 1);
        let end = (comma + 1..sentence.end).find(parts).unwrap_or(sentence.end);
        start..end
    };
    sentence.clone().filter(opens).map(clause).filter(|clause| !clause.is_empty()).collect()
}

/// The clauses of a sentence: between semicolons, dashes, brackets, and commas before a conjunction.
fn clauses(text: &Text<'_>, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = sentence.start;
    for at in sentence.clone() {
        let parts = match text.tokens[at].text(text.prose) {
            ";" | ":" | "—" | "–" | "(" | ")" => true,
            "," => text.tokens.get(at + 1).is_some_and(|next| next.word.is_some_and(|word| word.is(Sense::Parts))),
            _ => false,
        };
        if parts {
            if start < at {
                clauses.push(start..at);
            }
            start = at + 1;
        }
    }
    if start < sentence.end {
        clauses.push(start..sentence.end);
    }
    clauses
}

/// A clause without the signs and conjunction at its ends.
fn trimmed(text: &Text<'_>, clause: Range<usize>) -> Range<usize> {
    let is_sign = |at: usize| text.tokens[at].kind == TokenKind::Symbol;
    let joins = |at: usize| matches!(text.tokens[at].text(text.prose), "but" | "and" | "so" | "yet" | "while");
    let start = clause.clone().find(|&at| !is_sign(at) && !joins(at)).unwrap_or(clause.start);
    let end = (start..clause.end).rev().find(|&at| !is_sign(at)).map_or(clause.end, |last| last + 1);
    start..end
}
