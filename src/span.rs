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

/// Where the lines of a text begin, to turn byte offsets into lines and columns once, at the end.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<u32>,
}

impl Lines {
    /// Reads the line starts of `text`.
    pub fn of(text: &str) -> Self {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes());
        Self { starts: std::iter::once(0).chain(ends.map(|i| offset(i + 1))).collect() }
    }

    /// The 1-based line and column of a byte offset; the column counts Unicode scalar values.
    pub fn position(&self, text: &str, at: u32) -> (u32, u32) {
        let line = self.starts.partition_point(|&start| start <= at);
        let start = self.starts[line - 1] as usize;
        let before = text.get(start..at as usize).unwrap_or_default();
        (offset(line), offset(before.chars().count()) + 1)
    }

    /// The 1-based line `number` of `text`, without its end.
    pub fn line<'t>(&self, text: &'t str, number: u32) -> &'t str {
        let index = number as usize - 1;
        let start = self.starts[index] as usize;
        let end = self.starts.get(index + 1).map_or(text.len(), |&next| next as usize);
        text[start..end].trim_end_matches(['\n', '\r'])
    }
}

/// A byte offset or a count of bytes: drafts are limited to four gigabytes when they are read.
pub(crate) fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("drafts over 4 GiB are refused when they are read")
}
