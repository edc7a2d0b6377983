//! Texts and the ranks in them.

use crate::extract::tests::proposed;

#[test]
fn ranks() {
    for (text, found) in [
        ("the 47th president was", "47th president | 47th | president"),
        ("the third-largest city in", "third-largest city | third-largest | city"),
        ("the second most populous state", "second most populous state | second most populous | state"),
        ("his second term in office", "second term | second | term"),
        ("the ninth planet", "ninth planet | ninth | planet"),
        ("the No. 2 bank in", "No. 2 bank | No. 2 | bank"),
        ("the first woman to lead it", "first woman | first | woman"),
        ("finished third in May", "third | third | "),
        ("her 300th career win", "300th career win | 300th | career win"),
        ("the 20th anniversary passed", "20th anniversary | 20th | anniversary"),
        ("the 20th anniversary falls", "20th anniversary | 20th | anniversary"),
        ("the Fifty-ninth Congress met", "Fifty-ninth Congress | Fifty-ninth | Congress"),
        ("note No. 22 printed in it", "No. 22 | No. 22 | "),
        ("a number 2 seed", "number 2 seed | number 2 | seed"),
        ("twenty-fifth", "twenty-fifth | twenty-fifth | "),
        ("a twenty-first", "twenty-first | twenty-first | "),
        ("on Monday, day 33 of her fast", "day 33 | day 33 | day"),
        ("a second unjustifiable practice is", "second unjustifiable practice | second | unjustifiable practice"),
        ("the second floors of both", "second floors | second | floors"),
        ("stayed fourth", "fourth | fourth | "),
        ("were 19th in the table", "19th | 19th | "),
        ("its second Spanish-language film was", "second Spanish-language film | second | Spanish-language film"),
        ("the second two strategies are", "second two strategies | second | strategies"),
    ] {
        assert_eq!(proposed(super::find, text), [found], "{text}");
    }
}

#[test]
fn ranks_in_a_row() {
    let found = ["31st", "second"].map(|rank| format!("{rank} | {rank} | "));
    assert_eq!(proposed(super::find, "ranks 31st overall and second in the state"), found);
}

#[test]
fn no_ranks() {
    for text in [
        "America First",
        "the first time in years",
        "on the 27th of the succeeding June",
        "the second rests upon trust",
        "said so and second in haste",
        "he first said so",
        "the third quarter",
        "the 21st century",
        "on the 5th of May",
        "no 2 are alike",
        "the day 33 people died",
        "of this number 244 left",
        "they number 53 now",
        "its forces number five million men",
        "on the 13th of this month",
        "on the 1st of the present month",
        "until the 25th of last March",
        "in the last third of the century",
        "a one second delay",
    ] {
        assert_eq!(proposed(super::find, text), [""; 0], "{text}");
    }
}
