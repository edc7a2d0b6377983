//! Texts with numbers that are no figures.

use super::SetAside;
use crate::extract::tests::with_sentence;
use crate::lexicon::{Sense, Trap};

fn traps(text: &str) -> Vec<(String, Trap)> {
    with_sentence(text, |sentence| {
        let mut found = Vec::new();
        super::find(sentence, &mut found);
        found.iter().map(|SetAside { tokens, trap }| (sentence.text(tokens).to_owned(), *trap)).collect()
    })
}

#[test]
fn traps_and_why() {
    for (text, words, trap) in [
        ("And, number two, we won", "number two", Trap::ListMarker),
        ("Avenue, 3rd Fl.", "3rd Fl", Trap::Name),
        ("under Revenue Ruling 97-7, sent", "Revenue Ruling 97-7", Trap::Reference),
        ("and, three, we won", "three", Trap::ListMarker),
        ("cites 347 U.S. 483.", "347 U.S. 483", Trap::Citation),
        ("in Vol. 12, No. 4 of it", "Vol. 12, No. 4", Trap::Reference),
        ("an F-35 jet", "F-35", Trap::Model),
        ("*3. Launch a tool", "3", Trap::ListMarker),
        ("(202) 555-0142 is the desk", "202) 555-0142", Trap::Contact),
        ("at 500 N.Broadway today", "500 N.Broadway", Trap::Place),
        ("the Orlen.gov 2.0 catalog", "gov 2.0", Trap::Model),
        ("a 5G mast", "5G", Trap::Model),
        ("Public Law No: 102-481 said", "No: 102-481", Trap::Code),
        ("the WCAG 2.0 standards say", "WCAG 2.0", Trap::Model),
        ("7 Orlen Map Toolkit", "7", Trap::ListMarker),
        ("a hearing, 10 a.m., 2359 Marsh.", "2359", Trap::Place),
        ("AMENDMENT NO. 1245 passed", "AMENDMENT NO. 1245", Trap::Reference),
        ("as five lessons tell: 1. Write first.", "1", Trap::ListMarker),
        ("amendment No. 36 passed", "amendment No. 36", Trap::Reference),
        ("as section 31(2) or 8401(20) says", "8401(20)", Trap::Reference),
        ("the tracking of ITP 2.1 has its roots", "ITP 2.1", Trap::Model),
        ("what was said and 2) what was not", "2", Trap::ListMarker),
        ("in sessions 3, 4, and 5", "sessions 3, 4, and 5", Trap::Series),
        ("Circular A–130 says", "A–130", Trap::Model),
        ("Zero Trust is old", "Zero Trust", Trap::Name),
        ("a Level of Care (LOC) 1, 2 or 3.", "1, 2 or 3", Trap::Series),
        ("the new iPhone 15", "iPhone 15", Trap::Model),
        ("the probe Wanderer 3 left", "Wanderer 3", Trap::Model),
        ("a Boeing 737 landed", "Boeing 737", Trap::Model),
        ("COVID-19 spread", "COVID-19", Trap::Name),
        ("Article 5 applies", "Article 5", Trap::Reference),
        ("Articles 5 and 6 apply", "Articles 5 and 6", Trap::Reference),
        ("under Section 230", "Section 230", Trap::Reference),
        ("on Fox 5", "Fox 5", Trap::Name),
        ("filed for Chapter 11", "Chapter 11", Trap::Reference),
        ("since 9/11", "9/11", Trap::Name),
        ("open 24/7", "24/7", Trap::Idiom),
        ("one of the few", "one of the", Trap::Idiom),
        ("a one-on-one talk", "one-on-one", Trap::Idiom),
        ("the Second Amendment", "Second Amendment", Trap::Name),
        ("at 1600 Pennsylvania Avenue", "1600 Pennsylvania Avenue", Trap::Place),
        ("on 42nd Street", "42nd Street", Trap::Place),
        ("for questions call 555-0142", "call 555-0142", Trap::Contact),
        ("dial 911 at once", "dial 911", Trap::Contact),
        ("on +44 20 7946 0958", "44 20 7946 0958", Trap::Contact),
        ("Albany, NY 12207", "12207", Trap::Contact),
        ("see https://example.org/2025/03/x", "https://example.org/2025/03/x", Trap::Address),
        ("write to desk2026@example.org", "desk2026@example.org", Trap::Address),
        ("as shown before [3]", "3", Trap::Citation),
        ("first (1) boil the water", "1", Trap::ListMarker),
        ("``(5) Penalties are due.", "5", Trap::ListMarker),
        ("Uses of tolls: (1) Roads come first.", "1", Trap::ListMarker),
        ("rule 26 of the Federal Rules", "rule 26", Trap::Reference),
        ("in paragraph (1), a member", "paragraph (1", Trap::Reference),
        ("at 1199 N. Orlen Street", "1199 N. Orlen Street", Trap::Place),
        ("subsection (a) (4) and (5)", "5", Trap::Reference),
        ("In this section-- ``(1) Grown goods", "1", Trap::ListMarker),
        ("in case No. 96-1285", "No. 96-1285", Trap::Code),
        ("call Orlen on 224-3448", "224-3448", Trap::Contact),
        ("dial 1-844-AID-NOW1", "1-844-AID", Trap::Contact),
        ("a course, Maps 101, began", "Maps 101", Trap::Name),
        ("the 49 U.S.C. App. rule", "49 U.S.C.", Trap::Citation),
        ("on the 4th Floor", "4th Floor", Trap::Name),
        ("Solution 3: Use plain words", "Solution 3", Trap::Model),
        ("Orlen Sci 4, 155–169 (1973)", "155–169", Trap::Citation),
        ("(RIN: 1120-AB29) came", "1120-AB29", Trap::Code),
        ("LK 1336.", "LK 1336", Trap::Model),
        ("text WORD to 58204", "58204", Trap::Contact),
        ("at 125 West 55th Street", "125 West 55th Street", Trap::Place),
        ("version 2.1 is out", "version 2.1", Trap::Version),
        ("type 2 diabetes", "type 2", Trap::Series),
        ("agents of H1N1", "H1N1", Trap::Name),
        ("the 14th Amendment", "14th Amendment", Trap::Name),
        ("the 9th U.S. Infantry", "9th U.S. Infantry", Trap::Name),
        ("the 10th Mountain Division", "10th Mountain Division", Trap::Name),
        ("the No. 7 train", "No. 7", Trap::Series),
        ("section 143(k)(2)", "2", Trap::Reference),
    ] {
        let found = traps(text);
        assert!(found.contains(&(words.to_owned(), trap)), "{text}: {found:?}");
    }
}

