//! The facts the house ships: what drafts are checked with where there are no others.

use super::Reference;
use super::load::load;

/// The reference files in `claims/`, each with its name and text.
pub const SHIPPED: [(&str, &str); 4] = [
    ("claims/alaska.yaml", include_str!("../../claims/alaska.yaml")),
    ("claims/alaska-summit.yaml", include_str!("../../claims/alaska-summit.yaml")),
    ("claims/people.yaml", include_str!("../../claims/people.yaml")),
    ("claims/war-in-ukraine.yaml", include_str!("../../claims/war-in-ukraine.yaml")),
];

/// The shipped facts.
///
/// ```
/// let reference = factdiff::reference::shipped();
/// assert!(reference.facts.iter().any(|fact| fact.id == "alaska-purchase"));
/// ```
///
/// # Panics
/// Never: a test reads the files, which are part of the program.
pub fn shipped() -> Reference {
    load(SHIPPED, |_, path| Err(format!("no {path} is shipped"))).expect("the shipped files are read by a test")
}
