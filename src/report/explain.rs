//! Why the claims of a line were held against a fact, or were not, in words to be read aloud.

use std::io::Write;

use super::context::collapse;
use super::normal::Normal;
use super::{Judgement, Name, table};
use crate::check::{Clarity, Considered, Explained, Level, Matched, Reserve, Ruling};
use crate::claim::Claim;
use crate::reference::{Fact, Reference};
use crate::source::Document;
use crate::span::Positions;
use crate::value::{End, Interval};

/// How many facts are named for one claim.
const SHOWN: usize = 8;

/// Appends what was read in the claims that begin on a line, which facts were considered for each,
/// the best first, and what decided.
pub fn line(
    out: &mut Vec<u8>,
    name: Name<'_>,
    document: &Document<'_>,
    explained: &Explained<'_>,
    reference: &Reference,
    number: u32,
) {
    let mut positions = Positions::of(document.file);
    let claims = explained.checked.claims.iter();
    let mut none = true;
    for (claim, verdict) in claims {
        let position = positions.at(claim.span.start());
        if position.line != number {
            continue;
        }
        none = false;
        let text = collapse(document.file.get(claim.span.range()).unwrap_or_default());
        put(out, &format!("{name}:{number}:{}: \"{text}\"", position.column));
        put(out, &format!("  read as {}", reading(claim)));
        let judgement = Judgement::of(*verdict, reference);
        let by = judgement.fact.map_or(String::new(), |fact| format!(" by {fact}"));
        put(out, &format!("  {}{by}", judgement.verdict));
        let considered = explained.considered.iter().filter(|considered| considered.claim == claim.span);
        let considered: Vec<&Considered> = considered.collect();
        if considered.is_empty() && judgement.fact.is_none() {
            put(out, "  no fact has its subject here and a figure of this kind");
        }
        for one in considered.iter().take(SHOWN) {
            fact(out, one, reference);
        }
        if let Some(more @ 1..) = considered.len().checked_sub(SHOWN) {
            put(out, &format!("  and {more} more, which fit no better"));
        }
    }
    if none {
        put(out, &format!("{name}:{number}: no claim begins on this line"));
    }
}

/// "money, 7200000 usd, exact, from 7150000 to 7250000".
pub(super) fn reading(claim: &Claim<'_>) -> String {
    let normal = Normal::of(claim);
    let unit = normal.unit.map_or(String::new(), |unit| format!(" {unit}"));
    let bounds = normal.bounds.as_ref().map_or(String::new(), |bounds| match (&bounds.low, &bounds.high) {
        (Some(low), Some(high)) => format!(", from {low} to {high}"),
        (Some(low), None) => format!(", from {low} up"),
        (None, Some(high)) => format!(", up to {high}"),
        (None, None) => String::new(),
    });
    let of = claim.of.as_deref().map_or(String::new(), |of| format!(" of \"{}\"", collapse(of)));
    format!("{}{of}, {}{unit}, {}{bounds}", claim.kind.name(), table::value(normal), claim.value.hedge().name())
}

/// One fact: what it says, what decided, where its words were found, how the figures compare.
fn fact(out: &mut Vec<u8>, considered: &Considered, reference: &Reference) {
    let id = |fact: usize| reference.facts.get(fact).map_or("", |fact: &Fact| fact.id.as_str());
    let states = considered.states.as_ref().map_or(String::new(), |states| format!(", {}", collapse(states)));
    put(out, &format!("  {}{states}: {}", id(considered.fact), ruling(&considered.ruling, id)));
    let places = [("subject", &considered.subject), ("measure", &considered.measure)];
    let places: Vec<String> =
        places.iter().filter_map(|(part, matched)| Some(format!("{part} {}", place(matched.as_ref()?)))).collect();
    if !places.is_empty() {
        put(out, &format!("    {}", places.join("; ")));
    }
    if !considered.words.is_empty() {
        put(out, &format!("    its words in the sentence: {}", considered.words.join(", ")));
    }
    if let Some((score, clarity)) = considered.fit {
        let clarity = match clarity {
            Clarity::Faint => "faint: it may support, not contradict",
            Clarity::Clear => "clear",
            Clarity::Verbatim => "verbatim: every word of the fact is there",
        };
        put(out, &format!("    score {score}, {clarity}"));
    }
    if let Some((admitted, held)) = considered.intervals {
        let meets = if admitted.meets(held) { "they meet" } else { "they do not meet" };
        put(out, &format!("    the figure admits {}, the fact holds {}: {meets}", interval(admitted), interval(held)));
    }
}

