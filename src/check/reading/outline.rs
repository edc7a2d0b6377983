//! How a sentence is put together, as far as matching needs it: its clauses, the names in them,
//! and what is only compared, supposed or planned.

use std::ops::Range;

use super::term::is_acronym;
use crate::extract::name::is_syllable;
use crate::lexicon::{Sense, Word};
use crate::text::{Token, TokenKind, phrase_at};

/// A sentence taken apart. Positions are tokens of its block.
#[derive(Debug)]
pub(crate) struct Outline {
    /// In order; together they are the sentence.
    pub(crate) clauses: Vec<Clause>,
    /// In order.
    pub(crate) names: Vec<Name>,
    /// Whether the sentence asserts anything at all.
    pub(crate) mood: Mood,
    pub(crate) pairing: Pairing,
}

/// How the names and the figures of a sentence belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pairing {
    /// By how they stand to each other.
    Free,
    /// "respectively": the first with the first, the second with the second.
    InOrder,
}

/// A stretch between commas, conjunctions and other seams.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    pub(crate) tokens: Range<usize>,
    /// What it begins with.
    pub(crate) seam: Seam,
}

/// What a clause begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seam {
    /// The sentence itself.
    Start,
    /// A semicolon, colon or dash: a sentence of its own.
    Break,
    /// "and", "but", "or".
    And,
    /// A comma alone.
    Comma,
    /// "who", "when", "after": it depends on the clause before it.
    Subordinate,
    /// A preposition between commas, or brackets: said aside.
    Aside,
    /// "than", "unlike", "beating": named for comparison only.
    Compared,
    /// "if", "unless": not asserted.
    Supposed,
}

/// A capitalised name.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) tokens: Range<usize>,
    pub(crate) certainty: Certainty,
    /// Whether a possessive follows it.
    pub(crate) possessive: bool,
    pub(crate) part: Part,
}

/// What a name does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// It is spoken of.
    Spoken,
    /// It speaks: "said Carla Ostrander".
    Speaker,
}

/// Whether the capital shows a name, or may be that of the sentence's first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Certainty {
    Sure,
    Doubtful,
}

/// What a sentence does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    Asserts,
    Asks,
    /// It repeats an error to mend it.
    Corrects,
}

impl Outline {
    /// Takes a sentence apart; `figures` are the tokens of the claims in it, inside which nothing
    /// parts.
    pub(crate) fn of(prose: &str, tokens: &[Token], sentence: Range<usize>, figures: &[Range<usize>]) -> Self {
        let mut names = names(prose, tokens, sentence.clone());
        let named_aside = names.iter().filter(|name| is_apposed(prose, tokens, name));
        let whole: Vec<Range<usize>> =
            figures.iter().cloned().chain(named_aside.map(|name| name.tokens.start - 1..name.tokens.end + 1)).collect();
        let clauses = clauses(prose, tokens, sentence.clone(), &whole);
        let asks = sentence.clone().rev().take(3).any(|at| tokens[at].is_sign(prose, '?'));
        let corrects = sentence.clone().any(|at| has_sense(prose, tokens, at, Sense::Corrects).is_some());
        let mood = match (asks, corrects) {
            (true, _) => Mood::Asks,
            (false, true) => Mood::Corrects,
            (false, false) => Mood::Asserts,
        };
        names.retain(|name| !figures.iter().any(|figure| figure.contains(&name.tokens.start)));
        // "beat United 3-2" names no United 3.
        for name in &mut names {
            let figure = figures.iter().find(|figure| (name.tokens.start + 1..name.tokens.end).contains(&figure.start));
            name.tokens.end = figure.map_or(name.tokens.end, |figure| figure.start);
        }
        let respectively = sentence.clone().any(|at| tokens[at].text(prose).eq_ignore_ascii_case("respectively"));
        let pairing = if respectively { Pairing::InOrder } else { Pairing::Free };
        Self { clauses, names, mood, pairing }
    }

    /// "which tried and failed to buy it": the first of the clauses that "and" joins one to.
    pub(crate) fn joined_from(&self, clause: usize) -> usize {
        (0..=clause).rev().find(|&at| self.clauses[at].seam != Seam::And).unwrap_or(clause)
    }

