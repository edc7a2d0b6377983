//! Whether a sentence asserts or denies a statement: its subject, then its measure, with nothing
//! between them but what joins or negates them.

use std::ops::Range;

use super::passage::{Text, has_phrase, is_by_then, negates, phrase_length, stands};
use super::subject::{self, Refers};
use super::{Mood, Statement, Whom, whole};
use crate::check::reading::term::Term;
use crate::claim::Polarity;
use crate::lexicon::{Sense, Word};
use crate::text::{TokenKind, phrase_at};

/// How many words a sentence has at most that leaves what it is of to the one before.
const SHORT: usize = 10;

/// How many tokens before a subject may tell of how many it is: "many of the".
const SOME: usize = 3;

/// A clause that says a statement is so, or that it is not.
#[derive(Debug)]
pub(super) struct Asserted {
    pub(super) clause: Range<usize>,
    pub(super) polarity: Polarity,
}

/// "was": whether with this word a verb tells what is done to its subject.
pub(super) fn is_be(word: &str) -> bool {
    Word::find(word).is_some_and(|word| word.is(Sense::Be))
}

/// Looks for a statement in a sentence.
pub(super) fn find(text: &Text<'_>, sentence: &Range<usize>, statement: &Statement) -> Option<Asserted> {
    let says = |words: &Vec<Term>| words.iter().all(|word| text.terms[sentence.clone()].contains(&Some(*word)));
    let taken_up = subject::taken_up(text, sentence, statement);
    let stood_for = !statement.pronouns.is_empty() || statement.whom == Whom::Anybody;
    let named = statement.subjects.iter().any(says) || stood_for || taken_up.is_some();
    if !named || !statement.measures.iter().any(says) {
        return None;
    }
    let asks = sentence.clone().rev().take(3).any(|at| text.tokens[at].is_sign(text.prose, '?'));
    if asks || has_phrase(text, sentence.clone(), Sense::Corrects) {
        return None;
    }
    let own = clauses(text, sentence).into_iter();
    let related = relative_clauses(text, sentence).into_iter();
    let resumed = resumed_clauses(text, sentence).into_iter();
    let resumed = resumed.filter(|clause| subject::opens_with(text, clause, statement));
    let excluded = |clause: &Range<usize>| statement.not.iter().any(|not| stands(text, clause, not).is_some());
    // "In another fire of that year, somebody was hurt"
    if statement.whom == Whom::Anybody && has_phrase(text, sentence.clone(), Sense::Another) {
        return None;
    }
    own.chain(related).chain(resumed).filter(|clause| !excluded(clause)).find_map(|clause| {
        let subject = subject::named(text, &clause, statement).or_else(|| subject::pronoun(text, &clause, statement));
        let own = subject.and_then(|subject| in_clause(text, sentence, (&clause, subject), statement));
        let taken_up = || taken_up.clone().filter(|taken_up| clause.start == taken_up.start);
        let own = own.or_else(|| {
            let asserted = in_clause(text, sentence, (&clause, taken_up()?), statement)?;
            whole::is_said(text, &clause, asserted.polarity, statement).then_some(asserted)
        });
        own.or_else(|| {
            subject::doers(text, &clause, statement)
                .find_map(|subject| in_clause(text, sentence, (&clause, subject), statement))
        })
    })
}

