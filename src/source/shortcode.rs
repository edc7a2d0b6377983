//! What stands in Markdown and is neither text nor Markdown: shortcodes and tags of templates,
//! expressions and imports of MDX, formulas.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr_iter, memmem};

/// Longer ones are no templates, but a stray brace.
const LONGEST: usize = 4096;

/// Templates whose content is no text.
const CODE: [&str; 8] = ["highlight", "comment", "code", "math", "katex", "mermaid", "chart", "csv"];

/// A text with its templates from `start` on overwritten by letters, byte for byte, so that what
/// Markdown finds keeps its place ("[a plan]({{< ref "plan.md" >}})" stays a link), and where they
/// are.
pub(super) fn mask(text: &str, start: usize) -> (Cow<'_, str>, Vec<Range<usize>>) {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    braces(text, start, &mut ranges);
    ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    join_code(text, &mut ranges);
    if memchr(b'$', &text.as_bytes()[start..]).is_some() {
        between_dollars(text, start, &mut ranges);
    }
    for (open, close) in [("\\(", "\\)"), ("\\[", "\\]")] {
        formulas(text, start, open, close, &mut ranges);
    }
    modules(text, start, &mut ranges);
    if ranges.is_empty() {
        return (Cow::Borrowed(text), ranges);
    }
    ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    ranges.retain(|range| {
        let apart = range.start >= end;
        end = end.max(range.end);
        apart
    });
    let mut masked = String::with_capacity(text.len());
    for range in &ranges {
        masked.push_str(&text[masked.len()..range.start]);
        masked.extend(std::iter::repeat_n('x', range.len()));
    }
    masked.push_str(&text[masked.len()..]);
    (Cow::Owned(masked), ranges)
}

/// Every stretch from a brace to the one that closes it, within one paragraph and on one side of
/// code: "{{< ref "plan.md" >}}", "{% include x %}", "{: .note }", "{props.count * 12}".
fn braces(text: &str, start: usize, ranges: &mut Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    if memchr(b'{', &bytes[start..]).is_none() {
        return;
    }
    let mut open: Vec<usize> = Vec::new();
    let mut code = false;
    for (at, &byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'{' if !code && !escaped(bytes, at) => open.push(at),
            b'}' if !code => {
                let opened = open.pop().filter(|opened| at - opened < LONGEST);
                ranges.extend(opened.map(|opened| opened..at + 1));
            }
            // A template may hold Markdown's sign for code, but only code holds a template's.
            b'`' if open.is_empty() => code = !code,
            b'\n' if bytes[..at].ends_with(b"\n") || bytes[..at].ends_with(b"\n\r") => {
                open.clear();
                code = false;
            }
            _ => {}
        }
    }
}

fn escaped(bytes: &[u8], at: usize) -> bool {
    at > 0 && bytes[at - 1] == b'\\'
}

/// "$$x^2 = 9$$", "$x = 5$": the dollar that opens stands before a sign, the one that closes behind
/// one and not before a digit, as in "$5 and $6".
fn between_dollars(text: &str, start: usize, ranges: &mut Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    let mut opened: Option<usize> = None;
    let mut after = start;
    for at in memchr_iter(b'$', &bytes[start..]).map(|at| start + at) {
        if at < after || escaped(bytes, at) {
            continue;
        }
        let width = if bytes.get(at + 1) == Some(&b'$') { 2 } else { 1 };
        after = at + width;
        let closes = opened.filter(|&open| {
            let inner = open + width..at;
            let double = bytes.get(open + 1) == Some(&b'$');
            double == (width == 2)
                && (double || !bytes[at - 1].is_ascii_whitespace())
                && !bytes.get(after).is_some_and(u8::is_ascii_digit)
                && is_formula(text, inner)
        });
        if let Some(open) = closes {
            ranges.push(open..after);
            opened = None;
        } else {
            let opens = width == 2 || bytes.get(after).is_some_and(|byte| !byte.is_ascii_whitespace());
            let of_currency = at > start && bytes[at - 1].is_ascii_alphanumeric();
            opened = (opens && !of_currency).then_some(at);
        }
    }
}

