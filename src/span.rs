//! A stretch of bytes of a file, and where it stands for a reader.

/// The bytes `[start, end)` of a file as it lies on disk, markup included; never empty.
///
/// ```
/// use factdiff::span::Span;
/// let span = Span::new(6, 12).expect("not empty");
/// assert_eq!(&"about 1.5 million"[span.range()], "1.5 mi");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The bytes from `start` up to `end`; none where that would be empty.
    pub const fn new(start: u32, end: u32) -> Option<Self> {
        if start < end { Some(Self { start, end }) } else { None }
    }

    /// The first byte.
    pub const fn start(self) -> u32 {
        self.start
    }

    /// One past the last byte.
    pub const fn end(self) -> u32 {
        self.end
    }

    /// As indices into the file's text.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` is one of this span's.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Turns byte offsets of a text into lines and columns. Offsets asked for in rising order cost one
/// pass over the text in all, however long its lines are.
#[derive(Clone, Debug)]
pub struct Positions<'t> {
    text: &'t str,
    at: usize,
    position: Position,
}

/// A place in a text as a reader counts it, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The column, in Unicode scalar values.
    pub column: u32,
}

impl Position {
    const START: Self = Self { line: 1, column: 1 };
}

impl<'t> Positions<'t> {
    /// Of `text`, from its start.
    pub const fn of(text: &'t str) -> Self {
        Self { text, at: 0, position: Position::START }
    }

    /// The position of a byte offset; one past the end stands for the end. The mark of byte order
    /// at the start of a file counts for nothing.
    pub fn at(&mut self, at: u32) -> Position {
        let mut at = (at as usize).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        if at < self.at {
            *self = Self::of(self.text);
        }
        let passed = &self.text[self.at..at];
        // Most places are on the line of the one before.
        let last = memchr::memrchr(b'\n', passed.as_bytes());
        let newlines = last.map_or(0, |last| memchr::memchr_iter(b'\n', &passed.as_bytes()[..=last]).count());
        let last_line = last.map_or(passed, |newline| &passed[newline + 1..]);
        let marked = self.at == 0 && last_line.starts_with('\u{feff}') && newlines == 0;
        let before = if newlines == 0 { self.position.column - u32::from(marked) } else { 1 };
        self.position = Position {
            line: self.position.line + offset(newlines),
            column: before + offset(last_line.chars().count()),
        };
        self.at = at;
        self.position
    }
}

/// The whole lines that hold a byte range of `text`, without the last one's end.
pub fn lines_around(text: &str, span: Span) -> std::ops::Range<usize> {
    let bytes = text.as_bytes();
    let start = memchr::memrchr(b'\n', &bytes[..span.range().start]).map_or(0, |newline| newline + 1);
    let last = span.range().end - 1;
    let end = memchr::memchr(b'\n', &bytes[last..]).map_or(text.len(), |newline| last + newline);
    start..end.max(start)
}

/// A byte offset or a count of bytes: larger files are refused when they are read.
pub(crate) fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("files over 4 GiB are refused when they are read")
}
