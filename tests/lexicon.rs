//! The examples that stand beside the units of the lexicon are found as they say.

use factdiff::claim::{Claim, Value};
use factdiff::extract::extract;
use factdiff::lexicon::{self, Usage};
use factdiff::source::{self, Format};
use factdiff::value::{Amount, Hedge, Quantity, Unit};

#[test]
fn examples_are_found() {
    let units = ["money", "measurement", "duration", "age", "date", "change", "score", "time", "percent"];
    let examples =
        lexicon::examples().iter().filter(|(_, _, expected)| units.iter().any(|kind| expected.starts_with(kind)));
    let wrong: Vec<_> = examples.filter_map(|&(locale, text, expected)| missed(locale, text, expected)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is found in a text in place of what is expected.
fn missed(locale: &str, text: &str, expected: &str) -> Option<String> {
    let mut draft = source::read(text, Format::Plain);
    draft.usage = Usage::of(lexicon::locale(locale).expect("a locale of the data"));
    let found: Vec<_> = extract(&draft).iter().map(line).collect();
    (!found.iter().any(|line| line == expected)).then(|| format!("{locale} {text:?}: {expected:?}, found {found:?}"))
}

/// A claim as "kind value unit hedge"; the last two where it has them.
fn line(claim: &Claim<'_>) -> String {
    let (value, unit) = match &claim.value {
        Value::Quantity(quantity) => (amount(quantity), quantity.unit.map(Unit::id)),
        Value::Date(date, _) => (date.to_string(), None),
        Value::Time(time, _) => (time.to_string(), time.zone),
        Value::Rank(rank) => (rank.to_string(), None),
        Value::Score(score) => (format!("{}-{}", score.first, score.second), None),
        Value::Change(change) => {
            let by = change.by.as_ref();
            (by.map(amount).unwrap_or_default(), by.and_then(|by| by.unit).map(Unit::id))
        }
        Value::Role(role) => (role.name.to_string(), None),
        Value::Quote(words) | Value::Statement(words, _) => (words.to_string(), None),
    };
    let hedge = Some(claim.value.hedge()).filter(|&hedge| hedge != Hedge::Exact).map(Hedge::name);
    [Some(claim.kind.name()), Some(value.as_str()), unit, hedge].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn amount(quantity: &Quantity) -> String {
    match quantity.amount {
        Amount::Point(number) => number.value().to_string(),
        Amount::Range(low, high) => format!("{}..{}", low.value(), high.value()),
        Amount::Vague(low, high) => format!("{low}..{high}"),
        Amount::Rate(number, per) => format!("{}/{per}", number.value()),
    }
}