/// Every formula from `open` to the next `close`, within one paragraph.
fn formulas(text: &str, start: usize, open: &'static str, close: &'static str, ranges: &mut Vec<Range<usize>>) {
    let find = |sign: &'static str| memmem::find_iter(&text.as_bytes()[start..], sign).map(move |at| start + at);
    let mut ends = find(close).peekable();
    let mut read = start;
    for opened in find(open) {
        while ends.next_if(|&at| at < opened + open.len()).is_some() {}
        let Some(&at) = ends.peek() else { break };
        if opened >= read && is_formula(text, opened + open.len()..at) {
            read = at + close.len();
            ranges.push(opened..read);
        }
    }
}

/// Whether a stretch is one of mathematics: dollars and brackets stand in prose too.
fn is_formula(text: &str, range: Range<usize>) -> bool {
    if range.len() > LONGEST {
        return false;
    }
    let Some(inner) = text.get(range) else { return false };
    inner.contains(['\\', '^', '_', '=']) && paragraph_end(inner, 0) == inner.len()
}

/// Where the next blank line begins, else the end of the text.
fn paragraph_end(text: &str, at: usize) -> usize {
    let mut ends = memchr_iter(b'\n', &text.as_bytes()[at..]).map(|end| at + end);
    ends.find(|&end| text[end + 1..].trim_start_matches('\r').starts_with('\n')).unwrap_or(text.len())
}

/// Paragraphs of JavaScript: "import Chart from './chart.js'", "export const year = 2024".
fn modules(text: &str, start: usize, ranges: &mut Vec<Range<usize>>) {
    const DECLARED: [&str; 8] = ["const ", "let ", "var ", "default ", "function ", "async ", "class ", "{"];
    for word in ["import ", "export "] {
        let mut read = start;
        for at in memmem::find_iter(&text.as_bytes()[start..], word).map(|at| start + at) {
            if !(at == start || text[..at].ends_with('\n')) || at < read {
                continue;
            }
            let end = paragraph_end(text, at);
            let (line, _) = text[at..end].split_once('\n').unwrap_or((&text[at..end], ""));
            let rest = &line[word.len()..];
            let declares = match word {
                "export " => DECLARED.iter().any(|declared| rest.starts_with(declared)),
                _ => rest.starts_with(['\'', '"', '{']) || line.contains(" from '") || line.contains(" from \""),
            };
            if declares {
                ranges.push(at..end);
                read = end;
            }
        }
    }
}

/// Joins what opens and what closes a stretch of code, with the code between them.
fn join_code(text: &str, ranges: &mut [Range<usize>]) {
    let mut opened: Option<(usize, &str)> = None;
    for index in 0..ranges.len() {
        let (name, arguments) = name(&text[ranges[index].clone()]);
        match opened {
            // "{{< highlight >}}" without a language is a marker pen's.
            None if CODE.contains(&name) && (name != "highlight" || arguments) => opened = Some((index, name)),
            Some((first, code)) if name.trim_start_matches('/').trim_start_matches("end") == code && name != code => {
                ranges[first].end = ranges[index].end;
                opened = None;
            }
            _ => {}
        }
    }
}

/// The first word of a template, "highlight" in "{{< highlight go >}}", and whether more follow.
fn name(template: &str) -> (&str, bool) {
    let inner = template.trim_start_matches(['{', '<', '%', '-', ' ', '\t', '\n']);
    let end = inner.find([' ', '\t', '\n', '>', '%', '-', '}']).unwrap_or(inner.len());
    (&inner[..end], inner[end..].contains(char::is_alphanumeric))
}

/// What a template says to whoever reads the source: "{/* … */}", "{{/* … */}}", "{# … #}", "{% # … %}".
pub(super) fn comment(template: &str) -> &str {
    template.trim_matches(['{', '}', '/', '*', '#', '%', ' ', '\t', '\n'])
}
