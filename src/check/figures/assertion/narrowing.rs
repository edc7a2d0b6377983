//! Whether a figure is said of less than the whole that a fact is about: "5,200 workers in Europe",
//! "sales of tractors", "the tower's antenna".

use std::ops::Range;

use crate::check::compare::slip::is_anagram;
use crate::check::figures::assign::Pair;
use crate::check::figures::telltale::Telltale;
use crate::check::reading::head::is_each;
use crate::check::reading::outline::{Name, Pairing, Seam, has_sense, is_past_tense};
use crate::check::reading::phrase::Shape;
use crate::check::reading::scene::{Level, Mark, Scene};
use crate::check::reading::term::{Term, is_content};
use crate::claim::ClaimKind;
use crate::lexicon::{Sense, Word};
use crate::text::{Token, TokenKind};
use crate::value::Exact;

/// Within how many tokens of a name the noun stands that it describes.
const NEAR: usize = 3;

/// A figure and the fact it is held against.
pub(super) struct Narrowing<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) mark: &'s Mark,
    pub(super) pair: &'s Pair<'s, 's>,
}

/// Whether the words around a figure narrow what it is of to a part of what the fact is about.
pub(super) fn is_narrowed(scene: &Scene<'_>, mark: &Mark, pair: &Pair<'_, '_>) -> bool {
    let narrowing = Narrowing { scene, mark, pair };
    // "enrolled 12,846 people aged 60 and over", of a fact that says 12,486: every digit tells that those are meant.
    let swapped = pair.telltale == Telltale::LongSlip && pair.comparison.arithmetic.as_ref().is_some_and(is_anagram);
    let measure = pair.fit.measure.and_then(|found| found.standing.at);
    narrowing.is_under_each()
        || narrowing.is_taken_from()
        || measure.is_some_and(|at| narrowing.is_per_unit(at))
        || !swapped && (narrowing.measured_in_part() || narrowing.said_of_a_part() || narrowing.is_subset())
}

