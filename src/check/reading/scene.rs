//! A sentence of the draft as the matcher sees it: its words as terms, its clauses, and what it
//! leans on.

use std::ops::Range;

use super::antecedent::Introduced;
use super::head::Head;
use super::nearby::is_landmark;
use super::outline::{Certainty, Clause, Name, Outline, Part, Seam, has_sense};
use super::phrase::{Alternative, Shape};
use super::places::{Places, has_run, run};
use super::profile::Profile;
use super::term::Term;
use crate::check::compare::outcome::Period;
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::text::{Token, TokenKind};
use crate::value::Hedge;

/// Within how many words of each other the words of a phrase stand: "the work is expected to last".
const PHRASE: usize = 10;

/// A sentence with its surroundings.
#[derive(Debug)]
pub(in crate::check) struct Scene<'a> {
    pub(in crate::check) prose: &'a str,
    /// All tokens of the block.
    pub(in crate::check) tokens: &'a [Token],
    pub(in crate::check) sentence: Range<usize>,
    /// One entry a token of the block.
    pub(in crate::check) terms: &'a [Option<Term>],
    /// Where the terms of the sentence stand.
    pub(in crate::check) places: Places,
    /// The terms of the sentence and of what it leans on, sorted.
    pub(in crate::check) scope: &'a [Term],
    pub(in crate::check) outline: Outline,
    /// The names that the draft gives in full.
    pub(in crate::check) introduced: &'a Introduced<'a>,
    /// The figures and dates in the sentence, by kind and tokens, the hedge included.
    pub(in crate::check) figures: Vec<(ClaimKind, Range<usize>)>,
    /// The dates in the sentence, by their tokens.
    pub(in crate::check) dates: Vec<(Range<usize>, Period)>,
    /// What the sentence leans on, nearest first.
    pub(in crate::check) layers: Vec<Layer<'a>>,
}

/// A claim of the sentence, by its tokens.
#[derive(Clone, Debug)]
pub(in crate::check) struct Mark {
    pub(in crate::check) kind: ClaimKind,
    /// The figure with its hedge.
    pub(in crate::check) figure: Range<usize>,
    /// The figure and what is counted.
    pub(in crate::check) whole: Range<usize>,
    /// Of a vague figure too much is true to tell what it is of.
    pub(in crate::check) hedge: Hedge,
}

impl Mark {
    /// Whether it says how many or how much of something there is.
    pub(in crate::check) fn is_amount(&self) -> bool {
        matches!(self.kind, ClaimKind::Count | ClaimKind::Money | ClaimKind::Measurement)
    }
}

/// Something that a sentence leans on.
#[derive(Debug)]
pub(in crate::check) struct Layer<'a> {
    pub(in crate::check) level: Level,
    pub(in crate::check) opens: Opens,
    /// What it says of the figures below or beside it.
    pub(in crate::check) head: Head,
    pub(in crate::check) terms: &'a [Option<Term>],
}

/// What some words stand at the head of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Opens {
    /// A row of a table, which they say what it is of: "Charon" in a table of bodies.
    Row,
    /// A list, which they lead into.
    List,
    Nothing,
}

/// How near to a figure some words stand, nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// In its clause.
    Clause,
    /// In a clause that governs it.
    Governing,
    /// In the header of its row or column, or the line that leads into its list.
    Header,
    /// In a clause that depends on it.
    Dependent,
    /// In another clause of the sentence.
    Sentence,
    /// In an earlier sentence of the paragraph.
    Earlier,
    /// In a heading above.
    Heading,
    /// In the title.
    Title,
    /// Named aside or for comparison only.
    Compared,
}

/// Where an alternative stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) struct Standing {
    /// The farthest of its words.
    pub(in crate::check) level: Level,
    /// Its token nearest to the figure, where one is in the sentence.
    pub(in crate::check) at: Option<usize>,
}

