//! The terms of the words that the lexicon knows, each looked up once for all drafts.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use super::Term;
use crate::lexicon::Word;

/// Not looked up yet.
const UNREAD: u32 = 0;
/// No fact has the word; what is above is one more than this and the number of its term.
const NONE: u32 = 1;

/// By the number of a word, what is known of its term. Drafts that are checked at a time may look one up twice, and
/// find the same.
#[derive(Debug, Default)]
pub(super) struct Known(OnceLock<Box<[AtomicU32]>>);

impl Known {
    /// The term of a word, looked up by its text where nobody has.
    pub(super) fn term(&self, word: Word, look_up: impl Fn(&str) -> Option<Term>) -> Option<Term> {
        let known = &self.0.get_or_init(|| (0..Word::COUNT).map(|_| AtomicU32::new(UNREAD)).collect())[word.index()];
        match known.load(Ordering::Relaxed) {
            UNREAD => {
                let term = look_up(word.text());
                known.store(term.map_or(NONE, |Term(number)| NONE + 1 + number), Ordering::Relaxed);
                term
            }
            NONE => None,
            term => Some(Term(term - NONE - 1)),
        }
    }
}