    /// The clause that holds a token.
    pub(crate) fn clause_of(&self, token: usize) -> usize {
        self.clauses.partition_point(|clause| clause.tokens.start <= token).saturating_sub(1)
    }

    /// The names that begin in a clause.
    pub(crate) fn names_in(&self, clause: usize) -> impl Iterator<Item = &Name> {
        let Range { start, end } = self.clauses[clause].tokens;
        let first = self.names.partition_point(|name| name.tokens.start < start);
        self.names[first..].iter().take_while(move |name| name.tokens.start < end)
    }
}

/// How many tokens the phrase with this sense at `at` takes; none where there is none.
pub(crate) fn has_sense(prose: &str, tokens: &[Token], at: usize, sense: Sense) -> Option<usize> {
    tokens.get(at)?.word.filter(|word| word.may_mean(sense))?;
    phrase_at(prose, tokens, at, |phrase| phrase.senses.contains(&sense).then_some(())).map(|(length, ())| length)
}

/// "signed", "ruled", "sold": whether a word is a past tense.
pub(crate) fn is_past_tense(prose: &str, token: &Token) -> bool {
    let is = |sense| token.word.is_some_and(|word| word.is(sense));
    let text = token.text(prose);
    is(Sense::PastTense) || text.len() > 3 && text.ends_with("ed") && !is(Sense::Unverbal)
}

/// Whether a word before a figure leaves open what is done, or says what a thing has in all.
pub(in crate::check) fn leaves_open(word: Word) -> bool {
    word.senses().any(|sense| {
        matches!(
            sense,
            Sense::Holds
                | Sense::Function
                | Sense::Preposition
                | Sense::Opens
                | Sense::Pronoun
                | Sense::Article
                | Sense::Adjective
                | Sense::Modal
                | Sense::Compares
                | Sense::Title
                | Sense::Whole
        )
    })
}

/// "left the capital, Orsena, at", "its oldest stretch, the Marlow Tunnel, was": whether a name stands between commas
/// behind the noun that it is the name of.
fn is_apposed(prose: &str, tokens: &[Token], name: &Name) -> bool {
    let comma = |at: usize| tokens.get(at).is_some_and(|token| token.is_sign(prose, ','));
    let means = |at: usize, sense| tokens[at].word.is_some_and(|word| word.is(sense));
    let article = name.tokens.start.checked_sub(1).filter(|&at| tokens[at].text(prose) == "the");
    let start = article.unwrap_or(name.tokens.start);
    let Some(noun) = start.checked_sub(2).filter(|&noun| noun > 0) else { return false };
    let plain = tokens[noun].kind == TokenKind::Word && !tokens[noun].is_capitalised();
    let small = [Sense::Function, Sense::Preposition, Sense::Opens].iter().any(|&sense| means(noun, sense));
    let the = (noun.saturating_sub(3)..noun).any(|at| means(at, Sense::Article));
    let listed = tokens
        .get(name.tokens.end + 1)
        .is_some_and(|next| next.is_capitalised() || matches!(next.text(prose), "and" | "or"));
    let stands = comma(start - 1) && comma(name.tokens.end);
    name.certainty == Certainty::Sure && stands && plain && !small && the && !listed
}

/// Splits a sentence where commas, conjunctions and other seams stand, but not inside what holds together.
fn clauses(prose: &str, tokens: &[Token], sentence: Range<usize>, figures: &[Range<usize>]) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    let mut open = Clause { tokens: sentence.start..sentence.start, seam: Seam::Start };
    let mut at = sentence.start;
    while at < sentence.end {
        if let Some(figure) = figures.iter().find(|figure| figure.contains(&at)) {
            at = figure.end.max(at + 1);
            continue;
        }
        if let Some((length, seam)) = seam_at(prose, tokens, at) {
            // "covers 318 square kilometres (123 square miles) of sea": behind the brackets the clause goes on.
            let of = tokens.get(at + 1).is_some_and(|next| next.text(prose) == "of");
            let goes_on = clauses.last().filter(|_| of && tokens[at].is_sign(prose, ')'));
            let seam = goes_on.map_or(seam, |before| before.seam);
            let begins = match seam {
                // The sign parts two clauses and belongs to neither.
                _ if tokens[at].kind == TokenKind::Symbol => at + 1,
                _ => at,
            };
            if at > open.tokens.start {
                open.tokens.end = at;
                clauses.push(open);
                open = Clause { tokens: begins..begins, seam };
            } else {
                // Two seams in a row: the word says more than the sign.
                open = Clause { tokens: begins..begins, seam: stronger(open.seam, seam) };
            }
            at = begins.max(at + length);
        } else {
            at += 1;
        }
    }
    open.tokens.end = sentence.end;
    clauses.push(open);
    mark_asides(prose, tokens, &mut clauses);
    clauses
}

