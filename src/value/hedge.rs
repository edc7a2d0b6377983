//! How firmly a figure is stated.

/// The hedges of news prose. [`Hedge::name`] gives the public name, which joins the finer ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hedge {
    /// "34 people".
    #[default]
    Exact,
    /// "about", "roughly", "or so".
    About,
    /// "nearly", "almost", "just under".
    Nearly,
    /// "just over", "a little more than".
    JustOver,
    /// "more than", "topped".
    Over,
    /// "at least", "or more".
    AtLeast,
    /// "at most", "no more than".
    AtMost,
    /// "up to", "as many as": a bound that is not meant strictly.
    UpTo,
    /// "less than", "fewer than".
    Under,
    /// "between 3 and 5".
    Range,
    /// "dozens", "several".
    Vague,
}

impl Hedge {
    /// Whether it says on which side of the number the figure is: "more than 50".
    pub const fn is_bound(self) -> bool {
        match self {
            Self::Nearly | Self::JustOver | Self::Over | Self::AtLeast | Self::AtMost | Self::UpTo | Self::Under => {
                true
            }
            Self::Exact | Self::About | Self::Range | Self::Vague => false,
        }
    }

    /// The name in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::JustOver | Self::Over => "over",
            Self::AtLeast => "at-least",
            Self::AtMost | Self::UpTo => "at-most",
            Self::Under => "under",
            Self::Range => "range",
            Self::Vague => "vague",
        }
    }
}
