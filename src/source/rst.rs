//! reStructuredText: headings, lists, tables and notes are kept apart; directives, roles and the
//! signs of emphasis are skipped.

use std::ops::Range;

use super::builder::{Builder, OBJECT};
use super::lines::{Line, List, lines, near};
use super::{BlockKind, Document, date, text_start};

pub(super) fn read(file: &str) -> Document<'_> {
    let mut page = Page { builder: Builder::new(file), levels: Vec::new(), list: None, literal: false };
    let lines = lines(file, text_start(file));
    let mut at = 0;
    while at < lines.len() {
        at = page.block(&lines, at);
    }
    page.builder.finish()
}

struct Page<'f> {
    builder: Builder<'f>,
    /// The signs that headings are drawn with, the highest first.
    levels: Vec<(char, usize)>,
    list: Option<List>,
    /// Whether the block that is indented next stands as it is written: `as follows::`.
    literal: bool,
}

impl Page<'_> {
    /// Reads what begins at a line; returns the line after it.
    fn block(&mut self, lines: &[Line<'_>], at: usize) -> usize {
        let line = lines[at];
        if line.is_blank() {
            self.builder.close();
            return at + 1;
        }
        if std::mem::take(&mut self.literal) && line.indent() > 0 {
            return indented(lines, at);
        }
        if let Some(end) = self.heading(lines, at) {
            return end;
        }
        let text = line.text.trim_start();
        if text == ".." || text.starts_with(".. ") {
            self.builder.close();
            return self.directive(lines, at);
        }
        if text.starts_with("+-") || text.starts_with("+=") {
            return self.grid(lines, at);
        }
        if columns(line.text).len() > 1 {
            return self.simple(lines, at);
        }
        if let Some((name, value)) = text.strip_prefix(':').and_then(|rest| rest.split_once(": ")) {
            self.field(name, value, line.range(line.text.len() - value.len()));
            return at + 1;
        }
        let open = self.builder.is_open();
        if let Some(sign) = bullet(line.text).filter(|_| !open || self.list.is_some()) {
            self.builder.close();
            let List { lead } = *self.list.get_or_insert(List { lead: self.builder.lead(BlockKind::Paragraph) });
            self.builder.open(BlockKind::Item { lead });
            self.inline(line.range(sign));
        } else {
            if open {
                self.builder.replace("\n", line.start - 1..line.start);
            } else {
                let in_list = self.list.is_some() && line.indent() > 0;
                self.list = self.list.filter(|_| in_list);
                let quote = line.indent() > 0 && !in_list;
                self.builder.open(if quote { BlockKind::Quote } else { BlockKind::Paragraph });
            }
            self.inline(line.range(line.indent()));
        }
        self.literal = line.text.ends_with("::");
        at + 1
    }

    /// A line with a row of signs below, perhaps above too.
    fn heading(&mut self, lines: &[Line<'_>], at: usize) -> Option<usize> {
        let row = |at: usize| {
            let line: &Line<'_> = lines.get(at)?;
            let sign = line.text.chars().next().filter(char::is_ascii_punctuation)?;
            (line.is_row_of(sign, 2)).then_some((sign, line.text.len()))
        };
        let (title, above) = match row(at) {
            Some((sign, _)) if row(at + 2).is_some_and(|(below, _)| below == sign) => (at + 1, 1),
            // A line drawn between paragraphs.
            Some((_, length)) if length >= 4 && lines.get(at + 1).is_none_or(|line| line.is_blank()) => {
                self.builder.close();
                return Some(at + 1);
            }
            Some(_) => return None,
            None => (at, 0),
        };
        let (sign, length) = row(title + 1)?;
        let line = lines[title];
        if line.is_blank() || self.builder.is_open() || length + 3 < line.text.trim().chars().count() {
            return None;
        }
        let style = (sign, above);
        let level = self.levels.iter().position(|known| *known == style).unwrap_or_else(|| {
            self.levels.push(style);
            self.levels.len() - 1
        });
        self.list = None;
        self.builder.open(BlockKind::Heading(u8::try_from(level + 1).unwrap_or(6)));
        self.inline(line.range(line.indent()));
        self.builder.close();
        Some(title + 2)
    }

    /// `.. name:: argument`, `.. [1] A note.`, `.. A comment.`
    fn directive(&mut self, lines: &[Line<'_>], at: usize) -> usize {
        let line = lines[at];
        let start = line.indent() + 2;
        let rest = line.text[start..].trim_start();
        let from = line.text.len() - rest.len();
        if let Some((_, note)) = rest.strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
            self.builder.open(BlockKind::Footnote);
            self.inline(line.range(line.text.len() - note.len()));
            return self.paragraph(lines, at + 1);
        }
        let Some((name, _)) = rest.split_once("::") else {
            let end = indented(lines, at + 1);
            if !rest.starts_with(['_', '|']) {
                self.builder.comment(rest, line.range(from));
            }
            return end;
        };
        match name {
            "note" | "warning" | "tip" | "important" | "attention" | "caution" | "danger" | "error" | "hint"
            | "admonition" | "topic" | "sidebar" | "epigraph" | "pull-quote" | "highlights" | "container"
            | "rubric" | "versionadded" | "versionchanged" | "deprecated" | "seealso" => {
                if !rest[name.len() + 2..].trim().is_empty() {
                    self.builder.open(BlockKind::Paragraph);
                    self.inline(line.range(from + name.len() + 2));
                    self.builder.close();
                }
                options(lines, at + 1, |_, _| {})
            }
            "image" | "figure" => {
                let mut shown = None;
                let next = options(lines, at + 1, |option, value| {
                    if option == "alt" {
                        shown = Some(value);
                    }
                });
                if let Some(shown) = shown {
                    self.builder.open(BlockKind::Caption);
                    self.builder.text(shown);
                    self.builder.close();
                }
                let caption = lines.get(next + 1).filter(|line| line.indent() > 0 && lines[next].is_blank());
                if let Some(caption) = caption.filter(|_| name == "figure") {
                    self.builder.open(BlockKind::Caption);
                    self.inline(caption.range(caption.indent()));
                    return self.paragraph(lines, next + 2);
                }
                next
            }
            "list-table" => {
                self.caption(line.range(from + name.len() + 2));
                let mut headed = false;
                let file = self.builder.file;
                let next = options(lines, at + 1, |option, value| {
                    headed |= option == "header-rows" && file[value].trim() != "0";
                });
                self.list_table(lines, next, u16::from(!headed))
            }
            "table" => {
                self.caption(line.range(from + name.len() + 2));
                options(lines, at + 1, |_, _| {})
            }
            _ => indented(lines, at + 1),
        }
    }

    /// The title of a table behind its directive.
    fn caption(&mut self, range: Range<usize>) {
        if !self.builder.file[range.clone()].trim().is_empty() {
            self.builder.open(BlockKind::Caption);
            self.inline(range);
            self.builder.close();
        }
    }

    /// A table written as a list of rows, "* - Town", each with its cells, "  - Dead", below.
    fn list_table(&mut self, lines: &[Line<'_>], at: usize, first: u16) -> usize {
        self.builder.close();
        let end = indented(lines, at);
        let table = self.builder.next_table();
        let mut place: Option<(u16, u16)> = None;
        let mut mark = 0;
        for line in lines[at..end].iter().filter(|line| !line.is_blank()) {
            let text = line.text.trim_start();
            let row = text.strip_prefix('*').and_then(|row| row.trim_start().strip_prefix('-'));
            let indent = |cell: &str| line.text.len() - cell.len() - 1;
            if let Some(cell) = row {
                mark = indent(cell);
            }
            // A list inside a cell stands further right than the marks of cells.
            let cell = text.strip_prefix('-').filter(|cell| indent(cell) == mark);
            let (next, cell) = match (row, cell, place) {
                (Some(cell), _, None) => (Some((first, 0)), cell),
                (Some(cell), _, Some((row, _))) => (Some((row.saturating_add(1), 0)), cell),
                (None, Some(cell), Some((row, column))) => (Some((row, column.saturating_add(1))), cell),
                (None, _, _) => (None, text),
            };
            let range = line.range(line.text.len() - cell.trim_start().len());
            match next {
                Some((row, column)) => {
                    place = next;
                    self.builder.close();
                    self.builder.open(BlockKind::Cell { table, row, column });
                }
                None if place.is_some() => self.builder.replace("\n", line.start - 1..line.start),
                None => continue,
            }
            self.inline(range);
        }
        self.builder.close();
        end
    }

    /// Reads the lines that go on with the block that is open.
    fn paragraph(&mut self, lines: &[Line<'_>], mut at: usize) -> usize {
        while let Some(line) = lines.get(at).filter(|line| !line.is_blank()) {
            self.builder.replace("\n", line.start - 1..line.start);
            self.inline(line.range(line.indent()));
            at += 1;
        }
        self.builder.close();
        at
    }

    fn field(&mut self, name: &str, value: &str, range: Range<usize>) {
        self.builder.close();
        match name.to_ascii_lowercase().as_str() {
            "date" => self.builder.date = self.builder.date.or_else(|| date::stated(value)),
            "title" | "summary" | "description" | "abstract" => {
                self.builder.open(if name.eq_ignore_ascii_case("title") {
                    BlockKind::Title
                } else {
                    BlockKind::Paragraph
                });
                self.inline(range);
                self.builder.close();
            }
            _ => {}
        }
    }

    /// A table drawn with lines.
    fn grid(&mut self, lines: &[Line<'_>], mut at: usize) -> usize {
        self.builder.close();
        let table = self.builder.next_table();
        let headed =
            lines[at..].iter().take_while(|line| !line.is_blank()).any(|line| line.text.trim_start().starts_with("+="));
        let bars: Vec<usize> = lines[at].text.match_indices('+').map(|(bar, _)| bar).collect();
        let mut row = u16::from(!headed);
        at += 1;
        while at < lines.len() && !lines[at].is_blank() {
            let first = at;
            while at < lines.len() && lines[at].text.trim_start().starts_with('|') {
                at += 1;
            }
            for (column, bounds) in bars.windows(2).enumerate().take(usize::from(u16::MAX)) {
                let column = u16::try_from(column).unwrap_or(u16::MAX);
                self.cell(&lines[first..at], BlockKind::Cell { table, row, column }, bounds[0] + 1..bounds[1]);
            }
            row = row.saturating_add(1);
            // The line between rows, or what is no table.
            at += 1;
        }
        at
    }

    /// A table with a row of "===" above, below its header and at its end.
    fn simple(&mut self, lines: &[Line<'_>], mut at: usize) -> usize {
        self.builder.close();
        let table = self.builder.next_table();
        let columns = columns(lines[at].text);
        at += 1;
        let rules =
            lines[at..].iter().take_while(|line| !line.is_blank()).filter(|line| line.text.starts_with("==")).count();
        let mut row = u16::from(rules < 2);
        while at < lines.len() && !lines[at].is_blank() {
            if !lines[at].text.starts_with("==") {
                for (index, bounds) in columns.iter().enumerate().take(usize::from(u16::MAX)) {
                    let end = columns.get(index + 1).map_or(usize::MAX, |next| next.start);
                    let column = u16::try_from(index).unwrap_or(u16::MAX);
                    self.cell(&lines[at..=at], BlockKind::Cell { table, row, column }, bounds.start..end);
                }
                row = row.saturating_add(1);
            }
            at += 1;
        }
        at
    }

    /// Writes what stands between two columns of signs in the lines of a row.
    fn cell(&mut self, lines: &[Line<'_>], kind: BlockKind, bounds: Range<usize>) {
        self.builder.open(kind);
        for line in lines {
            let place = |column: usize| line.text.char_indices().nth(column).map_or(line.text.len(), |(at, _)| at);
            let (start, end) = (place(bounds.start), place(bounds.end));
            let text = &line.text[start..end.max(start)];
            let start = line.start + start + text.len() - text.trim_start().len();
            self.inline(start..start + text.trim().len());
            self.builder.replace("\n", line.range(0).end..line.range(0).end + 1);
        }
        self.builder.close();
    }

    /// Writes text without the signs that set it.
    fn inline(&mut self, range: Range<usize>) {
        let file = self.builder.file;
        let (mut plain, mut at) = (range.start, range.start);
        while at < range.end {
            let opens = matches!(file.as_bytes()[at], b'`' | b':' | b'*' | b'[' | b'|' | b'_');
            let found = if opens { sign(&file[..at], near(file, at..range.end)) } else { None };
            let Some((shown, end)) = found else {
                at += 1;
                continue;
            };
            // The number of a note stands apart from the word that it follows.
            let apart = file[at..].starts_with('[') && file[plain..at].ends_with(' ');
            self.builder.text(plain..at - usize::from(apart));
            match shown {
                Shown::Nothing => {}
                Shown::Object => self.builder.replace(OBJECT, at..at + end),
                Shown::Text(text) => self.builder.text(at + text.start..at + text.end),
            }
            at += end;
            plain = at;
        }
        self.builder.text(plain..range.end);
    }
}

enum Shown {
    Nothing,
    Object,
    Text(Range<usize>),
}

/// The sign or role at the start of `near`, and where the text after it begins.
fn sign(before: &str, near: &str) -> Option<(Shown, usize)> {
    let first = *near.as_bytes().first()?;
    let before = before.chars().next_back();
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match first {
        b'`' if near.starts_with("``") => near[2..].find("``").map(|end| (Shown::Object, end + 4)),
        b'`' => {
            let end = 1 + near[1..].find('`')?;
            let inner = near[1..end].find(" <").map_or(end, |address| 1 + address);
            let tail = near[end + 1..].bytes().take_while(|byte| *byte == b'_').count();
            Some((Shown::Text(1..inner), end + 1 + tail))
        }
        b':' if !touches(before) => {
            // ":math:`x^2`", ":ref:`the response <response>`"
            let name = near[1..].find(":`")?;
            let role = near
                .get(1..1 + name)
                .filter(|role| role.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b':'))?;
            let open = name + 3;
            let end = open + near[open..].find('`')?;
            let inner = near[open..end].find(" <").map_or(end, |address| open + address);
            let text = !matches!(role, "math" | "code" | "download" | "envvar" | "file" | "command" | "raw");
            Some((if text { Shown::Text(open..inner) } else { Shown::Object }, end + 1))
        }
        b'*' => {
            let width = if near.starts_with("**") { 2 } else { 1 };
            let after = touches(near[width..].chars().next());
            (width == 2 || touches(before) != after).then_some((Shown::Nothing, width))
        }
        b'[' => {
            let end = near.find("]_").filter(|end| *end <= 30)?;
            Some((Shown::Nothing, end + 2))
        }
        b'|' => {
            let end = 1 + near[1..].find('|')?;
            (end > 1 && !near[1..].starts_with(' ')).then_some((Shown::Object, end + 1))
        }
        b'_' if touches(before) && !touches(near[1..].trim_start_matches('_').chars().next()) => {
            Some((Shown::Nothing, near.len() - near.trim_start_matches('_').len()))
        }
        b':' if near == "::" => Some((Shown::Text(0..1), 2)),
        _ => None,
    }
}

/// Where the block that is indented ends.
fn indented(lines: &[Line<'_>], at: usize) -> usize {
    lines[at..].iter().position(|line| !line.is_blank() && line.indent() == 0).map_or(lines.len(), |end| at + end)
}

/// Reads the options below a directive; returns the line after them.
fn options(lines: &[Line<'_>], mut at: usize, mut each: impl FnMut(&str, Range<usize>)) -> usize {
    while let Some(line) = lines.get(at) {
        let Some((name, value)) = line.text.trim_start().strip_prefix(':').and_then(|rest| rest.split_once(':')) else {
            break;
        };
        let value = value.trim_start();
        each(name, line.range(line.text.len() - value.len()));
        at += 1;
    }
    at
}

/// The columns of "=====  =====".
fn columns(text: &str) -> Vec<Range<usize>> {
    if !text.starts_with("==") || text.bytes().any(|byte| byte != b'=' && byte != b' ') {
        return Vec::new();
    }
    let mut columns = Vec::new();
    let mut at = 0;
    for run in text.split(' ') {
        if !run.is_empty() {
            columns.push(at..at + run.len());
        }
        at += run.len() + 1;
    }
    columns
}

/// How many bytes mark an item of a list: "- ", "* ", "1. ", "#. ", "(1) ".
fn bullet(text: &str) -> Option<usize> {
    let trimmed = text.trim_start();
    let inner = trimmed.strip_prefix('(').unwrap_or(trimmed);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let length = if trimmed.starts_with(['-', '*', '+', '•']) {
        trimmed.chars().next().map_or(1, char::len_utf8)
    } else if trimmed.starts_with("#.") {
        2
    } else if (1..=3).contains(&digits) && inner[digits..].starts_with(['.', ')']) {
        trimmed.len() - inner.len() + digits + 1
    } else {
        return None;
    };
    trimmed[length..].starts_with(' ').then_some(text.len() - trimmed.len() + length + 1)
}
