//! YAML text → a tree whose nodes know where they stand, kept as written: nothing is guessed to be
//! a number or a boolean.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as ParserSpan, StrInput};

use super::error::Problem;
use super::syntax;
use crate::span::{Span, offset};

/// How many nodes aliases may add to those written out: far more than anyone shares by hand, far
/// less than a bomb makes.
const MOST_REPEATED: usize = 100_000;

/// A node of the YAML tree.
#[derive(Clone, Debug)]
pub(crate) struct Node<'y> {
    pub(crate) place: Place,
    pub(crate) content: Content<'y>,
}

/// Where a node stands in its file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(super) start: u32,
    pub(super) end: u32,
    /// 1-based.
    pub(crate) line: u32,
    /// 1-based, in Unicode scalar values.
    pub(crate) column: u32,
}

/// What a node holds.
#[derive(Clone, Debug)]
pub(crate) enum Content<'y> {
    /// A scalar, whatever it looks like; empty where YAML has nothing.
    Text(Cow<'y, str>, Style),
    List(Vec<Node<'y>>),
    /// In the order written, repeated keys included.
    Map(Vec<(Node<'y>, Node<'y>)>),
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Bare, where YAML's traps lie.
    Plain,
    /// In quotation marks, or as a block after `|` or `>`.
    Quoted,
}

/// What could be read of a file, and what stopped the reading.
#[derive(Default)]
pub(super) struct Tree<'y> {
    /// The roots of its YAML documents; after a syntax error also the list of facts that follows.
    pub(super) roots: Vec<Node<'y>>,
    pub(super) errors: Vec<(Place, Problem)>,
    /// Whether aliases let one part of the file stand in another.
    pub(super) shares: bool,
}

/// Reads a file's text. After an error the reading goes on at the next line that begins a fact,
/// so that one error does not hide the next.
pub(super) fn parse(text: &str) -> Tree<'_> {
    let mut tree = Tree::default();
    let mut base = Base { bytes: 0, lines: 0 };
    loop {
        let mut builder = Builder::new(&text[base.bytes..], base);
        builder.documents(&mut tree.roots);
        tree.shares |= !builder.anchors.is_empty();
        let Some((place, problem)) = builder.failure else { return tree };
        // What follows the facts in a text that begins amid them is out of its own context.
        if base.bytes == 0 || !matches!(problem, Problem::Syntax { .. }) || begins_fact(text, place) {
            tree.errors.push((place, problem));
        }
        let Some(next) = next_fact(text, place.start as usize) else { return tree };
        let lines = memchr::memchr_iter(b'\n', &text.as_bytes()[base.bytes..next]).count();
        base = Base { bytes: next, lines: base.lines + lines };
    }
}

/// The mapping from one byte of a text to another, as its place has them, without what follows it: one between braces,
/// or one that has its lines to itself.
pub(super) fn mapping_at(text: &str, start: u32, end: u32) -> Option<Node<'_>> {
    let (start, end) = (start as usize, end as usize);
    // Behind a closing brace a list may end, which does not begin here.
    let braces = text.as_bytes().get(start) == Some(&b'{') && text.as_bytes().get(end) == Some(&b'}');
    let (bytes, end) = if braces { (start, end + 1) } else { (line_start(text, start), text.len()) };
    let mut builder = Builder::new(&text[bytes..end], Base { bytes, lines: 0 });
    while let Some((event, span)) = builder.next() {
        match event {
            Event::StreamStart | Event::DocumentStart(..) | Event::SequenceStart(..) => {}
            event => return builder.node(event, span).filter(|_| builder.failure.is_none()),
        }
    }
    None
}

/// Whether [`mapping_at`] reads what begins here.
pub(super) fn stands_alone(text: &str, start: u32) -> bool {
    let (start, bytes) = (start as usize, text.as_bytes());
    let own_line = || bytes[line_start(text, start)..start].iter().all(|byte| matches!(byte, b' ' | b'-'));
    bytes.get(start) == Some(&b'{') || own_line()
}