fn ruling<'r>(ruling: &Ruling, id: impl Fn(usize) -> &'r str) -> String {
    match ruling {
        Ruling::Decides { rival: None } => "decides, for it fits best".to_owned(),
        Ruling::GivenElsewhere => {
            "the figure is like a slip of its value, but the draft gives that elsewhere".to_owned()
        }
        Ruling::Slip => "decides, for the figure is a slip of its value, though something else may be told".to_owned(),
        Ruling::Story => {
            "decides, for the draft tells most of what its file states, and gives this nowhere else".to_owned()
        }
        Ruling::Decides { rival: Some(rival) } => {
            format!("fits best, but {} fits as well, and they cannot both agree with the figure", id(*rival))
        }
        Ruling::Silent => "says nothing of the time spoken of".to_owned(),
        Ruling::Outdone(winner) => format!("fits, but the figure went to {}", id(*winner)),
        Ruling::Taken => "fits, but its value went to another figure of the sentence".to_owned(),
        Ruling::Reserved(reserve) => format!("differs, but that is not reported: {}", reserved(*reserve)),
        Ruling::OtherKind => "its words are here, but it states another kind of figure".to_owned(),
        Ruling::Excluded(phrase) => format!("ruled out by \"{phrase}\" under its `not`"),
        Ruling::NoSubject => "its subject is not here".to_owned(),
        Ruling::Rival(name) => format!("the figure is nearer to another name, \"{name}\""),
        Ruling::Apart => "its subject stands in a clause that has no say over the figure".to_owned(),
        Ruling::NoMeasure => "its subject is here, its measure is not".to_owned(),
        Ruling::FewWords => "too few words of its sentence are here".to_owned(),
        Ruling::NotBeside => "the age does not stand beside the person's name".to_owned(),
        Ruling::NoTenure => "the figure is not said to be a time in office".to_owned(),
        Ruling::NoLength => "the figure is not said to be how long it lasts".to_owned(),
        Ruling::OutOfOrder => "by the order of the names the figure is another's".to_owned(),
    }
}

fn reserved(reserve: Reserve) -> &'static str {
    match reserve {
        Reserve::Faint => "the match is faint",
        Reserve::Far => "it is so far off that it is rather of something else",
        Reserve::Question => "the sentence asks",
        Reserve::Correction => "the sentence corrects an error",
        Reserve::Denial => "the clause denies the figure",
        Reserve::Condition => "the clause states a condition",
        Reserve::Projection => "the clause speaks of a plan, a forecast or an estimate",
        Reserve::Part => "the figure is of a part",
        Reserve::AnotherTime => "the clause speaks of another time",
        Reserve::AnotherEvent => "other values of the fact differ too, so it is another event",
        Reserve::Another => "the sentence speaks of another of its kind",
        Reserve::Offset => "the figure is the time from or to something else",
        Reserve::SomethingElse => "it is told of something else that is named with it",
    }
}

/// "\"Alaska\" in the title".
fn place(matched: &Matched) -> String {
    let level = match matched.level {
        Level::Clause => "in the figure's clause",
        Level::Governing => "in a clause that governs the figure's",
        Level::Header => "in a header or the line that leads in",
        Level::Dependent => "in a clause that depends on the figure's",
        Level::Sentence => "in another clause",
        Level::Earlier => "in an earlier sentence",
        Level::Heading => "in a heading",
        Level::Title => "in the title",
        Level::Compared => "named aside",
    };
    match &matched.word {
        Some(word) if matched.phrase.is_empty() || *word == matched.phrase => format!("\"{word}\" {level}"),
        Some(word) => format!("\"{}\" {level}, at \"{word}\"", matched.phrase),
        None => format!("\"{}\" {level}", matched.phrase),
    }
}

/// "1350000 to 1450000", "more than 50".
fn interval(interval: Interval) -> String {
    let digits = |value: crate::value::Exact| value.to_digits(8).unwrap_or(value);
    match (interval.low, interval.high) {
        (End::Closed(low), End::Closed(high)) if low == high => format!("{}", digits(low)),
        (End::Infinite, End::Infinite) => "anything".to_owned(),
        (End::Infinite, End::Open(high)) => format!("less than {}", digits(high)),
        (End::Infinite, End::Closed(high)) => format!("up to {}", digits(high)),
        (End::Open(low), End::Infinite) => format!("more than {}", digits(low)),
        (End::Closed(low), End::Infinite) => format!("{} or more", digits(low)),
        (low @ (End::Closed(_) | End::Open(_)), high @ (End::Closed(_) | End::Open(_))) => {
            let past = |end: End| if matches!(end, End::Open(_)) { "just short of " } else { "" };
            let bound = |end: End| end.value().map_or(String::new(), |value| digits(value).to_string());
            let above = if matches!(low, End::Open(_)) { "just over " } else { "" };
            format!("{above}{} to {}{}", bound(low), past(high), bound(high))
        }
    }
}

fn put(out: &mut Vec<u8>, line: &str) {
    writeln!(out, "{}", line.trim_end()).expect("a vector takes every byte");
}
