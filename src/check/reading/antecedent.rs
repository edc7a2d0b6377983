//! Whom a paragraph is about that begins with "she": the person the last paragraph with a name at its head begins with.
//! And whom a surname stands for: the person whom the draft somewhere names in full.
//!
//! Left alone: paragraphs that name somebody before their first pronoun, and those after one that does.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::outline::{Certainty, Name, names};
use super::term::{Term, Vocabulary};
use crate::lexicon::{Sense, Word};
use crate::source::{Block, BlockKind};
use crate::span::offset;
use crate::text::{Pages, Token, TokenKind, Tokens};

/// How many tokens a name has at most that is given with its short form.
const LONGEST: usize = 10;

/// How many paragraphs may lie between a name and a pronoun that stands for it.
const REACH: usize = 4;

/// A name, in an earlier block, that the pronouns of a block stand for.
pub(in crate::check) struct Antecedent {
    /// Its bytes in the prose.
    pub(in crate::check) name: Range<u32>,
    /// The first pronoun, as a token of its block.
    pub(in crate::check) from: usize,
}

/// Whom the pronouns of a block stand for that names nobody before the first of them.
pub(in crate::check) fn of(pages: &Pages<'_>, block: u32) -> Option<Antecedent> {
    let document = pages.document;
    let runs = |block: &Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote);
    let from = pronoun(&document.prose, pages.block(block)).filter(|_| runs(&document.blocks[block as usize]))?;
    let before = (0..block).rev().map(|at| (at, &document.blocks[at as usize]));
    let before = before.filter(|(_, before)| before.kind != BlockKind::Caption);
    // A heading that names nobody goes on with whom the text is about.
    let unnamed = |at: u32, before: &Block| {
        let tokens = pages.block(at);
        let names = |sentence: &Range<usize>| !persons(&document.prose, &tokens.tokens, sentence.clone()).is_empty();
        matches!(before.kind, BlockKind::Heading(_)) && !tokens.sentences.iter().any(names)
    };
    let going_on = before.take_while(|&(at, before)| runs(before) || unnamed(at, before));
    for (at, _) in going_on.filter(|(_, before)| runs(before)).take(REACH) {
        match head(&document.prose, pages.block(at)) {
            Head::Pronoun | Head::Nobody => {}
            Head::Name(name) => return Some(Antecedent { name, from }),
            Head::Somebody => return None,
        }
    }
    None
}

/// The first pronoun of a person, where no sentence up to it names anybody before it.
fn pronoun(prose: &str, tokens: &Tokens) -> Option<usize> {
    const PRONOUNS: [&str; 4] = ["he", "she", "his", "her"];
    let stands = |at: &usize| {
        let text = tokens.tokens[*at].text(prose);
        PRONOUNS.iter().any(|word| text.eq_ignore_ascii_case(word))
    };
    for sentence in &tokens.sentences {
        let found = sentence.clone().find(stands);
        let mut names = persons(prose, &tokens.tokens, sentence.clone()).into_iter();
        if names.any(|name| found.is_none_or(|at| name.tokens.start < at)) {
            return None;
        }
        if found.is_some() {
            return found;
        }
    }
    None
}

/// How the first sentence of a paragraph begins.
enum Head {
    /// "Castellane, 61, has led": with a name.
    Name(Range<u32>),
    /// "Born in Valletta, she": with a pronoun.
    Pronoun,
    /// With a name somewhere before any pronoun.
    Somebody,
    /// With neither.
    Nobody,
}

fn head(prose: &str, tokens: &Tokens) -> Head {
    let Some(sentence) = tokens.sentences.first().cloned() else { return Head::Nobody };
    let all = &tokens.tokens;
    let name = persons(prose, all, sentence.clone()).into_iter().next();
    let pronoun = sentence.clone().find(|&at| {
        let text = all[at].text(prose);
        ["he", "she"].iter().any(|word| text.eq_ignore_ascii_case(word))
    });
    match (name, pronoun) {
        (Some(name), pronoun) if pronoun.is_none_or(|at| name.tokens.start < at) => {
            if leads(prose, all, &sentence, name.tokens.start) {
                Head::Name(all[name.tokens.start].start..all[name.tokens.end - 1].end)
            } else {
                Head::Somebody
            }
        }
        (_, Some(_)) => Head::Pronoun,
        (_, None) => Head::Nobody,
    }
}

/// "Castellane, 61,", "When the doors opened, Castellane", "The novelist Ada Castellane": whether a sentence begins with the
/// name, but for what leads to it.
fn leads(prose: &str, tokens: &[Token], sentence: &Range<usize>, name: usize) -> bool {
    let Some(before) = name.checked_sub(1).filter(|at| sentence.contains(at)) else { return true };
    let named = [Sense::Title, Sense::Trade, Sense::Person, Sense::Honorific];
    let titled = tokens[before].word.is_some_and(|word| named.iter().any(|&sense| word.is(sense)));
    let phrase = |at: &Token| at.is_sign(prose, ',') || at.word.is_some_and(|word| word.is(Sense::Preposition));
    tokens[before].is_sign(prose, ',') || titled && !tokens[sentence.start..before].iter().any(phrase)
}