/// Where the line of a byte begins.
fn line_start(text: &str, at: usize) -> usize {
    memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |newline| newline + 1)
}

/// Whether the line of `place` is indented, as all lines of facts are.
fn begins_fact(text: &str, place: Place) -> bool {
    text[line_start(text, place.start as usize)..].starts_with([' ', '-', '\t'])
}

/// The first line after the one of byte `at` that begins with `- id:`.
fn next_fact(text: &str, at: usize) -> Option<usize> {
    let mut rest = at;
    loop {
        rest += memchr::memchr(b'\n', &text.as_bytes()[rest..])? + 1;
        let line = text[rest..].trim_start_matches(' ');
        if line.strip_prefix('-').is_some_and(|entry| entry.trim_start_matches(' ').starts_with("id:")) {
            return Some(rest);
        }
    }
}

/// Where the text that is being parsed begins in the file.
#[derive(Clone, Copy)]
struct Base {
    bytes: usize,
    lines: usize,
}

struct Builder<'y> {
    parser: Parser<'y, StrInput<'y>>,
    base: Base,
    length: usize,
    anchors: HashMap<usize, Node<'y>>,
    /// Nodes that aliases have added so far.
    repeated: usize,
    /// Set once; nothing is read after it.
    failure: Option<(Place, Problem)>,
}

impl<'y> Builder<'y> {
    fn new(text: &'y str, base: Base) -> Self {
        let parser = Parser::new_from_str(text);
        Self { parser, base, length: text.len(), anchors: HashMap::new(), repeated: 0, failure: None }
    }

    fn documents(&mut self, roots: &mut Vec<Node<'y>>) {
        while let Some((event, span)) = self.next() {
            match event {
                Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd => {}
                event => roots.extend(self.node(event, span)),
            }
        }
    }

    fn next(&mut self) -> Option<(Event<'y>, ParserSpan)> {
        if self.failure.is_some() {
            return None;
        }
        match self.parser.next()? {
            Ok(next) => Some(next),
            Err(error) => {
                self.failure = Some(self.syntax(&error));
                None
            }
        }
    }

    /// The node that an event begins; none where reading failed before anything of it was known.
    fn node(&mut self, event: Event<'y>, span: ParserSpan) -> Option<Node<'y>> {
        let mut place = self.place(&span);
        let (content, anchor) = match event {
            Event::Scalar(text, style, anchor, _) => {
                let style = if style == ScalarStyle::Plain { Style::Plain } else { Style::Quoted };
                (Content::Text(text, style), anchor)
            }
            Event::SequenceStart(_, anchor, _) => {
                let (items, end) = self.list();
                place.end = end.unwrap_or(place.end);
                (Content::List(items), anchor)
            }
            Event::MappingStart(_, anchor, _) => {
                let (pairs, end) = self.map();
                place.end = end.unwrap_or(place.end);
                (Content::Map(pairs), anchor)
            }
            Event::Alias(id) => return self.alias(id, place),
            // No other event begins a node.
            _ => return None,
        };
        let node = Node { place, content };
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        Some(node)
    }

    /// The items up to the end of a list, and where that is. An item that could not be read to
    /// its end is left out: half a fact would give errors of its own.
    fn list(&mut self) -> (Vec<Node<'y>>, Option<u32>) {
        let mut items = Vec::new();
        while let Some((event, span)) = self.next() {
            if matches!(event, Event::SequenceEnd) {
                return (items, Some(self.place(&span).start));
            }
            let item = self.node(event, span);
            if self.failure.is_none() {
                items.extend(item);
            }
        }
        (items, None)
    }

    fn map(&mut self) -> (Vec<(Node<'y>, Node<'y>)>, Option<u32>) {
        let mut pairs = Vec::new();
        while let Some((event, span)) = self.next() {
            if matches!(event, Event::MappingEnd) {
                return (pairs, Some(self.place(&span).start));
            }
            let Some(key) = self.node(event, span) else { break };
            let Some((event, span)) = self.next() else { break };
            let Some(value) = self.node(event, span) else { break };
            pairs.push((key, value));
        }
        (pairs, None)
    }

    /// A copy of the node that an alias stands for, placed where the alias stands.
    fn alias(&mut self, id: usize, place: Place) -> Option<Node<'y>> {
        let Some(node) = self.anchors.get(&id) else {
            self.failure = Some((place, Problem::SelfReference));
            return None;
        };
        self.repeated = self.repeated.saturating_add(size(node));
        if self.repeated > MOST_REPEATED {
            self.failure = Some((place, Problem::AliasBomb { most: MOST_REPEATED }));
            return None;
        }
        Some(Node { place, content: node.content.clone() })
    }