fn in_clause(
    text: &Text<'_>,
    sentence: &Range<usize>,
    (clause, subject): (&Range<usize>, Range<usize>),
    statement: &Statement,
) -> Option<Asserted> {
    // "Reay has been charged", where the statement is of the master of the Marchmont: the name says who is meant.
    let own = |at: usize| text.terms[at].is_some_and(|term| statement.words.contains(&term));
    // "All of them", "Nobody"
    let common = |at: usize| {
        let common = [Sense::Somebody, Sense::Determiner, Sense::Function, Sense::Wholly];
        text.tokens[at].word.is_some_and(|word| word.is_one_of(common))
    };
    let name = |at: usize| text.tokens[at].is_capitalised() && text.terms[at].is_some() && !common(at);
    let named = subject.clone().any(|at| name(at) && !own(at));
    let measure =
        statement.measures.iter().filter(|measure| named || fits(text, sentence, &subject, measure, statement));
    let measure = measure.filter_map(|measure| stands_behind(text, (sentence, clause), &subject, measure, statement));
    let measure = measure.min_by_key(|measure| measure.start)?;
    let begins = verb_shared(text, clause, &(subject.end..measure.start));
    let between = begins.unwrap_or(subject.end)..measure.start;
    let asides = asides(text, &between);
    let in_aside = |at: usize| asides.iter().any(|aside| aside.contains(&at));
    // ", whose son has been charged", ", under whom hundreds were arrested": what is not theirs.
    let of_others = |at: usize| matches!(text.tokens[at].text(text.prose), "whose" | "whom") && !in_aside(at);
    if between.clone().any(of_others) {
        return None;
    }
    // "It is not known who backs the strike"
    let relative = |at: usize| text.tokens[at].word.is_some_and(|word| word.is(Sense::Relative)) && !in_aside(at);
    if Refers::of(text.tokens[subject.start].text(text.prose)).is_some() && between.clone().any(relative) {
        return None;
    }
    // "Complaints about Lund, 56, were dismissed"
    if between.clone().any(in_aside) && !subject::opens(text, clause, &subject) {
        return None;
    }
    // "Lund has dismissed the claims", of a statement that he has been dismissed.
    let done_to = |at: usize| {
        let word = text.tokens[at].text(text.prose);
        let word = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t")).unwrap_or(word);
        is_be(word)
    };
    let verb = &text.tokens[measure.start];
    let participle = verb.text(text.prose).ends_with("ed") || verb.word.is_some_and(|word| word.is(Sense::PastTense));
    let passive = between.clone().any(|at| done_to(at) && !in_aside(at));
    if statement.passive && participle && !passive {
        return None;
    }
    // "Ivan Dart, who preceded Marek Orlo, signed"
    let related = matches!(text.tokens[clause.start].text(text.prose), "who" | "which");
    if related && between.clone().any(|at| text.tokens[at].is_sign(text.prose, ',')) {
        return None;
    }
    // "Per Moe, who worked for Dahl, has been charged": Dahl is named in passing.
    if self::asides(text, clause).iter().any(|aside| aside.contains(&subject.start) && !aside.contains(&measure.start))
    {
        return None;
    }
    // "convicted Lund's brother"
    let owner = |name: Range<usize>| {
        let next = text.tokens.get(name.end).filter(|next| next.glued);
        next.is_some_and(|next| next.text(text.prose).starts_with(['\'', '’']))
    };
    let behind = measure.end..clause.end;
    if statement.subjects.iter().filter_map(|subject| stands(text, &behind, subject)).any(owner) {
        return None;
    }
    let mut strangers = between.clone().filter(|&at| is_stranger(text, at, statement) && !in_aside(at));
    let stranger = strangers.next();
    let foreign = strangers.next().is_some() || stranger.is_some_and(|at| is_verb(text, at, &between));
    if foreign || !is_asserted(text, sentence, (clause, begins), (&subject, &measure), statement) {
        return None;
    }
    let words = begins.unwrap_or(clause.start)..measure.end;
    let polarity = polarity(text, (words, &asides), (&subject, &between), statement)?;
    Some(Asserted { clause: trimmed(text, clause.clone()), polarity })
}

/// Whether the words up to a measure say the statement or deny it; none where they do neither: "have not denied
/// manslaughter".
fn polarity(
    text: &Text<'_>,
    (words, asides): (Range<usize>, &[Range<usize>]),
    (subject, between): (&Range<usize>, &Range<usize>),
    statement: &Statement,
) -> Option<Polarity> {
    let said = |at: &usize| !asides.iter().any(|aside| aside.contains(at));
    let contrary = |at: usize| text.terms[at].is_some_and(|term| statement.contrary.contains(&term));
    // "Nobody was hurt" takes back that somebody was; "Nobody greeted her when she came" takes nothing of hers back.
    let nobody =
        |at: usize| statement.whom == Whom::Anybody && text.tokens[at].text(text.prose).eq_ignore_ascii_case("nobody");
    let denied = |at: &usize| (negates(text, *at) || nobody(*at)) && !measure_word(text, *at, statement);
    let denials: Vec<usize> = words.clone().filter(said).filter(denied).collect();
    let takes_back = words.clone().filter(said).any(contrary);
    // "Workers who did not die were flown out"
    let means = |at: usize, sense| text.tokens[at].word.is_some_and(|word| word.is(sense));
    let chosen = |at: usize| means(at, Sense::Relative) && !text.tokens[at - 1].is_sign(text.prose, ',');
    let narrowed = !denials.is_empty() && between.clone().filter(said).any(chosen);
    let leaves_open = denials.iter().any(|&at| is_of_part(text, at, words.start..subject.start));
    if takes_back && !denials.is_empty() || narrowed || leaves_open {
        return None;
    }
    let denied = takes_back || denials.len() % 2 == 1;
    Some(if denied { Polarity::Denied } else { Polarity::Affirmed })
}

