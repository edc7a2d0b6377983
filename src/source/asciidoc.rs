//! `AsciiDoc`: headings, lists, tables and notes are kept apart; listings, macros and the signs of
//! emphasis are skipped.

use std::ops::Range;

use super::builder::{Builder, LINE_END, OBJECT};
use super::lines::{Line, List, lines, near};
use super::tags::entity;
use super::{BlockKind, Document, date, text_start};

pub(super) fn read(file: &str) -> Document<'_> {
    let mut page = Page { builder: Builder::new(file), next: None, list: None, notes: Vec::new(), shown: Vec::new() };
    let lines = lines(file, text_start(file));
    let mut at = 0;
    while at < lines.len() {
        at = page.block(&lines, at);
    }
    page.close();
    for note in std::mem::take(&mut page.notes) {
        page.builder.open(BlockKind::Footnote);
        page.inline(note);
        page.builder.close();
    }
    page.builder.finish()
}

struct Page<'f> {
    builder: Builder<'f>,
    /// What the line before says of the block that comes.
    next: Option<Next>,
    list: Option<List>,
    /// The text of notes, which stand below the text.
    notes: Vec<Range<usize>>,
    /// The text of pictures.
    shown: Vec<Range<usize>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Quote,
    Code,
}

impl Page<'_> {
    /// Reads what begins at a line; returns the line after it.
    fn block(&mut self, lines: &[Line<'_>], at: usize) -> usize {
        let line = lines[at];
        let text = line.text;
        if line.is_blank() {
            self.close();
            self.next = None;
            return at + 1;
        }
        if let Some(end) = fenced(lines, at) {
            self.close();
            self.next = None;
            return end;
        }
        if text.starts_with("|===") {
            self.close();
            return self.table(lines, at + 1);
        }
        if let Some(comment) = text.strip_prefix("//") {
            self.builder.comment(comment, line.range(0));
            return at + 1;
        }
        if self.is_setting(line) {
            return at + 1;
        }
        let level = text.bytes().take_while(|byte| *byte == b'=').count();
        if (1..=6).contains(&level) && text[level..].starts_with(' ') {
            let kind = if level == 1 { BlockKind::Title } else { BlockKind::Heading(u8::try_from(level).unwrap_or(6)) };
            self.line(kind, line.range(level + 1));
        } else if text.starts_with('.') && text[1..].starts_with(|c: char| c.is_alphanumeric() || c == '“') {
            self.line(BlockKind::Caption, line.range(1));
        } else if let Some(sign) = bullet(text) {
            self.close();
            let List { lead } = *self.list.get_or_insert(List { lead: self.builder.lead(BlockKind::Paragraph) });
            self.builder.open(BlockKind::Item { lead });
            self.inline(line.range(sign));
        } else if self.next == Some(Next::Code) || (line.indent() > 0 && !self.builder.is_open()) {
            // Text that is indented stands as it is written.
            return lines[at..].iter().position(|line| line.is_blank()).map_or(lines.len(), |blank| at + blank);
        } else {
            if self.builder.is_open() {
                self.builder.replace("\n", line.start - 1..line.start);
            } else {
                self.list = None;
                let quote = self.next == Some(Next::Quote);
                self.builder.open(if quote { BlockKind::Quote } else { BlockKind::Paragraph });
            }
            let hard = text.ends_with(" +");
            self.inline(line.range(0).start..line.range(0).end - if hard { 2 } else { 0 });
            if hard {
                self.builder.replace(LINE_END, line.range(text.len() - 1));
            }
        }
        at + 1
    }

    /// Reads lines that say something of the blocks around them, and are none.
    fn is_setting(&mut self, line: Line<'_>) -> bool {
        let text = line.text;
        if text.starts_with('[') && text.ends_with(']') {
            self.close();
            let is = |names: &[&str]| names.iter().any(|name| text[1..].trim_start_matches('"').starts_with(name));
            if is(&["quote", "verse"]) {
                self.next = Some(Next::Quote);
            } else if is(&["source", "listing", "literal", "stem", "latexmath", "asciimath", "plantuml", "mermaid"]) {
                self.next = Some(Next::Code);
            }
            return true;
        }
        let setting = text.strip_prefix(':').and_then(|rest| rest.split_once(':'));
        if let Some((name, value)) = setting.filter(|(name, _)| is_name(name.trim_matches('!'))) {
            if matches!(name, "revdate" | "date" | "docdate") {
                self.builder.date = self.builder.date.or_else(|| date::stated(value));
            } else if name == "description" {
                self.line(BlockKind::Paragraph, line.range(name.len() + 2));
            }
            return true;
        }
        // "image::barge.jpg[A barge]", "include::part.adoc[]".
        if let Some((name, rest)) = text.split_once("::")
            && is_name(name)
            && rest.ends_with(']')
            && !rest.starts_with(' ')
        {
            self.close();
            if name == "image"
                && let Some(open) = text.find('[')
            {
                self.show(line.start + open + 1..line.start + text.len() - 1);
                self.close();
            }
            return true;
        }
        matches!(text, "+" | "'''" | "<<<" | "--") || ["====", "****", "____"].iter().any(|row| text.starts_with(row))
    }

    /// Reads a table up to its end; returns the line after it.
    fn table(&mut self, lines: &[Line<'_>], mut at: usize) -> usize {
        let table = self.builder.next_table();
        let (mut columns, mut cells) = (0_u16, 0_u16);
        while at < lines.len() && !lines[at].text.starts_with("|===") {
            let line = lines[at];
            at += 1;
            let mut own = 0;
            let bars: Vec<usize> = line.text.match_indices('|').map(|(bar, _)| bar).collect();
            for (index, &bar) in bars.iter().enumerate() {
                let next = bars.get(index + 1).copied().unwrap_or(line.text.len());
                let count = columns.max(1);
                let (row, column) = if columns == 0 { (0, own) } else { (cells / count, cells % count) };
                let before = &line.text[index.checked_sub(1).map_or(0, |last| bars[last] + 1)..bar];
                let span = span(before.rsplit(' ').next().unwrap_or_default());
                own += span;
                cells = cells.saturating_add(span);
                self.builder.open(BlockKind::Cell { table, row, column });
                let mut cell = &line.text[bar + 1..next];
                // What stands before the next bar may say how its cell is set: "2+|", "a|".
                if let Some((before, set)) = cell.rsplit_once(' ')
                    && index + 1 < bars.len()
                    && is_cell_setting(set)
                {
                    cell = before;
                }
                self.inline(line.start + bar + 1..line.start + bar + 1 + cell.len());
                self.builder.close();
            }
            if bars.is_empty() && !line.is_blank() && cells > 0 {
                let count = columns.max(1);
                self.builder.open(BlockKind::Cell { table, row: (cells - 1) / count, column: (cells - 1) % count });
                self.inline(line.range(0));
                self.builder.close();
            }
            if columns == 0 && cells > 0 {
                columns = cells;
            }
        }
        self.close();
        at + 1
    }

    fn line(&mut self, kind: BlockKind, range: Range<usize>) {
        self.close();
        self.list = None;
        self.builder.open(kind);
        self.inline(range);
        self.close();
    }

    fn close(&mut self) {
        self.builder.close();
        for shown in std::mem::take(&mut self.shown) {
            self.builder.open(BlockKind::Caption);
            self.builder.text(shown);
            self.builder.close();
        }
    }

    /// Keeps the text of a picture, up to what says how large it is.
    fn show(&mut self, range: Range<usize>) {
        let text = &self.builder.file[range.clone()];
        let length = text.find([',', '=']).unwrap_or(text.len());
        self.shown.push(range.start..range.start + length);
    }

    /// Writes text without the signs that set it.
    fn inline(&mut self, range: Range<usize>) {
        let file = self.builder.file;
        let mut plain = range.start;
        let mut at = range.start;
        while at < range.end {
            let found =
                if may_open(file.as_bytes(), at) { self.sign(file, at, near(file, at..range.end)) } else { None };
            let Some(found) = found else {
                at += 1;
                continue;
            };
            self.builder.text(plain..at);
            match found.shown {
                Shown::Nothing => {}
                Shown::Object => self.builder.replace(OBJECT, at..found.end),
                Shown::Character(text) => self.builder.replace(&text, at..found.end),
                Shown::Text(text) => self.inline(text),
                Shown::Raised(digits) => self.builder.raised(digits),
            }
            at = found.end;
            plain = at;
        }
        self.builder.text(plain..range.end);
    }

    /// The sign or macro that begins at `at`, where `rest` is what follows in the line.
    fn sign(&mut self, file: &str, at: usize, rest: &str) -> Option<Found> {
        let first = *rest.as_bytes().first()?;
        let until = |sign: &str| rest[1..].find(sign).map(|end| 1 + end);
        let before = file[..at].chars().next_back();
        let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match first {
            b'`' => until("`").map(|end| Found { end: at + end + 1, shown: Shown::Object }),
            b'{' => until("}")
                .filter(|end| is_name(&rest[1..*end]))
                .map(|end| Found { end: at + end + 1, shown: Shown::Object }),
            b'*' | b'_' | b'#' => {
                let doubled = rest.as_bytes().get(1) == Some(&first);
                let width = if doubled { 2 } else { 1 };
                let after = touches(rest[width..].chars().next());
                let sets = doubled || (touches(before) != after && !(first == b'#' && after));
                sets.then_some(Found { end: at + width, shown: Shown::Nothing })
            }
            b'^' => {
                let end =
                    until("^").filter(|end| *end < 4 && rest[1..*end].bytes().all(|byte| byte.is_ascii_digit()))?;
                Some(Found { end: at + end + 1, shown: Shown::Raised(at + 1..at + end) })
            }
            b'~' => until("~").filter(|end| *end < 4).map(|_| Found { end: at + 1, shown: Shown::Nothing }),
            b'<' if rest.starts_with("<<") => {
                let end = rest.find(">>")?;
                let shown = rest[..end].find(',').map_or(Shown::Object, |comma| Shown::Text(at + comma + 1..at + end));
                Some(Found { end: at + end + 2, shown })
            }
            b'&' => {
                let (character, end) = entity(file, at, at + rest.len());
                Some(Found { end, shown: Shown::Character(character?) })
            }
            b'a'..=b'z' if !touches(before) => self.called(at, rest),
            _ => None,
        }
    }

    /// A macro: `link:towns.html[four towns]`, `footnote:[A gauge read 6.8.]`.
    fn called(&mut self, at: usize, rest: &str) -> Option<Found> {
        let name = &rest[..rest.find(|c: char| !c.is_ascii_lowercase())?];
        let target = rest[name.len()..].strip_prefix(':')?;
        let open = name.len() + 1 + target.find(|c: char| c == '[' || c.is_whitespace())?;
        let close = open + 1 + rest[open..].strip_prefix('[')?.find(']')?;
        let inner = at + open + 1..at + close;
        let shown = match name {
            "http" | "https" | "ftp" | "mailto" | "link" | "xref" if !inner.is_empty() => Shown::Text(inner),
            "footnote" => {
                self.notes.push(inner);
                Shown::Nothing
            }
            "image" => {
                self.show(inner);
                Shown::Nothing
            }
            "http" | "https" | "ftp" | "mailto" | "link" | "xref" | "kbd" | "btn" | "menu" | "stem" | "latexmath"
            | "asciimath" | "icon" | "pass" | "anchor" | "indexterm" => Shown::Object,
            _ => return None,
        };
        Some(Found { end: at + close + 1, shown })
    }
}

/// Whether a sign may stand at `at`, or the first letter of a macro's name.
fn may_open(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'`' | b'{' | b'*' | b'_' | b'#' | b'^' | b'~' | b'<' | b'&' => true,
        b'a'..=b'z' => at == 0 || !bytes[at - 1].is_ascii_alphanumeric(),
        _ => false,
    }
}

