//! The sentences of findings that hold a figure or date against the reference.

use super::difference::{Difference, Gap, Remark, Slip};
use super::{FactNote, Finding, Fix, Level, Rule, level};
use crate::claim::Claim;
use crate::reference::{Entry, Fact};
use crate::span::Span;
use crate::value::Date;

impl Finding {
    /// What is to be said of a claim that was held against a fact. `text` is the claim's text, `entry`
    /// the entry of a history that decided.
    pub(crate) fn of_difference(
        claim: &Claim<'_>,
        text: &str,
        fact: &Fact,
        entry: Option<&Entry>,
        difference: Difference<'_>,
    ) -> Self {
        let hint = difference.slip.as_ref().map(hint);
        Self {
            rule: difference.rule,
            level: level(difference.level, fact, claim.quoted),
            span: claim.span,
            text: text.to_owned(),
            message: message(text, &difference),
            draft: Some(difference.draft),
            reference: Some(difference.reference),
            difference: difference.gap.map(|gap| gap.to_string()),
            unit: difference.unit.map(crate::value::Unit::id),
            quoted: claim.quoted,
            hints: hint.into_iter().chain(fact.note.clone()).collect(),
            fix: difference.replacement.map(|replacement| Fix { span: claim.core, replacement }),
            fact: Some(FactNote::new(fact, entry, difference.states)),
            other: None,
        }
    }
}

impl FactNote {
    /// What a finding tells of a fact: what it `states`, its source and date, or those of its `entry`.
    pub(crate) fn new(fact: &Fact, entry: Option<&Entry>, states: &str) -> Self {
        let since = entry.map(|entry| format!("since {}", entry.from));
        let as_of = fact.as_of.map(|day| format!("as of {day}"));
        let checked = fact.checked.map(|day| format!("checked {day}"));
        Self {
            id: fact.id.clone(),
            states: states.to_owned(),
            source: entry.and_then(|entry| entry.source.clone()).or_else(|| fact.source.clone()),
            dated: since.or(as_of).or(checked),
            severity: fact.severity,
        }
    }
}

/// "the draft says 1876, the reference 1867: 9 years too late".
fn message(text: &str, difference: &Difference<'_>) -> String {
    let Difference { states, gap, .. } = difference;
    let remark = match difference.remark {
        Remark::Differs => gap.map_or_else(String::new, |gap| format!(": {}", apart(&gap))),
        Remark::AboveTheBound => ": above the bound".to_owned(),
        Remark::AlreadyPast => ": already past it".to_owned(),
        Remark::OtherDirection => ": the other direction".to_owned(),
        Remark::OtherCurrency => ": another currency".to_owned(),
        Remark::ShareOrPoints => ": per cent and percentage points are not the same".to_owned(),
        Remark::Outdated { ended, since } => {
            let since = if since == ended { "then".to_owned() } else { in_words(since) };
            let ended = in_words(ended);
            return format!("the draft says {text}, which was right until {ended}; since {since} it is {states}");
        }
        Remark::Rounded => ": right when rounded".to_owned(),
        Remark::Borderline => ": just outside what the words admit".to_owned(),
        Remark::FarMore => ": true, but it is far more".to_owned(),
        Remark::FarLess => ": true, but it is far less".to_owned(),
    };
    format!("the draft says {text}, the reference {states}{remark}")
}

/// "14.3% too low", "9 years too late".
fn apart(gap: &Gap) -> String {
    let (less, more) = match gap {
        Gap::Share(_) | Gap::Times(_) | Gap::Points(_) => ("low", "high"),
        Gap::Count(_) => ("few", "many"),
        Gap::Length(..) => ("short", "long"),
        Gap::Years(_) | Gap::Months(_) | Gap::Days(_) | Gap::Minutes(_) => ("early", "late"),
    };
    format!("{} too {}", gap.size(), if gap.is_short() { less } else { more })
}

