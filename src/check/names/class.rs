//! Which words name the same office, and which offices exclude each other.

use super::people::folded;
use crate::lexicon::{OfficeClass, Sense, Word};
use crate::reference::RoleHeld;

/// The words of an office that tell it from others, folded and written out.
#[derive(Debug)]
struct Words {
    all: Vec<String>,
    /// How many stand before its complement: one in "adviser to the president".
    head: usize,
}

/// An office as a draft says it.
#[derive(Debug)]
pub(super) struct Said {
    words: Words,
    /// Those that are somebody's or some place's name: "Ashford" of "Ashford Mayor".
    names: Vec<String>,
}

impl Said {
    pub(super) fn of(role: &str) -> Self {
        let capital = |word: &&str| word.starts_with(char::is_uppercase);
        let names = role.split([' ', '-', ',']).filter(capital).map(|word| folded(word.trim_end_matches("'s")));
        let names =
            names.filter(|word| Word::find(word.trim_end_matches('.')).is_none_or(Word::is_only_a_name)).collect();
        Self { words: Words::of(role), names }
    }

    /// Whether the words are one of those an office goes by: all of either's words are among the
    /// other's, none of them makes another office of it, and it is not that of another place.
    pub(super) fn names(&self, held: &RoleHeld) -> bool {
        let names: Vec<Words> = held.role.iter().map(|name| Words::of(name)).collect();
        let said = &self.words;
        let alike = |name: &Words| {
            said.same_ranks(name) && said.has_head_of(name) && (name.is_within(said) || said.is_within(name))
        };
        names.iter().any(alike) && !self.is_of_another_place(&names) && !said.is_foreign_to(&names)
    }

    /// Whether one person at a time holds the office.
    pub(super) fn has_one_holder(&self) -> bool {
        self.words.of_sense(Sense::Superior).next().is_some()
    }

    /// Whether few can be meant by it: "chief executive", "project scientist", but no "member".
    pub(super) fn is_telling(&self) -> bool {
        self.has_one_holder() || self.words.all.len() > 1
    }

    /// Whether all its words, and those of what it is of, are among the words of the offices held: "attorney general", not
    /// "Spanish attorney general" or "youth coach".
    pub(super) fn has_no_more_than<'a>(&self, held: &[RoleHeld], of: impl Iterator<Item = &'a str>) -> bool {
        let held: Vec<Words> = held.iter().flat_map(|held| &held.role).map(|name| Words::of(name)).collect();
        let known = |word: &str| held.iter().any(|name| name.has(word));
        self.words.all.iter().all(|word| known(word)) && of.map(folded).all(|word| known(written_out(&word)))
    }

    /// Whether an office is one of state, whose holder nobody calls by an older one: "Senator Lund" of a
    /// secretary of state, but "Governor Vane" of a company's chairman.
    pub(super) fn is_of_state(held: &RoleHeld) -> bool {
        let of_state = |class| !matches!(class, OfficeClass::Company | OfficeClass::Emergency);
        held.role.iter().filter_map(|name| Words::of(name).class()).any(of_state)
    }

    /// Whether a town has it.
    pub(super) fn is_of_town(&self) -> bool {
        self.words.class() == Some(OfficeClass::Mayor)
    }

    /// "Ashford Mayor" of whom the house calls "mayor of Linden", and "Mayor" for short.
    fn is_of_another_place(&self, names: &[Words]) -> bool {
        let places = self.words.all.len().saturating_sub(1);
        let local = matches!(self.words.class(), Some(OfficeClass::Mayor | OfficeClass::Ambassador));
        local
            && places > 0
            && self.names.len() == places
            && names.iter().any(|name| name.all.len() > 1)
            && !self.names.iter().any(|place| names.iter().any(|name| name.has(place)))
    }

    /// Whether this office and the one that is held exclude each other: one is second to the other,
    /// or they are of one class and this one has words of its own.
    pub(super) fn rivals(&self, held: &RoleHeld) -> bool {
        let names: Vec<Words> = held.role.iter().map(|name| Words::of(name)).collect();
        let said = &self.words;
        if names.iter().any(|name| !said.same(name, Sense::Second)) {
            let whole = |name: &Words| name.first().is_within(&said.first());
            return names.iter().any(whole) && names.iter().all(|name| said.is_beside(name));
        }
        if !names.is_empty() && names.iter().all(|name| said.has_other_portfolio(name)) {
            return true;
        }
        let Some(class) = said.class() else { return false };
        let other = |name: &Words| {
            name.class() == Some(class)
                && match class {
                    OfficeClass::President => said.presides_elsewhere(&names),
                    OfficeClass::Emergency => true,
                    OfficeClass::Cabinet
                    | OfficeClass::Company
                    | OfficeClass::Congress
                    | OfficeClass::Governor
                    | OfficeClass::Mayor
                    | OfficeClass::Premier
                    | OfficeClass::Ambassador
                    | OfficeClass::Sheriff
                    | OfficeClass::King
                    | OfficeClass::Queen
                    | OfficeClass::Pope => said.all.iter().any(|word| !name.has(word)),
                }
        };
        !names.is_empty() && names.iter().all(other)
    }
}

