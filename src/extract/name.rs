//! Names of people: "Donald Trump", "George W. Bush", "Ursula von der Leyen", with the title right before.

use std::ops::Range;

use crate::lexicon::{Affiliation, Begins, Phrase, Sense, Word};
use crate::text::{Token, TokenKind, Tokens, phrase_at};

/// A name that may be a person's.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// The name itself: "Marco Rubio".
    pub(crate) tokens: Range<usize>,
    /// What stands right before it.
    pub(crate) title: Option<Title>,
}

/// What introduces a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Title {
    /// "Secretary of State", the words that describe the office left out.
    Office(Range<usize>),
    /// "Presidents": the office of each name that follows.
    Offices(Range<usize>),
    /// "Mr."
    Honorific,
}

impl Title {
    /// The words of the office.
    pub(crate) fn tokens(&self) -> Option<&Range<usize>> {
        match self {
            Self::Office(tokens) | Self::Offices(tokens) => Some(tokens),
            Self::Honorific => None,
        }
    }
}

/// The longest name, in words; more capitals in a row are a headline or an organisation.
const LONGEST: usize = 6;
/// How many tokens before its name an office may begin: "secretary of veterans affairs".
const LONGEST_TITLE: usize = 7;

/// The longest syllable of a given name, in letters: "hyeon", "kyung".
const LONGEST_SYLLABLE: u32 = 6;

/// Appends the names in a block that may be people's, sentence by sentence.
pub(crate) fn read_block(prose: &str, tokens: &Tokens, names: &mut Vec<Name>) {
    for (ordinal, sentence) in tokens.sentences.iter().enumerate() {
        read(prose, (&tokens.tokens, tokens.spots_of(ordinal)), sentence, names);
    }
}

fn read(prose: &str, (tokens, spots): (&[Token], &[u32]), sentence: &Range<usize>, names: &mut Vec<Name>) {
    let mut next = sentence.start;
    for at in spots.iter().map(|&at| at as usize) {
        let inside = || tokens[at].glued && at > sentence.start && is_word(tokens, at - 1);
        if at < next || !tokens[at].is_capitalised() || inside() {
            continue;
        }
        let run = run(prose, tokens, sentence, at);
        next = run.end.max(at + 1);
        // "The", "We": most capitals that stand alone.
        if run.len() == 1 && has(&tokens[at], Sense::Function) {
            continue;
        }
        names.extend(name_in(prose, tokens, sentence, run));
    }
}

/// The names of a block that begin in a stretch of it.
pub(crate) fn within<'a>(names: &'a [Name], stretch: &Range<usize>) -> &'a [Name] {
    let first = names.partition_point(|name| name.tokens.start < stretch.start);
    let end = names.partition_point(|name| name.tokens.start < stretch.end);
    &names[first..end.max(first)]
}

/// The stretch of capitals that begins at `first`, small words inside it included.
fn run(prose: &str, tokens: &[Token], sentence: &Range<usize>, first: usize) -> Range<usize> {
    let start = particles_before(prose, tokens, sentence.start, first);
    let mut end = first + 1;
    loop {
        let glued_sign =
            |at: usize, sign: char| at < sentence.end && tokens[at].glued && tokens[at].is_sign(prose, sign);
        if glued_sign(end, '.') && (is_initial(prose, &tokens[end - 1]) || is_junior(prose, &tokens[end - 1])) {
            end += 1;
        } else if (glued_sign(end, '-') || glued_sign(end, '‑')) && end + 1 < sentence.end && tokens[end + 1].glued {
            let next = &tokens[end + 1];
            if next.is_capitalised() || is_elect(next) || is_syllable(tokens, start..end, next) {
                end += 2;
                continue;
            }
            return start..end;
        }
        let Some(next) = continues(prose, tokens, sentence.end, end) else { return start..end };
        end = next;
    }
}

/// "Ji-hoon" after "Park": the second syllable of a given name behind the family name, in lower case.
pub(crate) fn is_syllable(tokens: &[Token], name: Range<usize>, next: &Token) -> bool {
    let family = name.end.checked_sub(2).filter(|&at| at >= name.start);
    next.kind == TokenKind::Word
        && next.end - next.start <= LONGEST_SYLLABLE
        && !has(next, Sense::Participle)
        && family.is_some_and(|at| has(&tokens[at], Sense::FamilyName))
}