/// What may have gone wrong.
fn hint(slip: &Slip) -> String {
    match slip {
        Slip::Thousandfold => "off by a factor of a thousand: million for billion?".to_owned(),
        Slip::Tenfold => "off by a power of ten: a lost decimal point, or a zero too many or too few?".to_owned(),
        Slip::TransposedDigits => "two digits may have changed places".to_owned(),
        Slip::DroppedDigit => "a digit may have been dropped".to_owned(),
        Slip::AddedDigit => "a digit may have slipped in".to_owned(),
        Slip::OneDigit => "one digit differs".to_owned(),
        Slip::OneYear => "off by one year".to_owned(),
        Slip::OneDay => "off by one day".to_owned(),
        Slip::DayAndMonth => "day and month may have changed places".to_owned(),
        Slip::HalfADay => "morning and evening may have changed places".to_owned(),
        Slip::PercentForPoints => "the figure is right, but per cent and percentage points may be mixed up".to_owned(),
        Slip::Currency => "the amount is right, the currency is not".to_owned(),
        Slip::Unit(unit) => format!("the figure would be right in {}", unit.names().1),
        Slip::Hedge => "it is on the other side of the figure: over for under?".to_owned(),
        Slip::Direction => "up and down may have changed places".to_owned(),
        Slip::Later(date) => format!("that figure holds only from {}", in_words(*date)),
    }
}

/// A date as prose has it: "24 February 2022", "February 2022", "2022".
pub(crate) fn in_words(date: Date) -> String {
    match date {
        Date::Day(day) => day.strftime("%-d %B %Y").to_string(),
        Date::Month(year, month) => jiff::civil::Date::new(year, month, 1)
            .map_or_else(|_| date.to_string(), |first| first.strftime("%B %Y").to_string()),
        Date::Year(_) | Date::FiscalYear(_) | Date::Season(..) | Date::Quarter(..) | Date::DayOfYear(..) => {
            date.to_string()
        }
    }
}

impl Finding {
    /// A mark that silences nothing, perhaps because it names a rule that does not exist.
    pub(crate) fn idle_mark(mark: Span, text: &str, unknown: Option<&str>, ended: Option<jiff::civil::Date>) -> Self {
        let hints = match (unknown, unknown.and_then(Rule::nearest)) {
            (Some(_), Some(rule)) => vec![format!("did you mean {}?", rule.name())],
            (Some(_), None) => Vec::new(),
            (None, _) => vec!["take the mark away, or move it before what it is for".to_owned()],
        };
        Self {
            rule: Rule::UnusedIgnore,
            level: Rule::UnusedIgnore.level().unwrap_or(Level::Note),
            span: mark,
            text: text.to_owned(),
            message: match (unknown, ended) {
                (Some(name), _) => format!("{name} is no rule, so this mark silences nothing"),
                (None, Some(day)) => format!("this mark silences nothing since it ended on {day}"),
                (None, None) => "this mark silences nothing".to_owned(),
            },
            fact: None,
            draft: None,
            reference: None,
            difference: None,
            unit: None,
            quoted: false,
            hints,
            fix: None,
            other: None,
        }
    }

    /// A claim that no fact is about.
    pub(crate) fn unverified(claim: &Claim<'_>, text: &str, level: Level) -> Self {
        Self {
            rule: Rule::UnverifiedClaim,
            level,
            span: claim.span,
            text: text.to_owned(),
            message: format!("no fact says anything of {text}"),
            fact: None,
            draft: None,
            reference: None,
            difference: None,
            unit: None,
            quoted: claim.quoted,
            hints: vec!["check it by hand, or add a fact to the reference".to_owned()],
            fix: None,
            other: None,
        }
    }

    /// Two facts that fit a claim equally well; the first contradicts it, the second says otherwise.
    pub(crate) fn ambiguous(claim: &Claim<'_>, text: &str, one: &Fact, other: &Fact) -> Self {
        let level = Rule::AmbiguousReference.level().unwrap_or(Level::Note);
        let (first, second) = (&one.id, &other.id);
        Self {
            rule: Rule::AmbiguousReference,
            level,
            span: claim.span,
            text: text.to_owned(),
            message: format!("{text} could be held against {first} or {second}, which fit it equally well"),
            fact: Some(FactNote::new(one, None, &format!("fits no better than {second}"))),
            draft: None,
            reference: None,
            difference: None,
            unit: None,
            quoted: claim.quoted,
            hints: vec!["name the subject more closely in the draft, or in one of the two facts".to_owned()],
            fix: None,
            other: None,
        }
    }
}
