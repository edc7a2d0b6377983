//! Documents of word processors, most of them only as much as the case needs.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::source::{BlockKind, Format, ReadError, Text};

/// A package of these parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(*name, options).expect("a new part");
        writer.write_all(bytes).expect("memory takes every byte");
    }
    writer.finish().expect("memory takes every byte").into_inner()
}

fn blocks(bytes: &[u8]) -> Vec<(BlockKind, String)> {
    let text = Text::of(bytes, Format::Office).expect("a document");
    let document = text.read(Format::Office);
    document.blocks.iter().map(|block| (block.kind, document.text(block).to_owned())).collect()
}

fn docx(body: &str) -> Vec<u8> {
    package(&[("word/document.xml", format!("<w:document><w:body>{body}</w:body></w:document>").as_bytes())])
}

fn odt(text: &str) -> Vec<u8> {
    package(&[("content.xml", format!("<office:text>{text}</office:text>").as_bytes())])
}

#[test]
fn changes_are_read_as_accepted() {
    let drafts = [
        docx(
            "<w:p><w:r><w:t>A </w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del>\
             <w:ins><w:r><w:t>7 men</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> b</w:t></w:r></w:moveFrom></w:p>",
        ),
        docx(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>A </w:t></w:r></w:p><w:p><w:r><w:t>7 men</w:t></w:r></w:p>",
        ),
        odt(
            "<text:tracked-changes><text:p>9</text:p></text:tracked-changes><text:p>A <text:change-start/>7 men</text:p>",
        ),
    ];
    for draft in drafts {
        assert_eq!(blocks(&draft), [(BlockKind::Paragraph, "A 7 men".to_owned())]);
    }
}

#[test]
fn what_no_reader_sees_is_not_read() {
    let drafts = [
        docx(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r><w:r><w:instrText>PAGE 8</w:instrText></w:r>\
             <w:r><w:t>A &amp; &#66;</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr><w:r><w:t>B 7</w:t></w:r></w:p>",
        ),
        odt("<style:style style:name=\"T1\"><style:text-properties text:display=\"none\"/></style:style>\
             <text:table-of-content><text:p>B 7</text:p></text:table-of-content>\
             <text:p><text:span text:style-name=\"T1\">9</text:span>A &amp; &#66;<office:annotation><text:p>8</text:p></office:annotation></text:p>"),
    ];
    for draft in drafts {
        assert_eq!(blocks(&draft), [(BlockKind::Paragraph, "A & B".to_owned())]);
    }
}

#[test]
fn cells_know_their_place_and_tables_inside_them_are_theirs() {
    let inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let cell = |text: &str, inner: &str| format!("<w:tc>{inner}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let wide = "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>e</w:t></w:r></w:p></w:tc>";
    let rows = [cell("a", "") + &cell("b", ""), cell("c", inner), wide.to_owned() + &cell("f", "")];
    let rows: String = rows.iter().flat_map(|row| ["<w:tr>", row, "</w:tr>"]).collect();
    let found: Vec<_> = blocks(&docx(&format!("<w:tbl>{rows}</w:tbl>")))
        .into_iter()
        .map(|(kind, text)| match kind {
            BlockKind::Cell { row, column, .. } => format!("{row}/{column} {text}"),
            other => format!("{other:?} {text}"),
        })
        .collect();
    assert_eq!(found, ["0/0 a", "0/1 b", "1/0 d", "1/0 c", "2/0 e", "2/2 f"]);
}

#[test]
fn a_mark_may_be_a_paragraph() {
    let bytes = docx("<w:p><w:r><w:t>// factdiff: ignore x-y</w:t></w:r></w:p><w:p><w:r><w:t>A</w:t></w:r></w:p>");
    let text = Text::of(&bytes, Format::Plain).expect("a document, whatever it is called");
    let document = text.read(Format::Plain);
    assert_eq!(&document.file[document.silences[0].reach.range()], "A");
}

#[test]
fn documents_that_mean_harm_are_refused_or_cost_nothing() {
    let bomb = vec![b'a'; (64 << 20) + 1];
    let deep = "<w:p>".repeat(100_000);
    let entities = "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:p><w:r><w:t>&b; 7</w:t></w:r></w:p>";
    let refused: [(Vec<u8>, &str); 5] = [
        (package(&[("word/document.xml", &bomb)]), "larger than 64 MiB"),
        (package(&[("notes.txt", b"7")]), "no document"),
        (b"PK\x03\x04 7 men".to_vec(), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1".to_vec(), "old .doc"),
        (package(&[("content.xml", b"<a></b>")]), "damaged"),
    ];
    for (bytes, why) in refused {
        let Err(ReadError::Package(told)) = Text::of(&bytes, Format::Office) else { panic!("{why}") };
        assert!(told.contains(why), "{told}");
    }
    let bytes = package(&[("word/document.xml", entities.as_bytes())]);
    assert_eq!(blocks(&bytes), [(BlockKind::Paragraph, " 7".to_owned())]);
    let _: Result<Text<'_>, ReadError> = Text::of(&docx(&deep), Format::Office);
}
