//! Sentences and the dates in them.

use jiff::civil;

use crate::claim::Value;
use crate::extract::extract;
use crate::source::{self, Format};

/// The dates of a text, each as "words = value", where the draft is dated Friday, Aug. 15, 2025.
fn dated(text: &str) -> String {
    found(text, Some(civil::date(2025, 8, 15)))
}

fn found(text: &str, date: Option<civil::Date>) -> String {
    let mut draft = source::read(text, Format::Plain);
    draft.date = date;
    let claims = extract(&draft);
    let dates = claims.iter().filter_map(|claim| match &claim.value {
        Value::Date(span, _) => {
            Some(format!("{} = {span}{}", &text[claim.span.range()], if span.relative { " relative" } else { "" }))
        }
        _ => None,
    });
    dates.collect::<Vec<_>>().join("; ")
}

fn all(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(dated(text), *expected, "in {text:?}");
    }
}

#[test]
fn days_in_every_order() {
    all(&[
        ("The dam broke on Feb. 24, 2022.", "Feb. 24, 2022 = 2022-02-24"),
        ("The dam broke on 24 February 2022.", "24 February 2022 = 2022-02-24"),
        ("It was written c. 1450, it says.", "c. 1450 = 1450"),
        ("They landed in 1944. In May of that same year, it fell.", "1944 = 1944; May = 1944-05"),
        (
            "He was born on 3 May 1960. On 5 June of that year, she died.",
            "3 May 1960 = 1960-05-03; 5 June = 1960-06-05",
        ),
        ("They will abstain when it is put to the vote on 9 September.", "9 September = 2025-09-09"),
        ("The board, which meets on 20 November, has not said.", "20 November = 2025-11-20"),
        ("Work began in 2011. It opened in May the following year.", "2011 = 2011; May = 2012-05"),
        ("It opened in May of the same year.", ""),
        ("They sold goods, 1800 of them. It opened in May of that year.", "1800 = 1800"),
        ("The trial opened on Tuesday, February 3.", "Tuesday, February 3 = 2025-02-03"),
        ("The trial was a shock Tuesday, February 3.", "Tuesday, February 3 = 2026-02-03"),
        ("It plays Norvik United on Tuesday, February 3.", "Tuesday, February 3 = 2026-02-03"),
        ("It hears Ahmed on Tuesday, February 3.", "Tuesday, February 3 = 2026-02-03"),
        ("Speed is the theme on October 3.", "October 3 = 2025-10-03"),
        ("The trial will open on Tuesday, February 4.", "Tuesday, February 4 = 2026-02-04"),
        ("The town marks it on Sunday.", "Sunday = 2025-08-17 relative"),
        ("The dam broke on Aug. 12: three died.", "Aug. 12 = 2025-08-12"),
        ("The dam broke in March 7:30 after dawn.", "March = 2025-03"),
        ("Printed on [From the Post, Jan. 9, 1997] again.", "Jan. 9, 1997 = 1997-01-09"),
        ("The dam broke on [1829-01-01] and in [1830].", "1829-01-01 = 1829-01-01; 1830 = 1830"),
        ("It was told before [3] and [4, 7].", ""),
        ("The dam broke on June 1st and 2nd.", "June 1st = 2025-06-01; 2nd = 2025-06-02"),
        (
            "The dam broke on Nov. 20, 1963, and they met on Nov. 20.",
            "Nov. 20, 1963 = 1963-11-20; Nov. 20 = 2024-11-20",
        ),
        ("The dam broke on June, 30, 1885.", "June, 30, 1885 = 1885-06-30"),
        ("All are to have maps ready for the Nov. 23 deadline.", "Nov. 23 = 2025-11-23"),
        ("Much is said of the coming vote on Sept. 21.", "Sept. 21 = 2025-09-21"),
        ("They proposed amendments numbered 1922 and 1923.", ""),
        ("The dam will be opened in March.", "March = 2026-03"),
        ("A memorial will be held on Sunday, November 30, at 2:30 p.m.", "Sunday, November 30 = 2025-11-30"),
        ("It waits until the plan is released in early January.", "early January = 2026-01"),
        ("The dam was opened in March.", "March = 2025-03"),
        ("It is said that it will cost more than on the 1st of October last.", "1st of October = 2024-10-01"),
        ("It was told that rent was due on the 4th of December next.", "4th of December = 2025-12-04"),
        ("It was built in October next to the mill.", "October = 2024-10"),
        ("The dam broke in 1997--a year of floods.", "1997 = 1997"),
        ("It fell between 1980 and 1993 while prices rose.", "1980 and 1993 = 1980/1993"),
        ("It fell over 1981 to 1993.", "1981 to 1993 = 1981/1993"),
        ("It held over 1501 to 1993 men.", ""),
        (
            "The early part of June 2019 is part of June 2019.",
            "The early part of June 2019 = 2019-06; June 2019 = 2019-06",
        ),
        ("Dams on Tuesday: ten more.", "Tuesday = 2025-08-12 relative"),
        ("The dam broke on Tuesday: ten died.", "Tuesday = 2025-08-12 relative"),
        ("The dam broke on the 24th of February, 2022.", "24th of February, 2022 = 2022-02-24"),
        ("The dam broke on the third of March 1911.", "third of March 1911 = 1911-03-03"),
        ("The vote is on the first Tuesday of November 2024.", "the first Tuesday of November 2024 = 2024-11-05"),
        ("It rained on the last day of October 2015.", "the last day of October 2015 = 2015-10-31"),
        ("The dam broke in October two thousand and five.", "October two thousand and five = 2005-10"),
        ("The dam broke in the year nineteen hundred.", "year nineteen hundred = 1900"),
        ("The dam broke this July 2015.", "July 2015 = 2015-07"),
        ("The dam broke 24-Feb-2022.", "24-Feb-2022 = 2022-02-24"),
        ("The dam broke in Dec-2018 or 2014/10.", "Dec-2018 = 2018-12; 2014/10 = 2014-10"),
        ("The dam broke on May twenty-nine.", "May twenty-nine = 2025-05-29"),
        ("In 1868 $2,000 was paid.", "1868 = 1868"),
        ("It said next year, 1943, would do.", "next year = 1943; 1943 = 1943"),
        (
            "The dam broke 14april 2015, or april ninth through 17th.",
            "14april 2015 = 2015-04-14; april ninth through 17th = 2025-04-09/2025-04-17",
        ),
        ("The dam broke nov . 15 , 1999 .", "nov . 15 , 1999 = 1999-11-15"),
        ("It grew from FY '79 to FY '81.", "FY '79 to FY '81 = FY1979/FY1981"),
        ("Our Monday column is read on Monday and Friday of each week.", ""),
        ("How about q3 2019?", "q3 2019 = 2019-Q3"),
        ("Our third century of union began.", ""),
        ("the dam broke on monday, april 7, and not in october.", "monday, april 7 = 2025-04-07; october = 2025-10"),
        (
            "on march 3 it broke, and ran from april to june in 2017.",
            "march 3 = 2025-03-03; april to june in 2017 = 2017-04/2017-06",
        ),
        ("they march 3 abreast in august company.", ""),
        ("The dam broke in 12-2015 or q3 2019.", "12-2015 = 2015-12; q3 2019 = 2019-Q3"),
        ("The dam broke on the twenty-fourth of March.", "twenty-fourth of March = 2025-03-24"),
        ("The dam broke 2022-02-24.", "2022-02-24 = 2022-02-24"),
        ("The dam broke 02/24/2022.", "02/24/2022 = 2022-02-24"),
        ("The dam broke 24/02/2022.", "24/02/2022 = 2022-02-24"),
        ("The dam broke 24.02.2022.", "24.02.2022 = 2022-02-24"),
        ("The dam broke on Thursday, January 19, 2006.", "Thursday, January 19, 2006 = 2006-01-19"),
        ("The dam broke on Sat. March 3, 2018.", "Sat. March 3, 2018 = 2018-03-03"),
        ("The dam broke on the 23d day of March, 1911.", "23d day of March, 1911 = 1911-03-23"),
        ("The dam broke in August 2006.", "August 2006 = 2006-08"),
        ("Q1 2023 sales fell.", "Q1 2023 = 2023-Q1"),
        ("It fell below 2005 levels.", "2005 = 2005"),
        ("We spoke about tonight.", "tonight = 2025-08-15 relative"),
        ("Perhaps this year you will.", "this year = 2025 relative"),
        ("Polls close on Nov. 4.", "Nov. 4 = 2025-11-04"),
        ("Nominate them by Dec. 31.", "Dec. 31 = 2025-12-31"),
        ("The dam broke in 2022-02.", "2022-02 = 2022-02"),
    ]);
}

