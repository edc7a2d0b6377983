//! A fact as the matcher sees it: the words that place it, and the values it states.

use std::collections::HashMap;
use std::ops::Range;

use super::people::{is_of_people, singular};
use super::phrase::{Alternative, Shape, alternatives};
use super::term::{Term, Terms};
use super::wording::{Beside, TOLD_AGAIN, Wording, wording};
use crate::check::compare::outcome::{Against, Reading};
use crate::claim::{Claim, ClaimKind};
use crate::lexicon::{OfficeClass, Sense, Word, governing, holding, leading, tells_age};
use crate::reference::{Fact, Form, RoleHeld};
use crate::source::{self, Format};
use crate::text::{self, Tokens};

/// The words that place a fact.
#[derive(Debug)]
pub(in crate::check) struct Profile {
    /// Index of the fact.
    pub(in crate::check) fact: usize,
    /// Any one of them must be in scope.
    pub(in crate::check) subject: Vec<Alternative>,
    /// Any one of them must be near the figure.
    pub(in crate::check) measure: Vec<Alternative>,
    /// Any one of them in the figure's clause rules the fact out.
    pub(in crate::check) not: Vec<Alternative>,
    /// For a sentence fact: its own words, and those beside each of its figures.
    pub(in crate::check) wording: Option<Wording>,
    /// What ties a figure to the subject.
    pub(in crate::check) tie: Tie,
    /// From this phrase on its measure says what whoever holds an office does to what it is of.
    leading: usize,
    /// From this one on it says what whoever holds any office does.
    general: usize,
    /// Of a person, the offices that are held still: "the mayor, who is 68,".
    pub(in crate::check) offices: Vec<Alternative>,
    /// Which of the fact's values it places.
    values: Range<usize>,
    /// What its figures say of a change.
    pub(in crate::check) reading: Reading,
    /// Whether its measure says no more than that something moved: "fell".
    pub(in crate::check) only_moves: bool,
    /// What a figure may be told to be of it without its measure.
    pub(in crate::check) implied: Option<Implied>,
    /// Whether it tells a share of something: "share of the fuel", "of the dead", "61% of the group's revenue".
    pub(in crate::check) is_share: bool,
    /// Every word of the fact, sorted: a name made of them is the fact's own.
    pub(in crate::check) words: Vec<Term>,
    /// The names in its subject and measure: a longer name that ends with one is its own too, as
    /// a full name is the surname's.
    pub(super) names: Vec<Vec<Term>>,
}

/// What a figure measures of a thing though no word says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Implied {
    /// "the 640-metre Orla bridge": how long or high it is.
    Extent,
    /// "Vessby, a city of 187,000": how many live there.
    Population,
    /// "the 151-year-old mill": how long ago it was founded.
    Origin,
    /// "a 19-day trial", "a trial of 19 days": how long it lasted.
    Length,
    /// "the $460 million bridge": what it cost.
    Cost,
}

/// What ties a figure to the subject of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Tie {
    /// The words of its measure, or of its sentence.
    Words,
    /// "Putin, 72,": an age stands beside the name.
    Age,
    /// "has been chief executive for five years".
    Tenure,
}