/// "Not all of them have admitted it", "Nobody else was hurt", "Many passengers were not hurt": whether a denial is of some
/// alone and leaves open what is so of the others; what stands before the subject says of how many it is.
fn is_of_part(text: &Text<'_>, denial: usize, before: Range<usize>) -> bool {
    let means = |at: usize, sense| text.tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.is(sense));
    let counts = |sense| matches!(sense, Sense::Vague(..) | Sense::Cardinal(_) | Sense::Wholly | Sense::Partial);
    let part = |at: usize| {
        let token = &text.tokens[at];
        let number = token.kind == TokenKind::Number || token.word.is_some_and(|word| word.senses().any(counts));
        number || token.text(text.prose).eq_ignore_ascii_case("some")
    };
    let is_else = |at: usize| text.tokens.get(at).is_some_and(|token| token.text(text.prose) == "else");
    let others = (denial + 1..denial + 3).any(|at| is_else(at) || means(at, Sense::Partial));
    let beside = before.end.saturating_sub(SOME).max(before.start)..before.end;
    let mut beside = beside.rev().take_while(|&at| text.tokens[at].kind != TokenKind::Symbol);
    means(denial + 1, Sense::Wholly) || others || before.end <= denial && beside.any(part)
}

/// ", 61, who was among the survivors,": what is told of the subject in passing, between commas, before its verb.
fn asides(text: &Text<'_>, between: &Range<usize>) -> Vec<Range<usize>> {
    let comma = |at: &usize| text.tokens[*at].is_sign(text.prose, ',');
    let commas: Vec<usize> = between.clone().filter(comma).collect();
    let in_passing = |pair: &&[usize]| {
        let first = &text.tokens[pair[0] + 1];
        let related = matches!(first.text(text.prose), "who" | "which" | "whose");
        // "Olave, elected in June,": right behind the subject.
        let participle = pair[0] == between.start && first.text(text.prose).ends_with("ed");
        related || participle || is_figure(text, pair[0] + 1..pair[1])
    };
    commas.windows(2).filter(in_passing).map(|pair| pair[0] + 1..pair[1]).collect()
}

/// ", 61,", ", 120 km/h,": whether there is nothing but a number and its unit.
fn is_figure(text: &Text<'_>, stretch: Range<usize>) -> bool {
    let unit = |sense: &Sense| matches!(sense, Sense::Unit(..));
    let length =
        |at: usize| phrase_at(text.prose, text.tokens, at, |phrase| phrase.senses.iter().any(unit).then_some(()));
    let behind = stretch.start + 1;
    let whole = || length(behind).is_some_and(|(length, ())| behind + length == stretch.end);
    text.tokens[stretch.start].kind == TokenKind::Number && (behind == stretch.end || whole())
}

/// "Holmes faced 11 counts and did not testify": where a second verb begins that has the subject of the clause.
fn verb_shared(text: &Text<'_>, clause: &Range<usize>, between: &Range<usize>) -> Option<usize> {
    let means = |at: usize, sense| text.tokens[at].word.is_some_and(|word| word.is(sense));
    let verb = |at: usize| {
        let senses = [Sense::Becomes, Sense::Holds, Sense::Inverts, Sense::Modal, Sense::PastTense, Sense::Negation];
        senses.iter().any(|&sense| means(at, sense))
    };
    let joins = |at: usize| matches!(text.tokens[at].text(text.prose), "and" | "but");
    let subject_opens = between.start - clause.start <= subject::SUBJECT;
    // "fell in 1911 and was not open for years", "did not resign at once"
    let timed = has_phrase(text, between.end..clause.end, Sense::Timely);
    // "borders Sudland, which left the union and is not a member"
    let plain = |at: usize| !(between.start..at).any(|at| means(at, Sense::Relative));
    between.clone().rev().find(|&at| subject_opens && joins(at) && verb(at + 1) && plain(at) && !timed).map(|at| at + 1)
}

