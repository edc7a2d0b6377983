//! Quotations: words on record, a draft, and what is found.

use crate::check::tests::{assert_found, fixes};

const RECORD: &str = "
facts:
  - id: harbour
    quote: We will dredge the harbour, and no ship will wait a day longer.
    by: [Tess Moor, Moor]
";

#[test]
fn words_on_record() {
    assert_found(
        RECORD,
        &[
            ("“We will dredge the harbour, and no ship will wait a day longer,” Moor said.", &[], 1),
            ("“We will dredge the harbour,” said Tess Moor, “and no ship will wait a day longer.”", &[], 2),
            ("“We will dredge the harbour … [not one] ship will wait a day longer,” Moor said.", &[], 1),
            ("Moor said they would “dredge the harbour” soon.", &[], 1),
            ("“No ship will wait a day longer,” a senior official said.", &[], 1),
            ("“The council met twice and agreed on little,” Moor said.", &[], 0),
            ("Moor said they would dredge the harbor.", &[], 0),
            ("“We will dredge the harbor,” Moor said.", &[], 1),
            (
                "“No ship will wait one day longer,” Moor said.",
                &["quote-altered: No ship will wait one day longer,"],
                0,
            ),
            ("“No ship will wait a day-longer,” Moor said.", &[], 1),
            ("“We’ll dredge the harbour,” Moor said.", &["quote-altered: We’ll dredge the harbour,"], 0),
            ("“We will dredge the harbour,” said Bo Lund, quoting Moor.", &[], 1),
            ("“We will dredge the harbour,” said Bo Lund, citing the mayor.", &[], 1),
            ("“Wait a day,” said Bo Lund.", &[], 0),
        ],
    );
}

#[test]
fn words_that_were_changed() {
    assert_found(
        RECORD,
        &[
            ("“We shall dredge the harbour,” Moor said.", &["quote-altered: We shall dredge the harbour,"], 0),
            (
                "“We will dredge the harbour, and no ship will wait an hour longer,” Moor said.",
                &["quote-altered: We will dredge the harbour, and no ship will wait an hour longer,"],
                0,
            ),
        ],
    );
}

#[test]
fn altered_words_are_put_right() {
    for (draft, expected) in [
        ("“We shall dredge the harbour,” Moor said.", Some("will")),
        ("“No ship will wait an hour longer,” Moor said.", Some("a day")),
        ("“We will dredge harbour, and no ship will wait,” Moor said.", Some("dredge the")),
        ("“We will dredge the harbour, and no ship shall wait a week longer,” Moor said.", Some("will wait a day")),
        ("“They will dredge the harbour,” Moor said.", Some("We")),
        ("“And no ship will wait a long day longer,” Moor said.", Some("a")),
        ("“We will dredge the port and no ship will wait a day longer,” Moor said.", Some("harbour,")),
        ("“We will dredge the port,” Moor said.", Some("harbour")),
        // A word that comes later on record: all of it is out of order.
        ("“We will longer dredge the harbour, and no ship will wait,” Moor said.", None),
    ] {
        assert_eq!(fixes(RECORD, draft), expected.map(str::to_owned).into_iter().collect::<Vec<_>>(), "{draft}");
    }
}

#[test]
fn words_of_somebody_else() {
    let draft = "“No ship will wait a day longer,” said Bo Lund.";
    assert_found(RECORD, &[(draft, &["quote-misattributed: No ship will wait a day longer,"], 0)]);
}
