//! Offices before the name: "foreign affairs aide Yuri Ushakov", "His press secretary, Karoline Leavitt,".

use std::ops::Range;

use super::{Office, tenure_at, tenure_of};
use crate::extract::Sentence;
use crate::extract::name::{Name, has, has_one_of, is_given, title_at};
use crate::lexicon::{Affiliation, Sense};
use crate::source::BlockKind;
use crate::text::{Token, TokenKind};

/// How many words may describe an office between its determiner and itself.
const LONGEST_DESCRIPTION: usize = 6;

/// The whole of the office whose last words are `title`, right before a name.
pub(super) fn office(sentence: &Sentence<'_, '_>, name: &Name, title: &Range<usize>) -> Option<Office> {
    let words = describe(sentence, title.clone());
    // "the official Twitter account": in lower case, one capital after the office is no name yet.
    let written_small = !sentence.tokens[title.start].is_capitalised();
    let one_word = name.tokens.len() == 1;
    let trade = has_one_of(&sentence.tokens[title.end - 1], [Sense::Trade, Sense::Trades]);
    // "a major Spanish-broadcasting network"
    let tied = sentence.word(name.tokens.end) == "-"
        && (name.tokens.end..name.tokens.end + 2).all(|at| sentence.is_glued(at))
        && !sentence.tokens[name.tokens.end + 1].is_symbol();
    // "the bark Admiral Tordenskiold".
    let vessel = words
        .start
        .checked_sub(1)
        .is_some_and(|at| at >= sentence.range.start && has(&sentence.tokens[at], Sense::Vessel));
    // "We will also host Mobile Around": what they do.
    let acts = written_small
        && title.len() == 1
        && trade
        && sentence.before(title.start).is_some_and(|at| {
            has(&sentence.tokens[at], Sense::Modal)
                || ["to", "also", "will", "we", "they", "you"].iter().any(|word| sentence.is_word(at, word))
        });
    let is_name = !vessel
        && !acts
        && !tied
        && !is_headline(sentence, name)
        && (!one_word || (!trade && (!written_small || names_a_person(sentence, name))));
    is_name.then(|| Office { tenure: tenure_of(sentence, &words), words })
}

/// "Inspector Gadget Sometimes Fails": the capitals of a headline that go on behind what looks like a name, or make a
/// long one of it.
fn is_headline(sentence: &Sentence<'_, '_>, name: &Name) -> bool {
    let headline = matches!(sentence.block.kind, BlockKind::Title | BlockKind::Heading(_));
    let several = name.tokens.len() > 1 && !is_given(&sentence.tokens[name.tokens.start]);
    headline && several && (name.tokens.len() > 3 || sentence.is_capitalised(name.tokens.end))
}

/// Whether a comma, verb or the end follows, as it does after a name.
fn names_a_person(sentence: &Sentence<'_, '_>, name: &Name) -> bool {
    let Some(next) = sentence.tokens.get(name.tokens.end) else { return true };
    next.kind == TokenKind::Symbol || has(next, Sense::Saying) || has(next, Sense::Function)
}

/// The office of the names that share one before them: "Presidents George W. Bush and Barack Obama".
pub(super) fn shares(sentence: &Sentence<'_, '_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|index| &sentence.names[index]) else { return false };
    let between = before.tokens.end..sentence.names[index].tokens.start;
    !between.is_empty()
        && between.len() <= 2
        && between.clone().all(|at| matches!(sentence.word(at), "," | "and" | "&" | "or"))
}

/// An office set off by a comma from the name after it: "a special U.S. envoy, Steve Witkoff,".
pub(super) fn apposed(sentence: &Sentence<'_, '_>, name: &Name) -> Option<Office> {
    let comma = name.tokens.start.checked_sub(1).filter(|&at| at > sentence.range.start && sentence.word(at) == ",")?;
    let closed = sentence.tokens.get(name.tokens.end).is_none_or(|next| next.kind == TokenKind::Symbol);
    if !closed {
        return None;
    }
    let title = (sentence.range.start..comma).rev().take(LONGEST_DESCRIPTION).find_map(|at| {
        title_at(sentence.prose, sentence.tokens, at)
            .filter(|&(length, _)| at + length <= comma)
            .map(|(length, plural)| (at..at + length, plural))
    });
    let (title, _) = title.filter(|(_, plural)| !plural)?;
    // "the president of the council, Jane Roe,": a complement may stand between.
    let complement = title.end..comma;
    let complement_is_one = !complement.clone().any(|at| sentence.word(at) == ",")
        && (complement.is_empty() || matches!(sentence.word(title.end), "of" | "for" | "to" | "at" | "in" | "on"));
    let words = describe(sentence, title);
    let determined =
        words.start.checked_sub(1).is_some_and(|at| at >= sentence.range.start && is_determiner(sentence, at));
    let words = words.start..comma;
    let taken = determined && words.start > sentence.range.start + 1 && is_anothers(sentence, name, words.start - 2);
    (determined && complement_is_one && !taken).then(|| Office { tenure: tenure_of(sentence, &words), words })
}

/// "Kim Osei, an engineer, Ana Ruiz and others": whether what ends before the determiner is a name with a comma, whose
/// office it is.
fn is_anothers(sentence: &Sentence<'_, '_>, name: &Name, comma: usize) -> bool {
    let names =
        sentence.names.iter().take_while(|other| other.tokens.end <= comma && other.tokens.end <= name.tokens.start);
    let last = names.last().filter(|last| last.tokens.end == comma && last.tokens.len() > 1);
    sentence.word(comma) == "," && last.is_some()
}

