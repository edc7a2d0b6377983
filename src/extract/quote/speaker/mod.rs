//! Who says a quotation: by a verb of saying after it or before it, a line of its own, or the
//! quotation before.

mod persons;
mod subject;

use std::ops::Range;

pub(in crate::extract) use persons::Persons;
use subject::Subject;

use super::{Attribution, Quotation, Text, is_running_text};
use crate::extract::name::has;
use crate::lexicon::{Sense, Word};
use crate::source::{Block, BlockKind};
use crate::text::{Token, TokenKind};

/// How far behind a quotation its verb of saying may stand: "…,” Tess Moor, who sits on the board, said".
const LONGEST_ATTRIBUTION: usize = 40;
/// How many tokens a line that names a source may have.
const LONGEST_LINE: usize = 16;
/// How many words the name on it may have.
const LONGEST_NAME: usize = 6;
/// How far before a quotation its verb of saying may stand: "said they were glad to call it “hard work”".
const LONGEST_REACH: usize = 14;

/// Names the speaker of every quotation of a block, as far as the text does, and notes the people
/// named in it for the blocks to come.
pub(super) fn attribute<'t>(
    text: &Text<'_, 't>,
    block: &Block,
    next_line: Option<&'t str>,
    quotations: &mut [Quotation<'t>],
    persons: &mut Persons<'t>,
) {
    if quotations.is_empty() {
        persons.note(text, &(0..text.tokens.len()), quotations);
        persons.end_block(None);
        return;
    }
    let line = next_line.and_then(name_of_line).or_else(|| own_line(text, block));
    let mut read_to = 0;
    // Where the clause that attributes the quotation before ends; it attributes no other.
    let mut used = 0;
    for index in 0..quotations.len() {
        let whole = quotations[index].whole.clone();
        persons.note(text, &(read_to..whole.start), quotations);
        read_to = whole.end;
        let next = quotations.get(index + 1).map_or(text.tokens.len(), |next| next.whole.start);
        let before = clause_before(text, &quotations[..index], whole.start);
        let found = line
            .map(|line| Found { speaker: Some(line), attribution: Attribution::Beside, used: whole.end })
            .or_else(|| after(text, &whole, next, persons))
            .or_else(|| (used <= before.start).then(|| self::before(text, &before, persons)).flatten())
            .or_else(|| inherited(text, index.checked_sub(1).map(|index| &quotations[index]), &before, persons));
        let Some(found) = found else { continue };
        used = found.used;
        quotations[index].attribution = found.attribution;
        quotations[index].speaker = found.speaker;
        if let Some(speaker) = found.speaker {
            persons.speaks(speaker);
        }
    }
    persons.note(text, &(read_to..text.tokens.len()), quotations);
    let open = quotations.last().filter(|last| last.whole.end == last.words.end && block.kind != BlockKind::Quote);
    persons.end_block(open.and_then(|last| last.speaker));
}

/// An attribution and the token its clause ends at.
struct Found<'t> {
    speaker: Option<&'t str>,
    attribution: Attribution,
    used: usize,
}

impl<'t> Found<'t> {
    fn by(subject: Subject<'t>, attribution: Attribution, used: usize) -> Self {
        let speaker = match subject {
            Subject::Speaker(speaker) => Some(speaker),
            Subject::Somebody => None,
        };
        Self { speaker, attribution, used }
    }
}

/// The words before a quotation that belong to its clause: to the start of its sentence, or to the
/// end of the quotation before.
fn clause_before(text: &Text<'_, '_>, earlier: &[Quotation<'_>], open: usize) -> Range<usize> {
    let sentence = text.sentence_at(open);
    let start = earlier.last().map_or(sentence.start, |last| last.whole.end.max(sentence.start));
    start.min(open)..open
}

/// "…,” said Mayor Tess Moor", "…,” the council leader, Tess Moor, told residents".
fn after<'t>(text: &Text<'_, 't>, whole: &Range<usize>, next: usize, persons: &Persons<'t>) -> Option<Found<'t>> {
    let last = whole.end.checked_sub(2).map_or("", |at| text.word(at));
    let comma_outside = text.word(whole.end) == ",";
    let goes_on = matches!(last, "," | "?" | "!" | "…" | "—" | "–" | "-");
    if !goes_on && !comma_outside {
        return None;
    }
    let start = whole.end + usize::from(comma_outside);
    let end = text.sentence_at(start).end.min(next).min(start + LONGEST_ATTRIBUTION);
    let clause = start..end;
    let verb = clause.clone().find(|&at| is_saying(text, at))?;
    let first = &text.tokens[clause.start];
    // "“Why?” He said, “…”" begins another.
    let asks = matches!(last, "?" | "!" | "…");
    if asks && first.is_capitalised() && matches!(text.word(clause.start), "He" | "She" | "They") {
        return None;
    }
    // Another sentence: "“Really?” The mayor then said …" reports something else.
    let far = verb - clause.start > 6 && !goes_on;
    if far || (first.kind == TokenKind::Symbol && verb > clause.start + 1) {
        return None;
    }
    let subject = if verb == clause.start {
        subject::after_verb(text, verb + 1..clause.end, persons)
    } else {
        subject::before_verb(text, clause.start..verb, persons)
    };
    Some(Found::by(cited(text, clause).or(subject)?, Attribution::Beside, end))
}