/// Where a name goes on after `end`: past one more capital, and the small words before it.
fn continues(prose: &str, tokens: &[Token], sentence_end: usize, end: usize) -> Option<usize> {
    let mut at = end;
    while at < sentence_end && at < end + 4 {
        let token = &tokens[at];
        // "Ilhan A. Omar": an initial is no article.
        let initial = || {
            is_initial(prose, token) && tokens.get(at + 1).is_some_and(|stop| stop.glued && stop.is_sign(prose, '.'))
        };
        if token.is_capitalised() && (!has(token, Sense::Function) || initial()) && !is_weekday(token) {
            return Some(at + 1);
        }
        let hyphen = token.glued && token.is_sign(prose, '-') && at > end;
        let goes_on = hyphen || (token.kind == TokenKind::Word && has(token, Sense::Particle));
        if !goes_on {
            return None;
        }
        at += 1;
    }
    None
}

/// The start of a name whose first capital stands at `first`: "al-" and "van" belong to it, and so
/// does a first name that lost its capital after "Sen.".
fn particles_before(prose: &str, tokens: &[Token], sentence_start: usize, first: usize) -> usize {
    let mut start = first;
    while start > sentence_start {
        let before = &tokens[start - 1];
        let hyphened = tokens[start].glued && before.is_sign(prose, '-') && start - 1 > sentence_start;
        if hyphened && has(&tokens[start - 2], Sense::Particle) {
            start -= 2;
        } else if has(before, Sense::Particle) && !tokens[start].glued && !before.is_capitalised() {
            start -= 1;
        } else {
            break;
        }
    }
    let slipped = first
        .checked_sub(3)
        .filter(|&title| title >= sentence_start && start == first && !tokens[first].glued)
        .is_some_and(|title| {
            let lower = &tokens[first - 1];
            lower.kind == TokenKind::Word
                && lower.word.is_none_or(Word::is_only_a_name)
                && tokens[first - 2].is_sign(prose, '.')
                && tokens[title].is_capitalised()
                && title_at(prose, tokens, title).is_some_and(|(length, _)| length == 2)
        });
    if slipped { first - 1 } else { start }
}

/// The person named in a stretch of capitals, its title told apart.
fn name_in(prose: &str, tokens: &[Token], sentence: &Range<usize>, run: Range<usize>) -> Option<Name> {
    let title = title_before(prose, tokens, sentence.start, &run);
    let mut start = title.as_ref().map_or(run.start, |(_, end)| *end);
    let mut title = title.map(|(title, _)| title);
    while start < run.end && (has(&tokens[start], Sense::Honorific) || tokens[start].is_sign(prose, '.')) {
        title = title.or(Some(Title::Honorific));
        start += 1;
    }
    if title.is_none() {
        start = skip_opener(prose, tokens, sentence.start, start, run.end);
        start = skip_nationality(prose, tokens, start, run.end);
        let honorific = start.checked_sub(2).filter(|&at| at >= sentence.start && tokens[at + 1].is_sign(prose, '.'));
        title = honorific.filter(|&at| has(&tokens[at], Sense::Honorific)).map(|_| Title::Honorific);
    }
    let name = start..run.end;
    // "Mr." by itself, at the end of a block, leaves no name.
    if name.is_empty() || !is_person(prose, tokens, &name) {
        return None;
    }
    let given = is_given(&tokens[name.start]);
    let ends_in_office = title_at(prose, tokens, name.end - 1).is_some() && !given;
    // "the Ecumenical Patriarch", "a French Commander".
    let described = name.start > sentence.start && has(&tokens[name.start - 1], Sense::Article);
    // "Deputy Director" by itself.
    let whole = |(length, _): (usize, bool)| length == name.len();
    let only_office = title_at(prose, tokens, name.start).is_some_and(whole)
        || (ends_in_office && (name.start..name.end - 1).all(|at| has(&tokens[at], Sense::TitleModifier)));
    let is_office = only_office || (ends_in_office && (name.len() == 1 || title.is_some() || described));
    let is_party = || name.len() == 1 && is_party(prose, tokens, name.start);
    let is_place = words(tokens, &name).count() == 1 || title.is_none();
    // "Park Ji-hoon" is nobody's park.
    let family = words(tokens, &name).next().filter(|first| name.len() > 3 && has(first, Sense::FamilyName));
    let landmark = |token: &Token| has(token, Sense::Landmark) && family.is_none_or(|first| first.start != token.start);
    let is_place = is_place && words(tokens, &name).any(landmark);
    let is_place = || is_place || is_known_place(prose, tokens, &name);
    let is_name = !is_office && !is_place() && !is_party();
    is_name.then_some(Name { tokens: name, title })
}

