//! LaTeX: headings, lists, tables, captions and notes are kept apart; commands, formulas and what
//! stands before the document are skipped.

use std::ops::Range;

use super::builder::{Builder, LINE_END, OBJECT};
use super::lines::near;
use super::{BlockKind, Document, date, text_start};

pub(super) fn read(file: &str) -> Document<'_> {
    let mut page = Page { builder: Builder::new(file), around: Vec::new(), cell: (0, 0, 0), notes: Vec::new() };
    let start = match file.find("\\begin{document}") {
        Some(body) => {
            page.preamble(text_start(file)..body);
            body
        }
        None => text_start(file),
    };
    page.text(start..file.len(), 0);
    page.builder.close();
    let mut at = 0;
    // A note may hold a note.
    while let Some((kind, note)) = page.notes.get(at).cloned() {
        page.builder.open(kind);
        page.text(note, 1);
        page.builder.close();
        at += 1;
    }
    page.builder.finish()
}

/// Groups nested deeper are not read: no document is written so.
const DEEPEST: usize = 64;

struct Page<'f> {
    builder: Builder<'f>,
    /// The environments that make text of a kind, outermost first, with their names.
    around: Vec<(Range<usize>, BlockKind)>,
    /// The cell that is read: its table, row and column; no table where that is 0.
    cell: (u16, u16, u16),
    /// Notes and captions, which stand apart from the text around them.
    notes: Vec<(BlockKind, Range<usize>)>,
}

