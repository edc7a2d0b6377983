//! Whether a figure is told of something else than what a fact tells of its things: another deed
//! ("nine businesses reopened"), other things ("three bedrooms"), or a thing that stands
//! beside the subject ("a studio with sales of $90 million").

use std::ops::Range;

use super::when;
use crate::check::compare::outcome::Against;
use crate::check::figures::assign::Pair;
use crate::check::figures::matching::fit::Clarity;
use crate::check::reading::outline::{Pairing, has_sense, is_past_tense, leaves_open};
use crate::check::reading::people::{is_of_people, singular};
use crate::check::reading::scene::{Mark, Scene, gap};
use crate::check::reading::term::Term;
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::text::TokenKind;
use crate::value::Exact;

/// How many tokens a clause has that only adds a figure to the one before.
const TOLD_BEHIND: usize = 3;

/// So few are no slip of thousands.
const FEW: i64 = 12;

/// From so many on they are thousands.
const MANY: i64 = 1_000;

/// A figure and the fact it is held against.
pub(super) struct Otherwise<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) mark: &'s Mark,
    pub(super) pair: &'s Pair<'s, 's>,
}

/// Whether a difference tells of something else than the fact, by what is done: a slip of the fact's own figure tells
/// that it is meant all the same.
pub(super) fn does_otherwise(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let otherwise = Otherwise { scene, mark, pair };
    otherwise.lasts_otherwise()
        || otherwise.acts_alone()
        || otherwise.acts_otherwise()
        || otherwise.acts_for_others()
        || otherwise.is_done_something_else()
}

/// Whether a figure is that of other things than the fact's, or of somebody else, whatever it is.
pub(super) fn is_otherwise(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let otherwise = Otherwise { scene, mark, pair };
    otherwise.counts_other_things()
        || otherwise.counts_what_it_describes()
        || otherwise.describes_another()
        || otherwise.is_of_other_size()
        || otherwise.unites()
        || otherwise.names_law()
        || otherwise.is_nearer_to_another()
        || otherwise.is_measured_elsewhere()
        || otherwise.is_paid_for_another()
        || otherwise.is_done_by_another()
        || otherwise.is_of_another_event()
        || otherwise.is_of_another_measure()
        || otherwise.opens_with_another()
        || otherwise.belongs_to_another()
        || otherwise.is_of_name_before()
        || otherwise.is_with_another()
        || otherwise.is_of_antecedent()
        || otherwise.dates_another_deed()
        || otherwise.is_set_off()
}

/// Whether a figure is told of a subject of which the fact says nothing.
pub(super) fn has_another_subject(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    Otherwise { scene, mark, pair }.has_another_subject()
}

