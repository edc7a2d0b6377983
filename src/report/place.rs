//! Where a finding stands in its draft, as people and programs count.

use crate::span::{Position, Positions, Span};

/// The place of a span: its first character, and one past its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) start: Position,
    pub(super) end: Position,
}

/// Finds the places of spans; those asked for in document order cost one pass over the draft, and each its own length.
pub(super) struct Places<'t> {
    starts: Positions<'t>,
}

impl<'t> Places<'t> {
    pub(super) fn of(file: &'t str) -> Self {
        Self { starts: Positions::of(file) }
    }

    /// The place of a span, in Unicode scalar values.
    pub(super) fn at(&mut self, span: Span) -> Place {
        let start = self.starts.at(span.start());
        // A quotation ends behind the figures in it: ends do not rise as starts do.
        Place { start, end: self.starts.clone().at(span.end()) }
    }
}

/// The byte of its line that an offset of a file is, from 1.
pub(super) fn byte_column(file: &str, at: u32) -> usize {
    let before = &file.as_bytes()[..at as usize];
    before.len() - memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1) + 1
}
