//! The hash of the word table, shared by the build script, which lays the table out, and the
//! look-up.

/// A hash of a word without its ASCII case: its length, first and last eight bytes.
pub(crate) fn hash(word: &[u8]) -> u32 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    const LOWER: u64 = 0x2020_2020_2020_2020;
    let (first, last) = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => (word.iter().fold(0, |bytes, &byte| bytes << 8 | u64::from(byte)), 0),
    };
    let mixed = (first | LOWER) ^ (last | LOWER).rotate_left(29) ^ ((word.len() as u64) << 57);
    (mixed.wrapping_mul(SPREAD) >> 32) as u32
}