impl Narrowing<'_> {
    /// "foreign visitors", "revenue in Europe", "the rate for young people": words beside the
    /// measure, or what is counted, that the fact does not have.
    fn measured_in_part(&self) -> bool {
        let Mark { figure, whole, .. } = self.mark;
        if self.described(figure.end..whole.end)
            || self.is_some_of_a_kind()
            || self.is_some_with()
            || self.is_some_of_a_team()
            || self.is_first_to()
        {
            return true;
        }
        let Some(measure) = self.pair.fit.measure.and_then(|found| found.standing.at) else {
            // "revenue from software was": of a sentence fact, its last word before the figure.
            let told = self.pair.profile.wording.is_some() && self.pair.fit.measure.is_none();
            let clause = self.scene.clause(figure).tokens.start;
            let last = (clause..figure.start).rfind(|&at| self.is_own(at) && !self.scene.tokens[at].is_capitalised());
            return told && last.is_some_and(|at| self.restricted(at + 1));
        };
        // "sales in its bakery division rose", of a measure of two words.
        let noun = self.noun_of(measure);
        if noun != measure
            && (self.described(noun.saturating_sub(1).max(self.scene.sentence.start)..noun)
                || self.restricted(noun + 1))
        {
            return true;
        }
        let before = measure.saturating_sub(1).max(self.scene.sentence.start)..measure;
        let outside = !whole.contains(&measure) && self.scene.clause(figure).tokens.contains(&measure);
        // "the jobless rate in Ohio": the measure may go on after the word that matched.
        let after = (measure + 1..self.scene.sentence.end).find(|&at| !self.is_own(at)).unwrap_or(measure + 1);
        self.described(before)
            || self.is_modified(measure)
            || self.restricted(whole.end)
            || (outside && !self.is_deed(measure) && self.restricted(after))
    }

    /// The word of a measure that stands first in the clause: "sales" of "sales rose".
    fn noun_of(&self, measure: usize) -> usize {
        let phrase = self.pair.fit.measure.map(|found| found.phrase);
        let known = self.pair.profile.measure.iter().find(|known| Some(known.phrase) == phrase);
        let of_it =
            |at: &usize| self.scene.terms[*at].is_some_and(|term| known.is_some_and(|own| own.terms.contains(&term)));
        let clause = self.scene.clause(&self.mark.figure).tokens.start;
        (clause..measure).find(of_it).unwrap_or(measure)
    }

    /// "Revenue per employee was $263,000": whether a measure is told of each of many.
    fn is_per_unit(&self, measure: usize) -> bool {
        let scene = self.scene;
        let each = |at: usize| {
            scene.sentence.contains(&at)
                && is_each(scene.prose, scene.tokens, at)
                && !self.is_own(at)
                && !(scene.sentence.contains(&(at + 1)) && self.is_own(at + 1))
        };
        let text = |at: usize| scene.tokens.get(at).map_or("", |token| token.text(scene.prose));
        let capita = |at: usize| each(at) && text(at + 1).eq_ignore_ascii_case("capita");
        each(measure + 1) || measure.checked_sub(2).is_some_and(capita)
    }

    /// "| GDP per head, $ |": whether the head of a row or column, or a heading that gives the measure, tells of each of many.
    /// The number of those is itself none of them: "Revenue per employee".
    fn is_under_each(&self) -> bool {
        let profile = self.pair.profile;
        let phrase = self.pair.fit.measure.map(|found| found.phrase);
        let known = profile.measure.iter().find(|known| Some(known.phrase) == phrase);
        let measured = |term: &Term| known.is_some_and(|own| own.terms.contains(term));
        let own = |term: &Term| profile.words.binary_search(term).is_ok();
        self.scene.layers.iter().any(|layer| {
            let each = layer.head.each.clone();
            let (inside, before, after) =
                (&layer.terms[each.clone()], &layer.terms[..each.start], &layer.terms[each.end..]);
            let says = |words: &[Option<Term>]| words.iter().flatten().any(measured);
            let around = says(before) || says(after);
            let told = if says(inside) { around } else { inside.iter().flatten().any(own) };
            !each.is_empty() && !told && (around || layer.level == Level::Header)
        })
    }

    /// "convicted", "found guilty", "born": whether the word of a measure is or ends what was done.
    fn is_deed(&self, measure: usize) -> bool {
        let born = |at: usize| self.scene.tokens[at].word.is_some_and(|word| word.is(Sense::Born));
        let done = |at: usize| is_past_tense(self.scene.prose, &self.scene.tokens[at]) || born(at);
        let before = measure.checked_sub(1).filter(|&at| at >= self.scene.sentence.start);
        done(measure) || before.is_some_and(|at| self.is_own(at) && done(at))
    }

    /// "40 intensive-care beds" of 320: whether fewer are counted than the fact has, of a kind that it does not tell.
    fn is_some_of_a_kind(&self) -> bool {
        let Mark { figure, whole, kind, .. } = self.mark;
        let describes = |at: usize| {
            let token = &self.scene.tokens[at];
            let plain = |sense| matches!(sense, Sense::Whole | Sense::Increment | Sense::Function | Sense::Preposition);
            token.kind == TokenKind::Word
                && !self.is_own(at)
                && !token.word.is_some_and(|word| word.senses().any(plain))
        };
        // "One man waited" tells of one of many.
        let one = self.pair.comparison.arithmetic.is_some_and(|arithmetic| {
            let ten = arithmetic.nominal.low.value().is_some_and(|least| least >= Exact::from(10));
            ten && arithmetic.claimed.point().is_some_and(|point| point.value() == Exact::ONE)
        });
        *kind == ClaimKind::Count
            && self.pair.comparison.is_less()
            && (one || (figure.end..whole.end.saturating_sub(1)).any(describes))
    }

    /// "Youth unemployment in Halland is", "Halcyon's mobile revenue was": whether a noun that opens
    /// the phrase of the measure says what kind of it is meant.
    fn is_modified(&self, measure: usize) -> bool {
        let scene = self.scene;
        let start = scene.clause(&self.mark.figure).tokens.start;
        let is = |at: usize, sense| scene.tokens[at].word.is_some_and(|word| word.is(sense));
        let first = (start..measure).rev().take_while(|&at| self.is_own(at)).last().unwrap_or(measure);
        let after = (measure + 1..scene.sentence.end).find(|&at| !self.is_own(at));
        let noun = after.is_some_and(|at| is(at, Sense::Preposition) || is(at, Sense::Becomes));
        let Some(before) = first.checked_sub(1).filter(|&before| before >= start && noun) else { return false };
        let text = scene.tokens[before].text(scene.prose);
        let opens = before == start || {
            let token = &scene.tokens[before - 1];
            token.is_symbol() && token.glued
                || is(before - 1, Sense::Article)
                || text_ends_possessive(token.text(scene.prose))
        };
        let capital = scene.tokens[before].is_capitalised() && before > start;
        let plain = ["ing", "ed", "ly", "al", "ic", "ous", "ive", "ful", "est", "ary", "ent", "'s", "\u{2019}s"];
        opens
            && !self.mark.whole.contains(&before)
            && !self.is_dated(before)
            && !capital
            && !matches!(self.mark.kind, ClaimKind::Date | ClaimKind::Duration)
            && (is(before, Sense::Person) || !plain.iter().any(|ending| text.ends_with(ending)))
            && self.is_kind(before)
            && !is_past_tense(scene.prose, &scene.tokens[measure])
    }

    /// Whether a word may be a noun that tells one kind of a thing from others.
    pub(super) fn is_kind(&self, at: usize) -> bool {
        let token = &self.scene.tokens[at];
        let empty = |sense| {
            matches!(
                sense,
                Sense::Function
                    | Sense::Modal
                    | Sense::Negation
                    | Sense::Opens
                    | Sense::Preposition
                    | Sense::Pronoun
                    | Sense::Article
                    | Sense::Adjective
                    | Sense::Whole
                    | Sense::Cardinal(_)
                    | Sense::Ordinal(_)
                    | Sense::Period(_)
                    | Sense::Past
            )
        };
        token.kind == TokenKind::Word && !self.is_own(at) && !token.word.is_some_and(|word| word.senses().any(empty))
    }

    /// "the third state to legalize the drug": whether a rank is one among those that did something.
    fn is_first_to(&self) -> bool {
        let at = self.mark.whole.end;
        let to = |at: usize| at + 1 < self.scene.sentence.end && self.scene.tokens[at].text(self.scene.prose) == "to";
        self.mark.kind == ClaimKind::Ordinal && to(at) && !self.is_own(at + 1)
    }

    /// Whether one of some words narrows what it describes.
    fn described(&self, mut words: Range<usize>) -> bool {
        words.any(|at| self.narrows(at))
    }

    /// Whether a word stands for a part, and is none of the fact's own.
    pub(super) fn narrows(&self, at: usize) -> bool {
        let scene = self.scene;
        let has = |sense| has_sense(scene.prose, scene.tokens, at, sense).is_some();
        // "moorland west of Dalby" tells where all of it lies.
        has(Sense::Narrows) && !has(Sense::Locates) && !self.is_own(at)
    }

    /// "the tower's antenna", "the antenna of the tower", "eastern Ukraine": whether the fact's
    /// subject is only named to say whose part is spoken of.
    fn said_of_a_part(&self) -> bool {
        let Some(subject) = self.pair.fit.about else { return false };
        let scene = self.scene;
        if self.is_named_by_the_way(subject) || self.is_size_of_name(subject) {
            return false;
        }
        let clause = scene.clause(&self.mark.figure).tokens.clone();
        let own = |name: &&Name| {
            name.tokens.contains(&subject) || clause.contains(&name.tokens.start) && scene.owns(self.pair.profile, name)
        };
        scene.outline.names.iter().filter(own).any(|name| {
            let before = name.tokens.start.saturating_sub(1).max(scene.sentence.start);
            self.described(before..name.tokens.end)
                || self.owns_a_part(name)
                || self.is_part_of(name)
                || self.names_area(name)
                || self.continues(name)
        })
    }

    /// "died in the quake that struck towns in northern Veradia", of a fact on the Veradia quake: whether the common word
    /// that a subject goes by as well stands apart from the name.
    fn is_named_by_the_way(&self, name: usize) -> bool {
        let plain = self.pair.profile.subject.iter().filter(|known| known.shape == Shape::Words);
        let mut standings = plain.filter_map(|known| self.scene.find(known, &self.mark.figure)?.at);
        standings.any(|at| at + NEAR < name)
    }

    /// "come within half a mile of Wrenfield, a town of 9,400": whether the figure is the size of the name that its clause
    /// goes on from.
    fn is_size_of_name(&self, name: usize) -> bool {
        let scene = self.scene;
        let own = scene.outline.clause_of(self.mark.figure.start);
        let of = self.mark.whole.start.checked_sub(1).is_some_and(|at| scene.tokens[at].text(scene.prose) == "of");
        let apposed = scene.is_apposed_to_name(own);
        let end = scene.outline.clauses[own].tokens.start;
        let last = scene.outline.names.iter().rev().find(|name| name.tokens.end <= end);
        of && apposed && last.is_some_and(|last| last.tokens.contains(&name))
    }

    /// "Two divers searched the lock" of a team of 14: whether fewer are counted, and not those of the whole team.
    fn is_some_of_a_team(&self) -> bool {
        let beside = self.pair.profile.wording.as_ref().and_then(|wording| wording.beside.get(self.pair.value));
        let team = beside.and_then(|beside| beside.gathers);
        let said = |team: Term| self.scene.sentence.clone().any(|at| self.scene.terms[at] == Some(team));
        team.is_some_and(|team| !said(team)) && self.pair.comparison.is_less()
    }

    /// "Dunmore Hill" where the fact knows "Dunmore": whether a name begins with one of the fact's
    /// and goes on with a word that is none of its own, and no form of company.
    fn continues(&self, name: &Name) -> bool {
        let scene = self.scene;
        let words = name.tokens.clone().filter(|&at| is_content(scene.prose, &scene.tokens[at]));
        let same = |word: Word| word.is(Sense::CompanyForm) || word.is(Sense::Generic);
        // "Trident Bulk Lines" is Trident.
        let firm = scene.tokens[name.tokens.end - 1].word.is_some_and(|word| word.is(Sense::CompanyForm));
        // "Hallam Reyes of Tressan" and "Mary Wanjala of Kenya" are who the fact knows.
        let from = name.tokens.clone().find(|&at| scene.tokens[at].text(scene.prose) == "of");
        let whole = from.is_some_and(|of| {
            let own = name.tokens.start..of;
            own.len() > 1 && own.into_iter().all(|at| self.is_own(at))
        });
        if whole {
            return false;
        }
        let mut after = words.skip_while(|&at| !self.is_own(at)).skip_while(|&at| self.is_own(at));
        !firm && after.next().is_some_and(|at| !scene.tokens[at].word.is_some_and(same)) && !scene.is_title_case()
    }

    /// "Orlen Tower's observation deck".
    fn owns_a_part(&self, name: &Name) -> bool {
        let scene = self.scene;
        // "the Marsh Lane stadium's north stand"
        let end = (name.tokens.end..scene.sentence.end).find(|&at| !self.is_own(at)).unwrap_or(scene.sentence.end);
        let apostrophe = |at: usize| scene.tokens[at].text(scene.prose).starts_with(['\'', '\u{2019}']);
        let possessive = name.possessive || end > name.tokens.end && end < scene.sentence.end && apostrophe(end);
        let from = if name.possessive { name.tokens.end + 1 } else { end + 1 };
        if !possessive || from >= scene.sentence.end {
            return false;
        }
        let thing = |at: &usize| {
            let token = &scene.tokens[*at];
            let closes = |sense| {
                matches!(
                    sense,
                    Sense::Preposition
                        | Sense::Opens
                        | Sense::Modal
                        | Sense::Saying
                        | Sense::Function
                        | Sense::Boundary
                        | Sense::Movement(..)
                )
            };
            token.kind == TokenKind::Word
                && !self.mark.whole.contains(at)
                && !token.word.is_some_and(|word| word.senses().any(closes))
        };
        // "Corvan Air's Lisbon route carried"
        let told = |at: &usize| self.is_own(*at) && is_past_tense(scene.prose, &scene.tokens[*at]);
        let things: Vec<usize> = (from..scene.sentence.end).take_while(|at| thing(at) && !told(at)).collect();
        let verb = |at: &&usize| is_past_tense(scene.prose, &scene.tokens[**at]);
        let head = things.iter().rfind(|at| !verb(at));
        head.is_some_and(|&head| !self.is_whole(head)) && !things.iter().any(|&at| self.is_own(at))
    }

    /// "the Brannmark district of Lund": whether a name only tells in what a smaller place lies.
    fn names_area(&self, name: &Name) -> bool {
        let scene = self.scene;
        let noun =
            scene.tokens.get(name.tokens.end).filter(|noun| noun.kind == TokenKind::Word && !noun.is_capitalised());
        let of = scene.tokens.get(name.tokens.end + 1).is_some_and(|next| next.text(scene.prose) == "of");
        let named = scene.tokens.get(name.tokens.end + 2).is_some_and(Token::is_capitalised);
        noun.is_some() && of && named && !self.is_own(name.tokens.end) && !self.is_own(name.tokens.end + 2)
    }

    /// "the antenna of the Orlen Tower".
    fn is_part_of(&self, name: &Name) -> bool {
        let scene = self.scene;
        let article = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Article));
        let start = scene.sentence.start;
        let Some(last) = name.tokens.start.checked_sub(1).filter(|&last| last > start) else { return false };
        let of = if article(last) { last - 1 } else { last };
        let Some(head) = of.checked_sub(1).filter(|&head| head >= start) else { return false };
        let noun = &scene.tokens[head];
        // "repairs to the tower": in the middle of a sentence "to" says where something goes.
        let opens = head == start || (head == start + 1 && article(start));
        let joined = scene.tokens[of].text(scene.prose);
        // "The ward at St Brannoc hospital has 24 beds."
        let counted = self.mark.is_amount();
        let to = opens && (joined == "to" || counted && ["at", "in", "on", "for"].contains(&joined));
        // "when 40 metres of the viaduct dropped": the day is that of all of it.
        let measured = self.mark.kind == ClaimKind::Date && scene.figures.iter().any(|(_, own)| own.contains(&head));
        (to || scene.tokens[of].text(scene.prose) == "of")
            && !measured
            && noun.kind == TokenKind::Word
            && (to || !noun.is_capitalised())
            && !self.is_whole(head)
            && !self.is_empty(head)
    }

    /// Whether a word before or after the fact's name still speaks of the whole: a word of the
    /// fact, what happened to it, who speaks for it, or what it is.
    fn is_whole(&self, at: usize) -> bool {
        let whole = [Sense::Event, Sense::Generic, Sense::Title, Sense::Tally];
        let text = self.scene.tokens[at].text(self.scene.prose);
        let happens = ["ing", "tion", "sion", "ment", "ure", "ance"].iter().any(|ending| text.ends_with(ending));
        happens || self.is_own(at) || self.scene.tokens[at].word.is_some_and(|word| whole.iter().any(|&s| word.is(s)))
    }

    /// "Two Labour MPs resigned", "At the school 40 pupils fell ill": a count that opens its clause,
    /// of things that the fact counts in all, is a part of them when the fact knows nothing of what
    /// they did.
    fn is_subset(&self) -> bool {
        let scene = self.scene;
        let mut whole = self.mark.whole.clone();
        // "six members of parliament": what they are members of is still what is counted.
        if scene.tokens.get(whole.end).is_some_and(|next| next.text(scene.prose).eq_ignore_ascii_case("of")) {
            whole.end += 2;
        }
        let clause = &scene.clause(&self.mark.figure).tokens;
        if self.mark.kind != ClaimKind::Count
            || !self.pair.comparison.is_less()
            || scene.outline.pairing == Pairing::InOrder
            || !self.opens(clause.start, whole.start)
            || whole.end + 1 >= clause.end
        {
            return false;
        }
        // "48,300 residents live in Ardale", "36 singers make up the choir"
        if has_sense(scene.prose, scene.tokens, whole.end, Sense::Belongs).is_some() {
            return false;
        }
        // "retires after 412 league games in 14 seasons"
        if scene.clause(&self.mark.figure).seam == Seam::Subordinate
            && !(whole.end..clause.end).any(|at| scene.is_finite(at))
        {
            return false;
        }
        // "About 6,000 spectators lined the road"
        let article = |at: usize| scene.tokens[at].word.is_some_and(|word| word.is(Sense::Article));
        let fills = scene.tokens[whole.end].word.is_some_and(|word| word.is(Sense::Fills));
        let ends = scene.tokens.get(whole.end + 3).is_none_or(|next| next.text(scene.prose) != "to");
        if fills && ends && whole.end + 2 < clause.end && article(whole.end + 1) && self.is_own(whole.end + 2) {
            return false;
        }
        if self.did_something_else(whole.end..clause.end) {
            return true;
        }
        let elsewhere = scene.sentence.clone().filter(|at| !whole.contains(at));
        let acts = !scene.tokens[whole.end].word.is_some_and(|word| word.is(Sense::Function));
        let mut told = elsewhere.filter(|&at| self.is_own(at) && !scene.tokens[at].is_capitalised());
        !told.any(|at| !acts || !self.closes_subject(at))
    }

    /// "A pair of jurors in the trial fell asleep": whether those who are counted did a thing, and none that the fact
    /// knows.
    fn did_something_else(&self, clause: Range<usize>) -> bool {
        let scene = self.scene;
        let state =
            |word: Word| [Sense::Holds, Sense::Becomes, Sense::Belongs, Sense::Modal].iter().any(|&s| word.is(s));
        let mut verbs = clause.filter(|&at| scene.is_finite(at)).peekable();
        verbs.peek().is_some() && verbs.all(|at| !self.is_own(at) && !scene.tokens[at].word.is_some_and(state))
    }

    /// "On show are 240 prints from the Ferrand collection": whether fewer are counted than the fact has, out of its
    /// own subject.
    fn is_taken_from(&self) -> bool {
        let scene = self.scene;
        let from = self.mark.whole.end;
        let end = scene.sentence.end;
        let out = |at: usize| scene.tokens[at].text(scene.prose).eq_ignore_ascii_case("from");
        let article = |at: &usize| scene.tokens[*at].word.is_some_and(|word| word.is(Sense::Article));
        self.mark.kind == ClaimKind::Count
            && self.pair.comparison.is_less()
            && from < end
            && out(from)
            && (from + 1..end).find(|at| !article(at)).is_some_and(|at| self.is_own(at))
    }

    /// "Lark Hill prison", of which "six inmates escaped": whether a word only closes the name of the
    /// fact's subject. What befell it, as in "the Palin school fire", says more.
    fn closes_subject(&self, at: usize) -> bool {
        let scene = self.scene;
        let own = |name: &Name| name.tokens.end == at && scene.owns(self.pair.profile, name);
        let of_subject =
            self.pair.profile.subject.iter().any(|known| known.terms.iter().any(|&term| scene.terms[at] == Some(term)));
        let happened = scene.tokens[at].word.is_some_and(|word| word.is(Sense::Event));
        of_subject && !happened && scene.outline.names.iter().any(own)
    }

    /// Whether a clause begins with the figure, or with no more than where it is before it.
    fn opens(&self, clause: usize, figure: usize) -> bool {
        let scene = self.scene;
        let placed = |at: usize| {
            let token = &scene.tokens[at];
            token.is_capitalised() || token.word.is_some_and(|word| word.is(Sense::Function))
        };
        let fronted = scene.tokens[clause].word.is_some_and(|word| word.is(Sense::Preposition));
        figure <= clause + 1 || (fronted && (clause + 1..figure).all(placed))
    }

    pub(super) fn is_own(&self, at: usize) -> bool {
        self.scene.is_own(at, self.pair.profile)
    }

    pub(super) fn is_dated(&self, at: usize) -> bool {
        let time = |sense| {
            matches!(
                sense,
                Sense::Period(_)
                    | Sense::Month(_)
                    | Sense::Weekday(_)
                    | Sense::Season(_)
                    | Sense::Turn(_)
                    | Sense::Day(_)
            )
        };
        self.scene.dates.iter().any(|(date, _)| date.contains(&at))
            || self.scene.tokens[at].word.is_some_and(|word| word.senses().any(time))
    }

    /// Whether a word says nothing of what is measured: a pronoun, a number.
    pub(super) fn is_empty(&self, at: usize) -> bool {
        let token = &self.scene.tokens[at];
        let empty = |sense| matches!(sense, Sense::Pronoun | Sense::Cardinal(_) | Sense::Modal | Sense::Negation);
        token.kind == TokenKind::Number
            || token.word.is_some_and(|word| !word.is(Sense::Article) && word.senses().any(empty))
    }
}

/// "Halcyon's": whether a token is or ends with the mark of a possessive.
fn text_ends_possessive(text: &str) -> bool {
    text == "s" || text.ends_with("'s") || text.ends_with("\u{2019}s")
}
