//! Lengths of time, and rates and ranks that are none.

use super::find;
use crate::extract::tests::hold;

#[test]
fn figures() {
    hold(
        find,
        &[
            ("nearly three-hour talks", "nearly three-hour = 3 hour nearly"),
            ("after 12 minutes", "12 minutes = 12 minute"),
            ("two and half years", "two and half years = 2.5 year"),
            ("one and a quarter of an hour", "one and a quarter of an hour = 1.25 hour"),
            ("thirty (30) days", "thirty (30) days = 30 day"),
            ("seven sorrowful weeks", "seven sorrowful weeks = 7 week"),
            ("four grueling days", "four grueling days = 4 day"),
            ("12 training camps", ""),
            ("two upcoming weeks", ""),
            ("two more hours", "two more hours = 2 hour"),
            ("six straight weeks", "six straight weeks = 6 week"),
            ("the 20- and 30-year bonds", "20 = 20 year; 30-year = 30 year"),
            ("two and a half years", "two and a half years = 2.5 year"),
            ("2 hours 45 minutes", "2 hours 45 minutes = 165 minute"),
            ("1 hour, 20 minutes and 5 seconds", "1 hour, 20 minutes and 5 seconds = 4805 second"),
            ("an hour and a half later", "an hour and a half = 1.5 hour"),
            ("1 hour thirty.", "1 hour thirty = 90 minute"),
            ("higher than two years ago", "two years = 2 year"),
            ("paid over a four-year period", "four-year = 4 year"),
            ("1 year and 2 days", "1 year and 2 days = 367 day"),
            ("at four- year colleges", "four- year = 4 year"),
            ("20-plus years", "20-plus years = 20 year over"),
            ("two thirds a year ago", "a year = 1 year"),
            ("lasted over a year", "over a year = 1 year over"),
            ("grew over a year", "a year = 1 year"),
            ("2 years 3 months", "2 years 3 months = 27 month"),
            ("six months to two years", "six months to two years = 6..24 month range"),
            ("a two- to three-year plan", "two- to three-year = 2..3 year range"),
            ("the FY22 Year in Review", ""),
            ("a decade later", "a decade = 10 year"),
            ("took a year and two months", "two months = 2 month; a year and two months = 14 month"),
            ("over the past decade it", "decade = 10 year"),
            ("the last decade of the century", ""),
            ("the past century saw", "century = 100 year"),
            ("the last century saw", ""),
            ("shape the coming century", ""),
            ("over the next decade", "decade = 10 year"),
            ("will open in the next decade", ""),
            ("the past year and a half", "year and a half = 1.5 year"),
            ("the last year and a day", ""),
            ("the past year", ""),
            ("the 2015 Year in Review", ""),
            ("the past few years", "few years = 3..7 year vague"),
            ("the past couple of days", "couple of days = 2..3 day vague"),
            ("few days passed", ""),
            ("within a minute or two.", "a minute or two = 1..2 minute range"),
            ("the next hundred years", "hundred years = 100 year"),
            ("the hundred years", ""),
            ("six weeks and under $50", "six weeks = 6 week"),
            ("two centuries", "two centuries = 200 year"),
            ("for a week", "a week = 1 week"),
            ("40 people a year", ""),
            ("$5 an hour", ""),
            ("in a year when prices rose", ""),
            ("several hours", "several hours = 3..10 hour vague"),
            ("a couple of days", "a couple of days = 2..3 day vague"),
            ("the second term", ""),
            ("9.58 s", "9.58 s = 9.58 second"),
            ("the 1990s", ""),
            ("One day he left", ""),
            ("lasted one day", "one day = 1 day"),
        ],
    );
}

#[test]
fn races() {
    hold(
        super::race,
        &[
            ("won in 2:22:30", "2:22:30 = 8550 second"),
            ("a time of 1:04:09", "1:04:09 = 3849 second"),
            ("left at 10:30:15", ""),
            ("won in 2:72:30", ""),
        ],
    );
}
