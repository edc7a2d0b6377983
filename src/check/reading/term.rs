//! Words without their inflection: what a fact's words and a draft's words are compared by.

mod known;
mod starts;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use known::Known;
use starts::Starts;

use super::texts::ByText;
use crate::lexicon::{Sense, Word, synonyms};
use crate::text::{Token, TokenKind};

/// How many words a figure inside a phrase may take: "claimed more than 100 lives".
const FIGURE: usize = 4;

/// A word that some fact contains. Inflections and synonyms of a word are one term: "purchased"
/// is "bought", "the U.S." is "the United States".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(in crate::check) struct Term(u32);

impl Term {
    /// Terms are numbered from 0.
    pub(in crate::check) fn number(self) -> usize {
        self.0 as usize
    }
}

/// The terms of all facts.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::check) struct Vocabulary {
    stems: ByText<Term>,
    /// Phrases that are one term, by the number of the term of their first word.
    phrases: Vec<Vec<Phrase>>,
    next: u32,
    #[serde(skip)]
    known: Known,
    #[serde(skip)]
    starts: Starts,
}

/// Words that are one term together.
#[derive(Debug, Serialize, Deserialize)]
struct Phrase {
    /// The words after the first.
    rest: Vec<Term>,
    whole: Term,
}

/// Where the words of a fact become terms: a vocabulary that grows by them, or one that has them.
pub(in crate::check) trait Terms {
    /// The term of a fact's word.
    fn term(&mut self, word: &str) -> Option<Term>;

    /// One entry a token of a fact: its term, where it is a word of content.
    fn terms_of(&mut self, prose: &str, tokens: &[Token]) -> Vec<Option<Term>>;
}

impl Terms for Vocabulary {
    fn term(&mut self, word: &str) -> Option<Term> {
        Some(self.add(word))
    }

    fn terms_of(&mut self, prose: &str, tokens: &[Token]) -> Vec<Option<Term>> {
        let own = |token: &Token| is_word(token).then(|| self.add(token.text(prose)));
        let mut terms: Vec<_> = tokens.iter().map(own).collect();
        self.join(prose, tokens, &mut terms);
        terms
    }
}

impl Terms for &Vocabulary {
    fn term(&mut self, word: &str) -> Option<Term> {
        self.get(word)
    }

    fn terms_of(&mut self, prose: &str, tokens: &[Token]) -> Vec<Option<Term>> {
        self.terms(prose, tokens)
    }
}

impl Vocabulary {
    /// The synonyms of the lexicon, and no word of any fact yet.
    pub(in crate::check) fn new() -> Self {
        let mut vocabulary = Self {
            stems: ByText::default(),
            phrases: Vec::new(),
            next: 0,
            known: Known::default(),
            starts: Starts::default(),
        };
        let mut meanings = Vec::new();
        for group in synonyms() {
            let whole = vocabulary.fresh();
            meanings.push(whole);
            for word in group.iter().filter(|phrase| !phrase.contains(' ')) {
                vocabulary.stems.insert(&stem(word), whole);
            }
        }
        // A word of a phrase may have a meaning of its own in a later group: "cost" of "cost lives".
        for (group, whole) in synonyms().iter().zip(meanings) {
            for phrase in *group {
                let mut terms = phrase.split(' ').map(|word| vocabulary.add(word)).collect::<Vec<_>>().into_iter();
                if let (Some(first), rest) = (terms.next(), terms.collect::<Vec<_>>())
                    && !rest.is_empty()
                {
                    let known = vocabulary.phrases.len().max(first.number() + 1);
                    vocabulary.phrases.resize_with(known, Vec::new);
                    vocabulary.phrases[first.number()].push(Phrase { rest, whole });
                }
            }
        }
        vocabulary
    }

    fn fresh(&mut self) -> Term {
        self.known = Known::default();
        self.starts = Starts::default();
        self.next += 1;
        Term(self.next - 1)
    }

    /// How many terms there are.
    pub(in crate::check) fn terms_in_all(&self) -> usize {
        self.next as usize
    }

    /// The term of a fact's word, a new one where no word of its kind has been met.
    fn add(&mut self, word: &str) -> Term {
        let stem = stem(word);
        let fresh = Term(self.next);
        let term = *self.stems.or_insert(&stem, fresh);
        if term == fresh { self.fresh() } else { term }
    }

