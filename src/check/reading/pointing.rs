//! What in a sentence points back to what was spoken of before: pronouns, "the bridge", and verbs whose subject stands
//! in another clause.

use std::ops::Range;

use super::outline::{Certainty, Name, Part, Seam, is_past_tense, names};
use super::people::{is_of_people, singular};
use super::phrase::Alternative;
use super::profile::Profile;
use super::scene::Scene;
use crate::claim::ClaimKind;
use crate::lexicon::{Gender, Sense, Word};
use crate::text::Token;

/// How many tokens a dateline has at most: "PORT MORESBY, Papua New Guinea (Reuters) –".
const DATELINE: usize = 10;

/// How many tokens back something may have been named to which "there" or "that" points.
const BACK: usize = 120;

/// How many tokens a label has at most, its colon included: "General waste:".
const LABEL: usize = 5;

impl Scene<'_> {
    /// "joined from Setúbal in January", "presented it in Berlin on March 24": whether a name only says where.
    pub(in crate::check) fn is_place(&self, name: &Name) -> bool {
        let before = name.tokens.start.checked_sub(1).filter(|&at| at >= self.sentence.start);
        let within = ["in", "at", "from", "to", "into"];
        // "through Kestrel, a town of 4,000": what follows the comma is said of it, but not in "in Bryan, Texas,".
        let told = self.tokens.get(name.tokens.end).is_some_and(|next| next.is_sign(self.prose, ','));
        let told = told && !self.is_region(name.tokens.end + 1);
        let led = before.is_some_and(|at| self.is_any(at, &within)) && !told;
        !name.possessive && (led || before.is_some_and(|at| self.is_any(at, &[","])) && self.names_region(name))
    }

    /// "Liberty Avenue, where the first tanks appeared", "its border with Drosk": whether a name tells no more of a date's event
    /// than where it was, or with whom.
    pub(in crate::check) fn is_aside_of_date(&self, name: &Name, profile: &Profile) -> bool {
        let with = name.tokens.start.checked_sub(1).filter(|&at| at >= self.sentence.start);
        let end = name.tokens.end;
        let place = end + 1 < self.sentence.end && self.is_any(end, &[","]) && self.is_any(end + 1, &["where"]);
        // "twinned with Gdansk since 1984": of a sentence fact every name tells which is meant.
        place || profile.wording.is_none() && with.is_some_and(|at| self.is_any(at, &["with", "near"]))
    }

    /// "Texas" of "in Bryan, Texas,": whether a name between signs only says where the place before it lies.
    fn names_region(&self, name: &Name) -> bool {
        let before = self.outline.names.iter().find(|before| before.tokens.end + 1 == name.tokens.start);
        self.is_region(name.tokens.start) && before.is_some_and(|before| self.is_place(before))
    }

    /// "Texas" of "in Bryan, Texas,": whether a name alone stands between signs.
    fn is_region(&self, at: usize) -> bool {
        let name = self.outline.names.iter().find(|name| name.tokens.contains(&at));
        let next = name.and_then(|name| self.tokens.get(name.tokens.end));
        name.is_some_and(|name| name.tokens.start <= at && !name.possessive) && next.is_none_or(Token::is_symbol)
    }

    /// "He joined from Setúbal", "On Saturday they beat": whether a pronoun is the first that the sentence speaks of.
    pub(in crate::check) fn begins_with_pronoun(&self) -> bool {
        let end = self.first_name().map_or(self.sentence.end, |name| name.tokens.start);
        let pronoun = (self.sentence.start..end).find(|&at| self.is_any(at, &SUBJECTS));
        // "It is thought that in Germany": it stands for nothing.
        let expletive = |at: usize| self.is_any(at, &["it"]) && (at + 1..end).any(|at| self.is_any(at, &["that"]));
        pronoun.is_some_and(|at| !expletive(at))
    }

    /// "Voters said yes to a third lane of locks. It opened in 2016.": whether the sentence begins with "it" for something
    /// in the one before, which neither names what the fact is about nor takes up what is named above.
    pub(in crate::check) fn is_of_sentence_before(&self, profile: &Profile) -> bool {
        let start = self.sentence.start;
        let before = self.sentence_before().start;
        // "The firm owns 41 ships. It has": what both are of stands above.
        let taken_up = |at: usize| self.is_any(at, &SUBJECTS) || self.is_any(at, &["the"]);
        let named = |at: usize| self.tokens[at].is_capitalised() && self.is_own(at, profile);
        self.is_any(start, &["it"])
            && before < start
            && !(before..(before + 2).min(start)).any(taken_up)
            && !(before..start).any(named)
    }

    /// "That trial lasted seven months", "The younger brother was found guilty", "Three were killed there": whether the
    /// sentence points to what those before it tell of other names than the fact's.
    pub(in crate::check) fn points_to_others(&self, profile: &Profile) -> bool {
        let start = self.sentence.start;
        let word = |at: usize| self.tokens.get(at).filter(|_| self.sentence.contains(&at));
        let noun = word(start + 1).is_some_and(|next| !next.is_symbol()) && !self.is_finite(start + 1);
        let pointed = self.is_any(start, &["that", "those"]) && noun && !self.is_any(start + 1, &["is", "are", "of"]);
        let kin = |at: usize| word(at).and_then(|token| token.word).is_some_and(|word| word.is(Sense::Kin));
        let relative = self.begins_with_article() && (start + 1..start + 3).any(kin);
        let existential = |at: usize| word(at + 1).and_then(|next| next.word).is_some_and(helps);
        let there = self.sentence.clone().any(|at| self.is_any(at, &["there"]) && !existential(at));
        let named = || {
            let mut names = names(self.prose, self.tokens, start.saturating_sub(BACK)..start).into_iter();
            let sure = names.rfind(|name| name.certainty == Certainty::Sure);
            sure.map(|name| self.sentence_at(name.tokens.start))
        };
        let own = |at: usize| self.tokens[at].is_capitalised() && self.is_own(at, profile);
        (pointed || relative || there) && named().is_some_and(|from| !(from..start).any(own))
    }

    /// "Pallas, launched in 1998, raced past the comet. It carried five instruments": whether the sentence begins with a
    /// pronoun for a name that the one before begins with, which is not the fact's.
    pub(in crate::check) fn is_of_name_before(&self, profile: &Profile) -> bool {
        let start = self.sentence.start;
        let before = self.sentence_before();
        let own = || before.clone().any(|at| self.is_own(at, profile));
        let subject = || names(self.prose, self.tokens, before.clone()).into_iter().next();
        // "Pallas, launched in 1998,": a first word is sure to be a name where the lexicon does not have it.
        let sure = |name: &Name| {
            let unknown = self.tokens[name.tokens.start].word.is_none();
            name.certainty == Certainty::Sure || unknown && self.is_any(name.tokens.end, &[","])
        };
        let other = |name: Name| name.tokens.start == before.start && sure(&name);
        self.is_any(start, &["it", "he", "she"]) && !before.is_empty() && !own() && subject().is_some_and(other)
    }

    /// "Wexcombe, the fourth city until now,": whether a clause says what the name is that the one before ends with.
    pub(in crate::check) fn is_apposed_to_name(&self, clause: usize) -> bool {
        let start = self.outline.clauses[clause].tokens.start;
        let article = self.tokens.get(start).and_then(|token| token.word).is_some_and(|word| word.is(Sense::Article));
        let joined = matches!(self.outline.clauses[clause].seam, Seam::Comma | Seam::Aside);
        let Some(before) = clause.checked_sub(1).filter(|_| article && joined) else { return false };
        let end = self.outline.clauses[before].tokens.end;
        self.outline.names_in(before).any(|name| name.tokens.end == end)
    }

    /// "The pilots have made their peace: 1,520 of 1,900 members took part": whether the sentence begins with people of whom
    /// the fact says nothing, and who say nothing.
    pub(in crate::check) fn opens_with_people(&self, profile: &Profile) -> bool {
        let noun = self.sentence.start + 1;
        let is =
            |at: usize, sense| at < self.sentence.end && self.tokens[at].word.is_some_and(|word: Word| word.is(sense));
        let many = |at: usize| {
            let text = self.tokens[at].text(self.prose);
            text.ends_with('s') && is_of_people(singular(text)) && !self.is_own(at, profile)
        };
        let acts = |at: usize| self.is_finite(at) && !is(at, Sense::Saying);
        self.begins_with_article() && noun + 1 < self.sentence.end && many(noun) && acts(noun + 1)
    }

    /// The sentence before this one in the block.
    pub(in crate::check) fn sentence_before(&self) -> Range<usize> {
        let end = self.sentence.start;
        self.sentence_at(end.saturating_sub(1))..end
    }

    /// Where the sentence of a token before this one begins.
    fn sentence_at(&self, token: usize) -> usize {
        let ends = |at: &usize| ['.', '!', '?'].iter().any(|&sign| self.tokens[*at].is_sign(self.prose, sign));
        (0..token).rev().find(ends).map_or(0, |last| last + 1)
    }

    /// "A second bridge is planned. It will cost": the sentence before, where this one begins with "it" for what that is of.
    pub(in crate::check) fn antecedent(&self) -> Range<usize> {
        if self.is_any(self.sentence.start, &["it", "they"]) { self.sentence_before() } else { 0..0 }
    }

    /// "The airline has 18 jets": whether the sentence begins with what its reader knows.
    pub(in crate::check) fn begins_with_article(&self) -> bool {
        self.is_any(self.sentence.start, &["the"])
    }

    /// "and today it has 412 beds": whether a pronoun in the figure's clause stands for what the sentence began with. In
    /// "Airbus said it had 826 orders" it stands for the name before it.
    pub(in crate::check) fn takes_up(&self, figure: &Range<usize>, subject: usize) -> bool {
        let clause = self.outline.clause_of(figure.start);
        let mut words = self.outline.clauses[clause].tokens.start..figure.start;
        let pronoun = words.find(|&at| self.is_any(at, &SUBJECTS));
        let named = |at: usize| self.outline.names_in(clause).any(|name| name.tokens.start < at);
        self.first_name().is_some_and(|name| name.tokens.contains(&subject)) && pronoun.is_some_and(|at| !named(at))
    }

    /// "Airbus said it had 826 orders": the speaker whom a pronoun in the figure's clause stands for.
    pub(in crate::check) fn speaker_taken_up(&self, figure: &Range<usize>) -> Option<&Name> {
        let clause = self.outline.clause_of(figure.start);
        let mut words = self.outline.clauses[clause].tokens.start..figure.start;
        let pronoun = words.find(|&at| self.is_any(at, &SUBJECTS))?;
        let speaks = |name: &&Name| name.part == Part::Speaker && name.certainty == Certainty::Sure;
        self.outline.names_in(clause).filter(speaks).find(|name| name.tokens.end <= pronoun)
    }

    /// "Airbus reported that its own sales had edged up": the speaker whose something is that the figure is of.
    pub(in crate::check) fn owner_taken_up(&self, figure: &Range<usize>) -> Option<&Name> {
        let owner = (self.sentence.start..figure.start).find(|&at| self.is_any(at, &["its"]))?;
        let speaks = |name: &&Name| name.part == Part::Speaker && name.certainty == Certainty::Sure;
        self.outline.names.iter().filter(speaks).find(|name| name.tokens.end <= owner)
    }

    /// "the bridge": whether a common noun points back at what was named before.
    pub(super) fn is_definite(&self, at: usize) -> bool {
        at > self.sentence.start && !self.tokens[at].is_capitalised() && self.is_any(at - 1, &["the", "this", "that"])
    }

    /// "An exit poll, published at 8 p.m., had put": the clause with the subject of one that begins with its verb.
    pub(in crate::check) fn subject_clause_of(&self, clause: usize) -> usize {
        let clauses = &self.outline.clauses;
        let first = &self.tokens[clauses[clause].tokens.start];
        // ", set in 1954" is said of the words before it; what follows "which bought it," has the subject of before.
        let goes_on = clause > 0 && self.is_said_aside(clause - 1);
        let text = first.text(self.prose);
        let acts = is_past_tense(self.prose, first) || text.ends_with('s') && !text.ends_with("ss");
        if first.is_capitalised() || !(first.word.is_some_and(helps) || goes_on && acts) {
            return clause;
        }
        // "The bridge – it cost €3 – had 1.4 million visitors": what stands between dashes.
        let dashed = |at: usize| clauses[at].seam == Seam::Break && clauses[clause].seam == Seam::Break;
        // "Unlike Boeing, its rival, which builds in Toulouse, has": a phrase before the subject.
        let leads = |at: usize| {
            matches!(clauses[at].seam, Seam::Compared | Seam::Supposed) || self.begins(at) && self.is_adverbial(at)
        };
        let holds_subject = |at: &usize| match clauses[*at].seam {
            Seam::Aside | Seam::Compared | Seam::Supposed => false,
            Seam::Comma => *at > 0 && leads(*at - 1),
            // "whereas Storm Ottilie, by its own count, left 8,000 homes without power"
            Seam::Subordinate => self.is_cut_short(*at),
            Seam::Start | Seam::Break | Seam::And => !dashed(*at) && !self.is_said_aside(*at),
        };
        (0..clause).rev().find(holds_subject).unwrap_or(clause)
    }

    /// "GENOA, Italy — On Tuesday", "Bins: from September 7": whether nothing but a dateline or a label stands before a
    /// clause.
    pub(super) fn begins(&self, clause: usize) -> bool {
        let start = self.outline.clauses[clause].tokens.start;
        let first = self.tokens[self.sentence.start].text(self.prose);
        let in_capitals = first.len() > 1 && first.chars().all(|c| c.is_uppercase() || c == '.');
        let short = start - self.sentence.start <= DATELINE;
        let label =
            start > self.sentence.start && start - self.sentence.start <= LABEL && self.is_any(start - 1, &[":"]);
        clause == 0
            || self.outline.clauses[clause].seam == Seam::Break
                && (in_capitals && short || label)
                && !(self.sentence.start..start).any(|at| self.is_finite(at))
    }

    /// "LISSOW, Varnhem — Households": whether a token stands in the dateline, which says where it was written.
    pub(in crate::check) fn is_in_dateline(&self, at: usize) -> bool {
        let end = (self.sentence.start + DATELINE).min(self.sentence.end);
        let dash = (self.sentence.start..end).find(|&at| self.is_any(at, &["—", "–"]));
        let place = self.tokens[self.sentence.start].text(self.prose);
        let in_capitals = place.len() > 1 && place.chars().all(|c| c.is_uppercase() || c == '.');
        let verb = |dash: usize| (self.sentence.start..dash).any(|at| self.is_finite(at));
        in_capitals && dash.is_some_and(|dash| at < dash && !verb(dash))
    }

    /// "Carver, 210 pupils": whether a sentence without a verb begins with the name of what the next clause tells.
    pub(in crate::check) fn is_label(&self, clause: usize, next: usize) -> bool {
        let tokens = &self.outline.clauses[clause].tokens;
        clause == 0
            && next == 1
            && self.outline.names_in(clause).any(|name| name.tokens == *tokens)
            && !self.sentence.clone().any(|at| self.is_finite(at))
    }

    /// "She married him in 1961. He died in 2014.": whether a date or age is his, where an earlier sentence is about her.
    pub(in crate::check) fn is_of_other_sex(&self, figure: &Range<usize>) -> bool {
        let of_life = |kind: ClaimKind| matches!(kind, ClaimKind::Date | ClaimKind::Age);
        if !self.figures.iter().any(|(kind, own)| own == figure && of_life(*kind)) {
            return false;
        }
        let first = (self.sentence.clone()).find(|&at| self.is_any(at, &SUBJECTS));
        let before = |word: &str| (0..self.sentence.start).any(|at| self.is_any(at, &[word]));
        first.is_some_and(|at| self.is_any(at, &["he"]) && before("she") || self.is_any(at, &["she"]) && before("he"))
    }

    /// "whereas Storm Ottilie": whether a clause that is set against another has a subject and no verb yet.
    fn is_cut_short(&self, clause: usize) -> bool {
        let mut words = self.outline.clauses[clause].tokens.clone();
        words.len() > 1
            && self.is_any(words.start, &["whereas", "while", "although", "though"])
            && !words.any(|at| self.is_finite(at))
    }

    /// "One patient, a six-year-old boy, died", "The last of them, at Lisse, cost", "A third, by Marsh of Leeds, came in at": whether
    /// a common noun says between commas what the subject is, or a name where or whose.
    pub(super) fn is_said_of_subject(&self, at: usize) -> bool {
        let clause = self.outline.clause_of(at);
        let words = self.outline.clauses[clause].tokens.clone();
        let start = words.start;
        let is = |at: usize, sense| self.tokens[at].word.is_some_and(|word| word.is(sense));
        let named = |at: usize| {
            self.tokens[at].is_capitalised() || self.tokens[at].is_symbol() || self.is_any(at, &["of", "the", "and"])
        };
        let Some(before) = clause.checked_sub(1) else { return false };
        if self.is_any(start, &["in", "at", "near", "by", "from"]) {
            // "A rival, from Lisse," is no more of Lisse than it is of anything.
            let noun = self.outline.clauses[before].tokens.clone().rfind(|&at| !self.tokens[at].is_symbol());
            let which = noun.is_some_and(|at| self.is_any(at, &WHICH));
            return which && start + 1 < words.end && (start + 1..words.end).all(named);
        }
        // "Her next book, The Weighing House, will"
        if words.clone().all(named) {
            return !self.is_adverbial(before);
        }
        is(start, Sense::Article)
            && !self.tokens[at].is_capitalised()
            && !(start + 1..at).any(|at| is(at, Sense::Preposition) || is(at, Sense::Opens) || self.is_finite(at))
    }

    /// "which tried and failed to buy it": whether a clause is said aside, or joined to one that is.
    pub(in crate::check) fn is_said_aside(&self, clause: usize) -> bool {
        matches!(self.outline.clauses[self.outline.joined_from(clause)].seam, Seam::Aside | Seam::Subordinate)
    }

    /// "Ms Castellane", where the draft gives Miriam Castellane in full.
    pub(in crate::check) fn is_surname_of(&self, known: &Alternative, name: &Name) -> bool {
        let addressed = |at: usize| {
            let title = |word: Word| word.is(Sense::Honorific);
            self.tokens[at].is_symbol() || self.tokens[at].word.is_some_and(title)
        };
        let last = name.tokens.end - 1;
        let surname = known.surname.filter(|surname| self.terms[last] == Some(*surname));
        (name.tokens.start..last).all(addressed)
            && !self.is_of_family(known, name)
            && surname.is_some_and(|part| self.introduced.gives(&known.terms, part))
    }

    /// "Mrs Castellane", "Castellane senior", of Hugo Castellane: whether the title is another's or the name is told apart.
    pub(super) fn is_of_family(&self, known: &Alternative, name: &Name) -> bool {
        let before = name.tokens.start.checked_sub(1).filter(|&at| at >= self.sentence.start);
        let title = |at: usize| self.tokens[at].word.filter(|word| word.is(Sense::Honorific)).and_then(Gender::of_word);
        let told = before.into_iter().chain(name.tokens.clone()).find_map(title);
        let married = || before.into_iter().chain(name.tokens.clone()).any(|at| self.is_any(at, &["Mrs", "Mrs."]));
        let other = told.is_some_and(|told| !known.gender.may_be(told)) || known.gender == Gender::Unknown && married();
        let (next, end) = (name.tokens.end, self.sentence.end);
        let apart = next < end && self.is_any(next, &["senior", "junior", "snr", "jnr"])
            || next + 1 < end && self.is_any(next, &["the"]) && self.is_any(next + 1, &["elder", "younger"]);
        other || apart
    }

    /// "founded by Josiah Thorne in 1827", "founded in 1827 by Josiah Thorne": whether a name is of who did what the fact measures,
    /// and not of what it was done to.
    pub(super) fn is_agent(&self, profile: &Profile, name: &Name) -> bool {
        let by = name.tokens.start.checked_sub(1).filter(|&by| by > self.sentence.start && self.is_any(by, &["by"]));
        by.is_some_and(|by| {
            let from = by.saturating_sub(WHEN).max(self.sentence.start);
            let deed = (from..by).rfind(|&at| self.is_finite(at));
            deed.is_some_and(|at| {
                let dated = at + 1 == by || self.figures.iter().any(|(_, figure)| figure.end == by);
                dated && is_past_tense(self.prose, &self.tokens[at]) && self.is_own(at, profile)
            })
        })
    }

    /// Where the part of the sentence before a token begins that a semicolon cuts off; the whole of it where none does.
    pub(in crate::check) fn part_start(&self, at: usize) -> usize {
        let semicolon = (self.sentence.start..at).rfind(|&at| self.tokens[at].is_sign(self.prose, ';'));
        semicolon.map_or(self.sentence.start, |at| at + 1)
    }

    /// Whether a semicolon stands between two words, and nothing behind it takes up what is before: "The toll rose; for a car
    /// it is €5.40" is about one toll.
    pub(super) fn is_parted(&self, one: usize, other: usize) -> bool {
        let last = one.max(other);
        let part = self.part_start(last);
        let end = (last..self.sentence.end).find(|&at| self.tokens[at].is_sign(self.prose, ';'));
        part > one.min(other) && !(part..end.unwrap_or(self.sentence.end)).any(|at| self.is_any(at, &["it", "they"]))
    }

    /// "the Royal Society" in "the Royal Society of Edinburgh": whether the name of an institution goes on.
    pub(super) fn goes_on(&self, name: &Range<usize>) -> bool {
        let institution = self.tokens[name.end - 1].word.is_some_and(|word| word.is(Sense::Institution));
        institution
            && name.end + 1 < self.sentence.end
            && self.is_any(name.end, &["of"])
            && self.tokens[name.end + 1].is_capitalised()
    }

    /// Whether between a clause and one behind it another begins that has a verb of its own.
    pub(super) fn is_past_another(&self, own: usize, other: usize) -> bool {
        let joined = |seam: Seam| matches!(seam, Seam::And | Seam::Break);
        self.outline.clauses[own + 1..other]
            .iter()
            .any(|clause| joined(clause.seam) && clause.tokens.clone().skip(1).any(|at| self.is_finite(at)))
    }

    /// "Three helicopters, five lifeboats and two ships took part": whether the verb of a clause is also that of the ones
    /// before it, which only count who did it too.
    pub(in crate::check) fn shares_verb(&self, first: usize, clause: usize) -> bool {
        let clauses = &self.outline.clauses;
        let verbless = |number: usize| !clauses[number].tokens.clone().any(|at| self.is_finite(at));
        let joins = matches!(clauses[clause].seam, Seam::And | Seam::Comma);
        joins
            && (first == 0 || clauses[first].seam == Seam::Break)
            && (first..clause).all(verbless)
            && !verbless(clause)
    }

    /// "Founded in 1934, the club…", "Weighing 2.4 tonnes, it…": whether the sentence begins with what the subject of the
    /// next clause does, or what was done to it.
    pub(super) fn is_participial(&self, clause: usize) -> bool {
        let tokens = &self.outline.clauses[clause].tokens;
        let first = &self.tokens[tokens.start];
        let comma = self.tokens.get(tokens.end).is_some_and(|next| next.is_sign(self.prose, ','));
        let measuring = first.word.is_some_and(|word| word.is(Sense::Measuring));
        let doing = measuring && self.figures.iter().any(|(_, figure)| figure.start == tokens.start + 1);
        let done = is_past_tense(self.prose, first) || first.word.is_some_and(|word| word.is(Sense::Participle));
        // "Down 18% from a year earlier, to €512 million,"
        let moves = |(kind, figure): &(ClaimKind, Range<usize>)| {
            *kind == ClaimKind::Change && figure.start <= tokens.start && tokens.start < figure.end
        };
        self.begins(clause) && comma && (done || doing || self.figures.iter().any(moves))
    }

    /// "Close to 9,000 volunteers, a third of them nurses, have enrolled": whether a clause has the verb of one that what is
    /// said aside cuts off from it.
    pub(super) fn goes_on_behind_aside(&self, clause: usize, other: usize) -> bool {
        let clauses = &self.outline.clauses;
        let finite = |number: usize| clauses[number].tokens.clone().any(|at| self.is_finite(at));
        other == clause + 2
            && matches!(clauses[clause].seam, Seam::Start | Seam::Break)
            && !finite(clause)
            && clauses[clause + 1].seam == Seam::Aside
            && matches!(clauses[other].seam, Seam::Comma | Seam::Aside)
            && self.is_finite(clauses[other].tokens.start)
    }

    /// The clauses in which a figure's subject may stand: its own, and those that lend it theirs.
    pub(in crate::check) fn clauses_of_subject(&self, figure: &Range<usize>) -> impl Iterator<Item = usize> + use<> {
        let own = self.outline.clause_of(figure.start);
        let first = self.outline.joined_from(own);
        let subject = self.subject_clause_of(own);
        [Some(own), Some(first).filter(|&at| at != own), Some(subject).filter(|&at| at != own && at != first)]
            .into_iter()
            .flatten()
    }

    /// Whether a word is a verb that a clause can be told by: "sold", "has", "is", "would".
    pub(in crate::check) fn is_finite(&self, at: usize) -> bool {
        is_past_tense(self.prose, &self.tokens[at]) || self.tokens[at].word.is_some_and(helps)
    }

    /// "in its 61-year history": whether a length of time is how long something has been.
    pub(in crate::check) fn is_of_history(&self, figure: &Range<usize>) -> bool {
        let before = figure.start.checked_sub(1).filter(|&at| at >= self.sentence.start);
        let owned = before.is_some_and(|at| self.is_any(at, &["its", "the", "s", "'s", "\u{2019}s"]));
        owned && figure.end < self.sentence.end && self.is_any(figure.end, &["history", "existence"])
    }

    /// The first name of the sentence.
    fn first_name(&self) -> Option<&Name> {
        self.outline.names.iter().find(|name| name.certainty == Certainty::Sure)
    }

    /// Whether a token is one of these words, whatever its case.
    fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let text = self.tokens[at].text(self.prose);
        words.iter().any(|word| text.eq_ignore_ascii_case(word))
    }
}

/// "has", "is", "would": whether a word is a verb without an ending of its own.
fn helps(word: Word) -> bool {
    word.is(Sense::Modal) || word.is(Sense::Becomes) || word.is(Sense::Holds)
}

/// The pronouns that stand for the subject of a clause.
/// How many words at most say when something was done: "in the summer of 1827".
const WHEN: usize = 6;

/// What leaves open which of several is meant: "one of them", "a third".
const WHICH: [&str; 11] =
    ["one", "another", "other", "others", "them", "these", "those", "second", "third", "fourth", "last"];

const SUBJECTS: [&str; 4] = ["he", "she", "it", "they"];
