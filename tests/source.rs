//! Whatever a draft holds, it is read, and every word of its prose is found again in the file.

use factdiff::extract::extract;
use factdiff::source::{self, Format, OnDisk, Text};
use factdiff::span::Span;
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
    "\u{ad}",
    "\u{a0}500",
    "\u{200e}",
    "\u{fb01}",
    "e\u{301}",
    "{ ",
    "}",
    "{/* ",
    " */}",
    "\nimport x from 'y'\n",
    "\n== ",
    "\n----\n",
    "\n|===\n",
    "|",
    "footnote:[",
    "]",
    "https://f.example[",
    "^2^",
    "\n.. image:: x\n   :alt: ",
    "\n.. [1] ",
    "\n====\n",
    "==  ==\n",
    "+--+--+\n",
    ":ref:`",
    "`_",
    "\\begin{itemize}\n\\item ",
    "\\end{itemize}",
    "\\begin{tabular}{ll}",
    "\\footnote{",
    "\\section{",
    "\\textbf{",
    "\\(",
    "$",
    "&",
    "%",
    "<q>",
    "<p hidden>",
    "<main>",
    "<img alt=\"a b\">",
    "<td rowspan=2 colspan=3>",
];

const FORMATS: [Format; 7] =
    [Format::Plain, Format::Markdown, Format::Html, Format::AsciiDoc, Format::Rst, Format::Latex, Format::Office];

fn draft() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// What a reader sees of a word, whatever it is made of.
fn seen(written: &str) -> String {
    let document = source::read(written, Format::Plain);
    document.text(&document.blocks[0]).to_owned()
}

/// Saves a draft in an encoding, reads it from there and holds every claim and word against the
/// bytes of the file.
fn save_and_read_back(draft: &str, encoding: &'static encoding_rs::Encoding, format: Format) {
    let bytes = if encoding == encoding_rs::UTF_16LE {
        draft.encode_utf16().flat_map(u16::to_le_bytes).collect()
    } else if encoding == encoding_rs::UTF_16BE {
        draft.encode_utf16().flat_map(u16::to_be_bytes).collect()
    } else {
        encoding.encode(draft).0.into_owned()
    };
    let Ok(text) = Text::of(&bytes, format) else { return };
    let document = source::read(&text.text, format);
    let mut file = OnDisk::of(document.file, text.encoding);
    let raw = |span: Span| {
        let own = encoding_rs::Encoding::for_label(text.encoding.name().as_bytes()).expect("a name of the web's");
        own.decode_without_bom_handling(&bytes[span.range()]).0.into_owned()
    };
    for claim in extract(&document) {
        for span in [claim.span, claim.core] {
            assert_eq!(raw(file.span(span)), document.file[span.range()]);
        }
    }
    for block in &document.blocks {
        let span = document.map.to_file(block.start, block.end).expect("blocks are not empty");
        assert_eq!(raw(file.span(span)), document.file[span.range()]);
    }
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
            let plain = !written.contains([
                '*', '_', '`', '~', '<', '&', '[', ']', '!', '\\', '$', '{', '}', '^', '+', '%', '#', '|', '\r',
            ]);
            if token.kind != TokenKind::Symbol && plain {
                assert_eq!(seen(written), word);
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
        for format in FORMATS {
            read_back(&file, format);
        }
    }

    #[test]
    fn any_text_is_read(file in any::<String>()) {
        for format in FORMATS {
            read_back(&file, format);
        }
    }

    #[test]
    fn any_bytes_are_text_or_refused(bytes in any::<Vec<u8>>()) {
        if let Ok(text) = Text::of(&bytes, Format::Plain) {
            read_back(&text.text, Format::Plain);
        }
    }

    #[test]
    fn claims_are_found_again_in_the_bytes_of_the_file(draft in draft(), lines in prop::sample::select(&["\n", "\r\n"])) {
        let draft = format!("\u{feff}{draft} It cost £34 million in Jürgen’s “Café”.").replace('\n', lines);
        for format in FORMATS {
            for encoding in [encoding_rs::UTF_8, encoding_rs::UTF_16LE, encoding_rs::UTF_16BE] {
                save_and_read_back(&draft, encoding, format);
            }
            save_and_read_back(&draft[3..], encoding_rs::WINDOWS_1252, format);
            save_and_read_back(&draft[3..], encoding_rs::GB18030, format);
        }
    }
}

#[test]
fn a_blank_line_parts_the_words_of_a_cell() {
    let document = source::read("\\begin{tabular}{ll}two\n\nlines\n", Format::Latex);
    assert_eq!(document.text(&document.blocks[0]), "two lines");
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
        "{",
        "{ ",
        "{}",
        "$x_",
        "\\(",
        "\\[",
        "\\textbf{",
        "\\begin{a}",
        "\\footnote{",
        "{\\bf ",
        "_a ",
        "https://f.example[",
        "<<",
        "|",
        ":a:`",
        "import a from 'b'\n",
        "<td rowspan=9 colspan=9>",
        "<img alt=\"a b\">",
        "<q>",
        "e\u{301}",
        "\u{ad}",
    ] {
        let file = unit.repeat(6_000);
        read_back(&format!("<div>{file}{}", "</li>".repeat(6_000)), Format::Html);
        for format in FORMATS {
            read_back(&file, format);
        }
    }
}