impl Otherwise<'_> {
    /// "40 metres below the highest point", "6 cm short of the record": whether a length tells how far something is from
    /// what the fact measures.
    fn is_set_off(&self) -> bool {
        let Self { scene, mark, pair } = self;
        let off = mark.figure.end;
        let text = |at: usize| scene.tokens.get(at).map_or("", |token| token.text(scene.prose));
        let short = text(off) == "short" && text(off + 1) == "of";
        let the = off + 1 + usize::from(short);
        let measure = pair.fit.measure.and_then(|found| found.standing.at);
        mark.kind == ClaimKind::Measurement
            && (short || matches!(text(off), "above" | "below"))
            && matches!(text(the), "the" | "its" | "their")
            && !self.is_own(off)
            && measure.is_some_and(|at| (the + 1..the + 4).contains(&at))
    }

    /// "finished fourth in a two-seat ward": whether the figure only says what kind of another thing is meant.
    fn describes_another(&self) -> bool {
        let Self { scene, mark, .. } = self;
        let article = |at: usize| ["a", "an"].iter().any(|word| scene.text(at..at + 1).eq_ignore_ascii_case(word));
        let before = mark.whole.start.checked_sub(1).filter(|&at| at >= scene.sentence.start);
        let noun = mark.whole.end;
        mark.kind == ClaimKind::Count
            && scene.is_hyphened(mark.whole.clone())
            && before.is_some_and(article)
            && noun < scene.sentence.end
            && scene.tokens[noun].kind == TokenKind::Word
            && !self.is_own(noun)
    }

    /// "joined in September 1990 and was, in 2008, the first woman on its board": whether the words of the fact's measure
    /// stand in another clause than the figure, nearer to another figure of its kind.
    fn is_nearer_to_another(&self) -> bool {
        let Self { scene, mark, pair } = self;
        let Some(measure) = pair.fit.measure.and_then(|found| found.standing.at) else { return false };
        // "had 412 members in 2023; now it has 530"
        let clause = scene.clause(&mark.figure).tokens.clone();
        if when::is_now(scene, &mark.figure) && matches!(pair.comparison.against, Against::History(_)) {
            return false;
        }
        // "2.1% in France, compared with 0.9% in Germany": the second leaves out what both say.
        // Nor is it apart where a word of the measure stands with it: "86 were injured, nine of them critically".
        let said = clause.clone().any(|at| self.is_own(at) && !mark.figure.contains(&at));
        let apart = !said && !clause.contains(&measure) && !pair.fit.about.is_some_and(|at| clause.contains(&at));
        // The other is told with the measure: in its clause, or in a few words behind it, as in ", in 2008".
        let told = scene.outline.clause_of(measure);
        let with_measure = |figure: &Range<usize>| {
            let clause = scene.outline.clause_of(figure.start);
            clause == told || clause == told + 1 && scene.outline.clauses[clause].tokens.len() <= TOLD_BEHIND
        };
        let words = scene.outline.clauses[told].tokens.clone();
        let apart_from = |figure: &Range<usize>| {
            words.clone().filter(|&at| self.is_own(at)).map(|at| gap(at, figure)).min().unwrap_or(gap(measure, figure))
        };
        let nearer = |(kind, other): &(ClaimKind, Range<usize>)| {
            *kind == mark.kind
                && *other != mark.figure
                && with_measure(other)
                && apart_from(other) < apart_from(&mark.figure)
        };
        apart && scene.outline.pairing == Pairing::Free && scene.figures.iter().any(nearer)
    }

    /// "Each of the homes has three bedrooms": whether things are counted that are not those of the fact.
    /// Of people every fact has its own word.
    fn counts_other_things(&self) -> bool {
        let held = match self.pair.comparison.against {
            Against::Value(held) => held.claim.of.as_deref(),
            Against::History(entries) => entries.first().and_then(|entry| entry.value.claim.of.as_deref()),
            Against::Since { .. } | Against::Life { .. } => None,
        };
        let counted = self.mark.figure.end..self.mark.whole.end;
        let (Some(held), false) = (held, counted.is_empty() || self.mark.kind != ClaimKind::Count) else {
            return false;
        };
        let (known, other) = (singular(last_word(held)), singular(last_word(self.scene.text(counted.clone()))));
        // "The survey counts the population, and today 2,000 observers take part": nothing here is the fact's.
        let told = self.scene.clause(&self.mark.figure).tokens.clone().any(|at| self.is_own(at));
        // "five hospital deals" are deals; "14 council-run schools in the city" are schools.
        let heads = |at: usize| at + 1 == counted.end || !self.is_plain(at + 1);
        let own = counted.clone().any(|at| self.is_own(at) && !self.describes(at) && heads(at));
        let people = told && is_of_people(other);
        // "recalled 116,000 units", where the fact says what they are.
        let anything = told && matches!(other, "unit" | "item" | "piece");
        !own && !people && !anything && !known.eq_ignore_ascii_case(other)
    }

    /// "14 hospital groups" of a fact that counts hospitals: whether the word of the measure only describes what is counted.
    fn counts_what_it_describes(&self) -> bool {
        let counted = self.mark.figure.end..self.mark.whole.end;
        let measure = self.pair.fit.measure.and_then(|found| found.standing.at).filter(|at| counted.contains(at));
        let Some(noun) = counted.rev().find(|&at| self.is_plain(at)) else { return false };
        let text = self.scene.tokens[noun].text(self.scene.prose);
        let things = match self.pair.comparison.against {
            Against::Value(held) => held.claim.of.as_deref(),
            Against::History(_) | Against::Since { .. } | Against::Life { .. } => None,
        };
        // "4,100 hospital nurses" are people, and so may be what the fact counts.
        let own_people = things.is_some_and(|of| is_of_people(singular(last_word(of))))
            || measure.is_some_and(|at| is_of_people(singular(self.scene.tokens[at].text(self.scene.prose))));
        let many = text.ends_with('s') && !text.ends_with("ss") && !(is_of_people(singular(text)) && own_people);
        self.mark.kind == ClaimKind::Count && many && !self.is_own(noun) && measure.is_some_and(|at| at < noun)
    }

    /// "a van with seats for three workers" of a firm with 8,300: whether so few are counted where the fact counts
    /// thousands.
    fn is_of_other_size(&self) -> bool {
        let Some(arithmetic) = self.pair.comparison.arithmetic else { return false };
        let few = arithmetic.claimed.point().is_some_and(|point| point.value() <= Exact::from(FEW));
        let many = arithmetic.nominal.only().is_some_and(|held| held >= Exact::from(MANY));
        self.mark.kind == ClaimKind::Count && few && many && self.pair.fit.clarity != Clarity::Verbatim
    }

    /// "had a heart attack or a stroke" of a fact on strokes: whether what is measured is one of two that are counted
    /// together.
    fn unites(&self) -> bool {
        let scene = self.scene;
        let article = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Article));
        let or = |at: usize| at > scene.sentence.start && scene.tokens[at].text(scene.prose) == "or";
        let other = |at: usize| !self.is_own(at) && self.is_thing(at);
        let joined = |at: usize| {
            let before = at.checked_sub(1)?;
            let before = if article(before) { before.checked_sub(1)? } else { before };
            before.checked_sub(1).filter(|_| or(before))
        };
        let found = [self.pair.fit.subject, self.pair.fit.measure].into_iter().flatten();
        let mut places = found.filter_map(|found| found.standing.at);
        self.mark.is_amount() && places.any(|at| joined(at).is_some_and(other))
    }

    /// "the Housing Act, 1937, adopted by the city": whether a year is part of the name of a law that is not the fact's.
    fn names_law(&self) -> bool {
        let scene = self.scene;
        let law = self.mark.figure.start.checked_sub(2).map(|at| (at, &scene.tokens[at], scene.text(at + 1..at + 2)));
        self.mark.kind == ClaimKind::Date
            && law.is_some_and(|(at, token, joint)| {
                let is_law = token.word.is_some_and(|word| word.is(Sense::Law));
                is_law && token.is_capitalised() && matches!(joint, "," | "of") && !self.is_own(at)
            })
    }

    /// Whether a token is a small word with a meaning of its own, which may head what is counted.
    fn is_plain(&self, at: usize) -> bool {
        let token = &self.scene.tokens[at];
        let small = token.kind == TokenKind::Word && !token.is_capitalised();
        small && !token.word.is_some_and(|word| word.is(Sense::Preposition) || word.is(Sense::Opens))
    }

    /// "two American warships": whether a word of nation only describes what is counted.
    fn describes(&self, at: usize) -> bool {
        let is_nation = self.scene.tokens[at].word.is_some_and(|word| word.is(Sense::Nationality));
        is_nation && at + 1 < self.mark.whole.end
    }

    /// "who ran the firm for 11 years, was jailed": whether a length is that of a deed that is none of the
    /// fact's, which is told of in another clause.
    fn lasts_otherwise(&self) -> bool {
        let clause = self.scene.clause(&self.mark.figure).tokens.clone();
        let apart = self.pair.fit.measure.and_then(|found| found.standing.at).is_some_and(|at| !clause.contains(&at));
        let acts = |at: usize| is_past_tense(self.scene.prose, &self.scene.tokens[at]) && !self.is_own(at);
        self.mark.kind == ClaimKind::Duration && apart && (clause.start..self.mark.figure.start).any(acts)
    }

    /// "…, and 12 have burned": a bare count of some that did something of their own.
    fn acts_alone(&self) -> bool {
        self.mark.kind == ClaimKind::Count
            && self.mark.whole.end == self.mark.figure.end
            && !self.mark.whole.clone().any(|at| self.is_own(at))
            && self.act_after().is_some_and(|act| !self.is_own(act))
    }

    /// "After the fire, nine businesses reopened", where the fact's were destroyed.
    fn acts_otherwise(&self) -> bool {
        let clause = self.scene.clause(&self.mark.figure).tokens.clone();
        let about = self.pair.fit.about.is_some_and(|at| clause.contains(&at))
            || clause.clone().any(|at| self.is_own(at) && self.scene.tokens[at].is_capitalised());
        self.mark.kind == ClaimKind::Count
            && !about
            && self.leaves_act_out()
            && self.act_after().is_some_and(|act| !self.is_own(act))
    }

    /// "Thousands signed a petition for those arrested": whether those who are counted do something of their own, and
    /// what the fact tells is done to others behind it.
    fn acts_for_others(&self) -> bool {
        let beside = self.pair.profile.wording.as_ref().and_then(|wording| wording.beside.get(self.pair.value));
        let clause = self.scene.clause(&self.mark.figure).tokens.clone();
        let measure = self.pair.fit.measure.and_then(|found| found.standing.at);
        let told = |at: usize| {
            let acted = measure == Some(at) && is_past_tense(self.scene.prose, &self.scene.tokens[at]);
            let term = self.scene.terms[at];
            acted || term.is_some_and(|term| beside.is_some_and(|beside| beside.acts.contains(&term)))
        };
        let act = self.act_after().filter(|&act| self.mark.kind == ClaimKind::Count && !self.is_own(act));
        act.is_some_and(|act| !(clause.start..act).any(told) && (act..clause.end).any(told))
    }

    /// Whether a sentence fact tells of a deed, and the figure's clause does not.
    fn leaves_act_out(&self) -> bool {
        let beside = self.pair.profile.wording.as_ref().and_then(|wording| wording.beside.get(self.pair.value));
        let clause = self.scene.clause(&self.mark.figure).tokens.clone();
        let said =
            |acts: &[Term]| clause.clone().any(|at| self.scene.terms[at].is_some_and(|term| acts.contains(&term)));
        // "Police counted 18,300 people" tells no deed of theirs.
        let unsaid = |act: &Term| self.pair.profile.wording.iter().any(|wording| wording.unsaid.contains(act));
        beside.is_some_and(|beside| beside.acts.iter().any(|act| !unsaid(act)) && !said(&beside.acts))
    }

    /// "expelled six pupils", "needs 90 nurses", "shipped 800,000 tonnes of ore": whether the figure is
    /// the object of a verb that is none of the fact's and does not say what a thing has in all.
    fn is_done_something_else(&self) -> bool {
        let scene = self.scene;
        let start = self.mark.figure.start;
        let Some(verb) = start.checked_sub(1).filter(|&at| at >= scene.clause(&self.mark.figure).tokens.start) else {
            return false;
        };
        // A measure that is only what is counted says nothing of what was done.
        let bare = self.mark.kind == ClaimKind::Count
            && self
                .pair
                .fit
                .measure
                .and_then(|found| found.standing.at)
                .is_some_and(|at| self.mark.whole.contains(&at))
            && !self.is_about_event();
        let acts = matches!(self.mark.kind, ClaimKind::Count | ClaimKind::Measurement) && self.leaves_act_out();
        let token = &scene.tokens[verb];
        let moves = |word: Word| word.senses().any(|sense| matches!(sense, Sense::Movement(..)));
        let neutral = |word: Word| leaves_open(word) || moves(word);
        let verbal = is_past_tense(scene.prose, token) || token.text(scene.prose).ends_with('s');
        (bare || acts)
            && token.kind == TokenKind::Word
            && !token.is_capitalised()
            && !self.is_own(verb)
            && verbal
            && !token.word.is_some_and(neutral)
    }

    /// "employed 310 men before the explosion that killed so many": whether the figure has a verb of its own, and the
    /// measure stands in a later clause.
    fn is_measured_elsewhere(&self) -> bool {
        let scene = self.scene;
        let clause = scene.clause(&self.mark.figure).tokens.clone();
        let verb = self.mark.figure.start.checked_sub(1).filter(|&at| at > clause.start);
        let gives = |word: Word| {
            word.senses()
                .any(|sense| matches!(sense, Sense::Gives(verb) if !matches!(verb, "employ" | "pay" | "spend")))
        };
        let acts = |at: usize| {
            let token = &scene.tokens[at];
            // "spent £1.8 million on advertising, which did little for sales"
            let outlay = token.word.is_some_and(|word| word.is(Sense::Outlay));
            is_past_tense(scene.prose, token) && !self.is_own(at) && (outlay || !token.word.is_some_and(gives))
        };
        let later = self.pair.fit.measure.and_then(|found| found.standing.at).is_some_and(|at| at >= clause.end);
        let counts = self.mark.is_amount();
        counts && later && verb.is_some_and(acts)
    }

    /// "Delora bought a warehouse for $12 million": whether what was bought is none of the fact's things.
    fn is_paid_for_another(&self) -> bool {
        let scene = self.scene;
        let clause = scene.clause(&self.mark.figure).tokens.clone();
        let deals = |at: &usize| scene.tokens[*at].word.is_some_and(|word| word.is(Sense::Deals)) && self.is_own(*at);
        let Some(verb) = (clause.start..self.mark.figure.start).rfind(deals) else { return false };
        let between = verb + 1..self.mark.figure.start;
        let article = |at: usize| ["a", "an"].contains(&scene.tokens[at].text(scene.prose));
        self.mark.kind == ClaimKind::Money
            && !between.clone().any(|at| self.is_own(at))
            && between.len() > 2
            && article(between.start)
            && self.is_thing(between.start + 1)
    }

    /// "The Labour party holds 74 seats in the parliament": whether the verb before the figure has a subject of which
    /// the fact says nothing.
    fn is_done_by_another(&self) -> bool {
        let scene = self.scene;
        let clause = scene.clause(&self.mark.figure).tokens.clone();
        let verb = self.mark.whole.start.checked_sub(1).filter(|&at| at > clause.start);
        let Some(verb) = verb.filter(|&at| self.is_verb(at)) else { return false };
        // "Astronomers using the telescope": what comes behind the noun only describes it.
        let described = (clause.start + 1..verb).find(|&at| {
            let joins = scene.tokens[at].word.is_some_and(|word| word.is(Sense::Preposition));
            joins || scene.tokens[at].text(scene.prose).ends_with("ing")
        });
        // "the slate calling itself Harbour First won five": the name is the noun's own.
        let called = |at: usize| has_sense(scene.prose, scene.tokens, at, Sense::Alias).map(|length| at + length);
        if (clause.start..verb).filter_map(called).any(|name| name < verb && self.is_own(name)) {
            return false;
        }
        // "Its women's team has 1,900 members of its own."
        let owner = |word: Word| word.is(Sense::Pronoun) && word.is(Sense::Article);
        let skipped = usize::from(scene.tokens[clause.start].word.is_some_and(owner));
        let mut subject = clause.start + skipped..described.unwrap_or(verb);
        // "Readers borrowed", "Volunteers counted": nobody in particular.
        let anybody = |at: usize| {
            let text = scene.tokens[at].text(scene.prose);
            text.ends_with('s') && is_of_people(singular(text))
        };
        if subject.len() == 1 && anybody(subject.start) {
            return false;
        }
        // "The team won", under a heading that names it.
        let the = scene.tokens[clause.start].text(scene.prose).eq_ignore_ascii_case("the");
        let names = scene.sentence.clone().any(|at| self.is_own(at) && scene.tokens[at].is_capitalised());
        let stands_for = |word: Word| {
            [Sense::Pronoun, Sense::Generic, Sense::Saying, Sense::Relative, Sense::Opens, Sense::Preposition]
                .iter()
                .any(|&sense| word.is(sense))
        };
        // "The two had met"
        let number = |word: Word| word.senses().any(|sense| matches!(sense, Sense::Cardinal(_)));
        let plain = |at: usize| {
            let token = &scene.tokens[at];
            let stands = |word: Word| stands_for(word) || number(word);
            token.kind == TokenKind::Word && !self.is_own(at) && !token.word.is_some_and(stands)
        };
        self.mark.is_amount() && (names || !the) && subject.clone().any(|at| self.is_thing(at)) && subject.all(plain)
    }

    /// Whether a word tells what the fact tells, or what a thing has.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        let token = &self.scene.tokens[at];
        let holds = token.word.is_some_and(|word| word.is(Sense::Holds) && !word.is(Sense::Saying));
        let tells = is_past_tense(self.scene.prose, token) || token.word.is_some_and(|word| word.is(Sense::Acts));
        holds || (tells && self.is_own(at))
    }

    /// "118 people died in the earthquake", where the fact's died in a storm.
    fn is_of_another_event(&self) -> bool {
        let scene = self.scene;
        let event = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Disaster));
        let Some(wording) = self.pair.profile.wording.as_ref() else { return false };
        let mut events = scene.sentence.clone().filter(|&at| event(at)).peekable();
        wording.disaster && events.peek().is_some() && !events.any(|at| self.is_own(at))
    }

    /// "the Cedar Ridge fire": what an event does to things is told in many words.
    fn is_about_event(&self) -> bool {
        let phrase = self.pair.fit.subject.map(|found| found.phrase);
        let own = |at: usize| {
            let events = [Sense::Event, Sense::Disaster];
            let word = self.scene.tokens[at].word.is_some_and(|word| events.iter().any(|&sense| word.is(sense)));
            let subject = self.pair.profile.subject.iter().filter(|known| Some(known.phrase) == phrase);
            word && subject.flat_map(|known| &known.terms).any(|term| self.scene.terms[at] == Some(*term))
        };
        self.scene.sentence.clone().any(own)
    }

    /// "a fine of €90 million out of its profit": a noun before "of" says what a sum or share is of.
    fn is_of_another_measure(&self) -> bool {
        let scene = self.scene;
        let start = self.mark.figure.start;
        let clause = scene.clause(&self.mark.figure).tokens.start;
        let Some(noun) = start.checked_sub(2).filter(|&at| at > clause) else { return false };
        let article = |at: usize| ["a", "an"].contains(&scene.tokens[at].text(scene.prose));
        let level = |word: Word| {
            [Sense::Tally, Sense::Whole, Sense::Adjective, Sense::Generic].iter().any(|&sense| word.is(sense))
                || word.senses().any(|sense| matches!(sense, Sense::Movement(..)))
        };
        matches!(self.mark.kind, ClaimKind::Money | ClaimKind::Percent)
            && scene.tokens[start - 1].text(scene.prose) == "of"
            && article(noun - 1)
            && self.is_thing(noun)
            && !self.is_own(noun)
            && !scene.tokens[noun].word.is_some_and(level)
            && self.pair.fit.measure.and_then(|found| found.standing.at).is_some_and(|at| at > start)
    }

    /// The verb that what is counted is the subject of.
    fn act_after(&self) -> Option<usize> {
        let end = self.scene.clause(&self.mark.figure).tokens.end;
        let passed = |at: &usize| {
            let token = &self.scene.tokens[*at];
            let text = token.text(self.scene.prose);
            text.ends_with("ly") || ["was", "were", "has", "have", "had", "been", "later", "then"].contains(&text)
        };
        let next = (self.mark.whole.end..end).find(|at| !passed(at))?;
        is_past_tense(self.scene.prose, &self.scene.tokens[next]).then_some(next)
    }

    pub(super) fn is_thing(&self, at: usize) -> bool {
        let token = &self.scene.tokens[at];
        let joins = |word: Word| {
            [Sense::Preposition, Sense::Opens, Sense::Function, Sense::Modal].iter().any(|&sense| word.is(sense))
        };
        token.kind == TokenKind::Word && !token.word.is_some_and(joins) && !is_past_tense(self.scene.prose, token)
    }

    pub(super) fn is_own(&self, at: usize) -> bool {
        self.scene.is_own(at, self.pair.profile)
    }
}

fn last_word(words: &str) -> &str {
    words.split_whitespace().next_back().unwrap_or_default()
}
