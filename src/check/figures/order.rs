//! "France and Germany … 0.9% and 2.1%, respectively": names and figures are paired in order.

use crate::check::reading::outline::{Certainty, Name, Pairing};
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Mark, Scene};

/// Whether a figure stands in the place that the fact's measure has of two before two figures, or that its name has among
/// the names before the figures, in a sentence that pairs them in order. Where there are not as many figures as names,
/// none is anybody's.
pub(super) fn keeps(scene: &Scene<'_>, marks: &[Mark], number: usize, profile: &Profile) -> bool {
    if let Some(kept) = keeps_measure(scene, marks, number, profile) {
        return kept;
    }
    if scene.outline.pairing == Pairing::Free {
        return true;
    }
    let alike = |mark: &&Mark| mark.kind == marks[number].kind && !mark.figure.is_empty();
    let figures = marks.iter().filter(alike).count();
    let Some(first) = marks.iter().find(alike) else { return true };
    let before = |name: &&Name| name.tokens.start < first.figure.start;
    let mut names: Vec<&Name> = scene.outline.names.iter().filter(before).collect();
    if names.len() > figures {
        // The first word of a sentence is a name only where one is lacking otherwise.
        names.retain(|name| name.certainty == Certainty::Sure);
    }
    let Some(place) = names.iter().position(|name| scene.owns(profile, name)) else { return true };
    figures == names.len() && marks[..number].iter().filter(alike).count() == place
}

/// "Revenue and profit were £2.9 billion and £355 million": whether a figure stands in the place that the fact's measure
/// has of two before two figures; none where it is none of two.
fn keeps_measure(scene: &Scene<'_>, marks: &[Mark], number: usize, profile: &Profile) -> Option<bool> {
    let alike = |mark: &&Mark| mark.kind == marks[number].kind && !mark.figure.is_empty();
    let mut pair = marks.iter().filter(alike);
    let (Some(first), Some(second), None) = (pair.next(), pair.next(), pair.next()) else { return None };
    let is_and = |at: usize| scene.tokens[at].text(scene.prose) == "and";
    // "said Hexa has 900 employees and 200 contractors": they say themselves what they are of.
    let counts = |mark: &Mark| mark.whole.end > mark.figure.end;
    if counts(first) || counts(second) || first.whole.end + 1 != second.whole.start || !is_and(first.whole.end) {
        return None;
    }
    let mut joints = (scene.sentence.start + 1..first.figure.start).filter(|&at| is_and(at));
    let (Some(joint), None) = (joints.next(), joints.next()) else { return None };
    let measures = |at: usize| scene.is_measure(at, profile);
    let (before, after) = (measures(joint - 1), measures(joint + 1));
    let place = usize::from(after);
    (before != after).then(|| marks[..number].iter().filter(alike).count() == place)
}