fn stronger(before: Seam, now: Seam) -> Seam {
    match (before, now) {
        (Seam::Break, Seam::Comma | Seam::And) => Seam::Break,
        (Seam::Start, Seam::Comma | Seam::Break | Seam::And | Seam::Aside) => Seam::Start,
        (_, now) => now,
    }
}

fn seam_at(prose: &str, tokens: &[Token], at: usize) -> Option<(usize, Seam)> {
    let token = &tokens[at];
    if token.kind == TokenKind::Symbol {
        return match token.text(prose) {
            "," => Some((1, Seam::Comma)),
            ";" | ":" | "—" => Some((1, Seam::Break)),
            "–" | "-" if !token.glued => Some((1, Seam::Break)),
            "(" if is_short_form(prose, tokens, at + 1) => None,
            ")" if at > 1 && is_short_form(prose, tokens, at - 1) => None,
            "(" | ")" => Some((1, Seam::Aside)),
            _ => None,
        };
    }
    // "bed-and-breakfast rooms"
    if token.glued && at > 0 && tokens[at - 1].is_sign(prose, '-') {
        return None;
    }
    for (sense, seam) in [(Sense::Compares, Seam::Compared), (Sense::Supposes, Seam::Supposed)] {
        if let Some(length) = has_sense(prose, tokens, at, sense) {
            return Some((length, seam));
        }
    }
    // "against 1,456 the year before", ", against $2,400 in Chicago": a figure must follow.
    let text = token.text(prose);
    if text.eq_ignore_ascii_case("against") && at > 0 && tokens[at - 1].is_sign(prose, ',') {
        return Some((1, Seam::Compared));
    }
    // "confirmed 11 deaths that evening": a time.
    if text == "that" && has_sense(prose, tokens, at, Sense::Past).is_some() {
        return None;
    }
    let length = has_sense(prose, tokens, at, Sense::Opens)?;
    let seam = if ["and", "or", "but"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
        Seam::And
    } else {
        Seam::Subordinate
    };
    Some((length, seam))
}

/// "the National Statistics Office (NSO) said": whether a token stands alone in brackets as the short form of a name.
fn is_short_form(prose: &str, tokens: &[Token], at: usize) -> bool {
    let sign = |at: usize, sign| tokens.get(at).is_some_and(|token| token.is_sign(prose, sign));
    let opens = at > 1 && sign(at - 1, '(') && sign(at + 1, ')');
    opens && is_acronym(tokens[at].text(prose)) && tokens[at - 2].is_capitalised()
}

/// "In Jersey City, across the river from New York, the rent…": what stands between two commas
/// and begins with a preposition or depends on the clause before it is said aside.
fn mark_asides(prose: &str, tokens: &[Token], clauses: &mut [Clause]) {
    // The last first: what is followed by an aside is not closed by its comma.
    for at in (1..clauses.len().saturating_sub(1)).rev() {
        let clause = &clauses[at];
        let closed = clauses[at + 1].seam == Seam::Comma;
        let first = &tokens[clause.tokens.start];
        // "Its last purchase, of Vermeulen in 2016, cost…": what "of" begins completes the words before it.
        let phrase = first.word.is_some_and(|word| word.is(Sense::Preposition) || word.is(Sense::Article))
            && !first.text(prose).eq_ignore_ascii_case("of");
        let participle = first.word.is_some_and(|word| word.is(Sense::Participle)) || first.text(prose).ends_with("ed");
        let aside = match clause.seam {
            Seam::Comma => closed && (phrase || participle),
            Seam::Subordinate => {
                closed
                    && clauses[..at].iter().all(|c| c.seam != Seam::Subordinate)
                    && tokens[clause.tokens.start - 1].is_sign(prose, ',')
            }
            Seam::Start | Seam::Break | Seam::And | Seam::Aside | Seam::Compared | Seam::Supposed => false,
        };
        if aside {
            clauses[at].seam = Seam::Aside;
        }
    }
}

