//! `percentage-mismatch`: "30 of 120, or 40%".
//!
//! Left alone: a percentage of something else than the two counts before it ("30 of 120 (40%
//! women)").

mod across;
mod told;

use std::ops::Range;

use super::passage::{Passage, gap, noun, tokens};
use super::spread::{Spread, value};
use crate::claim::{Claim, ClaimKind, Value};
use crate::finding::{Finding, Rule, Spot, Sum};
use crate::lexicon::{Adding, Sense};
use crate::text::TokenKind;
use crate::value::{Exact, Hedge};

/// How many words may stand between the counts and the sign before their share.
const TRAILING: usize = 4;
/// How many words tell who has a part: "the National Lottery paid".
const PAYER: usize = 5;
const HUNDRED: Exact = Exact::constant(100, 1);
/// How far odds and fractions in words may be from what they stand for.
const ROUNDED: Exact = Exact::constant(5, 100);

pub(super) fn concerns(_: &str, figures: &[&Claim<'_>]) -> bool {
    let of = |kind| figures.iter().filter(|claim| claim.kind == kind).count();
    let (percents, ratios) = (of(ClaimKind::Percent), of(ClaimKind::Ratio));
    let counts = of(ClaimKind::Count) > usize::from(percents == 0);
    let amounts = counts || of(ClaimKind::Money) > 1 || of(ClaimKind::Measurement) > 1;
    percents > 0 && ratios + of(ClaimKind::Score) > 0 || percents + ratios > 0 && amounts
}

pub(super) fn find(passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    let figures = passage.figures;
    for (at, share) in figures.iter().enumerate() {
        let Some(stated) = stated(passage, share) else { continue };
        let odds = odds(passage, at).filter(|_| share.kind == ClaimKind::Percent);
        let odds =
            odds.and_then(|claim| Some((odds_spread(passage, claim)?, passage.said(claim).to_owned(), value(claim)?)));
        let found = odds.or_else(|| counted(passage, at)).or_else(|| of_votes(passage, at));
        let Some((given, said, nominal)) = found else { continue };
        let Some(spread) = given.converted(HUNDRED, Exact::ZERO) else { continue };
        if spread.meets(stated) {
            continue;
        }
        let Some(follows) = nominal.checked_mul(HUNDRED).and_then(|percent| percent.rounded_to(Exact::constant(1, 10)))
        else {
            continue;
        };
        let sum = Sum::Is { given: said, follows: format!("{follows}%") };
        let spot = Spot { span: share.span, text: passage.figure(share), quoted: share.quoted };
        findings.push(passage.report_at(Rule::PercentageMismatch, spot, sum, Vec::new()));
    }
}

/// What a share may stand for, in per cent: "40%", "a third"; none for other figures.
fn stated(passage: &Passage<'_>, share: &Claim<'_>) -> Option<Spread> {
    match share.kind {
        ClaimKind::Percent => Spread::of(share),
        ClaimKind::Ratio if value(share)? < Exact::ONE && !tokens(share).any(|at| passage.is(at, "of")) => {
            odds_spread(passage, share)?.converted(HUNDRED, Exact::ZERO)
        }
        _ => None,
    }
}

/// "three out of four (75%)", "75%, or three out of four": odds beside a percentage.
fn odds<'a>(passage: &Passage<'a>, at: usize) -> Option<&'a Claim<'a>> {
    let share = passage.figures[at];
    let is_odds = |claim: &&&Claim<'_>| {
        claim.kind == ClaimKind::Ratio && value(claim).is_some_and(|value| value < Exact::ONE && value > Exact::ZERO)
    };
    let before = at.checked_sub(1).and_then(|before| passage.figures.get(before)).filter(is_odds);
    if let Some(odds) = before.filter(|odds| restates(passage, odds, share) || brackets(passage, odds, share)) {
        return Some(odds);
    }
    let after = passage.figures.get(at + 1).filter(is_odds)?;
    restates(passage, share, after).then_some(after)
}

/// What odds may stand for: "12 of 18 votes" is exact, "6 in 10" and "a quarter" are rounded.
fn odds_spread(passage: &Passage<'_>, odds: &Claim<'_>) -> Option<Spread> {
    let counted = tokens(odds).any(|at| passage.is(at, "of"));
    let rounded = tokens(odds).any(|at| passage.is_any(at, &["in", "out", "every"]));
    if odds.value.hedge() == Hedge::Exact && (rounded || !counted) {
        return Spread::around(value(odds)?, ROUNDED);
    }
    Spread::of(odds)
}

