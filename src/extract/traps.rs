//! Numbers that are no figures: "F-35", "Article 5", "one of the", phone numbers, URLs, "[3]".
//!
//! A trap takes only its own words: "the F-35 costs $80 million" still has a price.

mod plain;
mod shape;
mod street;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::counted::{self, Grammar};
use super::measured::numeral_at;
use super::numeral::{Numeral, NumeralForm};
use super::{Sentence, gapped, percent};
use crate::claim::ClaimKind;
use crate::lexicon::{Begins, Sense, Trap};
use crate::source::BlockKind;
use crate::text::{TokenKind, phrase_at};
use crate::value::Exact;

/// Words that are set aside, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SetAside {
    pub(super) tokens: Range<usize>,
    pub(super) trap: Trap,
}

/// Appends the traps of a sentence; one without numbers has none.
pub(super) fn find(sentence: &Sentence<'_, '_>, traps: &mut Vec<SetAside>) {
    if sentence.numerals.is_empty() {
        return;
    }
    if sentence.begins.any(Begins::TRAP) {
        listed(sentence, traps);
    }
    let mut chunk_end = 0;
    for (index, numeral) in sentence.numerals.iter().enumerate() {
        if plain::stands_so(sentence, index) {
            let found = cited(sentence, numeral).or_else(|| borne(sentence, numeral));
            traps.extend(found.or_else(|| shape::point(sentence, numeral)));
            continue;
        }
        if numeral.tokens.start >= chunk_end {
            let chunk = shape::chunk(sentence, numeral.tokens.start);
            chunk_end = chunk.end;
            // "a 2\1/2\-hour talk": the strokes are the number's own.
            let stroked = sentence.word(numeral.tokens.end - 1) == "\\";
            if !stroked && shape::is_address(sentence, &chunk) {
                traps.push(SetAside { tokens: chunk, trap: Trap::Address });
                continue;
            }
        }
        let found = marker(sentence, numeral)
            .or_else(|| cited(sentence, numeral))
            .or_else(|| numbered(sentence, index))
            .or_else(|| paged(sentence, index))
            .or_else(|| release(sentence, index))
            .or_else(|| shape::code(sentence, numeral))
            .or_else(|| shape::sectioned(sentence, numeral))
            .or_else(|| shape::contact(sentence, index))
            .or_else(|| street::read(sentence, numeral))
            .or_else(|| formation(sentence, numeral))
            .or_else(|| shape::docketed(sentence, numeral))
            .or_else(|| shape::reported(sentence, index))
            .or_else(|| shape::point(sentence, numeral))
            .or_else(|| borne(sentence, numeral))
            .or_else(|| levelled(sentence, index))
            .or_else(|| named(sentence, index));
        traps.extend(found);
    }
}

/// Whether a candidate of this kind may stand on words that are set aside. What only looks like a
/// name or code may be a date, a price or a length after all: "mid-2019", "Section 8 (2 km)".
pub(super) fn forbids(trap: Trap, kind: ClaimKind) -> bool {
    let bare = matches!(kind, ClaimKind::Count | ClaimKind::Ratio | ClaimKind::Ordinal | ClaimKind::Score);
    let holds_others = matches!(kind, ClaimKind::Role | ClaimKind::Quote | ClaimKind::Statement);
    match trap {
        Trap::Idiom | Trap::Name | Trap::Contact | Trap::Address | Trap::Citation | Trap::ListMarker => !holds_others,
        Trap::Model | Trap::Reference | Trap::Place | Trap::Version | Trap::Series | Trap::Code => bare,
    }
}

/// The idioms, names and designated numbers that the lexicon lists.
fn listed(sentence: &Sentence<'_, '_>, traps: &mut Vec<SetAside>) {
    let tokens = &sentence.tokens[..sentence.range.end];
    let mut next = sentence.range.start;
    for at in sentence.beginning(Begins::TRAP) {
        if at < next {
            continue;
        }
        let found = phrase_at(sentence.prose, tokens, at, |phrase| {
            let sense = phrase.senses.iter().find(|sense| matches!(sense, Sense::Trap(_) | Sense::Designator(_)))?;
            match *sense {
                Sense::Trap(trap) => Some((at..at + 1 + phrase.rest.len(), trap)),
                Sense::Designator(trap) => Some((designated(sentence, at, at + 1 + phrase.rest.len(), trap)?, trap)),
                _ => None,
            }
        });
        if let Some((_, (tokens, trap))) = found {
            next = tokens.end;
            traps.push(SetAside { tokens, trap });
        }
    }
}

