//! Where the terms of a sentence stand.

use std::ops::Range;

use super::term::Term;

/// The terms of a sentence in order, each with where it stands: it is looked for once for every figure and fact.
#[derive(Debug)]
pub(in crate::check) struct Places(Vec<(Term, usize)>);

impl Places {
    /// Those of some tokens of a block.
    pub(in crate::check) fn among(terms: &[Option<Term>], tokens: Range<usize>) -> Self {
        let mut places: Vec<_> = tokens.filter_map(|at| Some((terms[at]?, at))).collect();
        places.sort_unstable();
        Self(places)
    }

    /// The tokens that are a term, first to last.
    pub(in crate::check) fn of(&self, term: Term) -> impl Iterator<Item = usize> {
        self.within(term, 0..usize::MAX)
    }

    /// Those of some tokens that are a term, first to last.
    pub(super) fn within(&self, term: Term, tokens: Range<usize>) -> impl Iterator<Item = usize> {
        let first = self.0.partition_point(|place| *place < (term, tokens.start));
        self.0[first..].iter().take_while(move |place| **place < (term, tokens.end)).map(|(_, at)| *at)
    }
}

/// The run of terms that begins at a token, small words between them passed over.
pub(super) fn run(terms: &[Option<Term>], start: usize, wanted: &[Term]) -> Option<Range<usize>> {
    let mut left = wanted;
    let (mut end, mut last, mut skipped) = (start, None, 0);
    for (at, term) in terms.iter().enumerate().skip(start) {
        match (term, left) {
            (Some(term), [next, rest @ ..]) if term == next => {
                (left, end, last, skipped) = (rest, at + 1, Some(*term), 0);
            }
            // A phrase that is one term has it at each of its words.
            (Some(_), _) if *term == last => end = at + 1,
            (_, []) => break,
            (None, _) if skipped < 2 => skipped += 1,
            _ => return None,
        }
    }
    left.is_empty().then_some(start..end)
}

/// Whether a run of these terms stands somewhere.
pub(super) fn has_run(terms: &[Option<Term>], wanted: &[Term]) -> bool {
    (0..terms.len()).any(|start| terms[start] == wanted.first().copied() && run(terms, start, wanted).is_some())
}
