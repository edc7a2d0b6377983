//! The blocks of a draft as tokens, for rooms that look at the same ones.

use std::cell::OnceCell;

use super::Tokens;
use crate::source::Document;

/// A draft whose blocks are read once: by whoever kept what was read, else when the first asks.
///
/// ```
/// use factdiff::source::{self, Format};
/// let draft = source::read("The bridge cost $4 million. It is closed.", Format::Plain);
/// let pages = factdiff::text::Pages::of(&draft);
/// assert_eq!(pages.block(0).sentences.len(), 2);
/// ```
#[derive(Debug)]
pub struct Pages<'d> {
    /// The draft.
    pub document: &'d Document<'d>,
    blocks: Vec<OnceCell<Box<Tokens>>>,
}

impl<'d> Pages<'d> {
    /// A draft none of whose blocks has been read.
    pub fn of(document: &'d Document<'d>) -> Self {
        Self { document, blocks: vec![OnceCell::new(); document.blocks.len()] }
    }

    /// Keeps a block as it was read.
    pub(crate) fn keep(&mut self, block: usize, tokens: &Tokens) {
        self.blocks[block] = Box::new(tokens.clone()).into();
    }

    /// A block by its number.
    pub fn block(&self, block: u32) -> &Tokens {
        let block = block as usize;
        self.blocks[block].get_or_init(|| {
            let mut tokens = Tokens::default();
            tokens.read(self.document, &self.document.blocks[block]);
            Box::new(tokens)
        })
    }
}