    fn place(&self, span: &ParserSpan) -> Place {
        let byte = |marker: Option<usize>| offset(self.base.bytes + marker.unwrap_or(0));
        Place {
            start: byte(span.start.byte_offset()),
            end: byte(span.end.byte_offset()),
            line: offset(self.base.lines + span.start.line()),
            column: offset(span.start.col()) + 1,
        }
    }

    fn syntax(&self, error: &ScanError) -> (Place, Problem) {
        let marker = error.marker();
        let start = marker.byte_offset().unwrap_or(0).min(self.length);
        let start = offset(self.base.bytes + start);
        let place = Place {
            start,
            end: start,
            line: offset(self.base.lines + marker.line()),
            column: offset(marker.col()) + 1,
        };
        (place, syntax::problem(error.kind()))
    }
}

/// How many nodes a node is, itself included.
fn size(node: &Node<'_>) -> usize {
    match &node.content {
        Content::Text(..) => 1,
        Content::List(items) => 1 + items.iter().map(size).sum::<usize>(),
        Content::Map(pairs) => 1 + pairs.iter().map(|(key, value)| size(key) + size(value)).sum::<usize>(),
    }
}

impl Place {
    /// As a span of `text`, at least one character wide where the text has any.
    pub(super) fn span(self, text: &str) -> Option<Span> {
        let (before, after) = text.split_at_checked(self.start as usize)?;
        let next = after.chars().next().filter(|&next| next != '\n').map_or(0, char::len_utf8);
        let last = before.chars().next_back().map_or(0, char::len_utf8);
        Span::new(self.start, self.end)
            .or_else(|| Span::new(self.start, self.start + offset(next)))
            .or_else(|| Span::new(self.start - offset(last), self.start))
    }
}

impl<'y> Node<'y> {
    /// Its text; none for lists and mappings.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text, _) => Some(text),
            Content::List(_) | Content::Map(_) => None,
        }
    }

    /// A key of a mapping with its value.
    pub(super) fn entry(&self, key: &str) -> Option<&(Self, Self)> {
        let Content::Map(pairs) = &self.content else { return None };
        pairs.iter().find(|(name, _)| name.text() == Some(key))
    }

    /// What a key of a mapping says, where that is something.
    pub(crate) fn child(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|(_, value)| value).filter(|value| !value.is_nothing())
    }

    /// Its items, where it is a list.
    pub(crate) fn items(&self) -> &[Node<'y>] {
        match &self.content {
            Content::List(items) => items,
            Content::Text(..) | Content::Map(_) => &[],
        }
    }

    /// What to point at: the node, or the first key of a mapping.
    pub(crate) fn head(&self) -> Place {
        match &self.content {
            Content::Map(pairs) => pairs.first().map_or(self.place, |(key, _)| key.place),
            Content::Text(..) | Content::List(_) => self.place,
        }
    }

    /// Whether YAML has nothing here: a key without a value, which the library gives as `~`.
    pub(super) fn is_nothing(&self) -> bool {
        matches!(&self.content, Content::Text(text, Style::Plain) if matches!(&**text, "" | "~" | "null"))
    }

    /// What it is, for a message.
    pub(super) fn described(&self) -> &'static str {
        match &self.content {
            Content::Text(..) if self.is_nothing() => "nothing",
            Content::Text(..) => "text",
            Content::List(_) => "a list",
            Content::Map(_) => "a mapping",
        }
    }
}
