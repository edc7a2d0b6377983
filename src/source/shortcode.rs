//! Templates inside Markdown, which are neither text nor Markdown: shortcodes of Hugo, tags of
//! Jekyll and Liquid, and formulas.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;

/// How each begins and ends.
const SHAPES: [(&str, &str); 5] = [("{{", "}}"), ("{%", "%}"), ("{:", "}"), ("$$", "$$"), ("{#", "#}")];

/// Longer ones are no templates, but a stray brace.
const LONGEST: usize = 4096;

/// Templates whose content is no text.
const CODE: [&str; 5] = ["highlight", "comment", "code", "math", "mermaid"];

/// A text with its templates overwritten by letters, byte for byte, so that what Markdown finds
/// keeps its place ("[a plan]({{< ref "plan.md" >}})" stays a link), and where they are.
pub(super) fn mask(text: &str) -> (Cow<'_, str>, Vec<Range<usize>>) {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (open, close) in SHAPES {
        ranges.extend(find(text, open, close));
    }
    if ranges.is_empty() {
        return (Cow::Borrowed(text), ranges);
    }
    ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    join_code(text, &mut ranges);
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

/// Every stretch from `open` to the next `close`, within one paragraph.
fn find(text: &str, open: &'static str, close: &'static str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut closes = memmem::find_iter(text.as_bytes(), close).peekable();
    let mut at = 0;
    for start in memmem::find_iter(text.as_bytes(), open) {
        if start < at {
            continue;
        }
        while closes.next_if(|&close| close < start + open.len()).is_some() {}
        let Some(&end) = closes.peek() else { break };
        let end = end + close.len();
        let within = &text[start..end.min(text.len())];
        // "$$" is also how reviews say that a place is dear.
        let formula = || open != "$$" || within.contains(['\\', '^', '_', '=']);
        if within.len() <= LONGEST && formula() && !within.contains("\n\n") {
            at = end;
            ranges.push(start..end);
        }
    }
    ranges
}

/// Joins what opens and what closes a stretch of code, with the code between them.
fn join_code(text: &str, ranges: &mut [Range<usize>]) {
    let mut opened: Option<(usize, &str)> = None;
    for index in 0..ranges.len() {
        let name = name(&text[ranges[index].clone()]);
        match opened {
            None if CODE.contains(&name) => opened = Some((index, name)),
            Some((first, code)) if name.trim_start_matches('/').trim_start_matches("end") == code && name != code => {
                ranges[first].end = ranges[index].end;
                opened = None;
            }
            _ => {}
        }
    }
}

/// The first word of a template: "highlight" in "{{< highlight go >}}".
fn name(template: &str) -> &str {
    let inner = template.trim_start_matches(['{', '<', '%', '-', ' ', '\t', '\n']);
    inner.split([' ', '\t', '\n', '>', '%', '-', '}']).next().unwrap_or_default()
}
