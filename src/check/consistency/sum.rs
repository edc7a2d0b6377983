//! `sum-mismatch`: "31 medals: 12 gold, 10 silver and 8 bronze"; of tables, a total that is not that
//! of its column.
//!
//! Left alone: lists of which an item has no figure or that only include some ("including seven
//! adults and two children"), and figures without a word or sign that makes one their total.

mod margin;
mod shared;
mod sorts;
mod together;

use std::ops::Range;

use super::passage::{Passage, alike, amount, gap, tokens};
use super::spread::{Spread, value};
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::{Adding, Sense, Word};
use crate::value::Exact;

/// How many figures before a total are tried for two that make it up.
const SEVERAL: usize = 12;

/// How many words may stand between a total and the colon before its parts.
const REACH: usize = 8;

pub(super) fn concerns(file: &str, figures: &[&Claim<'_>]) -> bool {
    let many = |kind: &ClaimKind| figures.iter().filter(|claim| claim.kind == *kind).count() > 2;
    figures.len() > 2 && [ClaimKind::Count, ClaimKind::Money].iter().any(many)
        || together::concerns(file, figures)
        || margin::concerns(figures)
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    for (at, total) in passage.figures.iter().enumerate() {
        findings.extend(together::find(passage, at));
        if !matches!(total.kind, ClaimKind::Count | ClaimKind::Money) {
            continue;
        }
        let parts = parts_behind(passage, at)
            .or_else(|| parts_before(passage, at))
            .or_else(|| sorts::halves(passage, at))
            .or_else(|| remainder(passage, at))
            .or_else(|| divided(passage, at))
            .or_else(|| shared::parts(passage, at));
        findings.extend(parts.and_then(|parts| judge(passage, total, &parts)));
        findings.extend(difference(passage, at));
        findings.extend(margin::find(passage, at));
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

/// "1,492,884 votes and the Liberals 1,299,106, a gap of 193,778": a difference that is not that of the two figures
/// right before it.
fn difference(passage: &Passage<'_>, at: usize) -> Option<Finding> {
    let apart = passage.figures[at];
    let [one, other] = [*passage.figures.get(at.checked_sub(2)?)?, passage.figures[at - 1]];
    let lead = gap(other, apart);
    let words = lead.end.checked_sub(2)?;
    let told = passage.is(lead.start, ",")
        && lead.len() <= 5
        && passage.is_any(words, &["gap", "difference", "lead", "margin"])
        && passage.is(words + 1, "of");
    let joined = gap(one, other).len() <= REACH
        && gap(one, other).any(|at| passage.is_any(at, &["and", "against", "to"]))
        && !gap(one, other).any(|at| is_other(passage, at));
    // Of three a lead is that of the first two, or any.
    let third = at.checked_sub(3).map(|before| passage.figures[before]);
    let third = third.is_some_and(|third| third.kind == apart.kind && gap(third, one).len() <= REACH);
    // "23,000 votes in Ekby and 15,000 in Orlo, a margin of 12,000" is one over somebody else.
    let named = passage.tokens[gap(one, other).end - 1].is_capitalised();
    let unit = apart.value.quantity()?.unit;
    let alike = [one, other].iter().all(|figure| {
        figure.kind == apart.kind && figure.value.quantity().is_some_and(|quantity| quantity.unit == unit)
    });
    if !told || !joined || !alike || !named || third || !matches!(passage.after(apart), "." | "" | ";" | "," | ")") {
        return None;
    }
    let (more, less) = if value(one)? < value(other)? { (other, one) } else { (one, other) };
    if Spread::of(more)?.minus(Spread::of(less)?)?.meets(Spread::of(apart)?) {
        return None;
    }
    let follows = amount(value(more)?.checked_sub(value(less)?)?, unit);
    let given = format!("{} − {}", passage.figure(more), passage.figure(less));
    Some(passage.report(Rule::SumMismatch, apart, Sum::Is { given, follows }))
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
    // "a majority of 463 (611 for, 148 against)"
    let mut before = passage.sentence.start..tokens(total).start;
    let apart = before.any(|at| passage.is_any(at, &["majority", "margin"]));
    if apart || spread.meets(Spread::of(total)?) || is_balance(passage, total, parts) {
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

/// "a net 4,300 people: 9,400 came and 5,100 left": whether a figure is how far two are apart.
fn is_balance(passage: &Passage<'_>, total: &Claim<'_>, parts: &[Part<'_>]) -> bool {
    let [Part::Figure(one), Part::Figure(other)] = parts else { return false };
    let mut before = passage.sentence.start..tokens(total).start;
    let meets = |one: Option<Spread>, other: Option<Spread>| {
        one.zip(other)
            .and_then(|(one, other)| one.minus(other))
            .zip(Spread::of(total))
            .is_some_and(|(gap, net)| gap.meets(net))
    };
    let (one, other) = (Spread::of(one), Spread::of(other));
    before.any(|at| passage.is_any(at, &["net", "balance", "surplus"])) && (meets(one, other) || meets(other, one))
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
        "," if plain && words.len() <= 3 && (of_people(total) || of_group(passage, total)) => &[],
        _ => return None,
    };
    let by_comma = passage.is(sign, ",");
    let parts = list(passage, at + 1, sign + 1, closers)?;
    if closers.contains(&")") && goes_on(passage, sign) {
        return None;
    }
    // "arrested 20 people, eight students and four teachers, and freed the rest"
    let rest = || passage.sentence.clone().any(|at| passage.is_any(at, &["rest", "others", "other", "remaining"]));
    let anybody = total.of.as_deref().is_some_and(|of| ends_with(of, Sense::Anybody)) && !rest();
    let sorts = |of: &str| {
        ends_with(of, Sense::Adding(Adding::SortOfPeople)) || anybody && ends_with(of, Sense::Adding(Adding::SortOfAll))
    };
    let sort = |part: &Part<'_>| match part {
        Part::Figure(part) => part.of.as_deref().is_some_and(sorts),
        Part::One => false,
    };
    (!by_comma || parts.iter().all(sort)).then_some(parts)
}

/// "12 people (7 men and 4 women) and a child": the whole may have more parts behind the bracket.
fn goes_on(passage: &Passage<'_>, bracket: usize) -> bool {
    let close = (bracket..passage.sentence.end).find(|&at| passage.is(at, ")"));
    close.is_some_and(|close| {
        passage.is_any(close + 1, &["and", "plus"]) || passage.reads(close + 1..close + 3, &[",", "and"])
    })
}

/// Of whom a list may tell the sorts right behind a comma.
fn of_people(total: &Claim<'_>) -> bool {
    total.of.as_deref().is_some_and(|of| ends_with(of, Sense::Adding(Adding::Everyone)))
}

/// "a jury of 12".
fn of_group(passage: &Passage<'_>, total: &Claim<'_>) -> bool {
    let start = tokens(total).start;
    let group = start.checked_sub(2).is_some_and(|at| passage.means(at, Sense::Adding(Adding::WholeOf)));
    total.of.is_none() && passage.is(start.wrapping_sub(1), "of") && group
}

/// Whether the last word of what is counted has this sense.
fn ends_with(of: &str, sense: Sense) -> bool {
    let last = of.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    Word::find(last).is_some_and(|word| word.is(sense))
}

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
    passage.means(at, Sense::Adding(Adding::NoPart))
        || passage.means(at, Sense::Compares)
        || passage.means(at, Sense::Supposes)
}

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
    let played = before(1, &["from"]) || before(1, &["in"]);
    let games =
        played && total.of.as_deref().is_some_and(|of| ["games", "matches"].iter().any(|noun| of.ends_with(noun)));
    if !behind && !ahead && !apposed && !games {
        return None;
    }
    let lead = match (ahead, apposed) {
        (true, _) => range.start - 4,
        (false, true) => range.start - 3,
        (false, false) => range.start - usize::from(games),
    };
    let mut parts: Vec<&Claim<'_>> = Vec::new();
    let mut limit = lead;
    let mut ands = 0;
    for part in passage.figures[..at].iter().rev() {
        let gap = tokens(part).end..limit.max(tokens(part).end);
        // "$4,000 in May and $3,500 in June": when, not how much.
        if part.kind == ClaimKind::Date && tokens(part).end <= limit {
            continue;
        }
        // ", or 13 in all" says the sum again.
        let spoilt = |at: usize| is_other(passage, at) && !(parts.is_empty() && passage.is(at, "or"));
        if part.kind != total.kind
            || gap.len() > 6
            || gap.clone().any(spoilt)
            || !(joins(passage, gap.clone()) || (games && parts.is_empty()))
        {
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
    let settled = || (0..parts.len()).any(fits) || is_made_up(&passage.figures[at.saturating_sub(SEVERAL)..at], total);
    // Of wins and losses alone there may be draws besides.
    let results = |part: &&Claim<'_>| part.of.as_deref().is_some_and(|of| ends_with(of, Sense::Adding(Adding::Result)));
    if games && !(parts.len() > 2 && parts.iter().all(results)) {
        return None;
    }
    (parts.len() > 1 && ands == 1 && !settled()).then(|| parts.into_iter().map(Part::Figure).collect())
}

/// "scored 12 goals in 30 games and another three in the cup, 15 in all": whether some two figures make up a total.
fn is_made_up(figures: &[&Claim<'_>], total: &Claim<'_>) -> bool {
    let like = |at: usize| figures[at..].iter().filter(|claim| alike(claim, total)).filter_map(|claim| value(claim));
    let sum = |one: Exact, other: Exact| one.checked_add(other);
    (0..figures.len()).any(|at| {
        let first = value(figures[at]).filter(|_| alike(figures[at], total));
        first.is_some_and(|first| like(at + 1).any(|other| sum(first, other) == value(total)))
    })
}

/// Whether the words between two parts hold a comma or an "and".
fn joins(passage: &Passage<'_>, mut gap: Range<usize>) -> bool {
    gap.any(|at| passage.is_any(at, &["and", ",", ";", "—", "–", "plus"]))
}

/// "Of the 40 passengers, 25 were rescued and 12 drowned; the other three are missing": the rest is told.
fn remainder<'a>(passage: &Passage<'a>, at: usize) -> Option<Vec<Part<'a>>> {
    let total = passage.figures[at];
    let opener = tokens(total).start.checked_sub(1)?;
    let opener = opener - usize::from(passage.is_any(opener, &["the", "its", "their", "all"]) && opener > 0);
    let parts = &passage.figures[at + 1..];
    let last = tokens(parts.last()?).start;
    let rest = passage.is_any(last.wrapping_sub(1), &["other", "remaining"]) && passage.is(last.wrapping_sub(2), "the");
    let noun = |claim: &Claim<'_>| claim.of.as_deref().map(str::to_lowercase);
    // "nine voted for two counts": a figure with another noun is no part, and may hide one that is.
    let counts = |part: &Claim<'_>| noun(part).is_none() || noun(part) == noun(total);
    let own = |part: &&Claim<'_>| part.kind == ClaimKind::Count && counts(part) && !passage.is(tokens(part).end, "of");
    // "six of them children" are parts of a part.
    let nested = |at: usize| is_other(passage, at) || passage.is_any(at, &["them", "these", "those"]);
    let spoilt = || (tokens(total).end..passage.sentence.end).any(nested);
    (parts.len() > 1 && opener == passage.sentence.start && passage.is(opener, "of") && rest && !spoilt())
        .then(|| parts.iter().all(own).then(|| parts.iter().map(|part| Part::Figure(part)).collect()))?
}

/// "11 seats, with six held by Labour and six by the Greens": more than there is to share out. Fewer
/// leave a seat that is vacant or another's, as in "100 seats, with 53 held by Republicans and 46 by Democrats".
fn divided<'a>(passage: &Passage<'a>, at: usize) -> Option<Vec<Part<'a>>> {
    let total = passage.figures[at];
    let between = gap(total, passage.figures.get(at + 1)?);
    let with = passage.reads_any(&between, &[&["with"], &[",", "with"]]);
    if !with || !total.of.as_deref().is_some_and(|of| ends_with(of, Sense::Adding(Adding::SharedOut))) {
        return None;
    }
    let parts = list(passage, at + 1, between.end, &[])?;
    let sum = parts.iter().try_fold(Exact::ZERO, |sum, part| match part {
        Part::One => sum.checked_add(Exact::ONE),
        Part::Figure(part) => sum.checked_add(value(part)?),
    })?;
    (value(total)? < sum).then_some(parts)
}
