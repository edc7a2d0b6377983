//! The rules: what is reported, by which name and how gravely.

use super::Level;

/// What is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// "54 people" where the reference says 45.
    ValueDiffers,
    /// "opened in 1928" where the reference says 1982.
    DateDiffers,
    /// "$2.5 billion" where the reference says €2.5 billion.
    UnitDiffers,
    /// Right by an earlier value.
    ValueOutdated,
    /// "Finance Minister Ana Ruiz", who is Foreign Minister.
    RoleDiffers,
    /// "Mayor Tom Adler" after his term.
    RoleOutdated,
    /// "Anna Ruiz" for Ana Ruiz.
    NameMisspelled,
    /// Words changed inside quotation marks.
    QuoteAltered,
    /// The right words from the wrong mouth.
    QuoteMisattributed,
    /// The draft asserts what the reference denies, or the reverse.
    StatementDenied,
    /// Right when rounded.
    Rounded,
    /// Just outside what its hedge admits.
    Borderline,
    /// True, but far more than said.
    Understated,
    /// True, but far less than said.
    Overstated,
    /// Two facts fit equally well and disagree.
    AmbiguousReference,
    /// No fact is about it.
    UnverifiedClaim,
    /// "Friday, Aug. 14, 2025", a Thursday.
    WeekdayMismatch,
    /// "June 31".
    ImpossibleValue,
    /// "10 miles (20 km)".
    ConversionMismatch,
    /// "30 of 120, or 40%".
    PercentageMismatch,
    /// "from 80 to 100, up 40%".
    ChangeMismatch,
    /// "31 medals: 12 gold, 10 silver and 8 bronze".
    SumMismatch,
    /// "two officials, Ana Ruiz, Tom Lee and Iris Vogel".
    ListCountMismatch,
    /// "Maria Lopez, 54, who was born in 1980".
    AgeMismatch,
    /// "from 2014 to 2020, five years".
    DurationMismatch,
    /// "$4.2 million" and "$6.8 million" for one repair.
    SelfContradiction,
    /// "Okafor" and "Okefor" for one person.
    NameInconsistent,
    /// A mark that silences nothing.
    UnusedIgnore,
}

/// One row of the table of rules.
struct Row {
    rule: Rule,
    name: &'static str,
    level: Option<Level>,
    finds: &'static str,
    draft: &'static str,
    against: &'static str,
}

