//! `sum-mismatch`: "31 medals: 12 gold, 10 silver and 8 bronze"; of tables, a total that is not that
//! of its column.
//!
//! Left alone: lists of which an item has no figure or that only include some ("including seven
//! adults and two children"), and figures without a word or sign that makes one their total.

use std::ops::Range;

use super::passage::{Passage, amount, gap, tokens};
use super::spread::{Spread, value};
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::Sense;
use crate::value::Exact;

/// How many words may stand between a total and the colon before its parts.
const REACH: usize = 8;

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    figures.len() > 2
        && [ClaimKind::Count, ClaimKind::Money]
            .iter()
            .any(|kind| figures.iter().filter(|claim| claim.kind == *kind).count() > 2)
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    for (at, total) in passage.figures.iter().enumerate() {
        if !matches!(total.kind, ClaimKind::Count | ClaimKind::Money) {
            continue;
        }
        let parts = parts_behind(passage, at).or_else(|| parts_before(passage, at));
        findings.extend(parts.and_then(|parts| judge(passage, total, &parts)));
    }
}

/// An item of a list.
#[derive(Clone, Copy)]
enum Part<'a> {
    /// "seven adults".
    Figure(&'a Claim<'a>),
    /// "one independent", which no figure stands for.
    One,
}

/// Holds a total against its parts.
fn judge(passage: &Passage<'_>, total: &Claim<'_>, parts: &[Part<'_>]) -> Option<Finding> {
    let mut spread = Spread::point(Exact::ZERO);
    let mut sum = Exact::ZERO;
    for part in parts {
        let Part::Figure(part) = part else {
            spread = spread.plus(Spread::point(Exact::ONE))?;
            sum = sum.checked_add(Exact::ONE)?;
            continue;
        };
        if part.kind != total.kind || part.value.quantity()?.unit != total.value.quantity()?.unit {
            return None;
        }
        spread = spread.plus(Spread::of(part)?)?;
        sum = sum.checked_add(value(part)?)?;
    }
    if spread.meets(Spread::of(total)?) {
        return None;
    }
    let unit = total.value.quantity()?.unit;
    // "7 + 5" reads better than "seven + five".
    let figure = |part: &Part<'_>| match (part, unit) {
        (Part::One, _) => "1".to_owned(),
        (Part::Figure(part), None) => value(part).map_or_else(String::new, |value| value.to_string()),
        (Part::Figure(part), Some(_)) => passage.figure(part).to_owned(),
    };
    let figures: Vec<String> = parts.iter().map(figure).collect();
    let follows = amount(sum, unit);
    Some(passage.report(Rule::SumMismatch, total, Sum::Is { given: figures.join(" + "), follows }))
}

/// "12 people: seven adults and five children", "50 people (30 men and 20 women)".
fn parts_behind<'a>(passage: &Passage<'a>, at: usize) -> Option<Vec<Part<'a>>> {
    let total = passage.figures[at];
    let between = gap(total, passage.figures.get(at + 1)?);
    let sign = between.clone().find(|&at| matches!(passage.word(at), ":" | "(" | "—" | "–" | ","))?;
    let words = between.start..sign;
    let plain = words.len() <= REACH && !words.clone().any(|at| is_other(passage, at));
    let closers: &[&str] = match passage.word(sign) {
        ":" if plain => &[],
        "(" if plain && words.len() <= 3 => &[")"],
        "—" | "–" if plain && words.len() <= 3 => &["—", "–"],
        "," if plain && words.len() <= 3 && of_people(total) => &[],
        _ => return None,
    };
    let by_comma = passage.is(sign, ",");
    let parts = list(passage, at + 1, sign + 1, closers)?;
    let sort = |part: &Part<'_>| match part {
        Part::Figure(part) => part.of.as_deref().is_some_and(|of| SORTS.iter().any(|sort| of.ends_with(sort))),
        Part::One => false,
    };
    (!by_comma || parts.iter().all(sort)).then_some(parts)
}

/// Of whom a list may tell the sorts right behind a comma.
fn of_people(total: &Claim<'_>) -> bool {
    total.of.as_deref().is_some_and(|of| {
        [
            "people",
            "victims",
            "passengers",
            "members",
            "persons",
            "survivors",
            "hostages",
            "defendants",
            "jurors",
            "civilians",
            "children",
            "siblings",
            "grandchildren",
            "students",
            "pupils",
            "players",
            "workers",
            "patients",
            "suspects",
        ]
        .iter()
        .any(|whole| of.ends_with(whole))
    })
}

/// The sorts of people that victims, members and passengers are told by.
const SORTS: [&str; 16] = [
    "women",
    "men",
    "children",
    "adults",
    "boys",
    "girls",
    "teenagers",
    "males",
    "females",
    "minors",
    "infants",
    "toddlers",
    "sons",
    "daughters",
    "brothers",
    "sisters",
];

