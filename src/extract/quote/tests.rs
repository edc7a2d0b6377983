//! Quotations: a text, and each one found in it as "words" or "words — speaker".

use crate::claim::{ClaimKind, Value};
use crate::extract::extract;
use crate::source::{self, Format};

fn quotes(text: &str) -> Vec<String> {
    let document = source::read(text, Format::Plain);
    let claims = extract(&document);
    let quote = |claim: &crate::claim::Claim<'_>| match &claim.value {
        Value::Quote(words) => {
            Some(claim.speaker.as_ref().map_or(words.to_string(), |speaker| format!("{words} — {speaker}")))
        }
        _ => None,
    };
    claims.iter().filter_map(quote).collect()
}

#[track_caller]
fn assert_quotes(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(quotes(text), *expected, "{text}");
    }
}

#[test]
fn the_speaker_after_the_words() {
    assert_quotes(&[
        ("“We lost the bridge,” Moor said.", &["We lost the bridge, — Moor"]),
        ("\"We lost it,\" said Mayor Tess Moor, a Democrat.", &["We lost it, — Tess Moor"]),
        ("‘We lost it,’ the council leader, Tess Moor, told them.", &["We lost it, — Tess Moor"]),
        ("“We lost it,” Tess Moor, who led Bo Lund’s campaign, said.", &["We lost it, — Tess Moor"]),
        ("“We lost it,” a senior Lund campaign official told us.", &["We lost it, — a senior Lund campaign official"]),
        ("“Go,” reads the plaque on the door.", &["Go, — the plaque on the door"]),
        ("“Really?” Moor asked.", &["Really? — Moor"]),
    ]);
}

#[test]
fn a_pronoun_keeps_to_men_or_women() {
    assert_quotes(&[
        ("Anna Moor met Paul Lund. Lund left. “No,” she said.", &["No, — Anna Moor"]),
        ("His mom, Janet, wrote to Paul Lund. She wrote, “He was here.”", &["He was here. — Janet"]),
        ("According to Tess Moor, it rains. “It pours,” she said.", &["It pours, — Tess Moor"]),
        ("Like Tess Moor, you may be asking, “Where did they go now?”", &["Where did they go now?"]),
        ("Anna Moor met Mayor Paul Lund. “No,” he said.", &["No, — Paul Lund"]),
        ("Moor met Bo Lund. I asked Lund, “Why?” He said, “Why not?”", &["Why?", "Why not? — Bo Lund"]),
        ("Lund was gone, but his mother said, “He will wake.”", &["He will wake. — his mother"]),
        ("President Lund in his Annual Message said: “No.”", &["No. — Lund"]),
        ("For Anna Moor, mayor since June 2023, it came late. “No,” she said.", &["No, — Anna Moor"]),
    ]);
}

#[test]
fn the_speaker_before_the_words() {
    assert_quotes(&[
        ("Moor told the house: “We lost the bridge.”", &["We lost the bridge. — Moor"]),
        ("Moor said it was “hard work” for all.", &["hard work — Moor"]),
        ("Her aide, Ola Berg, likened it to a “fire drill” again.", &["fire drill — Ola Berg"]),
        ("According to Moor, “the bridge is lost.”", &["the bridge is lost. — Moor"]),
        ("Mayor Tess Moor was blunt: “It is lost.”", &["It is lost. — Tess Moor"]),
        ("“It is lost.” —T. Anna Moor", &["It is lost. — T. Anna Moor"]),
    ]);
}

#[test]
fn pronouns_mean_the_subject_named_last() {
    assert_quotes(&[
        ("Gov. Ann Fry met Bo Lund. “It is lost,” she said.", &["It is lost, — Ann Fry"]),
        ("Gov. Ann Fry left.\n\nTo Bo Lund, she said: “It is lost.”", &["It is lost. — Ann Fry"]),
        ("“It is lost,” Moor said. “Go home.”", &["It is lost, — Moor", "Go home. — Moor"]),
        ("“It is,” Moor said, “lost.”", &["It is, — Moor", "lost. — Moor"]),
    ]);
}

#[test]
fn a_quotation_over_several_paragraphs() {
    assert_quotes(&[(
        "“We lost the bridge,” Moor said. “It fell.\n\n“And then the road went too.”",
        &["We lost the bridge, — Moor", "It fell. — Moor", "And then the road went too. — Moor"],
    )]);
}

#[test]
fn what_is_no_quotation() {
    assert_quotes(&[
        ("They call it a “hoax” and “fake news” there.", &[]),
        ("He said Friday on “Good Morning Albany” that it rained.", &[]),
        ("The 6'2\" player and the 5'9\" coach met.", &[]),
        ("In the '90s the workers' rights and the miners' pay rose.", &[]),
        ("The film “The Long Way Home Again” sold out.", &[]),
        ("It’s Moor’s and the voters’ choice.", &[]),
        ("A stray “ mark opens nothing.", &[]),
    ]);
}

#[test]
fn words_of_four_or_more_need_no_speaker() {
    assert_quotes(&[("A sign with “no swimming after dark” stood there.", &["no swimming after dark"])]);
}

#[test]
fn claims_inside_are_the_speakers() {
    let document = source::read("“We lost 40 homes,” Moor said. It took 12 buses.", Format::Plain);
    let claims = extract(&document);
    let said: Vec<_> = claims
        .iter()
        .filter(|claim| claim.kind == ClaimKind::Count)
        .map(|claim| (claim.quoted, claim.speaker.as_deref()))
        .collect();
    assert_eq!(said, [(true, Some("Moor")), (false, None)]);
}

#[test]
fn who_is_no_speaker() {
    assert_quotes(&[
        // Nobody is said to say what something is called.
        ("It will not be denied that the “power to declare war” is great.", &["power to declare war"]),
        ("The town was called “Paso Robles” then.", &[]),
        ("It is an “almost-no-budget-needed” plan.", &[]),
        ("It is a “plan that needs almost-no-budget” here.", &["plan that needs almost-no-budget"]),
        ("By saying “no” to it we can help.", &[]),
        // A state is no verb, a participle no name.
        ("The United States got “all that it had asked for” then.", &["all that it had asked for"]),
        ("Given the cost, they call it “hard to bear for us”.", &["hard to bear for us"]),
        ("And I say: “We have done all we can.”", &["We have done all we can."]),
        ("“Go home right now,” for I believe that this insists on it.", &["Go home right now,"]),
        ("“It is lost, all of it.” — Yes. Here is why", &["It is lost, all of it."]),
    ]);
}

#[test]
fn things_that_speak() {
    assert_quotes(&[
        ("While use is up, the study states, “few will pay.”", &["few will pay. — the study"]),
        ("“Go,” one voter told us.", &["Go, — one voter"]),
        ("According to engineer Ann Fry from the Office of Works, “it is lost.”", &["it is lost. — Ann Fry"]),
    ]);
}