#[test]
fn a_day_that_does_not_exist_stays_a_month_and_a_day() {
    all(&[
        ("The dam broke on June 31.", "June 31 = --06-31"),
        ("The dam broke on Feb. 29, 2025.", "Feb. 29, 2025 = --02-29"),
        ("The dam broke 2025-02-30.", "2025-02-30 = --02-30"),
        ("The dam broke on May 45.", ""),
        ("The dam broke 2025-13-30.", ""),
    ]);
}

#[test]
fn years_are_told_from_counts() {
    all(&[
        ("It opened in 1867.", "1867 = 1867"),
        ("It opened in 2014 voters said.", "2014 = 2014"),
        ("The 2024 elections", "2024 = 2024"),
        ("Its 2014 annexation (1921) stands.", "2014 = 2014; 1921 = 1921"),
        ("It failed in 1991, 1997 and 2004.", "1991 = 1991; 1997 = 1997; 2004 = 2004"),
        ("Police counted 1867 people.", ""),
        ("Police counted 2014 Russian soldiers.", ""),
        ("The dam cost $2014.", ""),
        ("A 1500-mile trip took 2000 miles.", ""),
        ("A crowd of 1900 stood.", ""),
        ("More than 2000 came.", ""),
        ("It runs Windows 2000.", ""),
        ("They live at 1600 Elm Street.", ""),
        ("Ana Ruiz, 1155 15th Street, wrote.", ""),
        ("Ana Ruiz, 1735 New Elm Street, wrote.", ""),
        ("See section 1404.", ""),
        ("Circa 1850 it fell.", "Circa 1850 = 1850"),
    ]);
}

