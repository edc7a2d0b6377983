//! Plain text: paragraphs between blank lines or indents where lines are wrapped by hand, else
//! one a line; form feeds part pages.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr_iter};

use super::mark::Marks;
use super::{Block, BlockKind, Document, Encoding, Map, text_start};
use crate::lexicon::Usage;
use crate::span::offset;

/// Longer lines are paragraphs by themselves: nobody wraps by hand beyond.
const LONGEST_WRAPPED: usize = 160;

/// Longer lines are neither titles nor headings.
const LONGEST_TITLE: usize = 120;

/// Longer lines within a draft are no headings.
const LONGEST_HEADING: usize = 80;

/// Text whose lines are shorter is a list of short lines, whatever they end with.
const SHORTEST_WRAPPED: usize = 30;

/// A page with lists on it is wrapped where at least so many lines of its paragraphs are followed by another.
const FEWEST_WRAPPED: usize = 2;

pub(super) fn read(file: &str) -> Document<'_> {
    let (blocks, marks) = (Vec::new(), Marks::default());
    let mut page = Page { file, blocks, marks, open: None, lead: None, heading: None, tables: 0 };
    let mut start = text_start(file);
    for feed in memchr_iter(0x0c, file.as_bytes()).chain(std::iter::once(file.len())) {
        page.read(start..feed);
        start = feed + 1;
    }
    Document {
        file,
        encoding: Encoding::UTF_8,
        prose: Cow::Borrowed(file),
        map: Map::default(),
        blocks: page.blocks,
        date: None,
        silences: page.marks.finish(),
        usage: Usage::default(),
    }
}

/// A line without the white space around it.
#[derive(Clone, Copy)]
struct Line<'f> {
    text: &'f str,
    start: u32,
    indent: u32,
}

impl Line<'_> {
    /// Blank, or drawn: "* * *", "______".
    fn is_blank(self) -> bool {
        !self.text.bytes().any(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
    }

    /// Its bytes in the file.
    fn range(self) -> Range<usize> {
        let start = self.start as usize;
        start..start + self.text.len()
    }

    /// Whether a sentence ends with it, or what introduces a list or a quotation.
    fn ends_sentence(self) -> bool {
        self.text.ends_with(['.', '!', '?', ':', '"', '”', '’', ')'])
    }

    /// Whether it can name what follows: short, and no sentence.
    fn names(self) -> bool {
        let opens = self.text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '‘'));
        let sentence = self.text.ends_with(['.', '!', ':', ';', ',', '-', '—']);
        self.text.len() <= LONGEST_TITLE && opens && !sentence && !self.is_blank()
    }

    /// Whether the next line's first word would have found room on it, had lines been this long.
    fn left_room(self, next: Line<'_>, width: usize) -> bool {
        self.text.len() + next.text.find(' ').unwrap_or(next.text.len()) < width
    }

    /// How many bytes mark it as an item of a list: "- ", "• ", "2. ".
    fn bullet(self) -> Option<usize> {
        let digits = self.text.bytes().take_while(u8::is_ascii_digit).count();
        let sign = if (1..=3).contains(&digits) {
            self.text[digits..].strip_prefix(['.', ')'])
        } else {
            self.text.strip_prefix(['-', '*', '•', '‣', '▪', '–', '·'])
        };
        let rest = sign?.strip_prefix([' ', '\t'])?;
        Some(self.text.len() - rest.trim_start().len())
    }
}

/// The lines of a stretch of a file, of empty lines in a row the first alone: they are looked over several times, and a
/// file of nothing else must not take the memory of its lines.
fn lines(file: &str, range: Range<usize>) -> Vec<Line<'_>> {
    let text = &file[range.clone()];
    let end = if memchr(b'\n', text.as_bytes()).is_some() { b'\n' } else { b'\r' };
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut at = 0;
    for end in memchr_iter(end, text.as_bytes()).chain(std::iter::once(text.len())) {
        let line = &text[at..end];
        let trimmed = line.trim_start();
        let indent = line.len() - trimmed.len();
        if !trimmed.is_empty() || lines.last().is_none_or(|before| !before.text.is_empty()) {
            lines.push(Line {
                text: trimmed.trim_end(),
                start: offset(range.start + at + indent),
                indent: offset(indent),
            });
        }
        at = end + 1;
    }
    lines
}