/// What stands for a sign or macro, and where the text after it begins.
struct Found {
    end: usize,
    shown: Shown,
}

enum Shown {
    Nothing,
    Object,
    /// What "&#160;" stands for.
    Character(String),
    Text(Range<usize>),
    Raised(Range<usize>),
}

/// Where a listing, a literal or a comment between two rows of signs ends.
fn fenced(lines: &[Line<'_>], at: usize) -> Option<usize> {
    let line = lines[at];
    let row = ['-', '.', '+', '/'].into_iter().any(|sign| line.is_row_of(sign, 4));
    if !row && !line.text.starts_with("```") {
        return None;
    }
    let fence = if row { line.text } else { "```" };
    let close = lines[at + 1..].iter().position(|line| line.text == fence);
    Some(close.map_or(lines.len(), |close| at + close + 2))
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

/// "2+", ".3+^", "a", "h".
fn is_cell_setting(text: &str) -> bool {
    let letters = text.trim_start_matches(|c: char| c.is_ascii_digit() || ".+*<^>".contains(c));
    !text.is_empty()
        && (letters.is_empty() && !text.ends_with(|c: char| c.is_ascii_digit())
            || matches!(letters, "a" | "e" | "h" | "l" | "m" | "s") && letters.len() <= 1)
}

/// How many columns wide a cell is: 2 by "2+", "2.3+^".
fn span(setting: &str) -> u16 {
    let columns = setting.split_once('+').map(|(columns, _)| columns.split('.').next().unwrap_or_default());
    columns.and_then(|columns| columns.parse().ok()).map_or(1, |columns: u16| columns.clamp(1, 100))
}

/// How many bytes mark an item of a list: "* ", "** ", ". ", "- ", "1. ", "<1> ".
fn bullet(text: &str) -> Option<usize> {
    let trimmed = text.trim_start();
    let signs = trimmed.bytes().take_while(|byte| b"*.-".contains(byte)).count();
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    let length = if (1..=5).contains(&signs) {
        signs
    } else if (1..=3).contains(&digits) && trimmed[digits..].starts_with('.') {
        digits + 1
    } else if trimmed.starts_with('<') {
        trimmed.find('>').filter(|end| *end <= 3)? + 1
    } else {
        return None;
    };
    trimmed[length..].starts_with(' ').then_some(text.len() - trimmed.len() + length + 1)
}