impl Profile {
    /// Reads the words of a fact into the vocabulary: a profile for each group of values that the
    /// same words place. None for quotations and statements, which are matched by other means.
    pub(in crate::check) fn all(fact: usize, of: &Fact, vocabulary: &mut impl Terms) -> Vec<Self> {
        match &of.form {
            Form::Quote { .. } | Form::Transcript { .. } | Form::Statement { .. } => Vec::new(),
            Form::Sentence { claims, .. } => {
                let wording = Some(wording(of, vocabulary));
                vec![Self::new(
                    (fact, of),
                    (&of.subject, &of.measure),
                    wording,
                    (Tie::Words, 0..claims.len()),
                    vocabulary,
                )]
            }
            // An age says by itself what it measures: "Lena Marsh, 58, said".
            Form::Value(stated) if stated.claim.kind == ClaimKind::Age && of.measure.iter().any(|it| tells_age(it)) => {
                vec![Self::new((fact, of), (&of.subject, &[]), None, (Tie::Words, 0..1), vocabulary)]
            }
            Form::Value(_) | Form::Values(_) | Form::Date(_) | Form::Since { .. } => {
                vec![Self::new((fact, of), (&of.subject, &of.measure), None, (Tie::Words, 0..1), vocabulary)]
            }
            Form::Person(person) => {
                let names: Vec<String> = std::iter::once(&person.name).chain(&person.aliases).cloned().collect();
                let mut profiles = Vec::new();
                let of_any =
                    |said: &&String| governing().contains(&said.as_str()) || holding().contains(&said.as_str());
                let general = |measure: &[String]| measure.len() - measure.iter().filter(of_any).count();
                let open = |held: &&RoleHeld| held.until.is_none();
                let held_still: Vec<String> =
                    person.roles.iter().filter(open).flat_map(|held| held.role.iter().cloned()).collect();
                for (value, against) in Against::all(of).into_iter().enumerate() {
                    let mut leads_from = usize::MAX;
                    let (tie, measure) = match against {
                        Against::Since { since, until } => {
                            let held = person.roles.iter().filter(|held| held.from == Some(since));
                            let mut said: Vec<String> = held.flat_map(|held| held.role.iter().cloned()).collect();
                            let only = person.roles.iter().filter(open).count() == 1 && until.is_none();
                            // "has been mayor since 2019" of the mayor of Ashford.
                            let bare = |role: &String| without_place(role).map(str::to_owned);
                            let alone = |office: &String| {
                                let same = |role: &&String| without_place(role).unwrap_or(role) == office;
                                person.roles.iter().flat_map(|held| &held.role).filter(same).count() == 1
                            };
                            let bare: Vec<String> = said.iter().filter_map(bare).filter(alone).collect();
                            said.extend(bare);
                            leads_from = said.len();
                            let deeds: Vec<String> =
                                said.iter().flat_map(|role| leading(role)).map(str::to_owned).collect();
                            said.extend(deeds);
                            // "She has held the post since 2018": the one office that she holds.
                            let governs = said.iter().any(|role| governs(role));
                            if only {
                                said.extend(holding().iter().map(|&phrase| phrase.to_owned()));
                            }
                            // "She has governed since 2018"
                            if only && governs {
                                said.extend(governing().iter().map(|&phrase| phrase.to_owned()));
                            }
                            (Tie::Tenure, said)
                        }
                        Against::Value(_) | Against::History(_) | Against::Life { .. } => (Tie::Age, Vec::new()),
                    };
                    let places = (tie, value..value + 1);
                    let profile = Self::new((fact, of), (&names, &measure), None, places, vocabulary);
                    let offices = if tie == Tie::Age { &held_still[..] } else { &[] };
                    let offices = alternatives(offices, vocabulary, &mut Vec::new());
                    profiles.push(Self { leading: leads_from, general: general(&measure), offices, ..profile });
                }
                profiles
            }
        }
    }

    fn new(
        (fact, of): (usize, &Fact),
        (subject, phrases): (&[String], &[String]),
        wording: Option<Wording>,
        (tie, values): (Tie, Range<usize>),
        vocabulary: &mut impl Terms,
    ) -> Self {
        let mut names: Vec<Vec<Term>> = Vec::new();
        let mut read = |phrases: &[String]| -> Vec<Alternative> { alternatives(phrases, vocabulary, &mut names) };
        let (subject, mut measure) = (read(subject), read(phrases));
        // "this year" beside "sales expected" measures nothing.
        if !phrases.iter().all(|phrase| says_when(phrase)) {
            measure.retain(|own| !says_when(&phrases[own.phrase]));
        }
        // "of them at Brightwell" says no more of Brightwell than its name does.
        let says = |measure: &Alternative| {
            !subject.iter().any(|known| known.shape == Shape::Name && known.terms == measure.terms)
        };
        if measure.iter().any(says) {
            measure.retain(says);
        }
        let not = alternatives(&of.not, vocabulary, &mut Vec::new());
        names.extend(wording.iter().flat_map(|wording| &wording.names).map(|name| name.terms.clone()));
        let told = subject.iter().chain(&measure).chain(wording.iter().flat_map(|wording| &wording.names));
        let mut words: Vec<Term> = told.flat_map(Alternative::forms).flatten().copied().collect();
        words.extend(wording.iter().flat_map(|wording| wording.words.iter().copied()));
        words.extend(alternatives(&counted(of), vocabulary, &mut Vec::new()).into_iter().flat_map(|noun| noun.terms));
        words.sort_unstable();
        words.dedup();
        let moves = of.measure.iter().any(|phrase| speaks_of_movement(phrase));
        let reading = if moves { Reading::Movement } else { Reading::Level };
        let only_moves = moves && of.measure.iter().all(|phrase| !phrase.contains(' ') && speaks_of_movement(phrase));
        let share = |claim: &Claim<'_>| matches!(claim.kind, ClaimKind::Percent | ClaimKind::Ratio);
        let states_share = matches!(&of.form, Form::Sentence { claims, .. } if claims.iter().any(share));
        let is_share = states_share
            || of.measure.iter().any(|phrase| phrase.starts_with("of ") || phrase.starts_with("share of "));
        Self {
            fact,
            subject,
            measure,
            not,
            wording,
            tie,
            leading: usize::MAX,
            general: usize::MAX,
            offices: Vec::new(),
            values,
            reading,
            only_moves,
            implied: implied(&of.measure),
            is_share,
            words,
            names,
        }
    }

