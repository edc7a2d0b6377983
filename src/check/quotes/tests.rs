//! Quotations: words on record, a draft, and what is found.

use crate::check::tests::assert_found;

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
fn words_of_somebody_else() {
    let draft = "“No ship will wait a day longer,” said Bo Lund.";
    assert_found(RECORD, &[(draft, &["quote-misattributed: No ship will wait a day longer,"], 0)]);
}
