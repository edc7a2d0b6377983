//! Odd characters, what is read in their place, and that each word keeps its place.

use crate::source::{Format, read};

#[test]
fn odd_characters_are_read_as_they_are_seen() {
    let cases = [
        ("1,2\u{ad}00 peo\u{ad}ple", "1,200 people"),
        ("\u{fb01}ve o\u{fb03}cials", "five officials"),
        ("Ju\u{308}rgen cafe\u{301}s", "Jürgen cafés"),
        ("o\u{302}\u{323}", "\u{f4}\u{323}"),
        ("\u{200f}1,500\u{200e} at \u{2067}5\u{2069}", "1,500 at 5"),
        ("1\u{200b},500 5\u{2060}%", "1,500 5%"),
        ("4\u{2007}500", "4\u{a0}500"),
        ("1\u{a0}500 2\u{2009}300", "1\u{a0}500 2\u{2009}300"),
        ("\u{301}a", "\u{301}a"),
        ("\u{200e}", "\u{200e}"),
    ];
    for (draft, expected) in cases {
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            let document = read(draft, format);
            assert_eq!(document.text(&document.blocks[0]), expected, "{draft:?} {format:?}");
        }
    }
}

#[test]
fn places_are_those_of_the_file() {
    let draft = "# The \u{fb01}re\n\nIt <b>bur\u{ad}ned</b> 1&nbsp;2\u{ad}00 cafe\u{301}s&shy;!";
    let document = read(draft, Format::Markdown);
    let words = [("fire", "\u{fb01}re"), ("burned", "bur\u{ad}ned"), ("200", "2\u{ad}00"), ("é", "e\u{301}")];
    for (word, written) in words {
        let at = u32::try_from(document.prose.find(word).expect(word)).expect("short");
        let span = document.map.to_file(at, at + u32::try_from(word.len()).expect("short")).expect("not empty");
        assert_eq!(&draft[span.range()], written);
    }
    assert!(document.prose.contains("cafés!"), "{}", document.prose);
}