/// How long lines are, where they are wrapped by hand: most that are followed by another end within a sentence, where
/// the next word found no room.
fn wrapped_at<'f>(lines: &(impl Iterator<Item = Line<'f>> + Clone)) -> Option<usize> {
    let (mut count, mut bytes) = (0_usize, 0_usize);
    for (line, _) in pairs(lines) {
        count += 1;
        bytes += line.text.len();
    }
    let width = bytes.checked_div(count).filter(|&width| width >= SHORTEST_WRAPPED)?;
    (inside(lines, width) * 2 > count).then_some(width)
}

/// Lines with those that follow them in the same stretch between blank lines.
fn pairs<'f>(lines: &(impl Iterator<Item = Line<'f>> + Clone)) -> impl Iterator<Item = (Line<'f>, Line<'f>)> {
    lines.clone().zip(lines.clone().skip(1)).filter(|(line, next)| !line.is_blank() && !next.is_blank())
}

/// How many lines end within a sentence, where the next word found no room.
fn inside<'f>(lines: &(impl Iterator<Item = Line<'f>> + Clone), width: usize) -> usize {
    pairs(lines).filter(|(line, next)| !line.ends_sentence() && !line.left_room(*next, width * 3 / 4)).count()
}

/// How long the lines of a page are whose wrapped paragraphs stand beside lists of short lines, a roll of names.
fn wrapped_beside_lists<'f>(lines: &(impl Iterator<Item = Line<'f>> + Clone)) -> Option<usize> {
    let (mut count, mut bytes) = (0_usize, 0_usize);
    let mut rest = lines.clone();
    while let Some(line) = rest.find(|line| !line.is_blank()) {
        let stretch = stretch(line, rest.clone());
        let others = stretch.clone().count() - 1;
        if let Some(width) = wrapped_at(&stretch) {
            count += others;
            bytes += others * width;
        }
        rest.by_ref().take(others).for_each(drop);
    }
    bytes.checked_div(count).filter(|_| count >= FEWEST_WRAPPED)
}

/// A line with those up to the next blank one.
fn stretch<'f>(line: Line<'f>, rest: impl Iterator<Item = Line<'f>> + Clone) -> impl Iterator<Item = Line<'f>> + Clone {
    std::iter::once(line).chain(rest.take_while(|line| !line.is_blank()))
}

/// Whether a stretch of a page with lists on it is a wrapped paragraph rather than one of the lists.
fn is_paragraph<'f>(stretch: &(impl Iterator<Item = Line<'f>> + Clone), width: usize) -> bool {
    let others = stretch.clone().count() - 1;
    inside(stretch, width) * 3 >= others
}

/// How many cells a line has that is a row of a table: the next has as many.
fn columns(line: Line<'_>, next: Option<Line<'_>>) -> Option<usize> {
    let columns = cells(line);
    (columns > 1 && next.is_some_and(|next| cells(next) == columns)).then_some(columns)
}

/// How many cells a line has with tabs between them.
fn cells(line: Line<'_>) -> usize {
    memchr_iter(b'\t', line.text.as_bytes()).count() + 1
}

/// What is known at one line.
struct Page<'f> {
    file: &'f str,
    blocks: Vec<Block>,
    marks: Marks,
    /// The block that is being read.
    open: Option<(BlockKind, Range<usize>)>,
    /// What led into the list that is being read.
    lead: Option<u32>,
    heading: Option<u32>,
    /// How many tables there are so far.
    tables: u16,
}