/// "three of every four homes (75%)": only a few words before the bracket.
fn brackets(passage: &Passage<'_>, odds: &Claim<'_>, share: &Claim<'_>) -> bool {
    let between = gap(odds, share);
    let words = between.start..between.end.saturating_sub(1);
    let plain = words.len() <= 3 && words.clone().all(|at| passage.tokens[at].kind == TokenKind::Word);
    plain && passage.is(words.end, "(") && passage.after(share) == ")"
}

/// The two counts that a percentage says again, as their quotient.
fn counted(passage: &Passage<'_>, at: usize) -> Option<(Spread, String, Exact)> {
    let (part, whole) = before(passage, at)
        .or_else(|| around(passage, at))
        .or_else(|| of_named(passage, at))
        .or_else(|| behind(passage, at))
        .or_else(|| of_whole(passage, at))
        .or_else(|| of_which(passage, at))
        .or_else(|| of_them(passage, at))
        .or_else(|| apart(passage, at))
        .or_else(|| told::of_clause(passage, at))
        .or_else(|| told::of_subject(passage, at))
        .or_else(|| across::of_those(passage, at))?;
    let (some, all) = (value(part)?, value(whole)?);
    let amounts = matches!(part.kind, ClaimKind::Count | ClaimKind::Money | ClaimKind::Measurement)
        && part.kind == whole.kind
        && part.value.quantity()?.unit == whole.value.quantity()?.unit;
    if !(amounts || borrows_unit(passage, part, whole)?) || some > all || all <= Exact::ZERO || some <= Exact::ZERO {
        return None;
    }
    let said = format!("{} of {}", passage.figure(part), passage.figure(whole));
    Some((Spread::of(part)?.over(Spread::of(whole)?)?, said, some.checked_div(all)?))
}

/// "74 of the 612 hectares": whether a bare number is in the unit of what it is a part of; "6 of the 12 million tonnes" is
/// not told in tonnes.
fn borrows_unit(passage: &Passage<'_>, part: &Claim<'_>, whole: &Claim<'_>) -> Option<bool> {
    let bare = part.kind == ClaimKind::Count && part.of.is_none() && whole.kind == ClaimKind::Measurement;
    let of = passage.reads_any(&gap(part, whole), &[&["of", "the"], &["of", "its"], &["of", "their"]]);
    Some(bare && of && value(part)?.checked_mul(HUNDRED)? > value(whole)?)
}

type Counts<'a> = Option<(&'a Claim<'a>, &'a Claim<'a>)>;

/// "30 of 120 (25%)", "eight carriages, of which three, or 37.5%", "Of 120 tested, 30 (25%)".
fn before<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let share = passage.figures[at];
    let (whole, closed) = unconverted(passage, at.checked_sub(1)?);
    let (one, end) = unconverted(passage, whole.checked_sub(1)?);
    let (one, other) = (passage.figures[one], passage.figures[whole]);
    let between = end..tokens(other).start.max(end);
    if !restates_behind(passage, closed, share) {
        return None;
    }
    if is_of(passage, between.clone()) || is_among(passage, between.clone()) {
        return Some((one, other));
    }
    if is_of_which(passage, between.clone()) {
        return Some((other, one));
    }
    let start = tokens(one).start;
    let opener = if passage.is_any(start.wrapping_sub(1), &["the", "all", "its", "their"]) {
        start.wrapping_sub(2)
    } else {
        start.wrapping_sub(1)
    };
    let opens = passage.is(opener, "of")
        && (opener == passage.sentence.start
            || (passage.is(opener.wrapping_sub(1), "out") && opener == passage.sentence.start + 1));
    let commas = between.clone().filter(|&at| passage.word(at) == ",").count();
    let parted = between.len() <= 8 && commas == 1 && passage.word(between.end - 1) == ",";
    // "Of the 150 new members 63 are women, or 42 percent".
    let word =
        |at: usize| passage.tokens[at].kind == TokenKind::Word && !passage.means(at, Sense::Adding(Adding::NoPart));
    let plain = parted || (between.len() <= 3 && between.clone().all(word));
    (opens && plain).then_some((other, one))
}

