//! How the word table compares words: shared by the build script, which lays the table out, and
//! the look-up.

/// What is compared of a word, in lower case: its first eight bytes and, where it is longer, its
/// last eight. Words of up to sixteen bytes are the same where this and their lengths are.
pub(crate) type Key = (u64, u64);

/// The key of the word `[start, end)` of a text.
pub(crate) fn key(text: &[u8], start: usize, end: usize) -> Key {
    let length = end - start;
    let first = load(text, start);
    if length < 8 {
        return short_key(first, length);
    }
    (lower(first), if length > 8 { lower(load(text, end - 8)) } else { 0 })
}

/// The key of a word of fewer than eight bytes, of the eight bytes it begins.
pub(crate) const fn short_key(bytes: u64, length: usize) -> Key {
    (lower(bytes & ((1 << (8 * length)) - 1)), 0)
}

/// A hash of a word by its key and length.
pub(crate) fn hash((first, last): Key, length: usize) -> u32 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = first ^ last.rotate_left(29) ^ ((length as u64) << 57);
    (mixed.wrapping_mul(SPREAD) >> 40) as u32
}

/// Eight bytes of a text, those past its end as zeros.
pub(crate) fn load(text: &[u8], at: usize) -> u64 {
    let rest = text.get(at..).unwrap_or_default();
    if let Some(bytes) = rest.first_chunk::<8>() {
        return u64::from_le_bytes(*bytes);
    }
    rest.iter().rev().fold(0, |bytes, &byte| bytes << 8 | u64::from(byte))
}

/// The same number in every byte.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The highest bit of each byte that lies from `low` up to `high`, both ASCII.
const fn within(bytes: u64, low: u8, high: u8) -> u64 {
    // Bytes without their highest bit: sums do not carry into the next.
    let seven = bytes & each(0x7f);
    let from_low = seven + each(0x80 - low);
    let past_high = seven + each(0x7f - high);
    from_low & !past_high & !bytes & each(0x80)
}

/// Eight bytes with ASCII capitals as small letters.
const fn lower(bytes: u64) -> u64 {
    bytes | within(bytes, b'A', b'Z') >> 2
}

/// The class of bytes that begin no ASCII character: what follows may be written in two ways, and is not told.
pub(crate) const WIDE_FOLLOWER: usize = 28;

/// The class of the byte that begins the word after a word, by which most phrases that could stand there are ruled out:
/// none (a zero, at the end of a text), each letter whatever its case, any sign or digit, and what is not ASCII.
pub(crate) fn follower(byte: u8) -> usize {
    static CLASS: [u8; 256] = {
        let mut table = [27; 256];
        let mut byte: u8 = 0;
        loop {
            table[byte as usize] = match byte {
                0 => 0,
                b'a'..=b'z' | b'A'..=b'Z' => byte & 31,
                0x80..=0xff => 28,
                _ => 27,
            };
            if byte == u8::MAX {
                break table;
            }
            byte += 1;
        }
    };
    usize::from(CLASS[byte as usize])
}

/// How many of eight bytes are ASCII letters before the first that is none.
pub(crate) const fn letters(bytes: u64) -> usize {
    let letters = within(bytes | each(0x20), b'a', b'z');
    ((!letters & each(0x80)).trailing_zeros() / 8) as usize
}
