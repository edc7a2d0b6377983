//! How grave a finding is, and whether it is reported at all.

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
    /// From the gravest.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

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

/// What a house wants of the findings of a rule or of a fact: `severity: warning`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// They are not reported.
    Off,
    /// They are of this level.
    At(Level),
}

impl Severity {
    /// Every one, from the gravest.
    pub const ALL: [Self; 4] = [Self::At(Level::Error), Self::At(Level::Warning), Self::At(Level::Note), Self::Off];

    /// The name in files and options.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::At(level) => level.name(),
        }
    }

    /// The level, where it is on.
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Off => None,
            Self::At(level) => Some(level),
        }
    }
}
