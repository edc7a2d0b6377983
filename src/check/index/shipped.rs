//! The facts that come with the program, compiled with it.

use super::{Tables, open};
use crate::reference::{PACKS, Reference};

/// What [`compile`](super::compile) makes of the packs; a test says that it is so.
const COMPILED: &[u8] = include_bytes!("packs.bin");

/// The facts of all packs, none of which has been read.
///
/// ```
/// let (reference, tables) = factdiff::check::shipped().expect("they come with the program");
/// let index = factdiff::check::Index::with(&reference, tables);
/// assert!(index.reference().facts.iter().any(|fact| fact.id == "alaska-purchase"));
/// ```
pub fn shipped() -> Option<(Reference, Tables)> {
    open(PACKS.iter().map(Into::into).collect(), COMPILED)
}

#[cfg(test)]
mod tests {
    use super::super::Index;
    use super::shipped;

    #[test]
    fn only_words_on_record_and_statements_are_read_before_a_draft() {
        let (reference, tables) = shipped().expect("they come with the program");
        let at_once = tables.records.len() + tables.statements.len();
        let index = Index::with(&reference, tables);
        assert_eq!(index.reference.facts.count_read(), at_once);
    }
}
