//! Whose a time in an office is, and in which office.

use super::{deed, means};
use crate::check::figures::matching::age::may_be_person;
use crate::check::reading::outline::{Name, has_sense, names};
use crate::check::reading::profile::Profile;
use crate::check::reading::scene::{Mark, Scene};
use crate::lexicon::{Handover, Sense};
use crate::text::{Token, TokenKind};
use crate::value::Tenure as Term;

/// So many words an office has at most: "secretary of state".
const OFFICE: usize = 5;

/// How many tokens a title and a name take between "by" and the name's last word.
const RULER: usize = 8;

/// A time beside a person and an office.
pub(super) struct Tenure<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) mark: &'s Mark,
    pub(super) profile: &'s Profile,
    /// Where the person's name stands in the sentence.
    pub(super) holder: Option<usize>,
    /// Where the office stands in it.
    pub(super) office: Option<usize>,
}

impl Tenure<'_> {
    /// Where the clause begins that tells of the time; "since 2018" and "as mayor" are none of their own.
    fn start(&self) -> usize {
        let clauses = &self.scene.outline.clauses;
        let mut clause = self.scene.outline.clause_of(self.mark.figure.start);
        let leans = |clause: usize| {
            let first = clauses[clause].tokens.start;
            let office = || (first + 1..first + 3).any(|at| self.scene.is_measure(at, self.profile));
            matches!(self.text(first), "since" | "for" | "until") || self.text(first) == "as" && office()
        };
        while clause > 0 && leans(clause) {
            clause -= 1;
        }
        clauses[clause].tokens.start
    }

    fn text(&self, at: usize) -> &str {
        self.scene.tokens[at].text(self.scene.prose)
    }

    /// Whether the name stands right behind the "by" of a rule.
    pub(super) fn follows(&self) -> bool {
        let by = self.mark.whole.end + 2;
        let rival = |name: &&Name| name.tokens.start > by && self.is_of_another(name);
        let first = self.scene.outline.names.iter().filter(|name| name.tokens.start > by).map(|name| name.tokens.start);
        let nearest = first.min().unwrap_or(by);
        let rivals = self.scene.outline.names.iter().filter(rival).any(|name| name.tokens.start == nearest);
        let titled = self.holder_name().is_some_and(|name| {
            let title = self.title_before(name.tokens.start);
            name.tokens.start - title <= by + 1 || self.scene.tokens[by + 1].is_capitalised()
        });
        let near = self.holder.is_some_and(|at| (by + 1..by + RULER).contains(&at));
        // "by Solvay's party", "by Solvay and Dart"
        let alone = self.holder_name().is_none_or(|name| {
            let next = self.scene.tokens.get(name.tokens.end).map_or("", |token| token.text(self.scene.prose));
            let joined = self.scene.tokens.get(name.tokens.end + 1).is_some_and(Token::is_capitalised);
            !(name.possessive || joined && matches!(next, "and" | "or" | "&"))
        });
        near && alone && titled && !(by + 1..self.holder.unwrap_or(by)).any(|at| self.text(at) == ",") && !rivals
    }

    /// "Paula Denk, a former sprinter": whether the office is one that the person has left.
    pub(super) fn is_former(&self) -> bool {
        let scene = self.scene;
        let before = self.office.map(|at| (scene.sentence.start..at).rev().take(OFFICE));
        before.is_some_and(|mut before| {
            let left = before.find(|&at| !scene.is_own(at, self.profile));
            left.is_some_and(|at| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Past)))
        })
    }

    /// "his foreign minister", "Carla Vane's chief of staff", "her predecessor": whether somebody of theirs held it.
    pub(super) fn is_anothers(&self) -> bool {
        let scene = self.scene;
        let owner = |at: usize| {
            ["his", "her", "their", "its", "whose"].iter().any(|own| self.text(at).eq_ignore_ascii_case(own))
        };
        let possessive = |name: &Name| name.possessive && self.holder.is_some_and(|at| name.tokens.contains(&at));
        let of_theirs = self.office.map(|at| (scene.sentence.start..at).rev().take(OFFICE));
        let of_theirs = of_theirs.and_then(|mut before| before.find(|&at| !scene.is_own(at, self.profile)));
        // "Odile Verrault, 57, its director since 2018": who is named right before is the director.
        let named = |owner: usize| {
            let aged = |at: usize| scene.tokens[at].kind == TokenKind::Number || self.text(at) == ",";
            let before = (scene.sentence.start..owner).rev().find(|&at| !aged(at));
            before.is_some_and(|at| at + 1 < owner && self.holder_name().is_some_and(|name| name.tokens.end == at + 1))
        };
        // "His granddaughter, Bodil Rask, has chaired"
        let apposed = self
            .holder_name()
            .is_some_and(|name| name.tokens.start > self.start() && self.text(name.tokens.start - 1) == ",");
        of_theirs.is_some_and(|at| owner(at) && !named(at))
            || owner(self.start()) && !named(self.start()) && !apposed
            || scene.outline.names.iter().any(possessive)
    }

    /// "since 2015, three years before she became mayor", "told Orlo that she had been in office", "with the support of
    /// President Orlo": whether the person or the office stands where the time does not reach.
    pub(super) fn is_told_apart(&self) -> bool {
        let scene = self.scene;
        let figure = &self.mark.figure;
        let own = scene.outline.clause_of(figure.start);
        let behind = |at: usize| at >= figure.end;
        let office_apart = self.office.is_some_and(|at| behind(at) && scene.outline.clause_of(at) != own);
        let holder_apart = self.holder.is_some_and(behind) && !self.office.is_some_and(behind);
        let led = |at: usize| ["by", "with", "of", "from", "against", "for", "under"].contains(&self.text(at));
        let name = self.holder_name();
        let first = name.map(|name| name.tokens.start).or(self.holder);
        let title = first.map(|first| first - self.title_before(first));
        let object = title.and_then(|at| at.checked_sub(1)).filter(|&at| at >= scene.sentence.start).is_some_and(led);
        // Nor does a time that was over, or will be: "had been in power for two years when".
        let that = |at: usize| matches!(self.text(at), "that" | "had" | "will" | "would");
        let that = self.holder.is_some_and(|at| (at..figure.start.max(at)).any(that));
        office_apart || holder_apart || object || that
    }

    /// How many words of an office stand right before a name.
    fn title_before(&self, name: usize) -> usize {
        let scene = self.scene;
        let of_title = |at: &usize| {
            scene.is_own(*at, self.profile) || scene.tokens[*at].word.is_some_and(|word| word.is(Sense::Title))
        };
        (scene.sentence.start..name).rev().take(OFFICE).take_while(of_title).count()
    }

    /// "chief executive of Varda since 2019, was its finance director for nearly six years": whether the clause says what the
    /// person was then, and that is not the office.
    pub(super) fn is_in_another_office(&self) -> bool {
        let scene = self.scene;
        let be = (self.start()..self.mark.figure.start).rfind(|&at| matches!(self.text(at), "was" | "been" | "became"));
        let title = |at: usize| has_sense(scene.prose, scene.tokens, at, Sense::Title).is_some();
        let office = |at: usize| scene.is_measure(at, self.profile);
        be.is_some_and(|be| {
            (be + 1..self.mark.figure.start).any(title) && !(be + 1..self.mark.figure.start).any(office)
        })
    }

    /// "the prime minister, who has been in office", "which has governed lettings": whether a clause that goes on from a
    /// noun goes on from another than the person or the office.
    pub(super) fn is_related_to_another(&self) -> bool {
        let scene = self.scene;
        let clause = self.start();
        let word = |at: &usize| scene.tokens[*at].kind != TokenKind::Symbol;
        let before = (scene.sentence.start..clause).rev().find(word);
        match self.text(clause) {
            // "an aide to Dart after he became prime minister in 1998"
            "which" | "that" | "whose" | "where" | "when" | "after" | "before" | "while" | "until" | "as" => true,
            // "the bank's chief, in office since 2016"
            "in" => before.is_some_and(|at| !scene.is_own(at, self.profile)),
            "who" => {
                // "Vann, 58, who took office"
                let aged = |at: usize| scene.tokens[at].kind == TokenKind::Number;
                before.is_some_and(|at| !scene.is_own(at, self.profile) && !aged(at))
            }
            _ => false,
        }
    }

    /// "defeated Holt, mayor since 2009", "met Prime Minister Nils Aker, in power since": whether the nearest name before
    /// the time is somebody else's.
    pub(super) fn is_of_name_beside(&self) -> bool {
        let scene = self.scene;
        let figure = &self.mark.figure;
        let before = |name: &&Name| name.tokens.end <= figure.start && name.tokens.start >= scene.sentence.start;
        let own_clause = scene.outline.clause_of(figure.start);
        let counts = |name: &&Name| {
            let clause = scene.outline.clause_of(name.tokens.start);
            let at = name.tokens.start.checked_sub(1).filter(|&at| at >= scene.sentence.start);
            let article = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Determiner));
            let at = at.and_then(|at| if article(at) { at.checked_sub(1) } else { Some(at) });
            // "Jana Reuss of the Farmers' Party"
            let led = at.is_some_and(|at| ["of", "from", "for", "at", "in", "on"].contains(&self.text(at)));
            let aside = clause != own_clause && scene.is_said_aside(clause);
            let titled = name.tokens.clone().all(|at| scene.is_own(at, self.profile)) && !self.names_holder(name);
            // "has run Nordlys since 2022"
            let done_to = deed(scene, self.mark, self.profile).is_some_and(|verb| name.tokens.start > verb);
            !led && !aside && !titled && !done_to && !scene.is_place(name)
        };
        let nearest = scene.outline.names.iter().filter(before).filter(counts).max_by_key(|name| name.tokens.end);
        nearest.is_some_and(|name| self.is_of_another(name))
    }

    /// "At Dynamo Karsk, Orlo was elected president", "Had Orlo been elected": whether the sentence opens with another body,
    /// or with what did not happen.
    pub(super) fn opens_with_another(&self) -> bool {
        let scene = self.scene;
        let start = scene.sentence.start;
        let holder = self.holder.unwrap_or(start);
        let opener = |name: &&Name| {
            let clause = scene.outline.clause_of(name.tokens.start);
            name.tokens.end < holder && scene.is_adverbial(clause) && !scene.is_place(name)
        };
        self.text(start) == "Had" || scene.outline.names.iter().filter(opener).any(|name| self.is_of_another(name))
    }

    /// "the third mayor since 2009", "in the closest vote since 1998": whether the time is how long nothing was more so.
    pub(super) fn ranks(&self) -> bool {
        let scene = self.scene;
        let ranks = |at: usize| {
            let word = scene.tokens[at].word;
            let ordinal = word.is_some_and(|word| word.senses().any(|sense| matches!(sense, Sense::Ordinal(_))));
            let text = self.text(at);
            ordinal || text.len() > 4 && text.ends_with("est") || ["most", "only"].contains(&text)
        };
        (scene.sentence.start..self.mark.whole.start).any(|at| ranks(at) && !scene.is_own(at, self.profile))
    }

    /// "acting mayor from 2014 to 2015", "deputy mayor": whether the office is a lesser one than the fact's.
    pub(super) fn is_lesser(&self) -> bool {
        let before = self.office.and_then(|at| at.checked_sub(1)).filter(|&at| at >= self.scene.sentence.start);
        let lesser = |sense| matches!(sense, Sense::Rank | Sense::Tenure(Term::Acting | Term::Elect));
        before.is_some_and(|at| {
            !self.scene.is_own(at, self.profile)
                && self.scene.tokens[at].word.is_some_and(|word| word.senses().any(lesser))
        })
    }

    fn holder_name(&self) -> Option<&Name> {
        let at = self.holder?;
        self.scene.outline.names.iter().find(|name| name.tokens.contains(&at))
    }

    fn names_holder(&self, name: &Name) -> bool {
        self.holder.is_some_and(|at| name.tokens.contains(&at))
    }

    /// "Hugh Vane" where the fact knows Carla Vane as Vane, or any name that is none of the fact's.
    fn is_of_another(&self, name: &Name) -> bool {
        let scene = self.scene;
        if !scene.owns(self.profile, name) {
            return true;
        }
        // "Dr. Carla Vane"
        let honours = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Honorific));
        let is_name = |&at: &usize| !scene.tokens[at].is_symbol() && !honours(at);
        let Some(given) = name.tokens.clone().find(is_name) else { return true };
        let initial = self.text(given).trim_end_matches('.').len() < 2;
        let full = self.profile.subject.iter().any(|known| known.terms.len() > 1);
        full && name.tokens.end > given + 1 && !initial && !scene.is_own(given, self.profile)
    }

    /// "She has governed since 2018.": of a sentence about whom the one before tells, whether it begins with a pronoun.
    pub(super) fn begins_with_pronoun(&self) -> bool {
        let first = self.text(self.scene.sentence.start);
        let clause = self.text(self.start());
        let stands = |word: &&str| word.eq_ignore_ascii_case("he") || word.eq_ignore_ascii_case("she");
        // "ambassador, a post she held until 2001"
        let before = self.mark.whole.start;
        let held = before >= self.scene.sentence.start + 3 && self.text(before - 2) == "held";
        let holder = if held { self.text(before - 3) } else { "" };
        self.is_spoken_of_alone() && [first, clause, holder].iter().any(stands)
    }

    /// "Costa met Barrot on Friday. He became minister in 2024.": whether the sentence before names nobody else.
    fn is_spoken_of_alone(&self) -> bool {
        let before = names(self.scene.prose, self.scene.tokens, self.scene.sentence_before());
        !before.iter().any(|name| may_be_person(self.scene, name) && self.is_of_another(name))
    }

    /// Whether the holder's name stands at a token, or a pronoun for whom the sentence before tells of alone.
    pub(super) fn is_of_own_name(&self, at: usize) -> bool {
        let name = self.scene.outline.names.iter().find(|name| name.tokens.start == at);
        name.map_or_else(|| self.is_spoken_of_alone(), |name| !self.is_of_another(name) && !name.possessive)
    }

    /// Whether the words that stand for the office say too little: "ruled the party since", or "Mayor Vane has been in
    /// politics for 24 years".
    pub(super) fn is_by_general_word(&self, general: bool) -> bool {
        let scene = self.scene;
        let start = self.mark.whole.start;
        let Some(office) = self.office else { return general };
        if general {
            let placed = office > scene.sentence.start + 1
                && (self.text(office - 1) == "in"
                    || self.text(office - 1) == "the"
                        && matches!(self.text(office - 2), "held" | "holds" | "holding" | "in"));
            // "a post she has held since 2015" may be any.
            let bare = matches!(self.text(office), "power" | "held") || means(scene, office, Sense::Post);
            let plain = !bare || placed;
            // "is also a magistrate and has held the post since 2020"
            let title = |at: usize| {
                let office = [Sense::Title, Sense::Trade].into_iter();
                let found = office.filter_map(|sense| has_sense(scene.prose, scene.tokens, at, sense)).max();
                found.is_some_and(|length| !(at..at + length).any(|at| scene.is_own(at, self.profile)))
            };
            let first = self.holder_name().map_or(scene.sentence.start, |name| name.tokens.end);
            return !plain || office + 2 != start || (first..office).any(title);
        }
        // A title right before the name says what they are, not what the time is of.
        let title = self.holder_name().is_some_and(|name| {
            let first = name.tokens.start - self.title_before(name.tokens.start);
            (first..name.tokens.end).contains(&office)
        });
        let name = self.holder_name().map_or(start, |name| name.tokens.end);
        let holds = |at: usize| {
            let word = scene.tokens[at].word;
            let turns = |turn| has_sense(scene.prose, scene.tokens, at, Sense::Office(turn)).is_some();
            word.is_some_and(|word| word.is_one_of([Sense::Post, Sense::Serves]))
                || turns(Handover::Takes)
                || turns(Handover::Leaves)
        };
        let told = (name..start).any(holds);
        title && name <= start && !told
    }
}
