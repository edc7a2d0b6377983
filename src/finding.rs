//! A finding as plain data, the table of rules, and every sentence the tool says to its users.

use crate::span::Span;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing; never fails a run by itself.
    Note,
    /// Probably wrong, or wrong but said by somebody else.
    Warning,
    /// Wrong by the reference.
    Error,
}

impl Level {
    /// The name in output and options.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// One level less grave; a note stays a note.
    #[must_use]
    pub const fn milder(self) -> Self {
        match self {
            Self::Error => Self::Warning,
            Self::Warning | Self::Note => Self::Note,
        }
    }
}

/// What is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// "34 people" where the reference says 86.
    ValueDiffers,
    /// "in 1876" where the reference says 1867.
    DateDiffers,
    /// "$1.8 billion" where the reference says €1.8 billion.
    UnitDiffers,
    /// Right by an earlier value.
    ValueOutdated,
    /// "Secretary of Defense Marco Rubio".
    RoleDiffers,
    /// "President Joe Biden" after his term.
    RoleOutdated,
    /// "Marko Rubio".
    NameMisspelled,
    /// Words changed inside quotation marks.
    QuoteAltered,
    /// The right words from the wrong mouth.
    QuoteMisattributed,
    /// The draft asserts what the reference denies, or the reverse.
    StatementDenied,
    /// Right when rounded.
    Rounded,
    /// Just outside what its hedge admits.
    Borderline,
    /// True, but far more than said.
    Understated,
    /// True, but far less than said.
    Overstated,
    /// Two facts fit equally well and disagree.
    AmbiguousReference,
    /// No fact is about it.
    UnverifiedClaim,
}

/// A rule's name and level: one row a rule, in the order of [`Rule`].
const RULES: [(Rule, &str, Option<Level>); 16] = [
    (Rule::ValueDiffers, "value-differs", Some(Level::Error)),
    (Rule::DateDiffers, "date-differs", Some(Level::Error)),
    (Rule::UnitDiffers, "unit-differs", Some(Level::Error)),
    (Rule::ValueOutdated, "value-outdated", Some(Level::Warning)),
    (Rule::RoleDiffers, "role-differs", Some(Level::Error)),
    (Rule::RoleOutdated, "role-outdated", Some(Level::Warning)),
    (Rule::NameMisspelled, "name-misspelled", Some(Level::Error)),
    (Rule::QuoteAltered, "quote-altered", Some(Level::Warning)),
    (Rule::QuoteMisattributed, "quote-misattributed", Some(Level::Warning)),
    (Rule::StatementDenied, "statement-denied", Some(Level::Error)),
    (Rule::Rounded, "rounded", Some(Level::Note)),
    (Rule::Borderline, "borderline", Some(Level::Note)),
    (Rule::Understated, "understated", Some(Level::Note)),
    (Rule::Overstated, "overstated", Some(Level::Note)),
    (Rule::AmbiguousReference, "ambiguous-reference", Some(Level::Note)),
    (Rule::UnverifiedClaim, "unverified-claim", None),
];

impl Rule {
    /// Every rule.
    pub fn all() -> impl Iterator<Item = Self> {
        RULES.iter().map(|row| row.0)
    }

    /// The name in output, options and marks.
    pub fn name(self) -> &'static str {
        RULES[self as usize].1
    }

    /// How grave it is by itself; none for a rule that is off.
    pub fn level(self) -> Option<Level> {
        RULES[self as usize].2
    }
}

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
}

/// A replacement of bytes of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What to replace.
    pub span: Span,
    /// With what.
    pub replacement: String,
}
