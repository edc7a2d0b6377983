//! The day a draft is of, and how far it may be relied on.

use jiff::civil;

/// What a draft calls now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Now {
    /// The draft, its file's history or the user says so.
    Known(civil::Date),
    /// Nobody says: today, on which the draft is most likely written. No age is told from it.
    Assumed(civil::Date),
}

impl Now {
    /// The day.
    pub const fn date(self) -> civil::Date {
        match self {
            Self::Known(date) | Self::Assumed(date) => date,
        }
    }

    /// The day, where somebody says that it is the one.
    pub(super) const fn known(self) -> Option<civil::Date> {
        match self {
            Self::Known(date) => Some(date),
            Self::Assumed(_) => None,
        }
    }
}

impl From<civil::Date> for Now {
    fn from(date: civil::Date) -> Self {
        Self::Known(date)
    }
}
