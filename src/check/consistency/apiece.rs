//! `sum-mismatch` of a price for each: "60 buses for $54 million, or $800,000 each", "a city of 250,000 people spent $5
//! million, or $20 a head"; and of what they come to: "250 cars at $20,000 each, a total of $5 million".
//!
//! Left alone: prices of some of what is counted, of more than one thing, and with something on top ("with VAT a total of").

use super::passage::{Passage, amount, gap, tokens};
use super::spread::{Spread, value};
use crate::claim::{Claim, ClaimKind};
use crate::finding::{Finding, Rule, Sum};
use crate::lexicon::{Adding, Sense, Word};
use crate::text::TokenKind;

/// How many words may stand between what is counted and its price.
const REACH: usize = 5;

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    let money = |claim: &Claim<'_>| usize::from(claim.kind == ClaimKind::Money);
    figures.windows(3).any(|three| three.iter().map(|claim| money(claim)).sum::<usize>() == 2)
}

/// A count, what all cost and what each does.
fn is_price<'a, 'c>(figures: &[&'c Claim<'a>]) -> Option<(&'c Claim<'a>, &'c Claim<'a>, &'c Claim<'a>)> {
    let [count, all, each] = *figures else { return None };
    let money = all.kind == ClaimKind::Money && each.kind == ClaimKind::Money;
    let unit = all.value.quantity()?.unit == each.value.quantity()?.unit;
    (count.kind == ClaimKind::Count && count.of.is_some() && money && unit).then_some((count, all, each))
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    for figures in passage.figures.windows(3) {
        findings.extend(is_price(figures).and_then(|(count, all, each)| {
            let told = is_for_each(passage, count, all, each) || is_per_head(passage, count, all, each);
            told.then(|| judge(passage, count, all, each)).flatten()
        }));
        findings.extend(product(passage, figures));
    }
}

/// "a city of 250,000 people spent $5 million on libraries, or $20 a head".
fn is_per_head(passage: &Passage<'_>, count: &Claim<'_>, all: &Claim<'_>, each: &Claim<'_>) -> bool {
    let noun = count.of.as_deref().and_then(|of| of.rsplit(' ').next()).and_then(Word::find);
    let people = noun.is_some_and(|noun| noun.is(Sense::Adding(Adding::Everyone)));
    let plain = |at: usize| {
        passage.tokens[at].kind == TokenKind::Word
            && !passage.means(at, Sense::Opens)
            && !passage.is_any(at, &["each", "per", "every"])
    };
    let again = gap(all, each);
    let words = again.end.checked_sub(2).filter(|&or| or >= again.start && passage.reads(or..or + 2, &[",", "or"]));
    let end = tokens(each).end;
    let heads =
        passage.is_any(end, &["a", "per"]) && passage.is_any(end + 1, &["head", "person", "capita", "resident"]);
    let spent = gap(count, all);
    people
        && heads
        && spent.len() <= REACH
        && spent.into_iter().all(plain)
        && words.is_some_and(|or| or - again.start <= REACH && (again.start..or).all(plain))
}

/// "60 buses for $54 million, or $800,000 each".
fn is_for_each(passage: &Passage<'_>, count: &Claim<'_>, all: &Claim<'_>, each: &Claim<'_>) -> bool {
    let words = gap(count, all);
    let for_all = words
        .clone()
        .any(|at| passage.is(at, "for") || passage.is(at, "at") || passage.means(at, Sense::Gives("cost")));
    let seam = |at: usize| passage.means(at, Sense::Opens) || matches!(passage.word(at), "," | ";" | ":");
    let again = passage.reads_any(&gap(all, each), &[&[",", "or"], &["or"], &["("], &[",", "or", "about"]]);
    let end = tokens(each).end;
    let closes = matches!(passage.word(end + 1), "" | "." | "," | ";" | ")");
    let apiece = passage.is_any(end, &["each", "apiece"]) && closes;
    words.len() <= REACH && for_all && !words.clone().any(seam) && again && apiece
}

fn judge(passage: &Passage<'_>, count: &Claim<'_>, all: &Claim<'_>, each: &Claim<'_>) -> Option<Finding> {
    let follows = Spread::of(all)?.over(Spread::of(count)?)?;
    let one = value(all)?.checked_div(value(count)?)?.to_digits(3)?;
    let given = format!("{} for {}", passage.said(all), passage.said(count));
    let sum = Sum::Is { given, follows: format!("{} each", amount(one, all.value.quantity()?.unit)) };
    (!follows.meets(Spread::of(each)?)).then(|| passage.report(Rule::SumMismatch, each, sum))
}

/// "with VAT €240,000 in all": whether a word adds something to a price.
fn is_added(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, &["with", "plus", "including"])
}

/// "sold 250 cars at $20,000 each, a total of $5 million", "£1,200 to each of 500 families, £600,000 in all".
fn product(passage: &Passage<'_>, figures: &[&Claim<'_>]) -> Option<Finding> {
    let [one, other, total] = *figures else { return None };
    let (count, each) = if one.kind == ClaimKind::Count { (one, other) } else { (other, one) };
    let counted = count.kind == ClaimKind::Count && count.of.is_some();
    let money = each.kind == ClaimKind::Money && total.kind == ClaimKind::Money;
    if !counted || !money || each.value.quantity()?.unit != total.value.quantity()?.unit {
        return None;
    }
    let between = gap(one, other);
    let apiece = passage.is_any(tokens(each).end, &["each", "apiece"]);
    let each_of = passage.reads(between.end.saturating_sub(2)..between.end, &["each", "of"]);
    let seam = |at: usize| matches!(passage.word(at), "," | ";" | ":") || passage.is_any(at, &["and", "but", "plus"]);
    let clear = between.len() <= REACH && !between.clone().any(seam);
    let (start, end) = (tokens(total).start, tokens(total).end);
    let told = gap(other, total);
    let behind = passage.is(end, "altogether") || passage.is(end, "in") && passage.is_any(end + 1, &["all", "total"]);
    let ahead = start.checked_sub(3).is_some_and(|at| passage.reads(at..start, &["a", "total", "of"]));
    let sign = told.clone().any(|at| passage.is(at, ","));
    let near =
        told.len() <= REACH && !told.clone().any(|at| passage.is_any(at, &["and", ";", ":"]) || is_added(passage, at));
    // "each, with VAT a total of", "each, which with the spares is a total of".
    let lead = told.start + usize::from(passage.is_any(told.start, &["each", "apiece"]))..start.saturating_sub(3);
    let joined = ahead && passage.reads_any(&lead, &[&[","], &[",", "or"], &[",", "for"]]);
    if !(apiece || each_of) || !clear || !(behind || joined) || !sign || !near {
        return None;
    }
    if Spread::of(total)?.over(Spread::of(count)?)?.meets(Spread::of(each)?) {
        return None;
    }
    let all = value(count)?.checked_mul(value(each)?)?;
    let given = format!("{} each for {}", passage.figure(each), passage.said(count));
    let follows = amount(all, total.value.quantity()?.unit);
    Some(passage.report(Rule::SumMismatch, total, Sum::Is { given, follows }))
}