/// The runs of capitalised words of a sentence, with the small words and numbers inside them.
pub(crate) fn names(prose: &str, tokens: &[Token], sentence: Range<usize>) -> Vec<Name> {
    let mut names = Vec::new();
    let mut at = sentence.start;
    let mut first_word = true;
    while at < sentence.end {
        // "WRENFIELD, Idaho — Firefighters used a lull"
        let opens = first_word || at > sentence.start && ends_dateline(prose, tokens, sentence.start..at);
        if tokens[at].kind == TokenKind::Word {
            first_word = false;
        }
        if !names_something(prose, &tokens[at]) {
            at += 1;
            continue;
        }
        let end = name_end(prose, tokens, at, sentence.end);
        if tokens[at..end].iter().all(|token| token.word.is_some_and(|word| word.is(Sense::Nationality)))
            || end == at + 1 && at > sentence.start + 1 && is_demonym(prose, &tokens[at - 2..])
        {
            at = end;
            continue;
        }
        // "Finance Minister Henrik Aalto" names no Finance.
        let office = tokens.get(end).is_some_and(|next| {
            next.is_capitalised() && matches!(next.text(prose), "Minister" | "Secretary" | "Commissioner")
        });
        let holder = tokens.get(end + 1).filter(|_| end + 1 < sentence.end);
        if office && holder.is_some_and(|next| names_something(prose, next)) {
            at = end;
            continue;
        }
        // "Standing 69 metres tall" names no Standing 69.
        let measuring = tokens[at].word.is_some_and(|word| word.is(Sense::Measuring));
        let numbered = || measuring && tokens[at + 1..end].iter().all(|token| token.kind == TokenKind::Number);
        let doubtful = opens && if end == at + 1 { !is_subject(prose, tokens, at, sentence.end) } else { numbered() };
        let certainty = if doubtful { Certainty::Doubtful } else { Certainty::Sure };
        let part = if speaks(prose, tokens, at..end, &sentence) { Part::Speaker } else { Part::Spoken };
        let possessive =
            tokens.get(end).is_some_and(|next| next.glued && next.text(prose).starts_with(['\'', '\u{2019}']));
        names.push(Name { tokens: at..end, certainty, possessive, part });
        at = end;
    }
    names
}

/// "held the Arvonian record": whether the third of some tokens describes by its ending the noun behind it, which opens no
/// clause.
fn is_demonym(prose: &str, tokens: &[Token]) -> bool {
    let [before, article, name, noun, ..] = tokens else { return false };
    let ends = ["ian", "ean", "ish", "ese"].iter().any(|ending| name.text(prose).ends_with(ending));
    let plain =
        noun.kind == TokenKind::Word && !noun.is_capitalised() && !noun.word.is_some_and(|word| word.is(Sense::Saying));
    ends && plain
        && before.kind == TokenKind::Word
        && name.word.is_none()
        && article.word.is_some_and(|word| word.is(Sense::Article))
}

/// "WRENFIELD, Idaho —": whether a sentence begins with a place in capitals and a dash, and nothing more.
fn ends_dateline(prose: &str, tokens: &[Token], before: Range<usize>) -> bool {
    let dash = |at: usize| matches!(tokens[at].text(prose), "—" | "–");
    let place = tokens[before.start].text(prose);
    place.len() > 2
        && place.chars().all(char::is_uppercase)
        && before.clone().find(|&at| dash(at)).is_some_and(|first| first + 1 == before.end)
}

