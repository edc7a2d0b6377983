//! Characters that no reader sees, or sees as others: soft hyphens and marks of direction are left
//! out, ligatures and accents that follow their letter are written as the letters they show.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::compose;

use super::{Block, Document, Map};
use crate::span::offset;

/// Whether a character may begin with this byte that is to be folded.
static LEADS: [bool; 256] = {
    let mut leads = [false; 256];
    let bytes = [0xc2, 0xcc, 0xcd, 0xd8, 0xe2, 0xef];
    let mut at = 0;
    while at < bytes.len() {
        leads[bytes[at]] = true;
        at += 1;
    }
    leads
};

/// Folds the prose of a document, keeping each byte's place in the file.
pub(super) fn fold(document: &mut Document<'_>) {
    if document.prose.is_ascii() || next(&document.prose, 0).is_none() {
        return;
    }
    let prose = std::mem::take(&mut document.prose);
    let mut folded = Folded { prose: String::with_capacity(prose.len()), map: Map::default() };
    for block in &mut document.blocks {
        folded.block(&prose, &document.map, block);
    }
    document.prose = Cow::Owned(folded.prose);
    document.map = folded.map;
}

struct Folded {
    prose: String,
    map: Map,
}

impl Folded {
    fn block(&mut self, prose: &str, map: &Map, block: &mut Block) {
        let range = block.start as usize..block.end as usize;
        let start = self.prose.len();
        self.text(prose, map, range.clone());
        if self.prose[start..].trim().is_empty() {
            // A block of nothing but marks: blocks are never empty.
            self.prose.truncate(start);
            self.map.truncate(offset(start));
            self.copy(prose, map, range);
        }
        (block.start, block.end) = (offset(start), offset(self.prose.len()));
        self.prose.push('\n');
    }

    fn text(&mut self, prose: &str, map: &Map, range: Range<usize>) {
        let mut at = range.start;
        while let Some((odd, shown)) = next(&prose[..range.end], at) {
            self.copy(prose, map, at..odd.start);
            if let Some(from) = map.to_file(offset(odd.start), offset(odd.end)).filter(|_| !shown.is_empty()) {
                self.map.add_replacement(offset(self.prose.len()), from.start(), from.end() - from.start());
                shown.push_to(&mut self.prose);
            }
            at = odd.end;
        }
        self.copy(prose, map, at..range.end);
    }

    /// Appends prose as it stands.
    fn copy(&mut self, prose: &str, map: &Map, range: Range<usize>) {
        if !range.is_empty() {
            map.copy(offset(range.start)..offset(range.end), &mut self.map, offset(self.prose.len()));
            self.prose.push_str(&prose[range]);
        }
    }
}

/// What a reader sees in place of a character.
#[derive(Clone, Copy)]
enum Shown {
    Nothing,
    Letters(&'static str),
    Letter(char),
}

impl Shown {
    fn is_empty(self) -> bool {
        matches!(self, Self::Nothing)
    }

    fn push_to(self, prose: &mut String) {
        match self {
            Self::Nothing => {}
            Self::Letters(letters) => prose.push_str(letters),
            Self::Letter(letter) => prose.push(letter),
        }
    }
}

/// The first byte at or after `at` that may begin a character to be folded. Stretches of ASCII are passed over whole.
fn next_lead(bytes: &[u8], at: usize) -> Option<usize> {
    const STRETCH: usize = 64;
    let ascii = bytes[at..].chunks(STRETCH).take_while(|chunk| chunk.is_ascii()).count() * STRETCH;
    let rest = bytes.get(at + ascii..)?;
    rest.iter().position(|&byte| LEADS[byte as usize]).map(|found| at + ascii + found)
}

/// The first stretch at or after `at` that is seen otherwise than it is written.
fn next(prose: &str, mut at: usize) -> Option<(Range<usize>, Shown)> {
    let start = at;
    let bytes = prose.as_bytes();
    loop {
        at = next_lead(bytes, at)?;
        let c = prose[at..].chars().next()?;
        let end = at + c.len_utf8();
        if let Some(shown) = shown(c) {
            return Some((at..end, shown));
        }
        if is_accent(c)
            && let Some(found) = accented(&prose[start..], at - start)
        {
            return Some((start + found.0.start..start + found.0.end, found.1));
        }
        at = end;
    }
}

fn shown(c: char) -> Option<Shown> {
    let letters = match c {
        // Soft hyphens, joiners, marks of direction, marks of byte order, spaces without width.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}'
        | '\u{feff}' => return Some(Shown::Nothing),
        // The space as wide as a digit, which groups digits in tables.
        '\u{2007}' => "\u{a0}",
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    };
    Some(Shown::Letters(letters))
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The letter before the accents at `at` with all of them that it takes: "e" and U+0301 are "é".
fn accented(prose: &str, at: usize) -> Option<(Range<usize>, Shown)> {
    let letter = prose[..at].chars().next_back().filter(|letter| letter.is_alphabetic())?;
    let (mut whole, mut end) = (letter, at);
    for accent in prose[at..].chars().take_while(|&c| is_accent(c)) {
        let Some(taken) = compose(whole, accent) else { break };
        whole = taken;
        end += accent.len_utf8();
    }
    (end > at).then(|| (at - letter.len_utf8()..end, Shown::Letter(whole)))
}

#[cfg(test)]
mod tests;
