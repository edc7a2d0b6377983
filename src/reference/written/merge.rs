//! What a file says and what sketches say → the changes that make the one say the other too.

use std::collections::HashMap;
use std::ops::Range;

use super::layout::{self, Indent, line_break};
use super::page::Page;
use super::scalar::{Setting, scalar};
use super::sketch::{Part, Sketch, rank};
use crate::reference::form::is_form;
use crate::reference::keys;
use crate::reference::tree::{Content, Node};

/// The key that owns the facts of a file.
const FACTS: &str = "facts";

/// The changes to a file's text.
pub(super) struct Merge<'t> {
    page: Page<'t>,
    /// Stretches of the text and what is written in their place; those at one place in their order.
    changes: Vec<(Range<usize>, String)>,
}

/// A key of a mapping with its value.
type Pair<'y> = (Node<'y>, Node<'y>);

impl<'t> Merge<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { page: Page::new(text), changes: Vec::new() }
    }

    /// The text with every change made.
    pub(super) fn apply(mut self) -> String {
        self.changes.sort_by_key(|(range, _)| range.start);
        let mut text = String::with_capacity(self.page.text.len());
        let mut copied = 0;
        for (range, new) in self.changes {
            text.push_str(&self.page.text[copied..range.start]);
            text.push_str(&new);
            copied = range.end;
        }
        text.push_str(&self.page.text[copied..]);
        text
    }

    /// Facts, below the root of a file.
    pub(super) fn facts(&mut self, root: Option<&Node<'_>>, sketches: &[Sketch]) {
        if sketches.is_empty() {
            return;
        }
        let defaults = root.and_then(|root| root.entry("defaults")).map(|(_, defaults)| defaults);
        match root.map(|root| (root, root.entry(FACTS))) {
            Some((_, Some((_, list)))) if matches!(list.content, Content::List(_)) => {
                let new = self.entries(FACTS, list, sketches, defaults);
                self.append_facts(root, list, &new);
            }
            Some((root, _)) if self.page.setting(root) == Setting::Flow => {
                let house = Sketch::entry().with(FACTS, sketches.to_vec());
                self.map("", root, &house, None);
            }
            Some((_, Some(pair))) => self.first_facts(root, Some(pair), &without(sketches, defaults)),
            Some((_, None)) | None => self.first_facts(root, None, &without(sketches, defaults)),
        }
    }

    /// Facts where there are none yet, below their key or with it.
    fn first_facts(&mut self, root: Option<&Node<'_>>, pair: Option<&Pair<'_>>, sketches: &[Sketch]) {
        let mut at = self.page.text.trim_end().len();
        if let Some(pair) = pair {
            let end = self.page.pair_end(pair);
            let colon = self.page.colon(&pair.0).unwrap_or(end);
            self.change(colon..end, String::new());
            at = self.last(root, pair).unwrap_or_else(|| self.page.line_end(end));
        } else if let Some(root) = root {
            at = self.document_end(root);
        }
        let newline = self.page.newline;
        let mut lines = String::new();
        if pair.is_none() {
            if at > 0 {
                lines.push_str(&newline.repeat(if self.page.line_before(at).starts_with('#') { 1 } else { 2 }));
            }
            lines.push_str("facts:");
        } else if self.page.line_before(at).trim_start().starts_with('#') {
            lines.push_str(newline);
        }
        for (index, sketch) in sketches.iter().enumerate() {
            lines.push_str(&newline.repeat(if index == 0 { 1 } else { 2 }));
            lines.push_str(&layout::item(sketch, FACTS, Indent::below(0), newline));
        }
        self.insert_lines(at, lines);
    }

    /// Facts behind those of a list.
    fn append_facts(&mut self, root: Option<&Node<'_>>, list: &Node<'_>, sketches: &[Sketch]) {
        let Content::List(items) = &list.content else { return };
        if self.page.setting(list) == Setting::Flow {
            let new: Vec<String> = sketches.iter().map(|sketch| layout::flow_map(sketch, FACTS)).collect();
            return self.append_flow(list, &new);
        }
        let Some(tail) = items.last() else { return };
        let pair = root.and_then(|root| root.entry(FACTS));
        let end = self.page.end(tail);
        let behind = root.zip(pair).and_then(|(root, pair)| self.last(Some(root), pair));
        let at = behind.unwrap_or_else(|| self.page.line_end(end)).max(end);
        let flow = self.page.setting(tail) == Setting::Flow;
        let spaced = match items.len().checked_sub(2) {
            Some(before) => self.page.has_blank_line(self.page.end(&items[before]), tail.place.start as usize),
            None => !flow,
        };
        let newline = self.page.newline;
        let mut lines = String::new();
        for sketch in sketches {
            let write = if flow { layout::flow_item } else { layout::item };
            lines.push_str(&newline.repeat(if spaced { 2 } else { 1 }));
            lines.push_str(&write(sketch, FACTS, self.page.indent(tail), newline));
        }
        self.insert_lines(at, lines);
    }

    /// The end of a document whose last key this is, behind the comments at its foot.
    fn last(&self, root: Option<&Node<'_>>, pair: &Pair<'_>) -> Option<usize> {
        let root = root?;
        let Content::Map(pairs) = &root.content else { return None };
        let is_last = pairs.last().is_some_and(|(key, _)| key.place.start == pair.0.place.start);
        is_last.then(|| self.document_end(root))
    }

    fn document_end(&self, root: &Node<'_>) -> usize {
        let end = (root.place.end as usize).max(self.page.end(root));
        let end = if self.page.text[..end].ends_with('\n') { end } else { self.page.line_end(end) };
        self.page.text[..end].trim_end().len()
    }

    /// Updates the entries of a list that sketches speak of, and gives the sketches of the others.
    fn entries(
        &mut self,
        owner: &str,
        list: &Node<'_>,
        sketches: &[Sketch],
        defaults: Option<&Node<'_>>,
    ) -> Vec<Sketch> {
        let Content::List(items) = &list.content else { return Vec::new() };
        let mut known: HashMap<&str, Vec<&Node<'_>>> = HashMap::with_capacity(items.len());
        for item in items {
            if let Some(name) = name(owner, item) {
                known.entry(name).or_default().push(item);
            }
        }
        let mut new = Vec::new();
        let mut told: HashMap<&str, Vec<&Sketch>> = HashMap::with_capacity(sketches.len());
        for sketch in sketches {
            let name = ["id", "from", "as-of"].into_iter().find_map(|key| sketch.text(key)).unwrap_or_default();
            let before = told.entry(name).or_default();
            if before.contains(&sketch) {
                continue;
            }
            before.push(sketch);
            // An entry is spoken of once: two offices may begin on one day.
            let namesakes = known.entry(name).or_default();
            match namesakes.iter().position(|item| is_same_office(item, sketch)) {
                Some(own) => self.map(owner, namesakes.remove(own), sketch, defaults),
                None => new.push(sketch.clone()),
            }
        }
        without(&new, defaults)
    }

    /// Makes a mapping say what a sketch says.
    fn map(&mut self, owner: &str, node: &Node<'_>, sketch: &Sketch, defaults: Option<&Node<'_>>) {
        let Content::Map(pairs) = &node.content else { return };
        let order = keys::below(owner);
        let setting = self.page.setting(node);
        for (key, part) in sketch.in_order(order) {
            if let Some(pair) = node.entry(key) {
                self.value(key, pair, part, setting);
            } else if is_default(defaults, key, part) {
                // The file says it of every fact.
            } else if let Some(form) = other_form(owner, key, pairs) {
                let range = form.0.place.start as usize..self.page.pair_end(form);
                let written = self.pair(key, part, form, setting);
                self.change(range, written);
            } else {
                self.insert(key, part, pairs, order, setting);
            }
        }
        if pairs.is_empty() {
            let keys = sketch.in_order(order).into_iter();
            let keys: Vec<String> = keys.map(|(key, part)| format!("{key}: {}", layout::flow(key, part))).collect();
            let end = node.place.end as usize;
            self.change(end..end, keys.join(", "));
        }
    }

    /// A new key of a mapping, behind the last of those that go before it.
    fn insert(&mut self, key: &str, part: &Part, pairs: &[Pair<'_>], order: &[&str], setting: Setting) {
        let before = |pair: &&Pair<'_>| pair.0.text().is_some_and(|own| rank(own, order) < rank(key, order));
        let behind = pairs.iter().filter(before).max_by_key(|pair| rank(pair.0.text().unwrap_or_default(), order));
        let Some(neighbour) = behind.or(pairs.first()) else { return };
        let written = self.pair(key, part, neighbour, setting);
        let spaces = column(&neighbour.0);
        let start = neighbour.0.place.start as usize;
        match (setting, behind) {
            (Setting::Flow, Some(pair)) => {
                let end = self.page.pair_end(pair);
                self.change(end..end, format!(", {written}"));
            }
            (Setting::Flow, None) => self.change(start..start, format!("{written}, ")),
            (Setting::Block, Some(pair)) => {
                let end = self.page.line_end(self.page.pair_end(pair));
                self.change(end..end, format!("{}{written}", line_break(self.page.newline, spaces)));
            }
            (Setting::Block, None) => {
                self.change(start..start, format!("{written}{}", line_break(self.page.newline, spaces)));
            }
        }
    }

    /// A key with what it says, beside another.
    fn pair(&self, key: &str, part: &Part, beside: &Pair<'_>, setting: Setting) -> String {
        match setting {
            Setting::Flow => format!("{key}: {}", layout::flow(key, part)),
            Setting::Block => layout::pair(key, part, column(&beside.0), self.page.newline),
        }
    }

    /// Makes a key say what a part says.
    fn value(&mut self, key: &str, pair: &Pair<'_>, part: &Part, setting: Setting) {
        let node = &pair.1;
        if says(node, part) {
            return;
        }
        match (part, &node.content) {
            (Part::List(items), Content::List(_) | Content::Text(..)) if !node.is_nothing() => {
                let own = texts(node);
                let new: Vec<&str> = items.iter().map(String::as_str).filter(|item| !own.contains(item)).collect();
                match &node.content {
                    Content::List(own) if !self.page.is_alias(node) => self.append_texts(node, own, &new),
                    Content::List(_) | Content::Text(..) | Content::Map(_) => {
                        let all = own.into_iter().chain(new).map(|item| scalar(item, Setting::Flow));
                        let list = layout::flow_list(all);
                        self.change(self.page.value_start(pair)..self.page.pair_end(pair), list);
                    }
                }
            }
            _ if self.page.is_alias(node) => self.replace(key, pair, part, setting),
            (Part::Entries(entries), Content::List(own)) => {
                let new = self.entries(key, node, entries, None);
                self.append_entries(key, node, own, &new);
            }
            (Part::Text(_) | Part::Truth(_) | Part::List(_) | Part::Entries(_), _) => {
                self.replace(key, pair, part, setting);
            }
        }
    }

    /// Writes a value anew.
    fn replace(&mut self, key: &str, pair: &Pair<'_>, part: &Part, setting: Setting) {
        let written = match (part, setting) {
            (Part::Text(text), setting) => scalar(text, setting),
            (Part::Truth(_) | Part::List(_) | Part::Entries(_), _) => layout::flow(key, part),
        };
        let end = self.page.pair_end(pair);
        match self.page.colon(&pair.0) {
            None => self.change(end..end, format!(": {written}")),
            Some(colon) if pair.1.is_nothing() => self.change(colon..end, format!(" {written}")),
            Some(colon) if pair.1.text().is_none() && self.page.setting(&pair.1) == Setting::Block => {
                self.change(colon..end, format!(" {written}"));
            }
            Some(_) => self.change(self.page.value_start(pair)..end, written),
        }
    }

    /// Texts behind those of a list.
    fn append_texts(&mut self, list: &Node<'_>, own: &[Node<'_>], new: &[&str]) {
        let tail = match (self.page.setting(list), own.last()) {
            (Setting::Flow, _) | (_, None) => {
                let new: Vec<String> = new.iter().map(|item| scalar(item, Setting::Flow)).collect();
                return self.append_flow(list, &new);
            }
            (Setting::Block, Some(tail)) => tail,
        };
        let Indent { dash, keys } = self.page.indent(tail);
        let line = |item: &&str| {
            let gap = keys - dash - 1;
            let start = line_break(self.page.newline, dash);
            format!("{start}-{:gap$}{}", "", scalar(item, Setting::Block))
        };
        let lines = new.iter().map(line).collect();
        self.insert_lines(self.page.line_end(self.page.end(tail)), lines);
    }

    /// Entries behind those of a list.
    fn append_entries(&mut self, owner: &str, list: &Node<'_>, own: &[Node<'_>], new: &[Sketch]) {
        let tail = match (self.page.setting(list), own.last()) {
            (Setting::Flow, _) | (_, None) => {
                let new: Vec<String> = new.iter().map(|entry| layout::flow_map(entry, owner)).collect();
                return self.append_flow(list, &new);
            }
            (Setting::Block, Some(tail)) => tail,
        };
        let block = matches!(tail.content, Content::Map(_)) && self.page.setting(tail) == Setting::Block;
        let write = if block { layout::item } else { layout::flow_item };
        let indent = self.page.indent(tail);
        let lines = new.iter().map(|entry| {
            let newline = self.page.newline;
            format!("{newline}{}", write(entry, owner, indent, newline))
        });
        let lines = lines.collect();
        self.insert_lines(self.page.line_end(self.page.end(tail)), lines);
    }

    /// Items behind those between brackets, on lines of their own where those are.
    fn append_flow(&mut self, list: &Node<'_>, new: &[String]) {
        if new.is_empty() {
            return;
        }
        let Content::List(own) = &list.content else { return };
        let Some(tail) = own.last() else {
            let end = list.place.end as usize;
            return self.change(end..end, new.join(", "));
        };
        let (start, end) = (tail.place.start as usize, self.page.end(tail));
        let alone = self.page.line_before(start).trim().is_empty() && own.len() > 1;
        let separator = if alone {
            format!(",{}", line_break(self.page.newline, self.page.line_before(start).chars().count()))
        } else {
            ", ".to_owned()
        };
        self.change(end..end, format!("{separator}{}", new.join(&separator)));
    }

    /// New lines behind one that ends here; the first begins with its line break.
    fn insert_lines(&mut self, at: usize, lines: String) {
        let lines = match lines.strip_prefix(self.page.newline) {
            // Nothing stands before it.
            Some(rest) if at == 0 => rest.to_owned(),
            _ => lines,
        };
        let ends = self.page.text[at..].starts_with(['\n', '\r']);
        let rest = if ends || lines.is_empty() { "" } else { self.page.newline };
        self.change(at..at, format!("{lines}{rest}"));
    }

    fn change(&mut self, range: Range<usize>, new: String) {
        if !range.is_empty() || !new.is_empty() {
            self.changes.push((range, new));
        }
    }
}