/// The tokens of a designator and of the numbers it names: "Articles 5 and 6", "page 12".
fn designated(sentence: &Sentence<'_, '_>, at: usize, end: usize, trap: Trap) -> Option<Range<usize>> {
    let joined = matches!(sentence.word(end), "-" | "‑" | "#" | ":" | ".") && sentence.tokens[end].glued;
    // "paragraph (1)"
    let enclosed = trap == Trap::Reference && sentence.word(end) == "(" && sentence.word(end + 2) == ")";
    // "amendment No. 36"
    let signed = matches!(sentence.word(end), "No" | "Nos" | "no" | "nos" | "NO" | "NOS")
        && matches!(sentence.word(end + 1), "." | ":");
    let start = end + if signed { 2 } else { usize::from(joined || enclosed) };
    let index = sentence.numerals.iter().position(|numeral| numeral.tokens.start == start)?;
    let numeral = &sentence.numerals[index];
    let names = match numeral.form {
        NumeralForm::Digits | NumeralForm::Words | NumeralForm::Suffixed | NumeralForm::Fraction => true,
        NumeralForm::Scaled | NumeralForm::Group | NumeralForm::Vague | NumeralForm::Ordinal => false,
    };
    // "called 12 witnesses": the word is a verb. "type 2 diabetes" is a name.
    let capital = sentence.tokens[at].is_capitalised();
    let small = numeral.form == NumeralForm::Digits && numeral.whole().is_some_and(|value| value <= 20);
    // "rare in both groups: 12 cases"
    let listed = joined && sentence.word(end) == ":" && !sentence.is_glued(start);
    let clear = !listed && (capital || (small && trap != Trap::Contact));
    // "rule 26 of the Federal Rules" counts none of them.
    let belongs = trap == Trap::Reference && sentence.is_word(numeral.tokens.end, "of");
    let counts = !clear && !belongs && counted::after(sentence, numeral.tokens.end, Grammar::Plural).is_some();
    // "lead the series 2-1"
    let scored = !capital && begins_score(sentence, index);
    // "the Lorillard Company 22.82 per cent"
    let shared = percent::read(sentence, numeral).is_some();
    if !names || counts || scored || shared || (trap == Trap::Contact && !shape::dials(sentence, numeral)) {
        return None;
    }
    let mut end = numeral.tokens.end;
    for next in &sentence.numerals[index + 1..] {
        let link = matches!(sentence.word(end), "and" | "or" | "to" | "-" | "–" | "," | "." | "/");
        // "sessions 3, 4, and 5"
        let comma = sentence.word(end) == ",";
        let serial = usize::from(comma && matches!(sentence.word(end + 1), "and" | "or"));
        // "Vol. 12, No. 4"
        let issue = comma && matches!(sentence.word(end + 1), "No" | "no") && sentence.word(end + 2) == ".";
        let serial = if issue && trap == Trap::Reference { 2 } else { serial };
        if !link
            || next.tokens.start != end + 1 + serial
            || counted::after(sentence, next.tokens.end, Grammar::Plural).is_some()
        {
            break;
        }
        end = next.tokens.end;
    }
    Some(at..end)
}

