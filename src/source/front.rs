//! Front matter of Markdown: the title and the summary are text to be checked, the date is the
//! draft's; everything else is for machines.

use std::ops::Range;

use super::builder::Builder;
use super::html::Inline;
use super::{BlockKind, date, json, text_start};

/// How many keys are looked into for words that readers see.
const TITLES: [&str; 3] = ["title", "headline", "linktitle"];
const SUMMARIES: [&str; 6] = ["description", "summary", "subtitle", "deck", "dek", "excerpt"];
const DATES: [&str; 4] = ["date", "pubdate", "publishdate", "published"];

/// Reads front matter in YAML, TOML or JSON at the start of a file; returns where the text begins.
pub(super) fn read(builder: &mut Builder<'_>) -> usize {
    let file = builder.file;
    let start = text_start(file);
    if let Some(body) = json::read(file, start, |key, value| entry(builder, key, value)) {
        return body;
    }
    let Some((matter, body)) = find(file, start).or_else(|| below(file, start)) else { return start };
    let mut at = matter.start;
    while at < matter.end {
        let line = line_at(file, at, matter.end);
        if file[line.clone()].starts_with('[') {
            // "[params]": what follows is no longer the draft's own.
            break;
        }
        let key = key(file, &line);
        let next = key.and_then(|(_, value)| block_end(file, value, matter.end));
        let next = next.unwrap_or_else(|| entry_end(file, &line, matter.end));
        if let Some((key, value)) = key {
            entry(builder, key, value..next);
        }
        at = next;
    }
    body
}

/// What lies between the fences, and where the text after them begins.
fn find(file: &str, start: usize) -> Option<(Range<usize>, usize)> {
    let first = line_at(file, start, file.len());
    let fence = file[first.clone()].trim_end();
    if fence != "---" && fence != "+++" {
        return None;
    }
    let mut at = first.end;
    while at < file.len() {
        let line = line_at(file, at, file.len());
        let text = file[line.clone()].trim_end();
        if text == fence || (fence == "---" && text == "...") {
            return Some((first.end..line.start, line.end));
        }
        at = line.end;
    }
    None
}

/// The same below blank lines; there two entries at least make it front matter, and no stretch between lines
/// drawn across the page.
fn below(file: &str, start: usize) -> Option<(Range<usize>, usize)> {
    let text = file[start..].trim_start_matches(['\n', '\r']);
    let (matter, body) = find(file, file.len() - text.len())?;
    let first = line_at(file, matter.start, matter.end);
    let second = entry_end(file, &first, matter.end);
    // "Note: the mayor spoke." between two lines drawn across the page is text.
    let several = second < matter.end && key(file, &line_at(file, second, matter.end)).is_some();
    key(file, &first).filter(|_| several).map(|_| (matter, body))
}

/// The line that begins at `at`, its end included.
fn line_at(file: &str, at: usize, end: usize) -> Range<usize> {
    at..memchr::memchr(b'\n', &file.as_bytes()[at..end]).map_or(end, |newline| at + newline + 1)
}

/// Where the entry that begins with this line ends: before the next line that is not indented.
fn entry_end(file: &str, line: &Range<usize>, end: usize) -> usize {
    let mut at = line.end;
    while at < end {
        let next = line_at(file, at, end);
        let text = &file[next.clone()];
        if !text.trim().is_empty() && !text.starts_with([' ', '\t', '-', ']', '}']) {
            break;
        }
        at = next.end;
    }
    at
}

/// Where a value in three quotation marks ends, with its line.
fn block_end(file: &str, value: usize, end: usize) -> Option<usize> {
    let text = file[value..end].trim_start_matches([' ', '\t']);
    let quote = ["\"\"\"", "'''"].into_iter().find(|quote| text.starts_with(quote))?;
    let inner = end - text.len() + quote.len();
    let close = inner + file[inner..end].find(quote)? + quote.len();
    Some(line_at(file, close, end).end)
}

