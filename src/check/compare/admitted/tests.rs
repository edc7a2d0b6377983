//! Figures and what they admit.

use crate::check::admits;
use crate::extract::extract;
use crate::source::{self, Format};
use crate::value::{End, Exact, Interval};

#[test]
fn bounds_of_what_falls_lie_below_zero() {
    let (infinite, closed, open) = (End::Infinite, End::Closed, End::Open);
    for (text, low, high) in [
        ("Output fell more than 5%.", infinite, open(Exact::from(-5))),
        ("Output fell at least 5%.", infinite, closed(Exact::from(-5))),
        ("Output fell less than 5%.", open(Exact::from(-5)), infinite),
        ("Output fell by up to 5%.", closed(Exact::from(-5)), infinite),
        ("Output rose more than 5%.", open(Exact::from(5)), infinite),
        ("It was more than -5 °C.", open(Exact::from(-5)), infinite),
    ] {
        let draft = source::read(text, Format::Plain);
        let claims = extract(&draft);
        assert_eq!(admits(&claims[0]), Some(Interval { low, high }), "{text}");
    }
}
