//! Roles: a text, and each person named in it as "name: role".

use crate::claim::{Tenure, Value};
use crate::extract::extract;
use crate::source::{self, Format};

fn roles(text: &str) -> Vec<String> {
    let document = source::read(text, Format::Plain);
    let role = |value: &Value<'_>| match value {
        Value::Role(role) => {
            let tenure = match role.tenure {
                Tenure::Current => "",
                Tenure::Former => " (former)",
                Tenure::Acting => " (acting)",
                Tenure::Elect => " (elect)",
            };
            let stands = |part: &Option<_>| part.as_ref().map_or(String::new(), |part| format!(", {part}"));
            Some(format!("{}: {}{tenure}{}{}", role.name, role.role, stands(&role.party), stands(&role.place)))
        }
        _ => None,
    };
    extract(&document).iter().filter_map(|claim| role(&claim.value)).collect()
}

#[track_caller]
fn assert_roles(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(roles(text), *expected, "{text}");
    }
}

#[test]
fn capitals_that_name_nobody() {
    assert_roles(&[
        ("Scientists Consider Repurposing Robots", &[]),
        ("How a Data Scientist Turned Their Passion into Work", &[]),
        ("American President, Ada Quill said so.", &[]),
        ("Senators Ruiz and Lee spoke.", &["Ruiz: Senator", "Lee: Senator"]),
        ("Sen. Ana Ruiz of Ohio spoke.", &["Ana Ruiz: Sen., Ohio"]),
        ("Ana Ruiz, the Bank of Elgin governor, spoke.", &["Ana Ruiz: Bank of Elgin governor"]),
        ("Read the Department of Justice Blog.", &[]),
        ("Ana Ruiz is chair of the panel and led the talks.", &["Ana Ruiz: chair of the panel"]),
        ("Sens. Lund, Moseley-Moor, Boxer, and Reed", &["Lund: Sen", "Moseley-Moor: Sen"]),
        ("Bank of Elgin Governor Ana Ruiz spoke.", &["Ana Ruiz: Bank of Elgin Governor"]),
        ("The Office of Senator Ana Ruiz called.", &["Ana Ruiz: Senator"]),
        ("They live at 14 King St. in Elgin.", &[]),
        ("Premier Park Ji-hoon spoke.", &["Park Ji-hoon: Premier"]),
    ]);
}

#[test]
fn an_office_right_before_the_name() {
    assert_roles(&[
        ("Governor Ilse Brandt resigned.", &["Ilse Brandt: Governor"]),
        ("The assembly elected General Ole Krag.", &["Ole Krag: General"]),
        ("The newly elected president Ole Krag left.", &["Ole Krag: newly elected president"]),
        ("Danish Foreign Minister Ole Krag left.", &["Ole Krag: Danish Foreign Minister"]),
        ("It was signed by trade policy aide Ines Paul.", &["Ines Paul: trade policy aide"]),
        ("Secretary of State Ada Quill spoke.", &["Ada Quill: Secretary of State"]),
        ("Mayor of Port Elgin Tess Ward spoke.", &["Tess Ward: Mayor of Port Elgin"]),
        ("Mayor of Elgin Tess Moor spoke.", &["Tess Moor: Mayor of Elgin"]),
        ("Public Works Director Sam Obi agreed.", &["Sam Obi: Public Works Director"]),
        ("Lt. Gov. Ann Fry and Rev. Al Poe met.", &["Ann Fry: Lt. Gov.", "Al Poe: Rev."]),
        ("Meanwhile President Ruiz waited.", &["Ruiz: President"]),
    ]);
}

#[test]
fn how_the_office_is_held() {
    assert_roles(&[
        ("Former President Ana Ruiz sued.", &["Ana Ruiz: Former President (former)"]),
        ("Acting Mayor Bo Lund spoke.", &["Bo Lund: Acting Mayor (acting)"]),
        ("President-elect Mia Stone met them.", &["Mia Stone: President-elect (elect)"]),
        (
            "Ola Berg, who was ambassador to Peru under two presidents, wept.",
            &["Ola Berg: ambassador to Peru (former)"],
        ),
        ("Ray Holt, then a 31-year-old clerk and later mayor of Sandwick, knew.", &[]),
        ("Ola Berg, an envoy to Peru in Holt's first term, sued.", &["Ola Berg: envoy to Peru (former)"]),
        (
            "Ola Berg, a commissioner in the General Services Administration, sued.",
            &["Ola Berg: commissioner in the General Services Administration"],
        ),
        ("Ray Holt, then a 31-year-old assistant at the mint, knew.", &["Ray Holt: assistant at the mint (former)"]),
    ]);
}

#[test]
fn an_office_set_off_by_commas() {
    assert_roles(&[
        ("Her press secretary, Joan Ek, declined.", &["Joan Ek: press secretary"]),
        ("They sent a special U.S. envoy, Max Adler — a surprise.", &["Max Adler: special U.S. envoy"]),
        ("Rob O’Dea, White House budget adviser, said no.", &["Rob O’Dea: White House budget adviser"]),
        ("Lia Moss, 43, a nurse at St. Jude Clinic, wept.", &["Lia Moss: nurse at St. Jude Clinic"]),
        ("Lia Moss, president of the Baltic Bank, left.", &["Lia Moss: president of the Baltic Bank"]),
        ("Lia Moss, the senator said, had left.", &[]),
        ("Kim Osei, an engineer, Ana Ruiz and a friend met.", &["Kim Osei: engineer"]),
        ("It came from Paul Lund, Mr. President.", &[]),
        (
            "Lia Moss, director of Mobile Programs at Marsh Labs will teach.",
            &["Lia Moss: director of Mobile Programs at Marsh Labs"],
        ),
        ("Lia Moss, head of Marsh succinctly puts it.", &["Lia Moss: head of Marsh"]),
        ("Lia Moss is a pilot in the Reserves flying out of Reno.", &["Lia Moss: pilot in the Reserves"]),
        ("Lia Moss served as a deacon for many years.", &["Lia Moss: deacon (former)"]),
        ("Lia Moss, the deputy director of The Lab, left.", &["Lia Moss: deputy director of The Lab"]),
        ("It has personas such as Citizen Scientist, Developer, and more.", &[]),
        ("Dr. Lia Moss was quickly named director of it.", &["Lia Moss: director"]),
        ("Subparagraph (D) is amended.", &[]),
        ("Lia Moss, Mayor Bo Lund and others met.", &["Bo Lund: Mayor"]),
        ("Lia Moss is the secretary of labor.", &["Lia Moss: secretary of labor"]),
    ]);
}

