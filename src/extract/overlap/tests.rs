//! Which of two candidates stays.

use super::{Candidate, SetAside, resolve};
use crate::claim::{ClaimKind, Value};
use crate::lexicon::Trap;
use std::ops::Range;

fn candidate(kind: ClaimKind, core: Range<usize>, whole: Range<usize>) -> Candidate<'static> {
    Candidate { kind, core, whole, value: Value::Rank(1), of: None, figures: Vec::new() }
}

fn kept(mut candidates: Vec<Candidate<'static>>, set_aside: &[SetAside]) -> Vec<ClaimKind> {
    resolve(&mut candidates, set_aside);
    candidates.iter().map(|candidate| candidate.kind).collect()
}

#[test]
fn the_longer_figure_stays() {
    let both = vec![candidate(ClaimKind::Count, 3..4, 3..6), candidate(ClaimKind::Measurement, 3..5, 3..5)];
    assert_eq!(kept(both, &[]), [ClaimKind::Measurement]);
}

#[test]
fn a_change_takes_the_figures_inside_it() {
    let both = vec![candidate(ClaimKind::Percent, 3..5, 3..5), candidate(ClaimKind::Change, 3..5, 1..5)];
    assert_eq!(kept(both, &[]), [ClaimKind::Change]);
}

#[test]
fn dates_stand_between_the_figures_of_a_change() {
    let change = || Candidate { figures: vec![2..3, 6..7], ..candidate(ClaimKind::Change, 2..7, 0..7) };
    let between = vec![change(), candidate(ClaimKind::Date, 4..5, 4..5)];
    assert_eq!(kept(between, &[]), [ClaimKind::Change, ClaimKind::Date]);
    let figure = vec![change(), candidate(ClaimKind::Date, 6..7, 6..7)];
    assert_eq!(kept(figure, &[]), [ClaimKind::Change]);
    let count = vec![change(), candidate(ClaimKind::Count, 4..5, 4..5)];
    assert_eq!(kept(count, &[]), [ClaimKind::Change]);
}

#[test]
fn quotations_and_roles_hold_other_claims() {
    let all = vec![
        candidate(ClaimKind::Count, 3..4, 3..4),
        candidate(ClaimKind::Quote, 1..9, 1..9),
        candidate(ClaimKind::Role, 3..6, 3..6),
    ];
    assert_eq!(kept(all, &[]), [ClaimKind::Quote, ClaimKind::Role, ClaimKind::Count]);
}

#[test]
fn a_trap_takes_what_stands_on_it_and_nothing_else() {
    let all = vec![candidate(ClaimKind::Count, 1..2, 1..2), candidate(ClaimKind::Count, 5..6, 5..7)];
    let trap = [SetAside { tokens: 0..2, trap: Trap::Model }];
    let mut left = all;
    resolve(&mut left, &trap);
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].core, 5..6);
}
