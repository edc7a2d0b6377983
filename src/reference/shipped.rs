//! The facts the house ships: what drafts are checked with where there are no others.

use super::File;

/// Facts on one subject that come with the program.
#[derive(Debug, PartialEq, Eq)]
pub struct Pack {
    /// What `builtin:` names it by: "us-congress".
    pub name: &'static str,
    /// The name of its file.
    pub file: &'static str,
    /// The file.
    pub text: &'static str,
}

impl From<&'static Pack> for File<'static> {
    fn from(pack: &'static Pack) -> Self {
        Self::from((pack.file, pack.text))
    }
}

/// The file of a pack in `claims/`.
macro_rules! packs {
    ($($name:literal),* $(,)?) => {
        &[$(Pack {
            name: $name,
            file: concat!("claims/", $name, ".yaml"),
            text: include_str!(concat!("../../claims/", $name, ".yaml")),
        }),*]
    };
}

/// The packs that come with the program, in the order of their names.
pub const PACKS: &[Pack] = packs![
    "alaska",
    "alaska-summit",
    "amendments",
    "astronomy",
    "constitution",
    "events",
    "foundings",
    "geography",
    "independence",
    "measures",
    "people",
    "physics",
    "population",
    "purchases",
    "ratification",
    "spaceflight",
    "statehood",
    "us-congress",
    "us-executive",
    "war-in-ukraine",
    "wars"
];
