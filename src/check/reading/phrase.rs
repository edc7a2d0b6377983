//! One way of naming a subject or a measure: its words, and how they hang together.

use super::outline;
use super::term::{Term, Terms, is_content};
use crate::lexicon::{Gender, Sense};
use crate::source::{self, Format};
use crate::text::{Token, TokenKind, Tokens};

/// Fewer initials than this stand for too many names.
pub(super) const INITIALS: usize = 3;

/// One way of naming a subject or a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) struct Alternative {
    /// Its words of content, in order.
    pub(in crate::check) terms: Vec<Term>,
    /// Shorter forms of a name, and what else it goes by.
    pub(super) shorter: Vec<Vec<Term>>,
    /// The last word of a person's name, which stands for it where the draft gives the name in full.
    pub(super) surname: Option<Term>,
    /// Of whom it is a name, as far as the first word tells.
    pub(super) gender: Gender,
    /// "Marlin", of Marlin Energy, which stands for it in the same way.
    pub(super) first: Option<Term>,
    /// "ESA", of the European Space Agency, which stands for it where the draft gives both together.
    pub(super) initials: Option<Term>,
    pub(in crate::check) shape: Shape,
    /// Whether it says what is not so: "not guilty".
    pub(in crate::check) denied: bool,
    /// Whether it says where somebody is: "in hospital".
    pub(in crate::check) placed: bool,
    /// Whether it stands in the fact for where something is, too: "queued outside St Brannoc's".
    pub(in crate::check) located: bool,
    /// "the museum in Corley" for the Corley Museum.
    pub(super) turned: Option<[Term; 2]>,
    /// Which of the fact's phrases it is.
    pub(in crate::check) phrase: usize,
}

impl Alternative {
    /// The name as it stands, and its shorter forms.
    pub(super) fn forms(&self) -> impl Iterator<Item = &Vec<Term>> {
        std::iter::once(&self.terms).chain(&self.shorter)
    }

    /// The words that stand for it where the draft gives it in full.
    pub(super) fn parts(&self) -> impl Iterator<Item = Term> {
        self.surname.into_iter().chain(self.first).chain(self.initials)
    }

    /// Whether all words of one of its forms are among these, which are sorted: else it stands nowhere in them.
    pub(super) fn is_among(&self, scope: &[Term]) -> bool {
        let all = |terms: &[Term]| terms.iter().all(|term| scope.binary_search(term).is_ok());
        self.forms().any(|form| all(form)) || self.parts().any(|part| all(&[part]))
    }
}

/// "ESA", of the European Space Agency: the initials of a name's capitalised words, where they are three or more.
pub(super) fn initials(prose: &str, name: &[Token], vocabulary: &mut impl Terms) -> Option<Term> {
    let capitalised = name.iter().filter(|token| token.kind == TokenKind::Word && token.is_capitalised());
    let letters: String = capitalised.filter_map(|token| token.text(prose).chars().next()).collect();
    let plain = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    if letters.len() >= INITIALS && plain { vocabulary.term(&letters) } else { None }
}

/// How the words of an alternative hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Shape {
    /// Every word is capitalised: they stand side by side.
    Name,
    /// Some word is capitalised.
    Naming,
    /// No word is.
    Words,
}

/// The phrases that have words of content, and the names in them.
pub(in crate::check) fn alternatives(
    phrases: &[String],
    vocabulary: &mut impl Terms,
    names: &mut Vec<Vec<Term>>,
) -> Vec<Alternative> {
    let numbered = phrases.iter().enumerate();
    let read = |(number, phrase): (usize, &String)| {
        Some(Alternative { phrase: number, ..alternative(phrase, vocabulary, names)? })
    };
    numbered.filter_map(read).collect()
}

/// "Rasmus Ekdahl": whether two words are a person's name, for all that the lexicon knows.
fn may_be_person(tokens: &[Token]) -> bool {
    let [first, last] = tokens else { return false };
    let given = [Sense::GivenName, Sense::Feminine, Sense::Masculine];
    first.word.is_none_or(|word| given.iter().any(|&sense| word.is(sense))) && last.word.is_none()
}

/// The words of content of a phrase, and the names in it; none where it has none.
fn alternative(phrase: &str, vocabulary: &mut impl Terms, names: &mut Vec<Vec<Term>>) -> Option<Alternative> {
    let document = source::read(phrase, Format::Plain);
    let mut tokens = Tokens::default();
    let (mut terms, mut short, mut person) = (Vec::new(), None, false);
    let (mut capitals, mut small, mut denied) = (0, 0, false);
    for block in &document.blocks {
        tokens.read(&document, block);
        let here = vocabulary.terms_of(&document.prose, &tokens.tokens);
        for name in outline::names(&document.prose, &tokens.tokens, 0..tokens.tokens.len()) {
            let mut terms: Vec<Term> = here[name.tokens].iter().flatten().copied().collect();
            terms.dedup();
            names.push(terms);
        }
        terms.extend(here.into_iter().flatten());
        person = may_be_person(&tokens.tokens);
        short = short.or_else(|| initials(&document.prose, &tokens.tokens, vocabulary));
        for token in &tokens.tokens {
            denied |= token.word.is_some_and(|word| word.is(Sense::Negation));
            match token.kind {
                TokenKind::Word if token.is_capitalised() => capitals += 1,
                TokenKind::Number if !terms.is_empty() => {}
                TokenKind::Word | TokenKind::Number if is_content(&document.prose, token) => small += 1,
                TokenKind::Word | TokenKind::Number | TokenKind::Symbol => {}
            }
        }
    }
    let shape = match (capitals, small) {
        (0, _) => Shape::Words,
        (_, 0) => Shape::Name,
        (_, _) => Shape::Naming,
    };
    terms.dedup();
    let initials = short.filter(|_| shape == Shape::Name);
    let surname = terms.last().copied().filter(|_| person && shape == Shape::Name && terms.len() == 2);
    (!terms.is_empty()).then_some(Alternative {
        terms,
        shorter: Vec::new(),
        surname,
        gender: Gender::of(phrase),
        first: None,
        initials,
        shape,
        denied,
        placed: ["in ", "at ", "on "].iter().any(|leads| phrase.starts_with(leads)),
        located: false,
        turned: None,
        phrase: 0,
    })
}

/// "John Hovig Dolmayan" is John Dolmayan and Hovig Dolmayan: a full name without one of its given
/// names.
pub(super) fn shortened(name: &[Term]) -> Vec<Vec<Term>> {
    let [given @ .., last] = name else { return Vec::new() };
    if given.len() < 2 { Vec::new() } else { given.iter().map(|first| vec![*first, *last]).collect() }
}
