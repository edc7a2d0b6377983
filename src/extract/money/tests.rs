//! Sums of money, and words that are none.

use super::find;
use crate::extract::tests::hold;

#[test]
fn figures() {
    hold(
        find,
        &[
            ("for $7.2 million", "$7.2 million = 7200000 USD"),
            ("US$5bn and £3m", "US$5bn = 5000000000 USD; £3m = 3000000 GBP"),
            ("about 500,000 rupees", "about 500,000 rupees = 500000 INR about"),
            ("38 cents a litre", "38 cents = 0.38 USD"),
            ("a 50p coin", "50p = 0.5 GBP"),
            ("in 1080p", ""),
            ("¥300", "¥300 = 300 JPY"),
            ("¥300 (in yuan)", "¥300 = 300 CNY"),
            ("A$20 and HK$40", "A$20 = 20 AUD; HK$40 = 40 HKD"),
            ("X$20", ""),
            ("two million dollars", "two million dollars = 2000000 USD"),
            ("half a billion euros", "half a billion euros = 500000000 EUR"),
            ("$3-4 billion", "$3-4 billion = 3000000000..4000000000 USD range"),
            (
                "between €70 million and €90 million",
                "between €70 million and €90 million = 70000000..90000000 EUR range",
            ),
            ("from 10 to 20 dollars", "from 10 to 20 dollars = 10..20 USD range"),
            ("10 to 15 cents", "10 to 15 cents = 0.1..0.15 USD range"),
            ("gave $5 to 7 people", "$5 = 5 USD"),
            ("EUR 1,800 million", "EUR 1,800 million = 1800000000 EUR"),
            ("500 USD", "500 USD = 500 USD"),
            ("COP 26", ""),
            ("R650 million", "R650 million = 650000000 ZAR"),
            ("the R2 line", ""),
            ("Rs. 20", "Rs. 20 = 20 INR"),
            ("1.5 trillion won", "1.5 trillion won = 1500000000000 KRW"),
            ("12 won a prize", ""),
            ("5 pounds and 20 pence", "5 pounds and 20 pence = 5.2 GBP"),
            ("$5 and 20 cents", "$5 and 20 cents = 5.2 USD"),
            ("a dollar and 42 cents", "42 cents = 0.42 USD; a dollar and 42 cents = 1.42 USD"),
            ("$20 and 43c", "$20 and 43c = 20.43 USD"),
            ("in section 3c", ""),
            ("it cost 15 dollars 50.", "15 dollars 50 = 15.5 USD"),
            ("gave 15 dollars 50 times", "15 dollars = 15 USD"),
            ("3 USD50 cards", "USD50 = 50 USD"),
            ("a loss ($-99)", "$-99 = -99 USD"),
            ("-$5 million", "-$5 million = -5000000 USD"),
            ("millions of dollars", "millions of dollars = 2000000..10000000 USD vague"),
            ("a 20-dollar note", "20-dollar = 20 USD"),
            ("less than a dollar", "less than a dollar = 1 USD under"),
            ("a dollar store", ""),
            ("75 USD million", "75 USD million = 75000000 USD"),
            ("nearly a million of dollars", "nearly a million of dollars = 1000000 USD nearly"),
            ("ten pounds", "ten pounds = 10 GBP"),
            ("two million pounds of debt", "two million pounds = 2000000 GBP"),
            ("25 pounds of flour", ""),
            ("it weighed 90 pounds", ""),
            ("in 1997 dollars", ""),
            ("420 million Finnish markka", "420 million Finnish markka = 420000000 FIM"),
        ],
    );
}
