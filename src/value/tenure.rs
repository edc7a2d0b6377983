//! How an office is held.

/// How an office is held at the time of writing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tenure {
    /// "President".
    #[default]
    Current,
    /// "former President", "the late", "who was".
    Former,
    /// "Acting Mayor", "interim".
    Acting,
    /// "President-elect", "incoming".
    Elect,
}
