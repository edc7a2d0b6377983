//! The words that place a fact: whether they can match, and whether they match that fact alone.

use super::{Weak, Weakness};
use crate::check::reading::phrase::{Alternative, Shape, alternatives};
use crate::check::reading::term::{Term, Vocabulary};
use crate::check::reading::wording::{Wording, wording};
use crate::reference::{Fact, Form};

/// With fewer words than this, none of them a name, a fact is about too much.
const FEW: usize = 3;

/// The words of a fact.
pub(super) struct Words {
    pub(super) subject: Vec<Alternative>,
    pub(super) measure: Vec<Alternative>,
    not: Vec<Alternative>,
    pub(super) wording: Wording,
    /// Those of a person's name.
    pub(super) name: Option<Vec<Term>>,
}

impl Words {
    pub(super) fn of(fact: &Fact, vocabulary: &mut Vocabulary) -> Self {
        let mut read = |phrases: &[String]| alternatives(phrases, vocabulary, &mut Vec::new());
        let (subject, measure, not) = (read(&fact.subject), read(&fact.measure), read(&fact.not));
        let name = match &fact.form {
            Form::Person(person) => read(std::slice::from_ref(&person.name)).pop().map(|name| name.terms),
            Form::Sentence { .. }
            | Form::Value(_)
            | Form::Values(_)
            | Form::Date(_)
            | Form::Since { .. }
            | Form::Quote { .. }
            | Form::Transcript { .. }
            | Form::Statement { .. } => None,
        };
        Self { subject, measure, not, wording: wording(fact, vocabulary), name }
    }

    /// What keeps a fact from matching, and what makes it match too much.
    pub(super) fn weaknesses(&self, fact: &Fact) -> Vec<Weak> {
        let mut weak = Vec::new();
        for (key, phrases, read) in [
            ("subject", &fact.subject, &self.subject),
            ("measure", &fact.measure, &self.measure),
            ("not", &fact.not, &self.not),
        ] {
            // Those without a word of content were left out when they were read.
            let mut read = read.iter().map(|alternative| alternative.phrase).peekable();
            for (number, phrase) in phrases.iter().enumerate() {
                if read.next_if_eq(&number).is_none() {
                    weak.push((key, Some(number), Weakness::NoWords { phrase: phrase.clone() }));
                }
            }
        }
        for not in &self.not {
            if let Some(own) = self.ruled_out(fact, not) {
                let phrase = fact.not.get(not.phrase).cloned().unwrap_or_default();
                weak.push(("not", Some(not.phrase), Weakness::RulesItselfOut { phrase, own }));
            }
        }
        weak.extend(self.too_broad(fact));
        weak
    }

    /// Whether a phrase under `not` keeps an alternative from matching.
    pub(super) fn rules_out(&self, alternative: &Alternative) -> bool {
        self.not.iter().any(|not| not.terms.iter().all(|term| alternative.terms.contains(term)))
    }

    /// The fact's own words that hold all of a phrase under `not`; in its subject the phrase does no harm.
    fn ruled_out(&self, fact: &Fact, not: &Alternative) -> Option<String> {
        let holds = |terms: &[Term]| not.terms.iter().all(|term| terms.contains(term));
        let own = |phrases: &[String], read: &[Alternative]| {
            let ruled = read.iter().find(|alternative| holds(&alternative.terms))?;
            phrases.get(ruled.phrase).cloned()
        };
        let sentence = || match &fact.form {
            Form::Sentence { text, .. } => {
                let names = self.wording.names.iter().flat_map(|name| &name.terms);
                let said: Vec<Term> = self.wording.words.iter().chain(names).copied().collect();
                holds(&said).then(|| text.clone())
            }
            Form::Value(_)
            | Form::Values(_)
            | Form::Date(_)
            | Form::Since { .. }
            | Form::Person(_)
            | Form::Quote { .. }
            | Form::Transcript { .. }
            | Form::Statement { .. } => None,
        };
        own(&fact.measure, &self.measure).or_else(sentence)
    }

    /// The shortest way to say what a figure is of, where it is short and has no name.
    fn too_broad(&self, fact: &Fact) -> Option<Weak> {
        match &fact.form {
            Form::Value(_) | Form::Values(_) | Form::Date(_) | Form::Since { .. } => {}
            Form::Sentence { .. }
            | Form::Person(_)
            | Form::Quote { .. }
            | Form::Transcript { .. }
            | Form::Statement { .. } => return None,
        }
        let shortest = |read: &[Alternative]| {
            let nameless = read.iter().filter(|alternative| alternative.shape == Shape::Words);
            nameless
                .min_by_key(|alternative| alternative.terms.len())
                .map(|shortest| (shortest.phrase, shortest.terms.len()))
        };
        let named = |read: &[Alternative]| !read.is_empty() && read.iter().all(|one| one.shape != Shape::Words);
        if named(&self.subject) || named(&self.measure) {
            return None;
        }
        let (subject, measure) = (shortest(&self.subject), shortest(&self.measure));
        let words = [subject, measure].iter().flatten().map(|(_, words)| words).sum::<usize>();
        if words == 0 || words >= FEW {
            return None;
        }
        let said = [(&fact.subject, subject), (&fact.measure, measure)].into_iter();
        let said = said.filter_map(|(phrases, one)| phrases.get(one?.0)).cloned().collect::<Vec<_>>().join(", ");
        let (key, item) = subject.map_or(("measure", measure), |_| ("subject", subject));
        Some((key, item.map(|(number, _)| number), Weakness::TooBroad { words: said }))
    }
}