/// "…,” Moor said, quoting Tess Reed": the words are another's. "Citing the cost" gives a reason.
fn cited<'t>(text: &Text<'_, 't>, clause: Range<usize>) -> Option<Subject<'t>> {
    let citing = clause.clone().find(|&at| has(&text.tokens[at], Sense::Citing))?;
    let end = clause.end.min(citing + LONGEST_NAME);
    let named = subject::first_name(text, citing + 1..end).map(Subject::Speaker);
    let somebody = |at: usize| {
        let senses = [Sense::Title, Sense::Trade, Sense::Source, Sense::Kin];
        senses.into_iter().any(|sense| has(&text.tokens[at], sense))
    };
    named.or_else(|| (citing + 1..end).any(somebody).then_some(Subject::Somebody))
}

/// "Moor told the house: “…”", "she said it was “hard work”", "according to Moor, “…”".
fn before<'t>(text: &Text<'_, 't>, clause: &Range<usize>, persons: &Persons<'t>) -> Option<Found<'t>> {
    let last = clause.end.checked_sub(1).filter(|last| clause.contains(last))?;
    let found = |subject: Subject<'t>, attribution| Some(Found::by(subject, attribution, clause.end));
    let Some(verb) = clause.clone().rev().find(|&at| is_saying(text, at)) else {
        // "Moor was blunt: “…”"
        let subject = (text.word(last) == ":").then(|| subject::first(text, clause.clone(), persons)).flatten()?;
        return found(subject, Attribution::Beside);
    };
    let beside = matches!(text.word(last), ":" | ",");
    let attribution = if beside { Attribution::Beside } else { Attribution::Clause };
    // Another clause between them is not what the verb says.
    let parts = |at: usize| matches!(text.word(at), ";" | ":" | "—" | "–" | "(" | ")");
    if verb + LONGEST_REACH < last || (verb + 1..last).any(parts) {
        return None;
    }
    if matches!((text.word(verb), text.word(verb + 1)), ("according" | "According", "to")) {
        return found(subject::after_verb(text, verb + 2..clause.end, persons)?, attribution);
    }
    let subject = subject::before_verb(text, clause.start..verb, persons)?;
    found(cited(text, clause.clone()).unwrap_or(subject), attribution)
}

/// A quotation goes on with the one before: "“No,” he said. “Never.”"
fn inherited<'t>(
    text: &Text<'_, 't>,
    earlier: Option<&Quotation<'t>>,
    before: &Range<usize>,
    persons: &Persons<'t>,
) -> Option<Found<'t>> {
    let splits = before.clone().next_back().is_some_and(|last| matches!(text.word(last), "," | ":" | "—"));
    if !before.is_empty() && !splits {
        return None;
    }
    let speaker = match earlier {
        Some(earlier) => earlier.speaker,
        None if before.end == 0 => persons.still_speaking(),
        None => None,
    }?;
    Some(Found { speaker: Some(speaker), attribution: Attribution::Beside, used: before.end })
}

/// Whether a verb of saying stands at a token.
fn is_saying(text: &Text<'_, '_>, at: usize) -> bool {
    let token = &text.tokens[at];
    if !token.word.is_some_and(|word| word.may_mean(Sense::Saying)) {
        return false;
    }
    // "the United States", "Foot Notes": a capital inside a sentence makes no verb.
    if token.is_capitalised() && text.word(at) != "According" && text.sentence_at(at).start != at {
        return false;
    }
    // "the old saying".
    if at.checked_sub(1).is_some_and(|before| has(&text.tokens[before], Sense::Article)) {
        return false;
    }
    let found = crate::text::phrase_at(text.prose, text.tokens, at, |phrase| {
        phrase.senses.contains(&Sense::Saying).then_some(())
    });
    found.is_some() && !has(token, Sense::Function)
}

/// Where the line "— Tess Moor, council leader" begins at the end of a block.
pub(super) fn line_of_attribution(text: &Text<'_, '_>) -> Option<usize> {
    let count = text.tokens.len();
    let dash = (count.saturating_sub(LONGEST_LINE)..count).rev().find(|&at| is_dash(text.word(at)))?;
    let opens =
        dash.checked_sub(1).is_none_or(|before| matches!(text.word(before), "." | "!" | "?" | "”" | "\"" | "…" | "’"));
    let named = text.tokens.get(dash + 1).is_some_and(Token::is_capitalised);
    (opens && named).then_some(dash)
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "―" | "-")
}

/// The speaker in a block's own last line.
fn own_line<'t>(text: &Text<'_, 't>, block: &Block) -> Option<&'t str> {
    let dash = line_of_attribution(text).filter(|_| is_running_text(block))?;
    text.prose.get(text.tokens[dash + 1].start as usize..block.end as usize).and_then(name_of_line)
}

/// "Tess Moor" in "Tess Moor, council leader, to The Herald".
fn name_of_line(line: &str) -> Option<&str> {
    // "M. Adam Kendall": the full stop of an initial ends no name.
    let is_initial = |at: usize| {
        let before = line[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        line[at..].starts_with('.') && before.chars().count() == 1 && before.starts_with(char::is_uppercase)
    };
    let ends = |(at, _): &(usize, &str)| !is_initial(*at);
    let end = line.match_indices([',', '(', '\n', ';', '.', '—']).find(ends).map_or(line.len(), |(at, _)| at);
    let name = line[..end].trim();
    // "— Yes. Here is why" names nobody.
    let common = |sense| {
        matches!(sense, Sense::Function | Sense::Opener | Sense::Pronoun | Sense::Negation | Sense::Cardinal(_))
    };
    let is_word = Word::find(name).is_some_and(|word| word.senses().any(common));
    let short = name.split_whitespace().count() <= LONGEST_NAME;
    (!name.is_empty() && short && !is_word).then_some(name)
}
