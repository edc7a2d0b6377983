//! Front matter in JSON: the entries of the object that a file begins with.

use std::ops::Range;

/// Calls `each` with every key of the object at the start of a text and the place of its value;
/// returns where the text begins after it, or nothing where there is no such object.
pub(super) fn read<'f>(file: &'f str, start: usize, mut each: impl FnMut(&'f str, Range<usize>)) -> Option<usize> {
    let opened = file[start..].strip_prefix('{')?;
    if !opened.trim_start().starts_with('"') {
        return None;
    }
    let end = end(file, start)?;
    if !file[end..].starts_with(['\r', '\n']) && end < file.len() {
        return None;
    }
    let mut at = start + 1;
    while let Some(open) = file[at..end].find('"').map(|open| at + open) {
        let key = open + 1..string_end(file, open)?;
        let colon = file[key.end..end].find(':').map(|colon| key.end + colon)?;
        let value = colon + 1..value_end(file, colon + 1, end)?;
        at = value.end;
        each(file.get(key.start..key.end - 1)?, value);
    }
    Some(end)
}

/// One past the bracket that closes the one at `at`.
fn end(file: &str, at: usize) -> Option<usize> {
    let bytes = file.as_bytes();
    let mut depth = 0_usize;
    let mut at = at;
    loop {
        match bytes.get(at)? {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            b'"' => {
                at = string_end(file, at)?;
                continue;
            }
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}

/// Where the value at `at` ends: at a comma of its object, or at the object's end.
fn value_end(file: &str, at: usize, end: usize) -> Option<usize> {
    let bytes = file.as_bytes();
    let mut at = at;
    loop {
        at = match bytes[..end].get(at)? {
            b'{' | b'[' => self::end(file, at)?,
            b'"' => string_end(file, at)?,
            b',' | b'}' => return Some(at),
            _ => at + 1,
        };
    }
}

/// One past the quotation mark that closes the one at `at`.
fn string_end(file: &str, at: usize) -> Option<usize> {
    let bytes = file.as_bytes();
    let mut at = at + 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}
