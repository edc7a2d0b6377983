//! The package that a document comes in, and the XML of its parts.

use std::io::{Cursor, Read};

use quick_xml::events::{BytesRef, BytesStart};
use zip::ZipArchive;
use zip::result::ZipError;

use super::super::ReadError;

/// The largest part that is read, unpacked: few bytes of a package can stand for very many.
const LARGEST_PART: u64 = 64 << 20;

pub(super) struct Package<'b>(ZipArchive<Cursor<&'b [u8]>>);

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ReadError> {
        ZipArchive::new(Cursor::new(bytes)).map(Self).map_err(|_| DAMAGED)
    }

    /// The XML of a part, if the package has it.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let part = match self.0.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword) => {
                return Err(ReadError::Package("it is protected by a password"));
            }
            Err(_) => return Err(DAMAGED),
        };
        let mut xml = Vec::new();
        part.take(LARGEST_PART + 1).read_to_end(&mut xml).map_err(|_| DAMAGED)?;
        if xml.len() as u64 > LARGEST_PART {
            return Err(ReadError::Package("its text is larger than 64 MiB when unpacked; split it"));
        }
        String::from_utf8(xml).map(Some).map_err(|_| DAMAGED)
    }
}

pub(super) const DAMAGED: ReadError = ReadError::Package("the package is damaged; save the document anew");

/// The name of an element without its prefix.
pub(super) fn local<'e>(element: &'e BytesStart<'_>) -> &'e str {
    let name = element.name().into_inner();
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The value of an attribute, whatever prefix its name has.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let attributes = attributes.with_checks(false).filter_map(Result::ok);
    let mut named = attributes.filter(|attribute| {
        let own = attribute.key.into_inner();
        own.rsplit_once(':').map_or(own, |(_, local)| local) == name
    });
    let value = named.next()?;
    value.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// What a reference stands for: "&amp;", "&#8211;". Documents declare none of their own.
pub(super) fn referred(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c);
    }
    match &*reference.xml10_content() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
