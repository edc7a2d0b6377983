//! The lines of formats that are read line by line.

use std::ops::Range;

use memchr::memchr_iter;

/// A line of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'f> {
    /// Its first byte in the file.
    pub(super) start: usize,
    /// Without the white space at its end.
    pub(super) text: &'f str,
}

impl Line<'_> {
    /// The bytes of the file from `from` on in the line.
    pub(super) fn range(self, from: usize) -> Range<usize> {
        self.start + from..self.start + self.text.len()
    }

    pub(super) fn is_blank(self) -> bool {
        self.text.is_empty()
    }

    /// How far it is indented, in bytes.
    pub(super) fn indent(self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    /// Whether it is this sign and no other, so many times at least.
    pub(super) fn is_row_of(self, sign: char, least: usize) -> bool {
        self.text.len() >= least && self.text.chars().all(|c| c == sign)
    }
}

/// A list that is being read.
#[derive(Clone, Copy)]
pub(super) struct List {
    /// The block that leads into it.
    pub(super) lead: Option<u32>,
}

/// The lines of a file from `start` on.
pub(super) fn lines(file: &str, start: usize) -> Vec<Line<'_>> {
    let mut at = start;
    let ends = memchr_iter(b'\n', &file.as_bytes()[start..]).map(|end| start + end);
    ends.chain(std::iter::once(file.len()))
        .map(|end| {
            let line = Line { start: at, text: file[at.min(end)..end].trim_end() };
            at = end + 1;
            line
        })
        .collect()
}

/// Markup that is longer is none, but a stray sign.
const LONGEST: usize = 1 << 10;

/// As much of a stretch of a file as markup that begins there may take.
pub(super) fn near(file: &str, range: Range<usize>) -> &str {
    let mut end = range.end.min(range.start + LONGEST);
    while !file.is_char_boundary(end) {
        end -= 1;
    }
    &file[range.start..end]
}
