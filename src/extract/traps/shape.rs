//! Traps that show by the signs and letters around a number: "F-35", "+44 20 7946 0000",
//! "https://…/2025/03", "H1N1".

use std::ops::Range;

use super::SetAside;
use crate::extract::Sentence;
use crate::extract::counted::{self, Grammar};
use crate::extract::numeral::{Numeral, NumeralForm};
use crate::lexicon::{Affiliation, Begins, Sense, Trap};
use crate::text::{Token, TokenKind, phrase_at};

/// The tokens without white space between them around the one at `at`.
pub(super) fn chunk(sentence: &Sentence<'_, '_>, at: usize) -> Range<usize> {
    let parts = |at: usize| matches!(sentence.word(at), "—" | "“" | "”" | "(" | ")" | "\"");
    let mut start = at;
    while start > sentence.range.start && sentence.tokens[start].glued && !parts(start - 1) {
        start -= 1;
    }
    let mut end = at + 1;
    while end < sentence.range.end && sentence.tokens[end].glued && !parts(end) {
        end += 1;
    }
    start..end
}

/// Whether a chunk is a URL, an e-mail address or a path.
pub(super) fn is_address(sentence: &Sentence<'_, '_>, chunk: &Range<usize>) -> bool {
    if chunk.len() < 3 {
        return false;
    }
    let (mut strokes, mut letters) = (0, false);
    for at in chunk.clone() {
        let token = &sentence.tokens[at];
        match token.kind {
            TokenKind::Word => letters |= token.end - token.start > 1,
            TokenKind::Number => {}
            TokenKind::Symbol => match sentence.word(at) {
                "@" | "\\" | "_" | "=" | "{" | "}" => return true,
                "/" => strokes += 1,
                _ => {}
            },
        }
    }
    letters && strokes >= 2
}