/// Which figure stands at a place, and where it ends; of "2,860 kilograms (6,305 pounds)" the first, behind the bracket.
fn unconverted(passage: &Passage<'_>, at: usize) -> (usize, usize) {
    let claim = passage.figures[at];
    let (first, bracket) = (tokens(claim).start, passage.before(claim) == "(" && passage.after(claim) == ")");
    let measured = |one: &&&Claim<'_>| one.kind == ClaimKind::Measurement && claim.kind == ClaimKind::Measurement;
    let own = at.checked_sub(1).and_then(|before| passage.figures.get(before)).filter(measured);
    match own.filter(|own| bracket && tokens(own).end + 1 == first) {
        Some(_) => (at - 1, tokens(claim).end + 1),
        None => (at, tokens(claim).end),
    }
}

/// ", of which three", "a day, of which three", "of whom the state pays $23 million": the first figure is the whole of the
/// second.
fn is_of_which(passage: &Passage<'_>, mut between: Range<usize>) -> bool {
    let rated =
        passage.is_any(between.start, &["a", "an", "per", "each", "every"]) && passage.is(between.start + 2, ",");
    between.start += if rated { 2 } else { 0 };
    between.start += usize::from(passage.word(between.start) == ",");
    let opens = passage.is(between.start, "of") && passage.is_any(between.start + 1, &["which", "whom"]);
    let words = (between.start + 2).min(between.end)..between.end;
    opens && words.len() <= PAYER && words.into_iter().all(|at| passage.tokens[at].kind == TokenKind::Word)
}

/// "€310 million, of which the state paid 15 percent, or €46.5 million".
fn of_which<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let share = passage.figures[at];
    let [whole, part] = [passage.figures.get(at.checked_sub(1)?)?, passage.figures.get(at + 1)?];
    let restated = passage.reads_any(&gap(share, part), &[&["("], &[",", "or"]]);
    let closed = matches!(passage.after(part), ")" | "," | "." | "" | ";");
    (restated && closed && is_of_which(passage, gap(whole, share))).then_some((part, whole))
}

/// "has 140 beds, and 96 of them, or 69 percent, are taken".
fn of_them<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let share = passage.figures[at];
    let part = *passage.figures.get(at.checked_sub(1)?)?;
    let whole = *passage.figures.get(at.checked_sub(2)?)?;
    let restated = passage.reads_any(&gap(part, share), &[&["of", "them", ",", "or"], &["of", "them", "("]]);
    let closed = matches!(passage.after(share), ")" | "," | "." | "" | ";");
    let counts = |claim: &Claim<'_>| claim.kind == ClaimKind::Count && claim.value.hedge() == Hedge::Exact;
    // "has 140 beds in six wards": of the things right before.
    let named = whole.of.is_some() && part.of.is_none();
    (restated && closed && named && counts(part) && counts(whole)).then_some((part, whole))
}

/// "rejected it, 17,912 to 15,258, or 54 percent against 46": a vote with what the winning side had of all.
fn of_votes(passage: &Passage<'_>, at: usize) -> Option<(Spread, String, Exact)> {
    let share = passage.figures[at];
    let vote = passage.figures.get(at.checked_sub(1)?)?;
    let Value::Score(score) = &vote.value else { return None };
    let restated = passage.reads_any(&gap(vote, share), &[&[",", "or"], &["("]]);
    let end = tokens(share).end;
    let nominal = score.first.checked_div(score.first.checked_add(score.second)?)?;
    // The other side's share tells that the two are of all the votes.
    let told = passage.is_any(end, &["to", "against"]).then(|| passage.word(end + 1).parse().ok()).flatten();
    let rest = Exact::ONE.checked_sub(nominal)?.checked_mul(HUNDRED)?.rounded_to(Exact::ONE)?;
    (restated && told.is_some_and(|told: i64| Exact::from(told) == rest))
        .then(|| (Spread::point(nominal), passage.said(vote).to_owned(), nominal))
}

/// "£142 million, or 29 per cent of the overrun of £490 million", "310 works, or 5 percent of a collection of 6,200".
fn of_named<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let share = passage.figures[at];
    let [part, whole] = [passage.figures.get(at.checked_sub(1)?)?, passage.figures.get(at + 1)?];
    let restated = passage.reads_any(&gap(part, share), &[&["("], &[",", "or"], &["or"], &[","]]);
    let between = gap(share, whole);
    let (first, last) = (between.start, between.end.checked_sub(1)?);
    let named = (first + 3..=first + 4).contains(&last)
        && passage.is(first, "of")
        && passage.is_any(first + 1, &["the", "its", "their", "a", "an"])
        && (first + 2..last).all(|at| passage.tokens[at].kind == TokenKind::Word)
        && passage.is(last, "of");
    // "310 people, or 5 percent of a district of 6,200 homes"
    let nouns = noun(part).is_none() || noun(whole).is_none() || noun(part) == noun(whole);
    (restated && named && nouns && !is_summand(passage, at - 1)).then_some((part, whole))
}