/// The key of a line and where its value begins.
fn key<'f>(file: &'f str, line: &Range<usize>) -> Option<(&'f str, usize)> {
    let text = &file[line.clone()];
    let sign = text.find([':', '='])?;
    let key = text[..sign].trim_end().trim_matches('"');
    let plain = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    (plain && !key.is_empty()).then_some((key, line.start + sign + 1))
}

fn entry(builder: &mut Builder<'_>, key: &str, value: Range<usize>) {
    let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(key));
    let text = &builder.file[value.clone()];
    if is(&TITLES) {
        builder.open(BlockKind::Title);
        scalar(builder, value);
    } else if is(&SUMMARIES) {
        builder.open(BlockKind::Paragraph);
        scalar(builder, value);
    } else if is(&DATES) {
        builder.date = builder.date.or_else(|| date::stated(text));
    } else if key == "factdiff" {
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
        let mut words = words.skip_while(|&word| word != "ignore");
        if words.next().is_some() {
            let rules = words.take_while(|&word| word != "reason").filter(|&word| word != "all" && word != "true");
            let rules = rules.fold(String::new(), |rules, word| rules + " " + word);
            builder.comment(&format!("factdiff: ignore-file{rules}"), value);
        }
    }
    builder.close();
}

/// Writes the text of a scalar, in whichever way it is quoted.
fn scalar(builder: &mut Builder<'_>, value: Range<usize>) {
    let text = &builder.file[value.clone()];
    let start = value.start + (text.len() - text.trim_start_matches([' ', '\t']).len());
    let text = &builder.file[start..value.end];
    let quotes = ["\"\"\"", "'''", "\"", "'"];
    if let Some(quote) = quotes.into_iter().find(|quote| text.starts_with(quote)) {
        return quoted(builder, start + quote.len()..value.end, quote);
    }
    if text.starts_with(['[', '{', '&', '*', '!']) {
        return;
    }
    if text.starts_with(['>', '|']) {
        return lines(builder, line_at(builder.file, start, value.end).end..value.end);
    }
    let comment = text.find(" #").map_or(text.len(), |comment| comment);
    lines(builder, start..start + comment);
}

/// Writes lines without the white space they are indented by.
fn lines(builder: &mut Builder<'_>, range: Range<usize>) {
    let mut at = range.start;
    while at < range.end {
        let line = line_at(builder.file, at, range.end);
        let text = &builder.file[line.clone()];
        let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
        write(builder, line.start + indent..line.end);
        at = line.end;
    }
}

/// Writes a quoted scalar up to its closing quote.
fn quoted(builder: &mut Builder<'_>, range: Range<usize>, quote: &str) {
    let mut at = range.start;
    let mut plain = at;
    while at < range.end {
        let rest = &builder.file[at..range.end];
        let (taken, stands_for) = if quote == "'" && rest.starts_with("''") {
            (2, Some('\''))
        } else if rest.starts_with(quote) {
            break;
        } else if quote.starts_with('"') && rest.starts_with('\\') {
            escape(rest)
        } else {
            (rest.chars().next().map_or(1, char::len_utf8), None)
        };
        if let Some(stands_for) = stands_for {
            write(builder, plain..at);
            builder.replace(stands_for.encode_utf8(&mut [0; 4]), at..at + taken);
            plain = at + taken;
        }
        at += taken;
    }
    write(builder, plain..at);
}

/// Writes text as the page will show it: templates put it between tags.
fn write(builder: &mut Builder<'_>, range: Range<usize>) {
    Inline::default().text_with_entities(builder, range);
}

/// How long an escape is and what it stands for, as JSON, TOML and YAML agree.
fn escape(text: &str) -> (usize, Option<char>) {
    let Some(sign) = text[1..].chars().next() else { return (1, None) };
    let code = |digits: usize| {
        let code = text.get(2..2 + digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        code.map_or((2, Some(' ')), |code| (2 + digits, Some(char::from_u32(code).unwrap_or('\u{fffd}'))))
    };
    match sign {
        'u' => code(4),
        'U' => code(8),
        'x' => code(2),
        'n' | 't' | 'r' | '\n' | '_' => (2, Some(' ')),
        sign => (1 + sign.len_utf8(), Some(sign)),
    }
}