    /// The term of a draft's word; none where no fact has it.
    fn get(&self, word: &str) -> Option<Term> {
        let may_be = self.starts.may_be(word, || self.stems.texts().collect());
        if may_be { self.stems.get(&stem(word)).copied() } else { None }
    }

    /// The term of a draft's word or number, that of a word of the lexicon looked up once: it has one stem however it
    /// is written, but that "US" is not "us".
    fn term_of(&self, prose: &str, token: &Token) -> Option<Term> {
        match token.word {
            Some(word) if !(token.capital && is_acronym(token.text(prose))) => {
                self.known.term(word, |text| self.get(text))
            }
            Some(_) | None => self.get(token.text(prose)),
        }
    }

    /// One entry a token: its term, where it is a word of content that some fact has. A phrase
    /// that is one term has it at each of its tokens.
    pub(in crate::check) fn terms(&self, prose: &str, tokens: &[Token]) -> Vec<Option<Term>> {
        let own = |token: &Token| if is_word(token) { self.term_of(prose, token) } else { None };
        let mut terms: Vec<_> = tokens.iter().map(own).collect();
        self.join(prose, tokens, &mut terms);
        terms
    }

    /// Joins phrases that are one term among the words' own terms, and drops the words that carry no content.
    fn join(&self, prose: &str, tokens: &[Token], terms: &mut [Option<Term>]) {
        let mut at = 0;
        while at < terms.len() {
            let Some(first) = terms[at] else {
                at += 1;
                continue;
            };
            let phrases = self.phrases.get(first.number()).into_iter().flatten();
            let standing =
                phrases.filter_map(|phrase| Some((positions(tokens, terms, at, &phrase.rest)?, phrase.whole)));
            if let Some((words, whole)) = standing.max_by_key(|(words, _)| words.len()) {
                let end = words.last().map_or(at, |last| *last) + 1;
                terms[at + 1..end].fill(None);
                for word in words.into_iter().chain([at]) {
                    terms[word] = Some(whole);
                }
                at = end;
            } else {
                if !is_content(prose, &tokens[at]) || turns(prose, tokens, at) || stresses(prose, tokens, at) {
                    terms[at] = None;
                }
                at += 1;
            }
        }
    }
}

/// Where the other words of a phrase stand that begins at `at`; a figure may stand between them,
/// as in "claimed 118 lives".
fn positions(tokens: &[Token], own: &[Option<Term>], at: usize, rest: &[Term]) -> Option<Vec<usize>> {
    let figure = |sense| {
        matches!(
            sense,
            Sense::Cardinal(_) | Sense::Scale(_) | Sense::Currency(..) | Sense::HedgeBefore(_) | Sense::Vague(..)
        )
    };
    let counts = |at: &usize| {
        let token = &tokens[*at];
        token.kind == TokenKind::Number || token.word.is_some_and(|word| word.senses().any(figure))
    };
    let mut words = Vec::with_capacity(rest.len());
    let mut next = at + 1;
    for want in rest {
        let skipped = (next..own.len()).take_while(|at| own[*at] != Some(*want)).take(FIGURE + 1);
        next += skipped.take_while(counts).count();
        if *own.get(next)? != Some(*want) {
            return None;
        }
        words.push(next);
        next += 1;
    }
    Some(words)
}

/// "the last four years": whether the first word only says which stretch of time is counted.
fn turns(prose: &str, tokens: &[Token], at: usize) -> bool {
    let [first, next, ..] = &tokens[at..] else { return false };
    // "is to last four days" says how long.
    let verb = at.checked_sub(1).is_some_and(|before| {
        matches!(tokens[before].text(prose), "to" | "will")
            || tokens[before].word.is_some_and(|word| word.is(Sense::Modal))
    });
    let turn = first.word.is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Turn(_))));
    let past = || first.text(prose).eq_ignore_ascii_case("past");
    let counts = |sense| matches!(sense, Sense::Cardinal(_) | Sense::Vague(..) | Sense::Fraction(_) | Sense::Period(_));
    let counted = || next.kind == TokenKind::Number || next.word.is_some_and(|word| word.senses().any(counts));
    !verb && (turn || past()) && counted()
}