#[test]
fn figures_are_left_alone() {
    for text in [
        "Police counted 34 people.",
        "In Ohio 34 people voted.",
        "The court called 12 witnesses.",
        "It was built in March 2020.",
        "a 12-member panel",
        "They beat Orlen 3-1.",
        "They lead the series 2-1.",
        "the 47th President of the club",
        "US$5bn",
        "between 30 and 40 homes",
        "Two Norwegian envoys left.",
        "1,200 people and 3.5 tons",
        "one in five homes",
        "a 3.5-million-dollar prize",
        "a 2\\1/2\\-hour talk",
    ] {
        assert_eq!(traps(text), [], "{text}");
    }
}

#[test]
fn a_clock_is_no_list() {
    let found = traps("They meet at 2:30. The end is near.");
    assert!(found.iter().all(|(_, trap)| *trap != Trap::ListMarker), "{found:?}");
}

#[test]
fn a_trap_takes_only_its_own_words() {
    let found = traps("The F-35 costs 80 million.");
    assert_eq!(found, [("F-35".to_owned(), Trap::Model)]);
}

#[test]
fn every_sense_of_a_trap_is_forbidden_to_counts() {
    for trap in [Trap::Idiom, Trap::Model, Trap::Code, Trap::Address] {
        assert!(super::forbids(trap, crate::claim::ClaimKind::Count), "{:?}", Sense::Trap(trap));
    }
    assert!(!super::forbids(Trap::Model, crate::claim::ClaimKind::Date));
    assert!(!super::forbids(Trap::Idiom, crate::claim::ClaimKind::Quote));
}
