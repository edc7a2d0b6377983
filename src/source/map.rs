//! From positions in the prose to positions in the file.

use std::ops::Range;

use crate::span::Span;

/// Which bytes of the file each byte of the prose came from.
///
/// Text that stands in the file as it stands in the prose is one piece; an entity or another
/// replacement ("&nbsp;") is a piece of its own, whose bytes all come from the whole of it.
#[derive(Clone, Debug, Default)]
pub struct Map {
    /// Ordered by `prose`; empty where the prose is the file.
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    prose: u32,
    file: u32,
    /// Bytes in the file; for text taken as it stands, those in the prose too.
    length: u32,
    replaced: bool,
}

impl Map {
    /// Notes that the prose from `prose` on is the file from `file` on, as it stands.
    pub fn add_text(&mut self, prose: u32, file: u32, length: u32) {
        if let Some(last) = self.pieces.last_mut()
            && !last.replaced
            && last.prose + last.length == prose
            && last.file + last.length == file
        {
            last.length += length;
            return;
        }
        self.pieces.push(Piece { prose, file, length, replaced: false });
    }

    /// Notes that the prose from `prose` on stands for `length` bytes of the file from `file` on.
    pub fn add_replacement(&mut self, prose: u32, file: u32, length: u32) {
        self.pieces.push(Piece { prose, file, length, replaced: true });
    }

    /// Forgets all that was noted of the prose from `prose` on, where a piece begins.
    pub(super) fn truncate(&mut self, prose: u32) {
        let kept = self.pieces.partition_point(|piece| piece.prose < prose);
        self.pieces.truncate(kept);
    }

    /// Notes in `other` that its prose from `at` on came from where this one's `range` did.
    pub(super) fn copy(&self, range: Range<u32>, other: &mut Self, at: u32) {
        if self.pieces.is_empty() {
            return other.add_text(at, range.start, range.end - range.start);
        }
        let first = self.pieces.partition_point(|piece| piece.prose <= range.start).saturating_sub(1);
        for (index, piece) in
            self.pieces.iter().enumerate().skip(first).take_while(|(_, piece)| piece.prose < range.end)
        {
            let from = piece.prose.max(range.start);
            let until = self.pieces.get(index + 1).map_or(range.end, |next| next.prose.min(range.end));
            let to = at + (from - range.start);
            if piece.replaced {
                other.add_replacement(to, piece.file, piece.length);
            } else if until > from {
                other.add_text(to, piece.file + (from - piece.prose), until - from);
            }
        }
    }

    /// The bytes of the file that the prose `[start, end)` came from, all that lies between
    /// included; none for an empty stretch.
    pub fn to_file(&self, start: u32, end: u32) -> Option<Span> {
        if self.pieces.is_empty() {
            return Span::new(start, end);
        }
        let last = end.checked_sub(1)?;
        let (from, _) = self.at(start);
        let (_, to) = self.at(last);
        Span::new(from, to)
    }

    /// The parts of this stretch of the file that do not stand in the prose as they are, in order.
    pub fn markup(&self, place: Span) -> Vec<Span> {
        let mut markup = Vec::new();
        let mut at = place.start();
        let first = self.pieces.partition_point(|piece| piece.file + piece.length <= place.start());
        for piece in self.pieces[first..].iter().take_while(|piece| piece.file < place.end()) {
            if !piece.replaced {
                markup.extend(Span::new(at, piece.file));
                at = at.max(piece.file + piece.length);
            }
        }
        markup.extend(Span::new(at, place.end()).filter(|_| !self.pieces.is_empty()));
        markup
    }

    /// The first and one past the last byte of the file that one byte of prose came from.
    fn at(&self, prose: u32) -> (u32, u32) {
        let after = self.pieces.partition_point(|piece| piece.prose <= prose);
        let Some(piece) = after.checked_sub(1).map(|index| self.pieces[index]) else {
            return (0, 0);
        };
        if piece.replaced {
            return (piece.file, piece.file + piece.length);
        }
        // Beyond the piece stands only white space that the reader put between blocks.
        let within = (prose - piece.prose).min(piece.length.saturating_sub(1));
        (piece.file + within, piece.file + within + 1)
    }
}
