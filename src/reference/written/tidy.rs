//! A file in the house's hand: keys in their order, two spaces a step, a blank line between facts.
//! Comments go with what they stand above.

use std::ops::Range;

use super::page::Page;
use super::scalar::Setting;
use super::sketch::rank;
use crate::reference::keys;
use crate::reference::tree::{Content, Node};

/// Spaces before the dash of a fact, and before its keys.
const DASH: usize = 2;
const KEYS: usize = 4;

/// A key with its value.
type Pair<'y> = (Node<'y>, Node<'y>);

/// The text anew; the same where the file is written in a manner that is left alone.
pub(super) fn tidy(text: &str, root: &Node<'_>) -> String {
    let page = Page::new(text);
    let Content::Map(pairs) = &root.content else { return text.to_owned() };
    let lines: Vec<&str> = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
    let hand = Hand { page, lines };
    let column = pairs.first().map_or(1, |(key, _)| key.place.column);
    if page.setting(root) == Setting::Flow || column != 1 {
        return text.to_owned();
    }
    let mut out: Vec<String> = Vec::new();
    let mut next = 0;
    for (number, pair) in pairs.iter().enumerate() {
        let own = hand.lines_of(pair);
        let above = hand.comments(next..own.start);
        if number > 0 && out.last().is_some_and(|line| !line.is_empty()) {
            out.push(String::new());
        }
        out.extend(if number == 0 { hand.head(own.start) } else { above });
        hand.section(pair, &mut out);
        next = own.end;
    }
    let foot = hand.paragraphs(next..hand.lines.len());
    if !foot.is_empty() {
        out.extend(foot);
    }
    while out.last().is_some_and(String::is_empty) {
        out.pop();
    }
    out.push(String::new());
    out.join(page.newline)
}

/// A file by its lines.
struct Hand<'t> {
    page: Page<'t>,
    lines: Vec<&'t str>,
}

