//! A file's text, asked where the nodes of its tree begin and end.

use super::layout::Indent;
use super::scalar::Setting;
use crate::reference::tree::{Content, Node};

/// A file's text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page<'t> {
    pub(super) text: &'t str,
    /// How its lines end.
    pub(super) newline: &'static str,
}

impl<'t> Page<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let first = memchr::memchr(b'\n', text.as_bytes());
        let windows = first.is_some_and(|at| text[..at].ends_with('\r'));
        Self { text, newline: if windows { "\r\n" } else { "\n" } }
    }

    /// Whether a node stands for another that is written elsewhere.
    pub(super) fn is_alias(self, node: &Node<'_>) -> bool {
        self.text[node.place.start as usize..].starts_with('*')
    }

    /// How what is in a list or mapping is written.
    pub(super) fn setting(self, node: &Node<'_>) -> Setting {
        let opens = |bracket| self.text[node.place.start as usize..].starts_with(bracket);
        let flow = match &node.content {
            Content::Text(..) => false,
            // One that is not indented begins, for the reader, with its first item.
            Content::List(items) => {
                opens('[') && items.first().is_none_or(|first| first.place.start > node.place.start)
            }
            Content::Map(_) => opens('{'),
        };
        if flow { Setting::Flow } else { Setting::Block }
    }

    /// Where what a node says ends, comments and blank lines behind it apart.
    pub(super) fn end(self, node: &Node<'_>) -> usize {
        let (start, end) = (node.place.start as usize, node.place.end as usize);
        if self.is_alias(node) {
            return end;
        }
        match &node.content {
            Content::Text(..) => start + self.text[start..end].trim_end().len(),
            Content::List(_) | Content::Map(_) if self.setting(node) == Setting::Flow => end + 1,
            Content::List(items) => items.last().map_or(end, |last| self.end(last)),
            Content::Map(pairs) => pairs.last().map_or(end, |last| self.pair_end(last)),
        }
    }

    /// Where a key and what it says end.
    pub(super) fn pair_end(self, (key, value): &(Node<'_>, Node<'_>)) -> usize {
        if value.is_nothing() && value.place.start == value.place.end {
            return self.colon(key).unwrap_or(key.place.end as usize);
        }
        self.end(value)
    }

    /// Where the colon behind a key ends; none where it has none.
    pub(super) fn colon(self, key: &Node<'_>) -> Option<usize> {
        let end = key.place.end as usize;
        let rest = self.text[end..].trim_start();
        rest.starts_with(':').then(|| self.text.len() - rest.len() + 1)
    }

    /// Where what a key says begins, with the mark of a block of text.
    pub(super) fn value_start(self, (key, value): &(Node<'_>, Node<'_>)) -> usize {
        let start = value.place.start as usize;
        let Some(colon) = self.colon(key).filter(|colon| *colon < start) else { return start };
        let mark = self.text[colon..start].lines().next().unwrap_or_default();
        let first = mark.split_whitespace().find(|word| !word.starts_with(['&', '!']));
        let block = first.filter(|word| word.starts_with(['|', '>'])).and_then(|word| mark.find(word));
        block.map_or(start, |at| colon + at)
    }

    /// The end of the line that a byte stands on, before its line break.
    pub(super) fn line_end(self, at: usize) -> usize {
        let end = memchr::memchr(b'\n', &self.text.as_bytes()[at..]).map_or(self.text.len(), |newline| at + newline);
        if self.text[at..end].ends_with('\r') { end - 1 } else { end }
    }

    /// The part of a byte's line that stands before it.
    pub(super) fn line_before(self, at: usize) -> &'t str {
        let start = memchr::memrchr(b'\n', &self.text.as_bytes()[..at]).map_or(0, |newline| newline + 1);
        self.text[start..at].trim_start_matches('\u{feff}')
    }

    /// How an item of a list in block style stands on its line.
    pub(super) fn indent(self, item: &Node<'_>) -> Indent {
        let mut at = item.place.start as usize;
        let keys = self.line_before(at).chars().count();
        loop {
            let line = self.line_before(at);
            let dash = line.len() - line.trim_start_matches(' ').len();
            if line[dash..].starts_with('-') {
                return Indent { dash, keys: keys.max(dash + 2) };
            }
            // The dash may stand on a line above, with an anchor behind it.
            match (at - line.len()).checked_sub(1) {
                Some(above) => at = above,
                None => return Indent { dash: keys.saturating_sub(2), keys: keys.max(2) },
            }
        }
    }

    /// Whether a blank line stands between two bytes.
    pub(super) fn has_blank_line(self, from: usize, to: usize) -> bool {
        let mut lines = self.text.get(from..to).unwrap_or_default().lines().skip(1);
        lines.any(|line| line.trim().is_empty())
    }
}