/// The last title that ends inside the run, before its last word, with where the name begins.
fn title_before(prose: &str, tokens: &[Token], sentence_start: usize, run: &Range<usize>) -> Option<(Title, usize)> {
    let from = run.start.saturating_sub(LONGEST_TITLE).max(sentence_start);
    let mut found: Option<(Title, usize)> = None;
    for at in (from..run.end).filter(|&at| tokens[at].begins.any(Begins::TITLE)) {
        let Some((length, plural)) = title_at(prose, tokens, at) else { continue };
        let mut end = at + length;
        if end + 1 < run.end && tokens[end].is_sign(prose, '-') && is_elect(&tokens[end + 1]) {
            end += 2;
        }
        if end < run.start
            || end >= run.end
            || tokens[end].glued && !tokens[end - 1].is_sign(prose, '-')
            || found.as_ref().is_some_and(|(_, other)| *other >= end)
            || is_unoffice(prose, tokens, at)
        {
            continue;
        }
        let office = at..end;
        found = Some((if plural { Title::Offices(office) } else { Title::Office(office) }, end));
    }
    found.or_else(|| complement_before(prose, tokens, sentence_start, run))
}

/// Whether what looks like an office is part of another phrase: "Department of Justice", "civil justice".
fn is_unoffice(prose: &str, tokens: &[Token], at: usize) -> bool {
    (at.saturating_sub(2)..=at).any(|start| {
        let may_be = tokens[start].word.is_some_and(|word| word.may_mean(Sense::NoOffice));
        let no_office = |phrase: &Phrase| phrase.senses.contains(&Sense::NoOffice).then_some(());
        may_be && phrase_at(prose, tokens, start, no_office).is_some_and(|(length, ())| start + length > at)
    })
}

/// "Mayor of London Sadiq Khan": the last two of at least three capitals after "of" are the name.
fn complement_before(
    prose: &str,
    tokens: &[Token],
    sentence_start: usize,
    run: &Range<usize>,
) -> Option<(Title, usize)> {
    let of = run.start.checked_sub(1).filter(|&at| at > sentence_start && tokens[at].text(prose) == "of")?;
    let at = (sentence_start..of)
        .rev()
        .take(3)
        .find(|&at| title_at(prose, tokens, at).is_some_and(|(length, plural)| at + length == of && !plural))?;
    let words: Vec<usize> = (run.start..run.end).filter(|&at| is_word(tokens, at) && !tokens[at].glued).collect();
    let start = *words.get(words.len().checked_sub(2).filter(|&index| index > 0)?)?;
    Some((Title::Office(at..start), start))
}

/// The length in tokens of the office at `at`, and whether it is one of several people.
pub(crate) fn title_at(prose: &str, tokens: &[Token], at: usize) -> Option<(usize, bool)> {
    tokens.get(at).filter(|token| token.begins.any(Begins::TITLE))?;
    phrase_at(prose, tokens, at, |phrase| {
        let has = |sense| phrase.senses.contains(&sense);
        if has(Sense::Title) { Some(false) } else { has(Sense::Titles).then_some(true) }
    })
}

/// Past the words that have their capital from the start of the sentence alone.
fn skip_opener(prose: &str, tokens: &[Token], sentence_start: usize, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end
        && (has(&tokens[at], Sense::Function) || (at == first_word(tokens, sentence_start) && opens(prose, tokens, at)))
    {
        at += 1;
    }
    at
}

/// Past "American" and "U.S." before a name: not past Christian Reed's own.
fn skip_nationality(prose: &str, tokens: &[Token], start: usize, end: usize) -> usize {
    let describes = |at: usize| {
        let token = &tokens[at];
        let acronym = matches!(token.text(prose), "U.S." | "U.K." | "U.N." | "UK" | "US" | "EU" | "UN");
        acronym || (has(token, Sense::Nationality) && !has(token, Sense::GivenName))
    };
    (start..end).find(|&at| !describes(at)).filter(|&at| at < end).unwrap_or(start)
}

fn opens(prose: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    has(token, Sense::Opener)
        || has(token, Sense::Saying)
        || (token.text(prose).ends_with("ly") && token.end - token.start > 5)
}

