//! Names and offices: people on record, a draft, and what is found.

use jiff::civil::date;

use crate::check::tests::assert_found;
use crate::check::{Index, check};
use crate::extract::extract;
use crate::finding::Level;
use crate::reference::load;
use crate::source::{self, Format};

const PEOPLE: &str = "
facts:
  - id: moor
    person: Tomas Moorcroft
    aliases: [Moorcroft]
    misspellings: [Moorcraft]
    roles:
      - {role: [Sen., Senator], from: 2011-01-03, until: 2024-12-31, party: D, place: Conn.}
      - {role: [Secretary of State], from: 2025-01-20, party: D, place: Conn.}
  - id: berg
    person: Ola Bergström
    aliases: [Bergström]
    roles: [{role: [mayor of Sandwick, Sandwick mayor], from: 2020-05-01}]
  - id: holm
    person: Nils Holm
    roles: [{role: [Sen., Senator], from: 2003-01-03, until: 2015-01-03}]
  - id: quill
    person: Ada Quill
    died: 1821-03-04
    roles: [{role: [President], from: 1801-03-04, until: 1809-03-04}]
";

#[test]
fn an_office_at_its_time() {
    assert_found(
        PEOPLE,
        &[
            ("Secretary of State Tomas Moorcroft spoke.", &[], 1),
            ("Former Sen. Tomas Moorcroft spoke.", &[], 1),
            ("Sen. Tomas Moorcroft spoke.", &["role-outdated: Tomas Moorcroft"], 0),
            ("Former Secretary of State Tomas Moorcroft spoke.", &["role-outdated: Tomas Moorcroft"], 0),
            ("A library is named after Senator Nils Holm.", &[], 1),
            ("Nils Holm, a senator, spoke.", &["role-outdated: Nils Holm"], 0),
            ("President Ada Quill bought the land.", &[], 1),
            ("Ada Quill, then president, bought the land.", &[], 1),
            ("Sen. Tomas Moorcroft signed the bill in May 2015.", &[], 1),
            (
                "Sen. Tomas Moorcroft, who was first elected in 2010 and again in 2016, spoke.",
                &["role-outdated: Tomas Moorcroft"],
                0,
            ),
            ("Sen. Tomas Moorcroft, whose party ruled until 2022, spoke.", &["role-outdated: Tomas Moorcroft"], 0),
        ],
    );
}

#[test]
fn an_office_told_of_then() {
    let brandt = "
facts:
  - id: brandt
    person: Ivo Brandt
    roles: [{role: [fire chief], until: 2025-05-31}]
";
    let outdated = &["role-outdated: Ivo Brandt"][..];
    assert_found(
        brandt,
        &[
            ("\"It leaked,\" said Ivo Brandt, fire chief until May.", &[], 0),
            ("They blame Ivo Brandt, the fire chief at the time.", &[], 0),
            ("Traffic fell in the last year of Fire Chief Ivo Brandt.", &[], 0),
            ("Traffic fell in the last months of Fire Chief Ivo Brandt.", &[], 0),
            ("Ivo Brandt, fire chief until December 2026, spoke.", outdated, 0),
            ("Ivo Brandt, the fire chief, spoke.", outdated, 0),
            ("It leaked, fire chief Ivo Brandt said on Monday.", outdated, 0),
            ("It is the boat of Fire Chief Ivo Brandt.", outdated, 0),
        ],
    );
}

#[test]
fn an_office_told_of_now_beside_other_dates() {
    let falk = "
facts:
  - {id: falk, person: Jon Falk, roles: [{role: [Justice Minister], from: 2017-10-02, until: 2023-01-15}, {role: [Interior Minister], from: 2023-01-15}]}
  - {id: calder, person: Rhona Calder, roles: [{role: [Finance Director], from: 2012-03-01, until: 2018-04-30}, {role: [Chief Executive], from: 2018-05-01}]}
";
    let found: &[&str] = &["role-outdated: Jon Falk"];
    assert_found(
        falk,
        &[
            ("Fares rose 4%, Justice Minister Jon Falk said, compared with 2% in 2020.", found, 0),
            ("The law, passed in 2021, has failed, Justice Minister Jon Falk said.", found, 0),
            ("Finance Director Rhona Calder spoke.", &["role-outdated: Rhona Calder"], 0),
        ],
    );
}

#[test]
fn an_office_at_the_time_of_the_text_before_it() {
    assert_found(
        PEOPLE,
        &[
            ("By 2021 the vote was near. Sen. Tomas Moorcroft then voted no.", &[], 1),
            ("The ban dates from 2021, when Sen. Tomas Moorcroft signed it.", &[], 1),
            ("By 1990 the vote was near. Sen. Tomas Moorcroft voted no.", &["role-outdated: Tomas Moorcroft"], 0),
        ],
    );
}

#[test]
fn offices_of_one_class_are_rivals() {
    assert_found(
        PEOPLE,
        &[
            ("Secretary of Defense Tomas Moorcroft spoke.", &["role-differs: Tomas Moorcroft"], 0),
            ("Ola Bergström, mayor of Elgin, spoke.", &["role-differs: Ola Bergström"], 0),
            ("Ola Bergström, a historian, spoke.", &[], 0),
            ("Vice President Ada Quill spoke.", &[], 0),
        ],
    );
}