/// A number that letters or signs make part of a name or code: "F-35", "5G", "737-800", "007".
pub(super) fn code(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<SetAside> {
    let Range { start, end } = numeral.tokens;
    let before = glued_before(sentence, start);
    let after = glued_after(sentence, end);
    let set_aside = |tokens: Range<usize>, trap| Some(SetAside { tokens, trap });
    if let Some(at) = before {
        let token = &sentence.tokens[at];
        match token.kind {
            TokenKind::Word if !is_money(token) => return set_aside(at..end, Trap::Model),
            TokenKind::Symbol if matches!(sentence.word(at), "-" | "‑") => {
                if let Some(name) = glued_before(sentence, at).filter(|&name| names_model(sentence, name)) {
                    return set_aside(name..end, Trap::Model);
                }
            }
            // "Circular A–130"
            TokenKind::Symbol if sentence.word(at) == "–" => {
                let letter = |name: &usize| sentence.word(*name).len() == 1 && sentence.is_capitalised(*name);
                if let Some(name) = glued_before(sentence, at).filter(letter) {
                    return set_aside(name..end, Trap::Model);
                }
            }
            TokenKind::Symbol if matches!(sentence.word(at), "#" | "№") => return set_aside(at..end, Trap::Code),
            TokenKind::Symbol | TokenKind::Word | TokenKind::Number => {}
        }
    }
    // "1120-AB29"
    if let Some(end) = after.and_then(|at| capitals_and_digits(sentence, at)) {
        return set_aside(start..end, Trap::Code);
    }
    let digits = matches!(numeral.form, NumeralForm::Digits | NumeralForm::Suffixed);
    if digits && let Some(end) = lettered(sentence, end) {
        return set_aside(start..end, Trap::Citation);
    }
    if digits && after.is_some_and(|at| is_letters(sentence, at)) {
        return set_aside(start..end + 1, Trap::Model);
    }
    let linked = |at: Option<usize>, outward: fn(&Sentence<'_, '_>, usize) -> Option<usize>| {
        let sign = at.filter(|&at| matches!(sentence.word(at), "/" | ":" | "." | "*" | "^"))?;
        outward(sentence, sign).filter(|&at| sentence.tokens[at].kind == TokenKind::Number)
    };
    let proportion = |core: Range<usize>| core.len() == 3 && sentence.tells_proportion(&core);
    if let Some(other) = linked(before, glued_before).filter(|&other| !proportion(other..end)) {
        return set_aside(other..end, Trap::Code);
    }
    if let Some(other) =
        linked(after, |sentence, at| glued_after(sentence, at + 1)).filter(|&other| !proportion(start..other + 1))
    {
        return set_aside(start..other + 1, Trap::Code);
    }
    None
}

/// One past "-AB29": capitals and digits that go on a code behind its hyphen at `at`.
fn capitals_and_digits(sentence: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let tied = (at..at + 3).all(|at| at < sentence.range.end && sentence.is_glued(at));
    let letters = sentence.word(at + 1);
    let capitals = !letters.is_empty() && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    (tied && sentence.word(at) == "-" && capitals && sentence.is_number(at + 2)).then_some(at + 3)
}

/// One past the letter in brackets that follows the number of a passage: "1324b(g)".
fn lettered(sentence: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let letter = |at: usize| {
        let token = sentence.tokens.get(at)?;
        (token.kind == TokenKind::Word && token.end - token.start == 1).then_some(())
    };
    let tied = (at..at + 3).all(|at| at < sentence.range.end && sentence.is_glued(at));
    letter(at + 1).filter(|()| tied && sentence.word(at) == "(" && sentence.word(at + 2) == ")").map(|()| at + 3)
}

/// "8401(20)", "section 1101(56)", "Journal of Law, 53(2)": a number with another in brackets right behind it.
pub(super) fn sectioned(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<SetAside> {
    let Range { start, end } = numeral.tokens;
    let tied = end == start + 1 && (end..end + 3).all(|at| at < sentence.range.end && sentence.is_glued(at));
    let short = sentence.is_number(end + 1) && sentence.word(end + 1).len() < 3;
    let enclosed = tied && short && sentence.word(end) == "(" && sentence.word(end + 2) == ")";
    enclosed.then_some(SetAside { tokens: start..end + 3, trap: Trap::Reference })
}

/// "No. 96-1285": the number of a case.
pub(super) fn docketed(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<SetAside> {
    let Range { start, end } = numeral.tokens;
    let stop = sentence.before(start).filter(|&stop| matches!(sentence.word(stop), "." | ":"))?;
    let sign = sentence.before(stop).filter(|&sign| matches!(sentence.word(sign), "No" | "no" | "Nos"))?;
    let tied = matches!(sentence.word(end), "-" | "–") && sentence.is_glued(end) && sentence.is_glued(end + 1);
    (tied && sentence.is_number(end + 1)).then_some(SetAside { tokens: sign..end + 2, trap: Trap::Code })
}

/// "And, number two, the rate is up", "and, three, we go": a number that only tells the points of a speech apart.
pub(super) fn point(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> Option<SetAside> {
    let Range { start, end } = numeral.tokens;
    let before = sentence.before(start)?;
    let sign = if sentence.is_word(before, "number") { before } else { start };
    let opens = |at| matches!(sentence.word(at), "," | ":" | ";" | "and" | "-" | "—" | "\u{201c}" | "`" | "``");
    let goes_on = || {
        let and = sentence.before(before).is_some_and(|at| sentence.is_word(at, "and"));
        sentence.word(before) == "," && and && numeral.form == NumeralForm::Words
    };
    let opened = if sign < start { sentence.before(sign).is_none_or(opens) } else { goes_on() };
    let closes = matches!(sentence.word(end), "," | ":") && numeral.whole().is_some_and(|point| point < 20);
    (opened && closes).then_some(SetAside { tokens: sign..end, trap: Trap::ListMarker })
}

/// "347 U.S. 483": the volume and page of a report, with initials between.
pub(super) fn reported(sentence: &Sentence<'_, '_>, index: usize) -> Option<SetAside> {
    let [volume, page] = sentence.numerals.get(index..index + 2)? else { return None };
    let plain = |numeral: &Numeral| {
        let digits = sentence.word(numeral.tokens.start).bytes().all(|byte| byte.is_ascii_digit());
        digits && numeral.form == NumeralForm::Digits && numeral.tokens.len() == 1
    };
    let between = volume.tokens.end..page.tokens.start;
    let initials = sentence.word(between.start);
    let stops = initials.bytes().filter(|&byte| byte == b'.').count() > 1
        && initials.bytes().all(|byte| byte == b'.' || byte.is_ascii_uppercase());
    let clock = |at: usize| sentence.sense(at, |sense| matches!(sense, Sense::DayHalf(_)).then_some(())).is_some();
    let reads = between.len() == 1 && stops && plain(volume) && plain(page) && !clock(between.start);
    let counts = || counted::after(sentence, page.tokens.end, Grammar::Plural).is_some();
    (reads && !counts()).then_some(SetAside { tokens: volume.tokens.start..page.tokens.end, trap: Trap::Citation })
}

/// Phone numbers and post codes that begin at the numeral at `index`.
pub(super) fn contact(sentence: &Sentence<'_, '_>, index: usize) -> Option<SetAside> {
    let start = sentence.numerals[index].tokens.start;
    if sentence.tokens[start].kind != TokenKind::Number {
        return None;
    }
    if is_post_code(sentence, start) {
        return Some(SetAside { tokens: start..start + 1, trap: Trap::Contact });
    }
    if is_lettered_number(sentence, start) {
        return Some(SetAside { tokens: start..start + 5, trap: Trap::Contact });
    }
    if is_short_code(sentence, start) {
        return Some(SetAside { tokens: start..start + 1, trap: Trap::Contact });
    }
    let (end, parts) = chain(sentence, start)?;
    let first = sentence.word(start).len();
    let last = sentence.word(end - 1);
    let plus = glued_before(sentence, start).is_some_and(|at| sentence.word(at) == "+");
    let enclosed = glued_before(sentence, start).is_some_and(|at| sentence.word(at) == "(") && first == 3;
    // "555-0142"; "224-3448" where the sentence says whom to call.
    let local =
        parts == 2 && first == 3 && last.len() == 4 && (last.starts_with('0') || tells_contact(sentence, start));
    let area = parts == 2 && (4..=5).contains(&first) && last.len() >= 5 && sentence.word(start).starts_with('0');
    let national = parts >= 3 && matches!(last.len(), 3 | 4) && (first <= 4 || enclosed);
    let trap = match (plus && parts > 1) || (enclosed && parts == 3) || local || area {
        true => Trap::Contact,
        // "2022-02-24" is a date, if the finder of dates sees one.
        false if national && sentence.word(start).starts_with('0') && !is_day(sentence, start, end) => Trap::Contact,
        false if national && joined_by_hyphens(sentence, start, end) => Trap::Code,
        false => return None,
    };
    Some(SetAside { tokens: start..end, trap })
}

/// "02-02-2020": a day of a month in digits.
fn is_day(sentence: &Sentence<'_, '_>, start: usize, end: usize) -> bool {
    let part = |at: usize, most: u8| {
        let text = sentence.word(at);
        text.len() == 2 && text.parse().is_ok_and(|part: u8| (1..=most).contains(&part))
    };
    let year = sentence.word(end - 1);
    end == start + 5 && part(start, 31) && part(start + 2, 31) && year.len() == 4 && year.starts_with(['1', '2'])
}

/// Whether the sentence says to call or write before `at`.
fn tells_contact(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let calls = |at: usize| sentence.has(at, Sense::Designator(Trap::Contact)) || sentence.is_word(at, "contact");
    (sentence.range.start..at).any(calls)
}

/// "1-844-USA-GOV1": a number that is dialled by its letters.
fn is_lettered_number(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let dash = |at: usize| sentence.word(at) == "-" && sentence.is_glued(at) && sentence.is_glued(at + 1);
    let area = sentence.word(at + 2);
    let toll_free =
        sentence.word(at) == "1" && dash(at + 1) && area.len() == 3 && area.starts_with('8') && dash(at + 3);
    toll_free && sentence.tokens.get(at + 4).is_some_and(Token::is_capitalised)
}

/// "text WORD to 872468": what a message is sent to.
fn is_short_code(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let digits = sentence.word(at);
    let short = matches!(digits.len(), 5 | 6) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let to = sentence.before(at).filter(|&to| short && sentence.is_word(to, "to"));
    to.is_some_and(|to| tells_contact(sentence, to))
}

/// Whether a number is one that is dialled: "911", "555-0142", "116 123".
pub(super) fn dials(sentence: &Sentence<'_, '_>, numeral: &Numeral) -> bool {
    let start = numeral.tokens.start;
    let digits = sentence.word(start);
    let plain = digits.len() >= 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain || chain(sentence, start).is_some_and(|(_, parts)| parts >= 2)
}

/// The end of a chain of digits joined by hyphens, dots, spaces and brackets, and how many parts it
/// has.
fn chain(sentence: &Sentence<'_, '_>, start: usize) -> Option<(usize, usize)> {
    let mut end = start + 1;
    let mut parts = 1;
    loop {
        let mut next = end;
        while next < sentence.range.end && next < end + 2 && matches!(sentence.word(next), "-" | "‑" | "." | ")" | "(")
        {
            next += 1;
        }
        let number =
            sentence.tokens.get(next).filter(|token| next < sentence.range.end && token.kind == TokenKind::Number);
        let digits = number.is_some_and(|token| token.text(sentence.prose).bytes().all(|byte| byte.is_ascii_digit()));
        if !digits {
            return (parts > 1).then_some((end, parts));
        }
        end = next + 1;
        parts += 1;
    }
}

fn joined_by_hyphens(sentence: &Sentence<'_, '_>, start: usize, end: usize) -> bool {
    (start..end).skip(1).all(|at| sentence.tokens[at].glued)
}

/// "Washington, D.C. 20500", "NY 10001".
fn is_post_code(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let digits = sentence.word(at);
    if digits.len() != 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let mut before = at;
    while before > sentence.range.start {
        before -= 1;
        let token = &sentence.tokens[before];
        if token.kind != TokenKind::Symbol {
            let state = |sense: Sense| matches!(sense, Sense::Affiliation(Affiliation::State(_)));
            let code = token.end - token.start == 2
                && token.text(sentence.prose).bytes().all(|byte| byte.is_ascii_uppercase());
            return code
                || token
                    .word
                    .is_some_and(|word| word.phrases().iter().any(|phrase| phrase.senses.iter().copied().any(state)));
        }
    }
    false
}

/// The token before `at` where nothing parts the two.
fn glued_before(sentence: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    (at > sentence.range.start && sentence.tokens[at].glued).then(|| at - 1)
}

/// The token at `at` where nothing parts it from the one before.
fn glued_after(sentence: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    (at < sentence.range.end && sentence.tokens[at].glued).then_some(at)
}

/// Whether a word before a hyphen and a number names a model: "F", "COVID", "catch"; not
/// "March-2020", "mid-2019", "one-in-five".
fn names_model(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let text = token.text(sentence.prose);
    let letters = token.kind == TokenKind::Word && !(token.glued && follows_number(sentence, at));
    let ordinary = token.word.is_some_and(|word| {
        word.may_begin(Begins::NUMERAL)
            || word
                .senses()
                .any(|sense| matches!(sense, Sense::Function | Sense::Boundary | Sense::Month(_) | Sense::Weekday(_)))
    });
    letters && (!ordinary || text.len() == 1) && !sentence.has(at, Sense::Prefix) && !is_money(token)
}

fn follows_number(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    at > sentence.range.start && sentence.tokens[at - 1].kind == TokenKind::Number
}

/// Whether the token at `at` is a word that makes the digits before it a name: "5G", "4x4"; not a
/// unit, a currency or "1990s".
fn is_letters(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let text = token.text(sentence.prose);
    if token.kind != TokenKind::Word || text == "s" || text.starts_with(['\'', '’']) {
        return false;
    }
    let measures = phrase_at(sentence.prose, &sentence.tokens[..sentence.range.end], at, |phrase| {
        let unit = |sense: &Sense| {
            matches!(sense, Sense::Unit(..) | Sense::Currency(..) | Sense::ScaleSuffix(_) | Sense::Scale(_))
        };
        phrase.senses.iter().any(unit).then_some(())
    });
    let clock =
        ["am", "pm", "a.m.", "p.m.", "h", "bc", "ad", "bce", "ce"].iter().any(|word| text.eq_ignore_ascii_case(word));
    measures.is_none() && !clock
}

/// Whether a token is a sign, code or word of money.
fn is_money(token: &Token) -> bool {
    token.word.is_some_and(|word| {
        word.phrases().iter().any(|phrase| phrase.senses.iter().any(|sense| matches!(sense, Sense::Currency(..))))
    })
}
