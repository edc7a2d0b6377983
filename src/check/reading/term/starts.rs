//! What the stems of a vocabulary begin with: most words of a draft begin like none, and need not be looked up.

use std::sync::OnceLock;

/// The shortest word whose stem keeps its first three letters, whatever its ending: "dies" is "dy".
const SHORTEST: usize = 6;

/// The first three letters of the stems of a vocabulary, read once a draft asks; for each two of them the third ones, as
/// bits.
#[derive(Debug, Default)]
pub(super) struct Starts(OnceLock<Box<[u32]>>);

impl Starts {
    /// Whether a stem may be that of this word.
    pub(super) fn may_be<'s>(&self, word: &str, stems: impl Fn() -> Vec<&'s str>) -> bool {
        let bytes = word.as_bytes();
        let Some((pair, third)) = start(bytes).filter(|_| bytes.len() >= SHORTEST) else { return true };
        // Signs and accents are left out of a stem, and capitals alone are read as what they shorten.
        let is_plain = || bytes[0].is_ascii_alphabetic() && bytes[1..].iter().all(u8::is_ascii_lowercase);
        self.0.get_or_init(|| read(&stems()))[pair] & third != 0 || !is_plain()
    }
}

fn read(stems: &[&str]) -> Box<[u32]> {
    let mut starts = vec![0; 1 << 10];
    for (pair, third) in stems.iter().filter_map(|stem| start(stem.as_bytes())) {
        starts[pair] |= third;
    }
    starts.into()
}

/// The place of the first two letters of a word, whatever their case, and the bit of the third.
fn start(word: &[u8]) -> Option<(usize, u32)> {
    let [first, second, third] = word.first_chunk::<3>()?.map(|letter| usize::from(letter & 31));
    Some((first << 5 | second, 1 << third))
}
