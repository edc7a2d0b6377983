//! A finding as plain data, the table of rules, and every sentence the tool says to its users.

mod difference;
mod message;
mod mismatch;
mod rule;
mod selection;
mod words;

pub(crate) use difference::{Difference, Remark};
pub use difference::{Gap, Slip};
pub(crate) use message::in_words;
pub(crate) use mismatch::{Mismatch, Sum, Voice};
pub use rule::Rule;
pub use selection::Selection;
pub(crate) use words::{Spot, Wrong};

use crate::reference::Fact;
pub use crate::severity::{Level, Severity};
use crate::span::Span;

/// A difference, or something else worth saying about a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub rule: Rule,
    /// How grave it is here.
    pub level: Level,
    /// Where, in bytes of the draft's file.
    pub span: Span,
    /// The span's text.
    pub text: String,
    /// One sentence that says it all.
    pub message: String,
    /// The fact it is held against; none for a rule that needs no reference.
    pub fact: Option<FactNote>,
    /// What the draft says, in normal form.
    pub draft: Option<String>,
    /// What the reference says, in normal form.
    pub reference: Option<String>,
    /// By how much they differ: "-14.3%", "9 years".
    pub difference: Option<String>,
    /// The unit of both.
    pub unit: Option<&'static str>,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
    /// What else helps: the likely slip, the house's note.
    pub hints: Vec<String>,
    /// The replacement, where one reading is possible.
    pub fix: Option<Fix>,
    /// The other place of the draft that it does not fit with.
    pub other: Option<Other>,
}

/// Another place of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Where, in bytes of the draft's file.
    pub span: Span,
    /// The span's text.
    pub text: String,
}

impl Finding {
    /// The draft's side as a reader of the draft knows it: its own words for a figure, a name or a
    /// quotation; of somebody's office or words, the office or the speaker.
    pub fn says(&self) -> &str {
        let of_another = matches!(self.rule, Rule::RoleDiffers | Rule::RoleOutdated | Rule::QuoteMisattributed);
        self.draft.as_deref().filter(|_| of_another).unwrap_or(&self.text)
    }

    /// The same as a warning at most and without a fix: only a slip tells that the fact is meant.
    pub(crate) fn less_sure(self) -> Self {
        Self { level: self.level.min(Level::Warning), fix: None, ..self }
    }

    /// Whether it contradicts a fact whose contradictions the house does not want to hear of.
    pub(crate) fn is_off(&self) -> bool {
        let off = self.fact.as_ref().is_some_and(|fact| fact.severity == Some(Severity::Off));
        off && self.rule.level() > Some(Level::Note)
    }
}

/// What a finding tells of the fact behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactNote {
    /// The fact's id.
    pub id: String,
    /// What it says, in words a reader understands.
    pub states: String,
    /// Where it comes from.
    pub source: Option<String>,
    /// When it was last checked, or the day its figure is of.
    pub dated: Option<String>,
    /// What the house wants of a contradiction of it.
    pub severity: Option<Severity>,
}

/// A replacement of bytes of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What to replace.
    pub span: Span,
    /// With what.
    pub replacement: String,
}

/// How grave a finding is that is of this level by its nature: a contradiction is as grave as its
/// fact says, and inside quotation marks everything is milder.
fn level(natural: Level, fact: &Fact, quoted: bool) -> Level {
    let asked = fact.severity.and_then(Severity::level).filter(|_| natural > Level::Note);
    let level = asked.unwrap_or(natural);
    if quoted { level.milder() } else { level }
}