/// The names of a sentence that may be people's: no body's, and none that only says where.
pub(in crate::check) fn persons(prose: &str, tokens: &[Token], sentence: Range<usize>) -> Vec<Name> {
    let stands = |word: Word| [Sense::Institution, Sense::Landmark, Sense::Nationality].iter().any(|&s| word.is(s));
    let placed = |at: usize| tokens[at].word.is_some_and(|word| word.is(Sense::Preposition) || word.is(Sense::Article));
    let may_be_person = |name: &Name| {
        let before = name.tokens.start.checked_sub(1);
        name.certainty == Certainty::Sure
            && !before.is_some_and(placed)
            && !name.tokens.clone().any(|at| tokens[at].word.is_some_and(stands))
    };
    names(prose, tokens, sentence).into_iter().filter(may_be_person).collect()
}

/// "Carrow bridge": whether a name that no lexicon knows stands before a noun in small letters.
pub(in crate::check) fn is_named(pair: &[Token]) -> bool {
    pair[0].is_capitalised() && pair[0].word.is_none() && !pair[1].is_capitalised() && pair[1].kind == TokenKind::Word
}

/// The names of two words that a draft gives in full, read once a fact asks for one.
#[derive(Debug)]
pub(in crate::check) struct Introduced<'a> {
    pages: &'a Pages<'a>,
    vocabulary: &'a Vocabulary,
    given: OnceCell<Given>,
}

/// One word of a name by the other; none where two names share it.
#[derive(Debug, Default)]
struct Given {
    by_last: HashMap<Term, Option<Term>>,
    by_first: HashMap<Term, Option<Term>>,
    /// Words that stand in small letters somewhere: "glacier" stands for no Aletsch Glacier.
    small: HashSet<Term>,
    /// "the Carrow bridge": the first name before a common noun.
    named: HashMap<Term, String>,
    /// "the European Space Agency (ESA)": short forms in brackets with the terms before them, backwards.
    short: Vec<(Term, Vec<Term>)>,
}

impl<'a> Introduced<'a> {
    pub(in crate::check) fn of(pages: &'a Pages<'a>, vocabulary: &'a Vocabulary) -> Self {
        Self { pages, vocabulary, given: OnceCell::new() }
    }

    /// "Miriam Castellane", so that "Castellane" stands for her: whether the draft has the whole name somewhere, and no
    /// other with that part of it.
    pub(super) fn gives(&self, name: &[Term], part: Term) -> bool {
        let [first, last] = *name else { return false };
        let Given { by_last, by_first, small, .. } = self.given.get_or_init(|| self.read());
        let other = if part == last { by_last.get(&last) } else { by_first.get(&first) };
        other == Some(&Some(if part == last { first } else { last })) && !small.contains(&part)
    }

    /// "the European Space Agency (ESA)": whether the draft gives a short form right behind the name, and behind no other.
    pub(super) fn abbreviates(&self, name: &[Term], short: Term) -> bool {
        let Given { short: all, .. } = self.given.get_or_init(|| self.read());
        let mut known = all.iter().filter(|(own, _)| *own == short).peekable();
        known.peek().is_some()
            && known.all(|(_, before)| {
                before.len() >= name.len() && name.iter().rev().zip(before).all(|(one, other)| one == other)
            })
    }

    /// "the Carrow bridge", where the draft spoke of the Tolney bridge before: whether a noun with a name of its own is not the
    /// first of its kind.
    pub(in crate::check) fn is_another(&self, name: &str, noun: Term) -> bool {
        let Given { named, .. } = self.given.get_or_init(|| self.read());
        named.get(&noun).is_some_and(|first| first != name)
    }

    fn read(&self) -> Given {
        let mut given = Given::default();
        let note = |by: &mut HashMap<Term, Option<Term>>, part: Term, other: Option<Term>| {
            let known = by.entry(part).or_insert(other);
            *known = known.filter(|known| Some(*known) == other);
        };
        for block in 0..offset(self.pages.document.blocks.len()) {
            let tokens = self.pages.block(block);
            let terms = self.vocabulary.terms(&self.pages.document.prose, &tokens.tokens);
            let small = tokens.tokens.iter().zip(&terms).filter(|(token, _)| !token.is_capitalised());
            given.small.extend(small.filter_map(|(_, term)| *term));
            for (at, pair) in tokens.tokens.windows(2).enumerate() {
                if let Some(noun) = terms[at + 1].filter(|_| is_named(pair)) {
                    let name = || pair[0].text(&self.pages.document.prose).to_owned();
                    given.named.entry(noun).or_insert_with(name);
                }
                let title = |word: Word| word.is(Sense::Title) || word.is(Sense::Honorific) || word.is(Sense::Function);
                if pair[0].is_sign(&self.pages.document.prose, '(')
                    && let Some(short) = terms[at + 1]
                {
                    let before = terms[at.saturating_sub(LONGEST)..at].iter().rev().flatten().copied().collect();
                    given.short.push((short, before));
                }
                if !pair.iter().all(Token::is_capitalised) || pair[0].word.is_some_and(title) {
                    continue;
                }
                let (first, last) = (terms[at], terms[at + 1]);
                if let Some(last) = last {
                    note(&mut given.by_last, last, first);
                }
                if let Some(first) = first {
                    note(&mut given.by_first, first, last);
                }
            }
        }
        given
    }
}