impl Hand<'_> {
    /// The lines that a key and its value stand on, from 0.
    fn lines_of(&self, pair: &Pair<'_>) -> Range<usize> {
        let first = pair.0.place.line as usize - 1;
        first..self.line_of(pair.0.place.start as usize, first, self.page.pair_end(pair)) + 1
    }

    /// The line of a byte that stands behind another, whose line is known.
    fn line_of(&self, from: usize, line: usize, to: usize) -> usize {
        let between = self.page.text.as_bytes().get(from..to).unwrap_or_default();
        line + memchr::memchr_iter(b'\n', between).count()
    }

    /// What stands before the first key: comments and the blank lines between them.
    fn head(&self, end: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for line in &self.lines[..end] {
            let line = line.trim_end();
            if !line.is_empty() || lines.last().is_some_and(|last: &String| !last.is_empty()) {
                lines.push(line.to_owned());
            }
        }
        lines
    }

    /// The comments of some lines, as they stand.
    fn comments(&self, lines: Range<usize>) -> Vec<String> {
        let lines = self.lines[lines].iter().map(|line| line.trim_end());
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// Comments at the foot of a file, with a blank line wherever there is one.
    fn paragraphs(&self, lines: Range<usize>) -> Vec<String> {
        let mut paragraphs = Vec::new();
        for line in &self.lines[lines] {
            let line = line.trim_end();
            if !line.is_empty() || paragraphs.last().is_none_or(|last: &String| !last.is_empty()) {
                paragraphs.push(line.to_owned());
            }
        }
        paragraphs
    }

    /// A key at the margin with what it owns.
    fn section(&self, pair: &Pair<'_>, out: &mut Vec<String>) {
        let (key, value) = pair;
        match (key.text(), &value.content) {
            (Some("facts"), Content::List(items)) if self.page.setting(value) == Setting::Block => {
                out.push(self.lines[key.place.line as usize - 1].trim_end().to_owned());
                self.facts(key.place.line as usize, items, out);
            }
            (Some("defaults"), Content::Map(pairs))
                if self.page.setting(value) == Setting::Block && self.is_plain(value, key.place.line as usize) =>
            {
                out.push(self.lines[key.place.line as usize - 1].trim_end().to_owned());
                out.extend(self.mapping(key.place.line as usize, pairs, "defaults", DASH));
            }
            (_, _) => out.extend(self.lines[self.lines_of(pair)].iter().map(|line| (*line).to_owned())),
        }
    }

    /// The facts below their key, which stands on the line before `next`.
    fn facts(&self, mut next: usize, items: &[Node<'_>], out: &mut Vec<String>) {
        let mut before = Setting::Flow;
        for (number, item) in items.iter().enumerate() {
            let indent = self.page.indent(item);
            let key_line = item.head().line as usize - 1;
            let first = self.dash_line(key_line, indent.dash);
            let last = self.line_of(item.head().start as usize, key_line, self.page.end(item));
            // A comment that stands deeper than the dash belongs to the fact before.
            let gap = &self.lines[next.min(first)..first];
            let deep = |line: &&&str| line.trim_start().starts_with('#') && column(line) > indent.dash;
            let foot = if number == 0 { 0 } else { gap.iter().take_while(deep).count() };
            out.extend(self.comments(next..next + foot).iter().map(|line| at(KEYS, line)));
            let above = self.comments(next + foot..first.max(next + foot));
            let setting = self.page.setting(item);
            let spaced = gap.iter().any(|line| line.trim().is_empty());
            let rows = (before, setting) == (Setting::Flow, Setting::Flow);
            if number > 0 && (spaced || !rows) {
                out.push(String::new());
            }
            // What stands at the margin was put there, often to be uncommented.
            out.extend(above.iter().map(|line| if line.starts_with('#') { line.clone() } else { at(DASH, line) }));
            out.extend(self.fact(item, first, last + 1));
            next = last + 1;
            before = setting;
        }
    }

    /// The line of the dash of an item whose first key stands on a line.
    fn dash_line(&self, key_line: usize, dash: usize) -> usize {
        let is_dash = |line: &usize| self.lines[*line].get(dash..).is_some_and(|rest| rest.starts_with('-'));
        (0..=key_line).rev().take(4).find(is_dash).unwrap_or(key_line)
    }

    /// The lines of a fact, keys in order.
    fn fact(&self, item: &Node<'_>, first: usize, end: usize) -> Vec<String> {
        let indent = self.page.indent(item);
        let key_line = item.head().line as usize - 1;
        let plain = key_line == first && self.is_plain(item, first);
        match &item.content {
            Content::Map(pairs) if plain && self.page.setting(item) == Setting::Block => {
                let mut lines = self.mapping(first, pairs, "facts", KEYS);
                let keyed = lines.iter().position(|line| !line.trim_start().starts_with('#')).unwrap_or_default();
                // Comments above what is now the first key stand above the fact.
                for line in &mut lines[..keyed] {
                    *line = at(DASH, line);
                }
                if let Some(line) = lines.get_mut(keyed) {
                    *line = format!("{}- {}", " ".repeat(DASH), line.trim_start());
                }
                lines
            }
            Content::Map(pairs) if plain && end == first + 1 && !pairs.is_empty() => {
                let line = self.lines[first];
                let close = self.page.end(item)
                    - (item.place.start as usize - self.page.line_before(item.place.start as usize).len());
                let rest = line.get(close..).unwrap_or_default().trim_end();
                let pairs: Vec<&str> = ordered(pairs, "facts").map(|pair| self.raw(pair)).collect();
                vec![format!("{}- {{{}}}{rest}", " ".repeat(DASH), pairs.join(", "))]
            }
            Content::Map(_) | Content::List(_) | Content::Text(..) => self.shifted(first..end, indent.dash, DASH),
        }
    }

    /// The lines of the keys of a mapping in their order, each with the comments above it; those above the
    /// first begin at line `next`.
    fn mapping(&self, mut next: usize, pairs: &[Pair<'_>], owner: &str, spaces: usize) -> Vec<String> {
        let mut chunks: Vec<(usize, Vec<String>)> = Vec::with_capacity(pairs.len());
        let order = keys::below(owner);
        for pair in pairs {
            let own = self.lines_of(pair);
            let mut lines: Vec<String> =
                self.comments(next.min(own.start)..own.start).iter().map(|line| at(spaces, line)).collect();
            lines.extend(self.pair(pair, own.clone(), spaces));
            chunks.push((rank(pair.0.text().unwrap_or_default(), order), lines));
            next = own.end;
        }
        chunks.sort_by_key(|(rank, _)| *rank);
        chunks.into_iter().flat_map(|(_, lines)| lines).collect()
    }

    /// The lines of a key and its value.
    fn pair(&self, pair: &Pair<'_>, own: Range<usize>, spaces: usize) -> Vec<String> {
        let (key, value) = pair;
        let column = key.place.column as usize - 1;
        // A dash before the first key stands in its place.
        let first = self.page.line_before(key.place.start as usize).len();
        let start = key.place.start as usize - first;
        let line = &self.page.text[key.place.start as usize..self.page.line_end(start + first)];
        let mut lines = vec![format!("{}{}", " ".repeat(spaces), line.trim_end())];
        let rest = own.start + 1..own.end;
        let dash = match &value.content {
            Content::List(items) if self.page.setting(value) == Setting::Block => {
                items.first().map(|item| self.page.indent(item).dash)
            }
            Content::List(_) | Content::Text(..) | Content::Map(_) => None,
        };
        lines.extend(match dash {
            Some(dash) => self.shifted(rest, dash, spaces + 2),
            None => self.shifted(rest, column, spaces),
        });
        lines
    }

    /// Lines moved sideways together.
    fn shifted(&self, lines: Range<usize>, from: usize, to: usize) -> Vec<String> {
        let shift = |line: &&str| {
            let own = column(line);
            if line.trim().is_empty() { String::new() } else { at((own + to).saturating_sub(from), line) }
        };
        self.lines[lines].iter().map(shift).collect()
    }

    /// Whether nothing but what is shown belongs to a mapping: no anchor, no tag, no alias.
    fn is_plain(&self, node: &Node<'_>, line: usize) -> bool {
        let before = self.lines.get(line).map_or("", |line| line.trim_start());
        !self.page.is_alias(node)
            && !before.trim_start_matches(['-', ' ']).starts_with(['&', '!'])
            && !self.lines[line.saturating_sub(1)].contains(": &")
    }

    /// A key and its value between braces, as they are written.
    fn raw(&self, pair: &Pair<'_>) -> &str {
        self.page.text[pair.0.place.start as usize..self.page.pair_end(pair)].trim()
    }
}

/// The keys of a mapping in their order.
fn ordered<'p, 'y>(pairs: &'p [Pair<'y>], owner: &str) -> impl Iterator<Item = &'p Pair<'y>> {
    let order = keys::below(owner);
    let mut pairs: Vec<&Pair<'_>> = pairs.iter().collect();
    pairs.sort_by_key(|pair| rank(pair.0.text().unwrap_or_default(), order));
    pairs.into_iter()
}

/// The spaces before a line's text.
fn column(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// A line's text behind so many spaces.
fn at(spaces: usize, line: &str) -> String {
    format!("{:spaces$}{}", "", line.trim_start_matches(' '))
}
