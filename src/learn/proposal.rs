//! A fact that is proposed, in every way that it may be written.

use crate::claim::ClaimKind;
use crate::reference::written::{Part, Sketch};

/// A fact that is proposed.
#[derive(Debug)]
pub(super) struct Proposal {
    /// Indices of the claims that it is drawn from.
    pub(super) claims: Vec<usize>,
    /// What tells it from another of the same name.
    pub(super) kind: ClaimKind,
    /// The ways to write it that are left, the best last.
    pub(super) ways: Vec<Way>,
    /// The best of all.
    best: Option<Way>,
    /// The best of those that only faintly know the sentence again: agreement is told by them, a difference is not.
    faint: Option<Way>,
    /// What else there is to know of it.
    pub(super) remark: Option<String>,
}

/// One way to write a fact.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// What its id is made of.
    pub(super) name: String,
    pub(super) sketch: Sketch,
}

impl Way {
    /// The same, told that these rows of tables are of something else; none where that is told already, or does not help.
    pub(super) fn without(mut self, rows: &[Option<String>]) -> Option<Self> {
        let told = if let Some(Part::List(not)) = self.sketch.get("not") { not.clone() } else { Vec::new() };
        let mut not = told.clone();
        for row in rows {
            let row = row.as_ref().filter(|row| !told.contains(row) && !self.name.contains(row.as_str()))?;
            // Two rows of several tables may be called the same.
            if !not.contains(row) {
                not.push(row.clone());
            }
        }
        self.sketch = self.sketch.with("not", not);
        Some(self)
    }
}

impl Proposal {
    /// Of the ways to write it, the best first.
    pub(super) fn new(claims: Vec<usize>, kind: ClaimKind, mut ways: Vec<Way>) -> Self {
        ways.reverse();
        let best = ways.last().cloned();
        Self { claims, kind, ways, best, faint: None, remark: None }
    }

    /// The same, with what else there is to know of it.
    pub(super) fn with_remark(self, remark: Option<String>) -> Self {
        Self { remark, ..self }
    }

    /// Goes on to the next way; after the last, back to one that knows the sentence faintly.
    pub(super) fn give_way(&mut self) {
        self.ways.pop();
        if self.ways.is_empty() {
            self.ways.extend(self.faint.take());
        }
    }

    /// Looks for a better way than one that knows the sentence faintly; whether there may be one.
    pub(super) fn look_further(&mut self) -> bool {
        if self.ways.len() < 2 {
            return false;
        }
        let faint = self.ways.pop();
        self.faint = self.faint.take().or(faint);
        true
    }

    /// Puts the best way to write it first again.
    pub(super) fn try_again(&mut self) {
        let best = self.best.take().filter(|best| self.way().is_none_or(|way| way.name != best.name));
        self.ways.extend(best);
    }

    /// How it is written now; none where nothing is left to try.
    pub(super) fn way(&self) -> Option<&Way> {
        self.ways.last()
    }
}