#[test]
fn stretches_of_the_calendar() {
    all(&[
        ("In the 1990s it rained.", "the 1990s = 1990/1999"),
        ("The 60's and 70's were wet.", "The 60's = 1960/1969; 70's = 1970/1979"),
        ("In the late 60s it rained.", "the late 60s = 1960/1969"),
        ("It rained in '98.", "'98 = 1998"),
        ("the class of '07 met", "'07 = 2007"),
        ("He wrote of '40 days' and left.", ""),
        ("Highs were in the 60s; she is in her late 60s.", ""),
        ("In the early '90s it rained.", "the early '90s = 1990/1999"),
        ("In the nineties it rained.", "the nineties = 1990/1999"),
        ("In the 1800s it rained.", "the 1800s = 1800/1899"),
        ("She is in her nineties.", ""),
        ("In the 19th century it rained.", "the 19th century = 1801/1900"),
        ("A mid-19th-century mill.", "mid-19th-century = 1801/1900"),
        ("In the 18th and 19th centuries it rained.", "the 18th and 19th centuries = 1701/1900"),
        ("At the turn of the 20th century it rained.", ""),
        ("In the fifth century BC it rained.", "the fifth century BC = -0499/-0400"),
        ("Caesar died in 44 BC.", "44 BC = -0043"),
        ("It blew up in AD 79.", "AD 79 = 0079"),
        ("In the second quarter of 2025 it grew.", "second quarter of 2025 = 2025-Q2"),
        ("Its second-quarter profit grew.", "second-quarter = 2025-Q2"),
        ("The Hawks led in the second quarter.", ""),
        ("In Q3 2024 it grew.", "Q3 2024 = 2024-Q3"),
        ("In the first half of 2025 it grew.", "first half of 2025 = 2025-01/2025-06"),
        ("In summer 2025 it grew.", "summer 2025 = 2025-summer"),
        ("In fiscal 2026 and FY27 it grew.", "fiscal 2026 = FY2026; FY27 = FY2027"),
        ("At the end of June 2025 it grew.", "the end of June 2025 = 2025-06"),
        ("It opened on New Year\u{2019}s Day 2019.", "New Year\u{2019}s Day 2019 = 2019-01-01"),
    ]);
}

#[test]
fn from_one_date_to_another() {
    all(&[
        ("It ran from 2014 to 2020.", "2014 to 2020 = 2014/2020"),
        ("It ran between 1939 and 1945.", "1939 and 1945 = 1939/1945"),
        ("It ran 2014-2020.", "2014-2020 = 2014/2020"),
        ("It ran 2014\u{2013}20.", "2014\u{2013}20 = 2014/2020"),
        ("It ran June 3-5, 2024.", "June 3-5, 2024 = 2024-06-03/2024-06-05"),
        ("It ran 3\u{2013}5 June 2024.", "3\u{2013}5 June 2024 = 2024-06-03/2024-06-05"),
        ("It ran March to May 2023.", "March to May 2023 = 2023-03/2023-05"),
        ("It ran November to March 2023.", "November to March 2023 = 2022-11/2023-03"),
        ("It ran May 3 to June 5, 2024.", "May 3 to June 5, 2024 = 2024-05-03/2024-06-05"),
        ("It ran from 2007 to the end of 2008.", "2007 to the end of 2008 = 2007/2008"),
        ("24.02.2022-a7 is a code.", ""),
        ("It ran 10/1/2018-10/7/2018.", "10/1/2018-10/7/2018 = 2018-10-01/2018-10-07"),
        ("It ran Monday to Friday.", ""),
        ("Of 1500-2000 people it is said.", ""),
    ]);
}