/// "40 of the hens and 60 geese, or 10 percent of a flock of 1,000": whether what the share says again may be a figure
/// with the one before it.
fn is_summand(passage: &Passage<'_>, at: usize) -> bool {
    let part = passage.figures[at];
    let before = at.checked_sub(1).and_then(|before| passage.figures.get(before)).filter(|one| one.kind == part.kind);
    before.is_some_and(|before| {
        let between = gap(before, part);
        (between.end.saturating_sub(2).max(between.start)..between.end)
            .any(|at| passage.is_any(at, &["and", "plus", ","]))
    })
}

/// "30 (25%) of 120", "30, or 25%, of the 120".
fn around<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let share = passage.figures[at];
    let [part, whole] = [passage.figures.get(at.checked_sub(1)?)?, passage.figures.get(at + 1)?];
    let mut behind = gap(share, whole);
    let closes = matches!(passage.word(behind.start), ")" | ",");
    behind.start += usize::from(closes);
    let brackets = passage.reads_any(&gap(part, share), &[&["("], &[",", "or"], &["or"], &[",", "or", "about"]]);
    let brackets = brackets && !is_summand(passage, at - 1);
    (closes && brackets && is_of(passage, behind)).then_some((part, whole))
}

/// "25% (30 of 120)", "25 percent, or 30 of 120".
fn behind<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let share = passage.figures[at];
    let [part, whole] = [passage.figures.get(at + 1)?, passage.figures.get(at + 2)?];
    let restated = passage.reads_any(&gap(share, part), &[&["("], &[",", "or"]]);
    let closed = matches!(passage.after(whole), ")" | "," | "." | "" | ";");
    // "Turnout was 60%: 12,000 of the 24,000 voters came", but "The roof is 60% finished: 12 of the 24 beams are in".
    let told_of_all = || share.of.is_none() && ["is", "was"].iter().any(|verb| passage.before(share) == *verb);
    let colon = || told_of_all() && passage.reads(gap(share, part), &[":"]);
    let explained = || colon() && told::is_near(share, part, whole) == Some(true);
    ((restated && closed || explained()) && is_of(passage, gap(part, whole))).then_some((part, whole))
}

/// "70% of the 100-seat chamber, 65 seats", "15% of the 400 pupils, or 60,", "half of 200 homes (97)".
fn of_whole<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let share = passage.figures[at];
    let [whole, part] = [passage.figures.get(at + 1)?, passage.figures.get(at + 2)?];
    let between = gap(whole, part);
    let sign = between.clone().find(|&at| matches!(passage.word(at), "," | "(" | "—" | "–"))?;
    let nouns = between.start..sign;
    let plain =
        |at: usize| passage.tokens[at].kind == TokenKind::Word && !passage.means(at, Sense::Adding(Adding::NoPart));
    let named = nouns.len() <= 2 && nouns.clone().all(plain);
    let restated = sign + 1 == between.end || passage.reads(sign + 1..between.end, &["or"]);
    let closed = matches!(passage.after(part), ")" | "," | "." | "" | ";" | "—" | "–");
    // "65 seats" of "the 100-seat chamber", and no other noun.
    let noun = |claim: &Claim<'_>| claim.of.as_deref().map(|of| of.trim_end_matches('s').to_lowercase());
    let same = noun(part).is_none() || noun(part) == noun(whole);
    (is_of(passage, gap(share, whole)) && named && restated && closed && same).then_some((part, whole))
}

/// "employs 2,100 people; 1,600, or 76%, are": a bare count behind the only other.
fn apart<'a>(passage: &Passage<'a>, at: usize) -> Counts<'a> {
    let share = passage.figures[at];
    let [whole, part] = [passage.figures.get(at.checked_sub(2)?)?, passage.figures.get(at - 1)?];
    let between = gap(whole, part);
    let bare = part.of.is_none() && whole.of.is_some() && part.value.hedge() == Hedge::Exact;
    let counts = passage.figures[..at].iter().filter(|claim| claim.kind == ClaimKind::Count).count();
    let seam = between.len() <= 2 && between.clone().all(|at| matches!(passage.word(at), ";" | "," | "—" | "and"));
    let again = passage.reads_any(&gap(part, share), &[&[",", "or"], &["("]]);
    let closed = matches!(passage.after(share), "," | ")");
    (bare && counts == 2 && seam && !between.is_empty() && again && closed).then_some((part, whole))
}