impl Page<'_> {
    /// Reads what the commands before the document tell of it.
    fn preamble(&mut self, range: Range<usize>) {
        let file = self.builder.file;
        let argument = |name: &str| {
            let at = range.start + file[range.clone()].find(name)? + name.len();
            group(file, at - 1, range.end).map(|end| at..end - 1)
        };
        if let Some(title) = argument("\\title{") {
            self.builder.open(BlockKind::Title);
            self.text(title, 1);
            self.builder.close();
        }
        self.builder.date = argument("\\date{").and_then(|day| date::stated(&file[day]));
    }

    /// Reads text; `depth` says in how many groups it stands.
    fn text(&mut self, range: Range<usize>, depth: usize) {
        let file = self.builder.file;
        let bytes = file.as_bytes();
        let (mut plain, mut at) = (range.start, range.start);
        while at < range.end {
            let Some(next) = bytes[at..range.end].iter().position(|byte| is_sign(*byte)) else { break };
            at += next;
            let end = match bytes[at] {
                b'\n' => {
                    let end = at + 1 + blank(&file[at + 1..range.end]);
                    if end == at + 1 {
                        at += 1;
                        continue;
                    }
                    end
                }
                b'-' if !file[at..range.end].starts_with("--") => {
                    at += 1;
                    continue;
                }
                b'`' | b'\'' if bytes.get(at + 1) != Some(&bytes[at]) => {
                    at += 1;
                    continue;
                }
                _ => at,
            };
            self.write(plain..at);
            at = if end > at { self.end_paragraph(end) } else { self.sign(at, range.end, depth) };
            plain = at;
        }
        self.write(plain..range.end);
    }

    fn write(&mut self, range: Range<usize>) {
        let file = self.builder.file;
        let blank = file[range.clone()].len() - file[range.clone()].trim_start().len();
        let range = if self.builder.is_open() { range } else { range.start + blank..range.end };
        if range.start < range.end {
            if !self.builder.file[range.clone()].trim().is_empty() {
                self.open_if_none();
            }
            self.builder.text(range);
        }
    }

    fn open_if_none(&mut self) {
        let kind = match self.cell {
            (0, _, _) => self.around.last().map_or(BlockKind::Paragraph, |(_, kind)| *kind),
            (table, row, column) => BlockKind::Cell { table, row, column },
        };
        self.builder.open_if_none(kind);
    }

    fn end_paragraph(&mut self, end: usize) -> usize {
        if self.cell.0 == 0 {
            self.builder.close();
        } else if self.builder.is_open() {
            // A cell goes on: its words stay apart.
            self.builder.replace(" ", end - 1..end);
        }
        end
    }

    fn shown(&mut self, text: &str, range: Range<usize>) -> usize {
        self.open_if_none();
        let end = range.end;
        self.builder.replace(text, range);
        end
    }

    /// Reads the sign at `at`; returns where the text after it begins.
    fn sign(&mut self, at: usize, end: usize, depth: usize) -> usize {
        let file = self.builder.file;
        let rest = &file[at..end];
        match rest.as_bytes()[0] {
            b'%' => {
                let line = rest.find('\n').map_or(end, |newline| at + newline + 1);
                self.builder.comment(file[at..line].trim_start_matches('%'), at..line);
                line
            }
            b'\\' => self.command(at, end, depth),
            b'$' => self.formula(at, end),
            b'~' => self.shown("\u{a0}", at..at + 1),
            b'&' if self.cell.0 > 0 => {
                self.builder.close();
                self.cell.2 = self.cell.2.saturating_add(1);
                at + 1
            }
            b'-' if rest.starts_with("---") => self.shown("—", at..at + 3),
            b'-' => self.shown("–", at..at + 2),
            b'`' => self.shown("“", at..at + 2),
            b'\'' => self.shown("”", at..at + 2),
            // Braces only hold together.
            _ => at + 1,
        }
    }

    /// "$x = 5$" is no text, "$1.4$" is.
    fn formula(&mut self, at: usize, end: usize) -> usize {
        let file = self.builder.file;
        let width = if file[at..end].starts_with("$$") { 2 } else { 1 };
        let inner = at + width;
        let Some(length) = near(file, inner..end).find(&file[at..inner]) else { return inner };
        self.mathematics(inner..inner + length, at..inner + length + width)
    }

    fn mathematics(&mut self, inner: Range<usize>, whole: Range<usize>) -> usize {
        let end = whole.end;
        let inner_text = &self.builder.file[inner.clone()];
        if let Some(power) = inner_text.strip_prefix('^').map(|power| power.trim_matches(['{', '}']))
            && !power.is_empty()
            && power.bytes().all(|byte| byte.is_ascii_digit())
        {
            // "12 km$^2$"
            let start = inner.start + inner_text.find(power).unwrap_or_default();
            self.raised(start..start + power.len());
            return end;
        }
        let is_figure = |byte: u8| byte.is_ascii_digit() || b".,{}".contains(&byte);
        if !inner.is_empty() && self.builder.file[inner.clone()].bytes().all(is_figure) {
            self.text(inner, DEEPEST);
        } else {
            self.shown(OBJECT, whole);
        }
        end
    }

    fn raised(&mut self, range: Range<usize>) {
        self.open_if_none();
        self.builder.raised(range);
    }

    /// Reads the command at `at` with what belongs to it.
    fn command(&mut self, at: usize, end: usize, depth: usize) -> usize {
        let file = self.builder.file;
        let letters = file[at + 1..end].bytes().take_while(u8::is_ascii_alphabetic).count();
        if letters == 0 {
            return self.escaped(at, end);
        }
        let name = &file[at + 1..at + 1 + letters];
        let mut after = at + 1 + letters;
        if file[after..end].starts_with('*') {
            after += 1;
        }
        let option = bracket(file, after, end);
        let open = option.unwrap_or(after);
        let argument = |open: usize| group(file, open, end).map(|close| (open + 1..close - 1, close));
        let inner = argument(open);
        match name {
            "begin" => self.begin(at, end),
            "end" => self.end(after, end),
            "part" | "chapter" | "section" | "subsection" | "subsubsection" | "paragraph" => {
                let Some((inner, close)) = inner else { return open };
                let level = ["part", "chapter", "section", "subsection", "subsubsection", "paragraph"]
                    .iter()
                    .position(|own| *own == name);
                self.apart(
                    BlockKind::Heading(level.and_then(|level| u8::try_from(level.max(1)).ok()).unwrap_or(1)),
                    inner,
                    depth,
                );
                close
            }
            "title" => {
                let Some((inner, close)) = inner else { return open };
                self.apart(BlockKind::Title, inner, depth);
                close
            }
            "footnote" | "footnotetext" | "thanks" | "caption" | "marginpar" => {
                let Some((inner, close)) = inner else { return open };
                let kind = if name == "caption" { BlockKind::Caption } else { BlockKind::Footnote };
                self.notes.push((kind, inner));
                close
            }
            "item" => {
                self.builder.close();
                open
            }
            "par" | "newpage" | "clearpage" | "maketitle" | "bigskip" | "medskip" => self.end_paragraph(after),
            "newline" | "linebreak" => self.shown(LINE_END, at..after),
            "href" | "textcolor" | "colorbox" | "multicolumn" | "multirow" | "parbox" | "raisebox" => {
                // The text stands in the last group.
                let mut last = open;
                for _ in 1..if name.starts_with("multi") { 3 } else { 2 } {
                    last = argument(last).map_or(last, |(_, close)| close);
                }
                last
            }
            "date" => {
                let Some((inner, close)) = inner else { return open };
                self.builder.date = self.builder.date.or_else(|| date::stated(&file[inner]));
                close
            }
            "textsuperscript" => {
                let Some((inner, close)) = inner else { return open };
                self.raised(inner);
                close
            }
            "ldots" | "dots" => self.shown("…", at..after),
            "textendash" => self.shown("–", at..after),
            "textemdash" => self.shown("—", at..after),
            "pounds" | "textsterling" => self.shown("£", at..after),
            "euro" | "texteuro" => self.shown("€", at..after),
            "S" | "verb" | "lstinline" | "mintinline" => {
                let sign = file[after..end].chars().next().unwrap_or(' ');
                let close = near(file, after..end).char_indices().skip(1).find(|(_, c)| *c == sign && name != "S");
                let close = close.map_or(after, |(close, c)| after + close + c.len_utf8());
                self.shown(OBJECT, at..close)
            }
            "cite" | "citep" | "citet" | "citeauthor" | "citeyear" | "parencite" | "textcite" | "autocite" | "ref"
            | "autoref" | "cref" | "Cref" | "eqref" | "pageref" | "label" | "url" | "nolinkurl" | "includegraphics"
            | "input" | "include" | "usepackage" | "documentclass" | "bibliography" | "bibliographystyle"
            | "hspace" | "vspace" | "setlength" | "setcounter" | "addtocounter" | "newcommand" | "renewcommand"
            | "def" | "pagestyle" | "thispagestyle" | "hypersetup" | "color" | "graphicspath" | "index" | "cline"
            | "cmidrule" | "rule" | "texttt" | "code" | "lstinputlisting" | "newcolumntype" | "tag" | "fontsize"
            | "addbibresource" | "nocite" | "phantom" | "hphantom" | "vphantom" | "resizebox" | "scalebox" => {
                let mut close = open;
                // Some take more groups than one, and options between them.
                while let Some(next) = group(file, close, end).or_else(|| bracket(file, close, end)) {
                    close = next;
                }
                let speaks =
                    matches!(name, "cite" | "citep" | "citet" | "ref" | "autoref" | "cref" | "url" | "texttt" | "code");
                if speaks && close > open { self.shown(OBJECT, at..close) } else { close }
            }
            // Commands that set text, and those that are no text: what stands in their groups is.
            _ => {
                let blank = usize::from(open == after && file[after..end].starts_with([' ', '\t']));
                open + blank
            }
        }
    }

    /// "\%", "\\", "\,", "\(x = 5\)".
    fn escaped(&mut self, at: usize, end: usize) -> usize {
        let file = self.builder.file;
        let Some(sign) = file[at + 1..end].chars().next() else { return end };
        let after = at + 1 + sign.len_utf8();
        match sign {
            '%' | '$' | '&' | '#' | '_' | '{' | '}' => {
                self.open_if_none();
                self.builder.replace(&file[at + 1..after], at..after);
                after
            }
            '\\' => {
                let after = bracket(file, after, end).unwrap_or(after);
                if self.cell.0 > 0 {
                    self.builder.close();
                    (self.cell.1, self.cell.2) = (self.cell.1.saturating_add(1), 0);
                    return after;
                }
                if self.builder.is_open() { self.shown(LINE_END, at..after) } else { after }
            }
            ',' | ' ' | ';' | ':' => self.shown("\u{a0}", at..after),
            '(' | '[' => {
                let close = if sign == '(' { "\\)" } else { "\\]" };
                match near(file, after..end).find(close) {
                    Some(length) => self.mathematics(after..after + length, at..after + length + 2),
                    None => after,
                }
            }
            // Accents, hyphens that may stand at the end of a line, corrections of space.
            _ => after,
        }
    }

    fn begin(&mut self, at: usize, end: usize) -> usize {
        let file = self.builder.file;
        let open = at + "\\begin".len();
        let Some(close) = group(file, open, end) else { return open };
        let name = open + 1..close - 1;
        let after = bracket(file, close, end).unwrap_or(close);
        match file[name.clone()].trim_end_matches('*') {
            "verbatim" | "Verbatim" | "lstlisting" | "minted" | "comment" | "tikzpicture" | "equation" | "align"
            | "gather" | "multline" | "eqnarray" | "displaymath" | "math" | "thebibliography" | "filecontents"
            | "algorithm" | "algorithmic" => {
                let closing = format!("\\end{{{}}}", &file[name]);
                file[after..end].find(&closing).map_or(end, |length| after + length + closing.len())
            }
            "tabular" | "tabularx" | "longtable" | "array" => {
                self.builder.close();
                self.cell = (self.builder.next_table(), 0, 0);
                let mut after = after;
                while let Some(next) = group(file, after, end) {
                    after = next;
                }
                after
            }
            "quote" | "quotation" | "displayquote" => self.enter(name, BlockKind::Quote, after),
            "itemize" | "enumerate" | "description" => {
                self.builder.close();
                let lead = self.builder.lead(BlockKind::Paragraph);
                self.enter(name, BlockKind::Item { lead }, after)
            }
            _ => {
                self.builder.close();
                group(file, after, end).unwrap_or(after)
            }
        }
    }

    fn enter(&mut self, name: Range<usize>, kind: BlockKind, after: usize) -> usize {
        self.builder.close();
        self.around.push((name, kind));
        after
    }

    fn end(&mut self, open: usize, end: usize) -> usize {
        let file = self.builder.file;
        let Some(close) = group(file, open, end) else { return open };
        let name = &file[open + 1..close - 1];
        self.builder.close();
        if matches!(name.trim_end_matches('*'), "tabular" | "tabularx" | "longtable" | "array") {
            self.cell.0 = 0;
        }
        self.around.pop_if(|(own, _)| &file[own.clone()] == name);
        close
    }

    /// Reads text that is a block of its own.
    fn apart(&mut self, kind: BlockKind, inner: Range<usize>, depth: usize) {
        self.builder.open(kind);
        if depth < DEEPEST {
            self.text(inner, depth + 1);
        }
        self.builder.close();
    }
}

