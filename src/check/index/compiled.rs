//! A reference and its index as bytes: what was worked out once is read back, and each fact only
//! when a draft could be about it.

use serde::{Deserialize, Serialize};

use super::{Index, Tables};
use crate::reference::{File, Outline, Reference, reopen};

/// What the bytes hold.
#[derive(Serialize, Deserialize)]
struct Compiled<O, T> {
    outline: O,
    tables: T,
}

/// A reference with its index as bytes, which this very program alone can read; none where some
/// facts cannot be read without others.
pub fn compile(index: &Index<'_>) -> Option<Vec<u8>> {
    let outline = index.reference.outline.as_ref()?;
    postcard::to_allocvec(&Compiled { outline, tables: &index.tables }).ok()
}

/// Opens what was compiled of just these files; none where the bytes are no compiled reference.
pub fn open(files: Vec<File<'static>>, bytes: &[u8]) -> Option<(Reference, Tables)> {
    let Compiled { outline, tables } = postcard::from_bytes::<Compiled<Outline, Tables>>(bytes).ok()?;
    Some((reopen(files, outline)?, tables))
}
