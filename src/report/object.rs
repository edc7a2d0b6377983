//! A JSON object written key by key. Claims have so many keys that a general serializer took several times as long.

use serde::Serialize;

use super::Name;

/// Appends what a serializer writes.
pub(super) fn put(out: &mut Vec<u8>, record: &impl Serialize) {
    serde_json::to_writer(out, record).expect("records have string keys, and a vector takes every byte");
}

/// An object that is being written. Its methods are inlined for the keys they are called with: a key of known length is
/// written in a few moves.
pub(super) struct Object<'o> {
    out: &'o mut Vec<u8>,
}

impl<'o> Object<'o> {
    /// Begins an object of this type.
    pub(super) fn of(out: &'o mut Vec<u8>, record: &str) -> Self {
        out.extend_from_slice(b"{\"type\":");
        text(out, record);
        Self { out }
    }

    /// What the draft is called.
    pub(super) fn name(&mut self, name: Name<'_>) {
        match name {
            Name::Path(path) => self.text("path", path),
            Name::Id(id) => put(self.key("id"), id),
        }
    }

    #[inline]
    pub(super) fn text(&mut self, key: &str, value: &str) {
        text(self.key(key), value);
    }

    /// A text, or null where there is none.
    #[inline]
    pub(super) fn text_or_null(&mut self, key: &str, value: Option<&str>) {
        match value {
            Some(value) => self.text(key, value),
            None => self.raw(key, b"null"),
        }
    }

    /// A text, where there is one.
    #[inline]
    pub(super) fn text_if_any(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    #[inline]
    pub(super) fn number(&mut self, key: &str, value: u32) {
        number(self.key(key), value);
    }

    pub(super) fn numbers(&mut self, key: &str, value: [u32; 2]) {
        put(self.key(key), &value);
    }

    /// True where it is so, else nothing.
    #[inline]
    pub(super) fn flag(&mut self, key: &str, is_so: bool) {
        if is_so {
            self.raw(key, b"true");
        }
    }

    /// What has been written as JSON already.
    #[inline]
    pub(super) fn raw(&mut self, key: &str, json: &[u8]) {
        self.key(key).extend_from_slice(json);
    }

    pub(super) fn end(self) {
        self.out.push(b'}');
    }

    #[inline]
    fn key(&mut self, key: &str) -> &mut Vec<u8> {
        self.out.extend_from_slice(b",\"");
        self.out.extend_from_slice(key.as_bytes());
        self.out.extend_from_slice(b"\":");
        self.out
    }
}

/// Appends a number as JSON.
fn number(out: &mut Vec<u8>, value: u32) {
    put(out, &value);
}

/// Appends a text as JSON; what stands between signs that must be escaped is copied whole.
pub(super) fn text(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let mut rest = text;
    while let Some(at) = first_escaped(rest.as_bytes()) {
        let (before, after) = rest.split_at(at);
        out.extend_from_slice(before.as_bytes());
        let (sign, after) = after.split_at(1);
        escape(out, sign);
        rest = after;
    }
    out.extend_from_slice(rest.as_bytes());
    out.push(b'"');
}

/// The first byte that may not stand in a JSON text as it is: sixteen at a time are looked at without a branch.
fn first_escaped(bytes: &[u8]) -> Option<usize> {
    const STRETCH: usize = 16;
    let escaped = |byte: &u8| *byte < b' ' || *byte == b'"' || *byte == b'\\';
    let any = |chunk: &[u8; STRETCH]| chunk.iter().fold(false, |any, byte| any | escaped(byte));
    let (chunks, _) = bytes.as_chunks::<STRETCH>();
    let clear = chunks.iter().take_while(|chunk| !any(chunk)).count() * STRETCH;
    bytes[clear..].iter().position(escaped).map(|at| clear + at)
}

fn escape(out: &mut Vec<u8>, sign: &str) {
    match sign {
        "\"" => out.extend_from_slice(b"\\\""),
        "\\" => out.extend_from_slice(b"\\\\"),
        _ => {
            let quoted = serde_json::to_vec(sign).expect("a text is written as it is");
            out.extend_from_slice(&quoted[1..quoted.len() - 1]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn texts_are_escaped_as_any_reader_of_json_expects() {
        let long = "Sixteen letters and more stand before the “mark”: \"";
        for sample in ["", "34 people", "\"No\"", "a\\b\u{1}\u{1f}\u{7f}\t\r\n\u{8}\u{c}é", long] {
            let mut out = Vec::new();
            text(&mut out, sample);
            assert_eq!(out, serde_json::to_vec(sample).expect("a text is written as it is"));
        }
    }
}