/// An office with the words before it that describe it: "former Russian foreign minister".
pub(super) fn describe(sentence: &Sentence<'_, '_>, title: Range<usize>) -> Range<usize> {
    let mut start = title.start;
    while let Some(before) = described_from(sentence, start).or_else(|| body_before(sentence, start, &title)) {
        start = before;
    }
    // After a determiner, whatever stands before an office in lower case describes it: "the initiative
    // Senator Ruiz took" has a capital.
    let mut at = start;
    if sentence.tokens[start].is_capitalised() {
        return start..title.end;
    }
    for _ in 0..LONGEST_DESCRIPTION {
        let Some(before) = at.checked_sub(1).filter(|&before| before >= sentence.range.start) else { break };
        if is_determiner(sentence, before) {
            return at..title.end;
        }
        if !is_plain(sentence, before) || is_vote(sentence, before) {
            break;
        }
        at = before;
    }
    start..title.end
}

/// "Bank of Japan Governor", "Department of Justice spokesman": the body behind whose "of" a word
/// stands before the office.
fn body_before(sentence: &Sentence<'_, '_>, start: usize, title: &Range<usize>) -> Option<usize> {
    let of = start.checked_sub(1).filter(|&at| sentence.word(at) == "of")?;
    let body = of.checked_sub(1).filter(|&at| at >= sentence.range.start)?;
    let (first, last) = (&sentence.tokens[body], &sentence.tokens[start]);
    let names = first.is_capitalised()
        && has(first, Sense::Institution)
        && last.is_capitalised()
        && !has(last, Sense::Nationality)
        && title_at(sentence.prose, sentence.tokens, start).is_none();
    (names && start < title.start).then_some(body)
}

/// One more word that describes an office that begins at `start`.
fn described_from(sentence: &Sentence<'_, '_>, start: usize) -> Option<usize> {
    let at = start.checked_sub(1).filter(|&at| at >= sentence.range.start)?;
    let token = &sentence.tokens[at];
    let prose = sentence.prose;
    if token.kind == TokenKind::Symbol {
        let word = at.checked_sub(1).filter(|&word| word >= sentence.range.start && token.glued)?;
        // "of the aisle--Senators Ruiz and Lee": two hyphens are a dash.
        if sentence.tokens[word].kind == TokenKind::Symbol {
            return None;
        }
        let hyphened = token.is_sign(prose, '-') && sentence.tokens[start].glued;
        let abbreviated = token.is_sign(prose, '.') && title_at(prose, sentence.tokens, word).is_some();
        return (hyphened || abbreviated).then_some(word);
    }
    // "proud to host Prime Minister Ruiz", "would not judge Judge Lund"
    let other = !token.is_capitalised() && sentence.is_capitalised(start) && !has(token, Sense::TitleModifier);
    if is_vote(sentence, at) {
        return None;
    }
    let describes = has(token, Sense::TitleModifier)
        || tenure_at(sentence, at).is_some()
        || (!other && title_at(prose, sentence.tokens, at).is_some())
        || is_affiliation(sentence, at)
        || (token.is_capitalised()
            && !has(token, Sense::Function)
            && !has(token, Sense::Saying)
            && !is_date(token)
            && !opens(sentence, at));
    describes.then_some(at)
}

/// "The assembly elected General Ruiz": whether "elected" at `at` tells what those before it did, and describes no
/// office as in "the newly elected president".
fn is_vote(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= sentence.range.start) else { return false };
    let token = &sentence.tokens[before];
    let other = [Sense::Function, Sense::Adjective, Sense::Introduces, Sense::ToldApart];
    let adverb = sentence.word(before).ends_with("ly") && !has(token, Sense::Institution);
    let noun = token.kind == TokenKind::Word && !has_one_of(token, other) && !adverb;
    let lower = !token.is_capitalised() || before == sentence.range.start;
    sentence.word(at) == "elected" && noun && lower
}

fn is_affiliation(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    super::affiliation::at(sentence, at)
        .is_some_and(|(found, length)| length == 1 && matches!(found, Affiliation::Party(_)))
}

/// "In March Secretary Brown …".
fn is_date(token: &Token) -> bool {
    let date = |sense| matches!(sense, Sense::Month(_) | Sense::Weekday(_));
    token.word.is_some_and(|word| word.senses().any(date))
}

/// "Meanwhile President …": capitals from the start of the sentence alone.
fn opens(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    at == sentence.range.start && (has(&sentence.tokens[at], Sense::Opener) || sentence.word(at).ends_with("ly"))
}

/// A word that can describe an office once a determiner stands before it.
fn is_plain(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let joins = token.is_sign(sentence.prose, '-') && token.glued;
    joins
        || (token.kind == TokenKind::Word
            && !has(token, Sense::Function)
            && !has(token, Sense::Saying)
            && !has(token, Sense::Negation)
            && !has_one_of(token, [Sense::Modal, Sense::Opens, Sense::Relative]))
}

/// "the", "a", "his", and the possessive of "Trump's press secretary".
pub(super) fn is_determiner(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    has(&sentence.tokens[at], Sense::Introduces) || matches!(sentence.word(at), "'s" | "’s")
}