/// The sketches without what a file's defaults say already.
fn without(sketches: &[Sketch], defaults: Option<&Node<'_>>) -> Vec<Sketch> {
    let mut sketches = sketches.to_vec();
    for sketch in &mut sketches {
        sketch.keys.retain(|(key, part)| !is_default(defaults, key, part));
    }
    sketches
}

/// Whether a file's defaults say just this.
fn is_default(defaults: Option<&Node<'_>>, key: &str, part: &Part) -> bool {
    let Some((_, said)) = defaults.and_then(|defaults| defaults.entry(key)) else { return false };
    match part {
        Part::List(items) => texts(said) == *items,
        Part::Text(_) | Part::Truth(_) | Part::Entries(_) => says(said, part),
    }
}

/// What tells an entry of a list from its siblings: the id of a fact, the day an office was taken.
fn name<'n>(owner: &str, item: &'n Node<'_>) -> Option<&'n str> {
    let keys: &[&str] = if owner == FACTS { &["id"] } else { &["from", "as-of"] };
    keys.iter().find_map(|key| item.entry(key)?.1.text()).map(str::trim)
}

/// Whether an entry is of the same office as a sketch, where both are of any.
fn is_same_office(item: &Node<'_>, sketch: &Sketch) -> bool {
    let (Some((_, own)), Some(role)) = (item.entry("role"), sketch.get("role")) else { return true };
    let own: Vec<&str> = texts(own);
    match role {
        Part::Text(role) => own.contains(&role.as_str()),
        Part::List(roles) => roles.iter().any(|role| own.contains(&role.as_str())),
        Part::Truth(_) | Part::Entries(_) => false,
    }
}