/// Whether text may stop at this byte.
fn is_sign(byte: u8) -> bool {
    matches!(byte, b'\n' | b'%' | b'\\' | b'$' | b'~' | b'&' | b'-' | b'`' | b'\'' | b'{' | b'}')
}

/// How much of a text is blank lines, where it begins with one.
fn blank(text: &str) -> usize {
    let blanks = text.len() - text.trim_start().len();
    text[..blanks].rfind('\n').map_or(0, |newline| newline + 1)
}

/// One past the brace that closes the one at `open`, if one opens there.
fn group(file: &str, open: usize, end: usize) -> Option<usize> {
    closing(file, open, end, b'{', b'}')
}

/// One past the bracket that closes the one at `open`, if one opens there.
fn bracket(file: &str, open: usize, end: usize) -> Option<usize> {
    closing(file, open, end, b'[', b']')
}

/// Longer groups are no arguments.
const LONGEST: usize = 1 << 13;

fn closing(file: &str, open: usize, end: usize, opens: u8, closes: u8) -> Option<usize> {
    let bytes = &file.as_bytes()[..end.min(open.saturating_add(LONGEST))];
    if bytes.get(open) != Some(&opens) {
        return None;
    }
    let mut depth = 0_usize;
    let mut at = open;
    loop {
        match *bytes.get(at)? {
            b'\\' => at += 1,
            byte if byte == opens => depth += 1,
            byte if byte == closes => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}