/// "Airbus booked": whether the first word of a sentence is a name by what follows it. A common
/// noun there is mostly a plural or followed by a preposition.
fn is_subject(prose: &str, tokens: &[Token], at: usize, limit: usize) -> bool {
    let text = tokens[at].text(prose);
    let plural = text.ends_with('s') && !text.ends_with("us") && !text.ends_with("ss");
    let abstraction = ["ly", "ion", "ment", "ness", "ity", "age"].iter().any(|end| text.ends_with(end));
    let joins = |sense| matches!(sense, Sense::Preposition | Sense::Opens | Sense::Pronoun | Sense::Article);
    let next = tokens.get(at + 1).filter(|_| at + 1 < limit);
    let verb = next
        .is_some_and(|next| next.kind == TokenKind::Word && !next.word.is_some_and(|word| word.senses().any(joins)));
    // "Lorne, founded in 1921, sold", but not "Yesterday, ".
    let aside = next.is_some_and(|next| next.is_sign(prose, ','));
    (verb || aside) && !plural && !abstraction && !is_common(&tokens[at])
}

/// Whether the lexicon knows a word as anything but a name or part of one.
fn is_common(token: &Token) -> bool {
    let naming = |sense: &Sense| {
        matches!(
            sense,
            Sense::Trap(_) | Sense::Designator(_) | Sense::Affiliation(_) | Sense::Landmark | Sense::Institution
        ) || sense.is_of_a_name()
    };
    token.word.is_some_and(|word| !word.senses().all(|sense| naming(&sense)))
}

/// "said Carla Ostrander", "Carla Ostrander, 58, said": whether a name is the subject of a verb
/// of saying.
fn speaks(prose: &str, tokens: &[Token], name: Range<usize>, sentence: &Range<usize>) -> bool {
    let says = |at: usize| tokens[at].word.is_some_and(|word| word.is(Sense::Saying));
    // "employers added 5,900 jobs"
    let adds = |at: usize| {
        let counts = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
        counts && tokens[at].text(prose).eq_ignore_ascii_case("added")
    };
    // "Norcell, which reported last week, employs 12,400": what a thing reports in passing makes it no source.
    let comma = usize::from(tokens.get(name.end).is_some_and(|next| next.is_sign(prose, ',')));
    let in_passing = tokens.get(name.end + comma).is_some_and(|next| next.text(prose) == "which");
    let end = if in_passing { name.end } else { sentence.end.min(name.end + 8) };
    let after = (name.end..end).take_while(|&at| !names_something(prose, &tokens[at]));
    let title = (sentence.start..name.start).rev().take(4).take_while(|&at| tokens[at].kind == TokenKind::Word);
    let mut title = title.take_while(|&at| {
        says(at)
            || tokens[at]
                .word
                .is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Title | Sense::Tenure(_))))
    });
    after.into_iter().any(|at| says(at) && !adds(at)) || title.any(says)
}

fn name_end(prose: &str, tokens: &[Token], start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    loop {
        let joins = tokens.get(end).is_some_and(|token| {
            let text = token.text(prose);
            (token.glued && matches!(text, "-" | "." | "&"))
                || matches!(text, "of" | "&" | "de" | "van" | "al" | "del" | "der")
        });
        let next = end + usize::from(joins);
        let continues = |at: usize| at < limit && (names_something(prose, &tokens[at]));
        let numbered =
            next == end && end < limit && tokens[end].kind == TokenKind::Number && tokens[end].text(prose).len() <= 2;
        // "Park Ji-hoon".
        let syllable = tokens[..limit.min(tokens.len())].get(end + 1);
        let syllable = tokens.get(end).filter(|token| token.glued && token.is_sign(prose, '-')).and(syllable);
        if continues(next) || numbered || syllable.is_some_and(|next| is_syllable(tokens, start..end, next)) {
            end = next + 1;
        } else {
            return end;
        }
    }
}

/// Whether a word is capitalised and neither a date, an office nor a word without content.
fn names_something(prose: &str, token: &Token) -> bool {
    let plain = |sense: Sense| {
        matches!(
            sense,
            Sense::Function
                | Sense::Modal
                | Sense::Negation
                | Sense::Pronoun
                | Sense::Opens
                | Sense::Month(_)
                | Sense::Weekday(_)
                | Sense::Title
                | Sense::Cardinal(_)
                | Sense::HedgeBefore(_)
                | Sense::Supposes
                | Sense::Preposition
                | Sense::Determiner
        )
    };
    token.is_capitalised()
        && token.text(prose).len() > 1
        && (token.text(prose).contains('.') || !token.word.is_some_and(|word| word.senses().any(plain)))
}