/// Where a measure stands behind a subject, which may have some of its words: "worker died" behind "one worker".
fn stands_behind(
    text: &Text<'_>,
    (sentence, clause): (&Range<usize>, &Range<usize>),
    subject: &Range<usize>,
    words: &[Term],
    statement: &Statement,
) -> Option<Range<usize>> {
    let rest = subject.end..clause.end;
    stands(text, &rest, words).or_else(|| {
        let told = |word: &&Term| subject.clone().any(|at| text.terms[at] == Some(**word));
        let behind: Vec<Term> = words.iter().skip_while(told).copied().collect();
        let shared = !behind.is_empty() && behind.len() < words.len();
        let doer = shared && subject::is_of_another(text, sentence, subject, statement);
        doer.then(|| stands(text, &rest, &behind)).flatten()
    })
}

/// Whether a measure says enough: by words of its own, with another word of the statement near, or where the sentence has
/// nothing else in it and the draft tells of the rest: "Halvane testified."
fn fits(
    text: &Text<'_>,
    sentence: &Range<usize>,
    subject: &Range<usize>,
    measure: &[Term],
    statement: &Statement,
) -> bool {
    let other = |within: Range<usize>| {
        within.into_iter().any(|at| text.terms[at].is_some_and(|term| statement.others.contains(&term)))
    };
    // "The storm passed on Friday. No turbine was damaged."
    let passing = || asides(text, &(subject.end..sentence.end)).iter().map(|aside| aside.len() + 2).sum::<usize>();
    let before = || text.before.last().cloned().filter(|_| sentence.len() <= SHORT + passing());
    // "Several ballots were lost, Moor said."
    let said = sentence.start..whole::source(text, sentence).unwrap_or(sentence.end);
    let counts = |sense: Sense| matches!(sense, Sense::Vague(..) | Sense::Cardinal(_));
    let counted = |at: usize| {
        let token = &text.tokens[at];
        at < subject.start && token.word.is_some_and(|word| word.senses().any(counts))
    };
    let bare = || said.clone().all(|at| subject.contains(&at) || counted(at) || !is_stranger(text, at, statement));
    let told = || statement.others.iter().all(|term| (text.mentions)(*term));
    measure.len() > 1
        || statement.others.is_empty()
        || other(sentence.clone())
        || before().is_some_and(other)
        || bare() && told()
}