/// The figures of a list that begins with a token and a figure and in which every item begins with
/// one: "seven adults, two teenagers and five children".
fn list<'a>(passage: &Passage<'a>, first: usize, start: usize, closers: &[&str]) -> Option<Vec<Part<'a>>> {
    let mut parts = Vec::new();
    let mut next = passage.figures[first..].iter();
    let mut at = start;
    let mut last = false;
    loop {
        let at_item = at + usize::from(passage.is(at, "the"));
        let figure = next.as_slice().first().filter(|part| tokens(part).contains(&at_item));
        let mut end = if let Some(part) = figure {
            next.next();
            parts.push(Part::Figure(part));
            tokens(part).end
        } else if is_one(passage, at_item) {
            parts.push(Part::One);
            at_item + 1
        } else {
            return None;
        };
        while passage.sentence.contains(&end) && !ends_item(passage, end, closers) {
            if is_other(passage, end) || passage.figures.iter().any(|figure| tokens(figure).contains(&end)) {
                return None;
            }
            end += 1;
        }
        let done = !passage.sentence.contains(&end)
            || matches!(passage.word(end), "." | ")" | "—" | "–" | "!" | "?" | "\u{201d}");
        if done || last {
            let more = !done && begins_figure(passage, next.as_slice(), end + 1);
            let open = closers.contains(&")") && passage.word(end) != ")";
            return (parts.len() > 1 && !more && !(open && done)).then_some(parts);
        }
        let and = passage.is_any(end, &["and", "plus"]) || passage.is_any(end + 1, &["and", "plus"]);
        at = end + 1 + usize::from(and && !passage.is_any(end, &["and", "plus"]));
        last = and;
    }
}

/// "one independent", "a woman": an item of one that is no figure.
fn is_one(passage: &Passage<'_>, at: usize) -> bool {
    let person = passage.is_any(at, &["a", "an"]) && passage.means(at + 1, Sense::Person);
    (passage.is(at, "one") && !passage.is(at + 1, "of")) || person
}

/// Whether a token parts the items of a list or ends it.
fn ends_item(passage: &Passage<'_>, at: usize, closers: &[&str]) -> bool {
    matches!(passage.word(at), "," | ";" | "." | ")" | "!" | "?" | "\u{201d}")
        || passage.is_any(at, &["and", "plus"])
        || closers.contains(&passage.word(at))
}

fn begins_figure(passage: &Passage<'_>, next: &[&Claim<'_>], at: usize) -> bool {
    let at = at + usize::from(passage.is_any(at, &["and", "plus", "another"]));
    next.first().is_some_and(|figure| tokens(figure).contains(&at) && !passage.is(tokens(figure).end, "of"))
}

/// Words that make what follows no part of a whole, or figures no list.
fn is_other(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, &OTHERS) || passage.means(at, Sense::Compares) || passage.means(at, Sense::Supposes)
}

const OTHERS: [&str; 28] = [
    "including",
    "include",
    "includes",
    "included",
    "such",
    "among",
    "who",
    "whom",
    "which",
    "where",
    "while",
    "but",
    "or",
    "than",
    "per",
    "each",
    "every",
    "to",
    "from",
    "least",
    "both",
    "up",
    "down",
    "not",
    "only",
    "times",
    "then",
    "ago",
];

/// "12 gold, 10 silver and 8 bronze medals, 30 in all": the figures before a total that says so.
fn parts_before<'a>(passage: &Passage<'a>, at: usize) -> Option<Vec<Part<'a>>> {
    let total = passage.figures[at];
    let range = tokens(total);
    let behind = passage.is_any(range.end, &["altogether"])
        || (passage.is(range.end, "in") && passage.is_any(range.end + 1, &["all", "total"]));
    let before = |back: usize, words: &[&str]| {
        range.start.checked_sub(back).is_some_and(|start| passage.reads(start..range.start, words))
    };
    let ahead = before(4, &["for", "a", "total", "of"]);
    let apposed = before(4, &[",", "a", "total", "of"]);
    if !behind && !ahead && !apposed {
        return None;
    }
    let lead = match (ahead, apposed) {
        (true, _) => range.start - 4,
        (false, true) => range.start - 3,
        (false, false) => range.start,
    };
    let mut parts: Vec<&Claim<'_>> = Vec::new();
    let mut limit = lead;
    let mut ands = 0;
    for part in passage.figures[..at].iter().rev() {
        let gap = tokens(part).end..limit.max(tokens(part).end);
        // ", or 13 in all" says the sum again.
        let spoilt = |at: usize| is_other(passage, at) && !(parts.is_empty() && passage.is(at, "or"));
        if part.kind != total.kind || gap.len() > 6 || gap.clone().any(spoilt) || !joins(passage, gap.clone()) {
            break;
        }
        ands += gap.clone().filter(|&at| passage.is(at, "and")).count();
        parts.push(part);
        limit = tokens(part).start;
    }
    parts.reverse();
    // Where a shorter run of parts makes the total, those before it belong to something else.
    let fits = |from: usize| {
        let sum = parts[from..].iter().try_fold(Exact::ZERO, |sum, part| sum.checked_add(value(part)?));
        sum.is_some() && sum == value(total)
    };
    let settled = (0..parts.len()).any(fits);
    (parts.len() > 1 && ands == 1 && !settled).then(|| parts.into_iter().map(Part::Figure).collect())
}

/// Whether the words between two parts hold a comma or an "and".
fn joins(passage: &Passage<'_>, mut gap: Range<usize>) -> bool {
    gap.any(|at| passage.is_any(at, &["and", ",", ";", "—", "–", "plus"]))
}
