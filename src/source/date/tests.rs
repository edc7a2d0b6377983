//! File names and tops of drafts, and the day they are of.

use super::date;
use crate::source::{Format, read};

/// The date of a draft and where it was found, or nothing.
fn found(name: &str, draft: &str) -> String {
    let found = date(&read(draft, Format::Markdown), Some(name));
    found.map(|(date, source)| format!("{date} {source:?}")).unwrap_or_default()
}

#[test]
fn a_file_name_tells_the_date() {
    let cases = [
        ("2025-08-15-summit.md", "2025-08-15 FileName"),
        ("news/2025/08/15/7-things.md", "2025-08-15 FileName"),
        ("summit_20250815.txt", "2025-08-15 FileName"),
        ("2019-archive/2025-08-15-summit.md", "2025-08-15 FileName"),
        ("2025-08-summit.md", ""),
        ("2025-13-40.md", ""),
        ("12345678.md", ""),
        ("é.md", ""),
        ("", ""),
    ];
    for (name, expected) in cases {
        assert_eq!(found(name, "It did."), expected, "{name}");
    }
}

#[test]
fn a_byline_tells_the_date() {
    let cases = [
        ("By Ana Bell · Wednesday, March 12, 2025\n\nIt did.", "2025-03-12 Byline"),
        ("# A\n\nPublished on 12 March 2025, 8:30 a.m.\n\nIt did.", "2025-03-12 Byline"),
        ("Updated 2025-03-12\n\nIt did.", "2025-03-12 Byline"),
        ("Sept. 3rd, 2024", "2024-09-03 Byline"),
        (
            "OSTREL, June 18, 2025 (KNA) — The toll of the flood rose to 41, and the count has climbed every day since \
          then, as crews said.",
            "2025-06-18 Byline",
        ),
        ("It was bought on March 30, 1867, for the sum that all know.", ""),
        (
            "The toll rose to 41 on June 18, 2025, and the count has climbed every day since then, as crews — all of \
          them — said in town.",
            "",
        ),
        ("---\ndate: 2025-06-18T07:00:00Z\n---\nBy Ana Bell · March 12, 2025", "2025-06-18 FrontMatter"),
        ("---\ndate: 2025-99-18\n---\nA", ""),
    ];
    for (draft, expected) in cases {
        assert_eq!(found("draft.md", draft), expected, "{draft}");
    }
}
