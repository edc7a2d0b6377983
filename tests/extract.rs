//! What holds of the claims of any text at all.

use factdiff::claim::{Claim, ClaimKind, Value};
use factdiff::extract::extract;
use factdiff::source::{self, Format};
use proptest::prelude::*;

/// Pieces of news prose that have figures in them, and signs that get in their way.
const PIECES: [&str; 40] = [
    "Police counted",
    "34 people",
    "about",
    "1.5 million",
    "$7.2 million",
    "€1.2m",
    "5 cents",
    "25%",
    "half a percentage point",
    "1 in 4",
    "two-thirds of voters",
    "Feb. 24, 2022",
    "the 1990s",
    "last Friday",
    "6:30 p.m.",
    "nearly three-hour",
    "Putin, 72,",
    "72-year-old",
    "6 feet 2 inches",
    "30 °C",
    "the third-largest city",
    "No. 2",
    "rose from 5% to 7%",
    "doubled",
    "won 3-1",
    "Sen. Chris Murphy, D-Conn.,",
    "“we will go,” she said",
    "\"no\"",
    "F-35",
    "[3]",
    "between 3 and 4",
    "45 and 50 mg",
    "a",
    "of",
    ",",
    ".",
    "-",
    "(30)",
    "\u{2028}",
    "½",
];

/// Texts put together of such pieces, tight or with blanks between.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => any::<String>()];
    let blank = prop::sample::select(&["", " ", " ", " ", "\n", "\n\n"][..]);
    prop::collection::vec((piece, blank), 1..20)
        .prop_map(|parts| parts.into_iter().flat_map(|(piece, blank)| [piece, blank.to_owned()]).collect())
}

/// Whether two claims of one kind claim the same words; quotations and roles hold claims of other kinds.
fn share_words(left: &Claim<'_>, right: &Claim<'_>) -> bool {
    left.kind == right.kind && left.core.overlaps(right.core)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn claims_stand_in_order_on_words_of_their_own(text in prose()) {
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            let draft = source::read(&text, format);
            let claims = extract(&draft);
            for claim in &claims {
                prop_assert!(draft.file.get(claim.span.range()).is_some(), "{claim:?} cuts a character");
                prop_assert!(claim.span.contains(claim.core), "{claim:?} has its figure outside");
            }
            for pair in claims.windows(2) {
                let place = |claim: &Claim<'_>| (claim.place.block, claim.place.sentence, claim.span.start());
                prop_assert!(place(&pair[0]) <= place(&pair[1]), "{pair:?} stand out of order");
                prop_assert!(!share_words(&pair[0], &pair[1]), "{pair:?} claim the same words");
            }
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let text = String::from_utf8_lossy(&bytes);
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            let _ = extract(&source::read(&text, format)).len();
        }
    }

    #[test]
    fn a_figure_by_itself_says_the_same(
        hedge in prop::sample::select(&["", "about ", "more than ", "nearly ", "at least ", "up to "][..]),
        number in prop_oneof![(2..5000_u32).prop_map(|n| n.to_string()), (1..900_u32).prop_map(|n| format!("{n}.5 million"))],
        unit in prop::sample::select(&[" dollars", " percent", " kilometers", " hours", " tons", " acres", " euros"][..]),
    ) {
        let figure = format!("{hedge}{number}{unit}");
        let text = format!("The mayor said it was {figure} in all.");
        let (alone, within) = (source::read(&figure, Format::Plain), source::read(&text, Format::Plain));
        let said = |claims: Vec<Claim<'_>>| -> Vec<(ClaimKind, Value<'static>)> {
            claims.into_iter().map(|claim| (claim.kind, claim.into_owned().value)).collect()
        };
        let found = said(extract(&within));
        prop_assert_eq!(found.len(), 1, "{}", text);
        prop_assert_eq!(found, said(extract(&alone)));
    }
}