#[test]
fn party_and_place() {
    assert_roles(&[
        ("Sen. Lee Vaughn, D-Conn., agreed.", &["Lee Vaughn: Sen., D, Conn."]),
        ("Sen. lee Vaughn, D-conn., agreed.", &["lee Vaughn: Sen., D, conn."]),
        ("Rep. Lee Vaughn (R-North Carolina) agreed.", &["Lee Vaughn: Rep., R, North Carolina"]),
        ("Councilman Lee Vaughn, R-Ward 5, agreed.", &["Lee Vaughn: Councilman, R, Ward 5"]),
        ("Mayor Lee Vaughn, a Democrat who ran twice, agreed.", &["Lee Vaughn: Mayor, Democrat"]),
        ("Sen. Lee Vaughn, a Connecticut Democrat, agreed.", &["Lee Vaughn: Sen., Democrat, Connecticut"]),
    ]);
}

#[test]
fn one_title_for_several() {
    assert_roles(&[
        ("Presidents Eva R. Holm and Tor Vik met.", &["Eva R. Holm: President", "Tor Vik: President"]),
        ("Sens. Eva Holm, Tor Vik and Bea Lind met.", &["Eva Holm: Sen", "Tor Vik: Sen", "Bea Lind: Sen"]),
    ]);
}

#[test]
fn names_of_every_make() {
    assert_roles(&[
        ("President Ursula van der Meer spoke.", &["Ursula van der Meer: President"]),
        ("President Omar al-Hadi spoke.", &["Omar al-Hadi: President"]),
        ("Senator Paul J. O'Neil Jr. spoke.", &["Paul J. O'Neil Jr.: Senator"]),
        ("King Olaf III spoke.", &["Olaf III: King"]),
        ("A major Spanish-broadcasting network won.", &[]),
        ("They will also host Mobile Around soon.", &[]),
        ("He met President Lund--the great man.", &["Lund: President"]),
        ("They are proud to host Prime Minister Ana Ruiz.", &["Ana Ruiz: Prime Minister"]),
        ("It is the General Guidelines that count.", &[]),
        ("Senator Åsa Díaz-Ōta spoke.", &["Åsa Díaz-Ōta: Senator"]),
    ]);
}

#[test]
fn what_is_no_person() {
    assert_roles(&[
        ("He met them at Joint Base Hale-Ridley and on Fox Hill Radio.", &[]),
        ("General Motors and the Governor Street Bridge closed.", &[]),
        ("The president Tuesday told the official Twitter account.", &[]),
        ("Chief Executive Officer was the title.", &[]),
        ("Lia Moss left.", &[]),
        ("The", &[]),
        ("President Mr.", &[]),
        ("Offer Senate General Order GOV.UK", &[]),
    ]);
}

#[test]
fn what_is_no_person_or_no_office() {
    assert_roles(&[
        ("The Bankers Roundtable and General Atomics paid.", &[]),
        ("The frigate Admiral Gorshkov sailed.", &[]),
        ("The test named two Federal Student Aid SMEs.", &[]),
        ("He gave the French Commander a map.", &[]),
        ("Work is going forward on the merger.", &[]),
        ("“Yes, I, too,” he wrote.", &[]),
        ("It funds general Q & A.", &[]),
    ]);
}

#[test]
fn where_an_office_ends() {
    assert_roles(&[
        ("Ana Ruiz was the first governor on the 20th.", &["Ana Ruiz: first governor (former)"]),
        ("Ana Ruiz, vice president on Tuesday, left.", &["Ana Ruiz: vice president"]),
        ("The contact is Ana Ruiz, staff assistant at (202) 224.", &["Ana Ruiz: staff assistant"]),
        ("Sens. on both sides of the aisle--Senators Ruiz and Lee--voted.", &["Ruiz: Senator", "Lee: Senator"]),
        ("Representative Ana A. Ruiz left.", &["Ana A. Ruiz: Representative"]),
        ("Ana Ruiz, 47, the deputy harbour officer, left.", &["Ana Ruiz: deputy harbour officer"]),
        ("Undersheriff Ana Ruiz left.", &["Ana Ruiz: Undersheriff"]),
    ]);
}

#[test]
fn names_that_go_on_past_an_inset() {
    assert_roles(&[
        (
            "Ana Ruiz, director of the Water Reuse Service (WRS) Data & Maps Office, spoke.",
            &["Ana Ruiz: director of the Water Reuse Service (WRS) Data & Maps Office"],
        ),
        (
            "Ana Ruiz is a teacher in the Jackson, Ohio, public school system.",
            &["Ana Ruiz: teacher in the Jackson, Ohio, public school system"],
        ),
        ("Ana Ruiz is a teacher in Jackson, Ohio, who spoke.", &["Ana Ruiz: teacher in Jackson"]),
    ]);
}
