//! Whom a paragraph is about that begins with "she": the person the last paragraph with a name at its head begins with.
//! And whom a surname stands for: the person whom the draft somewhere names in full.
//!
//! Left alone: paragraphs that name somebody before their first pronoun, and those after one that does.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::outline::{Certainty, Name, names};
use super::people::is_of_people;
use super::term::{Term, Vocabulary};
use crate::lexicon::{Gender, Sense, Word};
use crate::source::{Block, BlockKind};
use crate::span::offset;
use crate::text::{Pages, Token, TokenKind, Tokens};

/// How many tokens a name has at most that is given with its short form.
const LONGEST: usize = 10;

/// How many paragraphs may lie between a name and a pronoun that stands for it.
const REACH: usize = 4;

/// A name, in an earlier block, that pronouns of a block stand for.
pub(in crate::check) struct Antecedent {
    /// Its bytes in the prose.
    pub(in crate::check) name: Range<u32>,
    /// The first tokens of the sentences whose pronouns do.
    pub(in crate::check) sentences: Vec<usize>,
}

/// Whom the pronouns of a block stand for that names nobody before the first of them.
pub(in crate::check) fn of(pages: &Pages<'_>, block: u32) -> Option<Antecedent> {
    let document = pages.document;
    let runs = |block: &Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote);
    if !runs(&document.blocks[block as usize]) {
        return None;
    }
    let (gender, sentences) = spoken_of(&document.prose, pages.block(block))?;
    let before = (0..block).rev().map(|at| (at, &document.blocks[at as usize]));
    let before = before.filter(|(_, before)| before.kind != BlockKind::Caption);
    // A heading that names nobody goes on with whom the text is about.
    let unnamed = |at: u32, before: &Block| {
        let tokens = pages.block(at);
        let speaks = |sentence: &Range<usize>| {
            !persons(&document.prose, &tokens.tokens, sentence.clone()).is_empty()
                || begins_with_somebody(&document.prose, &tokens.tokens, sentence)
        };
        matches!(before.kind, BlockKind::Heading(_)) && !tokens.sentences.iter().any(speaks)
    };
    let going_on = before.take_while(|&(at, before)| runs(before) || unnamed(at, before));
    for (at, _) in going_on.filter(|(_, before)| runs(before)).take(REACH) {
        match head(&document.prose, pages.block(at)) {
            Head::Pronoun | Head::Nobody => {}
            Head::Name(name) => {
                let told = Gender::of(&document.prose[name.start as usize..name.end as usize]);
                return told.may_be(gender).then_some(Antecedent { name, sentences });
            }
            Head::Somebody => return None,
        }
    }
    None
}

/// The sentences of a block in which "he" or "she" speaks of somebody named before it, up to where it speaks of another.
fn spoken_of(prose: &str, tokens: &Tokens) -> Option<(Gender, Vec<usize>)> {
    let all = &tokens.tokens;
    let opens = matches!(head(prose, tokens), Head::Pronoun);
    let mut gender = None;
    let mut sentences = Vec::new();
    for sentence in &tokens.sentences {
        let pronoun = pronoun(prose, all, sentence);
        let named = persons(prose, all, sentence.clone()).into_iter().next();
        let at = pronoun.map_or(sentence.end, |(at, _)| at);
        let another = pronoun.is_some_and(|(_, own)| gender.is_some_and(|gender| gender != own))
            || named.as_ref().is_some_and(|name| name.tokens.start < at)
            || !opens && begins_with_somebody(prose, all, sentence);
        if another {
            break;
        }
        gender = gender.or(pronoun.map(|(_, own)| own));
        // What "He moved to Leeds." opens goes on about him.
        if opens || pronoun.is_some() {
            sentences.push(sentence.start);
        }
        if named.is_some() {
            break;
        }
    }
    Some((gender?, sentences))
}

/// Where a sentence speaks of somebody as "he" or "she", or begins with "his" or "her": "Her first grant", but not "Her
/// mother's first grant".
fn pronoun(prose: &str, tokens: &[Token], sentence: &Range<usize>) -> Option<(usize, Gender)> {
    let is = |at: usize, words: [&str; 2]| {
        let text = tokens[at].text(prose);
        words.iter().position(|word| text.eq_ignore_ascii_case(word))
    };
    let gender = |number: usize| [Gender::Man, Gender::Woman][number];
    let subject = sentence.clone().find_map(|at| Some((at, gender(is(at, ["he", "she"])?))));
    let owner = || Some((sentence.start, gender(is(sentence.start, ["his", "her"])?)));
    let kin = |at: usize| tokens[at].word.is_some_and(|word| word.is(Sense::Kin) || word.is(Sense::Person));
    let of_another = || sentence.clone().skip(1).take(2).any(kin);
    subject.or_else(|| owner().filter(|_| !of_another()))
}

/// "A student wanted help", "The young goalkeeper": whether a sentence begins with one person by a common noun.
fn begins_with_somebody(prose: &str, tokens: &[Token], sentence: &Range<usize>) -> bool {
    let one = tokens[sentence.start].word.is_some_and(|word| word.is(Sense::Article));
    let person = |at: usize| {
        let text = tokens[at].text(prose);
        !tokens[at].is_capitalised() && !text.ends_with('s') && is_of_people(text)
    };
    one && sentence.clone().skip(1).take(2).any(person)
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

/// "the Carrow bridge": whether an article and a name that no lexicon knows lead to a noun in small letters.
pub(in crate::check) fn tells_apart(words: &[Token]) -> bool {
    let [article, name, noun] = words else { return false };
    let leads = article.word.is_some_and(|word| word.is(Sense::Article));
    leads && name.is_capitalised() && name.word.is_none() && !noun.is_capitalised() && noun.kind == TokenKind::Word
}

/// What a draft says of its names, read once a fact asks for one: which are given in full, short or to several things.
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
    /// "the Carrow bridge", "the Tolney bridge": what tells several things apart that one noun stands for.
    apart: HashMap<Term, BTreeSet<String>>,
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

    /// "the Carrow bridge" beside "the Tolney bridge": whether a noun stands for several things with names of their own.
    pub(in crate::check) fn has_several(&self, noun: Term) -> bool {
        let Given { apart, .. } = self.given.get_or_init(|| self.read());
        apart.get(&noun).is_some_and(|names| names.len() > 1)
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
            for (at, words) in tokens.tokens.windows(3).enumerate() {
                if let Some(noun) = terms[at + 2].filter(|_| tells_apart(words)) {
                    let name = words[1].text(&self.pages.document.prose).to_owned();
                    given.apart.entry(noun).or_default().insert(name);
                }
            }
            for (at, pair) in tokens.tokens.windows(2).enumerate() {
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
