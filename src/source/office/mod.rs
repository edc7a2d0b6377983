//! Documents of word processors, .docx and .odt, as text: one paragraph a line, in reading order,
//! notes at the end, with what each paragraph is on the page.
//!
//! Places in such a draft are places in this text: the line is the paragraph, counted with the
//! cells of tables, the column the sign in it.

mod docx;
mod odt;
mod package;
mod paragraphs;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::builder::Builder;
use super::fold::fold;
use super::{BlockKind, Document, ReadError};
use package::Package;

/// The text of a document and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outline {
    /// The paragraphs in order, as bytes of the text.
    paragraphs: Vec<(BlockKind, Range<usize>)>,
}

/// Whether bytes are a package of files, as both formats are.
pub(super) fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The text of a document, and its outline.
///
/// # Errors
/// The package is damaged, or holds no document.
pub(super) fn text(bytes: &[u8]) -> Result<(String, Outline), ReadError> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(ReadError::Package("it is an old .doc, or protected by a password; save it as .docx without one"));
    }
    let mut package = Package::open(bytes)?;
    let paragraphs = if let Some(document) = package.part("word/document.xml")? {
        docx::read(&document, &mut package)?
    } else if let Some(content) = package.part("content.xml")? {
        odt::read(&content)?
    } else {
        return Err(ReadError::Package("it holds no document of a word processor (.docx, .odt)"));
    };
    Ok(paragraphs.finish())
}

/// Reads a document from its text.
pub(super) fn read<'f>(text: &'f str, outline: &Outline) -> Document<'f> {
    let mut builder = Builder::new(text);
    let mut list = None;
    for (kind, range) in &outline.paragraphs {
        let line = &text[range.clone()];
        if let Some(comment) = line.trim_start().strip_prefix("//").filter(|comment| comment.contains("factdiff:")) {
            builder.comment(comment, range.clone());
            continue;
        }
        let kind = match (*kind, list) {
            (BlockKind::Item { .. }, Some(lead)) => BlockKind::Item { lead },
            (BlockKind::Item { .. }, None) => {
                let lead = builder.lead(BlockKind::Paragraph);
                list = Some(lead);
                BlockKind::Item { lead }
            }
            (kind, _) => {
                list = None;
                kind
            }
        };
        builder.open(kind);
        builder.text(range.clone());
        builder.close();
    }
    let mut document = builder.finish();
    fold(&mut document);
    document
}