/// "its own sales", of a fact that says who owns what: whether a word only says once more whose something is.
fn stresses(prose: &str, tokens: &[Token], at: usize) -> bool {
    let owner = |token: &Token| {
        token.glued || token.word.is_some_and(|word| word.is(Sense::Pronoun) && word.is(Sense::Article))
    };
    tokens[at].text(prose) == "own" && at.checked_sub(1).is_some_and(|before| owner(&tokens[before]))
}

/// Words and numbers, not signs and not the possessive "'s".
fn is_word(token: &Token) -> bool {
    match token.kind {
        TokenKind::Word | TokenKind::Number => true,
        TokenKind::Symbol => false,
    }
}

/// Whether a word says something by itself.
pub(crate) fn is_content(prose: &str, token: &Token) -> bool {
    let text = token.text(prose);
    let empty = |word: Word| word.is_one_of([Sense::Function, Sense::Modal, Sense::Negation, Sense::Pronoun]);
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Symbol => false,
        TokenKind::Word => {
            !text.starts_with(['\'', '\u{2019}']) && (is_acronym(text) || !token.word.is_some_and(empty))
        }
    }
}

/// "US", "WHO", "U.S.": not the words "us" and "who".
pub(super) fn is_acronym(text: &str) -> bool {
    text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.')
}

/// A word's stem: lower case, no accents, no common English ending. It need not be a word; it
/// only has to be the same for the inflections of one.
pub(super) fn stem(word: &str) -> Cow<'_, str> {
    if is_acronym(word) {
        // The sign keeps "US" apart from "us".
        return Cow::Owned(format!("^{}", word.replace('.', "").to_ascii_lowercase()));
    }
    let plain = if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(fold(word))
    };
    match ending(&plain) {
        Some(Ending::Cut(length)) if length < plain.len() => match plain {
            Cow::Borrowed(text) => Cow::Borrowed(&text[..length]),
            Cow::Owned(mut text) => {
                text.truncate(length);
                Cow::Owned(text)
            }
        },
        Some(Ending::Y(length)) => Cow::Owned(format!("{}y", &plain[..length])),
        Some(Ending::Cut(_)) | None => plain,
    }
}

/// Lower case without accents and apostrophes.
fn fold(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return word.to_ascii_lowercase();
    }
    word.chars().flat_map(char::to_lowercase).filter_map(unaccented).collect()
}

/// A lower-case letter of the Latin alphabet without its accent; none for marks.
pub(in crate::check) fn unaccented(c: char) -> Option<char> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        '\u{300}'..='\u{36f}' | '\'' | '\u{2019}' | '\u{ad}' => return None,
        other => other,
    })
}

/// What to do with a word's ending.
enum Ending {
    /// Keep the first so many bytes.
    Cut(usize),
    /// Keep the first so many bytes and put a "y".
    Y(usize),
}

/// Finds the ending of a lower-case word. Words of up to three letters keep theirs.
fn ending(word: &str) -> Option<Ending> {
    let length = word.len();
    if length <= 3 || !word.is_ascii() || word.as_bytes()[0].is_ascii_digit() {
        return None;
    }
    let base = |rest: &[u8]| Ending::Cut(base_length(rest));
    let vowel = |rest: &[u8]| rest.iter().any(|byte| b"aeiouy".contains(byte));
    Some(match word.as_bytes() {
        [rest @ .., b'i', b'e', b's' | b'd'] if rest.len() > 1 => Ending::Y(rest.len()),
        // "founded" is not "found".
        b"founded" | b"founding" => return None,
        [rest @ .., b'i', b'n', b'g'] | [rest @ .., b'e', b'd'] if rest.len() > 2 && vowel(rest) => base(rest),
        [rest @ .., b'e', b's'] if matches!(rest, [.., b's' | b'x' | b'z' | b'o'] | [.., b'c' | b's', b'h']) => {
            base(rest)
        }
        [rest @ .., b's'] if !matches!(rest, [.., b's' | b'u' | b'i']) => base(rest),
        whole => base(whole),
    })
}

/// The length of a word without a final "e" or the second of two equal consonants.
fn base_length(bytes: &[u8]) -> usize {
    match *bytes {
        [.., b'e'] if bytes.len() > 3 => bytes.len() - 1,
        [.., a, b] if a == b && !b"aeiouls".contains(&b) && bytes.len() > 3 => bytes.len() - 1,
        _ => bytes.len(),
    }
}

#[cfg(test)]
mod tests;