    /// "chaired": whether a phrase of its measure tells what is done to what the office is of.
    pub(in crate::check) fn is_leading(&self, phrase: usize) -> bool {
        phrase >= self.leading && phrase < self.general
    }

    /// Whether an office in its measure is one of something that has a name: "coach of the Reds".
    pub(in crate::check) fn is_of_named(&self) -> bool {
        let person =
            |name: &Vec<Term>| self.subject.iter().any(|known| name.iter().all(|term| known.terms.contains(term)));
        !self.names.iter().all(person)
    }

    /// Whether a word tells that.
    pub(in crate::check) fn leads(&self, term: Term) -> bool {
        self.measure.iter().any(|own| self.is_leading(own.phrase) && own.terms == [term])
    }

    /// "governed": whether a phrase of its measure stands for any office.
    pub(in crate::check) fn is_general(&self, phrase: usize) -> bool {
        phrase >= self.general
    }

    /// Whether some way of naming its subject has a name in it.
    pub(in crate::check) fn is_named(&self) -> bool {
        self.subject.iter().any(|alternative| alternative.shape != Shape::Words)
    }

    /// Whether its subject and measure are among the words in scope, which are sorted: a fact that lacks one of its own
    /// there is about no figure, but for a fall, which a rise without its words may be held against.
    pub(in crate::check) fn is_among(&self, scope: &[Term]) -> bool {
        let is_among = |said: &[Alternative]| said.is_empty() || said.iter().any(|own| own.is_among(scope));
        is_among(&self.subject) && (self.only_moves || self.implied.is_some() || is_among(&self.measure))
    }

    /// The values of its fact that it places, each with its number among all of them.
    pub(in crate::check) fn values<'r>(&self, fact: &'r Fact) -> impl Iterator<Item = (usize, Against<'r>)> {
        let wanted = self.values.clone();
        Against::all(fact).into_iter().enumerate().filter(move |(number, _)| wanted.contains(number))
    }

    /// The terms of which at least one stands with a figure that the fact is about: words of its
    /// measure or its sentence, or of its subject where it has no measure or need not say it.
    pub(in crate::check) fn measures(&self) -> impl Iterator<Item = Term> {
        let placed_by = if self.measure.is_empty() { &self.subject } else { &self.measure };
        let worded = self.wording.iter().flat_map(|wording| &wording.beside);
        let worded = worded.flat_map(|Beside { head, counted, near, once, history, changed, .. }| {
            head.iter().chain(counted).chain(near).chain(once).chain(history).chain(changed)
        });
        let implied = self.subject.iter().filter(|_| self.implied.is_some());
        placed_by.iter().chain(implied).flat_map(|alternative| &alternative.terms).chain(worded).copied()
    }

    /// The terms of which at least one is in scope wherever the fact is about a claim: of each way
    /// to say it the rarest word, by how many facts share a word.
    pub(in crate::check) fn keys(&self, facts_with: &HashMap<Term, u32>) -> Vec<Term> {
        let rarity = |term: &Term| facts_with.get(term).copied().unwrap_or_default();
        let rarest = |alternative: &Alternative| {
            let key = |form: &Vec<Term>| form.iter().min_by_key(|term| rarity(term)).copied();
            let keys = alternative.forms().filter_map(key).chain(alternative.parts());
            keys.collect::<Vec<Term>>()
        };
        let Some(wording) = self.wording.as_ref().filter(|_| self.subject.is_empty()) else {
            return self.subject.iter().flat_map(rarest).collect();
        };
        if wording.names.is_empty() && !self.measure.is_empty() {
            return self.measure.iter().flat_map(rarest).collect();
        }
        let mut words = wording.words.clone();
        words.sort_by_key(rarity);
        // Where so many words must be said, one of the rest and one more is.
        words.truncate(wording.words_needed().map_or(0, |needed| words.len() - needed + 1));
        words.extend(wording.names.iter().flat_map(rarest));
        // "The probe was launched", of a fact that goes on with where it got.
        for Beside { head, counted, near, names, .. } in &wording.beside {
            let mut clause: Vec<Term> = [head, counted, near].into_iter().flatten().copied().collect();
            clause.sort_by_key(rarity);
            let needed = (clause.len() * TOLD_AGAIN).div_ceil(100);
            words.extend(clause.iter().take(clause.len() - needed + 1).filter(|_| names.is_empty()));
        }
        words
    }
}