impl Scene<'_> {
    /// Whether the figure's row of a table begins with words that are none of the fact's: it is of
    /// something else than the heading above speaks of.
    pub(in crate::check) fn row_is_of_another(&self, profile: &Profile) -> bool {
        let own = |term: &Term| profile.words.binary_search(term).is_ok();
        self.layers.iter().any(|layer| layer.opens == Opens::Row && !layer.terms.iter().flatten().any(own))
    }

    /// Whether the sentence stands in a list that another leads into.
    pub(in crate::check) fn is_listed(&self) -> bool {
        self.layers.iter().any(|layer| layer.opens == Opens::List)
    }

    /// Where an alternative stands, seen from a figure; none where a word of it is missing.
    pub(in crate::check) fn find(&self, alternative: &Alternative, figure: &Range<usize>) -> Option<Standing> {
        match alternative.shape {
            Shape::Name => {
                let found = alternative.forms().find_map(|name| self.find_name(name, alternative.located, figure));
                let given = |part: &Term| match alternative.initials {
                    Some(initials) if initials == *part => self.introduced.abbreviates(&alternative.terms, initials),
                    _ => self.introduced.gives(&alternative.terms, *part),
                };
                let part = |part| self.find_part(part, alternative, figure);
                let found =
                    found.or_else(|| alternative.parts().filter(|&part| self.has(part)).filter(given).find_map(part));
                found.or_else(|| self.find_turned(alternative.turned?, figure))
            }
            Shape::Naming | Shape::Words => {
                let found = alternative.terms.iter().map(|term| self.find_word(*term, figure));
                let elsewhere = |standing: Standing| standing.at.is_none() && standing.level >= Level::Earlier;
                let named = alternative.shape == Shape::Naming;
                found.reduce(|left, right| {
                    let (left, right) = (left?, right?);
                    // "The Tolney road" after "the Tolney bridge" is not the bridge.
                    if named && elsewhere(left) != elsewhere(right) {
                        // "The bridge, which is 1.9 miles long," is.
                        let here = if elsewhere(left) { right.at } else { left.at };
                        here.filter(|&at| self.is_definite(at))?;
                    }
                    let nearer = [left.at, right.at].into_iter().flatten().min_by_key(|at| gap(*at, figure));
                    // "The toll for a van is €6.80; a car pays less" says no toll for a car.
                    let scattered = left.at.zip(right.at).is_some_and(|(left, right)| self.is_parted(left, right));
                    (!scattered).then_some(Standing { level: left.level.max(right.level), at: nearer })
                })?
            }
        }
    }

    /// Whether a term stands in the sentence or in what it leans on.
    fn has(&self, term: Term) -> bool {
        self.scope.binary_search(&term).is_ok()
    }

    fn find_word(&self, term: Term, figure: &Range<usize>) -> Option<Standing> {
        if !self.has(term) {
            return None;
        }
        let here = self.find_here(term, figure);
        if here.is_some_and(|standing| standing.level == Level::Clause) {
            return here;
        }
        let in_layers = self.layers.iter().filter(|layer| layer.terms.contains(&Some(term)));
        let leaned = in_layers.map(|layer| Standing { level: layer.level, at: None });
        here.into_iter().chain(leaned).min_by_key(|standing| (standing.level, distance(standing, figure)))
    }

    /// Where a word of the sentence stands nearest to a figure.
    pub(in crate::check) fn find_here(&self, term: Term, figure: &Range<usize>) -> Option<Standing> {
        // Nothing is nearer than the figure's own clause.
        let clause = &self.clause(figure).tokens;
        let beside = self.places.within(term, clause.start..clause.end.max(figure.end));
        if let Some(at) = beside.min_by_key(|at| gap(*at, figure)) {
            return Some(Standing { level: Level::Clause, at: Some(at) });
        }
        let standings = self.places.of(term).map(|at| Standing { level: self.level(at, figure), at: Some(at) });
        standings.min_by_key(|standing| (standing.level, distance(standing, figure)))
    }

    /// Where a name stands; where it only says where something else is, if it is `located` in the fact, too.
    fn find_name(&self, name: &[Term], located: bool, figure: &Range<usize>) -> Option<Standing> {
        let first = *name.first()?;
        if !name.iter().all(|term| self.has(*term)) {
            return None;
        }
        let here = &self.terms[..self.sentence.end];
        let runs = self.places.of(first).filter_map(|start| run(here, start, name)).filter(|run| !self.goes_on(run));
        // Where the name is a landmark, the sentence is about something else.
        let landmark = |run: &Range<usize>| {
            !located
                && is_landmark(self.prose, self.tokens, run.start, self.sentence.start)
                && !self.is_told_of(run, figure)
        };
        let (landmarks, named): (Vec<_>, Vec<_>) = runs.partition(landmark);
        let nearest = |run: &Range<usize>| if run.end <= figure.start { run.end - 1 } else { run.start };
        let in_sentence =
            named.iter().map(|run| Standing { level: self.level(run.start, figure), at: Some(nearest(run)) });
        let in_layers = self.layers.iter().filter(|layer| landmarks.is_empty() && has_run(layer.terms, name));
        let leaned = in_layers.map(|layer| Standing { level: layer.level, at: None });
        in_sentence.chain(leaned).min_by_key(|standing| (standing.level, distance(standing, figure)))
    }

    /// "Castellane" or "Mayor Castellane", but not "Anna Castellane" or "Castellane Street".
    fn find_part(&self, part: Term, known: &Alternative, figure: &Range<usize>) -> Option<Standing> {
        let stands = |at: usize| self.sentence.contains(&at) && self.terms[at] == Some(part);
        let named = |at: usize| {
            let title = |word: Word| word.is(Sense::Title) || word.is(Sense::Honorific);
            let token = &self.tokens[at];
            token.is_capitalised() && !token.word.is_some_and(title)
        };
        let within = |name: &&Name| name.tokens.clone().any(stands);
        let longer = |name: &Name| name.tokens.clone().any(|at| !stands(at) && named(at));
        let other = self.outline.names.iter().filter(within).any(|name| longer(name) || self.is_of_family(known, name));
        if other { None } else { self.find_name(&[part], false, figure) }
    }

    /// "the museum in Corley": an institution in small letters, and where it is.
    fn find_turned(&self, [institution, place]: [Term; 2], figure: &Range<usize>) -> Option<Standing> {
        let is = |at: usize, words: &[&str]| {
            words.iter().any(|word| self.tokens[at].text(self.prose).eq_ignore_ascii_case(word))
        };
        let within = self.sentence.start + 1..self.sentence.end.saturating_sub(2);
        let stands = |at: &usize| {
            within.contains(at)
                && !self.tokens[*at].is_capitalised()
                && is(*at - 1, &["the"])
                && is(*at + 1, &["in", "of", "at"])
                && self.terms[*at + 2] == Some(place)
        };
        self.places.of(institution).find(stands).map(|at| Standing { level: self.level(at, figure), at: Some(at) })
    }

    /// "near the Orlen Tower, which is 212 metres tall": whether the figure's clause is about the name
    /// right before it.
    fn is_told_of(&self, name: &Range<usize>, figure: &Range<usize>) -> bool {
        let clause = self.clause(figure).tokens.start;
        clause >= name.end
            && clause <= name.end + 1
            && self.tokens[clause].word.is_some_and(|word| word.is(Sense::Relative))
    }

    /// "Dunmore Opens Its First Tram Line": whether capitals tell nothing of names.
    pub(in crate::check) fn is_title_case(&self) -> bool {
        let words = || self.sentence.clone().filter(|&at| self.tokens[at].kind == TokenKind::Word);
        let long = || words().filter(|&at| self.tokens[at].text(self.prose).len() > 4);
        long().all(|at| self.tokens[at].is_capitalised())
    }

    /// Whether the words of a phrase that stands there are all within a few words of it, and where
    /// they have a say over the figure.
    pub(in crate::check) fn has_together(&self, terms: &[Term], standing: Standing, figure: &Range<usize>) -> bool {
        let Some(at) = standing.at else { return true };
        let near = at.saturating_sub(PHRASE).max(self.sentence.start)..(at + PHRASE + 1).min(self.sentence.end);
        let here = |term: &Term| {
            near.clone().any(|at| self.terms[at] == Some(*term) && self.level(at, figure) <= Level::Dependent)
        };
        terms.iter().all(here)
    }

    /// How near a token of the sentence stands to a figure.
    pub(in crate::check) fn level(&self, at: usize, figure: &Range<usize>) -> Level {
        let clauses = &self.outline.clauses;
        let (own, other) = (self.outline.clause_of(figure.start), self.outline.clause_of(at));
        if own == other || figure.contains(&at) {
            return Level::Clause;
        }
        if matches!(clauses[other].seam, Seam::Compared | Seam::Supposed) {
            return Level::Compared;
        }
        // "The Greens, fifth last year, finished third, 322 votes ahead"
        let main = other >= 2 && other < own && self.goes_on_behind_aside(other - 2, other);
        if main || self.goes_on_behind_aside(own, other) {
            return Level::Governing;
        }
        // "Grigio, a newcomer that Bettoni ignores, has 9%": what stands between a subject and its verb.
        let subject = self.subject_clause_of(own);
        if subject < other && other < own && self.is_said_aside(other) {
            return if other + 1 == own && self.is_said_of_subject(at) { Level::Governing } else { Level::Compared };
        }
        if other <= subject && subject < own {
            // "while its rival, based in Toulouse, has 826" tells nothing of what was before.
            let parts = |seam: Seam| matches!(seam, Seam::Break | Seam::Subordinate);
            let parted = clauses[other + 1..=subject].iter().any(|clause| parts(clause.seam));
            return if parted { Level::Sentence } else { Level::Governing };
        }
        match clauses[other].seam {
            Seam::Compared | Seam::Supposed => Level::Compared,
            Seam::Aside if other < own => Level::Compared,
            // "It was 17 years old; the record, held by a Swiss bird, is 21": an aside of the next sentence but for its point.
            Seam::Aside if clauses[own + 1..other].iter().any(|clause| clause.seam == Seam::Break) => Level::Sentence,
            Seam::Aside => Level::Dependent,
            _ if other < own => {
                // "loses more than any rival: its leakage is 16%": what follows a colon compares nothing.
                let between = &clauses[other + 1..=own];
                let says = figure.start > clauses[own].tokens.start;
                let begins =
                    between.iter().rposition(|clause| clause.seam == Seam::Break).filter(|_| says).unwrap_or(0);
                let cut = between[begins..].iter().any(|clause| clause.seam == Seam::Compared);
                if cut { Level::Sentence } else { Level::Governing }
            }
            // "is the fifth since 2021, and the rest will follow as their contracts run out": what depends on another clause.
            Seam::Subordinate if self.is_past_another(own, other) => Level::Sentence,
            Seam::Subordinate => Level::Dependent,
            Seam::Start | Seam::Break | Seam::And | Seam::Comma => {
                // "At 118 metres tall, the dam…": the clause before the comma leans on the next, but
                // not in "Caledon Lines, with 41 ships, overtook…".
                // "On Sept. 1, Boris Spassky, then 35, resigned" has its verb behind what is said aside.
                // "At 6 a.m. on Sunday, in sleet, a stay parted" has its verb behind all that says when and where.
                let next = (own + 1..=other).find(|&next| !self.is_adverbial(next)).unwrap_or(own + 1);
                let main = || other == next || self.subject_clause_of(other) == next;
                // "Weighing 600 tonnes, the crane lifted the Ardent" tells of the crane.
                let told = || !(clauses[other].tokens.start..at).any(|at| self.is_finite(at));
                let leads = (self.is_adverbial(own) || self.is_participial(own) && told()) && main();
                let leads = leads && !self.follows_name(own) || other == own + 1 && self.is_apposed(own, figure);
                if leads { Level::Governing } else { Level::Sentence }
            }
        }
    }

    /// "In 2022, the fare…", "later, on 28 February, it…": whether a clause only says when or where
    /// the next one happens.
    pub(in crate::check) fn is_adverbial(&self, clause: usize) -> bool {
        let Clause { tokens, seam } = &self.outline.clauses[clause];
        let opens = |word: crate::lexicon::Word| {
            (word.is(Sense::Preposition) || word.is(Sense::Opens)) && !word.is(Sense::Relative)
        };
        // "may want another way: at 8.8 miles, the tunnel is"
        let sign = || matches!(self.tokens[tokens.start - 1].text(self.prose), ":" | ";");
        let anew = || *seam == Seam::Break && tokens.start > 0 && sign();
        let begins = self.begins(clause) || anew() || (matches!(seam, Seam::Comma | Seam::Aside) && tokens.len() <= 7);
        // "In the Old Town, where rents climbed," tells of the town.
        let tells_of_name = || {
            let place = self.tokens[tokens.start].text(self.prose) == "where";
            place && self.outline.names.iter().any(|name| name.tokens.end + 1 == tokens.start)
        };
        let first = tokens.clone().find(|&at| !self.tokens[at].is_symbol());
        let first = first.and_then(|at| self.tokens[at].word);
        begins && (first.is_some_and(opens) && !tells_of_name() || self.is_only_date(clause))
    }

    /// "Monday, 8 p.m.: 52 dead": whether a sentence begins with a day or time alone.
    fn is_only_date(&self, clause: usize) -> bool {
        let told = |at: usize| {
            let timed = |kind: &ClaimKind| matches!(kind, ClaimKind::Date | ClaimKind::Time);
            self.tokens[at].is_symbol() || self.figures.iter().any(|(kind, figure)| timed(kind) && figure.contains(&at))
        };
        let end = self.outline.clauses[clause].tokens.end;
        (self.sentence.start..end).all(told) && end < self.sentence.end
    }

    /// "The largest sum, $125 million, is owed to": whether a figure alone stands between a subject and its verb.
    fn is_apposed(&self, clause: usize, figure: &Range<usize>) -> bool {
        let clauses = &self.outline.clauses;
        let Some(subject) = clause.checked_sub(1).map(|before| &clauses[before]) else { return false };
        let next = clauses.get(clause + 1).filter(|next| matches!(next.seam, Seam::Comma | Seam::Aside));
        clauses[clause].tokens == *figure
            && matches!(subject.seam, Seam::Start | Seam::Break)
            && self.tokens[subject.tokens.end - 1].word.is_some_and(|word| word.is(Sense::Sum))
            && !subject.tokens.clone().any(|at| self.is_finite(at))
            && next.is_some_and(|next| self.is_finite(next.tokens.start))
    }

    /// "Caledon Lines, with 41 ships,": whether a clause stands beside the name that it is said of.
    fn follows_name(&self, clause: usize) -> bool {
        let start = self.outline.clauses[clause].tokens.start;
        let beside = |name: &Name| name.tokens.end < start && start <= name.tokens.end + 1;
        !self.begins(clause) && !self.is_adverbial(clause - 1) && self.outline.names.iter().any(beside)
    }

    /// Whether a clause has a figure of a kind.
    pub(in crate::check) fn has_figure(&self, clause: usize, kind: ClaimKind) -> bool {
        let tokens = &self.outline.clauses[clause].tokens;
        self.figures.iter().any(|(own, figure)| *own == kind && tokens.contains(&figure.start))
    }

    /// The clause of a figure.
    pub(in crate::check) fn clause(&self, figure: &Range<usize>) -> &Clause {
        &self.outline.clauses[self.outline.clause_of(figure.start)]
    }

    /// Some tokens as the draft has them.
    pub(in crate::check) fn text(&self, tokens: Range<usize>) -> &str {
        let end = tokens.end - 1;
        &self.prose[self.tokens[tokens.start].start as usize..self.tokens[end].end as usize]
    }

    /// "a 230-bed clinic": whether a hyphen joins some tokens.
    pub(in crate::check) fn is_hyphened(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|at| self.tokens[at].glued && self.tokens[at].is_sign(self.prose, '-'))
    }

    /// Whether a word is one of the fact's own.
    pub(in crate::check) fn is_own(&self, at: usize, profile: &Profile) -> bool {
        self.terms[at].is_some_and(|term| profile.words.binary_search(&term).is_ok())
    }

    /// Whether a token is a word of the fact's measure.
    pub(in crate::check) fn is_measure(&self, at: usize, profile: &Profile) -> bool {
        self.terms[at].is_some_and(|term| profile.measure.iter().any(|measure| measure.terms.contains(&term)))
    }

    /// Whether a phrase with this sense stands in the figure's clause.
    pub(in crate::check) fn clause_has(&self, figure: &Range<usize>, sense: Sense) -> bool {
        self.clause(figure).tokens.clone().any(|at| has_sense(self.prose, self.tokens, at, sense).is_some())
    }

    /// The names in a clause that are none of the fact's own.
    pub(in crate::check) fn rivals_in(&self, clause: usize, profile: &Profile) -> impl Iterator<Item = &Name> {
        self.outline
            .names_in(clause)
            .filter(|name| name.certainty == Certainty::Sure && name.part == Part::Spoken)
            .filter(|name| !self.owns(profile, name) && !self.is_of_measure(profile, name))
            .filter(|name| !self.is_agent(profile, name))
            .filter(|name| !self.is_in_dateline(name.tokens.start))
    }

    /// "agreed to buy Kestner Sensorik", where the measure is "buy Kestner": whether a name begins with one that a
    /// measure of the fact speaks of.
    fn is_of_measure(&self, profile: &Profile, name: &Name) -> bool {
        let first = self.terms[name.tokens.start];
        first.is_some_and(|first| profile.measure.iter().any(|measure| measure.terms.contains(&first)))
    }

    /// Whether a name is an alternative to the letter, or ends with it as a full name ends with
    /// the surname.
    pub(in crate::check) fn names_exactly(&self, alternative: &Alternative, name: &Name) -> bool {
        let terms = self.terms_of(name);
        let wanted = &alternative.terms;
        terms.len() >= wanted.len()
            && terms[terms.len() - wanted.len()..].iter().zip(wanted).all(|(have, want)| *have == Some(*want))
    }

    /// The terms of a name, one of several words once, the hyphen of "Mei-ling" left out.
    fn terms_of(&self, name: &Name) -> Vec<Option<Term>> {
        let joins = |at: &usize| self.tokens[*at].glued && self.tokens[*at].is_sign(self.prose, '-');
        let mut terms: Vec<_> = name.tokens.clone().filter(|at| !joins(at)).map(|at| self.terms[at]).collect();
        terms.dedup();
        terms
    }

    /// "ESA", where the draft gives it behind the European Space Agency.
    fn is_short_for(&self, known: &Alternative, name: &Name) -> bool {
        let stands = |initials| name.tokens.len() == 1 && self.terms[name.tokens.start] == Some(initials);
        known.initials.is_some_and(|initials| stands(initials) && self.introduced.abbreviates(&known.terms, initials))
    }

    /// Whether a name is one that the fact speaks of: made of its words, or ending with a name of
    /// it ("Daniel Okoro" where the fact knows "Okoro").
    pub(in crate::check) fn owns(&self, profile: &Profile, name: &Name) -> bool {
        let mut content = name.tokens.clone().filter(|&at| super::term::is_content(self.prose, &self.tokens[at]));
        if content.all(|at| self.terms[at].is_some_and(|term| profile.words.binary_search(&term).is_ok())) {
            return true;
        }
        let named = || profile.subject.iter().chain(profile.wording.iter().flat_map(|wording| &wording.names));
        if named().any(|known| self.is_short_for(known, name)) {
            return true;
        }
        let terms = self.terms_of(name);
        let ends_with = |known: &Vec<Term>| {
            terms.len() > known.len()
                && terms[terms.len() - known.len()..].iter().zip(known).all(|(have, want)| *have == Some(*want))
        };
        profile.names.iter().any(ends_with)
    }
}

/// How far the nearest word of a standing is from a figure; the farthest where it is elsewhere.
pub(in crate::check) fn distance(standing: &Standing, figure: &Range<usize>) -> usize {
    standing.at.map_or(usize::MAX, |at| gap(at, figure))
}

/// How many tokens lie between a token and a figure.
pub(in crate::check) fn gap(at: usize, figure: &Range<usize>) -> usize {
    if at < figure.start { figure.start - at } else { (at + 1).saturating_sub(figure.end) }
}