impl Words {
    fn of(role: &str) -> Self {
        let folded = folded(role);
        let words = || folded.split([' ', '-', ',']).map(|word| word.trim_end_matches("'s").trim_end_matches('.'));
        let told = |word: &&str| !word.is_empty() && !means(word, Sense::Unsaid);
        let head = words().take_while(|word| !means(word, Sense::Preposition) || means(word, Sense::Rank)).filter(told);
        Self { head: head.count(), all: words().filter(told).map(|word| written_out(word).to_owned()).collect() }
    }

    /// Whether some word before the complement is one of the other's: an adviser to the president is no
    /// president.
    fn has_head_of(&self, other: &Self) -> bool {
        self.all[..self.head].iter().any(|word| other.all[..other.head].contains(word))
    }

    fn has(&self, word: &str) -> bool {
        self.all.iter().any(|own| own == word)
    }

    fn is_within(&self, other: &Self) -> bool {
        !self.all.is_empty() && self.all.iter().all(|word| other.has(word))
    }

    fn of_sense(&self, sense: Sense) -> impl Iterator<Item = &String> {
        self.all.iter().filter(move |word| means(word, sense))
    }

    /// "Spanish", not "European" or "Democratic", which say nothing of another nation.
    fn nations(&self) -> impl Iterator<Item = &String> {
        self.of_sense(Sense::Nationality).filter(|word| !means(word, Sense::Broad))
    }

    /// Whether the words of one sense are the same in both.
    fn same(&self, other: &Self, sense: Sense) -> bool {
        self.of_sense(sense).all(|word| other.has(word)) && other.of_sense(sense).all(|word| self.has(word))
    }

    fn same_ranks(&self, other: &Self) -> bool {
        self.same(other, Sense::Rank)
    }

    /// Without the words that make somebody second to another.
    fn first(&self) -> Self {
        let first = |words: &[String]| words.iter().filter(|word| !means(word, Sense::Second)).cloned().collect();
        let (all, head): (Vec<String>, Vec<String>) = (first(&self.all), first(&self.all[..self.head]));
        Self { all, head: head.len() }
    }

    /// "Vice President" beside "President": the one is second to the other.
    fn is_beside(&self, held: &Self) -> bool {
        let (said, held) = (self.first(), held.first());
        let superior = said.of_sense(Sense::Superior).next().is_some();
        superior && said.is_within(&held) && said.same_ranks(&held)
    }

    /// "finance director" of whom the house calls "housing director": whether two offices of one kind have different charges.
    fn has_other_portfolio(&self, held: &Self) -> bool {
        let mut said = self.of_sense(Sense::Portfolio).peekable();
        let charged = said.peek().is_some() && held.of_sense(Sense::Portfolio).next().is_some();
        charged && self.has_head_of(held) && said.all(|word| !held.has(word))
    }

    /// The class of the office.
    fn class(&self) -> Option<OfficeClass> {
        // "Secretary General", but "finance director of General Foods".
        if self.all[..self.head].iter().any(|word| means(word, Sense::Unclassed)) {
            return None;
        }
        self.all[..self.head].iter().find_map(|word| {
            let phrases = Word::find(word).map_or(&[][..], Word::phrases).iter();
            let whole = |rest: &&str| self.has(rest) || means(rest, Sense::Unsaid) || *rest == ".";
            let fitting = phrases.filter(|phrase| phrase.rest.iter().all(whole));
            let class = |sense: &Sense| if let Sense::OfficeClass(class) = sense { Some(*class) } else { None };
            fitting.flat_map(|phrase| phrase.senses).find_map(class)
        })
    }

    /// "Spanish finance minister" of the Portuguese one.
    fn is_foreign_to(&self, held: &[Self]) -> bool {
        let any = |word: &str| held.iter().any(|name| name.has(word));
        let mut nations = held.iter().flat_map(Self::nations);
        nations.next().is_some() && self.nations().any(|nation| !any(nation))
    }

    /// "French President" of the German one; "European Council President" of the Commission's.
    fn presides_elsewhere(&self, held: &[Self]) -> bool {
        let any = |word: &str| held.iter().any(|name| name.has(word));
        let mut bodies = self.of_sense(Sense::Institution);
        let bodies_held = || held.iter().flat_map(|name| name.of_sense(Sense::Institution));
        let kindred = self.all.iter().any(|word| any(word) && !means(word, Sense::OfficeClass(OfficeClass::President)));
        self.is_foreign_to(held) || (kindred && bodies_held().next().is_some() && bodies.any(|body| !any(body)))
    }
}

fn means(word: &str, sense: Sense) -> bool {
    Word::find(word).is_some_and(|word| word.is(sense))
}

/// "governor" for "gov".
fn written_out(word: &str) -> &str {
    let whole = |sense| if let Sense::WrittenOut(whole) = sense { Some(whole) } else { None };
    Word::find(word).and_then(|word| word.senses().find_map(whole)).unwrap_or(word)
}