impl<'f> Page<'f> {
    fn read(&mut self, range: Range<usize>) {
        let lines = lines(self.file, range);
        let mut rest = lines.iter().copied();
        let short = rest.clone().all(|line| line.text.len() <= LONGEST_WRAPPED);
        let even = if short { wrapped_at(&rest) } else { None };
        let width = if short { even.or_else(|| wrapped_beside_lists(&rest)) } else { None };
        let mut wrapped = even.is_some();
        let mut before: Option<Line<'f>> = None;
        while let Some(line) = rest.next() {
            let after_blank = before.is_none();
            if line.is_blank() {
                self.close();
                before = None;
                continue;
            }
            if let Some(width) = width.filter(|_| even.is_none() && after_blank) {
                wrapped = is_paragraph(&stretch(line, rest.clone()), width);
            }
            if let Some(comment) =
                line.text.strip_prefix("//").filter(|text| text.trim_start().starts_with("factdiff:"))
            {
                self.close();
                self.marks.comment(self.file, comment, &line.range());
                before = None;
                continue;
            }
            if let Some(columns) = columns(line, rest.clone().next()) {
                self.close();
                let rows = rest.clone().take_while(|next| cells(*next) == columns).count();
                self.table(std::iter::once(line).chain(rest.by_ref().take(rows)));
                before = None;
                continue;
            }
            let in_list = matches!(self.open, Some((BlockKind::Item { .. }, _)));
            let listed = after_blank || in_list || before.is_some_and(|before| before.text.ends_with(':'));
            let bullet = line.bullet().filter(|_| listed);
            let begins = before.zip(width).is_some_and(|(before, width)| {
                !in_list && (line.indent >= before.indent + 2 || before.left_room(line, width / 2))
            });
            if let Some(bullet) = bullet {
                self.close();
                let Range { start, end } = line.range();
                self.open = Some((BlockKind::Item { lead: self.lead_in() }, start + bullet..end));
            } else if let Some((_, text)) = self.open.as_mut().filter(|_| wrapped && !begins) {
                text.end = line.range().end;
            } else {
                self.close();
                let apart = after_blank || (!wrapped && before.is_some_and(Line::ends_sentence));
                let names = apart && line.names() && self.is_followed(rest.clone(), wrapped);
                self.open = Some((self.kind(line, names), line.range()));
            }
            before = Some(line);
        }
        self.close();
    }

    /// The cells of lines with tabs between them; a first line without figures names the columns.
    fn table(&mut self, lines: impl Iterator<Item = Line<'f>>) {
        let table = self.tables;
        self.tables = self.tables.saturating_add(1);
        let mut row = None;
        for line in lines {
            let named = !line.text.bytes().any(|byte| byte.is_ascii_digit());
            let next = row.map_or(u16::from(!named), |row: u16| row.saturating_add(1));
            row = Some(next);
            self.marks.speak_for(&line.range());
            let mut at = line.range().start;
            for (column, cell) in line.text.split('\t').enumerate() {
                let start = at + cell.len() - cell.trim_start().len();
                let column = u16::try_from(column).unwrap_or(u16::MAX);
                let kind = BlockKind::Cell { table, row: next, column };
                if !cell.trim().is_empty() {
                    let end = start + cell.trim().len();
                    self.blocks.push(Block { kind, start: offset(start), end: offset(end), heading: self.heading });
                }
                at += cell.len() + 1;
            }
        }
    }

    /// What a line is that begins a block and may name what follows.
    fn kind(&self, line: Line<'_>, names: bool) -> BlockKind {
        if names && self.blocks.is_empty() {
            BlockKind::Title
        } else if names && line.text.len() <= LONGEST_HEADING && !line.ends_sentence() {
            BlockKind::Heading(2)
        } else {
            BlockKind::Paragraph
        }
    }

    /// Whether running text follows, apart from the line before it.
    fn is_followed(&self, mut rest: impl Iterator<Item = Line<'f>>, wrapped: bool) -> bool {
        let next = rest.next();
        let apart = !wrapped || next.is_none_or(Line::is_blank);
        let text = next.filter(|line| !line.is_blank()).or_else(|| rest.find(|line| !line.is_blank()));
        let byline = |line: Line<'_>| self.blocks.is_empty() && line.text.starts_with("By ");
        let runs = |line: Line<'_>| line.text.len() > LONGEST_TITLE || wrapped || line.ends_sentence() || byline(line);
        let goes_on = |line: Line<'_>| line.text.starts_with(char::is_lowercase);
        apart && text.is_some_and(|line| runs(line) && !goes_on(line) && line.bullet().is_none())
    }

    /// The paragraph that leads into the item that begins.
    fn lead_in(&mut self) -> Option<u32> {
        let last = self.blocks.len().checked_sub(1)?;
        match self.blocks[last].kind {
            BlockKind::Item { .. } => {}
            BlockKind::Paragraph => self.lead = Some(offset(last)),
            BlockKind::Title
            | BlockKind::Heading(_)
            | BlockKind::Cell { .. }
            | BlockKind::Quote
            | BlockKind::Caption
            | BlockKind::Footnote => self.lead = None,
        }
        self.lead
    }

    fn close(&mut self) {
        let Some((kind, text)) = self.open.take() else { return };
        self.marks.speak_for(&text);
        let heading = if matches!(kind, BlockKind::Heading(_)) { None } else { self.heading };
        if matches!(kind, BlockKind::Heading(_)) {
            self.heading = Some(offset(self.blocks.len()));
        }
        self.blocks.push(Block { kind, start: offset(text.start), end: offset(text.end), heading });
    }
}
