//! Texts with one figure, and what it counts.

use super::Grammar;
use crate::extract::tests::with_sentence;

fn counted(text: &str, grammar: Grammar) -> Option<String> {
    with_sentence(text, |sentence| {
        let figure = &sentence.numerals[0];
        let of = super::after(sentence, figure.tokens.end, grammar);
        of.or_else(|| super::before(sentence, figure.tokens.start)).map(|of| sentence.text(&of).to_owned())
    })
}

#[test]
fn several() {
    for (text, of) in [
        ("two Norwegian envoys said", "Norwegian envoys"),
        ("scores of Danish and Swedish pilots were there", "Danish and Swedish pilots"),
        ("a trio of B-52 bombers flew", "B-52 bombers"),
        ("34 people died", "people"),
        ("the 113 US tablet users agreed", "US tablet users"),
        ("the 12 new IT projects began", "new IT projects"),
        ("40 English spelling rules fell", "English spelling rules"),
        ("40 English died", "English"),
        ("nine dead on the road", "dead"),
        ("two heavy-lift helicopters", "heavy-lift helicopters"),
        ("1,200 full-time employees.", "full-time employees"),
        ("three more lines", "lines"),
        ("two of the envoys", "envoys"),
        ("12 police officers but no firemen", "police officers"),
        ("13 envoys killed on the road", "envoys"),
        ("losses totaling 40,000", "losses"),
        ("20 spelling rules offers little", "spelling rules"),
        ("20 housing starts", "housing starts"),
    ] {
        assert_eq!(counted(text, Grammar::Plural).as_deref(), Some(of), "{text}");
    }
    for text in ["two will stay", "rose to 41 on Monday", "41, and rising", "two at sea", "36 by Tuesday"] {
        assert_eq!(counted(text, Grammar::Plural), None, "{text}");
    }
}

#[test]
fn a_single_one() {
    for (text, of) in [
        ("one person died", "person"),
        ("one Norwegian envoy said", "Norwegian envoy"),
        ("at least one usability test", "usability test"),
        ("one injured envoy left", "injured envoy"),
        ("one Congress convenes", "Congress"),
        ("one Congress session", "Congress session"),
    ] {
        assert_eq!(counted(text, Grammar::Singular).as_deref(), Some(of), "{text}");
    }
    assert_eq!(counted("one is enough", Grammar::Singular), None);
}