/// "15 U.S.C. 3710a", "42 CFR 17": the volume and section of a collection.
fn cited(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<SetAside> {
    let begins = sentence.tokens.get(numeral.tokens.end)?.word?.may_mean(Sense::Citer);
    let found = || sentence.sense(numeral.tokens.end, |sense| (sense == Sense::Citer).then_some(()));
    let (end, ()) = if begins { found()? } else { return None };
    let section = end + usize::from(matches!(sentence.word(end), "§"));
    // "49 U.S.C. App."
    let mut closes = numeral_at(sentence, section).map_or(end, |section| section.tokens.end);
    // "930 F. Supp. 916, 931", "16 U.S.C. 3801- 3812"
    while matches!(sentence.word(closes), "," | ";" | "-" | "–")
        && let Some(next) = numeral_at(sentence, closes + 1)
        && counted::after(sentence, next.tokens.end, Grammar::Plural).is_none()
    {
        closes = next.tokens.end;
    }
    let tokens = numeral.tokens.start..closes;
    (closes <= sentence.range.end).then_some(SetAside { tokens, trap: Trap::Citation })
}

/// "(No. 1325)", "(Nos. 1318, 1320, and 1323)": what has its numbers in brackets only bears them.
fn numbered(sentence: &Sentence<'_, '_>, index: usize) -> Option<SetAside> {
    let first = &sentence.numerals[index].tokens;
    let start = first.start.checked_sub(3).filter(|&start| start >= sentence.range.start)?;
    let is_no = matches!(sentence.word(start + 1), "No" | "Nos" | "no" | "nos") && sentence.word(start + 2) == ".";
    if sentence.word(start) != "(" || !is_no {
        return None;
    }
    let joins = |at: usize| matches!(sentence.word(at), "," | "and" | "or" | "to" | "through" | "-" | "–" | "&");
    let mut end = first.end;
    for next in &sentence.numerals[index + 1..] {
        if next.tokens.start == end || !(end..next.tokens.start).all(joins) {
            break;
        }
        end = next.tokens.end;
    }
    (sentence.word(end) == ")").then_some(SetAside { tokens: start + 1..end, trap: Trap::Citation })
}

/// "the 1.0 and 2.0 releases".
fn release(sentence: &Sentence<'_, '_>, index: usize) -> Option<SetAside> {
    let is_pointed = |numeral: &&Numeral| sentence.word(numeral.tokens.start).contains('.');
    let numeral = Some(&sentence.numerals[index]).filter(is_pointed)?;
    let Range { start, end } = numeral.tokens;
    let next = sentence.numerals.get(index + 1).filter(is_pointed);
    let next = next.filter(|next| next.tokens.start == end + 1 && matches!(sentence.word(end), "and" | "or" | "to"));
    let noun = next.map_or(end, |next| next.tokens.end);
    sentence
        .means(noun, Sense::Designator(Trap::Version))
        .then_some(SetAside { tokens: start..end, trap: Trap::Version })
}

/// "Policy Sci 4, 155–169 (1973)": the pages of an article, before its year.
fn paged(sentence: &Sentence<'_, '_>, index: usize) -> Option<SetAside> {
    let first = &sentence.numerals[index].tokens;
    let last = &sentence.numerals.get(index + 1)?.tokens;
    let dash = last.start == first.end + 1 && matches!(sentence.word(first.end), "-" | "–");
    let year = sentence.word(last.end + 1).len() == 4 && sentence.is_number(last.end + 1);
    let enclosed = sentence.word(last.end) == "(" && sentence.word(last.end + 2) == ")";
    let follows = sentence.before(first.start).is_some_and(|at| matches!(sentence.word(at), "," | ":"));
    (dash && year && enclosed && follows).then_some(SetAside { tokens: first.start..last.end, trap: Trap::Citation })
}

/// "[3]", "1." before an item, "3.2" before a heading.
fn marker(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<SetAside> {
    let Range { start, end } = numeral.tokens;
    let before = start.checked_sub(1).filter(|at| sentence.range.contains(at)).map_or("", |at| sentence.word(at));
    let after = if end < sentence.range.end { sentence.word(end) } else { "" };
    let enclosed = |tokens, trap| Some(SetAside { tokens, trap });
    // "[3]", "[4, 7]", but "[2022]" and "[Jan. 9, 1997]" are dates.
    let cites = matches!((before, after), ("[", "]" | ",")) || {
        matches!((before, after), ("," | "-" | "–", "]")) && ends_citation(sentence, start)
    };
    if cites && !is_year(sentence, numeral) {
        return enclosed(start..end, Trap::Citation);
    }
    // "**3. Launch it **now": what was to be bold opens a block as well.
    let head = sentence.range.start;
    let first = (head..start).all(|at| sentence.word(at) == "*")
        && (head == 0 || sentence.tokens[head - 1].end < sentence.block.start);
    let single = sentence.tokens[end - 1].kind == TokenKind::Number && end == start + 1;
    let goes_on = sentence.tokens.len() > end + 1;
    if first && single && goes_on && matches!(after, "." | ")" | ":") && sentence.tokens[end].glued {
        // "9:30 Doors open" is a time.
        let clock = after == ":" && sentence.is_glued(end + 1);
        return if clock { None } else { enclosed(start..end, Trap::ListMarker) };
    }
    // "10 a.m., 2359 Marsh.": a room, which nobody counts.
    let clock = before == ","
        && start >= sentence.range.start + 3
        && ["a.m", "p.m", "a.m.", "p.m.", "m"].iter().any(|half| {
            sentence.word(start - 2) == *half || sentence.word(start - 2) == "." && sentence.word(start - 3) == *half
        });
    if single && clock && sentence.is_capitalised(end) && numeral.form == NumeralForm::Digits {
        return enclosed(start..end, Trap::Place);
    }
    // "five lessons: 1. Write first"
    let opened = (before == ":" && !sentence.is_glued(start) || matches!(before, "`" | "``"))
        && after == "."
        && sentence.is_glued(end)
        && !sentence.is_glued(end + 1);
    if single && opened && sentence.is_capitalised(end + 1) && numeral.whole().is_some() {
        return enclosed(start..end, Trap::ListMarker);
    }
    // "7 Customer Experience Toolkit"
    let small = numeral.form == NumeralForm::Digits && numeral.whole().is_some_and(|value| value <= 20);
    let titled = first && single && small && sentence.is_capitalised(end) && sentence.is_capitalised(end + 1);
    let paragraph = matches!(sentence.block.kind, BlockKind::Paragraph | BlockKind::Item { .. });
    if titled && paragraph && counted::after(sentence, end, Grammar::Plural).is_none() {
        return enclosed(start..end, Trap::ListMarker);
    }
    let symbols = |mut tokens: Range<usize>| tokens.all(|at| sentence.tokens[at].kind == TokenKind::Symbol);
    let opens = single && before == "(" && after == ")" && symbols(sentence.range.start..start);
    // "(202) 555-0142" is dialled.
    let dialled = sentence.word(start).len() == 3 && sentence.is_number(end + 1);
    if opens && sentence.range.end > end + 1 && numeral.whole().is_some() && !dialled {
        return enclosed(start..end, Trap::ListMarker);
    }
    let heading = matches!(sentence.block.kind, BlockKind::Heading(_));
    if heading && first && single && sentence.word(start).contains('.') && sentence.range.end > end {
        return enclosed(start..end, Trap::ListMarker);
    }
    // "section 143(k)(2)(B)", "subsection (a) (4) and (5)"
    if single && before == "(" && after == ")" && follows_passage(sentence, start - 1) {
        return enclosed(start..end, Trap::Reference);
    }
    // "what was known and 2) what was not"
    let unopened = || {
        let bracket = (sentence.range.start..start).rev().find(|&at| matches!(sentence.word(at), "(" | ")"));
        bracket.is_none_or(|at| sentence.word(at) == ")")
    };
    let few = numeral.whole().is_some_and(|value| value <= 20);
    if single && few && after == ")" && sentence.is_glued(end) && !sentence.is_glued(end + 1) && unopened() {
        return enclosed(start..end, Trap::ListMarker);
    }
    let small = numeral.whole().is_some_and(|value| value <= 9);
    let listed = single && small && before == "(" && after == ")";
    // "Code.--(1) Contracts"
    let introduced = sentence
        .before(start - usize::from(listed))
        .is_some_and(|at| matches!(sentence.word(at), "-" | "–" | "—" | ":" | ";" | "`" | "``"));
    let item = sentence
        .tokens
        .get(end + 1)
        .is_some_and(|next| next.kind == TokenKind::Word && (introduced || !next.is_capitalised()) && !next.glued);
    if listed && item { enclosed(start..end, Trap::ListMarker) } else { None }
}

/// Whether nothing but short numbers stands between the opening bracket and the one at `at`: "[4, 7-9]".
fn ends_citation(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let part = |&at: &usize| {
        sentence.is_number(at) && sentence.word(at).len() < 4 || matches!(sentence.word(at), "," | "-" | "–")
    };
    let first = (sentence.range.start..at).rev().take_while(part).last().unwrap_or(at);
    sentence.before(first).is_some_and(|bracket| sentence.word(bracket) == "[")
}

/// Whether a number can be a year of the news: "[2022]".
fn is_year(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let digits = numeral.tokens.len() == 1 && sentence.word(numeral.tokens.start).len() == 4;
    digits && numeral.whole().is_some_and(|year| (1500..2100).contains(&year))
}

/// Whether the bracket at `at` goes on the name of a passage that ends before it: "(a) (4)", "(4) and (5)".
fn follows_passage(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let joint = |at: usize| matches!(sentence.word(at), "and" | "or" | "," | "through" | "to");
    let mut last = at;
    while last > sentence.range.start && last + 2 > at && joint(last - 1) {
        last -= 1;
    }
    last >= sentence.range.start + 2
        && sentence.word(last - 1) == ")"
        && (last < at || sentence.is_glued(at) || sentence.word(last - 3) == "(")
}

/// "14th Amendment", "10th Mountain Division", "5th U.S. Circuit".
fn formation(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<SetAside> {
    let end = Some(numeral.tokens.end).filter(|_| numeral.form == NumeralForm::Ordinal)?;
    let closes = (end..sentence.range.end.min(end + 3))
        .take_while(|&at| sentence.is_capitalised(at))
        .find(|&at| sentence.means(at, Sense::Formation))?;
    Some(SetAside { tokens: numeral.tokens.start..closes + 1, trap: Trap::Name })
}

/// "the No. 7 train", "a No. 23 jersey".
fn borne(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<SetAside> {
    let Range { start, end } = numeral.tokens;
    let before = sentence.before(start).filter(|_| sentence.has(end, Sense::Bearer))?;
    let sign = if sentence.word(before) == "." { sentence.before(before)? } else { before };
    let says_number = ["no", "number"].iter().any(|word| sentence.is_word(sign, word));
    says_number.then_some(SetAside { tokens: sign..end, trap: Trap::Series })
}

/// Whether the numeral at `index` begins a result: 3 of "beat Leeds 3-1".
fn begins_score(sentence: &Sentence<'_, '_>, index: usize) -> bool {
    let Some([first, second]) = sentence.numerals.get(index..index + 2) else { return false };
    let core = first.tokens.start..second.tokens.end;
    let link = first.tokens.end;
    let dash = matches!(sentence.word(link), "-" | "–");
    let tight = dash && sentence.is_glued(link) && sentence.is_glued(second.tokens.start);
    // "passed the House 217-213 and the Senate 51 to 49"
    let reach = if sentence.is_word(link, "to") { 12 } else { 5 };
    core.len() == 3
        && (tight || reach > 5)
        && !sentence.is_glued(second.tokens.end + 1)
        && sentence.has_beside(&core, (reach, 0), Sense::Contest)
}

/// "Levels of Assurance (LOA) 1, 2 and 3": the labels behind the letters that stand for what bears them.
fn levelled(sentence: &Sentence<'_, '_>, index: usize) -> Option<SetAside> {
    let start = sentence.numerals[index].tokens.start;
    let bracket = sentence.before(start).filter(|&bracket| sentence.word(bracket) == ")")?;
    let letters = sentence.before(bracket).map_or("", |at| sentence.word(at));
    let initials = letters.len() > 1 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let enclosed = bracket >= sentence.range.start + 2 && sentence.word(bracket - 2) == "(";
    let label = |numeral: &&Numeral| {
        let small = numeral.form == NumeralForm::Digits && numeral.whole().is_some_and(|value| value < 10);
        small && counted::after(sentence, numeral.tokens.end, Grammar::Plural).is_none()
    };
    let mut end = start;
    let mut labels = 0;
    for numeral in sentence.numerals[index..].iter().take_while(label) {
        let joint = |at: usize| matches!(sentence.word(at), "," | "and" | "or" | "to" | "-" | "–");
        if !(end..numeral.tokens.start).all(joint) {
            break;
        }
        end = numeral.tokens.end;
        labels += 1;
    }
    let plain = matches!(sentence.word(end), "," | "." | ";" | ")" | "") || sentence.has(end, Sense::Function);
    (initials && enclosed && labels > 1 && plain).then_some(SetAside { tokens: start..end, trap: Trap::Series })
}

/// A number that a capital makes part of a name: "Voyager 2", "Big Ten", "Second Amendment".
fn named(sentence: &Sentence<'_, '_>, index: usize) -> Option<SetAside> {
    let numeral = &sentence.numerals[index];
    // Every word of a title has a capital.
    let titled = matches!(sentence.block.kind, BlockKind::Title | BlockKind::Heading(_) | BlockKind::Cell { .. });
    let Range { start, end } = numeral.tokens;
    if is_primer(sentence, numeral) {
        return Some(SetAside { tokens: start - 1..end, trap: Trap::Name });
    }
    if titled && !is_label(sentence, start, end) {
        return None;
    }
    let capital = |at: usize| {
        let token = sentence.tokens.get(at).filter(|_| sentence.range.contains(&at))?;
        (token.is_capitalised() && !is_common(token.word)).then_some(())
    };
    let before = start.checked_sub(1).and_then(capital).is_some() && start - 1 > sentence.range.start;
    let after = capital(end).is_some();
    let set_aside = |tokens, trap| Some(SetAside { tokens, trap });
    match numeral.form {
        NumeralForm::Digits => {
            // "WCAG 2.0" is a name at the head of a sentence too.
            let point_nought = end == start + 1 && sentence.word(start).ends_with(".0");
            let opens_name = point_nought || is_bare_code(sentence, start, end) || is_label(sentence, start, end);
            // "Orlen.gov 2.0"
            let site = || point_nought && start > 0 && capital(shape::chunk(sentence, start - 1).start).is_some();
            let before = before || site() || (opens_name && start.checked_sub(1).and_then(capital).is_some());
            let short = end == start + 1 && !sentence.word(start).contains(',');
            let small = numeral.number().is_some_and(|number| number.value() < Exact::constant(10_000, 1));
            // "the WCAG 2.0 standards"
            let counts = || counted::after(sentence, end, Grammar::Plural).is_some();
            let initials = point_nought && is_label(sentence, start, end);
            let free = !sentence.tokens[start].glued && (initials || !counts());
            let itself = || !begins_score(sentence, index) && gapped::counted(sentence, start).is_none();
            if before && short && small && free && itself() { set_aside(start - 1..end, Trap::Model) } else { None }
        }
        NumeralForm::Words | NumeralForm::Ordinal if sentence.tokens[start].is_capitalised() => {
            let opens = start == sentence.range.start || sentence.tokens[start - 1].kind == TokenKind::Symbol;
            // "Two Russian officials" opens a sentence; "Second Amendment" is a name even there.
            // "Zero Trust is old": nothing with a name is counted at none.
            let none = numeral.number().is_some_and(|number| number.value().is_zero());
            let ranks = numeral.form == NumeralForm::Ordinal;
            // "the Fifty-ninth Congress" tells which one met.
            let session = ranks && sentence.is_word(end, "Congress");
            let name = if opens { (ranks || none) && after } else { before || after } && !session;
            if name { set_aside(start..end + usize::from(after), Trap::Name) } else { None }
        }
        _ => None,
    }
}

/// "Gem 4: Listen More", "USWDS 3.0", "ITP 2.1": a number that is part of a title.
fn is_label(sentence: &Sentence<'_, '_>, start: usize, end: usize) -> bool {
    let colon = sentence.word(end) == ":" && sentence.is_glued(end) && !sentence.is_glued(end + 1);
    let letters = start.checked_sub(1).map_or("", |at| sentence.word(at));
    let initials = letters.len() > 1 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    end == start + 1 && (colon && sentence.word(start).len() < 3 || initials && is_version(sentence.word(start)))
}

/// "2.1": one digit, a point and one more.
fn is_version(number: &str) -> bool {
    matches!(number.as_bytes(), [b'0'..=b'9', b'.', b'0'..=b'9'])
}

/// "Accessibility 101": the first course of a subject.
fn is_primer(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let Range { start, end } = numeral.tokens;
    let other = |sense| matches!(sense, Sense::Function | Sense::Boundary | Sense::Unit(..));
    let subject = sentence.before(start).is_some_and(|before| {
        let token = &sentence.tokens[before];
        token.kind == TokenKind::Word && !token.word.is_some_and(|word| word.senses().any(other))
    });
    let name = numeral.form == NumeralForm::Digits && sentence.word(start) == "101" && end == start + 1;
    // "crushed the visitors 101-64"
    let scored = sentence.is_glued(end) && matches!(sentence.word(end), "-" | "–") && sentence.is_number(end + 1);
    name && !scored && subject && counted::after(sentence, end, Grammar::Plural).is_none()
}

/// "SA 1336.": letters that open a sentence, and a number with nothing after it to count.
fn is_bare_code(sentence: &Sentence<'_, '_>, start: usize, end: usize) -> bool {
    let letters = start.checked_sub(1).map_or("", |at| sentence.word(at));
    let short = (2..=4).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    short
        && sentence
            .tokens
            .get(end)
            .is_none_or(|next| next.kind == TokenKind::Symbol && !next.is_sign(sentence.prose, '%'))
}

/// Whether a capital on this word says nothing of names: function words, months, weekdays.
fn is_common(word: Option<crate::lexicon::Word>) -> bool {
    word.is_some_and(|word| {
        word.senses().any(|sense| {
            matches!(
                sense,
                Sense::Function | Sense::Boundary | Sense::Month(_) | Sense::Weekday(_) | Sense::HedgeBefore(_)
            )
        })
    })
}
