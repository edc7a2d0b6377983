//! Why a number is no figure.

/// Why words that read as a number are no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trap {
    /// "one of the", "24/7".
    Idiom,
    /// "World War II", "Fox 5".
    Name,
    /// "F-35", "iPhone 15".
    Model,
    /// "Article 5", "page 12".
    Reference,
    /// "Route 66", "1600 Pennsylvania Avenue".
    Place,
    /// "version 2.1".
    Version,
    /// "type 2", "Category 5".
    Series,
    /// "ISBN 978-0-…", "agent 007".
    Code,
    /// A phone number or post code.
    Contact,
    /// A URL, e-mail address or path.
    Address,
    /// "\[3\]", "15 U.S.C. 3710a", "(No. 1325)", "1324b(g)".
    Citation,
    /// "1." before an item, "3.2" before a heading.
    ListMarker,
}

impl Trap {
    /// Why its number is no figure, for people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Idiom => "figure of speech",
            Self::Name => "name",
            Self::Model => "model name",
            Self::Reference => "reference to a passage",
            Self::Place => "street or route",
            Self::Version => "version",
            Self::Series => "grade or stage",
            Self::Code => "code",
            Self::Contact => "phone number or post code",
            Self::Address => "web or mail address",
            Self::Citation => "citation",
            Self::ListMarker => "list marker",
        }
    }
}
