//! Measurements, and letters and words that are none.

use super::find;
use crate::extract::tests::hold;

#[test]
fn figures() {
    hold(
        find,
        &[
            ("1,500 kilometres (930 mi)", "1,500 kilometres = 1500 kilometer; 930 mi = 930 mile"),
            ("a 3-inch gap", "3-inch = 3 inch"),
            ("16 in. of rain fell", "16 in = 16 inch"),
            ("ranked 5 in Bonn", ""),
            ("about ten miles long", "about ten miles = 10 mile about"),
            ("6 feet 2 inches", "6 feet 2 inches = 74 inch"),
            ("a 6-foot-2 guard", "6-foot-2 = 74 inch"),
            ("5'10\" tall", "5'10\" = 70 inch"),
            ("5 miles, 200 feet", "5 miles = 5 mile; 200 feet = 200 foot"),
            ("a mile and a half away", "a mile and a half = 1.5 mile"),
            ("half a mile", "half a mile = 0.5 mile"),
            ("hundreds of miles", "hundreds of miles = 200..1000 mile vague"),
            ("3-5 km", "3-5 km = 3..5 kilometer range"),
            ("3km-5km", "3km-5km = 3..5 kilometer range"),
            ("500 m to 2 km", "500 m to 2 km = 500..2000 meter range"),
            ("between 3 and 4 watts", "between 3 and 4 watts = 3..4 watt range"),
            ("a wall 8m high", "8m = 8 meter"),
            ("8m homes", ""),
            ("190 km2 or 73 sq mi", "190 km2 = 190 square-kilometer; 73 sq mi = 73 square-mile"),
            ("a 500-square-foot flat", "500-square-foot = 500 square-foot"),
            ("4,150 cubic metres a second", "4,150 cubic metres a second = 4150 cubic-meter-per-second"),
            ("120 km/h", "120 km/h = 120 kilometer-per-hour"),
            ("at −229 °C", "−229 °C = -229 celsius"),
            ("20 degrees below zero", "20 degrees below zero = -20 degree"),
            ("SCP-173C", ""),
            ("Section 620C(c)", ""),
            ("a team at 18F", ""),
            ("18F helped, and 18F won", ""),
            ("a hot day at 1800 F Street", ""),
            ("heat of 35C", "35C = 35 celsius"),
            ("30 C (86 F)", "30 C = 30 celsius; 86 F = 86 fahrenheit"),
            ("25 pounds of flour", "25 pounds = 25 pound"),
            ("ten pounds", ""),
            ("an 11-stone man", "11-stone = 11 stone"),
            ("two stone walls", ""),
            ("1.2 million barrels a day", "1.2 million barrels a day = 1200000 barrel-per-day"),
            ("50 Mbps", "50 Mbps = 50 megabit-per-second"),
            ("a 15-kiloton bomb", "15-kiloton = 15 kiloton-of-tnt"),
            ("$2 a gallon", ""),
            ("more than a mile", "more than a mile = 1 mile over"),
        ],
    );
}
