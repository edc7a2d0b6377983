//! How sentences of the draft and words of the facts are read, before one is held against the other.

pub(in crate::check) mod antecedent;
pub(crate) mod figure;
pub(in crate::check) mod head;
pub(in crate::check) mod nearby;
pub(crate) mod outline;
pub(crate) mod people;
pub(in crate::check) mod phrase;
pub(in crate::check) mod places;
mod pointing;
pub(in crate::check) mod profile;
pub(in crate::check) mod scene;
pub(in crate::check) mod term;
pub(in crate::check) mod texts;
pub(in crate::check) mod wording;