fn first_word(tokens: &[Token], from: usize) -> usize {
    (from..tokens.len()).find(|&at| is_word(tokens, at)).unwrap_or(from)
}

/// "San Francisco", "New York".
fn is_known_place(prose: &str, tokens: &[Token], name: &Range<usize>) -> bool {
    let place = |sense: &Sense| matches!(sense, Sense::Place | Sense::Affiliation(Affiliation::State(_)));
    let found = || phrase_at(prose, tokens, name.start, |phrase| phrase.senses.iter().any(place).then_some(()));
    name.len() > 1 && found().is_some_and(|(length, ())| length == name.len())
}

fn is_party(prose: &str, tokens: &[Token], at: usize) -> bool {
    let party = |sense: &Sense| matches!(sense, Sense::Affiliation(Affiliation::Party(_)));
    phrase_at(prose, tokens, at, |phrase| phrase.senses.iter().any(party).then_some(())).is_some()
}

/// Whether a stretch of capitals can be a person's name.
fn is_person(prose: &str, tokens: &[Token], name: &Range<usize>) -> bool {
    let count = words(tokens, name).count();
    // "PMP", "Q", "SMEs" by themselves are no names; "C.J." is.
    let alone = |token: &Token| {
        let letters = token.text(prose).strip_suffix('s').unwrap_or(token.text(prose));
        count == 1 && letters.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let is_acronym = |token: &Token| {
        let text = token.text(prose);
        text.len() > 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    // "Turned Their Passion": a headline. "He Jiankui" is a name.
    let pronoun = |token: &Token| has(token, Sense::Pronoun) && !has(token, Sense::FamilyName);
    // The "A" of "Ana A. Ruiz" is no article.
    let function = |token: &Token| has(token, Sense::Function) && !(count > 1 && is_initial(prose, token));
    let foreign = |token: &Token| {
        let opens = count == 1 && has_one_of(token, [Sense::Relative, Sense::Opens, Sense::Preposition]);
        let other = || has_one_of(token, [Sense::Institution, Sense::Titles]) || is_weekday(token);
        opens || pronoun(token) || other() || function(token)
    };
    let unfit =
        |token: &Token| foreign(token) || alone(token) || is_acronym(token) || is_contraction(token.text(prose));
    (1..=LONGEST).contains(&count)
        && !words(tokens, name).next().is_some_and(|first| has(first, Sense::NameSuffix))
        && !words(tokens, name).any(unfit)
}

/// "I’ve", "Don't": a word and a verb, capitalised at the head of a sentence.
fn is_contraction(word: &str) -> bool {
    let verb = |end: &&str| word.strip_suffix(*end).is_some_and(|rest| rest.ends_with(['\'', '\u{2019}']));
    ["ve", "t", "re", "ll", "m", "d"].iter().any(verb)
}

/// The words of a name, signs left out.
fn words<'a>(tokens: &'a [Token], name: &Range<usize>) -> impl Iterator<Item = &'a Token> {
    tokens[name.clone()].iter().filter(|token| token.kind == TokenKind::Word)
}

/// Whether a token is a first name that the lexicon has.
pub(super) fn is_given(token: &Token) -> bool {
    let given = has_one_of(token, [Sense::GivenName, Sense::Feminine, Sense::Masculine]);
    given && !has_one_of(token, [Sense::Honorific, Sense::Title, Sense::Trade])
}

/// Whether the lexicon has this meaning for the token.
pub(super) fn has(token: &Token, sense: Sense) -> bool {
    token.word.is_some_and(|word| word.is(sense))
}

/// Whether the lexicon has one of these meanings for the token.
pub(super) fn has_one_of<const COUNT: usize>(token: &Token, senses: [Sense; COUNT]) -> bool {
    token.word.is_some_and(|word| word.is_one_of(senses))
}

fn is_word(tokens: &[Token], at: usize) -> bool {
    tokens[at].kind == TokenKind::Word
}

fn is_initial(prose: &str, token: &Token) -> bool {
    token.is_capitalised() && token.text(prose).chars().nth(1).is_none()
}

/// "Jr.", not "III".
fn is_junior(prose: &str, token: &Token) -> bool {
    has(token, Sense::NameSuffix) && !token.text(prose).bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_elect(token: &Token) -> bool {
    has(token, Sense::Tenure(crate::value::Tenure::Elect))
}

fn is_weekday(token: &Token) -> bool {
    token.word.is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Weekday(_))))
}