/// "61 women among the airline's 842 pilots": a part of what follows.
fn is_among(passage: &Passage<'_>, between: Range<usize>) -> bool {
    let opens = passage.is(between.start, "among");
    let words = (between.start + 1).min(between.end)..between.end;
    let owner = words.end.checked_sub(1).is_some_and(|at| passage.is_any(at, &["'s", "’s", "'", "’"]));
    opens && ((owner && words.len() <= 4) || passage.reads_any(&words, &[&["the"], &["its"], &["their"], &["all"]]))
}

/// "of", "out of the": a part of what follows.
fn is_of(passage: &Passage<'_>, mut between: Range<usize>) -> bool {
    between.start += usize::from(passage.is(between.start, "out"));
    if !passage.is(between.start, "of") || between.is_empty() {
        return false;
    }
    between.start += 1;
    // "450 of the city's 1,500 buses".
    let owner = between.end.checked_sub(1).is_some_and(|at| passage.is_any(at, &["'s", "’s", "'", "’"]));
    (owner && between.len() <= 5)
        || between.is_empty()
        || passage.reads_any(
            &between,
            &[
                &["the"],
                &["its"],
                &["their"],
                &["our"],
                &["all"],
                &["these"],
                &["those"],
                &["a", "total", "of"],
                &["a", "possible"],
            ],
        )
}

/// "from abroad", "who voted", "aged under 30".
fn narrows(passage: &Passage<'_>, at: usize) -> bool {
    passage.means(at, Sense::Preposition) || passage.is_any(at, &["who", "whose", "whom", "that", "aged"])
}

/// Whether a percentage right behind a figure says it again and nothing else: "(40%)", ", or 40%,".
fn restates(passage: &Passage<'_>, figure: &Claim<'_>, share: &Claim<'_>) -> bool {
    restates_behind(passage, tokens(figure).end, share)
}

/// The same of a figure that ends at a token.
fn restates_behind(passage: &Passage<'_>, end: usize, share: &Claim<'_>) -> bool {
    let mut between = end..tokens(share).start.max(end);
    // "30 of the 120 people tested, or 25%".
    let sign = between.clone().find(|&at| matches!(passage.word(at), "," | "(" | "—" | "–")).unwrap_or(between.end);
    let plain = |at: usize| {
        passage.tokens[at].kind == TokenKind::Word
            && !passage.is_any(at, &["and", "or", "but"])
            && !passage.means(at, Sense::Adding(Adding::NoPart))
    };
    if sign - between.start <= TRAILING && (between.start..sign).all(plain) {
        between.start = sign;
    }
    let end = tokens(share).end;
    let of_them = passage.is(end, "of")
        && (passage.is(end + 1, "them")
            // "40 percent of those from abroad" is of others.
            || (passage.is(end + 1, "those") && !narrows(passage, end + 2))
            || (passage.is_any(end + 1, &["the", "its", "their"])
                && passage.means(end + 2, Sense::Adding(Adding::WholeOf))));
    let bracket = passage.reads_any(&between, &[&["("], &["(", "or"], &["["], &["(", "about"]]);
    if bracket {
        return matches!(passage.word(end), ")" | "]" | ";") || of_them;
    }
    let joined = passage.reads_any(
        &between,
        &[
            &[",", "or"],
            &["or"],
            &["—", "or"],
            &["–", "or"],
            &[",", "a", "rate", "of"],
            &[",", "a", "share", "of"],
            &[",", "that", "is", ","],
            &[",", "i.e.", ","],
            &["="],
            &["—"],
        ],
    );
    // "18 of the 24 seats, 70 percent."
    let closes = if of_them { end + 3 } else { end };
    let apposed = passage.reads(between, &[","])
        && (matches!(passage.word(end), "." | "" | ";")
            || (passage.is(end + 1, "the") && matches!(passage.word(closes), "," | "." | ";" | ")" | "—" | "")));
    // "30 of 120 pupils, or half the girls": a share with a noun of its own is of something else.
    let alone = share.kind != ClaimKind::Ratio
        || !passage
            .tokens
            .get(end)
            .is_some_and(|token| token.kind == TokenKind::Word && passage.sentence.contains(&end));
    apposed
        || joined
            && (alone || of_them)
            && (of_them || !passage.is_any(end, &["of", "more", "less", "fewer", "higher", "lower"]))
}
