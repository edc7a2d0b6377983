//! Whatever a draft holds, it is read, and every word of its prose is found again in the file.

use factdiff::source::{self, Format};
use factdiff::text::{TokenKind, Tokens};
use proptest::prelude::*;

/// Pieces of Markdown that a draft may be made of, most of them whole.
const PIECES: &[&str] = &[
    "Orlen ",
    "counted ",
    "34 ",
    "people. ",
    "“Velt",
    "’s ",
    "é",
    "\n\n",
    "\n",
    "# ",
    "## ",
    "- ",
    "  - ",
    "1. ",
    "> ",
    "**",
    "*",
    "_",
    "`",
    "```\n",
    "~~",
    "[a ",
    "](b c)",
    "](d)",
    "![e ",
    "[^1]",
    "\n\n[^1]: ",
    "<b>",
    "</b>",
    "<br>",
    "<!--",
    "-->",
    "<!-- factdiff: ignore -->",
    "<script>",
    "</script>",
    "<div>\n",
    "</div>",
    "<sup>",
    "</sup>",
    "&nbsp;",
    "&amp;",
    "&#xD800;",
    "&#x41;",
    "&",
    "<",
    ">",
    "\\",
    "\\*",
    "| a | b |\n|---|---|\n",
    "| ",
    "{{< ",
    " >}}",
    "{% ",
    " %}",
    "$$",
    "---\n",
    "title: \"",
    "\"\n",
    "+++\n",
    "\t",
    "\r\n",
    "\0",
    "\u{feff}",
    "\u{c}",
    "\"",
    "'",
    "$5",
    "2.1",
    "https://f.example/7 ",
    "<https://g.example>",
    "<table><tr><td>",
    "<td>",
    "</table>",
    "// factdiff: ignore\n",
];

fn draft() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// Reads a draft and holds every token against the file.
fn read_back(file: &str, format: Format) {
    let document = source::read(file, format);
    let mut tokens = Tokens::default();
    for block in &document.blocks {
        assert!(!document.text(block).trim().is_empty());
        tokens.read(&document, block);
        let covered: Vec<usize> = tokens.sentences.iter().flat_map(Clone::clone).collect();
        assert!(covered.iter().copied().eq(0..tokens.tokens.len()), "sentences hold each token once, in order");
        for token in &tokens.tokens {
            let span = document.map.to_file(token.start, token.end).expect("tokens are not empty");
            let written = file.get(span.range()).expect("spans lie between characters");
            let word = token.text(&document.prose);
            // Markup may stand inside a word, and an entity for a part of it.
            let plain = !written.contains(['*', '_', '`', '~', '<', '&', '[', ']', '!', '\\', '$', '{', '\r']);
            if token.kind != TokenKind::Symbol && plain {
                assert_eq!(written, word);
            }
        }
    }
    for silence in &document.silences {
        assert!(file.get(silence.reach.range()).is_some() && file.get(silence.mark.range()).is_some());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_of_markup_are_where_they_are_said_to_be(file in draft()) {
        read_back(&file, Format::Markdown);
        read_back(&file, Format::Html);
    }

    #[test]
    fn words_of_plain_text_are_where_they_are_said_to_be(file in draft()) {
        read_back(&file, Format::Plain);
    }

    #[test]
    fn any_text_is_read(file in any::<String>()) {
        read_back(&file, Format::Markdown);
        read_back(&file, Format::Html);
        read_back(&file, Format::Plain);
    }

    #[test]
    fn any_bytes_are_text_or_refused(bytes in any::<Vec<u8>>()) {
        if let Ok(file) = source::decode(&bytes) {
            read_back(file, Format::Plain);
        }
    }
}

#[test]
fn deep_and_long_drafts_are_read_in_time() {
    for unit in [
        "> ",
        "- ",
        "[",
        "<div>",
        "*a ",
        "(",
        "{{",
        "<!--",
        "&",
        "<a ",
        "\"",
        "| ",
        "**a",
        "`",
        "$$",
        "1. ",
        "<blockquote>",
        "</td>",
    ] {
        let file = unit.repeat(20_000);
        read_back(&format!("<div>{file}{}", "</li>".repeat(20_000)), Format::Html);
        read_back(&file, Format::Markdown);
        read_back(&file, Format::Html);
        read_back(&file, Format::Plain);
    }
}