/// "this year", "last month": whether a phrase only says when.
fn says_when(phrase: &str) -> bool {
    let times = ["year", "month", "week", "quarter", "season"];
    phrase
        .split_once(' ')
        .is_some_and(|(which, time)| ["this", "last", "next"].contains(&which) && times.contains(&time))
}

/// "11 wards": what the value of a fact counts.
fn counted(of: &Fact) -> Vec<String> {
    let claim = match &of.form {
        Form::Value(stated) => Some(&stated.claim),
        Form::Values(entries) => entries.first().map(|entry| &entry.value.claim),
        Form::Sentence { .. }
        | Form::Date(_)
        | Form::Since { .. }
        | Form::Person(_)
        | Form::Quote { .. }
        | Form::Transcript { .. }
        | Form::Statement { .. } => None,
    };
    let counts = claim.filter(|claim| claim.kind == ClaimKind::Count);
    // Of people much else is told.
    let noun = counts.and_then(|claim| claim.of.as_deref()).filter(|noun| !is_of_people(singular(noun)));
    noun.map(str::to_owned).into_iter().collect()
}

/// What its measure need not be said for.
fn implied(measure: &[String]) -> Option<Implied> {
    let extends = |word: &str| {
        let told = |sense| matches!(sense, Sense::Extends("long" | "tall" | "high"));
        Word::find(word).is_some_and(|word| word.senses().any(told))
    };
    let tells = |wanted: &[&str]| measure.iter().any(|phrase| wanted.contains(&phrase.as_str()));
    let begins = |phrase: &String| Word::find(phrase).is_some_and(|word| word.is(Sense::Founds));
    let mut words = measure.iter().flat_map(|phrase| phrase.split(' '));
    if tells(&["population", "inhabitants", "residents"]) {
        Some(Implied::Population)
    } else if tells(&["lasted", "lasts", "duration"]) {
        Some(Implied::Length)
    } else if tells(&["cost", "costs"]) {
        Some(Implied::Cost)
    } else if measure.iter().any(begins) {
        Some(Implied::Origin)
    } else {
        words.any(extends).then_some(Implied::Extent)
    }
}

/// "mayor" of "mayor of Ashford", an office that is told of one place; but ministers are told apart by what they are of.
fn without_place(role: &str) -> Option<&str> {
    let (office, of) = [" of ", " at ", " for "].iter().find_map(|small| role.split_once(small))?;
    let place = of.strip_prefix("the ").unwrap_or(of).starts_with(char::is_uppercase);
    let cabinet = |word: &str| {
        Word::find(word)
            .is_some_and(|word| word.senses().any(|sense| sense == Sense::OfficeClass(OfficeClass::Cabinet)))
    };
    (place && !office.split(' ').any(cabinet)).then_some(office)
}

/// "Prime Minister": whether the holder of a role governs.
fn governs(role: &str) -> bool {
    role.split(' ').any(|word| Word::find(word).is_some_and(|word| word.is(Sense::Governs)))
}

/// "growth of spending", "annual bill go up": whether a word of a measure is a movement.
fn speaks_of_movement(phrase: &str) -> bool {
    let document = source::read(phrase, Format::Plain);
    let mut tokens = Tokens::default();
    document.blocks.iter().any(|block| {
        tokens.read(&document, block);
        let moves = |at: usize| {
            text::phrase_at(&document.prose, &tokens.tokens, at, |phrase| {
                phrase.senses.iter().any(|sense| matches!(sense, Sense::Movement(..))).then_some(())
            })
        };
        (0..tokens.tokens.len()).any(|at| moves(at).is_some())
    })
}