/// The texts of a list, or a text alone.
fn texts<'n>(node: &'n Node<'_>) -> Vec<&'n str> {
    match &node.content {
        Content::Text(text, _) => vec![text.trim()],
        Content::List(items) => items.iter().filter_map(|item| item.text()).map(str::trim).collect(),
        Content::Map(_) => Vec::new(),
    }
}

/// Whether a value says all that a part says.
fn says(node: &Node<'_>, part: &Part) -> bool {
    match part {
        Part::Text(text) => !node.is_nothing() && texts(node) == [text.as_str()],
        Part::List(items) => {
            let own = texts(node);
            items.iter().all(|item| own.contains(&item.as_str()))
        }
        Part::Truth(truth) => texts(node) == [if *truth { "true" } else { "false" }],
        Part::Entries(_) => false,
    }
}

/// The key under which a fact states something in another form.
fn other_form<'p, 'y>(owner: &str, key: &str, pairs: &'p [Pair<'y>]) -> Option<&'p Pair<'y>> {
    let form = |pair: &&Pair<'_>| pair.0.text().is_some_and(is_form);
    (owner == FACTS && is_form(key)).then(|| pairs.iter().find(form)).flatten()
}

/// The spaces before a key.
fn column(key: &Node<'_>) -> usize {
    key.place.column as usize - 1
}
