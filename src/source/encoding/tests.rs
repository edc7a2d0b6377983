//! Bytes that drafts come as.

use encoding_rs::{GB18030, SHIFT_JIS, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};

use super::{OnDisk, Text};
use crate::source::{Format, ReadError};
use crate::span::Span;

/// The bytes of a text in UTF-16.
fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn the_encoding_is_told_or_found() {
    let marked = "\u{feff}Flood – 40 dead";
    let cases: [(Vec<u8>, &str, &str); 11] = [
        (b"Flood".to_vec(), "UTF-8", "Flood"),
        (marked.as_bytes().to_vec(), "UTF-8", marked),
        (wide(marked, u16::to_le_bytes), "UTF-16LE", marked),
        (wide(marked, u16::to_be_bytes), "UTF-16BE", marked),
        (wide("Flood", u16::to_le_bytes), "UTF-16LE", "Flood"),
        (wide("Flood", u16::to_be_bytes), "UTF-16BE", "Flood"),
        (b"Reuter\x92s \x9340\x94 caf\xe9s".to_vec(), "windows-1252", "Reuter’s “40” cafés"),
        (
            WINDOWS_1251.encode("Наводнение унесло 40 жизней в долине").0.into_owned(),
            "windows-1251",
            "Наводнение унесло 40 жизней в долине",
        ),
        (b"<meta charset=windows-1250><p>\xb9\xe8".to_vec(), "windows-1250", "<meta charset=windows-1250><p>ąč"),
        (SHIFT_JIS.encode("洪水で40人が死亡しました。").0.into_owned(), "Shift_JIS", "洪水で40人が死亡しました。"),
        (b"<?xml encoding='utf-8'?>caf\xe9".to_vec(), "windows-1252", "<?xml encoding='utf-8'?>café"),
    ];
    for (bytes, encoding, expected) in cases {
        let text = Text::of(&bytes, Format::Html).expect(expected);
        assert_eq!((text.encoding.name(), &*text.text), (encoding, expected));
    }
}

#[test]
fn what_is_no_text_is_refused() {
    let cases: [(&[u8], ReadError); 5] = [
        (b"\x7fELF\x02\x01\x90\xe9", ReadError::Binary),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff", ReadError::Binary),
        (b"\xff\xfe\0\0F\0\0\0", ReadError::Binary),
        (b"\xff\xfeF\0\x00\xd8F\0", ReadError::Binary),
        (b"A\nCaf\xc3\xa9s and \xe2\x80\x9cx\xe2\x80\xff", ReadError::NotText { line: 2, column: 13 }),
    ];
    for (bytes, error) in cases {
        assert_eq!(Text::of(bytes, Format::Plain), Err(error), "{bytes:?}");
    }
}

#[test]
fn places_lead_back_to_the_file() {
    let text = "Flöße: “40” 死 – 7 \u{1f30a} km";
    for encoding in [UTF_16LE, UTF_16BE, WINDOWS_1252, GB18030] {
        let ends = text.char_indices().map(|(at, c)| at..at + c.len_utf8());
        let spans = ends.filter_map(|range| Span::new(range.start.try_into().ok()?, range.end.try_into().ok()?));
        let mut file = OnDisk::of(text, super::Encoding(encoding));
        let lengths: Vec<u32> = spans.map(|span| file.span(span)).map(|span| span.end() - span.start()).collect();
        let whole = file.at(text.len().try_into().expect("short"));
        assert_eq!(lengths.iter().sum::<u32>(), whole, "{}", encoding.name());
        assert_eq!(file.at(1), lengths[0], "going back: {}", encoding.name());
    }
}

#[test]
fn few_odd_bytes_are_western() {
    for line in [
        "It cost £34 million.",
        "Häuser 5",
        "“40”",
        "½ of it – 5°",
        "naïve Zoë paid €5",
        "¿Qué? 30 años",
        "It fell 5…",
        "São Tomé has 3",
    ] {
        let bytes = WINDOWS_1252.encode(line).0;
        let text = Text::of(&bytes, Format::Plain).expect(line);
        assert_eq!(&*text.text, line, "{}", text.encoding.name());
    }
}