#[test]
fn the_drafts_date_tells_the_rest() {
    all(&[
        ("She said so in January.", "January = 2025-01"),
        ("It closed in December.", "December = 2024-12"),
        ("Work is due to start in September.", "September = 2025-09"),
        ("The year that begins on July 1.", "July 1 = 2025-07-01"),
        ("She met him on June 14.", "June 14 = 2025-06-14"),
        ("She met him on Friday.", "Friday = 2025-08-15 relative"),
        ("She met him on Saturday.", "Saturday = 2025-08-09 relative"),
        ("She will meet him on Saturday.", "Saturday = 2025-08-16 relative"),
        ("She meets him next Tuesday.", "next Tuesday = 2025-08-19 relative"),
        ("She met him last Friday.", "last Friday = 2025-08-08 relative"),
        ("She met him yesterday.", "yesterday = 2025-08-14 relative"),
        ("She met him last week.", "last week = 2025-08-04/2025-08-10 relative"),
        ("She met him last month.", "last month = 2025-07 relative"),
        ("She met him earlier this year.", "earlier this year = 2025 relative"),
        ("She met him last June 6.", "last June 6 = 2025-06-06 relative"),
        ("She met last June 6 men.", "last June = 2025-06 relative"),
        ("She met him last summer.", "last summer = 2024-summer relative"),
        ("She met him in June of last year.", "June of last year = 2024-06"),
        ("It was quiet for the last week and the past decade.", ""),
        ("On Friday, Aug. 14, she met him.", "Friday, Aug. 14 = 2025-08-14"),
    ]);
}

#[test]
fn without_the_drafts_date_a_day_has_no_year() {
    assert_eq!(found("She met him last week, on Friday and in January.", None), "");
    assert_eq!(found("She met him on June 14.", None), "June 14 = --06-14");
}

#[test]
fn names_and_habits_are_no_dates() {
    all(&[
        ("After the Sept. 11 attacks it closed.", ""),
        ("It trains the pilots of tomorrow.", ""),
        ("As of today it is closed.", "today = 2025-08-15 relative"),
        ("After Sept. 11, 2001, it closed.", "Sept. 11, 2001 = 2001-09-11"),
        ("It opens every Friday.", ""),
        ("The Sunday Times said so.", ""),
        ("On Black Friday it opened.", ""),
        ("It is due on March 1 of each year.", ""),
        ("It meets on the first Tuesday of October.", "October = 2025-10"),
        ("It met in the last week of October 2024.", "October 2024 = 2024-10"),
        ("\u{201c}We leave today,\u{201d} she said.", ""),
        ("May said she may march.", ""),
        ("The Women's March and August Wilson.", ""),
        ("Mr. May won in May.", "May = 2025-05"),
        ("In June 20 people died.", "June = 2025-06"),
    ]);
}

#[test]
fn a_list_of_days_is_no_longer_than_a_month() {
    let list = |days: usize| format!("The plant stopped on May 1{}.", " and 2".repeat(days - 1));
    assert_eq!(dated(&list(32)).matches("2025-05-02").count(), 31);
    assert_eq!(dated(&list(40)).matches("2025-05-02").count(), 31);
}

#[test]
fn months_stand_under_a_year_alone() {
    let dates = |text: &str| {
        let mut draft = source::read(text, Format::Markdown);
        draft.date = Some(civil::date(2025, 8, 15));
        let claims = extract(&draft);
        let value = |claim: &crate::claim::Claim<'_>| match &claim.value {
            Value::Date(span, _) if !text[claim.span.range()].starts_with('2') => Some(span.to_string()),
            _ => None,
        };
        claims.iter().filter_map(value).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(dates("## 2004\n\nIt broke in March.\n\n### Floods\n\nIn June it broke again."), "2004-03 2004-06");
    assert_eq!(dates("2004\n\nApril\u{2014}The dam broke.\n\nIn June it broke again."), "2004-04 2004-06");
    assert_eq!(dates("<div>\n  2004\n</div>\n<div>\n<p>April\u{2014}It broke.</p>\n</div>"), "2004-04");
    assert_eq!(dates("## Floods\n\nApril\u{2014}It broke."), "");
    assert_eq!(dates("## 2004\n\nIt broke.\n\n## Repairs\n\nIt was mended in June."), "2025-06");
    assert_eq!(dates("2104\n\nIt broke in June."), "2025-06");
    assert_eq!(dates("2004\n\nIt broke, and was mended in July."), "2025-07");
}

#[test]
fn an_entry_of_front_matter_in_the_text_is_no_date() {
    let draft = source::read("It broke.\n\nexpires: 2031-01-01\n---\n\nIt was mended.", Format::Markdown);
    assert_eq!(extract(&draft).len(), 0);
}