#[test]
fn a_second_is_not_the_holder() {
    let office = "
facts:
  - {id: hale, person: Nora Hale, roles: [{role: [Gov., governor of Iowa], from: 2023-01-02, place: Iowa}]}
  - {id: park, person: Park Ji-hoon, roles: [{role: [Vice President], from: 2023-01-02}]}
  - {id: vane, person: Ilse van der Vane, aliases: [Vane], roles: [{role: [mayor of Elgin, Mayor], from: 2023-01-02}]}
";
    assert_found(
        office,
        &[
            ("Lt. Gov. Nora Hale spoke.", &["role-differs: Nora Hale"], 0),
            ("Gov. Nora Hale of Ohio spoke.", &["role-differs: Nora Hale"], 0),
            ("Iowa Gov. Nora Hale spoke.", &[], 1),
            ("President Park Ji-hoon spoke.", &["role-differs: Park Ji-hoon"], 0),
            ("Vice President Park Ji-hoon spoke.", &[], 1),
            ("Ashford Mayor Ilse van der Vane spoke.", &["role-differs: Ilse van der Vane"], 0),
            ("Mayor Ilse van der Vane spoke.", &[], 1),
            ("Mayor Ilse von der Vane spoke.", &["name-misspelled: Ilse von der Vane"], 0),
        ],
    );
}

#[test]
fn an_office_with_a_complement_or_of_another_country() {
    let office = "
facts:
  - {id: bek, person: Ola Bek, roles: [{role: [finance chief, CFO], from: 2023-01-02}]}
  - {id: dorn, person: Ana Dorn, roles: [{role: [Finance Minister, Danish finance minister], from: 2023-01-02}]}
  - {id: roth, person: Max Roth, roles: [{role: [President], from: 2023-01-02}]}
";
    assert_found(
        office,
        &[
            ("Ola Bek, a candidate for chief executive, spoke.", &[], 0),
            ("Chief Executive Ola Bek spoke.", &["role-differs: Ola Bek"], 0),
            ("Ola Bek, chief executive of General Pumps, spoke.", &["role-differs: Ola Bek"], 0),
            ("Finance Minister Ana Dorn spoke.", &[], 1),
            ("Swedish Finance Minister Ana Dorn spoke.", &["role-differs: Ana Dorn"], 0),
            ("Max Roth, an adviser to the president, spoke.", &[], 0),
        ],
    );
}

#[test]
fn a_surname_alone_needs_its_office() {
    assert_found(
        PEOPLE,
        &[
            ("Secretary of State Moorcruft spoke.", &["name-misspelled: Moorcruft"], 0),
            ("Senator Moorcruft spoke.", &[], 0),
            ("Dean Moorcruft spoke.", &[], 0),
            ("Moorcruft spoke.", &[], 0),
        ],
    );
}

#[test]
fn small_letters_behind_an_office() {
    assert_found(
        PEOPLE,
        &[
            ("So sen. tomas moorcroft spoke.", &["name-misspelled: tomas moorcroft"], 0),
            ("Sen. tomas Moorcroft spoke in 2015.", &["name-misspelled: tomas Moorcroft"], 1),
            ("They call tomas moorcroft.", &[], 0),
        ],
    );
}

#[test]
fn party_and_state_must_agree() {
    assert_found(
        PEOPLE,
        &[
            ("Secretary of State Tomas Moorcroft, a Connecticut Democrat, spoke.", &[], 1),
            ("Secretary of State Tomas Moorcroft, a Republican, spoke.", &["role-differs: Tomas Moorcroft"], 0),
            ("Tomas Moorcroft (D-Colo.) spoke.", &["role-differs: Tomas Moorcroft"], 0),
        ],
    );
}

#[test]
fn near_misses_of_a_full_name() {
    assert_found(
        PEOPLE,
        &[
            ("Thomas Moorcroft spoke.", &["name-misspelled: Thomas Moorcroft"], 0),
            ("Sen. Tomas Morcroft spoke.", &["name-misspelled: Tomas Morcroft"], 0),
            ("Tomas Moorcrott, a baker, spoke.", &["name-misspelled: Tomas Moorcrott"], 0),
            ("They met Moorcraft’s aides.", &["name-misspelled: Moorcraft"], 0),
            ("Ola Bergstrom spoke.", &["name-misspelled: Ola Bergstrom"], 0),
        ],
    );
}

/// The claims of a note stand among those of the line that calls it.
#[test]
fn a_quoted_near_miss_beside_a_note() {
    let draft = "Two notes[^1] came. \u{201c}Thomas Moorcroft is late,\u{201d} she said.\n\n[^1]: Of 1998.\n";
    let reference = load([("house.yaml", PEOPLE)], |_, _| Err("not at hand".into())).expect("good facts");
    let document = source::read(draft, Format::Markdown);
    let claims = extract(&document);
    let checked = check(&document, claims, &Index::of(&reference), date(2025, 8, 15));
    let found: Vec<_> = checked.findings.iter().map(|finding| (finding.text.as_str(), finding.level)).collect();
    assert_eq!(found, [("Thomas Moorcroft", Level::Warning)], "a level milder than outside the quotation");
}

#[test]
fn other_people_are_nobodys_misspelling() {
    assert_found(
        PEOPLE,
        &[
            ("Phil Moorcroft spoke.", &[], 0),
            ("Tomas Moorcrott spoke.", &[], 0),
            ("Ada Quilt and Ida Quill spoke.", &["name-misspelled: Ada Quilt"], 0),
            ("Tomas Moorcroft’s bill passed.", &[], 0),
            ("Sen. tomas Moore spoke.", &[], 0),
        ],
    );
}