/// In the order of [`Rule`].
const RULES: [Row; 28] = [
    Row {
        rule: Rule::ValueDiffers,
        name: "value-differs",
        level: Some(Level::Error),
        finds: "a figure, age, rank, score or clock time that the reference contradicts",
        draft: "54 people were rescued",
        against: "45 people",
    },
    Row {
        rule: Rule::DateDiffers,
        name: "date-differs",
        level: Some(Level::Error),
        finds: "a date that the reference contradicts",
        draft: "opened in 1928",
        against: "1982",
    },
    Row {
        rule: Rule::UnitDiffers,
        name: "unit-differs",
        level: Some(Level::Error),
        finds: "another currency, or per cent for percentage points",
        draft: "a loan of $2.5 billion",
        against: "€2.5 billion",
    },
    Row {
        rule: Rule::ValueOutdated,
        name: "value-outdated",
        level: Some(Level::Warning),
        finds: "a figure that was right once and is not at the draft's date",
        draft: "8,000 employees",
        against: "6,500 employees since 2025-03-01",
    },
    Row {
        rule: Rule::RoleDiffers,
        name: "role-differs",
        level: Some(Level::Error),
        finds: "an office, party or state that is not the person's",
        draft: "Finance Minister Ana Ruiz",
        against: "Foreign Minister",
    },
    Row {
        rule: Rule::RoleOutdated,
        name: "role-outdated",
        level: Some(Level::Warning),
        finds: "an office that the person no longer holds, or does not hold yet",
        draft: "Mayor Tom Adler",
        against: "mayor until 2023-05-08",
    },
    Row {
        rule: Rule::NameMisspelled,
        name: "name-misspelled",
        level: Some(Level::Error),
        finds: "a name that is not spelled as the house spells it",
        draft: "Anna Ruiz",
        against: "Ana Ruiz",
    },
    Row {
        rule: Rule::QuoteAltered,
        name: "quote-altered",
        level: Some(Level::Warning),
        finds: "words inside quotation marks that were said otherwise",
        draft: "“not one more cent”",
        against: "“not one cent more”",
    },
    Row {
        rule: Rule::QuoteMisattributed,
        name: "quote-misattributed",
        level: Some(Level::Warning),
        finds: "a quotation given to someone who did not say it",
        draft: "“We will see,” Adler said",
        against: "said by Ruiz",
    },
    Row {
        rule: Rule::StatementDenied,
        name: "statement-denied",
        level: Some(Level::Error),
        finds: "a statement that the reference denies, or the denial of one that holds",
        draft: "The country is a member of the court",
        against: "it is not",
    },
    Row {
        rule: Rule::Rounded,
        name: "rounded",
        level: Some(Level::Note),
        finds: "a figure that is right when rounded",
        draft: "1.5 million people",
        against: "1,473,206",
    },
    Row {
        rule: Rule::Borderline,
        name: "borderline",
        level: Some(Level::Note),
        finds: "a figure just outside what its hedge admits",
        draft: "more than 40,000 people",
        against: "40,000",
    },
    Row {
        rule: Rule::Understated,
        name: "understated",
        level: Some(Level::Note),
        finds: "a bound that holds, though the figure is far above it",
        draft: "more than 300 seats",
        against: "720 seats",
    },
    Row {
        rule: Rule::Overstated,
        name: "overstated",
        level: Some(Level::Note),
        finds: "a bound that holds, though the figure is far below it",
        draft: "fewer than 2,000 seats",
        against: "720 seats",
    },
    Row {
        rule: Rule::AmbiguousReference,
        name: "ambiguous-reference",
        level: Some(Level::Note),
        finds: "two facts that fit equally well and disagree",
        draft: "the bridge is 300 metres long",
        against: "300 metres and 310 metres",
    },
    Row {
        rule: Rule::UnverifiedClaim,
        name: "unverified-claim",
        level: None,
        finds: "a claim that no fact is about",
        draft: "the firm has 40 lorries",
        against: "",
    },
    Row {
        rule: Rule::WeekdayMismatch,
        name: "weekday-mismatch",
        level: Some(Level::Warning),
        finds: "a weekday that is not that of its date",
        draft: "Friday, Aug. 14, 2025",
        against: "a Thursday",
    },
    Row {
        rule: Rule::ImpossibleValue,
        name: "impossible-value",
        level: Some(Level::Warning),
        finds: "a day, clock time, share or part of a whole that cannot be",
        draft: "the permit runs until June 31",
        against: "June has 30 days",
    },
    Row {
        rule: Rule::ConversionMismatch,
        name: "conversion-mismatch",
        level: Some(Level::Warning),
        finds: "a measure given in two units that are not the same",
        draft: "10 miles (20 km)",
        against: "10 miles is 16.1 kilometers",
    },
    Row {
        rule: Rule::PercentageMismatch,
        name: "percentage-mismatch",
        level: Some(Level::Warning),
        finds: "a percentage that is not that of the counts beside it",
        draft: "30 of 120, or 40%",
        against: "30 of 120 is 25%",
    },
    Row {
        rule: Rule::ChangeMismatch,
        name: "change-mismatch",
        level: Some(Level::Warning),
        finds: "a change that is not the one from its start to its end",
        draft: "from 80 to 100, up 40%",
        against: "from 80 to 100 is up 25%",
    },
    Row {
        rule: Rule::SumMismatch,
        name: "sum-mismatch",
        level: Some(Level::Warning),
        finds: "a total that is not that of its parts",
        draft: "31 medals: 12 gold, 10 silver and 8 bronze",
        against: "12 + 10 + 8 is 30",
    },
    Row {
        rule: Rule::ListCountMismatch,
        name: "list-count-mismatch",
        level: Some(Level::Warning),
        finds: "a count that is not that of the list behind it",
        draft: "two officials, Ana Ruiz, Tom Lee and Iris Vogel",
        against: "three are named",
    },
    Row {
        rule: Rule::AgeMismatch,
        name: "age-mismatch",
        level: Some(Level::Warning),
        finds: "an age that does not follow from the date of birth beside it",
        draft: "Maria Lopez, 54, who was born in 1980",
        against: "44 or 45 in 2025",
    },
    Row {
        rule: Rule::DurationMismatch,
        name: "duration-mismatch",
        level: Some(Level::Warning),
        finds: "a length of time that is not that between the dates beside it",
        draft: "from 2014 to 2020, five years",
        against: "six years",
    },
    Row {
        rule: Rule::SelfContradiction,
        name: "self-contradiction",
        level: Some(Level::Warning),
        finds: "one measure of one thing, or one person's age, with two figures: in two sentences, in a headline, standfirst or caption and the text, in a row of a table and a sentence",
        draft: "The Orrin bridge repair will cost $6.8 million",
        against: "the $4.2 million Orrin bridge repair",
    },
    Row {
        rule: Rule::NameInconsistent,
        name: "name-inconsistent",
        level: Some(Level::Warning),
        finds: "the name of a person whose office the draft gives, spelt in another place with a letter changed, lost, added or moved",
        draft: "Okefor said the budget would stand",
        against: "Mayor Samuel Okafor",
    },
    Row {
        rule: Rule::UnusedIgnore,
        name: "unused-ignore",
        level: Some(Level::Note),
        finds: "a mark in the draft that silences nothing, or names no rule",
        draft: "<!-- factdiff: ignore value-differs --> before a right figure",
        against: "no finding to silence",
    },
];

