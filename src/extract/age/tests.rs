//! Ages, and numbers after a comma that are none.

use super::find;
use crate::extract::tests::hold;

#[test]
fn figures() {
    hold(
        find,
        &[
            ("a 72-year-old", "72-year-old = 72 year"),
            ("the two-month-old baby", "two-month-old = 2 month"),
            ("three 12-year-olds", "12-year-olds = 12 year"),
            ("ten years old", "ten years old = 10 year"),
            ("about eighteen months of age", "about eighteen months of age = 18 month about"),
            ("an 87 yo man", "87 yo = 87 year"),
            ("aged 72", "aged 72 = 72 year"),
            ("aged 6 months", "aged 6 months = 6 month"),
            ("at the age of 24", "the age of 24 = 24 year"),
            ("under the age of 18", "under the age of 18 = 18 year under"),
            ("between the ages of 18 and 24", "between the ages of 18 and 24 = 18..24 year range"),
            ("aged between 18 and 24", "aged between 18 and 24 = 18..24 year range"),
            ("Lena Orlen, 58, spoke", "58 = 58 year"),
            ("the painter dies at 93", "93 = 93 year"),
            ("died at 93 Mill Lane", ""),
            ("Lena Orlen, then 35, left", "35 = 35 year"),
            ("The mean age of the volunteers was 67.3 years.", "67.3 years = 67.3 year"),
            ("The age of the volunteers was no matter; 67.3 years", ""),
            ("In May, at 78, she skied", "78 = 78 year"),
            ("Robert Orlen Jr., 31, spoke", "31 = 31 year"),
            (", Orlen, 58, spoke", "58 = 58 year"),
            ("On Tuesday, 44, and", ""),
            ("Velt, 3, Orlen, 1", ""),
            ("a woman in her 40s spoke", "40s = 40..49 year range"),
            ("well into his early eighties", "early eighties = 80..89 year range"),
            ("Under-16s and over-65s", "Under-16s = 16 year under; over-65s = 65 year over"),
            ("The ex-minister, 58, was jailed", "58 = 58 year"),
            ("two boys, 13 and 14, were held", "13 = 13 year; 14 = 14 year"),
            ("who was just 11, had left", "11 = 11 year"),
            ("before age 59 1/2 it is taxed", "age 59 1/2 = 59.5 year"),
            ("at age 59.7 it is taxed", ""),
            ("They were 12 and 10.", "12 = 12 year; 10 = 10 year"),
            ("They were 12 and 10, small boys from Ohio", "12 = 12 year; 10 = 10 year"),
            ("They were 12 and 10 in May", ""),
            ("ages 15, 14, and 12, came", "ages 15 = 15 year; 14 = 14 year; 12 = 12 year"),
            ("At 72, she leads", "72 = 72 year"),
            ("children under 5 and women over 50", "under 5 = 5 year under; over 50 = 50 year over"),
            ("they flew people over 50 miles", ""),
            (
                "adults 65 and older, kids 13 and under.",
                "65 and older = 65 year at-least; 13 and under = 13 year at-most",
            ),
            ("rounds 13 and under way", ""),
            ("play their 80s songs", ""),
            ("heat in the 80s", ""),
            ("Orlen, 2010, spoke", ""),
            ("turned 3 pages", ""),
        ],
    );
}
