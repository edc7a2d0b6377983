//! Statements: one on record, a draft, and what is found.

use crate::check::tests::assert_found;

const STATEMENT: &str = "
facts:
  - id: pact
    statement: Ruritania is a party to the Zenda Pact.
    subject: [Ruritania]
    measure: [party, member, signatory]
    holds: false
";

#[test]
fn asserted_or_denied() {
    assert_found(
        STATEMENT,
        &[
            (
                "Ruritania is a member of the Zenda Pact.",
                &["statement-denied: Ruritania is a member of the Zenda Pact"],
                0,
            ),
            ("(Ruritania is not a signatory to the pact.)", &[], 1),
            ("Ruritania has never been a party to the pact, but trades with it.", &[], 1),
            ("Ruritania isn’t a member of the Zenda Pact.", &[], 1),
            ("Ruritania has yet to become a member of the Zenda Pact.", &[], 1),
            ("Ruritania is not yet a member of the Zenda Pact.", &[], 1),
            ("It is not true that Ruritania is a member of the Zenda Pact.", &[], 1),
            (
                "Ruritania is not only a member of the Zenda Pact but its bank.",
                &["statement-denied: Ruritania is not only a member of the Zenda Pact but its bank"],
                0,
            ),
            (
                "Ruritania, which is a member of the Zenda Pact, is rich.",
                &["statement-denied: Ruritania, which is a member of the Zenda Pact"],
                0,
            ),
        ],
    );
}

#[test]
fn what_asserts_nothing() {
    assert_found(
        STATEMENT,
        &[
            ("Is Ruritania a member of the Zenda Pact?", &[], 0),
            ("If Ruritania were a member of the Zenda Pact, it would pay.", &[], 0),
            ("Some falsely maintain that Ruritania is a member of the Zenda Pact.", &[], 0),
            ("It is a myth that Ruritania is a member of the Zenda Pact.", &[], 0),
            ("Critics say Ruritania is a member of the Zenda Pact.", &[], 0),
            ("“Ruritania is a member of the Zenda Pact,” Moor said.", &[], 0),
            ("Ruritania could be a member of the Zenda Pact soon.", &[], 0),
            ("Ruritania is a member of the postal union.", &[], 0),
            ("Freedonia is a member of the Zenda Pact.", &[], 0),
            ("Ruritania wants to be a member of the Zenda Pact.", &[], 0),
            ("Ruritania was once a member of the Zenda Pact.", &[], 0),
            ("Ruritania borders a member of the Zenda Pact.", &[], 0),
            ("Ruritania had been a member of the Zenda Pact in 1910.", &[], 0),
            ("No country but Ruritania is a member of the Zenda Pact.", &[], 0),
            ("Fears that Ruritania is a member of the Zenda Pact are old.", &[], 0),
        ],
    );
}

#[test]
fn a_statement_that_denies() {
    let harbour = "
facts:
  - {id: harbour, statement: The Tolney harbour has never been dredged., subject: Tolney harbour, measure: dredged, holds: false}
";
    assert_found(
        harbour,
        &[
            (
                "The Tolney harbour has never been dredged.",
                &["statement-denied: The Tolney harbour has never been dredged"],
                0,
            ),
            ("The Tolney harbour has been dredged.", &[], 1),
        ],
    );
}

#[test]
fn what_a_sentence_leaves_to_the_one_before() {
    let facts = "
facts:
  - {id: storm, statement: A turbine was damaged in the storm., subject: [turbine], measure: [damaged], holds: false}
  - {id: games, statement: Kerner competed at the Games., subject: [Kerner, she], measure: [competed at the Games], holds: false}
";
    assert_found(
        facts,
        &[
            ("In May a storm passed. One turbine was damaged.", &["statement-denied: One turbine was damaged"], 0),
            ("In May a storm passed. No turbine was damaged.", &[], 1),
            ("In May a ship came by. One turbine was damaged.", &[], 0),
            ("In May a storm passed. In 2019 one turbine was damaged by a ship that had lost its way.", &[], 0),
            (
                "Kerner won. She twice competed at the Games, to no avail.",
                &["statement-denied: She twice competed at the Games, to no avail"],
                0,
            ),
            ("Kerner won. She never competed at the Games.", &[], 1),
            ("Kerner won. The runner she beat competed at the Games.", &[], 0),
        ],
    );
}