impl Rule {
    /// Every rule.
    pub fn all() -> impl Iterator<Item = Self> {
        RULES.iter().map(|row| row.rule)
    }

    /// The rule of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|rule| rule.name() == name)
    }

    /// The rule whose name is nearest to a mistyped one; none where no name is near.
    pub fn nearest(name: &str) -> Option<Self> {
        let distances = Self::all().map(|rule| (strsim::damerau_levenshtein(rule.name(), name), rule));
        distances.min_by_key(|(distance, _)| *distance).filter(|(distance, _)| *distance <= 4).map(|(_, rule)| rule)
    }

    /// The name in output, options and marks.
    pub fn name(self) -> &'static str {
        RULES[self as usize].name
    }

    /// How grave it is by itself; none for a rule that is off.
    pub fn level(self) -> Option<Level> {
        RULES[self as usize].level
    }

    /// Whether it holds the draft against a reference, not against itself.
    pub fn needs_reference(self) -> bool {
        !(Self::WeekdayMismatch..=Self::UnusedIgnore).contains(&self)
    }

    /// What it finds, as the end of the sentence "it finds …".
    pub fn finds(self) -> &'static str {
        RULES[self as usize].finds
    }

    /// Words of a draft that it reports.
    pub fn example(self) -> &'static str {
        RULES[self as usize].draft
    }

    /// What the example is held against: the reference, or what follows from the draft itself; empty
    /// where nothing is.
    pub fn against(self) -> &'static str {
        RULES[self as usize].against
    }
}

#[cfg(test)]
mod tests {
    use super::{RULES, Rule};

    #[test]
    fn the_table_is_in_the_order_of_the_rules() {
        for (index, row) in RULES.iter().enumerate() {
            assert_eq!(row.rule as usize, index, "{}", row.name);
            assert_eq!(Rule::named(row.name), Some(row.rule));
        }
    }
}