/// A word between subject and measure that is neither the statement's nor a mere joint.
fn is_stranger(text: &Text<'_>, at: usize, statement: &Statement) -> bool {
    let token = &text.tokens[at];
    let own = text.terms[at].is_some_and(|term| statement.words.contains(&term));
    let adverb = token.text(text.prose).ends_with("ly") || token.word.is_some_and(|word| word.is(Sense::BeforeVerb));
    let joint = token.word.is_some_and(|word| {
        word.senses().any(|sense| {
            matches!(
                sense,
                Sense::Function | Sense::Negation | Sense::Article | Sense::Pronoun | Sense::Opener | Sense::Modal
            )
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
    (clause, begins): (&Range<usize>, Option<usize>),
    (subject, measure): (&Range<usize>, &Range<usize>),
    statement: &Statement,
) -> bool {
    let before = clause.start..measure.start;
    // "Brannock hopes to grow and will close a yard": what is hoped ends before a second verb that is none of the hopes.
    let helps = |at: &usize| !matches!(text.tokens[*at].text(text.prose), "have" | "do");
    let inverts = |at: &usize| text.tokens[*at].word.is_some_and(|word| word.is(Sense::Inverts));
    let second = begins.filter(|at| helps(at) && inverts(at));
    let hoped = [clause.start..subject.start, second.unwrap_or(subject.end)..measure.start];
    // The subject's own words say nothing of this kind: "the United States".
    let lead = [sentence.start..subject.start, second.unwrap_or(subject.end)..measure.start];
    // "It can be serviced by astronauts", of a statement that says what can be done.
    let modal = |at: usize| statement.mood != Mood::Can || text.tokens[at].text(text.prose) != "can";
    // "had not been charged until Friday", "was nearly charged"
    let word = |at: usize| text.tokens[at].text(text.prose);
    let until = sentence.clone().any(|at| ["until", "till"].iter().any(|own| word(at).eq_ignore_ascii_case(own)));
    let negated = before.clone().any(|at| negates(text, at));
    // "No worker had died before that day"
    let then = (measure.end..sentence.end)
        .any(|at| matches!(word(at), "before" | "when") || is_by_then(text, at..sentence.end));
    let not_yet = |at: usize| matches!(word(at), "not" | "never" | "yet") || then;
    let had = before.clone().any(|at| word(at) == "had" && not_yet(at + 1));
    let hardly = before.clone().any(|at| matches!(word(at), "nearly" | "almost" | "hardly" | "barely"));
    // "a former aide to Dahl, was charged": the name is not what is spoken of.
    let leads_up = |at: usize| matches!(word(at), "to" | "for" | "by" | "with" | "against" | "even" | "of");
    let titles =
        |at: &usize| text.tokens[*at].word.is_some_and(|word| word.is(Sense::Determiner) || word.is(Sense::Title));
    let before_subject = (sentence.start..subject.start).rev().find(|at| !titles(at));
    // "None of the defendants has admitted it"
    let whole = |of: usize| {
        let of = Some(of).filter(|&of| of > sentence.start && word(of) == "of");
        of.is_some_and(|of| matches!(&*word(of - 1).to_ascii_lowercase(), "all" | "none" | "neither" | "each"))
    };
    let in_passing = before_subject.is_some_and(|at| leads_up(at) && !whole(at));
    let hardly = hardly || (subject.end..measure.start).any(|at| word(at) == "being");
    if negated && (until || had) || hardly || in_passing {
        return false;
    }
    let supposes = [Sense::Supposes, Sense::Projects];
    let supposes = hoped.into_iter().any(|stretch| {
        stretch.clone().any(|at| modal(at) && has_phrase(text, at..at + 1, Sense::Modal))
            || supposes.into_iter().any(|sense| has_phrase(text, stretch.clone(), sense))
    });
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
    // "is to be shut down", "is likely to be charged"
    let infinitive = infinitive
        || (subject.end..measure.start).any(|at| {
            word(at) == "to" && matches!(word(at + 1), "be" | "have")
                || statement.mood != Mood::Will && word(at) == "will"
        });
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

fn measure_word(text: &Text<'_>, at: usize, statement: &Statement) -> bool {
    text.terms[at].is_some_and(|term| statement.measures.iter().any(|measure| measure.contains(&term)))
}

/// "Norvania, which is a member, has a coast": the subject before a comma with what is said of it behind.
fn relative_clauses(text: &Text<'_>, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let word = |at: usize| text.tokens[at].text(text.prose);
    let opens =
        |at: &usize| word(*at) == "," && sentence.contains(&(at + 1)) && matches!(word(at + 1), "which" | "who");
    let parts = |at: &usize| parts(text, *at);
    let clause = |comma: usize| {
        let start = |comma: usize| (sentence.start..comma).rev().find(parts).map_or(sentence.start, |at| at + 1);
        let first = start(comma);
        let start = if first > sentence.start && is_figure(text, first..comma) { start(first - 1) } else { first };
        let end = (comma + 1..sentence.end).find(parts).unwrap_or(sentence.end);
        start..end
    };
    sentence.clone().filter(opens).map(clause).filter(|clause| !clause.is_empty()).collect()
}

/// "The master, who was among the survivors, has been charged": a clause whose verb stands behind what is said in passing.
fn resumed_clauses(text: &Text<'_>, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let means = |at: usize, sense| text.tokens.get(at).and_then(|token| token.word).is_some_and(|word| word.is(sense));
    let helps = |at: usize| matches!(text.tokens[at].text(text.prose), "does" | "do" | "did");
    let verb =
        |at: usize| [Sense::Becomes, Sense::Holds, Sense::Modal].into_iter().any(|sense| means(at, sense)) || helps(at);
    let relative = relative_clauses(text, sentence).into_iter();
    relative
        .filter(|clause| sentence.contains(&(clause.end + 1)) && verb(clause.end + 1))
        .map(|clause| clause.start..(clause.end + 1..sentence.end).find(|&at| parts(text, at)).unwrap_or(sentence.end))
        .collect()
}

/// Whether a sign stands here that parts a sentence.
fn parts(text: &Text<'_>, at: usize) -> bool {
    matches!(text.tokens[at].text(text.prose), "," | ";" | ":" | "—" | "–" | "(" | ")")
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
